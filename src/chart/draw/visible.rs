//! What of a chart over time is seen in a window, and at which points of the screen.

use super::plane::Plane;
use crate::chart::picture::Position;
use crate::chart::scene::{Bar, Layer, Merge, TimeBody};
use crate::chart::time::Window;

/// Points of lines keep this far apart, in points of the screen; those of a curve of means [nearer](LEAST_STEP_OF_CURVE).
pub(super) const LEAST_STEP: f32 = 3.0;

/// Of a curve that goes up and down so little is enough: its teeth are seen all along, and not only where some of its
/// points are kept among means.
const LEAST_STEP_OF_CURVE: f32 = 1.0;

/// All values in the window, those of levels left out.
pub(super) fn values(body: &TimeBody, window: Window) -> impl Iterator<Item = f64> + '_ {
    body.layers.iter().flat_map(move |layer| {
        let values: Vec<f64> = match layer {
            Layer::Bars(bars) => seen_bars(bars, window).iter().map(Bar::height).collect(),
            Layer::Line(line) => {
                let seen = seen(&line.points, window, |point| point[0]);
                seen.iter().map(|point| point[1]).collect()
            }
            Layer::Band { points, .. } => {
                let seen = seen(points, window, |point| point[0]);
                seen.iter().flat_map(|point| [point[1], point[2]]).collect()
            }
            Layer::Points(points) => {
                let within = points.iter().filter(|point| window.holds(point.at));
                within.map(|point| point.value).collect()
            }
            Layer::Level { .. } | Layer::Labels(_) => Vec::new(),
        };
        values
    })
}

pub(super) fn has_anything(body: &TimeBody, window: Window) -> bool {
    body.layers.iter().any(|layer| match layer {
        Layer::Bars(bars) => seen_bars(bars, window).iter().any(|bar| bar.height() > 0.0),
        Layer::Line(line) => line
            .points
            .first()
            .zip(line.points.last())
            .is_some_and(|(first, last)| first[0] < window.end && last[0] >= window.start),
        Layer::Band { points, .. } => points.iter().any(|point| window.holds(point[0])),
        Layer::Points(points) => points.iter().any(|point| window.holds(point.at)),
        Layer::Level { .. } | Layer::Labels(_) => false,
    })
}

pub(super) fn seen_bars(bars: &[Bar], window: Window) -> &[Bar] {
    let first = bars.partition_point(|bar| bar.to <= window.start);
    let last = bars.partition_point(|bar| bar.from < window.end);
    bars.get(first..last).unwrap_or_default()
}

/// The points in the window, and one on either side so that lines run on.
pub(super) fn seen<T>(points: &[T], window: Window, time: impl Fn(&T) -> f64) -> &[T] {
    let first = points.partition_point(|point| time(point) < window.start);
    let last = points.partition_point(|point| time(point) < window.end);
    points
        .get(first.saturating_sub(1)..(last + 1).min(points.len()))
        .unwrap_or_default()
}

/// The part of a line that is seen, cut a little outside the window: a point of another century would make a line, and
/// its dashes, of millions of points of the screen. Time comes first, then what runs with it.
pub(super) fn cut<const N: usize>(points: &[[f64; N]], window: Window) -> Vec<[f64; N]> {
    let margin = 0.05 * window.days();
    let (start, end) = (window.start - margin, window.end + margin);
    let mut line = seen(points, window, |point| point[0]).to_vec();
    let between = |one: &[f64; N], other: &[f64; N], at: f64| {
        let share = (at - one[0]) / (other[0] - one[0]);
        std::array::from_fn(|place| one[place] + (other[place] - one[place]) * share)
    };
    if let [first, second, ..] = line.as_mut_slice()
        && first[0] < start
    {
        *first = between(first, second, start);
    }
    if let [.., before, last] = line.as_mut_slice()
        && last[0] > end
    {
        *last = between(before, last, end);
    }
    line.retain(|point| (start..=end).contains(&point[0]));
    line
}

/// One point for those that would fall on top of each other, so that ten years stay a line. What is told in figures
/// beside the line stays as it is: its first and last point, the highest and the lowest, and the last up to `turn`.
pub(super) fn thinned(
    plane: &Plane,
    points: &[[f64; 2]],
    merge: Merge,
    turn: f64,
) -> Vec<Position> {
    let per_day = plane.frame.width() / plane.window.days() as f32;
    let enough = match merge {
        Merge::Highest => LEAST_STEP,
        Merge::Mean => LEAST_STEP_OF_CURVE,
    };
    let days = if per_day >= enough {
        return points.iter().map(|point| plane.place(*point)).collect();
    } else {
        // Whole weeks, because training comes in weeks and other stretches would beat with them.
        7.0 * f64::from((LEAST_STEP / per_day / 7.0).ceil())
    };
    let stretch = |point: &[f64; 2]| (point[0] / days).floor();
    let kept = told(points, turn);
    let is_kept = |point: &[f64; 2]| kept.contains(point);
    points
        .chunk_by(|a, b| stretch(a) == stretch(b) && !is_kept(a) && !is_kept(b))
        .filter_map(|chunk| merged(chunk, merge))
        .map(|point| plane.place(point))
        .collect()
}

/// The points of a line that are told in figures.
fn told(points: &[[f64; 2]], turn: f64) -> Vec<[f64; 2]> {
    let by_value = |a: &&[f64; 2], b: &&[f64; 2]| a[1].total_cmp(&b[1]);
    let before_turn = points.partition_point(|point| point[0] <= turn);
    let told = [
        points.first(),
        points.last(),
        points.iter().max_by(by_value),
        points.iter().min_by(by_value),
        before_turn.checked_sub(1).and_then(|last| points.get(last)),
    ];
    told.into_iter().flatten().copied().collect()
}

fn merged(points: &[[f64; 2]], merge: Merge) -> Option<[f64; 2]> {
    match merge {
        Merge::Highest => points.iter().copied().max_by(|a, b| a[1].total_cmp(&b[1])),
        Merge::Mean => {
            let count = points.len() as f64;
            let mean = |place: usize| {
                let figures = points.iter().filter_map(|point| point.get(place));
                figures.map(|figure| figure / count).sum()
            };
            (count > 0.0).then(|| [mean(0), mean(1)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::picture::Area;

    /// So many points wide, over so many days.
    fn plane(width: f32, days: f64, values: [f64; 2]) -> Plane {
        Plane {
            frame: Area {
                min: [0.0, 0.0],
                max: [width, 100.0],
            },
            window: Window {
                start: 0.0,
                end: days,
            },
            values,
        }
    }

    #[test]
    fn of_points_that_fall_together_the_best_lift_counts_and_of_curves_the_mean() {
        let points = [[1.0, -30.0], [2.0, 50.0], [3.0, 10.0]];
        assert_eq!(merged(&points, Merge::Highest), Some([2.0, 50.0]));
        let [day, value] = merged(&points, Merge::Mean).unwrap();
        assert!((day - 2.0).abs() < 1e-9 && (value - 10.0).abs() < 1e-9);
        assert_eq!(merged(&[], Merge::Mean), None);
    }

    #[test]
    fn ends_peaks_and_today_stay_where_years_are_thinned() {
        // Ten years, of which the last day before the turn and one day of each kind stand out.
        let value = |day: u32| match day {
            1800 => 90.0,
            2000 => -90.0,
            3500 => -9.0,
            3650 => 7.0,
            day => -18.0 + f64::from(day % 7),
        };
        let points: Vec<[f64; 2]> = (0..=3650).map(|day| [f64::from(day), value(day)]).collect();
        let plane = plane(400.0, 3651.0, [-100.0, 100.0]);
        let places = thinned(&plane, &points, Merge::Mean, 3500.5);
        assert!(places.len() < 400);
        for day in [0_u32, 1800, 2000, 3500, 3650] {
            let exact = plane.place([f64::from(day), value(day)]);
            assert!(places.contains(&exact), "day {day}");
        }
        assert_eq!(places.last(), Some(&plane.place([3650.0, 7.0])));
        assert!(places.windows(2).all(|pair| pair[0][0] <= pair[1][0]));
    }

    /// Of half a year the means of weeks were drawn, and among them single days at today and at the ends: a smooth
    /// curve with teeth only there.
    #[test]
    fn a_curve_of_some_months_has_its_teeth_all_along() {
        let points: Vec<[f64; 2]> = (0_u32..170)
            .map(|day| [f64::from(day), f64::from(day % 7)])
            .collect();
        let plane = plane(360.0, 170.0, [0.0, 10.0]);
        let places = thinned(&plane, &points, Merge::Mean, 100.5);
        let exact: Vec<Position> = points.iter().map(|point| plane.place(*point)).collect();
        assert_eq!(places, exact);
    }

    #[test]
    fn a_line_is_cut_a_little_outside_the_window() {
        let window = Window {
            start: 100.0,
            end: 200.0,
        };
        let line = [[-1e6, 0.0], [150.0, 10.0], [1e6, 20.0]];
        let cut = cut(&line, window);
        assert_eq!(cut.len(), 3);
        assert_eq!((cut[0][0], cut[2][0]), (95.0, 205.0));
        assert!(cut[0][1] > 9.9 && cut[2][1] < 10.1);
    }
}
