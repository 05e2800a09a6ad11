//! One finding: a line with its mark, its days, its title and its first fix, which opens to the reason, the sources and
//! all fixes.

use egui::{
    Align, Button, CornerRadius, Frame, Label, Layout, Margin, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::rules::{self, Finding, Fix};
use crate::ui::action::{Action, Actions};
use crate::ui::format;
use crate::ui::hint::Hint;
use crate::ui::shared::{PointedFinding, Shared};
use crate::ui::theme::{CONTROL_RADIUS, Palette, Weight, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::row_keys::RowKeys;
use crate::ui::widgets::{aside, marks};

use super::accepting::accepting_ui;
use super::finding_place::{
    ABOVE_TITLE, At, BESIDE_DAYS, DAYS_SIZE, EDGE, GAP, INDENT, LINE_GAP, MARGINS, OPENER, Place,
    Rows, TITLE_SIZE, WORDS, words,
};
use super::fixes::{fix_ui, fixes_ui};
use super::state::{Accepting, InspectorState, key_of};

/// Whether a finding shows only its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// Its line alone.
    Folded,
    /// Its line, its reason, its sources and all its fixes.
    Open,
}

/// Draws a finding.
pub(super) fn finding_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    state: &mut Shared,
    (finding, fixes): (&Finding, &[Fix]),
    (fold, keys): (Fold, &mut RowKeys),
    actions: &mut Actions,
) {
    let palette = view.palette;
    let color = palette.severity(finding.severity);
    let frame = Frame::new()
        .fill(palette.tint(color))
        .stroke(Stroke::new(EDGE, palette.mix(color, 0.35)))
        .corner_radius(CornerRadius::same(CONTROL_RADIUS))
        .inner_margin(Margin::symmetric(MARGINS[0], MARGINS[1]));
    let mut turned = false;
    let card = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = LINE_GAP;
        turned = line_ui(ui, view, state, (finding, fixes), fold, keys, actions);
        if fold == Fold::Open {
            under_title(ui, |ui| {
                open_ui(ui, view, own, state, (finding, fixes), actions);
            });
        }
    });
    if turned {
        actions.push(Action::EndHint(Hint::Finding));
        own.turn(key_of(finding), fold == Fold::Open);
        card.response.scroll_to_me(None);
    }
    point_at(ui, palette, state, finding, &card.response);
}

/// Draws the line, in two rows where one has no room; true when it was clicked.
fn line_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    (finding, fixes): (&Finding, &[Fix]),
    fold: Fold,
    keys: &mut RowKeys,
    actions: &mut Actions,
) -> bool {
    let days = format::finding_days(finding);
    let first = fixes.first().filter(|_| fold == Fold::Folded);
    let width = ui.available_width();
    let words = first.map(|fix| words(ui, view.palette, fix, width));
    let place = Place::of_finding(ui, view.palette, (finding, words.as_deref()), width);
    let words = words.unwrap_or_default();
    let (mut clicked, mut is_stop) = (false, false);
    if place.title == Rows::Several {
        (clicked, is_stop) = long_title_ui(ui, view.palette, finding, fold, keys);
    } else {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            marks::mark_ui(ui, view.palette, finding.severity);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let (opened, has_stop) = opener_ui(ui, finding, fold, keys);
                clicked |= opened;
                is_stop = has_stop;
                if let Some(fix) = first.filter(|_| place.fix == At::Title) {
                    fix_ui(ui, view, state, (fix, &words, is_stop), actions);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    clicked |= title_ui(ui, view.palette, finding).clicked();
                    if place.days == At::Title {
                        days_ui(ui, view.palette, &days);
                    }
                });
            });
        });
    }
    let fix_below = first.filter(|_| place.fix != At::Title);
    if place.days == At::Below {
        under_title(ui, |ui| {
            if place.fix != At::Beside {
                // Words alone take no more than their own height.
                ui.spacing_mut().interact_size.y = WORDS;
            }
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = BESIDE_DAYS;
                days_ui(ui, view.palette, &days);
                if let Some(fix) = fix_below.filter(|_| place.fix == At::Beside) {
                    fix_ui(ui, view, state, (fix, &words, is_stop), actions);
                }
            });
        });
    }
    if let Some(fix) = fix_below.filter(|_| place.fix == At::Below) {
        under_title(ui, |ui| {
            fix_ui(ui, view, state, (fix, &words, is_stop), actions);
        });
    }
    clicked
}

/// Draws below the title and in line with it, so that the marks stand alone at the left.
fn under_title<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let left = Margin {
        left: INDENT,
        ..Margin::ZERO
    };
    Frame::new().inner_margin(left).show(ui, add).inner
}

fn days_ui(ui: &mut Ui, palette: &Palette, days: &str) {
    ui.label(text(days, DAYS_SIZE, Weight::Regular).color(palette.text_soft));
}

/// The mark, a title that takes several lines, and the button that opens, the mark and the button beside the first line;
/// what was clicked is told as `opener_ui` tells it.
fn long_title_ui(
    ui: &mut Ui,
    palette: &Palette,
    finding: &Finding,
    fold: Fold,
    keys: &mut RowKeys,
) -> (bool, bool) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let down = Layout::top_down(Align::Min);
        let mark = vec2(f32::from(INDENT) - GAP, OPENER[1]);
        ui.allocate_ui_with_layout(mark, down, |ui| {
            ui.add_space(6.0);
            marks::mark_ui(ui, palette, finding.severity);
        });
        let words = vec2(ui.available_width() - OPENER[0] - GAP, OPENER[1]);
        let title = ui.allocate_ui_with_layout(words, down, |ui| {
            ui.set_width(words.x);
            ui.add_space(ABOVE_TITLE);
            title_ui(ui, palette, finding).clicked()
        });
        let (opened, is_stop) = opener_ui(ui, finding, fold, keys);
        (title.inner || opened, is_stop)
    })
    .inner
}

/// The title, in several lines where one is too short; its tooltip tells the reason.
fn title_ui(ui: &mut Ui, palette: &Palette, finding: &Finding) -> Response {
    let title = text(finding.title, TITLE_SIZE, Weight::SemiBold).color(palette.text);
    let title = Label::new(title)
        .wrap()
        // The keyboard opens it with the button beside it.
        .sense(Sense::CLICK);
    let response = ui.add(title);
    response.on_hover_ui(|ui| {
        ui.set_max_width(300.0);
        ui.label(text(finding.title, 12.0, Weight::SemiBold));
        aside::soft_ui(ui, palette, 12.0, &finding.message);
    })
}

/// The button that opens the finding, which is its row in the list; whether it was clicked, and whether Tab leads to it.
fn opener_ui(ui: &mut Ui, finding: &Finding, fold: Fold, keys: &mut RowKeys) -> (bool, bool) {
    let (icon, verb) = match fold {
        Fold::Folded => (icons::FOLDED, "Unfold"),
        Fold::Open => (icons::UNFOLDED, "Fold"),
    };
    let name = format!("{verb} “{}”", finding.title.to_lowercase());
    let id = ui.next_auto_id();
    let sense = keys.row(id, finding.title, false, Sense::click());
    let button = Button::new(icons::icon(icon, 15.0))
        .sense(sense)
        .frame(false)
        .min_size(OPENER.into());
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    (response.on_hover_text(name).clicked(), keys.is_stop(id))
}

/// The reason, the sources and all fixes.
fn open_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    state: &mut Shared,
    (finding, fixes): (&Finding, &[Fix]),
    actions: &mut Actions,
) {
    let palette = view.palette;
    aside::aside_ui(ui, palette.text, 12.0, &finding.message);
    ui.scope(|ui| {
        // Text lines may be lower than controls.
        ui.spacing_mut().interact_size.y = WORDS;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(5.0, 2.0);
            ui.label(text(sources(finding), 11.0, Weight::Regular).color(palette.text_soft));
            why_ui(ui, palette, finding, actions);
        });
    });
    ui.add_space(2.0);
    let is_accepting = own.accepting.as_ref().is_some_and(|it| it.is_of(finding));
    let accept = (!is_accepting).then_some("Accept…");
    if fixes_ui(ui, view, state, (fixes, accept), actions) {
        own.accepting = Some(Accepting {
            rule: finding.rule,
            sessions: finding.sessions.clone(),
            reason: String::new(),
            focused: false,
        });
    }
    accepting_ui(ui, view, own, finding, actions);
    ui.add_space(2.0);
}

/// Brings a finding that was asked for elsewhere into view and tells it from the others.
fn point_at(ui: &Ui, palette: &Palette, state: &mut Shared, finding: &Finding, card: &Response) {
    let is_meant = |pointed: &&mut PointedFinding| {
        pointed.rule == finding.rule && pointed.session == finding.sessions.first().copied()
    };
    let Some(pointed) = state.pointed.as_mut().filter(is_meant) else {
        return;
    };
    if std::mem::take(&mut pointed.scroll) {
        card.scroll_to_me(Some(Align::Center));
    }
    if pointed.selected == state.selected {
        let ring = Stroke::new(2.0, palette.severity(finding.severity));
        let corners = CornerRadius::same(CONTROL_RADIUS);
        ui.painter()
            .rect_stroke(card.rect, corners, ring, StrokeKind::Inside);
    }
}

/// Who says so and who disagrees, by name; the rule's page tells what each of them says.
fn sources(finding: &Finding) -> String {
    let Some(rule) = rules::rule(finding.rule) else {
        return String::new();
    };
    let says = rule.evidence.sayers();
    match rule.evidence.opponents() {
        against if against.is_empty() => format!("Says: {says}"),
        against => format!("Says: {says}\u{a0}· disagrees: {against}"),
    }
}

/// The way to the rule's page: its evidence and its settings.
fn why_ui(ui: &mut Ui, palette: &Palette, finding: &Finding, actions: &mut Actions) {
    let link = ui.link(text("Why?", 11.0, Weight::SemiBold).color(palette.accent));
    let name = format!("Why “{}”?", finding.title.to_lowercase());
    link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
    let hint = "When this rule applies, the evidence, and how to change it";
    if link.on_hover_text(hint).clicked() {
        actions.push(Action::ShowRule(finding.rule));
    }
}
