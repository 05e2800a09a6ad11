use proptest::prelude::*;

use super::*;
use crate::domain::{BodyWeight, Kilograms, Pace};
use crate::load::series::test_support::{athlete, day, figures_of, lifted, planned_run, ran, set};
use crate::load::series::{one_rm, weekly_load};

fn library() -> Library {
    Library::shipped().unwrap()
}

fn a_month() -> Athlete {
    let runs = (1..=28).map(|date| ran(date, &format!("2026-10-{date:02}"), 8.0, 50));
    athlete(runs.chain([lifted(90, "2026-10-05", &[("squat", &[set(100.0, 5)])])]))
}

#[test]
fn an_edit_of_a_session_is_one_digest_and_no_edit_none() {
    let library = library();
    let mut athlete = a_month();
    let mut figures = TrainingDigest::default();
    assert_eq!(figures.update(&athlete, &library), 29);
    assert_eq!(figures.update(&athlete, &library), 0);

    athlete
        .sessions
        .put(ran(7, "2026-10-07", 12.0, 70).into(), 0);
    assert_eq!(figures.update(&athlete, &library), 1);
    athlete
        .sessions
        .put(ran(7, "2026-10-25", 12.0, 70).into(), 0);
    assert_eq!(figures.update(&athlete, &library), 1, "moved by weeks");
    athlete.sessions.remove(athlete.sessions.all()[3].id);
    assert_eq!(figures.update(&athlete, &library), 0);
    athlete
        .sessions
        .put(ran(91, "2026-09-01", 12.0, 70).into(), 0);
    assert_eq!(figures.update(&athlete, &library), 1);
    same_as_new(&figures, &athlete, &library);
}

#[test]
fn what_all_figures_rest_on_makes_all_anew() {
    let library = library();
    let mut athlete = a_month();
    let mut figures = TrainingDigest::of(&athlete, &library);
    athlete.profile.name = "Anna B.".into();
    assert_eq!(figures.update(&athlete, &library), 0);
    athlete.profile.threshold_pace = Some(Pace::from_seconds_per_km(250.0));
    assert_eq!(figures.update(&athlete, &library), 29);
    athlete.profile.body_weight.push(BodyWeight {
        date: day("2026-10-01"),
        kg: Kilograms::new(70.0),
    });
    assert_eq!(figures.update(&athlete, &library), 29);
    assert_eq!(figures.update(&athlete, &Library::default()), 29);
    same_as_new(&figures, &athlete, &Library::default());
}

#[test]
fn another_athlete_takes_the_place_of_the_first() {
    let library = library();
    let mut figures = TrainingDigest::of(&a_month(), &library);
    let other = athlete([planned_run(1, "2026-11-25", 5.0, 30)]);
    figures.update(&other, &library);
    same_as_new(&figures, &other, &library);
}

/// Everything that was kept is what would be worked out anew.
fn same_as_new(figures: &TrainingDigest, athlete: &Athlete, library: &Library) {
    let fresh = TrainingDigest::of(athlete, library);
    let plain = |figures: &TrainingDigest| {
        figures
            .sessions()
            .map(|session| {
                let lifts = session.lifts.iter();
                let lifts: Vec<_> = lifts
                    .map(|lift| {
                        let entry = figures.exercise(lift.exercise).unwrap();
                        (
                            entry.exercise.clone(),
                            lift.hard_sets,
                            lift.tonnage,
                            lift.max,
                        )
                    })
                    .collect();
                (session.session, session.cost, session.effort, lifts)
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(plain(figures), plain(&fresh));
}

#[test]
fn an_exercise_that_the_library_lost_keeps_its_logged_name() {
    let mut session = lifted(1, "2026-11-23", &[("own-yoke-walk", &[set(100.0, 5)])]);
    session.log.as_mut().unwrap().exercises[0].name = "Yoke walk".into();
    let figures = figures_of(&athlete([session]));
    let id = ExerciseId::new("own-yoke-walk");
    assert_eq!(figures.name_of(&id), "Yoke walk");
    assert_eq!(one_rm(&figures, &id).len(), 1);
    assert_eq!(figures.name_of(&ExerciseId::new("never-met")), "never-met");
}

#[test]
fn a_mistyped_year_stretches_nothing() {
    let today = day("2026-11-25");
    let figures = figures_of(&athlete([
        ran(1, "0202-01-03", 5.0, 30),
        ran(2, "2026-11-24", 5.0, 30),
        ran(3, "9999-01-02", 5.0, 30),
    ]));
    let whole = figures.whole(today);
    assert!(whole.days() < 23 * 366);
    assert!(weekly_load(&figures, today, whole, Grouping::Week).is_ok());
    assert!(crate::load::series::fitness(&figures, today).is_ok());
}

proptest! {
    #[test]
    fn figures_kept_through_edits_are_those_worked_out_anew(
        edits in proptest::collection::vec((0_u128..12, 1_u32..29, 20_u32..120, any::<bool>()), 1..20),
    ) {
        let library = Library::default();
        let mut athlete = athlete([]);
        let mut figures = TrainingDigest::default();
        for (id, date, minutes, remove) in edits {
            let session = ran(id, &format!("2026-10-{date:02}"), 8.0, minutes);
            if remove {
                athlete.sessions.remove(session.id);
            } else {
                athlete.sessions.put(session.into(), 0);
            }
            figures.update(&athlete, &library);
        }
        same_as_new(&figures, &athlete, &library);
    }
}
