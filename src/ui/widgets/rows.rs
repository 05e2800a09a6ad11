//! Where the rows of a text end, where egui's own choice would not do.

/// `text` in rows that end at its `separator`s wherever a whole part fits into a row; no row begins or ends with one. egui
/// itself begins a row with the blank after a word that just fits, and breaks between any two words. A part that is too wide
/// for a row ends its rows at its blanks, and what follows goes on in the last of them.
/// `measure` tells how wide a row is.
pub fn rows_of(text: &str, separator: &str, width: f32, measure: impl Fn(&str) -> f32) -> String {
    rows_in(text, separator, |_| width, measure).join("\n")
}

/// The same, where not every row has the same room: `width` tells that of the row of an index.
pub fn rows_in(
    text: &str,
    separator: &str,
    width: impl Fn(usize) -> f32,
    measure: impl Fn(&str) -> f32,
) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    let fits = |row: &str, index: usize| measure(row) <= width(index);
    for part in text.split(separator) {
        let last = rows.len().saturating_sub(1);
        match rows.last_mut() {
            Some(row) if fits(&format!("{row}{separator}{part}"), last) => {
                row.push_str(separator);
                row.push_str(part);
            }
            _ => add_words(part, &mut rows, fits),
        }
    }
    rows
}

/// Adds a part in rows of its own that end at its blanks.
fn add_words(part: &str, rows: &mut Vec<String>, fits: impl Fn(&str, usize) -> bool) {
    let before = rows.len();
    for word in part.split(' ') {
        let last = rows.len().saturating_sub(1);
        match rows.last_mut() {
            Some(row) if last >= before && fits(&format!("{row} {word}"), last) => {
                row.push(' ');
                row.push_str(word);
            }
            _ => rows.push(word.to_owned()),
        }
    }
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
    #[test]
    fn a_first_row_with_less_room_takes_fewer_words() {
        let measure = |row: &str| row.chars().count() as f32;
        let width = |row: usize| if row == 0 { 6.0 } else { 13.0 };
        let rows = rows_in("Lower body strength", " ", width, measure);
        assert_eq!(rows, ["Lower", "body strength"]);
    }
}
