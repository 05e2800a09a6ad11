//! What no line parts: a figure and its unit, a separator and what stands before it.

/// `text` so that a line never ends between a figure and what it counts: "4:05 /km", "6 × 800 m", "55 kg × 8", "RIR 2",
/// "10 / side". A "·" ends a line and begins none.
pub fn keep_together(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut kept = String::with_capacity(text.len());
    for (index, word) in words.iter().enumerate() {
        kept.push_str(word);
        let Some(next) = words.get(index + 1) else {
            break;
        };
        let figure = word.ends_with(|c: char| c.is_ascii_digit());
        let bare = next.trim_end_matches(|c: char| "),.;:".contains(c));
        let short = bare.chars().count() <= 3 && !next.starts_with('@') && *next != "·";
        let sided = *next == "/" || *word == "/";
        let after_figure = index > 0 && words[index - 1].ends_with(|c: char| c.is_ascii_digit());
        let told = after_figure && matches!(bare, "jog" | "walk" | "more" | "less");
        let lettered = *word == "sheet" && bare.len() == 1;
        let counted = figure && matches!(bare, "reps" | "sets");
        let times = after_figure && *next == "×";
        let before_figure = matches!(*word, "×" | "@" | "RPE" | "RIR");
        let dotted = *next == "·" && !word.is_empty();
        let bound = figure && short
            || sided
            || told
            || lettered
            || counted
            || times
            || before_figure
            || dotted;
        kept.push(if bound { '\u{a0}' } else { ' ' });
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stay_with_their_units() {
        let kept = keep_together("6 × 800 m @ 4:05 /km · 400 m jog").replace('\u{a0}', "_");
        assert_eq!(kept, "6_×_800_m @_4:05_/km_· 400_m_jog");
        let kept = keep_together("45 min · RPE 3").replace('\u{a0}', "_");
        assert_eq!(kept, "45_min_· RPE_3");
        let kept = keep_together("48 min, sheet A; 161 bpm, 90 s walk").replace('\u{a0}', "_");
        assert_eq!(kept, "48_min, sheet_A; 161_bpm, 90_s_walk");
        let kept = keep_together("last: 3 sets 55 kg × 8, RIR 1, begin with 5 reps")
            .replace('\u{a0}', "_");
        assert_eq!(kept, "last: 3_sets 55_kg_×_8, RIR_1, begin with 5_reps");
        let kept = keep_together("5 exercises").replace('\u{a0}', "_");
        assert_eq!(kept, "5 exercises");
        let kept = keep_together("Walking lunge 3 × 10 / side").replace('\u{a0}', "_");
        assert_eq!(kept, "Walking lunge 3_×_10_/_side");
        let kept = keep_together("Side plank 2 × 30–45 s / side").replace('\u{a0}', "_");
        assert_eq!(kept, "Side plank 2_×_30–45_s_/_side");
        let kept =
            keep_together("18 km, 19 % more than the longest of the last 30 days (15.1 km).");
        let kept = kept.replace('\u{a0}', "_");
        assert_eq!(
            kept,
            "18_km, 19_%_more than the longest of the last 30 days (15.1_km)."
        );
    }
}
