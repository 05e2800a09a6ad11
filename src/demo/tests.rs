//! The demo must look like life on whatever day it is opened.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::{
    Athlete, DayPart, Kind, LoadSpec, Policy, RacePriority, RunKind, SessionId, SetKind, Start,
    Status,
};

use super::athlete::monday_of;
use super::*;

/// Monday to Sunday of week 48, 2026.
fn week_of_days() -> impl Iterator<Item = NaiveDate> {
    let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    (0..7).map(move |day| monday + Days::new(day))
}

fn demo(today: NaiveDate) -> Workspace {
    workspace(
        &DemoOptions {
            athletes: 40,
            weeks: 30,
            seed: 7,
            today,
        },
        &Library::default(),
    )
}

fn named<'a>(workspace: &'a Workspace, name: &str) -> &'a Athlete {
    workspace
        .athletes
        .iter()
        .find(|athlete| athlete.profile.name == name)
        .unwrap()
}

fn kilometres(athlete: &Athlete, id: SessionId) -> Option<f64> {
    let session = athlete.sessions.get(id)?;
    let done = session
        .log
        .as_ref()
        .and_then(|log| log.run.as_ref())
        .and_then(|run| run.distance);
    let planned = session.plan.run().and_then(|run| run.distance);
    done.or(planned.filter(|_| session.status == Status::Planned))
        .map(crate::domain::Meters::km)
}

#[test]
fn the_same_options_make_the_same_workspace() {
    let today = week_of_days().next().unwrap();
    assert_eq!(demo(today), demo(today));
    let options = |seed| DemoOptions {
        athletes: 1,
        weeks: 3,
        seed,
        today,
    };
    let (one, two) = (
        workspace(&options(1), &Library::default()),
        workspace(&options(2), &Library::default()),
    );
    assert_ne!(one.athletes, two.athletes);
}

#[test]
fn one_athlete_more_changes_none_of_the_others() {
    let today = week_of_days().next().unwrap();
    let options = |athletes| DemoOptions {
        athletes,
        weeks: 4,
        seed: 1,
        today,
    };
    let few = workspace(&options(5), &Library::default());
    let many = workspace(&options(9), &Library::default());
    assert!(
        few.athletes
            .iter()
            .all(|athlete| many.athletes.contains(athlete))
    );
    assert!(many.settings.demo);
    assert_eq!(
        many.athlete(many.settings.last_athlete.unwrap())
            .unwrap()
            .profile
            .name,
        "Anna Kovač"
    );
}

#[test]
fn every_current_week_is_full_logged_up_to_today_and_planned_from_there() {
    for today in week_of_days() {
        for athlete in &demo(today).athletes {
            let name = &athlete.profile.name;
            let monday = monday_of(today);
            let current = athlete.sessions.between(monday, monday + Days::new(6));
            assert!(current.len() >= 4, "{name} on {today}");
            for session in athlete.sessions.all() {
                let past = session.date < today;
                assert_eq!(
                    session.status != Status::Planned,
                    past,
                    "{name} on {}",
                    session.date
                );
                assert_eq!(
                    session.log.is_some(),
                    session.status.is_trained(),
                    "{name} on {}",
                    session.date
                );
            }
            let last = athlete
                .sessions
                .all()
                .iter()
                .filter(|s| s.log.is_some())
                .map(|s| s.date)
                .max()
                .unwrap();
            assert!(
                last + Days::new(3) >= today,
                "{name}: logs end on {last}, today is {today}"
            );
            assert_eq!(
                athlete.sessions.all()[0].date.iso_week(),
                (monday - Days::new(30 * 7)).iso_week(),
                "{name}"
            );
        }
    }
}

#[test]
fn plans_lead_to_a_race_at_least_six_weeks_ahead() {
    for today in week_of_days() {
        for athlete in &demo(today).athletes {
            let name = &athlete.profile.name;
            let race = athlete.profile.races.last().unwrap();
            assert_eq!(
                (race.priority, race.result),
                (RacePriority::A, None),
                "{name}"
            );
            assert!(race.date >= today + Days::new(42), "{name}");
            let last = athlete.sessions.all().last().unwrap();
            assert_eq!(
                (last.date, last.kind()),
                (race.date, Kind::Run(RunKind::Race)),
                "{name}"
            );
            let mut monday = monday_of(today);
            while monday < race.date {
                assert!(
                    athlete
                        .sessions
                        .between(monday, monday + Days::new(6))
                        .len()
                        >= 4,
                    "{name}, {monday}"
                );
                monday = monday + Days::new(7);
            }
        }
    }
}

#[test]
fn past_races_have_the_result_that_was_logged() {
    let today = week_of_days().next().unwrap();
    let workspace = demo(today);
    for athlete in &workspace.athletes {
        for race in athlete
            .profile
            .races
            .iter()
            .filter(|race| race.date < today)
        {
            let sessions = athlete.sessions.on(race.date);
            let run = sessions
                .iter()
                .find(|s| s.kind() == Kind::Run(RunKind::Race))
                .unwrap();
            assert_eq!(
                race.result,
                run.log.as_ref().unwrap().run.clone().unwrap().moving,
                "{}",
                race.name
            );
        }
    }
    assert!(named(&workspace, "Anna Kovač").profile.races.len() >= 3);
}

#[test]
fn no_two_sessions_are_in_each_others_way() {
    let today = week_of_days().nth(4).unwrap();
    for athlete in &demo(today).athletes {
        let all = athlete.sessions.all();
        let ids: BTreeSet<SessionId> = all.iter().map(|session| session.id).collect();
        assert_eq!(ids.len(), all.len());
        for session in all {
            let others: Vec<_> = athlete
                .sessions
                .on(session.date)
                .iter()
                .filter(|o| o.id != session.id)
                .collect();
            assert!(
                others.len() <= 1,
                "{} on {}",
                athlete.profile.name,
                session.date
            );
            for other in others {
                assert_ne!(
                    other.plan.start.part(),
                    session.plan.start.part(),
                    "{}",
                    session.date
                );
                let runs = [session, other]
                    .iter()
                    .filter(|s| matches!(s.kind(), Kind::Run(_)))
                    .count();
                assert!(
                    runs <= 1,
                    "{} runs twice on {}",
                    athlete.profile.name,
                    session.date
                );
            }
        }
        let moved = all.iter().filter(|session| session.first_planned.is_some());
        assert!(
            moved.clone().all(
                |session| session.date < today && session.first_planned != Some(session.slot())
            )
        );
    }
}

#[test]
fn some_sessions_moved_and_some_were_skipped() {
    let workspace = demo(week_of_days().next().unwrap());
    let sessions = || {
        workspace
            .athletes
            .iter()
            .flat_map(|athlete| athlete.sessions.all())
    };
    let share = |count: usize| {
        count as f64 / sessions().filter(|s| s.status != Status::Planned).count() as f64
    };
    let moved = share(sessions().filter(|s| s.first_planned.is_some()).count());
    let left_out = share(
        sessions()
            .filter(|s| matches!(s.status, Status::Skipped { .. } | Status::Missed))
            .count(),
    );
    assert!((0.01..0.06).contains(&moved), "{moved}");
    assert!((0.02..0.08).contains(&left_out), "{left_out}");
}

#[test]
fn long_runs_grow_sensibly() {
    for athlete in &demo(week_of_days().next().unwrap()).athletes {
        let is_race =
            |s: &&std::sync::Arc<crate::domain::Session>| s.kind() == Kind::Run(RunKind::Race);
        for session in athlete
            .sessions
            .all()
            .iter()
            .skip(30)
            .filter(|s| !is_race(s))
        {
            let Some(km) = kilometres(athlete, session.id) else {
                continue;
            };
            let month = athlete
                .sessions
                .between(session.date - Days::new(30), session.date - Days::new(1));
            let longest = month
                .iter()
                .filter_map(|s| kilometres(athlete, s.id))
                .fold(0.0, f64::max);
            let story = athlete.profile.name == "Anna Kovač" && session.date.day() == 29;
            assert!(
                km <= longest * 1.1 || story,
                "{}: {km} after {longest} on {}",
                athlete.profile.name,
                session.date
            );
        }
    }
}

#[test]
fn annas_week_is_the_same_story_on_every_day() {
    for today in week_of_days() {
        let workspace = demo(today);
        let anna = named(&workspace, "Anna Kovač");
        assert_eq!(anna.profile.policy(), Policy::EasyOrAfterHard);
        let monday = monday_of(today);
        let week: Vec<(Weekday, String)> = anna
            .sessions
            .between(monday, monday + Days::new(6))
            .iter()
            .map(|session| {
                let what = match session.kind() {
                    Kind::Run(kind) => kind.word().to_owned(),
                    _ => session.plan.title.clone(),
                };
                (session.date.weekday(), what)
            })
            .collect();
        let expected = [
            (Weekday::Mon, "easy"),
            (Weekday::Mon, "Upper + core"),
            (Weekday::Tue, "intervals"),
            (Weekday::Wed, "recovery"),
            (Weekday::Thu, "tempo"),
            (Weekday::Sat, "Lower body strength"),
            (Weekday::Sun, "long"),
        ];
        assert_eq!(week, expected.map(|(day, what)| (day, what.to_owned())));
        let on = |day: u64| &anna.sessions.on(monday + Days::new(day))[0].plan;
        assert_eq!(on(0).duration.unwrap().0, 45);
        let intervals = &on(1).run().unwrap().steps[1];
        assert_eq!(
            (intervals.repeats, anna.sessions.on(monday)[1].plan.start),
            (6, Start::Part(DayPart::Evening))
        );
        assert_eq!(on(3).run().unwrap().distance.unwrap().km(), 8.0);
        assert_eq!(
            on(5).strength().unwrap().exercises[0].load.to_string(),
            "62.5kg"
        );
        assert_eq!(
            on(5).strength().unwrap().exercises[1].load.to_string(),
            "55kg"
        );
        assert_eq!(on(6).run().unwrap().distance.unwrap().km(), 18.0);
        assert_eq!(on(6).note, "last 20 min at marathon pace");
    }
}

#[test]
fn loads_are_what_the_athlete_owns_and_rise_over_the_months() {
    let workspace = demo(week_of_days().next().unwrap());
    for athlete in &workspace.athletes {
        for session in athlete.sessions.all() {
            for prescription in session.plan.workout.exercises() {
                let (kg, step) = match &prescription.load {
                    LoadSpec::Kg(kg) => (
                        kg.kg(),
                        [athlete.profile.plate_step, athlete.profile.dumbbell_step],
                    ),
                    LoadSpec::Pair(kg) => (kg.kg(), [athlete.profile.dumbbell_step; 2]),
                    _ => continue,
                };
                assert!((4.0..260.0).contains(&kg), "{}: {kg}", prescription.name);
                let fits = |step: f64| ((kg / step).round() * step - kg).abs() < 1e-6;
                assert!(
                    step.iter().any(|step| fits(step.kg())),
                    "{}: {kg}",
                    prescription.name
                );
            }
        }
        let heaviest: Vec<f64> = athlete
            .sessions
            .all()
            .iter()
            .filter_map(|session| session.log.as_ref())
            .flat_map(|log| {
                log.exercises
                    .iter()
                    .take(1)
                    .flat_map(|exercise| &exercise.sets)
            })
            .filter(|set| set.kind == SetKind::Working)
            .filter_map(|set| set.kg.map(crate::domain::Kilograms::kg))
            .collect();
        let third = heaviest.len() / 3;
        let best = |loads: &[f64]| loads.iter().copied().fold(0.0, f64::max);
        assert!(
            best(&heaviest[2 * third..]) >= best(&heaviest[..third]),
            "{}",
            athlete.profile.name
        );
    }
}

#[test]
fn a_heavy_athlete_has_the_sets_asked_for() {
    let today = week_of_days().nth(2).unwrap();
    let athlete = heavy_athlete(100_000, today, &Library::default());
    let logs = || {
        athlete
            .sessions
            .all()
            .iter()
            .filter_map(|session| session.log.as_ref())
    };
    let sets: usize = logs()
        .flat_map(|log| &log.exercises)
        .map(|exercise| exercise.sets.len())
        .sum();
    assert_eq!(sets, 100_000);
    assert_eq!(logs().filter(|log| log.run.is_some()).count(), 2500);
    assert!(athlete.sessions.all().last().unwrap().date < today);
    assert_eq!(athlete, heavy_athlete(100_000, today, &Library::default()));
}
