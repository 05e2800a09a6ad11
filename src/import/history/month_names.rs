//! Names of months in the languages of the exports.

use std::sync::LazyLock;

/// Month names by their beginnings, in the languages of the exports, longest first.
static MONTHS: LazyLock<Vec<(&str, u32)>> = LazyLock::new(|| {
    let mut months = vec![
        ("jan", 1),
        ("ene", 1),
        ("gen", 1),
        ("sty", 1),
        ("feb", 2),
        ("fév", 2),
        ("fev", 2),
        ("lut", 2),
        ("mar", 3),
        ("mär", 3),
        ("mrt", 3),
        ("maa", 3),
        ("már", 3),
        ("mrz", 3),
        ("apr", 4),
        ("avr", 4),
        ("abr", 4),
        ("kwi", 4),
        ("ápr", 4),
        ("may", 5),
        ("mai", 5),
        ("mag", 5),
        ("mei", 5),
        ("maj", 5),
        ("máj", 5),
        ("jun", 6),
        ("juin", 6),
        ("giu", 6),
        ("cze", 6),
        ("jún", 6),
        ("jul", 7),
        ("juil", 7),
        ("lug", 7),
        ("lip", 7),
        ("júl", 7),
        ("aug", 8),
        ("aoû", 8),
        ("aou", 8),
        ("ago", 8),
        ("sie", 8),
        ("sep", 9),
        ("set", 9),
        ("wrz", 9),
        ("sze", 9),
        ("oct", 10),
        ("okt", 10),
        ("ott", 10),
        ("paź", 10),
        ("nov", 11),
        ("lis", 11),
        ("dec", 12),
        ("déc", 12),
        ("dez", 12),
        ("dic", 12),
        ("gru", 12),
    ];
    months.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    months
});

/// The month, from 1, that a word in lower case names.
pub fn month_of(word: &str) -> Option<u32> {
    MONTHS
        .iter()
        .find(|(name, _)| word.starts_with(name))
        .map(|(_, month)| *month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_beginning_names_the_month() {
        for (word, month) in [
            ("juillet", 7),
            ("juin", 6),
            ("märz", 3),
            ("wrz", 9),
            ("dez", 12),
        ] {
            assert_eq!(month_of(word), Some(month), "{word}");
        }
        assert_eq!(month_of("foo"), None);
    }
}
