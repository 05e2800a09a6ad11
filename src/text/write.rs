//! Writes a plan as text. Every line is read again at once: what does not come back is told, never dropped.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::{
    Athlete, Level, LoadSource, LoadSpec, Plan, Prescription, Priority, RuleSettings, Session,
    Units, Week,
};
use crate::library::Library;
use crate::load::percent_load;
use crate::notation::{self, Style};

use super::cursor::{Cursor, Problems};
use super::days::day_word;
use super::exercises::exercise;
use super::lexer::{lex, quote};
use super::lossy::{besides_the_plan, sayable, sayable_exercise};
use super::names::Names;
use super::plan::{TEMPLATE_MONDAY, template_week};
use super::reader::read_for;
use super::sessions::session;
use super::words::kind_word;
use super::write_lines::{available_line, dose_words, name_word, race_line, session_words};

/// A plan as text, and what the format cannot say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// The text.
    pub text: String,
    /// What was left out, in words.
    pub left_out: Vec<String>,
    /// What was left out of each session, and of which.
    of_sessions: Vec<Loss>,
}

/// Something that the line of a session cannot say.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Loss {
    /// The session: "Mon 23 Nov, easy".
    of: String,
    /// What is lost: "the log".
    what: String,
}

impl Loss {
    fn sentence(&self) -> String {
        format!("{}: {}", self.of, self.what)
    }
}

impl Written {
    /// What was left out, for a line that is read in passing: what several sessions lost alike is told once.
    pub fn left_out_in_short(&self) -> Vec<String> {
        let mut told: Vec<String> = Vec::new();
        for loss in &self.of_sessions {
            let alike = self.of_sessions.iter().filter(|it| it.what == loss.what);
            let words = match alike.count() {
                1 => loss.sentence(),
                count => format!("{} in {count} sessions", loss.what),
            };
            if !told.contains(&words) {
                told.push(words);
            }
        }
        let of_none = |words: &&String| self.of_sessions.iter().all(|it| it.sentence() != **words);
        told.extend(self.left_out.iter().filter(of_none).cloned());
        told
    }
}

/// Writes the sessions of `from`–`to` with the athlete's headers: those that differ from what holds without them, and
/// the races from `from` on. From [`TEMPLATE_MONDAY`] on, or the first day of its week, template weeks are written.
pub fn write(athlete: &Athlete, library: &Library, from: NaiveDate, to: NaiveDate) -> Written {
    let loaded = |row: &Prescription, date| {
        let LoadSpec::Percent(percent) = row.load else {
            return None;
        };
        percent_load(athlete, library, &row.exercise, percent, date)
    };
    write_with(athlete, library, &loaded, from, to)
}

/// [`write`] with the exercises of `names`, and what percentages come to from `loaded`.
pub(super) fn write_with(
    athlete: &Athlete,
    names: &dyn Names,
    loaded: &dyn Fn(&Prescription, NaiveDate) -> Option<LoadSpec>,
    from: NaiveDate,
    to: NaiveDate,
) -> Written {
    let sessions = athlete.sessions.between(from, to);
    let mut writer = Writer {
        names,
        loaded,
        units: athlete.profile.units,
        written: Written::default(),
    };
    writer.headers(athlete, from);
    let week_of = |date| Week::of(date, athlete.profile.week_start);
    let template = template_week(athlete.profile.week_start);
    let is_template = from == TEMPLATE_MONDAY || from == template.first();
    let mut current = if is_template {
        template
    } else {
        let first = week_of(sessions.first().map_or(from, |session| session.date));
        writer.line(&format!("week: {first}"));
        first
    };
    writer.line("");
    for session in sessions {
        let week = week_of(session.date);
        if is_template || week.weeks_since(current) <= 1 {
            while current < week {
                writer.line("next week");
                current = current.next();
            }
        } else {
            writer.line(&format!("week: {week}"));
            current = week;
        }
        writer.session(session);
    }
    writer.not_in_any_line(athlete, from, to);
    writer.written
}

struct Writer<'n> {
    names: &'n dyn Names,
    /// What a percentage of the maximum comes to on a day.
    loaded: &'n dyn Fn(&Prescription, NaiveDate) -> Option<LoadSpec>,
    units: Units,
    written: Written,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        self.written.text.push_str(line);
        self.written.text.push('\n');
    }

    fn headers(&mut self, athlete: &Athlete, from: NaiveDate) {
        let profile = &athlete.profile;
        if !profile.name.is_empty() {
            self.header(
                &format!("athlete: {}", name_word(&profile.name)),
                "the athlete’s name",
            );
        }
        if profile.level != Level::default() {
            self.line(&format!("level: {}", profile.level.word()));
        }
        if let Some(policy) = profile.policy {
            self.line(&format!("policy: {}", policy.word()));
        }
        if profile.priority != Priority::default() {
            self.line(&format!("priority: {}", profile.priority.word()));
        }
        for race in profile.races.iter().filter(|race| race.date >= from) {
            self.header(
                &race_line(race, self.units),
                &format!("the race \"{}\"", race.name),
            );
        }
        if profile.week_start != Weekday::Mon {
            self.line(&format!("week start: {}", day_word(profile.week_start)));
        }
        if let Some(line) = available_line(&profile.availability) {
            self.header(&line, "when the athlete can train");
        }
    }

    /// A header, or what it would have said when it cannot be read back.
    fn header(&mut self, line: &str, what: &str) {
        if read_for(line, self.names, None).errors.is_empty() {
            self.line(line);
        } else {
            self.written.left_out.push(what.to_owned());
        }
    }

    fn session(&mut self, session: &Session) {
        let (plan, mut lost) = sayable(&session.plan);
        let line = session_words(&plan, self.units);
        match read_session(&line) {
            Some(read) => {
                if read != plan {
                    lost.push("some of its figures".to_owned());
                }
                self.line(&format!("{}  {line}", day_word(session.date.weekday())));
                for prescription in session.plan.workout.exercises() {
                    self.exercise(prescription, session.date, &mut lost);
                }
            }
            None => lost.push("all of it, because its figures are out of range".to_owned()),
        }
        lost.extend(besides_the_plan(session));
        let place = format!(
            "{}, {}",
            session.date.format("%a %-d %b"),
            kind_word(session.kind())
        );
        for what in lost {
            let loss = Loss {
                of: place.clone(),
                what,
            };
            self.written.left_out.push(loss.sentence());
            self.written.of_sessions.push(loss);
        }
    }

    fn exercise(&mut self, prescription: &Prescription, date: NaiveDate, lost: &mut Vec<String>) {
        let Some(name) = self.names.name_of(&prescription.exercise) else {
            let name = if prescription.name.is_empty() {
                prescription.exercise.as_str()
            } else {
                &prescription.name
            };
            lost.push(format!("the exercise {name}, which is not in the library"));
            return;
        };
        let wanted = sayable_exercise(prescription, &name);
        let dose = dose_words(prescription, self.units);
        let spellings = [format!("{name} {dose}"), format!("{} {dose}", quote(&name))];
        let read = spellings.each_ref().map(|line| self.read_exercise(line));
        let same = read.iter().position(|read| read.as_ref() == Some(&wanted));
        let some = same.or_else(|| read.iter().position(Option::is_some));
        match some.and_then(|at| spellings.get(at)) {
            // What a percentage comes to is a remark: read again, the percentage stands.
            Some(line) => match (self.loaded)(prescription, date) {
                Some(loaded) => {
                    let loaded = notation::load(&loaded, self.units, Style::Input);
                    self.line(&format!("     {line}  # {loaded}"));
                }
                None => self.line(&format!("     {line}")),
            },
            None => lost.push(format!("the exercise {name}")),
        }
        if same.is_none() && some.is_some() {
            lost.push(format!("some of the figures of {name}"));
        }
        if prescription.load_by != LoadSource::Coach {
            lost.push(format!(
                "that the load of {name} was not typed by the coach"
            ));
        }
    }

    fn read_exercise(&self, line: &str) -> Option<Prescription> {
        let mut problems = Problems::default();
        let read = exercise(&lex(line), self.names, &mut problems);
        read.filter(|_| problems.finish().is_empty())
    }

    /// What belongs to the athlete and bears on these sessions.
    fn not_in_any_line(&mut self, athlete: &Athlete, from: NaiveDate, to: NaiveDate) {
        let profile = &athlete.profile;
        let here = athlete.sessions.between(from, to);
        let left_out = &mut self.written.left_out;
        for accepted in &profile.accepted {
            if accepted
                .sessions
                .iter()
                .any(|id| here.iter().any(|session| session.id == *id))
            {
                left_out.push(format!(
                    "the accepted finding {}: \"{}\"",
                    accepted.rule, accepted.reason
                ));
            }
        }
        for race in profile.races.iter().filter(|race| race.date >= from) {
            if let Some(celsius) = race.expected_celsius {
                left_out.push(format!("the {celsius} °C expected for {}", race.name));
            }
        }
        for exception in &profile.availability.exceptions {
            if exception.from <= to && from <= exception.to {
                let (first, last) = (
                    exception.from.format("%-d %b"),
                    exception.to.format("%-d %b"),
                );
                left_out.push(format!(
                    "the exception from {first} to {last} in when the athlete can train"
                ));
            }
        }
        if profile.rules != RuleSettings::default() {
            left_out.push("how the rules are set for the athlete".to_owned());
        }
    }
}

fn read_session(line: &str) -> Option<Plan> {
    let tokens = lex(line);
    let mut problems = Problems::default();
    let plan = session(Cursor::new(&tokens, 1), &mut problems);
    plan.filter(|_| problems.finish().is_empty())
}
