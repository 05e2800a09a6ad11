//! A row for every week of an athlete: what it came to.

use crate::domain::RowKind;
use crate::library::Library;
use crate::load::series::{WeekTotals, weekly};

use super::cells::{Cell, Subject, Table, TableOptions, athlete_cell, week_name};

pub(super) fn table(subjects: &[Subject], library: &Library, options: TableOptions) -> Table {
    let far = options.far_unit();
    let (planned_far, done_far) = (format!("Planned {far}"), format!("Done {far}"));
    let columns = [
        ("Athlete", 20),
        ("Week", 10),
        ("From", 12),
        ("Runs", 7),
        ("Strength sessions", 17),
        (planned_far.as_str(), 12),
        (done_far.as_str(), 12),
        ("Planned load AU", 15),
        ("Done load AU", 13),
        ("Done run AU", 12),
        ("Done strength AU", 16),
        ("Done cross AU", 14),
        ("Estimated", 10),
    ];
    let rows = subjects.iter().flat_map(|subject| {
        let (from, to) = subject.days;
        let days = (to - from).num_days().max(0);
        let weeks = usize::try_from(days / 7 + 1).unwrap_or(1);
        weekly(subject.athlete, library, options.today, from, weeks)
            .into_iter()
            .map(|week| row(subject, &week, options))
    });
    Table::new(RowKind::Week, &columns, rows.collect())
}

fn row(subject: &Subject, week: &WeekTotals, options: TableOptions) -> Vec<Cell> {
    let whole = |value: f64| Cell::rounded(value, 0);
    vec![
        athlete_cell(subject.athlete),
        Cell::text(week_name(subject.athlete, week.monday)),
        Cell::Date(week.monday),
        Cell::number(week.runs as f64),
        Cell::number(week.strength_sessions as f64),
        Cell::rounded(options.far(week.planned.distance), 1),
        Cell::rounded(options.far(week.done.distance), 1),
        whole(week.planned.au()),
        whole(week.done.au()),
        whole(week.done.run_au),
        whole(week.done.strength_au),
        whole(week.done.cross_au),
        Cell::flag(week.estimated),
    ]
}
