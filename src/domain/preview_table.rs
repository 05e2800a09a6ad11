//! The beginning of a table of a file, to be looked at before the file is made.

/// The beginning of a table, its cells as people read them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PreviewTable {
    /// "Sessions · 7 rows".
    pub title: String,
    /// What else there is to say of it: "23 columns, 9 of them empty".
    pub note: String,
    /// The heads of the columns in which anything stands.
    pub heads: Vec<String>,
    /// Which of these columns are figures.
    pub figures: Vec<bool>,
    /// The first rows, each with a cell for each of these columns.
    pub rows: Vec<Vec<String>>,
    /// How many more rows there are.
    pub more: usize,
}
