//! Plan text as people use it: the sample, mistakes and their places, and the way there and back.

mod any_plan;
mod forgiving;
mod mistakes;
mod readings;
mod round_trip;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::*;

use super::names::Names;
use super::reader::read_with;
use super::*;

/// A handful of exercises with their aliases.
pub(super) struct Few;

/// Identity, name and alias of the exercises in [`Few`].
pub(super) const FEW: [(&str, &str, &str); 6] = [
    ("back-squat", "Back squat", "squat"),
    ("romanian-deadlift", "Romanian deadlift", "RDL"),
    ("walking-lunge", "Walking lunge", "walking lunges"),
    ("plank", "Plank", "front plank"),
    ("own-55", "Squat 5x5 \"special\"", "own"),
    ("sun-salutation", "Sun salutation", "sun"),
];

impl Names for Few {
    fn resolve(&self, name: &str) -> Option<(ExerciseId, String)> {
        let same = |own: &str| own.eq_ignore_ascii_case(name);
        let found = FEW.iter().find(|(_, own, alias)| same(own) || same(alias));
        found.map(|(id, own, _)| (ExerciseId::new(*id), (*own).to_owned()))
    }

    fn closest(&self, name: &str) -> Option<String> {
        let score = |own: &str| strsim::jaro_winkler(&own.to_lowercase(), &name.to_lowercase());
        FEW.iter()
            .map(|(_, own, _)| *own)
            .max_by(|a, b| score(a).total_cmp(&score(b)))
            .map(str::to_owned)
    }

    fn name_of(&self, id: &ExerciseId) -> Option<String> {
        FEW.iter()
            .find(|(own, ..)| *own == id.as_str())
            .map(|(_, name, _)| (*name).to_owned())
    }
}

pub(super) const SAMPLE: &str = "\
# comment
athlete: Anna                      # optional headers, any order
level: intermediate
policy: easy-or-after-hard
priority: running
race: 2027-01-10 half marathon A
available: Mon 60min no-gym; Thu none
week: 2026-W48                     # without it: a template week, which wraps Sunday → Monday

Mon  strength full moderate 35min
Tue  07:00 easy 45min
Tue  18:00 strength lower heavy 40min
       squat 4x6 @62.5kg rir 2 rest 3min
       romanian deadlift 3x8 @55kg
       walking lunge 3x10/side @2x12kg
       plank 3x45s
Wed  rest
Thu  am intervals 6x800m @4:05/km jog 400m, warm-up 2km, cool-down 1.5km
Fri  steady 60min rpe 5 key
Sat  am easy 8km; pm strength upper 30min
Sun  long 18km not-key \"last 4 km at marathon pace\"
next week                          # days may stand in any order; this line starts the following week
Mon  easy 40min
";

pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The only session of a text without errors.
pub(super) fn one(text: &str) -> Plan {
    let plan = read_with(text, &Few);
    assert_eq!(plan.errors, [], "{text}");
    assert_eq!(plan.sessions.len(), 1, "{text}");
    plan.sessions[0].plan.clone()
}

#[test]
fn the_sample_reads_whole() {
    let plan = read_with(SAMPLE, &Few);
    assert_eq!(plan.errors, []);
    assert_eq!(plan.athlete.as_deref(), Some("Anna"));
    assert_eq!(plan.level, Some(Level::Intermediate));
    assert_eq!(plan.policy, Some(Policy::EasyOrAfterHard));
    assert_eq!(plan.priority, Some(Priority::Running));
    assert!(!plan.template);
    let race = &plan.races[0];
    assert_eq!(
        (race.date, race.priority),
        (day(2027, 1, 10), RacePriority::A)
    );
    assert_eq!(
        (race.name.as_str(), race.distance),
        ("Half marathon", Some(Meters::new(21_097.5)))
    );
    let availability = plan.availability.as_ref().unwrap();
    let monday = DayAvailability::Limited {
        minutes: Some(60),
        gym: false,
        equipment: Vec::new(),
    };
    assert_eq!(availability.weekday(chrono::Weekday::Mon), &monday);
    assert_eq!(
        availability.weekday(chrono::Weekday::Thu),
        &DayAvailability::Unavailable
    );
    assert_eq!(
        availability.weekday(chrono::Weekday::Fri),
        &DayAvailability::Free
    );
    let dates: Vec<u32> = plan
        .sessions
        .iter()
        .map(|s| chrono::Datelike::day(&s.date))
        .collect();
    assert_eq!(dates, [23, 24, 24, 25, 26, 27, 28, 28, 29, 30]);
}

#[test]
fn the_samples_strength_session_has_its_exercises() {
    let plan = read_with(SAMPLE, &Few);
    let session = &plan.sessions[2].plan;
    assert_eq!(
        session.start,
        Start::Clock(NaiveTime::from_hms_opt(18, 0, 0).unwrap())
    );
    assert_eq!(session.duration, Some(Minutes(40)));
    let strength = session.strength().unwrap();
    assert_eq!(
        (strength.region, strength.leg_load),
        (Some(Region::Lower), Some(LegLoad::Heavy))
    );
    let [squat, deadlift, lunge, plank] = strength.exercises.as_slice() else {
        panic!("four exercises")
    };
    assert_eq!(
        (squat.exercise.as_str(), squat.name.as_str()),
        ("back-squat", "Back squat")
    );
    assert_eq!(
        (squat.sets, squat.reps),
        (Count::exactly(4), Reps::Count(Count::exactly(6)))
    );
    assert_eq!(squat.load, LoadSpec::Kg(Kilograms::new(62.5)));
    assert_eq!(
        (squat.effort, squat.rest),
        (Some(Effort::Rir(2.0)), Some(Seconds(180)))
    );
    assert_eq!(deadlift.load, LoadSpec::Kg(Kilograms::new(55.0)));
    assert_eq!(
        (lunge.per_side, &lunge.load),
        (true, &LoadSpec::Pair(Kilograms::new(12.0)))
    );
    assert_eq!(plank.reps, Reps::Hold(Count::exactly(45)));
}

#[test]
fn the_samples_intervals_have_their_steps() {
    let plan = read_with(SAMPLE, &Few);
    let session = &plan.sessions[4].plan;
    assert_eq!(session.start, Start::Part(DayPart::Morning));
    let run = session.run().unwrap();
    assert_eq!(
        (run.kind, run.pace, run.distance),
        (RunKind::Intervals, None, None)
    );
    let meters = |m| Extent::Distance(Meters::new(m));
    let outer = |kind, m| Step::new(kind, meters(m));
    let work = Step {
        kind: StepKind::Work,
        repeats: 6,
        extent: meters(800.0),
        target: Some(Target::Pace(Pace::from_seconds_per_km(245.0))),
        recovery: Some(Recovery {
            extent: meters(400.0),
            style: RecoveryStyle::Jog,
        }),
    };
    assert_eq!(
        run.steps,
        [
            outer(StepKind::WarmUp, 2000.0),
            work,
            outer(StepKind::CoolDown, 1500.0)
        ]
    );
}

#[test]
fn the_samples_marks_and_notes_are_read() {
    let plan = read_with(SAMPLE, &Few);
    let friday = &plan.sessions[5].plan;
    assert_eq!(
        (friday.key, friday.run().unwrap().rpe),
        (KeyMark::Key, Some(Rpe::new(5.0)))
    );
    let sunday = &plan.sessions[8].plan;
    assert_eq!(
        (sunday.key, sunday.note.as_str()),
        (KeyMark::NotKey, "last 4 km at marathon pace")
    );
    assert_eq!(sunday.run().unwrap().distance, Some(Meters::new(18_000.0)));
}

#[test]
fn without_a_week_it_is_a_template() {
    let plan = read_with("Sun long\nMon easy\nnext week\nMon rest", &Few);
    assert!(plan.template);
    let dates: Vec<NaiveDate> = plan.sessions.iter().map(|planned| planned.date).collect();
    assert_eq!(dates, [day(2001, 1, 1), day(2001, 1, 7), day(2001, 1, 8)]);
}

#[test]
fn the_athlete_of_a_text_has_its_headers_and_steady_ids() {
    let plan = read_with(
        &SAMPLE.replace("priority: running", "priority: strength"),
        &Few,
    );
    let athlete = plan.athlete();
    assert_eq!(athlete, plan.athlete());
    assert_eq!(athlete.profile.name, "Anna");
    assert_eq!(athlete.profile.priority, Priority::Strength);
    assert_eq!(athlete.profile.races, plan.races);
    assert_eq!(
        Some(&athlete.profile.availability),
        plan.availability.as_ref()
    );
    let ids: std::collections::HashSet<_> = athlete
        .sessions
        .all()
        .iter()
        .map(|session| session.id)
        .collect();
    assert_eq!(ids.len(), plan.sessions.len());
}

#[test]
fn the_library_that_ships_knows_the_samples_exercises() {
    let library = Library::shipped().unwrap();
    let plan = read(SAMPLE, &library);
    assert_eq!(plan.errors, []);
    let names: Vec<&str> = plan.sessions[2]
        .plan
        .workout
        .exercises()
        .iter()
        .map(|e| e.exercise.as_str())
        .collect();
    assert_eq!(
        names,
        ["squat", "romanian-deadlift", "walking-lunge", "plank"]
    );
    let written = write(
        &plan.athlete(),
        &library,
        day(2026, 11, 23),
        day(2026, 12, 6),
    );
    assert_eq!(written.left_out, Vec::<String>::new());
    assert_eq!(read(&written.text, &library).sessions, plan.sessions);
    let misspelt = read("Mon strength\n romanian deadlfit 3x8", &library);
    assert!(
        misspelt.errors[0]
            .message
            .contains("did you mean “Romanian deadlift”"),
        "{}",
        misspelt.errors[0]
    );
}
