//! Rust's words and signs, without comments and literals; and the texts among the literals.

use std::iter::Peekable;
use std::str::Chars;

/// A word or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// An identifier or a keyword.
    Word(String),
    /// A single character of punctuation.
    Sign(char),
}

impl Token {
    /// True for this word.
    pub fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }
}

/// The words and signs of a text.
pub fn tokens(text: &str) -> Vec<Token> {
    read(text).tokens
}

/// The texts in quotes, in their order, as they are written in the source.
pub fn texts(text: &str) -> Vec<String> {
    read(text).texts
}

fn read(text: &str) -> Lexer<'_> {
    let mut lexer = Lexer {
        rest: text.chars().peekable(),
        tokens: Vec::new(),
        texts: Vec::new(),
    };
    while let Some(char) = lexer.rest.next() {
        lexer.take(char);
    }
    lexer
}

struct Lexer<'a> {
    rest: Peekable<Chars<'a>>,
    tokens: Vec<Token>,
    texts: Vec<String>,
}

impl Lexer<'_> {
    fn take(&mut self, char: char) {
        match char {
            '/' if self.rest.peek() == Some(&'/') => {
                self.rest
                    .by_ref()
                    .take_while(|char| *char != '\n')
                    .for_each(drop);
            }
            '/' if self.rest.peek() == Some(&'*') => self.block_comment(),
            '"' => self.string(),
            '\'' => self.char_or_lifetime(),
            _ if is_of_word(char) => self.word(char),
            _ if char.is_whitespace() => {}
            _ => self.tokens.push(Token::Sign(char)),
        }
    }

    /// Comments stand inside each other.
    fn block_comment(&mut self) {
        let (mut depth, mut last) = (1_usize, ' ');
        self.rest.next();
        while depth > 0 {
            let Some(char) = self.rest.next() else { return };
            // A sign that opened or closed is not the half of another.
            last = match (last, char) {
                ('/', '*') => {
                    depth += 1;
                    ' '
                }
                ('*', '/') => {
                    depth -= 1;
                    ' '
                }
                _ => char,
            };
        }
    }

    fn string(&mut self) {
        let mut text = String::new();
        while let Some(char) = self.rest.next() {
            match char {
                '\\' => {
                    text.push(char);
                    text.extend(self.rest.next());
                }
                '"' => break,
                _ => text.push(char),
            }
        }
        self.texts.push(text);
    }

    /// Ends with a quote and as many hashes as it began with.
    fn raw_string(&mut self, hashes: usize) {
        while let Some(char) = self.rest.next() {
            let mut closing = 0;
            while char == '"' && closing < hashes && self.rest.next_if_eq(&'#').is_some() {
                closing += 1;
            }
            if char == '"' && closing == hashes {
                return;
            }
        }
    }

    /// `'a'`, `'\n'` and `'\u{22}'` are characters, `'a` is a lifetime.
    fn char_or_lifetime(&mut self) {
        match self.rest.next() {
            Some('\\') => {
                self.rest.next();
                self.rest
                    .by_ref()
                    .take_while(|char| *char != '\'')
                    .for_each(drop);
            }
            // The name of a lifetime is no word of the program.
            Some(_) if self.rest.next_if_eq(&'\'').is_none() => {
                while self.rest.next_if(|char| is_of_word(*char)).is_some() {}
            }
            _ => {}
        }
    }

    fn word(&mut self, first: char) {
        let mut word = String::from(first);
        while let Some(char) = self.rest.next_if(|char| is_of_word(*char)) {
            word.push(char);
        }
        let raw = matches!(word.as_str(), "r" | "br" | "cr");
        match self.rest.peek() {
            Some('"') if raw => {
                self.rest.next();
                self.raw_string(0);
            }
            Some('"') if matches!(word.as_str(), "b" | "c") => {
                self.rest.next();
                self.string();
            }
            Some('\'') if word == "b" => {
                self.rest.next();
                self.char_or_lifetime();
            }
            Some('#') if raw => self.raw(),
            _ if first.is_ascii_digit() => {}
            _ => self.tokens.push(Token::Word(word)),
        }
    }

    /// After `r`: `#"text"#` or `#word`.
    fn raw(&mut self) {
        let mut hashes = 0;
        while self.rest.next_if_eq(&'#').is_some() {
            hashes += 1;
        }
        if self.rest.next_if_eq(&'"').is_some() {
            self.raw_string(hashes);
        } else if let Some(first) = self.rest.next() {
            self.word(first);
        }
    }
}

fn is_of_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

#[test]
fn comments_and_literals_are_left_out() {
    let text = r##"a /* b /* c */ d */ 'e' '\'' b'f' "g\"h" r#"i"j"# br"k" 'l: r#mod 0.5 // m
        n::o"##;
    let read: Vec<_> = tokens(text)
        .into_iter()
        .map(|token| match token {
            Token::Word(word) => word,
            Token::Sign(sign) => sign.to_string(),
        })
        .collect();
    assert_eq!(read, ["a", ":", "mod", ".", "n", ":", ":", "o"]);
    assert_eq!(texts(text), ["g\\\"h"]);
}
