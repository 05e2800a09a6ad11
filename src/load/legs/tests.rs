//! The leg load of sessions, threshold by threshold.

use super::*;

fn exercise(
    id: &str,
    pattern: Pattern,
    region: Region,
    demand: Demand,
    load: LoadType,
    primary: &[Muscle],
    secondary: &[Muscle],
) -> Exercise {
    Exercise {
        pattern,
        region,
        demand,
        primary: primary.to_vec(),
        secondary: secondary.to_vec(),
        load,
        ..Exercise::named(ExerciseId::new(id), &id.replace('-', " "))
    }
}

fn library() -> Library {
    use Muscle::*;
    let exercises = vec![
        exercise(
            "squat",
            Pattern::Squat,
            Region::Lower,
            Demand::Compound,
            LoadType::Kg,
            &[Quadriceps],
            &[],
        ),
        exercise(
            "calf-raise",
            Pattern::Ankle,
            Region::Lower,
            Demand::Isolation,
            LoadType::Kg,
            &[Soleus],
            &[],
        ),
        exercise(
            "clamshell",
            Pattern::HipAbduction,
            Region::Lower,
            Demand::Activation,
            LoadType::Band,
            &[GluteusMedius],
            &[],
        ),
        exercise(
            "box-jump",
            Pattern::Plyometric,
            Region::Lower,
            Demand::Jump,
            LoadType::Bodyweight,
            &[Quadriceps],
            &[],
        ),
        exercise(
            "pogo",
            Pattern::Plyometric,
            Region::Lower,
            Demand::Hops,
            LoadType::Bodyweight,
            &[Soleus],
            &[],
        ),
        exercise(
            "back-extension",
            Pattern::Hinge,
            Region::Lower,
            Demand::Compound,
            LoadType::Bodyweight,
            &[ErectorSpinae, GluteusMaximus],
            &[Hamstrings],
        ),
        exercise(
            "swing",
            Pattern::Power,
            Region::Full,
            Demand::Compound,
            LoadType::Kg,
            &[UpperBack],
            &[Hamstrings],
        ),
        exercise(
            "row",
            Pattern::Pull,
            Region::Upper,
            Demand::Compound,
            LoadType::Kg,
            &[UpperBack],
            &[],
        ),
        exercise(
            "side-plank",
            Pattern::Core,
            Region::Core,
            Demand::Core,
            LoadType::Seconds,
            &[Obliques, GluteusMedius],
            &[],
        ),
    ];
    Library::from_parts(exercises, Vec::new(), Vec::new())
}

/// `squat 4x6 @62.5kg rir 2`, several divided by commas.
fn plan(text: &str) -> StrengthPlan {
    let exercises = text.split(',').map(|line| {
        let (line, effort) = match line.split_once(" rir ") {
            Some((line, rir)) => (line, Some(format!("rir {rir}").parse().unwrap())),
            None => (line, None),
        };
        let (line, load) = line.split_once(" @").unwrap_or((line, ""));
        let (id, dose) = line.trim().split_once(' ').unwrap();
        let (sets, reps) = dose.split_once('x').unwrap();
        let mut prescription = Prescription::new(
            ExerciseId::new(id),
            id,
            sets.parse().unwrap(),
            reps.parse().unwrap(),
        );
        prescription.load = load.parse().unwrap();
        prescription.effort = effort;
        prescription
    });
    StrengthPlan {
        exercises: exercises.collect(),
        ..StrengthPlan::default()
    }
}

fn content(text: &str) -> StrengthContent {
    let squat = ExerciseId::new("squat");
    content_for(&plan(text), &library(), &|id| {
        (*id == squat).then(|| Kilograms::new(100.0))
    })
}

fn load(text: &str) -> LegLoad {
    content(text).leg_load
}

#[test]
fn sets_count_whole_for_primary_and_half_for_secondary_muscles() {
    assert_eq!(
        content("squat 3x8, swing 3x10, row 3x8, side-plank 3x30s").leg_sets,
        4.5
    );
    assert_eq!(content("squat 3-5x8").leg_sets, 5.0);
}

#[test]
fn a_back_extension_loads_the_legs_only_with_weight() {
    assert_eq!(content("back-extension 3x12").leg_sets, 0.0);
    assert_eq!(content("back-extension 3x12 @bw").leg_sets, 0.0);
    assert_eq!(content("back-extension 3x12 @bw+10kg").leg_sets, 3.0);
    assert_eq!(content("back-extension 3x12 @20kg").leg_sets, 3.0);
}

#[test]
fn region_turns_at_seventy_and_fifteen_percent() {
    assert_eq!(content("squat 7x8, row 3x8").region, Region::Lower);
    assert_eq!(content("squat 6x8, row 3x8").region, Region::Full);
    assert_eq!(content("squat 3x8, row 17x8").region, Region::Upper);
    assert_eq!(content("squat 4x8, row 17x8").region, Region::Full);
    assert_eq!(content("row 3x8, side-plank 3x30s").region, Region::Core);
    assert_eq!(content("row 4x8, side-plank 3x30s").region, Region::Upper);
}

#[test]
fn under_three_leg_sets_is_none() {
    assert_eq!(load("squat 2x5 @90%"), LegLoad::None);
    assert_eq!(load("squat 3x5 @90%"), LegLoad::Heavy);
    assert_eq!(load("row 5x5"), LegLoad::None);
}

#[test]
fn eighty_percent_of_a_compound_lift_is_heavy() {
    assert_eq!(load("squat 4x8 @80%"), LegLoad::Heavy);
    assert_eq!(load("squat 4x8 @79%"), LegLoad::Moderate);
    assert_eq!(load("squat 4x8 @80kg"), LegLoad::Heavy);
    assert_eq!(load("squat 4x8 @79kg"), LegLoad::Moderate);
    assert_eq!(load("squat 4x8 @2x40kg"), LegLoad::Heavy);
    assert_eq!(load("calf-raise 8x8 @90%"), LegLoad::Moderate);
}

#[test]
fn six_hard_repetitions_with_a_load_are_heavy() {
    assert_eq!(load("squat 4x6"), LegLoad::Heavy);
    assert_eq!(load("squat 4x5-6 rir 3"), LegLoad::Heavy);
    assert_eq!(load("squat 4x5-7"), LegLoad::Moderate);
    assert_eq!(load("squat 4x6 rir 3.5"), LegLoad::Moderate);
    assert_eq!(load("squat 4x6 @bw"), LegLoad::Light);
    assert_eq!(load("squat 4x6 @bw rir 2"), LegLoad::Moderate);
}

#[test]
fn sixteen_hard_leg_sets_are_heavy() {
    assert_eq!(load("squat 8x10, calf-raise 8x12"), LegLoad::Heavy);
    assert_eq!(load("squat 8x10, calf-raise 7x12"), LegLoad::Moderate);
    assert_eq!(load("squat 8x10, calf-raise 8x12 rir 4"), LegLoad::Moderate);
}

#[test]
fn easy_work_is_light() {
    assert_eq!(load("squat 5x10 @60%"), LegLoad::Light);
    assert_eq!(load("squat 5x10 @61%"), LegLoad::Moderate);
    assert_eq!(load("squat 5x10 rir 4"), LegLoad::Light);
    assert_eq!(load("clamshell 8x15 rir 1"), LegLoad::Light);
    assert_eq!(load("squat 5x10 @60%, calf-raise 4x12"), LegLoad::Moderate);
}

#[test]
fn little_work_is_light() {
    assert_eq!(load("calf-raise 6x12"), LegLoad::Light);
    assert_eq!(load("calf-raise 7x12"), LegLoad::Moderate);
    assert_eq!(load("squat 3x10"), LegLoad::Light);
    assert_eq!(load("squat 4x10"), LegLoad::Moderate);
}

#[test]
fn jumps_make_it_moderate_and_hops_do_not() {
    assert_eq!(load("box-jump 3x4"), LegLoad::Moderate);
    assert_eq!(load("pogo 3x20"), LegLoad::Light);
    assert_eq!(load("box-jump 3x4, squat 4x5 @85%"), LegLoad::Heavy);
}

#[test]
fn words_count_only_without_exercises() {
    let words = |region, leg_load| {
        let plan = StrengthPlan {
            region,
            leg_load,
            ..StrengthPlan::default()
        };
        let content = content_of(&plan, &library());
        (content.region, content.leg_load)
    };
    assert_eq!(words(None, None), (Region::Full, LegLoad::Moderate));
    assert_eq!(
        words(Some(Region::Upper), None),
        (Region::Upper, LegLoad::None)
    );
    assert_eq!(
        words(Some(Region::Core), None),
        (Region::Core, LegLoad::None)
    );
    assert_eq!(
        words(Some(Region::Lower), None),
        (Region::Lower, LegLoad::Moderate)
    );
    assert_eq!(
        words(None, Some(LegLoad::Heavy)),
        (Region::Full, LegLoad::Heavy)
    );

    let mislabelled = StrengthPlan {
        region: Some(Region::Upper),
        ..plan("squat 4x5")
    };
    let content = content_of(&mislabelled, &library());
    assert_eq!(
        (content.region, content.leg_load),
        (Region::Lower, LegLoad::Heavy)
    );
}

#[test]
fn the_coachs_override_wins() {
    let overridden = StrengthPlan {
        region_override: Some(Region::Full),
        leg_load_override: Some(LegLoad::Light),
        ..plan("squat 4x5")
    };
    let content = content_of(&overridden, &library());
    assert_eq!(
        (content.region, content.leg_load),
        (Region::Full, LegLoad::Light)
    );
    assert_eq!(
        content.reason,
        "by the coach’s word; the exercises say heavy: 4 leg sets, squat for 5 repetitions"
    );
}

#[test]
fn exercises_nobody_knows_leave_the_words() {
    let lost = StrengthPlan {
        leg_load: Some(LegLoad::Heavy),
        ..plan("lost-exercise 3x8")
    };
    assert_eq!(content_of(&lost, &library()).leg_load, LegLoad::Heavy);
}

#[test]
fn the_reason_names_what_decided() {
    assert_eq!(
        content("squat 4x8 @82%, calf-raise 3x12").reason,
        "7 leg sets, squat at 82 % of 1RM"
    );
    assert_eq!(
        content("squat 4x5").reason,
        "4 leg sets, squat for 5 repetitions"
    );
}
