//! Copies for other athletes: what is rescaled, what is kept and named, and what never happens.

use chrono::{Datelike, Days, Weekday};

use super::tests::{athlete, library, monday};
use super::{CopyReport, Difference, Selection, What, Why, copy_to};
use crate::domain::*;
use crate::edit::apply;
use crate::rules::{Context, Severity};

fn nora() -> Athlete {
    Athlete::new(AthleteId::from_bits(2), Profile::named("Nora"))
}

fn max(athlete: &mut Athlete, exercise: &str, kg: f64) {
    athlete.profile.tested_maxes.push(TestedMax {
        exercise: ExerciseId::new(exercise),
        kg: Kilograms::new(kg),
        date: monday() - Days::new(10),
    });
}

fn copied(source: &Athlete, target: &Athlete, selection: &Selection) -> CopyReport {
    let context = Context::unchecked(&target.profile, library(), monday());
    let mut next = 1_000_000;
    let mut new_id = || {
        next += 1;
        SessionId::from_bits(next)
    };
    copy_to(source, target, &context, selection, &mut new_id)
}

fn week(what: What) -> Selection {
    Selection {
        first: monday(),
        weeks: 1,
        what,
        replace: false,
    }
}

const WEEK: &str = "Mon strength 40min\n  squat 4x6 @100kg\n  romanian deadlift 3x8 @60kg\n  bench press 3x8 @70%\n\
    Wed intervals 6x800m @4:00/km jog 400m\nSun long 18km\n";

#[test]
fn loads_follow_the_maxima_and_what_is_not_known_is_kept_and_named() {
    let mut anna = athlete(WEEK);
    let mut nora = nora();
    max(&mut anna, "squat", 120.0);
    max(&mut nora, "squat", 80.0);
    let report = copied(&anna, &nora, &week(What::Strength));
    let [lift] = &report.copied[..] else {
        panic!("one session")
    };
    let loads: Vec<String> = lift
        .session
        .plan
        .workout
        .exercises()
        .iter()
        .map(|dose| dose.load.to_string())
        .collect();
    // 100 kg · 80/120 = 66.7 kg, in steps of 2.5 kg.
    assert_eq!(loads, ["67.5kg", "60kg", "70%"]);
    assert!(matches!(
        &lift.differences[..],
        [
            Difference::Load { .. },
            Difference::LoadKept { .. },
            Difference::MaxUnknown { .. }
        ]
    ));
}

#[test]
fn paces_follow_the_threshold_or_the_best_race() {
    let pace = Pace::from_seconds_per_km;
    let mut anna = athlete(WEEK);
    let mut nora = nora();
    anna.profile.threshold_pace = Some(pace(250.0));
    let kept = copied(&anna, &nora, &week(What::Runs));
    let told = |report: &CopyReport| report.copied[0].differences.clone();
    assert_eq!(told(&kept), [Difference::PaceKept(pace(240.0))]);
    nora.profile.threshold_pace = Some(pace(300.0));
    let scaled = copied(&anna, &nora, &week(What::Runs));
    let expected = Difference::Pace {
        from: pace(240.0),
        to: pace(288.0),
    };
    assert_eq!(told(&scaled), [expected]);
    // 25 minutes over five kilometres: VDOT 38.3, threshold about 5:20 a kilometre.
    nora.profile.threshold_pace = None;
    nora.profile.races.push(Race {
        distance: Some(Meters::from_km(5.0)),
        priority: RacePriority::C,
        result: Some(Seconds(1500)),
        ..Race::new(RaceId::from_bits(1), monday() - Days::new(30), "Park run")
    });
    let raced = copied(&anna, &nora, &week(What::Runs));
    let [Difference::Pace { to, .. }] = told(&raced)[..] else {
        panic!("{:?}", told(&raced))
    };
    let ratio = to.seconds_per_km() / 240.0;
    assert!((1.24..1.32).contains(&ratio), "{ratio}");
}

#[test]
fn the_other_athletes_days_and_policy_hold() {
    let anna = athlete("Mon strength lower heavy 40min\nThu tempo 45min\nSun long 18km\n");
    let mut nora = nora();
    nora.profile.availability.week[3] = DayAvailability::Unavailable;
    let report = copied(&anna, &nora, &week(What::All));
    assert_eq!(report.copied.len(), 3, "{:?}", report.left_out);
    let tempo = report
        .copied
        .iter()
        .find(|copied| copied.moved_from.is_some());
    let tempo = tempo.unwrap();
    assert_eq!(tempo.moved_from.unwrap().weekday(), Weekday::Thu);
    assert_ne!(tempo.session.date.weekday(), Weekday::Thu);
    assert!(
        report
            .findings
            .iter()
            .all(|found| found.severity < Severity::Conflict)
    );
    let mut after = nora.clone();
    apply(&mut after, &report.edits, Stamp::default());
    assert_eq!(after.sessions.len(), 3);
}

#[test]
fn races_logs_and_the_past_stay_behind_and_a_replaced_week_gives_way() {
    let anna = athlete("Mon strength 30min\nTue easy 45min\nSun race 10km\n");
    let mut sessions = anna.sessions.all().to_vec();
    let done = std::sync::Arc::make_mut(&mut sessions[1]);
    done.status = Status::Done;
    done.log = Some(Log::default());
    let mut anna = anna;
    anna.sessions = sessions.into();
    let mut nora = athlete("Wed strength 40min\nFri easy 30min\n");
    nora.id = AthleteId::from_bits(2);
    let selection = Selection {
        replace: true,
        ..week(What::All)
    };
    let report = copied(&anna, &nora, &selection);
    assert_eq!(report.replaced.len(), 2);
    assert_eq!(report.copied.len(), 2);
    assert!(report.copied.iter().all(|copied| {
        copied.session.log.is_none() && copied.session.status == Status::Planned
    }));
    let context = Context::unchecked(&nora.profile, library(), monday() + Days::new(1));
    let mut next = 5_000;
    let mut new_id = || {
        next += 1;
        SessionId::from_bits(next)
    };
    let late = copy_to(&anna, &nora, &context, &week(What::All), &mut new_id);
    assert!(late.left_out.iter().any(|left| left.why == Why::Past));
}

#[test]
fn what_a_program_laid_out_is_copied_alone() {
    let mut anna = athlete("Mon strength 30min\nWed strength 40min\nSun long 18km\n");
    let mut sessions = anna.sessions.all().to_vec();
    std::sync::Arc::make_mut(&mut sessions[1]).origin = Some(
        Origin {
            source: "minimum-routine".to_owned(),
            week: 1,
            slot: 1,
        }
        .into(),
    );
    anna.sessions = sessions.into();
    let what = What::Program("minimum-routine".to_owned());
    let report = copied(&anna, &nora(), &week(what));
    let days: Vec<Weekday> = report
        .copied
        .iter()
        .map(|copied| copied.session.date.weekday())
        .collect();
    assert_eq!(days, [Weekday::Wed]);
    assert!(report.copied[0].session.origin.is_some());
}

#[test]
fn the_body_is_no_bar_a_loaded_squat_finds_a_stand_in() {
    let anna = athlete("Mon strength 40min\n  squat 4x6 @50kg\n  plank 2x45s\n");
    let mut nora = nora();
    nora.profile.equipment = vec![Equipment::Dumbbells];
    for day in &mut nora.profile.availability.week {
        *day = DayAvailability::Limited {
            minutes: None,
            gym: false,
            equipment: Vec::new(),
        };
    }
    let report = copied(&anna, &nora, &week(What::Strength));
    let [lift] = &report.copied[..] else {
        panic!("one session: {report:?}")
    };
    let names: Vec<String> = lift
        .session
        .plan
        .workout
        .exercises()
        .iter()
        .map(|dose| format!("{} {}", dose.exercise, dose.load))
        .collect();
    assert!(
        !names.iter().any(|name| name.starts_with("squat ")),
        "{names:?}"
    );
    assert!(
        lift.changes.iter().any(
            |change| matches!(change, super::Adaptation::Swapped { from, .. } if from == "Squat")
        ),
        "{:?}",
        lift.changes
    );
    // Nothing is said about the load of a squat that is not there.
    assert!(lift.differences.is_empty(), "{:?}", lift.differences);
}

#[test]
fn a_copied_run_keeps_off_a_day_that_has_a_run() {
    let days = |target: &str, week_start| {
        let anna = athlete("Wed am recovery 40min\nWed pm easy 30min\n");
        let mut nora = athlete(target);
        nora.profile.week_start = week_start;
        let report = copied(&anna, &nora, &week(What::Runs));
        let days: Vec<Weekday> = report
            .copied
            .iter()
            .map(|copied| copied.session.date.weekday())
            .collect();
        let reasons: Vec<String> = report.copied.iter().map(|it| it.reason.clone()).collect();
        (days, reasons)
    };
    for week_start in [Weekday::Mon, Weekday::Sun] {
        // Runs that shared a day share it again.
        let (free, _) = days("Mon strength upper 30min\n", week_start);
        assert_eq!(free, [Weekday::Wed, Weekday::Wed]);
        let (beside, reasons) = days("Wed tempo 40min\n", week_start);
        assert!(!beside.contains(&Weekday::Wed), "{beside:?} {reasons:?}");
        assert_eq!(beside.len(), 2);
    }
    // Where every day has one, it stays, and the day's other run is named.
    let every = "Mon easy 40min\nTue easy 40min\nWed tempo 40min\nThu easy 40min\nFri easy 40min\nSat easy 40min\n\
        Sun easy 40min\n";
    let (days, reasons) = days(every, Weekday::Mon);
    assert_eq!(days, [Weekday::Wed, Weekday::Wed]);
    for reason in reasons {
        assert!(
            reason.starts_with("A second run that day, beside the tempo"),
            "{reason}"
        );
    }
}

#[test]
fn runs_of_several_days_are_not_heaped_on_the_only_free_one() {
    let anna = athlete("Wed recovery 40min\nThu tempo 40min\nSun long 18km\n");
    let mut nora = nora();
    for day in [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Sat,
        Weekday::Sun,
    ] {
        nora.profile.availability.week[day.num_days_from_monday() as usize] =
            DayAvailability::Unavailable;
    }
    let report = copied(&anna, &nora, &week(What::Runs));
    let copied: Vec<_> = report.copied.iter().map(|it| it.session.kind()).collect();
    assert_eq!(
        copied,
        [Kind::Run(RunKind::Long)],
        "the long run comes first"
    );
    assert_eq!(report.copied[0].session.date.weekday(), Weekday::Fri);
    assert_eq!(report.left_out.len(), 2);
    assert!(
        report
            .left_out
            .iter()
            .all(|left| left.why == Why::SecondRun),
        "{:?}",
        report.left_out
    );
}
