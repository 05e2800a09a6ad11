//! Where the parts of a day's column stand.

use egui::{Pos2, Rect, pos2};

use super::card_set;

/// The height of the day's name, its number and its load, in points.
pub(super) const HEADER: f32 = 36.0;
/// The middle of the line that has the day's name, its number and the plus.
pub(super) const MIDDLE: f32 = 15.5;
/// Between the edges of a day and its cards, in points.
pub(super) const PAD: f32 = 6.0;
const NARROW_PAD: f32 = 4.0;
const TIGHT_PAD: f32 = 2.0;
/// Below this width words of a card would be broken if it kept off the edge of the day.
const TIGHT_DAY: f32 = 70.0;
/// Between the edge of a day and its name, and its number, in points.
const HEAD_PAD: f32 = 9.0;
const TIGHT_HEAD_PAD: f32 = 6.0;
/// Below this width the day's name and number leave no room between them for a mark.
const TIGHT: f32 = 92.0;

/// True for a column in which the plus stands below the day's name, beside what is said of the day.
pub(super) fn has_mark_below(column: Rect) -> bool {
    column.width() < TIGHT
}

/// Between the edge of a day and its cards.
pub(super) fn card_pad(column: Rect) -> f32 {
    if column.width() < TIGHT_DAY {
        TIGHT_PAD
    } else if column.width() < card_set::NARROW + 12.0 {
        NARROW_PAD
    } else {
        PAD
    }
}

/// Between the edge of a day and what stands in its head.
pub(super) fn head_pad(column: Rect) -> f32 {
    if column.width() < TIGHT_DAY {
        TIGHT_HEAD_PAD
    } else {
        HEAD_PAD
    }
}

/// The middle of what stands beside the day's number, in narrow columns below it: the plus, and the verdict's mark
/// while something is dragged.
pub(super) fn mark_at(column: Rect) -> Pos2 {
    if has_mark_below(column) {
        return pos2(column.right() - 12.5, column.top() + HEADER + 8.0);
    }
    // A line symbol looks lower than the letters whose middle it shares.
    pos2(column.right() - 39.0, column.top() + MIDDLE - 1.0)
}

#[cfg(test)]
mod tests {
    use egui::vec2;

    use super::*;

    #[test]
    fn no_mark_lies_on_what_is_said_of_the_day() {
        // The text begins below the head, and avoids the plus only where it is beside it.
        let half = 11.0;
        for width in 60_u16..200 {
            let column = Rect::from_min_size(Pos2::ZERO, vec2(f32::from(width), 300.0));
            let is_among_words = mark_at(column).y + half > HEADER;
            assert_eq!(is_among_words, has_mark_below(column), "{width}");
        }
    }

    #[test]
    fn a_mark_stands_beside_the_name_of_the_day_or_below_it() {
        // "Wed" ends here, and a mark takes so much on either side.
        let (name, half) = (9.0 + 31.0, 8.0);
        for width in 65_u16..200 {
            let column = Rect::from_min_size(Pos2::ZERO, vec2(f32::from(width), 300.0));
            let at = mark_at(column);
            assert!(at.x - half >= name || at.y > HEADER, "{width}: {at:?}");
        }
    }
}
