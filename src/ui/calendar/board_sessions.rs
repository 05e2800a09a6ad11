//! The sessions on a day of the board: a line each, and how many more there are.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::domain::{Session, SessionId, Units};
use crate::rules::Severity;
use crate::ui::action::Actions;
use crate::ui::card_facts::{CardFacts, letter};
use crate::ui::format;
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, font, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::marks;
use crate::ui::widgets::rows::rows_of;

use super::{card, card_fit, session, spoken};

/// The height of a day's number above them, in points.
const HEAD: f32 = 22.0;
/// The height of a line, in points.
const CHIP: f32 = 19.0;
/// What a second row of a title takes, in points.
const ROW: f32 = 13.0;
/// What a mark takes of a line, in points.
const MARK: f32 = 12.0;
/// A title of which less is seen says nothing, in points.
const LEAST_TITLE: f32 = 46.0;

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
            let room = title_room(cell.width() - 8.0, session, facts);
            let more = if spare >= ROW && wants_two(ui.painter(), &facts.title, room) {
                ROW
            } else {
                0.0
            };
            spare -= more;
            chip_ui(ui, view, state, session, facts, line(more), actions);
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

/// What the marks of a session leave its title in a line that is so wide, in points.
fn title_room(width: f32, session: &Session, facts: &CardFacts) -> f32 {
    let marks = usize::from(facts.worst.is_some())
        + usize::from(session.status.is_trained())
        + usize::from(!session.alternatives.is_empty());
    width - 16.0 - MARK * marks as f32
}

fn width_of(painter: &Painter, words: &str) -> f32 {
    card_fit::width_of(painter, words, font(11.0, Weight::Medium))
}

/// True for a title that would be cut in one row, and is read in two; where there is room for little, only one that is
/// read whole there.
fn wants_two(painter: &Painter, title: &str, room: f32) -> bool {
    let fits = |words: &str| width_of(painter, words) <= room;
    let is_whole = || {
        let font = font(11.0, Weight::Medium);
        let set = painter.layout(title.to_owned(), font, Color32::PLACEHOLDER, room);
        set.rows.len() <= 2
    };
    !fits(title) && title.split(' ').all(fits) && (room >= LEAST_TITLE || is_whole())
}

/// A session as a line, of two rows where its rectangle is higher than one: its kind by its bar and tint, its title, its
/// marks.
fn chip_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    session: &Arc<Session>,
    facts: &CardFacts,
    rect: Rect,
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
    let mut step = || {
        let here = pos2(right, rect.top() + (CHIP - 2.0) / 2.0);
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
    let mut format = TextFormat::simple(font(11.0, Weight::Medium), ink);
    if is_struck {
        format.strikethrough = Stroke::new(1.0, ink);
    }
    let room = title_room(rect.width(), session, facts);
    let is_two = rect.height() > CHIP;
    let words = if is_two {
        rows_of(&facts.title, " ", room, |row| width_of(painter, row))
    } else {
        words(painter, session, facts, view.units(), room)
    };
    let mut job = LayoutJob::single_section(words, format);
    job.wrap = TextWrapping::truncate_at_width(room.max(8.0));
    if is_two {
        job.wrap.max_rows = 2;
        job.wrap.break_anywhere = false;
    }
    let galley = painter.layout_job(job);
    let at = pos2(rect.left() + 7.0, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, ink);
    session::use_ui(ui, view, state, session, &response, actions);
    response.on_hover_text(name);
}

/// What is said of a session in so many points: its title, or where that would be cut to a few letters, its kind as a
/// letter and how far it goes or how long it takes.
fn words(
    painter: &Painter,
    session: &Session,
    facts: &CardFacts,
    units: Units,
    room: f32,
) -> String {
    let fits = |words: &String| width_of(painter, words) <= room;
    if room >= LEAST_TITLE || fits(&facts.title) {
        return facts.title.clone();
    }
    let letter = letter(session.kind(), facts.leg_load());
    if letter.is_empty() {
        return facts.title.clone();
    }
    let lengths = lengths(facts, units);
    let ways = lengths.map(|length| format!("{letter} {length}"));
    ways.into_iter()
        .find(fits)
        .unwrap_or_else(|| letter.to_owned())
}

/// How far a session goes, or else how long it takes: in full, and in fewer signs. A distance keeps its unit and loses its
/// decimals; minutes have their prime.
fn lengths(facts: &CardFacts, units: Units) -> [String; 2] {
    if let Some(far) = facts.distance.filter(|far| far.m() > 0.0) {
        let whole = format::distance(far, units);
        let rounded = whole.split_once(' ').and_then(|(figure, unit)| {
            let figure: f64 = figure.parse().ok()?;
            Some(format!("{} {unit}", format::number(figure, 0)))
        });
        let rounded = rounded.unwrap_or_else(|| whole.clone());
        return [whole, rounded];
    }
    let minutes = format!("{}′", facts.minutes.0);
    [format::minutes(facts.minutes), minutes]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::text;
    use crate::ui::card_facts::session_facts;

    #[test]
    fn a_narrow_day_says_how_far_or_how_long() {
        let library = Library::shipped().unwrap();
        let plan = "week: 2026-W48\nMon easy 7.8km\nTue strength upper 80min";
        let athlete = text::read(plan, &library).athlete();
        let all = athlete.sessions.all().iter();
        let said = all.map(|session| {
            let facts = session_facts(session, &athlete, &library);
            lengths(&facts, Units::default())
        });
        let said: Vec<_> = said.collect();
        assert_eq!(said[0], ["7.8 km", "8 km"]);
        assert_eq!(said[1], ["1 h 20 min", "80′"]);
    }

    #[test]
    fn a_title_takes_a_second_row_where_one_would_cut_it() {
        let ctx = egui::Context::default();
        crate::ui::theme::install(&ctx);
        let _ = ctx.run_ui(egui::RawInput::default(), |ui| {
            let two = |title, room| wants_two(ui.painter(), title, room);
            assert!(two("Lower body strength", 76.0));
            assert!(!two("Lower body strength", 180.0), "one is enough");
            assert!(!two("Krafttrainingsprogramm", 76.0), "a word is not broken");
            assert!(!two("Lower body strength", 40.0), "its length is said");
            assert!(two("Long run", 39.0), "beside a mark");
        });
    }
}
