//! Fitness, fatigue and form: what load leaves behind.

use chrono::NaiveDate;

use super::figures::day_after;
use super::{Drawn, Period, TooLittle, TrainingDigest, WEEKS_BACK, back};

/// Days over which fitness fades.
pub const FITNESS_DAYS: f64 = 42.0;
/// Days over which fatigue fades.
pub const FATIGUE_DAYS: f64 = 7.0;
/// Fewer days of training than these give no curve.
const FEWEST_DAYS: i64 = 14;

/// Fitness, fatigue and form on a day, in AU a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FitnessPoint {
    /// The day.
    pub date: NaiveDate,
    /// Load of the day, in AU.
    pub load: f64,
    /// Fitness at its end: an exponential mean of load over 42 days.
    pub fitness: f64,
    /// Fatigue at its end: the same over 7 days.
    pub fatigue: f64,
    /// Form on the day: yesterday's fitness − yesterday's fatigue. Positive when rested.
    pub form: f64,
}

/// Fitness, fatigue and form, past and planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitness {
    /// One point a day, from the first day trained to the last one that is over: today, or yesterday while something
    /// of today is still to come.
    pub past: Vec<FitnessPoint>,
    /// One point a day from there on, as far as there is a plan: what the plan would come to. Empty without one.
    pub planned: Vec<FitnessPoint>,
    /// Until this day the curve of fitness still rises from nothing and says little: 42 days after the first.
    pub settled: NaiveDate,
}

impl Fitness {
    /// The points of a day or the last one before it, of the past only.
    pub fn on(&self, date: NaiveDate) -> Option<&FitnessPoint> {
        let place = self.past.partition_point(|point| point.date <= date);
        self.past.get(place.checked_sub(1)?)
    }
}

/// Fitness, fatigue and form of each day (Banister 1975; Coggan): x += (load − x) / τ with τ = 42 and 7 days, from 0 on
/// the first day trained. The planned part goes on from the done past. It describes load and forecasts no performance.
///
/// # Errors
///
/// Says what is missing with fewer than two weeks since the first day trained.
pub fn fitness(figures: &TrainingDigest, today: NaiveDate) -> Drawn<Fitness> {
    let first = figures
        .first_trained()
        .map(|first| first.max(back(today, WEEKS_BACK)));
    let Some(first) = first.filter(|first| (today - *first).num_days() >= FEWEST_DAYS) else {
        return Err(too_early(first, today));
    };
    let open = |date: NaiveDate| {
        let mut sessions = figures.within(Period::of_days(date, 1));
        sessions.any(|session| session.is_training() && session.is_to_come(today))
    };
    let yesterday = today.pred_opt().unwrap_or(today);
    let done = Period::new(first, if open(today) { yesterday } else { today });
    let mut state = State::default();
    let past = curve(
        &mut state,
        done.first,
        &figures.daily(done, |session| session.done.au),
    );

    let tomorrow = day_after(done.last, 1);
    let last = figures.last_day(today);
    let loads = if last < tomorrow {
        Vec::new()
    } else {
        figures.daily_au(Period::new(tomorrow, last), today)
    };
    Ok(Fitness {
        past,
        planned: curve(&mut state, tomorrow, &loads),
        settled: day_after(first, FITNESS_DAYS as usize),
    })
}

/// The sentence for too short a history.
fn too_early(first: Option<NaiveDate>, today: NaiveDate) -> TooLittle {
    TooLittle::days(FEWEST_DAYS, first.map(|first| (today - first).num_days()))
}

/// Fitness and fatigue between two days.
#[derive(Default)]
struct State {
    fitness: f64,
    fatigue: f64,
}

fn curve(state: &mut State, first: NaiveDate, loads: &[f64]) -> Vec<FitnessPoint> {
    let day = |(place, load): (usize, &f64)| {
        let form = state.fitness - state.fatigue;
        state.fitness += (load - state.fitness) / FITNESS_DAYS;
        state.fatigue += (load - state.fatigue) / FATIGUE_DAYS;
        FitnessPoint {
            date: day_after(first, place),
            load: *load,
            fitness: state.fitness,
            fatigue: state.fatigue,
            form,
        }
    };
    loads.iter().enumerate().map(day).collect()
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{athlete, day, figures_of, planned_run, ran};
    use super::*;

    #[test]
    fn a_constant_load_is_approached_as_the_published_equation_says() {
        // x after n days of load L is L (1 − (1 − 1/τ)^n).
        let mut state = State::default();
        let points = curve(&mut state, day("2026-01-01"), &[100.0; 42]);
        let last = points.last().unwrap();
        assert!((last.fitness - 100.0 * (1.0 - (41.0_f64 / 42.0).powi(42))).abs() < 1e-9);
        assert!((last.fatigue - 100.0 * (1.0 - (6.0_f64 / 7.0).powi(42))).abs() < 1e-9);
        let before = points[40];
        assert_eq!(last.form, before.fitness - before.fatigue);
    }

    #[test]
    fn rest_makes_form_rise() {
        let mut state = State::default();
        let loads: Vec<_> = (0..84)
            .map(|day| if day < 70 { 80.0 } else { 0.0 })
            .collect();
        let points = curve(&mut state, day("2026-01-01"), &loads);
        assert!(points[70].form < 0.0 && points[83].form > 0.0);
    }

    #[test]
    fn the_plan_goes_on_where_the_past_ends() {
        let today = day("2026-11-25");
        let athlete = athlete([
            ran(1, "2026-11-01", 8.0, 50),
            planned_run(2, "2026-11-20", 8.0, 50),
            planned_run(3, "2026-11-27", 8.0, 50),
        ]);
        let found = fitness(&figures_of(&athlete), today).unwrap();
        let last = found.past.last().unwrap();
        assert_eq!((found.past.len(), last.date), (25, today));
        assert_eq!(found.past[19].load, 0.0, "the run of the 20th was not done");
        let days: Vec<_> = found.planned.iter().map(|point| point.date).collect();
        assert_eq!(days, [day("2026-11-26"), day("2026-11-27")]);
        let expected = last.fitness * 41.0 / 42.0;
        assert!((found.planned[0].fitness - expected).abs() < 1e-12);
        assert_eq!(found.on(day("2026-11-10")).unwrap().date, day("2026-11-10"));
        assert_eq!(found.on(day("2026-10-31")), None);
    }

    #[test]
    fn what_is_still_open_today_belongs_to_the_plan() {
        let today = day("2026-11-25");
        let athlete = athlete([
            ran(1, "2026-11-01", 8.0, 50),
            ran(2, "2026-11-25", 4.0, 30),
            planned_run(3, "2026-11-25", 8.0, 50),
        ]);
        let found = fitness(&figures_of(&athlete), today).unwrap();
        assert_eq!(found.past.last().unwrap().date, day("2026-11-24"));
        assert_eq!(found.planned[0].load, 6.0 * 30.0 + 5.0 * 50.0);
    }

    #[test]
    fn two_weeks_are_needed() {
        let few = athlete([ran(1, "2026-11-16", 8.0, 50)]);
        let told = fitness(&figures_of(&few), day("2026-11-25")).unwrap_err();
        assert_eq!(
            told.to_string(),
            "This needs 14 days since the first training; there are 9."
        );
        let none = fitness(&figures_of(&athlete([])), day("2026-11-25")).unwrap_err();
        assert!(none.to_string().ends_with("nothing is logged yet."));
    }
}
