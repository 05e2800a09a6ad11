//! What is typed behind the keys that open the search, before its field is there: it belongs into the field, and is no
//! key of the calendar.

use egui::{Context, Event, Id};

fn id() -> Id {
    Id::unique("typed ahead of the search")
}

/// Keeps what was typed in a frame for the search that was asked for and is not there yet.
pub(super) fn keep(ctx: &Context) {
    let typed = ctx.input_mut(|input| drain(&mut input.events, 0));
    ctx.data_mut(|data| {
        data.get_temp_mut_or_default::<String>(id())
            .push_str(&typed);
    });
}

/// Begins with what was typed behind the keys of the search.
pub(super) fn begin(ctx: &Context, typed: String) {
    ctx.data_mut(|data| data.insert_temp(id(), typed));
}

/// What was typed for the search.
pub(super) fn take(ctx: &Context) -> String {
    ctx.data_mut(|data| data.remove_temp::<String>(id()))
        .unwrap_or_default()
}

/// Takes the keys and letters from an event on out of a frame, and gives the letters.
pub(super) fn drain(events: &mut Vec<Event>, from: usize) -> String {
    let behind = events.split_off(from);
    let mut typed = String::new();
    for event in behind {
        match event {
            Event::Text(text) => typed.push_str(&text),
            // Keys that go up have to be seen by whoever saw them go down.
            Event::Key { pressed: true, .. } => {}
            other => events.push(other),
        }
    }
    typed
}

#[cfg(test)]
mod tests {
    use egui::{Key, Modifiers, Pos2};

    use super::*;

    #[test]
    fn letters_behind_the_keys_are_typed_and_all_else_stays() {
        let key = |pressed| Event::Key {
            key: Key::N,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let moved = Event::PointerMoved(Pos2::ZERO);
        let text = |text: &str| Event::Text(text.to_owned());
        let mut events = vec![
            text("x"),
            key(true),
            text("n"),
            key(false),
            moved.clone(),
            text("o"),
        ];
        assert_eq!(drain(&mut events, 1), "no");
        assert_eq!(events, [text("x"), key(false), moved]);
    }
}
