//! Finding a section of the guide by its words, however they are spelled.

use crate::ui::find::{is_nearly, words};

use super::chapters::Chapter;

/// The most sections that are listed.
const MOST: usize = 12;
/// The rank of sections in which words are only nearly those sought.
const NEARLY: u8 = 2;
/// How many letters of a section are shown.
const SHOWN: usize = 150;

/// A section that holds what is sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// The place of its chapter.
    pub(super) chapter: usize,
    /// The place of the block that holds the first word sought among those of the chapter.
    pub(super) block: usize,
    /// Its heading.
    pub(super) heading: String,
    /// Its words, from the first that fits.
    pub(super) words: String,
    /// How the words begin that were found, in small letters.
    pub(super) found: Vec<String>,
}

/// The sections that hold every word of `query`: first those whose heading does.
pub(super) fn find(chapters: &[Chapter], query: &str) -> Vec<Hit> {
    let sought = words(query);
    if sought.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<(u8, Hit)> = Vec::new();
    for (chapter, read) in chapters.iter().enumerate() {
        for section in sections(read) {
            let (in_heading, in_all) = (
                holds(&sought, &section.heading, false),
                holds(&sought, &section.all(), false),
            );
            let rank = match (in_heading, in_all) {
                (true, _) => 0,
                (_, true) => 1,
                _ if holds(&sought, &section.all(), true) => NEARLY,
                _ => continue,
            };
            let is_near = rank == NEARLY;
            let hit = Hit {
                chapter,
                block: section.holding(&sought, is_near),
                words: excerpt(&section.text, &sought),
                found: section.found(&sought, is_near),
                heading: section.heading,
            };
            hits.push((rank, hit));
        }
    }
    hits.sort_by_key(|(rank, _)| *rank);
    hits.into_iter().map(|(_, hit)| hit).take(MOST).collect()
}

struct Section {
    block: usize,
    heading: String,
    text: String,
    /// Its blocks with their words.
    blocks: Vec<(usize, String)>,
}

impl Section {
    fn all(&self) -> String {
        format!("{} {}", self.heading, self.text)
    }

    /// The place of the first block that holds one of the words sought; its heading where that holds them all.
    fn holding(&self, sought: &[String], nearly: bool) -> usize {
        if holds(sought, &self.heading, nearly) {
            return self.block;
        }
        let holds_one = |words: &str| {
            let mut sought = sought.iter();
            sought.any(|word| holds(std::slice::from_ref(word), words, nearly))
        };
        let block = self.blocks.iter().find(|(_, words)| holds_one(words));
        block.map_or(self.block, |(block, _)| *block)
    }

    /// What is sought, or the words that were taken for it.
    fn found(&self, sought: &[String], nearly: bool) -> Vec<String> {
        if !nearly {
            return sought.to_vec();
        }
        let mut found = words(&self.all());
        found.retain(|word| {
            let mut sought = sought.iter();
            sought.any(|typed| word.starts_with(typed.as_str()) || is_nearly(typed, word))
        });
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// `text` in pieces, each with whether it is a word that begins like one of those `found`.
pub(super) fn pieces<'t>(text: &'t str, found: &[String]) -> Vec<(&'t str, bool)> {
    let mut pieces: Vec<(&str, bool)> = Vec::new();
    let mut begun: Option<usize> = None;
    let mut plain = 0;
    let ends = text
        .char_indices()
        .map(|(at, sign)| (at, sign.is_alphanumeric()));
    for (at, is_letter) in ends.chain([(text.len(), false)]) {
        match (begun, is_letter) {
            (None, true) => begun = Some(at),
            (Some(from), false) => {
                begun = None;
                let word = text.get(from..at).unwrap_or_default();
                let small = word.to_lowercase();
                if found.iter().any(|found| small.starts_with(found.as_str())) {
                    pieces.extend(text.get(plain..from).map(|before| (before, false)));
                    pieces.push((word, true));
                    plain = at;
                }
            }
            _ => {}
        }
    }
    pieces.extend(text.get(plain..).map(|rest| (rest, false)));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

fn sections(chapter: &Chapter) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (block, read) in chapter.blocks().iter().enumerate() {
        match (read.heading(), sections.last_mut()) {
            (Some(heading), _) => sections.push(Section {
                block,
                heading: heading.to_owned(),
                text: String::new(),
                blocks: Vec::new(),
            }),
            (None, Some(section)) => {
                if !section.text.is_empty() {
                    section.text.push(' ');
                }
                let words = read.words();
                section.text.push_str(&words);
                section.blocks.push((block, words));
            }
            (None, None) => {}
        }
    }
    sections
}

/// Whether `text` holds a word that begins with each one sought, or nearly so.
fn holds(sought: &[String], text: &str, nearly: bool) -> bool {
    let known = words(text);
    sought.iter().all(|typed| {
        known
            .iter()
            .any(|word| word.starts_with(typed.as_str()) || (nearly && is_nearly(typed, word)))
    })
}

/// Some words of a section around the first word sought: from its sentence on or, where that is long, from a few words
/// before it.
fn excerpt(text: &str, sought: &[String]) -> String {
    let hit = place_of(text, sought).unwrap_or(0);
    let before = text.get(..hit).unwrap_or_default();
    let ends = [". ", "\n"].map(|end| Some(before.rfind(end)? + end.len()));
    let sentence = ends.into_iter().flatten().max().unwrap_or(0);
    let far = before.char_indices().rev().nth(SHOWN / 3);
    let (from, begun) = match far {
        Some((far, _)) if far > sentence => {
            let space = before.get(far..).and_then(|rest| rest.find(' '));
            (space.map_or(hit, |space| far + space + 1), "…")
        }
        _ => (sentence, ""),
    };
    // Rows of a table go on as one sentence.
    let rest = text.get(from..).unwrap_or(text).trim().replace('\n', "; ");
    if rest.chars().count() <= SHOWN {
        return format!("{begun}{rest}");
    }
    let cut: String = rest.chars().take(SHOWN).collect();
    let cut = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{begun}{}…", cut.trim())
}

/// Where the first word sought stands in `text`, in bytes; where none begins with it, one that nearly does.
fn place_of(text: &str, sought: &[String]) -> Option<usize> {
    let first = sought.first()?;
    let at = |nearly: bool| {
        let mut from = 0;
        text.split_inclusive([' ', '\n']).find_map(|part| {
            let at = from;
            from += part.len();
            holds(std::slice::from_ref(first), part, nearly).then_some(at)
        })
    };
    at(false).or_else(|| at(true))
}
