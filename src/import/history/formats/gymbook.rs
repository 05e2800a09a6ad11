//! GymBook: a row for each set with the unit behind the weight, `60,0 kg`, in the phone's language.

use crate::history::Reading;
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};
use crate::import::history::set_table::{self, SetColumns};

/// The format.
pub struct GymBook;

impl HistoryFormat for GymBook {
    fn id(&self) -> &'static str {
        "gymbook"
    }

    fn name(&self) -> &'static str {
        "GymBook"
    }

    fn recognises(&self, content: &Content) -> bool {
        content.table().is_some_and(|table| {
            let columns = SetColumns::of(table);
            let needed = [
                columns.date,
                columns.workout,
                columns.exercise,
                columns.reps,
            ];
            let with_unit = |cell: &str| {
                [" kg", " lb", " lbs"]
                    .iter()
                    .any(|unit| cell.ends_with(unit))
            };
            needed.iter().all(Option::is_some)
                && columns.order.is_none()
                && columns.weight.is_some()
                && table.some_of_first(20, |row| {
                    with_unit(&row.cell(columns.weight).to_lowercase())
                })
        })
    }

    fn read(&self, content: &Content, options: &ReadOptions) -> Reading {
        content
            .table()
            .map(|table| set_table::read(self.id(), table, options))
            .unwrap_or_default()
    }
}
