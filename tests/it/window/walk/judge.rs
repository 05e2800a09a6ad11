//! Judges a frame by what is drawn on it: words over words, words that are cut, words that are broken, and controls that
//! nobody can reach.

use egui::{Rect, Role};
use egui_kittest::kittest::{NodeT, Queryable};

use super::written::{Line, Written, is_icon, place};
use crate::window::support::Window;

/// How far two lines may reach into each other: signs such as "g" and "Á" of lines set closely do.
const TOUCH: f32 = 1.6;
/// How far a line may be cut at its side: the side of a letter is softened.
const CUT: f32 = 1.5;
/// A longer word without a space, such as the path of a file, has to be broken somewhere.
const LONG: usize = 22;

/// Everything that is wrong with the last frame of a window.
pub(in crate::window) fn faults(window: &Window) -> Vec<String> {
    let screen = window.harness.ctx.content_rect();
    let written = Written::of(&window.harness.output().shapes, screen);
    let scrolling = [fields(window), lying_bars(window)].concat();
    let mut faults = Vec::new();
    overlaps(&written, &mut faults);
    for line in &written.lines {
        cut(line, &scrolling, &mut faults);
        if let Some(word) = &line.broken_word
            && word.chars().count() <= LONG
        {
            faults.push(format!(
                "broken within a word: {word:?} at {}",
                place(line.ink.min)
            ));
        }
    }
    beyond(window, screen, &mut faults);
    feet(window, &mut faults);
    letters(window, &mut faults);
    faults.dedup();
    faults
}

fn overlaps(written: &Written, faults: &mut Vec<String>) {
    for (at, one) in written.lines.iter().enumerate() {
        for other in &written.lines[at + 1..] {
            let meeting = one.shown().intersect(other.shown());
            if meeting.width() > TOUCH
                && meeting.height() > TOUCH
                && !is_shadow(one, other)
                && !(is_icon(&one.text) && is_icon(&other.text))
                && written.both_seen(one, other, meeting)
            {
                faults.push(format!(
                    "over one another: {:?} and {:?} at {}",
                    one.text,
                    other.text,
                    place(meeting.min)
                ));
            }
        }
    }
}

/// A text that is drawn twice, to stand out from what is behind it.
fn is_shadow(one: &Line, other: &Line) -> bool {
    one.text == other.text && (one.ink.min - other.ink.min).length() < 3.0
}

/// A line that ends at the edge of its place, in the middle of a letter, with nothing to say so.
fn cut(line: &Line, scrolling: &[Rect], faults: &mut Vec<String>) {
    let within = |place: &Rect| place.expand(2.0).contains(line.shown().center());
    let left = line.clip.left() - line.ink.left();
    let right = line.ink.right() - line.clip.right();
    if (left > CUT || right > CUT) && !scrolling.iter().any(within) {
        faults.push(format!(
            "cut at the side by {:.0}: {:?} at {}",
            left.max(right),
            line.text,
            place(line.shown().min)
        ));
    }
}

/// What a bar scrolls sideways: everything above it.
fn lying_bars(window: &Window) -> Vec<Rect> {
    let is_bar = |node: &egui_kittest::kittest::AccessKitNode<'_>| node.role() == Role::ScrollBar;
    let bars = window.harness.query_all_by(is_bar).map(|node| node.rect());
    let lying = bars.filter(|bar| bar.width() > bar.height());
    lying.map(|bar| bar.with_min_y(0.0)).collect()
}

/// Where what is typed scrolls by itself: in the field that has the keyboard, and in one of several lines.
fn fields(window: &Window) -> Vec<Rect> {
    let is_field = |role| {
        matches!(
            role,
            Role::TextInput | Role::MultilineTextInput | Role::SearchInput | Role::SpinButton
        )
    };
    let found = window.harness.query_all_by(|node| {
        is_field(node.role()) && (node.is_focused() || node.role() == Role::MultilineTextInput)
    });
    found.map(|node| node.rect()).collect()
}

/// Controls that lie beyond the window or the place they stand in, where nothing scrolls to them.
fn beyond(window: &Window, screen: Rect, faults: &mut Vec<String>) {
    let is_control = |role| {
        matches!(
            role,
            Role::Button
                | Role::CheckBox
                | Role::ComboBox
                | Role::Link
                | Role::RadioButton
                | Role::Slider
                | Role::Tab
                | Role::TextInput
                | Role::MultilineTextInput
        )
    };
    let is_bar = |node: &egui_kittest::kittest::AccessKitNode<'_>| node.role() == Role::ScrollBar;
    let bars = window.harness.query_all_by(is_bar).map(|node| node.rect());
    let bars: Vec<Rect> = bars.collect();
    let reachable = reachable(window);
    for node in window.harness.query_all_by(|node| is_control(node.role())) {
        let rect = node.rect();
        let shown = reachable.iter().find(|(whole, _)| is_same(*whole, rect));
        let shown = shown.map_or(rect, |(_, shown)| *shown).intersect(screen);
        if !rect.is_positive() {
            continue;
        }
        let sideways = shown.width().max(0.0) < rect.width() - 2.0;
        let along = shown.height().max(0.0) < rect.height() - 2.0;
        // What is out of sight above or below says nothing about its sides.
        let sideways = sideways && (shown.height() > 0.0 || !along);
        let leads = |upright: bool| {
            bars.iter().any(|bar| {
                (bar.height() > bar.width()) == upright
                    && if upright {
                        bar.right() + 4.0 > rect.left()
                    } else {
                        bar.bottom() + 4.0 > rect.top()
                    }
            })
        };
        if sideways && !leads(false) || along && !leads(true) {
            let name = node.accesskit_node().label().unwrap_or_default();
            faults.push(format!(
                "out of reach: {name:?} at {rect}, of which {shown} is seen"
            ));
        }
    }
}

/// What leads out of a dialog and cannot be seen whole: a dialog scrolls above its buttons, not with them.
fn feet(window: &Window, faults: &mut Vec<String>) {
    let Some(dialog) = window.harness.ctx.memory(egui::Memory::top_modal_layer) else {
        return;
    };
    let own: Vec<Rect> = window.harness.ctx.viewport(|viewport| {
        let widgets = viewport.prev_pass.widgets.get_layer(dialog);
        widgets.map(|widget| widget.rect).collect()
    });
    let leads_out = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::Button
            && node
                .label()
                .is_some_and(|name| matches!(name.as_str(), "Close" | "Cancel" | "Keep editing"))
    };
    for node in window.harness.query_all_by(leads_out) {
        let rect = node.rect();
        let seen = seen_of(window, rect).unwrap_or(rect);
        let is_own = own.iter().any(|own| is_same(*own, rect));
        if is_own && (seen.size() - rect.size()).length() > 1.0 {
            let name = node.accesskit_node().label().unwrap_or_default();
            faults.push(format!(
                "the way out is not in sight: {name:?} at {rect}, of which {seen} is seen"
            ));
        }
    }
}

/// A line that is cut to one or two letters before its "…", which tell nothing.
fn letters(window: &Window, faults: &mut Vec<String>) {
    let screen = window.harness.ctx.content_rect();
    for line in &Written::of(&window.harness.output().shapes, screen).lines {
        let left = line.text.strip_suffix('…');
        if left.is_some_and(|left| left.trim().chars().count() < 3) {
            faults.push(format!(
                "cut to nothing: {:?} at {}",
                line.text,
                place(line.shown().min)
            ));
        }
    }
}

/// What of a control can be clicked, and where it stands.
pub(in crate::window) fn seen_of(window: &Window, control: Rect) -> Option<Rect> {
    let mut all = reachable(window).into_iter();
    all.find(|(whole, _)| is_same(*whole, control))
        .map(|(_, seen)| seen)
}

/// Where everything that can be clicked stands, and what of it can be.
fn reachable(window: &Window) -> Vec<(Rect, Rect)> {
    window.harness.ctx.viewport(|viewport| {
        let layers = viewport.prev_pass.widgets.layers();
        let widgets = layers.flat_map(|(_, widgets)| widgets.iter());
        let widgets =
            widgets.filter(|widget| widget.sense.senses_click() || widget.sense.senses_drag());
        widgets
            .map(|widget| (widget.rect, widget.interact_rect))
            .collect()
    })
}

fn is_same(one: Rect, other: Rect) -> bool {
    (one.min - other.min).length() < 0.6 && (one.max - other.max).length() < 0.6
}
