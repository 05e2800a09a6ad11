//! The lines at the head of a week: which week it is, what it leads to, and how much it is.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Kind, Meters, ProgramId, Session, Status, Week, countdown};
use crate::library::Library;
use crate::load::series;

use super::week_data::{WeekOptions, WeekPlan};
use super::words;

/// "Build 5 of 12": the place of these sessions in the program or the template weeks they were laid out from.
pub(super) fn program(sessions: &[Arc<Session>], library: &Library) -> Option<String> {
    let origins = sessions
        .iter()
        .filter_map(|session| session.origin.as_ref());
    let mut places = origins
        .filter(|origin| origin.week > 0)
        .filter_map(|origin| {
            let program = library.program(&ProgramId::new(&origin.source));
            let (name, weeks) = if let Some(program) = program {
                let week = program.week(origin.week as usize - 1);
                let phase = week.and_then(|week| week.phase);
                let name = phase.map_or(program.name.as_str(), |phase| phase.name());
                (name, program.weeks.len() as u32)
            } else {
                let mut known = library.weeks().iter();
                let template = known.find(|week| week.id.as_str() == origin.source)?;
                (template.name.as_str(), template.weeks())
            };
            (weeks > 1).then(|| format!("{name} {} of {weeks}", origin.week))
        });
    places.next()
}

impl WeekPlan<'_> {
    pub(super) fn number(&self) -> u32 {
        Week::starting(self.days[0]).number()
    }

    pub(super) fn subtitle(&self, library: &Library, options: &WeekOptions) -> String {
        let today = options.today;
        let week = format!("Week {}", self.number());
        let [first, .., last] = self.days;
        // A week is counted from its first day; the current one from the current day, as in the window.
        let day = if (first..=last).contains(&today) {
            today
        } else {
            first
        };
        words::joined(
            [week, options.dates.long_span(first, last)]
                .into_iter()
                .chain(countdown(&self.athlete.profile.races, day))
                .chain(program(self.sessions, library)),
            " · ",
        )
    }

    /// What the week comes to, as the window says it, and what of it is done.
    pub(super) fn totals(&self, library: &Library, today: NaiveDate) -> Vec<String> {
        if !self.is_planned() {
            return vec!["Nothing is planned for this week".to_owned()];
        }
        let [first, .., last] = self.days;
        let weeks = series::weekly(self.athlete, library, today, first, 1);
        let week = weeks.first();
        let far = week.map_or(Meters::default(), |week| {
            if last < today {
                week.planned.distance
            } else {
                week.distance()
            }
        });
        let mut lines = vec![self.total_of(self.sessions.iter(), far)];
        let mut trained = self
            .sessions
            .iter()
            .filter(|session| session.status.is_trained())
            .peekable();
        let cut_short = self.sessions.iter();
        let cut_short = cut_short.filter(|session| session.status == Status::Partial);
        let cut_short = cut_short.count();
        if trained.peek().is_some() {
            let far = week.map_or(Meters::default(), |week| week.done.distance);
            let done = self.total_of(trained, far);
            let mut done = words::joined(["Done", done.as_str()], ": ");
            if cut_short > 0 {
                done = format!("{done}, {cut_short} in part");
            }
            lines.push(done);
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    fn total_of<'s>(
        &self,
        sessions: impl Iterator<Item = &'s Arc<Session>>,
        far: Meters,
    ) -> String {
        let (mut runs, mut strength, mut cross) = (0, 0, 0);
        for session in sessions {
            match session.kind() {
                Kind::Run(_) => runs += 1,
                Kind::Strength => strength += 1,
                Kind::Cross => cross += 1,
                Kind::Mobility | Kind::Rest | Kind::Note => {}
            }
        }
        let unit = self.athlete.profile.units.distance;
        let running = if far.m() > 0.0 {
            format!("{} running", words::distance(far, unit))
        } else if runs > 0 {
            words::counted(runs, "run", "runs")
        } else {
            String::new()
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
