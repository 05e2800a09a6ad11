//! Charts put in another order: dragged by their titles.

use egui::{
    Align2, Context, CursorIcon, DragAndDrop, Id, LayerId, Order, Rect, Role, Sense, Stroke, Ui,
    WidgetInfo, vec2,
};

use super::context::Outcome;
use crate::chart::{Chart, ChartSelection};
use crate::ui::theme::{Palette, Weight, font};

/// A chart on its way to another place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Moved(Chart);

/// Lets a chart be dragged by a part of the screen: its title.
pub(super) fn handle_ui(ui: &Ui, title: Rect, chart: Chart) {
    let id = ui.scope_id().with("move");
    let response = ui.interact(title, id, Sense::drag());
    let name = || format!("Drag to move {}", chart.name());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, name()));
    response.dnd_set_drag_payload(Moved(chart));
    response.on_hover_cursor(CursorIcon::Grab);
}

/// Shows where a dragged chart would land beside the one in `cell`, and puts it there when it is let go.
pub(super) fn target_ui(
    ui: &Ui,
    cell: Rect,
    chart: Chart,
    palette: &Palette,
    choice: &ChartSelection,
    outcome: &mut Outcome,
) {
    let Some(moved) = DragAndDrop::payload::<Moved>(ui.ctx()) else {
        return;
    };
    let response = ui.interact(
        cell,
        Id::unique(("chart target", chart.word())),
        Sense::hover(),
    );
    let Some(pointer) = ui.ctx().pointer_interact_pos() else {
        return;
    };
    if moved.0 == chart || !response.contains_pointer() {
        return;
    }
    let behind = pointer.x > cell.center().x;
    let x = if behind {
        cell.right() + 10.0
    } else {
        cell.left() - 10.0
    };
    let line = Stroke::new(2.0, palette.accent);
    let on_top = ui.ctx().layer_painter(layer());
    on_top.vline(x.round(), cell.y_range(), line);
    if response.dnd_release_payload::<Moved>().is_some() {
        let mut choice = choice.clone();
        choice.put_beside(moved.0, chart, behind);
        outcome.choice = Some(choice);
    }
}

/// Draws the name of a dragged chart at the pointer.
pub(super) fn dragged_ui(ctx: &Context, palette: &Palette) {
    let (Some(moved), Some(pointer)) = (
        DragAndDrop::payload::<Moved>(ctx),
        ctx.pointer_interact_pos(),
    ) else {
        return;
    };
    ctx.set_cursor_icon(CursorIcon::Grabbing);
    let painter = ctx.layer_painter(layer());
    let at = pointer + vec2(14.0, 10.0);
    let (font, ink) = (font(13.0, Weight::SemiBold), palette.text);
    let name = painter.layout_no_wrap(moved.0.name().to_owned(), font, ink);
    let card = Align2::LEFT_TOP
        .anchor_size(at, name.size())
        .expand2(vec2(10.0, 6.0));
    painter.rect(
        card,
        8.0,
        palette.surface,
        Stroke::new(1.0, palette.accent),
        egui::StrokeKind::Inside,
    );
    painter.galley(at, name, ink);
}

fn layer() -> LayerId {
    LayerId::new(Order::Tooltip, Id::unique("moved chart"))
}
