//! A season whose race moves.

use chrono::{Days, NaiveDate};

use crate::domain::*;
use crate::edit::{Edit, apply};

use super::super::{Existing, Season, SeasonRequest, moved_race, moving};
use super::support::{Case, monday, shown};

/// An athlete with a season of fourteen weeks, all of it planned.
fn planned() -> (Case, Athlete) {
    let mut case = Case::half_marathon(14);
    case.request.weekly = Meters::from_km(36.0);
    case.request.longest = Meters::from_km(12.0);
    let season = case.season();
    let athlete = case.after(&season);
    (case, athlete)
}

/// The same with everything done before a day.
fn trained_until(athlete: &mut Athlete, today: NaiveDate) {
    let done: Vec<Edit> = athlete
        .sessions
        .all()
        .iter()
        .filter(|session| session.date < today)
        .map(|session| {
            let mut done = Session::clone(session);
            done.status = Status::Done;
            Edit::update(athlete, done)
        })
        .collect();
    apply(athlete, &done, Stamp::default());
}

/// The athlete with the race on another day, its session beside it.
fn with_race_on(athlete: &Athlete, date: NaiveDate) -> Athlete {
    let mut after = athlete.clone();
    let old = after.profile.races[0].date;
    let session = race_sessions(&after)[0].clone();
    assert_eq!(session.date, old);
    after.profile.races[0].date = date;
    let moved = Session { date, ..session };
    apply(&mut after, &[Edit::put(moved)], Stamp::default());
    after
}

fn race_sessions(athlete: &Athlete) -> Vec<Session> {
    let all = athlete.sessions.all().iter();
    let races = all.filter(|session| session.kind() == Kind::Run(RunKind::Race));
    races.map(|session| Session::clone(session)).collect()
}

/// The season after the race has moved to a day.
fn moved(case: &Case, athlete: &Athlete, date: NaiveDate, today: NaiveDate) -> (Season, Athlete) {
    let parted = with_race_on(athlete, date);
    let race = moved_race(athlete, &parted, today).expect("the season asks to move along");
    let usual = SeasonRequest {
        // The form is filled in from what is logged; these values stand for an athlete without a log.
        weekly: Meters::from_km(if today > monday() { 36.0 } else { 20.0 }),
        longest: Meters::from_km(8.0),
        runs: 3,
        existing: Existing::Replace,
        ..case.request.clone()
    };
    let request = moving(usual, &parted, race, today);
    let case = Case {
        athlete: parted.clone(),
        request,
        today,
    };
    let season = case.season();
    let after = case.after(&season);
    assert_eq!(case.cautions(&season), [""; 0], "{}", shown(&case, &season));
    (season, after)
}

#[test]
fn taper_and_long_runs_follow_the_race_and_what_is_done_locked_or_own_stays() {
    let (case, mut athlete) = planned();
    let today = monday() + Days::new(7 * 6);
    trained_until(&mut athlete, today);
    // One session is locked, and one is the coach's own.
    let later = athlete.sessions.between(today, case.request.race.date);
    let mut locked = Session::clone(
        later
            .iter()
            .find(|session| session.plan.strength().is_some())
            .unwrap(),
    );
    locked.locked = true;
    let own = Session::planned(
        SessionId::from_bits(77),
        today + Days::new(9),
        Plan {
            duration: Some(Minutes(20)),
            ..Plan::new(Workout::Mobility(MobilityPlan::default()))
        },
        Stamp::default(),
    );
    let edits = [
        Edit::update(&athlete, locked.clone()),
        Edit::put(own.clone()),
    ];
    apply(&mut athlete, &edits, Stamp::default());

    let date = case.request.race.date + Days::new(14);
    let (season, after) = moved(&case, &athlete, date, today);
    assert_eq!(race_sessions(&after).len(), 1, "one race, one place");
    assert_eq!(race_sessions(&after)[0].date, date);
    assert_eq!(season.weeks.len(), 10, "eight were left, and two more");
    let tapers = season
        .weeks
        .iter()
        .filter(|week| week.phase == Phase::Taper);
    assert_eq!(tapers.count(), 2);
    for session in athlete.sessions.between(monday(), today - Days::new(1)) {
        assert_eq!(after.sessions.get(session.id), Some(session), "done");
    }
    for kept in [&locked, &own] {
        let now = after.sessions.get(kept.id).expect("it stays");
        assert_eq!((now.date, &now.plan), (kept.date, &kept.plan));
    }
    // As many runs as before, not the number for an unknown athlete.
    assert!(season.weeks[1].runs >= 4, "{}", shown(&case, &season));
    let before: f64 = case.season().weeks[5].distance.km();
    let now = season.weeks[0].distance.km();
    assert!(now > before * 0.7, "{now} after {before}");
}

#[test]
fn an_earlier_race_leaves_nothing_of_the_season_behind_it() {
    let (case, mut athlete) = planned();
    let today = monday() + Days::new(7 * 6 + 2);
    trained_until(&mut athlete, today);
    let date = case.request.race.date - Days::new(21);
    let (season, after) = moved(&case, &athlete, date, today);
    assert_eq!(season.weeks.len(), 5);
    let behind = after.sessions.between(date + Days::new(1), NaiveDate::MAX);
    assert!(behind.is_empty(), "{behind:?}");
    assert_eq!(race_sessions(&after).len(), 1);
}

#[test]
fn a_race_that_is_near_moves_its_taper_along() {
    let (case, mut athlete) = planned();
    let today = case.request.race.date - Days::new(10);
    trained_until(&mut athlete, today);
    let date = case.request.race.date + Days::new(7);
    let (season, after) = moved(&case, &athlete, date, today);
    assert_eq!(season.weeks.len(), 3);
    assert_eq!(season.weeks[2].phase, Phase::Taper);
    assert!(season.weeks[2].distance < season.weeks[1].distance);
    assert_eq!(race_sessions(&after)[0].date, date);
    // Moved within its week, only the days around it change.
    let (season, after) = moved(
        &case,
        &athlete,
        case.request.race.date - Days::new(1),
        today,
    );
    assert_eq!(season.weeks.len(), 2);
    assert_eq!(race_sessions(&after).len(), 1);
}

#[test]
fn a_season_that_was_just_built_moves_with_its_own_figures() {
    let (case, athlete) = planned();
    let date = case.request.race.date + Days::new(7);
    let (season, _) = moved(&case, &athlete, date, monday());
    let first = case.season().weeks[0].distance.km();
    let now = season.weeks[0].distance.km();
    assert!((now - first).abs() <= first * 0.1, "{now} after {first}");
}

#[test]
fn nobody_is_asked_where_no_season_leads_to_the_race() {
    let (case, athlete) = planned();
    let race = case.request.race.date;
    let moved =
        |before: &Athlete, after: &Athlete, today| moved_race(before, after, today).is_some();
    let later = with_race_on(&athlete, race + Days::new(7));
    assert!(moved(&athlete, &later, monday()));
    assert!(!moved(&athlete, &athlete, monday()), "it did not move");
    let past = with_race_on(&athlete, monday());
    assert!(!moved(&athlete, &past, monday()), "nothing is left");
    let mut with_another = athlete.clone();
    let mut other = case.request.race.clone();
    other.id = RaceId::from_bits(9);
    other.date = race - Days::new(40);
    with_another.profile.races.push(other);
    let mut other_moved = with_another.clone();
    other_moved.profile.races[1].date = race - Days::new(33);
    assert!(!moved(&with_another, &other_moved, monday()));
}
