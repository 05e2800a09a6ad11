//! Names of exercises as they are compared across programs and languages.

use crate::library::name_words;

/// What a load is called in other languages, without accents, by what the library calls it.
const IMPLEMENTS: &[(&str, &[&str])] = &[
    (
        "barbell",
        &[
            "langhantel",
            "langhanteln",
            "barre",
            "barra",
            "bilanciere",
            "halterstang",
            "stang",
        ],
    ),
    (
        "dumbbell",
        &[
            "kurzhantel",
            "kurzhanteln",
            "haltere",
            "mancuerna",
            "manubrio",
            "manubri",
            "halter",
        ],
    ),
    (
        "machine",
        &[
            "maschine", "gerat", "maquina", "macchina", "toestel", "apparaat",
        ],
    ),
    (
        "cable",
        &["kabel", "kabelzug", "poulie", "polea", "cavi", "cavo"],
    ),
    (
        "bodyweight",
        &["korpergewicht", "eigengewicht", "lichaamsgewicht"],
    ),
];

/// Words that join others and tell no exercise from another.
const SMALL: &[&str] = &[
    "with", "the", "on", "mit", "am", "im", "an", "der", "auf", "avec", "la", "le", "les", "du",
    "de", "des", "aux", "au", "con", "el", "al", "en", "alla", "ai", "met", "aan", "het", "op",
];

/// Words that say that a machine or a band carries part of the body.
const ASSISTED: &[&str] = &[
    "assisted",
    "assistiert",
    "unterstutzt",
    "assiste",
    "assistee",
    "asistida",
    "asistido",
    "assistita",
    "assistite",
    "assistito",
    "geassisteerd",
    "geassisteerde",
];

/// The words of a name: singular, without accents, small words and brackets, loads in English.
pub(super) fn plain_words(name: &str) -> Vec<String> {
    // Only French and Italian write this small word with an accent; "A-skip" keeps its letter.
    let name = name.to_lowercase().replace(" à ", " ");
    name_words(&without_accents(&name))
        .into_iter()
        .filter(|word| !SMALL.contains(&word.as_str()))
        .map(|word| {
            let known = IMPLEMENTS
                .iter()
                .find(|(_, others)| others.contains(&word.as_str()));
            known.map_or(word, |(english, _)| (*english).to_owned())
        })
        .collect()
}

/// What a name says of the load, and the name without it: "Squat met halterstang" is "squat" with a barbell. `None`
/// where it says nothing of it, or nothing else.
pub(super) fn without_load(words: &[String]) -> Option<(&str, Vec<String>)> {
    let is_load = |word: &&String| IMPLEMENTS.iter().any(|(english, _)| english == word);
    let load = words.iter().find(is_load)?;
    let rest: Vec<String> = words
        .iter()
        .filter(|word| !is_load(word))
        .cloned()
        .collect();
    (!rest.is_empty()).then_some((load, rest))
}

/// The load that makes another exercise of most.
pub(super) const MACHINE: &str = "machine";

/// Words in alphabetical order, so that "Lunge (Barbell)" is "Barbell Lunge".
pub(super) fn sorted(words: &[String]) -> String {
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.sort_unstable();
    words.join(" ")
}

/// What a name is looked up by.
pub(super) fn key(name: &str) -> String {
    sorted(&plain_words(name))
}

/// True where the weight of a set is what a machine or a band takes off the body.
pub(super) fn is_assisted(name: &str) -> bool {
    let words = name_words(&without_accents(name));
    words.iter().any(|word| ASSISTED.contains(&word.as_str()))
}

/// The text in lower case with plain letters for those with accents, as many people type them.
fn without_accents(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        c => c,
    };
    text.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_number_accents_and_small_words_fall_away() {
        for (one, other) in [
            ("Lunge (Barbell)", "Barbell Lunges"),
            (
                "Sentadilla búlgara con mancuernas",
                "Sentadilla Bulgara (Mancuerna)",
            ),
            ("Développé couché à la barre", "Developpe couche (Barre)"),
            ("DB RDL", "RDL (Kurzhanteln)"),
            ("Rückenstrecker am Gerät", "Ruckenstrecker (Maschine)"),
        ] {
            assert_eq!(key(one), key(other));
        }
        assert_ne!(key("Squat (Barbell)"), key("Squat (Dumbbell)"));
        assert_ne!(key("Leg Press"), key("Leg Press Calf Raise"));
    }

    #[test]
    fn assistance_is_told_in_six_languages() {
        for name in [
            "Pull Up (Assisted)",
            "Klimmzüge (assistiert)",
            "Tractions assistées",
            "Dominadas asistidas",
            "Trazioni assistite",
        ] {
            assert!(is_assisted(name), "{name}");
        }
        assert!(!is_assisted("Pull Up (Weighted)"));
    }
}
