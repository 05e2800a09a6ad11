//! Under construction.

pub mod widgets;
