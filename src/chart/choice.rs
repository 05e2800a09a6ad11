//! Which charts somebody looks at, and how: remembered for each athlete.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::catalogue::Chart;
use crate::domain::{ExerciseId, RaceId};
use crate::load::series::Grouping;

/// How much time the charts show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Range {
    /// Four weeks.
    FourWeeks,
    /// Twelve weeks.
    #[default]
    TwelveWeeks,
    /// From the last goal race to the next.
    Season,
    /// Fifty-two weeks.
    Year,
    /// Everything there is.
    All,
}

impl Range {
    /// All ranges, the shortest first.
    pub const ALL: [Self; 5] = [
        Self::FourWeeks,
        Self::TwelveWeeks,
        Self::Season,
        Self::Year,
        Self::All,
    ];

    /// True when a day lies in what it shows `today`. A season shows what belongs to it, and is left as it is.
    pub fn reaches_back_to(self, day: NaiveDate, today: NaiveDate) -> bool {
        let weeks = match self {
            Self::FourWeeks => 4,
            Self::TwelveWeeks => 12,
            Self::Year => 52,
            Self::Season | Self::All => return true,
        };
        (today - day).num_weeks() < weeks
    }

    /// The words on its button.
    pub fn label(self) -> &'static str {
        match self {
            Self::FourWeeks => "4 weeks",
            Self::TwelveWeeks => "12 weeks",
            Self::Season => "Season",
            Self::Year => "1 year",
            Self::All => "All",
        }
    }
}

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum BarSpan {
    /// A week.
    #[default]
    Week,
    /// A calendar month.
    Month,
}

impl BarSpan {
    /// What the rows of a table of these are called.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Week => "Week",
            Self::Month => "Month",
        }
    }

    /// The same for the series.
    pub fn grouping(self) -> Grouping {
        match self {
            Self::Week => Grouping::Week,
            Self::Month => Grouping::Month,
        }
    }
}

/// What the shown span is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Compare {
    /// Nothing.
    #[default]
    Nothing,
    /// The same weeks a year before.
    YearBefore,
    /// As many weeks before.
    SpanBefore,
    /// The weeks that led to another race, race day on race day.
    Race(RaceId),
    /// The weeks from this day on: another program block, or any other stretch.
    From(NaiveDate),
}

/// How much room a chart takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Size {
    /// One column.
    #[default]
    Small,
    /// Two columns.
    Wide,
}

/// A chart in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Placed {
    /// Which chart.
    #[serde(serialize_with = "as_word")]
    pub chart: Chart,
    /// How much room it takes.
    pub size: Size,
}

/// Which charts are shown, in which order, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChartSelection {
    /// The charts, in reading order. Charts that a later version knows are left out.
    #[serde(deserialize_with = "known")]
    pub charts: Vec<Placed>,
    /// How much time they show.
    pub range: Range,
    /// What a bar stands for.
    pub group: BarSpan,
    /// What the shown span is held against.
    pub compare: Compare,
    /// Exercises of the charts about lifting; the most used ones where it is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exercises: Vec<ExerciseId>,
    /// Whether races, programs, pains and notes are marked.
    pub marks: bool,
}

/// The most exercises that one chart can tell apart.
pub const MOST_EXERCISES: usize = 5;

impl Default for ChartSelection {
    fn default() -> Self {
        let first = [
            Chart::LOAD,
            Chart::ONE_RM,
            Chart::HARD_SETS,
            Chart::FORM,
            Chart::DISTANCE,
            Chart::ADHERENCE,
        ];
        Self {
            charts: first.map(Placed::small).to_vec(),
            range: Range::default(),
            group: BarSpan::default(),
            compare: Compare::default(),
            exercises: Vec::new(),
            marks: true,
        }
    }
}

impl Placed {
    fn small(chart: Chart) -> Self {
        Self {
            chart,
            size: Size::Small,
        }
    }
}

impl ChartSelection {
    /// True when a chart is among those shown.
    pub fn shows(&self, chart: Chart) -> bool {
        self.charts.iter().any(|placed| placed.chart == chart)
    }

    /// Shows a chart after the others, or takes it away. The last one stays.
    pub fn toggle(&mut self, chart: Chart) {
        if !self.shows(chart) {
            self.charts.push(Placed::small(chart));
        } else if self.charts.len() > 1 {
            self.charts.retain(|placed| placed.chart != chart);
        }
    }

    /// Moves a chart by some places among those shown, as far as there are any.
    pub fn shift(&mut self, chart: Chart, places: isize) {
        let Some(from) = self.charts.iter().position(|placed| placed.chart == chart) else {
            return;
        };
        let last = self.charts.len() - 1;
        let to = from.saturating_add_signed(places).min(last);
        let placed = self.charts.remove(from);
        self.charts.insert(to, placed);
    }

    /// Puts a chart beside another: in front of it, or behind it.
    pub fn put_beside(&mut self, chart: Chart, other: Chart, behind: bool) {
        let place = |choice: &Self, chart| choice.charts.iter().position(|it| it.chart == chart);
        let (Some(from), Some(_)) = (place(self, chart), place(self, other)) else {
            return;
        };
        if chart == other {
            return;
        }
        let placed = self.charts.remove(from);
        let to = place(self, other).unwrap_or_default() + usize::from(behind);
        self.charts.insert(to, placed);
    }

    /// Makes a chart wide, or small again.
    pub fn resize(&mut self, chart: Chart) {
        for placed in &mut self.charts {
            if placed.chart == chart {
                placed.size = match placed.size {
                    Size::Small => Size::Wide,
                    Size::Wide => Size::Small,
                };
            }
        }
    }

    /// Shows an exercise in the charts about lifting, or takes it away. `shown` are those on screen
    /// now, which an empty choice stands for.
    pub fn toggle_exercise(&mut self, exercise: &ExerciseId, shown: &[ExerciseId]) {
        let mut chosen = shown.to_vec();
        if let Some(place) = chosen.iter().position(|other| other == exercise) {
            if chosen.len() > 1 {
                chosen.remove(place);
            }
        } else if chosen.len() < MOST_EXERCISES {
            chosen.push(exercise.clone());
        }
        self.exercises = chosen;
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // Serde hands a reference.
fn as_word<S: serde::Serializer>(chart: &Chart, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(chart.word())
}

/// Reads the charts one by one, so that an unknown one costs only itself.
fn known<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Vec<Placed>, D::Error> {
    #[derive(Deserialize)]
    struct Raw {
        chart: String,
        #[serde(default)]
        size: Size,
    }
    let raw = Vec::<Raw>::deserialize(source)?;
    let placed = |raw: Raw| {
        let chart = Chart::from_word(&raw.chart)?;
        Some(Placed {
            chart,
            size: raw.size,
        })
    };
    let charts: Vec<_> = raw.into_iter().filter_map(placed).collect();
    Ok(if charts.is_empty() {
        ChartSelection::default().charts
    } else {
        charts
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charts_are_chosen_ordered_and_sized() {
        let mut choice = ChartSelection::default();
        choice.toggle(Chart::STRAIN);
        assert_eq!(choice.charts.last().unwrap().chart, Chart::STRAIN);
        choice.shift(Chart::STRAIN, -99);
        choice.resize(Chart::STRAIN);
        let first = choice.charts[0];
        assert_eq!((first.chart, first.size), (Chart::STRAIN, Size::Wide));
        for chart in Chart::ALL {
            if choice.shows(*chart) {
                choice.toggle(*chart);
            }
        }
        assert_eq!(choice.charts.len(), 1, "the last one stays");
    }

    #[test]
    fn a_chart_is_put_in_front_of_another_or_behind_it() {
        let mut choice = ChartSelection::default();
        let order = |choice: &ChartSelection| -> Vec<Chart> {
            choice
                .charts
                .iter()
                .take(4)
                .map(|placed| placed.chart)
                .collect()
        };
        let [load, one_rm, sets, form] = order(&choice)[..] else {
            panic!("four charts")
        };
        choice.put_beside(form, load, false);
        assert_eq!(order(&choice), [form, load, one_rm, sets]);
        choice.put_beside(form, one_rm, true);
        assert_eq!(order(&choice), [load, one_rm, form, sets]);
        choice.put_beside(form, form, true);
        choice.put_beside(Chart::STRAIN, load, true);
        choice.put_beside(load, Chart::STRAIN, true);
        assert_eq!(order(&choice), [load, one_rm, form, sets]);
    }

    #[test]
    fn exercises_start_from_what_is_on_screen() {
        let exercise = |name: &str| ExerciseId::new(name);
        let mut choice = ChartSelection::default();
        let shown = [exercise("squat"), exercise("bench")];
        choice.toggle_exercise(&exercise("row"), &shown);
        assert_eq!(choice.exercises.len(), 3);
        choice.toggle_exercise(&exercise("squat"), &choice.exercises.clone());
        assert_eq!(choice.exercises, [exercise("bench"), exercise("row")]);
    }
}
