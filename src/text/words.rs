//! The words of plan text and what else people write for them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::{DayPart, KeyMark, Kind, LegLoad, Region, RunKind};
use crate::notation::RECOVERIES;

/// Words of one sort: each word of the format with the words that mean the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordGroup {
    /// What the words say.
    pub heading: &'static str,
    /// The word of the format, and its synonyms.
    pub words: &'static [(&'static str, &'static [&'static str])],
}

/// Every word a session line knows, in the order a help shows them. A hyphen may stand for a space.
pub const SYNONYMS: &[WordGroup] = &[
    WordGroup {
        heading: "Runs",
        words: RUNS,
    },
    WordGroup {
        heading: "Other sessions",
        words: OTHERS,
    },
    WordGroup {
        heading: "Cross-training by sport",
        words: SPORTS,
    },
    WordGroup {
        heading: "Region of a strength session",
        words: REGIONS,
    },
    WordGroup {
        heading: "Leg load of a strength session",
        words: LOADS,
    },
    WordGroup {
        heading: "Time of day",
        words: PARTS,
    },
    WordGroup {
        heading: "Key session",
        words: MARKS,
    },
    WordGroup {
        heading: "Parts of a run",
        words: STEPS,
    },
    WordGroup {
        heading: "Recovery between repeats",
        words: RECOVERIES,
    },
];

type Words = &'static [(&'static str, &'static [&'static str])];

const RUNS: Words = &[
    ("recovery", &["regeneration", "shakeout", "shake out"]),
    ("easy", &["jog", "run", "aerobic"]),
    ("steady", &["steady state", "medium", "medium effort"]),
    ("progression", &["progressive", "progress"]),
    ("long", &["lsd"]),
    ("tempo", &["threshold", "lactate threshold", "cruise"]),
    (
        "intervals",
        &[
            "interval",
            "speed",
            "speedwork",
            "speed work",
            "repeats",
            "track",
            "vo2max",
        ],
    ),
    (
        "hills",
        &[
            "hill",
            "hill repeats",
            "hill reps",
            "hill sprints",
            "uphill",
        ],
    ),
    ("fartlek", &["speed play"]),
    ("race", &["competition", "time trial"]),
];
const OTHERS: Words = &[
    (
        "strength",
        &["gym", "lift", "lifting", "weights", "resistance", "s&c"],
    ),
    (
        "mobility",
        &["stretch", "stretching", "yoga", "foam rolling"],
    ),
    ("cross", &["cross training", "xt"]),
    ("rest", &["off", "day off"]),
    ("note", &["memo"]),
];
const SPORTS: Words = &[
    ("cycling", &[]),
    ("bike", &[]),
    ("swim", &[]),
    ("swimming", &[]),
    ("rowing", &[]),
    ("elliptical", &[]),
    ("skiing", &[]),
    ("hiking", &[]),
    ("walking", &[]),
    ("aqua jogging", &[]),
];
const REGIONS: Words = &[
    ("lower", &["legs", "lower body"]),
    ("upper", &["upper body"]),
    ("core", &["abs", "trunk"]),
    ("full", &["full body", "whole body", "total body"]),
];
const LOADS: Words = &[
    ("none", &["no legs"]),
    ("light", &[]),
    ("moderate", &[]),
    ("heavy", &[]),
];
const PARTS: Words = &[("am", &["morning"]), ("pm", &["evening", "afternoon"])];
const MARKS: Words = &[("key", &[]), ("not-key", &["non-key", "no-key"])];
const STEPS: Words = &[
    ("warm-up", &["warmup", "wu"]),
    ("cool-down", &["cooldown", "cd", "warm-down"]),
];
/// Words that join others and say nothing themselves.
const FILLERS: &[&str] = &[
    "with", "w/", "at", "of", "on", "then", "and", "+", "&", "in", "session", "workout",
    "training", "day", "-", "*", "•", "·", "for", "about", "~",
];

/// What a word of a session line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A kind of session.
    Kind(Kind),
    /// Cross-training of a sport.
    Sport(&'static str),
    /// Where strength works.
    Region(Region),
    /// What it asks of the legs.
    LegLoad(LegLoad),
    /// Half of the day.
    Part(DayPart),
    /// Key or not.
    Key(KeyMark),
    /// The part before the work.
    WarmUp,
    /// The part after it.
    CoolDown,
}

static MEANINGS: LazyLock<HashMap<String, Meaning>> = LazyLock::new(|| {
    let mut map = HashMap::new();
    let mut learn = |words: Words, meaning: &dyn Fn(&'static str) -> Option<Meaning>| {
        for &(word, synonyms) in words {
            let Some(meaning) = meaning(word) else {
                continue;
            };
            for &text in std::iter::once(&word).chain(synonyms) {
                map.entry(text.replace('-', " ")).or_insert(meaning);
            }
        }
    };
    learn(RUNS, &|word| {
        find(&RunKind::ALL, word, RunKind::word).map(|k| Meaning::Kind(Kind::Run(k)))
    });
    learn(OTHERS, &|word| other_kind(word).map(Meaning::Kind));
    learn(SPORTS, &|word| Some(Meaning::Sport(word)));
    learn(REGIONS, &|word| {
        find(&Region::ALL, word, Region::word).map(Meaning::Region)
    });
    learn(LOADS, &|word| {
        find(&LegLoad::ALL, word, LegLoad::word).map(Meaning::LegLoad)
    });
    learn(PARTS, &|word| {
        Some(Meaning::Part(if word == "am" {
            DayPart::Morning
        } else {
            DayPart::Evening
        }))
    });
    learn(MARKS, &|word| {
        Some(Meaning::Key(if word == "key" {
            KeyMark::Key
        } else {
            KeyMark::NotKey
        }))
    });
    learn(STEPS, &|word| {
        Some(if word == "warm-up" {
            Meaning::WarmUp
        } else {
            Meaning::CoolDown
        })
    });
    map
});

fn other_kind(word: &str) -> Option<Kind> {
    match word {
        "strength" => Some(Kind::Strength),
        "mobility" => Some(Kind::Mobility),
        "cross" => Some(Kind::Cross),
        "rest" => Some(Kind::Rest),
        "note" => Some(Kind::Note),
        _ => None,
    }
}

/// The word of the format for a kind of session.
pub fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Run(run) => run.word(),
        Kind::Strength => "strength",
        Kind::Cross => "cross",
        Kind::Mobility => "mobility",
        Kind::Rest => "rest",
        Kind::Note => "note",
    }
}

/// The value whose word is `word`.
pub(super) fn find<T: Copy>(all: &[T], word: &str, of: impl Fn(T) -> &'static str) -> Option<T> {
    all.iter().copied().find(|&value| of(value) == word)
}

/// What the phrase says; `phrase` is in lower case, its hyphens are spaces.
pub(super) fn meaning(phrase: &str) -> Option<Meaning> {
    MEANINGS.get(phrase).copied()
}

/// True for words that join others and say nothing themselves.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

/// The sport of this name, as cross-training knows it.
pub(super) fn sport(name: &str) -> Option<&'static str> {
    SPORTS
        .iter()
        .map(|(sport, _)| *sport)
        .find(|sport| *sport == name)
}

/// The word of the format that looks most like `word`, where one does.
pub(super) fn closest(word: &str) -> Option<&'static str> {
    // A comparison costs the product of both lengths; no word of the format is this long.
    if word.len() > 24 {
        return None;
    }
    let words = SYNONYMS.iter().flat_map(|group| group.words);
    let words = words.flat_map(|(own, synonyms)| std::iter::once(own).chain(*synonyms));
    let scored = words.map(|&candidate| (strsim::jaro_winkler(word, candidate), candidate));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= 0.82).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_word_that_means_it() {
        for run in RunKind::ALL {
            assert_eq!(meaning(run.word()), Some(Meaning::Kind(Kind::Run(run))));
        }
        for kind in [
            Kind::Strength,
            Kind::Cross,
            Kind::Mobility,
            Kind::Rest,
            Kind::Note,
        ] {
            assert_eq!(meaning(kind_word(kind)), Some(Meaning::Kind(kind)));
        }
    }

    #[test]
    fn synonyms_of_the_help_are_understood() {
        for group in &SYNONYMS[..SYNONYMS.len() - 1] {
            for (word, synonyms) in group.words {
                for synonym in *synonyms {
                    let plain = |text: &str| meaning(&text.replace('-', " "));
                    assert!(plain(word).is_some(), "{word}");
                    assert_eq!(plain(synonym), plain(word), "{synonym}");
                }
            }
        }
        assert_eq!(meaning("threshold"), meaning("tempo"));
        assert_eq!(meaning("gym"), meaning("strength"));
    }

    #[test]
    fn misspelt_words_find_their_neighbour() {
        assert_eq!(closest("intervalls"), Some("intervals"));
        assert_eq!(closest("strenght"), Some("strength"));
        assert_eq!(closest("qqqq"), None);
    }
}
