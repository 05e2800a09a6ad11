//! Runs by intensity: one by one, and in weeks.

use Intensity::{Easy, Hard, Moderate};

use super::read::{of_exertion, of_heart_rate, of_pace};
use super::*;
use crate::domain::{
    Bpm, Extent, HeartRate, HeartRateRange, HeartTime, Meters, Pace, Profile, Recovery,
    RecoveryStyle, Rpe, RunKind, RunLog, RunPlan, Seconds, Session, Status, Step, StepKind, Target,
    Workout,
};
use crate::load::series::test_support::{athlete, before, day, figures_of, planned_run, ran};

fn run_of(session: &mut Session) -> &mut RunPlan {
    match &mut session.plan.workout {
        Workout::Run(run) => run,
        _ => panic!("a run"),
    }
}

/// An hour of `kind` with nothing said on exertion.
fn silent(kind: RunKind) -> Session {
    let mut session = ran(1, "2026-11-23", 10.0, 60);
    *run_of(&mut session) = RunPlan::of(kind);
    session.log.as_mut().unwrap().rpe = None;
    session
}

fn profile() -> Profile {
    let mut profile = Profile::named("Anna");
    profile.threshold_pace = Some(Pace::from_seconds_per_km(250.0));
    profile.heart_rate.max = Some(Bpm(200));
    profile
}

fn read(session: &Session) -> IntensityMinutes {
    intensity_of(session, &profile(), 60.0).unwrap()
}

#[test]
fn steps_come_before_heart_rate_before_pace_before_exertion_before_kind() {
    let mut session = silent(RunKind::Tempo);
    let found = read(&session);
    // An hour of which nothing but the kind is known is no hour of work: warm-up and recoveries are a part of it.
    assert_eq!(found.source, IntensitySource::Kind);
    assert_eq!(found.minutes.easy.round(), 25.0);
    assert_eq!(found.minutes.moderate.round(), 35.0);

    session.log.as_mut().unwrap().rpe = Some(Rpe::new(8.0));
    let found = read(&session);
    assert_eq!(
        (found.source, found.minutes.hard),
        (IntensitySource::Exertion, 60.0)
    );

    // Ten kilometres in 45 minutes, at a threshold of 4:10: moderate.
    let paced = RunLog {
        distance: Some(Meters::from_km(10.0)),
        moving: Some(Seconds(2700)),
        ..RunLog::default()
    };
    session.log.as_mut().unwrap().run = Some(paced.clone());
    let found = read(&session);
    assert_eq!(
        (found.source, found.minutes.moderate),
        (IntensitySource::Pace, 60.0)
    );
    // Nothing to hold a pace against: how it felt.
    let unknown = intensity_of(&session, &Profile::named("Anna"), 60.0).unwrap();
    assert_eq!(unknown.source, IntensitySource::Exertion);

    session.log.as_mut().unwrap().run = Some(RunLog {
        hr_average: Some(Bpm(150)),
        ..paced
    });
    let found = read(&session);
    assert_eq!(
        (found.source, found.minutes.easy),
        (IntensitySource::HeartRate, 60.0)
    );

    run_of(&mut session).steps = vec![Step {
        target: Some(Target::Rpe(Rpe::new(6.0))),
        ..Step::new(StepKind::Work, Extent::Time(Seconds(600)))
    }];
    let found = read(&session);
    assert_eq!(
        (found.source, found.minutes.moderate),
        (IntensitySource::Steps, 60.0)
    );
}

#[test]
fn steps_share_the_minutes_that_the_run_took() {
    let step = |kind, repeats, extent, target, recovery| Step {
        kind,
        repeats,
        extent,
        target,
        recovery,
    };
    let jog = Recovery {
        extent: Extent::Time(Seconds(120)),
        style: RecoveryStyle::Jog,
    };
    let fast = Some(Target::Pace(Pace::from_seconds_per_km(240.0)));
    let beats = HeartRateRange {
        low: Bpm(160),
        high: Bpm(170),
    };
    let mut session = silent(RunKind::Intervals);
    run_of(&mut session).steps = vec![
        step(StepKind::WarmUp, 1, Extent::Time(Seconds(600)), None, None),
        // Five kilometres at four minutes: 20 minutes, and 10 of jogging.
        step(
            StepKind::Work,
            5,
            Extent::Distance(Meters::new(1000.0)),
            fast,
            Some(jog),
        ),
        step(
            StepKind::Work,
            1,
            Extent::Time(Seconds(1200)),
            Some(Target::HeartRate(beats)),
            None,
        ),
    ];
    let minutes = intensity_of(&session, &profile(), 90.0).unwrap().minutes;
    assert!((minutes.easy - 30.0).abs() < 1e-4);
    assert!((minutes.hard - 30.0).abs() < 1e-4);
    assert!((minutes.moderate - 30.0).abs() < 1e-4);
    assert!((minutes.share(Intensity::Hard) - 1.0 / 3.0).abs() < 1e-6);
}

#[test]
fn the_edges_of_the_classes_are_those_published() {
    let rpe = [4.0, 4.5, 6.9, 7.0].map(of_exertion);
    assert_eq!(rpe, [Easy, Moderate, Moderate, Hard]);
    let anchors = profile().heart_rate;
    let beats = [159, 160, 175, 176].map(|beats| of_heart_rate(Bpm(beats), anchors).unwrap());
    assert_eq!(beats, [Easy, Moderate, Moderate, Hard]);
    assert_eq!(of_heart_rate(Bpm(0), anchors), None);
    assert_eq!(of_heart_rate(Bpm(150), HeartRate::default()), None);
    let paces = [320.0, 260.0, 240.0].map(|pace| {
        let pace = Pace::from_seconds_per_km(pace);
        of_pace(pace, &profile()).unwrap()
    });
    assert_eq!(paces, [Easy, Moderate, Hard]);
}

#[test]
fn weeks_hold_what_was_run_and_what_is_to_come() {
    let mut missed = planned_run(3, "2026-11-24", 8.0, 50);
    missed.status = Status::Missed;
    let figures = figures_of(&athlete([
        ran(1, "2026-11-23", 8.0, 50),
        planned_run(2, "2026-11-27", 8.0, 40),
        missed,
        ran(4, "2026-11-22", 8.0, 0),
    ]));
    let week = Period::new(day("2026-11-23"), day("2026-11-29"));
    let bar = intensity(&figures, day("2026-11-25"), week, Grouping::Week).unwrap()[0];
    assert_eq!((bar.done.moderate, bar.to_come.moderate), (50.0, 40.0));
    assert_eq!(bar.sources, [0, 0, 0, 0, 2, 0]);
    assert_eq!((bar.sessions, bar.sessions_to_come), ([0, 1, 0], [0, 1, 0]));
    let told = intensity(
        &figures,
        day("2026-11-25"),
        before(before(week)),
        Grouping::Week,
    );
    assert!(told.unwrap_err().to_string().contains("one run"));
}

#[test]
fn a_session_counts_by_its_hardest_part_that_is_more_than_strides() {
    let class = |easy, moderate, hard| {
        let minutes = Minutes3 {
            easy,
            moderate,
            hard,
        };
        let source = IntensitySource::Steps;
        IntensityMinutes { minutes, source }.session()
    };
    assert_eq!(class(40.0, 0.0, 2.0), Easy, "strides");
    assert_eq!(class(35.0, 0.0, 15.0), Hard);
    assert_eq!(class(30.0, 20.0, 0.0), Moderate);
    assert_eq!(class(1.0, 0.0, 4.0), Hard, "short and hard throughout");
    assert_eq!(class(0.0, 0.0, 0.0), Easy);
}

/// Minutes at these heart rates.
fn beating(minutes: &[(f64, f64)]) -> HeartTime {
    let mut seconds = [0.0; HeartTime::BINS];
    for (beats, minutes) in minutes {
        seconds[HeartTime::bin(*beats)] += minutes * 60.0;
    }
    HeartTime::new(&seconds).unwrap()
}

#[test]
fn a_recorded_heart_rate_says_how_the_minutes_were_spread() {
    let mut session = silent(RunKind::Intervals);
    run_of(&mut session).steps = vec![Step::new(StepKind::Work, Extent::Time(Seconds(3600)))];
    // Of 200: easy to 160, hard from 176. The hour was an hour and six minutes by the watch.
    let run = RunLog {
        hr_average: Some(Bpm(190)),
        heart_time: Some(Box::new(beating(&[
            (140.0, 44.0),
            (165.0, 11.0),
            (180.0, 11.0),
        ]))),
        ..RunLog::default()
    };
    session.log.as_mut().unwrap().run = Some(run.clone());
    let found = read(&session);
    assert_eq!(found.source, IntensitySource::HeartTime);
    let Minutes3 {
        easy,
        moderate,
        hard,
    } = found.minutes;
    assert_eq!((easy, moderate, hard), (40.0, 10.0, 10.0));
    assert_eq!(found.session(), Hard);
    // A maximum that is measured later moves the zones.
    let mut fitter = profile();
    fitter.heart_rate.max = Some(Bpm(240));
    let found = intensity_of(&session, &fitter, 60.0).unwrap();
    assert_eq!((found.minutes.easy, found.minutes.hard), (60.0, 0.0));

    // A strap that fell silent after ten minutes, and a maximum that nobody knows, leave it to what else there is.
    session.log.as_mut().unwrap().run = Some(RunLog {
        heart_time: Some(Box::new(beating(&[(140.0, 10.0)]))),
        ..run.clone()
    });
    assert_eq!(read(&session).source, IntensitySource::Steps);
    session.log.as_mut().unwrap().run = Some(run);
    let unknown = intensity_of(&session, &Profile::named("Anna"), 60.0).unwrap();
    assert_ne!(unknown.source, IntensitySource::HeartTime);
    // What was planned was recorded by nobody.
    session.status = Status::Planned;
    assert_eq!(read(&session).source, IntensitySource::Steps);
}
