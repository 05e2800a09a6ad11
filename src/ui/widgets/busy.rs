//! Something is on its way: a wheel that turns, or words where nothing is to move.

use egui::{Response, Spinner, Ui};

use crate::ui::theme::{self, Weight, text};

/// Draws the wheel, `size` points wide, or `words` in its place. A screen reader hears the words in any case.
pub fn busy_ui(ui: &mut Ui, size: f32, words: &str) -> Response {
    if !theme::moves(ui.ctx()) {
        return ui.label(text(words, 12.0, Weight::Regular));
    }
    let wheel = ui.add(Spinner::new().size(size));
    ui.ctx()
        .accesskit_node_builder(wheel.id, |node| node.set_label(words));
    wheel
}

#[cfg(test)]
mod tests {
    use egui::Role;
    use egui_kittest::Harness;
    use egui_kittest::kittest::{NodeT, Queryable};

    use super::*;
    use crate::ui::preferred::Motion;

    fn window(motion: Motion) -> Harness<'static> {
        Harness::builder()
            .with_context_setup(theme::install)
            .build_ui(move |ui| {
                // The harness sets animations off once it is made.
                theme::set_motion(ui.ctx(), motion);
                busy_ui(ui, 16.0, "Laying out the page…");
            })
    }

    #[test]
    fn the_wheel_stands_still_where_nothing_is_to_move_and_says_what_it_waits_for() {
        for motion in [Motion::Usual, Motion::Reduced] {
            let mut window = window(motion);
            window.step();
            let words = window.get_by_label("Laying out the page…");
            let is_wheel = words.accesskit_node().role() != Role::Label;
            assert_eq!(is_wheel, motion == Motion::Usual, "{motion:?}");
        }
    }
}
