//! Finding a section of the guide by its words, however they are spelled.

use crate::ui::find::{is_nearly, words};

use super::chapters::Chapter;

/// The most sections that are listed.
const MOST: usize = 12;
/// How many letters of a section are shown.
const SHOWN: usize = 150;

/// A section that holds what is sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// The place of its chapter.
    pub(super) chapter: usize,
    /// The place of its heading among the blocks.
    pub(super) block: usize,
    /// Its heading.
    pub(super) heading: String,
    /// Its words, from the first that fits.
    pub(super) words: String,
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
                _ if holds(&sought, &section.all(), true) => 2,
                _ => continue,
            };
            let hit = Hit {
                chapter,
                block: section.block,
                words: excerpt(&section.text, &sought),
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
}

impl Section {
    fn all(&self) -> String {
        format!("{} {}", self.heading, self.text)
    }
}

fn sections(chapter: &Chapter) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (block, read) in chapter.blocks().iter().enumerate() {
        match (read.heading(), sections.last_mut()) {
            (Some(heading), _) => sections.push(Section {
                block,
                heading: heading.to_owned(),
                text: String::new(),
            }),
            (None, Some(section)) => {
                if !section.text.is_empty() {
                    section.text.push(' ');
                }
                section.text.push_str(&read.words());
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

/// Some words of a section, from the sentence on that holds the first word sought.
fn excerpt(text: &str, sought: &[String]) -> String {
    let first = sought.first().map_or("", String::as_str);
    let mut sentences = text.split_inclusive(". ");
    let from: usize = sentences
        .by_ref()
        .take_while(|sentence| !words(sentence).iter().any(|word| word.starts_with(first)))
        .map(str::len)
        .sum();
    let rest = text.get(from..).filter(|rest| !rest.is_empty());
    let rest = rest.unwrap_or(text);
    if rest.chars().count() <= SHOWN {
        return rest.trim().to_owned();
    }
    let cut: String = rest.chars().take(SHOWN).collect();
    let cut = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", cut.trim())
}
