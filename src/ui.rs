//! The components: the only place that names Yew.

pub mod app;
