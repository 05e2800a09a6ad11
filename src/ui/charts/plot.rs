//! Charts over time: the window moves under the pointer, figures are read, a click opens what is under it.
//!
//! `egui_plot` moves and zooms the window; everything visible is painted from the picture.

use egui::{
    CursorIcon, EventFilter, Key, Pos2, Rangef, Rect, Response, Role, Stroke, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};
use egui_plot::{Plot, PlotTransform};

use super::context::{Around, ChartAction, DrawContext, Outcome, shown_week, week_at, week_beside};
use super::paint::paint;
use super::tooltip::{Tip, tooltip_ui};
use crate::chart::picture::{Area, Picture};
use crate::chart::scene::{Hit, Scene, Target, TimeBody};
use crate::chart::table::Readout;
use crate::chart::time::{Window, date_at, day_of};
use crate::chart::{Annotation, AnnotationKind, SAME_PLACE, clear_of_words};
use crate::ui::format;
use crate::ui::widgets::live;

/// Radius of the ring around a point that is read, in points.
const RING: f32 = 6.0;
/// Of a wide bar so much to either side of the pointer is kept in sight, in points.
const MOST_POINTED: f32 = 30.0;
/// How near the pointer has to be to a point, in points of the screen.
const REACH: f32 = 16.0;
/// A point of the time compared with may lie so many days before its place.
const LIKE: f64 = 4.0;
/// The most marks that are told besides the one that stands for them.
const MOST_OTHERS: usize = 5;
/// How near the pointer has to be to a mark.
const MARK_REACH: f32 = 7.0;

/// Draws a chart over time into the space left.
pub(super) fn plot_ui(
    ui: &mut Ui,
    scene: &Scene,
    body: &TimeBody,
    picture: &Picture,
    context: &DrawContext<'_>,
    outcome: &mut Outcome,
) {
    let around = context.around(ui);
    let origin = ui.available_rect_before_wrap().min;
    let frame = on_screen(picture.frame, origin);
    let surface = Surface::begin(ui, scene.chart.word(), frame, picture, context);
    surface.follow_pointer(context, outcome);
    surface.follow_keys(ui, context, outcome);

    let palette = context.view.palette;
    let free = ui.painter().clone();
    let inside = free.with_clip_rect(frame.intersect(free.clip_rect()));
    surface.paint_weeks(&inside, context);
    paint(&free, palette, origin, &picture.around);
    paint(&inside, palette, origin, &picture.inside);
    surface.paint_cursor(&inside, context, origin, picture);

    let pointer = surface.pointer();
    let mark = pointer_over(ui, origin).and_then(|at| mark_at(picture, origin, context.marks, at));
    let hit = pointer.and_then(|at| surface.hit_at(body, at));
    if let Some(hit) = hit.filter(|hit| hit.value.is_some()) {
        let at = surface.place(hit);
        inside.circle_stroke(at, RING, Stroke::new(2.0, palette.text));
        // The line under the title, and the other charts, read the day of the point and not the one beside it.
        outcome.hovered = Some(f64::midpoint(hit.from, hit.to));
    }
    if let Some(mark) = mark {
        mark_tip_ui(&surface, around, context, mark);
        // Marks are above the chart, where only they are clicked.
        if ui.input(|input| input.pointer.primary_clicked()) {
            outcome.action = week_at(&context.view, mark.day).map(ChartAction::ShowWeek);
        }
    } else if let Some(hit) = hit {
        hit_tip_ui(&surface, around, scene, body, hit, context);
    }
    let label = || WidgetInfo::labeled(Role::Figure, true, &scene.summary);
    surface.response.widget_info(label);
    let today = context.view.today;
    live::value(&surface.response, || scene.table.spoken_value(today));

    if pointer.is_some() || mark.is_some() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if surface.response.clicked() {
        let week = || {
            let day = surface.day_under_pointer()?;
            Some(ChartAction::ShowWeek(week_at(&context.view, day)?))
        };
        outcome.action = hit.map(|hit| action(hit.target)).or_else(week);
    }
}

/// What a click on something shows.
pub(super) fn action(target: Target) -> ChartAction {
    match target {
        Target::Week(date) => ChartAction::ShowWeek(date),
        Target::Session(session) => ChartAction::OpenSession(session),
    }
}

fn on_screen(area: Area, origin: Pos2) -> Rect {
    let [left, top] = area.min;
    let [right, bottom] = area.max;
    Rect::from_min_max(pos2(left, top), pos2(right, bottom)).translate(origin.to_vec2())
}

/// The plot that moves the window, and where its days and values stand.
struct Surface {
    frame: Rect,
    transform: PlotTransform,
    response: Response,
}

impl Surface {
    fn begin(
        ui: &mut Ui,
        id: &str,
        frame: Rect,
        picture: &Picture,
        context: &DrawContext<'_>,
    ) -> Self {
        let mut plot_ui = ui.new_child(UiBuilder::new().max_rect(frame).id_salt(id));
        let window = context.window;
        let [low, high] = picture.values;
        let shown = Plot::new(id)
            .width(frame.width())
            .height(frame.height())
            .show_axes(false)
            .show_grid(false)
            .show_background(false)
            .show_x(false)
            .show_y(false)
            .allow_drag([true, false])
            .allow_zoom([true, false])
            .allow_scroll([true, false])
            .allow_axis_zoom_drag(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .show(&mut plot_ui, |plot| {
                plot.set_plot_bounds_x(window.start..=window.end);
                plot.set_plot_bounds_y(low..=high);
            });
        Self {
            frame,
            transform: shown.transform,
            response: shown.response,
        }
    }

    /// Where the pointer is, unless it is busy moving the window.
    fn pointer(&self) -> Option<Pos2> {
        let pointer = self.response.hover_pos()?;
        (!self.response.dragged()).then_some(pointer)
    }

    fn day_under_pointer(&self) -> Option<f64> {
        Some(self.transform.value_from_position(self.pointer()?).x)
    }

    fn x(&self, day: f64) -> f32 {
        self.transform.position_from_point_x(day)
    }

    fn place(&self, hit: Hit) -> Pos2 {
        let value = hit.value.unwrap_or_default();
        let y = self.transform.position_from_point_y(value);
        pos2(self.x(f64::midpoint(hit.from, hit.to)), y)
    }

    /// Where what can be pointed at stands: the ring of a point, or a stretch of time in all its height, of a wide one
    /// what is near the pointer. Nothing of a stretch so short that it is a place on a line.
    fn pointed(&self, hit: Hit) -> Option<Rect> {
        if hit.value.is_some() {
            let ring = Vec2::splat(2.0 * RING + 2.0);
            return Some(Rect::from_center_size(self.place(hit), ring));
        }
        let mut across = Rangef::new(self.x(hit.from), self.x(hit.to));
        if let Some(pointer) = self.pointer() {
            across = across.intersection(Rangef::point(pointer.x).expand(MOST_POINTED));
        }
        let stretch = Rect::from_x_y_ranges(across, self.frame.y_range());
        (across.span() > RING).then(|| stretch.intersect(self.frame))
    }

    /// What is under a place: a point near it, or else the stretch of time it lies in.
    fn hit_at(&self, body: &TimeBody, at: Pos2) -> Option<Hit> {
        let day = self.transform.value_from_position(at).x;
        let points = body.hits.iter().filter(|hit| hit.value.is_some());
        // Horizontal distance counts more: a line is read along time.
        let away = |hit: &&Hit| {
            let offset = self.place(**hit) - at;
            offset.x.abs() + 0.2 * offset.y.abs()
        };
        let near = points.min_by(|a, b| away(a).total_cmp(&away(b)));
        let near = near.filter(|hit| (self.place(**hit).x - at.x).abs() <= REACH);
        let span = |hit: &&Hit| hit.value.is_none() && (hit.from..hit.to).contains(&day);
        near.or_else(|| body.hits.iter().find(span)).copied()
    }

    fn follow_pointer(&self, context: &DrawContext<'_>, outcome: &mut Outcome) {
        if self.response.double_clicked() {
            outcome.reset = true;
            outcome.double_clicked = true;
            return;
        }
        let bounds = self.transform.bounds();
        let moved = Window {
            start: bounds.min()[0],
            end: bounds.max()[0],
        };
        let window = context.window;
        if (moved.start - window.start).abs() > 1e-6 || (moved.end - window.end).abs() > 1e-6 {
            outcome.window = Some(moved.within(context.reach));
        }
        if let Some(day) = self.day_under_pointer() {
            outcome.hovered = Some(day);
        }
    }

    /// The arrow keys walk from week to week.
    fn follow_keys(&self, ui: &Ui, context: &DrawContext<'_>, outcome: &mut Outcome) {
        if !self.response.has_focus() {
            return;
        }
        let arrows = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.response.id, arrows));
        let steps = ui.input(|input| {
            i64::from(input.key_pressed(Key::ArrowRight))
                - i64::from(input.key_pressed(Key::ArrowLeft))
        });
        if steps != 0 {
            outcome.action = week_beside(&context.view, steps).map(ChartAction::ShowWeek);
        }
    }

    /// Bands behind the shown week and the week under the pointer, in this chart or another.
    fn paint_weeks(&self, painter: &egui::Painter, context: &DrawContext<'_>) {
        let view = &context.view;
        let shown = shown_week(view).first;
        let hovered = context.hovered.and_then(|day| week_at(view, day));
        let hovered = hovered.filter(|week| *week != shown);
        let bands = [
            (hovered, view.palette.well),
            (Some(shown), view.palette.accent_soft),
        ];
        for (week, color) in bands {
            let Some(week) = week else { continue };
            let day = day_of(week);
            let across = self.x(day)..=self.x(day + 7.0);
            let band = Rect::from_x_y_ranges(across, self.frame.y_range());
            painter.rect_filled(band.expand2(vec2(0.0, -0.5)), 3.0, color);
        }
    }

    /// The day under the pointer, in this chart or another.
    fn paint_cursor(
        &self,
        painter: &egui::Painter,
        context: &DrawContext<'_>,
        origin: Pos2,
        picture: &Picture,
    ) {
        let Some(day) = context.hovered else { return };
        let ink = context.view.palette.text_faint.gamma_multiply(0.6);
        let x = self.x(day).round() + 0.5;
        let [top, bottom] = [self.frame.top(), self.frame.bottom()].map(|y| y - origin.y);
        for [from, to] in clear_of_words(picture, x - origin.x, [top, bottom]) {
            let down = Rangef::new(origin.y + from, origin.y + to);
            painter.vline(x, down, Stroke::new(1.0, ink));
        }
    }
}

/// Where the pointer is over the chart and its head, where marks stand.
fn pointer_over(ui: &Ui, origin: Pos2) -> Option<Pos2> {
    let at = ui.ctx().pointer_hover_pos()?;
    let rect = Rect::from_min_max(origin, ui.max_rect().max);
    (rect.contains(at) && ui.rect_contains_pointer(rect)).then_some(at)
}

fn mark_at<'m>(
    picture: &Picture,
    origin: Pos2,
    marks: &'m [Annotation],
    at: Pos2,
) -> Option<&'m Annotation> {
    let near = picture.spots.iter().find(|spot| {
        let [x, y] = spot.at;
        let offset: Vec2 = pos2(x, y) + origin.to_vec2() - at;
        offset.x.abs() <= MARK_REACH && offset.y.abs() <= MARK_REACH
    })?;
    marks.get(near.mark)
}

/// What a mark says, and what the others say that it stands for.
fn mark_tip_ui(surface: &Surface, around: Around, context: &DrawContext<'_>, mark: &Annotation) {
    let name = |kind: AnnotationKind| match kind {
        AnnotationKind::Race => "Race",
        AnnotationKind::Program => "Program",
        AnnotationKind::Pain => "Pain logged",
        AnnotationKind::Note => "Note",
    };
    let near =
        |other: &&Annotation| (surface.x(other.day) - surface.x(mark.day)).abs() < SAME_PLACE;
    let others = context
        .marks
        .iter()
        .filter(near)
        .filter(|other| *other != mark);
    let rows = others.take(MOST_OTHERS).map(|other| {
        let date = date_at(other.day)
            .map(format::day_month)
            .unwrap_or_default();
        Readout {
            tone: None,
            name: format!("{}: {}, {date}", name(other.kind), other.text),
            value: String::new(),
        }
    });
    let tip = Tip {
        title: format!("{}: {}", name(mark.kind), mark.text),
        rows: rows.collect(),
        hint: "Click to show the week.",
        of: None,
    };
    tooltip_ui(&surface.response, around, context.view.palette, &tip);
}

fn hit_tip_ui(
    surface: &Surface,
    around: Around,
    scene: &Scene,
    body: &TimeBody,
    hit: Hit,
    context: &DrawContext<'_>,
) {
    if scene.table.rows.get(hit.row).is_none() {
        return;
    }
    let hint = match hit.target {
        Target::Week(_) => "Click to show the week.",
        Target::Session(_) => "Click to open the session.",
    };
    let mut rows = scene.table.readings(hit.row);
    rows.extend(then(scene, body, hit, context));
    let tip = Tip {
        title: scene.table.title(hit.row),
        rows,
        hint,
        of: surface.pointed(hit),
    };
    tooltip_ui(&surface.response, around, context.view.palette, &tip);
}

/// The first figure of the time that the chart is held against.
fn then(scene: &Scene, body: &TimeBody, hit: Hit, context: &DrawContext<'_>) -> Option<Readout> {
    let (days, name) = context.ghost.as_ref()?;
    let then = body.hit_on(f64::midpoint(hit.from, hit.to) - days, LIKE)?;
    let when = scene.table.short_title(then.row);
    let first = scene.table.readings(then.row).into_iter().next()?;
    Some(Readout {
        tone: None,
        name: format!("{} {name} ({when})", first.name),
        value: first.value,
    })
}
