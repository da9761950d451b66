//! Many reports together. Does not know the screen or how a report was read.
