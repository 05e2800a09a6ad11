//! Fields and buttons of a window by their exact names.

use egui::{Key, Rect, Role};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};

use super::support::Window;

impl Window {
    /// Replaces what stands in a field and leaves it with Enter.
    #[track_caller]
    pub(super) fn fill(&mut self, label: &str, text: &str) {
        self.field(label).scroll_to_me();
        self.settle();
        self.retype(label, text);
        self.key(Key::Enter);
    }

    /// A field for one line of text or several.
    #[track_caller]
    pub(super) fn field<'s>(&'s self, label: &'s str) -> Node<'s> {
        let found = self.find_field(label);
        found.unwrap_or_else(|| panic!("no field is named {label:?}"))
    }

    /// The same; `None` where there is no such field.
    pub(super) fn find_field<'s>(&'s self, label: &'s str) -> Option<Node<'s>> {
        let is_field = |role| matches!(role, Role::TextInput | Role::MultilineTextInput);
        let found = self.harness.query_all_by(move |node| {
            is_field(node.role()) && node.label().is_some_and(|name| name == label)
        });
        found.into_iter().next()
    }

    /// What stands in a field.
    #[track_caller]
    pub(super) fn value_of(&self, label: &str) -> String {
        self.field(label).value().unwrap_or_default()
    }

    /// True when a button can be clicked.
    #[track_caller]
    pub(super) fn can_click(&self, label: &str) -> bool {
        let node = self.harness.get_by_role_and_label(Role::Button, label);
        !node.accesskit_node().is_disabled()
    }

    /// True when a box is ticked.
    #[track_caller]
    pub(super) fn is_on(&self, label: &str) -> bool {
        let node = self.harness.get_by_role_and_label(Role::CheckBox, label);
        node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    }

    /// Ticks a box within something that scrolls.
    #[track_caller]
    pub(super) fn scroll_and_tick(&mut self, label: &str) {
        self.bring_into_sight(Role::CheckBox, label);
        let at = self
            .harness
            .get_by_role_and_label(Role::CheckBox, label)
            .rect()
            .center();
        self.press_at(at);
    }

    /// What is chosen in a list that opens.
    #[track_caller]
    pub(super) fn choice_of(&self, label: &str) -> String {
        let node = self.harness.get_by_role_and_label(Role::ComboBox, label);
        node.value().unwrap_or_default()
    }

    /// Clicks a button within something that scrolls.
    #[track_caller]
    pub(super) fn scroll_and_click(&mut self, label: &str) {
        self.bring_into_sight(Role::Button, label);
        self.click(label);
    }

    /// Where a control with this role and exactly this name is.
    #[track_caller]
    pub(super) fn rect_of(&self, role: Role, label: &str) -> Rect {
        self.harness.get_by_role_and_label(role, label).rect()
    }

    /// True when a control has the keyboard's focus.
    #[track_caller]
    pub(super) fn is_focused(&self, role: Role, label: &str) -> bool {
        self.harness.get_by_role_and_label(role, label).is_focused()
    }

    #[track_caller]
    fn bring_into_sight(&mut self, role: Role, label: &str) {
        self.harness
            .get_by_role_and_label(role, label)
            .scroll_to_me();
        self.settle();
    }

    /// Draws letters that no font has as boxes, as the program does, instead of failing.
    pub(super) fn draw_unknown_letters(&mut self) {
        let ctx = &self.harness.ctx;
        ctx.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
    }
}
