//! What the bar on top says of saving.

use egui::{Color32, Label, Role, Sense, Ui, WidgetInfo, vec2};

use crate::rules::Severity;
use crate::ui::format;
use crate::ui::theme::{self, Weight, text};
use crate::ui::view::{SaveStatus, View};
use crate::ui::widgets::marks;

use super::width::BarWidth;

/// Nothing is wrong with saving: no word in the bar tells of it.
pub(super) fn is_well(view: &View) -> bool {
    matches!(view.save, SaveStatus::Saved | SaveStatus::Saving)
}

/// Whether all is saved; in a small bar only what went wrong.
pub(super) fn save_ui(ui: &mut Ui, view: &View, bar: BarWidth) {
    let palette = view.palette;
    let conflict = palette.severity(Severity::Conflict);
    let (word, color, hint) = match view.save {
        SaveStatus::Saved => ("Saved", palette.text_faint, view.folder.to_owned()),
        SaveStatus::Saving => ("Saving…", palette.text_faint, view.folder.to_owned()),
        SaveStatus::ReadOnly(why) => ("Read-only", conflict, format::upper_first(why)),
        SaveStatus::Failed(why) => ("Not saved", conflict, why.clone()),
        SaveStatus::Conflict(why) => ("Changed elsewhere", conflict, why.clone()),
    };
    if bar != BarWidth::Wide && color == palette.text_faint {
        return;
    }
    if bar != BarWidth::Wide {
        small_save_ui(ui, (word, color), &hint);
        return;
    }
    let label = Label::new(text(word, 11.5, Weight::Regular).color(color));
    let response = if color == palette.text_faint {
        // Give both words the same width, so that nothing moves with every edit.
        let font = theme::font(11.5, Weight::Regular);
        let longer = ui
            .painter()
            .layout_no_wrap("Saving…".to_owned(), font, color);
        ui.add_sized(longer.size(), label)
    } else {
        ui.add(label)
    };
    response.on_hover_text(hint);
}

/// What went wrong with saving, in a small bar: its mark and a short word, with the whole under the pointer.
fn small_save_ui(ui: &mut Ui, (word, color): (&str, Color32), hint: &str) {
    let short = match word {
        "Changed elsewhere" => "Changed",
        other => other,
    };
    let shown = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), Sense::hover());
        let mark = Some(Severity::Conflict);
        marks::paint(ui.painter(), rect.center(), 12.0, mark, color);
        let label = ui.label(text(short, 11.5, Weight::SemiBold).color(color));
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    });
    // The buttons that follow stand close together; a word stands off them.
    ui.add_space(2.0);
    shown.response.on_hover_text(format!("{word}. {hint}"));
}
