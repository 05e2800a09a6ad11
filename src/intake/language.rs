//! The languages the lexicon has words of.

/// The languages the lexicon has words of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    English,
    /// German.
    German,
    /// Dutch.
    Dutch,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Italian.
    Italian,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 6] = [
        Self::English,
        Self::German,
        Self::Dutch,
        Self::French,
        Self::Spanish,
        Self::Italian,
    ];
}
