//! The list of athletes behind the name on top: typing finds one, and a mark says how each stands.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Id, Key, Margin, Role, Sense, TextEdit, Ui, WidgetInfo, vec2};

use crate::domain::{Athlete, AthleteId, names};
use crate::rules::Severity;

use super::action::{Action, Actions};
use super::roster::{RosterRow, Standing};
use super::theme::Palette;
use super::view::View;
use super::widgets::row_keys::RowKeys;
use super::widgets::{marks, scrolling};

/// The height from which the list scrolls, in points.
const LIST: f32 = 320.0;
/// The same in a low window, where something of the commands below it is to be seen as well.
const LOW_LIST: f32 = 168.0;

/// From so many athletes on a field to type in stands over the list.
const MANY: usize = 6;

/// Draws a menu that begins with the list and goes on with `commands`: the list takes what these leave of the window.
pub(super) fn menu_ui(
    ui: &mut Ui,
    view: &View,
    rows: &[std::sync::Arc<RosterRow>],
    actions: &mut Actions,
    commands: impl FnOnce(&mut Ui, &mut Actions),
) {
    let place = Id::unique("what stands around the athletes in the menu");
    let around = ui.data(|data| data.get_temp::<f32>(place));
    let room = scrolling::menu_room(ui) - around.unwrap_or_default();
    let height = list_ui(ui, view, rows, room, actions);
    commands(ui, actions);
    let around = ui.min_rect().height() - height;
    ui.data_mut(|data| data.insert_temp(place, around));
}

/// Draws the list in so much room and gives its height. `rows` are those who were checked; the marks of the others come
/// when they are.
fn list_ui(
    ui: &mut Ui,
    view: &View,
    rows: &[std::sync::Arc<RosterRow>],
    room: f32,
    actions: &mut Actions,
) -> f32 {
    let all = view.workspace.athletes.iter();
    let mut present: Vec<_> = all.filter(|athlete| !athlete.profile.archived).collect();
    present.sort_by_cached_key(|athlete| names::plain(&athlete.profile.name));
    let id = Id::unique("athlete typed in the menu");
    let opened = has_opened(ui, id);
    let has_field = present.len() >= MANY;
    let query = if has_field {
        search_ui(ui, id, opened)
    } else {
        String::new()
    };
    let found: Vec<_> = present
        .into_iter()
        .filter(|athlete| names::is_meant(&athlete.profile.name, &query))
        .collect();
    let entered = !query.is_empty() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut chosen = found.first().filter(|_| entered).map(|athlete| athlete.id);
    if found.is_empty() && !query.is_empty() {
        ui.label("No athlete has that name.");
    }
    let mut keys = RowKeys::begin(ui, Id::unique("athletes in the menu"));
    let mut list = scrolling::list(room.clamp(LOW_LIST, LIST));
    if room < LOW_LIST {
        // The menu scrolls around it, and two bars beside each other say nothing.
        list = list.scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    }
    let drawn = list.show(ui, |ui| {
        for athlete in found {
            let row = rows.iter().find(|row| row.athlete == athlete.id);
            // Without the field, typing a name finds the athlete in the list.
            let takes_keyboard = opened && !has_field && athlete.id == view.athlete.id;
            let row = row.map(AsRef::as_ref);
            if row_ui(ui, view, athlete, row, (&mut keys, takes_keyboard)) {
                chosen = Some(athlete.id);
            }
        }
    });
    keys.end(ui);
    if let Some(athlete) = chosen {
        choose(ui, id, athlete, actions);
    }
    drawn.inner_rect.height()
}

fn choose(ui: &Ui, id: Id, athlete: AthleteId, actions: &mut Actions) {
    ui.data_mut(|data| data.remove::<String>(id));
    actions.push(Action::ShowAthlete(athlete));
    ui.close();
}

/// The field that narrows the list; it has the keyboard from the beginning, so that a name is simply typed.
fn search_ui(ui: &mut Ui, id: Id, opened: bool) -> String {
    let known = ui.data(|data| data.get_temp::<String>(id));
    let mut query = known.unwrap_or_default();
    let field = TextEdit::singleline(&mut query)
        .hint_text("Type a name")
        .margin(Margin::symmetric(8, 6))
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Find athlete"));
    if opened {
        // On opening, show the whole list and focus the field.
        query.clear();
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(id, query.clone()));
    query
}

/// True in the first frame after the menu was closed.
fn has_opened(ui: &Ui, id: Id) -> bool {
    let shown = ui.ctx().cumulative_pass_nr();
    let place = id.with("shown");
    let last = ui.data(|data| data.get_temp::<u64>(place));
    ui.data_mut(|data| data.insert_temp(place, shown));
    last.is_none_or(|last| last + 2 < shown)
}

fn row_ui(
    ui: &mut Ui,
    view: &View,
    athlete: &Athlete,
    row: Option<&RosterRow>,
    (keys, takes_keyboard): (&mut RowKeys, bool),
) -> bool {
    let on = athlete.id == view.athlete.id;
    let name = &athlete.profile.name;
    // Room for the mark at the right.
    let label = super::format::shortened(name, 28);
    let width = ui.available_width();
    let id = ui.next_auto_id();
    let button = egui::Button::selectable(on, label)
        .right_text(" ")
        .sense(keys.row(id, name, on, Sense::click()))
        .min_size(vec2(width, 26.0));
    let response = ui.add(button);
    if takes_keyboard {
        response.request_focus();
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let said = row.map(standing_words).unwrap_or_default();
    let spoken = if said.is_empty() {
        name.clone()
    } else {
        format!("{name}, {said}")
    };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &spoken));
    if let Some(row) = row {
        let at = response.rect.right_center() - vec2(14.0, 0.0);
        paint_standing(ui, view.palette, row, at);
        return response.on_hover_text(said).clicked();
    }
    response.clicked()
}

/// The mark of the worst finding, as on the roster.
fn paint_standing(ui: &Ui, palette: &Palette, row: &RosterRow, at: egui::Pos2) {
    let worst = worst(row);
    match row.standing() {
        Standing::NoPlan => {}
        Standing::Clear => marks::paint(ui.painter(), at, 10.0, None, palette.clear()),
        Standing::Found => {
            let color = worst.map_or(palette.clear(), |worst| palette.severity(worst));
            marks::paint(ui.painter(), at, 10.0, worst, color);
        }
    }
}

fn worst(row: &RosterRow) -> Option<Severity> {
    let severities = [Severity::Conflict, Severity::Caution, Severity::Tip];
    let counts = row.tally().by_severity();
    let found = severities.into_iter().zip(counts);
    found
        .filter(|(_, count)| *count > 0)
        .map(|(it, _)| it)
        .next()
}

fn standing_words(row: &RosterRow) -> String {
    match row.standing() {
        Standing::Clear => "clear".to_owned(),
        Standing::NoPlan => "no plan yet".to_owned(),
        Standing::Found => worst(row).map_or_else(String::new, |worst| {
            let count = row.findings().len();
            let all = super::format::plural(count, "finding", "findings");
            format!("{all}, the worst a {}", worst.word().to_lowercase())
        }),
    }
}
