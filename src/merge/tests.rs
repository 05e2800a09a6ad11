//! A week that two people changed, merged.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};

use super::*;
use crate::domain::{
    Athlete, AthleteId, Author, DayPart, ExerciseId, ExerciseLog, Half, Kilograms, Log, Meters,
    OwnLibrary, Plan, Prescription, Profile, Rpe, RunKind, RunPlan, Session, SessionId, SetLog,
    Signature, Stamp, Start, Status, StrengthPlan, Tombstone, Workout, WorkspaceSettings,
};

fn stamp(by: Author, hour: i64) -> Stamp {
    Stamp {
        at: DateTime::from_timestamp(1_790_000_000 + hour * 3600, 0).unwrap(),
        by,
        name: Signature::default(),
    }
}

fn coach(hour: i64) -> Stamp {
    stamp(Author::Coach, hour)
}

fn athlete_at(hour: i64) -> Stamp {
    stamp(Author::Athlete, hour)
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn run(id: u128, on: u32) -> Session {
    let plan = Plan::new(Workout::Run(RunPlan {
        distance: Some(Meters::from_km(10.0)),
        ..RunPlan::of(RunKind::Easy)
    }));
    Session::planned(SessionId::from_bits(id), day(on), plan, coach(0))
}

fn lift(id: u128, on: u32) -> Session {
    let dose = |name: &str| {
        Prescription::new(
            ExerciseId::new(name),
            name,
            "3".parse().unwrap(),
            "8".parse().unwrap(),
        )
    };
    let plan = Plan::new(Workout::Strength(StrengthPlan {
        exercises: vec![dose("squat"), dose("calf-raise")],
        ..StrengthPlan::default()
    }));
    Session::planned(SessionId::from_bits(id), day(on), plan, coach(0))
}

fn anna(sessions: impl IntoIterator<Item = Session>) -> Athlete {
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    athlete.sessions = sessions.into_iter().collect();
    athlete
}

fn base() -> Athlete {
    anna([run(1, 23), lift(2, 24), run(3, 25)])
}

/// The sessions as they follow each other, by their numbers.
fn ids(merged: &MergedAthlete) -> Vec<u128> {
    let all = merged.athlete.sessions.all().iter();
    all.map(|it| it.id.0.as_u128()).collect()
}

/// A copy in which a session was changed at a moment.
fn planned_anew(
    of: &Athlete,
    id: u128,
    stamp: Stamp,
    change: impl FnOnce(&mut Session),
) -> Athlete {
    let mut athlete = of.clone();
    let mut session = (**athlete.sessions.get(SessionId::from_bits(id)).unwrap()).clone();
    change(&mut session);
    session.plan_changed = stamp;
    athlete.sessions.put(Arc::new(session), usize::MAX);
    athlete
}

fn logged(of: &Athlete, id: u128, stamp: Stamp, change: impl FnOnce(&mut Log)) -> Athlete {
    let mut athlete = of.clone();
    let mut session = (**athlete.sessions.get(SessionId::from_bits(id)).unwrap()).clone();
    change(session.log.get_or_insert_default());
    session.status = Status::Done;
    session.log_changed = Some(stamp);
    athlete.sessions.put(Arc::new(session), usize::MAX);
    athlete
}

fn deleted(of: &Athlete, id: u128, stamp: Stamp) -> Athlete {
    let mut athlete = of.clone();
    let session = athlete.sessions.remove(SessionId::from_bits(id)).unwrap();
    athlete.tombstones.push(Tombstone::of(&session, stamp));
    athlete
}

/// Merges, having checked what holds of every merge.
fn merge(base: Option<&Athlete>, ours: &Athlete, theirs: &Athlete) -> MergedAthlete {
    let merged = athletes(base, ours, theirs);
    let exchanged = athletes(base, theirs, ours);
    assert_eq!(merged.athlete, exchanged.athlete, "whoever is who");
    if let Some(base) = base {
        assert_eq!(athletes(Some(base), base, ours).athlete, *ours);
        assert_eq!(athletes(Some(base), ours, base).athlete, *ours);
        assert_eq!(
            athletes(Some(theirs), &merged.athlete, theirs).athlete,
            merged.athlete,
            "an old one again"
        );
    }
    merged
}

fn session(athlete: &Athlete, id: u128) -> &Session {
    athlete.sessions.get(SessionId::from_bits(id)).unwrap()
}

#[test]
fn different_sessions_and_different_fields_come_together() {
    let base = base();
    let ours = planned_anew(&base, 1, coach(1), |it| it.plan.title = "Hilly".to_owned());
    let ours = planned_anew(&ours, 2, coach(2), |it| {
        it.plan.workout.exercises_mut().unwrap()[0].load = "60kg".parse().unwrap();
    });
    let theirs = planned_anew(&base, 1, coach(3), |it| {
        it.plan.start = Start::Part(DayPart::Morning);
        it.date = day(26);
    });
    let theirs = planned_anew(&theirs, 2, coach(3), |it| {
        it.plan.workout.exercises_mut().unwrap()[0].sets = "5".parse().unwrap();
    });
    let theirs = logged(&theirs, 3, athlete_at(4), |log| {
        log.rpe = Some(Rpe::new(7.0));
    });
    let merged = merge(Some(&base), &ours, &theirs);
    assert_eq!(merged.decisions, []);
    let first = session(&merged.athlete, 1);
    assert_eq!((first.plan.title.as_str(), first.date), ("Hilly", day(26)));
    assert_eq!(first.plan.start, Start::Part(DayPart::Morning));
    assert_eq!(first.plan_changed, coach(3));
    let squat = &session(&merged.athlete, 2).plan.workout.exercises()[0];
    assert_eq!(
        (squat.sets.low, squat.load.to_string().as_str()),
        (5, "60kg")
    );
    assert_eq!(session(&merged.athlete, 3).status, Status::Done);
}

#[test]
fn the_plan_is_the_coachs_and_the_log_the_athletes() {
    let base = base();
    let ours = planned_anew(&base, 1, coach(1), |it| it.date = day(27));
    let ours = logged(&ours, 1, coach(9), |log| log.rpe = Some(Rpe::new(4.0)));
    let theirs = planned_anew(&base, 1, athlete_at(5), |it| it.date = day(28));
    let theirs = logged(&theirs, 1, athlete_at(2), |log| {
        log.rpe = Some(Rpe::new(8.0));
    });
    let merged = merge(Some(&base), &ours, &theirs);
    let session = session(&merged.athlete, 1);
    assert_eq!(session.date, day(27), "though the athlete’s is newer");
    assert_eq!(
        session.log.as_ref().unwrap().rpe,
        Some(Rpe::new(8.0)),
        "though the coach’s is newer"
    );
    assert_eq!(merged.decisions.len(), 2);
}

#[test]
fn of_two_changes_by_one_hand_the_newer_stands() {
    let base = base();
    let ours = planned_anew(&base, 1, coach(1), |it| it.plan.title = "A".to_owned());
    let theirs = planned_anew(&base, 1, coach(2), |it| it.plan.title = "B".to_owned());
    let merged = merge(Some(&base), &ours, &theirs);
    assert_eq!(session(&merged.athlete, 1).plan.title, "B");
    assert_eq!(merged.decisions[0].decision, Decision::Theirs);
    assert!(session(&merged.athlete, 1).alternatives.is_empty());
}

#[test]
fn a_workout_that_both_rewrote_is_kept_twice_until_one_is_chosen() {
    let base = base();
    let intervals = |km: f64| {
        Workout::Run(RunPlan {
            distance: Some(Meters::from_km(km)),
            ..RunPlan::of(RunKind::Intervals)
        })
    };
    let ours = planned_anew(&base, 2, coach(1), |it| it.plan.workout = intervals(8.0));
    let theirs = planned_anew(&base, 2, coach(2), |it| it.plan.workout = Workout::Rest);
    let merged = merge(Some(&base), &ours, &theirs);
    let both = session(&merged.athlete, 2);
    assert_eq!(both.plan.workout, Workout::Rest);
    let [other] = &both.alternatives[..] else {
        panic!("{:?}", both.alternatives)
    };
    assert_eq!(other.changed, coach(1));
    assert!(matches!(&other.half, Half::Plan { plan, .. } if plan.workout == intervals(8.0)));
    assert!(merged.decisions[0].to_string().contains("both are kept"));

    let mut chosen = merged.athlete.clone();
    let mut session = both.clone();
    session.alternatives.clear();
    chosen.sessions.put(Arc::new(session), 0);
    let again = merge(Some(&merged.athlete), &merged.athlete, &chosen);
    assert!(self::session(&again.athlete, 2).alternatives.is_empty());
}

#[test]
fn where_nothing_tells_who_is_right_both_are_kept() {
    let base = base();
    let by_hand =
        |title: &str| planned_anew(&base, 1, coach(0), |it| it.plan.title = title.to_owned());
    let merged = merge(Some(&base), &by_hand("A"), &by_hand("B"));
    let session = session(&merged.athlete, 1);
    let Half::Plan { plan, .. } = &session.alternatives[0].half else {
        panic!()
    };
    let mut titles = [session.plan.title.as_str(), plan.title.as_str()];
    titles.sort_unstable();
    assert_eq!(titles, ["A", "B"]);
}

#[test]
fn a_change_goes_before_a_deletion_that_did_not_know_of_it() {
    let base = base();
    let ours = deleted(&base, 1, coach(9));
    let ours = deleted(&ours, 3, coach(9));
    let theirs = logged(&base, 1, athlete_at(2), |log| {
        log.note = "Windy".into();
    });
    let merged = merge(Some(&base), &ours, &theirs);
    assert!(session(&merged.athlete, 1).log.is_some());
    assert!(
        merged
            .athlete
            .sessions
            .get(SessionId::from_bits(3))
            .is_none()
    );
    let tombstones: Vec<_> = merged
        .athlete
        .tombstones
        .iter()
        .map(|it| it.session)
        .collect();
    assert_eq!(tombstones, [SessionId::from_bits(3)]);
    assert_eq!(merged.decisions[0].decision, Decision::KeptThoughDeleted);
}

#[test]
fn without_a_base_a_deletion_takes_what_it_knew_and_nothing_else_goes() {
    let ours = deleted(&base(), 1, coach(5));
    let ours = deleted(&ours, 3, coach(5));
    // Before the deletion, but whoever deleted it did not know.
    let theirs = planned_anew(&base(), 3, coach(4), |it| {
        it.plan.title = "Later".to_owned();
    });
    let theirs = {
        let mut more = theirs.clone();
        more.sessions.put(Arc::new(run(4, 27)), 0);
        more
    };
    let merged = merge(None, &ours, &theirs);
    assert_eq!(ids(&merged), [2, 3, 4]);
}

#[test]
fn notes_are_merged_by_line_and_sets_are_never_lost() {
    let set = |kg: f64| SetLog {
        reps: Some(8),
        kg: Some(Kilograms::new(kg)),
        ..SetLog::default()
    };
    let squat = |loads: &[f64]| ExerciseLog {
        exercise: ExerciseId::new("squat"),
        name: String::new(),
        sets: loads.iter().map(|kg| set(*kg)).collect(),
    };
    let start = logged(&base(), 2, athlete_at(1), |log| {
        log.note = "One".into();
    });
    let log = |hour, note: &str, loads: &[f64]| {
        logged(&start, 2, athlete_at(hour), |log| {
            log.note = note.to_owned().into();
            log.exercises = vec![squat(loads).into()];
        })
    };
    let merged = merge(
        Some(&start),
        &log(2, "One\nMine", &[60.0]),
        &log(3, "Theirs\nOne", &[60.0, 62.5]),
    );
    let both = session(&merged.athlete, 2);
    let mut lines: Vec<_> = both.log.as_ref().unwrap().note.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["Mine", "One", "Theirs"]);
    assert_eq!(both.log.as_ref().unwrap().exercises, [squat(&[60.0, 62.5])]);
    assert!(both.alternatives.is_empty());

    let merged = merge(
        Some(&start),
        &log(2, "One", &[60.0, 70.0]),
        &log(3, "One", &[60.0, 65.0]),
    );
    let both = session(&merged.athlete, 2);
    assert_eq!(both.log.as_ref().unwrap().exercises, [squat(&[60.0, 65.0])]);
    assert!(
        matches!(&both.alternatives[0].half, Half::Log { log, .. } if log.exercises == [squat(&[60.0, 70.0])])
    );
}

#[test]
fn the_order_within_a_day_is_kept_by_whoever_moved_nothing() {
    let base = anna([run(1, 23), run(2, 23), run(3, 23)]);
    let mut ours = base.clone();
    ours.sessions.put(Arc::new(run(9, 23)), 1);
    let mut theirs = base.clone();
    theirs.sessions.put(Arc::new(run(3, 23)), 0);
    let merged = merge(Some(&base), &ours, &theirs);
    assert_eq!(ids(&merged), [3, 1, 9, 2]);
}

#[test]
fn profiles_are_merged_by_field_and_their_lists_by_entry() {
    let mut base = base();
    base.profile.tags = vec!["trail".to_owned()];
    let mut ours = base.clone();
    ours.profile.tags.push("club".to_owned());
    ours.profile.strength_target = 3;
    ours.profile.changed = coach(1);
    let mut theirs = base.clone();
    theirs.profile.tags.clear();
    theirs.profile.notes = "Shin".to_owned();
    theirs.profile.strength_target = 1;
    theirs.profile.changed = athlete_at(2);
    let merged = merge(Some(&base), &ours, &theirs);
    let profile = &merged.athlete.profile;
    assert_eq!(profile.tags, ["club"]);
    assert_eq!(
        (profile.notes.as_str(), profile.strength_target),
        ("Shin", 1)
    );
    assert_eq!(merged.decisions[0].subject, Subject::Profile);
}

#[test]
fn a_library_entry_that_both_changed_is_there_twice() {
    let entry = |name: &str| {
        let mut exercise = crate::library::Library::shipped().unwrap().exercises()[0].clone();
        exercise.id = ExerciseId::new("own-1");
        exercise.name = name.to_owned();
        OwnLibrary {
            exercises: vec![exercise],
            ..OwnLibrary::default()
        }
    };
    let (merged, decisions) = libraries(Some(&entry("Old")), &entry("Mine"), &entry("Theirs"));
    let (exchanged, _) = libraries(Some(&entry("Old")), &entry("Theirs"), &entry("Mine"));
    assert_eq!(merged, exchanged);
    let names: Vec<_> = merged.exercises.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Theirs", "Mine (other version)"]);
    assert_ne!(merged.exercises[0].id, merged.exercises[1].id);
    assert_eq!(decisions.len(), 1);
    let (merged, decisions) = libraries(Some(&entry("Old")), &entry("Old"), &entry("New"));
    assert_eq!((merged, decisions), (entry("New"), Vec::new()));
}

#[test]
fn settings_come_together_and_say_what_gave_way() {
    let of = |coach: &str, logo: &str| WorkspaceSettings {
        coach: coach.to_owned(),
        logo: logo.to_owned(),
        ..WorkspaceSettings::default()
    };
    let (merged, decisions) = settings(Some(&of("A", "")), &of("B", ""), &of("A", "logo.png"));
    assert_eq!((merged, decisions), (of("B", "logo.png"), Vec::new()));
    let (merged, decisions) = settings(Some(&of("A", "")), &of("B", ""), &of("C", ""));
    assert_eq!(
        merged,
        settings(Some(&of("A", "")), &of("C", ""), &of("B", "")).0
    );
    assert_eq!(decisions.len(), 1);
}
