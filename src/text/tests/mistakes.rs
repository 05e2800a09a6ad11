//! What is wrong with a text, and where; the rest of it is still read.

use proptest::prelude::*;

use super::*;

/// Line, column and message of the only error of a text.
fn error(text: &str) -> (usize, usize, String) {
    let errors = read_with(text, &Few).errors;
    assert_eq!(errors.len(), 1, "{text}: {errors:?}");
    (errors[0].line, errors[0].column, errors[0].message.clone())
}

#[test]
fn errors_have_their_place_and_their_words() {
    for (text, line, column, words) in [
        ("Mon easy\nTue tempp 30min", 2, 5, "did you mean “tempo”"),
        (
            "Mon  easy 45 rpe 4",
            1,
            11,
            "“45” has no unit; write 45min, 45km or 45mi",
        ),
        ("Mon", 1, 4, "kind of session is missing"),
        ("Mon easy 2000km", 1, 10, "between 0 and 1000 km"),
        ("Mon easy -5km", 1, 10, "between 0 and 1000 km"),
        ("Mon easy 49h", 1, 10, "between 0 and 48 hours"),
        ("Mon easy 90s", 1, 10, "whole minutes"),
        ("Mon 25:00 easy", 1, 5, "no such time"),
        ("Mon easy rpe 11", 1, 10, "“rpe 11” is not an RPE"),
        ("Mon easy tempo", 1, 10, "after ; or on a line of its own"),
        ("Mon easy 40min 50min", 1, 16, "given twice"),
        (
            "Mon easy heavy",
            1,
            10,
            "leg load belongs to a strength session",
        ),
        ("Mon strength 5km", 1, 14, "distance belongs to a run"),
        (
            "Mon strength rpe 7",
            1,
            14,
            "rpe belongs to a run, cross-training or an exercise",
        ),
        ("Mon easy \"open", 1, 10, "no closing quote"),
        ("Mon easy @4:05", 1, 11, "@4:05/km"),
        ("Mon intervals 0x800m", 1, 15, "between 1 and 1000"),
        ("Mon intervals 6x", 1, 15, "6x"),
        ("Mon intervals jog 400m", 1, 15, "no repeats"),
        (
            "Mon intervals 6x800m warm-up",
            1,
            22,
            "how far or long is the warm-up",
        ),
        ("week: 2025-W53", 1, 7, "2025 has no week 53"),
        ("week:", 1, 6, "2026-W48"),
        ("2026-02-29 easy", 1, 1, "no such day"),
        ("1899-02-01 easy", 1, 1, "1900"),
        ("Mün easy", 1, 1, "begins no line"),
        ("   squat 3x5", 1, 4, "no session stands above"),
        (
            "Mon easy\n  squat 3x5",
            2,
            3,
            "under strength and mobility only",
        ),
        ("Mon strength\n  sqat 3x5", 2, 3, "did you mean"),
        ("Mon strength\n  squat", 2, 8, "4x6"),
        ("Mon strength\n  squat 1001x5", 2, 9, "between 1 and 1000"),
        ("Mon strength\n  squat 3x5 @1001kg", 2, 14, "0 to 1000 kg"),
        ("Mon strength\n  squat 3x5 @60", 2, 14, "60kg"),
        ("Mon strength\n  squat 3x5 fast", 2, 13, "tempo 3-1-1"),
        ("Mon strength\n  squat 3x5 rest 5km", 2, 18, "90s"),
        ("level: expert", 1, 8, "novice, intermediate or advanced"),
        ("policy: none", 1, 9, "hard-days-hard"),
        ("athlete: A\nathlete: B", 2, 10, "second time"),
        ("race: soon", 1, 7, "2027-01-10 half marathon A"),
        ("race: 2027-02-30 marathon", 1, 7, "no such day"),
        ("available: Mon", 1, 15, "60min"),
        ("available: never", 1, 12, "60min"),
        ("coach: Bob", 1, 1, "begins no line"),
    ] {
        let (at_line, at_column, message) = error(text);
        assert_eq!((at_line, at_column), (line, column), "{text}: {message}");
        assert!(message.contains(words), "{text}: {message}");
    }
}

#[test]
fn the_rest_is_still_read() {
    let plan = read_with(
        "Mon easy 45min foo bar\nTue blah\n    squat 3x5\nWed strength 30min\n  sqat 3x5\n  squat 3x5",
        &Few,
    );
    assert_eq!(
        plan.errors
            .iter()
            .map(|error| error.line)
            .collect::<Vec<_>>(),
        [1, 2, 3, 5]
    );
    assert_eq!(plan.sessions.len(), 2);
    assert_eq!(plan.sessions[0].plan.duration, Some(Minutes(45)));
    assert_eq!(plan.sessions[1].plan.strength().unwrap().exercises.len(), 1);
}

#[test]
fn a_weekday_beside_dates_is_ambiguous() {
    let plan = read_with("2026-11-24 easy\nWed tempo", &Few);
    assert_eq!(plan.errors.len(), 1);
    assert!(
        plan.errors[0].message.contains("which Wed?"),
        "{}",
        plan.errors[0].message
    );
    assert_eq!(plan.sessions[1].date, day(2026, 11, 25));
}

#[test]
fn limits_themselves_are_fine() {
    one("Mon long 1000km");
    one("Mon long 48h");
    one("Mon intervals 1000x0km");
    one("Mon 23:59 easy rpe 10");
    one("Mon strength\n squat 1000x1000 @1000kg");
    one("week: 2026-W53\nSun easy");
}

#[test]
fn a_file_full_of_nonsense_has_a_bounded_list_of_errors() {
    let plan = read_with(&"Mon what is this\n".repeat(20_000), &Few);
    assert_eq!(plan.errors.len(), 1000);
    assert_eq!(
        plan.errors[999].message,
        "19001 further errors are not listed"
    );
}

#[test]
fn one_long_line_is_read_to_its_end() {
    let plan = read_with(&format!("Mon {}", "easy 40min; ".repeat(50_000)), &Few);
    assert_eq!(plan.errors, []);
    assert_eq!(plan.sessions.len(), 50_000);
    for piece in [
        "x",
        "6x800m ",
        "\"",
        "@",
        "3x",
        "easy ",
        "1h ",
        "-",
        "warm ",
        "rpe",
        "“",
        "jog 400m ",
    ] {
        read_with(&format!("Mon intervals {}", piece.repeat(100_000)), &Few);
        read_with(
            &format!("Mon strength\n squat 3x5 {}", piece.repeat(100_000)),
            &Few,
        );
        read_with(&format!("available: {}", piece.repeat(100_000)), &Few);
        read_with(&format!("race: 2026-12-06 {}", piece.repeat(100_000)), &Few);
    }
}

proptest! {
    #[test]
    fn any_text_is_survived(text in any::<String>(), lines in proptest::collection::vec("(Mon|  |race: 2026-01-01|available:|week:)[ -~äx×–“”\t]{0,40}", 0..8)) {
        read_with(&text, &Few);
        read_with(&lines.join("\n"), &Few);
    }

    #[test]
    fn a_damaged_sample_is_survived(cuts in proptest::collection::vec((0usize..1200, "[ -~×“–]{0,3}"), 1..6)) {
        let mut chars: Vec<char> = SAMPLE.chars().collect();
        for (place, piece) in cuts {
            let place = place % chars.len();
            chars.splice(place..(place + 2).min(chars.len()), piece.chars());
        }
        let text: String = chars.into_iter().collect();
        for error in read_with(&text, &Few).errors {
            let line = text.split('\n').nth(error.line - 1).expect("a line of the text");
            prop_assert!(error.column >= 1 && error.column <= line.chars().count() + 1, "{error} in {line:?}");
        }
    }

    #[test]
    fn words_stay_words(words in proptest::collection::vec(prop_oneof![
        Just("easy"), Just("6x800m"), Just("@4:05/km"), Just("jog"), Just("400m"), Just(";"), Just(","), Just("7:00"),
        Just("warm-up"), Just("2"), Just("km"), Just("rpe"), Just("\"n\""), Just("key"), Just("title"), Just("rest"),
        Just("1h"), Just("20"), Just("min"), Just("45-60"), Just("am"), Just("not"), Just("@"), Just("Tue"),
    ], 0..16)) {
        let text = format!("Mon {}", words.join(" "));
        read_with(&text, &Few);
        read_with(&format!("Mon strength\n squat {}", words.join(" ")), &Few);
    }
}
