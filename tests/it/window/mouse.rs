//! What the mouse does to a window, and typing into its fields.

use egui::{
    Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase, vec2,
};

use super::support::Window;

/// What is cut at the lower edge of a window is taken for out of sight.
const EDGE: f32 = 20.0;

impl Window {
    /// Scrolls to what is named `label`, where it is out of sight.
    #[track_caller]
    pub(super) fn scroll_to(&mut self, label: &str) {
        let screen = self.harness.ctx.content_rect();
        let inside = screen.with_max_y(screen.bottom() - EDGE);
        if !inside.contains(self.place(label)) {
            self.node(label).scroll_to_me();
            self.settle();
        }
    }

    /// Scrolls to what is named `label`, also where it lies within the window but out of sight in something that scrolls.
    #[track_caller]
    pub(super) fn scroll_into_view(&mut self, label: &str) {
        self.node(label).scroll_to_me();
        self.settle();
    }

    /// Clicks the first thing whose name is `label` or begins with it, scrolling to it where it is out of sight.
    #[track_caller]
    pub(super) fn click(&mut self, label: &str) {
        // A dialog that has just opened takes two frames to know its size and with it its place.
        self.harness.run_steps(2);
        self.scroll_to(label);
        let at = self.place(label);
        self.press_at(at);
    }

    /// Clicks the last thing named `label`, which lies over the others, scrolling to it in what it stands in.
    #[track_caller]
    pub(super) fn click_last(&mut self, label: &str) {
        self.last_node(label).scroll_to_me();
        self.settle();
        let at = self.last_rect(label).center();
        self.press_at(at);
    }

    /// Rests the pointer on the first thing whose name is `label` or begins with it.
    #[track_caller]
    pub(super) fn hover(&mut self, label: &str) {
        self.harness.run_steps(2);
        self.scroll_to(label);
        let at = self.place(label);
        self.harness.hover_at(at);
        self.settle();
    }

    /// Gives the keyboard to the first thing whose name is `label` or begins with it.
    #[track_caller]
    pub(super) fn focus(&mut self, label: &str) {
        self.node(label).focus();
        self.settle();
    }

    /// Clicks a place.
    pub(super) fn press_at(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.harness.step();
        self.harness.drag_at(at);
        self.harness.step();
        self.harness.drop_at(at);
        self.settle();
    }

    /// Clicks a place with the second button.
    pub(super) fn second_click_at(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.harness.step();
        for pressed in [true, false] {
            self.harness.event(Event::PointerButton {
                pos: at,
                button: PointerButton::Secondary,
                pressed,
                modifiers: Modifiers::NONE,
            });
            self.harness.step();
        }
        self.settle();
    }

    /// Types into the field named `label` and leaves it with Enter.
    #[track_caller]
    pub(super) fn type_into(&mut self, label: &str, text: &str) {
        self.field(label).focus();
        self.harness.step();
        self.field(label).type_text(text);
        self.settle();
    }

    /// Replaces what stands in the field named `label`.
    #[track_caller]
    pub(super) fn retype(&mut self, label: &str, text: &str) {
        self.field(label).focus();
        self.harness.step();
        self.harness
            .key_combination_modifiers(egui::Modifiers::COMMAND, &[egui::Key::A]);
        self.harness.step();
        self.field(label).type_text(text);
        self.settle();
    }

    /// Adds an athlete beside the demo's Anna, who is then the one shown.
    pub(super) fn add_athlete(&mut self, name: &str) {
        self.click("Athlete: Anna");
        self.click("New athlete…");
        self.type_into("Name", name);
        self.click("Add athlete");
    }

    /// Turns the wheel where the pointer is, by points; what is below comes up where they are less than nothing.
    pub(super) fn turn_wheel(&mut self, points: f32) {
        self.harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            source: MouseWheelSource::Wheel,
            delta: vec2(0.0, points),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
    }

    /// Drags with the mouse, in small steps, and lets go.
    pub(super) fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_and_hold(from, to);
        self.harness.drop_at(to);
        self.settle();
    }

    /// Drags with the mouse and does not let go.
    pub(super) fn drag_and_hold(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.step();
        self.harness.drag_at(from);
        self.harness.step();
        for step in 1..=8 {
            self.harness
                .hover_at(from + (to - from) * (step as f32 / 8.0));
            self.harness.step();
        }
    }
}
