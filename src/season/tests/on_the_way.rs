//! What comes between: another race on the way, a week ill, and the last days of a beginner.

use chrono::Duration;

use crate::domain::*;

use super::super::{Season, SeasonWeek};
use super::coach::{has_run_ten, race_day, towards};
use super::support::{Case, shown};

fn quality_of(session: &Session) -> bool {
    let kind = session.plan.run().map(|run| run.kind);
    matches!(
        kind,
        Some(RunKind::Tempo | RunKind::Intervals | RunKind::Hills | RunKind::Fartlek)
    )
}

fn runs(week: &SeasonWeek) -> usize {
    let runs = week
        .sessions
        .iter()
        .filter_map(|session| session.plan.run());
    runs.filter(|run| run.kind != RunKind::Race).count()
}

fn lifts(week: &SeasonWeek) -> usize {
    let all = week.sessions.iter();
    all.filter(|session| session.plan.strength().is_some())
        .count()
}

fn weeks_before(weeks: i64) -> chrono::NaiveDate {
    race_day() - Duration::days(7 * weeks - 1)
}

/// The athlete with the program that is suggested.
fn with_program(mut case: Case) -> Case {
    let request = &mut case.request;
    let program = super::super::suggested(
        super::support::library(),
        request.level,
        &request.equipment,
        &request.availability,
    );
    request.program = program.map(|suggestion| suggestion.program);
    case
}

#[test]
fn the_week_of_a_race_on_the_way_keeps_its_runs_and_has_less_of_everything() {
    let mut case = towards(42.195, Level::Intermediate, 5, 50.0, 18.0);
    case.request.start = weeks_before(16);
    has_run_ten(&mut case, 2_700);
    case.athlete.profile.races.push(Race {
        distance: Some(Meters::new(21_097.5)),
        priority: RacePriority::B,
        ..Race::new(
            RaceId::from_bits(77),
            race_day() - Duration::days(28),
            "Tune-up half",
        )
    });
    let case = with_program(case);
    let season = case.season();
    let week = &season.weeks[11];
    let text = shown(&case, &season);
    assert!(runs(week) >= 3, "{text}");
    assert_eq!(lifts(week), 1, "{text}");
    // A race of this priority leaves 60 % of the running.
    let before = season.weeks[10].distance.km();
    assert!(
        (0.5..=0.75).contains(&(week.distance.km() / before)),
        "{text}"
    );
    assert_eq!(case.cautions(&season), [""; 0], "{text}");
}

/// A half-marathoner who is ill for the fifth week.
fn ill() -> (Case, Season) {
    let mut case = towards(21.0975, Level::Intermediate, 4, 20.0, 8.0);
    case.request.start = weeks_before(16);
    case.request.availability.exceptions = vec![Exception {
        from: weeks_before(12),
        to: weeks_before(12) + Duration::days(6),
        kind: ExceptionKind::Illness,
        day: DayAvailability::Unavailable,
        note: String::new(),
    }];
    let case = with_program(case);
    let season = case.season();
    (case, season)
}

#[test]
fn after_a_week_ill_the_first_days_are_easy_and_no_lighter_week_follows() {
    let (case, season) = ill();
    let text = shown(&case, &season);
    let back = weeks_before(11);
    let mut first = season.weeks[5].sessions.iter();
    let hard = first
        .find(|session| quality_of(session))
        .map(|session| (session.date - back).num_days());
    assert!(hard.is_none_or(|days| days >= 3), "{text}");
    assert!(runs(&season.weeks[5]) >= 3, "{text}");
    assert!(
        season.weeks[5..8].iter().all(|week| !week.cutback),
        "{text}"
    );
}

#[test]
fn a_beginner_runs_strides_in_the_race_week() {
    for week_start in [chrono::Weekday::Mon, chrono::Weekday::Sun] {
        let mut case = towards(10.0, Level::Novice, 3, 12.0, 5.0);
        case.athlete.profile.week_start = week_start;
        case.request.start = weeks_before(12);
        let case = with_program(case);
        let season = case.season();
        let last = race_day() - Duration::days(7)..race_day();
        let sharp = season
            .weeks
            .iter()
            .flat_map(|week| &week.sessions)
            .filter(|session| last.contains(&session.date))
            .any(|session| session.plan.note.contains("strides") || quality_of(session));
        assert!(sharp, "{}", shown(&case, &season));
    }
}

#[test]
fn a_short_season_does_not_begin_with_the_heaviest_lifts() {
    let case = |since: Option<chrono::NaiveDate>| {
        let mut case = towards(21.0975, Level::Intermediate, 4, 35.0, 14.0);
        case.request.start = weeks_before(5);
        case.today = weeks_before(5);
        case.athlete.profile.lifting_since = since;
        with_program(case)
    };
    let least = |case: &Case, week: usize| {
        let season = case.season();
        let sessions = season.weeks[week].sessions.iter();
        let doses = sessions.flat_map(|session| session.plan.workout.exercises());
        let reps = doses.filter_map(|dose| match dose.reps {
            Reps::Count(count) => Some(count.low),
            Reps::Hold(_) | Reps::Max => None,
        });
        reps.min().unwrap()
    };
    let new = case(None);
    assert_eq!((least(&new, 0), least(&new, 1)), (8, 4));
    let used = case(Some(weeks_before(60)));
    assert_eq!(least(&used, 0), 4);
}
