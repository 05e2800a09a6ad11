//! Writes a plan as text. Every line is read again at once: what does not come back is told, never dropped.

use chrono::NaiveDate;

use crate::domain::{
    Athlete, Availability, DayAvailability, DayPart, KeyMark, Level, LoadSource, Plan, Policy,
    Prescription, Priority, Race, RuleSettings, RunPlan, Session, Start, Step, StepKind, Target,
    Units, Workout,
};
use crate::library::Library;

use super::TEMPLATE_MONDAY;
use super::cursor::{Cursor, Problems};
use super::exercises::{Names, exercise};
use super::figures::{distance_word, extent_word, load_word, pace_word, time_word};
use super::lexer::{lex, quote};
use super::quantities::{monday_of, week_name};
use super::races::{distance_words, priority_word, race_time_word, usual_name};
use super::reader::read_with;
use super::sayable::{besides_the_plan, sayable, sayable_exercise};
use super::sessions::session;
use super::words::{day_word, equipment_word, kind_word, recovery_word, sport};

/// A plan as text, and what the format cannot say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// The text.
    pub text: String,
    /// What was left out, in words.
    pub left_out: Vec<String>,
}

/// Writes the sessions of `from`–`to` with the athlete's headers: those that differ from what holds without them, and
/// the races from `from` on. Weeks from [`TEMPLATE_MONDAY`] are written as template weeks.
pub fn write(athlete: &Athlete, library: &Library, from: NaiveDate, to: NaiveDate) -> Written {
    write_with(athlete, library, from, to)
}

/// [`write`] with the exercises of `names`.
pub(super) fn write_with(
    athlete: &Athlete,
    names: &dyn Names,
    from: NaiveDate,
    to: NaiveDate,
) -> Written {
    let sessions = athlete.sessions.between(from, to);
    let mut writer = Writer {
        names,
        units: athlete.profile.units,
        written: Written::default(),
    };
    writer.headers(athlete, from);
    let mut monday = if from == TEMPLATE_MONDAY {
        TEMPLATE_MONDAY
    } else {
        let monday = monday_of(sessions.first().map_or(from, |session| session.date));
        writer.line(&format!("week: {}", week_name(monday)));
        monday
    };
    writer.line("");
    for session in sessions {
        let week = monday_of(session.date);
        if from == TEMPLATE_MONDAY || (week - monday).num_days() <= 7 {
            while monday < week {
                writer.line("next week");
                monday += chrono::TimeDelta::days(7);
            }
        } else {
            writer.line(&format!("week: {}", week_name(week)));
            monday = week;
        }
        writer.session(session);
    }
    writer.not_in_any_line(athlete, from, to);
    writer.written
}

struct Writer<'n> {
    names: &'n dyn Names,
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
                "the athlete's name",
            );
        }
        if profile.level != Level::default() {
            self.line(&format!("level: {}", profile.level.word()));
        }
        if profile.policy != Policy::default() {
            self.line(&format!("policy: {}", profile.policy.word()));
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
        if let Some(line) = available_line(&profile.availability) {
            self.header(&line, "when the athlete can train");
        }
    }

    /// A header, or what it would have said when it cannot be read back.
    fn header(&mut self, line: &str, what: &str) {
        if read_with(line, self.names).errors.is_empty() {
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
                self.line(&format!(
                    "{}  {line}",
                    day_word(chrono::Datelike::weekday(&session.date))
                ));
                for prescription in session.plan.workout.exercises() {
                    self.exercise(prescription, &mut lost);
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
        self.written
            .left_out
            .extend(lost.into_iter().map(|what| format!("{place}: {what}")));
    }

    fn exercise(&mut self, prescription: &Prescription, lost: &mut Vec<String>) {
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
            Some(line) => self.line(&format!("     {line}")),
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

/// A name as it is, or in quotes where it would be read as something else.
fn name_word(name: &str) -> String {
    let plain = name.trim() == name && !name.contains(['#', '"', '“', '”', '„', '\n', '\r']);
    if plain { name.to_owned() } else { quote(name) }
}

fn race_line(race: &Race, units: Units) -> String {
    let mut words = vec![format!("race: {}", race.date)];
    words.extend(
        race.distance
            .map(|distance| match distance_words(distance) {
                Some(words) => words.to_owned(),
                None => distance_word(distance, units.distance),
            }),
    );
    words.push(priority_word(race.priority).to_owned());
    if race.name != usual_name(race.distance) {
        words.push(quote(&race.name));
    }
    words.extend(
        race.target
            .map(|time| format!("target {}", race_time_word(time))),
    );
    words.extend(
        race.result
            .map(|time| format!("result {}", race_time_word(time))),
    );
    words.join(" ")
}

fn available_line(availability: &Availability) -> Option<String> {
    let monday_first = std::iter::successors(Some(chrono::Weekday::Mon), |day| Some(day.succ()));
    let days = monday_first
        .zip(&availability.week)
        .filter_map(|(day, allows)| {
            let words = match allows {
                DayAvailability::Free => return None,
                DayAvailability::Unavailable => "none".to_owned(),
                DayAvailability::Limited {
                    minutes,
                    gym,
                    equipment,
                } => {
                    let mut words: Vec<String> = minutes
                        .iter()
                        .map(|minutes| format!("{minutes}min"))
                        .collect();
                    if !gym {
                        words.push("no-gym".to_owned());
                    }
                    words.extend(
                        equipment
                            .iter()
                            .filter_map(|item| equipment_word(*item))
                            .map(str::to_owned),
                    );
                    if words.is_empty() {
                        words.push("gym".to_owned());
                    }
                    words.join(" ")
                }
            };
            Some(format!("{} {words}", day_word(day)))
        });
    let days: Vec<String> = days.collect();
    (!days.is_empty()).then(|| format!("available: {}", days.join("; ")))
}

/// A session without its day and exercises: `18:00 strength lower heavy 40min`.
fn session_words(plan: &Plan, units: Units) -> String {
    let mut words = Vec::new();
    match plan.start {
        Start::Unset => {}
        Start::Part(DayPart::Morning) => words.push("am".to_owned()),
        Start::Part(DayPart::Evening) => words.push("pm".to_owned()),
        Start::Clock(time) => {
            let seconds = chrono::Timelike::second(&time) != 0;
            words.push(
                time.format(if seconds { "%H:%M:%S" } else { "%H:%M" })
                    .to_string(),
            );
        }
    }
    words.push(kind_word(plan.kind()).to_owned());
    if let Workout::Strength(strength) = &plan.workout {
        words.extend(strength.region.map(|region| region.word().to_owned()));
        words.extend(strength.leg_load.map(|load| load.word().to_owned()));
        if strength.circuit {
            words.push("circuit".to_owned());
        }
    }
    if let Workout::Cross(cross) = &plan.workout
        && !cross.sport.is_empty()
    {
        words.push(
            sport(&cross.sport)
                .map_or_else(|| format!("sport {}", quote(&cross.sport)), str::to_owned),
        );
    }
    words.extend(plan.duration.map(|duration| format!("{}min", duration.0)));
    let mut rpe = None;
    match &plan.workout {
        Workout::Run(run) => {
            run_words(run, units, &mut words);
            rpe = run.rpe;
        }
        Workout::Cross(cross) => rpe = cross.rpe,
        _ => {}
    }
    words.extend(rpe.map(|rpe| format!("rpe {}", rpe.value())));
    match plan.key {
        KeyMark::ByKind => {}
        KeyMark::Key => words.push("key".to_owned()),
        KeyMark::NotKey => words.push("not-key".to_owned()),
    }
    if !plan.title.is_empty() {
        words.push(format!("title {}", quote(&plan.title)));
    }
    if !plan.note.is_empty() {
        words.push(quote(&plan.note));
    }
    words.join(" ")
}

fn run_words(run: &RunPlan, units: Units, words: &mut Vec<String>) {
    let unit = units.distance;
    words.extend(run.distance.map(|distance| distance_word(distance, unit)));
    words.extend(run.pace.map(|pace| format!("@{}", pace_word(pace, unit))));
    let of = |kind| run.steps.iter().filter(move |step| step.kind == kind);
    let repeats = of(StepKind::Work).map(|step| repeat_words(step, units));
    let warm_up =
        of(StepKind::WarmUp).map(|step| format!("warm-up {}", extent_word(step.extent, unit)));
    let cool_down =
        of(StepKind::CoolDown).map(|step| format!("cool-down {}", extent_word(step.extent, unit)));
    let parts: Vec<String> = repeats.chain(warm_up).chain(cool_down).collect();
    if parts.is_empty() {
        return;
    }
    // Without repeats, the comma keeps the warm-up apart from the distance before it.
    if let Some(last) = words.last_mut()
        && of(StepKind::Work).next().is_none()
    {
        last.push(',');
    }
    words.push(parts.join(", "));
}

fn repeat_words(step: &Step, units: Units) -> String {
    let unit = units.distance;
    let mut words = format!("{}x{}", step.repeats, extent_word(step.extent, unit));
    match step.target {
        None => {}
        Some(Target::Pace(pace)) => words.push_str(&format!(" @{}", pace_word(pace, unit))),
        Some(Target::Rpe(rpe)) => words.push_str(&format!(" @rpe {}", rpe.value())),
        Some(Target::HeartRate(range)) => {
            words.push_str(&format!(" @{}-{}bpm", range.low.0, range.high.0))
        }
    }
    if let Some(recovery) = step.recovery {
        words.push_str(&format!(
            " {} {}",
            recovery_word(recovery.style),
            extent_word(recovery.extent, unit)
        ));
    }
    words
}

/// The dose of an exercise: `4x6 @62.5kg rir 2 rest 3min`.
fn dose_words(prescription: &Prescription, units: Units) -> String {
    let side = if prescription.per_side { "/side" } else { "" };
    let mut words = vec![format!("{}x{}{side}", prescription.sets, prescription.reps)];
    if !prescription.load.is_unset() {
        words.push(format!("@{}", load_word(&prescription.load, units.mass)));
    }
    words.extend(prescription.effort.map(|effort| effort.to_string()));
    words.extend(
        prescription
            .rest
            .map(|rest| format!("rest {}", time_word(rest))),
    );
    if !prescription.tempo.is_empty() {
        let plain = prescription
            .tempo
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let tempo = if plain {
            prescription.tempo.clone()
        } else {
            quote(&prescription.tempo)
        };
        words.push(format!("tempo {tempo}"));
    }
    words.extend(
        prescription
            .superset
            .map(|letter| format!("superset {letter}")),
    );
    if !prescription.note.is_empty() {
        words.push(quote(&prescription.note));
    }
    words.join(" ")
}
