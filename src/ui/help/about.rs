//! What the program is, which version, and whose work it stands on.

use egui::{Align, Label, Layout, Sense, TextStyle, Ui, UiBuilder, vec2};

use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::aside;

/// Every package in the program: name, version and licence, a line each. `scripts/licences.sh` writes it.
pub(super) const PACKAGES: &str = include_str!("../../../assets/about/packages.txt");

/// What the names of packages take of a line; their licences take the rest.
const NAMES: f32 = 0.44;

/// Draws the page.
pub(super) fn about_ui(ui: &mut Ui, palette: &Palette) {
    ui.label(text("Ironstride", 20.0, Weight::SemiBold).color(palette.text));
    let soft = |ui: &mut Ui, words: &str| {
        aside::soft_ui(ui, palette, 13.0, words);
        ui.add_space(4.0);
    };
    soft(ui, concat!("Version ", env!("CARGO_PKG_VERSION")));
    soft(ui, concat!(env!("CARGO_PKG_DESCRIPTION"), "."));
    soft(
        ui,
        "It works offline: nothing is sent anywhere, and nothing is fetched. Your plans stand in your own folder.",
    );
    soft(
        ui,
        "Its findings are a coach’s rules of thumb with their sources. They are not medical advice.",
    );
    heading_ui(ui, palette, "Licence");
    soft(
        ui,
        "Ironstride may be used, changed and passed on under the MIT licence or the Apache licence 2.0, as you choose.",
    );
    heading_ui(ui, palette, "Typefaces and icons");
    soft(
        ui,
        "Inter and Noto Emoji under the SIL Open Font License 1.1; DejaVu Sans under the Bitstream Vera licence; Material \
         Symbols under the Apache licence 2.0.",
    );
    let lines: Vec<&str> = PACKAGES.lines().collect();
    heading_ui(ui, palette, &format!("Packages ({})", lines.len()));
    soft(
        ui,
        "Name, version and licence of everything that is compiled in.",
    );
    packages_ui(ui, palette, &lines);
    ui.add_space(16.0);
}

/// The list of packages as part of the page, which scrolls once: what is out of sight is not laid out.
fn packages_ui(ui: &mut Ui, palette: &Palette, lines: &[&str]) {
    let height = ui.text_style_height(&TextStyle::Body) + 2.0;
    let size = vec2(ui.available_width(), height * lines.len() as f32);
    let (all, _) = ui.allocate_exact_size(size, Sense::hover());
    let seen = ui.clip_rect().y_range();
    for (place, line) in lines.iter().enumerate() {
        let top = all.top() + height * place as f32;
        let row = all.with_min_y(top).with_max_y(top + height);
        if !row.y_range().intersects(seen) {
            continue;
        }
        let (package, licence) = line.split_once("  ").unwrap_or((line, ""));
        let (left, right) = row.split_left_right_at_fraction(NAMES);
        for (place, words) in [(left, package), (right, licence)] {
            let cell = UiBuilder::new()
                .max_rect(place)
                .layout(Layout::left_to_right(Align::Center));
            ui.scope_builder(cell, |ui| {
                let words = text(words, 12.0, Weight::Regular).color(palette.text_soft);
                ui.add(Label::new(words).truncate());
            });
        }
    }
}

fn heading_ui(ui: &mut Ui, palette: &Palette, words: &str) {
    ui.add_space(8.0);
    ui.label(text(words, 15.0, Weight::SemiBold).color(palette.text));
}
