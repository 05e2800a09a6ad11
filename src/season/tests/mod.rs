//! Seasons for all sorts of athletes, held against the rules.

mod coach;
mod coach_properties;
mod judged;
mod on_the_way;

mod properties;
mod race_moves;
mod request;
mod support;

use std::sync::Arc;

use chrono::Days;

use crate::domain::{
    DayAvailability, Kind, Level, Meters, Phase, Plan, Policy, ProgramId, RunKind, Session,
    SessionId, Stamp, Workout,
};

use support::{Case, minutes, no_gym, shown};

#[test]
fn a_novice_without_the_gym_on_thursdays_gets_a_season_that_the_rules_let_pass() {
    let mut case = Case::half_marathon(14);
    case.request.level = Level::Novice;
    case.request.availability.week[3] = no_gym(None);
    let season = case.season();
    assert_eq!(season.weeks.len(), 14);
    assert_eq!(case.cautions(&season), [""; 0], "{}", shown(&case, &season));
    assert!(
        season
            .weeks
            .iter()
            .all(|week| week.strength >= 1 || week.number == 14)
    );
}

#[test]
fn every_fourth_week_is_lighter_and_the_taper_leads_to_the_race() {
    let case = Case::half_marathon(14);
    let season = case.season();
    let km = |week: usize| season.weeks[week].distance.km();
    let lighter: Vec<u32> = season
        .weeks
        .iter()
        .filter(|week| week.cutback)
        .map(|week| week.number)
        .collect();
    assert_eq!(lighter, [5, 9]);
    assert!(km(4) <= km(3) * 0.85 && km(8) <= km(7) * 0.85);
    let cut = 1.0 - km(13) / km(11);
    assert!((0.41..=0.75).contains(&cut), "race week cut by {cut}");
    assert!(km(12) < km(11) && km(13) < km(12));
    assert_eq!(season.weeks[12].strength, 1);
}

#[test]
fn hard_days_stay_hard_and_separate_days_separate() {
    let mut case = Case::half_marathon(12);
    case.request.weekly = Meters::from_km(45.0);
    case.request.longest = Meters::from_km(16.0);
    for (policy, runs) in [(Policy::HardDaysHard, 5), (Policy::Separate, 4)] {
        case.request.policy = policy;
        case.request.runs = runs;
        let season = case.season();
        let found = case.findings(&season);
        let spoken: Vec<_> = found.iter().map(|finding| finding.rule).collect();
        assert!(
            !spoken.contains(&"off-policy-day"),
            "{}",
            shown(&case, &season)
        );
        assert!(!spoken.contains(&"shared-day"), "{}", shown(&case, &season));
    }
}

#[test]
fn an_advanced_marathoner_lifts_three_times_and_runs_six() {
    let mut case = Case::half_marathon(16);
    let request = &mut case.request;
    request.race.distance = Some(Meters::from_km(42.195));
    request.level = Level::Advanced;
    request.runs = 6;
    request.strength = 3;
    request.weekly = Meters::from_km(70.0);
    request.longest = Meters::from_km(22.0);
    request.program = Some(ProgramId::new("six-week-strength"));
    let season = case.season();
    assert_eq!(case.cautions(&season), [""; 0], "{}", shown(&case, &season));
    let longest = season
        .weeks
        .iter()
        .map(|week| week.long.km())
        .fold(0.0, f64::max);
    assert!((26.0..=32.0).contains(&longest), "{longest}");
    let peak = season
        .weeks
        .iter()
        .find(|week| week.phase == Phase::Peak)
        .unwrap();
    assert!(
        peak.runs == 6 && peak.strength >= 2,
        "{}",
        shown(&case, &season)
    );
}

#[test]
fn what_is_locked_stays_and_what_is_planned_gives_way_or_is_built_around() {
    let mut case = Case::half_marathon(12);
    let plan = |kind| Plan::new(Workout::Run(crate::domain::RunPlan::of(kind)));
    let put = |case: &mut Case, id, day, locked| {
        let date = support::monday() + Days::new(day);
        let mut session = Session::planned(
            SessionId::from_bits(id),
            date,
            plan(RunKind::Easy),
            Stamp::default(),
        );
        session.locked = locked;
        case.athlete.sessions.put(Arc::new(session), 0);
    };
    put(&mut case, 1, 8, true);
    put(&mut case, 2, 10, false);
    let is_there = |case: &Case, id| {
        let after = case.after(&case.season());
        after.sessions.get(SessionId::from_bits(id)).is_some()
    };
    assert!(is_there(&case, 1) && !is_there(&case, 2));
    case.request.existing = super::Existing::Keep;
    assert!(is_there(&case, 1) && is_there(&case, 2));
    let week = &case.season().weeks[1];
    assert_eq!(week.runs, 4, "what stays counts among the runs");
}

#[test]
fn a_race_on_a_day_off_makes_the_day_free_for_it() {
    let mut case = Case::half_marathon(12);
    case.request.availability.week[6] = DayAvailability::Unavailable;
    let season = case.season();
    let race = case.request.race.date;
    assert_eq!(*season.profile.availability.on(race), DayAvailability::Free);
    assert_eq!(
        *season.profile.availability.on(race - Days::new(7)),
        DayAvailability::Unavailable
    );
    assert_eq!(case.cautions(&season), [""; 0], "{}", shown(&case, &season));
    let after = case.after(&season);
    assert!(
        after
            .sessions
            .on(race)
            .iter()
            .any(|s| s.kind() == Kind::Run(RunKind::Race))
    );
}

#[test]
fn what_does_not_fit_is_named_with_the_reason() {
    let mut case = Case::half_marathon(12);
    case.request.weekly = Meters::from_km(60.0);
    for day in &mut case.request.availability.week {
        *day = minutes(30);
    }
    let season = case.season();
    let named: Vec<_> = season
        .left_out
        .iter()
        .map(|left| left.what.as_str())
        .collect();
    assert!(
        named.iter().any(|what| what.ends_with("of running a week")),
        "{named:?}"
    );
    assert!(
        named.iter().any(|what| what.starts_with("A long run of")),
        "{named:?}"
    );
    assert!(season.left_out.iter().all(|left| left.why.ends_with('.')));
}

#[test]
fn a_novice_is_given_fewer_sets_at_first() {
    let mut case = Case::half_marathon(12);
    case.request.level = Level::Novice;
    let season = case.season();
    let most_sets = |week: usize| {
        let sessions = season.weeks[week].sessions.iter();
        let doses = sessions.flat_map(|session| session.plan.workout.exercises());
        doses.map(|dose| dose.sets.high).max().unwrap()
    };
    assert_eq!([most_sets(0), most_sets(1)], [2, 3]);
    assert_eq!(season.profile.lifting_since, Some(support::monday()));
}
