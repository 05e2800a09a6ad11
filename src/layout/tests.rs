//! Programs laid out on calendars: where the sessions go, what is changed, and what never happens.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;

use super::{Adaptation, Equipping, Layout, Options, Why, lay_out};
use crate::domain::*;
use crate::edit::apply;
use crate::library::Library;
use crate::rules::{Context, Severity, Timeline, added, check};

pub(super) fn library() -> &'static Library {
    static SHIPPED: std::sync::LazyLock<Library> =
        std::sync::LazyLock::new(|| Library::shipped().unwrap());
    &SHIPPED
}

pub(super) fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// The athlete of a plan text of weeks from the 23rd of November on.
pub(super) fn athlete(text: &str) -> Athlete {
    let plan = crate::text::read(&format!("week: 2026-W48\n{text}"), library());
    assert!(plan.errors.is_empty(), "{:?}", plan.errors);
    plan.athlete()
}

pub(super) fn program(id: &str) -> Program {
    let program = library().program(&ProgramId::new(id)).cloned();
    program.unwrap()
}

pub(super) fn ids() -> impl FnMut() -> SessionId {
    let mut next = 1_000_000;
    move || {
        next += 1;
        SessionId::from_bits(next)
    }
}

pub(super) fn context(athlete: &Athlete, today: NaiveDate) -> Context<'_> {
    Context::unchecked(&athlete.profile, library(), today)
}

pub(super) fn laid(athlete: &Athlete, program: &Program, options: &Options) -> Layout {
    let context = context(athlete, monday());
    lay_out(athlete, &context, program, options, &mut ids())
}

pub(super) fn one_week(program: &Program) -> Options {
    Options {
        weeks: 1,
        ..Options::from_week(program, monday())
    }
}

pub(super) fn weekdays(layout: &Layout) -> Vec<Weekday> {
    let placed = layout.placed();
    placed.map(|placed| placed.session.date.weekday()).collect()
}

pub(super) fn dosed(placed: &super::Placed) -> Vec<String> {
    let doses = placed.session.plan.workout.exercises().iter();
    doses
        .map(|dose| format!("{} {}x{}", dose.exercise, dose.sets, dose.reps))
        .collect()
}

pub(super) const RUNS: &str = "Tue easy 45min\nThu intervals 60min\nSun long 18km\n";

#[test]
fn an_empty_week_takes_the_program_on_the_days_it_is_meant_for() {
    let anna = athlete("Wed note \"nothing yet\"\n");
    let program = program("minimum-routine");
    let layout = laid(&anna, &program, &one_week(&program));
    assert_eq!(weekdays(&layout), [Weekday::Mon, Weekday::Fri]);
    assert!(layout.placed().all(|placed| placed.changes.is_empty()));
    let first = layout.placed().next().unwrap();
    let origin = first.session.origin.as_ref().unwrap();
    assert_eq!(
        (origin.source.as_str(), origin.week, origin.slot),
        ("minimum-routine", 1, 1)
    );
    assert!(first.reason.starts_with("Clear"), "{}", first.reason);
}

#[test]
fn legs_keep_away_from_the_eve_of_key_runs() {
    let anna = athlete("Tue intervals 60min\nSat long 18km\n");
    let program = program("minimum-routine");
    let layout = laid(&anna, &program, &one_week(&program));
    let days = weekdays(&layout);
    assert_eq!(days.len(), 2);
    assert!(!days.contains(&Weekday::Mon) && !days.contains(&Weekday::Fri));
    assert!(
        layout
            .placed()
            .all(|placed| placed.worst < Some(Severity::Caution))
    );
}

#[test]
fn the_policy_decides() {
    let program = program("minimum-routine");
    let mut anna = athlete("Tue 07:00 intervals 60min\nThu easy 45min\nSat 07:00 long 18km\n");
    anna.profile.policy = Some(Policy::HardDaysHard);
    let hard = weekdays(&laid(&anna, &program, &one_week(&program)));
    assert_eq!(hard, [Weekday::Tue, Weekday::Sat]);
    anna.profile.policy = Some(Policy::Separate);
    let apart = weekdays(&laid(&anna, &program, &one_week(&program)));
    let runs = [Weekday::Tue, Weekday::Thu, Weekday::Sat];
    assert!(apart.iter().all(|day| !runs.contains(day)), "{apart:?}");
}

#[test]
fn a_day_without_the_gym_gets_what_is_at_hand() {
    let mut anna = athlete(RUNS);
    let home = DayAvailability::Limited {
        minutes: None,
        gym: false,
        equipment: vec![Equipment::Dumbbells],
    };
    anna.profile.availability.week = std::array::from_fn(|_| home.clone());
    let program = program("basic-two-days");
    let layout = laid(&anna, &program, &one_week(&program));
    let swaps: Vec<&Adaptation> = layout.placed().flat_map(|p| &p.changes).collect();
    let swapped = |from: &str| {
        swaps.iter().any(|change| match change {
            Adaptation::Swapped { from: other, .. } => other == from,
            _ => false,
        })
    };
    assert!(swapped("Deadlift") && swapped("Lat pulldown"), "{swaps:?}");
    let day = anna.profile.availability.on(monday());
    for placed in layout.placed() {
        for dose in placed.session.plan.workout.exercises() {
            let exercise = library().exercise(&dose.exercise).unwrap();
            let lacks = super::adapt::lacks(exercise, &anna.profile, day, Equipping::ByDay);
            assert!(!lacks, "{}", dose.exercise);
        }
    }
}

#[test]
fn gym_work_goes_to_the_days_with_a_gym() {
    let mut anna = athlete("Sun note \"nothing yet\"\n");
    for weekday in [0, 1, 3, 4, 6] {
        anna.profile.availability.week[weekday] = DayAvailability::Limited {
            minutes: None,
            gym: false,
            equipment: Vec::new(),
        };
    }
    let program = program("basic-two-days");
    let layout = laid(&anna, &program, &one_week(&program));
    assert_eq!(weekdays(&layout), [Weekday::Wed, Weekday::Sat]);
    assert!(layout.placed().all(|placed| placed.changes.is_empty()));
}

#[test]
fn short_days_get_short_sessions_and_too_short_ones_none() {
    let mut anna = athlete(RUNS);
    let minutes = |minutes| DayAvailability::Limited {
        minutes: Some(minutes),
        gym: true,
        equipment: Vec::new(),
    };
    anna.profile.availability.week = std::array::from_fn(|_| minutes(30));
    anna.profile.availability.week[6] = DayAvailability::Free;
    anna.sessions = Sessions::default();
    anna.profile.availability.week[6] = minutes(30);
    let program = program("basic-two-days");
    let layout = laid(&anna, &program, &one_week(&program));
    assert_eq!(layout.placed().count(), 2);
    for placed in layout.placed() {
        assert_eq!(placed.session.plan.duration, Some(Minutes(30)));
        let cut = Adaptation::Shortened {
            from: Minutes(55),
            to: Minutes(30),
        };
        assert!(placed.changes.contains(&cut), "{:?}", placed.changes);
    }
    anna.profile.availability.week = std::array::from_fn(|_| minutes(15));
    let layout = laid(&anna, &program, &one_week(&program));
    assert_eq!(layout.placed().count(), 0);
    let whys: Vec<&Why> = layout.left_out().map(|left| &left.why).collect();
    assert_eq!(whys, [&Why::NoMinutes(Minutes(55)); 2]);
}

#[test]
fn nothing_is_laid_on_the_past_nor_on_days_off() {
    let mut anna = athlete(RUNS);
    let program = program("minimum-routine");
    let options = Options {
        first: monday() - Days::new(7),
        ..one_week(&program)
    };
    let layout = laid(&anna, &program, &options);
    assert_eq!(layout.edits, []);
    assert!(layout.left_out().all(|left| left.why == Why::Past));
    anna.profile.availability.week = std::array::from_fn(|_| DayAvailability::Unavailable);
    let layout = laid(&anna, &program, &one_week(&program));
    assert!(layout.left_out().all(|left| left.why == Why::NoDay));
}

#[test]
fn late_in_a_week_a_session_is_left_out_rather_than_lifted_beside_another() {
    let mut anna = athlete("Sun long 18km\n");
    // Saturday is the only day left.
    let days = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sun,
    ];
    for day in days {
        let place = day.num_days_from_monday() as usize;
        anna.profile.availability.week[place] = DayAvailability::Unavailable;
    }
    let program = program("minimum-routine");
    let layout = laid(&anna, &program, &one_week(&program));
    let dates: Vec<_> = layout.placed().map(|placed| placed.session.date).collect();
    assert!(dates.len() <= 1, "{dates:?}");
    assert_eq!(dates.len() + layout.left_out().count(), 2);
}

#[test]
fn planned_strength_gives_way_when_asked_and_locked_or_done_never() {
    let mut anna = athlete("Mon strength\nWed strength\nFri strength\nSun long 18km\n");
    let mut sessions = anna.sessions.all().to_vec();
    std::sync::Arc::make_mut(&mut sessions[1]).locked = true;
    anna.sessions = sessions.clone().into();
    let program = program("minimum-routine");
    let kept = laid(&anna, &program, &one_week(&program));
    assert_eq!(kept.replaced, []);
    let options = Options {
        replace: true,
        ..one_week(&program)
    };
    let replaced = laid(&anna, &program, &options);
    assert_eq!(replaced.replaced, [sessions[0].id, sessions[2].id]);
    apply(&mut anna, &replaced.edits, Stamp::default());
    assert!(anna.sessions.get(sessions[0].id).is_none());
    assert!(anna.sessions.get(sessions[1].id).is_some());
}

#[test]
fn a_novice_begins_with_one_set_and_adds_one_a_week() {
    let mut anna = athlete("Sun easy 30min\n");
    anna.profile.level = Level::Novice;
    anna.profile.lifting_since = Some(monday());
    let program = program("basic-two-days");
    let layout = laid(&anna, &program, &Options::from_week(&program, monday()));
    let squats: Vec<String> = layout
        .placed()
        .filter_map(|placed| {
            dosed(placed)
                .into_iter()
                .find(|dose| dose.starts_with("squat"))
        })
        .collect();
    assert_eq!(
        squats,
        ["squat 1x5-8", "squat 2x5-8", "squat 3x5-8", "squat 3-4x5-8"]
    );
}

#[test]
fn a_cap_on_minutes_holds_for_every_session() {
    let anna = athlete(RUNS);
    let program = program("basic-two-days");
    let options = Options {
        minutes: Some(30),
        ..one_week(&program)
    };
    let layout = laid(&anna, &program, &options);
    assert_eq!(layout.placed().count(), 2);
    for placed in layout.placed() {
        assert_eq!(placed.session.plan.duration, Some(Minutes(30)));
    }
}

/// A line of plan text for one of 28 days.
fn any_line() -> impl Strategy<Value = (u64, &'static str)> {
    let what = prop_oneof![
        Just("easy 45min"),
        Just("07:00 intervals 60min"),
        Just("tempo 45min"),
        Just("long 18km"),
        Just("am hills 50min"),
        Just("steady 50min"),
        Just("18:00 strength lower heavy 40min"),
        Just("strength upper 30min"),
        Just("rest"),
    ];
    (0..28_u64, what)
}

fn any_day() -> impl Strategy<Value = DayAvailability> {
    let limited = (proptest::option::of(20..90_u32), any::<bool>()).prop_map(|(minutes, gym)| {
        DayAvailability::Limited {
            minutes,
            gym,
            equipment: Vec::new(),
        }
    });
    prop_oneof![3 => Just(DayAvailability::Free), 1 => Just(DayAvailability::Unavailable), 2 => limited]
}

fn any_athlete() -> impl Strategy<Value = Athlete> {
    let lines = proptest::collection::vec(any_line(), 0..24);
    let week = proptest::collection::vec(any_day(), 7);
    let race = proptest::option::of(0..40_u64);
    (lines, week, 0..3_usize, 0..3_usize, race).prop_map(|(lines, week, policy, level, race)| {
        let lines = lines.iter().map(|(day, what)| {
            let date = monday() + Days::new(*day);
            format!("{date} {what}")
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        let mut athlete = athlete(&text);
        athlete.profile.policy = Some(Policy::ALL[policy]);
        athlete.profile.level = Level::ALL[level];
        athlete.profile.availability.week = week.try_into().unwrap();
        athlete.profile.races.extend(race.map(|day| Race {
            distance: Some(Meters::from_km(10.0)),
            ..Race::new(RaceId::from_bits(1), monday() + Days::new(day), "Race")
        }));
        athlete
    })
}

pub(super) fn conflicts(athlete: &Athlete, today: NaiveDate) -> Vec<crate::rules::Finding> {
    let context = context(athlete, today);
    let last = monday() + Days::new(120);
    let timeline = Timeline::new(athlete, &context, monday() - Days::new(7), last);
    let mut found = check(&timeline, &context);
    found.retain(|finding| finding.severity == Severity::Conflict);
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn no_layout_brings_a_conflict_or_fills_a_day_off(
        athlete in any_athlete(),
        program in 0..library().programs().len(),
        optional in any::<bool>(),
        late in 0..5_u64,
    ) {
        let program = &library().programs()[program];
        let today = monday() + Days::new(late);
        let context = context(&athlete, today);
        let options = Options {
            weeks: Options::from_week(program, monday()).weeks.min(5),
            optional,
            ..Options::from_week(program, monday())
        };
        let layout = lay_out(&athlete, &context, program, &options, &mut ids());
        let before = conflicts(&athlete, today);
        let mut after = Athlete::new(athlete.id, athlete.profile.clone());
        after.sessions = athlete.sessions.clone();
        apply(&mut after, &layout.edits, Stamp::default());
        let found = conflicts(&after, today);
        let new: Vec<_> = added(&before, &found).collect();
        prop_assert!(new.is_empty(), "{new:#?}");
        for placed in layout.placed() {
            let date = placed.session.date;
            prop_assert!(date >= today);
            prop_assert!(*athlete.profile.availability.on(date) != DayAvailability::Unavailable);
        }
        for session in athlete.sessions.all() {
            prop_assert_eq!(after.sessions.get(session.id), Some(session));
        }
        let again = lay_out(&athlete, &context, program, &options, &mut ids());
        prop_assert!(again == layout, "the same input gave another layout");
        let wanted: usize = (0..options.weeks)
            .filter_map(|week| program.week(week as usize))
            .flat_map(|week| &week.sessions)
            .filter(|session| optional || !session.optional)
            .count();
        prop_assert_eq!(layout.placed().count() + layout.left_out().count(), wanted);
    }
}
