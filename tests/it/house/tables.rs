//! Every variant of an enum that a table speaks for has a row in it. The compiler cannot say so: a row is found by looking
//! for it, and one that is missing would be taken for the first.

use std::fs;
use std::path::Path;

/// The file and the name of an enum, and where the rows of its table stand.
const TABLES: [(&str, &str, &str); 2] = [
    ("src/ui/command.rs", "Command", "src/ui/commands"),
    (
        "src/domain/export_format.rs",
        "ExportFormat",
        "src/domain/export_format.rs",
    ),
];

#[test]
fn no_variant_is_missing_in_the_table_that_speaks_for_it() {
    for (file, name, table) in TABLES {
        let rows = rows_in(Path::new(table));
        let variants = variants(&fs::read_to_string(file).unwrap(), name);
        assert!(variants.len() > 5, "{name}: {variants:?}");
        for variant in variants {
            let row = format!("{name}::{variant},");
            let count = rows.lines().filter(|line| line.contains(&row)).count();
            assert_eq!(count, 1, "rows of {name}::{variant} in {table}");
        }
    }
}

/// The text of the rows: whole files of a folder, of a file what follows the first `const` that is an array.
fn rows_in(table: &Path) -> String {
    if table.is_dir() {
        let files = fs::read_dir(table).unwrap();
        let texts = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
        return texts.collect();
    }
    let text = fs::read_to_string(table).unwrap();
    let begin = text.find("const FORMATS").unwrap();
    let end = text[begin..].find("\n];").unwrap();
    text[begin..begin + end].to_owned()
}

/// The variants of an enum that has no fields.
fn variants(source: &str, name: &str) -> Vec<String> {
    let head = format!("pub enum {name} {{");
    let body = source.split(&head).nth(1).unwrap();
    let body = body.split("\n}").next().unwrap();
    let lines = body.lines().map(str::trim);
    lines
        .filter_map(|line| line.strip_suffix(','))
        .filter(|word| word.chars().all(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}
