//! What the athlete's days leave room for, as part of the bound.

use chrono::NaiveDate;

use crate::domain::DayAvailability;
use crate::rules::availability;
use crate::rules::context::Context;
use crate::rules::finding::Severity;
use crate::rules::timeline::REACH;
use crate::rules::timeline_entry::shifted;

use super::cost::{cost_of_level, level};
use super::seats::{DAYS, Seat};

/// What it costs at least that days have no room for what stands on them.
#[derive(Debug, Clone, Copy)]
pub(super) struct DayLimits {
    /// Days on which the athlete cannot train.
    closed: [bool; DAYS],
    /// Cost of a session on such a day.
    off: u64,
    /// Cost of too many minutes on a day, or of an exercise that it has nothing for.
    tight: u64,
}

impl DayLimits {
    /// The room of the days around the week from `first`; `None` where the rule is switched off or an acceptance may
    /// silence it.
    pub(super) fn of(context: &Context, first: NaiveDate) -> Option<Self> {
        let profile = context.profile;
        let id = availability::RULE.id;
        let is_accepted = profile.accepted.iter().any(|accepted| accepted.rule == id);
        if is_accepted || profile.rules.is_off(id) {
            return None;
        }
        let grading = profile.rules.grading(id);
        let cost = |usual: Severity| cost_of_level(level(usual.graded(grading)));
        Some(Self {
            closed: std::array::from_fn(|day| {
                let date = shifted(first, day as i64 - REACH);
                *profile.availability.on(date) == DayAvailability::Unavailable
            }),
            off: cost(Severity::Conflict),
            tight: cost(Severity::Caution),
        })
    }

    /// What is found on a day of the week at least, given the seats taken there and its most minutes.
    pub(super) fn cost<'s>(
        &self,
        day: usize,
        seats: impl Iterator<Item = &'s Seat>,
        limit: u32,
    ) -> u64 {
        let (mut to_come, mut lacking, mut minutes) = (0, 0, 0_u32);
        for seat in seats {
            to_come += u64::from(seat.entry.is_to_come());
            lacking += u64::from(seat.lacks);
            minutes = minutes.saturating_add(seat.entry.duration.0);
        }
        if self.closed.get(day).copied().unwrap_or_default() {
            return to_come * self.off;
        }
        // A session of a day that is too long gets no finding about its exercises as well.
        let too_long = u64::from(minutes > limit && to_come > 0);
        lacking.max(too_long) * self.tight
    }
}
