//! The sessions on a day of the board: a line each, and how many more there are.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::domain::{Session, SessionId};
use crate::rules::Severity;
use crate::ui::action::Actions;
use crate::ui::card_facts::CardFacts;
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, font, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::marks;

use super::board_titles::{self, MARK, Title};
use super::{card, session, spoken};

/// The height of a day's number above them, in points.
const HEAD: f32 = 22.0;
/// The height of a line, in points.
const CHIP: f32 = 19.0;
/// What a further row of a title takes, in points.
const ROW: f32 = 14.0;
/// What stands beside a title without marks, left and right, in points.
const BESIDE_TITLE: f32 = 16.0;

/// Draws the sessions of a day, and how many more there are than have room.
pub(super) fn sessions_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    date: NaiveDate,
    facts: &HashMap<SessionId, CardFacts>,
    actions: &mut Actions,
) {
    let cell = ui.max_rect();
    let room = ((cell.height() - HEAD) / CHIP).floor().max(1.0) as usize;
    let all = view.athlete.sessions.on(date);
    let shown = if all.len() > room {
        room.saturating_sub(1)
    } else {
        all.len()
    };
    let rows = if all.len() > room { room } else { all.len() };
    let mut spare = cell.height() - HEAD - CHIP * rows as f32;
    let mut top = cell.top() + HEAD;
    let mut line = |more: f32| {
        let at = pos2(cell.left() + 4.0, top);
        top += CHIP + more;
        Rect::from_min_size(at, vec2(cell.width() - 8.0, CHIP - 2.0 + more))
    };
    for session in all.iter().take(shown) {
        if let Some(facts) = facts.get(&session.id) {
            let most = 1 + (spare.max(0.0) / ROW) as usize;
            let width = cell.width() - 8.0 - BESIDE_TITLE;
            let title =
                board_titles::title(ui.painter(), session, facts, view.units(), width, most);
            let more = ROW * (title.rows - 1) as f32;
            spare -= more;
            let place = (line(more), title);
            chip_ui(ui, view, state, session, facts, place, actions);
        }
    }
    if all.len() > shown {
        let words = format!("+{} more", all.len() - shown);
        let rest: Vec<String> = all
            .iter()
            .skip(shown)
            .filter_map(|session| Some(facts.get(&session.id)?.title.clone()))
            .collect();
        let label = text(words, 11.0, Weight::Medium).color(view.palette.text_soft);
        ui.put(line(0.0), egui::Label::new(label))
            .on_hover_text(rest.join("\n"));
    }
}

/// A session as a line: its kind by its bar and tint, its title, its marks.
fn chip_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    session: &Arc<Session>,
    facts: &CardFacts,
    (rect, title): (Rect, Title),
    actions: &mut Actions,
) {
    let palette = view.palette;
    let response = ui.interact(rect, card::card_id(session.id), Sense::click_and_drag());
    let is_selected = state.is_selected(session.id);
    let name = card::accessible_name(session, facts, view.units());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &name));
    spoken::describe_session(&response, view, session, facts);
    let color = palette.kind(session.kind(), facts.leg_load());
    let line = if is_selected || response.has_focus() {
        Stroke::new(1.5, palette.accent)
    } else {
        Stroke::new(1.0, palette.mix(color, 0.28))
    };
    let painter = ui.painter();
    painter.rect(
        rect,
        CornerRadius::same(4),
        palette.tint(color),
        line,
        StrokeKind::Inside,
    );
    let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
    painter.rect_filled(bar, CornerRadius::same(2), color);
    let mut right = rect.right() - 8.0;
    let half = (CHIP - 2.0) / 2.0;
    let row = if title.marks_last {
        rect.bottom() - half
    } else {
        rect.top() + half
    };
    let mut step = || {
        let here = pos2(right, row);
        right -= MARK;
        here
    };
    if let Some(worst) = facts.worst {
        let color = palette.severity(worst);
        marks::paint(painter, step(), 9.0, Some(worst), color);
    }
    if session.status.is_trained() {
        marks::paint_status(painter, palette, &session.status, step(), 9.0);
    }
    if !session.alternatives.is_empty() {
        let id = egui::FontId::new(12.0, icons::VERSIONS.font_family());
        let color = palette.severity(Severity::Caution);
        let code = icons::VERSIONS.codepoint;
        painter.text(step(), egui::Align2::CENTER_CENTER, code, id, color);
    }
    let is_struck = marks::is_struck(&session.status);
    let ink = if is_struck {
        palette.text_soft
    } else {
        palette.text
    };
    let mut format = TextFormat::simple(font(board_titles::SIZE, Weight::Medium), ink);
    if is_struck {
        format.strikethrough = Stroke::new(1.0, ink);
    }
    let mut job = LayoutJob::single_section(title.words, format);
    job.wrap = TextWrapping::truncate_at_width(title.width.max(8.0));
    if title.rows > 1 {
        job.wrap.max_rows = title.rows;
        job.wrap.break_anywhere = false;
    }
    let galley = painter.layout_job(job);
    let at = pos2(rect.left() + 7.0, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, ink);
    session::use_ui(ui, view, state, session, &response, actions);
    response.on_hover_text(name);
}
