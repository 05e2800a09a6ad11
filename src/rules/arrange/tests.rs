//! A better week, held against every other.

use std::time::Instant;

use chrono::{Days, NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::*;
use crate::domain::*;
use crate::library::Library;
use crate::rules::tests::support::{Week, monday};

fn better(week: &Week) -> Suggestion {
    better_week(&week.athlete, &week.context(), monday())
}

#[test]
fn fuzz_time() {
    for text in [
        "Mon easy 60min; Tue strength full 40min; Wed tempo; Thu strength upper; Fri steady 60min; Sat long; Sun rest",
        "Mon 18:00 strength heavy; Tue 07:00 intervals; Wed 07:00 easy; Wed 18:00 strength moderate; Thu 07:00 tempo; Fri 18:00 strength upper; Sat 07:00 easy; Sun 08:00 long",
        "Mon strength heavy; Tue intervals; Wed easy; Wed strength moderate; Thu tempo; Fri strength upper; Sat easy; Sun long",
        "Mon strength heavy; Tue intervals; Wed easy locked; Wed strength moderate; Thu tempo locked; Fri strength heavy; Sat hills; Sun long locked; Mon tempo; Wed steady; Fri progression",
        "Mon strength heavy; Tue intervals; Wed strength heavy; Wed strength moderate; Thu tempo; Fri strength heavy; Sat hills; Sun long",
        "Mon strength heavy 41min; Tue intervals 50min; Wed strength heavy 42min; Wed strength heavy 43min; Thu tempo; Fri strength heavy 44min; Sat hills 80min; Sun long 95min",
        "Mon easy; Mon strength moderate; Tue intervals; Tue strength upper; Wed easy; Wed strength core; Thu tempo; Thu strength heavy; Fri easy; Fri strength light; Sat hills; Sun long; Sat cross; Sun cross",
    ] {
        for policy in ["easy-or-after-hard", "hard-days-hard", "separate"] {
            let week = Week::of(text).policy(policy);
            search::NODES.store(0, std::sync::atomic::Ordering::Relaxed);
            search::LEAVES.store(0, std::sync::atomic::Ordering::Relaxed);
            let t = Instant::now();
            let s = better(&week);
            println!(
                "{:?} {:?} {:?} {:?} {:?} -> {:?} moves {} {:?}",
                t.elapsed(),
                search::NODES,
                search::LEAVES,
                s.proof,
                s.before,
                s.after,
                s.moves.len(),
                s.relax
            );
            for m in &s.moves {
                println!(
                    "    {:?} {:?} {:?} -> {:?} {:?}",
                    week.athlete.sessions.get(m.session).unwrap().kind(),
                    m.from.date.format("%a").to_string(),
                    m.from.start,
                    (m.to.date.format("%a").to_string(), m.to.start),
                    m.solves
                );
            }
        }
    }
}

/// Sessions of one week, each with a time, or each without; some locked or done.
fn any_week(most: usize) -> impl Strategy<Value = Week> {
    let session = (0..9usize, 0..7u64, any::<bool>(), 0..12usize, 0..10usize);
    let settings = (
        0..3usize,
        0..3usize,
        0..3usize,
        any::<bool>(),
        any::<bool>(),
        0..20usize,
    );
    (proptest::collection::vec(session, 1..=most), settings).prop_map(
        |(sessions, (policy, level, priority, strict, timed, limits))| {
            let words = [
                "easy 50min",
                "steady 45min",
                "tempo 60min",
                "intervals 60min",
                "long 110min",
                "strength heavy 50min",
                "strength moderate 40min",
                "strength light 30min",
                "strength upper 40min",
            ];
            let text: Vec<String> = sessions
                .iter()
                .map(|&(kind, day, late, state, _)| {
                    let day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day as usize];
                    let start = match (timed, late) {
                        (false, _) => "",
                        (true, false) => "07:00",
                        (true, true) => "18:00",
                    };
                    let state = ["locked", "done", "key"].get(state).unwrap_or(&"");
                    format!("{day} {start} {} {state}", words[kind])
                })
                .collect();
            let mut week = Week::of(&text.join(";"));
            let profile = &mut week.athlete.profile;
            profile.policy = Policy::ALL[policy];
            profile.level = Level::ALL[level];
            profile.priority = Priority::ALL[priority];
            profile.rules.strict_48h = strict;
            if limits < 7 {
                profile.availability.week[limits] = DayAvailability::Unavailable;
                profile.availability.week[(limits + 3) % 7] = DayAvailability::Limited {
                    minutes: Some(60),
                    gym: true,
                    equipment: Vec::new(),
                };
            }
            week
        },
    )
}

type Rank = (usize, Tally, usize);

/// The least of all arrangements, reckoned without any of the search's shortcuts.
fn by_force(week: &Week) -> Rank {
    let context = week.context();
    let sessions: Vec<Session> = week
        .athlete
        .sessions
        .all()
        .iter()
        .map(|s| (**s).clone())
        .collect();
    let options: Vec<Vec<Slot>> = sessions
        .iter()
        .map(|session| {
            let mut slots = vec![session.slot()];
            if session.locked || session.status != Status::Planned {
                return slots;
            }
            for day in 0..7 {
                let date = monday() + Days::new(day);
                if *week.athlete.profile.availability.on(date) == DayAvailability::Unavailable {
                    continue;
                }
                for start in [
                    session.plan.start,
                    Start::Clock(context.profile.morning),
                    Start::Clock(context.profile.evening),
                ] {
                    let slot = Slot { date, start };
                    if !slots.contains(&slot) {
                        slots.push(slot);
                    }
                }
            }
            slots
        })
        .collect();
    let mut best: Option<Rank> = None;
    let mut choice = vec![0; sessions.len()];
    loop {
        if let Some(rank) = rank(week, &sessions, &options, &choice) {
            best = Some(best.map_or(rank, |best| best.min(rank)));
        }
        let Some(next) = (0..choice.len()).find(|&i| choice[i] + 1 < options[i].len()) else {
            break;
        };
        choice[next] += 1;
        choice[..next].fill(0);
    }
    best.unwrap()
}

fn rank(
    week: &Week,
    sessions: &[Session],
    options: &[Vec<Slot>],
    choice: &[usize],
) -> Option<Rank> {
    let minute = |start: Start| match start {
        Start::Clock(time) => Some(
            i64::from(chrono::Timelike::hour(&time)) * 60
                + i64::from(chrono::Timelike::minute(&time)),
        ),
        _ => None,
    };
    let slots: Vec<Slot> = choice.iter().zip(options).map(|(&c, o)| o[c]).collect();
    let length = |i: usize| i64::from(sessions[i].plan.duration.unwrap().0);
    for i in 0..slots.len() {
        for j in 0..slots.len() {
            if i == j || slots[i].date != slots[j].date || choice[i] == 0 {
                continue;
            }
            if slots[i].start.is_unset() {
                return None;
            }
            if let (Some(a), Some(b)) = (minute(slots[i].start), minute(slots[j].start)) {
                if a < b + length(j) && b < a + length(i) {
                    return None;
                }
            }
        }
    }
    let mut unavailable = 0;
    for day in 0..7 {
        let date = monday() + Days::new(day);
        let here: Vec<usize> = (0..slots.len())
            .filter(|&i| slots[i].date == date)
            .collect();
        match week.athlete.profile.availability.on(date) {
            DayAvailability::Unavailable => {
                unavailable += here.iter().filter(|&&i| options[i].len() > 1).count()
            }
            DayAvailability::Limited {
                minutes: Some(most),
                ..
            } => {
                if here.iter().map(|&i| length(i)).sum::<i64>() > i64::from(*most) {
                    if here.iter().any(|&i| sessions[i].date != date) {
                        return None;
                    }
                    unavailable += usize::from(here.iter().any(|&i| options[i].len() > 1));
                }
            }
            _ => {}
        }
    }
    let mut arranged = week.clone();
    let mut moved: Vec<usize> = (0..slots.len()).filter(|&i| choice[i] > 0).collect();
    moved.sort_by_key(|&i| {
        (
            slots[i].date != sessions[i].date,
            slots[i].date,
            slots[i].start.is_unset(),
            minute(slots[i].start),
        )
    });
    for i in &moved {
        let mut session = sessions[*i].clone();
        session.move_to(slots[*i]);
        let edit = if session.date == sessions[*i].date {
            Edit::update(&week.athlete, session)
        } else {
            Edit::put(session)
        };
        apply(&mut arranged.athlete, &[edit], Stamp::default());
    }
    Some((unavailable, tally(&arranged), moved.len()))
}

fn tally(week: &Week) -> Tally {
    let context = week.context();
    let timeline = Timeline::new(&week.athlete, &context, monday(), monday() + Days::new(6));
    Tally::of(&check(&timeline, &context))
}

#[test]
fn fuzz_force() {
    use proptest::test_runner::{Config, TestRunner};
    let cases = std::env::var("CASES")
        .ok()
        .and_then(|c| c.parse().ok())
        .unwrap_or(300);
    let mut runner = TestRunner::new(Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    });
    runner
        .run(&any_week(3), |week| {
            let s = better(&week);
            let force = by_force(&week);
            prop_assert_eq!(s.proof, Proof::Optimal);
            prop_assert_eq!((s.after, s.moves.len()), (force.1, force.2));
            let mut done = week.clone();
            apply(&mut done.athlete, &s.edits(), Stamp::default());
            prop_assert_eq!(tally(&done), s.after);
            prop_assert!(s.moves.iter().all(|m| !m.solves.is_empty()));
            Ok(())
        })
        .unwrap();
}
#[test]
fn fuzz_speed() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut times = Vec::new();
    for _ in 0..400 {
        let week = any_week(8).new_tree(&mut runner).unwrap().current();
        if week.athlete.sessions.len() < 8 {
            continue;
        }
        let t = Instant::now();
        let s = better(&week);
        times.push((
            t.elapsed(),
            s.before,
            s.after,
            week.athlete
                .sessions
                .all()
                .iter()
                .map(|s| format!("{} {:?}", s.date.format("%a"), s.kind()))
                .collect::<Vec<_>>()
                .join(";"),
            s.relax,
        ));
    }
    times.sort_by_key(|t| t.0);
    println!(
        "n {} median {:?} 90% {:?}",
        times.len(),
        times[times.len() / 2].0,
        times[times.len() * 9 / 10].0
    );
    for t in times.iter().rev().take(6) {
        println!("{t:?}");
    }
}
