//! The numbers and the Mondays of a plan's weeks, from what the source says of any of them.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::builder::Builder;
use super::dates::monday_of;
use super::reading::Options;

impl Builder {
    /// Numbers from 1: as the source counts, turned round where it counts down, in their order where it does not. A
    /// week that is another one in the source, as in a mail of the sixth alone, keeps that number in its title.
    pub(super) fn number_weeks(&mut self) {
        let said: Vec<Option<u32>> = self.weeks.iter().map(|week| week.number).collect();
        self.count_weeks();
        for (week, said) in self.weeks.iter_mut().zip(said) {
            if let Some(said) = said.filter(|_| said != week.number && week.to_go.is_none()) {
                week.was(said);
            }
        }
    }

    fn count_weeks(&mut self) {
        let most = self.weeks.iter().filter_map(|week| week.to_go).max();
        // A race week after numbered weeks follows the last of them.
        let most = most.filter(|most| *most > 0);
        if let Some(most) = most {
            let mut next = None;
            for week in &mut self.weeks {
                let number = week.to_go.map(|to_go| most - to_go + 1).or(next);
                week.number = number.or(Some(1));
                next = week.number.map(|number| number + 1);
            }
            return;
        }
        let numbers: Vec<u32> = self.weeks.iter().filter_map(|week| week.number).collect();
        let falls = numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] + 1 == pair[0]);
        let rises = numbers.windows(2).all(|pair| pair[1] > pair[0]);
        let dated = self.weeks.iter().all(|week| week.monday.is_some()) && !self.weeks.is_empty();
        if falls {
            let first = numbers[0];
            for week in &mut self.weeks {
                week.to_go = week.number.map(|number| number.saturating_sub(1));
                week.number = week.number.map(|number| first - number + 1);
            }
        } else if dated {
            let first = self.weeks.iter().filter_map(|week| week.monday).min();
            for week in &mut self.weeks {
                if let (Some(first), Some(monday)) = (first, week.monday) {
                    week.number = u32::try_from((monday - first).num_days() / 7 + 1).ok();
                }
            }
        } else if !rises {
            // The same number again, as in two blocks of four weeks: they follow one another.
            for (at, week) in (1_u32..).zip(&mut self.weeks) {
                week.number = Some(at);
            }
        }
        let mut last = 0;
        for week in self
            .weeks
            .iter_mut()
            .filter(|week| week.filled || week.number.is_some())
        {
            let number = week.number.unwrap_or(last + 1);
            week.number = Some(number);
            last = number;
        }
        // Weeks numbered like those of a calendar, or from the middle of a plan, begin at 1 here: what comes first is
        // what the plan begins with.
        let least = self
            .weeks
            .iter()
            .filter_map(|week| week.number)
            .min()
            .unwrap_or(1);
        if least > 1 {
            for week in &mut self.weeks {
                week.number = week.number.map(|number| number - least + 1);
            }
        }
    }

    /// The Mondays of weeks that have none, from the start, the race, or the weeks around them.
    pub(super) fn date_weeks(&mut self, options: &Options) {
        let known = self
            .weeks
            .iter()
            .filter(|week| week.counted)
            .find_map(|week| Some((week.number?, week.monday?)));
        let last = self
            .weeks
            .iter()
            .filter(|week| week.filled)
            .filter_map(|week| week.number)
            .max()
            .unwrap_or(1);
        let race_week = self
            .weeks
            .iter()
            .find_map(|week| (week.to_go == Some(0)).then_some(week.number?))
            .unwrap_or(last);
        let anchor = match (options.start, options.race, known) {
            (Some(start), _, _) => {
                // No day may lie before the start of the plan. If it starts on another day than Sunday, the Sundays of
                // weeks that begin with Sunday come last.
                self.sunday_first &= start.weekday() == Weekday::Sun;
                let monday = self.monday_in_week_of(start);
                // A week from Monday that is to start on a Sunday begins on the next day, not six days before.
                let late = start.weekday() == Weekday::Sun
                    && monday < start
                    && self.has_workdays_in_first_week();
                let monday = if late { start.succ_opt() } else { Some(monday) };
                monday.map(|monday| (1, monday))
            }
            (None, Some(race), _) => Some((race_week, self.monday_in_week_of(race))),
            (None, None, Some(known)) => Some(known),
            (None, None, None) => {
                let filled = self.weeks.iter().filter(|week| week.filled);
                let first = filled.filter_map(|week| week.number).min().unwrap_or(1);
                self.start
                    .map(|start| (first, self.monday_in_week_of(start)))
            }
        };
        let Some((number, monday)) = anchor else {
            return;
        };
        let said = options.start.is_some() || options.race.is_some();
        for week in &mut self.weeks {
            let Some(own) = week.number else { continue };
            if week.monday.is_some() && !said {
                continue;
            }
            let days = Days::new(7 * u64::from(own.abs_diff(number)));
            week.monday = if own >= number {
                monday.checked_add_days(days)
            } else {
                monday.checked_sub_days(days)
            };
        }
    }

    /// True where something stands on another day than Sunday of the first week.
    fn has_workdays_in_first_week(&self) -> bool {
        self.placed.iter().any(|placed| {
            let week = self.weeks.get(placed.week);
            let day = placed.session.day;
            week.is_some_and(|week| week.number == Some(1))
                && day.is_some_and(|day| day != Weekday::Sun)
        })
    }

    /// The Monday in the week of a day, as the plan counts its weeks.
    fn monday_in_week_of(&self, day: NaiveDate) -> NaiveDate {
        let monday = monday_of(day);
        if self.sunday_first && day.weekday() == Weekday::Sun {
            monday.checked_add_days(Days::new(7)).unwrap_or(monday)
        } else {
            monday
        }
    }
}
