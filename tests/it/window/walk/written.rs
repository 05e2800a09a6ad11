//! What is written on a frame, line by line, and what lies over it: read out of the shapes that are drawn.

use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::{Pos2, Rect};

/// One line of a text as it is drawn.
#[derive(Debug, Clone)]
pub(in crate::window) struct Line {
    pub(in crate::window) text: String,
    /// Where its ink is, also where it is cut off.
    pub(in crate::window) ink: Rect,
    /// What is shown of the place it is drawn in.
    pub(in crate::window) clip: Rect,
    /// When it is drawn, before or after others.
    order: usize,
    /// It goes on in the next line, in the middle of a word of so many letters.
    pub(in crate::window) broken_word: Option<String>,
}

impl Line {
    /// What can be seen of its ink.
    pub(in crate::window) fn shown(&self) -> Rect {
        self.ink.intersect(self.clip)
    }
}

/// What was drawn in a frame.
#[derive(Debug, Default)]
pub(in crate::window) struct Written {
    pub(in crate::window) lines: Vec<Line>,
    /// Surfaces that let nothing through, and when they were drawn.
    covers: Vec<(usize, Rect)>,
}

impl Written {
    /// Reads the shapes of a frame, in the order in which they are drawn. Lines of which nothing can be seen are left out.
    pub(in crate::window) fn of(shapes: &[ClippedShape], window: Rect) -> Self {
        let mut written = Self::default();
        for (order, shape) in shapes.iter().enumerate() {
            written.take(&shape.shape, shape.clip_rect.intersect(window), order);
        }
        let lines = std::mem::take(&mut written.lines);
        let seen = lines.into_iter().filter(|line| {
            let shown = line.shown();
            shown.is_positive() && !written.hides(shown, line.order, usize::MAX)
        });
        written.lines = seen.collect();
        written
    }

    /// True when a surface that is drawn after `from` and before `to` covers the place wholly.
    fn hides(&self, place: Rect, from: usize, to: usize) -> bool {
        let place = place.shrink(0.5);
        let mut between = self
            .covers
            .iter()
            .filter(|(order, _)| from < *order && *order < to);
        between.any(|(_, cover)| cover.contains_rect(place))
    }

    /// True when both lines can be seen where they meet.
    pub(in crate::window) fn both_seen(&self, one: &Line, other: &Line, meeting: Rect) -> bool {
        let (first, second) = (one.order.min(other.order), one.order.max(other.order));
        !self.hides(meeting, first, second) && !self.hides(meeting, second, usize::MAX)
    }

    fn take(&mut self, shape: &Shape, clip: Rect, order: usize) {
        match shape {
            Shape::Vec(shapes) => shapes
                .iter()
                .for_each(|shape| self.take(shape, clip, order)),
            Shape::Rect(rect) if rect.fill.a() == 255 && rect.angle == 0.0 => {
                self.covers.push((order, rect.rect.intersect(clip)));
            }
            Shape::Text(text) => self.take_text(text, clip, order),
            _ => {}
        }
    }

    fn take_text(&mut self, text: &TextShape, clip: Rect, order: usize) {
        let galley = &text.galley;
        let color = text.override_text_color.unwrap_or(text.fallback_color);
        if text.opacity_factor < 0.05
            || color == egui::Color32::TRANSPARENT && text.override_text_color.is_some()
        {
            return;
        }
        let turn = egui::emath::Rot2::from_angle(text.angle);
        let letters: Vec<char> = galley.text().chars().collect();
        let mut at = 0;
        for row in &galley.rows {
            let count = row.glyphs.len();
            let next = at + count + usize::from(row.ends_with_newline);
            let written: String = row.glyphs.iter().map(|glyph| glyph.chr).collect();
            let ink = row.visuals.mesh_bounds.translate(row.pos.to_vec2());
            let ink = ink.rotate_bb(turn).translate(text.pos.to_vec2());
            let broken_word = (!row.ends_with_newline && !galley.elided)
                .then(|| word_over(&letters, at + count))
                .flatten();
            at = next;
            if ink.is_finite() && !written.trim().is_empty() {
                self.lines.push(Line {
                    text: written,
                    ink,
                    clip,
                    order,
                    broken_word,
                });
            }
        }
    }
}

/// Signs of the font of icons.
pub(in crate::window) fn is_icon(text: &str) -> bool {
    text.chars()
        .all(|sign| sign.is_whitespace() || ('\u{e000}'..='\u{f8ff}').contains(&sign))
}

/// The word that goes over a place in a text; `None` where a word may end there.
fn word_over(letters: &[char], place: usize) -> Option<String> {
    let is_letter = |at: usize| {
        letters
            .get(at)
            .is_some_and(|letter| letter.is_alphanumeric())
    };
    if place == 0 || !is_letter(place - 1) || !is_letter(place) {
        return None;
    }
    let start = (0..place)
        .rev()
        .take_while(|at| !letters[*at].is_whitespace());
    let start = start.last().unwrap_or(place);
    let word = letters[start..]
        .iter()
        .take_while(|letter| !letter.is_whitespace());
    Some(word.collect())
}

/// Where a point of a shape is; for lists of faults.
pub(in crate::window) fn place(at: Pos2) -> String {
    format!("({:.0}, {:.0})", at.x, at.y)
}
