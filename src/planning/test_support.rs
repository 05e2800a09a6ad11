//! What the tests of planning acts share.

use chrono::NaiveDate;

use crate::domain::{
    Athlete, AthleteId, Plan, Prescription, Profile, RunKind, RunPlan, Session, SessionId, Slot,
    Stamp, Start, StrengthPlan, Workout,
};

/// A day of November 2026; the 23rd is a Monday.
pub(super) fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

pub(super) fn slot(date: NaiveDate) -> Slot {
    Slot {
        date,
        start: Start::Unset,
    }
}

pub(super) fn easy() -> Plan {
    Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)))
}

pub(super) fn nobody() -> Athlete {
    Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"))
}

pub(super) fn lifting(number: u128, date: NaiveDate, rows: Vec<Prescription>) -> Session {
    let plan = Plan::new(Workout::Strength(StrengthPlan {
        exercises: rows,
        ..StrengthPlan::default()
    }));
    Session::planned(SessionId::from_bits(number), date, plan, Stamp::default())
}

/// Identities from 1000 on.
pub(super) fn ids() -> impl FnMut() -> SessionId {
    let mut last = 999;
    move || {
        last += 1;
        SessionId::from_bits(last)
    }
}
