//! Tabs or choices side by side, of which one is chosen: one stop of Tab, with the arrows from one to the next.

use egui::{Button, Color32, CornerRadius, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::ui::theme::{CONTROL_RADIUS, Palette, Weight, text};

use super::row_keys;

/// Draws the choices and returns the one that was pressed. Tab leads to the `current` one, and Enter presses the one
/// that the arrows have led to: what a choice changes may be large, so that walking over it does nothing yet.
pub fn segments_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    choices: &[(T, &str)],
    current: T,
) -> Option<T> {
    segments_about_ui(ui, palette, choices, current, "")
}

/// The same for one of several rows with the same words: each choice is spoken with what its row is `about`.
pub fn segments_about_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    choices: &[(T, &str)],
    current: T,
    about: &str,
) -> Option<T> {
    // Several may be on one page, so the id needs their labels.
    let list: Vec<&str> = choices.iter().map(|(_, label)| *label).collect();
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
        row_keys::lines_ui(ui, list, |ui, keys| {
            for (value, label) in choices {
                let on = *value == current;
                let segment = keys.next_ui(ui, label, on, |ui, sense| {
                    segment_ui(ui, palette, (label, about), on, sense)
                });
                if segment.clicked() {
                    pressed = Some(*value);
                }
            }
        });
    });
    pressed
}

fn segment_ui(
    ui: &mut Ui,
    palette: &Palette,
    (label, about): (&str, &str),
    on: bool,
    sense: Sense,
) -> Response {
    let (fill, ink, weight) = if on {
        (palette.accent_soft, palette.accent, Weight::SemiBold)
    } else {
        (Color32::TRANSPARENT, palette.text_soft, Weight::Regular)
    };
    let button = Button::new(text(label, 12.0, weight).color(ink))
        .fill(fill)
        .stroke(Stroke::NONE)
        .corner_radius(CornerRadius::same(CONTROL_RADIUS))
        .min_size(vec2(0.0, 24.0))
        .sense(sense);
    let response = ui.add(button);
    response.widget_info(|| {
        if about.is_empty() {
            WidgetInfo::selected(Role::RadioButton, true, on, label)
        } else {
            let spoken = format!("{label}: {about}");
            WidgetInfo::selected(Role::RadioButton, true, on, spoken)
        }
    });
    response
}

#[cfg(test)]
mod tests {
    use egui::Key;
    use egui_kittest::Harness;

    use super::*;
    use crate::ui::theme;
    use crate::ui::widgets::test_support::{is_on, press};

    const SHEETS: [(usize, &str); 3] = [(0, "Week"), (1, "Season"), (2, "Progress")];

    /// Two rows of segments between two buttons, and what is chosen in each.
    fn rows() -> Harness<'static, [usize; 2]> {
        let builder = Harness::builder().with_context_setup(theme::install);
        builder.build_ui_state(
            |ui, chosen: &mut [usize; 2]| {
                let palette = theme::palette(ui.ctx());
                let _ = ui.button("Before");
                if let Some(sheet) = segments_ui(ui, palette, &SHEETS, chosen[0]) {
                    chosen[0] = sheet;
                }
                if let Some(paper) =
                    segments_ui(ui, palette, &[(0, "A4"), (1, "Letter")], chosen[1])
                {
                    chosen[1] = paper;
                }
                let _ = ui.button("After");
            },
            [1, 0],
        )
    }

    #[test]
    fn a_row_is_one_stop_on_what_is_chosen_and_enter_presses_what_the_arrows_lead_to() {
        let mut harness = rows();
        press(&mut harness, Key::Tab);
        is_on(&harness, "Before");
        press(&mut harness, Key::Tab);
        is_on(&harness, "Season");
        press(&mut harness, Key::ArrowRight);
        is_on(&harness, "Progress");
        assert_eq!(harness.state()[0], 1, "walking over it chooses nothing");
        press(&mut harness, Key::Enter);
        assert_eq!(harness.state()[0], 2);
        is_on(&harness, "Progress");
        press(&mut harness, Key::Tab);
        is_on(&harness, "A4");
        press(&mut harness, Key::End);
        press(&mut harness, Key::Space);
        assert_eq!(*harness.state(), [2, 1]);
        press(&mut harness, Key::Tab);
        is_on(&harness, "After");
        harness.key_press_modifiers(egui::Modifiers::SHIFT, Key::Tab);
        harness.run();
        is_on(&harness, "Letter");
    }
}
