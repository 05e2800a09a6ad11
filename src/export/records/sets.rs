//! A row for every set: what was asked beside what was lifted.

use crate::domain::{Athlete, ExerciseLog, Prescription, RowKind, Session, SetKind, SetLog, Side};
use crate::library::Library;
use crate::load;

use super::cells::{Cell, Subject, Table, TableOptions, athlete_cell, sessions_of, week_name};
use crate::export::{tables, words};

pub(super) fn table(subjects: &[Subject], library: &Library, options: TableOptions) -> Table {
    let heavy = options.heavy_unit();
    let done_load = format!("Done {heavy}");
    let columns = [
        ("Athlete", 20),
        ("Date", 12),
        ("Week", 10),
        ("Session", 24),
        ("Exercise", 26),
        ("Set", 6),
        ("Set kind", 10),
        ("Planned", 14),
        ("Planned load", 16),
        ("Effort", 10),
        ("Rest s", 8),
        ("Done reps", 10),
        ("Done s", 8),
        (done_load.as_str(), 10),
        ("RIR", 6),
        ("Side", 7),
        ("Failed", 8),
        ("Note", 30),
        ("Session id", 38),
    ];
    let rows = subjects.iter().flat_map(|subject| {
        let athlete = subject.athlete;
        sessions_of(subject)
            .flat_map(move |session| session_rows(athlete, session, library, options))
    });
    Table::new(RowKind::Set, &columns, rows.collect())
}

fn session_rows(
    athlete: &Athlete,
    session: &Session,
    library: &Library,
    options: TableOptions,
) -> Vec<Vec<Cell>> {
    let title = load::title_of(&session.plan, library);
    let paired = tables::paired(session);
    let rows = paired.into_iter().flat_map(|(planned, log)| {
        // As many rows as sets are planned or were done, whichever is more.
        let asked = planned.map_or(0, |exercise| exercise.sets.high.min(tables::MOST_BLANKS));
        let done = log.map_or(0, |log| log.sets.len());
        let title = &title;
        (0..done.max(asked as usize)).map(move |set| {
            let mut row = vec![
                athlete_cell(athlete),
                Cell::Date(session.date),
                Cell::text(week_name(athlete, session.date)),
                Cell::text(title.as_str()),
            ];
            row.extend(set_cells(planned, log, set, asked as usize, options));
            row.push(Cell::text(session.id.to_string()));
            row
        })
    });
    rows.collect()
}

fn set_cells(
    planned: Option<&Prescription>,
    log: Option<&ExerciseLog>,
    set: usize,
    asked: usize,
    options: TableOptions,
) -> Vec<Cell> {
    let name = planned
        .map(|exercise| tables::shown_name(&exercise.name, exercise.exercise.as_str()))
        .or_else(|| log.map(|log| tables::shown_name(&log.name, log.exercise.as_str())));
    let planned = planned.filter(|_| set < asked);
    let done = log.and_then(|log| log.sets.get(set)).copied();
    let text = |text: Option<String>| Cell::text(text.unwrap_or_default());
    let mut cells = vec![
        text(name),
        Cell::number(set as f64 + 1.0),
        text(done.map(|done| set_kind(done).to_owned())),
        text(planned.map(|exercise| words::reps(exercise.reps, exercise.per_side))),
        text(planned.map(|exercise| words::load(&exercise.load, options.units.mass))),
        text(planned.and_then(|exercise| exercise.effort.map(words::effort))),
        Cell::number(planned.and_then(|exercise| exercise.rest.map(|rest| f64::from(rest.0)))),
    ];
    let done = done.unwrap_or_default();
    let side = match done.side {
        None => "",
        Some(Side::Left) => "left",
        Some(Side::Right) => "right",
    };
    cells.extend([
        Cell::number(done.reps.map(f64::from)),
        Cell::number(done.seconds.map(f64::from)),
        Cell::rounded(done.kg.map(|kg| options.heavy(kg)), 2),
        Cell::number(done.rir),
        Cell::text(side),
        Cell::flag(done.failed),
        text(planned.map(|exercise| exercise.note.trim().to_owned())),
    ]);
    cells
}

fn set_kind(set: SetLog) -> &'static str {
    match set.kind {
        SetKind::Working => "working",
        SetKind::WarmUp => "warm-up",
        SetKind::Drop => "drop",
    }
}
