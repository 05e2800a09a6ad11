//! The weeks of a whole calendar in which a rule objects, kept up to date edit by edit.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, Profile, Session};

use super::breaches::{Breach, breaches_of_span, spans};
use super::context::Context;
use super::lookback::{FARTHEST, left_out};
use super::timeline::REACH;
use super::timeline_entry::shifted;

/// The weeks of an athlete's calendar in which a rule objects, year by year.
///
/// What is found in a year depends on its sessions and on those around it that the rules look at. After an edit the
/// years are checked anew in whose reach something changed: so what it costs does not grow with the history.
#[derive(Debug, Clone, Default)]
pub struct BreachBook {
    basis: Option<Basis>,
    years: Vec<Year>,
}

/// What every year depends on.
#[derive(Debug, Clone, PartialEq)]
struct Basis {
    profile: Profile,
    today: NaiveDate,
    /// The day of the first session of all.
    since: NaiveDate,
    /// Days of races that were left out, wherever they are.
    left_out: Vec<NaiveDate>,
}

/// The span of about a year that is checked at a time.
#[derive(Debug, Clone)]
struct Year {
    days: (NaiveDate, NaiveDate),
    /// The sessions that the rules may have looked at.
    seen: Vec<Arc<Session>>,
    breaches: Vec<Breach>,
}

impl BreachBook {
    /// Brings the book up to an athlete, the one it is of after an edit or another, and returns how many years were
    /// checked. It knows no library from another: where an exercise changed, a new book is needed.
    pub fn update(&mut self, athlete: &Athlete, context: &Context) -> usize {
        let all = athlete.sessions.all();
        let (Some(first), Some(last)) = (all.first(), all.last()) else {
            *self = Self::default();
            return 0;
        };
        let basis = Basis {
            profile: context.profile.clone(),
            today: context.today,
            since: first.date,
            left_out: left_out(athlete),
        };
        if self.basis.as_ref() != Some(&basis) {
            self.years.clear();
            self.basis = Some(basis);
        }
        let mut checked = 0;
        let mut before = std::mem::take(&mut self.years).into_iter();
        let start = athlete.profile.week_start;
        for days in spans(first.date, last.date, start) {
            let from = shifted(days.0, -(REACH + FARTHEST));
            let seen = athlete.sessions.between(from, shifted(days.1, REACH));
            let known = before.next().filter(|year| year.is_of(days, seen));
            self.years.push(known.unwrap_or_else(|| {
                checked += 1;
                Year {
                    days,
                    seen: seen.to_vec(),
                    breaches: breaches_of_span(athlete, context, days.0, days.1),
                }
            }));
        }
        checked
    }

    /// The weeks in which a rule objects, in order, over the whole calendar.
    pub fn breaches(&self) -> Vec<Breach> {
        let years = self.years.iter();
        years.flat_map(|year| &year.breaches).cloned().collect()
    }
}

impl Year {
    fn is_of(&self, days: (NaiveDate, NaiveDate), seen: &[Arc<Session>]) -> bool {
        let mut pairs = self.seen.iter().zip(seen);
        self.days == days
            && self.seen.len() == seen.len()
            && pairs.all(|(one, other)| Arc::ptr_eq(one, other))
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Log, Pain, SessionId, Status};
    use crate::rules::breaches;
    use crate::rules::tests::support::{TestWeek, monday, session};

    /// Sessions as the rules like them and as they do not.
    const WORDS: [&str; 8] = [
        "strength heavy",
        "strength light",
        "tempo",
        "intervals",
        "easy 45min",
        "long 120min",
        "race",
        "rest",
    ];

    /// Years of training with hard days beside each other, up to next week.
    fn years(weeks: u64) -> TestWeek {
        let usual = "Mon strength heavy; Tue tempo; Thu easy 60min; Sat long 100min";
        TestWeek::of("Tue strength heavy; Wed tempo; next Wed easy")
            .after(weeks, usual)
            .on(monday())
            .race("Sun")
    }

    #[derive(Debug, Clone)]
    struct Change {
        /// Which session, in thousandths of the way through the calendar.
        place: usize,
        days: i64,
        words: usize,
        /// Whether it becomes another, or goes, or is done with pain or without.
        what: usize,
    }

    fn change() -> impl Strategy<Value = Change> {
        (0..1000_usize, -400..400_i64, 0..WORDS.len(), 0..6_usize).prop_map(
            |(place, days, words, what)| Change {
                place,
                days,
                words,
                what,
            },
        )
    }

    fn apply(athlete: &mut Athlete, change: &Change) {
        let all = athlete.sessions.all();
        let Some(old) = all.get(change.place * all.len() / 1000) else {
            return;
        };
        let mut changed = Session::clone(old);
        match change.what {
            0 => {
                athlete.sessions.remove(changed.id);
                return;
            }
            1 => changed.date = shifted(changed.date, change.days),
            2 | 3 => {
                let hurts = Pain {
                    bone: true,
                    place: "shin".to_owned(),
                    ..Pain::default()
                };
                changed.status = Status::Done;
                changed.log = Some(Log {
                    pains: if change.what == 2 {
                        vec![hurts].into()
                    } else {
                        vec![].into()
                    },
                    ..Log::default()
                });
            }
            4 => changed.status = Status::Missed,
            _ => changed.plan = session(WORDS[change.words]).plan,
        }
        athlete.sessions.put(Arc::new(changed), change.words);
    }

    fn from_nothing(week: &TestWeek) -> Vec<Breach> {
        let all = week.athlete.sessions.all();
        let (Some(first), Some(last)) = (all.first(), all.last()) else {
            return Vec::new();
        };
        breaches(&week.athlete, &week.context(), first.date, last.date)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]

        #[test]
        fn a_book_says_after_every_edit_what_a_check_of_everything_would(
            changes in proptest::collection::vec(change(), 1..8)
        ) {
            let mut week = years(130);
            let mut book = BreachBook::default();
            book.update(&week.athlete, &week.context());
            prop_assert_eq!(book.breaches(), from_nothing(&week));
            for change in changes {
                apply(&mut week.athlete, &change);
                book.update(&week.athlete, &week.context());
                prop_assert_eq!(book.breaches(), from_nothing(&week));
            }
        }
    }

    #[test]
    fn an_edit_of_this_week_has_no_year_of_long_ago_checked_again() {
        let mut week = years(520);
        let mut book = BreachBook::default();
        assert!(book.update(&week.athlete, &week.context()) >= 10);
        assert_eq!(book.update(&week.athlete, &week.context()), 0);
        let now = week.athlete.sessions.on(monday() + Days::new(1))[0].clone();
        let mut changed = Session::clone(&now);
        changed.plan.note = "Keep it short".to_owned();
        week.athlete.sessions.put(Arc::new(changed), 0);
        assert!((1..=2).contains(&book.update(&week.athlete, &week.context())));
        // A book is not reused for another athlete.
        let mut other = years(10);
        other.athlete.profile.rules.strict_48h = Some(true);
        book.update(&other.athlete, &other.context());
        assert_eq!(book.breaches(), from_nothing(&other));
        other.athlete.sessions.remove(SessionId::from_bits(1));
        book.update(&other.athlete, &other.context());
        assert_eq!(book.breaches(), from_nothing(&other));
    }
}
