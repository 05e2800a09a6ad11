//! The edges by which panels are made wider or higher: each has a name of its own, and while one has the keyboard the
//! arrows move it.

use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::{Event, EventFilter, Id, Key, Modifiers, Ui};

/// An edge that can be moved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    /// The name its panel was made with.
    pub(super) panel: &'static str,
    /// What is said of it.
    pub(super) name: &'static str,
    /// The arrow that makes the panel larger.
    pub(super) larger: Key,
    /// The arrow that makes it smaller.
    pub(super) smaller: Key,
}

impl Edge {
    /// egui's own name for it, in `ui`, in which the panel stands.
    fn id(self, ui: &Ui) -> Id {
        ui.scope_id().with(self.panel).with("__resize")
    }

    /// Reads the arrows. Called before the panel is drawn, which then does as a screen reader would ask it.
    /// True where they move it.
    pub(super) fn follow_keys(self, ui: &Ui) -> bool {
        let id = self.id(ui);
        if !ui.memory(|memory| memory.has_focus(id)) {
            return false;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let mut is_moved = false;
        for (key, action) in [
            (self.larger, Action::Increment),
            (self.smaller, Action::Decrement),
        ] {
            let presses = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            is_moved |= presses > 0;
            for _ in 0..presses {
                let request = ActionRequest {
                    action,
                    target_tree: TreeId::ROOT,
                    target_node: id.accesskit_id(),
                    data: None,
                };
                let event = Event::AccessKitActionRequest(request);
                ui.input_mut(|input| input.events.push(event));
            }
        }
        is_moved
    }

    /// True while it is dragged. Asked after the panel is drawn.
    pub(super) fn is_dragged(self, ui: &Ui) -> bool {
        ui.ctx()
            .read_response(self.id(ui))
            .is_some_and(|edge| edge.dragged())
    }

    /// Says what it is an edge of. Called after the panel is drawn.
    pub(super) fn name(self, ui: &Ui) {
        let named = self.name;
        ui.ctx()
            .accesskit_node_builder(self.id(ui), |node| node.set_label(named));
    }
}
