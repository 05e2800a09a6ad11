//! The names of lines, each beside its own line where it covers no other, or led to it.

use super::along::{STEP, covered, distance, height_at, nearest, overlap};
use super::places::candidates;
use super::plane::{SMALL_TEXT, push_veiled};
use crate::chart::color::Tone;
use crate::chart::picture::{Across, Area, Down, Heft, Position, Shape, Text};
use crate::chart::words;

/// Between two words beside each other, in points: closer they are read as one.
const APART: f32 = 4.0;
/// How much less a place is liked for each bar or point that a name would hide there: more than for being far from its
/// line.
const OVER_BAR: f32 = 60.0;
/// How much less a place is liked for another line that runs over a name, besides each of the letters that it covers.
const CROSSED: f32 = 14.0;
/// The same for a name right above or below what is written, which would be read on as one, and how near that is, in
/// points.
const READ_ON: f32 = 40.0;
const NEAR: f32 = 8.0;
/// The same for two names that stand so near beside or above each other, in points.
const SIDE_BY_SIDE: f32 = 15.0;
const ASIDE: [f32; 2] = [12.0, 2.0];
/// The same for a place that has to be led to its line, because it is nearer to another one or far from its own; so far
/// that is, in points, beside other lines and alone.
const LED: f32 = 16.0;
const OFF: f32 = 12.0;
const OFF_ALONE: f32 = 26.0;
/// The same for one that the line of today runs through or touches, and how near that is, in points.
const ON_TODAY: f32 = 12.0;
const TOUCHES: f32 = 4.0;
/// The same for each thing that is written there already: a name is left out sooner.
const WRITTEN: f32 = 10_000.0;
/// Between a name and the line that leads from it, in points.
const LEAD_GAP: f32 = 1.0;

/// A line as it was drawn.
#[derive(Debug, Clone)]
pub(super) struct Trace {
    /// Its points from left to right.
    pub(super) places: Vec<Position>,
    /// Its name, which lines of one name and colour share; without one it is only not to be covered.
    pub(super) name: String,
    /// Its colour.
    pub(super) tone: Tone,
}

impl Trace {
    fn shares_name(&self, other: &Self) -> bool {
        self.name == other.name && self.tone == other.tone
    }
}

/// The name of a line where it stands, and the line that leads from there to its own where it stands off it.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// The name.
    pub(super) text: Text,
    /// From the name to its line.
    pub(super) lead: Option<[Position; 2]>,
}

impl Name {
    /// Draws it over what lies there.
    pub(super) fn draw(self, shapes: &mut Vec<Shape>) {
        if let Some(ends) = self.lead {
            shapes.push(Shape::Line {
                points: ends.to_vec(),
                width: 1.0,
                tone: self.text.tone,
                dashed: false,
            });
        }
        push_veiled(self.text, shapes);
    }
}

/// A place for a name, the line it is for, and how little it is liked.
struct Place {
    cost: f32,
    area: Area,
    lead: Option<[Position; 2]>,
    /// It hides so much that the name of the only line there is had better be left out.
    hides: bool,
}

/// What names have to keep clear of.
struct Among<'a> {
    traces: &'a [Trace],
    /// What is written already, and names as they are placed.
    taken: Vec<Area>,
    /// What was written before the first name.
    written: Vec<Area>,
    /// Bars and points.
    drawn: &'a [Area],
    today: Option<f32>,
}

/// A name for every line that has one, clear of what is written already, and of the bars and points that are `drawn`
/// where there is room beside or above them. `today` is where its line stands across.
pub(super) fn names(
    frame: Area,
    traces: &[Trace],
    written: &[Area],
    drawn: &[Area],
    today: Option<f32>,
) -> Vec<Name> {
    let taken: Vec<Area> = written
        .iter()
        .map(|it| widened(*it, [APART, 0.0]))
        .collect();
    let mut among = Among {
        traces,
        written: taken.iter().map(|it| widened(*it, [0.0, NEAR])).collect(),
        taken,
        drawn,
        today,
    };
    let mut names = Vec::new();
    for (own, trace) in traces.iter().enumerate() {
        let is_named = traces.iter().take(own).any(|it| it.shares_name(trace));
        if trace.name.is_empty() || is_named {
            continue;
        }
        let size = [
            words::width(&trace.name, SMALL_TEXT, Heft::SemiBold),
            SMALL_TEXT * 1.2,
        ];
        let lines = traces.iter().filter(|it| it.shares_name(trace));
        let places = lines.flat_map(|line| {
            let found = candidates(frame, &line.places, size).into_iter();
            found.map(|(liked, area)| among.place(line, liked, area))
        });
        let best = places.min_by(|a, b| a.cost.total_cmp(&b.cost));
        // In a chart too low for all of them a name that lies on another makes both unreadable; what is under the
        // pointer still says whose line it is.
        let Some(best) = best.filter(|best| best.cost < WRITTEN && !best.hides) else {
            continue;
        };
        among.taken.push(widened(best.area, [APART, 0.0]));
        names.push(Name {
            text: Text {
                at: best.area.min,
                across: Across::Start,
                down: Down::Top,
                size: SMALL_TEXT,
                heft: Heft::SemiBold,
                tone: trace.tone,
                text: trace.name.clone(),
            },
            lead: best.lead,
        });
    }
    names
}

impl Among<'_> {
    /// How little a place is liked for the name of a line, besides how little it is by itself.
    fn place(&self, own: &Trace, liked: f32, area: Area) -> Place {
        let others = || self.traces.iter().filter(|it| !it.shares_name(own));
        let crossed = |other: &Trace| match covered(&other.places, area) {
            0 => 0.0,
            letters => CROSSED + letters as f32,
        };
        let off = distance(&own.places, area);
        let is_nearer = |other: &Trace| distance(&other.places, area) < off;
        let alone = others().next().is_none();
        let is_led = off > if alone { OFF_ALONE } else { OFF } || others().any(is_nearer);
        let lead = is_led.then(|| self.lead(own, area)).flatten();
        let on_today = self.today.is_some_and(|x| {
            let name = widened(area, [TOUCHES, 0.0]);
            (name.min[0]..=name.max[0]).contains(&x)
        });
        let count = |areas: &[Area], area: Area| {
            let found = areas.iter().filter(|other| overlap(**other, area));
            found.count() as f32
        };
        let through = lead.map_or(0.0, |ends| count(&self.taken, span(ends)));
        let hidden = count(self.drawn, area);
        let cost = liked
            + self.traces.iter().map(crossed).sum::<f32>()
            + if is_led { LED } else { 0.0 }
            + if on_today { ON_TODAY } else { 0.0 }
            + READ_ON * count(&self.written, area)
            + SIDE_BY_SIDE * count(&self.taken, widened(area, ASIDE))
            + OVER_BAR * hidden
            + WRITTEN * (count(&self.taken, area) + through);
        Place {
            cost,
            area,
            lead,
            hides: alone && hidden > 1.0,
        }
    }

    /// The shortest way from a name to its line, past points and other lines where there is one.
    fn lead(&self, own: &Trace, area: Area) -> Option<[Position; 2]> {
        let ([left, top], [right, bottom]) = (area.min, area.max);
        let steps = ((right - left) / STEP).max(1.0) as usize;
        let over = (1..steps).filter_map(|step| {
            let x = left + STEP * step as f32;
            Some([x, height_at(&own.places, x)?])
        });
        let ends = [left, right].into_iter();
        let ends = ends.filter_map(|x| nearest(&own.places, x));
        let ways = over.chain(ends).map(|to @ [x, y]| {
            let from = [
                x.clamp(left, right),
                if y > bottom {
                    bottom + LEAD_GAP
                } else if y < top {
                    top - LEAD_GAP
                } else {
                    f32::midpoint(top, bottom)
                },
            ];
            let beside = widened(span([from, to]), [3.0, 0.0]);
            let points = self.drawn.iter().filter(|it| {
                it.width() < 2.0 * NEAR && it.height() < 2.0 * NEAR && overlap(**it, beside)
            });
            let long = (to[0] - from[0]).hypot(to[1] - from[1]);
            let aside = (x - f32::midpoint(left, right)).abs();
            (long + 0.1 * aside + 6.0 * points.count() as f32, [from, to])
        });
        let best = ways.min_by(|a, b| a.0.total_cmp(&b.0))?;
        Some(best.1)
    }
}

/// What lies between two places.
fn span([[one, high], [other, low]]: [Position; 2]) -> Area {
    Area {
        min: [one.min(other), high.min(low)],
        max: [one.max(other), high.max(low)],
    }
}

/// An area and the room beside, above and below it.
fn widened(area: Area, [beside, above]: [f32; 2]) -> Area {
    let ([left, top], [right, bottom]) = (area.min, area.max);
    Area {
        min: [left - beside, top - above],
        max: [right + beside, bottom + above],
    }
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

    fn area(name: &Name) -> Area {
        let [left, top] = name.text.at;
        let width = words::width(&name.text.text, SMALL_TEXT, Heft::SemiBold);
        Area {
            min: [left, top],
            max: [left + width, top + SMALL_TEXT * 1.2],
        }
    }

    fn areas(traces: &[Trace]) -> Vec<Area> {
        let names = names(FRAME, traces, &[], &[], None);
        names.iter().map(area).collect()
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
        let [x, y] = beside[0].text.at;
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
            let areas: Vec<Area> = found.iter().map(area).collect();
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
            let area = area(name);
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
        assert!(found[0].text.at[0] + width < 255.0, "{:?}", found[0]);

        let mean = line("mean", [50.0, 50.0, 50.0]);
        let [x, y] = names(FRAME, std::slice::from_ref(&mean), &[], &[], None)[0]
            .text
            .at;
        let figure = Area {
            min: [x - 4.0, y + 14.0],
            max: [FRAME.max[0], y + 26.0],
        };
        let found = names(FRAME, &[mean], &[figure], &[], None);
        let ([left, top], width) = (
            found[0].text.at,
            words::width("mean", SMALL_TEXT, Heft::SemiBold),
        );
        assert!(
            left + width < figure.min[0]
                || top + 12.0 + NEAR <= figure.min[1]
                || top >= figure.max[1] + NEAR,
            "{:?} over {figure:?}",
            found[0].text.at
        );
    }

    /// Weekly points of three lifts in the low chart under the calendar, as they stood there. "Row" stood above Squat at
    /// the right end, and "Romanian deadlift" above Squat's line, with nothing but the colour to tell whose they were.
    #[test]
    fn a_name_off_its_line_is_led_to_it() {
        let weeks = |name: &str, count: u8, y: f32| -> Trace {
            let places = (0..count).map(|week| [34.0 + 15.0 * f32::from(week), y]);
            Trace {
                places: places.collect(),
                ..line(name, [0.0; 3])
            }
        };
        let traces = [
            weeks("Squat", 14, 36.0),
            weeks("Romanian deadlift", 14, 41.0),
            weeks("Row", 15, 54.0),
        ];
        let frame = Area {
            min: [30.0, 10.0],
            max: [270.0, 63.0],
        };
        let dot = |[x, y]: &Position| Area {
            min: [x - 3.5, y - 3.5],
            max: [x + 3.5, y + 3.5],
        };
        let dots = traces.iter().flat_map(|trace| trace.places.iter().map(dot));
        let dots: Vec<Area> = dots.collect();
        let found = names(frame, &traces, &[], &dots, None);
        assert_eq!(found.len(), 3, "all of them have a name");
        for (name, trace) in found.iter().zip(&traces) {
            let own = distance(&trace.places, area(name));
            let others = traces.iter().filter(|other| other.name != trace.name);
            let is_beside_other = others
                .map(|other| distance(&other.places, area(name)))
                .any(|other| other < own);
            let led = name.lead.map(|[_, end]| {
                let at = height_at(&trace.places, end[0]).expect("its line");
                (at - end[1]).abs() < 0.1
            });
            assert!(
                led.unwrap_or(!is_beside_other && own <= OFF),
                "{name:?}, {own} off its line"
            );
        }
    }

    /// "before" stood at the other end of the chart, since bars on both sides are higher than the one that it tells of.
    #[test]
    fn a_name_of_a_short_line_is_led_to_it_past_higher_bars() {
        let top = Trace {
            places: vec![[150.0, 40.0], [162.0, 40.0]],
            ..line("before", [0.0; 3])
        };
        let mean = line("", [45.0, 45.0, 45.0]);
        let bars = (0_u8..20).map(|week| Area {
            min: [30.0 + 12.0 * f32::from(week), 28.0],
            max: [42.0 + 12.0 * f32::from(week), 110.0],
        });
        let bars: Vec<Area> = bars.collect();
        let found = names(FRAME, &[mean, top], &[], &bars, None);
        let name = area(&found[0]);
        assert!(name.max[0] > 110.0 && name.min[0] < 202.0, "{found:?}");
        assert_eq!(found[0].lead.map(|[_, [_, y]]| y), Some(40.0));
    }

    /// The title and the key say what the only line of a chart is.
    #[test]
    fn the_name_of_the_only_line_hides_no_bars_in_a_low_chart() {
        let frame = Area {
            max: [FRAME.max[0], 50.0],
            ..FRAME
        };
        let bars = (0_u8..20).map(|week| Area {
            min: [30.0 + 12.0 * f32::from(week), 16.0],
            max: [42.0 + 12.0 * f32::from(week), 50.0],
        });
        let bars: Vec<Area> = bars.collect();
        let mean = line("4-week mean", [20.0, 20.0, 20.0]);
        assert_eq!(names(frame, &[mean], &[], &bars, None).len(), 0);
    }

    /// Of three earlier lines only one was known, and names lay on the others.
    #[test]
    fn lines_of_one_name_are_named_once_and_all_kept_clear() {
        let traces = [
            line("12 weeks before", [40.0; 3]),
            line("12 weeks before", [70.0; 3]),
            line("12 weeks before", [100.0; 3]),
        ];
        let found = areas(&traces);
        let [name] = found[..] else {
            panic!("one name: {found:?}")
        };
        for trace in &traces {
            assert_eq!(covered(&trace.places, name), 0, "{name:?}");
        }
    }
}
