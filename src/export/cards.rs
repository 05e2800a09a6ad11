//! A session as the card of a day.

use chrono::NaiveTime;

use crate::domain::{
    Athlete, DayPart, Kind, LegLoad, Log, Plan, Profile, Race, Region, RunKind, RunPlan, Session,
    Start, Status, StrengthPlan, Units, Workout,
};
use crate::library::Library;
use crate::load;

use super::sheet::{Card, TickBox, Tone};
use super::words;

impl Tone {
    /// The letter that stands for it in black and white.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Easy => "E",
            Self::Steady => "S",
            Self::Quality => "Q",
            Self::Long => "L",
            Self::Race => "R",
            Self::Strength => "W",
            Self::Upper => "U",
            Self::Cross => "X",
            Self::Mobility => "M",
            Self::Quiet => "",
        }
    }
}

/// The card of a session. `sheet` is the letter of its strength sheet, where it has one.
pub(super) fn card(
    session: &Session,
    sheet: Option<&str>,
    profile: &Profile,
    library: &Library,
) -> Card {
    let plan = &session.plan;
    let tone = tone(plan, library);
    Card {
        tone,
        letter: tone.letter(),
        start: start(plan.start),
        title: load::title_of(plan, library),
        lines: lines(plan, sheet, profile, profile.units),
        note: plan.note.trim().to_owned(),
        done: done(session, profile.units),
        mark: mark(session),
    }
}

/// The card of a race that has no session of its own.
pub(super) fn race_card(race: &Race, units: Units) -> Card {
    let distance = race
        .distance
        .map(|distance| words::distance(distance, units.distance));
    let target = race
        .target
        .map(|time| format!("target {}", words::clock(time)));
    let line = words::joined(distance.into_iter().chain(target), ", ");
    let result = race
        .result
        .map(|time| format!("Result: {}", words::clock(time)));
    Card {
        tone: Tone::Race,
        letter: Tone::Race.letter(),
        start: String::new(),
        title: words::joined(["Race:", race.name.as_str()], " "),
        lines: (!line.is_empty()).then_some(line).into_iter().collect(),
        note: String::new(),
        mark: if result.is_some() {
            TickBox::Done
        } else {
            TickBox::Open
        },
        done: result.into_iter().collect(),
    }
}

/// The colour of a plan's card.
pub(super) fn tone(plan: &Plan, library: &Library) -> Tone {
    match &plan.workout {
        Workout::Run(run) => match run.kind {
            RunKind::Recovery | RunKind::Easy => Tone::Easy,
            RunKind::Steady | RunKind::Progression => Tone::Steady,
            RunKind::Tempo | RunKind::Intervals | RunKind::Hills | RunKind::Fartlek => {
                Tone::Quality
            }
            RunKind::Long => Tone::Long,
            RunKind::Race => Tone::Race,
        },
        Workout::Strength(strength) => strength_tone(strength, library),
        Workout::Cross(_) => Tone::Cross,
        Workout::Mobility(_) => Tone::Mobility,
        Workout::Rest | Workout::Note => Tone::Quiet,
    }
}

fn strength_tone(strength: &StrengthPlan, library: &Library) -> Tone {
    let content = load::content_of(strength, library);
    let spares_legs = matches!(content.region, Region::Upper | Region::Core);
    if spares_legs && content.leg_load < LegLoad::Moderate {
        Tone::Upper
    } else {
        Tone::Strength
    }
}

/// What to do in a session, a line each, without the exercises of a strength session.
pub(super) fn instructions(session: &Session, profile: &Profile, units: Units) -> Vec<String> {
    lines(&session.plan, None, profile, units)
}

/// True when a session on the day of a race speaks for it.
pub(super) fn has_session(race: &Race, athlete: &Athlete) -> bool {
    let on_day = athlete.sessions.on(race.date);
    on_day
        .iter()
        .any(|session| session.kind() == Kind::Run(RunKind::Race))
}

/// When in the day, in words; empty when not said.
pub(super) fn start(start: Start) -> String {
    match start {
        Start::Unset => String::new(),
        Start::Part(DayPart::Morning) => "Morning".to_owned(),
        Start::Part(DayPart::Evening) => "Evening".to_owned(),
        Start::Clock(time) => clock_time(time),
    }
}

fn clock_time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn lines(plan: &Plan, sheet: Option<&str>, profile: &Profile, units: Units) -> Vec<String> {
    let duration = plan.duration.map(words::minutes);
    match &plan.workout {
        Workout::Run(run) => run_lines(plan, run, profile, units),
        Workout::Cross(cross) => one(words::joined(
            duration.into_iter().chain(cross.rpe.map(words::rpe)),
            ", ",
        )),
        Workout::Strength(strength) => {
            let sheet = sheet.map(|letter| format!("sheet {letter}"));
            let circuit = strength.circuit.then(|| "in rounds".to_owned());
            let duration = duration.or_else(|| Some(estimated_minutes(plan, profile)));
            one(words::joined(
                duration.into_iter().chain(sheet).chain(circuit),
                ", ",
            ))
        }
        Workout::Mobility(mobility) => {
            let mut lines = one(words::joined(duration, ", "));
            lines.extend(mobility.exercises.iter().map(|drill| {
                let load = words::load(&drill.load, units.mass);
                let dose = words::dose(drill.sets, drill.reps, drill.per_side);
                words::joined(
                    [format!("{} {dose}", drill.name), load, drill.note.clone()],
                    ", ",
                )
            }));
            lines
        }
        Workout::Rest | Workout::Note => one(words::joined(duration, ", ")),
    }
}

fn run_lines(plan: &Plan, run: &RunPlan, profile: &Profile, units: Units) -> Vec<String> {
    let distance = run
        .distance
        .map(|distance| words::distance(distance, units.distance));
    let pace = run
        .pace
        .map(|pace| format!("@ {}", words::pace(pace, units.distance)));
    let extent = words::joined(
        distance
            .into_iter()
            .chain(plan.duration.map(words::minutes)),
        ", ",
    );
    let extent = if extent.is_empty() && run.steps.is_empty() {
        estimated_minutes(plan, profile)
    } else {
        extent
    };
    let extent = words::joined([extent, pace.unwrap_or_default()], " ");
    let mut lines = one(words::joined(
        [extent, run.rpe.map(words::rpe).unwrap_or_default()],
        ", ",
    ));
    lines.extend(run.steps.iter().map(|step| words::step(step, units)));
    lines
}

fn estimated_minutes(plan: &Plan, profile: &Profile) -> String {
    format!(
        "about {}",
        words::minutes(load::duration_of(plan, profile).value)
    )
}

fn one(line: String) -> Vec<String> {
    if line.is_empty() {
        Vec::new()
    } else {
        vec![line]
    }
}

fn mark(session: &Session) -> TickBox {
    if matches!(session.plan.workout, Workout::Rest | Workout::Note) {
        return TickBox::NoBox;
    }
    match session.status {
        Status::Planned => TickBox::Open,
        Status::Done => TickBox::Done,
        Status::Partial => TickBox::Partial,
        Status::Skipped { .. } | Status::Missed => TickBox::LeftOut,
    }
}

/// What was done, a line each.
pub(super) fn done(session: &Session, units: Units) -> Vec<String> {
    let word = match &session.status {
        Status::Planned => return Vec::new(),
        Status::Done => "Done",
        Status::Partial => "Partly done",
        Status::Skipped { reason } => {
            return one(words::joined(["Skipped", reason.trim()], ": "));
        }
        Status::Missed => return vec!["Missed".to_owned()],
    };
    let Some(log) = &session.log else {
        return vec![word.to_owned()];
    };
    let mut lines = vec![words::joined([word.to_owned(), figures(log, units)], ": ")];
    if log.heavy_legs {
        lines.push("Heavy legs".to_owned());
    }
    lines.extend(log.pains.iter().map(|pain| {
        let kind = if pain.sharp { "Sharp pain" } else { "Pain" };
        words::joined([kind, pain.place.trim()], ": ")
    }));
    lines.extend(one(log.note.trim().to_owned()));
    lines
}

fn figures(log: &Log, units: Units) -> String {
    let run = log.run.clone().unwrap_or_default();
    let distance = run
        .distance
        .map(|distance| words::distance(distance, units.distance));
    let time = run
        .moving
        .map(words::clock)
        .or_else(|| log.duration.map(words::minutes));
    let heart = run.hr_average.map(|bpm| format!("{} bpm", bpm.0));
    let effort = log.rpe.map(words::rpe);
    words::joined(
        distance.into_iter().chain(time).chain(heart).chain(effort),
        ", ",
    )
}
