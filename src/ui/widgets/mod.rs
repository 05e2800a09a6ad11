//! Widgets that several panels use.

pub mod body_map;
