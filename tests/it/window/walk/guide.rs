//! Help: the guide with its chapters, the sheet of shortcuts, and what the program is.

use egui::Key;
use egui_kittest::kittest::Queryable;

use super::{Look, desk};
use crate::window::support::{Stage, Window};

const CHAPTERS: [&str; 9] = [
    "Your first week",
    "Every mark on the screen",
    "Rules and why",
    "Logging",
    "Charts",
    "Printing and exporting",
    "Bringing plans and history in",
    "Sharing with athletes and coaches",
    "Settings and the keyboard",
];

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    window.key(Key::F1);
    for (place, chapter) in CHAPTERS.iter().enumerate() {
        open(&mut window, chapter);
        look(&format!("guide-{}", place + 1), &mut window);
        let page = window.harness.ctx.content_rect();
        window.wheel(page, page.height() * 0.8);
        look(&format!("guide-{}-below", place + 1), &mut window);
        window.wheel(page, 9000.0);
        look(&format!("guide-{}-end", place + 1), &mut window);
    }
    window.type_into("Search the guide", "padlok");
    look("guide-search", &mut window);
    window.leave();
    window.command_key(Key::F1);
    look("shortcuts", &mut window);
    let page = window.harness.ctx.content_rect();
    window.wheel(page, 9000.0);
    look("shortcuts-end", &mut window);
    window.press("About Ironstride");
    look("about", &mut window);
}

/// Opens a chapter, wherever the list has to be scrolled to. The panels below have names of their own that begin alike.
fn open(window: &mut Window, chapter: &str) {
    let rows = window
        .harness
        .query_all_by(|node| node.label().is_some_and(|name| name == chapter));
    rows.last().unwrap().scroll_to_me();
    window.settle();
    let at = window.last_rect(chapter).center();
    window.press_at(at);
}
