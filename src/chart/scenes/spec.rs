//! What each chart says of itself, what its scene is made from, and what several scenes are made of.

use chrono::{Datelike, Days, NaiveDate};

use crate::chart::catalogue::Chart;
use crate::chart::choice::{BarSpan, Size};
use crate::chart::legend_entry::LegendEntry;
use crate::chart::scene::{Body, Hit, Scene, Target, TimeBody, Word};
use crate::chart::table::{Key, Table};
use crate::chart::time::{Window, day_of};
use crate::chart::words;
use crate::domain::{Athlete, DateStyle, ExerciseId, Units, Week};
use crate::library::Library;
use crate::load::series::{Period, Stand, TrainingDigest};
use crate::rules::Breach;

/// All there is to say of a chart. Each stands in the file of its scene.
#[derive(Debug, Clone, Copy)]
pub struct ChartSpec {
    /// Which chart.
    pub chart: Chart,
    /// Its name in lists.
    pub name: &'static str,
    /// The question it answers, in a few words.
    pub question: &'static str,
    /// What it is, in sentences: formula, source and limits.
    pub about: &'static str,
    /// The same for a page without colours, where it is more than the words for what is faded.
    pub about_in_grey: Option<&'static str>,
    /// What pointing at it tells, where that is more than its figures.
    pub pointing: &'static str,
    /// Makes its scene.
    pub build: fn(&Source<'_>) -> Scene,
    /// The plan takes part in it, so that it changes while a session is dragged.
    pub looks_ahead: bool,
    /// Which exercises it is about can be chosen.
    pub takes_exercises: bool,
    /// It is about the shown week alone.
    pub about_shown_week: bool,
    /// Weeks in which a rule objects are marked in it.
    pub marks_breaches: bool,
    /// It belongs to a progress report for which nobody chose charts.
    pub in_usual_report: bool,
    /// How much of the page it usually takes in a report: what is read over a whole season needs the width.
    pub report_size: Size,
    /// What the faded parts of its bars stand for.
    pub faded: &'static str,
    /// What is drawn in a window and neither named in the title nor faded.
    pub legend: fn(&TimeBody, Window) -> Vec<LegendEntry>,
}

impl ChartSpec {
    /// A chart about what was done, small in reports, with nothing to explain.
    pub(super) const fn new(
        chart: Chart,
        name: &'static str,
        question: &'static str,
        about: &'static str,
        build: fn(&Source<'_>) -> Scene,
    ) -> Self {
        Self {
            chart,
            name,
            question,
            about,
            about_in_grey: None,
            pointing: "",
            build,
            looks_ahead: false,
            takes_exercises: false,
            about_shown_week: false,
            marks_breaches: false,
            in_usual_report: false,
            report_size: Size::Small,
            faded: "planned",
            legend: |_, _| Vec::new(),
        }
    }
}

/// What scenes are made from. A scene is made anew when any of it changes.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The athlete, for what figures do not hold: titles and records.
    pub athlete: &'a Athlete,
    /// The exercises and their names.
    pub library: &'a Library,
    /// The athlete's training.
    pub figures: &'a TrainingDigest,
    /// The current day.
    pub today: NaiveDate,
    /// First day of the week that the calendar shows.
    pub shown: NaiveDate,
    /// What a bar stands for.
    pub group: BarSpan,
    /// The exercises of the charts about lifting.
    pub exercises: &'a [ExerciseId],
    /// Weeks in which a rule objects, in order.
    pub breaches: &'a [Breach],
    /// How days are written.
    pub dates: DateStyle,
    /// What the answers are about.
    pub answers: Answers,
}

#[cfg(test)]
impl<'a> Source<'a> {
    /// An athlete as the charts of weeks show them on a day, with that day's week in the calendar and nothing chosen.
    pub(super) fn on(
        today: NaiveDate,
        (athlete, library, figures): (&'a Athlete, &'a Library, &'a TrainingDigest),
    ) -> Self {
        Self {
            athlete,
            library,
            figures,
            today,
            shown: crate::domain::Week::of(today, chrono::Weekday::Mon).first(),
            group: BarSpan::Week,
            exercises: &[],
            breaches: &[],
            dates: DateStyle::DayFirst,
            answers: Answers::default(),
        }
    }
}

/// What the line under a title is about: the weeks that somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    /// How many weeks up to the one that is told of, as far as they are drawn; more than one.
    pub weeks: u32,
    /// The last day of what is drawn, where all of that has gone by: it is told of in place of the current day.
    pub gone: Option<NaiveDate>,
    /// The last day drawn: what is planned for later is not told of.
    pub drawn_to: NaiveDate,
    /// What the current day is called; a report of weeks long gone has another.
    pub today: &'static str,
    /// Whether what is planned is told of.
    pub ahead: Ahead,
}

/// Whether a line tells of what is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ahead {
    /// It does.
    Told,
    /// The plan is not known: a report of weeks gone by has only the races of what came after them.
    Unknown,
}

/// Days after which the numbers of weeks come again: 52 weeks.
const DAYS_OF_WEEKS: i64 = 364;

/// Weeks from which on their number says less than the years they are.
const MANY_WEEKS: u32 = 104;

impl Answers {
    /// The time that an answer is about: "12 weeks", and from two years on "20 years", of which the last may have begun
    /// only.
    fn span(self) -> String {
        if self.weeks < MANY_WEEKS {
            return words::count(self.weeks as usize, "week", "weeks");
        }
        let years = (f64::from(self.weeks) * 7.0 / 365.25).round() as usize;
        words::count(years, "year", "years")
    }

    /// "the last 12 weeks"; where all that is drawn has gone by "these 12 weeks".
    pub(super) fn lately(self) -> String {
        let which = if self.gone.is_some() {
            "these"
        } else {
            "the last"
        };
        format!("{which} {}", self.span())
    }

    /// The same where a line begins with it: "Last 12 weeks".
    pub(super) fn over(self) -> String {
        let which = if self.gone.is_some() { "These" } else { "Last" };
        format!("{which} {}", self.span())
    }
}

impl Default for Answers {
    fn default() -> Self {
        Self {
            weeks: 12,
            gone: None,
            drawn_to: NaiveDate::MAX,
            today: "today",
            ahead: Ahead::Told,
        }
    }
}

impl Source<'_> {
    pub(super) fn units(&self) -> Units {
        self.figures.profile().units
    }

    /// What a bar is called: "W48", with the year where the day that is told of is not within a year of it; or its month,
    /// with the year where it is not this one.
    pub(super) fn bar_name(&self, first: NaiveDate) -> String {
        match self.group {
            BarSpan::Week => self.week_name(first),
            BarSpan::Month if first.year() == self.today.year() => first.format("%b").to_string(),
            BarSpan::Month => first.format("%b %Y").to_string(),
        }
    }

    /// The day that is told of: the current one, or the last of weeks gone by.
    pub(super) fn told(&self) -> NaiveDate {
        self.answers.gone.unwrap_or(self.today)
    }

    /// The number of a week, with its year where it may be taken for one of the year that is told of: "W48 2024".
    pub(super) fn week_name(&self, first: NaiveDate) -> String {
        let number = words::week_number(first);
        if (self.told() - first).num_days().abs() < DAYS_OF_WEEKS {
            return number;
        }
        format!("{number} {}", Week::starting(first).year())
    }

    /// From the first session to the last.
    pub(super) fn whole(&self) -> Period {
        self.figures.whole(self.today)
    }

    /// The row of the shown week or month among some periods.
    pub(super) fn shown_among(&self, periods: impl IntoIterator<Item = Period>) -> Option<usize> {
        periods
            .into_iter()
            .position(|period| period.holds(self.shown))
    }

    /// True where a planned session has passed and was not logged.
    pub(super) fn has_unlogged(&self) -> bool {
        let mut sessions = self.figures.sessions();
        sessions.any(|session| {
            session.is_training() && session.stand == Stand::Open && session.date < self.today
        })
    }

    /// "a week", "a month".
    pub(super) fn each(&self) -> &'static str {
        match self.group {
            BarSpan::Week => "week",
            BarSpan::Month => "month",
        }
    }
}

/// A scene that says in words what is missing.
pub(super) fn too_little(spec: &ChartSpec, title: Vec<Word>, words: impl ToString) -> Scene {
    let words = words.to_string();
    Scene {
        chart: spec.chart,
        title,
        subtitle: String::new(),
        summary: format!("{} chart: {words}", spec.name),
        body: Body::Words(words),
        table: Table::default(),
    }
}

/// A scene over time.
pub(super) fn over_time(
    spec: &ChartSpec,
    title: Vec<Word>,
    subtitle: String,
    summary: String,
    body: TimeBody,
    table: Table,
) -> Scene {
    Scene {
        chart: spec.chart,
        title,
        subtitle,
        summary: format!("{} chart. {summary}", spec.name),
        body: Body::Time(body),
        table,
    }
}

/// The ends of a period on the time axis.
pub(super) fn ends(period: Period) -> (f64, f64) {
    (day_of(period.first), day_of(period.last) + 1.0)
}

/// What a row about a period is called.
pub(super) fn key(period: Period) -> Key {
    match period.days() {
        7 => Key::Weeks(period.first, 1),
        _ => Key::Month(period.first),
    }
}

/// What pointing at a period reads and shows.
pub(super) fn hit(period: Period, row: usize) -> Hit {
    let (from, to) = ends(period);
    Hit {
        from,
        to,
        value: None,
        row,
        target: Target::Week(period.first),
    }
}

/// From the first week that answers are about to the day that they are told of.
pub(super) fn recent(source: &Source<'_>) -> Period {
    let told = source.told();
    let week = Week::of(told, source.figures.profile().week_start).first();
    let back = 7 * u64::from(source.answers.weeks.saturating_sub(1));
    let first = week.checked_sub_days(Days::new(back)).unwrap_or(week);
    Period::new(first, told)
}
