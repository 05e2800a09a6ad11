//! Names of exercises as they are compared across programs and languages.

use super::super::name_words;

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
    ("kettlebell", &["kugelhantel", "rusa"]),
];

/// Loads that German writes in one word with the exercise.
const JOINED: [(&str, &str); 2] = [("langhantel", "barbell"), ("kurzhantel", "dumbbell")];

/// Words of how a set is done that make no other exercise of it: pauses, and weight that is added.
const DETAILS: &[&str] = &[
    "pause",
    "paused",
    "tempo",
    "weighted",
    "lestee",
    "lestes",
    "leste",
    "lastrada",
    "lastradas",
    "zavorrate",
    "zavorrata",
];

/// What is held on to at a cable or instead of a straight bar.
const HANDLES: [&[&str]; 3] = [&["ez", "bar"], &["v", "bar"], &["straight", "bar"]];

/// What ropes are called.
const ROPES: [&str; 5] = ["rope", "corde", "corda", "cuerda", "seil"];

/// What a grip is called.
const GRIPS: &[&str] = &["grip", "prise", "presa", "agarre", "griff", "greep"];

/// What a grip may be.
const GRIP_KINDS: &[&str] = &[
    "wide",
    "close",
    "narrow",
    "neutral",
    "pronated",
    "supinated",
    "overhand",
    "underhand",
    "v",
    "large",
    "serree",
    "neutre",
    "larga",
    "stretta",
    "neutra",
    "ancho",
    "estrecho",
    "neutro",
    "breiter",
    "enger",
    "neutraler",
    "brede",
    "smalle",
];

/// Names that mean another exercise in the lists of some programs than in the library, as plain words: heel taps are
/// also done lying, and a toe raise is also one of the calves.
const AMBIGUOUS: [&[&str]; 2] = [&["heel", "tap"], &["toe", "raise"]];

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
pub(crate) fn plain_words(name: &str) -> Vec<String> {
    // Only French and Italian write this small word with an accent; "A-skip" keeps its letter.
    let name = name.to_lowercase().replace(" à ", " ");
    let name = without_accents(&name).replace("body weight", "bodyweight");
    name_words(&name)
        .into_iter()
        .filter(|word| !is_dose(word))
        .flat_map(parted)
        .filter(|word| !SMALL.contains(&word.as_str()))
        .map(|word| {
            let known = IMPLEMENTS
                .iter()
                .find(|(_, others)| others.contains(&word.as_str()));
            known.map_or_else(|| singular(word), |(english, _)| (*english).to_owned())
        })
        .collect()
}

/// True for sets and repetitions, which some write behind a name: "3x5".
fn is_dose(word: &str) -> bool {
    let is_count = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    word.split_once('x')
        .is_some_and(|(sets, reps)| is_count(sets) && is_count(reps))
}

/// "kurzhantelrudern" as load and exercise.
fn parted(word: String) -> Vec<String> {
    let parts = JOINED.iter().find_map(|(load, english)| {
        let rest = word.strip_prefix(load)?;
        (rest.len() > 2).then(|| vec![(*english).to_owned(), rest.to_owned()])
    });
    parts.unwrap_or_else(|| vec![word])
}

/// The singular of an Italian plural: "stacchi rumeni" is "stacco rumeno". Both sides of a comparison pass through it.
fn singular(word: String) -> String {
    match word.strip_suffix("chi").map(|stem| format!("{stem}co")) {
        Some(singular) => singular,
        None => match word.strip_suffix('i') {
            Some(stem) if stem.len() > 3 => format!("{stem}o"),
            _ => word,
        },
    }
}

/// True for a name that programs mean different exercises by.
pub(super) fn is_ambiguous(words: &[String]) -> bool {
    AMBIGUOUS.iter().any(|name| words == *name)
}

/// The name without pauses, handles, and weight that is added or taken off; `None` where it says nothing of these, or
/// nothing else.
pub(super) fn without_details(words: &[String]) -> Option<Vec<String>> {
    let mut rest: Vec<String> = words.to_vec();
    for handle in HANDLES {
        if let Some(at) = rest.windows(handle.len()).position(|part| part == handle) {
            rest.drain(at..at + handle.len());
        }
    }
    // "Pushdown with bar": no other word says which bar.
    let bar = rest.len().checked_sub(1).filter(|at| rest[*at] == "bar");
    if let Some(at) = bar {
        rest.remove(at);
    }
    let says_nothing = [ROPES.as_slice(), DETAILS, ASSISTED];
    rest.retain(|word| {
        !says_nothing
            .iter()
            .any(|words| words.contains(&word.as_str()))
    });
    (!rest.is_empty() && rest.len() < words.len()).then_some(rest)
}

/// True for a name that says that a rope is held on to.
pub(super) fn has_rope(words: &[String]) -> bool {
    words.iter().any(|word| ROPES.contains(&word.as_str()))
}

/// The name without its grip; `None` where it names none, or nothing else.
pub(super) fn without_grip(words: &[String]) -> Option<Vec<String>> {
    if !words.iter().any(|word| GRIPS.contains(&word.as_str())) {
        return None;
    }
    let tells =
        |word: &&String| !GRIPS.contains(&word.as_str()) && !GRIP_KINDS.contains(&word.as_str());
    let rest: Vec<String> = words.iter().filter(tells).cloned().collect();
    (!rest.is_empty()).then_some(rest)
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

/// Other loads, as the plain words have them.
pub(super) const BARBELL: &str = "barbell";
pub(super) const DUMBBELL: &str = "dumbbell";
pub(super) const KETTLEBELL: &str = "kettlebell";
pub(super) const CABLE: &str = "cable";

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
pub(crate) fn is_assisted(name: &str) -> bool {
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
