//! Which versions of an athlete went from one workspace to another, and so which one two workspaces had in common last.
//!
//! It works as in a distributed version control: a version that is sent names the versions it contains, its parents.
//! What two sides both contain, and nothing newer of both contains, is the base of their merge. There may be two such
//! versions, when packages crossed on their way; then the merge of the two is the base, which both sides work out alike.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::{Athlete, VersionId};

use super::athlete::athletes;

/// A version that went out or came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Its identity.
    pub id: VersionId,
    /// The newest versions that it contains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<VersionId>,
}

/// The versions of an athlete that a workspace contains.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Lineage(Vec<Version>);

impl Lineage {
    /// The versions, in the order in which they became known.
    pub fn versions(&self) -> &[Version] {
        &self.0
    }

    /// True for a version that is contained.
    pub fn contains(&self, id: VersionId) -> bool {
        self.0.iter().any(|version| version.id == id)
    }

    /// Makes a version of everything that is contained, and returns it.
    pub fn add(&mut self, id: VersionId) -> Version {
        let version = Version {
            id,
            parents: self.heads(),
        };
        self.0.push(version.clone());
        version
    }

    /// Takes in what another workspace contains.
    pub fn join(&mut self, other: &Self) {
        let mut known: BTreeSet<VersionId> = self.0.iter().map(|version| version.id).collect();
        for version in &other.0 {
            if known.insert(version.id) {
                self.0.push(version.clone());
            }
        }
    }

    /// Forgets the oldest versions but so many.
    pub fn keep_newest(&mut self, count: usize) {
        let surplus = self.0.len().saturating_sub(count);
        self.0.drain(..surplus);
    }

    /// The versions that no other one contains, in the order of their identities.
    pub fn heads(&self) -> Vec<VersionId> {
        let all: BTreeSet<VersionId> = self.0.iter().map(|version| version.id).collect();
        self.newest_of(&all).into_iter().collect()
    }

    /// Of some versions those that none of the others contains.
    fn newest_of(&self, some: &BTreeSet<VersionId>) -> BTreeSet<VersionId> {
        let mut newest = some.clone();
        for id in some {
            for ancestor in self.ancestors(*id) {
                newest.remove(&ancestor);
            }
        }
        newest
    }

    /// What a version contains besides itself, as far as it is known. A file may claim that a version contains itself.
    fn ancestors(&self, id: VersionId) -> BTreeSet<VersionId> {
        let parents: BTreeMap<VersionId, &[VersionId]> = self
            .0
            .iter()
            .map(|version| (version.id, version.parents.as_slice()))
            .collect();
        let mut found = BTreeSet::new();
        let mut next = vec![id];
        while let Some(version) = next.pop() {
            for parent in parents.get(&version).copied().unwrap_or_default() {
                if *parent != id && found.insert(*parent) {
                    next.push(*parent);
                }
            }
        }
        found
    }
}

/// The base of a merge of two workspaces: the last version that both contain, or the merge of several such. `kept` gives
/// the athlete as of a version, where that was kept. `None` when the two have nothing in common that was kept.
pub fn common_base(
    ours: &Lineage,
    theirs: &Lineage,
    kept: &impl Fn(VersionId) -> Option<Arc<Athlete>>,
) -> Option<Arc<Athlete>> {
    let mut all = ours.clone();
    all.join(theirs);
    let of = |lineage: &Lineage| -> BTreeSet<VersionId> {
        lineage.0.iter().map(|version| version.id).collect()
    };
    let common = of(ours).intersection(&of(theirs)).copied().collect();
    base_of(&all, common, kept)
}

fn base_of(
    all: &Lineage,
    mut common: BTreeSet<VersionId>,
    kept: &impl Fn(VersionId) -> Option<Arc<Athlete>>,
) -> Option<Arc<Athlete>> {
    common.retain(|id| kept(*id).is_some());
    let newest = all.newest_of(&common);
    let mut newest = newest.into_iter();
    let first = newest.next()?;
    let mut base = kept(first)?;
    let mut contained = with_itself(all, first);
    for id in newest {
        let Some(other) = kept(id) else { continue };
        let others = with_itself(all, id);
        // Each of the two lacks the other, so that there is less to look through every time.
        let below = contained.intersection(&others).copied().collect();
        let below = base_of(all, below, kept);
        base = Arc::new(athletes(below.as_deref(), &base, &other).athlete);
        contained.extend(others);
    }
    Some(base)
}

fn with_itself(all: &Lineage, id: VersionId) -> BTreeSet<VersionId> {
    let mut versions = all.ancestors(id);
    versions.insert(id);
    versions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(bits: u128) -> VersionId {
        VersionId::from_bits(bits)
    }

    #[test]
    fn heads_are_what_nothing_newer_contains() {
        let mut ours = Lineage::default();
        ours.add(id(1));
        let mut theirs = ours.clone();
        ours.add(id(2));
        theirs.add(id(3));
        assert_eq!(ours.heads(), [id(2)]);
        ours.join(&theirs);
        assert_eq!(ours.heads(), [id(2), id(3)]);
        assert_eq!(ours.add(id(4)).parents, [id(2), id(3)]);
        assert_eq!(ours.heads(), [id(4)]);
        assert!(ours.contains(id(1)));
        ours.keep_newest(2);
        assert_eq!(ours.heads(), [id(4)]);
    }

    #[test]
    fn a_circle_that_somebody_wrote_ends() {
        let circle = |a: u128, b: u128| Version {
            id: id(a),
            parents: vec![id(b), id(a)],
        };
        let lineage = Lineage(vec![circle(1, 2), circle(2, 1)]);
        assert!(lineage.heads().len() <= 2);
        assert_eq!(common_base(&lineage, &lineage, &|_| None), None);
    }
}
