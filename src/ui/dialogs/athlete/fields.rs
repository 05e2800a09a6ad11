//! What the parts of the athlete's page read and change, and how they are headed.

use chrono::NaiveDate;
use egui::Ui;

use crate::domain::Profile;
use crate::library::Library;
use crate::ui::theme::{Palette, Weight, text};

/// A profile that is being filled in, with what its fields need.
pub(in crate::ui::dialogs) struct ProfileFields<'a> {
    /// The profile as typed so far.
    pub(in crate::ui::dialogs) profile: &'a mut Profile,
    /// The exercises.
    pub(in crate::ui::dialogs) library: &'a Library,
    /// The current day.
    pub(in crate::ui::dialogs) today: NaiveDate,
    /// Colours.
    pub(in crate::ui::dialogs) palette: &'static Palette,
}

/// The heading of a part.
pub(in crate::ui::dialogs) fn section(ui: &mut Ui, title: &str) {
    ui.add_space(4.0);
    ui.label(text(title, 13.0, Weight::SemiBold));
}

/// A label above whatever stands below it.
pub(in crate::ui::dialogs) fn labelled<R>(
    ui: &mut Ui,
    name: &str,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.label(text(name, 11.5, Weight::Medium));
        add(ui)
    })
    .inner
}
