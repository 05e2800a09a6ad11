//! The marks themselves, drawn beside their explanation in the guide by the code that draws them on the screen.

use egui::{CornerRadius, Painter, Pos2, Rect, Stroke, StrokeKind, pos2, vec2};
use egui_material_icons::MaterialIcon;

use crate::domain::{Kind, LegLoad, RunKind, Status};
use crate::rules::Severity;
use crate::ui::theme::{Palette, Weight, font, icons};
use crate::ui::widgets::marks::{self, SQUARE};

/// The room of a sample, in points.
pub(super) const WIDTH: f32 = 44.0;
pub(super) const HEIGHT: f32 = 20.0;

/// What a mark looks like.
pub(super) enum Sample {
    /// The symbol of a finding.
    Severity(Severity),
    /// The symbol of what became of a session.
    Status(Status),
    /// An icon.
    Icon(MaterialIcon),
    /// A card of a kind of session.
    Card(Kind, LegLoad),
    /// The letter of a movement.
    Badge(&'static str),
    /// Something else.
    Drawn(fn(&Painter, &Palette, Rect)),
}

impl Sample {
    /// Draws the mark into its room.
    pub(super) fn paint(&self, painter: &Painter, palette: &Palette, rect: Rect) {
        match self {
            Self::Severity(it) => severity(painter, palette, rect.center(), *it),
            Self::Status(it) => marks::paint_status(painter, palette, it, rect.center(), 11.0),
            Self::Icon(it) => marks::paint_icon(painter, rect.center(), *it, palette.text_faint),
            Self::Card(kind, load) => card(painter, palette, rect, *kind, *load),
            Self::Badge(letter) => badge(painter, palette, rect, letter),
            Self::Drawn(draw) => draw(painter, palette, rect),
        }
    }
}

/// Each sample by what the guide calls its mark, below the head of its table.
static SAMPLES: [(&str, &str, Sample); 39] = [
    ("Mark", "red hexagon", Sample::Severity(Severity::Conflict)),
    (
        "Mark",
        "amber triangle",
        Sample::Severity(Severity::Caution),
    ),
    ("Mark", "blue dot", Sample::Severity(Severity::Tip)),
    (
        "Mark",
        "green check mark",
        Sample::Drawn(|painter, palette, rect| {
            marks::paint(painter, rect.center(), 11.0, None, palette.clear());
        }),
    ),
    (
        "Mark",
        "coloured edge",
        Sample::Card(Kind::Run(RunKind::Tempo), LegLoad::None),
    ),
    ("Mark", "check mark", Sample::Status(Status::Done)),
    ("Mark", "half-filled ring", Sample::Status(Status::Partial)),
    (
        "Mark",
        "struck-out title",
        Sample::Drawn(|painter, palette, rect| {
            let mut format =
                egui::TextFormat::simple(font(12.5, Weight::SemiBold), palette.text_soft);
            format.strikethrough = Stroke::new(1.0, palette.text_soft);
            let job = egui::text::LayoutJob::single_section("Run".to_owned(), format);
            let galley = painter.layout_job(job);
            let at = rect.center() - galley.size() / 2.0;
            painter.galley(at, galley, palette.text_soft);
        }),
    ),
    ("Mark", "star", Sample::Icon(icons::KEY)),
    ("Mark", "padlock", Sample::Icon(icons::LOCK)),
    (
        "Mark",
        "speech bubble",
        Sample::Drawn(|painter, palette, rect| {
            marks::paint_icon(painter, rect.center(), icons::FEEDBACK, palette.accent);
        }),
    ),
    (
        "Mark",
        "fork",
        Sample::Drawn(|painter, palette, rect| {
            let color = palette.severity(Severity::Caution);
            marks::paint_icon(painter, rect.center(), icons::VERSIONS, color);
        }),
    ),
    ("Mark", "cup", Sample::Icon(icons::RECORD)),
    (
        "Mark",
        "hexagon, triangle, dot",
        Sample::Drawn(|painter, palette, rect| {
            let [first, second, third] = [-13.0, 0.0, 13.0].map(|x| rect.center() + vec2(x, 0.0));
            severity(painter, palette, first, Severity::Conflict);
            severity(painter, palette, second, Severity::Caution);
            severity(painter, palette, third, Severity::Tip);
        }),
    ),
    (
        "Mark",
        "line under a day’s name",
        Sample::Drawn(|painter, palette, rect| {
            let bar = Rect::from_center_size(rect.center(), vec2(36.0, 3.0));
            let part = |from: f32, to: f32| {
                let x = bar.left() + bar.width() * from..=bar.left() + bar.width() * to;
                Rect::from_x_y_ranges(x, bar.y_range())
            };
            let corners = CornerRadius::same(2);
            painter.rect_filled(bar, corners, palette.well);
            painter.rect_filled(part(0.0, 0.4), corners, palette.run(RunKind::Easy));
            painter.rect_filled(part(0.4, 0.7), corners, palette.strength());
        }),
    ),
    (
        "Mark",
        "filled circle",
        Sample::Drawn(|painter, palette, rect| {
            painter.circle_filled(rect.center(), 10.0, palette.accent);
            let font = font(11.0, Weight::SemiBold);
            let middle = egui::Align2::CENTER_CENTER;
            painter.text(rect.center(), middle, "25", font, palette.on_accent);
        }),
    ),
    (
        "Mark",
        "green frame",
        Sample::Drawn(|painter, palette, rect| {
            let frame = Rect::from_center_size(rect.center(), vec2(34.0, 18.0));
            let line = Stroke::new(1.5, palette.accent);
            let corners = CornerRadius::same(6);
            painter.rect_stroke(frame, corners, line, StrokeKind::Inside);
        }),
    ),
    (
        "Mark",
        "bar",
        Sample::Drawn(|painter, palette, rect| {
            bar(painter, rect, palette.running(), palette.strength());
        }),
    ),
    (
        "Mark",
        "fainter bar",
        Sample::Drawn(|painter, palette, rect| {
            let [run, lift] = [palette.running(), palette.strength()].map(|it| palette.faded(it));
            bar(painter, rect, run, lift);
        }),
    ),
    (
        "Mark",
        "green arrow",
        Sample::Drawn(|painter, palette, rect| {
            marks::paint_now(painter, rect.center() - vec2(0.0, 2.5), palette.accent);
        }),
    ),
    (
        "Mark",
        "crimson flag",
        Sample::Drawn(|painter, palette, rect| {
            let top = rect.center() - vec2(4.0, 6.0);
            marks::paint_flag(painter, top, palette.run(RunKind::Race));
        }),
    ),
    (
        "Mark",
        "letter in a square",
        Sample::Drawn(|painter, palette, rect| {
            let square = Rect::from_center_size(rect.center(), vec2(SQUARE, SQUARE));
            marks::paint_square(painter, palette, square, "E", palette.run(RunKind::Easy));
        }),
    ),
    (
        "Mark",
        "split square",
        Sample::Drawn(|painter, palette, rect| {
            let half = vec2(SQUARE / 2.0 - 1.0, SQUARE);
            let [left, right] = [-SQUARE / 4.0, SQUARE / 4.0]
                .map(|x| Rect::from_center_size(rect.center() + vec2(x, 0.0), half));
            marks::paint_square(painter, palette, left, "E", palette.run(RunKind::Easy));
            let light = palette.kind(Kind::Strength, LegLoad::None);
            marks::paint_square(painter, palette, right, "U", light);
        }),
    ),
    (
        "Mark",
        "empty square",
        Sample::Drawn(|painter, palette, rect| {
            let square = Rect::from_center_size(rect.center(), vec2(SQUARE, SQUARE));
            painter.rect_filled(square, CornerRadius::same(5), palette.well);
        }),
    ),
    (
        "Colour",
        "green",
        Sample::Card(Kind::Run(RunKind::Easy), LegLoad::None),
    ),
    (
        "Colour",
        "blue",
        Sample::Card(Kind::Run(RunKind::Steady), LegLoad::None),
    ),
    (
        "Colour",
        "orange",
        Sample::Card(Kind::Run(RunKind::Tempo), LegLoad::None),
    ),
    (
        "Colour",
        "indigo",
        Sample::Card(Kind::Run(RunKind::Long), LegLoad::None),
    ),
    (
        "Colour",
        "crimson",
        Sample::Card(Kind::Run(RunKind::Race), LegLoad::None),
    ),
    (
        "Colour",
        "violet",
        Sample::Card(Kind::Strength, LegLoad::Heavy),
    ),
    (
        "Colour",
        "soft violet",
        Sample::Card(Kind::Strength, LegLoad::None),
    ),
    (
        "Colour",
        "grey",
        Sample::Card(Kind::Mobility, LegLoad::None),
    ),
    ("Letter", "S", Sample::Badge("S")),
    ("Letter", "H", Sample::Badge("H")),
    ("Letter", "L", Sample::Badge("L")),
    ("Letter", "K", Sample::Badge("K")),
    ("Letter", "C", Sample::Badge("C")),
    ("Letter", "P", Sample::Badge("P")),
    ("Letter", "M", Sample::Badge("M")),
];

/// The sample of a mark, by the head of its table and what the guide calls it.
pub(super) fn sample(head: &str, mark: &str) -> Option<&'static Sample> {
    let mut samples = SAMPLES.iter();
    let (.., sample) = samples.find(|(of, name, _)| (*of, *name) == (head, mark))?;
    Some(sample)
}

fn severity(painter: &Painter, palette: &Palette, at: Pos2, severity: Severity) {
    marks::paint(
        painter,
        at,
        11.0,
        Some(severity),
        palette.severity(severity),
    );
}

/// A small card with the colours of its kind.
fn card(painter: &Painter, palette: &Palette, rect: Rect, kind: Kind, load: LegLoad) {
    let color = palette.kind(kind, load);
    let card = Rect::from_center_size(rect.center(), vec2(36.0, 18.0));
    let (corners, line) = (
        CornerRadius::same(6),
        Stroke::new(1.0, palette.mix(color, 0.28)),
    );
    painter.rect(card, corners, palette.tint(color), line, StrokeKind::Inside);
    marks::edge_bar(painter, card, color);
}

/// The bar of a week.
fn bar(painter: &Painter, rect: Rect, run: egui::Color32, strength: egui::Color32) {
    let (left, right) = (rect.center().x - 11.0, rect.center().x + 11.0);
    let part = |from: f32, to: f32| {
        Rect::from_two_pos(pos2(left, rect.top() + from), pos2(right, rect.top() + to))
    };
    let rounded = CornerRadius {
        nw: 3,
        ne: 3,
        ..CornerRadius::ZERO
    };
    painter.rect_filled(part(1.0, 13.0), rounded, run);
    painter.rect_filled(part(13.0, 19.0), CornerRadius::ZERO, strength);
}

/// The letter of a movement.
fn badge(painter: &Painter, palette: &Palette, rect: Rect, letter: &str) {
    let color = match letter {
        "M" => palette.text_faint,
        _ => palette.strength(),
    };
    let square = Rect::from_center_size(rect.center(), vec2(HEIGHT, HEIGHT));
    marks::paint_badge(painter, palette, square, letter, color);
}

#[cfg(test)]
mod tests {
    use super::super::chapters::{CHAPTERS, place_of};
    use super::super::markdown::{Block, plain};
    use super::*;

    /// The chapter explains the marks of several screens in words; each has to be seen beside them.
    #[test]
    fn every_mark_of_the_chapter_is_drawn_and_every_sample_is_in_it() {
        let chapter = &CHAPTERS[place_of("marks.md").unwrap()];
        let mut shown = Vec::new();
        for block in chapter.blocks() {
            let Block::Table(head, rows) = block else {
                continue;
            };
            let head = plain(&head[0]);
            if !matches!(head.as_str(), "Mark" | "Colour" | "Letter") {
                continue;
            }
            for row in rows {
                let mark = plain(&row[0]);
                assert!(sample(&head, &mark).is_some(), "{head}: {mark}");
                shown.push((head.clone(), mark));
            }
        }
        for (head, mark, _) in &SAMPLES {
            let is_shown = shown
                .iter()
                .any(|(of, name)| (of.as_str(), name.as_str()) == (*head, *mark));
            assert!(is_shown, "{head}: {mark}");
        }
    }
}
