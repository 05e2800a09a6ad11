//! What the roster says of one athlete, worked out off the screen.

use std::cmp::Reverse;

use chrono::{Days, NaiveDate};

use crate::domain::{
    Athlete, AthleteId, Kind, LegLoad, Race, Session, Status, Week, WorkspaceSettings, names,
};
use crate::library::Library;
use crate::load::series::{self};
use crate::rules::arrange::Tally;
use crate::rules::{Context, Finding, Severity, WeekFindings, checkup};
use crate::ui::card_facts::session_facts;
use crate::ui::format;

/// The current week and the next.
const WEEKS: u32 = 2;
/// Days over which what was done is held against what was planned.
const LOOK_BACK: Days = Days::new(28);

/// One athlete of the roster.
#[derive(Debug, Clone, PartialEq)]
pub struct RosterRow {
    /// Who.
    pub athlete: AthleteId,
    /// The name.
    pub name: String,
    /// The words the coach sorts them by.
    pub tags: Vec<String>,
    /// The name of the next race; empty without one.
    pub race: String,
    /// The week that was asked for and the next, with their findings.
    pub weeks: Vec<WeekFindings>,
    /// What stands on each day of these weeks.
    pub days: Vec<[Vec<Square>; 7]>,
    /// How much of the last four weeks' plan was done, in percent; `None` where nothing was planned.
    pub done: Option<u32>,
    /// When the next race is.
    pub race_day: Option<NaiveDate>,
    /// The running of the first week in metres.
    pub metres: f64,
    /// When something was logged last.
    pub logged: Option<NaiveDate>,
    /// The first week's running: "38 km · +9 %"; empty without any.
    pub running: String,
    /// When something was logged last: "today", "3 d ago"; empty when nothing ever was.
    pub last_log: String,
}

/// A session as a coloured square.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Square {
    /// Its kind.
    pub kind: Kind,
    /// What it asks of the legs, for the colour.
    pub leg_load: LegLoad,
}

/// How an athlete stands, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Something was found.
    Found,
    /// Nothing is planned in the two weeks.
    NoPlan,
    /// All is well.
    Clear,
}

impl RosterRow {
    /// The line of the roster for an athlete in the week that holds `from` and the next.
    pub fn of(
        athlete: &Athlete,
        settings: &WorkspaceSettings,
        library: &Library,
        today: NaiveDate,
        from: NaiveDate,
    ) -> Self {
        let profile = settings.checked(&athlete.profile);
        let context = Context::new(&profile, library, today);
        let weeks = checkup(athlete, &context, from, WEEKS);
        let squares = weeks
            .iter()
            .map(|week| squares(athlete, library, week.first));
        Self {
            athlete: athlete.id,
            name: profile.name.clone(),
            tags: profile.tags.clone(),
            race: race_after(athlete, today).map_or_else(String::new, |race| race.name.clone()),
            days: squares.collect(),
            weeks,
            done: done_percent(athlete, today),
            race_day: race_after(athlete, today).map(|race| race.date),
            metres: metres(athlete, library, today, from),
            logged: logged(athlete, today),
            running: running(athlete, library, today, from),
            last_log: last_log(athlete, today),
        }
    }

    /// How many findings there are of each severity in all its weeks.
    pub fn tally(&self) -> Tally {
        let mut all = Tally::default();
        for week in &self.weeks {
            let tally = week.tally();
            all.conflicts += tally.conflicts;
            all.cautions += tally.cautions;
            all.tips += tally.tips;
        }
        all
    }

    /// True when something of this severity was found.
    pub fn has(&self, severity: Severity) -> bool {
        let mut findings = self.weeks.iter().flat_map(|week| &week.findings);
        findings.any(|finding| finding.severity == severity)
    }

    /// How the athlete stands.
    pub fn standing(&self) -> Standing {
        if !self.tally().is_clear() {
            Standing::Found
        } else if self.weeks.iter().any(|week| week.is_planned) {
            Standing::Clear
        } else {
            Standing::NoPlan
        }
    }

    /// The findings with the week of each, worst first.
    pub fn findings(&self) -> Vec<(NaiveDate, &Finding)> {
        let of_week = |week: &'_ WeekFindings| week.first;
        let mut all: Vec<(NaiveDate, &Finding)> = Vec::new();
        for week in &self.weeks {
            all.extend(week.findings.iter().map(|finding| (of_week(week), finding)));
        }
        all.sort_by_key(|(_, finding)| Reverse(finding.severity));
        all
    }

    /// The next race with its day: "Half marathon · 10 Jan"; empty without one.
    pub fn race_words(&self) -> String {
        let day = self.race_on();
        if day.is_empty() {
            return day;
        }
        format!("{} · {day}", self.race)
    }

    /// The day of the next race: "10 Jan"; empty without one.
    pub fn race_on(&self) -> String {
        self.race_day.map_or_else(String::new, format::day_month)
    }

    /// What orders the list: the worst first, then those without a plan, then who is clear; alike by name.
    pub fn rank(&self) -> (Standing, Reverse<Tally>, String) {
        (
            self.standing(),
            Reverse(self.tally()),
            names::plain(&self.name),
        )
    }
}

fn squares(athlete: &Athlete, library: &Library, first: NaiveDate) -> [Vec<Square>; 7] {
    std::array::from_fn(|day| {
        let Some(date) = first.checked_add_days(Days::new(day as u64)) else {
            return Vec::new();
        };
        let day = athlete.sessions.on(date).iter();
        let sessions = day.filter(|session| session.kind().is_session());
        sessions
            .map(|session| Square {
                kind: session.kind(),
                leg_load: session_facts(session, athlete, library).leg_load(),
            })
            .collect()
    })
}

fn race_after(athlete: &Athlete, today: NaiveDate) -> Option<&Race> {
    let races = athlete.profile.races.iter();
    races
        .filter(|race| race.date >= today)
        .min_by_key(|race| race.date)
}

fn done_percent(athlete: &Athlete, today: NaiveDate) -> Option<u32> {
    let (from, to) = (today.checked_sub_days(LOOK_BACK)?, today.pred_opt()?);
    let sessions = athlete.sessions.between(from, to).iter();
    let (mut planned, mut done) = (0_u32, 0_u32);
    for session in sessions.filter(|session| session.kind().is_session()) {
        planned += 1;
        done += u32::from(session.status.is_trained());
    }
    (planned > 0).then(|| (100 * done + planned / 2) / planned)
}

fn metres(athlete: &Athlete, library: &Library, today: NaiveDate, from: NaiveDate) -> f64 {
    let first = Week::of(from, athlete.profile.week_start).first();
    let weeks = series::weekly(athlete, library, today, first, 1);
    weeks.first().map_or(0.0, |week| week.distance().m())
}

fn running(athlete: &Athlete, library: &Library, today: NaiveDate, from: NaiveDate) -> String {
    let first = Week::of(from, athlete.profile.week_start).first();
    let Some(before) = first.checked_sub_days(Days::new(7)) else {
        return String::new();
    };
    let weeks = series::weekly(athlete, library, today, before, 2);
    let [last, this] = weeks.as_slice() else {
        return String::new();
    };
    if this.distance().m() <= 0.0 {
        return String::new();
    }
    let distance = format::distance(this.distance(), athlete.profile.units);
    match this.distance_change(last) {
        Some(change) => {
            let percent = (change * 100.0).round();
            let sign = if percent < 0.0 { "−" } else { "+" };
            format!("{distance} · {sign}{} %", format::number(percent.abs(), 0))
        }
        None => distance,
    }
}

fn logged(athlete: &Athlete, today: NaiveDate) -> Option<NaiveDate> {
    let mut sessions = athlete.sessions.all().iter().rev();
    let is_told = |session: &&std::sync::Arc<Session>| session.status != Status::Planned;
    let last = sessions.find(|session| session.date <= today && is_told(session));
    last.map(|session| session.date)
}

fn last_log(athlete: &Athlete, today: NaiveDate) -> String {
    match logged(athlete, today).map(|date| (today - date).num_days()) {
        None => String::new(),
        Some(0) => "today".to_owned(),
        Some(days @ 1..=13) => format!("{days} d ago"),
        Some(days) => format!("{} weeks ago", days / 7),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
    }

    fn row(plan: &str) -> RosterRow {
        let library = Library::shipped().unwrap();
        let read = text::read(plan, &library);
        assert!(read.errors.is_empty(), "{:?}", read.errors);
        RosterRow::of(
            &read.athlete(),
            &WorkspaceSettings::default(),
            &library,
            today(),
            today(),
        )
    }

    #[test]
    fn the_worst_stand_first_then_who_has_no_plan_then_who_is_clear() {
        let conflict = "week: 2026-W48\nFri strength lower heavy 40min\nSat tempo 50min";
        let tip = "week: 2026-W48\nFri steady 60min\nSat long 15km\nTue strength upper 30min\nMon strength upper 30min";
        let quiet =
            "week: 2026-W48\nFri easy 30min\nMon strength upper 30min\nWed strength core 20min";
        let mut rows = [
            ("clear", row(quiet)),
            ("none", row("week: 2026-W30\nMon easy 30min")),
            ("tip", row(tip)),
            ("conflict", row(conflict)),
        ];
        rows.sort_by_key(|(_, row)| row.rank());
        let order: Vec<&str> = rows.iter().map(|(name, _)| *name).collect();
        assert_eq!(order, ["conflict", "tip", "none", "clear"]);
        let standings: Vec<Standing> = rows.iter().map(|(_, row)| row.standing()).collect();
        assert_eq!(
            standings,
            [
                Standing::Found,
                Standing::Found,
                Standing::NoPlan,
                Standing::Clear
            ]
        );
    }

    #[test]
    fn days_have_a_square_for_each_session() {
        let row = row("week: 2026-W48\nMon easy 30min; strength lower heavy 40min\nTue rest");
        let [monday, tuesday, ..] = &row.days[0];
        assert_eq!((monday.len(), tuesday.len()), (2, 0));
        assert_eq!(monday[1].leg_load, LegLoad::Heavy);
    }
}
