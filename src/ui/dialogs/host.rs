//! The window of every dialog: it never outgrows the program's window, and asks before typed text is lost.

use egui::{Context, Event, Frame, Id, Key, Label, Modal, Modifiers, Ui, Vec2};

use crate::library::Library;
use crate::ui::action::{Action, Actions, CloseStep};
use crate::ui::theme::{Palette, Weight, font, text};
use crate::ui::widgets::{buttons, live, main_button, scrolling};

use super::dialog::{Dialog, DialogContext, DialogResponse};
use super::foot;

pub(super) use super::foot::{foot_ui, tall_foot_ui, wrapped_foot_ui};

/// What stays free around a dialog, in points.
const EDGE: f32 = 24.0;
/// The same above and below it in a low window, which has no height to spare.
const LOW_EDGE: f32 = 12.0;
/// A window lower than this is low, in points.
const LOW: f32 = 560.0;
/// Between a dialog's frame and what is in it, in points.
const PAD: f32 = 16.0;
/// What a scroll bar beside a body takes, in points.
pub(super) const BAR: f32 = 12.0;
/// Between the title of a dialog and what is in it, beside the usual spacing, in points.
const TITLE_GAP: f32 = 4.0;
/// What title and buttons take before they were drawn once, in points.
const REST_AT_FIRST: f32 = 150.0;
/// A window for which dialogs are drawn as they usually are, in points.
const LAPTOP: Vec2 = Vec2::new(1440.0, 900.0);
/// What a large dialog takes of what a window has beyond that.
const SHARE: f32 = 0.4;
/// The least height of a body, in points: some lines to scroll.
const LEAST: f32 = 72.0;
/// What goes on with what was typed.
const KEEP: &str = "Keep editing";

fn body_id() -> Id {
    Id::unique("height of the dialog’s body")
}

fn rest_id(form: &'static str) -> Id {
    Id::unique(("height around the dialog’s body", form))
}

/// Of the open dialog: what its body takes, and what stands around it.
#[derive(Debug, Clone, Copy)]
struct Heights {
    form: &'static str,
    body: f32,
}

/// Draws what stands between the title and the buttons of a dialog. `add` is given the height that it may take: `most`,
/// or less where the window has no room for that beside title and buttons.
pub(super) fn body<R>(ui: &mut Ui, most: f32, add: impl FnOnce(&mut Ui, f32) -> R) -> R {
    let known = ui.data(|data| data.get_temp::<Heights>(body_id()));
    let form = known.map_or("", |known| known.form);
    let rest = ui.data(|data| data.get_temp::<f32>(rest_id(form)));
    let window = ui.ctx().content_rect().height();
    let room = window - 2.0 * edge(window) - rest.unwrap_or(REST_AT_FIRST);
    let height = room.min(most).max(LEAST);
    let shown = ui.scope(|ui| add(ui, height));
    // Content that takes more than it was given counts as surroundings, so that the next frame gives it less.
    let body = shown.response.rect.height().min(height);
    ui.data_mut(|data| data.insert_temp(body_id(), Heights { form, body }));
    shown.inner
}

/// What stays free above and below a dialog in a window of a height.
fn edge(window: f32) -> f32 {
    if window < LOW { LOW_EDGE } else { EDGE }
}

/// A height for what gains by it, such as a long list or a preview: what is usual, and more in a window that is taller
/// than a laptop's.
pub(super) fn tall(ui: &Ui, usual: f32) -> f32 {
    let window = ui.ctx().content_rect().height();
    usual + SHARE * (window - LAPTOP.y).max(0.0)
}

/// The same for a width.
pub(super) fn wide(ui: &Ui, usual: f32) -> f32 {
    let window = ui.ctx().content_rect().width();
    usual + SHARE * (window - LAPTOP.x).max(0.0)
}

/// Gives the keyboard to the button with which a question without fields is answered most safely, unless something has it.
pub(super) fn take_keyboard(button: &egui::Response) {
    if button.ctx.memory(|memory| memory.focused().is_none()) {
        button.request_focus();
    }
}

/// The title of a dialog.
pub(super) fn title_ui(ui: &mut Ui, title: &str) {
    ui.label(text(title, 15.0, Weight::SemiBold));
    ui.add_space(TITLE_GAP);
}

/// A width for a dialog: as wanted, or what the window has.
pub(super) fn width(ui: &Ui, wanted: f32) -> f32 {
    let window = ui.ctx().content_rect().width();
    wanted.min(window - 2.0 * (EDGE + PAD))
}

/// Draws the open dialog. Escape asks before it loses what was typed, and once asked discards it; a click beside the
/// dialog is a slip and discards nothing.
pub fn dialogs_ui(
    ctx: &Context,
    palette: &'static Palette,
    library: &Library,
    open: &mut Option<Dialog>,
    actions: &mut Actions,
) {
    let Some(dialog) = open else { return };
    main_button::follow_keys(ctx);
    // Typing on withdraws the question whether to discard.
    dialog.asks &= !is_typing(ctx);
    dialog.closes_window &= dialog.asks;
    let asks = dialog.asks;
    let closes_window = dialog.closes_window;
    let id = dialog.form().id();
    let begun = Heights {
        form: id,
        body: 0.0,
    };
    ctx.data_mut(|data| data.insert_temp(body_id(), begun));
    let frame = Frame::popup(&ctx.global_style()).inner_margin(PAD);
    let seen = ctx.content_rect().size();
    let area = Modal::default_area(Id::unique(id));
    let area = dialog.place.put(area, seen, edge(seen.y));
    // Heights are rounded to pixels: what fits but for a part of one does not scroll.
    let window = ctx.content_rect().height();
    let room = window - 2.0 * (edge(window) + PAD) + 1.0;
    let modal = Modal::new(Id::unique(id)).area(area).frame(frame);
    let modal = modal.show(ctx, |ui| {
        ui.spacing_mut().scroll.floating_allocated_width = 8.0;
        let (top, clip) = (ui.cursor().top(), ui.clip_rect());
        // If even the smallest body does not fit, everything above the buttons scrolls.
        let room = (room - foot::known(ctx, id)).max(LEAST);
        let scrolled = scrolling::list(room)
            .id_salt("whole dialog")
            .show(ui, |ui| {
                foot::begin(ui, top, room, clip);
                let context = DialogContext {
                    palette,
                    library,
                    actions,
                };
                dialog.form().ui(ui, context)
            });
        // The form has drawn its foot below what is seen of it.
        let foot = foot::end(ui);
        let begun = ui.min_rect().bottom();
        let width = scrolled.inner_rect.width();
        let said = asks.then(|| ask_ui(ui, palette, closes_window, width));
        let asked = ui.min_rect().bottom() - begun;
        foot::keep(ctx, id, foot + asked);
        let whole = scrolled.content_size.y + foot + asked;
        (scrolled.inner, said.flatten(), whole)
    });
    let (answer, said, whole) = modal.inner;
    keep_rest(ctx, id, whole + 2.0 * PAD);
    // Its place was that of the size before.
    if dialog.place.follow(ctx, modal.response.rect) {
        ctx.request_repaint();
    }
    let is_on_top = modal.is_top_modal && !modal.any_popup_open;
    let escaped =
        is_on_top && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let slipped = modal.backdrop_response.clicked();
    let would_lose = dialog.is_changed();
    let closes = match said {
        Some(DiscardChoice::Discard) => {
            if closes_window {
                actions.push(Action::Close(CloseStep::Discarded));
            }
            true
        }
        Some(DiscardChoice::KeepEditing) => {
            dialog.asks = false;
            dialog.closes_window = false;
            false
        }
        None if answer == DialogResponse::Close || modal.response.should_close() => true,
        None if escaped => !would_lose || asks,
        None if slipped => !would_lose,
        None => false,
    };
    if closes {
        *open = None;
    } else if (escaped || slipped) && !asks {
        dialog.asks = true;
        ctx.request_repaint();
    }
}

/// Remembers what stands around the body, and draws once more where that has changed.
fn keep_rest(ctx: &Context, form: &'static str, whole: f32) {
    let body = ctx.data(|data| data.get_temp::<Heights>(body_id()));
    let Some(body) = body.map(|heights| heights.body).filter(|body| *body > 0.0) else {
        return;
    };
    let rest = whole - body;
    let known = ctx.data(|data| data.get_temp::<f32>(rest_id(form)));
    if known.is_none_or(|known| (known - rest).abs() > 0.5) {
        ctx.data_mut(|data| data.insert_temp(rest_id(form), rest));
        ctx.request_repaint();
    }
}

/// True in a frame in which something is typed or pasted into a field.
fn is_typing(ctx: &Context) -> bool {
    let is_text = |event: &Event| matches!(event, Event::Text(_) | Event::Paste(_));
    ctx.text_edit_focused() && ctx.input(|input| input.events.iter().any(is_text))
}

/// What is said to the question whether what was typed may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DiscardChoice {
    Discard,
    KeepEditing,
}

fn ask_ui(
    ui: &mut Ui,
    palette: &Palette,
    closes_window: bool,
    width: f32,
) -> Option<DiscardChoice> {
    let mut said = None;
    ui.add_space(4.0);
    let (question, discard) = if closes_window {
        let question =
            "Your changes here are not saved yet. Close the window again to discard them.";
        (question, "Discard and close")
    } else {
        let question = "Your changes here are not saved yet. Press Escape again to discard them.";
        (question, "Discard")
    };
    let caution = palette.severity(crate::rules::Severity::Caution);
    let question_ui = |ui: &mut Ui| {
        let question = text(question, 12.5, Weight::SemiBold).color(caution);
        live::announce(&ui.add(Label::new(question).wrap()));
    };
    let mut buttons_ui = |ui: &mut Ui| {
        if buttons::small_ui(ui, discard).clicked() {
            said = Some(DiscardChoice::Discard);
        }
        if buttons::small_ui(ui, KEEP).clicked() {
            said = Some(DiscardChoice::KeepEditing);
        }
    };
    // Both buttons stand beside the question, or both below it.
    let spacing = ui.spacing();
    let around = 4.0 * spacing.button_padding.x + 2.0 * spacing.item_spacing.x;
    let wide = |words: &str, font| {
        let galley = ui
            .painter()
            .layout_no_wrap(words.to_owned(), font, palette.text);
        galley.size().x
    };
    let asked = wide(question, font(12.5, Weight::SemiBold));
    let small = font(12.0, Weight::Regular);
    let answers = wide(discard, small.clone()) + wide(KEEP, small);
    if asked + answers + around <= width {
        ui.horizontal(|ui| {
            question_ui(ui);
            buttons_ui(ui);
        });
    } else {
        ui.set_max_width(width);
        question_ui(ui);
        ui.horizontal(buttons_ui);
    }
    said
}
