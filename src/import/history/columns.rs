//! What columns are called in the exports of other programs, in their languages: data, read once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::header::plain_header;
use super::table::Table;

/// Field of a format → the headers it may have, as [`plain_header`] writes them.
type Names = BTreeMap<String, Vec<String>>;

/// By dialect family: `lifting`, `activities`.
static COLUMNS: LazyLock<BTreeMap<String, Names>> = LazyLock::new(|| {
    // The file is part of the program and a test reads it; without it nothing would be recognised, and be told so.
    let all: BTreeMap<String, Names> =
        ron::from_str(include_str!("../../../assets/import/columns.ron")).unwrap_or_default();
    let plain = |(field, headers): (String, Vec<String>)| {
        (
            field,
            headers.iter().map(|header| plain_header(header)).collect(),
        )
    };
    all.into_iter()
        .map(|(family, names)| (family, names.into_iter().map(plain).collect()))
        .collect()
});

/// The column of `table` for a field of a family of formats; the family's first name for it wins.
pub fn column(table: &Table, family: &str, field: &str) -> Option<usize> {
    let headers = COLUMNS.get(family)?.get(field)?;
    headers.iter().find_map(|header| table.column(header))
}

/// Which header of `table` was taken for what: for each field the header and the field's meaning for people.
pub fn mapping(table: &Table, family: &str, fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let named = fields.iter().filter_map(|(field, meaning)| {
        let header = table.headers().get(column(table, family, field)?)?;
        Some((header.clone(), (*meaning).to_owned()))
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_lose_case_marks_and_tags() {
        for (header, wanted) in [
            ("\u{feff}Avg. HR", "avg hr"),
            ("<span class='x'>Max Heart Rate</span>", "max heart rate"),
            ("Weight (kg)", "weight kg"),
            ("Workout #", "workout #"),
            ("Type d’activité", "type d activité"),
            ("  Set   Order ", "set order"),
        ] {
            assert_eq!(plain_header(header), wanted);
        }
    }

    #[test]
    fn the_table_of_names_is_read_and_names_nothing_twice() {
        for (family, names) in COLUMNS.iter() {
            let mut seen = BTreeMap::new();
            for (field, headers) in names {
                assert!(!headers.is_empty(), "{family}: {field}");
                for header in headers {
                    let before = seen.insert(header.clone(), field.clone());
                    assert!(
                        before.as_ref().is_none_or(|other| other == field),
                        "{family}: {header} is {before:?} too"
                    );
                }
            }
        }
        assert!(COLUMNS.contains_key("lifting") && COLUMNS.contains_key("activities"));
    }
}
