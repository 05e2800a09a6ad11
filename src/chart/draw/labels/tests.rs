//! The names of lines in frames as high and as low as charts have them.

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
