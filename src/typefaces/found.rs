//! Fonts found for some characters, and the characters for which there is none.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::coverage::writing_of;

/// A font of the computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// What it is called, with its place where it comes in a collection.
    pub name: String,
    /// The file it stands in.
    pub bytes: Arc<[u8]>,
    /// Its place in the file.
    pub index: u32,
}

/// What was found for some characters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The fonts that have them, the one with most of them first.
    pub faces: Vec<Arc<Face>>,
    /// Those that no font of the computer has.
    pub missing: BTreeSet<char>,
}

impl Found {
    /// The writings for which there is no font, in words: "Korean and Thai"; nothing where each letter has one. A sign
    /// that is no letter is missed by nobody.
    pub fn missing_words(&self) -> Option<String> {
        let letters = self.missing.iter().filter(|sign| sign.is_alphabetic());
        let writings: BTreeSet<&str> = letters.map(|sign| writing_of(*sign)).collect();
        let writings: Vec<&str> = writings.into_iter().collect();
        let (last, before) = writings.split_last()?;
        Some(match before {
            [] => (*last).to_owned(),
            _ => format!("{} and {last}", before.join(", ")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings_without_a_font_are_told_once_each() {
        let found = |text: &str| Found {
            faces: Vec::new(),
            missing: text.chars().collect(),
        };
        assert_eq!(found("").missing_words(), None);
        assert_eq!(found("กขค").missing_words().unwrap(), "Thai");
        assert_eq!(found("กข한국").missing_words().unwrap(), "Korean and Thai");
    }
}
