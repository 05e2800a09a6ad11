//! StrengthLog: a row for each set, moments in Unix milliseconds, bodyweight and assistance in columns of their own.
//! A header stands twice, and titles with commas are not always quoted.

use std::collections::HashMap;

use crate::domain::{Kilograms, Seconds, SetKind, SetLog};
use crate::history::Reading;
use crate::history::{Activity, Sport};
use crate::import::history::dates::unix_millis;
use crate::import::history::figures::{count, duration, number};
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};
use crate::import::history::limits;
use crate::import::history::set_table::add_line;
use crate::import::history::table::{Row, Table};

/// The format.
pub struct StrengthLog;

impl HistoryFormat for StrengthLog {
    fn id(&self) -> &'static str {
        "strengthlog"
    }

    fn name(&self) -> &'static str {
        "StrengthLog"
    }

    fn recognises(&self, content: &Content) -> bool {
        content.table().is_some_and(|table| {
            table.has(&[
                "workout",
                "start",
                "end",
                "exercise",
                "extraweight",
                "assistingweight",
            ])
        })
    }

    fn read(&self, content: &Content, options: &ReadOptions) -> Reading {
        let mut reading = Reading::default();
        let mut places = HashMap::new();
        if let Some(table) = content.table() {
            table.for_each(|row| take(row, table, options, &mut reading, &mut places));
        }
        reading
    }
}

fn take(
    row: &Row,
    table: &Table,
    options: &ReadOptions,
    reading: &mut Reading,
    places: &mut HashMap<String, usize>,
) {
    // An unquoted title with a comma pushes everything behind it to the right.
    let is_moment = |place: &usize| {
        let cell = row.cell(Some(*place));
        cell.len() >= 12 && cell.bytes().all(|byte| byte.is_ascii_digit())
    };
    let shift = (1..row.len()).find(is_moment).map_or(0, |place| place - 1);
    let cell = |header: &str| {
        row.cell(
            table
                .column(header)
                .map(|place| place + if place == 0 { 0 } else { shift }),
        )
    };
    let title = (0..=shift)
        .map(|place| row.cell(Some(place)))
        .collect::<Vec<_>>()
        .join(", ");
    let (start, exercise) = (cell("start"), cell("exercise"));
    let when = match unix_millis(start, options.zone) {
        Ok(when) => when,
        Err(error) => return reading.skip(row.line, error.to_string()),
    };
    let figure =
        |header: &str| number(cell(header), table.mark).filter(|value: &f64| *value != 0.0);
    let extra = figure("extraweight").or(figure("assistingweight").map(|kg| -kg.abs()));
    let says = |header: &str| matches!(cell(header).to_lowercase().as_str(), "true" | "1");
    let set = SetLog {
        reps: count(cell("reps"), table.mark).filter(|reps| *reps > 0),
        seconds: duration(cell("time"), table.mark)
            .filter(|seconds| *seconds >= 1.0)
            .map(|seconds| seconds as u32),
        kg: figure("weight").or(extra).map(Kilograms::new),
        kind: if says("warmup") {
            SetKind::WarmUp
        } else {
            SetKind::Working
        },
        failed: says("fail"),
        ..SetLog::default()
    };
    if set.reps.is_none() && set.seconds.is_none() {
        return;
    }
    if let Some(reason) = limits::set_error(&set) {
        return reading.skip(row.line, reason);
    }
    let key = format!("{start} {title}");
    let place = *places.entry(key.clone()).or_insert_with(|| {
        let lasted = unix_millis(cell("end"), options.zone).ok().and_then(|end| {
            let from = when.date.and_time(when.time?);
            u32::try_from((end.date.and_time(end.time?) - from).num_seconds()).ok()
        });
        reading.activities.push(Activity {
            time: when.time,
            title,
            note: cell("workoutcomment").to_owned(),
            duration: lasted
                .filter(|seconds| *seconds > 0 && f64::from(*seconds) <= limits::MOST_SECONDS)
                .map(Seconds),
            line: row.line,
            ..Activity::new("strengthlog", key, when.date, Sport::Strength)
        });
        reading.activities.len() - 1
    });
    if let Some(activity) = reading.activities.get_mut(place) {
        activity.add_set(exercise, set);
        let comment = cell("setcomment");
        if !comment.is_empty() {
            add_line(&mut activity.note, &format!("{exercise}: {comment}"));
        }
    }
}
