//! The screen: panels read the state and push actions; actions are applied after drawing.

pub mod theme;
pub mod widgets;
pub mod charts;
