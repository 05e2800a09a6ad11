//! Sessions that a plan explains once and names elsewhere: `Gym A: squat 3x5, RDL 3x8` below a table whose cells say
//! `Gym A`.

use std::collections::BTreeMap;

/// The longest name, in letters.
const LONGEST_NAME: usize = 24;
/// The longest explanation, in bytes.
const LONGEST: usize = 1_000;

/// The most names; more are kept as notes.
const MOST_NAMES: usize = 60;

/// A line, or a part of one, that explains a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ExplainingLine {
    /// What stands there.
    pub(super) words: String,
    /// The piece of the source and the byte in it at which the words begin, where that is known.
    pub(super) place: Option<(usize, usize)>,
}

/// What a plan explains, by the name in small letters.
#[derive(Debug, Clone, Default)]
pub(super) struct NamedSessions {
    explained: BTreeMap<String, Vec<ExplainingLine>>,
}

impl NamedSessions {
    /// What the texts explain. A name counts where it stands a second time, for else the line is the session itself.
    /// `are_pieces` tells whether each text is the piece of the source that has its number.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str> + Clone, are_pieces: bool) -> Self {
        let mut explained: BTreeMap<String, Vec<ExplainingLine>> = BTreeMap::new();
        for (piece, text) in texts.clone().enumerate() {
            let lines = lines_with_starts(text);
            for (at, (start, line)) in lines.iter().enumerate() {
                let Some((name, words)) = named(line) else {
                    continue;
                };
                if explained.len() >= MOST_NAMES || explained.contains_key(&name) {
                    continue;
                }
                // Lines with a dose below the name belong to it, up to a blank line or the next name.
                let below = lines.iter().skip(at + 1).take_while(|(_, line)| {
                    !line.trim().is_empty() && has_dose(line) && named(line).is_none()
                });
                let own = (start + words.start, words.text);
                let all = std::iter::once(own).chain(below.map(|(start, line)| (*start, *line)));
                let all: Vec<ExplainingLine> = all
                    .map(|(start, words)| ExplainingLine {
                        words: words.to_owned(),
                        place: are_pieces.then_some((piece, start)),
                    })
                    .collect();
                let length: usize = all.iter().map(|line| line.words.len()).sum();
                if all.iter().any(|line| has_dose(&line.words)) && length <= LONGEST {
                    explained.insert(name, all);
                }
            }
        }
        if !explained.is_empty() {
            let texts: Vec<String> = texts.map(str::to_lowercase).collect();
            explained.retain(|name, _| {
                let times = texts.iter().flat_map(|text| text.matches(name.as_str()));
                times.take(2).count() == 2
            });
        }
        Self { explained }
    }

    /// True where the plan explains none.
    pub(super) fn is_empty(&self) -> bool {
        self.explained.is_empty()
    }

    /// What stands behind a name.
    pub(super) fn lines_of(&self, name: &str) -> Option<&[ExplainingLine]> {
        self.explained.get(&key(name)).map(Vec::as_slice)
    }

    /// What explains a session on the line that begins at this byte of a piece and ends at that one.
    pub(super) fn line_at(
        &self,
        piece: usize,
        start: usize,
        end: usize,
    ) -> Option<&ExplainingLine> {
        let is_here = |line: &&ExplainingLine| {
            let place = line.place;
            place.is_some_and(|(own, at)| own == piece && (start..=end).contains(&at))
        };
        self.explained.values().flatten().find(is_here)
    }
}

/// The lines of a text, each with the byte at which it begins.
fn lines_with_starts(text: &str) -> Vec<(usize, &str)> {
    let mut start = 0;
    let lines = text.split('\n').map(|line| {
        let own = start;
        start += line.len() + 1;
        (own, line)
    });
    lines.collect()
}

/// Words within a line, and the byte at which they begin.
struct Words<'t> {
    start: usize,
    text: &'t str,
}

fn key(name: &str) -> String {
    name.trim()
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The name of a line such as `Gym A: …` and the words behind it: one or two words and a letter or number.
fn named(whole: &str) -> Option<(String, Words<'_>)> {
    let line = whole.trim_start_matches(|c: char| c.is_whitespace() || "-*•>#|_[".contains(c));
    let (name, words) = line
        .split_once([':', '='])
        .or_else(|| line.split_once(" - "))?;
    if name.chars().count() > LONGEST_NAME {
        return None;
    }
    let parts: Vec<&str> = name.split_whitespace().collect();
    let (last, before) = parts.split_last()?;
    let is_label = matches!(last.chars().count(), 1)
        && last
            .chars()
            .all(|c| c.is_ascii_uppercase() || ('1'..='9').contains(&c));
    let is_word = |word: &&str| word.chars().count() >= 3 && word.chars().all(char::is_alphabetic);
    let is_name = is_label && (1..=2).contains(&before.len()) && before.iter().all(is_word);
    // "Week 1:" and "Day 2:" count weeks and days.
    let counts = [
        "week",
        "day",
        "woche",
        "tag",
        "semaine",
        "jour",
        "semana",
        "dia",
        "día",
        "settimana",
        "giorno",
        "dag",
        "phase",
    ];
    let is_count = before
        .iter()
        .any(|word| counts.contains(&word.to_lowercase().as_str()));
    // The words after the name go on to the end of the line.
    let start = whole.len() - words.trim_start().len();
    let words = words.trim();
    (is_name && !is_count).then(|| (key(name), Words { start, text: words }))
}

/// True where sets and repetitions stand: `3x8`, `3 x 8`.
fn has_dose(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    letters.windows(3).any(|three| {
        three[0].is_ascii_digit()
            && matches!(three[1], 'x' | 'X' | '×')
            && (three[2].is_ascii_digit() || three[2] == 'm')
    })
}
