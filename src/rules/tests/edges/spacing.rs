//! Edges of the rules about where runs and lifts stand to each other.

use super::{Edge, edge};
use crate::rules::tests::support::TestWeek;

pub(super) fn edges() -> Vec<Edge> {
    [before_key_run(), same_day(), policies(), recovery()]
        .into_iter()
        .flatten()
        .collect()
}

fn before_key_run() -> Vec<Edge> {
    let rule = "legs-before-key-run";
    let on = |lift: &str| TestWeek::of(&format!("{lift}; Wed 18:00 tempo"));
    vec![
        edge(rule, on("Tue 17:01 strength heavy 60min"), "error Tue Wed"),
        edge(
            rule,
            on("Tue 17:00 strength heavy 60min"),
            "warning Tue Wed",
        ),
        edge(
            rule,
            on("Tue 17:01 strength moderate 60min"),
            "warning Tue Wed",
        ),
        edge(
            rule,
            on("Tue 17:00 strength moderate 60min"),
            "hint Tue Wed",
        ),
        edge(rule, on("Tue 17:01 strength light 60min"), "hint Tue Wed"),
        edge(rule, on("Tue 17:00 strength light 60min"), ""),
        edge(rule, on("Mon 17:01 strength heavy 60min"), ""),
        edge(
            rule,
            on("Mon 17:01 strength heavy 60min").strict(),
            "warning Mon Wed",
        ),
        edge(rule, on("Mon 17:00 strength heavy 60min").strict(), ""),
        edge(rule, on("Mon 17:01 strength moderate 60min").strict(), ""),
    ]
}

fn same_day() -> Vec<Edge> {
    let order = "lift-before-run";
    let stack = "hard-stack";
    let gap = "same-day-gap";
    let lift = |time: &str, run: &str| {
        TestWeek::of(&format!(
            "Tue 07:00 {run} 60min; Tue {time} strength moderate 40min"
        ))
    };
    vec![
        edge(
            order,
            TestWeek::of("Tue am strength heavy; Tue pm tempo"),
            "error Tue",
        ),
        edge(
            order,
            TestWeek::of("Tue am strength moderate; Tue pm tempo"),
            "warning Tue",
        ),
        edge(
            order,
            TestWeek::of("Tue am strength light; Tue pm tempo"),
            "warning Tue",
        ),
        edge(
            order,
            TestWeek::of("Tue am strength heavy; Tue pm easy"),
            "hint Tue",
        ),
        edge(
            order,
            TestWeek::of("Tue am strength moderate; Tue pm easy"),
            "hint Tue",
        ),
        edge(
            order,
            TestWeek::of("Tue am strength light; Tue pm easy"),
            "",
        ),
        edge(
            stack,
            TestWeek::of("Tue am tempo; Tue pm strength heavy"),
            "hint Tue",
        ),
        edge(
            stack,
            TestWeek::of("Tue am tempo; Tue pm strength heavy").level("novice"),
            "warning Tue",
        ),
        edge(
            stack,
            TestWeek::of("Tue am tempo; Tue pm strength moderate").level("novice"),
            "",
        ),
        edge(gap, lift("10:59", "tempo"), "warning Tue"),
        edge(gap, lift("11:00", "tempo"), "hint Tue"),
        edge(gap, lift("13:59", "tempo"), "hint Tue"),
        edge(gap, lift("14:00", "tempo"), ""),
        edge(gap, lift("10:59", "easy"), "hint Tue"),
        edge(
            gap,
            lift("10:59", "tempo").policy("hard-days-hard"),
            "hint Tue",
        ),
        edge(
            gap,
            TestWeek::of("Tue tempo; Tue strength light"),
            "hint Tue",
        ),
    ]
}

fn policies() -> Vec<Edge> {
    let shared = |text: &str| TestWeek::of(text).policy("separate");
    let hard = |text: &str| TestWeek::of(text).policy("hard-days-hard");
    let off = "off-policy-day";
    vec![
        edge(
            "shared-day",
            shared("Tue am easy; Tue pm strength light"),
            "hint Tue",
        ),
        edge(
            "shared-day",
            shared("Tue am easy; Tue pm strength upper"),
            "",
        ),
        edge("shared-day", shared("Tue easy; Wed strength heavy"), ""),
        edge(
            off,
            TestWeek::of("Tue am tempo; Tue pm strength light"),
            "hint Tue",
        ),
        edge(
            off,
            TestWeek::of("Tue am steady; Tue pm strength heavy"),
            "",
        ),
        edge(off, hard("Tue am easy; Tue pm strength light"), "hint Tue"),
        edge(off, hard("Tue am tempo; Tue pm strength heavy"), ""),
    ]
}

fn recovery() -> Vec<Edge> {
    let after = "legs-after-key-run";
    let between = "legs-48h";
    let keys = "key-runs-back-to-back";
    let easy = "no-easy-day";
    let separate = |text: &str| TestWeek::of(text).policy("separate");
    let second = |time: &str| {
        TestWeek::of(&format!(
            "Mon 17:00 strength heavy 60min; Wed {time} strength heavy"
        ))
    };
    vec![
        edge(
            after,
            separate("Tue tempo; Wed strength heavy"),
            "hint Tue Wed",
        ),
        edge(after, TestWeek::of("Tue tempo; Wed strength heavy"), ""),
        edge(
            after,
            separate("Tue tempo; Wed strength moderate"),
            "hint Tue Wed",
        ),
        edge(after, separate("Tue tempo; Wed strength light"), ""),
        edge(after, TestWeek::of("Tue tempo; Thu strength heavy"), ""),
        edge(between, second("17:59"), "warning Mon Wed"),
        edge(between, second("18:00"), ""),
        edge(
            between,
            TestWeek::of("Tue strength heavy; Wed strength heavy"),
            "error Tue Wed",
        ),
        edge(
            between,
            TestWeek::of("Tue strength heavy; Wed strength moderate"),
            "warning Tue Wed",
        ),
        edge(
            between,
            TestWeek::of("Tue strength heavy; Wed strength light"),
            "",
        ),
        edge(
            keys,
            TestWeek::of("Tue tempo; Wed intervals"),
            "warning Tue Wed",
        ),
        edge(keys, TestWeek::of("Fri steady; Sat long"), "hint Fri Sat"),
        edge(
            keys,
            TestWeek::of("Tue fartlek rpe7; Wed tempo"),
            "warning Tue Wed",
        ),
        edge(
            keys,
            TestWeek::of("Tue fartlek rpe6; Wed tempo"),
            "hint Tue Wed",
        ),
        edge(keys, TestWeek::of("Fri steady; Sat steady"), ""),
        edge(keys, TestWeek::of("Tue tempo; Thu intervals"), ""),
        edge(
            easy,
            TestWeek::of("Tue tempo; Wed strength heavy; Thu long"),
            "warning Tue Wed Thu",
        ),
        edge(
            easy,
            TestWeek::of("Tue tempo; Wed strength moderate; Thu long"),
            "",
        ),
        edge(easy, TestWeek::of("Tue tempo; Wed strength heavy"), ""),
    ]
}
