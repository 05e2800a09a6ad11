//! Every chart, its menus, what it says under the pointer, and its table.

use egui::Key;

use super::{Look, desk};
use crate::window::support::{Stage, Window};

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    window.unfold_charts();
    look("charts-below", &mut window);
    let chart = window.rect("Weekly load chart");
    window.harness.hover_at(chart.center());
    window.harness.run_steps(6);
    look("charts-tooltip", &mut window);
    window.harness.remove_cursor();
    window.settle();
    window.click("Charts in the whole window");
    look("charts-all", &mut window);
    window.click("Charts");
    look("charts-menu", &mut window);
    let others = window.labels("");
    for name in [
        "Strain",
        "Records",
        "Plan and done",
        "Time in zones",
        "Body weight",
    ] {
        if others.iter().any(|label| label == name) && !window.is_ticked(name) {
            window.click(name);
        }
    }
    window.key(Key::Escape);
    let middle = window.harness.ctx.content_rect();
    for page in 1..=3 {
        let before = places(&window);
        window.wheel(middle, middle.height() * 0.75);
        if places(&window) == before {
            break;
        }
        look(&format!("charts-page-{page}"), &mut window);
    }
    window.wheel(middle, -9000.0);
    window.click("View");
    look("charts-view", &mut window);
    window.click("The same number of weeks before");
    window.key(Key::Escape);
    window.settle();
    look("charts-compared", &mut window);
    window.click("View");
    window.click("Nothing");
    window.key(Key::Escape);
    window.click("All");
    look("charts-all-time", &mut window);
    window.click("What is Weekly load?");
    look("charts-what", &mut window);
    window.leave();
    if !window.shows("Charts below the calendar") {
        window.click("Charts in the whole window");
    }
    window.click("More for Weekly load");
    look("charts-more", &mut window);
    window.click("Show as table…");
    look("charts-table", &mut window);
}

/// The charts in sight, and where each begins.
fn places(window: &Window) -> Vec<(String, f32)> {
    let named = window.labels("").into_iter();
    let charts = named.filter(|label| label.ends_with(" chart"));
    charts
        .map(|label| {
            let top = window.rect(&label).top();
            (label, top)
        })
        .collect()
}
