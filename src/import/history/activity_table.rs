//! Tables with a row for each activity: Garmin, Strava, intervals.icu, TrainingPeaks, Runalyze, and any other with a
//! date and a distance or a time.

use crate::domain::{Bpm, DistanceUnit, Meters, Rpe, RunLog, Seconds};

use super::columns::{column, mapping, unread};
use super::dates::Moment;
use super::fastest::MOST_SPEED;
use super::figures::{duration, number, said_number};
use super::format::ReadOptions;
use super::limits;
use super::row_moments::RowMoments;
use super::set_cells::exertion;
use super::sports::{kind_title, sport};
use super::table::{CsvRow, Table};
use crate::history::{Activity, Sport};
use crate::history::{FileContents, Need, named_kind};

const FAMILY: &str = "activities";

/// Slower than this nobody runs or walks for long, in metres a second.
const LEAST_SPEED: f64 = 0.5;

/// The unit of a column of distances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DistanceIn {
    /// Metres.
    Meters,
    /// Kilometres.
    Km,
    /// Statute miles.
    Miles,
    /// The file does not say.
    Unsaid,
}

/// The columns of such a table, and the units of their figures.
#[derive(Debug, Clone, Copy)]
pub struct ActivityColumns {
    /// The program's id.
    pub id: Option<usize>,
    /// The kind of training.
    pub kind: Option<usize>,
    /// The kind of session within the sport: "Interval training".
    pub workout: Option<usize>,
    /// The day, with or without a time.
    pub date: Option<usize>,
    /// The title.
    pub title: Option<usize>,
    /// The distance, and its unit.
    pub distance: Option<(usize, DistanceIn)>,
    /// Time without pauses.
    pub moving: Option<usize>,
    /// Time from beginning to end.
    pub elapsed: Option<usize>,
    /// The time where the file knows only one.
    pub time: Option<usize>,
    /// The time in minutes.
    pub minutes: Option<usize>,
    /// The time in hours.
    pub hours: Option<usize>,
    /// Average heart rate.
    pub hr_average: Option<usize>,
    /// Highest heart rate.
    pub hr_max: Option<usize>,
    /// Metres climbed.
    pub ascent: Option<usize>,
    /// Exertion.
    pub rpe: Option<usize>,
    /// The athlete's words.
    pub note: Option<usize>,
}

/// The fields by which columns are found, with their meaning for people.
const FIELDS: &[(&str, &str)] = &[
    ("type", "kind"),
    ("date", "date"),
    ("title", "title"),
    ("distance", "distance"),
    ("distance_km", "distance in km"),
    ("distance_mi", "distance in miles"),
    ("distance_m", "distance in m"),
    ("time", "time"),
    ("moving", "moving time"),
    ("elapsed", "elapsed time"),
    ("minutes", "minutes"),
    ("hours", "hours"),
    ("hr_average", "average heart rate"),
    ("hr_max", "highest heart rate"),
    ("ascent", "ascent in m"),
    ("rpe", "RPE"),
    ("note", "note"),
];

impl ActivityColumns {
    /// Finds the columns by their headers.
    pub fn of(table: &Table) -> Self {
        let field = |name| column(table, FAMILY, name);
        let distance = [
            ("distance_m", DistanceIn::Meters),
            ("distance_km", DistanceIn::Km),
            ("distance_mi", DistanceIn::Miles),
            ("distance", DistanceIn::Unsaid),
        ];
        Self {
            id: field("id"),
            kind: field("type"),
            workout: None,
            date: field("date"),
            title: field("title"),
            distance: distance
                .into_iter()
                .find_map(|(name, unit)| Some((field(name)?, unit))),
            moving: field("moving"),
            elapsed: field("elapsed"),
            time: field("time"),
            minutes: field("minutes"),
            hours: field("hours"),
            hr_average: field("hr_average"),
            hr_max: field("hr_max"),
            ascent: field("ascent"),
            rpe: field("rpe"),
            note: field("note"),
        }
    }

    /// Which header was taken for what.
    pub fn mapping(table: &Table) -> Vec<(String, String)> {
        mapping(table, FAMILY, FIELDS)
    }

    /// Which headers were not recognised.
    pub fn unread(table: &Table) -> Vec<String> {
        unread(table, FAMILY, FIELDS)
    }
}

/// What the table's rows are when they do not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unnamed {
    /// Runs.
    Runs,
    /// Whatever the word for them says.
    AsNamed,
}

/// Reads every row as an activity.
pub fn read(
    system: &'static str,
    table: &Table,
    columns: ActivityColumns,
    unnamed: Unnamed,
    options: &ReadOptions,
) -> FileContents {
    let mut reader = ActivityReader {
        system,
        table,
        columns,
        unnamed,
        options,
        moments: RowMoments::new(table, options),
    };
    table.read(|row, reading| reader.row(row, reading))
}

struct ActivityReader<'a> {
    system: &'static str,
    table: &'a Table<'a>,
    columns: ActivityColumns,
    unnamed: Unnamed,
    options: &'a ReadOptions,
    moments: RowMoments,
}

impl ActivityReader<'_> {
    /// Takes a row in, or says why not.
    fn row(&mut self, row: &CsvRow, reading: &mut FileContents) -> Result<(), String> {
        let date = row.cell(self.columns.date);
        if let Some(when) = self.moments.read_or_ask(date, reading)? {
            let activity = self.activity(row, when, reading)?;
            reading.activities.push(activity);
        }
        Ok(())
    }

    fn activity(
        &self,
        row: &CsvRow,
        when: Moment,
        reading: &mut FileContents,
    ) -> Result<Activity, String> {
        let (columns, mark) = (self.columns, self.table.mark);
        let kind = match columns.kind {
            None if self.unnamed == Unnamed::Runs => Sport::Run,
            kind => sport(row.cell(kind)),
        };
        let title = row.cell(columns.title);
        let seconds = |column| duration(row.cell(column), mark).filter(|seconds| *seconds >= 1.0);
        let moving = seconds(columns.moving)
            .or(seconds(columns.time))
            .or(number(row.cell(columns.minutes), mark).map(|minutes| minutes * 60.0))
            .or(number(row.cell(columns.hours), mark).map(|hours| hours * 3600.0))
            .or(seconds(columns.elapsed));
        if moving.is_some_and(|moving| moving > limits::MOST_SECONDS) {
            return Err("a session of more than two days is not believable".to_owned());
        }
        let distance = match columns.distance {
            Some((place, unit)) if kind == Sport::Run => {
                match said_number(row.cell(Some(place)), mark)? {
                    Some(value) if value != 0.0 => {
                        let meters = self.meters(value, unit, reading);
                        run_distance(value, unit, meters, moving)?
                    }
                    _ => None,
                }
            }
            _ => None,
        };
        let whole = |seconds: f64| Seconds(seconds.round() as u32);
        let pulse = |column| {
            number(row.cell(column), mark)
                .filter(|bpm| (20.0..=limits::MOST_BPM).contains(bpm))
                .map(|bpm| Bpm(bpm.round() as u16))
        };
        let id = row.cell(columns.id);
        let clock = when
            .time
            .map(|time| format!(" {}", time.format("%H:%M:%S")))
            .unwrap_or_default();
        let key = if id.is_empty() {
            format!("{}{clock} {title}", when.date)
                .trim_end()
                .to_owned()
        } else {
            id.to_owned()
        };
        Ok(Activity {
            time: when.time,
            title: self.title(title, row, &kind),
            run_kind: columns
                .workout
                .and_then(|column| named_kind(row.cell(Some(column)))),
            note: row.cell(columns.note).to_owned(),
            duration: seconds(columns.elapsed)
                .filter(|_| kind != Sport::Run)
                .or(moving)
                .map(whole),
            rpe: exertion(row.cell(columns.rpe), mark).map(Rpe::new),
            run: RunLog {
                distance,
                moving: moving.map(whole),
                hr_average: pulse(columns.hr_average),
                hr_max: pulse(columns.hr_max),
                ascent: number(row.cell(columns.ascent), mark)
                    .filter(|m| (0.0..20_000.0).contains(m))
                    .map(Meters::new),
                ..RunLog::default()
            },
            line: row.line,
            ..Activity::new(self.system, key, when.date, kind)
        })
    }

    /// The title of a row; of a run without one what the row calls its kind, where that tells something.
    fn title(&self, title: &str, row: &CsvRow, kind: &Sport) -> String {
        if title.is_empty() && *kind == Sport::Run {
            kind_title(row.cell(self.columns.kind))
        } else {
            title.to_owned()
        }
    }

    fn meters(&self, value: f64, unit: DistanceIn, reading: &mut FileContents) -> f64 {
        let unit = match unit {
            DistanceIn::Unsaid => {
                if self.options.distance.is_none() {
                    reading.need(Need::DistanceUnit);
                }
                match self.options.distance.unwrap_or_default() {
                    DistanceUnit::Km => DistanceIn::Km,
                    DistanceUnit::Miles => DistanceIn::Miles,
                }
            }
            said => said,
        };
        match unit {
            DistanceIn::Meters => value,
            DistanceIn::Miles => Meters::from_miles(value).m(),
            DistanceIn::Km | DistanceIn::Unsaid => value * 1000.0,
        }
    }
}

/// The distance of a run of so many seconds, or why it cannot be true. Garmin writes runs on a track in metres and
/// others in kilometres, in one column that names neither.
fn run_distance(
    value: f64,
    unit: DistanceIn,
    meters: f64,
    seconds: Option<f64>,
) -> Result<Option<Meters>, String> {
    let too_fast = |meters: f64| seconds.is_some_and(|seconds| meters / seconds > MOST_SPEED);
    if !too_fast(meters) {
        return limits::distance(meters);
    }
    let is_in_meters = unit == DistanceIn::Unsaid && !too_fast(value);
    if is_in_meters && seconds.is_some_and(|seconds| value / seconds >= LEAST_SPEED) {
        return limits::distance(value);
    }
    Err(format!(
        "a run of {:.1} km in {:.0} min is not believable",
        meters / 1000.0,
        seconds.unwrap_or_default() / 60.0
    ))
}
