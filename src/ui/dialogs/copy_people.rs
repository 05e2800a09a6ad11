//! Whom weeks are copied to: boxes to tick in columns, those of a group at once, and a search where there are many.

use std::collections::BTreeSet;

use egui::{Align, Layout, Role, TextEdit, Ui, WidgetInfo, vec2};

use crate::ui::format;
use crate::ui::names;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::hint::hint;
use crate::ui::widgets::row_keys::{self, RowKeys};
use crate::ui::widgets::{check, scrolling};

/// The height from which the names to choose from scroll, in points.
const MOST_PEOPLE: f32 = 200.0;
/// What they take of a low window at the most.
const SHARE_OF_PEOPLE: f32 = 0.22;
/// From so many on a name is searched.
const MANY: usize = 8;
/// About the width of a column of names, in points.
const COLUMN: f32 = 180.0;
/// The width of the search, in points.
const SEARCH: f32 = 170.0;

/// Somebody who may get a copy.
pub(super) struct Somebody<'a> {
    pub(super) name: &'a str,
    pub(super) tags: &'a [String],
    pub(super) is_chosen: bool,
}

/// Several who are chosen with one click.
struct Group {
    /// What its box says.
    label: String,
    /// What is read aloud of it.
    spoken: String,
    /// The places of those in it.
    places: Vec<usize>,
}

/// Everybody, and who has a tag in common; a group of one is no group.
fn groups(others: &[Somebody]) -> Vec<Group> {
    let places = |is_meant: &dyn Fn(&Somebody) -> bool| -> Vec<usize> {
        let all = others.iter().enumerate();
        all.filter(|(_, other)| is_meant(other))
            .map(|(at, _)| at)
            .collect()
    };
    let everybody = Group {
        label: "Everybody".to_owned(),
        spoken: "Copy to everybody".to_owned(),
        places: places(&|_| true),
    };
    let tags = others.iter().flat_map(|other| other.tags);
    let tags: BTreeSet<(String, &String)> = tags.map(|tag| (names::plain(tag), tag)).collect();
    let tagged = tags.into_iter().map(|(_, tag)| Group {
        label: format!("All of “{tag}”"),
        spoken: format!("Copy to all tagged “{tag}”"),
        places: places(&|other| other.tags.contains(tag)),
    });
    let all = std::iter::once(everybody).chain(tagged);
    all.filter(|group| group.places.len() > 1).collect()
}

/// Draws who may get a copy; the places of those whose box was ticked or cleared. Of `unread` more it is not known yet
/// who they are.
pub(super) fn people_ui(
    ui: &mut Ui,
    palette: &Palette,
    sought: &mut String,
    others: &[Somebody],
    unread: usize,
) -> Option<Vec<usize>> {
    let soft = |words: &str| text(words, 12.0, Weight::Regular).color(palette.text_soft);
    ui.horizontal(|ui| {
        ui.label(text("To", 12.0, Weight::Medium));
        if others.is_empty() && unread == 0 {
            ui.label(soft("There is nobody else in this workspace yet."));
        }
        if others.len() >= MANY {
            search_ui(ui, sought);
        }
        let chosen = others.iter().filter(|other| other.is_chosen).count();
        if chosen > 0 {
            ui.label(soft(&format!("{chosen} of {} chosen", others.len())));
        }
        if unread > 0 {
            let more = format::plural(unread, "more athlete", "more athletes");
            ui.label(soft(&format!("Reading {more}…")));
        }
    });
    let query = sought.trim();
    let is_meant = |other: &Somebody| {
        names::is_meant(other.name, query)
            || other.tags.iter().any(|tag| names::is_meant(tag, query))
    };
    let listed: Vec<usize> = (0..others.len())
        .filter(|at| others.get(*at).is_some_and(is_meant))
        .collect();
    let mut turned = None;
    // However many there are, the report and the buttons stay in sight, also in a low window.
    let share = SHARE_OF_PEOPLE * ui.ctx().content_rect().height();
    let people = scrolling::list(MOST_PEOPLE.min(share)).id_salt("whom");
    people.auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        // One list, so that the arrows lead from everybody to each by name.
        row_keys::lines_ui(ui, "whom", |ui, keys| {
            if query.is_empty() {
                ui.horizontal_wrapped(|ui| {
                    for group in groups(others) {
                        let is_on = |at: &usize| others.get(*at).is_some_and(|it| it.is_chosen);
                        let mut on = group.places.iter().all(is_on);
                        let words = text(&group.label, 13.0, Weight::SemiBold);
                        let tick = tick_ui(ui, keys, &mut on, words, &group.spoken);
                        if tick.changed() {
                            turned = Some(group.places);
                        }
                    }
                });
            }
            turned = columns_ui(ui, keys, others, &listed).or(turned.take());
        });
        if listed.is_empty() && !others.is_empty() {
            ui.label(soft("Nobody has that name or tag."));
        }
    });
    turned
}

fn search_ui(ui: &mut Ui, sought: &mut String) {
    const NAME: &str = "Search names or tags";
    let field = TextEdit::singleline(sought)
        .hint_text(NAME)
        .desired_width(SEARCH);
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, NAME));
}

fn tick_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    on: &mut bool,
    words: egui::RichText,
    spoken: &str,
) -> egui::Response {
    let tick = keys.check_ui(ui, on, words);
    let on = *on;
    tick.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, spoken));
    tick
}

/// The boxes of those at `listed` in columns, in rows from left to right.
fn columns_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    others: &[Somebody],
    listed: &[usize],
) -> Option<Vec<usize>> {
    let mut turned = None;
    let room = ui.available_width() - 10.0;
    let columns = ((room / COLUMN) as usize).clamp(1, listed.len().max(1));
    let width = room / columns as f32;
    for row in listed.chunks(columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for at in row {
                let Some(other) = others.get(*at) else {
                    continue;
                };
                let size = vec2(width, ui.spacing().interact_size.y - 4.0);
                let inside = Layout::left_to_right(Align::Center);
                ui.allocate_ui_with_layout(size, inside, |ui| {
                    ui.set_min_width(width);
                    ui.set_max_width(width);
                    let most = width - check::INDENT - 10.0;
                    let shown = fitting(ui, other.name, most);
                    let is_cut = shown != other.name;
                    let mut on = other.is_chosen;
                    let words = text(shown, 13.0, Weight::Regular);
                    let spoken = format!("Copy to {}", other.name);
                    let tick = tick_ui(ui, keys, &mut on, words, &spoken);
                    if tick.changed() {
                        turned = Some(vec![*at]);
                    }
                    if is_cut {
                        hint(tick, other.name);
                    }
                });
            }
        });
    }
    turned
}

/// A name as it fits in so many points, cut with "…" where it is longer.
fn fitting(ui: &Ui, name: &str, most: f32) -> String {
    let font = crate::ui::theme::font(13.0, Weight::Regular);
    let wide = |words: String| {
        let color = egui::Color32::TRANSPARENT;
        let galley = ui.painter().layout_no_wrap(words, font.clone(), color);
        galley.size().x
    };
    if wide(name.to_owned()) <= most {
        return name.to_owned();
    }
    let letters: Vec<char> = name.chars().collect();
    let cut = |count: &usize| {
        let kept: String = letters.iter().take(*count).collect();
        format!("{}…", kept.trim_end())
    };
    let fits = (1..letters.len())
        .rev()
        .find(|count| wide(cut(count)) <= most);
    cut(&fits.unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_comes_first_and_a_tag_of_one_is_no_group() {
        let tags = [
            vec!["club".to_owned()],
            vec!["club".to_owned(), "trail".to_owned()],
        ];
        let others = tags.each_ref().map(|tags| Somebody {
            name: "Anna",
            tags,
            is_chosen: false,
        });
        let labels: Vec<String> = groups(&others).into_iter().map(|it| it.label).collect();
        assert_eq!(labels, ["Everybody", "All of “club”"]);
    }
}
