//! A line of text that changes while it is typed. At rest it ends in "…" where it is longer than its room, and is read
//! under the pointer; a name that breaks off in the middle of a letter looks like a fault.

use egui::text::{LayoutJob, TextWrapping};
use egui::{FontSelection, Id, Response, Role, TextBuffer, TextEdit, Ui, WidgetInfo};

/// What a field needs left and right of what is typed, in points: its margin and its edge.
const MARGIN: f32 = 11.0;

/// Draws the line, of this accessible name and width in points; wider than what is there it takes what is there.
pub fn line_ui(ui: &mut Ui, name: &str, value: &mut String, width: f32) -> Response {
    line_with(ui, name, value, width, |edit| edit)
}

/// The same with more to say of the field, such as a hint.
pub fn line_with(
    ui: &mut Ui,
    name: &str,
    value: &mut String,
    width: f32,
    more: impl FnOnce(TextEdit<'_>) -> TextEdit<'_>,
) -> Response {
    let id = ui.scope_id().with(("line", name));
    line_of(ui, id, name, value, width, more)
}

/// The same with an identity of its own, where something else gives it the keyboard.
pub fn line_of(
    ui: &mut Ui,
    id: Id,
    name: &str,
    value: &mut String,
    width: f32,
    more: impl FnOnce(TextEdit<'_>) -> TextEdit<'_>,
) -> Response {
    let room = width.min(ui.available_width()) - 2.0 * MARGIN;
    let font = FontSelection::Default.resolve(ui.style());
    let color = ui.visuals().widgets.inactive.text_color();
    let at_rest = !ui.memory(|memory| memory.has_focus(id));
    let job = move |words: &str| {
        let mut job = LayoutJob::simple_singleline(words.to_owned(), font.clone(), color);
        job.wrap = TextWrapping::truncate_at_width(room.max(0.0));
        job
    };
    let whole = (at_rest && ui.painter().layout_job(job(value)).elided).then(|| value.clone());
    let mut cut =
        move |ui: &Ui, words: &dyn TextBuffer, _: f32| ui.painter().layout_job(job(words.as_str()));
    let edit = TextEdit::singleline(value).id(id).desired_width(width);
    let edit = if whole.is_some() {
        edit.layouter(&mut cut)
    } else {
        edit
    };
    let response = ui.add(more(edit));
    let response = match &whole {
        Some(whole) => response.on_hover_text(whole),
        None => response,
    };
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, ui.is_enabled(), name);
        info.current_text_value = Some(value.clone());
        info
    });
    response
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;

    use super::*;
    use crate::ui::theme;

    /// True when what stands in a line of this width is cut with "…".
    fn is_cut(width: f32) -> bool {
        let builder = Harness::builder().with_context_setup(theme::install);
        let mut harness = builder.build_ui(move |ui| {
            let mut name = "Internationaler Bodensee-Dreiländer-Halbmarathon".to_owned();
            line_ui(ui, "Race name", &mut name, width);
        });
        harness.run();
        let shapes = &harness.output().shapes;
        let texts = shapes.iter().filter_map(|clipped| match &clipped.shape {
            egui::Shape::Text(text) => Some(text),
            _ => None,
        });
        texts.into_iter().any(|text| text.galley.elided)
    }

    #[test]
    fn a_name_that_is_too_long_ends_in_dots_while_nobody_types() {
        assert!(is_cut(150.0));
        assert!(!is_cut(500.0));
    }
}
