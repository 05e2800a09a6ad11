//! The window, used as a person uses it: through what is written on it.

mod athlete;
mod backups;
mod better_week;
mod bring_in;
mod calendar;
mod charts;
mod clipboard;
mod closing;
mod desk;
mod drafts;
mod exchange;
mod fields;
mod file_dialogs;
mod find;
mod help;
mod history;
mod inspector;
mod keyboard;
mod library;
mod logging;
mod path;
mod preview;
mod print;
mod programs;
mod roster;
mod rules;
mod saving;
mod season;
mod see_more;
mod sizes;
#[cfg(unix)]
mod soak;
mod support;
mod weeks;
mod workspaces;
