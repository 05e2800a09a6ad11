//! Where a line runs between two places across, and how near it comes to what is written there.

use crate::chart::picture::{Area, Position};

/// Between two looks at what a name would cover, in points.
pub(super) const STEP: f32 = 4.0;

/// How far a line passes from a place, in points: above or below it, or else from its nearer end.
pub(super) fn distance(places: &[Position], area: Area) -> f32 {
    let ([left, top], [right, bottom]) = (area.min, area.max);
    let away = |y: f32| (top - y).max(y - bottom).max(0.0);
    let over = heights(places, left, right).map(away);
    let ends = [places.first(), places.last()].into_iter().flatten();
    let ends = ends.map(|[x, y]| (left - x).max(x - right).max(0.0).hypot(away(*y)));
    over.chain(ends).fold(f32::INFINITY, f32::min)
}

/// The heights of a line between two places across.
pub(super) fn heights(places: &[Position], from: f32, to: f32) -> impl Iterator<Item = f32> {
    let steps = ((to - from) / STEP).ceil().max(1.0) as usize;
    (0..=steps).filter_map(move |step| {
        let x = from + (to - from) * step as f32 / steps as f32;
        height_at(places, x)
    })
}

/// The height of a line at a place across, where it has one.
pub(super) fn height_at(places: &[Position], x: f32) -> Option<f32> {
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

/// The point of a line that is nearest to a place across.
pub(super) fn nearest(places: &[Position], x: f32) -> Option<Position> {
    let away = |place: &&Position| (place[0] - x).abs();
    let nearest = places.iter().min_by(|a, b| away(a).total_cmp(&away(b)));
    nearest.copied()
}

/// How often a line would be seen through a name.
pub(super) fn covered(places: &[Position], area: Area) -> usize {
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

/// Two areas share a place.
pub(super) fn overlap(one: Area, other: Area) -> bool {
    let apart = |axis: usize| one.max[axis] < other.min[axis] || other.max[axis] < one.min[axis];
    !apart(0) && !apart(1)
}
