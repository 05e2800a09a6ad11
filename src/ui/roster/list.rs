//! The list: a line for each athlete, and below it a line for each finding.

use chrono::NaiveDate;
use egui::{Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::rules::Finding;
use crate::ui::action::{Action, Actions, FindingPlace};
use crate::ui::theme::{Weight, icons};
use crate::ui::view::View;
use crate::ui::widgets::empty::empty_ui;
use crate::ui::widgets::hint::hint;
use crate::ui::widgets::row_keys::RowKeys;

use super::columns::{Columns, PAD, header_ui};
use super::line::{Ends, LOW, Listing, line_ui};
use super::row::RosterRow;
use super::state::RosterState;
use super::{athlete_line, feedback_line, finding_line, groups};

const ATHLETE: f32 = 44.0;
/// The height in the middle of which it is said that nobody matches, in points.
const NOBODY: f32 = 280.0;
/// What the scroll bar takes of the margin beside the lines, in points.
const BAR: f32 = 12.0;

/// Draws the list into what is left of the window.
pub(super) fn list_ui(ui: &mut Ui, view: &View, state: &mut RosterState, actions: &mut Actions) {
    let palette = view.palette;
    if state.rows.is_empty() {
        let words = if state.checking > 0 {
            "Checking everybody’s weeks…"
        } else if state.archived {
            "Nobody is archived any more."
        } else {
            "No athletes yet. Add the first with “New athlete…” above."
        };
        ui.label(crate::ui::theme::text(words, 13.0, Weight::Regular).color(palette.text_soft));
        return;
    }
    let columns = Columns::new(ui.max_rect().left(), ui.available_width());
    ui.spacing_mut().item_spacing.y = 0.0;
    let rows = state.listed();
    // What stands below the head by itself leaves it a card of its own.
    let is_alone = rows.is_empty() || state.grouped;
    header_ui(ui, view, &columns, state, is_alone);
    if rows.is_empty() {
        let size = vec2(ui.available_width(), ui.available_height().min(NOBODY));
        let words = "Clear the search, or choose other filters above.";
        empty_ui(
            ui,
            palette,
            size,
            icons::SEARCH,
            "No athlete matches",
            words,
        );
        return;
    }
    let keys = RowKeys::begin(ui, Id::unique("roster"));
    // Do not move the focus if it is already on a row.
    let is_led = keys.focused(ui).is_some();
    let mut listing = Listing {
        columns,
        only: state.only,
        keys,
        take_focus: std::mem::take(&mut state.take_focus) && !is_led,
        ends: Ends::default(),
    };
    // The bar stands in the margin: on the lines it would lie over the edges of their boxes.
    let (room, width) = (ui.available_rect_before_wrap(), ui.available_width());
    let beside = UiBuilder::new().max_rect(room.with_max_x(room.right() + BAR));
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(&mut ui.new_child(beside), |ui| {
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (tag, rows) in groups::groups(rows, state.grouped) {
                if !tag.is_empty() {
                    ui.add_space(10.0);
                    ui.label(groups::heading(palette, &tag, rows.len()));
                    ui.add_space(4.0);
                }
                // An athlete with two tags is listed under both, so the id needs the tag.
                ui.push_id(&tag, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let last = rows.len().saturating_sub(1);
                    for (place, row) in rows.iter().enumerate() {
                        let ends = Ends {
                            top: place == 0 && !tag.is_empty(),
                            bottom: place == last,
                        };
                        athlete_ui(ui, view, row, (&mut listing, ends), actions);
                    }
                });
            }
        });
    // Before the first check there is no row to focus.
    let is_awaited = state.checking > 0 || state.rows.is_empty();
    state.take_focus = listing.take_focus && is_awaited;
    listing.keys.end(ui);
}

fn athlete_ui(
    ui: &mut Ui,
    view: &View,
    row: &RosterRow,
    (listing, ends): (&mut Listing, Ends),
    actions: &mut Actions,
) {
    let only = listing.only;
    let findings: Vec<(NaiveDate, &Finding)> = row
        .findings()
        .into_iter()
        .filter(|(_, finding)| only.is_none_or(|only| finding.severity == only))
        .collect();
    let name = athlete_line::name(row);
    let line = (("athlete", row.athlete), name.as_str());
    let news = match only {
        None => feedback_line::news_of(view, row),
        Some(_) => Vec::new(),
    };
    let says = !news.is_empty();
    listing.ends = Ends {
        bottom: ends.bottom && !says && findings.is_empty(),
        ..ends
    };
    let (rect, response) = line_ui(ui, view.palette, listing, ATHLETE, line);
    // Of hundreds of lines a few are in sight: only they are painted, and have words to point at.
    let is_seen = ui.is_rect_visible(rect);
    let is_stop = listing.keys.is_stop(response.id);
    if is_seen {
        athlete_line::paint(ui.painter(), view.palette, row, &listing.columns, rect);
    }
    let more = Rect::from_center_size(
        pos2(rect.right() - PAD - 8.0, rect.center().y),
        vec2(24.0, 24.0),
    );
    groups::menu_ui(ui, view, row, (&response, is_stop), more, actions);
    let response = if is_seen && !row.race.is_empty() {
        hint(response, format!("{}\n{}", row.name, row.race_words()))
    } else {
        response
    };
    if response.clicked() {
        actions.push(Action::ShowAthlete(row.athlete));
        if let Some(week) = row.weeks.first() {
            actions.push(Action::ShowWeek(week.first));
        }
    }
    let is_end = |is_last| Ends {
        top: false,
        bottom: ends.bottom && is_last,
    };
    if says {
        listing.ends = is_end(findings.is_empty());
        feedback_line::feedback_ui(ui, view, (row, &news), listing, actions);
    }
    let count = findings.len();
    for (index, (week, finding)) in findings.into_iter().enumerate() {
        listing.ends = is_end(index + 1 == count);
        let name = finding_line::name(row, week, finding);
        let line = (("finding", row.athlete, index), name.as_str());
        let (rect, response) = line_ui(ui, view.palette, listing, LOW, line);
        if std::mem::take(&mut listing.take_focus) {
            response.request_focus();
        }
        let response = if ui.is_rect_visible(rect) {
            let columns = &listing.columns;
            finding_line::paint(ui.painter(), view.palette, week, finding, columns, rect);
            hint(response, &finding.message)
        } else {
            response
        };
        if response.clicked() {
            actions.push(Action::ShowFinding(FindingPlace {
                athlete: row.athlete,
                week,
                rule: finding.rule,
                session: finding.sessions.first().copied(),
                selects: !finding.is_about_a_week(),
            }));
        }
    }
}
