//! The words of a RON text, without its meaning: enough to read a file's head and to find bad figures.

/// A word of a RON text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A name, such as a field's.
    Word(&'a str),
    /// A string or character with its quotes, escapes unresolved.
    Quoted(&'a str),
    /// A number.
    Number(&'a str),
    /// Anything else: brackets, colons, commas, signs.
    Mark(char),
}

/// The tokens of `text` with the byte each begins at. Comments are left out; an unfinished string or
/// comment ends the iteration, so that a head cut off anywhere can be read.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = (usize, Token<'_>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += blank(text.get(at..)?)?;
        let rest = text.get(at..)?;
        let first = rest.chars().next()?;
        let start = at;
        let length = match first {
            '"' => quoted(rest, '"')?,
            '\'' => character(rest)?,
            'r' => raw_string(rest).unwrap_or_else(|| run(rest, is_word)),
            c if is_word(c) && !c.is_ascii_digit() => run(rest, is_word),
            c if c.is_ascii_digit() => run(rest, is_number),
            c => c.len_utf8(),
        };
        at += length;
        let piece = rest.get(..length)?;
        let token = match first {
            '"' | '\'' => Token::Quoted(piece),
            'r' if piece.ends_with(['"', '#']) => Token::Quoted(piece),
            c if c.is_ascii_digit() => Token::Number(piece),
            c if is_word(c) => Token::Word(piece),
            c => Token::Mark(c),
        };
        Some((start, token))
    })
}

/// A figure no document may hold, and the byte it stands at: `NaN`, `inf`, or a number too large for one.
pub(super) fn not_finite(text: &str) -> Option<(usize, &str)> {
    if !may_hold_odd_figures(text) {
        return None;
    }
    tokens(text).find_map(|(at, token)| match token {
        Token::Word(word @ ("inf" | "inff32" | "inff64" | "NaN" | "NaNf32" | "NaNf64")) => {
            Some((at, word))
        }
        Token::Number(number) if overflows(number) => Some((at, number)),
        _ => None,
    })
}

/// Whether the tokens are worth a look. Opening ten years of logs waits for this, and hardly any file has a figure
/// with an exponent, so a pass over the bytes answers for nearly all of them; in doubt the answer is yes.
fn may_hold_odd_figures(text: &str) -> bool {
    /// Digits in a row that a number within the range may have.
    const LONGEST: usize = 200;
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut digits = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = &bytes[at..];
        if byte.is_ascii_digit() {
            digits += 1;
            if has_exponent(rest) || digits > LONGEST {
                return true;
            }
            at += 1;
            continue;
        }
        digits = 0;
        // `1.e400` and `1_e400` are numbers too.
        if matches!(byte, b'.' | b'_') && has_exponent(rest) {
            return true;
        }
        match byte {
            b'"' => match end_of_string(rest) {
                Some(length) => at += length,
                None => return true,
            },
            b'i' if rest.starts_with(b"inf") => return true,
            b'N' if rest.starts_with(b"NaN") => return true,
            // Leave raw strings, characters and comments to the full parser.
            b'#' | b'/' | b'\'' => return true,
            b'r' if rest.starts_with(b"r\"") => return true,
            _ => at += 1,
        }
    }
    false
}

/// Whether an exponent may come after the first of these bytes.
fn has_exponent(bytes: &[u8]) -> bool {
    matches!(bytes.get(1), Some(b'e' | b'E'))
}

/// How many bytes the string takes that `bytes` begin with, quotes included; `None` when it does not end.
fn end_of_string(bytes: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// Line and column, both from 1, the column in characters, of a byte of `text`.
pub(super) fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count()
        + 1;
    (line, column)
}

/// Only an exponent or hundreds of digits can take a number out of range, so that the rest is not parsed twice.
fn overflows(number: &str) -> bool {
    let suspect = number.len() > 300 || number.contains(['e', 'E']);
    if !suspect || number.starts_with("0x") {
        return false;
    }
    let plain = number.replace('_', "");
    let typed = plain.strip_suffix("f32").or(plain.strip_suffix("f64"));
    let value = typed.unwrap_or(&plain).parse::<f64>();
    value.is_ok_and(f64::is_infinite)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_number(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-')
}

/// Bytes of the leading characters that belong together.
fn run(text: &str, belongs: fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// Bytes of leading space and comments; `None` when a comment does not end.
fn blank(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = text.get(at..)?;
        let trimmed = rest.trim_start();
        at += rest.len() - trimmed.len();
        if trimmed.starts_with("//") {
            at += trimmed.find('\n')?;
        } else if trimmed.starts_with("/*") {
            at += block_comment(trimmed)?;
        } else {
            return Some(at);
        }
    }
}

/// Bytes of a leading block comment, which may hold others.
fn block_comment(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        let rest = text.get(at..)?;
        let next = rest.find(['/', '*'])?;
        let here = rest.get(next..)?;
        at += next + 1;
        if here.starts_with("/*") {
            depth += 1;
            at += 1;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
}

/// Bytes of a leading string in `quote`s, where a backslash hides the next character.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let mut hidden = false;
    for (at, c) in text.char_indices().skip(1) {
        if hidden {
            hidden = false;
        } else if c == '\\' {
            hidden = true;
        } else if c == quote {
            return Some(at + c.len_utf8());
        }
    }
    None
}

/// Bytes of a leading character literal; its content may be the quote of a string.
fn character(text: &str) -> Option<usize> {
    quoted(text, '\'')
}

/// Bytes of a leading `r"…"` or `r#"…"#`; `None` when it is something else.
fn raw_string(text: &str) -> Option<usize> {
    let body = text.strip_prefix('r')?;
    let hashes = run(body, |c| c == '#');
    let open = 1 + hashes;
    let inside = text.get(open..)?.strip_prefix('"')?;
    let end = format!("\"{}", body.get(..hashes)?);
    let close = inside.find(&end)?;
    Some(open + 1 + close + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_figures_are_found_only_outside_of_strings_and_comments() {
        let clear = "(a: \"NaN inf\", /* NaN /* inf */ */ b: 1e3, // inf\n c: r#\"NaN\"#, d: '\\'', information: 1)";
        assert_eq!(not_finite(clear), None);
        for (text, at) in [
            ("(a: NaN)", 4),
            ("(a: -inf)", 5),
            ("(a: 1e999)", 4),
            ("[1.0, inff64]", 6),
            ("(a: 1.e400)", 4),
            ("(a: 1_e400)", 4),
            ("(a: .5e400)", 5),
            ("(a: 1e400f64)", 4),
            ("(a: 1_.E+400)", 4),
        ] {
            assert_eq!(not_finite(text).map(|(at, _)| at), Some(at), "{text}");
        }
    }

    #[test]
    fn a_number_of_many_digits_is_found_with_and_without_an_exponent() {
        let long = format!("(a: {})", "9".repeat(400));
        assert_eq!(not_finite(&long).map(|(at, _)| at), Some(4));
        for fine in [
            "(a: 1.5e3, weight_e: 2, b: 1.0)",
            "(a: 0.1234567890123456789012345678901234)",
        ] {
            assert_eq!(not_finite(fine), None, "{fine}");
        }
    }

    #[test]
    fn positions_count_characters() {
        let text = "(\n  \"č\", x)";
        let at = text.find('x').unwrap();
        assert_eq!(position(text, at), (2, 8));
    }

    #[test]
    fn a_text_cut_off_anywhere_ends_quietly() {
        let text = "(version: 1, /* č */ name: \"A\\\"č\", raw: r#\"x\"#, letter: 'č')";
        for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
            assert!(tokens(&text[..end]).count() <= tokens(text).count());
        }
    }
}
