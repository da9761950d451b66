//! Prints the report document of each file.

fn main() {}
