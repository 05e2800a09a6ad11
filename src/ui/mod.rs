//! The screen: panels read the view, remember in the state and push actions; actions are done after drawing.

pub mod theme;
pub mod format;
pub mod command;
pub mod action;
pub mod state;
pub mod view;
pub mod root;
mod top_bar;
pub mod welcome;
pub mod library;
pub mod calendar;
pub mod inspector;
pub mod charts;
pub mod dialogs;
mod command_palette;
mod snack;
pub mod widgets;

pub use top_bar::lower_first;
