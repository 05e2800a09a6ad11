//! The name of whoever made a change, small enough to stand in every stamp.

use std::fmt;
use std::sync::{PoisonError, RwLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The longest name, in characters; a longer one is cut.
pub const MOST_IN_SIGNATURE: usize = 60;

/// Every name met so far. A folder knows a handful of them and tens of thousands of stamps, so a stamp holds a number
/// in place of a text.
static NAMES: RwLock<Vec<&'static str>> = RwLock::new(Vec::new());

/// The name of whoever made a change; empty where nobody gave one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Signature(u16);

impl Signature {
    /// Of this name, without blanks around it.
    pub fn new(name: &str) -> Self {
        let name: String = name.trim().chars().take(MOST_IN_SIGNATURE).collect();
        if name.is_empty() {
            return Self::default();
        }
        let mut names = NAMES.write().unwrap_or_else(PoisonError::into_inner);
        let place = names.iter().position(|known| *known == name);
        let place = place.unwrap_or(names.len());
        // More names than there are coaches in the world's largest club come from no honest file.
        let Ok(number) = u16::try_from(place + 1) else {
            return Self::default();
        };
        if place == names.len() {
            names.push(Box::leak(name.into_boxed_str()));
        }
        Self(number)
    }

    /// The name.
    pub fn as_str(self) -> &'static str {
        let names = NAMES.read().unwrap_or_else(PoisonError::into_inner);
        let place = usize::from(self.0).checked_sub(1);
        place
            .and_then(|place| names.get(place).copied())
            .unwrap_or_default()
    }

    /// True where nobody gave a name.
    pub fn is_empty(&self) -> bool {
        self.0 == 0
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

impl Serialize for Signature {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Signature {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|name| Self::new(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_signature_and_long_ones_are_cut() {
        assert_eq!(Signature::new(" Mira Vale "), Signature::new("Mira Vale"));
        assert_ne!(Signature::new("Mira"), Signature::new("Tom"));
        assert_eq!(Signature::new("Mira").as_str(), "Mira");
        assert!(Signature::new("  ").is_empty());
        assert_eq!(Signature::default().as_str(), "");
        let long = Signature::new(&"č".repeat(500));
        assert_eq!(long.as_str().chars().count(), MOST_IN_SIGNATURE);
    }
}
