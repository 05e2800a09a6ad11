//! Tests of the whole: the built program on its command line, and the order of the house.

mod command_line;
mod house;
mod readme;
