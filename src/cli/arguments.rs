//! The arguments of the command line and what they ask for.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

use crate::chart::report::{ReportCharts, Selection};
use crate::demo::DemoOptions;
use crate::domain::calendar::day_of_week;
use crate::domain::publication::MOST_PUBLISHED_WEEKS;
use crate::domain::{
    DateStyle, DistanceUnit, EventPlace, Format, Guidance, Ink, MassUnit, Minutes, OpenFindings,
    Order, Paper, PublishedFile, Record, SheetKind, Units,
};
use crate::history::DayOrder;

/// Weeks of logs in a year of the demo.
const WEEKS_A_YEAR: u32 = 52;
/// The most athletes and years a demo is made of; more would fill disks, not show anything.
const MOST_ATHLETES: u64 = 1000;
/// The most years of a demo.
const MOST_YEARS: i64 = 30;

/// The most weeks an export covers: twenty years.
const MOST_WEEKS: i64 = 20 * 53;

/// What the command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invocation {
    /// The window.
    Window(WindowArguments),
    /// A plan or an athlete checked.
    Check(CheckArguments),
    /// A rule explained by its id, or all of them listed.
    Explain(Option<String>),
    /// A lifelike workspace made up.
    Demo(DemoArguments),
    /// A week of an athlete written to a file.
    Export(Box<ExportArguments>),
    /// A plan as somebody wrote it, read.
    Read(ReadArguments),
    /// History of other programs brought into an athlete's calendar.
    Import(ImportArguments),
    /// Two versions of a file of a workspace made one.
    Merge(MergeArguments),
    /// An athlete written into a package.
    Package(PackageArguments),
    /// The files of each athlete brought up to date in a folder.
    Publish(PublishArguments),
    /// Kept versions listed, or one of them brought back.
    Backups(BackupsArguments),
}

/// How the window opens and ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WindowArguments {
    /// The workspace folder; without it the last one, or the demo on first start.
    pub workspace: Option<PathBuf>,
    /// Files to bring in once the window stands.
    pub bring_in: Vec<PathBuf>,
    /// When it ends.
    pub end: WindowEnd,
}

/// When the window ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum WindowEnd {
    /// When its user closes it.
    #[default]
    Closed,
    /// Once everything is drawn, and a picture of it is saved here.
    Screenshot(PathBuf),
    /// Once the first frame that shows the last athlete's week is drawn, and its milliseconds are printed.
    FirstFrame,
}

/// What `check` is to check.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct CheckArguments {
    /// Plan text, or an athlete's .ron
    #[arg(required_unless_present = "workspace")]
    pub file: Option<PathBuf>,
    /// A workspace folder in place of a file: all of its athletes who are not archived
    #[arg(long, value_name = "DIR", conflicts_with = "file")]
    pub workspace: Option<PathBuf>,
    /// One athlete of the workspace
    #[arg(
        long,
        value_name = "NAME",
        requires = "workspace",
        conflicts_with = "file"
    )]
    pub athlete: Option<String>,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
}

/// What `read` is to read.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct ReadArguments {
    /// A mail or chat as text, a .xlsx, .ods, .csv or .ics
    pub file: PathBuf,
    /// The day on which the plan begins
    #[arg(long, value_name = "DATE", conflicts_with = "race")]
    pub start: Option<NaiveDate>,
    /// The day of the race in its last week
    #[arg(long, value_name = "DATE")]
    pub race: Option<NaiveDate>,
    /// Unit of figures without one: km or mi
    #[arg(long, value_name = "UNIT", value_parser = distance_unit)]
    pub unit: Option<DistanceUnit>,
    /// Print one JSON object
    #[arg(long, conflicts_with = "to")]
    pub json: bool,
    /// Write the plan to a file instead: its end says how, txt, csv or xlsx
    #[arg(long, value_name = "FILE", value_parser = plan_file)]
    pub to: Option<PathBuf>,
}

fn plan_file(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let end = path.extension().and_then(|end| end.to_str());
    match end.map(str::to_lowercase).as_deref() {
        Some("txt" | "csv" | "xlsx") => Ok(path),
        _ => Err("the name of the file must end in .txt, .csv or .xlsx".to_owned()),
    }
}

/// What `demo` is to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoArguments {
    /// The folder to put it in.
    pub dir: PathBuf,
    /// How much to make up.
    pub options: DemoOptions,
}

/// What `export` is to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportArguments {
    /// The workspace folder.
    pub workspace: PathBuf,
    /// Whose plan.
    pub who: Who,
    /// What of it, in which form. The coach's name is empty unless it was given.
    pub order: Order,
    /// Which charts go into a progress report.
    pub report: ReportCharts,
    /// How dates are written for people.
    pub dates: DateStyle,
    /// The file to write; with [`ATHLETE`] in its name a file for each athlete.
    pub to: PathBuf,
}

/// What `package` is to write.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct PackageArguments {
    /// Workspace folder
    #[arg(long, value_name = "DIR")]
    pub workspace: PathBuf,
    /// Name of the athlete; case and accents do not matter
    #[arg(long, value_name = "NAME")]
    pub athlete: String,
    /// File to write
    #[arg(long, value_name = "FILE.ron")]
    pub to: PathBuf,
}

/// What `publish` is to bring up to date.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct PublishArguments {
    /// Workspace folder
    #[arg(long, value_name = "DIR")]
    pub workspace: PathBuf,
    /// Folder that others read; files of others in it are left alone
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
    /// Only this athlete; without it all who are not archived
    #[arg(long, value_name = "NAME")]
    pub athlete: Option<String>,
    /// How many weeks, this one among them
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_PUBLISHED_WEEKS)))]
    pub weeks: u32,
    /// Which files: ics, html, pdf
    #[arg(long, value_name = "ENDS", value_delimiter = ',', default_value = "ics,html,pdf", value_parser = published_file)]
    pub files: Vec<PublishedFile>,
    /// How dates are written for people: day-first, month-first or iso
    #[arg(long, value_name = "STYLE", default_value = "day-first", value_parser = date_style)]
    pub dates: DateStyle,
}

fn published_file(text: &str) -> Result<PublishedFile, String> {
    one_of(
        text,
        &PublishedFile::ALL.map(|file| (file, file.extension())),
    )
}

/// What `backups` is to list or bring back.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct BackupsArguments {
    /// Workspace folder
    #[arg(long, value_name = "DIR")]
    pub workspace: PathBuf,
    /// Name of the athlete, or Library or Settings; without it all are listed
    #[arg(long, value_name = "NAME")]
    pub athlete: Option<String>,
    /// Bring back the version of this number in the list; what is there now is kept
    #[arg(long, value_name = "N", requires = "athlete")]
    pub restore: Option<usize>,
}

/// What `merge` is to merge.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct MergeArguments {
    /// The last version that both sides had: git's %O
    pub base: PathBuf,
    /// Our version, which the result replaces: %A
    pub ours: PathBuf,
    /// Their version: %B
    pub theirs: PathBuf,
    /// What to call the file in messages: %P
    pub name: Option<PathBuf>,
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

/// Plans strength and running together, and says when one spoils the other
/// What `import` was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportArguments {
    /// Files, archives and folders of them.
    pub files: Vec<PathBuf>,
    /// The workspace folder.
    pub workspace: PathBuf,
    /// The athlete's name.
    pub athlete: String,
    /// The unit of masses where a file is silent.
    pub mass: Option<MassUnit>,
    /// The unit of distances where a file is silent.
    pub distance: Option<DistanceUnit>,
    /// Which comes first in dates of figures alone, where a file leaves it open.
    pub order: DayOrder,
    /// What names of exercises mean: the name in the file, and the library's name or `-` for none.
    pub names: Vec<(String, String)>,
    /// Only tell what would happen.
    pub dry_run: bool,
    /// Tell it for programs.
    pub json: bool,
}

#[derive(Debug, Parser)]
#[command(name = "ironstride", version, args_conflicts_with_subcommands = true)]
struct Cli {
    /// Workspace folder to open; without it the last one, or the demo on first start
    #[arg(long, value_name = "DIR")]
    workspace: Option<PathBuf>,
    /// Open a workspace by its workspace.ron, or bring in a package, a reply, a plan or a history file
    #[arg(long, value_name = "FILE", num_args = 0..=1, conflicts_with = "workspace")]
    #[expect(
        clippy::option_option,
        reason = "a value that may be left out, as a desktop entry leaves it out"
    )]
    open: Option<Option<PathBuf>>,
    /// Draw until nothing moves, save the picture, end
    #[arg(long, value_name = "FILE.png", conflicts_with = "first_frame")]
    screenshot: Option<PathBuf>,
    /// Print the milliseconds from process start to the first frame that shows the week, end
    #[arg(long)]
    first_frame: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check a plan: exit code 0 without conflicts, 1 with one, 2 for what cannot be read
    Check(CheckArguments),
    /// Read a plan as coaches write them: exit code 0 when all is sure, 1 with guesses or notes, 2 when nothing was read
    Read(ReadArguments),
    /// Tell why a rule is one; without a rule, list them all
    Explain {
        /// The rule's id, such as legs-before-key-run
        rule: Option<String>,
    },
    /// Make a workspace with lifelike plans and logs
    Demo {
        /// Folder to put it in
        dir: PathBuf,
        /// How many athletes
        #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=MOST_ATHLETES))]
        athletes: u64,
        /// Years of logs
        #[arg(long, value_name = "Y", default_value_t = 1, value_parser = clap::value_parser!(u32).range(0..=MOST_YEARS))]
        years: u32,
        /// Other seeds give other figures
        #[arg(long, value_name = "S", default_value_t = 1)]
        seed: u64,
        /// The day the logs end; without it the current day
        #[arg(long, value_name = "DATE")]
        today: Option<NaiveDate>,
    },
    /// Write weeks of an athlete, or of all, to a file
    Export(ExportFlags),
    /// Bring in what was logged with other programs and watches
    Import(ImportFlags),
    /// Merge two versions of a file of a workspace, as git's merge driver: exit code 0 when they are one, 2 when they cannot be
    Merge(MergeArguments),
    /// Write an athlete into one file for another workspace, where `import` merges it
    Package(PackageArguments),
    /// Bring the calendar, the phone page and the weeks of each athlete up to date in a folder that others read
    Publish(PublishArguments),
    /// List the kept versions of athletes, library and settings, or bring one back
    Backups(BackupsArguments),
}

#[derive(Debug, Args)]
struct ExportFlags {
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
    to: (PathBuf, Format),
    /// What the pages of a .pdf or .png show
    #[arg(long, value_name = "SHEET", default_value = "week", value_parser = sheet_kind)]
    sheet: SheetKind,
    /// Charts of a progress report: usual, all, or words such as load,form
    #[arg(long, value_name = "CHARTS", default_value = "usual", value_parser = Selection::from_words)]
    charts: Selection,
    /// What a .csv has a row for: weeks, sessions, sets or findings
    #[arg(long, value_name = "TABLE", default_value = "sessions", value_parser = record)]
    table: Record,
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

#[derive(Debug, Args)]
struct ImportFlags {
    /// Files, zip archives and folders: Strong, Hevy, StrengthLog, FitNotes, Fitbod, GymBook, Strava, Garmin,
    /// intervals.icu, TrainingPeaks, Runalyze, GPX, TCX, FIT, other tables, and answers from a phone page
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The workspace folder
    #[arg(long, value_name = "DIR")]
    workspace: PathBuf,
    /// The athlete's name; packages know theirs
    #[arg(long, value_name = "NAME", default_value = "")]
    athlete: String,
    /// The unit of weights where a file does not say: kg or lb
    #[arg(long, value_name = "UNIT", value_parser = mass_unit)]
    unit: Option<MassUnit>,
    /// The unit of distances where a file does not say: km or mi
    #[arg(long, value_name = "UNIT", value_parser = distance_unit)]
    distance_unit: Option<DistanceUnit>,
    /// What comes first in dates such as 03/04/2026, where a file leaves it open: day-first or month-first
    #[arg(long, value_name = "ORDER", value_parser = day_order)]
    dates: Option<DayOrder>,
    /// What an unknown exercise means: "Name in the file=Name in the library", or "=-" to leave its sets out; remembered
    #[arg(long = "map", value_name = "NAME=EXERCISE", value_parser = exercise_name)]
    names: Vec<(String, String)>,
    /// Tell what would happen and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

impl ImportFlags {
    fn arguments(self) -> ImportArguments {
        ImportArguments {
            files: self.files,
            workspace: self.workspace,
            athlete: self.athlete,
            mass: self.unit,
            distance: self.distance_unit,
            order: self.dates.unwrap_or_default(),
            names: self.names,
            dry_run: self.dry_run,
            json: self.json,
        }
    }
}

fn exercise_name(text: &str) -> Result<(String, String), String> {
    text.rsplit_once('=')
        .map(|(name, meaning)| (name.trim().to_owned(), meaning.trim().to_owned()))
        .filter(|(name, meaning)| !name.is_empty() && !meaning.is_empty())
        .ok_or_else(|| "write it as \"Name in the file=Name in the library\"".to_owned())
}

fn mass_unit(text: &str) -> Result<MassUnit, String> {
    one_of(text, &[(MassUnit::Kg, "kg"), (MassUnit::Pounds, "lb")])
}

fn distance_unit(text: &str) -> Result<DistanceUnit, String> {
    one_of(
        text,
        &[(DistanceUnit::Km, "km"), (DistanceUnit::Miles, "mi")],
    )
}

fn day_order(text: &str) -> Result<DayOrder, String> {
    let orders = [
        (DayOrder::DayFirst, "day-first"),
        (DayOrder::MonthFirst, "month-first"),
    ];
    one_of(text, &orders)
}

impl ExportFlags {
    fn arguments(self) -> ExportArguments {
        let (to, format) = self.to;
        let order = Order {
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
            ..Order::new(self.week)
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

fn export_file(text: &str) -> Result<(PathBuf, Format), String> {
    let path = PathBuf::from(text);
    let end = path.extension().and_then(|end| end.to_str());
    let format = end.and_then(Format::of).ok_or(
        "the name of the file must end in .pdf, .ics, .csv, .xlsx, .txt, .md, .png, .html or .zip",
    )?;
    Ok((path, format))
}

/// The value with this word among `all`, or a sentence that lists the words.
fn one_of<T: Copy>(text: &str, all: &[(T, &str)]) -> Result<T, String> {
    let found = all.iter().find(|(_, word)| word.eq_ignore_ascii_case(text));
    found.map(|(value, _)| *value).ok_or_else(|| {
        let words: Vec<_> = all.iter().map(|(_, word)| *word).collect();
        format!("choose one of: {}", words.join(", "))
    })
}

fn sheet_kind(text: &str) -> Result<SheetKind, String> {
    one_of(text, &SheetKind::ALL.map(|sheet| (sheet, sheet.word())))
}

fn record(text: &str) -> Result<Record, String> {
    one_of(text, &Record::ALL.map(|record| (record, record.name())))
}

fn date_style(text: &str) -> Result<DateStyle, String> {
    one_of(
        text,
        &[
            (DateStyle::DayFirst, "day-first"),
            (DateStyle::MonthFirst, "month-first"),
            (DateStyle::Iso, "iso"),
        ],
    )
}

fn paper(text: &str) -> Result<Paper, String> {
    one_of(text, &[(Paper::A4, "a4"), (Paper::Letter, "letter")])
}

fn units(text: &str) -> Result<Units, String> {
    let imperial = Units {
        distance: DistanceUnit::Miles,
        mass: MassUnit::Pounds,
    };
    one_of(
        text,
        &[(Units::default(), "metric"), (imperial, "imperial")],
    )
}

/// Reads arguments, the first of which is the program's name. `today` is the current day, for a demo without a date.
///
/// # Errors
///
/// An error of clap, which is also how help and version arrive; its `exit` prints it and ends with 2, or 0 for help.
pub fn parse<I, T>(arguments: I, today: NaiveDate) -> Result<Invocation, clap::Error>
where
    I: IntoIterator<Item = T>,
    T: Into<OsString> + Clone,
{
    let cli = Cli::try_parse_from(arguments)?;
    let Some(command) = cli.command else {
        let end = match (cli.screenshot, cli.first_frame) {
            (Some(file), _) => WindowEnd::Screenshot(file),
            (None, true) => WindowEnd::FirstFrame,
            (None, false) => WindowEnd::Closed,
        };
        let (folder, bring_in) = opened(cli.open.flatten());
        return Ok(Invocation::Window(WindowArguments {
            workspace: cli.workspace.or(folder),
            bring_in,
            end,
        }));
    };
    Ok(match command {
        Command::Check(arguments) => Invocation::Check(arguments),
        Command::Read(arguments) => Invocation::Read(arguments),
        Command::Explain { rule } => Invocation::Explain(rule),
        Command::Demo {
            dir,
            athletes,
            years,
            seed,
            today: day,
        } => Invocation::Demo(DemoArguments {
            dir,
            options: DemoOptions {
                athletes: usize::try_from(athletes).unwrap_or(usize::MAX),
                weeks: years * WEEKS_A_YEAR,
                seed,
                today: day.unwrap_or(today),
            },
        }),
        Command::Package(arguments) => Invocation::Package(arguments),
        Command::Publish(arguments) => Invocation::Publish(arguments),
        Command::Backups(arguments) => Invocation::Backups(arguments),
        Command::Merge(arguments) => Invocation::Merge(arguments),
        Command::Import(flags) => Invocation::Import(flags.arguments()),
        Command::Export(flags) => Invocation::Export(Box::new(flags.arguments())),
    })
}

/// A file or folder that the desktop hands over: the workspace it stands for, or the files to bring in.
fn opened(file: Option<PathBuf>) -> (Option<PathBuf>, Vec<PathBuf>) {
    let Some(file) = file else {
        return (None, Vec::new());
    };
    if file.is_dir() {
        return (Some(file), Vec::new());
    }
    match workspace_of(&file) {
        Some(folder) => (Some(folder), Vec::new()),
        None => (None, vec![file]),
    }
}

/// The workspace that one of its own files stands for: its settings, its library, or an athlete in it.
fn workspace_of(file: &Path) -> Option<PathBuf> {
    // A bare name stands in the current folder.
    let within = |path: &Path| match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let folder = within(file);
    let name = file.file_name()?;
    if name == "workspace.ron" {
        return Some(folder);
    }
    let is_workspace = |folder: &Path| folder.join("workspace.ron").is_file();
    if name == "library.ron" && is_workspace(&folder) {
        return Some(folder);
    }
    let above = if folder == Path::new(".") {
        PathBuf::from("..")
    } else {
        within(&folder)
    };
    let is_athlete = std::path::absolute(&folder)
        .is_ok_and(|folder| folder.file_name().is_some_and(|name| name == "athletes"))
        && file.extension().is_some_and(|end| end == "ron");
    (is_athlete && is_workspace(&above)).then_some(above)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Invocation, clap::Error> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        parse(line.split(' '), today)
    }

    #[test]
    fn the_window_opens_without_arguments() {
        let window = |line: &str| match parsed(line).unwrap() {
            Invocation::Window(arguments) => arguments,
            other => panic!("{other:?}"),
        };
        assert_eq!(window("ironstride"), WindowArguments::default());
        assert_eq!(
            window("ironstride --workspace d").workspace,
            Some("d".into())
        );
        assert_eq!(
            window("ironstride --first-frame").end,
            WindowEnd::FirstFrame
        );
        let picture = window("ironstride --screenshot a.png --workspace d");
        assert_eq!(picture.end, WindowEnd::Screenshot("a.png".into()));
        assert!(parsed("ironstride --screenshot a.png --first-frame").is_err());
        // What a desktop hands over: nothing, a workspace's own file, or something to bring in.
        assert_eq!(window("ironstride --open"), WindowArguments::default());
        let workspace = window("ironstride --open team/workspace.ron");
        assert_eq!(workspace.workspace, Some("team".into()));
        assert_eq!(
            window("ironstride --open workspace.ron").workspace,
            Some(".".into())
        );
        let reply = window("ironstride --open Ben.ironstride-answer.json");
        assert_eq!(reply.workspace, None);
        assert_eq!(
            reply.bring_in,
            [PathBuf::from("Ben.ironstride-answer.json")]
        );
        assert!(parsed("ironstride --open a.ron --workspace d").is_err());
    }

    #[test]
    fn check_takes_a_file() {
        let wanted = CheckArguments {
            file: Some("plan.txt".into()),
            workspace: None,
            athlete: None,
            json: true,
        };
        assert_eq!(
            parsed("ironstride check plan.txt --json").unwrap(),
            Invocation::Check(wanted.clone())
        );
        assert_eq!(
            parsed("ironstride check --json plan.txt").unwrap(),
            Invocation::Check(wanted)
        );
        assert!(parsed("ironstride check").is_err());
        let wanted = CheckArguments {
            file: None,
            workspace: Some("team".into()),
            athlete: Some("Anna".to_owned()),
            json: false,
        };
        assert_eq!(
            parsed("ironstride check --workspace team --athlete Anna").unwrap(),
            Invocation::Check(wanted)
        );
        assert!(parsed("ironstride check plan.txt --workspace team").is_err());
        assert!(parsed("ironstride check plan.txt --athlete Anna").is_err());
    }

    #[test]
    fn demo_counts_years_and_keeps_the_day() {
        let Ok(Invocation::Demo(demo)) =
            parsed("ironstride demo d --athletes 5 --years 10 --seed 7 --today 2026-02-03")
        else {
            panic!("a demo");
        };
        let today = NaiveDate::from_ymd_opt(2026, 2, 3).unwrap();
        assert_eq!(
            demo.options,
            DemoOptions {
                athletes: 5,
                weeks: 520,
                seed: 7,
                today
            }
        );
        let Ok(Invocation::Demo(demo)) = parsed("ironstride demo d") else {
            panic!("a demo")
        };
        assert_eq!(
            demo.options.today,
            NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
        );
        assert!(parsed("ironstride demo d --today 2026-02-30").is_err());
        assert!(parsed("ironstride demo d --athletes 0").is_err());
    }

    #[test]
    fn export_names_everything() {
        let line = "ironstride export --workspace d --athlete Anna --week 2026-W48 --to week.PDF";
        let Ok(Invocation::Export(export)) = parsed(line) else {
            panic!("an export")
        };
        // The Thursday lies in the week of this name for everybody, whichever day their weeks begin on.
        let thursday = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        assert_eq!(export.order, Order::new(thursday));
        let day = line.replace("2026-W48", "2026-12-27");
        let Ok(Invocation::Export(export)) = parsed(&day) else {
            panic!("an export")
        };
        assert_eq!(export.order.from.to_string(), "2026-12-27");
        assert_eq!(export.who, Who::One("Anna".to_owned()));
        for wrong in [
            line.replace("W48", "W54"),
            line.replace(".PDF", ".doc"),
            line.replace(" --athlete Anna", ""),
        ] {
            assert!(parsed(&wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn export_takes_every_choice() {
        let line = "ironstride export --workspace d --all --week 2026-W48 --weeks 4 --to {athlete}.pdf --sheet session \
            --paper letter --black-and-white --units imperial --coach Mira --findings --no-cues --timed --reminder 30 \
            --table sets --charts form,load";
        let words: Vec<&str> = line.split_whitespace().collect();
        let Ok(Invocation::Export(export)) = parsed(&words.join(" ")) else {
            panic!("an export")
        };
        assert_eq!(export.who, Who::All);
        let charts = Selection::from_words("form,load").unwrap();
        assert_eq!(export.report.selection, charts);
        let order = export.order;
        assert_eq!((order.sheet, order.weeks), (SheetKind::Session, 4));
        assert_eq!(
            (order.paper, order.ink, order.record),
            (Paper::Letter, Ink::BlackAndWhite, Record::Set)
        );
        assert_eq!(order.units.unwrap().mass, MassUnit::Pounds);
        assert_eq!(order.reminder, Some(Minutes(30)));
        assert_eq!(
            (order.events, order.guidance, order.open_findings),
            (EventPlace::Timed, Guidance::Hide, OpenFindings::Show)
        );
        let wrong = words.join(" ");
        for (right, wrong_one) in [
            ("--sheet session", "--sheet poster"),
            ("--weeks 4", "--weeks 0"),
            ("--paper letter", "--paper a3"),
            ("form,load", "form,lode"),
            ("--all", "--all --athlete Anna"),
        ] {
            assert!(
                parsed(&wrong.replace(right, wrong_one)).is_err(),
                "{wrong_one}"
            );
        }
    }

    #[test]
    fn the_definition_is_sound() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }
}
