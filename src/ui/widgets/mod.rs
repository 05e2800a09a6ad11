//! Widgets of our own: one a file.

pub mod aside;
pub mod body_map;
pub mod busy;
pub mod buttons;
pub mod check;
pub mod command_button;
pub mod context_menu;
pub mod empty;
pub mod exercise_search;
pub mod facts;
pub mod field;
pub mod hint;
pub mod line;
pub mod live;
pub mod main_button;
pub mod marks;
pub mod menu_arrows;
pub mod menu_place;
pub mod movement;
pub mod prose;
pub mod row_keys;
pub mod rows;
pub mod scrolling;
pub mod segments;
#[cfg(test)]
mod test_support;
pub mod together;
pub mod trailing;
pub mod unfinished;
