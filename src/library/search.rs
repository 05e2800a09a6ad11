//! Finding exercises by what people type: names, aliases, slips of the finger, muscles.
//!
//! Every name is normalised once, when the library is built. A search fits each typed word against the
//! vocabulary (each word once, however many names hold it) and then only looks the fits up.

use std::collections::HashMap;

use super::normalise::{bag, compact, words};
use super::topics::topics_of;
use crate::domain::Exercise;

/// The prepared names of the library's exercises.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// Position of the exercise by its name without gaps.
    by_name: HashMap<String, usize>,
    /// Position of the exercise by the words of its name in alphabetical order.
    by_words: HashMap<String, usize>,
    /// Every word of the library, once.
    vocabulary: Vec<String>,
    /// One for each exercise, in display order.
    entries: Vec<Entry>,
}

/// What an exercise can be found by. Words are positions in the vocabulary.
#[derive(Debug, Clone, Default)]
struct Entry {
    /// The name, then the aliases.
    names: Vec<Name>,
    /// Words of its primary muscles, its movement and its region.
    topics: Vec<usize>,
    /// Words of its secondary muscles and its equipment.
    side_topics: Vec<usize>,
}

#[derive(Debug, Clone)]
struct Name {
    compact: String,
    words: Vec<usize>,
}

/// How well an exercise matches; the smaller, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    typos: usize,
    tier: Tier,
    /// 0 for the name itself, 1 for an alias.
    alias: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    /// The whole name.
    Exact,
    /// The name starts so.
    Start,
    /// Each typed word starts a word of the name.
    Words,
    /// Somewhere inside the name.
    Inside,
    /// A primary muscle, the movement or the region.
    Topic,
    /// A secondary muscle or the equipment.
    SideTopic,
}

/// What other programs write in parentheses behind a name to say how it is loaded.
const IMPLEMENTS: [&str; 10] = [
    "assisted",
    "band",
    "barbell",
    "bodyweight",
    "cable",
    "dumbbell",
    "kettlebell",
    "machine",
    "smith",
    "weighted",
];

/// For each word of the vocabulary, the slips between it and a typed word; `None` when they differ too much.
type Fits = Vec<Option<usize>>;

impl Index {
    pub(super) fn new(exercises: &[Exercise]) -> Self {
        let mut builder = Builder::default();
        for exercise in exercises {
            builder.add(exercise);
        }
        builder.index.map_names(exercises);
        builder.index
    }

    /// The exercise of exactly this name or alias, spelling aside.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let exact = |words: &[String]| {
            let by_name = self.by_name.get(&compact(words));
            by_name.or_else(|| self.by_words.get(&bag(words))).copied()
        };
        exact(&words(name)).or_else(|| {
            // Other programs write "Squat (Barbell)" where the library may say just "Squat".
            let (plain, inside) = name.trim().strip_suffix(')')?.rsplit_once('(')?;
            let only_equipment = words(inside)
                .iter()
                .all(|word| IMPLEMENTS.contains(&word.as_str()));
            only_equipment.then(|| exact(&words(plain))).flatten()
        })
    }

    /// The exercise with the name closest to `name`: a slip for every four letters, at most four.
    pub(super) fn closest(&self, name: &str) -> Option<usize> {
        if let Some(exact) = self.find(name) {
            return Some(exact);
        }
        let typed = compact(&words(name));
        let length = typed.chars().count();
        let limit = (length / 4).min(4);
        let candidates = self
            .entries
            .iter()
            .enumerate()
            .flat_map(|(position, entry)| {
                entry
                    .names
                    .iter()
                    .map(move |name| (&name.compact, position))
            });
        candidates
            .filter(|(name, _)| name.chars().count().abs_diff(length) <= limit)
            .map(|(name, position)| (strsim::osa_distance(&typed, name), position))
            .filter(|(slips, _)| *slips <= limit)
            .min()
            .map(|(_, position)| position)
    }

    /// Positions of the exercises that match `query`, best first; all of them when it is empty.
    pub(super) fn ranked(&self, query: &str) -> Vec<usize> {
        let typed = words(query);
        if typed.is_empty() {
            return (0..self.entries.len()).collect();
        }
        let whole = compact(&typed);
        let fits: Vec<Fits> = typed.iter().map(|word| self.fits(word)).collect();
        let rank = |entry: &Entry| entry.rank(&whole, &fits);
        let mut found: Vec<(Rank, usize)> = self
            .entries
            .iter()
            .enumerate()
            .filter_map(|(position, entry)| Some((rank(entry)?, position)))
            .collect();
        found.sort_unstable();
        // Who spells right is spared the near misses.
        if found.first().is_some_and(|(best, _)| best.typos == 0) {
            found.retain(|(rank, _)| rank.typos == 0);
        }
        if found.is_empty() {
            return self.closest(query).into_iter().collect();
        }
        found.into_iter().map(|(_, position)| position).collect()
    }

    fn fits(&self, typed: &str) -> Fits {
        let typed: Vec<char> = typed.chars().collect();
        self.vocabulary
            .iter()
            .map(|word| slips(&typed, word))
            .collect()
    }

    /// Fills the maps. A name goes before another exercise's alias, and a coach's own exercise, which stands
    /// behind, before one that ships.
    fn map_names(&mut self, exercises: &[Exercise]) {
        let names = exercises
            .iter()
            .enumerate()
            .rev()
            .map(|(i, e)| (e.name.as_str(), i));
        let aliases = exercises
            .iter()
            .enumerate()
            .rev()
            .flat_map(|(i, e)| e.aliases.iter().map(move |alias| (alias.as_str(), i)));
        for (name, position) in names.chain(aliases) {
            let words = words(name);
            self.by_name.entry(compact(&words)).or_insert(position);
            self.by_words.entry(bag(&words)).or_insert(position);
        }
    }
}

impl Entry {
    fn rank(&self, whole: &str, fits: &[Fits]) -> Option<Rank> {
        let by_name = self.names.iter().enumerate().filter_map(|(order, name)| {
            let (typos, tier) = name.tier(whole, fits)?;
            Some(Rank {
                typos,
                tier,
                alias: order.min(1),
            })
        });
        by_name.min().or_else(|| self.rank_by_topic(fits))
    }

    /// Each typed word names a muscle, the movement, the equipment, or is in the name.
    fn rank_by_topic(&self, fits: &[Fits]) -> Option<Rank> {
        let in_names = || self.names.iter().flat_map(|name| &name.words);
        let topic = || self.topics.iter().chain(in_names());
        let rank = |typos, tier| Rank {
            typos,
            tier,
            alias: 0,
        };
        total(fits, topic)
            .map(|typos| rank(typos, Tier::Topic))
            .or_else(|| {
                total(fits, || topic().chain(&self.side_topics))
                    .map(|typos| rank(typos, Tier::SideTopic))
            })
    }
}

impl Name {
    fn tier(&self, whole: &str, fits: &[Fits]) -> Option<(usize, Tier)> {
        if self.compact == whole {
            return Some((0, Tier::Exact));
        }
        if self.compact.starts_with(whole) {
            return Some((0, Tier::Start));
        }
        match total(fits, || self.words.iter()) {
            Some(0) => Some((0, Tier::Words)),
            // One letter is inside nearly every name.
            _ if whole.chars().nth(1).is_some() && self.compact.contains(whole) => {
                Some((0, Tier::Inside))
            }
            slips => slips.map(|typos| (typos, Tier::Words)),
        }
    }
}

/// The slips of all typed words together, each against the word it fits best; `None` when one fits nowhere.
fn total<'a, I: Iterator<Item = &'a usize>>(fits: &[Fits], words: impl Fn() -> I) -> Option<usize> {
    let best = |fit: &Fits| {
        words()
            .filter_map(|&word| fit.get(word).copied().flatten())
            .min()
    };
    fits.iter().map(best).sum()
}

/// The slips between a typed word and a word of the library, which may go on after what is typed.
/// Short words allow none, words from four letters one, from eight letters two.
fn slips(typed: &[char], word: &str) -> Option<usize> {
    let word: Vec<char> = word.chars().collect();
    if word.starts_with(typed) {
        return Some(0);
    }
    let limit = match typed.len() {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    // Fingers rarely miss the first letter, except for swapping it with the second. Asking for that much
    // spares nearly every comparison.
    let starts_alike = typed.first() == word.first()
        || typed.first() == word.get(1)
        || typed.get(1) == word.first();
    if !starts_alike || typed.len() > word.len() + limit {
        return None;
    }
    // Compared with the beginning of the word too, because most words are seen half typed.
    let lengths = [word.len(), typed.len(), typed.len() + 1, typed.len() - 1];
    let beginnings = lengths.into_iter().filter_map(|length| word.get(..length));
    beginnings
        .filter(|beginning| beginning.len().abs_diff(typed.len()) <= limit)
        .map(|beginning| strsim::generic_damerau_levenshtein(typed, beginning))
        .filter(|slips| *slips <= limit)
        .min()
}

/// Gathers the vocabulary while the entries are made.
#[derive(Default)]
struct Builder {
    index: Index,
    seen: HashMap<String, usize>,
}

impl Builder {
    fn add(&mut self, exercise: &Exercise) {
        let names = std::iter::once(&exercise.name).chain(&exercise.aliases);
        let mut entry = Entry::default();
        for name in names {
            let name = words(name);
            entry.names.push(Name {
                compact: compact(&name),
                words: self.number(&name),
            });
        }
        let topics = topics_of(exercise);
        entry.topics = self.number(&words(&topics.main));
        entry.side_topics = self.number(&words(&topics.side));
        self.index.entries.push(entry);
    }

    fn number(&mut self, words: &[String]) -> Vec<usize> {
        let vocabulary = &mut self.index.vocabulary;
        let mut number = |word: &String| {
            *self.seen.entry(word.clone()).or_insert_with(|| {
                vocabulary.push(word.clone());
                vocabulary.len() - 1
            })
        };
        words.iter().map(&mut number).collect()
    }
}
