//! The keys of lists, pressed.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::ui::widgets::test_support::{is_on, press};

const NAMES: [&str; 5] = ["Apple", "Banana", "Blueberry", "Cherry", "Sour cherry"];

fn list() -> Harness<'static> {
    Harness::new_ui(|ui| {
        let _ = ui.button("Before");
        let mut keys = RowKeys::begin(ui, Id::unique("fruit"));
        for name in NAMES {
            let id = Id::unique(name);
            let sense = keys.row(id, name, false, Sense::click());
            let (_, rect) = ui.allocate_space(egui::vec2(80.0, 20.0));
            let response = ui.interact(rect, id, sense);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
        }
        keys.end(ui);
        let _ = ui.button("After");
    })
}

/// Chips in two lines of three and two.
fn chips() -> Harness<'static> {
    Harness::new_ui(|ui| {
        let _ = ui.button("Before");
        lines_ui(ui, "fruit", |ui, keys| {
            for line in NAMES.chunks(3) {
                ui.horizontal(|ui| {
                    for name in line {
                        let _ = keys.small_ui(ui, name);
                    }
                });
            }
        });
        let _ = ui.button("After");
    })
}

#[test]
fn a_screen_reader_puts_the_keyboard_on_any_row() {
    let mut harness = list();
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Tab);
    is_on(&harness, "Apple");
    harness.get_by_label("Cherry").focus();
    harness.run();
    is_on(&harness, "Cherry");
    press(&mut harness, Key::ArrowUp);
    is_on(&harness, "Blueberry");
}

#[test]
fn rows_beside_each_other_are_one_stop_and_all_arrows_lead_on() {
    let mut harness = chips();
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Tab);
    is_on(&harness, "Apple");
    press(&mut harness, Key::ArrowRight);
    is_on(&harness, "Banana");
    press(&mut harness, Key::ArrowDown);
    is_on(&harness, "Sour cherry");
    press(&mut harness, Key::ArrowDown);
    is_on(&harness, "Sour cherry");
    press(&mut harness, Key::ArrowLeft);
    is_on(&harness, "Cherry");
    press(&mut harness, Key::ArrowUp);
    is_on(&harness, "Apple");
    press(&mut harness, Key::End);
    is_on(&harness, "Sour cherry");
    press(&mut harness, Key::Tab);
    is_on(&harness, "After");
}

#[test]
fn tab_stops_once_and_comes_back_to_the_row_that_was_left() {
    let mut harness = list();
    press(&mut harness, Key::Tab);
    is_on(&harness, "Before");
    press(&mut harness, Key::Tab);
    is_on(&harness, "Apple");
    press(&mut harness, Key::ArrowDown);
    is_on(&harness, "Banana");
    press(&mut harness, Key::Tab);
    is_on(&harness, "After");
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run();
    is_on(&harness, "Banana");
}

#[test]
fn arrows_home_and_end_and_letters_lead_from_row_to_row() {
    let mut harness = list();
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::ArrowUp);
    is_on(&harness, "Apple");
    press(&mut harness, Key::End);
    is_on(&harness, "Sour cherry");
    press(&mut harness, Key::ArrowDown);
    is_on(&harness, "Sour cherry");
    press(&mut harness, Key::Home);
    is_on(&harness, "Apple");
    let mut type_text = |letters: &str, found: &str| {
        harness.event(Event::Text(letters.to_owned()));
        harness.run();
        is_on(&harness, found);
    };
    type_text("b", "Banana");
    type_text("b", "Blueberry");
    type_text("b", "Banana");
}

#[test]
fn a_word_that_is_typed_fast_is_looked_for_as_a_whole() {
    let mut harness = list();
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Tab);
    for letter in ["b", "l"] {
        harness.event(Event::Text(letter.to_owned()));
        harness.step();
    }
    harness.run();
    is_on(&harness, "Blueberry");
}
