//! Lists whose entries have identities, merged entry by entry and in an order that both sides would know again.

use std::collections::{BTreeMap, BTreeSet};

/// The key of an entry, and how many with the same key stand before it.
type Place<K> = (K, usize);

/// Merges three versions of a list. An entry that one side deleted goes unless the other changed it meanwhile.
pub(super) fn merged<T: Clone + PartialEq, K: Clone + Ord>(
    base: &[T],
    ours: &[T],
    theirs: &[T],
    key: impl Fn(&T) -> K,
    mut merge: impl FnMut(Option<&T>, &T, &T) -> T,
) -> Vec<T> {
    if ours == theirs || base == theirs {
        return ours.to_vec();
    }
    if base == ours {
        return theirs.to_vec();
    }
    let (base_order, base) = placed(base, &key);
    let (our_order, ours) = placed(ours, &key);
    let (their_order, theirs) = placed(theirs, &key);
    let mut left: BTreeMap<&Place<K>, T> = BTreeMap::new();
    for place in our_order.iter().chain(&their_order) {
        if left.contains_key(place) {
            continue;
        }
        let before = base.get(place).copied();
        let entry = match (ours.get(place), theirs.get(place)) {
            (Some(ours), Some(theirs)) => Some(merge(before, ours, theirs)),
            (Some(one), None) | (None, Some(one)) => (before != Some(*one)).then(|| (*one).clone()),
            (None, None) => None,
        };
        if let Some(entry) = entry {
            left.insert(place, entry);
        }
    }
    let present: BTreeSet<Place<K>> = left.keys().map(|place| (*place).clone()).collect();
    let order = order(&base_order, &our_order, &their_order, &present);
    order
        .iter()
        .filter_map(|place| left.remove(place))
        .collect()
}

fn placed<T, K: Clone + Ord>(
    list: &[T],
    key: impl Fn(&T) -> K,
) -> (Vec<Place<K>>, BTreeMap<Place<K>, &T>) {
    let mut counts: BTreeMap<K, usize> = BTreeMap::new();
    let mut order = Vec::with_capacity(list.len());
    let mut entries = BTreeMap::new();
    for entry in list {
        let key = key(entry);
        let count = counts.entry(key.clone()).or_default();
        let place = (key, *count);
        *count += 1;
        order.push(place.clone());
        entries.insert(place, entry);
    }
    (order, entries)
}

/// The order of what is present. The side that moved entries has its way, else their sequences decide; what only the
/// other side has follows what it followed there.
pub(super) fn order<K: Clone + Ord>(
    base: &[K],
    ours: &[K],
    theirs: &[K],
    present: &BTreeSet<K>,
) -> Vec<K> {
    let ours_first = match (has_moved(base, ours), has_moved(base, theirs)) {
        (true, false) => true,
        (false, true) => false,
        _ => ours >= theirs,
    };
    let (first, second) = if ours_first {
        (ours, theirs)
    } else {
        (theirs, ours)
    };
    let mut order: Vec<K> = first
        .iter()
        .filter(|key| present.contains(key))
        .cloned()
        .collect();
    let mut placed: BTreeSet<K> = order.iter().cloned().collect();
    let mut before: Option<&K> = None;
    for key in second.iter().filter(|key| present.contains(key)) {
        if placed.insert(key.clone()) {
            let follows = before.and_then(|before| order.iter().position(|it| it == before));
            order.insert(follows.map_or(0, |place| place + 1), key.clone());
        }
        before = Some(key);
    }
    order
}

/// True where entries that were there before stand in another order.
fn has_moved<K: Ord>(base: &[K], side: &[K]) -> bool {
    let of_side: BTreeSet<&K> = side.iter().collect();
    let of_base: BTreeSet<&K> = base.iter().collect();
    let before = base.iter().filter(|key| of_side.contains(key));
    let now = side.iter().filter(|key| of_base.contains(key));
    before.ne(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merge(base: &str, ours: &str, theirs: &str) -> String {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        let (base, ours, theirs) = (chars(base), chars(ours), chars(theirs));
        let one = merged(&base, &ours, &theirs, |c| *c, |_, ours, _| *ours);
        let other = merged(&base, &theirs, &ours, |c| *c, |_, ours, _| *ours);
        assert_eq!(one, other, "whoever is who");
        one.into_iter().collect()
    }

    #[test]
    fn entries_come_go_and_move() {
        assert_eq!(merge("abc", "abc", "cab"), "cab");
        assert_eq!(merge("abc", "axbc", "abc"), "axbc");
        assert_eq!(merge("abc", "axbc", "abyc"), "axbyc");
        assert_eq!(merge("abc", "ac", "abc"), "ac");
        assert_eq!(merge("abc", "ac", "cba"), "ca");
        assert_eq!(merge("", "ab", "cd").len(), 4);
        assert_eq!(merge("ab", "ab", "naxb"), "naxb");
        assert_eq!(merge("aa", "aaa", "aa"), "aaa");
    }
}
