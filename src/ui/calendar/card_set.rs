//! How the text of a session card is set in a width, around its marks.

use std::sync::Arc;

use egui::{Galley, Painter, Pos2, Ui, Vec2, pos2, vec2};

use crate::domain::{KeyMark, Session};
use crate::ui::card_facts::CardFacts;
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, font};
use crate::ui::widgets::marks;

use super::card_rows::{LINE_GAP, MARK, Marks, Rows};
use super::card_text::{Content, DOT, Detail};
use super::card_words::Words;

/// Between the edge of a card and its text, in points.
pub(super) const PAD_LEFT: f32 = 12.0;
pub(super) const PAD: f32 = 7.0;
/// The size of a mark, in points.
const MARK_SIZE: f32 = 11.0;
/// Below this width of a card its text gets room at the cost of its margins.
pub(super) const NARROW: f32 = 90.0;
/// The most rows of a title, of a line that is shown whole, and of a note beside what leaves it little room.
const TITLE_ROWS: usize = 3;
const MOST_ROWS: usize = 8;
const NOTE_ROWS: usize = 3;
const NARROW_NOTE_ROWS: usize = 5;

/// The text of a card as it is set.
pub(super) struct Body {
    /// Something is cut: the tooltip tells it whole.
    pub(super) cut: bool,
    pub(super) title: Arc<Galley>,
    pub(super) lines: Vec<Arc<Galley>>,
    /// Where the text stands, from the card's corner.
    pub(super) text: Pos2,
    /// The middle of the rightmost mark, from the card's upper right corner.
    pub(super) marks: Pos2,
    /// From one mark to the next.
    pub(super) step: Vec2,
    pub(super) height: f32,
}

/// How many marks stand on a card.
pub(super) fn mark_count(session: &Session, facts: &CardFacts) -> usize {
    usize::from(session.status.is_trained())
        + usize::from(facts.worst.is_some())
        + usize::from(session.plan.key == KeyMark::Key)
        + usize::from(session.locked)
        + usize::from(facts.record)
        + usize::from(facts.news)
        + usize::from(!session.alternatives.is_empty())
}

/// Between the edges of a card and its text, left and right, in points.
fn margins(width: f32) -> (f32, f32) {
    if width < NARROW {
        (7.0, 4.0)
    } else {
        (PAD_LEFT, PAD)
    }
}

/// The width of the text of a card that is so wide.
pub(super) fn text_width(width: f32) -> f32 {
    let (left, right) = margins(width);
    width - left - right
}

/// Sets the text of a card for a width.
pub(super) fn layout(
    ui: &Ui,
    palette: &Palette,
    session: &Session,
    facts: &CardFacts,
    content: &Content,
    width: f32,
) -> Body {
    let setting = Setting {
        painter: ui.painter(),
        palette,
        session,
        facts,
        content,
        width,
        words: Words::of(
            ui.painter(),
            facts,
            content,
            text_width(width),
            width < NARROW,
        ),
    };
    // Marks are always in the upper right corner: beside the title or one below the other if nothing has to be broken or
    // cut for them, else the title begins below them.
    if mark_count(session, facts) == 0 {
        return setting.body(Marks::Above).body;
    }
    let mut elided = Vec::new();
    for marks in [Marks::Beside, Marks::Stacked] {
        let set = setting.body(marks);
        if set.fits && !set.body.title.elided {
            return set.body;
        }
        elided.extend(set.fits.then_some(set.body));
    }
    let above = setting.body(Marks::Above).body;
    match elided.into_iter().next() {
        Some(beside) if above.title.elided => beside,
        _ => above,
    }
}

/// A card to be set.
struct Setting<'a> {
    painter: &'a Painter,
    palette: &'a Palette,
    session: &'a Session,
    facts: &'a CardFacts,
    content: &'a Content,
    width: f32,
    words: Words,
}

/// A card as it is set, and whether its rows leave the marks their room.
struct Set {
    body: Body,
    fits: bool,
}

impl Setting<'_> {
    fn body(&self, marks: Marks) -> Set {
        let (left, pad) = margins(self.width);
        let is_narrow = self.width < NARROW;
        let text_width = text_width(self.width);
        let count = mark_count(self.session, self.facts);
        let mut rows = Rows::new(self.painter, text_width, marks, count);
        let struck = marks::is_struck(&self.session.status);
        let color = if struck {
            self.palette.text_soft
        } else {
            self.palette.text
        };
        let title_font = font(self.content.title, Weight::SemiBold);
        let title = &self.words.title;
        let title = rows.set(title, " ", title_font, color, TITLE_ROWS, struck);
        let mut lines = Vec::new();
        if let Some(clock) = clock_line(self.session) {
            let font = font(11.0, Weight::Medium);
            lines.push(rows.set(&clock, DOT, font, self.palette.text_faint, 1, false));
        }
        let note =
            (!self.session.plan.note.is_empty()).then(|| self.words.lines.len().saturating_sub(1));
        for (index, content) in self.words.lines.iter().enumerate() {
            let color = if index == 0 {
                self.palette.text_soft
            } else {
                self.palette.text_faint
            };
            let most = match self.content.detail {
                // A long note leaves the room to the exercises.
                Detail::Brief | Detail::Part(_) if note == Some(index) => {
                    if is_narrow {
                        NARROW_NOTE_ROWS
                    } else {
                        NOTE_ROWS
                    }
                }
                _ => MOST_ROWS,
            };
            let font = font(self.words.size, Weight::Regular);
            lines.push(rows.set(content, DOT, font, color, most, false));
        }
        let cut = self.words.is_short || title.elided || lines.iter().any(|line| line.elided);
        let text_height: f32 = lines.iter().map(|line| line.size().y + LINE_GAP).sum();
        let height = PAD * 2.0 + title.size().y + text_height;
        let above = if marks == Marks::Above && count > 0 {
            MARK
        } else {
            0.0
        };
        let height = match marks {
            Marks::Stacked => height.max(PAD * 2.0 + MARK * count as f32),
            Marks::Beside | Marks::Above => height,
        };
        // More marks than have room side by side stand closer.
        let across = ((text_width - MARK_SIZE) / count.saturating_sub(1).max(1) as f32).min(MARK);
        let step = match marks {
            Marks::Stacked => vec2(0.0, MARK),
            Marks::Beside | Marks::Above => vec2(-across, 0.0),
        };
        let fits = rows.fits;
        Set {
            body: Body {
                cut,
                title,
                lines,
                text: pos2(left, PAD + above),
                marks: pos2(-pad - 5.0, PAD + 8.0),
                step,
                height: height + above,
            },
            fits,
        }
    }
}

fn clock_line(session: &Session) -> Option<String> {
    match session.plan.start {
        crate::domain::Start::Clock(time) => Some(format::time(time)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use egui::Rect;

    use super::*;
    use crate::domain::{Profile, SessionId, Stamp, Status};
    use crate::library::Library;
    use crate::rules::Severity;
    use crate::text;
    use crate::ui::card_facts::plan_facts;

    #[test]
    fn marks_stand_in_one_place_however_wide_a_card_is() {
        let library = Library::shipped().unwrap();
        let plan = text::read("Tue intervals 6x800m", &library)
            .sessions
            .remove(0);
        let (id, stamp) = (SessionId::from_bits(1), Stamp::default());
        let mut session = Session::planned(id, plan.date, plan.plan, stamp);
        session.status = Status::Done;
        let mut facts = plan_facts(&session.plan, &Profile::named("Anna"), &library);
        (facts.news, facts.record) = (true, true);
        facts.worst = Some(Severity::Caution);
        let content = Content {
            detail: Detail::Brief,
            title: 12.5,
            lines: vec!["6 × 800 m".to_owned()],
        };
        let ctx = egui::Context::default();
        crate::ui::theme::install(&ctx);
        let mut places = Vec::new();
        let mut titles = Vec::new();
        let _ = ctx.run_ui(egui::RawInput::default(), |ui| {
            for width in 55_u16..200 {
                let width = f32::from(width);
                let palette = &Palette::LIGHT;
                let body = layout(ui, palette, &session, &facts, &content, width);
                places.push(body.marks.y);
                titles.push(body.text.y);
                assert!(body.height >= body.text.y + body.title.size().y);
                let last = body.marks + body.step * 3.0;
                let inside = Rect::from_min_max(pos2(4.0 - width, 0.0), pos2(0.0, body.height));
                assert!(inside.contains_rect(Rect::from_center_size(last, Vec2::splat(11.0))));
            }
        });
        places.dedup();
        assert_eq!(places.len(), 1, "{places:?}");
        titles.dedup();
        assert!(titles.len() > 1, "in a narrow card the title is below them");
    }
}
