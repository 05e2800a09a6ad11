//! Every chart, its menus, what it says under the pointer, and its table.

use egui::{Key, Rect, Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use ironstride::chart::Chart;

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
    for chart in Chart::ALL {
        let name = chart.name();
        assert!(
            others.iter().any(|label| label == name),
            "{name} can be chosen"
        );
        if !window.is_ticked(name) {
            window.press(name);
        }
    }
    window.key(Key::Escape);
    page_through(&mut window, "charts-page", look);
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
    window.leave();
    window.click("12 weeks");
    window.command_key(Key::G);
    window.letters("2 sep 2026");
    window.key(Key::Enter);
    window.wait_until("weeks gone by", |window| window.shows("of these 12 weeks"));
    look("charts-gone", &mut window);
    page_through(&mut window, "charts-gone", look);
}

/// Looks at what stands below, page for page, and goes back to the top.
fn page_through(window: &mut Window, name: &str, look: &mut Look<'_>) {
    let middle = window.harness.ctx.content_rect();
    for page in 1..=8 {
        let before = places(window);
        window.wheel(middle, middle.height() * 0.75);
        if places(window) == before {
            break;
        }
        look(&format!("{name}-{page}"), window);
    }
    window.wheel(middle, -9000.0);
}

/// The charts in sight, and where each begins.
fn places(window: &Window) -> Vec<(String, f32)> {
    let figures = figures(window).into_iter();
    figures.map(|(name, place)| (name, place.top())).collect()
}

/// The charts that are drawn, by what they say of themselves. The body map is pressed to choose a muscle.
fn figures(window: &Window) -> Vec<(String, Rect)> {
    let is_chart = |role| matches!(role, Role::Figure | Role::Button);
    let found = window.harness.query_all_by(|node| is_chart(node.role()));
    let named = found.filter_map(|node| Some((node.accesskit_node().label()?, node.rect())));
    let begins = |said: &str, chart: &Chart| {
        let rest = said.strip_prefix(chart.name());
        rest.is_some_and(|rest| rest.starts_with([',', '.']) || rest.starts_with(" chart"))
    };
    named
        .filter(|(said, _)| Chart::ALL.iter().any(|chart| begins(said, chart)))
        .collect()
}

/// Points at every chart: of an athlete who counts in kilometres and kilograms, and of one who counts in miles and pounds.
pub(super) fn pointing(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    window.unfold_charts();
    let panel = window.rect("Charts in the whole window").top();
    let floor = window.harness.ctx.content_rect().bottom();
    let mut below = figures(&window);
    below.retain(|(_, figure)| figure.top() > panel && figure.bottom() < floor);
    for (place, (_, figure)) in below.into_iter().enumerate() {
        point(&mut window, figure);
        look(&format!("point-below-{}", place + 1), &mut window);
    }
    window.harness.remove_cursor();
    window.settle();
    point_at_all(&mut window, "point", look);
    window.close();
    let desk = super::desk(stage);
    let mut window = desk.start();
    window.run_until("carla ruiz", "Athlete: Carla Ruiz");
    point_at_all(&mut window, "point-pounds", look);
}

/// Points at each chart in the whole window, wherever it has to be scrolled to.
fn point_at_all(window: &mut Window, prefix: &str, look: &mut Look<'_>) {
    window.unfold_charts();
    window.click("Charts in the whole window");
    window.click("Charts");
    for chart in Chart::ALL {
        if !window.is_ticked(chart.name()) {
            window.press(chart.name());
        }
    }
    window.key(Key::Escape);
    window.settle();
    let middle = window.harness.ctx.content_rect();
    let mut left = Chart::ALL.to_vec();
    for _ in 0..60 {
        let seen = middle.with_min_y(80.0);
        for (said, figure) in figures(window) {
            let shown = left.iter().position(|chart| said.starts_with(chart.name()));
            if let Some(place) = shown.filter(|_| seen.contains(figure.center())) {
                point(window, figure);
                look(&format!("{prefix}-{}", left.remove(place).word()), window);
            }
        }
        if left.is_empty() {
            break;
        }
        window.wheel(middle, middle.height() * 0.4);
    }
    let names: Vec<_> = left.iter().map(|chart| chart.name()).collect();
    assert!(names.is_empty(), "never seen: {names:?}");
}

/// Rests the pointer on a chart: on the current week, and high enough for the first rows.
fn point(window: &mut Window, figure: Rect) {
    let at = figure.min + figure.size() * vec2(0.41, 0.3);
    window.harness.hover_at(at);
    window.harness.run_steps(8);
}
