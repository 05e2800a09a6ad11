//! Where a line may break, and where it may not.
//!
//! Names are never hyphenated, yet a name of 300 letters must not run over the edge of its column:
//! a zero-width space lets it break and prints nothing. A figure, in turn, keeps its unit on its line.

/// Words up to this many characters fit the narrowest column and stay whole.
const LONGEST_WHOLE: usize = 13;
/// Letters of joined scripts change shape at a break, so that their words get as few as will do.
const JOINED_RUN: usize = 10;

const BREAK: char = '\u{200B}';
const FIXED_SPACE: char = '\u{A0}';
const NO_BREAK: char = '\u{2060}';

/// What stays on the line of the figure before it.
const UNITS: [&str; 12] = [
    "km", "mi", "m", "kg", "lb", "min", "h", "s", "%", "bpm", "/km", "/mi",
];

/// `text` with its figures kept whole, break opportunities in its very long words, and no control characters,
/// which no font can show.
pub(super) fn set_breaks(text: &str) -> String {
    breakable(&keep_figures(text))
}

/// Ties numbers to their units and factors: "6 × 800 m", "@ 4:05 /km", "400 m jog", "3 × 10 / side".
fn keep_figures(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut before, mut ties_on) = ("", Tie::Loose);
    for piece in text.split_inclusive(' ') {
        let word = piece.trim_end_matches(' ');
        let tie = Tie::of(before, ties_on, word);
        if tie != Tie::Loose && out.ends_with(' ') {
            out.pop();
            out.push(FIXED_SPACE);
        }
        match piece.strip_prefix('/') {
            // A slash is a place to break, but not the one before "km".
            Some(rest) if tie == Tie::Unit => {
                out.extend(['/', NO_BREAK].into_iter().chain(rest.chars()));
            }
            _ => out.push_str(piece),
        }
        (before, ties_on) = (word, tie);
    }
    out
}

/// What a word is to the word before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// Nothing: the line may break between them.
    Loose,
    /// The unit of a figure.
    Unit,
    /// Anything else that belongs to the word before it.
    Close,
}

impl Tie {
    fn of(before: &str, before_is: Self, word: &str) -> Self {
        let is_figure = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
        match before {
            "@" | "×" | "RIR" | "RPE" if is_figure(word) => Self::Close,
            _ if is_figure(before) && bare == "×" => Self::Close,
            _ if is_figure(before) && UNITS.contains(&bare) => Self::Unit,
            _ if before_is == Self::Unit && matches!(bare, "jog" | "walk" | "more" | "less") => {
                Self::Close
            }
            "sheet" if bare.len() == 1 => Self::Close,
            _ if bare == "/" && (is_figure(before) || before_is == Self::Unit) => Self::Close,
            "/" if before_is == Self::Close => Self::Close,
            _ => Self::Loose,
        }
    }
}

fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars() {
        if c == '\n' || c.is_whitespace() {
            push_word(&mut out, &word);
            word.clear();
            out.push(c);
        } else if !c.is_control() {
            word.push(c);
        }
    }
    push_word(&mut out, &word);
    out
}

fn push_word(out: &mut String, word: &str) {
    if word.chars().count() <= LONGEST_WHOLE {
        out.push_str(word);
        return;
    }
    let mut run = 0;
    let mut before = None;
    for c in word.chars() {
        let may_break = match before {
            None => false,
            Some(b) if clings(c) || ties(b) => false,
            Some(_) if is_separate(c) => run >= 3,
            Some(_) => run >= JOINED_RUN,
        };
        if may_break {
            out.push(BREAK);
            if !is_separate(c) {
                run = 0;
            }
        }
        out.push(c);
        run += 1;
        before = Some(c);
    }
}

/// Latin, Greek, Cyrillic and punctuation, whose letters stand by themselves.
fn is_separate(c: char) -> bool {
    c < '\u{0530}'
}

/// Belongs to the character before it: combining marks, variation selectors, skin tones.
fn clings(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}'
        | '\u{0483}'..='\u{0489}'
        | '\u{0591}'..='\u{05C7}'
        | '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06ED}'
        | '\u{0900}'..='\u{0DFF}'
        | '\u{0E31}'..='\u{0E4E}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{200B}'..='\u{200F}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{1F1E6}'..='\u{1F1FF}'
        | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0020}'..='\u{E007F}'
    )
}

/// Holds the next character to itself: joiners and whatever already breaks.
fn ties(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200D}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without_breaks(text: &str) -> String {
        text.chars().filter(|&c| c != BREAK).collect()
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        for text in [
            "Romanian deadlift",
            "6 × 800 m @ 4:05 /km, 400 m jog",
            "",
            "a\nb",
        ] {
            assert_eq!(breakable(text), text);
        }
    }

    #[test]
    fn figures_keep_their_units_on_their_line() {
        assert_eq!(
            set_breaks("6 × 800 m @ 4:05 /km, 400 m jog"),
            "6\u{A0}×\u{A0}800\u{A0}m @\u{A0}4:05\u{A0}/\u{2060}km, 400\u{A0}m\u{A0}jog"
        );
        assert_eq!(
            set_breaks("3 × 10 / side, 2 × 30 s / side"),
            "3\u{A0}×\u{A0}10\u{A0}/\u{A0}side, 2\u{A0}×\u{A0}30\u{A0}s\u{A0}/\u{A0}side"
        );
        assert_eq!(
            set_breaks("35 kg × 10, RIR 2; 45 min, RPE 3"),
            "35\u{A0}kg ×\u{A0}10, RIR\u{A0}2; 45\u{A0}min, RPE\u{A0}3"
        );
        assert_eq!(
            set_breaks("48 min, sheet A, 2–5 % of it, 20 % more"),
            "48\u{A0}min, sheet\u{A0}A, 2–5\u{A0}% of it, 20\u{A0}%\u{A0}more"
        );
        for text in [
            "last 4 miles",
            "a / b",
            "// no",
            "100 things",
            "× @ /",
            "RIR goes up",
            "  2  km",
        ] {
            assert_eq!(set_breaks(text), text);
        }
    }

    #[test]
    fn long_words_may_break_and_lose_nothing() {
        let name = "x".repeat(300);
        let text = breakable(&name);
        assert!(text.matches(BREAK).count() > 250);
        assert_eq!(without_breaks(&text), name);
    }

    #[test]
    fn marks_and_joined_emoji_stay_together() {
        let family = "👩\u{200D}👩\u{200D}👧".repeat(9);
        let text = breakable(&family);
        assert!(!text.contains("\u{200D}\u{200B}") && !text.contains("\u{200B}\u{200D}"));
        assert_eq!(without_breaks(&text), family);
        assert!(!breakable(&"e\u{301}".repeat(20)).contains("\u{200B}\u{301}"));
    }

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(breakable("a\u{7}b\u{0}c"), "abc");
    }
}
