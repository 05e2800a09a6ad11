//! Charts without a time axis: bars under one another, lists, the body map, and words.

use egui::{CursorIcon, Role, Sense, Ui, WidgetInfo};

use super::context::{DrawContext, Outcome};
use super::paint::{color, paint};
use super::plot::action;
use super::tooltip::{Tip, tooltip_ui};
use crate::chart::Scene;
use crate::chart::picture::Picture;
use crate::chart::scene::{Body, MuscleShare, MusclesBody, Target};
use crate::chart::table::{Key, Row};
use crate::chart::words;
use crate::domain::Muscle;
use crate::ui::theme::{Weight, text};
use crate::ui::widgets::body_map::{BodyColors, BodyMap};
use crate::ui::widgets::live;

/// So many rows are read out; the table of the chart has them all.
const MOST_SPOKEN: usize = 12;
/// Under the body map, for the muscle under the pointer.
const READ_HEIGHT: f32 = 18.0;

/// Draws the picture; pointing at a row reads its figures.
pub(super) fn plain_ui(
    ui: &mut Ui,
    scene: &Scene,
    picture: &Picture,
    context: &DrawContext<'_>,
    outcome: &mut Outcome,
) {
    let palette = context.view.palette;
    let around = context.around(ui);
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click());
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let row = response.hover_pos().and_then(|at| {
        let rows = rows(scene)?;
        let height = picture.frame.height() / rows.min(slots(picture, rows)).max(1) as f32;
        let row = ((at.y - rect.top()) / height) as usize;
        (row < rows.min(slots(picture, rows))).then_some((row, height))
    });
    if let Some((row, height)) = row {
        let top = rect.top() + height * row as f32;
        let band = egui::Rect::from_x_y_ranges(rect.x_range(), top..=top + height);
        painter.rect_filled(band, 3.0, palette.well);
    }
    paint(&painter, palette, rect.min, &picture.around);
    paint(&painter, palette, rect.min, &picture.inside);
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &scene.summary));
    live::describe(&response, || scene.table.spoken_rows(MOST_SPOKEN));
    let Some((row, _)) = row else { return };
    let target = target(scene, row);
    if scene.table.rows.get(row).is_some() {
        let tip = Tip {
            title: scene.table.title(row),
            rows: scene.table.readings(row),
            hint: match target {
                Some(Target::Session(_)) => "Click to open the session.",
                Some(Target::Week(_)) => "Click to show the week.",
                None => "",
            },
            of: None,
        };
        tooltip_ui(&response, around, palette, &tip);
    }
    if let Some(target) = target {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        if response.clicked() {
            outcome.action = Some(action(target));
        }
    }
}

fn rows(scene: &Scene) -> Option<usize> {
    match &scene.body {
        Body::Rows(body) => Some(body.rows.len()),
        Body::List(rows) => Some(rows.len()),
        Body::Words(_) | Body::Time(_) | Body::Muscles(_) => None,
    }
}

/// How many rows there is room for.
fn slots(picture: &Picture, rows: usize) -> usize {
    picture.rows.unwrap_or(rows)
}

fn target(scene: &Scene, row: usize) -> Option<Target> {
    match &scene.body {
        Body::Rows(body) => body.target,
        Body::List(rows) => rows.get(row)?.target,
        Body::Words(_) | Body::Time(_) | Body::Muscles(_) => None,
    }
}

/// "Hamstrings: 6 of 8–14 sets".
fn muscle_words(muscle: Muscle, share: MuscleShare) -> String {
    let [low, high] = share.band;
    format!(
        "{}: {} of {}–{} sets",
        muscle.short(),
        words::number(share.sets, 1),
        words::number(low, 1),
        words::number(high, 1)
    )
}

/// Every muscle with its sets, the most first.
fn muscles_words(body: &MusclesBody) -> String {
    let mut trained: Vec<_> = body.shares.iter().collect();
    trained.retain(|(_, share)| share.sets > 0.0);
    trained.sort_by(|(_, a), (_, b)| b.sets.total_cmp(&a.sets));
    let words = trained.into_iter();
    let words = words.map(|(muscle, share)| muscle_words(*muscle, *share));
    words.collect::<Vec<_>>().join("; ")
}

/// Draws the body map with its key; pointing at a muscle reads its sets.
pub(super) fn muscles_ui(
    ui: &mut Ui,
    scene: &Scene,
    body: &MusclesBody,
    context: &DrawContext<'_>,
) {
    let palette = context.view.palette;
    let around = context.around(ui);
    let space = ui.available_size();
    let share = |muscle: Muscle| {
        let mut shares = body.shares.iter();
        shares
            .find(|(other, _)| *other == muscle)
            .map(|(_, share)| *share)
    };
    let fill = |muscle: Muscle| Some(color(palette, share(muscle)?.tone()));
    let height = (space.y - READ_HEIGHT).max(40.0).min(space.x / 0.87);
    let map = BodyMap {
        label: &scene.summary,
        fill: &fill,
        colors: if palette.dark {
            BodyColors::DARK
        } else {
            BodyColors::LIGHT
        },
    };
    let drawn = ui.vertical_centered(|ui| map.unnamed_ui(ui, height)).inner;
    live::describe(&drawn.response, || muscles_words(body));
    let hovered = drawn.hovered;
    let is_it = |row: &Row, muscle: Muscle| row.key == Key::Name(muscle.short().to_owned());
    let row = hovered.and_then(|muscle| {
        let mut rows = scene.table.rows.iter();
        rows.position(|row| is_it(row, muscle))
    });
    if let Some(row) = row.filter(|_| drawn.response.hovered()) {
        let tip = Tip {
            title: scene.table.title(row),
            rows: scene.table.readings(row),
            hint: "",
            // The line below, which reads the muscle.
            of: Some(ui.available_rect_before_wrap()),
        };
        tooltip_ui(&drawn.response, around, palette, &tip);
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if let Some((muscle, share)) = hovered.and_then(|it| Some((it, share(it)?))) {
            let line = muscle_words(muscle, share);
            ui.label(text(line, 11.0, Weight::SemiBold).color(palette.text));
            return;
        }
        for (word, tone) in crate::chart::body_key() {
            let (rect, _) = ui.allocate_exact_size(egui::vec2(9.0, 9.0), Sense::hover());
            ui.painter().rect_filled(rect, 2.0, color(palette, tone));
            ui.label(text(word, 10.0, Weight::Regular).color(palette.text_soft));
            ui.add_space(4.0);
        }
    });
}
