//! The window, used as a person uses it: through what is written on it.

mod athlete;
mod fields;
mod inspector;
mod library;
mod path;
mod saving;
mod support;
