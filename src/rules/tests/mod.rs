//! The rules together: the sources' own weeks, settings, verdicts, fixes, and what holds for every week.

mod acceptance;
mod edges;
mod evidence;
mod fixes;
mod odd;
mod properties;
mod remedies;
mod settings;
pub(super) mod support;
mod verdicts;
