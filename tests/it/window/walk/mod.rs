//! A walk through everything that can be seen: each screen and each state of it is shown once, judged by what is drawn,
//! and painted into a picture for whoever asks for one.
//!
//! The suite walks through windows of two sizes. `IRONSTRIDE_WALK=all` makes the ignored test walk through every size and
//! zoom; `scripts/pictures.sh` has it take pictures.

use egui::accesskit::Toggled;
use egui::{Event, Key, Modifiers, Rect, Role, Vec2, vec2};
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};

use super::support::{Desk, Stage, Window};

mod charts;
mod coaches;
mod dialogs;
mod guide;
mod incoming;
pub(super) mod judge;
mod kinds;
mod library;
mod logging;
mod menus;
pub(super) mod names;
mod people;
mod printing;
mod questions;
mod run;
mod states;
mod trouble;
mod week;
pub(super) mod written;

/// Shown to whoever walks along: what it is called, and the window that shows it.
type Look<'l> = dyn FnMut(&str, &mut Window) + 'l;

/// A part of the walk: it opens windows on a stage and shows what it leads to.
struct Tour {
    name: &'static str,
    lead: fn(&Stage, &mut Look<'_>),
}

/// All parts of the walk, in the order in which somebody would meet them.
const TOURS: [Tour; 18] = [
    Tour {
        name: "first",
        lead: people::first_steps,
    },
    Tour {
        name: "week",
        lead: week::lead,
    },
    Tour {
        name: "logging",
        lead: logging::lead,
    },
    Tour {
        name: "library",
        lead: library::lead,
    },
    Tour {
        name: "charts",
        lead: charts::lead,
    },
    Tour {
        name: "pointing",
        lead: charts::pointing,
    },
    Tour {
        name: "people",
        lead: people::lead,
    },
    Tour {
        name: "dialogs",
        lead: dialogs::lead,
    },
    Tour {
        name: "print",
        lead: printing::lead,
    },
    Tour {
        name: "guide",
        lead: guide::lead,
    },
    Tour {
        name: "incoming",
        lead: incoming::lead,
    },
    Tour {
        name: "trouble",
        lead: trouble::lead,
    },
    Tour {
        name: "names",
        lead: names::lead,
    },
    Tour {
        name: "menus",
        lead: menus::lead,
    },
    Tour {
        name: "kinds",
        lead: kinds::lead,
    },
    Tour {
        name: "questions",
        lead: questions::lead,
    },
    Tour {
        name: "states",
        lead: states::lead,
    },
    Tour {
        name: "coaches",
        lead: coaches::lead,
    },
];

/// Sizes of a window, in pixels of the screen.
const SIZES: [Vec2; 4] = [
    vec2(800.0, 500.0),
    vec2(1180.0, 700.0),
    vec2(1440.0, 900.0),
    vec2(2560.0, 1440.0),
];
const ZOOMS: [f32; 3] = [1.0, 1.5, 2.0];

/// A stage as the program draws it: of a zoom, what the window has room for.
fn stage(size: Vec2, zoom: f32) -> Stage {
    let room = (size / vec2(720.0, 450.0)).min_elem().max(1.0);
    Stage {
        size,
        zoom: zoom.min(room),
        whole: true,
        ..Stage::default()
    }
}

/// A folder in which the three hints of the first week have been seen, with a theme.
fn desk(stage: &Stage) -> Desk {
    let desk = Desk::on(stage.clone());
    let folder = desk.path("preferences");
    std::fs::create_dir_all(&folder).unwrap();
    let theme = if stage.dark { "Dark" } else { "Light" };
    let text = format!("(version: 1, preferences: (theme: {theme}, first_used: \"2026-01-05\"))");
    std::fs::write(folder.join("preferences.ron"), text).unwrap();
    desk
}

impl Window {
    /// True when a panel is shown, by its button.
    fn is_open(&self, panel: &str) -> bool {
        let named = |node: &AccessKitNode<'_>| {
            node.role() == Role::Button && node.label().is_some_and(|name| name == panel)
        };
        let button = self.harness.query_all_by(named).next();
        button.is_some_and(|it| it.accesskit_node().toggled() == Some(Toggled::True))
    }

    /// Opens a panel that has folded for want of room.
    fn unfold(&mut self, panel: &str) {
        if !self.is_open(panel) {
            self.click(panel);
        }
    }

    fn unfold_library(&mut self) {
        self.unfold("Library panel");
    }

    /// Empties the search of the library, where something stands in it.
    fn clear_search(&mut self) {
        if self.shows("Clear search") {
            self.press("Clear search");
        }
    }

    fn unfold_inspector(&mut self) {
        self.unfold("Inspector panel");
    }

    fn unfold_charts(&mut self) {
        self.unfold("Charts panel");
    }

    /// Runs a command by its name, and waits until something shows that it has.
    #[track_caller]
    fn run_until(&mut self, command: &str, sign: &str) {
        self.command(command);
        self.wait_until(sign, |window| window.shows(sign));
        self.harness.run_steps(4);
        self.settle();
    }

    /// Brings the first control of this name into sight, wherever it scrolls, and clicks it.
    #[track_caller]
    fn press(&mut self, label: &str) {
        self.harness.run_steps(2);
        self.scroll_into_view(label);
        let at = self.place(label);
        self.press_at(at);
    }

    /// Clicks with keys held.
    #[track_caller]
    fn press_with(&mut self, held: Modifiers, label: &str) {
        let at = self.place(label);
        self.harness.event(Event::ModifiersChanged(held));
        self.harness.step();
        self.press_at(at);
        self.harness.event(Event::ModifiersChanged(Modifiers::NONE));
        self.harness.step();
    }

    /// Closes what stands over the week.
    fn leave(&mut self) {
        self.key(Key::Escape);
        self.key(Key::Escape);
        self.harness.run_steps(2);
    }

    /// Turns the wheel over a place.
    fn wheel(&mut self, over: Rect, by: f32) {
        self.harness.event(Event::PointerMoved(over.center()));
        self.turn_wheel(-by);
        self.harness.run_steps(8);
        self.harness.remove_cursor();
        self.settle();
    }
}

/// True when there is a field of this name.
fn has_field(window: &Window, label: &str) -> bool {
    window
        .harness
        .query_all_by(|node| node.label().is_some_and(|name| name == label))
        .next()
        .is_some()
}
