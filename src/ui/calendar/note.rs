//! The words beside what is dragged: a box inside the window that hides nothing of the dragged card.

use egui::{Color32, CornerRadius, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::rules::{Severity, Verdict};
use crate::ui::format;
use crate::ui::snack;
use crate::ui::theme::{Palette, Weight, font};
use crate::ui::widgets::together::keep_together;
use crate::ui::widgets::{live, marks};

/// The least width of the box.
const BOX_WIDTH: f32 = 216.0;
const BOX_PAD: f32 = 9.0;
/// Between paragraphs.
const SPACE: f32 = 5.0;
/// How far the box keeps from the dragged card.
const APART: f32 = 6.0;

/// Where the dragged session is already.
pub(super) const HOME: &str = "It is here now: a drop changes nothing.";

/// What is known about a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judged {
    /// Nothing is judged here.
    Not,
    /// The worst finding a drop would add; `None` where it adds none.
    As(Option<Severity>),
}

/// One paragraph of the box.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paragraph {
    /// What its mark shows.
    mark: Judged,
    text: String,
    weight: Weight,
}

impl Paragraph {
    /// Words without a mark.
    pub(super) fn plain(text: impl Into<String>, weight: Weight) -> Self {
        Self {
            mark: Judged::Not,
            text: text.into(),
            weight,
        }
    }

    /// A verdict in words, after its mark.
    pub(super) fn judged(worst: Option<Severity>, text: impl Into<String>, weight: Weight) -> Self {
        Self {
            mark: Judged::As(worst),
            text: text.into(),
            weight,
        }
    }
}

/// What the pointer's place means for what is dragged.
pub(super) struct Note {
    paragraphs: Vec<Paragraph>,
    worst: Option<Severity>,
    color: Color32,
}

/// Where a note stands while the dragged card leaves it room there.
#[derive(Debug, Clone, Copy)]
pub(super) enum Foot {
    /// At the foot of a column.
    Of(Rect),
    /// Below a cell.
    Below(Rect),
}

impl Note {
    /// A note that judges nothing.
    pub(super) fn plain(palette: &Palette, paragraphs: Vec<Paragraph>) -> Self {
        Self {
            paragraphs,
            worst: None,
            color: palette.accent,
        }
    }

    /// A note about a verdict.
    pub(super) fn of(
        palette: &Palette,
        worst: Option<Severity>,
        paragraphs: Vec<Paragraph>,
    ) -> Self {
        Self {
            paragraphs,
            worst,
            color: color_of(palette, worst),
        }
    }

    /// What is said of a slot where the dragged session is already.
    pub(super) fn home(palette: &Palette) -> Self {
        Self::plain(palette, vec![Paragraph::plain(HOME, Weight::Medium)])
    }

    /// The verdict of a whole day.
    pub(super) fn of_day(palette: &Palette, verdict: &Verdict) -> Self {
        let day = format::day_month(verdict.slot.date);
        let weekday = format::weekday(verdict.slot.date);
        let text = format!("{weekday} {day}. {}", verdict.reason);
        let mut words = vec![Paragraph::judged(verdict.worst, text, Weight::Medium)];
        if let (Some(_), Some(near)) = (verdict.worst, verdict.nearest_clear) {
            let (weekday, day) = (format::weekday(near), format::day_month(near));
            let text = format!("Nearest clear slot: {weekday} {day}");
            words.push(Paragraph::plain(text, Weight::SemiBold));
        }
        Self::of(palette, verdict.worst, words)
    }

    /// The colour that stands for it.
    pub(super) fn color(&self) -> Color32 {
        self.color
    }

    /// Draws it on top of everything, and says it to those who hear it.
    pub(super) fn ui(&self, ui: &Ui, palette: &Palette, foot: Foot, carried: Option<Rect>) {
        let boxed = self.paint(ui, palette, foot, carried);
        let spoken: Vec<&str> = self.paragraphs.iter().map(|p| p.text.as_str()).collect();
        let id = egui::Id::unique("verdict words");
        let label = ui.interact(boxed, id, egui::Sense::hover());
        label.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, spoken.join(" ")));
        live::announce(&label);
    }

    fn paint(&self, ui: &Ui, palette: &Palette, foot: Foot, carried: Option<Rect>) -> Rect {
        let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("verdict"));
        let painter = ui.ctx().layer_painter(layer);
        let (fill, ink) = match self.worst {
            Some(_) if palette.dark => (palette.mix(self.color, 0.24), palette.text),
            Some(_) => (self.color, Color32::WHITE),
            None => (palette.mix(self.color, 0.15), palette.text),
        };
        let mark_color = if self.worst.is_some() {
            ink
        } else {
            self.color
        };
        let width = match foot {
            Foot::Of(column) => column.width().max(BOX_WIDTH),
            Foot::Below(_) => BOX_WIDTH,
        };
        let mut height = BOX_PAD * 2.0 - SPACE;
        let mut laid = Vec::new();
        for paragraph in &self.paragraphs {
            let indent = match paragraph.mark {
                Judged::As(_) => 16.0,
                Judged::Not => 0.0,
            };
            let size = if paragraph.weight == Weight::Regular {
                11.5
            } else {
                12.0
            };
            let font = font(size, paragraph.weight);
            let room = width - BOX_PAD * 2.0 - indent;
            let text = painter.layout(keep_together(&paragraph.text), font, ink, room);
            height += text.size().y + SPACE;
            laid.push((paragraph.mark, indent, text));
        }
        let boxed = beside(foot, vec2(width, height), carried, room(ui.ctx()));
        let line = Stroke::new(1.0, self.color);
        painter.rect(boxed, CornerRadius::same(6), fill, line, StrokeKind::Inside);
        let mut at = boxed.min + vec2(BOX_PAD, BOX_PAD);
        for (mark, indent, text) in laid {
            let height = text.size().y;
            if let Judged::As(mark) = mark {
                marks::paint(&painter, at + vec2(5.0, 8.0), 10.0, mark, mark_color);
            }
            painter.galley(at + vec2(indent, 0.0), text, ink);
            at.y += height + SPACE;
        }
        boxed
    }
}

/// The colour of a verdict; always beside a mark.
pub(super) fn color_of(palette: &Palette, worst: Option<Severity>) -> Color32 {
    worst.map_or(palette.clear(), |worst| palette.severity(worst))
}

/// What of the window is free for the box: what is above a message that tells how the move goes on.
fn room(ctx: &egui::Context) -> Rect {
    let window = ctx.content_rect();
    match snack::shown_at(ctx) {
        Some(message) => window.with_max_y(message.top()),
        None => window,
    }
}

/// Where the box stands: at its foot, or where the dragged card is not, and always inside the window.
fn beside(foot: Foot, size: egui::Vec2, carried: Option<Rect>, window: Rect) -> Rect {
    let window = window.shrink(4.0);
    let (place, foot) = match foot {
        Foot::Of(column) => (column, column.bottom() - size.y - 4.0),
        Foot::Below(cell) => (cell, cell.bottom() + APART),
    };
    let left = (place.center().x - size.x / 2.0)
        .min(window.right() - size.x)
        .max(window.left());
    let placed = |left: f32, top: f32| {
        let top = top.min(window.bottom() - size.y).max(window.top());
        Rect::from_min_size(pos2(left, top), size)
    };
    let at_foot = placed(left, foot);
    let Some(carried) = carried else {
        return at_foot;
    };
    let candidates = [
        at_foot,
        placed(left, carried.top() - size.y - APART),
        placed(left, carried.bottom() + APART),
        placed(carried.left() - size.x - APART, foot),
        placed(carried.right() + APART, foot),
    ];
    let free = |rect: &&Rect| !rect.intersects(carried) && window.contains_rect(**rect);
    *candidates.iter().find(free).unwrap_or(&at_foot)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Rect = Rect {
        min: pos2(0.0, 0.0),
        max: pos2(1180.0, 700.0),
    };

    #[test]
    fn the_box_stays_in_the_window_and_clear_of_the_card() {
        for x in [0.0, 280.0, 700.0, 1090.0] {
            for y in [150.0, 300.0, 440.0, 660.0] {
                let column = Rect::from_min_max(pos2(x, 150.0), pos2(x + 84.0, 490.0));
                let carried = Rect::from_min_size(pos2(x + 10.0, y), vec2(150.0, 56.0));
                let boxed = beside(Foot::Of(column), vec2(216.0, 140.0), Some(carried), WINDOW);
                assert!(WINDOW.contains_rect(boxed), "{boxed:?}");
                assert!(!boxed.intersects(carried), "{boxed:?} on {carried:?}");
            }
        }
    }
}
