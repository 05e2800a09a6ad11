//! What a rule is.

use super::report::Report;

/// A rule of the week checker: what it watches, who says so, and how to resolve what it finds.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its id, stable in files and in the JSON contract: `legs-before-key-run`.
    pub id: &'static str,
    /// Heading of a finding's card.
    pub title: &'static str,
    /// The rule in one sentence, for the settings and the help.
    pub summary: &'static str,
    /// Who says so.
    pub source: &'static str,
    /// Who disagrees; empty when nobody does.
    pub disagrees: &'static str,
    /// Figures that can be changed for an athlete.
    pub thresholds: &'static [Threshold],
    /// Ways to resolve a finding, best first.
    pub remedies: &'static [Remedy],
    /// Adds the findings of a timeline.
    pub(super) check: fn(&mut Report),
}

/// A figure of a rule that can be changed for an athlete.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    /// Its name in the athlete's settings.
    pub name: &'static str,
    /// The rule's own figure.
    pub value: f64,
    /// Its unit, for the screen: "h", "days".
    pub unit: &'static str,
    /// What it decides, in a few words.
    pub summary: &'static str,
}

/// A way to resolve a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Move a session to the nearest clear slot.
    Move,
    /// Make the strength easy on the legs.
    Lighten,
    /// Exchange the strength with a session for the upper body or the core.
    SwapForUpper,
    /// Run first, lift afterwards.
    SwapOrder,
    /// Give both sessions of a day their times.
    SetTimes,
    /// Take the legs out of the strength.
    MakeUpper,
    /// Make a run easy.
    MakeEasy,
}
