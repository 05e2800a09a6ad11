//! Where in a day a drop would land: which half, and between which cards.

use chrono::NaiveDate;
use egui::{Pos2, Rect};

use crate::domain::{DayPart, SessionId, Slot, Start};
use crate::planning;
use crate::ui::shared::{Drag, Dragged};
use crate::ui::view::{View, day_group};

/// The least height of a half, so that there is always room to drop.
const LEAST: f32 = 56.0;
/// The height of the word above the cards of a half.
const LABEL: f32 = 20.0;

/// A card as it stands on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PlacedCard {
    /// Its session.
    pub(super) session: SessionId,
    /// When it starts.
    pub(super) start: Start,
    /// Where it stands.
    pub(super) rect: Rect,
}

/// Where a drop would land.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Landing {
    /// Where it is now: nothing would change.
    Home,
    /// On the list of this session, for an exercise.
    List(SessionId),
    /// In a half of the day.
    Half {
        /// Which half.
        part: DayPart,
        /// The session it would stand before; without one, behind the others of its half.
        before: Option<SessionId>,
        /// Height of the gap between cards on the screen, where its place among them is free.
        gap: Option<f32>,
    },
    /// On the day, at no time in particular.
    Day,
}

impl Landing {
    /// The half of the day, where it is one.
    pub(super) fn part(self) -> Option<DayPart> {
        match self {
            Self::Half { part, .. } => Some(part),
            _ => None,
        }
    }

    /// The slot it means on a day, and the session it comes to stand before; `None` where nothing would change.
    pub(super) fn place(self, drag: &Drag, date: NaiveDate) -> Option<(Slot, Option<SessionId>)> {
        match self {
            Self::Home => None,
            Self::Half { part, before, .. } => Some((slot(drag, date, part), before)),
            Self::List(_) | Self::Day => {
                let start = Start::Unset;
                Some((Slot { date, start }, None))
            }
        }
    }
}

/// Where `drag` would land, let go at `pointer` in the column of `date`.
pub(super) fn at(
    view: &View,
    drag: &Drag,
    date: NaiveDate,
    pointer: Pos2,
    column: Rect,
    cards: &[PlacedCard],
) -> Landing {
    let pointed = cards.iter().find(|card| card.rect.contains(pointer));
    match (&drag.dragged, pointed) {
        (Dragged::Week(_) | Dragged::Program(_), _) => return Landing::Day,
        (Dragged::Session(id), Some(card)) if card.session == *id && !drag.copy => {
            return Landing::Home;
        }
        (Dragged::Exercise(_), pointed) => {
            let joined = pointed
                .map(|card| card.session)
                .filter(|id| planning::takes_exercises(view.athlete, *id))
                .or_else(|| planning::joined(view.athlete, date).map(|session| session.id));
            if let Some(session) = joined {
                return Landing::List(session);
            }
        }
        _ => {}
    }
    let part = if pointer.y < boundary(column, cards) {
        DayPart::Morning
    } else {
        DayPart::Evening
    };
    let (before, gap) = place(drag, part, pointer, cards);
    let landing = Landing::Half { part, before, gap };
    let Dragged::Session(id) = drag.dragged else {
        return landing;
    };
    let same = view.session(id).is_some_and(|session| {
        let slot = slot(drag, date, part);
        !drag.copy && planning::place_at(view.athlete, session, slot, before).is_empty()
    });
    if same { Landing::Home } else { landing }
}

/// The slot of a half of a day, with the clock time of what is dragged where it fits.
pub(super) fn slot(drag: &Drag, date: NaiveDate, part: DayPart) -> Slot {
    let start = drag
        .plan
        .as_deref()
        .map(|plan| planning::start_in(plan, part))
        .unwrap_or_default();
    Slot { date, start }
}

/// The height at which the evening begins: above its first card, else below all others, but not above the middle.
pub(super) fn boundary(column: Rect, cards: &[PlacedCard]) -> f32 {
    let (late, early): (Vec<&PlacedCard>, Vec<&PlacedCard>) = cards
        .iter()
        .partition(|card| day_group(card.start) == EVENING);
    let bottom = early.iter().map(|card| card.rect.bottom()).reduce(f32::max);
    let height = match (late.first(), bottom) {
        (Some(first), Some(_)) => first.rect.top() - LABEL,
        (Some(first), None) => first.rect.center().y,
        (None, Some(bottom)) => column.center().y.max(bottom + 6.0),
        (None, None) => column.center().y,
    };
    // In a column too low for both, each half has half of it.
    let middle = column.center().y;
    let highest = (column.top() + LEAST).min(middle);
    let lowest = (column.bottom() - LEAST).max(middle);
    height.max(highest).min(lowest)
}

const EVENING: usize = 2;

/// The session before which a drop stands in the stored order, and the height of the gap. Sessions with a clock
/// time are ordered by it, so they have no place to choose.
fn place(
    drag: &Drag,
    part: DayPart,
    pointer: Pos2,
    cards: &[PlacedCard],
) -> (Option<SessionId>, Option<f32>) {
    let timed = drag
        .plan
        .as_deref()
        .is_none_or(|plan| matches!(planning::start_in(plan, part), Start::Clock(_)));
    if timed {
        return (None, None);
    }
    let moving = match drag.dragged {
        Dragged::Session(id) if !drag.copy => Some(id),
        _ => None,
    };
    let mut others = cards
        .iter()
        .filter(|card| card.start == Start::Part(part) && Some(card.session) != moving);
    let last = others.clone().next_back();
    match others.find(|card| pointer.y < card.rect.center().y) {
        Some(card) => (Some(card.session), Some(card.rect.top() - 3.0)),
        None => (None, last.map(|card| card.rect.bottom() + 3.0)),
    }
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;

    const COLUMN: Rect = Rect {
        min: pos2(0.0, 100.0),
        max: pos2(100.0, 600.0),
    };

    fn card(start: Start, top: f32) -> PlacedCard {
        PlacedCard {
            session: crate::ui::ids::new_session_id(),
            start,
            rect: Rect::from_min_size(pos2(0.0, top), vec2(100.0, 60.0)),
        }
    }

    const MORNING: Start = Start::Part(DayPart::Morning);
    const LATE: Start = Start::Part(DayPart::Evening);

    #[test]
    fn the_evening_begins_above_its_first_card() {
        let cards = [card(MORNING, 150.0), card(LATE, 240.0)];
        assert_eq!(boundary(COLUMN, &cards), 220.0);
    }

    #[test]
    fn a_long_morning_pushes_the_evening_down_but_never_out() {
        assert_eq!(boundary(COLUMN, &[]), 350.0);
        assert_eq!(boundary(COLUMN, &[card(MORNING, 320.0)]), 386.0);
        assert_eq!(boundary(COLUMN, &[card(MORNING, 590.0)]), 544.0);
    }

    #[test]
    fn a_column_too_low_for_both_halves_is_cut_in_the_middle() {
        for height in [0.0, 20.0, 111.0] {
            let column = Rect::from_min_size(pos2(0.0, 100.0), vec2(100.0, height));
            for cards in [vec![], vec![card(MORNING, 100.0)], vec![card(LATE, 150.0)]] {
                assert_eq!(boundary(column, &cards), 100.0 + height / 2.0, "{height}");
            }
        }
    }

    #[test]
    fn a_lone_evening_card_leaves_room_for_the_morning() {
        assert!(boundary(COLUMN, &[card(LATE, 150.0)]) >= 156.0);
    }
}
