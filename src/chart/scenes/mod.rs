//! From figures to scenes: one file a chart, and here a line for each.

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
mod spec;
mod tonnage;
mod top_weight;

pub use spec::{Ahead, Answers, ChartSpec, Source};

use super::catalogue::Chart;
use super::scene::{Body, Scene};
use crate::domain::ExerciseId;
use crate::load::series::{self, TrainingDigest};

/// Every chart, in the order people rely on them.
const SPECS: &[ChartSpec] = &[
    load::SPEC,
    distance::SPEC,
    one_rm::SPEC,
    muscles::HARD_SETS,
    muscles::BODY_MAP,
    form::SPEC,
    top_weight::SPEC,
    tonnage::SPEC,
    adherence::SPEC,
    intensity::SPEC,
    monotony::SPEC,
    monotony::STRAIN_SPEC,
    habit::SPEC,
    race_time::SPEC,
    records::SPEC,
];

impl Chart {
    /// Every chart, in the order people rely on them.
    pub const ALL: &'static [Self] = &{
        let mut all = [SPECS[0].chart; SPECS.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = SPECS[at].chart;
            at += 1;
        }
        all
    };

    /// The chart that files use this word for.
    pub fn from_word(word: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|chart| chart.word() == word)
    }

    /// What there is to say of it.
    pub fn spec(self) -> &'static ChartSpec {
        let mut all = SPECS.iter();
        // Every chart has a row; a test holds the table to that.
        all.find(|spec| spec.chart == self).unwrap_or(&SPECS[0])
    }

    /// Its name in lists.
    pub fn name(self) -> &'static str {
        self.spec().name
    }
}

/// The scene of a chart.
pub fn scene(chart: Chart, source: &Source<'_>) -> Scene {
    let mut scene = (chart.spec().build)(source);
    scene.table.dates = source.dates;
    if let Body::Words(words) = &mut scene.body
        && source.has_unlogged()
    {
        words.push_str(UNLOGGED);
        scene.summary.push_str(UNLOGGED);
    }
    scene
}

/// What is said beside too little to draw where a plan has passed and was not logged.
const UNLOGGED: &str = " What was planned and has passed counts once it is logged.";

/// How many exercises charts about lifting show while nobody has chosen.
const USUAL_EXERCISES: usize = 3;

/// The exercises that charts about lifting show while nobody has chosen: the most used ones, the heaviest of them
/// first, since that is what one asks about.
pub fn usual_exercises(figures: &TrainingDigest) -> Vec<ExerciseId> {
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

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_chart_has_words_and_a_row_of_its_own() {
        for spec in SPECS {
            assert_eq!(spec.chart.spec().name, spec.name);
            assert_eq!(Chart::from_word(spec.chart.word()), Some(spec.chart));
        }
        let names: HashSet<_> = SPECS.iter().map(|spec| spec.name).collect();
        assert_eq!(names.len(), SPECS.len());
        let questions: HashSet<_> = SPECS.iter().map(|spec| spec.question).collect();
        assert_eq!(questions.len(), SPECS.len());
    }
}
