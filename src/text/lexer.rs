//! Cuts a line of plan text into words, quoted notes and separators, each with its column.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Anything without white space, separators or quotes in it.
    Word,
    /// Text in quotes, without them.
    Quoted,
    /// Text whose closing quote is missing; it runs to the end of the line.
    Unclosed,
    /// `@`, the sign of a pace or a load.
    At,
    /// `,` between two things; a decimal comma belongs to its word.
    Comma,
    /// `;` between two sessions of a day.
    Semicolon,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// What it is.
    pub(super) kind: TokenKind,
    /// As it was written, with its quotes.
    pub(super) text: &'a str,
    /// For a word: in lower case, with plain hyphens, a plain `x` and decimal points. For a quote: its text.
    pub(super) norm: String,
    /// Column of its first character, from 1, in characters.
    pub(super) column: usize,
}

/// The tokens of a line. A `#` that begins a word begins a comment, which is left out.
pub(super) fn lex(line: &str) -> Vec<Token<'_>> {
    lex_from(line, 1)
}

/// The tokens of the end of a line, which begins in `column`.
pub(super) fn lex_from(text: &str, column: usize) -> Vec<Token<'_>> {
    let mut scanner = Scanner {
        rest: text,
        column,
        after_space: true,
    };
    let mut tokens = Vec::new();
    while let Some(token) = scanner.token() {
        tokens.push(token);
    }
    tokens
}

struct Scanner<'a> {
    rest: &'a str,
    column: usize,
    after_space: bool,
}

impl<'a> Scanner<'a> {
    fn token(&mut self) -> Option<Token<'a>> {
        let blank = self
            .rest
            .find(|c: char| !c.is_whitespace())
            .unwrap_or(self.rest.len());
        if blank > 0 {
            self.after_space = true;
            self.take(blank);
        }
        let first = self.rest.chars().next()?;
        if first == '#' && self.after_space {
            return None;
        }
        self.after_space = false;
        match first {
            '"' | '“' | '”' | '„' => Some(self.quoted(first)),
            '@' => Some(self.sign(TokenKind::At)),
            ',' => Some(self.sign(TokenKind::Comma)),
            ';' => Some(self.sign(TokenKind::Semicolon)),
            _ => Some(self.word()),
        }
    }

    /// Moves on by `bytes`, which end on a character.
    fn take(&mut self, bytes: usize) -> (&'a str, usize) {
        let (taken, rest) = self.rest.split_at(bytes);
        let column = self.column;
        self.column += taken.chars().count();
        self.rest = rest;
        (taken, column)
    }

    fn sign(&mut self, kind: TokenKind) -> Token<'a> {
        let (text, column) = self.take(1);
        Token {
            kind,
            text,
            norm: text.to_owned(),
            column,
        }
    }

    fn word(&mut self) -> Token<'a> {
        let mut end = self.rest.len();
        let mut before = None;
        for (at, c) in self.rest.char_indices() {
            let after = self.rest[at + c.len_utf8()..].chars().next();
            let decimal_comma = c == ','
                && before.is_some_and(|c: char| c.is_ascii_digit())
                && after.is_some_and(|c| c.is_ascii_digit());
            let ends = c.is_whitespace()
                || matches!(c, '"' | '“' | '”' | '„' | '@' | ';')
                || (c == ',' && !decimal_comma);
            if ends {
                end = at;
                break;
            }
            before = Some(c);
        }
        let (text, column) = self.take(end);
        Token {
            kind: TokenKind::Word,
            text,
            norm: normal(text),
            column,
        }
    }

    fn quoted(&mut self, open: char) -> Token<'a> {
        let closes = |c: char| {
            if open == '"' {
                c == '"'
            } else {
                matches!(c, '"' | '“' | '”')
            }
        };
        let mut text = String::new();
        let mut chars = self.rest.char_indices().skip(1).peekable();
        let mut end = None;
        while let Some((at, c)) = chars.next() {
            if closes(c) {
                end = Some(at + c.len_utf8());
                break;
            }
            let escaped = if c == '\\' {
                chars.peek().and_then(|&(_, c)| unescape(c))
            } else {
                None
            };
            if escaped.is_some() {
                chars.next();
            }
            text.push(escaped.unwrap_or(c));
        }
        let kind = if end.is_some() {
            TokenKind::Quoted
        } else {
            TokenKind::Unclosed
        };
        let (raw, column) = self.take(end.unwrap_or(self.rest.len()));
        Token {
            kind,
            text: raw,
            norm: text,
            column,
        }
    }
}

/// What a character means after a backslash; nothing for those that mean themselves with it.
fn unescape(c: char) -> Option<char> {
    match c {
        '"' | '\\' => Some(c),
        'n' => Some('\n'),
        'r' => Some('\r'),
        _ => None,
    }
}

/// A text in quotes that [`lex`] reads back as it was.
pub(super) fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Lower case, and one form for the hyphens, crosses, primes and commas that keyboards and mail programs make.
pub(super) fn normal(text: &str) -> String {
    let plain = |c: char| match c {
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '×' | '✕' => 'x',
        '’' | '′' => '\'',
        ',' => '.',
        _ => c,
    };
    text.chars()
        .map(plain)
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn norms(line: &str) -> Vec<String> {
        lex(line).into_iter().map(|token| token.norm).collect()
    }

    #[test]
    fn words_are_cut_at_spaces_commas_and_signs() {
        assert_eq!(
            norms("Thu  6×800m @4:05/km, WU 2,5km"),
            ["thu", "6x800m", "@", "4:05/km", ",", "wu", "2.5km"]
        );
        assert_eq!(norms("8km; strength"), ["8km", ";", "strength"]);
    }

    #[test]
    fn columns_count_characters() {
        let tokens = lex("\tSün  „früh“ x");
        let columns: Vec<_> = tokens.iter().map(|token| token.column).collect();
        assert_eq!(columns, [2, 7, 14]);
        assert_eq!(tokens[1].norm, "früh");
    }

    #[test]
    fn comments_begin_only_words() {
        assert_eq!(norms("easy # all day"), ["easy"]);
        assert_eq!(norms("easy \"# 1\" a#b"), ["easy", "# 1", "a#b"]);
    }

    #[test]
    fn an_open_quote_is_seen() {
        assert_eq!(
            lex("easy \"last").last().map(|token| token.kind),
            Some(TokenKind::Unclosed)
        );
    }

    proptest! {
        #[test]
        fn quotes_read_back(text in any::<String>()) {
            let quoted = quote(&text);
            prop_assert!(!quoted.contains('\n'));
            let tokens = lex(&quoted);
            prop_assert_eq!(tokens.len(), 1);
            prop_assert_eq!(&tokens[0].norm, &text);
        }

        #[test]
        fn no_character_is_lost(line in any::<String>()) {
            let seen: usize = lex(&line.replace('#', "")).iter().map(|t| t.text.len()).sum();
            let spaces: usize = line.chars().filter(|c| c.is_whitespace()).map(char::len_utf8).sum();
            let hashes = line.matches('#').count();
            prop_assert!(seen + hashes <= line.len() && seen + hashes + spaces >= line.len());
        }
    }
}
