//! Answers that are somebody else's, damaged, or hold what no page sends.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::replies::{answer, bring, planned, run, session, skipped, squats};
use super::*;

#[test]
fn somebody_elses_and_odd_answers_are_told_and_change_nothing() {
    let anna = planned();
    let whole = answer(&[run(&anna)]);
    let mut foreign = whole.clone();
    foreign["athlete"] = json!({"id": AthleteId::from_bits(2).to_string(), "name": "Ben"});
    let mut newer = whole.clone();
    newer["version"] = 2.into();
    let mut nobody = whole.clone();
    nobody["athlete"] = json!("Anna");
    let text = whole.to_string();
    let cut = &text[..text.len() - 20];
    let edited = text.replace("\"distance\":\"8,2\"", "distance 8,2");
    for (odd, told) in [
        (
            foreign.to_string().as_str(),
            "the answer of Ben, and not of Anna",
        ),
        (&newer.to_string(), "newer Ironstride"),
        (&nobody.to_string(), "does not say whose"),
        (cut, "cut off"),
        (&edited, "changed on its way or by hand"),
        (
            &format!("{text}{}", " ".repeat(9 << 20)),
            "larger than any answer",
        ),
    ] {
        let mut athlete = anna.clone();
        let report = bring(&mut athlete, odd);
        assert!(
            skipped(&report).contains(told),
            "{told}: {}",
            skipped(&report)
        );
        assert!(report.is_empty() && report.edits.is_empty());
        assert_eq!(athlete, anna);
    }
}

#[test]
fn a_million_sets_are_read_in_part_and_quickly() {
    let mut anna = planned();
    let mut many = squats(&anna);
    many["exercises"][0]["sets"] = json!([{}]);
    let sets = vec!["{}"; 1_000_000].join(",");
    let text = answer(&[many])
        .to_string()
        .replace("[{}]", &format!("[{sets}]"));
    let report = bring(&mut anna, text);
    assert!(
        skipped(&report).contains("of 1000000 sets only the first 60"),
        "{}",
        skipped(&report)
    );
    assert_eq!(session(&anna, 2).log.unwrap().exercises[0].sets.len(), 60);
}

#[test]
fn figures_that_cannot_be_are_skipped_and_the_rest_is_kept() {
    let mut anna = planned();
    let mut odd = squats(&anna);
    odd["rpe"] = "eleven".into();
    odd["exercises"][0]["sets"] =
        json!([{"reps": 6, "load": "900"}, {"reps": "NaN", "load": 60}, "set"]);
    let mut far = run(&anna);
    far["distance"] = "4000".into();
    far["heart_rate"] = "900".into();
    let report = bring(&mut anna, answer(&[odd, far]).to_string());
    let told = skipped(&report);
    for reason in [
        "RPE: \"eleven\"",
        "900 kg is not believable",
        "repetitions: \"NaN\"",
        "4000 km",
        "heart rate",
    ] {
        assert!(told.contains(reason), "{reason}: {told}");
    }
    assert!(session(&anna, 2).log.is_some());
    assert_eq!(session(&anna, 1).log.unwrap().note, "windy");
}

/// JSON of any shape, such as a hand or a bad program makes.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(Value::from("2026-11-24")),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z_]{1,8}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Any field of an answer may hold anything: no panic, the rest of the calendar stays, and the second reading of
    /// the same text changes nothing.
    #[test]
    fn any_field_may_hold_anything(key in 0..16_usize, odd in any_json(), of_set in any::<bool>()) {
        const KEYS: [&str; 16] = [
            "id", "date", "title", "kind", "plan", "changed", "done_on", "status", "distance", "time", "heart_rate",
            "rpe", "heavy_legs", "pain", "note", "exercises",
        ];
        let mut anna = planned();
        let mut session = if of_set { squats(&anna) } else { run(&anna) };
        session[KEYS[key]] = odd;
        let text = answer(&[session]).to_string();
        bring(&mut anna, &text);
        prop_assert!(anna.sessions.len() >= 2);
        let before = anna.clone();
        bring(&mut anna, &text);
        prop_assert_eq!(anna, before);
    }

    /// An answer cut anywhere, or with some bytes changed, is told or read, and never invents a session.
    #[test]
    fn damaged_answers_never_panic(end in 0..2000_usize, at in 0..2000_usize, byte in any::<u8>()) {
        let mut anna = planned();
        let mut bytes = answer(&[run(&anna), squats(&anna)]).to_string().into_bytes();
        if let Some(damaged) = bytes.get_mut(at) {
            *damaged = byte;
        }
        bytes.truncate(end.max(20));
        bring(&mut anna, &bytes);
        prop_assert!(anna.sessions.len() <= 4);
    }
}
