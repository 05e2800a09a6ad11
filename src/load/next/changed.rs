//! Another dose of the same exercise: heavier weeks with fewer repetitions, or a light session between two heavy ones.
//!
//! Progression goes from one time to the next of the same dose. Where the repetitions or the reserve change, as from
//! one block of a season to the next, the load changes with them by the table of Tuchscherer, and not by a step.

use super::history::Time;
use super::rules::{LONG_AGO, Situation, TO_SPARE};
use crate::domain::{Advice, Effort, Prescription, Reps};
use crate::load::percent_of_max;
use crate::notation;

/// How far the shares of the maximum of two doses lie apart to be different ones: about half a repetition.
const OTHER_SHARE: f64 = 0.02;

impl Situation<'_> {
    /// True where the last time asked for another share of the maximum than is planned now.
    pub(super) fn is_other_dose(&self, last: &Time) -> bool {
        let planned = last.planned.and_then(|row| share_of_max(row, self.planned));
        let Some((then, now)) = planned.zip(share_of_max(self.planned, self.planned)) else {
            return false;
        };
        (then - now).abs() > OTHER_SHARE
    }

    /// The last time with about the same dose, of the weeks that a load is remembered for.
    pub(super) fn last_alike(&self) -> Option<&Time<'_>> {
        let recent = |time: &&Time| (self.session.date - time.date).num_days() < LONG_AGO;
        let times = self.past.times.iter().take_while(recent);
        let mut alike = times.filter(|time| time.planned.is_some() && !self.is_other_dose(time));
        alike.find(|time| !time.went(self.planned, self.floor(time)).failed())
    }

    /// The load that another dose comes to: as heavy for its repetitions and its reserve as the last one was. What was
    /// harder than planned counts as it was.
    pub(super) fn for_other_dose(&self, last: &Time, single: f64) -> Option<Advice> {
        let row = last.planned?;
        let now = share_of_max(self.planned, self.planned)?;
        let then = share_of_max(row, self.planned)?;
        let done = last.reserve().and_then(|rir| share(last.fewest(), rir));
        let then = done.map_or(then, |done| then.max(done));
        let days = (self.session.date - last.date).num_days();
        let load = self.loaded(single * now / then);
        if days >= LONG_AGO && load > single {
            let weeks = days / 7;
            let reason = format!("{weeks} weeks since the last time → same load again");
            return Some(self.again(single, reason));
        }
        let reason = if row.reps == self.planned.reps {
            format!(
                "{} in place of {} → {}",
                effort_words(self.planned),
                effort_words(row),
                self.mass(load)
            )
        } else {
            format!(
                "{} reps in place of {} → {}",
                notation::reps(self.planned.reps, false),
                notation::reps(row.reps, false),
                self.mass(load)
            )
        };
        Some(self.load(single, load, reason))
    }
}

/// The share of the maximum at which a dose leaves its reserve, or that of `usual` where it names none; `None` for holds
/// and for more repetitions than the table has.
fn share_of_max(row: &Prescription, usual: &Prescription) -> Option<f64> {
    let Reps::Count(range) = row.reps else {
        return None;
    };
    let rir = row.effort.or(usual.effort).map_or(TO_SPARE, Effort::rir);
    share(range.low, rir)
}

fn share(reps: u32, rir: f64) -> Option<f64> {
    percent_of_max(reps, 10.0 - rir).map(|percent| percent / 100.0)
}

fn effort_words(row: &Prescription) -> String {
    row.effort.map_or_else(
        || "no reserve said".to_owned(),
        |effort| effort.to_string().to_uppercase(),
    )
}
