//! What holds for whoever asks.

use chrono::Days;
use proptest::prelude::*;

use crate::domain::Week;
use crate::domain::*;
use crate::edit::apply;
use crate::load::duration_of;
use crate::rules::Severity;

use super::super::volume::{GROWTH, SMALL_STEP};
use super::super::{FEWEST_WEEKS, MOST_WEEKS};
use super::support::{Case, library, minutes, monday, no_gym, shown, some_athletes};

fn day() -> impl Strategy<Value = DayAvailability> {
    prop_oneof![
        3 => Just(DayAvailability::Free),
        1 => Just(DayAvailability::Unavailable),
        3 => (20u32..=180).prop_map(minutes),
        2 => (20u32..=180).prop_map(|minutes| no_gym(Some(minutes))),
        1 => Just(no_gym(None)),
    ]
}

fn equipment() -> impl Strategy<Value = Vec<Equipment>> {
    prop_oneof![
        Just(Vec::new()),
        Just(vec![Equipment::None]),
        Just(vec![Equipment::Dumbbells]),
        Just(vec![Equipment::Band, Equipment::Kettlebell, Equipment::Box]),
    ]
}

fn program() -> impl Strategy<Value = Option<ProgramId>> {
    let all: Vec<_> = library()
        .programs()
        .iter()
        .map(|program| Some(program.id.clone()))
        .collect();
    prop_oneof![1 => Just(None), 6 => proptest::sample::select(all)]
}

/// Weeks of runs before the season: kilometres of each of three runs a week.
fn past() -> impl Strategy<Value = Vec<f64>> {
    prop_oneof![
        2 => Just(Vec::new()),
        2 => proptest::collection::vec(2.0..20.0_f64, 1..9),
    ]
}

fn away() -> impl Strategy<Value = Option<(u64, u64)>> {
    prop_oneof![2 => Just(None), 1 => (0u64..160, 1u64..20).prop_map(Some)]
}

fn race(weeks: u64) -> impl Strategy<Value = (u64, f64, RacePriority)> {
    (
        (weeks * 7 - 7)..(weeks * 7),
        proptest::sample::select(vec![5.0, 10.0, 15.0, 21.0975, 42.195]),
        proptest::sample::select(vec![
            RacePriority::A,
            RacePriority::A,
            RacePriority::B,
            RacePriority::C,
        ]),
    )
}

/// First day of the week, unit, threshold pace and pace of the goal.
fn person() -> impl Strategy<Value = (chrono::Weekday, DistanceUnit, Option<f64>, Option<f64>)> {
    (
        prop_oneof![3 => Just(chrono::Weekday::Mon), 1 => Just(chrono::Weekday::Sun)],
        prop_oneof![2 => Just(DistanceUnit::Km), 1 => Just(DistanceUnit::Miles)],
        proptest::option::of(200.0..400.0_f64),
        proptest::option::of(220.0..400.0_f64),
    )
}

prop_compose! {
    pub(super) fn athletes()(weeks in 4u64..=24)(
        race in race(weeks),
        level in proptest::sample::select(Level::ALL),
        policy in proptest::sample::select(Policy::ALL),
        week in proptest::array::uniform7(day()),
        equipment in equipment(),
        program in program(),
        runs in 1u32..=7,
        km in 0.0..120.0_f64,
        longest in 0.0..35.0_f64,
        strength in 0u32..=3,
        past in past(),
        away in away(),
        today in 0u64..7,
        person in person(),
    ) -> Case {
        let mut case = Case::half_marathon(12);
        let (day, distance, priority) = race;
        let request = &mut case.request;
        request.race.date = monday() + Days::new(day);
        request.race.distance = Some(Meters::from_km(distance));
        request.race.priority = priority;
        request.level = level;
        request.policy = policy;
        request.availability.week = week;
        if let Some((from, days)) = away {
            request.availability.exceptions.push(Exception {
                from: monday() + Days::new(from),
                to: monday() + Days::new(from + days),
                kind: ExceptionKind::Travel,
                day: DayAvailability::Unavailable,
                note: String::new(),
            });
        }
        request.equipment = equipment;
        request.program = program;
        request.runs = runs;
        request.weekly = Meters::from_km(km);
        request.longest = Meters::from_km(longest);
        request.strength = strength;
        case.today = monday() + Days::new(today);
        let (week_start, distance_unit, threshold, target) = person;
        let profile = &mut case.athlete.profile;
        profile.week_start = week_start;
        profile.units.distance = distance_unit;
        profile.threshold_pace = threshold.map(Pace::from_seconds_per_km);
        request.race.target = target.map(|pace| Seconds((pace * distance) as u32));
        for (week, km) in past.iter().enumerate() {
            for (place, weekday) in [1, 3, 6].into_iter().enumerate() {
                case.add_past(week, weekday, *km * (1.0 + place as f64 / 2.0));
            }
        }
        case
    }
}

/// Rules that may object by a caution: no strength where no day has room for it.
const LACKS: [&str; 2] = ["strength-frequency", "keep-strength"];

proptest! {
    #![proptest_config(some_athletes())]

    #[test]
    fn no_season_has_a_conflict(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        for finding in case.findings(&season) {
            let is_ours = finding.sessions.iter().any(|id| id.0.as_u128() > 1000);
            let is_fine = finding.severity == Severity::Tip
                || (finding.severity == Severity::Caution && LACKS.contains(&finding.rule));
            prop_assert!(!is_ours || is_fine, "{:?}\n{}", finding, shown(&case, &season));
        }
    }

    #[test]
    fn days_and_minutes_are_kept(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        let race = case.request.race.date;
        let after = case.after(&season);
        for date in (0..200).map(|day| monday() + Days::new(day)).filter(|date| *date != race) {
            let planned = after.sessions.on(date);
            let takes: u32 = planned.iter().map(|s| duration_of(&s.plan, &after.profile).value.0).sum();
            let room = match case.request.availability.on(date) {
                DayAvailability::Free => u32::MAX,
                DayAvailability::Unavailable => 0,
                DayAvailability::Limited { minutes, .. } => minutes.unwrap_or(u32::MAX),
            };
            prop_assert!(takes <= room, "{date}: {takes} of {room}\n{}", shown(&case, &season));
            prop_assert!(planned.is_empty() || date < race);
            prop_assert!(planned.is_empty() || date >= case.today || date < monday());
        }
    }

    #[test]
    fn the_race_is_on_its_day_and_everything_says_why(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        let after = case.after(&season);
        let races = after.sessions.all().iter().filter(|s| s.kind() == Kind::Run(RunKind::Race));
        let days: Vec<_> = races.map(|session| session.date).collect();
        prop_assert_eq!(days, vec![case.request.race.date]);
        let ours = after.sessions.all().iter().filter(|session| session.id.0.as_u128() > 1000);
        for session in ours {
            prop_assert!(session.because.ends_with('.'), "{session:?}");
        }
        for left in &season.left_out {
            prop_assert!(!left.what.is_empty() && left.why.ends_with('.'), "{left:?}");
        }
    }

    #[test]
    fn weeks_grow_by_steps_and_the_taper_falls(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        let said = case.request.weekly.m().max(3_000.0 * f64::from(case.request.runs.min(3)));
        let mut top = said;
        for week in season.weeks.iter().skip(1) {
            let most = (top * GROWTH).max(top + SMALL_STEP) + 1.0;
            prop_assert!(week.distance.m() <= most, "week {}\n{}", week.number, shown(&case, &season));
            top = top.max(week.distance.m());
        }
        let taper: Vec<_> = season.weeks.iter().filter(|week| week.phase == Phase::Taper).collect();
        prop_assert!(!taper.is_empty());
        let biggest = season.weeks.iter().map(|week| week.distance.m()).fold(0.0, f64::max);
        let mut last = biggest;
        for week in taper {
            let is_stub = week.first + Days::new(2) >= case.request.race.date;
            prop_assert!(week.distance.m() <= last + 1.0 || is_stub, "{}", shown(&case, &season));
            last = week.distance.m();
        }
        if biggest > 0.0 && !case.away() {
            prop_assert!(last < biggest, "{}", shown(&case, &season));
        }
    }

    #[test]
    fn one_step_brings_it_and_takes_it_away(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        prop_assert_eq!(&season, &case.season());
        let mut athlete = case.athlete.clone();
        let undo = apply(&mut athlete, &season.edits, Stamp::default());
        apply(&mut athlete, &undo, Stamp::default());
        prop_assert_eq!(athlete.sessions, case.athlete.sessions);
        prop_assert_eq!(athlete.profile.races, case.athlete.profile.races);
    }

    #[test]
    fn only_a_week_without_room_is_refused(case in athletes()) {
        let open = case.request.availability.week.iter().any(|day| match day {
            DayAvailability::Free => true,
            DayAvailability::Unavailable => false,
            DayAvailability::Limited { minutes, .. } => minutes.is_none_or(|minutes| minutes >= 15),
        });
        let start = case.athlete.profile.week_start;
        let is_over = case.request.race.date <= case.today;
        let fits = (FEWEST_WEEKS..=MOST_WEEKS).contains(&case.request.weeks(start));
        let begins = Week::of(case.request.start, start).first() >= Week::of(case.today, start).first();
        prop_assert_eq!(case.build().is_ok(), open && !is_over && fits && begins);
    }
}
