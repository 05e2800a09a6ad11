//! The screen: panels read the view, remember in the state and push actions; actions are done after drawing.

pub mod action;
pub mod board;
pub mod calendar;
pub mod charts;
pub mod command;
pub mod command_palette;
pub mod command_table;
mod date_picker;
pub mod dialogs;
pub mod feedback;
pub mod find;
pub mod format;
pub mod help;
pub mod ids;
pub mod inspector;
pub mod library;
pub mod logging;
pub mod notices;
pub mod plan_reading;
pub mod preview;
pub mod records;
pub mod remedy;
pub mod rest;
mod room;
pub mod root;
pub mod roster;
pub mod shared;
mod situation;
pub mod snack;
pub mod state;
pub mod theme;
mod top_bar;
pub mod view;
pub mod welcome;
pub mod widgets;

pub use format::lower_first;
