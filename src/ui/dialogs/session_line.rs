//! The line of a session that is to come into the calendar, in the reports of what would.

use egui::Ui;

use crate::domain::Session;
use crate::library::Library;
use crate::load;
use crate::rules::Severity;
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::marks;

/// Draws its day and time, its title, what there is to say besides, and the mark of its worst finding.
pub(super) fn session_ui(
    ui: &mut Ui,
    palette: &Palette,
    library: &Library,
    session: &Session,
    besides: Option<String>,
    worst: Option<Severity>,
) {
    ui.horizontal_wrapped(|ui| {
        let day = match format::start(session.plan.start) {
            Some(start) => format!("{}, {start}", format::day(session.date)),
            None => format::day(session.date),
        };
        ui.label(text(day, 12.0, Weight::SemiBold));
        let title = load::title_of(&session.plan, library);
        ui.label(text(title, 12.0, Weight::Regular));
        if let Some(besides) = besides {
            ui.label(text(besides, 12.0, Weight::Regular).color(palette.text_soft));
        }
        if let Some(worst) = worst {
            marks::mark_ui(ui, palette, worst);
        }
    });
}
