//! The window, used as a person uses it: through what is written on it.

mod calendar;
mod clipboard;
mod keyboard;
mod path;
mod saving;
mod support;
