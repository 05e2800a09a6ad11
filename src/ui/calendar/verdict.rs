//! The verdict of a day while something is dragged: its tint, its mark, and on the hovered day the reason in words.

use chrono::{Datelike, Days, NaiveDate};
use egui::{
    Align2, Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2,
};

use crate::domain::DayPart;
use crate::load;
use crate::rules::{Severity, Verdict};
use crate::ui::format;
use crate::ui::lower_first;
use crate::ui::state::{Drag, UiState};
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, font};
use crate::ui::view::View;
use crate::ui::widgets::marks;

use super::drag;
use super::landing::Landing;

/// The least width of the box with the reason.
const BOX_WIDTH: f32 = 216.0;
const BOX_PAD: f32 = 9.0;
/// How far the box keeps from the dragged card.
const APART: f32 = 6.0;

/// What is known about a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Judged {
    /// Nothing is judged here.
    Not,
    /// The worst finding a drop would add; `None` where it adds none.
    As(Option<Severity>),
}

/// One paragraph of the box.
#[derive(Debug, Clone, PartialEq)]
struct Paragraph {
    /// What its mark shows.
    mark: Judged,
    text: String,
    weight: Weight,
}

/// A day as it is drawn while something is dragged.
pub(super) struct Target<'a> {
    /// The day.
    pub(super) date: NaiveDate,
    /// Its place in the week, from 0.
    pub(super) index: usize,
    /// Its column.
    pub(super) column: Rect,
    /// The height at which its evening begins.
    pub(super) boundary: f32,
    /// What is dragged.
    pub(super) drag: &'a Drag,
    /// Where it would land, on the hovered day.
    pub(super) landing: Option<Landing>,
}

impl Target<'_> {
    fn pair(&self) -> Option<&[Verdict; 2]> {
        self.drag.verdicts.get(self.index)
    }

    /// The worst finding to show for the day: that of the hovered half, else that of the better half.
    fn shown(&self) -> Judged {
        let Some([morning, evening]) = self.pair() else {
            return Judged::Not;
        };
        Judged::As(match self.landing.and_then(Landing::part) {
            Some(DayPart::Morning) => morning.worst,
            Some(DayPart::Evening) => evening.worst,
            None => morning.worst.min(evening.worst),
        })
    }

    /// The background of the column, to be put behind its cards.
    pub(super) fn ground(&self, view: &View, header: f32) -> Vec<Shape> {
        let palette = view.palette;
        let hovered = self.landing.is_some();
        let plain = matches!(self.landing, Some(Landing::Home | Landing::List(_)));
        let color = match self.shown() {
            Judged::As(worst) if !plain => color_of(palette, worst),
            _ => palette.accent,
        };
        let past = self.date < view.today && !hovered;
        let fill = match self.shown() {
            Judged::Not => palette.accent_soft,
            Judged::As(_) if past => palette.surface.lerp_to_gamma(palette.tint(color), 0.5),
            Judged::As(_) => palette.tint(color),
        };
        let line = if past {
            Stroke::new(1.0, palette.mix(color, 0.5))
        } else {
            Stroke::new(if hovered { 2.0 } else { 1.5 }, color)
        };
        let corners = CornerRadius::same(CARD_RADIUS);
        let column =
            egui::epaint::RectShape::new(self.column, corners, fill, line, StrokeKind::Inside);
        let mut shapes = vec![column.into()];
        if let (Some(part), Some(pair)) = (self.landing.and_then(Landing::part), self.pair()) {
            shapes.extend(self.halves(palette, pair, part, header));
        }
        shapes
    }

    /// Both halves, each in the colour of its own verdict, the hovered one stronger.
    fn halves(
        &self,
        palette: &Palette,
        pair: &[Verdict; 2],
        part: DayPart,
        header: f32,
    ) -> Vec<Shape> {
        let inner = self.column.shrink(4.0);
        let top = inner.with_min_y(self.column.top() + header);
        let rects = [
            top.with_max_y(self.boundary - 1.0),
            inner.with_min_y(self.boundary + 1.0),
        ];
        let parts = [DayPart::Morning, DayPart::Evening];
        let halves = rects.into_iter().zip(parts).zip(pair);
        halves
            .map(|((rect, here), verdict)| {
                let strength = if here == part { 0.16 } else { 0.05 };
                let color = color_of(palette, verdict.worst).gamma_multiply(strength);
                Shape::rect_filled(rect, CornerRadius::same(6), color)
            })
            .collect()
    }

    /// The mark in the header, and the gap a drop would open.
    pub(super) fn paint_marks(&self, ui: &Ui, view: &View, mark: Pos2) {
        let painter = ui.painter();
        if let Judged::As(worst) = self.shown() {
            if self.landing != Some(Landing::Home) {
                marks::paint(painter, mark, 12.0, worst, color_of(view.palette, worst));
            }
        } else if let Some(count) = self.arriving() {
            let text = format!("+{count}");
            let font = font(12.0, Weight::SemiBold);
            painter.text(mark, Align2::CENTER_CENTER, text, font, view.palette.accent);
        }
        if let Some(Landing::Half { gap: Some(y), .. }) = self.landing {
            let line = Stroke::new(2.0, view.palette.accent);
            painter.hline(self.column.shrink(8.0).x_range(), y, line);
        }
    }

    /// How many sessions of a template week would come to this day.
    fn arriving(&self) -> Option<usize> {
        let spread = self.drag.spread.as_ref()?;
        let count = *spread
            .first_week
            .get(self.date.weekday().num_days_from_monday() as usize)?;
        (count > 0).then_some(count)
    }

    /// Says why the drop may or may not land, on top of everything, inside the window and clear of the dragged card.
    pub(super) fn words_ui(&self, ui: &Ui, view: &View, state: &UiState, carried: Option<Rect>) {
        let Some(landing) = self.landing else { return };
        let paragraphs = self.paragraphs(view, state, landing);
        let worst = match (landing, self.shown()) {
            (Landing::Half { .. } | Landing::List(_), Judged::As(worst)) => worst,
            _ => None,
        };
        let neutral = matches!(landing, Landing::Home | Landing::Day);
        let palette = view.palette;
        let color = if neutral {
            palette.accent
        } else {
            color_of(palette, worst)
        };
        let boxed = box_ui(ui, palette, &paragraphs, worst, color, self.column, carried);
        // What is painted is also said, to those who hear it.
        let spoken: Vec<&str> = paragraphs.iter().map(|p| p.text.as_str()).collect();
        let id = egui::Id::unique("verdict words");
        let label = ui.interact(boxed, id, egui::Sense::hover());
        label.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, spoken.join(" ")));
    }

    fn paragraphs(&self, view: &View, state: &UiState, landing: Landing) -> Vec<Paragraph> {
        let plain = |text: String| Paragraph {
            mark: Judged::Not,
            text,
            weight: Weight::Medium,
        };
        match landing {
            Landing::Home => vec![plain("It is here now: a drop changes nothing.".to_owned())],
            Landing::Day => self
                .week_words(view, state)
                .map(plain)
                .into_iter()
                .collect(),
            Landing::List(id) => {
                let Some(session) = view.session(id) else {
                    return Vec::new();
                };
                let name = lower_first(&self.drag.title);
                let list = load::title_of(&session.plan, view.library);
                let mut words = vec![plain(format!("Adds {name} to “{list}”."))];
                let found = self.pair().map(|[verdict, _]| verdict);
                let found = found.filter(|verdict| verdict.worst.is_some());
                words.extend(found.map(|verdict| Paragraph {
                    mark: Judged::As(verdict.worst),
                    text: verdict.reason.clone(),
                    weight: Weight::Regular,
                }));
                words
            }
            Landing::Half { part, .. } => self.half_words(view, part),
        }
    }

    fn half_words(&self, view: &View, part: DayPart) -> Vec<Paragraph> {
        let Some([morning, evening]) = self.pair() else {
            return Vec::new();
        };
        let (here, other, other_part) = match part {
            DayPart::Morning => (morning, evening, DayPart::Evening),
            DayPart::Evening => (evening, morning, DayPart::Morning),
        };
        let same = here.worst == other.worst && here.reason == other.reason;
        let when = if same {
            "Morning or evening"
        } else {
            half(part)
        };
        let mut words = vec![Paragraph {
            mark: Judged::As(here.worst),
            text: format!("{when}. {}", here.reason),
            weight: Weight::Medium,
        }];
        if here.worst.is_some()
            && let Some(near) = drag::nearest_clear(self.drag, self.date)
        {
            words.push(Paragraph {
                mark: Judged::Not,
                text: format!("Nearest clear slot: {near}"),
                weight: Weight::SemiBold,
            });
        }
        if !same {
            words.push(Paragraph {
                mark: Judged::As(other.worst),
                text: format!("{}. {}", half(other_part), other.reason),
                weight: Weight::Regular,
            });
        }
        if self.date < view.today {
            words.push(Paragraph {
                mark: Judged::Not,
                text: "This day has passed.".to_owned(),
                weight: Weight::Regular,
            });
        }
        words
    }

    fn week_words(&self, view: &View, state: &UiState) -> Option<String> {
        let spread = self.drag.spread.as_ref()?;
        let days = u64::from(spread.weeks) * 7 - 1;
        let sessions = format::plural(spread.sessions, "session", "sessions");
        let (first, last) = (state.week, state.week + Days::new(days));
        let stays = if view.athlete.sessions.between(first, last).is_empty() {
            ""
        } else {
            " What is planned already stays."
        };
        Some(format!(
            "Lays out {sessions} from {} {} to {} {}.{stays}",
            format::weekday(first),
            format::day_month(first),
            format::weekday(last),
            format::day_month(last),
        ))
    }
}

fn half(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "Morning",
        DayPart::Evening => "Evening",
    }
}

fn color_of(palette: &Palette, worst: Option<Severity>) -> Color32 {
    worst.map_or(palette.clear(), |worst| palette.severity(worst))
}

fn box_ui(
    ui: &Ui,
    palette: &Palette,
    paragraphs: &[Paragraph],
    worst: Option<Severity>,
    color: Color32,
    column: Rect,
    carried: Option<Rect>,
) -> Rect {
    let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("verdict"));
    let painter = ui.ctx().layer_painter(layer);
    let (fill, ink) = match worst {
        Some(_) if palette.dark => (palette.mix(color, 0.24), palette.text),
        Some(_) => (color, Color32::WHITE),
        None => (palette.mix(color, 0.15), palette.text),
    };
    let mark_color = if worst.is_some() { ink } else { color };
    let width = column.width().max(BOX_WIDTH);
    let laid: Vec<_> = paragraphs
        .iter()
        .map(|paragraph| {
            let indent = match paragraph.mark {
                Judged::As(_) => 16.0,
                Judged::Not => 0.0,
            };
            let size = if paragraph.weight == Weight::Regular {
                11.5
            } else {
                12.0
            };
            let text = painter.layout(
                paragraph.text.clone(),
                font(size, paragraph.weight),
                ink,
                width - BOX_PAD * 2.0 - indent,
            );
            (paragraph.mark, indent, text)
        })
        .collect();
    let height: f32 = laid.iter().map(|(_, _, text)| text.size().y + 5.0).sum();
    let size = vec2(width, height + BOX_PAD * 2.0 - 5.0);
    let boxed = beside(column, size, carried, ui.ctx().content_rect());
    let line = Stroke::new(1.0, color);
    painter.rect(boxed, CornerRadius::same(6), fill, line, StrokeKind::Inside);
    let mut at = boxed.min + vec2(BOX_PAD, BOX_PAD);
    for (mark, indent, text) in laid {
        let height = text.size().y;
        if let Judged::As(mark) = mark {
            paint_mark(&painter, at + vec2(5.0, 8.0), mark, mark_color);
        }
        painter.galley(at + vec2(indent, 0.0), text, ink);
        at.y += height + 5.0;
    }
    boxed
}

fn paint_mark(painter: &Painter, at: Pos2, mark: Option<Severity>, color: Color32) {
    marks::paint(painter, at, 10.0, mark, color);
}

/// Where the box stands: at the foot of the column, or where the dragged card is not, and always inside the window.
fn beside(column: Rect, size: egui::Vec2, carried: Option<Rect>, window: Rect) -> Rect {
    let window = window.shrink(4.0);
    let left = (column.center().x - size.x / 2.0)
        .min(window.right() - size.x)
        .max(window.left());
    let foot = column.bottom() - size.y - 4.0;
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
                let boxed = beside(column, vec2(216.0, 140.0), Some(carried), WINDOW);
                assert!(WINDOW.contains_rect(boxed), "{boxed:?}");
                assert!(!boxed.intersects(carried), "{boxed:?} on {carried:?}");
            }
        }
    }
}
