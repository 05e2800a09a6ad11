//! What a screen reader finds on each screen: everything that can be used has a name, a role and, where it holds one, a
//! value, and no two things that do different work have the same name.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::support::{Desk, Window};

/// What can be used.
const CONTROLS: [Role; 13] = [
    Role::Button,
    Role::CheckBox,
    Role::RadioButton,
    Role::ComboBox,
    Role::TextInput,
    Role::MultilineTextInput,
    Role::SpinButton,
    Role::Slider,
    Role::Link,
    Role::Switch,
    Role::Tab,
    Role::MenuItem,
    Role::ListBoxOption,
];

fn command(window: &mut Window, name: &str) {
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.settle();
    window.type_into("Search commands", name);
    window.key(Key::Enter);
}

/// What is wrong with the names of a screen, a line each.
fn faults(window: &Window, screen: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut named: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for node in window.harness.query_all_by(|_| true) {
        let rect = node.rect();
        let node = node.accesskit_node();
        let role = node.role();
        let name = node.label().unwrap_or_default();
        if !CONTROLS.contains(&role) {
            continue;
        }
        if name.trim().is_empty() {
            wrong.push(format!(
                "{screen}: a {role:?} at {rect:?} has no name, value {:?}",
                node.value()
            ));
            continue;
        }
        let holds = matches!(
            role,
            Role::TextInput | Role::MultilineTextInput | Role::ComboBox | Role::SpinButton
        );
        if holds && node.value().is_none() && node.numeric_value().is_none() {
            wrong.push(format!("{screen}: the {role:?} {name:?} has no value"));
        }
        if matches!(role, Role::CheckBox | Role::RadioButton) && node.toggled().is_none() {
            wrong.push(format!(
                "{screen}: the {role:?} {name:?} does not say whether it is on"
            ));
        }
        if !node.is_disabled() {
            named
                .entry((format!("{role:?}"), name))
                .or_default()
                .push(format!("{rect:?}"));
        }
    }
    for ((role, name), places) in named {
        if places.len() > 1 {
            wrong.push(format!(
                "{screen}: {} times {role} {name:?} at {places:?}",
                places.len()
            ));
        }
    }
    wrong
}

#[test]
fn everything_that_can_be_used_has_a_name_of_its_own() {
    let desk = Desk::new();
    let mut window = desk.start();
    let mut wrong = faults(&window, "week");
    for tab in ["Sessions", "Weeks", "Programs", "Exercises"] {
        window.click(tab);
        wrong.extend(faults(&window, tab));
    }
    window.click("Back squat");
    wrong.extend(faults(&window, "an exercise"));
    window.click("Lower body strength, ");
    wrong.extend(faults(&window, "a session of lifts"));
    window.click("Log set by set");
    wrong.extend(faults(&window, "logging"));
    window.click("Mark as done");
    wrong.extend(faults(&window, "a logged session"));
    window.click("Long run, ");
    wrong.extend(faults(&window, "a run"));
    window.click("Mark as done");
    wrong.extend(faults(&window, "a logged run"));
    for (name, screen) in [
        ("fill charts", "charts"),
        ("week or month", "board"),
        ("roster check", "roster"),
    ] {
        command(&mut window, name);
        wrong.extend(faults(&window, screen));
        command(&mut window, name);
    }
    for name in [
        "settings…",
        "change shortcuts",
        "new athlete",
        "edit athlete",
        "rules and why",
        "print / export",
        "copy to other athletes",
        "better week…",
        "1rm calculator",
        "build a season",
        "bring in a plan",
        "backups",
        "your name",
        "publish",
        "repeat weekly",
        "go to date",
        "keyboard shortcuts",
        "user guide",
    ] {
        let desk = Desk::new();
        let mut window = desk.start();
        window.click("Lower body strength, ");
        command(&mut window, name);
        wrong.extend(faults(&window, name));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
