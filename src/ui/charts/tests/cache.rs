//! Scenes are kept until what they show changes, and follow an edit one a frame.

use super::*;
use crate::ui::charts::cache::{Cache, Pace};

/// The training of an athlete, ready to be drawn.
struct Training {
    athlete: Athlete,
    library: Library,
    figures: TrainingDigest,
    breaches: Arc<[Breach]>,
}

impl Training {
    fn of(athlete: Athlete) -> Self {
        let library = Library::shipped().unwrap();
        Self {
            figures: TrainingDigest::of(&athlete, &library),
            breaches: Arc::default(),
            athlete,
            library,
        }
    }

    /// The scenes that a frame asks for. `revision` says which edit it is after.
    fn frame(&self, cache: &mut Cache, revision: u64, pace: Pace, shown: &str) -> [Arc<Scene>; 3] {
        let view = ChartsView {
            athlete: &self.athlete,
            library: &self.library,
            projected: None,
            figures: &self.figures,
            revision,
            marks: &[],
            blocks: &[],
            breaches: &self.breaches,
            palette: &theme::Palette::LIGHT,
            today: day("2026-11-26"),
            shown_monday: day(shown),
            filling: false,
        };
        let window = home(Range::TwelveWeeks, &view);
        cache.refresh(
            &view,
            window,
            300.0,
            &ChartSelection::default(),
            pace,
            Answers::default(),
        );
        CHARTS.map(|chart| cache.scene(chart, &view))
    }
}

/// An athlete before and after an edit that all charts of these tests show.
fn before_and_after() -> [Training; 2] {
    let before = athlete();
    let mut after = before.clone();
    for session in after.sessions.on(day("2026-11-24")).to_vec() {
        let mut changed = Session::clone(&session);
        let log = changed.log.as_mut().unwrap();
        log.run = Some(crate::domain::RunLog {
            distance: Some(Meters::from_km(30.0)),
            moving: Some(crate::domain::Seconds(9000)),
            ..crate::domain::RunLog::default()
        });
        log.exercises = vec![
            ExerciseLog {
                exercise: ExerciseId::new("squat"),
                sets: vec![SetLog {
                    kg: Some(Kilograms::new(90.0)),
                    reps: Some(5),
                    ..SetLog::default()
                }],
                name: String::new(),
            }
            .into(),
        ];
        log.rpe = Some(Rpe::new(9.0));
        after.sessions.put(Arc::new(changed), 0);
    }
    [Training::of(before), Training::of(after)]
}

const NOW: &str = "2026-11-23";

#[test]
fn after_an_edit_one_chart_a_frame_follows_and_says_what_a_new_one_would() {
    let [before, after] = before_and_after();
    let mut cache = Cache::default();
    let mut last = before.frame(&mut cache, 1, Pace::OneByOne, NOW);
    assert!(!cache.is_behind());
    let made = |last: &[Arc<Scene>; 3], now: &[Arc<Scene>; 3]| {
        let pairs = last.iter().zip(now);
        pairs
            .filter(|(one, other)| !Arc::ptr_eq(one, other))
            .count()
    };
    let mut counts = Vec::new();
    loop {
        let now = after.frame(&mut cache, 2, Pace::OneByOne, NOW);
        counts.push(made(&last, &now));
        last = now;
        if !cache.is_behind() {
            break;
        }
    }
    assert_eq!(counts, [0, 1, 1, 1]);
    let expected = after.frame(&mut Cache::default(), 1, Pace::OneByOne, NOW);
    assert_eq!(last, expected);
    let old = before.frame(&mut Cache::default(), 1, Pace::OneByOne, NOW);
    assert!(old.iter().zip(&last).all(|(old, new)| old != new));
    // From here on nothing is made anew.
    let rest = after.frame(&mut cache, 2, Pace::OneByOne, NOW);
    assert_eq!(made(&last, &rest), 0);
}

#[test]
fn what_is_held_against_a_plan_or_of_another_week_is_made_at_once() {
    let [before, after] = before_and_after();
    let expected = after.frame(&mut Cache::default(), 1, Pace::AtOnce, NOW);
    let mut cache = Cache::default();
    before.frame(&mut cache, 1, Pace::OneByOne, NOW);
    after.frame(&mut cache, 2, Pace::OneByOne, NOW);
    assert!(cache.is_behind());
    let caught_up = after.frame(&mut cache, 2, Pace::AtOnce, NOW);
    assert!(!cache.is_behind());
    assert_eq!(caught_up, expected);

    let mut cache = Cache::default();
    before.frame(&mut cache, 1, Pace::OneByOne, NOW);
    let earlier = after.frame(&mut cache, 2, Pace::OneByOne, "2026-11-16");
    assert!(!cache.is_behind());
    let expected = after.frame(&mut Cache::default(), 1, Pace::OneByOne, "2026-11-16");
    assert_eq!(earlier, expected);
}

#[test]
fn charts_of_another_athlete_are_never_drawn_for_a_frame() {
    let [before, mut after] = before_and_after();
    after.athlete.id = AthleteId::from_bits(2);
    let mut cache = Cache::default();
    before.frame(&mut cache, 1, Pace::OneByOne, NOW);
    let shown = after.frame(&mut cache, 2, Pace::OneByOne, NOW);
    let expected = after.frame(&mut Cache::default(), 1, Pace::OneByOne, NOW);
    assert_eq!(shown, expected);
}
