//! What a coach asks to have on paper or in a file: which sheet, of which weeks, in which form.

use chrono::{NaiveDate, Weekday};

use super::file_names::file_name;
use super::{ExportFormat, FormatOptions, Minutes, SessionId, Units, Week};

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
