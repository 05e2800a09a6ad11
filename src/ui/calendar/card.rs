//! A session card: kind by its bar and tint, title, what it asks, and its marks.

use egui::{
    Color32, CornerRadius, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::domain::{KeyMark, Session, SessionId, Status, Units};
use crate::rules::Severity;
use crate::ui::card_facts::CardFacts;
use crate::ui::format;
use crate::ui::session_lines::session_lines;
use crate::ui::theme::{Palette, Weight, font, icons};
use crate::ui::widgets::marks;
use crate::ui::widgets::together::keep_together;

use super::card_rows::LINE_GAP;
use super::card_set::{Body, PAD, PAD_LEFT, layout};
use super::card_text::Content;

/// How a card stands out from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// One among others.
    Plain,
    /// The selected one.
    Selected,
    /// The one that is being dragged away, or that a previewed fix takes away.
    Ghost,
    /// The one that would take the dragged exercise, or that a previewed fix changes.
    Target,
    /// One that a previewed fix would put here.
    Arriving,
}

/// The identity of a session's card. It stays the same wherever the card goes, so that a press, a drag or the
/// keyboard's focus is not lost when something else appears or goes.
pub fn card_id(session: SessionId) -> Id {
    Id::unique(("session card", session))
}

/// Draws a card and senses clicks and drags on it; true where its text is cut.
pub(super) fn card_ui(
    ui: &mut Ui,
    palette: &Palette,
    session: &Session,
    facts: &CardFacts,
    (content, units): (&Content, Units),
    emphasis: Emphasis,
) -> (Response, bool) {
    let width = ui.available_width();
    let body = layout(ui, palette, session, facts, content, width);
    let (_, rect) = ui.allocate_space(vec2(width, body.height));
    let response = ui.interact(rect, card_id(session.id), Sense::click_and_drag());
    if ui.is_rect_visible(rect) {
        let color = palette.kind(session.kind(), facts.leg_load());
        paint(
            ui,
            palette,
            session,
            facts,
            rect,
            color,
            &body,
            emphasis,
            response.hovered(),
        );
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let name = accessible_name(session, facts, units);
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, emphasis == Emphasis::Selected, &name)
    });
    (response, body.cut)
}

/// Draws the card of a session that a fix would put here. There is nothing to click: its outline is dashed.
pub(super) fn arriving_ui(
    ui: &mut Ui,
    palette: &Palette,
    session: &Session,
    facts: &CardFacts,
    (content, units): (&Content, Units),
) {
    let width = ui.available_width();
    let body = layout(ui, palette, session, facts, content, width);
    let (_, rect) = ui.allocate_space(vec2(width, body.height));
    let color = palette.kind(session.kind(), facts.leg_load());
    let emphasis = Emphasis::Arriving;
    paint(
        ui, palette, session, facts, rect, color, &body, emphasis, false,
    );
    let corners = rect.shrink(1.0);
    let path = [
        corners.left_top(),
        corners.right_top(),
        corners.right_bottom(),
        corners.left_bottom(),
        corners.left_top(),
    ];
    let line = Stroke::new(1.5, palette.accent);
    ui.painter()
        .extend(egui::Shape::dashed_line(&path, line, 5.0, 3.0));
    let id = Id::unique(("arriving card", session.id));
    let name = format!(
        "Would stand here: {}",
        accessible_name(session, facts, units)
    );
    ui.interact(rect, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
}

/// The name a screen reader says and tests look for: "Easy run, Tue 24, 45 min · RPE 3, planned".
pub fn accessible_name(session: &Session, facts: &CardFacts, units: Units) -> String {
    let mut parts = vec![facts.title.clone(), format::day(session.date)];
    parts.extend(format::start(session.plan.start));
    parts.extend(session_lines(session, facts, units).into_iter().next());
    parts.push(status_word(&session.status).to_owned());
    if facts.record {
        parts.push("record".to_owned());
    }
    if facts.news {
        parts.push("new feedback".to_owned());
    }
    if !session.alternatives.is_empty() {
        parts.push("two versions to choose from".to_owned());
    }
    if let Some(severity) = facts.worst {
        parts.push(severity.word().to_lowercase());
    }
    parts.join(", ")
}

/// The word for a status.
pub fn status_word(status: &Status) -> &'static str {
    match status {
        Status::Planned => "planned",
        Status::Done => "done",
        Status::Partial => "done in part",
        Status::Skipped { .. } => "skipped",
        Status::Missed => "missed",
    }
}

#[expect(clippy::too_many_arguments, reason = "the parts of one picture")]
fn paint(
    ui: &Ui,
    palette: &Palette,
    session: &Session,
    facts: &CardFacts,
    rect: Rect,
    color: Color32,
    body: &Body,
    emphasis: Emphasis,
    hovered: bool,
) {
    let mut painter = ui.painter().clone();
    if emphasis == Emphasis::Ghost {
        painter.multiply_opacity(0.35);
    }
    let line = match (emphasis, hovered) {
        (Emphasis::Target, _) => Stroke::new(2.5, palette.accent),
        (Emphasis::Selected, _) => Stroke::new(1.5, palette.accent),
        (Emphasis::Arriving, _) => Stroke::NONE,
        (_, true) => Stroke::new(1.0, palette.mix(color, 0.6)),
        _ => Stroke::new(1.0, palette.mix(color, 0.28)),
    };
    painter.rect(
        rect,
        CornerRadius::same(6),
        palette.tint(color),
        line,
        StrokeKind::Inside,
    );
    marks::edge_bar(&painter, rect, color);
    let mut cursor = rect.min + body.text.to_vec2();
    painter.galley(cursor, body.title.clone(), palette.text);
    cursor.y += body.title.size().y + LINE_GAP;
    for line in &body.lines {
        painter.galley(cursor, line.clone(), palette.text_soft);
        cursor.y += line.size().y + LINE_GAP;
    }
    let marks = rect.right_top() + body.marks.to_vec2();
    paint_marks(&painter, palette, session, facts, marks, body.step);
}

fn paint_marks(
    painter: &egui::Painter,
    palette: &Palette,
    session: &Session,
    facts: &CardFacts,
    mut center: Pos2,
    step: Vec2,
) {
    let mut step = || {
        let here = center;
        center += step;
        here
    };
    if session.status.is_trained() {
        marks::paint_status(painter, palette, &session.status, step(), 11.0);
    }
    if let Some(severity) = facts.worst {
        marks::paint(
            painter,
            step(),
            10.0,
            Some::<Severity>(severity),
            palette.severity(severity),
        );
    }
    let mut symbol = |icon: egui_material_icons::MaterialIcon, color| {
        marks::paint_icon(painter, step(), icon, color);
    };
    if facts.news {
        symbol(icons::FEEDBACK, palette.accent);
    }
    if !session.alternatives.is_empty() {
        symbol(icons::VERSIONS, palette.severity(Severity::Caution));
    }
    if session.plan.key == KeyMark::Key {
        symbol(icons::KEY, palette.text_faint);
    }
    if session.locked {
        symbol(icons::LOCK, palette.text_faint);
    }
    if facts.record {
        symbol(icons::RECORD, palette.text_faint);
    }
}

/// Draws the card under the pointer while it is dragged, the one thing with a shadow, and tells where.
pub fn dragged_ui(
    ctx: &egui::Context,
    palette: &Palette,
    title: &str,
    detail: &str,
    color: Color32,
) -> Option<Rect> {
    let pointer = ctx.pointer_interact_pos()?;
    let layer = egui::LayerId::new(egui::Order::Tooltip, Id::unique("dragged card"));
    let painter = ctx.layer_painter(layer);
    let laid = |text: &str, size, weight, color| {
        painter.layout(keep_together(text), font(size, weight), color, 150.0)
    };
    let title = laid(title, 12.5, Weight::SemiBold, palette.text);
    let detail = laid(detail, 11.5, Weight::Regular, palette.text_soft);
    let width = title.size().x.max(detail.size().x) + PAD_LEFT + PAD * 2.0;
    let height = title.size().y + detail.size().y + PAD * 2.0 + 2.0;
    let rect = Rect::from_min_size(pointer + vec2(-24.0, -14.0), vec2(width, height));
    let shadow = ctx.global_style().visuals.popup_shadow;
    painter.add(shadow.as_shape(rect, CornerRadius::same(6)));
    let line = Stroke::new(1.0, palette.mix(color, 0.5));
    let fill = palette.mix(color, 0.12);
    painter.rect(rect, CornerRadius::same(6), fill, line, StrokeKind::Inside);
    marks::edge_bar(&painter, rect, color);
    let at = pos2(rect.left() + PAD_LEFT, rect.top() + PAD);
    let below = at + vec2(0.0, title.size().y + 2.0);
    painter.galley(at, title, palette.text);
    painter.galley(below, detail, palette.text_soft);
    Some(rect)
}
