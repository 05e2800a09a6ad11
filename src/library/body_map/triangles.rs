//! Cuts an outline into triangles, which is how a screen fills what is not convex.

use super::curve::Point;

/// Ear clipping (Meisters 1975): the corners of `points.len() − 2` triangles, as indices into `points`.
/// Works for any outline that does not cross itself, in either direction.
pub(super) fn triangles(points: &[Point]) -> Vec<[u16; 3]> {
    let Ok(count) = u16::try_from(points.len()) else {
        return Vec::new();
    };
    let mut rest: Vec<u16> = (0..count).collect();
    if signed_area(points) < 0.0 {
        rest.reverse();
    }
    let mut cut = Vec::with_capacity(rest.len().saturating_sub(2));
    while rest.len() > 3 {
        // A tidy outline always has an ear; rounding may hide it, then any corner has to do.
        let ear = (0..rest.len())
            .find(|&ear| is_ear(points, &rest, ear))
            .unwrap_or(0);
        cut.extend(corner(&rest, ear));
        rest.remove(ear);
    }
    cut.extend(corner(&rest, 1).filter(|_| rest.len() == 3));
    cut
}

/// Area of an outline, positive when it runs clockwise on a screen, where y grows downwards.
pub(super) fn signed_area(points: &[Point]) -> f32 {
    let next = points.iter().cycle().skip(1);
    points
        .iter()
        .zip(next)
        .map(|([ax, ay], [bx, by])| ax * by - bx * ay)
        .sum::<f32>()
        / 2.0
}

/// The corner at `index` with its two neighbours.
fn corner(rest: &[u16], index: usize) -> Option<[u16; 3]> {
    let count = rest.len();
    let before = rest.get((index + count).checked_sub(1)?.checked_rem(count)?)?;
    let after = rest.get((index + 1).checked_rem(count)?)?;
    Some([*before, *rest.get(index)?, *after])
}

/// True when the corner points outwards and no other corner lies within the triangle it cuts off.
fn is_ear(points: &[Point], rest: &[u16], index: usize) -> bool {
    let at = |index: u16| points.get(usize::from(index)).copied().unwrap_or_default();
    let Some(ear) = corner(rest, index) else {
        return false;
    };
    let [a, b, c] = ear.map(at);
    if turn(a, b, c) <= 0.0 {
        return false;
    }
    rest.iter()
        .filter(|index| !ear.contains(index))
        .map(|&index| at(index))
        .all(|p| turn(a, b, p) < 0.0 || turn(b, c, p) < 0.0 || turn(c, a, p) < 0.0)
}

/// Positive when the way from `a` over `b` to `c` turns to the side on which the outline's inside lies.
fn turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) -> f32 {
    (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(points: &[Point]) -> f32 {
        let at = |index: u16| points[usize::from(index)];
        triangles(points)
            .iter()
            .map(|&[a, b, c]| signed_area(&[at(a), at(b), at(c)]).abs())
            .sum()
    }

    #[test]
    fn a_concave_outline_is_filled_exactly_in_either_direction() {
        let mut letter = vec![
            [0.0, 0.0],
            [9.0, 0.0],
            [9.0, 3.0],
            [3.0, 3.0],
            [3.0, 8.0],
            [0.0, 8.0],
        ];
        assert_eq!(triangles(&letter).len(), 4);
        assert!((filled(&letter) - 42.0).abs() < 1e-3);
        letter.reverse();
        assert!((filled(&letter) - 42.0).abs() < 1e-3);
    }

    #[test]
    fn less_than_a_triangle_gives_nothing() {
        assert!(triangles(&[]).is_empty());
        assert!(triangles(&[[0.0, 0.0], [1.0, 0.0]]).is_empty());
    }
}
