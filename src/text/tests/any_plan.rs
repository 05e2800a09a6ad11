//! Any plan that can be written, and any race and availability, for tests that try many.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;

fn start() -> impl Strategy<Value = Start> {
    prop_oneof![
        Just(Start::Unset),
        Just(Start::Part(DayPart::Morning)),
        Just(Start::Part(DayPart::Evening)),
        (0u32..24, 0u32..60)
            .prop_map(|(h, m)| Start::Clock(NaiveTime::from_hms_opt(h, m, 0).unwrap())),
    ]
}

fn extent() -> impl Strategy<Value = Extent> {
    prop_oneof![
        (0u32..172_800).prop_map(|s| Extent::Time(Seconds(s))),
        (0.0..1_000_000.0).prop_map(|m| Extent::Distance(Meters::new(m))),
        (0u32..400).prop_map(|hundreds| Extent::Distance(Meters::new(f64::from(hundreds) * 100.0))),
        (0u32..50).prop_map(|miles| Extent::Distance(Meters::from_miles(f64::from(miles) / 2.0))),
    ]
}

fn pace() -> impl Strategy<Value = Pace> {
    prop_oneof![
        (120u32..600).prop_map(|s| Pace::from_seconds_per_km(f64::from(s))),
        (200u32..900).prop_map(|s| Pace::from_seconds_per_mile(f64::from(s))),
        (100.0..3000.0).prop_map(Pace::from_seconds_per_km),
    ]
}

fn rpe() -> impl Strategy<Value = Rpe> {
    (0u32..=20).prop_map(|halves| Rpe::new(f64::from(halves) / 2.0))
}

fn work() -> impl Strategy<Value = Step> {
    let style = prop_oneof![
        Just(RecoveryStyle::Jog),
        Just(RecoveryStyle::Walk),
        Just(RecoveryStyle::Stand)
    ];
    let recovery = (extent(), style).prop_map(|(extent, style)| Recovery { extent, style });
    let target = prop_oneof![
        pace().prop_map(Target::Pace),
        rpe().prop_map(Target::Rpe),
        (30u16..100, 100u16..=250).prop_map(|(low, high)| Target::HeartRate(HeartRateRange {
            low: Bpm(low),
            high: Bpm(high)
        })),
    ];
    (
        1u32..=1000,
        extent(),
        option::of(target),
        option::of(recovery),
    )
        .prop_map(|(repeats, extent, target, recovery)| Step {
            kind: StepKind::Work,
            repeats,
            extent,
            target,
            recovery,
        })
}

fn run() -> impl Strategy<Value = Workout> {
    let outer = |kind| extent().prop_map(move |extent| Step::new(kind, extent));
    let kind = proptest::sample::select(RunKind::ALL.to_vec());
    let distance = extent().prop_map(|extent| match extent {
        Extent::Distance(distance) => distance,
        Extent::Time(time) => Meters::new(f64::from(time.0)),
    });
    (
        kind,
        option::of(distance),
        option::of(rpe()),
        option::of(pace()),
        option::of(outer(StepKind::WarmUp)),
        vec(work(), 0..3),
        option::of(outer(StepKind::CoolDown)),
    )
        .prop_map(|(kind, distance, rpe, pace, warm_up, work, cool_down)| {
            let aimless = work.first().is_some_and(|step| step.target.is_none());
            let steps = warm_up.into_iter().chain(work).chain(cool_down).collect();
            Workout::Run(RunPlan {
                kind,
                distance,
                rpe,
                pace: pace.filter(|_| !aimless),
                steps,
                warm: false,
            })
        })
}

fn load() -> impl Strategy<Value = LoadSpec> {
    let kg = prop_oneof![
        (0u32..2000).prop_map(|half| Kilograms::new(f64::from(half) / 2.0)),
        (0u32..800).prop_map(|lb| Kilograms::from_pounds(f64::from(lb))),
        (0.0..500.0).prop_map(Kilograms::new),
    ];
    prop_oneof![
        Just(LoadSpec::Unset),
        kg.clone().prop_map(LoadSpec::Kg),
        kg.clone().prop_map(LoadSpec::Pair),
        (0u32..=200).prop_map(|percent| LoadSpec::Percent(f64::from(percent))),
        kg.clone().prop_map(LoadSpec::Bodyweight),
        kg.prop_map(|kg| LoadSpec::Bodyweight(Kilograms::new(0.0 - kg.kg()))),
        prop_oneof![Just(""), Just("green"), Just("Extra heavy"), Just("rest")]
            .prop_map(|kind| LoadSpec::Band(kind.to_owned())),
    ]
}

fn count(most: u32) -> impl Strategy<Value = Count> {
    (1..=most, 1..=most).prop_map(|(a, b)| Count::range(a.min(b), a.max(b)))
}

fn prescription() -> impl Strategy<Value = Prescription> {
    let reps = prop_oneof![
        count(1000).prop_map(Reps::Count),
        count(1000).prop_map(Reps::Hold),
        Just(Reps::Max)
    ];
    let effort = prop_oneof![
        (0u32..=10).prop_map(|rir| Effort::Rir(f64::from(rir) / 2.0)),
        (0u32..=20).prop_map(|rpe| Effort::Rpe(f64::from(rpe) / 2.0)),
    ];
    let letter = proptest::sample::select(vec!['A', 'B', 'Z', '7']);
    (
        (
            proptest::sample::select(FEW.to_vec()),
            count(1000),
            reps,
            any::<bool>(),
        ),
        (
            load(),
            option::of(effort),
            prop_oneof![
                Just(String::new()),
                Just("3-1-1".to_owned()),
                Just("31X1".to_owned()),
                any::<String>()
            ],
        ),
        (
            option::of(0u32..172_800),
            option::of(letter),
            any::<String>(),
        ),
    )
        .prop_map(
            |((exercise, sets, reps, per_side), (load, effort, tempo), (rest, superset, note))| {
                Prescription {
                    per_side,
                    load,
                    effort,
                    tempo,
                    rest: rest.map(Seconds),
                    superset,
                    note,
                    ..Prescription::new(ExerciseId::new(exercise.0), exercise.1, sets, reps)
                }
            },
        )
}

fn workout() -> impl Strategy<Value = Workout> {
    let strength = (
        vec(prescription(), 0..4),
        option::of(proptest::sample::select(Region::ALL.to_vec())),
        option::of(proptest::sample::select(LegLoad::ALL.to_vec())),
        any::<bool>(),
    )
        .prop_map(|(exercises, region, leg_load, circuit)| {
            // The legs have nothing of what stands beside these regions; the writer says so.
            let no_legs = matches!(region, Some(Region::Upper | Region::Core));
            let leg_load = leg_load.map(|load| if no_legs { LegLoad::None } else { load });
            Workout::Strength(StrengthPlan {
                exercises,
                region,
                leg_load,
                circuit,
                ..StrengthPlan::default()
            })
        });
    let sport = prop_oneof![
        Just("cycling".to_owned()),
        Just("aqua jogging".to_owned()),
        any::<String>()
    ];
    prop_oneof![
        4 => run(),
        4 => strength,
        1 => (sport, option::of(rpe())).prop_map(|(sport, rpe)| Workout::Cross(CrossPlan { sport, rpe })),
        1 => vec(prescription(), 0..3).prop_map(|exercises| Workout::Mobility(MobilityPlan { exercises })),
        1 => Just(Workout::Rest),
        1 => Just(Workout::Note),
    ]
}

pub(super) fn plan() -> impl Strategy<Value = Plan> {
    let key = prop_oneof![
        Just(KeyMark::ByKind),
        Just(KeyMark::Key),
        Just(KeyMark::NotKey)
    ];
    (
        any::<String>(),
        start(),
        option::of(0u32..=2880),
        key,
        workout(),
        any::<String>(),
    )
        .prop_map(|(title, start, duration, key, workout, note)| Plan {
            title,
            start,
            duration: duration.map(Minutes),
            key,
            workout,
            note,
        })
}

pub(super) fn availability() -> impl Strategy<Value = Availability> {
    let equipment = vec(proptest::sample::select(Equipment::ALL[1..].to_vec()), 0..3);
    let day = prop_oneof![
        Just(DayAvailability::Free),
        Just(DayAvailability::Unavailable),
        (option::of(0u32..=2880), any::<bool>(), equipment).prop_map(
            |(minutes, gym, equipment)| DayAvailability::Limited {
                minutes,
                gym,
                equipment
            }
        ),
    ];
    proptest::array::uniform7(day).prop_map(|week| Availability {
        week,
        exceptions: Vec::new(),
    })
}

pub(super) fn race() -> impl Strategy<Value = Race> {
    let distance = option::of(prop_oneof![
        Just(21_097.5),
        Just(42_195.0),
        Just(10_000.0),
        1.0..900_000.0
    ]);
    let priority = prop_oneof![
        Just(RacePriority::A),
        Just(RacePriority::B),
        Just(RacePriority::C)
    ];
    let time = || option::of((0u32..172_800).prop_map(Seconds));
    (1u64..900, ".{1,20}", distance, priority, time(), time()).prop_map(
        |(days, name, distance, priority, target, result)| Race {
            id: RaceId::from_bits(0),
            date: day(2026, 11, 23) + chrono::Days::new(days),
            name,
            distance: distance.map(Meters::new),
            priority,
            target,
            result,
            expected_celsius: None,
        },
    )
}
