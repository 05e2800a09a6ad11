//! Answers from phone pages: merged by session, told where something is odd, nothing lost.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::*;
use crate::domain::{
    Count, ExerciseId, Meters, Minutes, Plan, Prescription, Reps, RunKind, RunPlan, Seconds,
    Session, Status, StrengthPlan, Units, Workout,
};
use crate::edit::Edit;
use crate::import::history::is_history;
use crate::text::write_session;

/// Read once for the many cases.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::shipped().unwrap());
const NOW: &str = "2026-11-28T12:00:00Z";

/// Anna with a run on Tuesday 24 and squats on Friday 27 November.
pub(super) fn planned() -> Athlete {
    let mut anna = anna();
    let run = Plan {
        duration: Some(Minutes(45)),
        ..Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)))
    };
    let squat = Prescription::new(
        ExerciseId::new("squat"),
        "Squat",
        Count::exactly(2),
        Reps::Count(Count::exactly(6)),
    );
    let strength = Plan::new(Workout::Strength(StrengthPlan {
        exercises: vec![squat],
        ..StrengthPlan::default()
    }));
    for (bits, date, plan) in [(1, "2026-11-24", run), (2, "2026-11-27", strength)] {
        let id = SessionId::from_bits(bits);
        let session = Session::planned(id, day(date), plan, Stamp::default());
        anna.sessions.put(session.into(), 0);
    }
    anna
}

pub(super) fn words(athlete: &Athlete, bits: u128) -> String {
    let library = &LIBRARY;
    let session = athlete.sessions.get(SessionId::from_bits(bits)).unwrap();
    write_session(session, library, Units::default())
}

/// What the page sends of the run.
pub(super) fn run(athlete: &Athlete) -> Value {
    json!({
        "id": SessionId::from_bits(1).to_string(), "date": "2026-11-24", "title": "Easy run", "kind": "run",
        "plan": words(athlete, 1), "changed": "2026-11-24T18:00:00.000Z", "done_on": "2026-11-24", "status": "done",
        "distance": "8,2", "time": "45:30", "heart_rate": "141", "rpe": "4", "heavy_legs": true,
        "pain": {"place": "left knee", "sharp": false}, "note": "windy", "exercises": [],
    })
}

pub(super) fn squats(athlete: &Athlete) -> Value {
    json!({
        "id": SessionId::from_bits(2).to_string(), "date": "2026-11-27", "title": "Strength", "kind": "strength",
        "plan": words(athlete, 2), "changed": "2026-11-27T18:00:00.000Z", "done_on": "2026-11-27", "status": "done",
        "exercises": [{"exercise": "squat", "name": "Squat", "implements": 1, "sets": [
            {"reps": "6", "load": "60", "rpe": "8"}, {"reps": "6", "load": "62.5"}]}],
    })
}

pub(super) fn answer(sessions: &[Value]) -> Value {
    json!({
        "format": "ironstride-answer", "version": 1, "mass": "kg", "distance": "km",
        "athlete": {"id": AthleteId::from_bits(1).to_string(), "name": "Anna"}, "sessions": sessions,
    })
}

/// The report of a text at [`NOW`], and the athlete with it brought in.
pub(super) fn bring(athlete: &mut Athlete, text: impl AsRef<[u8]>) -> HistoryReport {
    let at: DateTime<Utc> = NOW.parse().unwrap();
    let report = bring_in(
        vec![history(text)],
        BringIn {
            athlete,
            library: &LIBRARY,
            learned: &BTreeMap::new(),
            dumbbells: &BTreeMap::new(),
            stamp: Stamp::coach(at),
            dates: crate::domain::DateStyle::default(),
            new_id: &mut || SessionId::from_bits(99),
        },
    );
    edit::apply(athlete, &report.edits, Stamp::coach(at));
    report
}

pub(super) fn session(athlete: &Athlete, bits: u128) -> Session {
    (**athlete.sessions.get(SessionId::from_bits(bits)).unwrap()).clone()
}

pub(super) fn remarks(report: &HistoryReport) -> String {
    format!("{:?}", report.files[0].remarks)
}

pub(super) fn skipped(report: &HistoryReport) -> String {
    let skipped = report.files[0].skipped.iter();
    let reasons: Vec<&str> = skipped.map(|skipped| skipped.reason.as_str()).collect();
    reasons.join("\n")
}

#[test]
fn an_answer_becomes_the_logs_of_its_sessions_and_the_same_one_changes_nothing() {
    let mut anna = planned();
    let text = answer(&[run(&anna), squats(&anna)]).to_string();
    let report = bring(&mut anna, &text);
    assert_eq!((report.added(), report.joined(), report.known()), (0, 2, 0));
    assert_eq!(
        (remarks(&report).as_str(), skipped(&report).as_str()),
        ("[]", "")
    );
    let run = session(&anna, 1);
    assert_eq!(run.status, Status::Done);
    let log = run.log.unwrap();
    let figures = log.run.unwrap();
    assert_eq!(figures.distance, Some(Meters::new(8200.0)));
    assert_eq!(figures.moving, Some(Seconds(2730)));
    assert_eq!((log.duration, log.heavy_legs), (Some(Minutes(46)), true));
    assert_eq!(
        (log.pains[0].place.as_str(), log.note.as_str()),
        ("left knee", "windy")
    );
    let sets = &session(&anna, 2).log.unwrap().exercises[0];
    assert_eq!(sets.exercise, ExerciseId::new("squat"));
    assert_eq!(
        sets.sets.iter().map(set_line).collect::<Vec<_>>(),
        ["6x60 rir 2", "6x62.5"]
    );

    let before = anna.clone();
    let again = bring(&mut anna, &text);
    assert_eq!(
        (again.joined(), again.known(), again.edits),
        (0, 2, Vec::<Edit>::new())
    );
    assert_eq!(anna, before);
}

#[test]
fn a_mail_around_an_answer_and_its_broken_lines_do_not_matter() {
    let anna = planned();
    let mut wanted = anna.clone();
    let mut note = run(&anna);
    note["note"] = "a note of some words".into();
    let text = answer(&[note]).to_string();
    bring(&mut wanted, &text);
    let wrapped = text.replace("of some", "of\r\nsome");
    for mail in [
        format!("Hi coach,\nTraining log of Anna:\n{text}\n-- \nAnna {{runner}}\n"),
        format!("\u{feff}{text}"),
        wrapped,
        serde_json::to_string_pretty(&answer(&[json!({"x": 1})]))
            .map(|_| text.clone())
            .unwrap(),
    ] {
        let mut other = anna.clone();
        bring(&mut other, &mail);
        assert_eq!(session(&other, 1), session(&wanted, 1), "{mail}");
        assert!(is_history(mail.as_bytes(), day("2026-11-24")));
    }
}

#[test]
fn pounds_miles_and_pairs_are_converted() {
    let mut anna = planned();
    let mut squats = squats(&anna);
    squats["exercises"][0]["implements"] = 2.into();
    let mut all = answer(&[run(&anna), squats]);
    all["mass"] = "lb".into();
    all["distance"] = "mi".into();
    bring(&mut anna, all.to_string());
    let distance = session(&anna, 1)
        .log
        .unwrap()
        .run
        .unwrap()
        .distance
        .unwrap();
    assert!((distance.miles() - 8.2).abs() < 1e-9);
    let kg = session(&anna, 2).log.unwrap().exercises[0].sets[0]
        .kg
        .unwrap();
    assert!((kg.pounds() - 120.0).abs() < 1e-9, "two of 60 lb");
}

#[test]
fn a_plan_that_changed_is_told_side_by_side_and_the_log_is_kept() {
    let mut anna = planned();
    let text = answer(&[run(&anna)]).to_string();
    let mut changed = session(&anna, 1);
    changed.plan.duration = Some(Minutes(70));
    anna.sessions.put(changed.into(), 0);
    let report = bring(&mut anna, text);
    let told = remarks(&report);
    assert!(
        told.contains("The plan changed after the page was sent"),
        "{told}"
    );
    assert!(
        told.contains("Planned then") && told.contains("Easy run · 45 min"),
        "{told}"
    );
    assert!(
        told.contains("Planned now") && told.contains("Easy run · 1 h 10 min"),
        "{told}"
    );
    let kept = session(&anna, 1);
    assert_eq!(kept.plan.duration, Some(Minutes(70)));
    assert!(kept.log.is_some());
}

#[test]
fn a_reply_to_a_deleted_session_stands_by_itself_with_the_plan_as_it_was() {
    let mut anna = planned();
    let text = answer(&[squats(&anna)]).to_string();
    let was = session(&anna, 2).plan;
    edit::apply(
        &mut anna,
        &[Edit::Remove(SessionId::from_bits(2))],
        Stamp::default(),
    );
    let report = bring(&mut anna, &text);
    assert_eq!(report.added(), 1);
    assert!(
        remarks(&report).contains("no longer in the plan"),
        "{}",
        remarks(&report)
    );
    let back = session(&anna, 2);
    assert_eq!(
        (back.date, &back.plan, back.status),
        (day("2026-11-27"), &was, Status::Done)
    );
    assert_eq!(back.log.unwrap().exercises[0].sets.len(), 2);
    assert_eq!(bring(&mut anna, &text).edits, []);
}

#[test]
fn of_two_replies_the_newer_counts_in_either_order_and_nothing_is_lost() {
    let anna = planned();
    let first = run(&anna);
    let mut second = first.clone();
    second["changed"] = "2026-11-24T20:00:00.000Z".into();
    second["distance"] = "8.4".into();
    second["time"] = "".into();
    second["note"] = "and tired".into();
    let [first, second] = [first, second].map(|session| answer(&[session]).to_string());
    let orders = [[&first, &second], [&second, &first]].map(|order| {
        let mut athlete = anna.clone();
        let told: Vec<_> = order
            .map(|text| remarks(&bring(&mut athlete, text)))
            .to_vec();
        assert!(
            told[1].contains("8.2 km") && told[1].contains("8.4 km"),
            "{told:?}"
        );
        // And both once more: nothing changes any longer.
        let before = athlete.clone();
        for text in order {
            bring(&mut athlete, text);
        }
        assert_eq!(athlete, before);
        session(&athlete, 1).log.unwrap()
    });
    for log in &orders {
        let run = log.run.clone().unwrap();
        assert_eq!(
            (run.distance, run.moving),
            (Some(Meters::new(8400.0)), Some(Seconds(2730)))
        );
        assert!(
            log.note.contains("windy") && log.note.contains("and tired"),
            "{}",
            log.note
        );
    }
}

#[test]
fn what_a_watch_logged_stays_and_the_phone_adds_to_it() {
    let mut anna = planned();
    let garmin = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\nRunning,2026-11-24 07:00:00,false,Loop,8.05,286,00:44:10,139\n";
    take(&mut anna, &[history(garmin)]);
    let text = answer(&[run(&anna)]).to_string();
    let report = bring(&mut anna, text);
    assert_eq!((report.joined(), report.known()), (0, 1));
    assert!(
        remarks(&report).contains("Already logged"),
        "{}",
        remarks(&report)
    );
    let log = session(&anna, 1).log.unwrap();
    let meters = log.run.unwrap().distance.unwrap().m();
    assert!((meters - 8050.0).abs() < 0.01, "{meters}");
    assert!(log.heavy_legs && log.note == "windy" && log.rpe.is_some());
}

#[test]
fn a_session_done_on_another_day_moves_there_and_a_wrong_clock_moves_nothing() {
    let mut anna = planned();
    let mut later = run(&anna);
    later["done_on"] = "2026-11-25".into();
    let report = bring(&mut anna, answer(&[later]).to_string());
    let moved = session(&anna, 1);
    assert_eq!(moved.date, day("2026-11-25"));
    assert_eq!(moved.first_planned.unwrap().date, day("2026-11-24"));
    assert!(
        remarks(&report).contains("done on Wed 25 Nov"),
        "{}",
        remarks(&report)
    );
    for wrong in ["1970-01-01", "2036-11-24", "2026-12-02"] {
        let mut anna = planned();
        let mut early = run(&anna);
        early["done_on"] = wrong.into();
        early["changed"] = format!("{wrong}T10:00:00Z").into();
        let report = bring(&mut anna, answer(&[early]).to_string());
        assert_eq!(session(&anna, 1).date, day("2026-11-24"), "{wrong}");
        assert!(session(&anna, 1).log.is_some());
        assert!(
            remarks(&report).contains("Look at the phone’s clock"),
            "{}",
            remarks(&report)
        );
    }
}

#[test]
fn a_skipped_session_says_why_and_a_time_means_what_fits_the_distance() {
    let mut anna = planned();
    let mut skip = squats(&anna);
    skip["status"] = "skipped".into();
    skip["reason"] = "ill".into();
    skip["exercises"] = json!([]);
    let mut long = run(&anna);
    long["distance"] = "18".into();
    long["time"] = "1:30".into();
    bring(&mut anna, answer(&[skip, long]).to_string());
    let skipped = session(&anna, 2);
    assert_eq!(
        skipped.status,
        Status::Skipped {
            reason: "ill".to_owned()
        }
    );
    assert_eq!(skipped.log, None);
    assert_eq!(
        session(&anna, 1).log.unwrap().run.unwrap().moving,
        Some(Seconds(5400))
    );
}

#[test]
fn each_reply_is_news_to_the_coach_and_an_answer_is_no_change_of_the_plan() {
    let mut anna = planned();
    let today = day("2026-11-28");
    let mut seen = crate::domain::SeenFeedback::default();
    let sent = run(&anna);
    bring(&mut anna, answer(std::slice::from_ref(&sent)).to_string());
    assert!(seen.is_news(&session(&anna, 1), today));
    seen.see(&session(&anna, 1), today, |_| false);
    // The coach answers in the note, and the athlete adds a word on the page that was sent before that.
    let mut answered = session(&anna, 1);
    answered.plan.note = "Shorter strides uphill".to_owned();
    let edits = [Edit::update(&anna, answered)];
    edit::apply(&mut anna, &edits, Stamp::coach(NOW.parse().unwrap()));
    assert!(
        !seen.is_news(&session(&anna, 1), today),
        "nothing was said since"
    );
    let mut second = sent;
    second["changed"] = "2026-11-24T20:00:00.000Z".into();
    second["note"] = "windy, and the calf".into();
    let report = bring(&mut anna, answer(&[second]).to_string());
    assert!(seen.is_news(&session(&anna, 1), today));
    assert!(
        !remarks(&report).contains("The plan changed"),
        "{}",
        remarks(&report)
    );
    assert_eq!(session(&anna, 1).plan.note, "Shorter strides uphill");
}
