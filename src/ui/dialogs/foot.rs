//! The foot of a dialog: its buttons stay in sight while what is above them scrolls.

use egui::{Context, Id, InnerResponse, Layout, Rect, Ui, UiBuilder, pos2};

/// Where the foot of the open dialog stands, as far as the host knows before it is drawn.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Of everything above the foot: where it begins on the screen, and where as it is scrolled.
    top: f32,
    scrolled_top: f32,
    /// The most that is seen of it.
    room: f32,
    /// What of the screen the dialog may draw on.
    clip: Rect,
    /// How high the foot became, with the gap above it, and where it ends; 0 until it is drawn.
    height: f32,
    bottom: f32,
}

fn place_id() -> Id {
    Id::unique("place of the dialog’s foot")
}

fn known_id(form: &'static str) -> Id {
    Id::unique(("height of the dialog’s foot", form))
}

/// The height of a form's foot when it was drawn last.
pub(super) fn known(ctx: &Context, form: &'static str) -> f32 {
    ctx.data(|data| data.get_temp(known_id(form)))
        .unwrap_or_default()
}

/// Remembers how high a foot is, and draws once more where that has changed.
pub(super) fn keep(ctx: &Context, form: &'static str, height: f32) {
    if (known(ctx, form) - height).abs() > 0.5 {
        ctx.data_mut(|data| data.insert_temp(known_id(form), height));
        ctx.request_repaint();
    }
}

/// To be called where a form begins, in what scrolls: `room` is the most that is seen of it, from `top` on.
pub(super) fn begin(ui: &Ui, top: f32, room: f32, clip: Rect) {
    let place = Place {
        top,
        scrolled_top: ui.max_rect().top(),
        room,
        clip,
        height: 0.0,
        bottom: 0.0,
    };
    ui.data_mut(|data| data.insert_temp(place_id(), place));
}

/// Makes room for the foot below what scrolls, which is drawn by now. Gives its height with the gap above it; 0 of a form
/// that has none.
pub(super) fn end(ui: &mut Ui) -> f32 {
    let place = ui.data_mut(|data| {
        let place = data.get_temp::<Place>(place_id());
        data.remove::<Place>(place_id());
        place
    });
    let Some(place) = place.filter(|place| place.height > 0.0) else {
        return 0.0;
    };
    let taken = ui.min_rect().with_max_y(place.bottom);
    ui.advance_cursor_after_rect(taken);
    place.height
}

/// Draws the row of buttons that a dialog ends with.
pub(super) fn foot_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    tall_foot_ui(ui, |ui| ui.horizontal(add).inner)
}

/// The same where the buttons take a second line in a narrow window.
pub(super) fn wrapped_foot_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    tall_foot_ui(ui, |ui| ui.horizontal_wrapped(add).inner)
}

/// The same of several lines.
pub(super) fn tall_foot_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let Some(mut place) = ui.data(|data| data.get_temp::<Place>(place_id())) else {
        return ui.vertical(add).inner;
    };
    let gap = ui.spacing().item_spacing.y;
    let above = ui.cursor().top() - gap - place.scrolled_top;
    let top = place.top + above.min(place.room) + gap;
    let across = ui.max_rect().x_range();
    let rect = Rect::from_min_max(
        pos2(across.min, top),
        pos2(across.max, place.clip.bottom().max(top)),
    );
    let builder = UiBuilder::new()
        .id_salt("foot")
        .max_rect(rect)
        .layout(Layout::top_down(egui::Align::Min));
    let mut foot = ui.new_child(builder);
    foot.set_clip_rect(place.clip);
    let InnerResponse { inner, response } = foot.scope(add);
    place.height = gap + response.rect.height();
    place.bottom = response.rect.bottom();
    ui.data_mut(|data| data.insert_temp(place_id(), place));
    inner
}
