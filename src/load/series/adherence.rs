//! Adherence: how much of the plan was done.

use chrono::NaiveDate;

use super::{Drawn, Grouping, Period, SessionFigures, Stand, TooLittle, TrainingDigest};

/// Days over which adherence is told: four weeks.
pub const ADHERENCE_DAYS: u64 = 28;

/// How much of a plan was done. Runs, strength and cross-training count; rest, notes and mobility do not, nor does what
/// nobody planned and was brought in from another program.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Kept {
    /// Sessions that were due, also those of days ahead that were done or left out already.
    pub due: usize,
    /// Those done, moved ones and those cut short among them.
    pub done: usize,
    /// Of the done ones, those cut short.
    pub cut_short: usize,
    /// Of the done ones, those moved from where they were planned first.
    pub moved: usize,
    /// Those left out on purpose or reported as missed.
    pub left_out: usize,
    /// Those whose day passed without being logged.
    pub unspoken: usize,
    /// Those that are planned and not due yet.
    pub to_come: usize,
    /// Load of all that was due, as planned, in AU.
    pub planned_au: f64,
    /// Load of what was done, in AU.
    pub done_au: f64,
}

impl Kept {
    /// Done over due by count, from 0 to 1; `None` when nothing was due.
    pub fn by_count(&self) -> Option<f64> {
        (self.due > 0).then(|| self.done as f64 / self.due as f64)
    }

    /// Done over due by load; above 1 when more was done than planned. `None` when nothing was due.
    pub fn by_load(&self) -> Option<f64> {
        (self.planned_au > 0.0).then(|| self.done_au / self.planned_au)
    }

    fn add(&mut self, session: &SessionFigures, today: NaiveDate) {
        if !session.is_training() || !session.was_planned {
            return;
        }
        if session.is_to_come(today) {
            self.to_come += 1;
            return;
        }
        self.due += 1;
        self.planned_au += session.planned.au;
        self.done_au += session.done.au;
        if session.stand.is_trained() {
            self.done += 1;
            self.moved += usize::from(session.moved);
        }
        match session.stand {
            Stand::Done => {}
            Stand::CutShort => self.cut_short += 1,
            Stand::LeftOut => self.left_out += 1,
            Stand::Open => self.unspoken += 1,
        }
    }
}

/// Adherence of one week or month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdherenceBar {
    /// Its days.
    pub bucket: Period,
    /// How much of its plan was done.
    pub kept: Kept,
    /// How much of the plan was done in the four weeks that end with it, or with `today` in the current one.
    pub four_weeks: Kept,
}

/// How much of the plan was done by week or month, each with the four weeks that end with it, and what of it is still to
/// come. A session counts on the day it was moved to; what is due today and still open is to come. Races without a session
/// are left out.
///
/// # Errors
///
/// Says what is missing when nothing in the period was due yet.
pub fn adherence(
    figures: &TrainingDigest,
    today: NaiveDate,
    period: Period,
    grouping: Grouping,
) -> Drawn<Vec<AdherenceBar>> {
    let buckets = period.cut(grouping, figures.profile().week_start);
    let bars: Vec<_> = buckets
        .into_iter()
        .map(|bucket| AdherenceBar {
            bucket,
            kept: kept(figures, today, bucket),
            four_weeks: kept_lately(figures, today, bucket.last.min(today)),
        })
        .collect();
    if bars.iter().all(|bar| bar.kept.due == 0) {
        return Err(TooLittle::needs("a planned session whose day has come"));
    }
    Ok(bars)
}

/// How much of the plan was done in the four weeks that end with `last`.
pub fn kept_lately(figures: &TrainingDigest, today: NaiveDate, last: NaiveDate) -> Kept {
    let days = Period::of_days(last, 1).shifted(1 - ADHERENCE_DAYS as i64);
    kept(figures, today, Period::of_days(days.first, ADHERENCE_DAYS))
}

fn kept(figures: &TrainingDigest, today: NaiveDate, period: Period) -> Kept {
    let mut kept = Kept::default();
    for session in figures.sessions_within(period) {
        kept.add(session, today);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{athlete, day, figures_of, planned_run, ran};
    use super::*;
    use crate::domain::{
        ExternalId, Plan, RunKind, RunPlan, Session, Slot, Start, Status, Workout,
    };

    fn with(status: Status, mut session: Session) -> Session {
        session.status = status;
        session
    }

    /// Years that were brought in from elsewhere keep no plan, for there was none.
    #[test]
    fn what_was_only_brought_in_is_no_plan_that_was_kept() {
        let imported = |mut session: Session| {
            session.external.push(ExternalId {
                system: "strava".into(),
                id: session.id.to_string(),
            });
            session
        };
        let mut unplanned = imported(ran(1, "2026-11-18", 8.0, 50));
        unplanned.plan = Plan {
            title: "Morning Run".into(),
            ..Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)))
        }
        .into();
        assert!(!unplanned.was_planned());
        let joined = imported(ran(2, "2026-11-19", 8.0, 50));
        assert!(joined.was_planned());
        let open = planned_run(3, "2026-11-20", 10.0, 60);
        let figures = figures_of(&athlete([unplanned, joined, open]));
        let kept = kept_lately(&figures, day("2026-11-25"), day("2026-11-25"));
        assert_eq!((kept.due, kept.done), (2, 1));
        assert_eq!(
            figures
                .sessions_within(Period::of_days(day("2026-11-18"), 1))
                .next()
                .map(|session| { (session.planned.au, session.done.meters) }),
            Some((0.0, 8000.0))
        );
    }

    #[test]
    fn four_weeks_tell_what_became_of_the_plan() {
        let mut moved = ran(2, "2026-11-18", 8.0, 50);
        moved.first_planned = Some(Slot {
            date: day("2026-11-17"),
            start: Start::Unset,
        });
        let skipped = Status::Skipped {
            reason: "ill".into(),
        };
        let figures = figures_of(&athlete([
            ran(1, "2026-11-16", 8.0, 50),
            moved,
            with(Status::Partial, ran(3, "2026-11-19", 4.0, 25)),
            with(skipped, planned_run(4, "2026-11-20", 8.0, 50)),
            planned_run(5, "2026-11-21", 8.0, 50),
            planned_run(6, "2026-11-25", 8.0, 50),
            planned_run(7, "2026-11-27", 8.0, 50),
            // A log of next week counts there, and not in the four weeks that end today.
            ran(8, "2026-12-02", 8.0, 50),
            ran(9, "2026-10-28", 8.0, 50),
        ]));
        let kept = kept_lately(&figures, day("2026-11-25"), day("2026-11-25"));
        assert_eq!((kept.due, kept.done), (5, 3));
        assert_eq!(
            (kept.cut_short, kept.moved, kept.left_out, kept.unspoken),
            (1, 1, 1, 1)
        );
        assert_eq!(kept.by_count(), Some(0.6));
        // Planned 4 × 250 and 125, done 300, 300 and 150.
        assert_eq!((kept.planned_au, kept.done_au), (1125.0, 750.0));
    }

    #[test]
    fn weeks_to_come_have_only_their_plan() {
        let figures = figures_of(&athlete([
            ran(1, "2026-11-24", 8.0, 50),
            planned_run(2, "2026-11-25", 8.0, 50),
            planned_run(3, "2026-12-01", 8.0, 50),
            planned_run(4, "2026-12-03", 8.0, 50),
        ]));
        let period = Period::new(day("2026-11-16"), day("2026-12-06"));
        let bars = adherence(&figures, day("2026-11-25"), period, Grouping::Week).unwrap();
        let ahead: Vec<_> = bars
            .iter()
            .map(|bar| (bar.kept.due, bar.kept.to_come))
            .collect();
        assert_eq!(ahead, [(0, 0), (1, 1), (0, 2)]);
        assert_eq!(bars[0].kept.by_count(), None);
        assert_eq!(bars[1].four_weeks.due, 1);
        // One that was logged before its day is no longer ahead, and not gone either.
        let early = figures_of(&athlete([
            ran(1, "2026-11-24", 8.0, 50),
            ran(2, "2026-11-28", 8.0, 50),
        ]));
        let bars = adherence(&early, day("2026-11-25"), period, Grouping::Week).unwrap();
        assert_eq!((bars[1].kept.due, bars[1].kept.done), (2, 2));
        let later = Period::new(day("2026-11-30"), day("2026-12-06"));
        let told = adherence(&figures, day("2026-11-25"), later, Grouping::Week).unwrap_err();
        assert_eq!(
            told.to_string(),
            "This needs a planned session whose day has come."
        );
    }
}
