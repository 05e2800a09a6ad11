//! The moments of a table's rows. Rows of one session repeat theirs, so it is read once.

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::history::{DayOrder, FileContents, Need};

use super::dates::{DateError, Moment, moment};
use super::format::ReadOptions;
use super::table::Table;

/// Reads moments, and remembers the last one.
pub struct RowMoments {
    order: DayOrder,
    zone: fn(DateTime<Utc>) -> NaiveDateTime,
    text: String,
    last: Result<Moment, DateError>,
}

impl RowMoments {
    /// A reader for the rows of this table. What was said of the order of day and month counts where the table leaves
    /// it open.
    pub fn new(table: &Table, options: &ReadOptions) -> Self {
        Self {
            order: match table.order {
                DayOrder::Unknown => options.order,
                known => known,
            },
            zone: options.zone,
            text: String::new(),
            last: Err(DateError::Unreadable),
        }
    }

    /// The moment that a cell holds.
    ///
    /// # Errors
    ///
    /// [`DateError`].
    pub fn read(&mut self, cell: &str) -> Result<Moment, DateError> {
        // The text begins empty, which is no moment, as `last` begins with.
        if self.text != cell {
            self.text.clear();
            self.text.push_str(cell);
            self.last = moment(cell, self.order, self.zone);
        }
        self.last
    }

    /// The moment that a cell holds; `None` where day and month could be either, which one answer settles for all rows.
    ///
    /// # Errors
    ///
    /// In words, why it is none.
    pub fn read_or_ask(
        &mut self,
        cell: &str,
        reading: &mut FileContents,
    ) -> Result<Option<Moment>, String> {
        match self.read(cell) {
            Ok(moment) => Ok(Some(moment)),
            Err(DateError::Ambiguous) => {
                reading.need(Need::DayOrder);
                Ok(None)
            }
            Err(error) => Err(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cell_is_read_for_itself() {
        let table = Table::new("Date,Reps\n").unwrap();
        let options = ReadOptions::default();
        let mut moments = RowMoments::new(&table, &options);
        assert_eq!(moments.read(""), Err(DateError::Unreadable));
        let first = moments.read("2026-01-02").unwrap();
        assert_eq!(moments.read("2026-01-02"), Ok(first));
        assert_eq!(moments.read(""), Err(DateError::Unreadable));
        assert_ne!(moments.read("2026-01-03"), Ok(first));
    }
}
