//! Hevy: a row for each set; the unit stands in the header. Dates have month names and 24 or 12 hours.

use crate::domain::{Kilograms, Meters, Seconds, SetKind, SetLog};
use crate::history::Reading;
use crate::history::{Activity, Sport};
use crate::import::history::dates::moment;
use crate::import::history::figures::{count, duration, number};
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};
use crate::import::history::limits;
use crate::import::history::set_table::add_line;
use crate::import::history::sports::sport;
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

    fn read(&self, content: &Content, options: &ReadOptions) -> Reading {
        let Some(table) = content.table() else {
            return Reading::default();
        };
        let columns = Columns::of(table);
        let mut reading = Reading::default();
        table.for_each(|row| take(row, table, &columns, options, &mut reading));
        reading
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

fn take(row: &Row, table: &Table, columns: &Columns, options: &ReadOptions, reading: &mut Reading) {
    let start = row.cell(columns.start);
    let when = match moment(start, table.order, options.zone) {
        Ok(when) => when,
        Err(error) => return reading.skip(row.line, error.to_string()),
    };
    let (title, exercise) = (row.cell(columns.title), row.cell(columns.exercise));
    let figure = |column| number(row.cell(column), table.mark).filter(|value: &f64| *value != 0.0);
    let set = SetLog {
        reps: count(row.cell(columns.reps), table.mark).filter(|reps| *reps > 0),
        seconds: duration(row.cell(columns.seconds), table.mark)
            .filter(|seconds| *seconds >= 1.0)
            .map(|seconds| seconds as u32),
        kg: figure(columns.kg)
            .map(Kilograms::new)
            .or(figure(columns.lb).map(Kilograms::from_pounds)),
        rir: figure(columns.rpe)
            .filter(|rpe| (1.0..=10.0).contains(rpe))
            .map(|rpe| 10.0 - rpe),
        kind: match row.cell(columns.kind) {
            "warmup" => SetKind::WarmUp,
            "dropset" => SetKind::Drop,
            _ => SetKind::Working,
        },
        ..SetLog::default()
    };
    let set = SetLog {
        rir: if row.cell(columns.kind) == "failure" {
            Some(0.0)
        } else {
            set.rir
        },
        ..set
    };
    if let Some(reason) = limits::set_error(&set) {
        return reading.skip(row.line, reason);
    }
    let meters = figure(columns.km)
        .map(|km| km * 1000.0)
        .or(figure(columns.miles).map(|miles| Meters::from_miles(miles).m()))
        .filter(|_| sport(exercise) == Sport::Run);
    let run = match meters.map(limits::distance).transpose() {
        Ok(run) => run.flatten(),
        Err(reason) => return reading.skip(row.line, reason),
    };
    let kind = if run.is_some() {
        Sport::Run
    } else {
        Sport::Strength
    };
    let key = match kind {
        Sport::Run => format!("{start} {title} {exercise}"),
        _ => format!("{start} {title}"),
    };
    let known = reading
        .activities
        .iter()
        .rposition(|activity| activity.key == key);
    let place = known.unwrap_or_else(|| {
        let lasted = moment(row.cell(columns.end), table.order, options.zone)
            .ok()
            .and_then(|end| {
                let from = when.date.and_time(when.time?);
                u32::try_from((end.date.and_time(end.time?) - from).num_seconds()).ok()
            });
        reading.activities.push(Activity {
            time: when.time,
            title: if run.is_some() { exercise } else { title }.to_owned(),
            note: row.cell(columns.description).to_owned(),
            duration: lasted
                .filter(|seconds| {
                    *seconds > 0 && f64::from(*seconds) <= limits::MOST_SECONDS && run.is_none()
                })
                .map(Seconds),
            line: row.line,
            ..Activity::new("hevy", key, when.date, kind)
        });
        reading.activities.len() - 1
    });
    let Some(activity) = reading.activities.get_mut(place) else {
        return;
    };
    if let Some(run) = run {
        activity.run.distance = Some(Meters::new(
            activity.run.distance.map_or(0.0, Meters::m) + run.m(),
        ));
        if let Some(seconds) = set.seconds {
            let moving = activity
                .run
                .moving
                .map_or(0, |moving| moving.0)
                .saturating_add(seconds);
            activity.run.moving = Some(Seconds(moving));
            activity.duration = activity.run.moving;
        }
    } else if set.reps.is_some() || set.seconds.is_some() {
        let first_set = activity
            .exercises
            .last()
            .is_none_or(|last| last.name != exercise);
        activity.add_set(exercise, set);
        let notes = row.cell(columns.notes);
        if first_set && !notes.is_empty() {
            add_line(&mut activity.note, &format!("{exercise}: {notes}"));
        }
    }
}
