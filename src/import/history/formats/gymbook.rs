//! GymBook: a row for each set, newest session first, in the phone's language (public readers of its exports show
//! Italian and German). One column holds repetitions or a time, another a weight or a distance, each with its unit
//! behind: `12 ripetizioni`, `60 secondi`, `0,00 kg`. Sets that were skipped stand there too. Files are often in
//! UTF-16.
//!
//! Older descriptions have plain columns with the unit behind the weight; such files are read as well.

use std::fmt::Write as _;

use crate::domain::{Kilograms, Meters, SetKind, SetLog};
use crate::history::FileContents;
use crate::import::history::columns::column;
use crate::import::history::figures::{DecimalMark, duration};
use crate::import::history::format::{HistoryFormat, ReadOptions};
use crate::import::history::row_moments::RowMoments;
use crate::import::history::set_cells::{repetitions, says_yes, weight};
use crate::import::history::set_columns::SetColumns;
use crate::import::history::set_sessions::{About, Note, SetRow, SetSessions};
use crate::import::history::set_table;
use crate::import::history::table::{CsvRow, Table};

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_tables(FAMILY, "GymBook", recognises, read);

const FAMILY: &str = "gymbook";

fn recognises(table: &Table) -> bool {
    Columns::of(table).is_some() || has_units_behind(table)
}

fn read(table: &Table, options: &ReadOptions) -> FileContents {
    let Some(columns) = Columns::of(table) else {
        return set_table::read(FAMILY, table, options);
    };
    let mut reader = SetReader {
        mark: table.mark,
        columns,
        moments: RowMoments::new(table, options),
        moment: String::new(),
        sessions: SetSessions::new(FAMILY),
    };
    table.read(|row, reading| reader.row(row, reading))
}

/// True for a table of sets whose weights have their unit behind them.
fn has_units_behind(table: &Table) -> bool {
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
}

struct Columns {
    date: usize,
    time: Option<usize>,
    workout: Option<usize>,
    exercise: usize,
    kind: Option<usize>,
    amount: usize,
    load: usize,
    note: Option<usize>,
    skipped: Option<usize>,
}

impl Columns {
    fn of(table: &Table) -> Option<Self> {
        let field = |name| column(table, FAMILY, name);
        Some(Self {
            date: field("date")?,
            time: field("time"),
            workout: field("workout"),
            exercise: field("exercise")?,
            kind: field("kind"),
            amount: field("amount")?,
            load: field("load")?,
            note: field("note"),
            skipped: field("skipped"),
        })
    }
}

struct SetReader {
    mark: DecimalMark,
    columns: Columns,
    moments: RowMoments,
    /// Day and time of the row, as one text.
    moment: String,
    /// By day, title, and the exercise of endurance work.
    sessions: SetSessions,
}

/// What a set was of.
enum Load {
    Mass(Option<Kilograms>),
    Way(f64),
}

impl SetReader {
    /// Takes a row in, or says why not.
    fn row(&mut self, row: &CsvRow, reading: &mut FileContents) -> Result<(), String> {
        let columns = &self.columns;
        if was_skipped(row.cell(columns.skipped)) {
            return Ok(());
        }
        self.moment.clear();
        self.moment.push_str(row.cell(Some(columns.date)));
        if columns.time.is_some() {
            self.moment.push(' ');
            self.moment.push_str(row.cell(columns.time));
        }
        let Some(when) = self.moments.read_or_ask(&self.moment, reading)? else {
            return Ok(());
        };
        let load = self.load(row)?;
        let title = row.cell(columns.workout);
        let set = SetRow {
            line: row.line,
            when,
            title,
            exercise: row.cell(Some(columns.exercise)),
            set: self.set(row, &load)?,
            meters: match load {
                Load::Way(meters) => Some(meters),
                Load::Mass(_) => None,
            },
            note: Note::OfSet(row.cell(columns.note)),
        };
        let write_key = |key: &mut String, apart: Option<&str>| {
            // Writing into a text cannot fail.
            let _ = write!(key, "{}", when.date);
            for word in [title, apart.unwrap_or_default()] {
                if !word.is_empty() {
                    let _ = write!(key, " {word}");
                }
            }
        };
        let entered = self
            .sessions
            .enter(&set, None, reading, write_key, About::default)?;
        // Each row has a time of its own.
        if let (Some(place), Some(time)) = (entered, when.time)
            && let Some(activity) = reading.activities.get_mut(place)
        {
            activity.reach(time);
        }
        Ok(())
    }

    fn load(&self, row: &CsvRow) -> Result<Load, String> {
        let cell = row.cell(Some(self.columns.load));
        let value = weight(cell, self.mark)?;
        let unit = cell.trim_start_matches(|c: char| !c.is_alphabetic());
        Ok(match unit.to_lowercase().as_str() {
            "km" => Load::Way(value.unwrap_or_default() * 1000.0),
            "m" => Load::Way(value.unwrap_or_default()),
            "mi" | "miles" | "meilen" | "miglia" => {
                Load::Way(Meters::from_miles(value.unwrap_or_default()).m())
            }
            "lb" | "lbs" => Load::Mass(value.map(Kilograms::from_pounds)),
            _ => Load::Mass(value.map(Kilograms::new)),
        })
    }

    fn set(&self, row: &CsvRow, load: &Load) -> Result<SetLog, String> {
        let amount = row.cell(Some(self.columns.amount));
        let seconds = duration(amount, self.mark).filter(|_| !is_bare(amount));
        Ok(SetLog {
            seconds: seconds
                .filter(|seconds| *seconds >= 1.0)
                .map(|seconds| seconds as u32),
            reps: match seconds {
                Some(_) => None,
                None => repetitions(amount, self.mark)?,
            },
            kg: match load {
                Load::Mass(kg) => *kg,
                Load::Way(_) => None,
            },
            // "Set" says nothing besides; to cool down is no work either.
            kind: if row.cell(self.columns.kind).contains([' ', '-'])
                || row.cell(self.columns.kind).len() > "Satz".len()
            {
                SetKind::WarmUp
            } else {
                SetKind::Working
            },
            ..SetLog::default()
        })
    }
}

/// True for a cell that says that the set was not done.
fn was_skipped(cell: &str) -> bool {
    says_yes(cell) || ["ja", "si", "sì", "sí", "oui"].contains(&cell.to_lowercase().as_str())
}

/// True for figures without a unit.
fn is_bare(cell: &str) -> bool {
    !cell.contains(char::is_alphabetic) && !cell.contains(':')
}
