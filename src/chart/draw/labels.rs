//! The names of lines, each beside its own line where it covers no other, or led to it.

#[cfg(test)]
mod tests;

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
/// More of them than so many no name may hide, and that of the only line of a chart not even two: it is known without.
const MOST_HIDDEN: usize = 3;
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
struct Place<'a> {
    cost: f32,
    area: Area,
    line: &'a Trace,
    /// It has to be led to its line.
    is_led: bool,
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
            found.filter_map(|(liked, area)| among.place(line, liked, area))
        });
        let mut places: Vec<Place> = places.collect();
        places.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        // In a chart too low for all of them a name that lies on another makes both unreadable; what is under the
        // pointer still says whose line it is.
        let best = places.iter().find_map(|place| {
            let lead = place.is_led.then(|| among.lead(place.line, place.area));
            let lead = lead.flatten();
            let through = lead.is_some_and(|ends| count(&among.taken, span(ends)) > 0);
            (!through).then_some((place.area, lead))
        });
        let Some((area, lead)) = best else {
            continue;
        };
        among.taken.push(widened(area, [APART, 0.0]));
        among.taken.extend(lead.map(span));
        names.push(Name {
            text: Text {
                at: area.min,
                across: Across::Start,
                down: Down::Top,
                size: SMALL_TEXT,
                heft: Heft::SemiBold,
                tone: trace.tone,
                text: trace.name.clone(),
            },
            lead,
        });
    }
    names
}

impl Among<'_> {
    /// How little a place is liked for the name of a line, besides how little it is by itself; `None` for one that is taken,
    /// or hides so much that the name had better be left out.
    fn place<'t>(&self, own: &'t Trace, liked: f32, area: Area) -> Option<Place<'t>> {
        let others = || self.traces.iter().filter(|it| !it.shares_name(own));
        let crossed = |other: &Trace| match covered(&other.places, area) {
            0 => 0.0,
            letters => CROSSED + letters as f32,
        };
        let hidden = count(self.drawn, area);
        let alone = others().next().is_none();
        let most = if alone { 1 } else { MOST_HIDDEN };
        if hidden > most || count(&self.taken, area) > 0 {
            return None;
        }
        let off = distance(&own.places, area);
        let is_nearer = |other: &Trace| distance(&other.places, area) < off;
        let is_led = off > if alone { OFF_ALONE } else { OFF } || others().any(is_nearer);
        let on_today = self.today.is_some_and(|x| {
            let name = widened(area, [TOUCHES, 0.0]);
            (name.min[0]..=name.max[0]).contains(&x)
        });
        let cost = liked
            + self.traces.iter().map(crossed).sum::<f32>()
            + if is_led { LED } else { 0.0 }
            + if on_today { ON_TODAY } else { 0.0 }
            + READ_ON * count(&self.written, area) as f32
            + SIDE_BY_SIDE * count(&self.taken, widened(area, ASIDE)) as f32
            + OVER_BAR * hidden as f32;
        Some(Place {
            cost,
            area,
            line: own,
            is_led,
        })
    }

    /// The shortest way from a name to its line, past points, other lines and the line of today where there is one.
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
            let is_at_today = self.today.is_some_and(|today| (today - x).abs() < NEAR);
            let others = self.traces.iter().filter(|it| !it.shares_name(own));
            let crossed = others.filter(|other| crosses(&other.places, from, to));
            let met = points.count() + crossed.count() + usize::from(is_at_today);
            (long + 0.1 * aside + 6.0 * met as f32, [from, to])
        });
        let best = ways.min_by(|a, b| a.0.total_cmp(&b.0))?;
        Some(best.1)
    }
}

/// How many of the areas lie under another one.
fn count(areas: &[Area], area: Area) -> usize {
    areas.iter().filter(|other| overlap(**other, area)).count()
}

/// True for a line that runs between the ends of another one.
fn crosses(line: &[Position], from: Position, to: Position) -> bool {
    let above = |[x, y]: Position| height_at(line, x).map(|height| height < y);
    matches!((above(from), above(to)), (Some(one), Some(other)) if one != other)
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
