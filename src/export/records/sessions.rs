//! A row for every session: what was planned beside what was done.

use crate::domain::{Athlete, RowKind, Session, Start, Status};
use crate::library::Library;
use crate::load;

use super::cells::{Cell, Subject, Table, TableOptions, athlete_cell, sessions_of, week_name};
use crate::export::{cards, words};

pub(super) fn table(subjects: &[Subject], library: &Library, options: TableOptions) -> Table {
    let far = options.far_unit();
    let (planned_far, done_far) = (format!("Planned {far}"), format!("Done {far}"));
    let columns = [
        ("Athlete", 20),
        ("Date", 12),
        ("Day", 6),
        ("Week", 10),
        ("Start", 9),
        ("Kind", 16),
        ("Session", 26),
        ("What to do", 44),
        ("Planned min", 12),
        (planned_far.as_str(), 12),
        ("Planned RPE", 12),
        ("Planned load AU", 15),
        ("Status", 10),
        ("Done min", 10),
        (done_far.as_str(), 10),
        ("Done RPE", 10),
        ("Average bpm", 12),
        ("Done load AU", 13),
        ("Heavy legs", 11),
        ("Pain", 18),
        ("Note", 30),
        ("Athlete’s note", 30),
        ("Id", 38),
    ];
    let rows = subjects.iter().flat_map(|subject| {
        let athlete = subject.athlete;
        sessions_of(subject).map(move |session| row(athlete, session, library, options))
    });
    Table::new(RowKind::Session, &columns, rows.collect())
}

fn row(
    athlete: &Athlete,
    session: &Session,
    library: &Library,
    options: TableOptions,
) -> Vec<Cell> {
    let (plan, profile) = (&session.plan, &athlete.profile);
    let planned = load::planned_load(session, profile, library).au;
    let done = load::done_load(session, profile, library).map(|load| load.au);
    let was_planned = session.was_planned();
    let planned_far = load::distance_of(plan, profile)
        .filter(|_| was_planned)
        .map(|far| options.far(far.value));
    let log = session.log.clone().unwrap_or_default();
    let run = log.run.unwrap_or_default();
    let trains = planned > 0.0 && was_planned;
    let pains = log.pains.iter().map(|pain| {
        let kind = if pain.sharp { "sharp" } else { "" };
        words::joined([kind, pain.place.trim()], ", ")
    });
    let what = if was_planned {
        cards::instructions(session, profile, options.units)
    } else {
        Vec::new()
    };
    vec![
        athlete_cell(athlete),
        Cell::Date(session.date),
        Cell::text(session.date.format("%a").to_string()),
        Cell::text(week_name(athlete, session.date)),
        start(plan.start),
        Cell::text(words::kind(session.kind())),
        Cell::text(load::title_of(plan, library)),
        Cell::text(what.join("; ")),
        Cell::number(
            (trains || plan.duration.is_some())
                .then(|| f64::from(load::duration_of(plan, profile).value.0)),
        ),
        Cell::rounded(planned_far, 2),
        Cell::number(trains.then(|| load::rpe_of(plan, library).value.value())),
        Cell::rounded(trains.then_some(planned), 0),
        Cell::text(status(&session.status)),
        Cell::number(
            log.duration
                .map(|minutes| f64::from(minutes.0))
                .or_else(|| run.moving.map(|moving| moving.minutes().round())),
        ),
        Cell::rounded(run.distance.map(|far| options.far(far)), 2),
        Cell::number(log.rpe.map(crate::domain::Rpe::value)),
        Cell::number(run.hr_average.map(|bpm| f64::from(bpm.0))),
        Cell::rounded(done, 0),
        Cell::flag(log.heavy_legs),
        Cell::text(words::joined(pains, "; ")),
        Cell::text(plan.note.trim()),
        Cell::text(log.note.trim()),
        Cell::text(session.id.to_string()),
    ]
}

fn start(start: Start) -> Cell {
    match start {
        Start::Clock(time) => Cell::Time(time),
        other => Cell::text(cards::start(other)),
    }
}

fn status(status: &Status) -> String {
    match status {
        Status::Planned => "planned".to_owned(),
        Status::Done => "done".to_owned(),
        Status::Partial => "partly done".to_owned(),
        Status::Skipped { reason } => words::joined(["skipped", reason.trim()], ": "),
        Status::Missed => "missed".to_owned(),
    }
}
