//! The surface a chart is drawn on: the axes, the marked weeks, today, and what the pointer does.
//!
//! `egui_plot` moves and zooms the window; everything visible is painted here and in the charts.

use egui::{
    Align2, Color32, CursorIcon, EventFilter, Key, Painter, Pos2, Rect, Response, Role, Shape,
    Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_plot::{Plot, PlotTransform};

use super::time_axis::{self, LabelPlace, Window, day_of};
use super::value_axis::Scale;
use super::{ChartAction, Outcome, Stage, week_at, week_beside};
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, font};

/// Size of the figures on both axes, in points.
const AXIS_TEXT: f32 = 10.0;
/// Left of the chart, for the figures of the value axis.
const GUTTER: f32 = 32.0;
/// Above the chart, for "today" and the unit.
const HEAD: f32 = 16.0;
/// Under the chart, for the time labels.
const FOOT: f32 = 18.0;
/// Room a month or year takes after its tick, in points.
const ROOM_AFTER: f32 = 24.0;
/// The smallest chart worth drawing.
const LEAST: egui::Vec2 = vec2(60.0, 30.0);

/// What a canvas is to show besides its data.
pub(super) struct Axes<'a> {
    /// Unique among the charts.
    pub(super) id: &'a str,
    /// The unit of the value axis.
    pub(super) unit: &'a str,
    /// What the value axis covers.
    pub(super) scale: Scale,
}

/// A surface with its axes, ready to be drawn on.
pub(super) struct Canvas<'a> {
    stage: &'a Stage<'a>,
    /// Clipped to the chart.
    pub(super) painter: Painter,
    /// Clipped to the panel only, for what may reach over the edge.
    pub(super) free: Painter,
    transform: PlotTransform,
    pub(super) response: Response,
}

/// The rectangle of the chart itself within `ui`.
fn frame_in(ui: &Ui) -> Rect {
    let whole = ui.available_rect_before_wrap();
    let min = whole.min + vec2(GUTTER, HEAD);
    Rect::from_min_max(min, (whole.max - vec2(1.0, FOOT)).max(min + LEAST))
}

/// How high the chart itself will be, for its scale.
pub(super) fn height_in(ui: &Ui) -> f32 {
    frame_in(ui).height()
}

/// How wide the chart itself will be.
pub(super) fn width_in(ui: &Ui) -> f32 {
    frame_in(ui).width()
}

impl<'a> Canvas<'a> {
    /// Lays the surface out in the space left, moves the window, and paints what lies behind the data.
    pub(super) fn begin(
        ui: &mut Ui,
        stage: &'a Stage<'a>,
        axes: &Axes<'_>,
        outcome: &mut Outcome,
    ) -> Self {
        let frame = frame_in(ui);
        let free = ui.painter().clone();
        let mut plot_ui = ui.new_child(UiBuilder::new().max_rect(frame).id_salt(axes.id));
        let window = stage.window;
        let scale = axes.scale;
        let shown = Plot::new(axes.id)
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
                plot.set_plot_bounds_y(scale.low..=scale.high);
            });
        let canvas = Self {
            stage,
            painter: free.with_clip_rect(frame.intersect(free.clip_rect())),
            free,
            transform: shown.transform,
            response: shown.response,
        };
        canvas.follow_pointer(outcome);
        canvas.follow_keys(ui, outcome);
        canvas.paint_weeks();
        canvas.paint_values(axes);
        canvas.paint_times();
        canvas
    }

    /// Names the chart for those who cannot see it, and shows when the keyboard is on it.
    pub(super) fn finish(&self, name: impl Fn() -> String) {
        if self.response.has_focus() {
            let line = Stroke::new(1.5, self.palette().accent);
            self.free
                .rect_stroke(self.frame().expand(2.0), 4.0, line, StrokeKind::Outside);
        }
        self.response
            .widget_info(|| WidgetInfo::labeled(Role::Figure, true, name()));
    }

    pub(super) fn palette(&self) -> &'a Palette {
        self.stage.view.palette
    }

    /// The chart on screen.
    pub(super) fn frame(&self) -> Rect {
        *self.transform.frame()
    }

    /// Where a day stands on screen.
    pub(super) fn x(&self, day: f64) -> f32 {
        self.transform.position_from_point_x(day)
    }

    /// Where a value stands on screen.
    pub(super) fn y(&self, value: f64) -> f32 {
        self.transform.position_from_point_y(value)
    }

    /// Where the pointer is, unless it is busy moving the window.
    pub(super) fn pointer(&self) -> Option<Pos2> {
        let pointer = self.response.hover_pos()?;
        (!self.response.dragged()).then_some(pointer)
    }

    /// The day under the pointer.
    pub(super) fn day_under_pointer(&self) -> Option<f64> {
        Some(self.transform.value_from_position(self.pointer()?).x)
    }

    /// A direct label centred over `at`, kept inside the chart and legible over what it covers.
    /// Returns where it stands.
    pub(super) fn label_over(
        &self,
        at: Pos2,
        text: String,
        color: Color32,
        weight: Weight,
    ) -> Rect {
        let galley = self
            .painter
            .layout_no_wrap(text, font(AXIS_TEXT, weight), color);
        let frame = self.frame().shrink2(vec2(3.0, 1.0));
        let size = galley.size();
        let left =
            (at.x - size.x / 2.0).clamp(frame.left(), (frame.right() - size.x).max(frame.left()));
        let top = (at.y - size.y).max(frame.top());
        let rect = Rect::from_min_size(pos2(left, top), size);
        let behind = self.palette().surface.gamma_multiply(0.82);
        self.painter
            .rect_filled(rect.expand2(vec2(3.0, 0.0)), 3.0, behind);
        self.painter.galley(rect.min, galley, color);
        rect
    }
    /// Shows that a click does something here.
    pub(super) fn invite_click(&self) {
        if self.pointer().is_some() {
            self.response.ctx.set_cursor_icon(CursorIcon::PointingHand);
        }
    }

    /// A message in the middle of the chart.
    pub(super) fn message(&self, text: &str) {
        let color = self.palette().text_faint;
        let at = self.frame().center();
        self.painter.text(
            at,
            Align2::CENTER_CENTER,
            text,
            font(11.0, Weight::Regular),
            color,
        );
    }

    /// Marks today, over the bars and under the labels.
    pub(super) fn paint_today(&self) {
        let day = day_of(self.stage.view.today) + 0.5;
        if !(self.stage.window.start..self.stage.window.end).contains(&day) {
            return;
        }
        let frame = self.frame();
        let color = self.palette().accent;
        let x = self.x(day).round() + 0.5;
        let line = [pos2(x, frame.top() - 4.0), pos2(x, frame.bottom())];
        self.free
            .extend(Shape::dashed_line(&line, Stroke::new(1.0, color), 3.0, 3.0));
        let at_right = x + 40.0 < frame.right();
        let (offset, align) = if at_right {
            (-2.0, Align2::LEFT_BOTTOM)
        } else {
            (2.0, Align2::RIGHT_BOTTOM)
        };
        self.axis_text(pos2(x + offset, frame.top() - 3.0), align, "today", color);
    }

    fn follow_pointer(&self, outcome: &mut Outcome) {
        if self.response.double_clicked() {
            outcome.reset = true;
            return;
        }
        let bounds = self.transform.bounds();
        let moved = Window {
            start: bounds.min()[0],
            end: bounds.max()[0],
        };
        let window = self.stage.window;
        if (moved.start - window.start).abs() > 1e-6 || (moved.end - window.end).abs() > 1e-6 {
            outcome.window = Some(moved.within(self.stage.reach));
        }
        if let Some(week) = self
            .day_under_pointer()
            .and_then(|day| week_at(&self.stage.view, day))
        {
            outcome.hovered = Some(week);
        }
    }

    /// The arrow keys walk from week to week.
    fn follow_keys(&self, ui: &Ui, outcome: &mut Outcome) {
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
            outcome.action = week_beside(&self.stage.view, steps).map(ChartAction::ShowWeek);
        }
    }

    /// Bands behind the shown week and the week under the pointer, in this chart or another.
    fn paint_weeks(&self) {
        let view = &self.stage.view;
        let shown = week_at(view, day_of(view.shown_monday));
        let hovered = self.stage.hovered.filter(|week| Some(*week) != shown);
        let bands = [
            (hovered, self.palette().well),
            (shown, self.palette().accent_soft),
        ];
        for (week, color) in bands {
            let Some(week) = week else { continue };
            let day = day_of(week);
            let band =
                Rect::from_x_y_ranges(self.x(day)..=self.x(day + 7.0), self.frame().y_range());
            self.painter
                .rect_filled(band.expand2(vec2(0.0, -0.5)), 3.0, color);
        }
    }

    fn paint_values(&self, axes: &Axes<'_>) {
        let frame = self.frame();
        let palette = self.palette();
        let right = frame.left() - 7.0;
        for value in axes.scale.ticks() {
            let y = self.y(value).round() + 0.5;
            let base = value == 0.0 && axes.scale.low == 0.0;
            let color = if base {
                palette.mix(palette.text_faint, 0.45)
            } else {
                palette.hairline
            };
            self.free.hline(frame.x_range(), y, Stroke::new(1.0, color));
            let text = format::number(value, 1);
            self.axis_text(
                pos2(right, y),
                Align2::RIGHT_CENTER,
                text,
                palette.text_faint,
            );
        }
        let at = pos2(right, frame.top() - 3.0);
        self.axis_text(at, Align2::RIGHT_BOTTOM, axes.unit, palette.text_faint);
    }

    fn paint_times(&self) {
        let frame = self.frame();
        let view = &self.stage.view;
        let shown = week_at(view, day_of(view.shown_monday)).unwrap_or(view.shown_monday);
        let in_middle = day_of(shown) + 3.5;
        let top = frame.bottom() + 5.0;
        let palette = self.palette();
        for label in time_axis::labels(self.stage.window, frame.width(), shown) {
            let x = self.x(label.day);
            if label.place == LabelPlace::Centred {
                let color = if label.day == in_middle {
                    palette.accent
                } else {
                    palette.text_faint
                };
                self.axis_text(pos2(x, top), Align2::CENTER_TOP, label.text, color);
            } else if x + ROOM_AFTER < frame.right() {
                let tick = frame.bottom()..=frame.bottom() + 5.0;
                self.free
                    .vline(x.round() + 0.5, tick, Stroke::new(1.0, palette.hairline));
                self.axis_text(
                    pos2(x + 1.0, top),
                    Align2::LEFT_TOP,
                    label.text,
                    palette.text_faint,
                );
            }
        }
    }

    fn axis_text(&self, at: Pos2, align: Align2, text: impl ToString, color: Color32) {
        self.free
            .text(at, align, text, font(AXIS_TEXT, Weight::Regular), color);
    }
}
