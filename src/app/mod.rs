//! The program: it owns the documents, does what the panels ask for, and works in the background.
//!
//! The parts, each of which knows nothing of the program around it:
//!
//! | part | what it is |
//! |---|---|
//! | `open_workspace` | the documents, their history, and their way to the disk |
//! | `workspace_tasks` | what background work keeps for them |
//! | `screen` | whose week is on the screen, and what is worked out of it |
//! | `jobs` | the runner of all background work; what runs is in the files that end in `_job` |
//! | `preferences`, `print_choices`, `typed_paths`, `file_dialogs` | what is remembered, asked, and chosen |
//!
//! `shell` puts them together, and every other file does one of the things that panels ask for.

mod actions;
mod background;
mod backup_words;
mod backups;
mod better_week;
mod capture;
mod chart_files;
mod check_input;
mod clipboard;
mod closing;
mod closing_state;
mod commands;
mod damage;
mod disk_changes;
mod disk_state;
mod documents;
mod export_job;
mod feedback;
pub mod file_dialogs;
mod file_requests;
mod find_job;
mod find_state;
mod findings_job;
mod first_steps;
mod history_files;
mod history_job;
mod jobs;
mod layout_job;
mod layout_preferences;
mod lettering;
mod lettering_state;
mod navigation;
mod open_workspace;
mod opening;
mod packages;
mod plan_import;
mod plan_in_calendar;
mod preferences;
mod print_choices;
mod print_files;
mod print_preview;
mod printed_logo;
mod printing;
mod program_files;
mod publishing;
mod publishing_state;
mod rehearsal;
mod rescue;
mod roster_job;
mod run_mode;
mod screen;
mod season_preview;
mod session_commands;
mod settings;
mod several;
mod shell;
pub mod startup;
mod typed_paths;
mod week_commands;
pub mod window;
mod window_size;
mod workspace_tasks;
mod zoom;

#[cfg(test)]
mod failed_jobs_tests;
#[cfg(test)]
mod partial_tests;

pub use run_mode::RunMode;
pub use shell::App;
