//! What the search finds.

use chrono::NaiveDate;
use egui::Context;

use crate::domain::{AthleteId, ExerciseId, ProgramId};
use crate::rules::Rule;
use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::find::FoundSession;
use crate::ui::format;

/// What can be chosen.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    Command(Command),
    Rule(&'static Rule),
    Day(NaiveDate),
    Athlete(AthleteId, String),
    Exercise(ExerciseId, String),
    Program(ProgramId, String),
    Session(FoundSession, String),
}

impl Entry {
    /// What is read aloud of it, which says its kind.
    pub(super) fn spoken(&self) -> String {
        match self {
            Self::Command(command) => command.text().to_owned(),
            Self::Rule(rule) => format!("Rule: {}", rule.title.to_lowercase()),
            Self::Day(date) => format!("Go to {}", format::full_day(*date)),
            Self::Athlete(_, name) => format!("Athlete: {name}"),
            Self::Exercise(_, name) => format!("Exercise: {name}"),
            Self::Program(_, name) => format!("Program: {name}"),
            Self::Session(_, words) => format!("Session: {words}"),
        }
    }

    /// What is written below the heading of its kind.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Rule(rule) => rule.title.to_owned(),
            Self::Athlete(_, name)
            | Self::Exercise(_, name)
            | Self::Program(_, name)
            | Self::Session(_, name) => name.clone(),
            Self::Command(_) | Self::Day(_) => self.spoken(),
        }
    }

    /// What it is called besides.
    pub(super) fn also(&self) -> &'static [&'static str] {
        match self {
            Self::Command(command) => command.spec().also,
            _ => &[],
        }
    }

    /// What it is for.
    pub(super) fn tooltip(&self) -> &'static str {
        match self {
            Self::Command(command) => command.tooltip(),
            Self::Rule(rule) => rule.summary,
            Self::Day(_) => "Show the week of this day",
            Self::Athlete(..) => "Show this athlete’s week",
            Self::Exercise(..) => "Show its card in the library",
            Self::Program(..) => "Show it in the library",
            Self::Session(..) => "Show its week, with the session selected",
        }
    }

    /// Why it cannot be chosen now.
    pub(super) fn missing(&self, actions: &Actions) -> Option<&'static str> {
        match self {
            Self::Command(command) => actions.missing_for(*command),
            _ => None,
        }
    }

    /// The keys it has.
    pub(super) fn keys(&self, ctx: &Context) -> String {
        match self {
            Self::Command(command) => command.shortcut_text(ctx),
            _ => String::new(),
        }
    }
}
