//! Values that stand many times in a workspace and are held once.
//!
//! A coach of two hundred athletes has some hundred thousand sessions, and few thousand different plans among them: the
//! same easy run every week, the same programme for twenty people. A list of sets repeats nearly as often. So what is
//! read from files is looked up among what was read before, and equal values share one place in memory. Changing one
//! makes a copy first, as with any shared pointer, so that nobody else sees the change.

use std::collections::HashMap;
use std::fmt;
use std::hash::{BuildHasher, Hasher};
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value that may be held in several places at once and is copied when one of them changes it.
pub struct Interned<T>(Arc<T>);

impl<T: Clone> Interned<T> {
    /// The value itself.
    pub fn into_inner(self) -> T {
        Arc::unwrap_or_clone(self.0)
    }
}

impl<T> Interned<T> {
    /// True when both are held in one place, and not merely equal.
    pub fn is_one(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Clone for Interned<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> From<T> for Interned<T> {
    fn from(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Deref for Interned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Interned<T> {
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

impl<T> AsRef<T> for Interned<T> {
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<T: PartialEq> PartialEq for Interned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is_one(other) || self.0 == other.0
    }
}

impl<T: PartialEq> PartialEq<T> for Interned<T> {
    fn eq(&self, other: &T) -> bool {
        *self.0 == *other
    }
}

impl<T: Eq> Eq for Interned<T> {}

impl<T: fmt::Debug> fmt::Debug for Interned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: Default> Default for Interned<T> {
    fn default() -> Self {
        Self::from(T::default())
    }
}

impl<T: Serialize> Serialize for Interned<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de> + Repeated> Deserialize<'de> for Interned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(|value| T::known().share(value))
    }
}

/// A kind of value that is looked up among those that were read before.
pub(super) trait Repeated: PartialEq + Sized + 'static {
    /// Where those are kept.
    fn known() -> &'static Known<Self>;

    /// Tells the hasher what tells this value from others. What is left out costs room and nothing else: of two values
    /// that hash alike and are not equal, only one is shared.
    fn mark(&self, hasher: &mut impl Hasher);
}

/// Into so many parts the known values are split, so that threads that read at once seldom wait for each other.
const SHARDS: usize = 16;
/// From so many values of a part on, those that nobody holds any more are let go of.
const MANY: usize = 256;

/// The values of one kind that were read, each once.
pub(super) struct Known<T>([Mutex<Shard<T>>; SHARDS]);

struct Shard<T> {
    values: HashMap<u64, Arc<T>, FxBuildHasher>,
    /// When there are so many, it is looked which of them are still held.
    sweep_at: usize,
}

impl<T> Shard<T> {
    const EMPTY: Self = Self {
        values: HashMap::with_hasher(FxBuildHasher),
        sweep_at: MANY,
    };
}

impl<T: Repeated> Known<T> {
    pub(super) const fn new() -> Self {
        Self([const { Mutex::new(Shard::EMPTY) }; SHARDS])
    }

    /// The value, in the place of an equal one that is known.
    fn share(&self, value: T) -> Interned<T> {
        let mut hasher = FxBuildHasher.build_hasher();
        value.mark(&mut hasher);
        let hash = hasher.finish();
        // hashbrown uses the top and bottom bits of the hash; pick the shard from the middle.
        let shard = (hash >> 32) as usize % SHARDS;
        let Some(shard) = self.0.get(shard) else {
            return value.into();
        };
        let mut shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = shard.values.get(&hash) {
            return if **known == value {
                Interned(known.clone())
            } else {
                value.into()
            };
        }
        let value = Arc::new(value);
        if shard.values.len() >= shard.sweep_at {
            shard.values.retain(|_, known| Arc::strong_count(known) > 1);
            shard.sweep_at = MANY.max(shard.values.len() * 2);
        }
        shard.values.insert(hash, value.clone());
        Interned(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, RunKind, RunPlan, Workout};

    fn read(text: &str) -> Interned<Plan> {
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        options.from_str(text).unwrap()
    }

    const EASY: &str = "(title: \"Easy, with Kim\", workout: Run((kind: Easy, distance: 8000.0)))";

    #[test]
    fn what_is_read_twice_is_held_once_and_changes_for_itself() {
        let (one, mut other) = (read(EASY), read(EASY));
        assert!(one.is_one(&other));
        other.title = "Easy".to_owned();
        assert_eq!(one.title, "Easy, with Kim");
        assert_eq!(other.title, "Easy");
        assert!(read(EASY).is_one(&one), "what is known did not change");
    }

    #[test]
    fn what_differs_in_anything_is_not_taken_for_the_same() {
        for other in [
            EASY.replace("Kim", "Jo"),
            EASY.replace("8000", "8001"),
            EASY.replace("kind: Easy", "kind: Steady"),
            EASY.replace("8000.0)", "8000.0, warm: true)"),
            EASY.replace(", workout", ", note: \"flat\", workout"),
            EASY.replace(", workout", ", key: Key, workout"),
            EASY.replace(", workout", ", start: Part(Morning), workout"),
        ] {
            let other = read(&other);
            assert_ne!(read(EASY), other);
            assert!(!read(EASY).is_one(&other));
        }
    }

    #[test]
    fn what_nobody_holds_any_more_is_let_go_of() {
        static KNOWN: Known<Plan> = Known::new();
        let plan = |number: usize| Plan {
            title: format!("Run {number}"),
            ..Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)))
        };
        let count = || {
            let shards = KNOWN
                .0
                .iter()
                .map(|shard| shard.lock().unwrap().values.len());
            shards.sum::<usize>()
        };
        for number in 0..100 * MANY {
            KNOWN.share(plan(number));
        }
        assert!(count() <= SHARDS * MANY, "{}", count());
        let held: Vec<_> = (0..100 * MANY)
            .map(|number| KNOWN.share(plan(number)))
            .collect();
        for (number, one) in held.iter().enumerate() {
            assert!(KNOWN.share(plan(number)).is_one(one), "{number}");
        }
    }
}
