//! What the check found in the shown week: a line for each finding, of which one at a time is open.

use std::cmp::Reverse;

use egui::{Align, Button, Layout, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::domain::SessionId;
use crate::rules::{Finding, Fix};
use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::format::plural;
use crate::ui::hint::Hint;
use crate::ui::hints::hint_ui;
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::row_keys::RowKeys;
use crate::ui::widgets::{aside, buttons, marks};

use super::accepting::accepted_ui;
use super::finding::{Fold, finding_ui};
use super::finding_place::Place;
use super::state::{InspectorState, key_of};

/// In a panel that is lower than this, in points, the selected session has all of it until the week's findings are asked
/// for.
const LOW: f32 = 480.0;

/// The share of the panel that a session's own findings take at its head, so that the session itself is in sight.
const HEAD: f32 = 0.22;
/// Between two findings, in points.
const GAP: f32 = 4.0;
/// What stands below the first finding at the foot, where the list fades out, in points.
const BELOW_FIRST: f32 = 8.0;
/// So many of a session's findings stand at its head however low the panel is.
const FEWEST_AT_HEAD: usize = 2;

/// The findings that are not accepted, with their fixes, the worst first.
fn open_findings<'a>(view: &View<'a>) -> impl Iterator<Item = (&'a Finding, &'a [Fix])> {
    let all = view.derived.findings.iter().zip(&view.derived.fixes);
    let mut open: Vec<_> = all
        .filter(|(finding, _)| finding.accepted.is_none())
        .map(|(finding, fixes)| (finding, fixes.as_slice()))
        .collect();
    open.sort_by_key(|(finding, _)| Reverse(finding.severity));
    open.into_iter()
}

/// Draws the week's findings in the whole panel: nothing is selected.
pub(super) fn week_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    state: &mut Shared,
    actions: &mut Actions,
) {
    heading_ui(ui, view, None);
    better_ui(ui, view, actions);
    ui.add_space(4.0);
    let all: Vec<_> = open_findings(view).collect();
    if all.is_empty() {
        let planned = view.derived.facts.is_empty();
        let word = if planned {
            "Nothing is planned this week. Drag sessions from the library, or lay out a template week."
        } else {
            "Runs and strength sessions leave each other room."
        };
        aside::soft_ui(ui, view.palette, 12.0, word);
    }
    // The first finding is open, as there is room.
    let usual = all.first().map(|(finding, _)| key_of(finding));
    list_ui(ui, view, own, state, &all, usual, actions);
    if !all.is_empty() {
        // Below the findings, so that none moves when the hint is hidden.
        hint_ui(ui, view.palette, &state.hints, Hint::Finding, actions);
    }
    accepted_ui(ui, view, actions);
}

/// Draws the week's findings at the foot of the panel, below the selected session, whose own stand at its head. Gives the
/// height of all of it, in points, also of what scrolls, and of what is best seen whole.
pub(super) fn foot_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    state: &mut Shared,
    height: f32,
    selected: SessionId,
    actions: &mut Actions,
) -> [f32; 2] {
    let top = ui.cursor().top();
    let mut is_folded = own.foot_folded.unwrap_or(height < LOW);
    if heading_ui(ui, view, Some(is_folded)) {
        is_folded = !is_folded;
        own.foot_folded = Some(is_folded);
    }
    if is_folded && state.pointed.is_none_or(|pointed| !pointed.scroll) {
        return [ui.cursor().top() - top; 2];
    }
    if is_folded {
        own.foot_folded = Some(false);
    }
    let heading = ui.cursor().top() - top;
    let mut first = f32::INFINITY;
    let list = ScrollArea::vertical()
        .id_salt("week findings")
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let others: Vec<_> = open_findings(view)
                .filter(|(finding, _)| !finding.sessions.contains(&selected))
                .collect();
            if let Some((finding, fixes)) = others.first() {
                let of = (*finding, fixes.first());
                first = Place::height(ui, view.palette, of, ui.available_width()) + BELOW_FIRST;
            }
            list_ui(ui, view, own, state, &others, None, actions);
            if others.is_empty() && view.derived.counts() != [0; 3] {
                let word = "Nothing else was found this week.";
                ui.label(text(word, 12.0, Weight::Regular).color(view.palette.text_soft));
            }
            better_ui(ui, view, actions);
            accepted_ui(ui, view, actions);
        });
    let all = list.content_size.y.ceil();
    [all, first.ceil().min(all)].map(|list| heading + list + 2.0)
}

/// Draws what was found about a session, at its head.
pub(super) fn of_session_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    state: &mut Shared,
    session: SessionId,
    actions: &mut Actions,
) {
    let about: Vec<_> = open_findings(view)
        .filter(|(finding, _)| finding.sessions.contains(&session))
        .collect();
    let width = ui.available_width();
    let height = |(finding, fixes): &(&Finding, &[Fix])| {
        Place::height(ui, view.palette, (finding, fixes.first()), width) + GAP
    };
    let heights: Vec<f32> = about.iter().map(height).collect();
    let most = at_head(ui.clip_rect().height(), &heights);
    let (first, more) = about.split_at(most);
    // A finding that was requested elsewhere is shown, wherever it is in the list.
    let is_meant = |(finding, _): &(&Finding, &[Fix])| {
        let key = key_of(finding);
        let pointed = state.pointed;
        pointed.is_some_and(|it| (it.rule, it.session) == key && it.scroll)
    };
    if more.iter().any(is_meant) {
        own.unfolded = Some(session);
    }
    let is_unfolded = own.unfolded == Some(session);
    ui.push_id("of the session", |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        let shown = if is_unfolded { &about } else { first };
        list_ui(ui, view, own, state, shown, None, actions);
        if !more.is_empty() && more_ui(ui, more.len(), is_unfolded) {
            own.unfolded = (!is_unfolded).then_some(session);
        }
    });
}

/// How many of a session's findings, which are so high, stand at its head in a panel of a height. One is never left out
/// alone: the word that there is one takes as much room.
fn at_head(height: f32, findings: &[f32]) -> usize {
    let mut left = height * HEAD;
    let fitting = findings.iter().take_while(|finding| {
        left -= **finding;
        left >= 0.0
    });
    let room = fitting.count().max(FEWEST_AT_HEAD);
    let count = findings.len();
    if count <= room + 1 { count } else { room }
}

/// The line that shows the findings that are left out, or leaves them out again; true when it was clicked.
fn more_ui(ui: &mut Ui, count: usize, is_unfolded: bool) -> bool {
    let words = if is_unfolded {
        "Fewer findings".to_owned()
    } else {
        plural(count, "more finding", "more findings")
    };
    buttons::small_ui(ui, &words).clicked()
}

/// The findings, the open one unfolded; `usual` is open until somebody says otherwise.
fn list_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    state: &mut Shared,
    findings: &[(&Finding, &[Fix])],
    usual: Option<super::state::FindingKey>,
    actions: &mut Actions,
) {
    let mut keys = RowKeys::begin(ui, ui.scope_id().with("findings"));
    for (index, (finding, fixes)) in findings.iter().enumerate() {
        let key = key_of(finding);
        let is_meant = state
            .pointed
            .is_some_and(|pointed| (pointed.rule, pointed.session) == key && pointed.scroll);
        if is_meant {
            own.turn(key, false);
        }
        let fold = if own.is_open(key, usual) {
            Fold::Open
        } else {
            Fold::Folded
        };
        ui.push_id(index, |ui| {
            finding_ui(
                ui,
                view,
                own,
                state,
                (finding, fixes),
                (fold, &mut keys),
                actions,
            );
        });
    }
    keys.end(ui);
}

/// "This week" with its counts; true when it was clicked where it folds what stands below it.
fn heading_ui(ui: &mut Ui, view: &View, folded: Option<bool>) -> bool {
    let mut clicked = false;
    ui.horizontal(|ui| {
        ui.label(text("This week", 13.0, Weight::SemiBold));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(folded) = folded {
                let (icon, name) = if folded {
                    (icons::FOLDED, "Show the week’s findings")
                } else {
                    (icons::UNFOLDED, "Hide the week’s findings")
                };
                let button = Button::new(icons::icon(icon, 15.0))
                    .frame(false)
                    .min_size(vec2(24.0, 24.0));
                let response = ui.add(button);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
                clicked = response.on_hover_text(name).clicked();
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(4.0);
                marks::counts_ui(ui, view.palette, view.derived.counts());
            });
        });
    });
    clicked
}

fn better_ui(ui: &mut Ui, view: &View, actions: &mut Actions) {
    if view.derived.facts.is_empty() {
        // Nothing is planned that could stand better.
        return;
    }
    ui.horizontal(|ui| {
        // If this week is clear, offer to look at those after it.
        let better = if view.derived.counts() == [0; 3] {
            buttons::small_ui(ui, "Better week…")
        } else {
            buttons::soft_ui(ui, view.palette, "Better week…")
        };
        if better
            .on_hover_text(Command::BetterWeek.tooltip())
            .clicked()
        {
            actions.command(Command::BetterWeek);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::at_head;

    #[test]
    fn a_low_panel_keeps_room_for_the_session_and_leaves_out_more_than_one() {
        let two_lines = [63.0; 6];
        assert_eq!(at_head(600.0, &two_lines), 2);
        assert_eq!(at_head(600.0, &two_lines[..3]), 3);
        assert_eq!(at_head(860.0, &two_lines), 3);
        assert_eq!(at_head(1800.0, &two_lines), 6);
        assert_eq!(at_head(100.0, &[]), 0);
        assert_eq!(at_head(860.0, &[36.0; 7]), 5, "findings of one line");
    }
}
