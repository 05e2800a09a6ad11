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

/// Fields whose column people name with a unit behind it, "Strecke (km)": what the field is called then, of which field
/// the name in front is, and the units, as [`plain_header`] writes them.
const WITH_UNIT: &[(&str, &str, &[&str])] = &[
    (
        "distance_km",
        "distance",
        &["km", "kms", "kilometer", "kilometers", "kilometres"],
    ),
    ("distance_mi", "distance", &["mi", "mile", "miles"]),
    (
        "distance_m",
        "distance",
        &["m", "meter", "meters", "metres"],
    ),
    (
        "time",
        "time",
        &[
            "s", "sec", "seconds", "h mm ss", "hh mm ss", "h min s", "mm ss",
        ],
    ),
    (
        "minutes",
        "time",
        &["min", "mins", "minutes", "minuten", "minuti", "minutos"],
    ),
    ("hours", "time", &["h", "hours", "std", "stunden"]),
    ("hr_average", "hr_average", &["bpm"]),
    ("hr_max", "hr_max", &["bpm"]),
    ("ascent", "ascent", &["m", "meter", "meters", "metres"]),
    ("weight_kg", "weight", &["kg", "kgs", "kilos"]),
    ("weight_lb", "weight", &["lb", "lbs", "pounds"]),
    ("seconds", "workout_duration", &["s", "sec", "seconds"]),
];

/// The column of `table` for a field of a family of formats; the family's first name for it wins, and a name alone
/// before one with its unit.
pub fn column(table: &Table, family: &str, field: &str) -> Option<usize> {
    let names = COLUMNS.get(family)?;
    let named = names
        .get(field)
        .and_then(|headers| headers.iter().find_map(|header| table.column(header)));
    named.or_else(|| {
        let (_, named_as, units) = WITH_UNIT.iter().find(|(of, ..)| *of == field)?;
        let headers = names.get(*named_as)?;
        let has_unit = |header: &String| {
            let name = units
                .iter()
                .find_map(|unit| header.strip_suffix(unit)?.strip_suffix(' '));
            name.is_some_and(|name| headers.iter().any(|known| known == name))
        };
        table.headers().iter().position(has_unit)
    })
}

/// The headers of `table` that none of these fields reads, in their order.
pub fn unread(table: &Table, family: &str, fields: &[(&str, &str)]) -> Vec<String> {
    let read: Vec<usize> = fields
        .iter()
        .filter_map(|(field, _)| column(table, family, field))
        .collect();
    let headers = table.headers().iter().enumerate();
    headers
        .filter(|(place, header)| !header.is_empty() && !read.contains(place))
        .map(|(_, header)| header.clone())
        .collect()
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
