//! Ironstride plans strength and running together, and says when one spoils the other.
//!
//! # The map
//!
//! | module | what lives there | may import |
//! |---|---|---|
//! | [`domain`] | athlete, session, exercise, race, units: plain data | – |
//! | [`notation`] | how figures are printed and read, in the athlete's units; their limits | `domain` |
//! | [`library`] | exercises and templates, those that ship and the coach's own; search | `domain` |
//! | [`load`] | what a session costs: estimates, session load, leg load, 1RM | `domain`, `notation`, `library` |
//! | [`edit`] | the edits of a document, undo and redo | `domain` |
//! | [`merge`] | two versions of a document made one: by session and field, on the last that both had | `domain` |
//! | [`rules`] | the week checker: one file a rule; verdicts and fixes | `domain`, `notation`, `library`, `load`, `edit` |
//! | [`layout`] | programs and copies laid out on a calendar | `domain`, `notation`, `library`, `load`, `edit`, `rules` |
//! | [`chart`] | charts as plain data: what each is, its scene, its shapes, SVG and CSV | `domain`, `notation`, `library`, `load`, `edit`, `rules` |
//! | [`season`] | a season built from a race: phases, runs, strength | `domain`, `notation`, `library`, `load`, `edit`, `rules`, `layout` |
//! | [`text`] | plan text, both ways | `domain`, `notation`, `library`, `load` |
//! | [`planning`] | planning acts as edits: putting, moving, logging as planned, next loads, pasted plans | `domain`, `library`, `load`, `edit`, `text` |
//! | [`intake`] | plans as people write them, in six languages: text in, sessions and guesses out | `domain`, `notation`, `library`, `text` |
//! | [`history`] | what was logged elsewhere, brought into the calendar | `domain`, `notation`, `library`, `edit`, `text` |
//! | [`demo`] | a lifelike workspace by seed | `domain`, `library`, `load` |
//! | [`typefaces`] | fonts for the screen and for paper: ours, and the computer's for what ours lack | – |
//! | [`store`] | the workspace folder: reading, writing, backups, locks | `domain`, `library`, `merge`, `chart` |
//! | [`export`] | a plan in, bytes of a PDF, picture or calendar out | `domain`, `notation`, `library`, `load`, `rules`, `chart`, `season`, `text`, `typefaces` |
//! | [`import`] | files of other programs and plans: bytes in, a reading out | `domain`, `library`, `text`, `history`, `intake` |
//! | [`ui`] | panels, widgets, charts, theme, commands | all above but `store`, `export` and `import` |
//! | [`app`] | owns the documents, runs commands and background work | all above |
//! | [`cli`] | the command line | all above but `ui` and `app` |
//!
//! # Invariants
//!
//! * The core, `domain` to `demo`, knows no screen, no clock and no file: "today" is an argument.
//! * `egui` appears only in `ui` and `app`.
//! * Only `app` and `cli` call `store`, `export` and `import`.
//! * Only `edit` changes a document that is open.
//!
//! A test reads the source and holds all but the last of them, and the table, to their word.

pub mod app;
pub mod chart;
pub mod cli;
pub mod demo;
pub mod domain;
pub mod edit;
pub mod export;
pub mod history;
pub mod import;
pub mod intake;
pub mod layout;
pub mod library;
pub mod load;
pub mod merge;
pub mod notation;
pub mod planning;
pub mod rules;
pub mod season;
pub mod store;
pub mod text;
pub mod typefaces;
pub mod ui;
