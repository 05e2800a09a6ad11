//! Athletes: the first steps, the roster, and the page of one.

use egui::Key;

use super::{Look, desk};
use crate::window::support::{Desk, Stage, Window};

/// The program as it opens for the first time, with its hints, and a workspace of one's own.
pub(super) fn first_steps(stage: &Stage, look: &mut Look<'_>) {
    let desk = Desk::on(stage.clone());
    let folder = desk.path("preferences");
    std::fs::create_dir_all(&folder).unwrap();
    let theme = if stage.dark { "Dark" } else { "Light" };
    let text = format!("(version: 1, preferences: (theme: {theme}))");
    std::fs::write(folder.join("preferences.ron"), text).unwrap();
    let mut window = desk.start();
    look("first-start", &mut window);
    let own = desk.path("own");
    window.command("New workspace…");
    window.wait_until("the proposal", |window| window.shows("New workspace"));
    look("first-folder", &mut window);
    window.retype("Path", &own.display().to_string());
    window.key(Key::Enter);
    window.wait_until("the workspace", |window| window.shows("Who do you coach?"));
    look("first-own", &mut window);
    window.command("New athlete…");
    look("athlete-new", &mut window);
    window.type_into("Name", "Nora Quick");
    window.press("Add athlete");
    look("first-athlete", &mut window);
}

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    window.click("Athlete: ");
    window.wait_until("the marks", |window| window.shows("Ben Okafor, clear"));
    look("athlete-menu", &mut window);
    window.leave();
    page(&mut window, look);
    roster(&mut window, look);
}

fn page(window: &mut Window, look: &mut Look<'_>) {
    window.run_until("edit athlete", "Delete athlete");
    look("athlete-page", window);
    for (field, name) in [
        ("Threshold pace", "athlete-page-fields"),
        ("Availability on Thu", "athlete-page-week"),
        ("Bar", "athlete-page-lifting"),
    ] {
        if super::has_field(window, field) {
            window.harness.run_steps(1);
            window.scroll_into_view(field);
            look(name, window);
        }
    }
    let middle = window.harness.ctx.content_rect();
    window.wheel(middle, 9000.0);
    look("athlete-page-end", window);
    window.leave();
}

fn roster(window: &mut Window, look: &mut Look<'_>) {
    window.click("Roster check");
    window.wait_until("everybody to be checked", |window| {
        !window.labels("Conflict, ").is_empty() && !window.labels("Tip, Carla Ruiz").is_empty()
    });
    window.harness.run_steps(4);
    look("roster", window);
    window.click("More for Ben Okafor");
    look("roster-menu", window);
    window.type_into("New tag", "Tuesday group");
    window.key(Key::Enter);
    window.key(Key::Escape);
    window.wait_until("the chip", |window| {
        !window.labels("Group by tag").is_empty()
    });
    window.click("Group by tag");
    window.settle();
    look("roster-groups", window);
    window.click("Sort by athlete");
    window.type_into("Search athletes", "zzz");
    look("roster-nobody", window);
    window.key(Key::Escape);
    window.press("More for Ben Okafor");
    window.click("Archive");
    window.wait_until("the archive", |window| window.shows("Archived (1)"));
    window.press("Archived (1)");
    window.wait_until("who is in it", |window| {
        !window.labels("Ben Okafor: ").is_empty()
    });
    look("roster-archive", window);
    window.leave();
}
