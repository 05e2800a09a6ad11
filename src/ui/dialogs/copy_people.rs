//! Whom weeks are copied to: boxes to tick, those of a group at once, and a search where there are many.

use std::collections::BTreeSet;

use egui::{Align, Label, Layout, Margin, Role, TextEdit, Ui, WidgetInfo, vec2};

use crate::domain::names;
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::hint::hint;
use crate::ui::widgets::row_keys::{self, RowKeys};
use crate::ui::widgets::{check, scrolling};

/// From so many on a name is searched, and the names stand in two columns.
const MANY: usize = 8;

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

/// Draws who may get a copy, in all the height there is; the places of those whose box was ticked or cleared. Of `unread`
/// more it is not known yet who they are.
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
        let chosen = others.iter().filter(|other| other.is_chosen).count();
        if chosen > 0 {
            ui.label(soft(&format!("{chosen} of {} chosen", others.len())));
        }
    });
    if others.is_empty() && unread == 0 {
        let nobody = soft("There is nobody else in this workspace yet.");
        ui.add(Label::new(nobody).wrap());
    }
    if unread > 0 {
        let more = format::plural(unread, "more athlete", "more athletes");
        ui.label(soft(&format!("Reading {more}…")));
    }
    if others.len() >= MANY {
        search_ui(ui, sought);
    }
    let query = sought.trim();
    let is_meant = |other: &Somebody| {
        names::is_meant(other.name, query)
            || other.tags.iter().any(|tag| names::is_meant(tag, query))
    };
    let mut turned = None;
    let people = scrolling::list(ui.available_height()).id_salt("whom");
    people.auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        // One list, so that the arrows lead from everybody to each by name.
        row_keys::lines_ui(ui, "whom", |ui, keys| {
            if query.is_empty() {
                for group in groups(others) {
                    let is_on = |at: &usize| others.get(*at).is_some_and(|it| it.is_chosen);
                    let is_chosen = group.places.iter().all(is_on);
                    let label = (group.label.as_str(), Weight::SemiBold);
                    if tick_ui(ui, keys, is_chosen, label, &group.spoken) {
                        turned = Some(group.places);
                    }
                }
            }
            let all = others.iter().enumerate();
            let listed: Vec<_> = all.filter(|(_, other)| is_meant(other)).collect();
            turned = columns_ui(ui, keys, &listed, columns(others.len())).or(turned.take());
        });
        if !others.is_empty() && !others.iter().any(is_meant) {
            let nobody = soft("Nobody has that name or tag.");
            ui.add(Label::new(nobody).wrap());
        }
    });
    turned
}

/// The boxes of those who are listed, in rows from left to right.
fn columns_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    listed: &[(usize, &Somebody)],
    columns: usize,
) -> Option<Vec<usize>> {
    let mut turned = None;
    let size = vec2(
        ui.available_width() / columns as f32,
        ui.spacing().interact_size.y - 4.0,
    );
    for row in listed.chunks(columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (at, other) in row {
                let inside = Layout::left_to_right(Align::Center);
                ui.allocate_ui_with_layout(size, inside, |ui| {
                    ui.set_min_width(size.x);
                    ui.set_max_width(size.x);
                    let spoken = format!("Copy to {}", other.name);
                    let label = (other.name, Weight::Regular);
                    if tick_ui(ui, keys, other.is_chosen, label, &spoken) {
                        turned = Some(vec![*at]);
                    }
                });
            }
        });
    }
    turned
}

/// In how many columns so many names stand.
fn columns(count: usize) -> usize {
    if count < MANY { 1 } else { 2 }
}

/// The width that so many names want, in points.
pub(super) fn width(count: usize) -> f32 {
    match columns(count) {
        1 => 200.0,
        columns => 165.0 * columns as f32,
    }
}

fn search_ui(ui: &mut Ui, sought: &mut String) {
    const NAME: &str = "Search names or tags";
    let field = TextEdit::singleline(sought)
        .hint_text(NAME)
        .margin(Margin::symmetric(8, 5))
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, NAME));
}

/// A box to tick; true when it was ticked or cleared.
fn tick_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    is_chosen: bool,
    (label, weight): (&str, Weight),
    spoken: &str,
) -> bool {
    let most = ui.available_width() - check::INDENT - 10.0;
    let shown = fitting(ui, label, weight, most);
    let mut on = is_chosen;
    let tick = keys.check_ui(ui, &mut on, text(&shown, 13.0, weight));
    tick.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, spoken));
    let is_turned = tick.changed();
    if shown != label {
        hint(tick, label);
    }
    is_turned
}

/// A name as it fits in so many points, cut with "…" where it is longer.
fn fitting(ui: &Ui, name: &str, weight: Weight, most: f32) -> String {
    let font = crate::ui::theme::font(13.0, weight);
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
