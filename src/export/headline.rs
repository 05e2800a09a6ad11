//! The lines at the head of a week: which week it is, what it leads to, and how much it is.

use std::sync::Arc;

use chrono::{Datelike, Weekday};

use crate::domain::{Athlete, Kind, Meters, Race, RacePriority, Session};
use crate::library::Library;
use crate::load;

use super::week_data::Week;
use super::words;

impl Week<'_> {
    /// The ISO week, which is the week of its Thursday, wherever the athlete's week begins.
    pub(super) fn number(&self) -> u32 {
        let thursday = self.days.iter().find(|day| day.weekday() == Weekday::Thu);
        thursday.unwrap_or(&self.days[0]).iso_week().week()
    }

    pub(super) fn subtitle(&self, library: &Library) -> String {
        let week = format!("Week {}", self.number());
        let span = words::span(self.days[0], self.days[6]);
        words::joined(
            [week, span]
                .into_iter()
                .chain(self.countdown())
                .chain(self.program(library)),
            " · ",
        )
    }

    /// "Half marathon in 7 weeks": the next race that matters most.
    fn countdown(&self) -> Option<String> {
        let ahead = || {
            self.athlete
                .profile
                .races
                .iter()
                .filter(|race| race.date >= self.days[0])
        };
        let goal = |race: &&Race| race.priority == RacePriority::A;
        let race = ahead()
            .filter(goal)
            .min_by_key(|race| race.date)
            .or_else(|| ahead().min_by_key(|race| race.date))?;
        let days = (race.date - self.days[0]).num_days();
        let weeks = (days as f64 / 7.0).round().max(1.0) as usize;
        let name = race.name.trim();
        Some(if race.date <= self.days[6] {
            format!("{name} this week")
        } else {
            format!("{name} in {}", words::counted(weeks, "week", "weeks"))
        })
    }

    /// "Build 5 of 12", when the week was laid out from a template of several weeks.
    fn program(&self, library: &Library) -> Option<String> {
        self.sessions
            .iter()
            .filter_map(|session| session.origin.as_ref())
            .find_map(|origin| {
                let template = library
                    .weeks()
                    .iter()
                    .find(|week| week.id.as_str() == origin.source)?;
                let weeks = template.weeks();
                (origin.week > 0 && weeks > 1)
                    .then(|| format!("{} {} of {weeks}", template.name, origin.week))
            })
    }

    pub(super) fn totals(&self) -> Vec<String> {
        let planned = self.sessions.iter();
        let mut lines = vec![self.total_of(planned, planned_distance)];
        let mut trained = self
            .sessions
            .iter()
            .filter(|session| session.status.is_trained())
            .peekable();
        if trained.peek().is_some() {
            let done = self.total_of(trained, |session, _| logged_distance(session));
            lines.push(words::joined(["Done", done.as_str()], ": "));
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    fn total_of<'s>(
        &self,
        sessions: impl Iterator<Item = &'s Arc<Session>>,
        distance: impl Fn(&Session, &Athlete) -> Option<Meters>,
    ) -> String {
        let (mut meters, mut runs, mut strength, mut cross) = (0.0, 0, 0, 0);
        for session in sessions {
            match session.kind() {
                Kind::Run(_) => {
                    runs += 1;
                    meters += distance(session, self.athlete).map_or(0.0, Meters::m);
                }
                Kind::Strength => strength += 1,
                Kind::Cross => cross += 1,
                Kind::Mobility | Kind::Rest | Kind::Note => {}
            }
        }
        let unit = self.athlete.profile.units.distance;
        let running = match runs {
            0 => String::new(),
            _ if meters > 0.0 => format!(
                "{} running",
                words::rounded_distance(Meters::new(meters), unit)
            ),
            _ => words::counted(runs, "run", "runs"),
        };
        let some = |n: usize, one, many| {
            if n == 0 {
                String::new()
            } else {
                words::counted(n, one, many)
            }
        };
        let strength = some(strength, "strength session", "strength sessions");
        words::joined(
            [
                running,
                strength,
                some(cross, "cross-training session", "cross-training sessions"),
            ],
            " · ",
        )
    }
}

fn planned_distance(session: &Session, athlete: &Athlete) -> Option<Meters> {
    let estimate =
        load::distance_of(&session.plan, &athlete.profile).map(|estimate| estimate.value);
    estimate.or_else(|| session.plan.run().and_then(|run| run.distance))
}

fn logged_distance(session: &Session) -> Option<Meters> {
    session.log.as_ref()?.run?.distance
}
