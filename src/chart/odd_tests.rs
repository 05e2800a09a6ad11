//! Whatever stands in an athlete's file, every chart is drawn with figures that a screen and a page can show, or says
//! in words why not.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::choice::BarSpan;
use super::picture::{Across, Picture, Shape};
use super::scenes::{Answers, Source, scene, usual_exercises};
use super::svg;
use super::time::{Window, day_of};
use super::{Chart, Scene, Viewport, lay_out, marks};
use crate::domain::{
    Athlete, AthleteId, Count, ExerciseId, ExerciseLog, Ink, Kilograms, LoadSpec, Log, Meters,
    Minutes, Pain, Plan, Prescription, Profile, Race, RaceId, Reps, Rpe, RunKind, RunLog, RunPlan,
    Seconds, Session, SessionId, SetLog, Stamp, Status, StrengthPlan, TestedMax, Workout,
};
use crate::library::Library;
use crate::load::series::TrainingDigest;

/// Further from the page than this nothing is drawn, in points.
const FAR: f32 = 1e7;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

/// Figures as people log them, and as slips of the pen make them.
fn figure() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(-5.0),
        Just(1e300),
        Just(f64::MAX),
        Just(f64::MIN_POSITIVE),
        0.0..500.0,
    ]
}

fn count() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0), Just(u32::MAX), 1_u32..20]
}

/// Days from today: some on the same day, some months apart, some in the wrong century.
fn days() -> impl Strategy<Value = i64> {
    prop_oneof![-3_i64..3, -400_i64..200, Just(-600_000), Just(2_000_000)]
}

fn date_of(days: i64) -> NaiveDate {
    let delta = chrono::TimeDelta::days(days);
    today().checked_add_signed(delta).unwrap_or(NaiveDate::MAX)
}

#[derive(Debug, Clone)]
struct Odd {
    days: i64,
    lifts: bool,
    done: bool,
    minutes: u32,
    rpe: f64,
    far: f64,
    kg: f64,
    reps: u32,
    hurts: bool,
}

fn odd() -> impl Strategy<Value = Odd> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    (
        days(),
        flags,
        count(),
        figure(),
        figure(),
        figure(),
        count(),
    )
        .prop_map(
            |(days, (lifts, done, hurts), minutes, rpe, far, kg, reps)| Odd {
                days,
                lifts,
                done,
                minutes,
                rpe,
                far,
                kg,
                reps,
                hurts,
            },
        )
}

fn session(id: u128, odd: &Odd) -> Session {
    let squat = ExerciseId::new("squat");
    let workout = if odd.lifts {
        Workout::Strength(StrengthPlan {
            exercises: vec![Prescription {
                load: LoadSpec::Kg(Kilograms::new(odd.kg)),
                ..Prescription::new(
                    squat.clone(),
                    "Squat",
                    Count::exactly(odd.reps),
                    Reps::Count(Count::range(odd.reps, odd.minutes)),
                )
            }],
            ..StrengthPlan::default()
        })
    } else {
        Workout::Run(RunPlan {
            distance: Some(Meters::new(odd.far)),
            ..RunPlan::of(RunKind::Long)
        })
    };
    let plan = Plan {
        duration: Some(Minutes(odd.minutes)),
        ..Plan::new(workout)
    };
    let id = SessionId::from_bits(id);
    let mut session = Session::planned(id, date_of(odd.days), plan, Stamp::default());
    if !odd.done {
        return session;
    }
    session.status = Status::Done;
    let set = SetLog {
        kg: Some(Kilograms::new(odd.kg)),
        reps: Some(odd.reps),
        ..SetLog::default()
    };
    let lifted = ExerciseLog {
        exercise: squat,
        name: "Squat <&>".to_owned(),
        sets: vec![set; 3],
    };
    let ran = RunLog {
        distance: Some(Meters::new(odd.far)),
        moving: Some(Seconds(odd.minutes)),
        ..RunLog::default()
    };
    session.log = Some(Log {
        duration: Some(Minutes(odd.minutes)),
        rpe: Some(Rpe::new(odd.rpe)),
        run: (!odd.lifts).then_some(ran),
        exercises: if odd.lifts {
            vec![lifted.into()]
        } else {
            Vec::new()
        },
        pains: odd.hurts.then(Pain::default).into_iter().collect(),
        ..Log::default()
    });
    session
}

fn athlete(odds: &[Odd]) -> Athlete {
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    for (place, odd) in odds.iter().enumerate() {
        let session = session(place as u128, odd);
        athlete.sessions.put(Arc::new(session), usize::MAX);
    }
    if let Some(odd) = odds.first() {
        athlete.profile.tested_maxes.push(TestedMax {
            exercise: ExerciseId::new("squat"),
            kg: Kilograms::new(odd.kg),
            date: date_of(odd.days),
        });
        athlete.profile.races.push(Race {
            distance: Some(Meters::new(odd.far)),
            target: Some(Seconds(odd.minutes)),
            result: odd.done.then_some(Seconds(odd.minutes)),
            ..Race::new(RaceId::from_bits(9), date_of(odd.days), "A race")
        });
    }
    athlete
}

fn numbers(picture: &Picture) -> Vec<f32> {
    let shapes = picture.around.iter().chain(&picture.inside);
    shapes
        .flat_map(|shape| match shape {
            Shape::Bar { area, .. } => [area.min, area.max].concat(),
            Shape::Line { points, .. }
            | Shape::Polygon { points, .. }
            | Shape::Outline { points, .. } => points.concat(),
            Shape::Band { points, .. } => points.concat(),
            Shape::Dot { at, .. } | Shape::Ring { at, .. } => at.to_vec(),
            Shape::Text(text) => text.at.to_vec(),
        })
        .collect()
}

/// Every chart of an athlete.
fn scenes(athlete: &Athlete, library: &Library, group: BarSpan) -> Vec<Scene> {
    let figures = TrainingDigest::of(athlete, library);
    let exercises = usual_exercises(&figures);
    let source = Source {
        dates: crate::domain::DateStyle::default(),
        athlete,
        library,
        figures: &figures,
        today: today(),
        shown: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        group,
        exercises: &exercises,
        breaches: &[],
        answers: Answers::default(),
    };
    Chart::ALL
        .iter()
        .map(|chart| scene(*chart, &source))
        .collect()
}

fn is_sound(scene: &Scene, athlete: &Athlete, library: &Library, weeks: f64, size: [f32; 2]) {
    let happened = marks(athlete, library);
    let end = day_of(today()) + 20.0;
    let viewport = Viewport {
        size,
        window: Window {
            start: end - 7.0 * weeks,
            end,
        },
        today: today(),
        shown: today() - Days::new(2),
        marks: &happened,
        before: scene.time(),
        ghost: Some((364.0, "a year before")),
    };
    let picture = lay_out(scene, &viewport);
    for number in numbers(&picture) {
        assert!(number.abs() < FAR, "{:?}: {number}", scene.chart);
    }
    assert!(picture.values[0] < picture.values[1], "{:?}", scene.chart);
    let [drawing, plain] =
        [Ink::Colour, Ink::BlackAndWhite].map(|ink| svg::svg(scene, &viewport, "Anna", ink));
    let bare = svg::figure(scene, &viewport, Ink::BlackAndWhite).drawing;
    let table = scene.table.csv();
    for text in [
        &drawing,
        &plain,
        &bare,
        &table,
        &scene.summary,
        &scene.subtitle,
    ] {
        let lower = text.to_lowercase();
        for word in ["nan", "inf"] {
            let stands_alone = lower
                .split(|c: char| !c.is_alphanumeric())
                .any(|it| it == word);
            assert!(!stands_alone, "{:?} says {word}: {text}", scene.chart);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn every_chart_of_every_log_can_be_drawn(
        odds in proptest::collection::vec(odd(), 0..7),
        weeks in prop_oneof![Just(2.0), Just(12.0), Just(1100.0)],
        month: bool,
    ) {
        let library = Library::shipped().unwrap();
        let athlete = athlete(&odds);
        let group = if month { BarSpan::Month } else { BarSpan::Week };
        for scene in scenes(&athlete, &library, group) {
            for size in [[240.0, 140.0], [30.0, 10.0]] {
                is_sound(&scene, &athlete, &library, weeks, size);
            }
        }
    }
}

#[test]
fn no_word_on_an_axis_begins_outside_of_the_picture() {
    let library = Library::shipped().unwrap();
    let ordinary = |place: i64| Odd {
        days: -3 * place,
        lifts: place % 2 == 0,
        done: true,
        minutes: 45,
        rpe: 5.0,
        far: 8000.0,
        kg: 60.0,
        reps: 5,
        hurts: false,
    };
    let odds: Vec<Odd> = (1..20).map(ordinary).collect();
    let athlete = athlete(&odds);
    for scene in scenes(&athlete, &library, BarSpan::Week) {
        let end = day_of(today()) + 5.0;
        let viewport = Viewport {
            size: [259.0, 100.0],
            window: Window {
                start: end - 84.0,
                end,
            },
            today: today(),
            shown: today() - Days::new(2),
            marks: &[],
            before: None,
            ghost: None,
        };
        for shape in lay_out(&scene, &viewport).around {
            let Shape::Text(text) = shape else { continue };
            let wide = super::words::width(&text.text, text.size, text.heft);
            let begins = match text.across {
                Across::Start => text.at[0],
                Across::Middle => text.at[0] - wide / 2.0,
                Across::End => text.at[0] - wide,
            };
            assert!(
                begins > -2.0,
                "{:?}: {} at {begins}",
                scene.chart,
                text.text
            );
        }
    }
}

#[test]
fn an_athlete_without_a_past_is_told_what_each_chart_needs() {
    let library = Library::shipped().unwrap();
    let nobody = athlete(&[]);
    for scene in scenes(&nobody, &library, BarSpan::Week) {
        let super::scene::Body::Words(words) = &scene.body else {
            panic!("{:?} draws nothing", scene.chart);
        };
        assert!(words.ends_with('.') && words.len() > 20, "{words}");
        is_sound(&scene, &nobody, &library, 12.0, [240.0, 140.0]);
    }
}
