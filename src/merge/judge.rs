//! Who is right about a figure that two people changed.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use crate::domain::{Author, Stamp};

use super::list;

/// Decides field by field between two versions of one thing, and remembers what it had to decide.
///
/// Who is who makes no difference: with the sides exchanged it decides for the same one.
#[derive(Debug)]
pub(super) struct Judge {
    /// How our version stands to theirs where both changed a field; never equal unless the versions are.
    ours: Ordering,
    /// Nothing but chance tells which of the two is right.
    is_toss_up: bool,
    /// A field was changed on both sides, and one of them had to give way.
    pub(super) has_chosen: bool,
    /// What gave way is work of its own, that nobody would want to lose.
    pub(super) has_clashed: bool,
}

impl Judge {
    /// Between two versions of something that belongs to `owner`: the owner's stands, and of two by the same hand the
    /// newer one.
    pub(super) fn owned<T: Debug>(
        owner: Author,
        (ours, our_stamp): (&T, Stamp),
        (theirs, their_stamp): (&T, Stamp),
    ) -> Self {
        let rank = |stamp: Stamp| (stamp.by == owner, stamp.at, stamp.name.as_str());
        Self::by(rank(our_stamp).cmp(&rank(their_stamp)), ours, theirs)
    }

    /// Between two versions of which the newer one stands, whoever made it.
    pub(super) fn newer<T: Debug>(
        (ours, our_stamp): (&T, Stamp),
        (theirs, their_stamp): (&T, Stamp),
    ) -> Self {
        let rank = |stamp: Stamp| (stamp.at, stamp.name.as_str());
        Self::by(rank(our_stamp).cmp(&rank(their_stamp)), ours, theirs)
    }

    /// Between two versions that do not say when they were made.
    pub(super) fn undated<T: Debug>(ours: &T, theirs: &T) -> Self {
        Self::by(Ordering::Equal, ours, theirs)
    }

    /// Where neither comes first, what they hold decides, so that it is the same on every machine.
    fn by<T: Debug>(order: Ordering, ours: &T, theirs: &T) -> Self {
        Self {
            ours: order.then_with(|| by_content(ours, theirs)),
            is_toss_up: order.is_eq(),
            has_chosen: false,
            has_clashed: false,
        }
    }

    /// True where our version goes before theirs.
    pub(super) fn prefers_ours(&self) -> bool {
        self.ours.is_ge()
    }

    /// True when something had to give way that is worth keeping beside what stands.
    pub(super) fn leaves_something_over(&self) -> bool {
        self.has_clashed || (self.has_chosen && self.is_toss_up)
    }

    /// A field: the side that changed it, and the one that goes before where both did.
    pub(super) fn pick<T: Clone + PartialEq>(
        &mut self,
        base: Option<&T>,
        ours: &T,
        theirs: &T,
    ) -> T {
        let (side, was_changed_twice) = changed_side(base, ours, theirs);
        self.has_chosen |= was_changed_twice;
        let is_ours = match side {
            Some(Side::Ours) => true,
            Some(Side::Theirs) => false,
            None => self.prefers_ours(),
        };
        if is_ours {
            ours.clone()
        } else {
            theirs.clone()
        }
    }

    /// A field that is work of its own: what gives way is kept beside it.
    pub(super) fn content<T: Clone + PartialEq>(
        &mut self,
        base: Option<&T>,
        ours: &T,
        theirs: &T,
    ) -> T {
        let (_, was_changed_twice) = changed_side(base, ours, theirs);
        self.has_clashed |= was_changed_twice;
        self.pick(base, ours, theirs)
    }

    /// Something that may be missing. An edit goes before a deletion that did not know of it.
    pub(super) fn optional<T: Clone + PartialEq>(
        &mut self,
        base: Option<&Option<T>>,
        ours: &Option<T>,
        theirs: &Option<T>,
        merge: impl FnOnce(&mut Self, Option<&T>, &T, &T) -> T,
    ) -> Option<T> {
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => {
                let base = base.and_then(Option::as_ref);
                Some(merge(self, base, ours, theirs))
            }
            (Some(one), None) | (None, Some(one)) => {
                let is_as_before = base.is_some_and(|base| base.as_ref() == Some(one));
                (!is_as_before).then(|| one.clone())
            }
            (None, None) => None,
        }
    }

    /// A text of lines, which are merged one by one; a line that both changed is there twice.
    pub(super) fn lines(
        &mut self,
        base: Option<&String>,
        ours: &String,
        theirs: &String,
    ) -> String {
        match changed_side(base, ours, theirs) {
            (Some(Side::Ours), _) => ours.clone(),
            (Some(Side::Theirs), _) => theirs.clone(),
            (None, _) => {
                let split = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
                let base = base.map(|base| split(base)).unwrap_or_default();
                self.list(&base, &split(ours), &split(theirs), Clone::clone)
                    .join("\n")
            }
        }
    }

    /// A list of entries that are what they are: they come and go, but do not change.
    pub(super) fn list<T: Clone + PartialEq, K: Clone + Ord>(
        &mut self,
        base: &[T],
        ours: &[T],
        theirs: &[T],
        key: impl Fn(&T) -> K,
    ) -> Vec<T> {
        list::merged(base, ours, theirs, key, |base, ours, theirs| {
            self.pick(base, ours, theirs)
        })
    }

    /// A map, key by key.
    pub(super) fn map<K: Clone + Ord, T: Clone + PartialEq>(
        &mut self,
        base: Option<&BTreeMap<K, T>>,
        ours: &BTreeMap<K, T>,
        theirs: &BTreeMap<K, T>,
    ) -> BTreeMap<K, T> {
        self.map_with(base, ours, theirs, Self::pick)
    }

    /// A map, key by key, whose values are merged themselves.
    pub(super) fn map_with<K: Clone + Ord, T: Clone + PartialEq>(
        &mut self,
        base: Option<&BTreeMap<K, T>>,
        ours: &BTreeMap<K, T>,
        theirs: &BTreeMap<K, T>,
        mut merge: impl FnMut(&mut Self, Option<&T>, &T, &T) -> T,
    ) -> BTreeMap<K, T> {
        let keys: BTreeSet<&K> = ours.keys().chain(theirs.keys()).collect();
        let mut merged = BTreeMap::new();
        for key in keys {
            let base = base.map(|base| base.get(key).cloned());
            let (ours, theirs) = (ours.get(key).cloned(), theirs.get(key).cloned());
            let value = self.optional(base.as_ref(), &ours, &theirs, &mut merge);
            merged.extend(value.map(|value| (key.clone(), value)));
        }
        merged
    }
}

/// A side of a merge.
enum Side {
    Ours,
    Theirs,
}

/// The side whose version of a field is taken; `None`, and true, where both changed it to something else.
fn changed_side<T: PartialEq>(base: Option<&T>, ours: &T, theirs: &T) -> (Option<Side>, bool) {
    if ours == theirs || base == Some(theirs) {
        (Some(Side::Ours), false)
    } else if base == Some(ours) {
        (Some(Side::Theirs), false)
    } else {
        (None, true)
    }
}

/// An order of versions by what is in them.
fn by_content<T: Debug>(ours: &T, theirs: &T) -> Ordering {
    format!("{ours:?}").cmp(&format!("{theirs:?}"))
}
