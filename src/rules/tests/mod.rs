//! The rules together: the sources' own weeks, settings, verdicts, fixes, and what holds for every week.

mod acceptance;
mod fixes;
mod odd;
mod properties;
mod settings;
pub(super) mod support;
mod verdicts;
