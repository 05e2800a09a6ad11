//! What a rule is.

use super::checker::Report;
use super::evidence::Evidence;
use super::{Severity, Threshold};

/// A rule of the week checker: what it watches, who says so, and how to resolve what it finds.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its id, stable in files and in the JSON contract: `legs-before-key-run`.
    pub id: &'static str,
    /// What it is about.
    pub group: Group,
    /// Heading of a finding's card.
    pub title: &'static str,
    /// The rule in one sentence, for the settings and the help.
    pub summary: &'static str,
    /// Who says so.
    pub source: &'static str,
    /// Who disagrees; empty when nobody does.
    pub disagrees: &'static str,
    /// How bad its findings can be, worst first.
    pub severities: &'static [Severity],
    /// Why it is a rule, for those who ask.
    pub evidence: Evidence,
    /// Figures that can be changed for an athlete.
    pub thresholds: &'static [Threshold],
    /// Ways to resolve a finding, best first.
    pub remedies: &'static [Remedy],
    /// Adds the findings of a timeline.
    pub(super) check: fn(&mut Report),
}

/// What rules are about, as the settings and the help list them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Where runs and lifts stand to each other.
    Spacing,
    /// How much is lifted, what, and how.
    Dose,
    /// How much is run, and the way to a race.
    Running,
    /// What life leaves room for, and how the athlete fares.
    Life,
}

impl Group {
    /// All groups, in display order.
    pub const ALL: [Self; 4] = [Self::Spacing, Self::Dose, Self::Running, Self::Life];

    /// The heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::Spacing => "Spacing",
            Self::Dose => "Strength dose",
            Self::Running => "Running load and race",
            Self::Life => "Life",
        }
    }
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
    /// Ask less of a novice's first weeks: fewer sets, more in reserve.
    EaseIn,
    /// Keep repetitions in reserve.
    KeepReserve,
    /// Rest longer between sets.
    RestLonger,
    /// Lower a load to a step that is small enough.
    LowerLoad,
    /// Cut sets for the upper body.
    TrimUpper,
    /// Call a session what its exercises are.
    Relabel,
    /// Put exercises in a better order.
    Reorder,
    /// Take another exercise in the stead of one.
    SwapExercise,
    /// Take an exercise out.
    DropExercise,
    /// Add the exercises that the week lacks.
    AddExercise,
    /// Make a strength session or a run shorter.
    Shorten,
    /// Make the runs of a week shorter.
    TrimWeek,
    /// Leave the least of the sessions out.
    LeaveOut,
    /// Add strength sessions that the week lacks.
    AddSession,
}
