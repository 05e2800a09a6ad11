//! Dialogs that a command opens.

use egui::Key;

use super::{Look, desk};
use crate::window::support::{Stage, Window};

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    search(&mut window, look);
    planning(&mut window, look);
    seasons(&mut window, look);
    rules(&mut window, look);
    settings(&mut window, look);
}

fn search(window: &mut Window, look: &mut Look<'_>) {
    window.command_key(Key::K);
    look("search-empty", window);
    window.letters("tempo");
    window.wait_until("the sessions", |window| window.shows("Session: Tempo"));
    look("search-results", window);
    window.retype("Search commands", "qqqqq");
    window.settle();
    look("search-nothing", window);
    window.leave();
}

fn planning(window: &mut Window, look: &mut Look<'_>) {
    window.run_until("better week", "Every arrangement was compared");
    look("better-week", window);
    window.wait_until("the race", |window| window.shows("To Coast half marathon"));
    window.press("To Coast half marathon");
    window.wait_until("all weeks", |window| {
        window.shows("one week after the other") || window.shows("there may be a better one")
    });
    look("better-weeks", window);
    window.leave();
    window.run_until("copy to other athletes", "Choose who gets a copy");
    look("copy-to", window);
    window.press("Copy to everybody");
    window.settle();
    look("copy-to-report", window);
    window.leave();
    window.run_until("1rm calculator", "Weight lifted");
    window.fill("Weight lifted", "100");
    window.fill("Reps", "5");
    window.fill("Reps in reserve", "1");
    look("calculator", window);
    window.leave();
    window.click("Lower body strength, ");
    window.run_until("repeat weekly", "Add ");
    look("repeat", window);
    window.leave();
    window.run_until("your name", "Your name");
    look("your-name", window);
    window.leave();
    window.run_until("publish…", "Folder");
    look("publish", window);
    window.leave();
}

fn seasons(window: &mut Window, look: &mut Look<'_>) {
    window.run_until("build a season", "Build season");
    window.wait_until("the season", |window| window.shows(" · long run to "));
    look("season-form", window);
    let weeks = window.labels("Week 2 · ");
    if let Some(week) = weeks.first() {
        window.press(week);
    }
    look("season-preview", window);
    window.leave();
}

fn rules(window: &mut Window, look: &mut Look<'_>) {
    window.run_until("rules and why", "Search rules");
    look("rules", window);
    window.type_into("Search rules", "legs before");
    window.settle();
    let row = window.last_rect("Legs before a key session").center();
    window.press_at(row);
    look("rules-one", window);
    window.leave();
    window.unfold_inspector();
    if let Some(finding) = window.labels("Unfold “").first().cloned() {
        window.press(&finding);
    }
    if let Some(accept) = window.labels("Accept").first().cloned() {
        window.press(&accept);
        window.type_into("Reason for accepting", "The loop has no shortcut");
        window.press("Accept with this reason");
    }
    window.run_until("accepted findings", "Close");
    look("accepted", window);
    window.leave();
}

fn settings(window: &mut Window, look: &mut Look<'_>) {
    window.run_until("settings…", "Every change takes effect at once.");
    look("settings", window);
    for end in ["Weights", "Reduce motion", "Choose folder…"] {
        if window.shows(end) {
            window.scroll_into_view(end);
            look(
                &format!(
                    "settings-{}",
                    end.split(' ').next().unwrap_or(end).to_lowercase()
                ),
                window,
            );
        }
    }
    window.leave();
    window.run_until("change shortcuts", "Close");
    look("shortcuts-change", window);
    window.leave();
}
