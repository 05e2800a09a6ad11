//! Finding exercises by what people type.
//!
//! Every name is normalised once, when the library is built. A search fits each typed word against the
//! vocabulary (each word once, however many names hold it) and then only looks the fits up.

use std::collections::HashMap;

use super::letters::Letters;
use super::normalise::{bag, compact, words};
use super::rank::{Name, Query, Rank, RankedEntry, slips};
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
    entries: Vec<RankedEntry>,
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
        self.exact(&words(name)).or_else(|| {
            // Other programs write "Squat (Barbell)" where the library may say just "Squat".
            let (plain, inside) = name.trim().strip_suffix(')')?.rsplit_once('(')?;
            let mut inside = words(inside).into_iter();
            let only_loading = inside.all(|word| IMPLEMENTS.contains(&word.as_str()));
            only_loading.then(|| self.exact(&words(plain))).flatten()
        })
    }

    /// The exercise with the name closest to `name`: a slip for every four letters, at most four.
    pub(super) fn closest(&self, name: &str) -> Option<usize> {
        if let Some(exact) = self.find(name) {
            return Some(exact);
        }
        let typed = compact(&words(name));
        let limit = (typed.chars().count() / 4).min(4);
        let letters = Letters::of(&typed);
        let entries = self.entries.iter().enumerate();
        entries
            .flat_map(|(at, entry)| entry.names.iter().map(move |name| (name, at)))
            .filter(|(name, _)| name.compact.len().abs_diff(typed.len()) <= limit)
            .filter(|(name, _)| letters.least_slips(Letters::of(&name.compact)) <= limit)
            .map(|(name, at)| (strsim::osa_distance(&typed, &name.compact), at))
            .filter(|(slips, _)| *slips <= limit)
            .min()
            .map(|(_, at)| at)
    }

    /// Positions of the exercises that match `query`, best first; all of them when it is empty.
    pub(super) fn ranked(&self, query: &str) -> Vec<usize> {
        let typed = words(query);
        if typed.is_empty() {
            return (0..self.entries.len()).collect();
        }
        let fits = |word: &String| {
            self.vocabulary
                .iter()
                .map(|other| slips(word, other))
                .collect()
        };
        let prepared = Query {
            compact: compact(&typed),
            spaced: typed.join(" "),
            fits: typed.iter().map(fits).collect(),
        };
        let entries = self.entries.iter().enumerate();
        let mut found: Vec<(Rank, usize)> = entries
            .filter_map(|(at, entry)| Some((entry.rank(&prepared)?, at)))
            .collect();
        found.sort_unstable();
        // Who spells right is spared the near misses.
        if found.first().is_some_and(|(best, _)| best.typos == 0) {
            found.retain(|(rank, _)| rank.typos == 0);
        }
        if found.is_empty() {
            return self.closest(query).into_iter().collect();
        }
        found.into_iter().map(|(_, at)| at).collect()
    }

    fn exact(&self, words: &[String]) -> Option<usize> {
        let by_name = self.by_name.get(&compact(words));
        by_name.or_else(|| self.by_words.get(&bag(words))).copied()
    }

    /// Fills the maps. A name goes before another exercise's alias, and a coach's own exercise, which stands
    /// behind, before one that ships.
    fn map_names(&mut self, exercises: &[Exercise]) {
        let latest_first = || exercises.iter().enumerate().rev();
        let names = latest_first().map(|(at, exercise)| (&exercise.name, at));
        let aliases = latest_first()
            .flat_map(|(at, exercise)| exercise.aliases.iter().map(move |alias| (alias, at)));
        for (name, at) in names.chain(aliases) {
            let words = words(name);
            if words.is_empty() {
                continue;
            }
            self.by_name.entry(compact(&words)).or_insert(at);
            self.by_words.entry(bag(&words)).or_insert(at);
        }
    }
}

/// Gathers the vocabulary while the entries are made.
#[derive(Default)]
struct Builder {
    index: Index,
    seen: HashMap<String, usize>,
}

impl Builder {
    fn add(&mut self, exercise: &Exercise) {
        let topics = topics_of(exercise);
        let names = std::iter::once(&exercise.name).chain(&exercise.aliases);
        let entry = RankedEntry {
            names: names.map(|name| self.name(&words(name))).collect(),
            topics: self.number(&words(&topics.main)),
            side_topics: self.number(&words(&topics.side)),
        };
        self.index.entries.push(entry);
    }

    fn name(&mut self, words: &[String]) -> Name {
        Name {
            compact: compact(words),
            spaced: words.join(" "),
            words: self.number(words),
        }
    }

    /// The places of `words` in the vocabulary, which takes in those it lacks.
    fn number(&mut self, words: &[String]) -> Vec<usize> {
        let vocabulary = &mut self.index.vocabulary;
        let number = |word: &String| {
            *self.seen.entry(word.clone()).or_insert_with(|| {
                vocabulary.push(word.clone());
                vocabulary.len() - 1
            })
        };
        words.iter().map(number).collect()
    }
}
