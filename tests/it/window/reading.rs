//! What is written on a window, and where.

use egui::{Pos2, Rect};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};

use super::support::Window;

impl Window {
    /// The middle of the thing named `label`, or of the first whose name begins so.
    #[track_caller]
    pub(super) fn place(&self, label: &str) -> Pos2 {
        self.node(label).rect().center()
    }

    /// Where the thing named `label` stands, or the first whose name begins so.
    #[track_caller]
    pub(super) fn rect(&self, label: &str) -> Rect {
        self.node(label).rect()
    }

    /// Where the last thing named `label` stands, which lies over the others.
    #[track_caller]
    pub(super) fn last_rect(&self, label: &str) -> Rect {
        self.last_node(label).rect()
    }

    /// Where all that are named `label` stand.
    pub(super) fn all_rects(&self, label: &str) -> Vec<Rect> {
        let named = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.label().is_some_and(|name| name == label)
        };
        let found = self.harness.query_all_by(named);
        found.map(|node| node.rect()).collect()
    }

    /// The last thing named `label`.
    #[track_caller]
    pub(super) fn last_node<'s>(&'s self, label: &'s str) -> Node<'s> {
        let named = move |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.label().is_some_and(|name| name == label)
        };
        let found = self.harness.query_all_by(named).last();
        found.unwrap_or_else(|| panic!("nothing on the screen is named {label:?}"))
    }

    /// The first thing whose name is `label`, or begins with it.
    #[track_caller]
    pub(super) fn node<'s>(&'s self, label: &'s str) -> Node<'s> {
        let found = self.find(label);
        found.unwrap_or_else(|| panic!("nothing on the screen begins with {label:?}"))
    }

    fn find<'s>(&'s self, label: &'s str) -> Option<Node<'s>> {
        let exact = self
            .harness
            .query_all_by(move |node| node.label().is_some_and(|name| name == label));
        exact.into_iter().next().or_else(move || {
            self.harness
                .query_all_by(move |node| node.label().is_some_and(|name| name.starts_with(label)))
                .next()
        })
    }

    /// True when something on the screen holds `text` in its name.
    pub(super) fn shows(&self, text: &str) -> bool {
        // A blank at which no line is parted reads as any other.
        let text = text.replace('\u{a0}', " ");
        let holds = |said: String| said.replace('\u{a0}', " ").contains(&text);
        let root = self.harness.root();
        root.query_all_by(|node| node.label().is_some_and(holds) || node.value().is_some_and(holds))
            .next()
            .is_some()
    }

    /// Fails unless something on the screen holds `text` in its name, and says then what is there.
    #[track_caller]
    pub(super) fn must_show(&self, text: &str) {
        assert!(
            self.shows(text),
            "{text:?} is not among {:#?}",
            self.words()
        );
    }

    /// True when the box named `label` is ticked.
    #[track_caller]
    pub(super) fn is_ticked(&self, label: &str) -> bool {
        let toggled = self.node(label).accesskit_node().toggled();
        toggled == Some(egui::accesskit::Toggled::True)
    }

    /// Every name on the screen that begins with `start`, in the order of the screen.
    pub(super) fn labels(&self, start: &str) -> Vec<String> {
        let root = self.harness.root();
        let all =
            root.query_all_by(|node| node.label().is_some_and(|name| name.starts_with(start)));
        all.filter_map(|node| node.accesskit_node().label())
            .collect()
    }

    /// Everything that is written on the window.
    pub(super) fn words(&self) -> Vec<String> {
        self.harness
            .query_all_by(|node| node.label().is_some() || node.value().is_some())
            .map(|node| format!("{node:?}"))
            .collect()
    }
}
