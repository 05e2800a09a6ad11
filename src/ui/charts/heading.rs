//! Title of a chart, and under it what it answers.

use egui::{Align, Label, Layout, Rect, Ui, UiBuilder, vec2};

use super::moving;
use super::paint::ink;
use crate::chart::Scene;
use crate::chart::color::{Hue, Tone};
use crate::chart::scene::Word;
use crate::ui::theme::{Palette, Weight, font, text};
use crate::ui::widgets::{facts::facts_ui, trailing};

/// Height of the title, the same for all charts so that they stand in line.
const TITLE_HEIGHT: f32 = 20.0;
/// Sizes of its words, in points: the largest in which all have room, else the first.
const SIZES: [f32; 5] = [13.0, 12.5, 12.0, 11.5, 11.0];
/// The least of a word that it is known by: five letters and "…", in points.
const KNOWN: f32 = 48.0;
/// In smaller words, in points, "others" is left out.
const LEAST_WITH_OTHERS: f32 = 12.0;
/// Between its words and the buttons, in points.
const BESIDE_BUTTONS: f32 = 4.0;
/// Height of title and answer together.
pub(super) const HEIGHT: f32 = 41.0;

/// Draws the title, whose coloured words are the key to the chart, the buttons of `buttons` at its right, and
/// under it the answer, or what the chart says of the day under the pointer. Long words are cut and never push
/// the chart.
pub(super) fn heading_ui(
    ui: &mut Ui,
    palette: &Palette,
    scene: &Scene,
    read: Option<&str>,
    buttons: impl FnOnce(&mut Ui),
) {
    let space = ui.available_rect_before_wrap();
    let top = Rect::from_min_size(space.min, vec2(space.width(), TITLE_HEIGHT));
    let title = &mut ui.new_child(
        UiBuilder::new()
            .max_rect(top)
            .layout(Layout::left_to_right(Align::Center))
            .id_salt("title"),
    );
    title.spacing_mut().item_spacing.x = 0.0;
    let words_ui = |words: &mut Ui| {
        let left = words.max_rect();
        words.shrink_clip_rect(left);
        words.spacing_mut().item_spacing.x = 5.0;
        title_ui(words, palette, &scene.title);
        moving::handle_ui(words, left.intersect(top), scene.chart);
    };
    trailing::row_ui(title, "buttons", words_ui, buttons);
    let (line, shade) = match read {
        Some(line) => (line, palette.text),
        None => (scene.subtitle.as_str(), palette.text_soft),
    };
    let under = Rect::from_min_max(
        top.left_bottom() + vec2(0.0, 2.0),
        space.min + vec2(space.width(), HEIGHT),
    );
    let answer = &mut ui.new_child(UiBuilder::new().max_rect(under).id_salt("answer"));
    facts_ui(answer, line, 11.0, Weight::Regular, shade);
    ui.add_space(HEIGHT);
}

/// The words of a title. Of coloured names at its end that have no room the count stands there: "Squat +2"; a last word
/// that yields goes without one.
fn title_ui(ui: &mut Ui, palette: &Palette, title: &[Word]) {
    let width_in = |words: &str, size: f32| {
        let font = font(size, Weight::SemiBold);
        let laid = ui
            .painter()
            .layout_no_wrap(words.to_owned(), font, palette.text);
        laid.size().x
    };
    let room = ui.available_width() - BESIDE_BUTTONS;
    let apart = ui.spacing().item_spacing.x;
    let fits = |title: &[Word], size: f32| {
        let words = title.iter().map(|word| width_in(&word.text, size));
        words.sum::<f32>() + apart * title.len().saturating_sub(1) as f32 <= room
    };
    let title = with_room(title, fits);
    let found = SIZES.into_iter().find(|size| fits(title, *size));
    let size = found.unwrap_or(SIZES[0]);
    let width = |words: &str| width_in(words, size);
    let widths: Vec<f32> = title.iter().map(|word| width(&word.text)).collect();
    let plain = Tone::of(Hue::Text);
    let names = title.iter().rev().take_while(|word| word.tone != plain);
    let names = names.count();
    let room = [room, ui.spacing().item_spacing.x];
    let left_out = left_out(&widths, names, room, |count| width(&more(count)));
    let count_width = width(&more(left_out)) + room[1];
    let word_ui = |ui: &mut Ui, word: &Word| {
        let word = text(&word.text, size, Weight::SemiBold).color(ink(palette, word.tone));
        ui.add(Label::new(word).truncate());
    };
    let Some((last, before)) = title[..title.len() - left_out].split_last() else {
        return;
    };
    for word in before {
        word_ui(ui, word);
    }
    if left_out == 0 {
        word_ui(ui, last);
    } else {
        let room = (ui.available_width() - BESIDE_BUTTONS - count_width).max(0.0);
        ui.scope(|ui| {
            ui.set_max_width(room);
            word_ui(ui, last);
        });
        let whole: Vec<&str> = title.iter().map(|word| word.text.as_str()).collect();
        let count = text(more(left_out), size, Weight::SemiBold).color(palette.text_soft);
        ui.label(count).on_hover_text(whole.join(" · "));
    }
}

/// The words of a title without a last one that yields, where that would make all of them much smaller.
fn with_room(title: &[Word], fits: impl Fn(&[Word], f32) -> bool) -> &[Word] {
    let mut usual = SIZES.into_iter().filter(|size| *size >= LEAST_WITH_OTHERS);
    match title.split_last() {
        Some((last, chosen)) if last.yields && !usual.any(|size| fits(title, size)) => chosen,
        _ => title,
    }
}

/// "+2".
fn more(count: usize) -> String {
    format!("+{count}")
}

/// How many of the `names` at the end of a title have no room. The last may be cut while enough of it is left to be
/// known; the first stays, and is cut where it has to be.
fn left_out(
    widths: &[f32],
    names: usize,
    [room, between]: [f32; 2],
    count_width: impl Fn(usize) -> f32,
) -> usize {
    let taken = |words: &[f32]| words.iter().map(|width| width + between).sum::<f32>() - between;
    let most = names.saturating_sub(1);
    let fits = |out: &usize| {
        let shown = &widths[..widths.len() - out];
        let last = shown.last().copied().unwrap_or_default();
        let count = match *out {
            0 => 0.0,
            out => between + count_width(out),
        };
        taken(shown) - last + last.min(KNOWN) + count <= room
    };
    (0..=most).find(fits).unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "Weekly tonnage" with three exercises, of which so many are left out.
    fn out_of(room: f32) -> usize {
        left_out(&[95.0, 38.0, 118.0, 28.0], 3, [room, 5.0], |_| 16.0)
    }

    /// "not logged", the key to grey bars, was left out like the "others" of the tonnage.
    #[test]
    fn only_a_word_that_yields_is_left_out_where_there_is_little_room() {
        let grey = Tone::of(Hue::Grey);
        let last = [Word::others("others", grey), Word::toned("others", grey)];
        let shown = |last: &Word, room: f32| {
            let title = [Word::plain("Tonnage"), last.clone()];
            let fits = |title: &[Word], size: f32| {
                let letters: usize = title.iter().map(|word| word.text.len()).sum();
                letters as f32 * size <= room
            };
            with_room(&title, fits).len()
        };
        assert_eq!(last.each_ref().map(|last| shown(last, 13.0 * 13.0)), [2, 2]);
        assert_eq!(last.each_ref().map(|last| shown(last, 13.0 * 12.0)), [2, 2]);
        assert_eq!(last.each_ref().map(|last| shown(last, 13.0 * 11.5)), [1, 2]);
    }

    #[test]
    fn names_without_room_are_counted_and_not_cut_to_a_letter() {
        assert_eq!(out_of(294.0), 0);
        assert_eq!(out_of(293.0), 1);
        assert_eq!(out_of(282.0), 1);
        assert_eq!(out_of(200.0), 2);
        assert_eq!(out_of(60.0), 2, "the first is always named");
        assert_eq!(left_out(&[95.0, 70.0], 0, [90.0, 5.0], |_| 16.0), 0);
        let load = |room| left_out(&[80.0, 22.0, 58.0], 2, [room, 5.0], |_| 16.0);
        assert_eq!(load(160.0), 0, "“strength” is cut to “stren…”");
        assert_eq!(load(150.0), 1);
        // "Weekly load run +2" with room for most of "strength".
        let cross = |room| left_out(&[80.0, 22.0, 58.0, 34.0], 3, [room, 5.0], |_| 16.0);
        assert_eq!(cross(185.0), 1, "“stren… +1”");
        assert_eq!(cross(170.0), 2);
    }
}
