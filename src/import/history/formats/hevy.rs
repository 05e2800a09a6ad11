//! Hevy: a row for each set; the unit stands in the header. Dates have month names and 24 or 12 hours.

use std::fmt::Write as _;

use crate::domain::{Kilograms, Meters, SetKind, SetLog};
use crate::history::{Activity, FileContents, Sport};
use crate::import::history::dates::Moment;
use crate::import::history::figures::number;
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};
use crate::import::history::limits;
use crate::import::history::row_moments::RowMoments;
use crate::import::history::session_places::SessionPlaces;
use crate::import::history::set_cells::{add_line, exertion, held, repetitions, weight};
use crate::import::history::sports::RunNames;
use crate::import::history::table::{Row, Table};

/// The format.
pub struct Hevy;

impl HistoryFormat for Hevy {
    fn id(&self) -> &'static str {
        "hevy"
    }

    fn name(&self) -> &'static str {
        "Hevy"
    }

    fn recognises(&self, content: &Content) -> bool {
        content.table().is_some_and(|table| {
            table.has(&[
                "title",
                "start time",
                "exercise title",
                "set index",
                "set type",
            ])
        })
    }

    fn read(&self, content: &Content, options: &ReadOptions) -> FileContents {
        let Some(table) = content.table() else {
            return FileContents::default();
        };
        let mut reader = HevyReader {
            table,
            columns: Columns::of(table),
            starts: RowMoments::new(table, options),
            ends: RowMoments::new(table, options),
            key: String::new(),
            places: SessionPlaces::default(),
            runs: RunNames::default(),
        };
        table.read(|row, reading| reader.row(row, reading))
    }
}

struct Columns {
    title: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
    description: Option<usize>,
    exercise: Option<usize>,
    notes: Option<usize>,
    kind: Option<usize>,
    kg: Option<usize>,
    lb: Option<usize>,
    reps: Option<usize>,
    km: Option<usize>,
    miles: Option<usize>,
    seconds: Option<usize>,
    rpe: Option<usize>,
}

impl Columns {
    fn of(table: &Table) -> Self {
        let column = |header| table.column(header);
        Self {
            title: column("title"),
            start: column("start time"),
            end: column("end time"),
            description: column("description"),
            exercise: column("exercise title"),
            notes: column("exercise notes"),
            kind: column("set type"),
            kg: column("weight kg"),
            lb: column("weight lbs").or(column("weight lb")),
            reps: column("reps"),
            km: column("distance km"),
            miles: column("distance miles").or(column("distance mi")),
            seconds: column("duration seconds"),
            rpe: column("rpe"),
        }
    }
}

struct HevyReader<'a> {
    table: &'a Table<'a>,
    columns: Columns,
    starts: RowMoments,
    ends: RowMoments,
    /// What the row's session is known by.
    key: String,
    places: SessionPlaces,
    runs: RunNames,
}

impl HevyReader<'_> {
    /// Takes a row in, or says why not.
    fn row(&mut self, row: &Row, reading: &mut FileContents) -> Result<(), String> {
        let start = row.cell(self.columns.start);
        let Some(when) = self.starts.read_or_ask(start, reading)? else {
            return Ok(());
        };
        let exercise = row.cell(self.columns.exercise);
        let set = self.set(row)?;
        let run = self.run(row, exercise)?;
        if run.is_none() && set.reps.is_none() && set.seconds.is_none() {
            return Ok(());
        }
        let Some(activity) = self.session(row, when, run.map(|_| exercise), reading) else {
            return Ok(());
        };
        if let Some(way) = run {
            activity.add_run(way, set.seconds);
        } else {
            let last = activity.exercises.last();
            let is_first = last.is_none_or(|last| last.name != exercise);
            activity.add_set(exercise, set);
            let notes = row.cell(self.columns.notes);
            if is_first && !notes.is_empty() {
                add_line(&mut activity.note, &format!("{exercise}: {notes}"));
            }
        }
        Ok(())
    }

    fn set(&self, row: &Row) -> Result<SetLog, String> {
        let (columns, mark) = (&self.columns, self.table.mark);
        let kind = row.cell(columns.kind);
        let kg = weight(row.cell(columns.kg), mark)?.map(Kilograms::new);
        let lb = weight(row.cell(columns.lb), mark)?.map(Kilograms::from_pounds);
        let set = SetLog {
            reps: repetitions(row.cell(columns.reps), mark)?,
            seconds: held(row.cell(columns.seconds), mark),
            kg: kg.or(lb),
            // A set to failure leaves none in reserve.
            rir: if kind == "failure" {
                Some(0.0)
            } else {
                exertion(row.cell(columns.rpe), mark).map(|rpe| 10.0 - rpe)
            },
            kind: match kind {
                "warmup" => SetKind::WarmUp,
                "dropset" => SetKind::Drop,
                _ => SetKind::Working,
            },
            ..SetLog::default()
        };
        limits::set_error(&set).map_or(Ok(set), Err)
    }

    /// How far a row that is a run went.
    fn run(&mut self, row: &Row, exercise: &str) -> Result<Option<Meters>, String> {
        let (columns, mark) = (&self.columns, self.table.mark);
        let figure = |column| number(row.cell(column), mark).filter(|value| *value != 0.0);
        let km = figure(columns.km).map(|km| km * 1000.0);
        let meters = km.or(figure(columns.miles).map(|miles| Meters::from_miles(miles).m()));
        match meters {
            Some(meters) if self.runs.is_run(exercise) => limits::distance(meters),
            _ => Ok(None),
        }
    }

    /// The row's session, which is begun where it is not there yet. `run` names the exercise where the row is a run, which
    /// becomes a session of its own.
    fn session<'r>(
        &mut self,
        row: &Row,
        when: Moment,
        run: Option<&str>,
        reading: &'r mut FileContents,
    ) -> Option<&'r mut Activity> {
        let columns = &self.columns;
        let (start, title) = (row.cell(columns.start), row.cell(columns.title));
        self.key.clear();
        // Writing into a text cannot fail.
        let _ = match run {
            Some(exercise) => write!(self.key, "{start} {title} {exercise}"),
            None => write!(self.key, "{start} {title}"),
        };
        let (key, ends) = (&self.key, &mut self.ends);
        self.places.session(key, reading, || {
            let end = ends.read(row.cell(columns.end)).ok();
            let sport = match run {
                Some(_) => Sport::Run,
                None => Sport::Strength,
            };
            Activity {
                time: when.time,
                title: run.unwrap_or(title).to_owned(),
                note: row.cell(columns.description).to_owned(),
                // A run lasts as long as its rows say.
                duration: end
                    .filter(|_| run.is_none())
                    .and_then(|end| limits::lasted(when, end)),
                line: row.line,
                ..Activity::new("hevy", key.clone(), when.date, sport)
            }
        })
    }
}
