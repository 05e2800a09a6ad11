//! The keyboard in a library list: arrows walk from row to row, Enter takes the row.

use egui::{EventFilter, Id, Key, Modifiers, Ui};

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

/// Reads arrows and Enter while the search or one of `rows` has the focus, and moves the focus along.
/// Must run before the search field and the rows are drawn, which would take the keys.
pub(super) fn asked(ui: &Ui, rows: &[Id]) -> Option<Asked> {
    let focused = ui.memory(egui::Memory::focused)?;
    let at = rows.iter().position(|row| *row == focused);
    if at.is_none() && focused != search_id() {
        return None;
    }
    if at.is_some() {
        // Without this egui would take the arrows to whatever lies in their direction.
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if let Some(at) = at
        && pressed(Key::Enter)
    {
        return Some(Asked::Take(at));
    }
    let to = if pressed(Key::ArrowDown) || (at.is_none() && pressed(Key::Enter)) {
        at.map_or(0, |at| at + 1)
    } else if at.is_some() && pressed(Key::ArrowUp) {
        let Some(above) = at.and_then(|at| at.checked_sub(1)) else {
            ui.memory_mut(|memory| memory.request_focus(search_id()));
            return None;
        };
        above
    } else {
        return None;
    };
    let row = *rows.get(to)?;
    ui.memory_mut(|memory| memory.request_focus(row));
    Some(Asked::Show(to))
}
