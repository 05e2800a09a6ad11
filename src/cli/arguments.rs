//! The arguments of the command line and what they ask for.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

use crate::demo::DemoOptions;
use crate::text::parse_week;

/// Weeks of logs in a year of the demo.
const WEEKS_A_YEAR: u32 = 52;
/// The most athletes and years a demo is made of; more would fill disks, not show anything.
const MOST_ATHLETES: u64 = 1000;
/// The most years of a demo.
const MOST_YEARS: i64 = 30;

/// What the command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invocation {
    /// The window.
    Window(WindowArguments),
    /// A plan or an athlete checked.
    Check(CheckArguments),
    /// A lifelike workspace made up.
    Demo(DemoArguments),
    /// A week of an athlete written to a file.
    Export(ExportArguments),
}

/// How the window opens and ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WindowArguments {
    /// The workspace folder; without it the last one, or the demo on first start.
    pub workspace: Option<PathBuf>,
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
    pub file: PathBuf,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
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
    /// The athlete's name.
    pub athlete: String,
    /// Monday of the week.
    pub week: NaiveDate,
    /// The file to write.
    pub to: PathBuf,
    /// What to write, from the end of the file's name.
    pub format: ExportFormat,
}

/// What a week can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExportFormat {
    /// A page to print.
    Pdf,
    /// Calendar events.
    Ics,
    /// A table of sessions.
    Csv,
    /// A workbook.
    Xlsx,
    /// Plan text.
    Txt,
    /// Markdown.
    Md,
    /// A picture of the page.
    Png,
}

impl ExportFormat {
    /// All formats with the ends of their files' names.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Pdf, "pdf"),
        (Self::Ics, "ics"),
        (Self::Csv, "csv"),
        (Self::Xlsx, "xlsx"),
        (Self::Txt, "txt"),
        (Self::Md, "md"),
        (Self::Png, "png"),
    ];

    /// The format that a file's name ends in.
    pub fn of(path: &Path) -> Option<Self> {
        let end = path.extension()?.to_str()?;
        Self::ALL
            .iter()
            .find(|(_, own)| own.eq_ignore_ascii_case(end))
            .map(|(format, _)| *format)
    }
}

/// Plans strength and running together, and says when one spoils the other
#[derive(Debug, Parser)]
#[command(name = "ironstride", version, args_conflicts_with_subcommands = true)]
struct Cli {
    /// Workspace folder to open; without it the last one, or the demo on first start
    #[arg(long, value_name = "DIR")]
    workspace: Option<PathBuf>,
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
    /// Write a week of an athlete to a file
    Export {
        /// Workspace folder
        #[arg(long, value_name = "DIR")]
        workspace: PathBuf,
        /// Name of the athlete
        #[arg(long, value_name = "NAME")]
        athlete: String,
        /// ISO week, such as 2026-W48
        #[arg(long, value_name = "WEEK", value_parser = parse_week)]
        week: NaiveDate,
        /// File to write; its end says the format: pdf, ics, csv, xlsx, txt, md or png
        #[arg(long, value_name = "FILE", value_parser = export_file)]
        to: (PathBuf, ExportFormat),
    },
}

fn export_file(text: &str) -> Result<(PathBuf, ExportFormat), String> {
    let path = PathBuf::from(text);
    let format = ExportFormat::of(&path)
        .ok_or("the name of the file must end in .pdf, .ics, .csv, .xlsx, .txt, .md or .png")?;
    Ok((path, format))
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
        return Ok(Invocation::Window(WindowArguments {
            workspace: cli.workspace,
            end,
        }));
    };
    Ok(match command {
        Command::Check(arguments) => Invocation::Check(arguments),
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
        Command::Export {
            workspace,
            athlete,
            week,
            to: (to, format),
        } => Invocation::Export(ExportArguments {
            workspace,
            athlete,
            week,
            to,
            format,
        }),
    })
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
    }

    #[test]
    fn check_takes_a_file() {
        let wanted = CheckArguments {
            file: "plan.txt".into(),
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
        assert_eq!(export.format, ExportFormat::Pdf);
        assert_eq!(export.week, NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        for wrong in [
            line.replace("W48", "W54"),
            line.replace(".PDF", ".doc"),
            line.replace(" --athlete Anna", ""),
        ] {
            assert!(parsed(&wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_definition_is_sound() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }
}
