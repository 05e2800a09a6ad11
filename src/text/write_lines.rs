//! The lines of a plan text: headers, sessions, exercises.

use chrono::{Timelike, Weekday};

use crate::domain::{
    Availability, DayAvailability, DayPart, DistanceUnit, KeyMark, LoadSpec, Meters, Plan,
    Prescription, Race, RunPlan, Start, Step, StepKind, Units, Workout,
};

use super::days::{day_word, equipment_word};
use super::lexer::quote;
use super::races::{distance_words, priority_word, usual_name};
use super::words::{kind_word, sport};
use crate::notation::{
    self, Dose, LengthOf, Style, distance_word, duration_word, pace_word, race_time_word,
};

/// A name as it is, or in quotes where it would be read as something else.
pub(super) fn name_word(name: &str) -> String {
    let plain = name.trim() == name && !name.contains(['#', '"', '“', '”', '„', '\n', '\r']);
    if plain { name.to_owned() } else { quote(name) }
}

/// The `race:` header.
pub(super) fn race_line(race: &Race, units: Units) -> String {
    let mut words = vec![format!("race: {}", race.date)];
    words.extend(
        race.distance
            .map(|distance| match distance_words(distance) {
                Some(words) => words.to_owned(),
                None => race_distance(distance, units.distance),
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

/// The `available:` header; `None` when every day is free.
pub(super) fn available_line(availability: &Availability) -> Option<String> {
    let monday_first = std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ()));
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
pub(super) fn session_words(plan: &Plan, units: Units) -> String {
    let mut words = Vec::new();
    match plan.start {
        Start::Unset => {}
        Start::Part(DayPart::Morning) => words.push("am".to_owned()),
        Start::Part(DayPart::Evening) => words.push("pm".to_owned()),
        Start::Clock(time) => {
            let seconds = time.second() != 0;
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
    words.extend(
        run.distance
            .map(|distance| distance_word(distance, unit, LengthOf::Whole)),
    );
    words.extend(run.pace.map(|pace| format!("@{}", pace_word(pace, unit))));
    let of = |kind| run.steps.iter().filter(move |step| step.kind == kind);
    let repeats = of(StepKind::Work).map(|step| repeat_words(step, units));
    let outer = |step: &Step| notation::step(step, units, Style::Input);
    let warm_up = of(StepKind::WarmUp).map(outer);
    let cool_down = of(StepKind::CoolDown).map(outer);
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

/// Repeats, even where there is only one: without its count it would be the length of the run.
fn repeat_words(step: &Step, units: Units) -> String {
    let words = notation::step(step, units, Style::Input);
    if step.repeats == 1 {
        format!("1x{words}")
    } else {
        words
    }
}

/// The distance of a race. Whole kilometres are what races are called by, in every country.
fn race_distance(distance: Meters, unit: DistanceUnit) -> String {
    if unit == DistanceUnit::Miles && distance.m() % 1000.0 == 0.0 {
        format!("{}k", distance.km())
    } else {
        distance_word(distance, unit, LengthOf::Whole)
    }
}

/// The dose of an exercise: `4x6 @62.5kg rir 2 rest 3min`.
pub(super) fn dose_words(prescription: &Prescription, units: Units) -> String {
    let dose = Dose {
        sets: prescription.sets,
        reps: prescription.reps,
        per_side: prescription.per_side,
    };
    let mut words = vec![notation::dose(dose, Style::Input)];
    match &prescription.load {
        LoadSpec::Unset => {}
        LoadSpec::Band(kind) if !kind.is_empty() => {
            words.push(format!("@{}", quote(&format!("band {kind}"))));
        }
        load => words.push(format!("@{}", notation::load(load, units, Style::Input))),
    }
    words.extend(prescription.effort.map(|effort| effort.to_string()));
    words.extend(
        prescription
            .rest
            .map(|rest| format!("rest {}", duration_word(rest))),
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
