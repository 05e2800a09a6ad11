//! Where the rows of a text end, where egui's own choice would not do.

/// `text` in rows that end at its `separator`s wherever a whole part fits into a row; no row begins or ends with one. egui
/// itself begins a row with the blank after a word that just fits, and breaks between any two words. A part that is too wide
/// for a row ends its rows at its blanks, and what follows goes on in the last of them.
/// `measure` tells how wide a row is.
pub fn rows_of(text: &str, separator: &str, width: f32, measure: impl Fn(&str) -> f32) -> String {
    let mut rows: Vec<String> = Vec::new();
    for part in text.split(separator) {
        match rows.last_mut() {
            Some(row) if measure(&format!("{row}{separator}{part}")) <= width => {
                row.push_str(separator);
                row.push_str(part);
            }
            _ => rows.extend(words_of(part, width, &measure)),
        }
    }
    rows.join("\n")
}

/// A part in rows that end at its blanks.
fn words_of(part: &str, width: f32, measure: impl Fn(&str) -> f32) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for word in part.split(' ') {
        match rows.last_mut() {
            Some(row) if measure(&format!("{row} {word}")) <= width => {
                row.push(' ');
                row.push_str(word);
            }
            _ => rows.push(word.to_owned()),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_break_at_the_dots_and_drop_them_there() {
        let measure = |row: &str| row.chars().count() as f32;
        let rows = |width| rows_of("4 × 1600 m · 600 m jog · RPE 8", " · ", width, measure);
        assert_eq!(rows(40.0), "4 × 1600 m · 600 m jog · RPE 8");
        assert_eq!(rows(25.0), "4 × 1600 m · 600 m jog\nRPE 8");
        assert_eq!(rows(12.0), "4 × 1600 m\n600 m jog\nRPE 8");
        // A part that is too wide is broken at blanks, and the next part follows it.
        assert_eq!(rows(8.0), "4 × 1600\nm\n600 m\njog\nRPE 8");
        let lift = "Romanian deadlift 3_×_8 · 55 kg";
        assert_eq!(
            rows_of(lift, " · ", 17.0, measure),
            "Romanian deadlift\n3_×_8 · 55 kg"
        );
        assert_eq!(rows_of("30 min", " · ", 4.0, measure), "30\nmin");
    }

    #[test]
    fn a_word_that_just_fits_leaves_no_blank_to_the_next_row() {
        let measure = |row: &str| row.chars().count() as f32;
        assert_eq!(
            rows_of("Romanian deadlift", " ", 8.0, measure),
            "Romanian\ndeadlift"
        );
    }
}
