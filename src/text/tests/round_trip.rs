//! A plan written and read again is the same plan; what cannot be said is listed.

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::names::Names;
use super::super::write;
use super::any_plan::{availability, plan, race};
use super::*;

/// Written with these exercises, and with no maximum of any.
fn write_with(athlete: &Athlete, names: &dyn Names, from: NaiveDate, to: NaiveDate) -> Written {
    write::write_with(athlete, names, &|_, _| None, from, to)
}

fn athlete(sessions: impl IntoIterator<Item = (NaiveDate, Plan)>) -> Athlete {
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    let sessions = sessions
        .into_iter()
        .enumerate()
        .map(|(index, (date, plan))| {
            Session::planned(
                SessionId::from_bits(index as u128 + 1),
                date,
                plan,
                Stamp::default(),
            )
        });
    athlete.sessions = sessions.collect();
    athlete
}

#[test]
fn the_sample_comes_back() {
    let plan = read_with(SAMPLE, &Few);
    let written = write_with(&plan.athlete(), &Few, day(2026, 11, 23), day(2026, 12, 6));
    assert_eq!(written.left_out, Vec::<String>::new());
    let again = read_with(&written.text, &Few);
    assert_eq!(again.errors, []);
    assert_eq!(again.athlete(), plan.athlete());
    assert_eq!(
        written.text,
        "\
athlete: Anna
policy: easy-or-after-hard
race: 2027-01-10 half marathon A
available: Mon 60min no-gym; Thu none
week: 2026-W48

Mon  strength full moderate 35min
Tue  07:00 easy 45min
Tue  18:00 strength lower heavy 40min
     Back squat 4x6 @62.5kg rir 2 rest 3min
     Romanian deadlift 3x8 @55kg
     Walking lunge 3x10/side @2x12kg
     Plank 3x45s
Wed  rest
Thu  am intervals 6x800m @4:05/km jog 400m, warm-up 2km, cool-down 1.5km
Fri  steady 60min rpe 5 key
Sat  am easy 8km
Sat  pm strength upper 30min
Sun  long 18km not-key \"last 4 km at marathon pace\"
next week
Mon  easy 40min
"
    );
}

#[test]
fn template_weeks_stay_template_weeks() {
    let plan = read_with("Tue easy\nnext week\nSun long 18km", &Few);
    let written = write_with(&plan.athlete(), &Few, TEMPLATE_MONDAY, day(2001, 1, 14));
    assert_eq!(read_with(&written.text, &Few), plan);
}

#[test]
fn what_several_sessions_lose_alike_is_told_once_in_short() {
    let run = || Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)));
    let monday = day(2026, 11, 23);
    let mut athlete = athlete([
        (monday, run()),
        (day(2026, 11, 24), run()),
        (day(2026, 11, 25), run()),
    ]);
    let sessions = athlete.sessions.all().iter().map(|session| {
        let mut session = Session::clone(session);
        session.locked = session.date == monday;
        if session.date != day(2026, 11, 25) {
            session.status = Status::Done;
            session.log = Some(Log::default());
        }
        session
    });
    athlete.sessions = sessions.collect();
    let written = write_with(&athlete, &Few, monday, day(2026, 11, 29));
    assert_eq!(written.left_out.len(), 3, "{:?}", written.left_out);
    assert_eq!(
        written.left_out_in_short(),
        [
            "what was done and logged in 2 sessions",
            "Mon 23 Nov, easy: the lock",
        ]
    );
}

#[test]
fn weeks_without_sessions_are_left_out() {
    let plan = read_with("2026-12-29 easy\n2027-01-04 easy\n2027-02-01 easy", &Few);
    let written = write_with(&plan.athlete(), &Few, day(2026, 12, 1), day(2027, 3, 1));
    assert_eq!(
        written.text,
        "week: 2026-W53\n\nTue  easy\nnext week\nMon  easy\nweek: 2027-W05\nMon  easy\n"
    );
    assert_eq!(read_with(&written.text, &Few).sessions, plan.sessions);
}

#[test]
fn only_the_days_asked_for_are_written() {
    let plan = read_with(SAMPLE, &Few);
    let written = write_with(&plan.athlete(), &Few, day(2026, 11, 25), day(2026, 11, 26));
    assert_eq!(read_with(&written.text, &Few).sessions, plan.sessions[3..5]);
}

#[test]
fn what_cannot_be_said_is_listed() {
    let date = day(2026, 11, 24);
    let mut strength = one("Mon strength lower\n squat 3x5");
    let Workout::Strength(content) = &mut strength.workout else {
        panic!("strength")
    };
    content.leg_load_override = Some(LegLoad::Light);
    content.region_override = Some(Region::Lower);
    content.exercises[0].load_by = LoadSource::Suggestion;
    content.exercises.push(Prescription::new(
        ExerciseId::new("own-gone"),
        "Gone",
        Count::exactly(3),
        Reps::Max,
    ));
    let mut run = one("Wed intervals 6x800m, warm-up 2km");
    let Workout::Run(content) = &mut run.workout else {
        panic!("run")
    };
    content.steps[0].target = Some(Target::Rpe(Rpe::new(3.0)));
    content.pace = Some(Pace::from_seconds_per_km(300.0));
    let mut long = one("Sun long 18km");
    long.duration = Some(Minutes(4000));
    let mut athlete = athlete([(date, strength), (date, run), (date, long)]);
    athlete.sessions = athlete
        .sessions
        .all()
        .iter()
        .map(|session| {
            let mut session = Session::clone(session);
            session.locked = true;
            session.status = Status::Done;
            session
        })
        .collect();
    athlete.profile.accepted.push(Accepted {
        rule: "legs-before-key-run".to_owned(),
        sessions: vec![SessionId::from_bits(1)],
        state: String::new(),
        reason: "she is used to it".to_owned(),
        date,
    });
    let written = write_with(&athlete, &Few, date, date);
    let all = written.left_out.join("\n");
    for words in [
        "Tue 24 Nov, strength: the leg load set to light",
        "Tue 24 Nov, strength: the region set to lower",
        "Tue 24 Nov, strength: that the load of Back squat was not typed by the coach",
        "Tue 24 Nov, strength: the exercise Gone, which is not in the library",
        "Tue 24 Nov, intervals: a step: a warm-up with an aim",
        "Tue 24 Nov, intervals: the pace of the whole run, 300 s a kilometre",
        "Tue 24 Nov, long: a duration of 4000 minutes",
        "Tue 24 Nov, long: the lock",
        "Tue 24 Nov, long: what was done",
        "the accepted finding legs-before-key-run: \"she is used to it\"",
    ] {
        assert!(all.contains(words), "{words}\nnot in\n{all}");
    }
    assert_eq!(read_with(&written.text, &Few).errors, []);
    assert_eq!(read_with(&written.text, &Few).sessions.len(), 3);
}

proptest! {
    #[test]
    fn a_written_plan_reads_back_the_same(
        plans in vec((0u64..80, plan()), 0..8),
        units in any::<(bool, bool)>(),
        availability in availability(),
        races in vec(race(), 0..3),
        name in any::<String>(),
        level in proptest::sample::select(Level::ALL.to_vec()),
        policy in proptest::sample::select(Policy::ALL.to_vec()),
        priority in proptest::sample::select(Priority::ALL.to_vec()),
    ) {
        let first = day(2026, 11, 23);
        let mut athlete = athlete(plans.into_iter().map(|(days, plan)| (first + chrono::Days::new(days), plan)));
        athlete.profile.name = name;
        athlete.profile.availability = availability;
        athlete.profile.races = races;
        (athlete.profile.level, athlete.profile.policy, athlete.profile.priority) = (level, Some(policy), priority);
        if units.0 { athlete.profile.units.distance = DistanceUnit::Miles; }
        if units.1 { athlete.profile.units.mass = MassUnit::Pounds; }
        let written = write_with(&athlete, &Few, first, first + chrono::Days::new(80));
        prop_assert_eq!(&written.left_out, &Vec::<String>::new(), "{}", written.text);
        let read = read_with(&written.text, &Few);
        prop_assert_eq!(&read.errors, &[], "{}", &written.text);
        let wanted: Vec<(NaiveDate, &Plan)> = athlete.sessions.all().iter().map(|s| (s.date, &*s.plan)).collect();
        let got: Vec<(NaiveDate, &Plan)> = read.sessions.iter().map(|s| (s.date, &s.plan)).collect();
        prop_assert_eq!(got, wanted, "{}", written.text);
        let again = read.athlete().profile;
        prop_assert_eq!(&again.name, &athlete.profile.name);
        prop_assert_eq!((again.level, again.policy, again.priority), (level, Some(policy), priority));
        prop_assert_eq!(again.availability, athlete.profile.availability);
        let nameless = |races: &[Race]| races.iter().map(|race| Race { id: RaceId::from_bits(0), ..race.clone() }).collect::<Vec<_>>();
        prop_assert_eq!(nameless(&again.races), nameless(&athlete.profile.races));
    }
}

#[test]
fn a_percentage_says_what_it_comes_to_and_stays_one() {
    let library = Library::shipped().unwrap();
    let text = "week: 2026-W48\nTue strength\n squat 4x6 @75% rir 2\n plank 3x45s\n";
    let plan = read(text, &library);
    let mut ann = plan.athlete();
    ann.profile.units.mass = crate::domain::MassUnit::Pounds;
    let written =
        |ann: &Athlete| crate::text::write(ann, &library, day(2026, 11, 23), day(2026, 11, 29));
    assert!(!written(&ann).text.contains('#'), "no maximum is known");
    ann.profile.tested_maxes.push(crate::domain::TestedMax {
        exercise: crate::domain::ExerciseId::new("squat"),
        kg: crate::domain::Kilograms::from_pounds(225.0),
        date: day(2026, 11, 1),
    });
    let written = written(&ann);
    let line = written.text.lines().find(|line| line.contains("Squat"));
    // 75 % of 225 lb are 168.75: no plates make that.
    assert_eq!(
        line,
        Some("     Squat 4x6 @75% rir 2  # 170lb"),
        "{}",
        written.text
    );
    let again = read(&written.text, &library);
    assert_eq!(again.errors, []);
    assert_eq!(again.athlete().sessions, plan.athlete().sessions);
}
