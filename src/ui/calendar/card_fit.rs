//! How the words of a card are made to fit its width.

use egui::{Color32, FontId, Painter};

use crate::ui::theme::{Weight, font};
use crate::ui::widgets::together::keep_together;

/// The sizes of a title, the largest first, in points.
const TITLE_SIZES: [f32; 5] = [12.5, 12.0, 11.5, 11.0, 10.5];
/// The least letters of a word that stand before a hyphen or behind it.
const LEAST_PIECE: usize = 3;

/// The one size of the titles of a week whose cards leave them so much width: the largest in which none of their words
/// has to be broken. A word that is too long in any size is broken, and does not make the others small.
pub(super) fn title_size<'a>(
    painter: &Painter,
    titles: impl Iterator<Item = &'a str>,
    width: f32,
) -> f32 {
    let size_of = |title: &str| {
        let fits = |size: &f32| longest_word(painter, title, *size, Weight::SemiBold) <= width;
        let largest = TITLE_SIZES.into_iter().find(fits);
        largest.unwrap_or(TITLE_SIZES[0])
    };
    titles.map(size_of).fold(TITLE_SIZES[0], f32::min)
}

/// How wide the longest word of `text` is.
pub(super) fn longest_word(painter: &Painter, text: &str, size: f32, weight: Weight) -> f32 {
    let width = |word: &str| width_of(painter, word, font(size, weight));
    text.split(' ').map(width).fold(0.0, f32::max)
}

/// How wide `text` is on one row.
pub(super) fn width_of(painter: &Painter, text: &str, font: FontId) -> f32 {
    let galley = painter.layout_no_wrap(text.to_owned(), font, Color32::TRANSPARENT);
    galley.size().x
}

/// `text`, with words that are wider than `width` in pieces that end with a hyphen.
pub(super) fn hyphenated(text: &str, width: f32, measure: impl Fn(&str) -> f32) -> String {
    let words = text.split(' ').map(|word| {
        if measure(word) <= width {
            return word.to_owned();
        }
        let mut pieces = Vec::new();
        let mut rest: Vec<char> = word.chars().collect();
        while rest.len() >= 2 * LEAST_PIECE && measure(&rest.iter().collect::<String>()) > width {
            let piece = |count: usize| {
                let letters: String = rest.iter().take(count).collect();
                let hyphen = if letters.ends_with('-') { "" } else { "-" };
                format!("{letters}{hyphen}")
            };
            let most = rest.len() - LEAST_PIECE;
            let count = (LEAST_PIECE..=most)
                .rev()
                .find(|count| measure(&piece(*count)) <= width)
                .unwrap_or(LEAST_PIECE);
            // A hyphen of its own is the best place.
            let own = rest.iter().take(count).rposition(|letter| *letter == '-');
            let count = own.map_or(count, |own| own + 1);
            pieces.push(piece(count));
            rest.drain(..count);
        }
        pieces.push(rest.into_iter().collect());
        pieces.join(" ")
    });
    words.collect::<Vec<_>>().join(" ")
}

/// `text` with what belongs together on one line, the ways that take least width last: "@ 4:05 /km", then its signs closer
/// together, then the pace on a row of its own; the repetitions are parted from their distance, and the sign of the pace is
/// left out, only in a column that holds no more. Most often the first is taken, so that each is made only when it is asked
/// for.
pub(super) fn ways_to_keep(text: &str) -> impl Iterator<Item = String> {
    let counted = ["exercises", "leg sets"]
        .into_iter()
        .find_map(|noun| Some((count_of(text, noun)?, noun)));
    let kept = match counted {
        Some((count, noun)) => format!("{count}\u{a0}{}", noun.replace(' ', "\u{a0}")),
        None => keep_together(text),
    };
    let counts_exercises = counted.is_some_and(|(_, noun)| noun == "exercises");
    (0..6).map(move |way| {
        let mut words = kept.clone();
        if way > 0 {
            words = words.replace("@\u{a0}", "@").replace("\u{a0}×\u{a0}", "×");
        }
        if way > 0 && counts_exercises {
            words = words.replace("exercises", "ex.");
        }
        if way > 1 {
            words = words
                .replace("\u{a0}/km", "/km")
                .replace("\u{a0}/mi", "/mi");
        }
        if matches!(way, 3 | 5) {
            words = words
                .replace('×', "× ")
                .replace("\u{a0}jog", " jog")
                .replace("\u{a0}walk", " walk");
        }
        if way > 3 {
            words = words.replace('@', "");
        }
        words
    })
}

/// How many of `noun` a part counts that says nothing else: "5" of "5 exercises".
pub(super) fn count_of<'t>(part: &'t str, noun: &str) -> Option<&'t str> {
    let count = part.strip_suffix(noun)?.strip_suffix(' ')?;
    count.parse::<f32>().is_ok().then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_card_draws_signs_together_before_it_parts_a_figure_from_its_unit() {
        let ways = |text| -> Vec<String> {
            let ways = ways_to_keep(text);
            ways.map(|way| way.replace('\u{a0}', "_")).collect()
        };
        let told = [
            "6_×_800_m @_4:05_/km",
            "6×800_m @4:05_/km",
            "6×800_m @4:05/km",
            "6× 800_m @4:05/km",
            "6×800_m 4:05/km",
            "6× 800_m 4:05/km",
        ];
        assert_eq!(ways("6 × 800 m @ 4:05 /km"), told);
        assert_eq!(ways("5 exercises")[..2], ["5_exercises", "5_ex."]);
        assert_eq!(ways("do the exercises")[1], "do the exercises");
    }

    #[test]
    fn a_word_without_room_goes_on_behind_a_hyphen() {
        let measure = |row: &str| row.chars().count() as f32;
        let told = |text| hyphenated(text, 10.0, measure);
        assert_eq!(told("Lower body strength"), "Lower body strength");
        assert_eq!(
            told("mit Wirbelsäulengymnastik"),
            "mit Wirbelsäu- lengymnas- tik"
        );
        assert_eq!(told("Shake-out-running"), "Shake-out- running");
    }

    #[test]
    fn all_titles_of_a_week_have_one_size_and_a_word_too_long_does_not_make_them_small() {
        let ctx = egui::Context::default();
        crate::ui::theme::install(&ctx);
        let _ = ctx.run_ui(egui::RawInput::default(), |ui| {
            let size =
                |titles: &[&str], width| title_size(ui.painter(), titles.iter().copied(), width);
            let wide = size(&["Easy run", "Wirbelsäulengymnastik"], 60.0);
            assert!((wide - 12.5).abs() < 0.01, "{wide}");
            let narrow = size(&["Easy run", "Intervals", "Recovery run"], 51.0);
            assert!((11.0..12.5).contains(&narrow), "{narrow}");
        });
    }
}
