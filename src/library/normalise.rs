//! One spelling for the many ways to write an exercise's name.

/// The words of `text` in lower case and singular, without apostrophes, hyphens and parentheses,
/// and with gym shorthand written out: "Farmers’ Walks" → `farmer walk`, "1-legged DB RDLs" →
/// `single leg dumbbell rdl`.
pub fn words(text: &str) -> Vec<String> {
    let plain: String = text
        .to_lowercase()
        .chars()
        .filter(|c| !is_apostrophe(*c))
        .collect();
    let split = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut words: Vec<String> = Vec::new();
    for word in split {
        let word = singular(word);
        // "One" means "single" only before a limb: "one-arm press", but "squat one".
        if matches!(
            word.as_str(),
            "leg" | "legged" | "arm" | "armed" | "side" | "sided"
        ) && let Some(last) = words
            .last_mut()
            .filter(|last| matches!(last.as_str(), "1" | "one"))
        {
            "single".clone_into(last);
        }
        match word.as_str() {
            "legged" => words.push("leg".to_owned()),
            "armed" => words.push("arm".to_owned()),
            "sided" => words.push("side".to_owned()),
            "db" => words.push("dumbbell".to_owned()),
            "kb" => words.push("kettlebell".to_owned()),
            "bb" => words.push("barbell".to_owned()),
            "bw" => words.push("bodyweight".to_owned()),
            "sl" => words.extend(["single".to_owned(), "leg".to_owned()]),
            _ => words.push(word),
        }
    }
    words
}

/// The words without the gaps, so that "pull up", "pull-up" and "pullup" are one.
pub(super) fn compact(words: &[String]) -> String {
    words.concat()
}

/// The words in alphabetical order, so that "calf raise, standing" is "standing calf raise".
pub(super) fn bag(words: &[String]) -> String {
    let mut sorted: Vec<&str> = words.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    sorted.join(" ")
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// The singular by the rules that exercise names need; both sides of a comparison pass through it, so an
/// odd stem such as `bicep` does no harm.
fn singular(word: &str) -> String {
    match word {
        "calves" => return "calf".to_owned(),
        // "Ab" would be the beginning of "abductor".
        "abs" => return word.to_owned(),
        _ => {}
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    let hissing = ["sses", "shes", "ches", "xes"]
        .iter()
        .any(|ending| word.ends_with(ending));
    if hissing && let Some(stem) = word.strip_suffix("es") {
        return stem.to_owned();
    }
    // "Press", "gluteus" and "tibialis" are singular already.
    let already = ["ss", "us", "is"]
        .iter()
        .any(|ending| word.ends_with(ending));
    match word
        .strip_suffix('s')
        .filter(|stem| !already && stem.chars().count() > 1)
    {
        Some(stem) => stem.to_owned(),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_hyphens_apostrophes_and_plurals_fall_away() {
        for (written, expected) in [
            ("Farmers’ Walks", "farmer walk"),
            ("farmer's walk", "farmer walk"),
            ("Bench Presses", "bench press"),
            ("Calf raises", "calf raise"),
            ("CALVES", "calf"),
            ("Suitcase carries", "suitcase carry"),
            ("Box-jumps (low)", "box jump low"),
            ("Tibialis raise", "tibialis raise"),
            ("90/90 hip switch", "90 90 hip switch"),
        ] {
            assert_eq!(words(written).join(" "), expected, "{written}");
        }
    }

    #[test]
    fn gym_shorthand_is_written_out() {
        assert_eq!(
            words("1-legged DB RDLs").join(" "),
            "single leg dumbbell rdl"
        );
        assert_eq!(words("SL calf raise").join(" "), "single leg calf raise");
        assert_eq!(words("One-arm press").join(" "), "single arm press");
        assert_eq!(words("Workout one").join(" "), "workout one");
    }

    #[test]
    fn gaps_and_order_can_be_ignored() {
        assert_eq!(compact(&words("Pull-ups")), compact(&words("pullup")));
        assert_eq!(
            bag(&words("Calf raise, standing")),
            bag(&words("Standing calf raise"))
        );
    }

    #[test]
    fn odd_input_gives_no_words_or_plain_ones() {
        assert!(words(" -()'’ ").is_empty());
        assert_eq!(words("s").join(" "), "s");
        assert_eq!(words("Übung ß").join(" "), "übung ß");
    }
}
