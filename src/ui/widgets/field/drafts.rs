//! What is typed into a field until it is left, and what the fields of a frame have in common.

use egui::{Context, Id, Key, Response, Ui};

/// A field under way.
#[derive(Clone, Default)]
pub(super) struct Draft {
    pub(super) text: String,
    /// What stood in the field when it was entered. While nothing is typed, the field follows what it is about.
    began_as: String,
    /// Something was typed, if only to be taken back: the field has a way back and forth of its own.
    typed: bool,
    pub(super) error: Option<String>,
}

impl Draft {
    pub(super) fn begin(current: &str) -> Self {
        Self {
            text: current.to_owned(),
            began_as: current.to_owned(),
            typed: false,
            error: None,
        }
    }

    /// The same, as what the field is about reads now, unless something else stands in it.
    pub(super) fn following(self, current: &str) -> Self {
        if self.error.is_some() || self.text != self.began_as {
            return self;
        }
        Self {
            typed: self.typed,
            ..Self::begin(current)
        }
    }
}

/// What the fields of a frame have in common.
#[derive(Debug, Clone, Copy, Default)]
struct Drafts {
    /// Every field gives on what was typed, as if it were left.
    take: bool,
    /// A field holds typed text that it has not given on.
    held: bool,
    /// Nothing was typed into the field with the keyboard.
    is_untouched: bool,
    /// The same at the end of the frame before.
    was_untouched: bool,
}

fn drafts_id() -> Id {
    Id::unique("drafts of the fields")
}

/// Begins a frame. With `take` every field gives on what was typed into it so far, and keeps the keyboard.
pub fn begin_frame(ctx: &Context, take: bool) {
    let next = Drafts {
        take,
        was_untouched: drafts(ctx).is_untouched,
        ..Drafts::default()
    };
    ctx.data_mut(|data| data.insert_temp(drafts_id(), next));
}

/// True when nothing was typed into the field that had the keyboard at the end of the last frame: there is nothing in it
/// for undo to take back, or for redo to type again.
pub fn was_untouched(ctx: &Context) -> bool {
    drafts(ctx).was_untouched
}

/// True when a field of this frame holds typed text that it has not given on and would lose off the screen.
pub fn holds_draft(ctx: &Context) -> bool {
    drafts(ctx).held
}

fn drafts(ctx: &Context) -> Drafts {
    ctx.data(|data| data.get_temp(drafts_id()))
        .unwrap_or_default()
}

/// What stands in a field that is being typed into, before it is left; `None` for a field at rest.
pub fn typed(ui: &Ui, id: Id) -> Option<String> {
    ui.data(|data| data.get_temp::<Draft>(id))
        .map(|draft| draft.text)
}

/// True in the frame in which Escape leaves a field.
pub fn escaped(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Escape))
}

/// Takes what was typed once the field is left, and keeps the draft until then.
pub(super) fn settle<T>(
    ui: &Ui,
    id: Id,
    response: &Response,
    mut draft: Draft,
    editing: bool,
    current: &str,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Option<T> {
    if response.changed() {
        draft.typed = true;
        draft.error = None;
    }
    // A click elsewhere may remove this field before it notices that it lost focus.
    let pressed_elsewhere = response.has_focus()
        && !response.contains_pointer()
        && ui.input(|input| input.pointer.any_pressed());
    let taken = drafts(ui.ctx()).take && editing && draft.error.is_none();
    if pressed_elsewhere {
        response.surrender_focus();
    } else if !response.lost_focus() && !taken {
        if response.has_focus() || (editing && draft.error.is_some()) {
            let held = draft.error.is_none() && draft.text != current;
            let is_untouched = response.has_focus() && !draft.typed;
            ui.data_mut(|data| {
                let drafts = data.get_temp_mut_or_default::<Drafts>(drafts_id());
                drafts.held |= held;
                drafts.is_untouched |= is_untouched;
            });
            ui.data_mut(|data| data.insert_temp(id, draft));
        } else if editing {
            ui.data_mut(|data| data.remove::<Draft>(id));
        }
        return None;
    }
    ui.data_mut(|data| data.remove::<Draft>(id));
    if draft.text == current {
        return None;
    }
    match parse(&draft.text) {
        Ok(value) => Some(value),
        // Escape discards refused text. Valid text is kept, since undo can take it back.
        Err(_) if escaped(ui) => None,
        Err(error) => {
            draft.error = Some(error);
            ui.data_mut(|data| data.insert_temp(id, draft));
            None
        }
    }
}
