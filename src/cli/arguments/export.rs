//! The arguments of `export`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use crate::chart::report::{ReportCharts, Selection};
use crate::domain::calendar::day_of_week;
use crate::domain::{
    DateStyle, EventPlace, ExportFormat, ExportOrder, Guidance, Ink, Minutes, OpenFindings, Paper,
    RowKind, SheetKind, Units,
};

use super::values::{date_style, one_of, paper, units};

/// The most weeks an export covers: twenty years.
const MOST_WEEKS: i64 = 20 * 53;

/// What `export` is to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportArguments {
    /// The workspace folder.
    pub workspace: PathBuf,
    /// Whose plan.
    pub who: Who,
    /// What of it, in which form. The coach's name is empty unless it was given.
    pub order: ExportOrder,
    /// Which charts go into a progress report.
    pub report: ReportCharts,
    /// How dates are written for people.
    pub dates: DateStyle,
    /// The file to write; with [`ATHLETE`] in its name a file for each athlete.
    pub to: PathBuf,
}

/// Whose plan is exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The athlete of this name.
    One(String),
    /// Everybody who is not archived.
    All,
}

/// Stands for the athlete in the name of a file.
pub const ATHLETE: &str = "{athlete}";

#[derive(Debug, Args)]
pub(super) struct ExportFlags {
    /// Workspace folder
    #[arg(long, value_name = "DIR")]
    workspace: PathBuf,
    /// Name of the athlete; case and accents do not matter
    #[arg(long, value_name = "NAME", required_unless_present = "all")]
    athlete: Option<String>,
    /// Every athlete: into one file, or with {athlete} in its name a file for each
    #[arg(long, conflicts_with = "athlete")]
    all: bool,
    /// ISO week, such as 2026-W48, or one of its days; each athlete's own week of that name, or with that day, is taken
    #[arg(long, value_name = "WEEK", value_parser = day_of_week)]
    week: NaiveDate,
    /// How many weeks from that one on
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=MOST_WEEKS))]
    weeks: u32,
    /// File to write; its end says the format: pdf, ics, csv, xlsx, txt, md, png, html for a page on the athlete's phone, or zip for workouts on a watch
    #[arg(long, value_name = "FILE", value_parser = export_file)]
    to: (PathBuf, ExportFormat),
    /// What the pages of a .pdf or .png show
    #[arg(long, value_name = "SHEET", default_value = "week", value_parser = sheet_kind)]
    sheet: SheetKind,
    /// Charts of a progress report: usual, all, or words such as load,form
    #[arg(long, value_name = "CHARTS", default_value = "usual", value_parser = Selection::from_words)]
    charts: Selection,
    /// What a .csv has a row for: weeks, sessions, sets or findings
    #[arg(long, value_name = "TABLE", default_value = "sessions", value_parser = record)]
    table: RowKind,
    /// Paper: a4 or letter
    #[arg(long, value_name = "PAPER", default_value = "a4", value_parser = paper)]
    paper: Paper,
    /// How dates are written for people: day-first, month-first or iso
    #[arg(long, value_name = "STYLE", default_value = "day-first", value_parser = date_style)]
    dates: DateStyle,
    /// Patterns and letters in place of colours
    #[arg(long)]
    black_and_white: bool,
    /// Units in place of the athlete's own: metric or imperial
    #[arg(long, value_name = "UNITS", value_parser = units)]
    units: Option<Units>,
    /// The coach's name in place of the workspace's
    #[arg(long, value_name = "NAME")]
    coach: Option<String>,
    /// A word to the athlete
    #[arg(long, value_name = "TEXT")]
    message: Option<String>,
    /// Print open findings, too
    #[arg(long)]
    findings: bool,
    /// Leave out form cues and muscles, and how charts are read
    #[arg(long)]
    no_cues: bool,
    /// Calendar events at their times, where they have one
    #[arg(long)]
    timed: bool,
    /// Calendar events that remind so many minutes before
    #[arg(long, value_name = "MINUTES")]
    reminder: Option<u32>,
}

impl ExportFlags {
    pub(super) fn arguments(self) -> ExportArguments {
        let (to, format) = self.to;
        let order = ExportOrder {
            format,
            sheet: self.sheet,
            record: self.table,
            weeks: self.weeks,
            paper: self.paper,
            ink: if self.black_and_white {
                Ink::BlackAndWhite
            } else {
                Ink::Colour
            },
            units: self.units,
            coach: self.coach.unwrap_or_default(),
            message: self.message.unwrap_or_default(),
            open_findings: if self.findings {
                OpenFindings::Show
            } else {
                OpenFindings::Hide
            },
            guidance: if self.no_cues {
                Guidance::Hide
            } else {
                Guidance::Show
            },
            events: if self.timed {
                EventPlace::Timed
            } else {
                EventPlace::AllDay
            },
            reminder: self.reminder.map(Minutes),
            ..ExportOrder::new(self.week)
        };
        ExportArguments {
            workspace: self.workspace,
            who: self.athlete.map_or(Who::All, Who::One),
            order,
            report: ReportCharts {
                selection: self.charts,
                ..ReportCharts::default()
            },
            dates: self.dates,
            to,
        }
    }
}

fn export_file(text: &str) -> Result<(PathBuf, ExportFormat), String> {
    let path = PathBuf::from(text);
    let end = path.extension().and_then(|end| end.to_str());
    let format = end.and_then(ExportFormat::of).ok_or(
        "the name of the file must end in .pdf, .ics, .csv, .xlsx, .txt, .md, .png, .html or .zip",
    )?;
    Ok((path, format))
}

fn sheet_kind(text: &str) -> Result<SheetKind, String> {
    one_of(text, &SheetKind::ALL.map(|sheet| (sheet, sheet.word())))
}

fn record(text: &str) -> Result<RowKind, String> {
    one_of(text, &RowKind::ALL.map(|record| (record, record.name())))
}
