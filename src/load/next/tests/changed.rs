//! What becomes of the load when the dose changes.

use super::*;

const DOUBLE: Progression = Progression::DoubleProgression;

#[test]
fn fewer_repetitions_are_lifted_with_more_load() {
    // 8 at three in reserve are 70.7 % of the maximum, 4 at two in reserve are 83.7 %.
    assert_eq!(
        by(
            DOUBLE,
            &[
                ("2026-11-02", "squat 3x8-10 60kg rir 3", "3x9@3 60"),
                ("2026-11-09", "squat 3x4-6 rir 2", ""),
            ]
        ),
        "70kg: 4–6 reps in place of 8–10 → 70 kg"
    );
    assert_eq!(
        by(
            Progression::Percent,
            &[
                ("2026-11-02", "squat 3x4-6 80kg rir 2", "3x5@2 80"),
                ("2026-11-09", "squat 3x8-10 rir 3", ""),
            ]
        ),
        "67.5kg: 8–10 reps in place of 4–6 → 67.5 kg"
    );
}

#[test]
fn what_was_harder_than_planned_counts_as_it_was() {
    // 8 with none in reserve are 78.6 %.
    assert_eq!(
        by(
            DOUBLE,
            &[
                ("2026-11-02", "squat 3x8-10 60kg rir 3", "3x8@0 60"),
                ("2026-11-09", "squat 3x4-6 rir 2", ""),
            ]
        ),
        "62.5kg: 4–6 reps in place of 8–10 → 62.5 kg"
    );
}

#[test]
fn a_light_session_is_light_and_takes_nothing_from_the_heavy_ones() {
    let diary = [
        ("2026-11-06", "squat 3x4-6 80kg rir 2", "3x6@2 80"),
        ("2026-11-09", "squat 3x4-6 rir 4", ""),
    ];
    let light = by(DOUBLE, &diary);
    assert!(light.starts_with("75kg: "), "{light}");
    let heavy = by(
        DOUBLE,
        &[
            diary[0],
            ("2026-11-09", "squat 3x4-6 75kg rir 4", "3x4@4 75"),
            ("2026-11-13", "squat 3x4-6 rir 2", ""),
        ],
    );
    assert_eq!(heavy, "82.5kg 4 reps: all sets at RIR 2 → +2.5 kg");
}

#[test]
fn the_same_dose_goes_on_by_its_rule() {
    assert_eq!(
        by(
            DOUBLE,
            &[
                ("2026-11-02", "squat 3x5-8 60kg rir 2", "3x6@2 60"),
                ("2026-11-09", "squat 3x5-8 rir 2", ""),
            ]
        ),
        "60kg 7 reps: all sets at RIR 2, not all at 8 yet → 7 reps"
    );
}
