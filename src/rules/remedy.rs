//! Ways to resolve a finding, and what a rule tells the ones it offers.

use crate::domain::{Exercise, Profile, Session};

use super::running_history::RunningHistory;
use super::threshold::{Threshold, figure};
use super::timeline::Timeline;
use super::timeline_entry::TimelineEntry;

/// A way to resolve a finding.
#[derive(Debug, Clone, Copy)]
pub(super) enum Remedy {
    /// Move a session to the nearest clear slot.
    Move,
    /// Make the strength easy on the legs.
    Lighten,
    /// Exchange the strength with a session for the upper body or the core.
    SwapForUpper,
    /// Exchange a hard run with an easy one of the same week.
    SwapForEasy,
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
    /// Take another exercise instead of those that the rule objects to.
    SwapExercise(Objection),
    /// Take out the exercises that the rule objects to.
    DropExercise(Objection),
    /// Add the exercises that the week lacks.
    AddExercise,
    /// Make a session no longer than the rule allows.
    Shorten(fn(&Case, &TimelineEntry, &Session) -> Option<Cap>),
    /// Make a run easy and no longer than the rule allows.
    EaseWithin(fn(&Case, &TimelineEntry, &Session) -> Option<Cap>),
    /// Make the runs of a week come to the metres that the rule allows; the week by its number.
    TrimWeek(fn(&Case, i32) -> Option<f64>),
    /// Do the same for the week before that of the finding.
    TrimWeekBefore(fn(&Case, i32) -> Option<f64>),
    /// Leave the finding's session out.
    LeaveOut,
    /// Leave the least of the week's strength out.
    LeaveOutLeast,
    /// Add strength sessions that the week lacks.
    AddSession,
    /// Add easy runs that the week lacks.
    AddRuns,
    /// Make one leg lift heavy, or add jumps where none can be.
    LiftHeavier,
    /// Run in the heat of the day.
    RunWarm,
}

/// What a rule has against exercises.
#[derive(Debug, Clone, Copy)]
pub(super) struct Objection {
    /// True for an exercise that it objects to in a session.
    pub(super) to: fn(&Case, &Session, &Exercise) -> bool,
    /// Whether it objects to the same movement done with another exercise as well.
    pub(super) whole_movement: bool,
}

/// How long a session may be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cap {
    /// By the clock.
    Minutes(f64),
    /// By distance.
    Meters(f64),
}

/// A finding's surroundings, for the rule that is asked what it would allow.
pub(super) struct Case<'a> {
    /// Whose it is.
    pub(super) profile: &'a Profile,
    /// Where it was found.
    pub(super) timeline: &'a Timeline,
    /// The rule's id.
    pub(super) rule: &'static str,
    /// The rule's figures.
    pub(super) figures: &'static [Threshold],
}

impl Case<'_> {
    /// A figure of the rule: the athlete's own or the rule's.
    pub(super) fn threshold(&self, name: &str) -> f64 {
        figure(self.profile, self.rule, self.figures, name)
    }

    /// What was run and lifted around it.
    pub(super) fn history(&self) -> RunningHistory {
        let timeline = self.timeline;
        RunningHistory::of(timeline.lookback(), self.profile, timeline.weeks())
    }
}
