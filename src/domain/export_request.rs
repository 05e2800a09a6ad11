//! What a coach asks to have on paper or in a file: which sheet, of which weeks, in which form.

use chrono::{NaiveDate, Weekday};

use super::{Minutes, SessionId, Units, Week};

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ExportFormat {
    /// Pages to print.
    #[default]
    Pdf,
    /// A picture of the pages.
    Png,
    /// Calendar events.
    Ics,
    /// A workbook.
    Xlsx,
    /// One table.
    Csv,
    /// Plan text.
    Text,
    /// Markdown.
    Markdown,
    /// A page for the athlete's phone, which takes down what was done.
    Html,
    /// Workouts for a watch.
    Watch,
}

/// What can be said besides about a file of some form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatOptions {
    /// Which sheet its pages are, on what paper, in what ink.
    Pages,
    /// Where in the day its events stand, and when they remind.
    Events,
    /// What its table has a row for.
    Records,
    /// What stands on it besides the plan: the coach's name, a word, how exercises are done.
    Words,
    /// Nothing.
    None,
}

/// All there is to say of a form of files; how its bytes are made is in a table of `export`.
#[derive(Debug, Clone, Copy)]
pub struct FormatSpec {
    /// Which form.
    pub format: ExportFormat,
    /// What the file's name ends in: `pdf`.
    pub extension: &'static str,
    /// What people call it.
    pub label: &'static str,
    /// What can be chosen about it.
    pub options: FormatOptions,
    /// It can hold several athletes in one file.
    pub holds_many: bool,
    /// Its figures can be in other units than the athlete's own.
    pub takes_units: bool,
    /// It is text to be pasted into a mail or a chat.
    pub is_message: bool,
}

impl FormatSpec {
    /// A file for several athletes, in any units, that is no message.
    const fn new(
        format: ExportFormat,
        extension: &'static str,
        label: &'static str,
        options: FormatOptions,
    ) -> Self {
        Self {
            format,
            extension,
            label,
            options,
            holds_many: true,
            takes_units: true,
            is_message: false,
        }
    }
}

/// Every form of files.
const FORMATS: [FormatSpec; 9] = [
    FormatSpec::new(ExportFormat::Pdf, "pdf", "PDF", FormatOptions::Pages),
    FormatSpec::new(ExportFormat::Png, "png", "Picture", FormatOptions::Pages),
    FormatSpec::new(ExportFormat::Ics, "ics", "Calendar", FormatOptions::Events),
    FormatSpec::new(ExportFormat::Xlsx, "xlsx", "Excel", FormatOptions::None),
    FormatSpec::new(ExportFormat::Csv, "csv", "CSV", FormatOptions::Records),
    FormatSpec {
        // Plan text says one athlete a file, in the units that stand with each figure.
        holds_many: false,
        takes_units: false,
        is_message: true,
        ..FormatSpec::new(ExportFormat::Text, "txt", "Plan text", FormatOptions::None)
    },
    FormatSpec {
        is_message: true,
        ..FormatSpec::new(
            ExportFormat::Markdown,
            "md",
            "Markdown",
            FormatOptions::None,
        )
    },
    FormatSpec {
        // What comes back from it belongs to one athlete.
        holds_many: false,
        ..FormatSpec::new(
            ExportFormat::Html,
            "html",
            "Phone page",
            FormatOptions::Words,
        )
    },
    FormatSpec {
        // A watch is one athlete's.
        holds_many: false,
        ..FormatSpec::new(ExportFormat::Watch, "zip", "Watch", FormatOptions::None)
    },
];

impl ExportFormat {
    /// All forms.
    pub const ALL: [Self; FORMATS.len()] = {
        let mut all = [Self::Pdf; FORMATS.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = FORMATS[at].format;
            at += 1;
        }
        all
    };

    /// All there is to say of it.
    pub fn spec(self) -> &'static FormatSpec {
        let mut all = FORMATS.iter();
        // Every form has a row; a test holds the table to that.
        all.find(|spec| spec.format == self).unwrap_or(&FORMATS[0])
    }

    /// What the file's name ends in: `pdf`.
    pub fn extension(self) -> &'static str {
        self.spec().extension
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        self.spec().label
    }

    /// The form that a file's name ends in, in any case.
    pub fn of(extension: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.extension().eq_ignore_ascii_case(extension))
    }

    /// True for forms made of pages.
    pub fn has_pages(self) -> bool {
        self.spec().options == FormatOptions::Pages
    }

    /// True for forms that can hold several athletes in one file.
    pub fn holds_many(self) -> bool {
        self.spec().holds_many
    }
}

/// What a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SheetKind {
    /// A week at a glance.
    #[default]
    Week,
    /// Every session with exercises, to be taken to the gym.
    Session,
    /// The season, a line a week.
    Season,
    /// What was done: figures, and the charts of the screen.
    Progress,
}

impl SheetKind {
    /// All sheets.
    pub const ALL: [Self; 4] = [Self::Week, Self::Session, Self::Season, Self::Progress];

    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Week => "Week",
            Self::Session => "Gym sheets",
            Self::Season => "Season",
            Self::Progress => "Progress report",
        }
    }

    /// The word of the command line, and of file names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Session => "session",
            Self::Season => "season",
            Self::Progress => "progress",
        }
    }
}

/// What a table has a row for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RowKind {
    /// A week of an athlete.
    Week,
    /// A session.
    #[default]
    Session,
    /// A set of an exercise.
    Set,
    /// A finding of the rules.
    Finding,
}

impl RowKind {
    /// All of them, in the order of a workbook.
    pub const ALL: [Self; 4] = [Self::Week, Self::Session, Self::Set, Self::Finding];

    /// The name of its table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Week => "Weeks",
            Self::Session => "Sessions",
            Self::Set => "Sets",
            Self::Finding => "Findings",
        }
    }
}

/// The sheet of paper.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize,
)]
pub enum Paper {
    /// 297 × 210 mm.
    #[default]
    A4,
    /// 11 × 8.5 in.
    Letter,
}

/// What the printer can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize)]
pub enum Ink {
    /// The kind of a session is a colour.
    #[default]
    Colour,
    /// The kind of a session is a pattern and a letter.
    BlackAndWhite,
}

/// Whether findings that nobody has accepted are printed too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum OpenFindings {
    /// They stay with the coach.
    #[default]
    Hide,
    /// The athlete reads them as well.
    Show,
}

/// Whether exercises come with their form cues and muscles, and charts with how to read them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize)]
pub enum Guidance {
    /// They do.
    #[default]
    Show,
    /// The athlete knows all that.
    Hide,
}

/// Where in the day a calendar's events stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum EventPlace {
    /// On their day.
    #[default]
    AllDay,
    /// At their time, where they have one.
    Timed,
}

/// Everything that is asked for but the athletes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ExportOrder {
    /// The form of the file.
    pub format: ExportFormat,
    /// What its pages show, where it has any.
    pub sheet: SheetKind,
    /// What a CSV has a row for.
    pub record: RowKind,
    /// A day of the first week. Each athlete's own week that it lies in is meant; where a week was asked for by its
    /// name, this is its Thursday, which lies in the week of that name whichever day an athlete's weeks begin on.
    pub from: NaiveDate,
    /// How many weeks, at least one.
    pub weeks: u32,
    /// The sheet of paper.
    pub paper: Paper,
    /// What the printer can do.
    pub ink: Ink,
    /// Units instead of each athlete's own.
    pub units: Option<Units>,
    /// The coach's name; empty when there is none to show.
    pub coach: String,
    /// A word from the coach, one paragraph a line.
    pub message: String,
    /// Whether open findings are printed too.
    pub open_findings: OpenFindings,
    /// Whether exercises come with cues and muscles, and charts with how to read them.
    pub guidance: Guidance,
    /// Of gym sheets, only the one of this session.
    pub session: Option<SessionId>,
    /// Where in the day a calendar's events stand.
    pub events: EventPlace,
    /// How long before its time an event reminds.
    pub reminder: Option<Minutes>,
}

impl ExportOrder {
    /// A PDF of the week that `from` lies in, with nothing else said.
    pub fn new(from: NaiveDate) -> Self {
        Self {
            format: ExportFormat::default(),
            sheet: SheetKind::default(),
            record: RowKind::default(),
            from,
            weeks: 1,
            paper: Paper::default(),
            ink: Ink::default(),
            units: None,
            coach: String::new(),
            message: String::new(),
            open_findings: OpenFindings::default(),
            guidance: Guidance::default(),
            session: None,
            events: EventPlace::default(),
            reminder: None,
        }
    }
}

impl ExportOrder {
    /// What the file of an athlete or of several is called, without its ending: "Anna Kovač 2026-W48 gym sheets".
    pub fn file_stem(&self, who: &str) -> String {
        let week = Week::of(self.from, Weekday::Mon);
        let what = match (self.format.spec().options, self.sheet) {
            (FormatOptions::Pages, sheet) if sheet != SheetKind::Week => {
                format!(" {}", sheet.label().to_lowercase())
            }
            (FormatOptions::Records, _) => format!(" {}", self.record.name().to_lowercase()),
            _ => String::new(),
        };
        format!("{} {week}{what}", file_name(who))
    }
}

/// Letters of a name in a file's name: with four bytes each and what comes besides they stay below 255 bytes.
const MOST_LETTERS: usize = 50;

/// Names that Windows keeps for devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A person's name as part of a file's name: as it is written, without what some systems do not take there, and no
/// longer than they take.
pub fn file_name(name: &str) -> String {
    let letters = name.chars().map(|c| match c {
        c if c.is_control() || "/\\:*?\"<>|{}".contains(c) => '_',
        c => c,
    });
    let name: String = letters.take(MOST_LETTERS).collect();
    let name = name.trim_matches(|c: char| c.is_whitespace() || c == '.');
    if name.is_empty() || DEVICES.contains(&name.to_lowercase().as_str()) {
        format!("athlete {name}").trim_end().to_owned()
    } else {
        name.to_owned()
    }
}

/// Names for the files of several people, each different from all before it on every system.
pub fn file_names<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for name in names {
        let base = file_name(name);
        let is_free = |candidate: &String| {
            let candidate = candidate.to_lowercase();
            taken.iter().all(|other| other.to_lowercase() != candidate)
        };
        let mut numbered = (2..).map(|number: usize| format!("{base} {number}"));
        let free = Some(base.clone())
            .filter(is_free)
            .or_else(|| numbered.find(is_free));
        taken.push(free.unwrap_or(base));
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_keep_what_every_system_takes() {
        for (name, expected) in [
            ("Anna Kovač", "Anna Kovač"),
            ("a/b\\c: \"d\"", "a_b_c_ _d_"),
            ("..", "athlete"),
            ("con", "athlete con"),
            ("שלום 🏃", "שלום 🏃"),
        ] {
            assert_eq!(file_name(name), expected, "{name}");
        }
        assert!(file_name(&"🏃".repeat(300)).len() <= 200);
    }

    #[test]
    fn people_of_one_name_have_files_of_their_own() {
        let names = file_names(["Anna", "anna", "Ben", "Anna"]);
        assert_eq!(names, ["Anna", "anna 2", "Ben", "Anna 3"]);
    }

    #[test]
    fn a_file_says_whose_it_is_and_what() {
        let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let order = ExportOrder::new(monday);
        assert_eq!(order.file_stem("Anna Kovač"), "Anna Kovač 2026-W48");
        let sheets = ExportOrder {
            sheet: SheetKind::Session,
            ..order
        };
        assert_eq!(sheets.file_stem("A/B"), "A_B 2026-W48 gym sheets");
    }

    #[test]
    fn every_form_has_a_row_an_ending_and_a_name_of_its_own() {
        for format in ExportFormat::ALL {
            assert_eq!(
                ExportFormat::of(&format.extension().to_uppercase()),
                Some(format)
            );
            let named = |other: &ExportFormat| other.label() == format.label();
            assert_eq!(
                ExportFormat::ALL
                    .iter()
                    .filter(|other| named(other))
                    .count(),
                1
            );
        }
    }
}
