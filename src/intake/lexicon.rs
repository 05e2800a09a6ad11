//! The words of six languages, kept as data in `assets/lexicon`, and what they mean.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use chrono::Weekday;

use crate::domain::{DayPart, ExerciseId, Kind, LegLoad, PaceName, RecoveryStyle, Region, RunKind};

use super::language::Language;
use super::scan::{Token, fold, scan};

/// A unit of distance or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Km,
    Mile,
    Meter,
    Yard,
    Hour,
    Minute,
    Second,
}

/// What a phrase means.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
    /// A kind of session.
    Kind(Kind),
    /// A run of no kind.
    Run,
    /// A weekly event that is raced or jogged.
    Parkrun,
    /// Short, relaxed accelerations.
    Strides,
    WarmUp,
    CoolDown,
    /// A way to recover, or to go.
    Style(RecoveryStyle),
    /// Recovery of no style.
    Recover,
    /// Between repeats.
    Between,
    /// Hard, fast.
    Hard,
    /// The next is part of what stood before.
    With,
    Last,
    First,
    Middle,
    /// "pace", "effort": what stands before is a race.
    PaceWord,
    /// What follows is an aim.
    At,
    /// An intensity.
    Pace(PaceName),
    /// The name of a race distance, in metres.
    RaceDistance(f64),
    Unit(Unit),
    /// A whole time in words, in seconds.
    Time(u32),
    Part(DayPart),
    /// Two sessions a day.
    Double,
    Times,
    Sets,
    Reps,
    Rounds,
    Max,
    EachSide,
    Bodyweight,
    Rir,
    Rpe,
    Kilogram,
    Pound,
    LegLoad(LegLoad),
    Region(Region),
    Sport(String),
    Key,
    /// Metres uphill.
    Climb,
    Zone,
    HeartRate,
    Day(Weekday),
    Month(u32),
    /// "Day 3".
    DayNumber,
    Week,
    /// Weeks until the race.
    ToGo,
    RaceWeek,
    Phase,
    Total,
    Greeting,
    Farewell,
    Or,
    And,
    To,
    Filler,
    Exercise(ExerciseId),
}

/// The shipped data, by language.
const DATA: [(Language, &str); 6] = [
    (
        Language::English,
        include_str!("../../assets/lexicon/en.ron"),
    ),
    (
        Language::German,
        include_str!("../../assets/lexicon/de.ron"),
    ),
    (Language::Dutch, include_str!("../../assets/lexicon/nl.ron")),
    (
        Language::French,
        include_str!("../../assets/lexicon/fr.ron"),
    ),
    (
        Language::Spanish,
        include_str!("../../assets/lexicon/es.ron"),
    ),
    (
        Language::Italian,
        include_str!("../../assets/lexicon/it.ron"),
    ),
];

/// All phrases, by the tokens they are made of.
pub(super) struct Lexicon {
    phrases: HashMap<String, Vec<(Language, Meaning)>>,
    /// The most tokens of a phrase that begins with this token.
    longest: HashMap<String, usize>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::shipped);

/// Lexicon and language of nothing: what is used when the shipped data is damaged, which a test rules out.
impl Lexicon {
    /// The shipped lexicon.
    pub(super) fn get() -> &'static Self {
        &LEXICON
    }

    fn shipped() -> Self {
        let mut lexicon = Self {
            phrases: HashMap::new(),
            longest: HashMap::new(),
        };
        for (language, text) in DATA {
            let words: BTreeMap<String, Vec<String>> = ron::from_str(text).unwrap_or_default();
            for (key, phrases) in words {
                if let Some(meaning) = meaning(&key) {
                    for phrase in phrases {
                        lexicon.learn(&phrase, language, &meaning);
                    }
                }
            }
        }
        lexicon
    }

    fn learn(&mut self, phrase: &str, language: Language, meaning: &Meaning) {
        let tokens = scan(phrase);
        let Some(first) = tokens.first() else { return };
        let longest = self.longest.entry(first.norm.clone()).or_default();
        *longest = (*longest).max(tokens.len());
        self.phrases
            .entry(key_of(&tokens))
            .or_default()
            .push((language, meaning.clone()));
    }

    /// The phrases that begin these tokens, the longest first: their meanings, and how many tokens each takes.
    /// Hyphens, full stops and apostrophes within a phrase do not matter.
    pub(super) fn phrases(&self, tokens: &[Token]) -> Vec<(&[(Language, Meaning)], usize)> {
        let mut found = Vec::new();
        let Some(most) = tokens
            .first()
            .and_then(|first| self.longest.get(&first.norm))
        else {
            return found;
        };
        let mut key = String::new();
        let mut words = 0;
        for (at, token) in tokens.iter().enumerate() {
            if at > 0 && (token.is('-') || token.is('.') || token.is('\'')) {
                continue;
            }
            if words >= *most {
                break;
            }
            words += 1;
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(&token.norm);
            if let Some(meanings) = self.phrases.get(&key) {
                found.push((meanings.as_slice(), at + 1));
            }
        }
        found.reverse();
        found
    }

    /// The longest phrase that begins these tokens.
    pub(super) fn longest(&self, tokens: &[Token]) -> Option<(&[(Language, Meaning)], usize)> {
        self.phrases(tokens).into_iter().next()
    }

    /// What a phrase means in the languages that have it.
    #[cfg(test)]
    pub(super) fn of(&self, phrase: &str) -> &[(Language, Meaning)] {
        self.phrases
            .get(&key_of(&scan(phrase)))
            .map_or(&[], Vec::as_slice)
    }
}

fn key_of(tokens: &[Token]) -> String {
    let words = tokens
        .iter()
        .enumerate()
        .filter(|(at, token)| *at == 0 || !(token.is('-') || token.is('.') || token.is('\'')));
    let words: Vec<String> = words.map(|(_, token)| fold(&token.norm)).collect();
    words.join(" ")
}

/// What a key of the data means.
fn meaning(key: &str) -> Option<Meaning> {
    let (sort, rest) = key.split_once(' ').unwrap_or((key, ""));
    Some(match (sort, rest) {
        ("kind", kind) => Meaning::Kind(kind_of(kind)?),
        ("run", _) => Meaning::Run,
        ("parkrun", _) => Meaning::Parkrun,
        ("strides", _) => Meaning::Strides,
        ("warm", _) => Meaning::WarmUp,
        ("cool", _) => Meaning::CoolDown,
        ("jog", _) => Meaning::Style(RecoveryStyle::Jog),
        ("walk", _) => Meaning::Style(RecoveryStyle::Walk),
        ("stand", _) => Meaning::Style(RecoveryStyle::Stand),
        ("recover", _) => Meaning::Recover,
        ("between", _) => Meaning::Between,
        ("hard", _) => Meaning::Hard,
        ("with", _) => Meaning::With,
        ("last", _) => Meaning::Last,
        ("first", _) => Meaning::First,
        ("middle", _) => Meaning::Middle,
        ("pace", "") => Meaning::PaceWord,
        ("pace", name) => Meaning::Pace(pace_of(name)?),
        ("at", _) => Meaning::At,
        ("race", "marathon") => Meaning::RaceDistance(42_195.0),
        ("race", "half marathon") => Meaning::RaceDistance(21_097.5),
        ("race", "week") => Meaning::RaceWeek,
        ("unit", unit) => Meaning::Unit(unit_of(unit)?),
        ("time", seconds) => Meaning::Time(seconds.parse().ok()?),
        ("am", _) => Meaning::Part(DayPart::Morning),
        ("pm", _) => Meaning::Part(DayPart::Evening),
        ("double", _) => Meaning::Double,
        ("times", _) => Meaning::Times,
        ("sets", _) => Meaning::Sets,
        ("reps", _) => Meaning::Reps,
        ("rounds", _) => Meaning::Rounds,
        ("max", _) => Meaning::Max,
        ("each", _) => Meaning::EachSide,
        ("bodyweight", _) => Meaning::Bodyweight,
        ("rir", _) => Meaning::Rir,
        ("rpe", _) => Meaning::Rpe,
        ("load", "kg") => Meaning::Kilogram,
        ("load", "lb") => Meaning::Pound,
        ("load", load) => Meaning::LegLoad(by_word(&LegLoad::ALL, load, LegLoad::word)?),
        ("region", region) => Meaning::Region(by_word(&Region::ALL, region, Region::word)?),
        ("sport", sport) => Meaning::Sport(sport.to_owned()),
        ("key", _) => Meaning::Key,
        ("climb", _) => Meaning::Climb,
        ("zone", _) => Meaning::Zone,
        ("heart", _) => Meaning::HeartRate,
        ("day", "number") => Meaning::DayNumber,
        ("day", day) => Meaning::Day(day.parse().ok()?),
        ("month", month) => Meaning::Month(month.parse().ok()?),
        ("week", _) => Meaning::Week,
        ("to", "go") => Meaning::ToGo,
        ("to", _) => Meaning::To,
        ("phase", _) => Meaning::Phase,
        ("total", _) => Meaning::Total,
        ("greeting", _) => Meaning::Greeting,
        ("farewell", _) => Meaning::Farewell,
        ("or", _) => Meaning::Or,
        ("and", _) => Meaning::And,
        ("filler", _) => Meaning::Filler,
        ("exercise", id) => Meaning::Exercise(ExerciseId::new(id)),
        _ => return None,
    })
}

fn by_word<T: Copy>(all: &[T], word: &str, of: impl Fn(T) -> &'static str) -> Option<T> {
    all.iter().copied().find(|value| of(*value) == word)
}

fn kind_of(word: &str) -> Option<Kind> {
    Some(match word {
        "strength" => Kind::Strength,
        "mobility" => Kind::Mobility,
        "rest" => Kind::Rest,
        "cross" => Kind::Cross,
        run => Kind::Run(by_word(&RunKind::ALL, run, RunKind::word)?),
    })
}

fn pace_of(word: &str) -> Option<PaceName> {
    Some(match word {
        "goal" => PaceName::Goal,
        "marathon" => PaceName::Marathon,
        "half marathon" => PaceName::HalfMarathon,
        "10 mile" => PaceName::TenMiles,
        "10k" => PaceName::TenK,
        "5k" => PaceName::FiveK,
        "3k" => PaceName::ThreeK,
        "mile" => PaceName::Mile,
        "threshold" => PaceName::Threshold,
        "interval" => PaceName::Interval,
        "repetition" => PaceName::Repetition,
        "steady" => PaceName::Steady,
        _ => return None,
    })
}

fn unit_of(word: &str) -> Option<Unit> {
    Some(match word {
        "km" => Unit::Km,
        "mi" => Unit::Mile,
        "m" => Unit::Meter,
        "yd" => Unit::Yard,
        "h" => Unit::Hour,
        "min" => Unit::Minute,
        "s" => Unit::Second,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;

    #[test]
    fn every_file_reads_and_every_key_means_something() {
        let library = Library::shipped().unwrap();
        for (language, text) in DATA {
            let words: HashMap<String, Vec<String>> =
                ron::from_str(text).unwrap_or_else(|error| panic!("{language:?}: {error}"));
            assert!(words.len() > 70, "{language:?}");
            for (key, phrases) in words {
                let meaning = meaning(&key).unwrap_or_else(|| panic!("{language:?}: {key}"));
                assert!(!phrases.is_empty(), "{language:?}: {key}");
                if let Meaning::Exercise(id) = meaning {
                    assert!(library.exercise(&id).is_some(), "{language:?}: {key}");
                }
            }
        }
    }

    #[test]
    fn the_first_meaning_of_a_phrase_is_unambiguous_within_a_language() {
        for language in Language::ALL {
            for word in ["mon", "mo", "maandag", "lundi", "lunes", "lunedi"] {
                let meanings = Lexicon::get().of(word);
                let own = meanings.iter().filter(|(own, _)| *own == language).count();
                assert!(own <= 1, "{word} in {language:?}");
            }
        }
    }

    #[test]
    fn phrases_are_found_in_any_spelling() {
        for text in ["Warm-up", "warm up", "w/u", "Échauffement", "Einlaufen"] {
            let tokens = scan(text);
            let (found, used) = Lexicon::get().longest(&tokens).unwrap();
            assert_eq!(
                (&found[0].1, used),
                (&Meaning::WarmUp, tokens.len()),
                "{text}"
            );
        }
    }
}
