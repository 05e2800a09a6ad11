//! Places where the name of a line may stand, each with how little it is liked.

use super::along::{distance, heights, nearest};
use crate::chart::picture::{Area, Position};

/// Between a line and its name, in points.
const GAP: f32 = 5.0;
/// Places along a line that are tried for its name, from its right end.
const STATIONS: [f32; 6] = [1.0, 0.84, 0.68, 0.5, 0.3, 0.0];
/// Rows of names above and below a line that are tried, and how much less each is liked than the one before.
const AWAY: usize = 3;
const FAR: f32 = 8.0;

/// Places for a name above and below its line, beyond its ends, and in the free bands of the frame: the right end is
/// where one looks.
pub(super) fn candidates(frame: Area, places: &[Position], size: [f32; 2]) -> Vec<(f32, Area)> {
    let Some([left, right]) = visible(frame, places) else {
        return Vec::new();
    };
    let mut found = along(frame, places, [left, right], size);
    found.extend(beyond(frame, places, [left, right], size));
    found.extend(in_bands(frame, places, [left, right], size));
    found
}

/// The stretch of a line that lies in the frame, from left to right.
fn visible(frame: Area, places: &[Position]) -> Option<[f32; 2]> {
    let (first, last) = (places.first()?[0], places.last()?[0]);
    let (left, right) = (first.max(frame.min[0]), last.min(frame.max[0]));
    (left <= right).then_some([left, right])
}

/// As far to the left and right as a name of a width may begin.
fn across(frame: Area, width: f32) -> [f32; 2] {
    let leftmost = frame.min[0] + 3.0;
    [leftmost, (frame.max[0] - width - 3.0).max(leftmost)]
}

fn along(
    frame: Area,
    places: &[Position],
    [left, right]: [f32; 2],
    [width, height]: [f32; 2],
) -> Vec<(f32, Area)> {
    let mut found = Vec::with_capacity(2 * AWAY * STATIONS.len());
    let [leftmost, rightmost] = across(frame, width);
    for (rank, station) in STATIONS.into_iter().enumerate() {
        let end = left + (right - left) * station;
        let x = (end - width).clamp(leftmost, rightmost);
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
                let area = area([x, y], [width, height]);
                let liked = 1.5 * rank as f32 + below as f32 + pushed + FAR * away as f32;
                found.push((liked, area));
            }
        }
    }
    found
}

/// Places for a name that reaches beyond the right end of its line or stands behind it, where other lines have ended,
/// and beside a line that is shorter than its name.
fn beyond(
    frame: Area,
    places: &[Position],
    [left, right]: [f32; 2],
    [width, height]: [f32; 2],
) -> impl Iterator<Item = (f32, Area)> {
    let [leftmost, rightmost] = across(frame, width);
    let short = (right - left < width).then_some(left - GAP - width);
    let begins = [0.75, 0.5, 0.25].map(|share| right - width * share);
    let begins = begins.into_iter().chain([right + GAP + 1.0]).chain(short);
    begins.enumerate().flat_map(move |(rank, x)| {
        let x = x.clamp(leftmost, rightmost);
        let end = if x < left { left } else { right };
        let y = nearest(places, end).map_or(frame.max[1], |place| place[1]);
        let tops = [
            y - GAP - height,
            y - height / 2.0,
            y + GAP,
            y - 2.0 * height,
            y - 3.0 * height,
        ];
        let size = [width, height];
        let tops = tops.into_iter().enumerate();
        tops.filter_map(move |(place, top)| {
            let fits = top > frame.min[1] && top + height <= frame.max[1];
            let liked = 3.0 + rank as f32 + FAR * place.saturating_sub(2) as f32;
            fits.then_some((liked, area([x, top], size)))
        })
    })
}

/// Places for a name in the band that the scale leaves above the highest bar, and at the foot of the frame: there is
/// room for it, however its line lies, along the whole frame and also beyond the end of the line.
fn in_bands(
    frame: Area,
    places: &[Position],
    [left, right]: [f32; 2],
    size @ [width, height]: [f32; 2],
) -> impl Iterator<Item = (f32, Area)> {
    let [leftmost, rightmost] = across(frame, width);
    let middle = f32::midpoint(left, right) - width / 2.0;
    let own = [right - width, left, middle];
    let own = own.map(|x| x.clamp(leftmost, rightmost));
    let all = STATIONS.map(|station| leftmost + (rightmost - leftmost) * station);
    let begins = all.into_iter().chain(own).enumerate();
    begins.flat_map(move |(rank, x)| {
        let tops = [frame.min[1] + 1.0, frame.max[1] - height - 1.0];
        let tops = tops.into_iter().enumerate();
        tops.filter_map(move |(foot, top)| {
            let area = area([x, top], size);
            let off = distance(places, area) / height;
            let liked = 1.5 * rank.min(STATIONS.len()) as f32 + 4.0 * foot as f32 + FAR * off;
            (off > GAP / height).then_some((liked, area))
        })
    })
}

fn area([x, y]: Position, [width, height]: [f32; 2]) -> Area {
    Area {
        min: [x, y],
        max: [x + width, y + height],
    }
}
