//! The season strip: weeks with load, distance, purpose and worst finding; a place to click and to drop. It shows as many
//! weeks as there is room for; the wheel moves it, and so do arrows that lead over its end.

use chrono::{Days, Duration, NaiveDate};
use egui::{CornerRadius, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::domain::{Slot, Start, Week};
use crate::ui::action::{Action, Actions};
use crate::ui::format;
use crate::ui::lay_week;
use crate::ui::shared::{Dragged, Shared};
use crate::ui::theme::Weight;
use crate::ui::view::{STRIP_MOST, STRIP_WEEKS, StripWeek, View};
use crate::ui::widgets::hint::hint;
use crate::ui::widgets::row_keys::{self, Moved, RowKeys};

use super::note::{Foot, Note, Paragraph};
use super::strip_week::{Look, purpose_words};
use super::{drag, dropping};

/// Its height, in points: the name of a race may take two rows at its foot.
const HEIGHT: f32 = 98.0;
/// Its height over the charts of a low window, in points: loads and numbers of weeks, and no words.
const LOW: f32 = 43.0;
/// The height that is left for strip and week below which the strip is low, in points.
const LOW_BELOW: f32 = 270.0;
/// The width from which a week more is shown, in points.
const ROOMY: f32 = 76.0;
/// The least width of a week, in points: "cutback" whole.
const NARROW: f32 = 50.0;
/// The fewest weeks that are shown.
const STRIP_LEAST: u64 = 6;
/// What the wheel turns for a week, in points.
const WHEEL: f32 = 40.0;

/// Draws the strip. `carried` is where the dragged card is drawn.
pub fn strip_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    carried: Option<Rect>,
    actions: &mut Actions,
) {
    let weeks = &view.derived.strip;
    if weeks.is_empty() {
        return;
    }
    let is_low = ui.available_height() < LOW_BELOW;
    let height = if is_low { LOW } else { HEIGHT };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let fit = weeks_in(rect.width());
    if state.strip.weeks != fit {
        state.strip.weeks = fit;
        ui.ctx().request_repaint();
    }
    scroll_ui(ui, view, state, rect);
    let width = rect.width() / weeks.len() as f32;
    let look = Look::of(weeks, rect, is_low);
    let cell = |index: usize| {
        let left = rect.left() + width * index as f32;
        Rect::from_min_size(pos2(left, rect.top()), vec2(width, height))
    };
    row_keys::lines_ui(ui, "weeks of the strip", |ui, keys| {
        for (index, week) in weeks.iter().enumerate() {
            week_cell_ui(
                ui,
                keys,
                view,
                state,
                (week, cell(index)),
                (&look, index),
                carried,
                actions,
            );
        }
        beyond_ui(ui, keys, view, state);
    });
    for index in 0..weeks.len() {
        look.paint_purpose(ui, view, index, cell(index));
    }
}

/// How many weeks stand in a strip that is `width` points wide: the usual number, more where each has room to spare, and
/// fewer where "cutback" would be cut.
fn weeks_in(width: f32) -> u64 {
    let roomy = (width / ROOMY) as u64;
    let usual = ((width / NARROW) as u64).clamp(STRIP_LEAST, STRIP_WEEKS);
    roomy.clamp(usual, STRIP_MOST)
}

/// Moves the strip by a week where the keyboard is led over its end, and puts it on the week that comes into sight.
fn beyond_ui(ui: &Ui, keys: &mut RowKeys, view: &View, state: &mut Shared) {
    let (end, days) = match keys.moved() {
        Moved::Before => (view.derived.strip.first(), -7),
        Moved::After => (view.derived.strip.last(), 7),
        _ => return,
    };
    let days = Duration::days(days);
    let first = view.derived.strip_span.first.checked_add_signed(days);
    let week = end.and_then(|week| week.first.checked_add_signed(days));
    if let (Some(first), Some(week)) = (first, week) {
        state.strip.first = Some(first);
        keys.go_beyond(ui, week_id(ui, week));
    }
}

fn week_id(ui: &Ui, first: NaiveDate) -> Id {
    ui.scope_id().with(("strip week", first))
}

/// Moves the strip by whole weeks with the wheel, and leaves the shown week as it is.
fn scroll_ui(ui: &Ui, view: &View, state: &mut Shared, rect: Rect) {
    if !ui.rect_contains_pointer(rect) {
        return;
    }
    let turned = ui.input(egui::InputState::smooth_scroll_delta);
    let turned = if turned.x.abs() > turned.y.abs() {
        turned.x
    } else {
        turned.y
    };
    let id = ui.scope_id().with("turned by");
    let before = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or_default();
    let whole = before - turned;
    let weeks = (whole / WHEEL).trunc();
    let left = whole - weeks * WHEEL;
    if turned == 0.0 && before == left {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, left));
    let days = Duration::days(7 * weeks as i64);
    if let Some(first) = view.derived.strip_span.first.checked_add_signed(days)
        && weeks != 0.0
    {
        state.strip.first = Some(first);
        ui.ctx().request_repaint();
    }
}

#[expect(clippy::too_many_arguments, reason = "a week and where it stands")]
fn week_cell_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    view: &View,
    state: &mut Shared,
    (week, cell): (&StripWeek, Rect),
    (look, index): (&Look<'_>, usize),
    carried: Option<Rect>,
    actions: &mut Actions,
) {
    let id = week_id(ui, week.first);
    let name = accessible_name(week, view);
    let sense = keys.row(id, &name, week.first == state.week, Sense::click());
    let response = ui.interact(cell.shrink2(vec2(2.0, 0.0)), id, sense);
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, true, week.first == state.week, &name));
    look.paint(ui, view, state, (index, cell), &response);
    if response.clicked() {
        actions.push(Action::ShowWeek(week.first));
    }
    let Some(slot) = drop_slot(view, state, week.first) else {
        hint(response, name);
        return;
    };
    if state.moving.is_none() && response.contains_pointer() {
        drag::look_elsewhere(view, state, slot);
        hover_ui(ui, view, state, slot, response.rect, carried);
    }
    if let Some(drag) = state.drag.clone()
        && response.dnd_release_payload::<Dragged>().is_some()
    {
        dropping::drop_on(view, state, &drag, slot, None, actions);
    }
}

fn accessible_name(week: &StripWeek, view: &View) -> String {
    let mut name = format!(
        "Week {}, {}: {}, load {} AU",
        Week::starting(week.first).number(),
        format::week_span(week.first),
        format::distance(week.distance, view.units()),
        format::number(week.run_au + week.strength_au, 0),
    );
    if let Some(worst) = week.worst {
        name = format!("{name}, {}", worst.word().to_lowercase());
    }
    if let Some(words) = purpose_words(week) {
        name = format!("{name}, {words}");
    }
    name
}

/// Where a drop on a week of the strip lands: the same weekday and start as now.
fn drop_slot(view: &View, state: &Shared, week: NaiveDate) -> Option<Slot> {
    let drag = state.drag.as_ref()?;
    let (from, start) = match &drag.dragged {
        Dragged::Session(id) => {
            let session = view.session(*id)?;
            (session.date, session.plan.start)
        }
        Dragged::Week(_) | Dragged::Program(_) => (state.week, Start::Unset),
        _ => (state.day, drag.plan.as_ref()?.start),
    };
    let weekday = (from - Week::of(from, view.athlete.profile.week_start).first()).num_days();
    Some(Slot {
        date: week + Days::new(weekday.clamp(0, 6) as u64),
        start,
    })
}

/// Says what a drop on this week would do.
fn hover_ui(ui: &Ui, view: &View, state: &Shared, slot: Slot, cell: Rect, carried: Option<Rect>) {
    let Some(drag) = &state.drag else { return };
    let here = match drag.dragged {
        Dragged::Session(id) if !drag.copy => view.session(id).map(|session| session.slot()),
        _ => None,
    };
    let note = if here == Some(slot) {
        let words = "It is in this week now: a drop changes nothing.";
        Note::plain(view.palette, vec![Paragraph::plain(words, Weight::Medium)])
    } else if let Some(spread) = &drag.spread {
        let passed = lay_week::left_out(view, &drag.dragged, slot.date);
        let sessions = spread.sessions.saturating_sub(passed);
        let sessions = format::plural(sessions, "session", "sessions");
        let begins = if passed > 0 {
            slot.date.max(view.today)
        } else {
            slot.date
        };
        let (weekday, day) = (format::weekday(begins), format::day_month(begins));
        let passed = lay_week::passed_words(passed).map_or_else(String::new, |it| format!(" {it}"));
        let words = format!("Lays out {sessions} from {weekday} {day}.{passed}");
        Note::plain(view.palette, vec![Paragraph::plain(words, Weight::Medium)])
    } else if let Some((_, verdict)) = &drag.elsewhere {
        Note::of_day(view.palette, verdict)
    } else {
        return;
    };
    let stroke = Stroke::new(2.0, note.color());
    let corners = CornerRadius::same(8);
    ui.painter()
        .rect_stroke(cell, corners, stroke, StrokeKind::Inside);
    note.ui(ui, view.palette, Foot::Below(cell), carried);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_of_the_strip_has_room_for_cutback_and_a_wide_strip_has_more_weeks() {
        for width in [460_u16, 480, 540, 700, 900, 1100, 1900] {
            let weeks = weeks_in(f32::from(width));
            assert!(
                f32::from(width) / weeks as f32 >= NARROW,
                "{width}: {weeks}"
            );
        }
        assert_eq!(weeks_in(700.0), STRIP_WEEKS);
        assert!(weeks_in(1900.0) > STRIP_WEEKS && weeks_in(460.0) >= STRIP_LEAST);
    }
}
