//! A line of facts: where it is too long it ends with a whole one. "2 strength sessions" cut to "2…" is another fact.

use egui::{Label, Response, Role, Ui, WidgetInfo};

use crate::ui::theme::{Weight, font, text};

/// Draws the line in `size` points; whole under the pointer where it is cut.
pub fn facts_ui(
    ui: &mut Ui,
    line: &str,
    size: f32,
    weight: Weight,
    color: egui::Color32,
) -> Response {
    let room = ui.available_width();
    let fits = |words: &str| {
        let laid = ui
            .painter()
            .layout_no_wrap(words.to_owned(), font(size, weight), color);
        laid.size().x <= room
    };
    let shown = |words: &str| Label::new(text(words, size, weight).color(color)).truncate();
    match (!fits(line)).then(|| shortened(line, fits)).flatten() {
        Some(short) => {
            let response = ui.add(shown(&short)).on_hover_text(line);
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, line));
            response
        }
        None => ui.add(shown(line)),
    }
}

/// The longest beginning that fits and cuts no word, leaves no figure without what it counts, and ends with "…".
fn shortened(line: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
    line.rmatch_indices(' ').find_map(|(end, _)| {
        let (kept, rest) = line.split_at(end);
        let is_whole = rest.starts_with(" · ");
        let last = kept.rsplit(' ').next().unwrap_or_default();
        let tells = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
        if !is_whole && !tells(last.trim_end_matches([',', ':', ';'])) {
            return None;
        }
        let kept = kept.trim_end_matches([',', ':', ';', '·', ' ']);
        let short = format!("{kept} …");
        fits(&short).then_some(short)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a line in so many letters.
    fn cut(line: &str, most: usize) -> Option<String> {
        shortened(line, |words| words.chars().count() <= most)
    }

    #[test]
    fn a_line_ends_with_a_whole_fact_or_word() {
        let week = "Week 48: 1894 AU · 5 runs, 49.6 km · 2 strength sessions";
        for most in [36, 38, 40, 46] {
            let left = cut(week, most).unwrap();
            assert!(left.starts_with("Week 48: 1894 AU"), "{left}");
            assert!(!left.ends_with("2 …"), "{left}");
        }
        assert_eq!(
            cut(week, 37).unwrap(),
            "Week 48: 1894 AU · 5 runs, 49.6 km …"
        );
        assert_eq!(
            cut(week, 52).unwrap(),
            "Week 48: 1894 AU · 5 runs, 49.6 km · 2 strength …"
        );
        let lifts = "Heaviest: Squat 62.5 kg × 6 · Romanian deadlift 55 kg × 8 · Row 35 kg × 8";
        assert_eq!(
            cut(lifts, 65).unwrap(),
            "Heaviest: Squat 62.5 kg × 6 · Romanian deadlift 55 kg × 8 · Row …"
        );
        assert_eq!(cut(lifts, 30).unwrap(), "Heaviest: Squat 62.5 kg × 6 …");
        assert_eq!(
            cut("Donaudampfschifffahrt", 10),
            None,
            "one word is cut as words are"
        );
    }
}
