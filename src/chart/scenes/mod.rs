//! From figures to scenes: one file a chart.

mod adherence;
mod distance;
mod form;
mod habit;
mod intensity;
mod lift_lines;
mod load;
mod monotony;
mod muscles;
mod one_rm;
mod race_time;
mod records;
mod tonnage;
mod top_weight;

use chrono::{Days, NaiveDate};

use super::catalogue::Chart;
use super::choice::Group;
use super::scene::{Body, Hit, Scene, Target, TimeBody, Word};
use super::table::{Key, Table};
use super::time::day_of;
use crate::domain::{Athlete, ExerciseId, Units};
use crate::library::Library;
use crate::load::series::{self, Figures, Period, Stand};
use crate::rules::Breach;

/// How many exercises charts about lifting show while nobody has chosen.
const USUAL_EXERCISES: usize = 3;

/// What scenes are made from. A scene is made anew when any of it changes.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The athlete, for what figures do not hold: titles and records.
    pub athlete: &'a Athlete,
    /// The exercises and their names.
    pub library: &'a Library,
    /// The athlete's training.
    pub figures: &'a Figures,
    /// The current day.
    pub today: NaiveDate,
    /// First day of the week that the calendar shows.
    pub shown: NaiveDate,
    /// What a bar stands for.
    pub group: Group,
    /// The exercises of the charts about lifting.
    pub exercises: &'a [ExerciseId],
    /// Weeks in which a rule objects, in order.
    pub breaches: &'a [Breach],
    /// What the answers are about.
    pub answers: Answers,
}

/// What the line under a title is about: the weeks that somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    /// How many weeks up to the current one; more than one.
    pub weeks: u32,
    /// What the current day is called; a report of weeks long gone has another.
    pub today: &'static str,
}

impl Default for Answers {
    fn default() -> Self {
        Self {
            weeks: 12,
            today: "today",
        }
    }
}

impl Source<'_> {
    fn units(&self) -> Units {
        self.figures.profile().units
    }

    /// From the first session to the last.
    fn whole(&self) -> Period {
        self.figures.whole(self.today)
    }

    /// The row of the shown week or month among some periods.
    fn shown_among(&self, periods: impl IntoIterator<Item = Period>) -> Option<usize> {
        periods
            .into_iter()
            .position(|period| period.holds(self.shown))
    }

    /// True where a planned session has passed without a word of what became of it.
    fn has_unlogged(&self) -> bool {
        let mut sessions = self.figures.sessions();
        sessions.any(|session| {
            session.is_training() && session.stand == Stand::Open && session.date < self.today
        })
    }

    /// "a week", "a month".
    fn each(&self) -> &'static str {
        match self.group {
            Group::Week => "week",
            Group::Month => "month",
        }
    }
}

/// The scene of a chart.
pub fn scene(chart: Chart, source: &Source<'_>) -> Scene {
    let mut scene = scene_of(chart, source);
    if let Body::Words(words) = &mut scene.body
        && source.has_unlogged()
    {
        words.push_str(UNLOGGED);
        scene.summary.push_str(UNLOGGED);
    }
    scene
}

/// What is said beside too little to draw where a plan has passed without a word.
const UNLOGGED: &str = " What was planned and has passed counts once it is logged.";

fn scene_of(chart: Chart, source: &Source<'_>) -> Scene {
    match chart {
        Chart::Load => load::scene(source),
        Chart::Distance => distance::scene(source),
        Chart::OneRm => one_rm::scene(source),
        Chart::Intensity => intensity::scene(source),
        Chart::HardSets => muscles::bars(source),
        Chart::BodyMap => muscles::body_map(source),
        Chart::Form => form::scene(source),
        Chart::Monotony => monotony::monotony(source),
        Chart::Strain => monotony::strain(source),
        Chart::Habit => habit::scene(source),
        Chart::TopWeight => top_weight::scene(source),
        Chart::Tonnage => tonnage::scene(source),
        Chart::Adherence => adherence::scene(source),
        Chart::RaceTime => race_time::scene(source),
        Chart::Records => records::scene(source),
    }
}

/// The exercises that charts about lifting show while nobody has chosen: the most used ones, the heaviest of them first,
/// since that is what one asks about.
pub fn usual_exercises(figures: &Figures) -> Vec<ExerciseId> {
    let known = series::exercises_with_history(figures);
    let mut usual: Vec<ExerciseId> = known
        .into_iter()
        .take(USUAL_EXERCISES)
        .map(|history| history.exercise)
        .collect();
    let heaviest = |exercise: &ExerciseId| {
        let points = series::one_rm(figures, exercise);
        series::best_of(&points).map_or(0.0, |best| best.kg.kg())
    };
    usual.sort_by_cached_key(|exercise| std::cmp::Reverse((heaviest(exercise) * 100.0) as i64));
    usual
}

/// A scene that says in words what is missing.
fn too_little(chart: Chart, title: Vec<Word>, words: impl ToString) -> Scene {
    let words = words.to_string();
    Scene {
        chart,
        title,
        subtitle: String::new(),
        summary: format!("{} chart: {words}", chart.name()),
        body: Body::Words(words),
        table: Table::default(),
    }
}

/// A scene over time.
fn over_time(
    chart: Chart,
    title: Vec<Word>,
    subtitle: String,
    summary: String,
    body: TimeBody,
    table: Table,
) -> Scene {
    Scene {
        chart,
        title,
        subtitle,
        summary: format!("{} chart. {summary}", chart.name()),
        body: Body::Time(body),
        table,
    }
}

/// The ends of a period on the time axis.
fn ends(period: Period) -> (f64, f64) {
    (day_of(period.first), day_of(period.last) + 1.0)
}

/// What a row about a period is called.
fn key(period: Period) -> Key {
    match period.days() {
        7 => Key::Weeks(period.first, 1),
        _ => Key::Month(period.first),
    }
}

/// What pointing at a period reads and shows.
fn hit(period: Period, row: usize) -> Hit {
    let (from, to) = ends(period);
    Hit {
        from,
        to,
        value: None,
        row,
        target: Target::Week(period.first),
    }
}

/// From the first week that answers are about to the end of the plan.
fn recent(source: &Source<'_>) -> Period {
    let now = series::week_of(source.today, source.figures.profile().week_start);
    let back = 7 * u64::from(source.answers.weeks.saturating_sub(1));
    let first = now.checked_sub_days(Days::new(back)).unwrap_or(now);
    Period::new(first, source.whole().last)
}
