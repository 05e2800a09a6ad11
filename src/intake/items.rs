//! A fragment of the source as numbers, meanings and signs, and a record of which of them were read.

use crate::domain::{DistanceUnit, MassUnit};
use crate::library::Library;

use super::legend::Legend;
use super::lexicon::{Lexicon, Meaning};
use super::named_sessions::NamedSessions;
use super::reading::{Certainty, Choices, Guess, MarkedWord, SourceSpan};
use super::scan::{NumberToken, TokenKind, scan};
use super::votes::Votes;

/// What a reader of fragments knows of the whole.
pub(super) struct Context<'a> {
    pub(super) library: &'a Library,
    /// What the words of the whole text speak for.
    pub(super) votes: Votes,
    /// The unit of figures that have none.
    pub(super) unit: DistanceUnit,
    /// True when somebody, or the text, said the unit.
    pub(super) unit_known: bool,
    /// The unit of loads that have none.
    pub(super) mass: MassUnit,
    pub(super) legend: &'a Legend,
    pub(super) named: &'a NamedSessions,
    pub(super) choices: &'a Choices,
}

/// A number, a phrase or a sign.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub(super) kind: ItemKind,
    /// First byte within the fragment.
    pub(super) start: usize,
    /// Byte behind the last.
    pub(super) end: usize,
    /// True when white space stands before it.
    pub(super) spaced: bool,
}

/// What an item is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum ItemKind {
    Number(NumberToken),
    Word(Meaning),
    Unknown,
    Sign(char),
}

/// How an item was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nobody looked at it: it goes to the note.
    Left,
    /// Read.
    Read,
    /// Read, and not sure.
    Guessed,
    /// A word that says nothing by itself; it goes to the note only amid others that do.
    Neutral,
}

/// A fragment that is being read.
pub(super) struct Fragment<'a> {
    pub(super) text: &'a str,
    pub(super) items: Vec<Item>,
    pub(super) fates: Vec<Fate>,
    pub(super) context: &'a Context<'a>,
    /// Where the fragment stands.
    piece: usize,
    offset: usize,
    pub(super) guesses: Vec<Guess>,
}

impl<'a> Fragment<'a> {
    /// The text that begins at `offset` of a piece.
    pub(super) fn new(
        text: &'a str,
        piece: usize,
        offset: usize,
        context: &'a Context<'a>,
    ) -> Self {
        let items = items(text, context);
        let fates = items
            .iter()
            .map(|item| match item.kind {
                ItemKind::Sign(_)
                | ItemKind::Word(Meaning::Filler | Meaning::And | Meaning::At | Meaning::With) => {
                    Fate::Neutral
                }
                _ => Fate::Left,
            })
            .collect();
        Self {
            text,
            items,
            fates,
            context,
            piece,
            offset,
            guesses: Vec::new(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    pub(super) fn meaning(&self, at: usize) -> Option<&Meaning> {
        match self.items.get(at).map(|item| &item.kind) {
            Some(ItemKind::Word(meaning)) => Some(meaning),
            _ => None,
        }
    }

    pub(super) fn figure(&self, at: usize) -> Option<NumberToken> {
        match self.items.get(at).map(|item| &item.kind) {
            Some(ItemKind::Number(figure)) => Some(*figure),
            _ => None,
        }
    }

    /// A plain number.
    pub(super) fn number(&self, at: usize) -> Option<f64> {
        match self.figure(at)? {
            NumberToken::Plain(value) => Some(value),
            _ => None,
        }
    }

    /// A whole number in a range.
    pub(super) fn count(&self, at: usize, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
        let value = self.number(at)?;
        let whole = value as u32;
        (value.fract() == 0.0 && range.contains(&whole)).then_some(whole)
    }

    pub(super) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.items
            .get(at)
            .is_some_and(|item| item.kind == ItemKind::Sign(sign))
    }

    pub(super) fn is(&self, at: usize, meaning: &Meaning) -> bool {
        self.meaning(at) == Some(meaning)
    }

    /// True when the item stands right behind the one before.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| !item.spaced)
    }

    pub(super) fn written(&self, from: usize, to: usize) -> &'a str {
        if from >= to {
            return "";
        }
        let start = self.items.get(from).map_or(0, |item| item.start);
        let last = to.checked_sub(1).and_then(|at| self.items.get(at));
        let end = last.map_or(start, |item| item.end);
        self.text.get(start..end).unwrap_or_default()
    }

    pub(super) fn read(&mut self, from: usize, to: usize) {
        self.set(from, to, Fate::Read);
    }

    fn set(&mut self, from: usize, to: usize, fate: Fate) {
        for at in from..to.min(self.fates.len()) {
            if let Some(own) = self.fates.get_mut(at)
                && *own != Fate::Guessed
            {
                *own = fate;
            }
        }
    }

    /// Marks items whose reading is a guess, and tells which reading was chosen: 0 is the first.
    pub(super) fn guess(&mut self, from: usize, to: usize, read: String, or: &[String]) -> usize {
        self.guess_of((from, to), read, or, false)
    }

    /// The same for what is concluded from items that were read already; what of them is left stays so.
    pub(super) fn conclude(
        &mut self,
        from: usize,
        to: usize,
        read: String,
        or: &[String],
    ) -> usize {
        self.guess_of((from, to), read, or, true)
    }

    fn guess_of(
        &mut self,
        (from, to): (usize, usize),
        read: String,
        or: &[String],
        kept: bool,
    ) -> usize {
        let place = self.place(from, to);
        let chosen = self.context.choices.get(&place);
        if let Some(chosen) = chosen.copied().filter(|chosen| *chosen <= or.len()) {
            self.read(from, to);
            return chosen;
        }
        // Words that were kept in the note beside a guess, such as a range, stay kept.
        for fate in self.fates.iter_mut().take(to).skip(from) {
            if *fate != Fate::Left || !kept {
                *fate = Fate::Guessed;
            }
        }
        let text = self.written(from, to).to_owned();
        if !self.guesses.iter().any(|guess| guess.place == place) {
            self.guesses.push(Guess {
                place,
                text,
                read,
                or: or.to_vec(),
            });
        }
        0
    }

    pub(super) fn place(&self, from: usize, to: usize) -> SourceSpan {
        let start = self.items.get(from).map_or(0, |item| item.start);
        let last = to.checked_sub(1).and_then(|at| self.items.get(at));
        let end = last.map_or(start, |item| item.end).max(start);
        SourceSpan {
            piece: self.piece,
            start: self.offset + start,
            end: self.offset + end,
        }
    }

    /// The words nobody read, in the writer's spelling: stretches of them, with the small words between.
    pub(super) fn left_over(&self, from: usize, to: usize) -> String {
        let mut stretches: Vec<String> = Vec::new();
        let mut at = from;
        while at < to.min(self.len()) {
            if self.fates.get(at) != Some(&Fate::Left) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            let mut last = end;
            while end < to.min(self.len()) {
                match self.fates.get(end) {
                    Some(Fate::Left) => last = end + 1,
                    Some(Fate::Neutral) => {}
                    _ => break,
                }
                end += 1;
            }
            // "Sleep in." keeps its last word, where a sign or the end follows.
            let sign = |at: usize| {
                matches!(
                    self.items.get(at).map(|item| &item.kind),
                    Some(ItemKind::Sign(_)) | None
                )
            };
            while last < end
                && !sign(last)
                && (last + 1 == end || sign(last + 1))
                && (last + 1 < end || end >= to)
            {
                last += 1;
            }
            // "with Tom", "in the park": the small words before belong to it.
            let mut start = at;
            let small = |at: usize| {
                self.fates.get(at) == Some(&Fate::Neutral)
                    && matches!(
                        self.items.get(at).map(|item| &item.kind),
                        Some(ItemKind::Word(_))
                    )
            };
            while start > from && small(start - 1) && at - start < 3 {
                start -= 1;
            }
            stretches.push(self.written(start, last).trim().to_owned());
            at = end;
        }
        // The part of a long text that was not scanned is kept as it is.
        if to >= self.len()
            && let Some(last) = self.items.last()
            && self.len() + 1 >= super::scan::MOST_TOKENS / 2
        {
            let rest = self.text.get(last.end..).unwrap_or_default().trim();
            if !rest.is_empty() {
                stretches.push(rest.to_owned());
            }
        }
        stretches.retain(|stretch| !stretch.is_empty());
        stretches.join(", ")
    }

    /// A mark for every item.
    pub(super) fn marks(&self) -> Vec<MarkedWord> {
        let marks = self.fates.iter().enumerate().map(|(at, fate)| MarkedWord {
            place: self.place(at, at + 1),
            certainty: match fate {
                Fate::Left => Certainty::Note,
                Fate::Read | Fate::Neutral => Certainty::Sure,
                Fate::Guessed => Certainty::Guessed,
            },
        });
        marks.collect()
    }

    /// The first item at or behind `at` that is no filler.
    pub(super) fn past_fillers(&self, mut at: usize) -> usize {
        while matches!(self.meaning(at), Some(Meaning::Filler)) {
            at += 1;
        }
        at
    }
}

fn items(text: &str, context: &Context) -> Vec<Item> {
    let tokens = scan(text);
    let lexicon = Lexicon::get();
    let mut line = Votes::default();
    line.count(&tokens);
    let votes = context.votes.and_line(line);
    let mut items = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        // Prefer a shorter phrase in a language of this text to a longer one in another language.
        let phrases = lexicon.phrases(rest);
        let heard = phrases.iter().find(|(meanings, _)| votes.hears(meanings));
        // A phrase in a language that the text has not shown so far is taken too, with two exceptions. It may not begin
        // with a number, as "5k tempo" does, which is German for a pace. Nor may it be two letters that name a kind of
        // session: "SL" is short for a French long run, but "SL RDL" is English.
        let strange = phrases.first().filter(|(meanings, used)| {
            let end = rest.get(used - 1).map_or(token.end, |last| last.end);
            let kind = |(_, meaning): &(_, Meaning)| matches!(meaning, Meaning::Kind(_));
            token.kind == TokenKind::Word && !(end - token.start <= 2 && meanings.iter().all(kind))
        });
        let phrase = heard.or(strange).and_then(|(meanings, used)| {
            let meaning = votes.choose(meanings)?;
            Some((meaning.clone(), *used))
        });
        let last_of = |used: usize| rest.get(used - 1).map_or(token.end, |last| last.end);
        let (kind, used) = match (phrase, token.kind) {
            (Some((meaning, used)), _) => (ItemKind::Word(meaning), used),
            (None, TokenKind::Number(figure)) => (ItemKind::Number(figure), 1),
            (None, TokenKind::Word) => (ItemKind::Unknown, 1),
            (None, TokenKind::Sign(sign)) => (ItemKind::Sign(sign), 1),
        };
        items.push(Item {
            kind,
            start: token.start,
            end: last_of(used),
            spaced: token.spaced,
        });
        at += used;
    }
    items
}
