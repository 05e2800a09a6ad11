//! Charts on paper.
