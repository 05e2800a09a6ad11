//! The text of a session card: its lines, and how they are set in a width.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Pos2, Stroke, Ui, pos2};

use crate::domain::{KeyMark, Session};
use crate::ui::card_facts::CardFacts;
use crate::ui::card_lines::exercise_lines;
use crate::ui::format;
use crate::ui::session_lines::session_lines;
use crate::ui::theme::{Palette, Weight, font};
use crate::ui::view::View;
use crate::ui::widgets::marks;
use crate::ui::widgets::rows::rows_of;
use crate::ui::widgets::together::keep_together;

/// Between the edge of a card and its text, in points.
pub(super) const PAD_LEFT: f32 = 12.0;
pub(super) const PAD: f32 = 7.0;
/// Between two lines, of which each may have several rows, in points.
pub(super) const LINE_GAP: f32 = 3.0;
/// What a mark takes of the width, in points.
pub(super) const MARK: f32 = 15.0;
/// Below this width of a card its text gets room at the cost of its margins.
pub(super) const NARROW: f32 = 90.0;
/// About the width of a blank, in points.
const BLANK: f32 = 4.0;
/// What stands between the parts of a line.
const DOT: &str = " · ";
/// The most rows of a line that is shown whole.
const MOST_ROWS: usize = 8;

/// How much of what a session asks its card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// What it comes to, in lines of a few rows.
    Brief,
    /// The first of its exercises as well, and how many more there are.
    Part(usize),
    /// Its exercises, its steps and its note as well.
    Full,
}

/// What stands below the title of a card.
#[derive(Debug, Clone)]
pub(super) struct Content {
    /// How much it is.
    pub(super) detail: Detail,
    /// The lines, the first in plain text, the others fainter.
    pub(super) lines: Vec<String>,
}

impl Content {
    /// The lines of a session.
    pub(super) fn of(view: &View, session: &Session, facts: &CardFacts, detail: Detail) -> Self {
        let mut lines = session_lines(session, facts, view.units());
        let mut exercises = match detail {
            Detail::Brief => Vec::new(),
            Detail::Part(_) | Detail::Full => exercise_lines(view, session),
        };
        if let Detail::Part(count) = detail {
            let rest = exercises.len().saturating_sub(count);
            exercises.truncate(count);
            exercises.push(format!("and {rest} more"));
        }
        // In front of the note, which ends the lines.
        let note = usize::from(!session.plan.note.is_empty());
        let at = lines.len().saturating_sub(note);
        lines.splice(at..at, exercises);
        Self { detail, lines }
    }
}

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
    pub(super) height: f32,
}

/// How many marks stand on a card.
fn mark_count(session: &Session, facts: &CardFacts) -> usize {
    usize::from(session.status.is_trained())
        + usize::from(facts.worst.is_some())
        + usize::from(session.plan.key == KeyMark::Key)
        + usize::from(session.locked)
        + usize::from(facts.record)
        + usize::from(facts.news)
        + usize::from(!session.alternatives.is_empty())
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
    let (left, pad, rows) = if width < NARROW {
        (7.0, 3.0, 5)
    } else {
        (PAD_LEFT, PAD, 3)
    };
    let rows = match content.detail {
        // A long note leaves the room to the exercises.
        Detail::Brief | Detail::Part(_) => rows,
        Detail::Full => MOST_ROWS,
    };
    let text_width = width - left - pad;
    let struck = marks::is_struck(&session.status);
    let color = if struck {
        palette.text_soft
    } else {
        palette.text
    };
    let marks_width = mark_count(session, facts) as f32 * MARK;
    let size = title_size(ui, &facts.title, text_width);
    let set_title = |width| {
        let weight = Weight::SemiBold;
        galley(ui, &facts.title, size, weight, color, width, 3, struck)
    };
    // Marks are always in the upper right corner: beside the title if nothing has to be broken or cut for them, else the
    // title begins below them.
    let has_room =
        longest_word(ui, &facts.title, size, Weight::SemiBold) <= text_width - marks_width;
    let title_beside = has_room.then(|| set_title(text_width - marks_width));
    let whole = set_title(text_width);
    let beside = title_beside.filter(|title| !title.elided || whole.elided);
    let (title, beside) = match beside {
        Some(title) => (title, true),
        None => (whole, false),
    };
    let line = |content: &str, size, weight, color, rows| {
        galley(ui, content, size, weight, color, text_width, rows, false)
    };
    let mut lines = Vec::new();
    if let Some(clock) = clock_line(session) {
        lines.push(line(&clock, 11.0, Weight::Medium, palette.text_faint, 1));
    }
    let sizes = [11.5, 11.0, 10.5, 10.0];
    let kept_lines: Vec<String> = content
        .lines
        .iter()
        .map(|content| {
            // Where even a figure with its unit is too wide, a break between them is better than one within.
            let kept = |part: &str| {
                let fits =
                    |text: &String| longest_word(ui, text, 10.0, Weight::Regular) <= text_width;
                ways_to_keep(part)
                    .into_iter()
                    .find(fits)
                    .unwrap_or_else(|| part.to_owned())
            };
            content.split(DOT).map(kept).collect::<Vec<_>>().join(DOT)
        })
        .collect();
    // All of a card in one size: the largest in which no word is broken that need not be.
    let size_of = |content: &String| {
        let fits = |size: &f32| longest_word(ui, content, *size, Weight::Regular) <= text_width;
        sizes.into_iter().find(fits).unwrap_or(11.5)
    };
    let size = kept_lines.iter().map(size_of).fold(11.5, f32::min);
    for (index, content) in kept_lines.iter().enumerate() {
        let color = if index == 0 {
            palette.text_soft
        } else {
            palette.text_faint
        };
        let content = rows_of(content, DOT, text_width, |row| {
            width_of(ui, row, font(size, Weight::Regular))
        });
        lines.push(line(&content, size, Weight::Regular, color, rows));
    }
    let cut = title.elided || lines.iter().any(|line| line.elided);
    let text_height: f32 = lines.iter().map(|line| line.size().y + LINE_GAP).sum();
    let height = PAD * 2.0 + title.size().y + text_height;
    let above = if beside { 0.0 } else { MARK };
    Body {
        cut,
        title,
        lines,
        text: pos2(left, PAD + above),
        marks: pos2(-pad - 5.0, PAD + 8.0),
        height: height + above,
    }
}

/// The size of a title: smaller where its longest word would have to be broken.
fn title_size(ui: &Ui, title: &str, width: f32) -> f32 {
    let sizes = [12.5, 12.0, 11.5, 11.0, 10.5, 10.0];
    let fits = |size: &f32| longest_word(ui, title, *size, Weight::SemiBold) <= width;
    sizes.into_iter().find(fits).unwrap_or(10.0)
}

/// How wide the longest word of `text` is.
fn longest_word(ui: &Ui, text: &str, size: f32, weight: Weight) -> f32 {
    let width = |word: &str| width_of(ui, word, font(size, weight));
    // Count the blank after a word too, or the next line would begin with it.
    text.split([' ', '-']).map(width).fold(0.0, f32::max) + BLANK
}

/// How wide `text` is on one row.
fn width_of(ui: &Ui, text: &str, font: FontId) -> f32 {
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, Color32::TRANSPARENT);
    galley.size().x
}

/// `text` with what belongs together on one line, the ways that take least width last: "@ 4:05 /km", then the pace alone,
/// which begins a row there; "6 × 800 m", then "6 ×" and "800 m", so that a figure is parted from its unit in no column
/// that holds the two.
fn ways_to_keep(text: &str) -> [String; 3] {
    let kept = keep_together(text);
    let without_signs = kept.replace("@\u{a0}", "");
    let units_only = without_signs.replace("×\u{a0}", "× ");
    [kept, without_signs, units_only]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Profile, SessionId, Stamp, Status};
    use crate::library::Library;
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
        facts.news = true;
        let content = Content {
            detail: Detail::Brief,
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
            }
        });
        places.dedup();
        assert_eq!(places.len(), 1, "{places:?}");
        titles.dedup();
        assert!(titles.len() > 1, "in a narrow card the title is below them");
    }

    #[test]
    fn a_narrow_card_parts_a_figure_from_its_sign_before_its_unit() {
        let narrowest = ways_to_keep("6 × 800 m @ 4:05 /km").map(|way| way.replace('\u{a0}', "_"));
        assert_eq!(narrowest[1], "6_×_800_m 4:05_/km");
        assert_eq!(narrowest[2], "6_× 800_m 4:05_/km");
    }
}
