//! The line of what an athlete said and nobody looked at yet.

use std::sync::Arc;

use egui::{Align2, FontId, Ui, pos2};

use crate::domain::Session;
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{Weight, font, icons};
use crate::ui::view::View;
use crate::ui::widgets::hint::hint;
use crate::ui::{feedback, format};

use super::columns::{PAD, RosterColumn};
use super::line::{LOW, Listing, elided, line_ui};
use super::row::RosterRow;

/// What an athlete said and nobody looked at yet.
pub(super) fn news_of(view: &View, row: &RosterRow) -> Vec<Arc<Session>> {
    let athlete = view.workspace.athlete(row.athlete);
    athlete.map_or_else(Vec::new, |athlete| view.news_of(athlete))
}

/// A line for what the athlete said and nobody looked at yet; clicked, it shows the first of it.
pub(super) fn feedback_ui(
    ui: &mut Ui,
    view: &View,
    (row, news): (&RosterRow, &[Arc<Session>]),
    listing: &mut Listing,
    actions: &mut Actions,
) {
    let Some(first) = news.first() else { return };
    let count = feedback::count_of(news, view.today);
    let name = format!("{}: {count}", row.name);
    let line = (("feedback", row.athlete), name.as_str());
    let (rect, response) = line_ui(ui, view.palette, listing, LOW, line);
    let columns = &listing.columns;
    let said = news.iter().filter_map(|session| {
        let said = feedback::lines(session.log.as_ref()?).join(", ");
        Some(format!("{} {said}", format::weekday(session.date)))
    });
    let said: Vec<String> = said.collect();
    if ui.is_rect_visible(rect) {
        let (painter, palette) = (ui.painter(), view.palette);
        let middle = rect.center().y;
        let left = columns.x(RosterColumn::Name) + 12.0;
        let icon = FontId::new(14.0, icons::FEEDBACK.font_family());
        painter.text(
            pos2(left, middle),
            Align2::CENTER_CENTER,
            icons::FEEDBACK.codepoint,
            icon,
            palette.accent,
        );
        let at = pos2(left + 14.0, middle);
        let room = columns.x(RosterColumn::ThisWeek) - at.x - 8.0;
        let bold = font(12.0, Weight::SemiBold);
        let width = |words: &str| {
            let galley = painter.layout_no_wrap(words.to_owned(), bold.clone(), palette.accent);
            galley.size().x
        };
        // Without room for since when, how many is said whole.
        let short = format!("{} new", news.len());
        let written = if width(&count) <= room {
            &count
        } else {
            &short
        };
        elided(painter, at, written, bold.clone(), palette.accent, room);
        let at = pos2(columns.x(RosterColumn::ThisWeek), middle);
        let room = rect.right() - PAD - at.x;
        let words = said.join(" · ").replace('\n', " ");
        let plain = font(12.0, Weight::Regular);
        elided(painter, at, &words, plain, palette.text, room);
    }
    let response = hint(response, said.join("\n"));
    if response.clicked() {
        actions.push(Action::ShowAthlete(row.athlete));
        actions.push(Action::ShowSession(first.id));
    }
}
