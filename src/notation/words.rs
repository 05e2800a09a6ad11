//! Cuts the short texts of fields into words.

/// A word of a field: as it was typed, and in the form that readers know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As it was typed.
    pub(super) typed: String,
    /// In lower case, with plain hyphens, a plain `x` and decimal points.
    pub(super) plain: String,
}

/// The words of a field. Commas, middle dots and semicolons between them only separate; `at` is an `@`.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut spaced = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let decimal = before.is_ascii_digit() && letters.peek().is_some_and(char::is_ascii_digit);
        match letter {
            '@' => spaced.push_str(" @ "),
            ',' | '.' if decimal => spaced.push(letter),
            ',' | '.' | ';' | '·' => spaced.push(' '),
            '″' | '”' | '"' => spaced.push('s'),
            letter => spaced.push(letter),
        }
        before = letter;
    }
    let words = spaced.split_whitespace().map(|typed| Word {
        typed: typed.to_owned(),
        plain: plain(typed),
    });
    words.collect()
}

/// Lower case, and one form for the hyphens, crosses, primes and commas that keyboards and mail programs make.
pub(super) fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let plain: String = lower
        .chars()
        .map(|c| match c {
            '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
            '×' | '✕' => 'x',
            '’' | '′' => '\'',
            ',' => '.',
            c => c,
        })
        .collect();
    if plain == "at" { "@".to_owned() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plains(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.plain).collect()
    }

    #[test]
    fn commas_are_decimals_only_within_a_figure() {
        assert_eq!(plains("1,5 km, 2.5"), ["1.5", "km", "2.5"]);
        assert_eq!(plains("400m,jog 2km."), ["400m", "jog", "2km"]);
    }

    #[test]
    fn signs_and_primes_have_one_form() {
        assert_eq!(
            plains("6 × 800 m at 4:05"),
            ["6", "x", "800", "m", "@", "4:05"]
        );
        assert_eq!(plains("10′@150–160bpm"), ["10'", "@", "150-160bpm"]);
        assert_eq!(plains("90″ · warm-up"), ["90s", "warm-up"]);
    }
}
