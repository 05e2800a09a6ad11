//! Which charts go into a progress report.

use std::collections::BTreeMap;

use super::catalogue::Chart;
use super::choice::{ChartSelection, Placed};
use crate::domain::AthleteId;

/// The charts of a report that nobody chose, in the order people rely on them.
fn usual() -> impl Iterator<Item = Chart> {
    let all = Chart::ALL.iter().copied();
    all.filter(|chart| chart.spec().in_usual_report)
}

/// Which charts a report shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selection {
    /// Those that most reports need.
    #[default]
    Usual,
    /// All there are.
    All,
    /// Those that the athlete is looked at with on the screen.
    OnScreen,
    /// These, in reading order.
    These(Vec<Placed>),
}

impl Selection {
    /// What words ask for: "usual", "all", or charts by their words with commas between them.
    ///
    /// # Errors
    ///
    /// A sentence that names what no chart is called, and the charts there are.
    pub fn from_words(text: &str) -> Result<Self, String> {
        match text.trim().to_lowercase().as_str() {
            "usual" => return Ok(Self::Usual),
            "all" => return Ok(Self::All),
            _ => {}
        }
        let chosen = text.split(',').map(|word| {
            let word = word.trim().to_lowercase();
            Chart::from_word(&word).ok_or_else(|| {
                let known: Vec<_> = Chart::ALL.iter().map(|chart| chart.word()).collect();
                let known = known.join(", ");
                format!(
                    "there is no chart \"{word}\"; choose \"usual\", \"all\", or some of: {known}"
                )
            })
        });
        Ok(Self::these(chosen.collect::<Result<Vec<_>, _>>()?))
    }

    /// These charts in their usual sizes, each once.
    pub fn these(charts: impl IntoIterator<Item = Chart>) -> Self {
        let mut placed: Vec<Placed> = Vec::new();
        for chart in charts {
            if !placed.iter().any(|other| other.chart == chart) {
                placed.push(usually(chart));
            }
        }
        Self::These(placed)
    }
}

/// Which charts the reports of some athletes show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportCharts {
    /// Which ones.
    pub selection: Selection,
    /// How each athlete is looked at on the screen, as far as somebody chose: the charts for
    /// [`Selection::OnScreen`], and the exercises for all of them.
    pub on_screen: BTreeMap<AthleteId, ChartSelection>,
}

impl ReportCharts {
    /// The charts of an athlete's report.
    pub fn of(&self, athlete: AthleteId) -> ChartSelection {
        let seen = self.on_screen.get(&athlete).cloned().unwrap_or_default();
        let charts = match &self.selection {
            Selection::Usual => usual().map(usually).collect(),
            Selection::All => Chart::ALL.iter().copied().map(usually).collect(),
            Selection::OnScreen => seen.charts,
            Selection::These(charts) => charts.clone(),
        };
        ChartSelection { charts, ..seen }
    }

    /// Puts a chart into all reports, or takes it out; `athlete` is the one whose charts are ticked. The last one
    /// stays.
    pub fn toggle(&mut self, chart: Chart, athlete: AthleteId) {
        let mut charts = self.of(athlete).charts;
        if let Some(at) = charts.iter().position(|placed| placed.chart == chart) {
            if charts.len() > 1 {
                charts.remove(at);
            }
        } else {
            // Where it stands in the catalogue, as far as the others are in that order.
            let place = |chart: Chart| Chart::ALL.iter().position(|other| *other == chart);
            let at = charts
                .iter()
                .position(|placed| place(placed.chart) > place(chart))
                .unwrap_or(charts.len());
            charts.insert(at, usually(chart));
        }
        self.selection = Selection::These(charts);
    }
}

/// A chart as a report usually places it.
fn usually(chart: Chart) -> Placed {
    Placed {
        chart,
        size: chart.spec().report_size,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn charts(report: &ReportCharts, athlete: AthleteId) -> Vec<Chart> {
        let charts = report.of(athlete).charts;
        charts.iter().map(|placed| placed.chart).collect()
    }

    #[test]
    fn charts_are_ticked_in_the_order_of_the_catalogue() {
        let anna = AthleteId::from_bits(1);
        let mut report = ReportCharts::default();
        let usual: Vec<_> = usual().collect();
        assert_eq!((charts(&report, anna), usual.len()), (usual.clone(), 10));
        report.toggle(Chart::MONOTONY, anna);
        report.toggle(Chart::LOAD, anna);
        let ticked = charts(&report, anna);
        assert_eq!(ticked.len(), 10);
        assert_eq!((ticked[0], ticked[6]), (Chart::DISTANCE, Chart::INTENSITY));
        assert_eq!(ticked[7], Chart::MONOTONY);
        report.selection = Selection::these([Chart::LOAD, Chart::LOAD]);
        report.toggle(Chart::LOAD, anna);
        assert_eq!(charts(&report, anna), [Chart::LOAD], "the last one stays");
    }

    #[test]
    fn charts_are_asked_for_by_their_words() {
        let two = Selection::these([Chart::FORM, Chart::ONE_RM]);
        assert_eq!(Selection::from_words("form, one-rm,Form"), Ok(two));
        assert_eq!(Selection::from_words("ALL"), Ok(Selection::All));
        assert_eq!(Selection::from_words("usual"), Ok(Selection::Usual));
        let wrong = Selection::from_words("load,lode").unwrap_err();
        assert!(wrong.contains("\"lode\"") && wrong.contains("load, distance, one-rm"));
        assert!(Selection::from_words("").is_err());
    }

    #[test]
    fn each_athlete_has_what_is_on_their_screen() {
        let (anna, ben) = (AthleteId::from_bits(1), AthleteId::from_bits(2));
        let mut seen = ChartSelection::default();
        seen.toggle(Chart::STRAIN);
        seen.exercises.push(crate::domain::ExerciseId::new("squat"));
        let mut report = ReportCharts {
            selection: Selection::OnScreen,
            on_screen: BTreeMap::from([(anna, seen.clone())]),
        };
        assert_eq!(report.of(anna), seen);
        assert_eq!(report.of(ben), ChartSelection::default());
        report.selection = Selection::All;
        assert_eq!(charts(&report, anna), Chart::ALL);
        assert_eq!(report.of(anna).exercises, seen.exercises);
    }
}
