//! A sheet of cells, as it was read from a workbook or from pasted text.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::SessionId;

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum GridCell {
    /// Words.
    Text(String),
    /// A figure.
    Number(f64),
    /// A day.
    Date(NaiveDate),
}

impl GridCell {
    /// The cell as it reads.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(value) => {
                let text = format!("{value:.3}");
                text.trim_end_matches('0').trim_end_matches('.').to_owned()
            }
            Self::Date(date) => date.to_string(),
        }
    }
}

/// A sheet: its name and its cells that hold something, by row and column from 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// The name of the sheet.
    pub name: String,
    /// The cells.
    pub cells: BTreeMap<(u32, u32), GridCell>,
    /// The column that holds the identities of what came from this program, where there is one.
    pub ids: BTreeMap<(u32, u32), Vec<SessionId>>,
}

impl Grid {
    pub(super) fn rows(&self) -> u32 {
        self.cells.keys().map(|(row, _)| row + 1).max().unwrap_or(0)
    }

    pub(super) fn columns(&self) -> u32 {
        self.cells
            .keys()
            .map(|(_, column)| column + 1)
            .max()
            .unwrap_or(0)
    }

    pub(super) fn get(&self, row: u32, column: u32) -> Option<&GridCell> {
        self.cells.get(&(row, column))
    }

    pub(super) fn text(&self, row: u32, column: u32) -> String {
        self.get(row, column)
            .map(GridCell::text)
            .unwrap_or_default()
    }

    /// The columns of a row that hold something, with their text.
    pub(super) fn filled(&self, row: u32) -> impl Iterator<Item = (u32, String)> {
        let texts = (0..self.columns()).map(move |column| (column, self.text(row, column)));
        texts.filter(|(_, text)| !text.trim().is_empty())
    }

    pub(super) fn turned(&self) -> Self {
        Self {
            name: self.name.clone(),
            cells: self
                .cells
                .iter()
                .map(|((row, column), cell)| ((*column, *row), cell.clone()))
                .collect(),
            ids: self
                .ids
                .iter()
                .map(|((row, column), ids)| ((*column, *row), ids.clone()))
                .collect(),
        }
    }
}
