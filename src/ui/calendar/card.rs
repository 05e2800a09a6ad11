//! A session card: kind by its bar and tint, title, what it asks, and its marks.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, Galley, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::domain::{KeyMark, Session, SessionId, Status, Units};
use crate::rules::Severity;
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, font, icons};
use crate::ui::view::{CardFacts, card_lines};
use crate::ui::widgets::marks;

const PAD_LEFT: f32 = 12.0;
const PAD: f32 = 7.0;
const MARK: f32 = 15.0;
/// Below this width of a card its text gets room at the cost of its margins.
pub const NARROW: f32 = 90.0;

/// Below this width of its text figures are no longer kept with their units.
const TIGHT: f32 = 58.0;

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

/// Draws a card and senses clicks and drags on it.
pub fn card_ui(
    ui: &mut Ui,
    palette: &Palette,
    session: &Session,
    facts: &CardFacts,
    units: Units,
    emphasis: Emphasis,
) -> Response {
    let width = ui.available_width();
    let body = layout(ui, palette, session, facts, units, width);
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
        if response.has_focus() {
            focus_ring(ui, palette, rect);
        }
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let name = accessible_name(session, facts, units);
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, emphasis == Emphasis::Selected, &name)
    });
    response
}

/// Draws the card of a session that a fix would put here. There is nothing to click: its outline is dashed.
pub fn arriving_ui(
    ui: &mut Ui,
    palette: &Palette,
    session: &Session,
    facts: &CardFacts,
    units: Units,
) {
    let width = ui.available_width();
    let body = layout(ui, palette, session, facts, units, width);
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

/// The ring around what has the keyboard's focus.
pub fn focus_ring(ui: &Ui, palette: &Palette, rect: Rect) {
    let ring = Stroke::new(2.0, palette.accent);
    ui.painter()
        .rect_stroke(rect, CornerRadius::same(7), ring, StrokeKind::Inside);
}

/// The name a screen reader says and tests look for: "Easy run, Tue 24, 45 min · RPE 3, planned".
pub fn accessible_name(session: &Session, facts: &CardFacts, units: Units) -> String {
    let mut parts = vec![facts.title.clone(), format::day(session.date)];
    parts.extend(format::start(session.plan.start));
    parts.extend(card_lines(&session.plan, facts, units).into_iter().next());
    parts.push(status_word(&session.status).to_owned());
    if facts.record {
        parts.push("record".to_owned());
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

struct Body {
    title: Arc<Galley>,
    lines: Vec<Arc<Galley>>,
    /// Where the text stands, from the card's corner.
    text: Pos2,
    /// The middle of the rightmost mark, from the card's upper right corner.
    marks: Pos2,
    height: f32,
}

fn layout(
    ui: &Ui,
    palette: &Palette,
    session: &Session,
    facts: &CardFacts,
    units: Units,
    width: f32,
) -> Body {
    let (left, pad, rows) = if width < NARROW {
        (9.0, 4.0, 5)
    } else {
        (PAD_LEFT, PAD, 3)
    };
    let text_width = width - left - pad;
    let struck = matches!(session.status, Status::Skipped { .. } | Status::Missed);
    let color = if struck {
        palette.text_soft
    } else {
        palette.text
    };
    let marks_width = mark_count(session, facts) as f32 * MARK;
    let size = title_size(ui, &facts.title, text_width);
    let set_title = |width| {
        let weight = Weight::SemiBold;
        galley(
            ui,
            &facts.title,
            size,
            weight,
            color,
            width,
            rows.min(3),
            struck,
        )
    };
    // The marks stand beside the title where no word has to be broken for them, else below everything.
    let beside = longest_word(ui, &facts.title, size) <= text_width - marks_width;
    let title = set_title(if beside {
        text_width - marks_width
    } else {
        text_width
    });
    let line = |content: &str, size, weight, color, rows| {
        galley(ui, content, size, weight, color, text_width, rows, false)
    };
    let mut lines = Vec::new();
    if let Some(clock) = clock_line(session) {
        lines.push(line(&clock, 11.0, Weight::Medium, palette.text_faint, 1));
    }
    for (index, content) in card_lines(&session.plan, facts, units).iter().enumerate() {
        let color = if index == 0 {
            palette.text_soft
        } else {
            palette.text_faint
        };
        // Where even a figure with its unit is too wide, a break between them is better than one within.
        let content = if text_width < TIGHT {
            content.clone()
        } else {
            keep_together(content)
        };
        lines.push(line(&content, 11.5, Weight::Regular, color, rows));
    }
    let text_height: f32 = lines.iter().map(|line| line.size().y + 2.0).sum();
    let height = PAD * 2.0 + title.size().y + text_height;
    let (mark_y, height) = if beside {
        (PAD + 8.0, height)
    } else {
        (height + 2.0, height + MARK)
    };
    Body {
        title,
        lines,
        text: pos2(left, PAD),
        marks: pos2(-pad - 5.0, mark_y),
        height,
    }
}

/// The size of a title: smaller where its longest word would have to be broken.
fn title_size(ui: &Ui, title: &str, width: f32) -> f32 {
    let sizes = [12.5, 12.0, 11.5, 11.0];
    let fits = |size: &f32| longest_word(ui, title, *size) <= width;
    sizes.into_iter().find(fits).unwrap_or(11.0)
}

/// How wide the longest word of `text` is.
fn longest_word(ui: &Ui, text: &str, size: f32) -> f32 {
    let width = |word: &str| {
        let font = font(size, Weight::SemiBold);
        let word = word.to_owned();
        ui.painter()
            .layout_no_wrap(word, font, Color32::TRANSPARENT)
            .size()
            .x
    };
    text.split_whitespace().map(width).fold(0.0, f32::max)
}

/// `text` so that a line never ends between a figure and its unit: "4:05 /km", "6 × 800 m", "RPE 3".
fn keep_together(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut kept = String::with_capacity(text.len());
    for (index, word) in words.iter().enumerate() {
        kept.push_str(word);
        let Some(next) = words.get(index + 1) else {
            break;
        };
        let figure = word.ends_with(|c: char| c.is_ascii_digit());
        let short = next.chars().count() <= 3 && !next.starts_with('@') && *next != "·";
        let bound = figure && short || matches!(*word, "×" | "@" | "RPE");
        kept.push(if bound { '\u{a0}' } else { ' ' });
    }
    kept
}

fn clock_line(session: &Session) -> Option<String> {
    match session.plan.start {
        crate::domain::Start::Clock(time) => Some(format::time(time)),
        _ => None,
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "one line of text and how it is set"
)]
fn galley(
    ui: &Ui,
    content: &str,
    size: f32,
    weight: Weight,
    color: Color32,
    width: f32,
    rows: usize,
    struck: bool,
) -> Arc<Galley> {
    let mut format = TextFormat::simple(font(size, weight), color);
    if struck {
        format.strikethrough = Stroke::new(1.0, color);
    }
    let mut job = LayoutJob::single_section(content.to_owned(), format);
    job.wrap = TextWrapping {
        max_width: width.max(20.0),
        max_rows: rows,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}

fn mark_count(session: &Session, facts: &CardFacts) -> usize {
    usize::from(session.status.is_trained())
        + usize::from(facts.worst.is_some())
        + usize::from(session.plan.key == KeyMark::Key)
        + usize::from(session.locked)
        + usize::from(facts.record)
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
    cursor.y += body.title.size().y + 2.0;
    for line in &body.lines {
        painter.galley(cursor, line.clone(), palette.text_soft);
        cursor.y += line.size().y + 2.0;
    }
    let marks = rect.right_top() + body.marks.to_vec2();
    paint_marks(&painter, palette, session, facts, marks);
}

fn paint_marks(
    painter: &egui::Painter,
    palette: &Palette,
    session: &Session,
    facts: &CardFacts,
    mut center: Pos2,
) {
    let mut step = || {
        let here = center;
        center.x -= MARK;
        here
    };
    match session.status {
        Status::Done => marks::paint(painter, step(), 11.0, None, palette.clear()),
        Status::Partial => marks::paint_half(painter, step(), 11.0, palette.clear()),
        _ => {}
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
    let mut symbol = |icon: egui_material_icons::MaterialIcon| {
        let id = egui::FontId::new(13.0, icon.font_family());
        painter.text(
            step(),
            egui::Align2::CENTER_CENTER,
            icon.codepoint,
            id,
            palette.text_faint,
        );
    };
    if session.plan.key == KeyMark::Key {
        symbol(icons::KEY);
    }
    if session.locked {
        symbol(icons::LOCK);
    }
    if facts.record {
        symbol(icons::RECORD);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stay_with_their_units() {
        let kept = keep_together("6 × 800 m @ 4:05 /km · 400 m jog").replace('\u{a0}', "_");
        assert_eq!(kept, "6_×_800_m @_4:05_/km · 400_m jog");
        let kept = keep_together("45 min · RPE 3").replace('\u{a0}', "_");
        assert_eq!(kept, "45_min · RPE_3");
        let kept = keep_together("5 exercises").replace('\u{a0}', "_");
        assert_eq!(kept, "5 exercises");
    }
}
