//! Names tell controls apart: no two that can be used at a time share role and name, so that who hears the window knows
//! what a press acts on.

use std::collections::BTreeMap;

use egui::accesskit::Action;
use egui::{Key, Modifiers, Rect, Role};
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};

use super::dialogs::DIALOGS;
use super::support::{Desk, Window};

/// What can be used on a screen, by role and name: where each of it stands.
fn controls(window: &Window) -> BTreeMap<(String, String), Vec<Rect>> {
    let mut found: BTreeMap<_, Vec<Rect>> = BTreeMap::new();
    let reached = |node: &AccessKitNode<'_>| node.data().supports_action(Action::Focus);
    for node in window.harness.query_all_by(reached) {
        let inner = node.accesskit_node();
        if inner.role() == Role::Unknown {
            continue;
        }
        // What is words alone is called by them.
        let name = inner.label().or_else(|| inner.value()).unwrap_or_default();
        let role = format!("{:?}", inner.role());
        found.entry((role, name)).or_default().push(node.rect());
    }
    found
}

/// Screens and what on them cannot be told apart.
#[derive(Default)]
struct Walk {
    faults: Vec<String>,
}

impl Walk {
    fn look(&mut self, window: &Window, screen: &str) {
        for ((role, name), places) in controls(window) {
            if places.len() > 1 {
                let count = places.len();
                self.faults
                    .push(format!("{screen}: {count} × {role} {name:?} at {places:?}"));
            }
        }
    }

    #[track_caller]
    fn end(self) {
        assert!(self.faults.is_empty(), "{:#?}", self.faults);
    }
}

#[test]
fn nothing_on_the_week_shares_a_name() {
    let desk = Desk::new();
    let mut window = desk.start();
    let mut walk = Walk::default();
    walk.look(&window, "week");
    for session in ["Lower body strength, ", "Long run, ", "Upper + core, "] {
        window.click(session);
        walk.look(&window, session);
        window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
        walk.look(&window, &format!("log of {session}"));
        window.key(Key::Escape);
        window.key(Key::Escape);
    }
    for (tab, row) in [
        ("Sessions", "Easy 45 min"),
        ("Weeks", ""),
        ("Programs", "Six for runners"),
        ("Exercises", "Goblet squat"),
    ] {
        window.click(tab);
        walk.look(&window, tab);
        if !row.is_empty() {
            window.click(row);
            walk.look(&window, row);
        }
    }
    window.click("Close card");
    window.click("New exercise…");
    walk.look(&window, "new exercise");
    walk.end();
}

#[test]
fn nothing_on_the_other_screens_shares_a_name() {
    let desk = Desk::new();
    let mut window = desk.start();
    let mut walk = Walk::default();
    window.command("week or month");
    walk.look(&window, "board");
    window.command("week or month");
    window.click("Charts in the whole window");
    walk.look(&window, "charts");
    window.click("Charts below the calendar");
    window.command("roster check");
    window.wait_until("everybody to be checked", |window| {
        window.shows("Anna Kovač: 1 conflict")
    });
    walk.look(&window, "roster");
    walk.end();
}

#[test]
fn nothing_in_a_dialog_shares_a_name() {
    let mut walk = Walk::default();
    let others = [
        "accepted findings",
        "bring in history",
        "export phone page",
        "athlete package",
        "new workspace",
        "go to date",
        "keyboard shortcuts",
        "about",
    ];
    for command in DIALOGS.into_iter().chain(others) {
        let desk = Desk::new();
        let mut window = desk.start();
        window.command(command);
        walk.look(&window, command);
    }
    walk.end();
}

#[test]
fn nothing_in_a_menu_shares_a_name() {
    let mut walk = Walk::default();
    for button in [
        "Athlete: Anna",
        "View",
        "Charts",
        "Add to Fri 27",
        "More for Weekly load",
        "More…",
    ] {
        let desk = Desk::new();
        let mut window = desk.start();
        window.click(button);
        walk.look(&window, button);
    }
    walk.end();
}
