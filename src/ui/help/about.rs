//! What the program is, which version, and whose work it stands on.

use egui::{ScrollArea, Ui};

use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::aside;

/// Every package in the program: name, version and licence, a line each. `scripts/licences.sh` writes it.
pub(super) const PACKAGES: &str = include_str!("../../../assets/about/packages.txt");

/// Height of the list of packages, in points.
const LIST: f32 = 260.0;

/// Draws the page.
pub(super) fn about_ui(ui: &mut Ui, palette: &Palette) {
    ui.label(text("Ironstride", 20.0, Weight::SemiBold).color(palette.text));
    let soft = |ui: &mut Ui, words: &str| {
        aside::soft_ui(ui, palette, 13.0, words);
        ui.add_space(4.0);
    };
    soft(ui, concat!("Version ", env!("CARGO_PKG_VERSION")));
    soft(ui, env!("CARGO_PKG_DESCRIPTION"));
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
    let height = ui.text_style_height(&egui::TextStyle::Body);
    ScrollArea::vertical()
        .id_salt("packages")
        .max_height(LIST)
        .auto_shrink([false, true])
        .show_rows(ui, height, lines.len(), |ui, rows| {
            for line in lines.get(rows).unwrap_or_default() {
                ui.label(text(*line, 12.0, Weight::Regular).color(palette.text_soft));
            }
        });
    ui.add_space(16.0);
}

fn heading_ui(ui: &mut Ui, palette: &Palette, words: &str) {
    ui.add_space(8.0);
    ui.label(text(words, 15.0, Weight::SemiBold).color(palette.text));
}
