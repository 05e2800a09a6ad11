//! How well an exercise answers what was typed: names before aliases before muscles, slips of the finger last.

/// What an exercise can be found by. Words are positions in the vocabulary.
#[derive(Debug, Clone, Default)]
pub(super) struct RankedEntry {
    /// The name, then the aliases.
    pub(super) names: Vec<Name>,
    /// Words of its primary muscles, its movement and its region.
    pub(super) topics: Vec<usize>,
    /// Words of its secondary muscles and its equipment.
    pub(super) side_topics: Vec<usize>,
}

/// A name or alias, normalised.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// Without gaps.
    pub(super) compact: String,
    /// With one blank between two words.
    pub(super) spaced: String,
    pub(super) words: Vec<usize>,
}

/// What was typed, normalised and fitted to the vocabulary.
pub(super) struct Query {
    pub(super) compact: String,
    pub(super) spaced: String,
    /// One for each typed word.
    pub(super) fits: Vec<Fits>,
}

/// For each word of the vocabulary, the slips between it and a typed word; `None` when they differ too much.
pub(super) type Fits = Vec<Option<usize>>;

/// How well an exercise matches; the smaller, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    pub(super) typos: usize,
    tier: Tier,
    by: By,
    closeness: Closeness,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    /// The whole name.
    Exact,
    /// The beginning of the name, or of words of it.
    Beginning,
    /// Somewhere inside the name.
    Inside,
    /// A primary muscle, the movement or the region.
    Topic,
    /// A secondary muscle or the equipment.
    SideTopic,
}

/// Which of its names matches: "press" means the bench press before the press-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Name,
    Alias,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Closeness {
    /// From its first letter on.
    Start,
    /// Word by word.
    Words,
}

impl RankedEntry {
    /// How well the exercise matches `query`; `None` when it does not.
    pub(super) fn rank(&self, query: &Query) -> Option<Rank> {
        let by = |order| if order == 0 { By::Name } else { By::Alias };
        let names = self.names.iter().enumerate();
        let by_name = names.filter_map(|(order, name)| name.rank(query, by(order)));
        // A topic spelt right beats a name with a slip in it: "core" is not on its way to "Copenhagen".
        by_name.chain(self.rank_by_topic(&query.fits)).min()
    }

    /// Each typed word names a muscle, the movement, the equipment, or is in the name.
    fn rank_by_topic(&self, fits: &[Fits]) -> Option<Rank> {
        let in_names = || self.names.iter().flat_map(|name| &name.words);
        let main = || self.topics.iter().chain(in_names());
        let all = || main().chain(&self.side_topics);
        let rank = |typos, tier| Rank {
            typos,
            tier,
            by: By::Name,
            closeness: Closeness::Words,
        };
        let by_main = total(fits, main).map(|typos| rank(typos, Tier::Topic));
        by_main.or_else(|| total(fits, all).map(|typos| rank(typos, Tier::SideTopic)))
    }
}

impl Name {
    fn rank(&self, query: &Query, by: By) -> Option<Rank> {
        let rank = |typos, tier, closeness| {
            Some(Rank {
                typos,
                tier,
                by,
                closeness,
            })
        };
        if self.compact == query.compact {
            return rank(0, Tier::Exact, Closeness::Start);
        }
        if self.spaced.starts_with(&query.spaced) {
            return rank(0, Tier::Beginning, Closeness::Start);
        }
        // Two letters are inside nearly every name.
        let long = query.compact.chars().nth(2).is_some();
        match total(&query.fits, || self.words.iter()) {
            Some(0) => rank(0, Tier::Beginning, Closeness::Words),
            _ if long && self.spaced.contains(&query.spaced) => {
                rank(0, Tier::Inside, Closeness::Words)
            }
            Some(typos) => rank(typos, Tier::Beginning, Closeness::Words),
            // A gap left out counts as a slip: "stepu" is on its way to "step-up".
            None if long && self.compact.contains(&query.compact) => {
                rank(1, Tier::Inside, Closeness::Words)
            }
            None => None,
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
pub(super) fn slips(typed: &str, word: &str) -> Option<usize> {
    if word.starts_with(typed) {
        return Some(0);
    }
    let length = typed.chars().count();
    let limit = match length {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    if !starts_alike(typed, word) {
        return None;
    }
    // Compared with its beginnings too, because most words are seen half typed.
    let ends = word.char_indices().map(|(end, _)| end).chain([word.len()]);
    let beginnings = ends
        .skip(length - limit)
        .take(2 * limit + 1)
        .filter_map(|end| word.get(..end));
    let slips = beginnings
        .map(|beginning| strsim::osa_distance(typed, beginning))
        .min()?;
    (slips <= limit).then_some(slips)
}

/// Fingers rarely miss the first letter, except for swapping it with the second. Asking for that much
/// spares nearly every comparison.
fn starts_alike(typed: &str, word: &str) -> bool {
    let first_two = |text: &str| {
        let mut letters = text.chars();
        (letters.next(), letters.next())
    };
    let (typed, word) = (first_two(typed), first_two(word));
    typed.0 == word.0 || typed.0 == word.1 || typed.1 == word.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_words_forgive_more() {
        assert_eq!(slips("row", "raw"), None);
        assert_eq!(slips("rase", "raise"), Some(1));
        assert_eq!(slips("deadlfit", "deadlift"), Some(1));
        assert_eq!(slips("bulgeriann", "bulgarian"), Some(2));
        assert_eq!(slips("sqqautt", "squat"), None);
    }

    #[test]
    fn a_word_half_typed_fits_its_beginning() {
        assert_eq!(slips("roma", "romanian"), Some(0));
        assert_eq!(slips("romma", "romanian"), Some(1));
        assert_eq!(slips("romanian", "roma"), None);
    }

    #[test]
    fn letters_of_more_than_one_byte_are_letters() {
        assert_eq!(slips("übugn", "übung"), Some(1));
        assert_eq!(slips("übung", "ü"), None);
    }
}
