//! A RON text as a tree of values, each with where it stands: for changes that leave all the rest of the text alone.

use super::scan::{self, Token};

/// A value in a text.
#[derive(Debug)]
pub(super) struct Node {
    /// Its first byte.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
    /// The word before the brackets.
    pub(super) choice: Option<String>,
    /// What is in the brackets.
    pub(super) content: Content,
}

/// What the brackets of a value hold.
#[derive(Debug)]
pub(super) enum Content {
    /// `(name: value)`, and `{key: value}`, whose keys are as they are written but for quotes.
    Fields(Vec<(String, Node)>),
    /// `(value, value)`.
    Values(Vec<Node>),
    /// `[value, value]`.
    List(Vec<Node>),
    /// Anything without a bracket.
    Plain,
}

impl Node {
    /// Reads a text; `None` when its brackets do not match.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let tokens: Vec<(usize, Token)> = scan::tokens(text).collect();
        let mut parser = Parser {
            text,
            tokens: &tokens,
            at: 0,
        };
        parser.value()
    }

    /// What stands alone in the brackets of a choice.
    pub(super) fn only_value(&self) -> Option<&Self> {
        match &self.content {
            Content::Values(values) if self.choice.is_some() && values.len() == 1 => values.first(),
            _ => None,
        }
    }

    /// What tells it from others of a list: its first field, or all of it.
    pub(super) fn key<'a>(&self, text: &'a str) -> &'a str {
        let node = match &self.content {
            Content::Fields(fields) => fields.first().map_or(self, |(_, first)| first),
            _ => self,
        };
        text.get(node.start..node.end).unwrap_or_default()
    }
}

struct Parser<'a> {
    text: &'a str,
    tokens: &'a [(usize, Token<'a>)],
    at: usize,
}

impl Parser<'_> {
    fn peek(&self, ahead: usize) -> Option<Token<'_>> {
        self.tokens.get(self.at + ahead).map(|(_, token)| *token)
    }

    /// The byte after the token before.
    fn end(&self) -> usize {
        let Some((start, token)) = self.at.checked_sub(1).and_then(|at| self.tokens.get(at)) else {
            return 0;
        };
        start
            + match token {
                Token::Word(piece) | Token::Quoted(piece) | Token::Number(piece) => piece.len(),
                Token::Mark(mark) => mark.len_utf8(),
            }
    }

    /// Reads a value up to the comma or bracket that ends it.
    fn value(&mut self) -> Option<Node> {
        let (start, _) = *self.tokens.get(self.at)?;
        let mut choice = None;
        let mut content = Content::Plain;
        while let Some(token) = self.peek(0) {
            match token {
                Token::Mark(',' | ')' | ']' | '}' | ':') => break,
                Token::Mark('(') => content = self.round()?,
                Token::Mark('[') => content = Content::List(self.entries(']')?),
                Token::Mark('{') => content = self.map()?,
                Token::Word(word) => {
                    choice = Some(word.to_owned());
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
        Some(Node {
            start,
            end: self.end(),
            choice,
            content,
        })
    }

    fn round(&mut self) -> Option<Content> {
        let named =
            matches!(self.peek(1), Some(Token::Word(_))) && self.peek(2) == Some(Token::Mark(':'));
        if !named && self.peek(1) != Some(Token::Mark(')')) {
            return self.entries(')').map(Content::Values);
        }
        self.fields(')')
    }

    fn map(&mut self) -> Option<Content> {
        self.fields('}')
    }

    fn fields(&mut self, close: char) -> Option<Content> {
        let mut fields = Vec::new();
        self.at += 1;
        while self.peek(0)? != Token::Mark(close) {
            let key = self.value()?;
            let name = self
                .text
                .get(key.start..key.end)?
                .trim_matches('"')
                .to_owned();
            if self.peek(0)? != Token::Mark(':') {
                return None;
            }
            self.at += 1;
            fields.push((name, self.value()?));
            self.comma();
        }
        self.at += 1;
        Some(Content::Fields(fields))
    }

    fn entries(&mut self, close: char) -> Option<Vec<Node>> {
        let mut entries = Vec::new();
        self.at += 1;
        while self.peek(0)? != Token::Mark(close) {
            entries.push(self.value()?);
            self.comma();
        }
        self.at += 1;
        Some(entries)
    }

    fn comma(&mut self) {
        if self.peek(0) == Some(Token::Mark(',')) {
            self.at += 1;
        }
    }
}
