//! The value axis: round steps and the stretch they cover.

/// Room a tick takes at least, in points.
const TICK_ROOM: f32 = 28.0;
/// Room above the highest bar for its label, in points.
const BAR_HEADROOM: f32 = 18.0;
/// Room above the highest point for its ring and its label, in points.
const POINT_HEADROOM: f32 = 26.0;

/// Steps between times, in seconds.
const CLOCK_STEPS: [f64; 13] = [
    1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0,
];

/// What a value axis covers, and the step between its ticks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The lowest value.
    pub low: f64,
    /// The highest value.
    pub high: f64,
    /// Between two ticks.
    pub step: f64,
}

impl Scale {
    /// From zero to a bit above `max`, on `height` points. `least` is the top when there is nothing.
    pub fn from_zero(max: f64, least: f64, height: f32) -> Self {
        let share = share_under(BAR_HEADROOM, height);
        let high = if max > 0.0 { max / share } else { least };
        Self::exactly(0.0, high, height)
    }

    /// From `low` to `high` and no further.
    pub fn exactly(low: f64, high: f64, height: f32) -> Self {
        Self {
            low,
            high,
            step: round_step((high - low) / most_ticks(height)),
        }
    }

    /// Around `min` to `max` with air on both sides, at least `least` wide. The air goes not below `floor`, values may:
    /// with assistance one lifts less than nothing.
    pub fn around(min: f64, max: f64, least: f64, floor: f64, height: f32) -> Self {
        let air = ((max - min) * 0.18)
            .max((least - (max - min)) / 2.0)
            .max(least * 0.1);
        let low = if min < floor {
            min - air
        } else {
            (min - air).max(floor)
        };
        let high = (max + air).max(low + (max - low) / share_under(POINT_HEADROOM, height));
        let step = round_step((high - low) / most_ticks(height));
        let scale = Self { low, high, step };
        if scale.ticks().count() >= 2 {
            return scale;
        }
        // A single tick says where the axis is but not how it runs.
        Self {
            step: round_step(step / 2.0),
            ..scale
        }
    }

    /// The same scale with ticks at whole numbers only: there is no half session.
    #[must_use]
    pub fn whole(self) -> Self {
        Self {
            step: self.step.ceil(),
            ..self
        }
    }

    /// The same scale for seconds, with steps that a clock shows: whole minutes and hours rather than 100 s.
    #[must_use]
    pub fn on_the_clock(self, height: f32) -> Self {
        let least = (self.high - self.low) / most_ticks(height);
        let fits = CLOCK_STEPS.into_iter().find(|step| *step >= least * 0.999);
        let hours = || 3600.0 * round_step(least / 3600.0);
        Self {
            step: fits.unwrap_or_else(hours),
            ..self
        }
    }

    /// The values that have a tick.
    pub fn ticks(self) -> impl Iterator<Item = f64> {
        let first = (self.low / self.step).ceil();
        let last = (self.high / self.step).floor();
        let count = (last - first + 1.0).max(0.0) as usize;
        (0..count).map(move |index| (first + index as f64) * self.step)
    }
}

/// The share of `height` that is left under `headroom`, at least half.
fn share_under(headroom: f32, height: f32) -> f64 {
    f64::from(1.0 - headroom / height).max(0.5)
}

fn most_ticks(height: f32) -> f64 {
    f64::from((height / TICK_ROOM).round().clamp(2.0, 5.0))
}

/// The next of 1, 2, 2.5, 5 × a power of ten at or above `step`.
fn round_step(step: f64) -> f64 {
    let power = 10_f64.powf(step.max(f64::MIN_POSITIVE).log10().floor());
    let round = [1.0, 2.0, 2.5, 5.0]
        .into_iter()
        .find(|round| round * power >= step * 0.999);
    round.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        let scale = Scale::from_zero(620.0, 100.0, 140.0);
        assert_eq!(
            scale.ticks().collect::<Vec<_>>(),
            [0.0, 200.0, 400.0, 600.0]
        );
        assert!(scale.high > 620.0);
        let scale = Scale::around(55.0, 78.7, 10.0, 0.0, 140.0);
        assert_eq!(scale.ticks().collect::<Vec<_>>(), [60.0, 70.0, 80.0]);
    }

    #[test]
    fn times_have_ticks_that_a_clock_shows() {
        let ticks = |low, high| {
            let scale = Scale::exactly(low, high, 140.0).on_the_clock(140.0);
            scale.ticks().collect::<Vec<_>>()
        };
        assert_eq!(
            ticks(5_990.0, 6_210.0),
            [6_000.0, 6_060.0, 6_120.0, 6_180.0]
        );
        assert_eq!(
            ticks(0.0, 30_000.0),
            [0.0, 7_200.0, 14_400.0, 21_600.0, 28_800.0]
        );
    }

    #[test]
    fn nothing_and_a_single_value_have_an_axis_too() {
        let scale = Scale::from_zero(0.0, 100.0, 140.0);
        assert_eq!(
            scale.ticks().collect::<Vec<_>>(),
            [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]
        );
        let scale = Scale::around(80.0, 80.0, 10.0, 0.0, 140.0);
        assert!(scale.low < 80.0 && scale.high > 80.0 && scale.ticks().count() >= 3);
        let assisted = Scale::around(-12.0, -5.0, 10.0, 0.0, 140.0);
        assert!(assisted.low < -12.0 && assisted.high > -5.0);
    }
}
