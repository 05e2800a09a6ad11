//! Tests of the whole: the built program on its command line, its window, and the order of the house.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod command_line;
mod fuzz;
mod house;
mod model;
mod phone;
mod plans_in;
mod readme;
mod window;
