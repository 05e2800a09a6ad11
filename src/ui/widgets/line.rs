//! A line of text that changes while it is typed. At rest it ends in "…" where it is longer than its room, and is read
//! under the pointer; a name that breaks off in the middle of a letter looks like a fault.

use egui::text::{CCursor, CCursorRange, LayoutJob, TextWrapping};
use egui::text_edit::TextEditState;
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

/// The same for the path of a file or folder: at rest it begins with "…" where it is too long, since its end is its name.
pub fn path_with(
    ui: &mut Ui,
    name: &str,
    value: &mut String,
    width: f32,
    more: impl FnOnce(TextEdit<'_>) -> TextEdit<'_>,
) -> Response {
    let id = ui.scope_id().with(("line", name));
    shown_ui(ui, id, name, value, (width, Keeps::End), more)
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
    shown_ui(ui, id, name, value, (width, Keeps::Start), more)
}

/// What stays in sight of words that are too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keeps {
    Start,
    End,
}

fn shown_ui(
    ui: &mut Ui,
    id: Id,
    name: &str,
    value: &mut String,
    (width, keeps): (f32, Keeps),
    more: impl FnOnce(TextEdit<'_>) -> TextEdit<'_>,
) -> Response {
    let room = (width.min(ui.available_width()) - 2.0 * MARGIN).max(0.0);
    let font = FontSelection::Default.resolve(ui.style());
    let color = ui.visuals().widgets.inactive.text_color();
    let clicked = (keeps == Keeps::End).then(|| take_clicked(ui, id));
    let pressed = ui.data(|data| data.get_temp::<usize>(pressed_id(id)).is_some());
    let at_rest = pressed || !ui.memory(|memory| memory.has_focus(id));
    let job = move |words: &str| {
        let mut job = LayoutJob::simple_singleline(words.to_owned(), font.clone(), color);
        job.wrap = TextWrapping::truncate_at_width(room);
        job
    };
    let fits = |words: &str| !ui.painter().layout_job(job(words)).elided;
    let whole = (at_rest && !fits(value)).then(|| value.clone());
    let end = whole.as_deref().filter(|_| keeps == Keeps::End);
    let end = end.map(|path| end_of(path, fits));
    let mut cut = |ui: &Ui, words: &dyn TextBuffer, _: f32| {
        let words = end.as_deref().unwrap_or(words.as_str());
        ui.painter().layout_job(job(words))
    };
    let edit = TextEdit::singleline(value).id(id).desired_width(width);
    let edit = if whole.is_some() {
        edit.layouter(&mut cut)
    } else {
        edit
    };
    let response = ui.add(more(edit));
    if let Some(range) = clicked.flatten() {
        put_cursor(ui, id, range);
    }
    if let (Some(whole), Some(end)) = (&whole, &end)
        && ui.memory(|memory| memory.has_focus(id))
    {
        let longer = whole.chars().count().saturating_sub(end.chars().count());
        ui.data_mut(|data| data.insert_temp(pressed_id(id), longer));
        ui.ctx().request_repaint();
    }
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

/// The end of a path behind "…": as many folders as there is room for, or else the end of the file's name.
fn end_of(path: &str, fits: impl Fn(&str) -> bool) -> String {
    let cut = |from: usize| format!("…{}", &path[from..]);
    let fitting = |from: &usize| fits(&cut(*from));
    let mut folders = path.match_indices(['/', '\\']).map(|(at, _)| at);
    let mut letters = path.char_indices().map(|(at, _)| at);
    let from = folders.find(fitting).or_else(|| letters.find(fitting));
    cut(from.unwrap_or(path.len()))
}

/// Where it is kept by how many letters the whole of a path is longer than its end that the pointer is pressed on.
fn pressed_id(id: Id) -> Id {
    id.with("pressed")
}

/// What was chosen in the end of a path, in letters of the whole: egui counts those of the end alone while the pointer is
/// down. The field is led to its end, so that what was clicked stays where it is.
fn take_clicked(ui: &Ui, id: Id) -> Option<CCursorRange> {
    let longer: usize = ui.data(|data| data.get_temp(pressed_id(id)))?;
    if ui.input(|input| input.pointer.any_down()) {
        return None;
    }
    ui.data_mut(|data| data.remove::<usize>(pressed_id(id)));
    let state = TextEditState::load(ui.ctx(), id)?;
    let mut range = state.cursor.char_range()?;
    range.primary += longer;
    range.secondary += longer;
    put_cursor(ui, id, CCursorRange::one(CCursor::new(usize::MAX)));
    Some(range)
}

fn put_cursor(ui: &Ui, id: Id, range: CCursorRange) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
    ui.ctx().request_repaint();
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;

    use super::*;
    use crate::ui::theme;

    const NAME: &str = "Internationaler Bodensee-Dreiländer-Halbmarathon";
    const PATH: &str = "/home/anna/Documents/Ironstride/Anna Kovač/Anna Kovač, week 48.pdf";

    /// A window with one line of this width, which keeps what `keeps` says.
    fn window(value: &'static str, width: f32, keeps: Keeps) -> Harness<'static, String> {
        let builder = Harness::builder().with_context_setup(theme::install);
        let draw = move |ui: &mut Ui, value: &mut String| {
            let id = Id::unique("a line");
            shown_ui(ui, id, "Line", value, (width, keeps), |edit| edit);
        };
        let mut harness = builder.build_ui_state(draw, value.to_owned());
        harness.run();
        harness
    }

    /// What stands in the line, and whether it is cut at its end.
    fn shown(harness: &Harness<'_, String>) -> (String, bool) {
        let shapes = &harness.output().shapes;
        let mut texts = shapes.iter().filter_map(|clipped| match &clipped.shape {
            egui::Shape::Text(text) => Some(&text.galley),
            _ => None,
        });
        let galley = texts.next().unwrap();
        (galley.text().to_owned(), galley.elided)
    }

    #[test]
    fn a_name_that_is_too_long_ends_in_dots_while_nobody_types() {
        let is_cut = |width| shown(&window(NAME, width, Keeps::Start)).1;
        assert!(is_cut(150.0));
        assert!(!is_cut(500.0));
    }

    #[test]
    fn of_a_path_that_is_too_long_the_end_stays_in_sight() {
        let said = |width| shown(&window(PATH, width, Keeps::End));
        assert_eq!(said(900.0), (PATH.to_owned(), false));
        let (part, cut) = said(300.0);
        assert_eq!(part, "…/Anna Kovač/Anna Kovač, week 48.pdf");
        assert!(!cut);
        let (little, _) = said(100.0);
        assert!(little.starts_with('…') && little.ends_with("48.pdf"));
    }

    #[test]
    fn what_is_typed_into_the_end_of_a_path_lands_where_it_was_clicked() {
        let mut harness = window(PATH, 300.0, Keeps::End);
        // Before ".pdf": the shown end is as wide as its letters.
        let shapes = &harness.output().shapes;
        let text = shapes.iter().find_map(|clipped| match &clipped.shape {
            egui::Shape::Text(text) => Some(text.clone()),
            _ => None,
        });
        let text = text.unwrap();
        let letters = text.galley.text().chars().count();
        let place = text.galley.pos_from_cursor(CCursor::new(letters - 4));
        let at = text.pos + place.center().to_vec2();
        for pressed in [true, false] {
            harness.event(egui::Event::PointerMoved(at));
            harness.event(egui::Event::PointerButton {
                pos: at,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: egui::Modifiers::NONE,
            });
            harness.run_steps(4);
        }
        harness.event(egui::Event::Text(" b".to_owned()));
        harness.run_steps(3);
        assert_eq!(*harness.state(), PATH.replace(".pdf", " b.pdf"));
    }
}
