//! Places where a very long word may break.
//!
//! Names are never hyphenated, yet a name of 300 letters must not run over the edge of its column.
//! A zero-width space lets it break and prints nothing.

/// Words up to this many characters fit the narrowest column and stay whole.
const LONGEST_WHOLE: usize = 13;
/// Letters of joined scripts change shape at a break, so that their words get as few as will do.
const JOINED_RUN: usize = 10;

const BREAK: char = '\u{200B}';

/// `text` with break opportunities in its very long words, and without control characters, which no font can show.
pub(super) fn breakable(text: &str) -> String {
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
