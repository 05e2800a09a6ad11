//! One chart in its place: title, answer, menus, and the chart itself.

use egui::{Ui, vec2};

use super::context::{ChartsView, DrawContext, Outcome};
use super::heading::heading_ui;
use super::state::ChartsState;
use super::{menus, plain, plot};
use crate::chart::scene::Body;
use crate::chart::{Placed, Scene};

/// A lift is read for a week after it, in days.
const WEEK: f64 = 7.0;

/// Draws a chart in its place.
pub(super) fn cell_ui(
    ui: &mut Ui,
    placed: Placed,
    context: &DrawContext<'_>,
    state: &mut ChartsState,
    outcome: &mut Outcome,
) {
    let now = state.cache.scene(placed.chart, &context.view);
    let projected = context.view.projected.map(|charted| ChartsView {
        figures: &charted.figures,
        revision: charted.revision,
        ..context.view
    });
    let over_time = now.time().is_some() && placed.chart.spec().looks_ahead;
    let (scene, before) = match &projected {
        Some(view) => (
            state.would_be.held_against(placed.chart, view, &now),
            over_time.then_some(&now),
        ),
        None => (now.clone(), None),
    };
    let would_be = projected.is_some() && placed.chart.spec().looks_ahead;
    let line = if would_be {
        let change = state.would_be.change(&scene, &now);
        Some(format!("If dropped: {change}"))
    } else {
        read_line(&scene, context)
    };
    heading_ui(ui, context.view.palette, &scene, line.as_deref(), |ui| {
        menus::cell_menus_ui(ui, placed, &scene, context, state, outcome);
    });
    let space = ui.available_size_before_wrap().max(vec2(60.0, 40.0));
    let cache = match projected {
        Some(_) => &mut state.would_be,
        None => &mut state.cache,
    };
    let picture = cache.picture(&scene, before, context, [space.x, space.y]);
    match &scene.body {
        Body::Time(body) => plot::plot_ui(ui, &scene, body, &picture, context, outcome),
        Body::Muscles(muscles) => plain::muscles_ui(ui, &scene, muscles, context),
        Body::Rows(_) | Body::List(_) | Body::Words(_) => {
            plain::plain_ui(ui, &scene, &picture, context, outcome);
        }
    }
}

/// What a chart says of the day under the pointer, which may be over another chart.
fn read_line(scene: &Scene, context: &DrawContext<'_>) -> Option<String> {
    let day = context.hovered?;
    let hit = scene.time()?.hit_on(day, WEEK)?;
    scene.table.rows.get(hit.row)?;
    let readings = scene.table.readings(hit.row);
    let said = readings.iter().take(3);
    let said: Vec<String> = said
        .map(|reading| format!("{} {}", reading.name, reading.value))
        .collect();
    let title = scene.table.short_title(hit.row);
    Some(format!("{title}: {}", said.join(" · ")))
}
