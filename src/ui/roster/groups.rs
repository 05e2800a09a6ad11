//! Tags of athletes on the roster: narrowing to one, grouping by all of them, and giving and taking them.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Key, Margin, Popup, PopupCloseBehavior, Response, Role, TextEdit, Ui, WidgetInfo};

use crate::domain::{Athlete, names};
use crate::edit::Edit;
use crate::ui::action::{Action, Actions};
use crate::ui::calendar::command_ui;
use crate::ui::command::Command;
use crate::ui::theme::{Palette, Weight, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::context_menu::context_menu;
use crate::ui::widgets::{buttons, menu_arrows, menu_place, row_keys, scrolling, unfinished};

use super::row::RosterRow;
use super::state::RosterState;

/// A longer tag is no word to sort by.
const LONGEST: usize = 40;

/// Every tag that is in use, by name.
pub(super) fn tags(view: &View) -> Vec<String> {
    let athletes = view.workspace.athletes.iter();
    by_name(athletes.flat_map(|athlete| athlete.profile.tags.iter()))
}

/// Each of these tags once, as people order words.
fn by_name<'a>(tags: impl Iterator<Item = &'a String>) -> Vec<String> {
    let tags: BTreeSet<(String, &String)> = tags.map(|tag| (names::plain(tag), tag)).collect();
    tags.into_iter().map(|(_, tag)| tag.clone()).collect()
}

/// The rows as groups: under each tag who has it, then who has none. Without grouping one group without a name.
pub(super) fn groups(
    rows: Vec<Arc<RosterRow>>,
    grouped: bool,
) -> Vec<(String, Vec<Arc<RosterRow>>)> {
    if !grouped {
        return vec![(String::new(), rows)];
    }
    let tags = by_name(rows.iter().flat_map(|row| &row.tags));
    let tagged = tags.into_iter().map(|tag| {
        let of_tag = rows.iter().filter(|row| row.tags.contains(&tag));
        let of_tag = of_tag.cloned().collect();
        (tag, of_tag)
    });
    let without: Vec<_> = rows
        .iter()
        .filter(|row| row.tags.is_empty())
        .cloned()
        .collect();
    let rest = (!without.is_empty()).then(|| ("Without a tag".to_owned(), without));
    tagged.chain(rest).collect()
}

/// The chips that narrow the list to a tag or to who is archived, and group it; drawn from the left.
pub(super) fn narrowing_ui(ui: &mut Ui, view: &View, state: &mut RosterState) {
    let tags = tags(view);
    if state.tag.as_ref().is_some_and(|tag| !tags.contains(tag)) {
        state.tag = None;
    }
    row_keys::lines_ui(ui, "tags", |ui, keys| {
        for tag in &tags {
            let on = state.tag.as_ref() == Some(tag);
            let chip = keys.chip_ui(ui, view.palette, tag, on);
            if chip
                .on_hover_text(format!("Only athletes tagged “{tag}”"))
                .clicked()
            {
                state.tag = (!on).then(|| tag.clone());
            }
        }
    });
    if tags.is_empty() {
        state.grouped = false;
    } else if buttons::chip_ui(ui, view.palette, "Group by tag", state.grouped).clicked() {
        state.grouped = !state.grouped;
    }
    let all = view.workspace.athletes.iter();
    let archived = all.filter(|athlete| athlete.profile.archived).count();
    if archived == 0 {
        state.archived = false;
        return;
    }
    let label = format!("Archived ({archived})");
    if buttons::chip_ui(ui, view.palette, &label, state.archived).clicked() {
        state.archived = !state.archived;
    }
}

/// What can be done with an athlete of the list, behind a button at the end of the line and a right click on it.
pub(super) fn menu_ui(
    ui: &mut Ui,
    view: &View,
    row: &RosterRow,
    (line, is_stop): (&Response, bool),
    rect: egui::Rect,
    actions: &mut Actions,
) {
    let Some(athlete) = view.workspace.athlete(row.athlete) else {
        return;
    };
    let builder = egui::UiBuilder::new()
        .id_salt(("more", row.athlete))
        .max_rect(rect);
    let name = format!("More for {}", row.name);
    // Within the line that has its place already: the next one begins below that, and not below the button.
    let mut within = ui.new_child(builder);
    // Of hundreds of lines a few are in sight. A screen reader opens the menus of the others as well.
    let is_seen = is_stop || ui.is_rect_visible(rect);
    let button = if is_seen {
        buttons::mini_icon_in_row_ui(&mut within, icons::MORE, &name, is_stop)
    } else {
        buttons::unseen_ui(&within, rect, &name)
    };
    if !is_seen && !button.clicked() && !is_open(&button) && !is_open(line) {
        return;
    }
    let close = PopupCloseBehavior::CloseOnClickOutside;
    let popup = Popup::menu(&button).close_behavior(close);
    menu_place::inside(popup).show(|ui| {
        scrolling::menu_ui(ui, |ui| content_ui(ui, view, athlete, actions));
    });
    context_menu(line, close, |ui| content_ui(ui, view, athlete, actions));
}

/// True while a menu of this is open, that of a button or one of a right click.
fn is_open(response: &Response) -> bool {
    Popup::is_id_open(&response.ctx, Popup::default_response_id(response))
}

fn content_ui(ui: &mut Ui, view: &View, athlete: &Athlete, actions: &mut Actions) {
    ui.set_min_width(210.0);
    let mut after = |ui: &mut Ui, label: &str, command: Command| {
        if ui.button(label).clicked() {
            actions.push(Action::ShowAthlete(athlete.id));
            actions.push(Action::Command(command));
            ui.close();
        }
    };
    if !athlete.profile.archived {
        after(ui, "Edit athlete…", Command::EditAthlete);
        after(ui, "Print the week…", Command::Print);
        after(ui, "Copy the week to others…", Command::CopyToOthers);
        ui.separator();
    }
    tags_ui(ui, view, athlete, actions);
    ui.separator();
    archive_ui(ui, athlete, actions);
    command_ui(ui, Command::NewAthlete, actions);
}

/// A box for each tag in use, and a field for a new one.
fn tags_ui(ui: &mut Ui, view: &View, athlete: &Athlete, actions: &mut Actions) {
    ui.label(text("Tags", 11.0, Weight::SemiBold).color(view.palette.text_soft));
    row_keys::list_ui(ui, "tags", |ui, keys| {
        for tag in tags(view) {
            let mut on = athlete.profile.tags.contains(&tag);
            let response = keys.check_ui(ui, &mut on, &tag);
            let name = format!("Tag {tag}");
            response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &name));
            if response.changed() {
                let label = if on {
                    format!("Tag {} “{tag}”", athlete.profile.name)
                } else {
                    format!("Take “{tag}” from {}", athlete.profile.name)
                };
                change(athlete, label, actions, |tags| {
                    tags.retain(|other| *other != tag);
                    if on {
                        tags.push(tag.clone());
                    }
                });
            }
        }
    });
    let id = ui.scope_id().with(("new tag", athlete.id));
    let known = ui.data(|data| data.get_temp::<String>(id));
    let mut typed = known.unwrap_or_default();
    let field = TextEdit::singleline(&mut typed)
        .hint_text("New tag, then Enter")
        .margin(Margin::symmetric(8, 6))
        .char_limit(LONGEST)
        .desired_width(200.0);
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "New tag"));
    if response.has_focus() {
        menu_arrows::lead_on(ui, response.id);
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    // Capitals do not make another tag.
    let mut known = tags(view).into_iter();
    let known = known.find(|tag| names::plain(tag) == names::plain(typed.trim()));
    let tag = known.unwrap_or_else(|| typed.trim().to_owned());
    if entered && !tag.is_empty() {
        typed.clear();
        let label = format!("Tag {} “{tag}”", athlete.profile.name);
        change(athlete, label, actions, |tags| {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        });
    }
    if !typed.trim().is_empty() {
        let what = format!("The tag “{}” of {}", typed.trim(), athlete.profile.name);
        unfinished::tell(ui.ctx(), what);
    }
    ui.data_mut(|data| data.insert_temp(id, typed));
}

/// Takes an athlete from the lists of those who are coached, or back among them.
fn archive_ui(ui: &mut Ui, athlete: &Athlete, actions: &mut Actions) {
    let name = &athlete.profile.name;
    let (label, done, archived) = if athlete.profile.archived {
        (
            "Bring back from the archive",
            format!("{name} is coached again"),
            false,
        )
    } else {
        (
            "Archive",
            format!("{name} is archived; nothing of theirs is lost"),
            true,
        )
    };
    if ui.button(label).clicked() {
        let mut profile = athlete.profile.clone();
        profile.archived = archived;
        let edits = vec![Edit::Profile(Box::new(profile))];
        let label = format!("{} {name}", if archived { "Archive" } else { "Bring back" });
        actions.edit_told(label, athlete.id, edits, done);
        ui.close();
    }
}

fn change(
    athlete: &Athlete,
    label: String,
    actions: &mut Actions,
    change: impl FnOnce(&mut Vec<String>),
) {
    let mut profile = athlete.profile.clone();
    change(&mut profile.tags);
    profile.tags.sort();
    actions.edit(label, athlete.id, vec![Edit::Profile(Box::new(profile))]);
}

/// What stands over a group: its tag, and how many there are.
pub(super) fn heading(palette: &Palette, tag: &str, count: usize) -> egui::RichText {
    let count = crate::ui::format::plural(count, "athlete", "athletes");
    text(format!("{tag} · {count}"), 12.0, Weight::SemiBold).color(palette.text_soft)
}
