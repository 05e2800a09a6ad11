//! One notation: the same words everywhere, and what is printed to be typed over reads back.

use proptest::prelude::*;

use super::*;
use crate::domain::{
    Bpm, Count, DistanceUnit, Effort, Extent, HeartRateRange, Kilograms, LoadSpec, MassUnit,
    Meters, Minutes, Pace, Recovery, RecoveryStyle, Reps, Rpe, Seconds, Step, StepKind, Target,
    Units,
};

const METRIC: Units = Units::METRIC;
const IMPERIAL: Units = Units::IMPERIAL;

fn intervals() -> Step {
    Step {
        kind: StepKind::Work,
        repeats: 6,
        extent: Extent::Distance(Meters::new(800.0)),
        target: Some(Target::Pace(Pace::from_seconds_per_km(245.0))),
        recovery: Some(Recovery {
            extent: Extent::Distance(Meters::new(400.0)),
            style: RecoveryStyle::Jog,
        }),
    }
}

#[test]
fn ten_kilometres_are_called_so_in_miles_too() {
    let said = |meters, units: Units| raced_distance(Meters::new(meters), units);
    assert_eq!(said(10_000.0, IMPERIAL), "10 km");
    assert_eq!(said(10_000.0, METRIC), "10 km");
    assert_eq!(said(16_093.44, IMPERIAL), "10 mi");
    assert_eq!(said(21_097.5, IMPERIAL), "13.1 mi");
}

/// What stands in the field of a step is what stands on its card, and reads back as the same step.
#[test]
fn a_step_stands_in_its_field_as_on_its_card() {
    let step = intervals();
    assert_eq!(
        step_field(&step, METRIC),
        "6 × 800 m @ 4:05 /km · 400 m jog"
    );
    assert_eq!(parse_step(&step_field(&step, METRIC), METRIC), Ok(step));
    let exact = Step {
        extent: Extent::Distance(Meters::new(1234.5)),
        repeats: 1,
        target: None,
        recovery: None,
        ..step
    };
    assert_eq!(
        parse_step(&step_field(&exact, METRIC), METRIC),
        Ok(exact),
        "to the decimetre"
    );
}

#[test]
fn the_words_are_the_same_in_every_style() {
    assert_eq!(minutes(Minutes(60)), "1 h");
    assert_eq!(minutes(Minutes(80)), "1 h 20 min");
    assert_eq!(rest(Seconds(90)), "90 s");
    assert_eq!(rest(Seconds(60)), "1 min");
    assert_eq!(rest(Seconds(150)), "2:30 min");
    let added = LoadSpec::Bodyweight(Kilograms::new(10.0));
    for style in [Style::Screen, Style::Paper] {
        assert_eq!(load(&added, METRIC, style), "bodyweight + 10 kg");
    }
    assert_eq!(load(&added, METRIC, Style::Input), "bw+10kg");
    let mut step = intervals();
    assert_eq!(
        super::step(&step, METRIC, Style::Screen),
        "6 × 800 m @ 4:05 /km · 400 m jog"
    );
    assert_eq!(
        super::step(&step, IMPERIAL, Style::Paper),
        "6 × 800 m @ 6:34 /mi, 400 m jog"
    );
    assert_eq!(
        super::step(&step, METRIC, Style::Input),
        "6x800m @4:05/km jog 400m"
    );
    step.recovery = Some(Recovery {
        extent: Extent::Time(Seconds(90)),
        style: RecoveryStyle::Stand,
    });
    step.target = None;
    assert_eq!(
        super::step(&step, METRIC, Style::Screen),
        "6 × 800 m · 90 s standing"
    );
    assert_eq!(super::step(&step, METRIC, Style::Input), "6x800m stand 90s");
}

#[test]
fn prose_follows_the_unit_and_drops_zeros() {
    assert_eq!(distance(Meters::from_km(16.5), METRIC), "16.5 km");
    assert_eq!(distance(Meters::from_km(18.0), IMPERIAL), "11.2 mi");
    assert_eq!(number(-0.04, 1), "0");
    assert_eq!(pace(Pace::from_seconds_per_km(299.6), METRIC), "5:00 /km");
    assert_eq!(pace(Pace::from_seconds_per_km(265.0), IMPERIAL), "7:06 /mi");
    assert_eq!(mass(Kilograms::from_pounds(135.0), IMPERIAL), "135 lb");
    let tracks = [
        (800.0, 6, "800 m"),
        (1200.0, 5, "1200 m"),
        (1000.0, 5, "1 km"),
    ];
    for (m, repeats, said) in tracks {
        assert_eq!(step_distance(Meters::new(m), repeats, METRIC), said);
    }
    assert_eq!(step_distance(Meters::new(1000.0), 5, IMPERIAL), "1000 m");
    assert_eq!(step_distance(Meters::from_miles(1.0), 1, IMPERIAL), "1 mi");
    let dose = Dose {
        sets: Count::exactly(3),
        reps: Reps::Hold(Count::range(45, 60)),
        per_side: true,
    };
    assert_eq!(super::dose(dose, Style::Screen), "3 × 45–60 s / side");
    assert_eq!(effort(Effort::Rir(2.0)), "RIR 2");
}

#[test]
fn figures_are_typed_as_people_type_them() {
    let word = |m: f64, unit| distance_word(Meters::new(m), unit, LengthOf::Whole);
    assert_eq!(word(18_000.0, DistanceUnit::Km), "18km");
    assert_eq!(word(1500.0, DistanceUnit::Km), "1.5km");
    assert_eq!(word(21_097.5, DistanceUnit::Km), "21.0975km");
    assert_eq!(word(21_097.5, DistanceUnit::Miles), "13.1094mi");
    assert_eq!(word(800.0, DistanceUnit::Miles), "800m");
    assert_eq!(word(20.0, DistanceUnit::Km), "20metres");
    // Each in the athlete's own unit, and still the same number.
    assert_eq!(word(16_000.0, DistanceUnit::Miles), "9.942mi");
    assert_eq!(
        word(Meters::from_miles(6.0).m(), DistanceUnit::Km),
        "9.656km"
    );
    let km = Pace::from_seconds_per_km(300.0);
    assert_eq!(pace_word(km, DistanceUnit::Km), "5:00/km");
    assert_eq!(pace_word(km, DistanceUnit::Miles), "8:02.8/mi");
    let load = |kg, unit| load_word(&LoadSpec::Kg(kg), unit);
    assert_eq!(
        load(Kilograms::from_pounds(135.0), MassUnit::Pounds),
        "135lb"
    );
    assert_eq!(
        load(Kilograms::from_pounds(135.0), MassUnit::Kg),
        "61.235kg"
    );
    assert_eq!(load(Kilograms::new(60.0), MassUnit::Pounds), "132.277lb");
}

fn units() -> impl Strategy<Value = Units> {
    (any::<bool>(), any::<bool>()).prop_map(|(miles, pounds)| Units {
        distance: if miles {
            DistanceUnit::Miles
        } else {
            DistanceUnit::Km
        },
        mass: if pounds {
            MassUnit::Pounds
        } else {
            MassUnit::Kg
        },
    })
}

/// Distances as coaches say them in either unit, and any others.
fn meters() -> impl Strategy<Value = Meters> {
    prop_oneof![
        (1..5000_u32).prop_map(|tens| Meters::new(f64::from(tens) * 10.0)),
        (1..4000_u32).prop_map(|cents| Meters::from_miles(f64::from(cents) / 100.0)),
        (1.0..1_000_000.0).prop_map(Meters::new),
    ]
}

fn extents() -> impl Strategy<Value = Extent> {
    prop_oneof![
        meters().prop_map(Extent::Distance),
        (1..172_800_u32).prop_map(|seconds| Extent::Time(Seconds(seconds))),
    ]
}

fn targets() -> impl Strategy<Value = Target> {
    prop_oneof![
        (120..900_u32).prop_map(|s| Target::Pace(Pace::from_seconds_per_km(f64::from(s)))),
        (200..1400_u32).prop_map(|s| Target::Pace(Pace::from_seconds_per_mile(f64::from(s)))),
        (61.0..3600.0).prop_map(|s| Target::Pace(Pace::from_seconds_per_km(s))),
        (0..=20_u32).prop_map(|half| Target::Rpe(Rpe::new(f64::from(half) / 2.0))),
        (25..150_u16, 0..100_u16).prop_map(|(low, more)| Target::HeartRate(HeartRateRange {
            low: Bpm(low),
            high: Bpm(low + more),
        })),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    let kind = prop_oneof![
        Just(StepKind::WarmUp),
        Just(StepKind::Work),
        Just(StepKind::CoolDown)
    ];
    let style = prop_oneof![
        Just(RecoveryStyle::Jog),
        Just(RecoveryStyle::Walk),
        Just(RecoveryStyle::Stand)
    ];
    let recovery = (extents(), style).prop_map(|(extent, style)| Recovery { extent, style });
    (
        kind,
        1..=1000_u32,
        extents(),
        proptest::option::of(targets()),
        proptest::option::of(recovery),
    )
        .prop_map(|(kind, repeats, extent, target, recovery)| Step {
            kind,
            repeats,
            extent,
            target,
            recovery,
        })
}

fn masses() -> impl Strategy<Value = Kilograms> {
    prop_oneof![
        (0..40_000_u32).prop_map(|cents| Kilograms::new(f64::from(cents) / 100.0)),
        (0..1600_u32).prop_map(|halves| Kilograms::from_pounds(f64::from(halves) / 2.0)),
        (0.0..1000.0).prop_map(Kilograms::new),
    ]
}

fn loads() -> impl Strategy<Value = LoadSpec> {
    prop_oneof![
        Just(LoadSpec::Unset),
        masses().prop_map(LoadSpec::Kg),
        masses().prop_map(LoadSpec::Pair),
        masses().prop_map(LoadSpec::Bodyweight),
        masses().prop_map(|kg| LoadSpec::Bodyweight(Kilograms::new(0.0 - kg.kg()))),
        (0..=400_u32).prop_map(|half| LoadSpec::Percent(f64::from(half) / 2.0)),
        "[a-z]{0,8}".prop_map(LoadSpec::Band),
    ]
}

proptest! {
    #[test]
    fn a_step_reads_back_as_typed(step in steps(), units in units()) {
        let typed = super::step(&step, units, Style::Input);
        prop_assert_eq!(parse_step(&typed, units), Ok(step), "{}", typed);
    }

    #[test]
    fn a_load_reads_back_as_typed_in_either_unit(load in loads(), units in units()) {
        let typed = super::load(&load, units, Style::Input);
        prop_assert_eq!(parse_load(&typed, units), Ok(load), "{}", typed);
    }

    #[test]
    fn a_dose_reads_back_in_every_style(
        sets in 1..20_u32,
        (low, more) in (1..100_u32, 0..50_u32),
        hold in any::<bool>(),
        per_side in any::<bool>(),
    ) {
        let count = Count::range(low, low + more);
        let reps = if hold { Reps::Hold(count) } else { Reps::Count(count) };
        let dose = Dose { sets: Count::exactly(sets), reps, per_side };
        for style in [Style::Screen, Style::Paper, Style::Input] {
            prop_assert_eq!(parse_dose(&super::dose(dose, style)), Ok(dose));
        }
    }

    #[test]
    fn a_distance_and_a_pace_read_back_in_the_athletes_unit(
        distance in meters(),
        target in targets(),
        units in units(),
    ) {
        let word = distance_word(distance, units.distance, LengthOf::Whole);
        let read = measure(&word, |_| None).and_then(|read| read.value.ok());
        prop_assert_eq!(read.map(|read| read.amount), Some(Amount::Distance(distance)), "{}", word);
        if units.distance == DistanceUnit::Miles {
            prop_assert!(!word.contains("km"), "{}", word);
        }
        if let Target::Pace(pace) = target {
            let word = pace_word(pace, units.distance);
            let read = read_pace(&word, |_| None, None).map(|read| read.value);
            prop_assert_eq!(read, Some(Ok(pace)), "{}", word);
        }
    }

    #[test]
    fn anything_typed_is_survived(text in ".{0,40}", units in units()) {
        let _ = (parse_steps(&text, units), parse_load(&text, units), parse_dose(&text));
        let _ = (quantities::distance(&text, units), quantities::pace(&text, units));
        let _ = (quantities::mass(&text, units), quantities::ascent(&text, units));
        let _ = (times::minutes(&text), times::moving_time(&text), times::rest(&text));
    }
}
