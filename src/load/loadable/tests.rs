//! Loads that can be put together, in kilograms and in pounds.

use super::*;
use crate::library::Library;

const PLATES: Implement<'static> = Implement {
    shape: Shape::One,
    step: 2.5,
    bar: 0.0,
    rack: &[],
};
const DUMBBELLS: Implement<'static> = Implement {
    shape: Shape::Pair,
    step: 2.0,
    bar: 0.0,
    rack: &[],
};

fn american() -> Profile {
    let mut profile = Profile::named("Ann");
    profile.units.mass = MassUnit::Pounds;
    profile
}

/// What comes nearest to so many pounds in an exercise.
fn pounds(exercise: &str, lb: f64, profile: &Profile) -> f64 {
    let library = Library::shipped().unwrap();
    let known = library.find(exercise).unwrap();
    let load = LoadSpec::Kg(Kilograms::from_pounds(lb));
    let nearest = nearest_load(&load, Some(known), profile);
    (nearest.kilograms().unwrap().pounds() * 1000.0).round() / 1000.0
}

#[test]
fn loads_go_up_by_what_the_athlete_owns() {
    assert_eq!(PLATES.raised(60.0, 0.025), Some(62.5));
    assert_eq!(PLATES.raised(120.0, 0.025), Some(122.5));
    assert_eq!(PLATES.raised(200.0, 0.05), Some(210.0));
    // 61 kg of odd plates: the next there is.
    assert_eq!(PLATES.raised(61.0, 0.025), Some(62.5));
    assert_eq!(PLATES.raised(50.0, 0.02), Some(52.5), "exactly 5 %");
}

#[test]
fn a_step_over_five_percent_is_none() {
    assert_eq!(PLATES.raised(40.0, 0.05), None);
    assert_eq!(DUMBBELLS.raised(12.0, 0.05), None);
    assert_eq!(DUMBBELLS.next(12.0), 14.0);
}

#[test]
fn relief_takes_a_tenth_off_and_never_all() {
    assert_eq!(PLATES.lowered(60.0), 52.5);
    assert_eq!(PLATES.lowered(100.0), 90.0);
    assert_eq!(PLATES.lowered(2.5), 2.5);
    assert_eq!(DUMBBELLS.lowered(12.0), 10.0);
}

#[test]
fn a_bar_of_45_pounds_with_pairs_of_5_gives_multiples_of_5() {
    let ann = american();
    assert_eq!(pounds("squat", 168.75, &ann), 170.0);
    assert_eq!(pounds("squat", 47.4, &ann), 45.0);
    let mut coarse = american();
    coarse.plate_step = Kilograms::from_pounds(10.0);
    // 45 + 10 + 10 … : there is no 100.
    assert_eq!(pounds("squat", 99.0, &coarse), 95.0);
    assert_eq!(pounds("goblet squat", 33.0, &ann), 35.0);
}

#[test]
fn the_nearest_load_is_in_whole_plates_and_never_nothing() {
    assert_eq!(PLATES.nearest(71.25), 72.5, "the heavier of two");
    assert_eq!(PLATES.nearest(71.2), 70.0);
    assert_eq!(PLATES.nearest(70.0), 70.0);
    assert_eq!(PLATES.nearest(0.4), 2.5);
}

#[test]
fn under_the_bar_lighter_things_have_to_do() {
    let barbell = Implement {
        bar: 20.0,
        step: 3.0,
        ..PLATES
    };
    assert_eq!(barbell.floor(19.0), 18.0);
    assert_eq!(barbell.next(19.0), 20.0);
    assert_eq!((barbell.floor(25.0), barbell.next(25.0)), (23.0, 26.0));
}

#[test]
fn steps_of_nothing_and_untouched_steps_in_pounds_are_usual_ones() {
    let mut profile = american();
    assert!((dumbbell_step(&profile).pounds() - 5.0).abs() < 1e-9);
    profile.plate_step = Kilograms::default();
    assert_eq!(plate_step(&profile).kg(), LEAST_STEP);
}

#[test]
fn the_bar_is_the_athletes_own() {
    let mut ben = american();
    ben.bar = Some(Kilograms::from_pounds(35.0));
    ben.plate_step = Kilograms::from_pounds(10.0);
    assert_eq!(pounds("squat", 99.0, &ben), 95.0);
    assert_eq!(pounds("squat", 101.0, &ben), 105.0);
    let mut anna = Profile::named("Anna");
    anna.bar = Some(Kilograms::new(15.0));
    anna.plate_step = Kilograms::new(10.0);
    let library = Library::shipped().unwrap();
    let nearest = |kg| {
        let load = LoadSpec::Kg(Kilograms::new(kg));
        nearest_load(&load, library.find("squat"), &anna)
    };
    assert_eq!(nearest(41.0), LoadSpec::Kg(Kilograms::new(45.0)));
    assert_eq!(nearest(16.0), LoadSpec::Kg(Kilograms::new(15.0)));
}

#[test]
fn three_dumbbells_are_all_there_is() {
    let mut anna = Profile::named("Anna");
    anna.dumbbells = [16.0, 8.0, 12.0].map(Kilograms::new).into();
    let library = Library::shipped().unwrap();
    let lunge = Implement::of(Some(Shape::Pair), library.find("lunge"), &anna);
    assert_eq!((lunge.nearest(9.9), lunge.nearest(10.0)), (8.0, 12.0));
    assert_eq!((lunge.nearest(1.0), lunge.nearest(40.0)), (8.0, 16.0));
    assert_eq!((lunge.floor(11.9), lunge.next(12.0)), (8.0, 16.0));
    assert_eq!(lunge.raised(16.0, 0.05), None, "nothing is heavier");
    assert_eq!((lunge.lowered(16.0), lunge.lowered(8.0)), (12.0, 8.0));
    assert_eq!((lunge.step_from(8.0), lunge.step_from(16.0)), (4.0, 2.0));
    // Plates and a bar are another matter.
    let squat = Implement::of(Some(Shape::One), library.find("squat"), &anna);
    assert_eq!(squat.nearest(61.0), 60.0);
}

#[test]
fn steps_are_counted_from_the_athletes_own_bar() {
    let library = Library::shipped().unwrap();
    let squat = library.find("squat").unwrap();
    let mut profile = Profile::named("Anna");
    profile.bar = Some(Kilograms::new(15.0));
    profile.plate_step = Kilograms::new(10.0);
    let implement = Implement::of(None, Some(squat), &profile);
    assert_eq!(implement.nearest(52.0), 55.0);
    assert_eq!(implement.next(15.0), 25.0);
    profile.bar = None;
    profile.units.mass = MassUnit::Pounds;
    profile.plate_step = Kilograms::from_pounds(5.0);
    let implement = Implement::of(None, Some(squat), &profile);
    for pounds in [47.0, 98.0, 170.9, 224.9] {
        let loaded = Kilograms::new(implement.nearest(Kilograms::from_pounds(pounds).kg()));
        let five = loaded.pounds() / 5.0;
        assert!((five - five.round()).abs() < 1e-6, "{}", loaded.pounds());
    }
}
