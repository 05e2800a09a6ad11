//! What identifies a chart. The charts themselves, each in a file of its own, are in [`scenes`](super::scenes).

/// A chart of the catalogue, known by the word that files use for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chart(&'static str);

impl Chart {
    /// A chart with a word of its own, which files keep for ever.
    pub(super) const fn new(word: &'static str) -> Self {
        Self(word)
    }

    /// The word that files use for it.
    pub fn word(self) -> &'static str {
        self.0
    }
}
