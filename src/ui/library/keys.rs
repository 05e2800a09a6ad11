//! The keyboard in a library list: arrows and letters walk from row to row, Enter takes the row.

use egui::{Context, Id, Key, Modifiers, Ui};

use crate::ui::widgets::row_keys::{self, Moved, RowKeys};

use super::state::Tab;

/// What the keyboard asks of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// To show the row at this place.
    Show(usize),
    /// To put the row at this place on the calendar.
    Take(usize),
}

/// The identity of the search field, from which the arrows walk into the list.
pub(super) fn search_id() -> Id {
    Id::unique("library search")
}

/// The list of a tab.
pub(super) fn list_id(tab: Tab) -> Id {
    Id::unique(("library list", tab))
}

/// True while a row of a list of the library has the keyboard.
pub(super) fn are_in_list(ctx: &Context) -> bool {
    let tabs = [Tab::Exercises, Tab::Sessions, Tab::Weeks, Tab::Programs];
    tabs.into_iter()
        .any(|tab| row_keys::is_in(ctx, list_id(tab)))
}

/// Begins a list of cards, which are pressed and not shown beside the list: the arrows walk from the search into it and
/// back.
pub(super) fn begin(ui: &Ui, tab: Tab) -> RowKeys {
    let mut keys = RowKeys::begin(ui, list_id(tab));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if keys.moved() == Moved::Above {
        ui.memory_mut(|memory| memory.request_focus(search_id()));
    } else if ui.memory(egui::Memory::focused) == Some(search_id())
        && (pressed(Key::ArrowDown) || pressed(Key::Enter))
    {
        keys.enter(ui);
    }
    keys
}

/// Reads what is pressed while the search or a row of the list has the focus, and moves the focus along. `first` is the
/// first row. Must run before the search field and the rows are drawn, which would take the keys.
pub(super) fn asked(ui: &Ui, keys: &RowKeys, first: Option<Id>) -> Option<Asked> {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    match keys.moved() {
        Moved::To(row) => return Some(Asked::Show(row)),
        Moved::Above => {
            ui.memory_mut(|memory| memory.request_focus(search_id()));
            return None;
        }
        Moved::Not | Moved::Before | Moved::After => {}
    }
    if let Some(at) = keys.focused(ui) {
        return pressed(Key::Enter).then_some(Asked::Take(at));
    }
    let is_searching = ui.memory(egui::Memory::focused) == Some(search_id());
    let first = first.filter(|_| is_searching)?;
    if pressed(Key::ArrowDown) || pressed(Key::Enter) {
        ui.memory_mut(|memory| memory.request_focus(first));
        return Some(Asked::Show(0));
    }
    None
}
