//! What the shown span is held against: the same chart some weeks earlier.

use chrono::NaiveDate;

use super::choice::Compare;
use super::time::{Window, date_at};
use crate::domain::{DateStyle, Profile, Week};
use crate::library::Library;
use crate::load::ProgramBlock;

/// What is known where a comparison is made.
#[derive(Debug, Clone, Copy)]
pub struct CompareInput<'a> {
    /// Whose races and weeks.
    pub profile: &'a Profile,
    /// Their program blocks, by their first day.
    pub blocks: &'a [ProgramBlock],
    /// The names of the programs.
    pub library: &'a Library,
    /// The current day.
    pub today: NaiveDate,
    /// How days are written.
    pub dates: DateStyle,
    /// The days on screen.
    pub window: Window,
    /// The days that were on screen before somebody moved or zoomed: what a block of no program is laid under.
    pub home: Window,
}

/// An earlier time to hold the shown span against.
#[derive(Debug, Clone, PartialEq)]
pub struct Earlier {
    /// How many days before the shown span it lies: whole weeks, so that Mondays meet.
    pub days: f64,
    /// What it is called on the chart.
    pub name: String,
}

/// The earlier time that a comparison stands for; `None` where there is none, or where it is the shown time itself.
pub fn earlier(compare: Compare, input: &CompareInput<'_>) -> Option<Earlier> {
    let (weeks, name) = match compare {
        Compare::Nothing => return None,
        Compare::YearBefore => (52.0, "a year before".to_owned()),
        Compare::SpanBefore => {
            let weeks = (input.window.days() / 7.0).round().max(1.0);
            (weeks, format!("{weeks} weeks before"))
        }
        Compare::Race(id) => {
            let races = &input.profile.races;
            let then = races.iter().find(|race| race.id == id)?;
            let ahead = races.iter().filter(|race| race.date > then.date);
            let goal = ahead
                .clone()
                .filter(|race| race.date >= input.today)
                .map(|race| race.date)
                .min()
                .or_else(|| ahead.map(|race| race.date).max())?;
            let weeks = ((goal - then.date).num_days() as f64 / 7.0).round();
            (weeks, format!("before {}", then.name))
        }
        Compare::From(date) => from(date, input)?,
    };
    (weeks != 0.0).then_some(Earlier {
        days: 7.0 * weeks,
        name,
    })
}

/// The weeks from `date` on, the first of them under the first week of the program block of now, where a block
/// begins in both; else under the first week of the span.
fn from(date: NaiveDate, input: &CompareInput<'_>) -> Option<(f64, String)> {
    let week = |date| Week::of(date, input.profile.week_start).first();
    let block = input
        .blocks
        .iter()
        .find(|block| week(block.first) == week(date));
    let now = block.and_then(|block| current_block(input, block));
    let anchor = match now {
        Some(now) => now.first,
        None => date_at(input.home.start)?,
    };
    let weeks = (week(anchor) - week(date)).num_days() / 7;
    let since = input.dates.date(date);
    let name = match block {
        Some(block) => format!("{}, from {since}", block.name(input.library)),
        None => format!("from {since}"),
    };
    Some((weeks as f64, name))
}

/// The block that another is held against: that of today, else the next to begin, else the last one.
fn current_block<'a>(input: &CompareInput<'a>, then: &ProgramBlock) -> Option<&'a ProgramBlock> {
    let others = || input.blocks.iter().filter(|block| *block != then);
    let today = input.today;
    others()
        .rfind(|block| (block.first..=block.last).contains(&today))
        .or_else(|| others().find(|block| block.first > today))
        .or_else(|| others().rfind(|block| block.first > then.first))
}

/// The blocks that the block of now can be held against, the latest first: those that have begun before it.
pub fn comparable<'a>(blocks: &'a [ProgramBlock], today: NaiveDate) -> Vec<&'a ProgramBlock> {
    let is_past = |block: &&'a ProgramBlock| block.last < today;
    blocks.iter().rev().filter(is_past).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::Days;

    use super::super::time::day_of;
    use super::*;
    use crate::domain::{
        Athlete, AthleteId, Origin, Plan, Race, RaceId, Session, SessionId, Stamp, StrengthPlan,
        Workout,
    };
    use crate::load::BlockBook;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// An athlete with four weeks of each of these programs from a day on.
    fn athlete(programs: &[(&str, &str)]) -> Athlete {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        for (place, (program, first)) in programs.iter().enumerate() {
            for week in 0..4_u32 {
                let id = SessionId::from_bits((10 * place) as u128 + u128::from(week));
                let date = day(first) + Days::new(7 * u64::from(week));
                let plan = Plan::new(Workout::Strength(StrengthPlan::default()));
                let mut session = Session::planned(id, date, plan, Stamp::default());
                session.origin = Some(
                    Origin {
                        source: (*program).to_owned(),
                        week: week + 1,
                        slot: 1,
                    }
                    .into(),
                );
                athlete.sessions.put(Arc::new(session), 0);
            }
        }
        athlete
    }

    fn held(compare: Compare, athlete: &Athlete) -> Option<(f64, String)> {
        let library = Library::default();
        let blocks = BlockBook::default().update(athlete);
        let home = Window {
            start: day_of(day("2026-10-12")),
            end: day_of(day("2027-01-04")),
        };
        let input = CompareInput {
            profile: &athlete.profile,
            blocks: &blocks,
            library: &library,
            today: day("2026-11-25"),
            dates: DateStyle::default(),
            window: home,
            home,
        };
        earlier(compare, &input).map(|earlier| (earlier.days / 7.0, earlier.name))
    }

    #[test]
    fn a_block_lies_with_its_first_week_under_that_of_the_block_of_now() {
        let athlete = athlete(&[("six", "2026-03-04"), ("eight", "2026-11-09")]);
        let (weeks, name) = held(Compare::From(day("2026-03-04")), &athlete).unwrap();
        assert_eq!(
            (weeks, name.as_str()),
            (36.0, "A program since deleted, from 4 Mar 2026")
        );
    }

    #[test]
    fn weeks_of_no_program_lie_under_the_first_week_of_the_span() {
        let athlete = athlete(&[("eight", "2026-11-09")]);
        let (weeks, name) = held(Compare::From(day("2026-06-03")), &athlete).unwrap();
        assert_eq!((weeks, name.as_str()), (19.0, "from 3 Jun 2026"));
        let itself = held(Compare::From(day("2026-10-14")), &athlete);
        assert_eq!(itself, None, "the span against itself says nothing");
    }

    #[test]
    fn a_block_without_another_lies_under_the_span_and_a_race_under_the_next_one() {
        let mut athlete = athlete(&[("six", "2026-03-04")]);
        let (weeks, _) = held(Compare::From(day("2026-03-04")), &athlete).unwrap();
        assert_eq!(weeks, 32.0);
        let race =
            |bits, date| Race::new(RaceId::from_bits(bits), day(date), format!("Race {bits}"));
        athlete.profile.races = vec![race(1, "2026-04-12"), race(2, "2027-01-03")];
        let before = held(Compare::Race(RaceId::from_bits(1)), &athlete).unwrap();
        assert_eq!(before, (38.0, "before Race 1".to_owned()));
        assert_eq!(held(Compare::Race(RaceId::from_bits(2)), &athlete), None);
        assert_eq!(held(Compare::Race(RaceId::from_bits(9)), &athlete), None);
    }
}
