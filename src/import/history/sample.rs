//! What the first rows of a table tell of how all of its cells are to be read.

use crate::history::DayOrder;

use super::dates::day_order;
use super::figures::{DecimalMark, MarkCount};

/// How many rows tell what the marks in a file mean.
const ROWS: usize = 400;

/// What was seen so far.
#[derive(Debug, Default)]
pub struct Sample {
    rows: usize,
    marks: MarkCount,
    order: Option<DayOrder>,
}

impl Sample {
    /// True while more rows may tell something: past the first hundreds only where dates leave open which figure is the
    /// day.
    pub fn is_open(&self) -> bool {
        self.rows < ROWS || self.order == Some(DayOrder::Unknown)
    }

    /// Takes a row in.
    pub fn take<'c>(&mut self, cells: impl Iterator<Item = &'c str>) {
        for cell in cells {
            let cell = cell.trim();
            if self.rows < ROWS {
                self.marks.take(cell);
            }
            // The first date that can mean only one thing speaks for all.
            if matches!(self.order, None | Some(DayOrder::Unknown)) {
                self.order = day_order(cell).or(self.order);
            }
        }
        self.rows += 1;
    }

    /// Which mark parts whole from fraction.
    pub fn mark(&self) -> DecimalMark {
        self.marks.mark()
    }

    /// Whether day or month comes first.
    pub fn order(&self) -> DayOrder {
        self.order.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample<'a>(rows: impl IntoIterator<Item = &'a str>) -> Sample {
        let mut sample = Sample::default();
        for row in rows {
            if sample.is_open() {
                sample.take(row.split(';'));
            }
        }
        sample
    }

    #[test]
    fn one_date_that_can_mean_one_thing_speaks_for_all() {
        let order = |rows: &[&str]| sample(rows.iter().copied()).order();
        assert_eq!(order(&["03/04/2026", "24/04/2026"]), DayOrder::DayFirst);
        assert_eq!(order(&["03/04/2026", "04/24/2026"]), DayOrder::MonthFirst);
        assert_eq!(order(&["03/04/2026", "05/04/2026"]), DayOrder::Unknown);
        assert_eq!(order(&["2026-04-24"]), DayOrder::Unknown);
    }

    #[test]
    fn open_dates_are_looked_at_to_the_end_and_plain_ones_are_not() {
        let late = vec!["03/04/2026;5"; 2 * ROWS];
        assert_eq!(
            sample(late.into_iter().chain(["03/25/2026;5"])).order(),
            DayOrder::MonthFirst
        );
        assert!(!sample(vec!["2026-04-03;5"; ROWS]).is_open());
    }

    #[test]
    fn the_mark_is_the_one_that_most_fractions_have() {
        let mark = |rows: &[&str]| sample(rows.iter().copied()).mark();
        assert_eq!(mark(&["4,85;286", "00:25:16;"]), DecimalMark::Comma);
        assert_eq!(mark(&["4.85;4,808"]), DecimalMark::Point);
    }
}
