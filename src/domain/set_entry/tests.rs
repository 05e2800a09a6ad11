//! What people jot down, and what is made of it.

use super::*;
use crate::domain::{Kilograms, MassUnit};

const METRIC: EntryRules = EntryRules::in_unit(MassUnit::Kg);
const POUNDS: EntryRules = EntryRules {
    assisted: true,
    ..EntryRules::in_unit(MassUnit::Pounds)
};
const HELPED: EntryRules = EntryRules {
    assisted: true,
    ..METRIC
};

/// What an entry comes to, in the long notation.
fn read(text: &str) -> String {
    sets_text(&parse_sets(text, METRIC).unwrap().sets, METRIC.unit)
}

fn refused(text: &str) -> String {
    parse_sets(text, METRIC).unwrap_err()
}

#[test]
fn sets_read_back_as_written() {
    for rules in [HELPED, POUNDS] {
        for text in [
            "w5x40 5x60@2 5x60@2 4x60@1!",
            "8 8@2 7@1.5",
            "45s 30s",
            "45sxbw 30sx10",
            "5x100 d8x62.5",
            "l10x12 r10x12",
            "6x-20@3",
            "8x0",
            "-xbw -x60@2",
            "8x20 8xbw",
        ] {
            let entry = parse_sets(text, rules).unwrap();
            assert_eq!(sets_text(&entry.sets, rules.unit), text);
        }
    }
}

#[test]
fn the_short_forms_are_what_people_jot_down() {
    assert_eq!(read("3x8 62.5"), "8x62.5 8x62.5 8x62.5");
    assert_eq!(read("3 x 8 62,5 kg"), "8x62.5 8x62.5 8x62.5");
    assert_eq!(read("2x5@2 60"), "5x60@2 5x60@2");
    assert_eq!(read("2x5 60@2"), "5x60@2 5x60@2");
    assert_eq!(read("60 5,5,4"), "5x60 5x60 4x60");
    assert_eq!(read("62.5kg 5,5,4@1!"), "5x62.5@1 5x62.5@1 4x62.5@1!");
    assert_eq!(read("8,8,7"), "8 8 7");
    assert_eq!(read("2x5x60@2"), "5x60@2 5x60@2");
    assert_eq!(read("2x45s"), "45s 45s");
    assert_eq!(read("2x45s 10"), "45sx10 45sx10");
    assert_eq!(read("5x60@rpe8"), "5x60@2");
    assert_eq!(read("8xbw 8xbw+10"), "8xbw 8x10");
    assert_eq!(read("w8x40 5x60, 5x60"), "w8x40 5x60 5x60");
}

#[test]
fn spaces_and_units_may_stand_where_people_put_them() {
    assert_eq!(read("5 × 60 kg @ 2, 4 x 62,5kg @1 !"), "5x60@2 4x62.5@1!");
}

#[test]
fn a_load_in_the_other_unit_is_converted_and_said() {
    let entry = parse_sets("5x135lb 5x135lb 5x60", METRIC).unwrap();
    assert!((entry.sets[0].kg.unwrap().kg() - 61.235).abs() < 0.001);
    assert_eq!(entry.converted, ["135 lb = 61.23 kg"]);
    assert_eq!(parse_sets("5x60", METRIC).unwrap().converted, [""; 0]);
    let entry = parse_sets("5x60kg", POUNDS).unwrap();
    assert_eq!(entry.converted, ["60 kg = 132.3 lb"]);
}

#[test]
fn what_cannot_be_read_is_named() {
    for text in ["5x60@11", "5x", "fast", "5xnan", "5x60@", "1x2x3x4"] {
        let error = refused(&format!("5x60 {text}"));
        assert!(error.contains(text), "{error}");
    }
    assert!(refused("x60").starts_with("“x60”"));
}

#[test]
fn figures_that_cannot_be_meant_get_a_clear_word() {
    assert_eq!(
        refused("5x900"),
        "“5x900”: 900 kg is more than anybody lifts; loads go up to 500 kg"
    );
    assert_eq!(
        refused("300x20"),
        "“300x20”: 300 reps in one set? They go up to 200; seconds are written 300s"
    );
    assert_eq!(
        refused("5x-60"),
        "“5x-60”: a load is above 0; a minus is for help in bodyweight exercises"
    );
    assert_eq!(refused("-5x60"), "“-5x60”: repetitions are not below 0");
    assert_eq!(
        refused("50x8 60"),
        "“50x8 60”: 50 equal sets? They go from 1 to 20"
    );
    assert_eq!(refused("8000s"), "“8000s”: a hold lasts 1 to 3600 s");
    assert!(parse_sets("6x-20", HELPED).is_ok());
    assert!(
        parse_sets("5x1200", POUNDS)
            .unwrap_err()
            .contains("1102.3 lb")
    );
}

#[test]
fn a_load_may_come_first_where_it_names_its_unit_or_the_body() {
    assert_eq!(read("60kg x 5"), "5x60");
    assert_eq!(read("60 kg x 5,5,4"), "5x60 5x60 4x60");
    assert_eq!(read("60kg 5"), "5x60");
    assert_eq!(read("bw+10x5"), "5x10");
    assert_eq!(read("bw + 10 x 5 bw x 8"), "5x10 8xbw");
    assert_eq!(read("60kg x 3 x 5"), "5x60 5x60 5x60");
    let entry = parse_sets("135lb x 5", POUNDS).unwrap();
    assert_eq!(sets_text(&entry.sets, POUNDS.unit), "5x135");
}

#[test]
fn a_load_may_stand_behind_the_at_sign_where_it_can_be_no_reserve() {
    assert_eq!(read("5,5,4 @60"), "5x60 5x60 4x60");
    assert_eq!(read("5,5,4 @ 62,5kg"), "5x62.5 5x62.5 4x62.5");
    assert_eq!(read("3x5 @100"), "5x100 5x100 5x100");
    assert_eq!(read("5@60 5@2"), "5x60 5xbw@2");
    assert!(refused("5x60@12").contains("5x60@12"), "it has its load");
}

#[test]
fn marks_may_stand_behind_a_set() {
    assert_eq!(read("5x40w 5x60 8x40d"), "w5x40 5x60 d8x40");
    assert_eq!(read("10x12l 10x12r!"), "l10x12 r10x12!");
}

fn doubt(text: &str, planned: Option<f64>) -> Option<(String, String)> {
    let rules = EntryRules {
        planned: planned.map(Kilograms::new),
        ..METRIC
    };
    let doubt = parse_sets(text, rules).unwrap().doubt?;
    Some((doubt.question, sets_text(&doubt.turned, METRIC.unit)))
}

#[test]
fn sixty_times_five_beside_a_plan_of_sixty_kilograms_is_asked_about() {
    let (question, turned) = doubt("60x5", Some(60.0)).unwrap();
    assert_eq!(question, "60 reps of 5 kg, or 5 reps of 60 kg?");
    assert_eq!(turned, "5x60");
    let (question, turned) = doubt("60x5@2 62x4", Some(60.0)).unwrap();
    assert_eq!(question, "60 reps of 5 kg, or 5 reps of 60 kg?");
    assert_eq!(turned, "5x60@2 4x62");
    // Nobody needs a plan to wonder about a hundred repetitions of eight kilograms.
    assert!(doubt("100x8", None).is_some());
}

#[test]
fn what_can_be_meant_is_not_asked_about() {
    for (text, planned) in [
        ("5x60", Some(60.0)),
        ("60x5kg", Some(60.0)),
        ("20x10", Some(10.0)),
        ("15x12", Some(24.0)),
        ("25x2.5", Some(2.5)),
        ("30x20", None),
        ("60s", Some(60.0)),
    ] {
        assert_eq!(doubt(text, planned), None, "{text}");
    }
}

#[test]
fn a_bare_figure_of_what_is_held_is_seconds() {
    let held = EntryRules {
        held: true,
        ..METRIC
    };
    let read = |text: &str| sets_text(&parse_sets(text, held).unwrap().sets, METRIC.unit);
    assert_eq!(read("45"), "45s");
    assert_eq!(read("300"), "300s", "more than anybody repeats");
    assert_eq!(read("45,40"), "45s 40s");
    assert_eq!(read("3x45"), "45s 45s 45s");
    assert_eq!(read("45sx10"), "45sx10");
    assert_eq!(read("-"), "-");
    assert_eq!(parse_sets("45", METRIC).unwrap().sets[0].reps, Some(45));
}
