//! A session card: kind by its bar and tint, title, what it asks, and its marks.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, Galley, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::domain::{KeyMark, Session, Status, Units};
use crate::rules::Severity;
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, font, icons};
use crate::ui::view::{CardFacts, card_lines};
use crate::ui::widgets::marks;

const PAD_LEFT: f32 = 12.0;
const PAD: f32 = 7.0;
const MARK: f32 = 13.0;

/// Whether a card is the selected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// One among others.
    Plain,
    /// The selected one.
    Selected,
    /// The one that is being dragged away.
    Ghost,
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
    let size = vec2(width, body.height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
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
            let ring = Stroke::new(2.0, palette.accent);
            ui.painter().rect_stroke(
                rect.expand(1.0),
                CornerRadius::same(7),
                ring,
                StrokeKind::Outside,
            );
        }
    }
    let name = accessible_name(session, facts, units);
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, emphasis == Emphasis::Selected, &name)
    });
    response
}

/// The name a screen reader says and tests look for: "Easy run, Tue 24, 45 min · RPE 3, planned".
pub fn accessible_name(session: &Session, facts: &CardFacts, units: Units) -> String {
    let mut parts = vec![facts.title.clone(), format::day(session.date)];
    parts.extend(format::start(session.plan.start));
    parts.extend(card_lines(&session.plan, facts, units).into_iter().next());
    parts.push(status_word(&session.status).to_owned());
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
    let text_width = width - PAD_LEFT - PAD;
    let struck = matches!(session.status, Status::Skipped { .. } | Status::Missed);
    let title_color = if struck {
        palette.text_soft
    } else {
        palette.text
    };
    let marks = mark_count(session, facts) as f32 * (MARK + 2.0);
    let title = galley(
        ui,
        &facts.title,
        12.5,
        Weight::SemiBold,
        title_color,
        text_width - marks,
        3,
        struck,
    );
    let mut lines = Vec::new();
    for (index, line) in card_lines(&session.plan, facts, units).iter().enumerate() {
        let color = if index == 0 {
            palette.text_soft
        } else {
            palette.text_faint
        };
        lines.push(galley(
            ui,
            line,
            11.5,
            Weight::Regular,
            color,
            text_width,
            3,
            false,
        ));
    }
    if let Some(clock) = clock_line(session) {
        lines.insert(
            0,
            galley(
                ui,
                &clock,
                11.0,
                Weight::Medium,
                palette.text_faint,
                text_width,
                1,
                false,
            ),
        );
    }
    let text_height: f32 = lines.iter().map(|line| line.size().y + 2.0).sum();
    Body {
        height: PAD * 2.0 + title.size().y + text_height,
        title,
        lines,
    }
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
        (Emphasis::Selected, _) => Stroke::new(1.5, palette.accent),
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
    let mut cursor = pos2(rect.left() + PAD_LEFT, rect.top() + PAD);
    painter.galley(cursor, body.title.clone(), palette.text);
    cursor.y += body.title.size().y + 2.0;
    for line in &body.lines {
        painter.galley(cursor, line.clone(), palette.text_soft);
        cursor.y += line.size().y + 2.0;
    }
    paint_marks(&painter, palette, session, facts, rect);
}

fn paint_marks(
    painter: &egui::Painter,
    palette: &Palette,
    session: &Session,
    facts: &CardFacts,
    rect: Rect,
) {
    let mut center = pos2(rect.right() - PAD - 5.0, rect.top() + PAD + 8.0);
    let mut step = || {
        let here = center;
        center.x -= MARK + 2.0;
        here
    };
    if session.status.is_trained() {
        marks::paint(painter, step(), 11.0, None, palette.clear());
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
}

/// The card under the pointer while it is dragged: the one thing with a shadow.
pub fn dragged_ui(
    ctx: &egui::Context,
    palette: &Palette,
    title: &str,
    detail: &str,
    color: Color32,
) {
    let Some(pointer) = ctx.pointer_interact_pos() else {
        return;
    };
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("dragged card"));
    let painter = ctx.layer_painter(layer);
    let title = painter.layout(
        title.to_owned(),
        font(12.5, Weight::SemiBold),
        palette.text,
        150.0,
    );
    let detail = painter.layout(
        detail.to_owned(),
        font(11.5, Weight::Regular),
        palette.text_soft,
        150.0,
    );
    let width = title.size().x.max(detail.size().x) + PAD_LEFT + PAD * 2.0;
    let height = title.size().y + detail.size().y + PAD * 2.0 + 2.0;
    let rect = Rect::from_min_size(pointer + vec2(-24.0, -14.0), vec2(width, height));
    let shadow = ctx.global_style().visuals.popup_shadow;
    painter.add(shadow.as_shape(rect, CornerRadius::same(6)));
    let line = Stroke::new(1.0, palette.mix(color, 0.5));
    painter.rect(
        rect,
        CornerRadius::same(6),
        palette.mix(color, 0.12),
        line,
        StrokeKind::Inside,
    );
    marks::edge_bar(&painter, rect, color);
    let at = pos2(rect.left() + PAD_LEFT, rect.top() + PAD);
    let below = at + vec2(0.0, title.size().y + 2.0);
    painter.galley(at, title, palette.text);
    painter.galley(below, detail, palette.text_soft);
}
