//! What is taken of a file, within bounds, and why one cannot be read.

use crate::intake::{Grid, GridCell};

/// The most cells of a file that are read.
pub(super) const MOST_CELLS: usize = 100_000;
/// The most characters of a cell that are read.
const LONGEST_CELL: usize = 4_000;

/// Why a file cannot be read, and what to do, in a sentence or two.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(String);

impl Unreadable {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

/// A grid that takes no more than it may, and remembers that something was left out.
#[derive(Default)]
pub(super) struct Gatherer {
    pub(super) grids: Vec<Grid>,
    cells: usize,
    pub(super) full: bool,
}

impl Gatherer {
    pub(super) fn begin(&mut self, name: &str) {
        self.grids.push(Grid {
            name: name.chars().take(80).collect(),
            ..Grid::default()
        });
    }

    /// Puts a cell; false when no more are taken.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: GridCell) -> bool {
        if self.cells >= MOST_CELLS {
            self.full = true;
            return false;
        }
        let cell = match cell {
            GridCell::Text(text) if text.trim().is_empty() => return true,
            GridCell::Text(text) => GridCell::Text(text.chars().take(LONGEST_CELL).collect()),
            other => other,
        };
        if let Some(grid) = self.grids.last_mut() {
            self.cells += 1;
            grid.cells.insert((row, column), cell);
        }
        true
    }

    pub(super) fn finish(self) -> (Vec<Grid>, Vec<String>) {
        let mut warnings = Vec::new();
        if self.full {
            warnings.push(format!(
                "The file holds more than {MOST_CELLS} cells; only the first were read."
            ));
        }
        (self.grids, warnings)
    }
}
