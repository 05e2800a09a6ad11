//! The words of a session card in the form that fits its width.

use egui::Painter;

use crate::ui::card_facts::CardFacts;
use crate::ui::theme::{Weight, font};

use super::card_fit::{count_of, hyphenated, longest_word, ways_to_keep, width_of};
use super::card_text::{Content, DOT};

/// The words of a card as they fit its width, wherever its marks stand.
pub(super) struct Words {
    /// The title, with hyphens where a word is too wide.
    pub(super) title: String,
    /// The lines below it.
    pub(super) lines: Vec<String>,
    /// The size of the lines, in points.
    pub(super) size: f32,
    /// Something is said in short: the tooltip tells it whole.
    pub(super) is_short: bool,
}

impl Words {
    /// Those of a card whose text is so wide, in points.
    pub(super) fn of(
        painter: &Painter,
        facts: &CardFacts,
        content: &Content,
        width: f32,
        is_narrow: bool,
    ) -> Self {
        let title_font = font(content.title, Weight::SemiBold);
        let measure = |row: &str| width_of(painter, row, title_font.clone());
        let title = hyphenated(&facts.title, width, measure);
        let longest = |text: &str, size| longest_word(painter, text, size, Weight::Regular);
        // Where even a figure with its unit is too wide, a break between them is better than one within.
        let fits = |text: &str| longest(text, 10.0) <= width;
        let mut is_short = false;
        let mut kept = |part: &str| {
            let mut ways = ways_to_keep(part).enumerate();
            let Some((index, way)) = ways.find(|(_, way)| fits(way)) else {
                // What the words on the legs say nearly as well is left to the tooltip.
                let is_left = count_of(part, "leg sets").is_some();
                is_short |= is_left;
                return (!is_left).then(|| part.to_owned());
            };
            is_short |= index > 0 && count_of(part, "exercises").is_some();
            Some(way)
        };
        let lines: Vec<String> = content
            .lines
            .iter()
            .map(|content| {
                let parts: Vec<String> = content.split(DOT).filter_map(&mut kept).collect();
                parts.join(DOT)
            })
            .collect();
        let sizes: &[f32] = if is_narrow {
            &[10.5, 10.0]
        } else {
            &[11.5, 11.0, 10.5, 10.0]
        };
        // All of a card in one size: the largest in which no word is broken that need not be.
        let size_of = |content: &String| {
            let fits = |size: &f32| longest(content, *size) <= width;
            sizes.iter().copied().find(fits).unwrap_or(sizes[0])
        };
        let size = lines.iter().map(size_of).fold(sizes[0], f32::min);
        Self {
            title,
            lines,
            size,
            is_short,
        }
    }
}
