//! Cuts what people write into numbers, words and signs, each with its place.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum TokenKind {
    /// A figure; see [`NumberToken`].
    Number(NumberToken),
    /// Letters.
    Word,
    /// One character that is neither.
    Sign(char),
}

/// A figure as it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum NumberToken {
    /// A plain number.
    Plain(f64),
    /// A number that is either thousands or a decimal fraction: `30.000`, `1,609`.
    Grouped {
        /// With the mark between thousands.
        thousands: f64,
        /// With the mark before decimals.
        decimal: f64,
    },
    /// Two or three numbers with colons between them.
    Clock {
        /// The numbers, the last of two being followed by `None`.
        parts: [Option<u32>; 3],
    },
    /// Digits that are no believable figure, such as a telephone number.
    Odd,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: TokenKind,
    /// Lower case, without accents; for a figure its digits.
    pub(super) norm: String,
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Where it ends, in bytes.
    pub(super) end: usize,
    /// True when white space stands before it, or nothing.
    pub(super) spaced: bool,
}

impl Token {
    pub(super) fn is(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }
}

/// No text between two line breaks has more tokens that are read; what is behind them is a note.
pub(super) const MOST_TOKENS: usize = 400;

/// The tokens of a text.
pub(super) fn scan(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    let mut spaced = true;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if tokens.len() >= MOST_TOKENS {
            break;
        }
        // A line break within a cell separates like a semicolon.
        if (c.is_whitespace() && c != '\n') || is_invisible(c) {
            spaced = true;
            at += c.len_utf8();
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let (kind, length) = if c.is_ascii_digit() {
            // Behind a comma of a list, the next comma is one of the list as well.
            let list = matches!(tokens.as_slice(), [.., before, comma]
                if comma.is(',') && !comma.spaced && !spaced && matches!(before.kind, TokenKind::Number(_)));
            let (figure, length) = number(rest, list);
            (TokenKind::Number(figure), length)
        } else if let Some(value) = fraction_sign(c) {
            (TokenKind::Number(NumberToken::Plain(value)), c.len_utf8())
        } else if is_letter(c) {
            // "3xmax" is a count and a word.
            let counted = matches!(c, 'x' | 'X')
                && !spaced
                && tokens
                    .last()
                    .is_some_and(|last| matches!(last.kind, TokenKind::Number(_)));
            (TokenKind::Word, if counted { 1 } else { word_length(rest) })
        } else {
            (TokenKind::Sign(plain_sign(c)), c.len_utf8())
        };
        let end = at + length;
        let written = text.get(at..end).unwrap_or_default();
        tokens.push(Token {
            kind,
            norm: fold(written),
            start: at,
            end,
            spaced,
        });
        spaced = false;
        at = end;
    }
    joined_fractions(written_fractions(tokens))
}

/// `2 1/2` is one number; `1/2` alone stays what it is, since `10x1/1` is none.
fn written_fractions(tokens: Vec<Token>) -> Vec<Token> {
    let plain = |token: &Token| match token.kind {
        TokenKind::Number(NumberToken::Plain(value)) if value.fract() == 0.0 => Some(value),
        _ => None,
    };
    let mut all: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut rest = tokens.as_slice();
    while let Some(first) = rest.first() {
        if let [whole, upper, slash, lower, ..] = rest
            && let (Some(value), Some(part), Some(of)) = (plain(whole), plain(upper), plain(lower))
            && slash.is('/')
            && upper.spaced
            && !slash.spaced
            && !lower.spaced
            && part < of
            && of <= 4.0
        {
            all.push(Token {
                kind: TokenKind::Number(NumberToken::Plain(value + part / of)),
                end: lower.end,
                ..whole.clone()
            });
            rest = rest.get(4..).unwrap_or_default();
            continue;
        }
        all.push(first.clone());
        rest = rest.get(1..).unwrap_or_default();
    }
    all
}

/// Marks of direction and width that no reader sees.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe0f}')
}

fn fraction_sign(c: char) -> Option<f64> {
    match c {
        '½' => Some(0.5),
        '¼' => Some(0.25),
        '¾' => Some(0.75),
        '⅓' => Some(1.0 / 3.0),
        '⅔' => Some(2.0 / 3.0),
        _ => None,
    }
}

/// `2½` and `2 ½` are one number.
fn joined_fractions(tokens: Vec<Token>) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if let TokenKind::Number(NumberToken::Plain(part)) = token.kind
            && part > 0.0
            && part < 1.0
            && !token.norm.starts_with('0')
            && let Some(last) = all.last_mut()
            && let TokenKind::Number(NumberToken::Plain(whole)) = last.kind
            && whole.fract() == 0.0
        {
            last.kind = TokenKind::Number(NumberToken::Plain(whole + part));
            last.end = token.end;
            continue;
        }
        all.push(token);
    }
    all
}

fn plain_sign(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '−' | '―' => '-',
        '×' | '✕' | '✖' | '∗' => '*',
        '’' | '′' | '‘' | '`' | '´' | 'ʼ' => '\'',
        '″' | '“' | '”' | '„' | '«' | '»' => '"',
        '•' | '·' | '●' | '▪' | '◦' | '►' | '➤' | '→' => '•',
        '|' | '¦' => '|',
        c => c,
    }
}

/// Letters, and the digits of other scripts, which are words nobody reads here.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || (c.is_numeric() && !c.is_ascii_digit())
}

/// Letters, with apostrophes inside kept out, so that `l'échauffement` is two words.
fn word_length(rest: &str) -> usize {
    rest.char_indices()
        .find(|(_, c)| !is_letter(*c))
        .map_or(rest.len(), |(at, _)| at)
}

/// A figure and its length. Dots, commas and colons belong to it where digits follow.
fn number(rest: &str, list: bool) -> (NumberToken, usize) {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',' | b':')) && digit(end + 1)) {
        end += 1;
    }
    let mut written = rest.get(..end).unwrap_or_default();
    // A list such as `1,2,3,2,1` or `5,5,4` is several numbers; so is a date such as 24.11.2026 for its own reader.
    let marks = written.matches([',', '.']).count();
    if !written.contains(':') && (marks > 1 && !is_grouped(written) || list && marks > 0) {
        let first = written.find([',', '.']).unwrap_or(written.len());
        written = written.get(..first).unwrap_or_default();
    }
    (figure(written), written.len())
}

/// `1.609,3`, `12,345,678`: groups of three digits, all with the same mark, and at most a fraction behind another.
fn is_grouped(written: &str) -> bool {
    let Some(mark) = written.chars().find(|c| matches!(c, '.' | ',')) else {
        return false;
    };
    let other = if mark == '.' { ',' } else { '.' };
    let (whole, fraction) = written.split_once(other).unwrap_or((written, "0"));
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && groups.all(|group| group.len() == 3)
        && !fraction.contains(['.', ','])
}

fn figure(written: &str) -> NumberToken {
    if written.contains(':') {
        return clock(written);
    }
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    if digits > 9 {
        return NumberToken::Odd;
    }
    let marks: Vec<char> = written.chars().filter(|c| matches!(c, '.' | ',')).collect();
    match marks.as_slice() {
        [] => written.parse().map_or(NumberToken::Odd, NumberToken::Plain),
        [mark] => {
            let (whole, fraction) = written.split_once(*mark).unwrap_or((written, ""));
            let decimal: f64 = format!("{whole}.{fraction}").parse().unwrap_or_default();
            let thousands = format!("{whole}{fraction}").parse().unwrap_or_default();
            if fraction.len() == 3 && whole.len() <= 3 && !whole.starts_with('0') {
                NumberToken::Grouped { thousands, decimal }
            } else {
                NumberToken::Plain(decimal)
            }
        }
        [first, .., last] if first != last => {
            let (whole, fraction) = written.split_once(*last).unwrap_or((written, ""));
            let whole = whole.replace(*first, "");
            format!("{whole}.{fraction}")
                .parse()
                .map_or(NumberToken::Odd, NumberToken::Plain)
        }
        [mark, ..] => written
            .replace(*mark, "")
            .parse()
            .map_or(NumberToken::Odd, NumberToken::Plain),
    }
}

fn clock(written: &str) -> NumberToken {
    let mut parts = [None; 3];
    for (at, part) in written.split(':').enumerate() {
        let Some(place) = parts.get_mut(at) else {
            return NumberToken::Odd;
        };
        let short = part.len() <= 3;
        *place = part.parse::<u32>().ok().filter(|_| short);
        if place.is_none() {
            // 1:30.5 and the like: the fraction of a second is of no use.
            let whole = part.split(['.', ',']).next().unwrap_or_default();
            *place = whole.parse().ok().filter(|_| at > 0);
            if place.is_none() {
                return NumberToken::Odd;
            }
        }
    }
    let later_fit = parts.iter().skip(1).flatten().all(|part| *part < 60);
    if later_fit {
        NumberToken::Clock { parts }
    } else {
        NumberToken::Odd
    }
}

/// Lower case without the accents of the six languages.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => folded.push('a'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ç' => folded.push('c'),
            'ñ' => folded.push('n'),
            'ß' => folded.push_str("ss"),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            // Combining accents, as some systems write them.
            '\u{300}'..='\u{36f}' => {}
            c => folded.push(c),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn norms(text: &str) -> Vec<String> {
        scan(text).into_iter().map(|token| token.norm).collect()
    }

    fn first(text: &str) -> NumberToken {
        match scan(text).first().map(|token| token.kind) {
            Some(TokenKind::Number(figure)) => figure,
            _ => NumberToken::Odd,
        }
    }

    #[test]
    fn figures_words_and_signs_stand_apart() {
        assert_eq!(norms("6x800m"), ["6", "x", "800", "m"]);
        assert_eq!(norms("Z2 1h15"), ["z", "2", "1", "h", "15"]);
        assert_eq!(norms("l'échauffement"), ["l", "'", "echauffement"]);
        assert_eq!(norms("1,2,3"), ["1", ",", "2", ",", "3"]);
    }

    #[test]
    fn marks_within_figures_are_weighed() {
        assert_eq!(first("7,5km"), NumberToken::Plain(7.5));
        assert_eq!(first("1.609,3 m"), NumberToken::Plain(1609.3));
        assert_eq!(
            first("30.000m"),
            NumberToken::Grouped {
                thousands: 30_000.0,
                decimal: 30.0
            }
        );
        assert_eq!(first("2½ h"), NumberToken::Plain(2.5));
        assert_eq!(
            first("1:45:00"),
            NumberToken::Clock {
                parts: [Some(1), Some(45), Some(0)]
            }
        );
        assert_eq!(first("4:75"), NumberToken::Odd);
        assert_eq!(first("0171234567890"), NumberToken::Odd);
    }

    proptest! {
        #[test]
        fn places_lie_in_the_text(text in any::<String>()) {
            let mut last = 0;
            for token in scan(&text) {
                prop_assert!(token.start >= last && token.end > token.start);
                prop_assert!(text.get(token.start..token.end).is_some());
                last = token.end;
            }
        }
    }
}
