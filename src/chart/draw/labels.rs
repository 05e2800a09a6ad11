//! The names of lines, each beside its own line where it covers no other.

use super::plane::SMALL_TEXT;
use crate::chart::color::Tone;
use crate::chart::picture::{Across, Area, Down, Heft, Position, Text};
use crate::chart::words;

/// Between a line and its name, in points.
const GAP: f32 = 5.0;
/// Between two words beside each other, in points: closer they are read as one.
const APART: f32 = 4.0;
/// Places along a line that are tried for its name, from its right end.
const STATIONS: [f32; 6] = [1.0, 0.84, 0.68, 0.5, 0.3, 0.0];
/// Rows of names above and below a line that are tried, and how much less each is liked than the one before.
const AWAY: usize = 3;
const FAR: f32 = 8.0;
/// How much less a place is liked for each bar or point that a name would hide there: more than for being far from its
/// line.
const OVER_BAR: f32 = 60.0;
/// How much less a place is liked for another line that runs over a name, besides each of the letters that it covers.
const CROSSED: f32 = 8.0;
/// The same for a name right above or below what is written, which would be read on as one, and how near that is, in
/// points.
const READ_ON: f32 = 40.0;
const NEAR: f32 = 8.0;
/// The same for a place nearer to another line than to its own, and for one that the line of today runs through.
const BESIDE_OTHER: f32 = 6.0;
const ON_TODAY: f32 = 4.0;
/// Between two looks at what a name would cover, in points.
const STEP: f32 = 4.0;

/// A line as it was drawn.
#[derive(Debug, Clone)]
pub(super) struct Trace {
    /// Its points from left to right.
    pub(super) places: Vec<Position>,
    /// Its name; without one it is only not to be covered.
    pub(super) name: String,
    /// Its colour.
    pub(super) tone: Tone,
}

/// A name for every line that has one, from the top left corner of each, clear of what is written already, and of
/// the bars and points that are `drawn` where there is room beside or above them. `today` is where its line stands across.
pub(super) fn names(
    frame: Area,
    traces: &[Trace],
    written: &[Area],
    drawn: &[Area],
    today: Option<f32>,
) -> Vec<Text> {
    let mut taken: Vec<Area> = written.iter().copied().map(with_room).collect();
    let read_on: Vec<Area> = taken.iter().copied().map(with_lines).collect();
    let mut names = Vec::new();
    for (own, trace) in traces.iter().enumerate() {
        let Some(visible) = visible(frame, trace).filter(|_| !trace.name.is_empty()) else {
            continue;
        };
        let size = [
            words::width(&trace.name, SMALL_TEXT, Heft::SemiBold),
            SMALL_TEXT * 1.2,
        ];
        let cost = |place: &(f32, Area)| {
            let (preference, area) = *place;
            let lines = traces.iter().enumerate();
            let others = || lines.clone().filter(|(place, _)| *place != own);
            let covered = others().map(|(_, other)| match covered(&other.places, area) {
                0 => 0.0,
                letters => CROSSED + letters as f32,
            });
            let covered: f32 = covered.sum();
            let off = distance(&trace.places, area);
            let nearer = others().any(|(_, other)| distance(&other.places, area) < off);
            let on_today = today.is_some_and(|x| (area.min[0]..=area.max[0]).contains(&x));
            let besides = [(nearer, BESIDE_OTHER), (on_today, ON_TODAY)];
            let besides = besides.into_iter().filter(|(is_so, _)| *is_so);
            let besides: f32 = besides.map(|(_, less)| less).sum();
            let read_on = read_on
                .iter()
                .filter(|other| overlap(**other, area))
                .count();
            let clashes = taken.iter().filter(|other| overlap(**other, area)).count();
            let hidden = drawn.iter().filter(|it| overlap(**it, area)).count();
            preference
                + covered
                + besides
                + READ_ON * read_on as f32
                + OVER_BAR * hidden as f32
                + 100.0 * clashes as f32
        };
        let best = candidates(frame, &trace.places, visible, size)
            .into_iter()
            .min_by(|a, b| cost(a).total_cmp(&cost(b)));
        let Some((_, area)) = best else { continue };
        // In a chart too low for all of them a name that lies on another makes both unreadable; what is under the
        // pointer still says whose line it is.
        if taken.iter().any(|other| overlap(*other, area)) {
            continue;
        }
        taken.push(with_room(area));
        names.push(Text {
            at: area.min,
            across: Across::Start,
            down: Down::Top,
            size: SMALL_TEXT,
            heft: Heft::SemiBold,
            tone: trace.tone,
            text: trace.name.clone(),
        });
    }
    names
}

/// What is written, and the room that it needs at its sides.
fn with_room(written: Area) -> Area {
    let ([left, top], [right, bottom]) = (written.min, written.max);
    Area {
        min: [left - APART, top],
        max: [right + APART, bottom],
    }
}

/// The same with the lines above and below, in which a name would be read on.
fn with_lines(written: Area) -> Area {
    let ([left, top], [right, bottom]) = (written.min, written.max);
    Area {
        min: [left, top - NEAR],
        max: [right, bottom + NEAR],
    }
}

/// How far a line passes above or below a place, in points; far where it does not reach that place.
fn distance(places: &[Position], area: Area) -> f32 {
    let ([left, top], [right, bottom]) = (area.min, area.max);
    let away = heights(places, left, right).map(|y| (top - y).max(y - bottom).max(0.0));
    away.fold(f32::INFINITY, f32::min)
}

/// The stretch of a line that lies in the frame, from left to right.
fn visible(frame: Area, trace: &Trace) -> Option<[f32; 2]> {
    let (first, last) = (trace.places.first()?[0], trace.places.last()?[0]);
    let (left, right) = (first.max(frame.min[0]), last.min(frame.max[0]));
    (left <= right).then_some([left, right])
}

/// Places for a name above and below its line, each with how little it is liked: the right end is where one looks.
fn candidates(
    frame: Area,
    places: &[Position],
    [left, right]: [f32; 2],
    [width, height]: [f32; 2],
) -> Vec<(f32, Area)> {
    let mut found = Vec::with_capacity(2 * STATIONS.len());
    let leftmost = frame.min[0] + 3.0;
    for (rank, station) in STATIONS.into_iter().enumerate() {
        let end = left + (right - left) * station;
        let x = (end - width).clamp(leftmost, (frame.max[0] - width - 3.0).max(leftmost));
        let (mut high, mut low) = (f32::INFINITY, f32::NEG_INFINITY);
        for y in heights(places, x, x + width) {
            (high, low) = (high.min(y), low.max(y));
        }
        if high > low {
            // A label wider than its line is placed beside it.
            let Some(nearest) = nearest(places, end) else {
                continue;
            };
            (high, low) = (nearest[1], nearest[1]);
        }
        for away in 0..AWAY {
            let off = away as f32 * height;
            let tops = [high - GAP - height - off, low + GAP + off];
            for (below, top) in tops.into_iter().enumerate() {
                // A frame lower than a name has it at its top.
                let y = top.min(frame.max[1] - height).max(frame.min[1] + 1.0);
                // Where the frame pushes a name onto its own line, another place is better.
                let pushed = (y - top).abs();
                let area = Area {
                    min: [x, y],
                    max: [x + width, y + height],
                };
                let liked = 1.5 * rank as f32 + below as f32 + pushed + FAR * away as f32;
                found.push((liked, area));
            }
        }
    }
    found.extend(in_band(frame, places, [width, height]));
    found
}

/// Places for a name in the band that the scale leaves above the highest bar: there is room for it, however high its
/// line lies, along the whole frame and also beyond the end of the line.
fn in_band(
    frame: Area,
    places: &[Position],
    [width, height]: [f32; 2],
) -> impl Iterator<Item = (f32, Area)> {
    let top = frame.min[1] + 1.0;
    let leftmost = frame.min[0] + 3.0;
    let rightmost = (frame.max[0] - width - 3.0).max(leftmost);
    let stations = STATIONS.into_iter().enumerate();
    stations.filter_map(move |(rank, station)| {
        let x = leftmost + (rightmost - leftmost) * station;
        let line = heights(places, x, x + width);
        let line = line.fold(frame.max[1], f32::min);
        let off = (line - top) / height;
        let area = Area {
            min: [x, top],
            max: [x + width, top + height],
        };
        (off >= 1.0).then_some((1.5 * rank as f32 + FAR * off, area))
    })
}

/// The heights of a line between two places across.
fn heights(places: &[Position], from: f32, to: f32) -> impl Iterator<Item = f32> {
    let steps = ((to - from) / STEP).ceil().max(1.0) as usize;
    (0..=steps).filter_map(move |step| {
        let x = from + (to - from) * step as f32 / steps as f32;
        height_at(places, x)
    })
}

/// The height of a line at a place across, where it has one.
fn height_at(places: &[Position], x: f32) -> Option<f32> {
    let after = places.partition_point(|place| place[0] < x);
    let right = places.get(after)?;
    let left = places.get(after.checked_sub(1)?).unwrap_or(right);
    let span = right[0] - left[0];
    let share = if span > 0.0 {
        (x - left[0]) / span
    } else {
        0.0
    };
    Some(left[1] + (right[1] - left[1]) * share)
}

fn nearest(places: &[Position], x: f32) -> Option<Position> {
    let away = |place: &&Position| (place[0] - x).abs();
    let nearest = places.iter().min_by(|a, b| away(a).total_cmp(&away(b)));
    nearest.copied()
}

/// How often a line would be seen through a name.
fn covered(places: &[Position], area: Area) -> usize {
    let ([left, top], [right, bottom]) = (area.min, area.max);
    // A point beside the line is 3 points high.
    let pieces = places.windows(2).filter_map(|piece| {
        let (&[first, start], &[last, end]) = (piece.first()?, piece.last()?);
        let (from, to) = (first.max(left), last.min(right));
        let at = |x: f32| start + (end - start) * (x - first) / (last - first).max(f32::EPSILON);
        let ends = [at(from), at(to)];
        let (high, low) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        let is_seen = from <= to && high <= bottom + 3.0 && low >= top - 3.0;
        is_seen.then_some((to - from) / STEP)
    });
    pieces
        .reduce(|one, other| one + other)
        .map_or(0, |long| long.ceil().max(1.0) as usize)
}

fn overlap(one: Area, other: Area) -> bool {
    let apart = |axis: usize| one.max[axis] < other.min[axis] || other.max[axis] < one.min[axis];
    !apart(0) && !apart(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::color::Hue;

    const FRAME: Area = Area {
        min: [30.0, 10.0],
        max: [270.0, 110.0],
    };

    fn line(name: &str, heights: [f32; 3]) -> Trace {
        let across = [30.0, 150.0, 270.0];
        Trace {
            places: across
                .into_iter()
                .zip(heights)
                .map(|(x, y)| [x, y])
                .collect(),
            name: name.to_owned(),
            tone: Tone::of(Hue::Text),
        }
    }

    fn areas(traces: &[Trace]) -> Vec<Area> {
        let names = names(FRAME, traces, &[], &[], None);
        let width = |text: &Text| words::width(&text.text, text.size, text.heft);
        names
            .iter()
            .map(|text| Area {
                min: text.at,
                max: [text.at[0] + width(text), text.at[1] + 12.0],
            })
            .collect()
    }

    #[test]
    fn a_lone_name_stands_over_the_right_end() {
        let found = areas(&[line("Squat", [80.0, 70.0, 60.0])]);
        let [name] = found[..] else {
            panic!("one name")
        };
        assert!(name.max[0] > 240.0 && name.max[1] < 62.0, "{name:?}");
    }

    #[test]
    fn names_of_near_lines_cover_neither_line_nor_each_other() {
        let traces = [
            line("Squat", [50.0, 50.0, 50.0]),
            line("Romanian deadlift", [60.0, 60.0, 60.0]),
            line("Row", [100.0, 100.0, 98.0]),
        ];
        let found = areas(&traces);
        assert_eq!(found.len(), 3);
        for (place, name) in found.iter().enumerate() {
            for trace in &traces {
                assert_eq!(covered(&trace.places, *name), 0, "{name:?}");
            }
            assert!(found[..place].iter().all(|other| !overlap(*other, *name)));
        }
    }

    #[test]
    fn a_name_keeps_off_what_is_written_already() {
        let traces = [line("mean", [50.0, 50.0, 50.0])];
        let alone = areas(&traces)[0];
        let beside = names(FRAME, &traces, &[alone], &[], None);
        let [x, y] = beside[0].at;
        let moved = Area {
            min: [x, y],
            max: [
                x + alone.max[0] - alone.min[0],
                y + alone.max[1] - alone.min[1],
            ],
        };
        assert!(!overlap(alone, moved), "{alone:?} {moved:?}");
    }

    /// A chart of four lifts whose lines lie together, at several heights of its frame.
    #[test]
    fn names_of_lines_that_lie_together_are_never_written_over_one_another() {
        for bottom in [40.0, 60.0, 80.0, 110.0] {
            let frame = Area {
                max: [FRAME.max[0], bottom],
                ..FRAME
            };
            let middle = f32::midpoint(frame.min[1], bottom);
            let traces = ["Squat", "Romanian deadlift", "Bench press", "Calf raise"];
            let traces = traces.map(|name| line(name, [middle, middle + 1.0, middle - 1.0]));
            let found = names(frame, &traces, &[], &[], None);
            let areas: Vec<Area> = found
                .iter()
                .map(|text| Area {
                    min: text.at,
                    max: [
                        text.at[0] + words::width(&text.text, text.size, text.heft),
                        text.at[1] + SMALL_TEXT * 1.2,
                    ],
                })
                .collect();
            assert!(!areas.is_empty(), "{bottom}");
            for (place, area) in areas.iter().enumerate() {
                let others = &areas[..place];
                assert!(
                    others.iter().all(|other| !overlap(*other, *area)),
                    "{bottom}: {areas:?}"
                );
            }
            if bottom > 100.0 {
                assert_eq!(areas.len(), 4, "there is room for all of them");
            }
        }
    }

    #[test]
    fn names_stay_in_the_frame_and_lines_without_one_get_none() {
        let traces = [
            line("", [50.0, 50.0, 50.0]),
            line("A very long name", [12.0, 11.0, 12.0]),
        ];
        let found = areas(&traces);
        let [name] = found[..] else {
            panic!("one name")
        };
        assert!(name.min[1] >= FRAME.min[1] && name.max[1] <= FRAME.max[1]);
        let outside = Trace {
            places: vec![[300.0, 50.0], [400.0, 50.0]],
            ..line("Out of sight", [0.0; 3])
        };
        assert_eq!(names(FRAME, &[outside], &[], &[], None).len(), 0);
    }

    /// Weekly bars as they stand in a chart below the calendar: the scale leaves a band of 18 points above the highest.
    #[test]
    fn a_name_hides_no_bar_and_no_label() {
        for bottom in [60.0, 80.0, 110.0, 300.0] {
            let frame = Area {
                max: [FRAME.max[0], bottom],
                ..FRAME
            };
            let bars: Vec<Area> = (0_u8..12)
                .map(|week| Area {
                    min: [30.0 + 20.0 * f32::from(week), 28.0 + f32::from(week % 4)],
                    max: [50.0 + 20.0 * f32::from(week), bottom],
                })
                .collect();
            let label = Area {
                min: [120.0, 12.0],
                max: [160.0, 24.0],
            };
            // The line ends with the week before the last, and the label leaves no more than the name beside it.
            let mut traces = [line("4-week mean", [34.0, 32.0, 33.0])];
            traces[0].places[2][0] = 255.0;
            let label = Area {
                max: [
                    FRAME.max[0] - 8.0 - words::width("4-week mean", SMALL_TEXT, Heft::SemiBold),
                    24.0,
                ],
                ..label
            };
            let found = names(frame, &traces, &[label], &bars, None);
            let [name] = &found[..] else {
                panic!("{bottom}")
            };
            let area = Area {
                min: name.at,
                max: [
                    name.at[0] + words::width(&name.text, name.size, name.heft),
                    name.at[1] + SMALL_TEXT * 1.2,
                ],
            };
            let hidden = bars.iter().chain([&label]).filter(|it| overlap(**it, area));
            assert_eq!(hidden.count(), 0, "{bottom}: {area:?}");
        }
    }

    #[test]
    fn a_single_point_has_its_name() {
        let point = Trace {
            places: vec![[150.0, 60.0]],
            ..line("Squat", [0.0; 3])
        };
        assert_eq!(names(FRAME, &[point], &[], &[], None).len(), 1);
    }

    /// "habit" lay across the curve that climbs at the right edge, and "4-week mean" right over the figure of a week.
    #[test]
    fn a_name_keeps_off_steep_lines_and_is_not_read_on() {
        let steep = Trace {
            places: vec![[30.0, 90.0], [255.0, 90.0], [259.0, 20.0]],
            ..line("", [0.0; 3])
        };
        let level = line("habit", [60.0, 60.0, 60.0]);
        let found = names(FRAME, &[level, steep], &[], &[], None);
        let width = words::width("habit", SMALL_TEXT, Heft::SemiBold);
        assert!(found[0].at[0] + width < 255.0, "{:?}", found[0]);

        let mean = line("mean", [50.0, 50.0, 50.0]);
        let [x, y] = names(FRAME, std::slice::from_ref(&mean), &[], &[], None)[0].at;
        let figure = Area {
            min: [x - 4.0, y + 14.0],
            max: [FRAME.max[0], y + 26.0],
        };
        let found = names(FRAME, &[mean], &[figure], &[], None);
        let ([left, top], width) = (
            found[0].at,
            words::width("mean", SMALL_TEXT, Heft::SemiBold),
        );
        assert!(
            left + width < figure.min[0]
                || top + 12.0 + NEAR <= figure.min[1]
                || top >= figure.max[1] + NEAR,
            "{:?} over {figure:?}",
            found[0].at
        );
    }
}
