//! The profile of a made-up athlete.

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::domain::{
    Availability, BodyWeight, Bpm, DayAvailability, Equipment, ExerciseId, HeartRate, Kilograms,
    Level, Meters, Pace, Policy, Profile, Race, RaceId, RacePriority, RunKind, Seconds, Stamp,
    TestedMax, Units,
};

use super::cast::{Character, Home, Layout};
use super::layout;
use super::random::Random;
use super::runs;
use super::season::DemoWeek;

/// The profile with the races of the weeks `first` to `last`, counted from the current one.
pub(super) fn profile(
    character: &Character,
    monday: NaiveDate,
    (first, last): (i64, i64),
    changed: Stamp,
    random: &mut Random,
) -> Profile {
    let (plate_step, dumbbell_step) = steps(character);
    let years = match character.level {
        Level::Novice => 0.6,
        Level::Intermediate => 2.5,
        Level::Advanced => 8.0,
    };
    let lifting_days = (365.0 * years) as i64;
    Profile {
        units: units(character),
        level: character.level,
        lifting_since: Some(monday - TimeDelta::days(lifting_days)),
        policy: Some(character.policy).filter(|policy| *policy != Policy::default()),
        availability: availability(character),
        equipment: equipment(character),
        plate_step,
        dumbbell_step,
        tested_maxes: tested_maxes(character, monday),
        body_weight: body_weight(character, monday, first, random),
        sex: Some(character.sex),
        heart_rate: HeartRate {
            rest: Some(Bpm(character.heart_rate.0)),
            max: Some(Bpm(character.heart_rate.1)),
        },
        threshold_pace: Some(Pace::from_seconds_per_km(character.threshold)),
        paces: RunKind::ALL
            .into_iter()
            .map(|kind| (kind, Pace::from_seconds_per_km(runs::pace(character, kind))))
            .collect(),
        races: (first..=last)
            .filter_map(|index| race(character, index, monday, random))
            .collect(),
        tags: character.tags.iter().map(|&tag| tag.to_owned()).collect(),
        notes: character.notes.to_owned(),
        changed,
        ..Profile::named(character.name.clone())
    }
}

/// The smallest steps of a barbell and between dumbbells.
pub(super) fn steps(character: &Character) -> (Kilograms, Kilograms) {
    match character.home {
        Home::Gym => (Kilograms::new(2.5), Kilograms::new(2.0)),
        Home::Garage => (Kilograms::from_pounds(5.0), Kilograms::from_pounds(5.0)),
    }
}

fn units(character: &Character) -> Units {
    match character.home {
        Home::Gym => Units::METRIC,
        Home::Garage => Units::IMPERIAL,
    }
}

/// One day a week without the gym, where the usual week has only a run.
fn availability(character: &Character) -> Availability {
    let mut availability = Availability::default();
    let day = match character.layout {
        Layout::Story | Layout::FiveRuns | Layout::HardDays => 2,
        Layout::FourRuns | Layout::Apart => 1,
    };
    if let Some(day) = availability.week.get_mut(day) {
        *day = DayAvailability::Limited {
            minutes: Some(75),
            gym: false,
            equipment: Vec::new(),
        };
    }
    availability
}

fn equipment(character: &Character) -> Vec<Equipment> {
    match character.home {
        Home::Gym => vec![Equipment::Dumbbells, Equipment::Band, Equipment::FoamRoller],
        Home::Garage => vec![
            Equipment::Dumbbells,
            Equipment::Kettlebell,
            Equipment::Band,
            Equipment::Box,
        ],
    }
}

/// Novices are not tested, and neither is anybody without a barbell.
fn tested_maxes(character: &Character, monday: NaiveDate) -> Vec<TestedMax> {
    const WEEKS_AGO: i64 = 6;
    if character.level == Level::Novice || character.home == Home::Garage {
        return Vec::new();
    }
    let form = DemoWeek::new(-WEEKS_AGO, character.goal.weeks_ahead).form();
    let kg = (character.squat * form / 2.5).round() * 2.5;
    vec![TestedMax {
        exercise: ExerciseId::new("squat"),
        kg: Kilograms::new(kg),
        date: monday - TimeDelta::weeks(WEEKS_AGO)
            + TimeDelta::days(layout::free_day(character.layout) as i64),
    }]
}

/// Weighed on a Monday every four weeks.
fn body_weight(
    character: &Character,
    monday: NaiveDate,
    first: i64,
    random: &mut Random,
) -> Vec<BodyWeight> {
    (first.min(0)..=0)
        .filter(|index| index % 4 == 0)
        .map(|index| {
            let kg = character.weight - 0.008 * index as f64 + random.between(-0.5, 0.5);
            BodyWeight {
                date: monday + TimeDelta::weeks(index),
                kg: Kilograms::new((kg * 10.0).round() / 10.0),
            }
        })
        .collect()
}

/// The race of a week; its result comes when it is run.
fn race(character: &Character, index: i64, monday: NaiveDate, random: &mut Random) -> Option<Race> {
    let week = DemoWeek::new(index, character.goal.weeks_ahead);
    let goal = character.goal;
    let place = layout::places(character, &week)
        .into_iter()
        .find(|place| matches!(place.piece, layout::Piece::Race | layout::Piece::TestRace))?;
    let date = monday + TimeDelta::weeks(index) + TimeDelta::days(place.day as i64);
    let (name, meters, priority) = match place.piece {
        layout::Piece::Race => (goal.name, goal.meters, RacePriority::A),
        _ => (goal.test_name, goal.test_meters, RacePriority::C),
    };
    // Every race of the past is another year's, and says so.
    let name = if index < 0 {
        format!("{name} {}", date.year())
    } else {
        name.to_owned()
    };
    Some(Race {
        id: RaceId::from_bits(random.id()),
        date,
        name,
        distance: Some(Meters::new(meters)),
        priority,
        target: Some(Seconds(runs::race_seconds(character, meters) as u32)),
        result: None,
        expected_celsius: None,
    })
}
