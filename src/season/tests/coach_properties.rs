//! What a good coach holds to, for whoever asks.

use chrono::Days;
use proptest::prelude::*;

use crate::domain::*;
use crate::load::{Emphasis, content_of, distance_of, duration_of, emphasis_of};

use super::super::least_run::least_run;
use super::super::measure::is_race;
use super::super::quality_dose::work_meters;
use super::super::{Season, SeasonWeek, long_run};
use super::properties::athletes;
use super::support::{Case, library, paces_of, quality_minutes, sets, shown, some_athletes};

/// Sessions that the season planned itself.
fn ours(week: &SeasonWeek) -> impl Iterator<Item = &Session> {
    let planned = week.sessions.iter().map(AsRef::as_ref);
    planned.filter(|session: &&Session| session.id.0.as_u128() > 1000 && !is_race(session))
}

fn runs(week: &SeasonWeek) -> impl Iterator<Item = (&Session, &RunPlan)> {
    ours(week).filter_map(|session| Some((session, session.plan.run()?)))
}

fn minutes(season: &Season, session: &Session) -> u32 {
    duration_of(&session.plan, &season.profile).value.0
}

fn rpe(run: &RunPlan) -> f64 {
    run.rpe.map_or(0.0, Rpe::value)
}

fn days_to_race(case: &Case, session: &Session) -> i64 {
    (case.request.race.date - session.date).num_days()
}

/// The same athlete with every day free, all year.
fn free(mut case: Case) -> Case {
    for day in &mut case.request.availability.week {
        *day = DayAvailability::Free;
    }
    case.request.availability.exceptions.clear();
    case
}

proptest! {
    #![proptest_config(some_athletes())]

    #[test]
    fn a_lighter_week_is_lighter_than_both_its_neighbours(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        for trio in season.weeks.windows(3).filter(|trio| trio[1].cutback) {
            let week = &trio[1];
            for other in [&trio[0], &trio[2]] {
                let text = || format!("week {}\n{}", week.number, shown(&case, &season));
                if other.distance.m() > 5_000.0 {
                    prop_assert!(week.distance.m() < other.distance.m(), "distance, {}", text());
                }
                if sets(other) > 6 {
                    prop_assert!(sets(week) < sets(other), "sets, {}", text());
                }
                let hard = quality_minutes(&season, week);
                prop_assert!(hard <= 0.0 || hard < quality_minutes(&season, other), "hard, {}", text());
            }
            prop_assert!(runs(week).all(|(_, run)| rpe(run) < 8.0), "{}", shown(&case, &season));
        }
    }

    #[test]
    fn no_lighter_week_brings_the_first_hard_run(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        let first = season.weeks.iter().find(|week| quality_minutes(&season, week) > 0.0);
        prop_assert!(first.is_none_or(|week| !week.cutback), "{}", shown(&case, &season));
        for pair in season.weeks.windows(2).filter(|pair| pair[0].cutback) {
            let text = || shown(&case, &season);
            prop_assert!(pair[1].distance.m() >= pair[0].distance.m() || case.away(), "{}", text());
        }
    }

    #[test]
    fn quality_keeps_to_its_share_and_grows_by_small_steps(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        let paces = paces_of(&season);
        let mut most = 0.0_f64;
        for week in season.weeks.iter().filter(|week| week.first + Days::new(10) < case.request.race.date) {
            let of = |threshold: bool| -> f64 {
                let kind = runs(week).filter(|(_, run)| (run.kind == RunKind::Tempo) == threshold);
                kind.map(|(session, _)| work_meters(&session.plan, &paces, &season.profile)).sum()
            };
            let far = week.distance.m();
            prop_assert!(of(true) <= far * 0.105, "threshold, week {}\n{}", week.number, shown(&case, &season));
            prop_assert!(of(false) <= far * 0.085, "intervals, week {}\n{}", week.number, shown(&case, &season));
            let hard = quality_minutes(&season, week);
            if most > 0.0 {
                let allowed = (most * 1.10).max(most + 3.0) + 0.5;
                prop_assert!(hard <= allowed, "{hard} after {most}, week {}\n{}", week.number, shown(&case, &season));
            }
            most = most.max(hard);
        }
    }

    #[test]
    fn a_second_quality_run_asks_for_five_runs_and_an_easy_day_between(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        for week in &season.weeks {
            let hard: Vec<_> = runs(week)
                .filter(|(session, run)| run.kind != RunKind::Long && emphasis_of(&session.plan) == Emphasis::Key)
                .collect();
            let text = || format!("week {}\n{}", week.number, shown(&case, &season));
            prop_assert!(hard.len() < 2 || week.runs >= 5, "{}", text());
            prop_assert!(hard.len() <= 2, "{}", text());
            prop_assert!(hard.iter().filter(|(_, run)| rpe(run) >= 8.0).count() <= 1, "{}", text());
            for pair in hard.windows(2) {
                prop_assert!((pair[1].0.date - pair[0].0.date).num_days() >= 2, "{}", text());
            }
        }
    }

    #[test]
    fn the_days_before_the_race_are_for_getting_fresh(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        // A C race is run as training.
        if case.request.race.priority == RacePriority::C {
            return Ok(());
        }
        let all = || season.weeks.iter().flat_map(ours);
        let last = |session: &&Session| days_to_race(&case, session) < 7;
        let easy = |session: &Session| matches!(session.kind(), Kind::Run(RunKind::Easy | RunKind::Recovery));
        let before = all().filter(|s| days_to_race(&case, s) > 14 && easy(s)).map(|s| minutes(&season, s)).max();
        for session in all().filter(last) {
            let left = days_to_race(&case, session);
            let text = || format!("{left} days before\n{}", shown(&case, &season));
            match session.kind() {
                Kind::Run(RunKind::Long) => prop_assert!(left >= 6, "{}", text()),
                Kind::Run(_) if easy(session) && case.request.race.priority == RacePriority::A => {
                    prop_assert!(minutes(&season, session) <= 41, "{}", text());
                    if let Some(before) = before.filter(|before| *before >= 27) {
                        prop_assert!(minutes(&season, session) <= before, "{}", text());
                    }
                }
                Kind::Run(_) => {
                    let run = session.plan.run().unwrap();
                    prop_assert!(rpe(run) < 7.0 || left > 4, "{}", text());
                }
                Kind::Strength => {
                    let is_marathon = case.request.race.distance.unwrap().km() > 42.0;
                    prop_assert!(left > if is_marathon { 3 } else { 2 }, "{}", text());
                }
                _ => {}
            }
        }
    }

    #[test]
    fn recovery_is_short_and_easy_runs_are_worth_the_shoes(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        for session in season.weeks.iter().flat_map(ours) {
            let takes = minutes(&season, session);
            match session.kind() {
                Kind::Run(RunKind::Recovery) => prop_assert!(takes <= 46, "{}", shown(&case, &season)),
                Kind::Run(RunKind::Easy) => prop_assert!(takes >= 14, "{}", shown(&case, &season)),
                _ => {}
            }
        }
    }

    #[test]
    fn easy_runs_stay_clearly_below_the_long_run(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        let far = |session: &Session| distance_of(&session.plan, &season.profile).map_or(0.0, |far| far.value.m());
        for week in &season.weeks {
            let of = |kind| runs(week).filter(move |(_, run)| run.kind == kind).map(|(session, _)| far(session));
            let Some(long) = of(RunKind::Long).reduce(f64::max) else { continue };
            let least = least_run(&paces_of(&season), &season.profile);
            let long_run = runs(week).find(|(_, run)| run.kind == RunKind::Long);
            let is_short = long_run.is_some_and(|(session, _)| minutes(&season, session) < 47);
            let share = if is_short { 0.9 } else if week.runs > 3 { 0.7 } else { 0.75 };
            let most = (long * share).max(least * 1.1) + 200.0;
            prop_assert!(of(RunKind::Easy).all(|easy| easy <= most), "week {}\n{}", week.number, shown(&case, &season));
        }
    }

    #[test]
    fn long_runs_keep_to_their_share_or_say_why_not(case in athletes()) {
        let mut case = free(case);
        case.request.runs = case.request.runs.max(3);
        let Ok(season) = case.build() else { return Ok(()) };
        let is_short = |week: &SeasonWeek| {
            season.left_out.iter().any(|left| left.what.ends_with("of running a week") && left.weeks.contains(&week.number))
        };
        for week in season.weeks.iter().filter(|week| week.phase != Phase::Taper && !is_short(week)) {
            for (session, run) in runs(week).filter(|(_, run)| run.kind == RunKind::Long) {
                let share = week.long.m() / week.distance.m().max(1.0);
                let most = long_run::share(week.runs as u32) + 0.05;
                let says = session.because.contains("its minutes count");
                let text = || format!("week {} {share}\n{}", week.number, shown(&case, &season));
                prop_assert!(share <= most + 0.04 || says, "{}", text());
                prop_assert!(minutes(&season, session) <= 181, "{}", text());
                let paced = run.steps.iter().any(|step| step.kind == StepKind::Work);
                prop_assert!(!paced || !week.cutback, "{}", text());
            }
        }
    }

    #[test]
    fn the_taper_keeps_the_number_of_runs(case in athletes()) {
        let mut case = free(case);
        case.request.race.priority = RacePriority::A;
        case.request.weekly = Meters::from_km(case.request.weekly.km().max(8.0 * f64::from(case.request.runs)));
        let Ok(season) = case.build() else { return Ok(()) };
        // If the weeks before had no room, there is no usual distance to keep.
        if season.left_out.iter().any(|left| left.what.ends_with("of running a week")) {
            return Ok(());
        }
        let peak = season.weeks.iter().rfind(|week| week.phase != Phase::Taper).unwrap();
        for week in season.weeks.iter().filter(|week| week.phase == Phase::Taper) {
            let is_stub = week.first + Days::new(5) > case.request.race.date;
            // Runs beyond the number asked for do not count as usual.
            let usual = peak.runs.min(case.request.runs as usize);
            let kept = week.runs as f64 >= usual as f64 * 0.74;
            prop_assert!(is_stub || kept, "{}", shown(&case, &season));
        }
    }

    #[test]
    fn legs_keep_to_the_policy_and_to_a_day_between(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        let all: Vec<_> = season.weeks.iter().flat_map(ours).collect();
        let lifts: Vec<_> = all.iter().filter_map(|s| Some((*s, s.plan.strength()?))).collect();
        for pair in lifts.windows(2) {
            prop_assert!((pair[1].0.date - pair[0].0.date).num_days() >= 2, "{}", shown(&case, &season));
        }
        for (session, plan) in lifts {
            let felt = content_of(plan, library()).leg_load >= LegLoad::Moderate;
            let key = all.iter().any(|run| run.date == session.date && emphasis_of(&run.plan) == Emphasis::Key);
            let is_default = case.request.policy == Policy::EasyOrAfterHard;
            prop_assert!(!(felt && key && is_default), "{}\n{}", session.date, shown(&case, &season));
        }
    }

    #[test]
    fn every_run_has_its_target_and_the_season_says_where_from(case in athletes()) {
        let Ok(season) = case.build() else { return Ok(()) };
        prop_assert!(season.paces.ends_with('.'));
        let is_known = !season.paces.starts_with("Runs go by effort");
        let said = case.athlete.profile.threshold_pace.is_some();
        prop_assert!(is_known || !said);
        for (session, run) in season.weeks.iter().flat_map(runs) {
            prop_assert!(run.rpe.is_some(), "{session:?}");
            let paced = run.pace.is_some()
                || run.steps.iter().any(|step| matches!(step.target, Some(Target::Pace(_))))
                || run.kind == RunKind::Hills;
            prop_assert!(paced || !is_known, "{session:?}\n{}", season.paces);
            prop_assert!(!is_known || !session.plan.note.is_empty());
        }
    }
}
