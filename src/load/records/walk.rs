//! A walk through a history by days, which can be left and gone on with.

use chrono::NaiveDate;

use crate::domain::{Profile, Session};
use crate::library::Library;

use super::best::Hit;
use super::lifts::{LiftBests, Lifts};
use super::runs::{RunBests, Runs};

/// What a walk remembers of what it has passed.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Passed {
    lifts: LiftBests,
    runs: RunBests,
    tests_to_come: usize,
    races_to_come: usize,
}

impl Passed {
    /// True when the library still says of every exercise what it said.
    pub(super) fn agrees_with(&self, library: &Library) -> bool {
        self.lifts.agree_with(library)
    }
}

/// Tells of everything that beats what was before it.
pub(super) struct Walk<'a> {
    lifts: Lifts<'a>,
    runs: Runs<'a>,
}

impl<'a> Walk<'a> {
    /// A walk from the beginning.
    pub(super) fn new(profile: &'a Profile, library: &'a Library) -> Self {
        Self {
            lifts: Lifts::new(profile, library),
            runs: Runs::new(profile),
        }
    }

    /// A walk that goes on from where another one through the same history was.
    pub(super) fn from(profile: &'a Profile, library: &'a Library, passed: &Passed) -> Self {
        let mut walk = Self::new(profile, library);
        walk.lifts
            .resume(passed.lifts.clone(), passed.tests_to_come);
        walk.runs.resume(passed.runs, passed.races_to_come);
        walk
    }

    /// What it has passed.
    pub(super) fn passed(&self) -> Passed {
        let (lifts, tests_to_come) = self.lifts.so_far();
        let (runs, races_to_come) = self.runs.so_far();
        Passed {
            lifts: lifts.clone(),
            runs,
            tests_to_come,
            races_to_come,
        }
    }

    /// True when it has passed the same.
    pub(super) fn has_passed(&self, passed: &Passed) -> bool {
        let (lifts, tests_to_come) = self.lifts.so_far();
        let (runs, races_to_come) = self.runs.so_far();
        tests_to_come == passed.tests_to_come
            && races_to_come == passed.races_to_come
            && runs == passed.runs
            && *lifts == passed.lifts
    }

    /// Passes a session, which is of the same day as the last one or later.
    pub(super) fn session(&mut self, session: &'a Session, tell: &mut impl FnMut(Hit<'a>)) {
        self.lifts.tests_before(session.date, tell);
        self.runs.races_before(session.date, tell);
        if let (true, Some(log)) = (session.status.is_trained(), &session.log) {
            self.lifts.session(session, log, tell);
            self.runs.session(session, log, tell);
        }
    }

    /// Passes what is left after the last session.
    pub(super) fn end(&mut self, tell: &mut impl FnMut(Hit<'a>)) {
        self.lifts.tests_before(NaiveDate::MAX, tell);
        self.runs.races_before(NaiveDate::MAX, tell);
    }
}
