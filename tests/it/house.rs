//! Holds the table and the invariants in `src/lib.rs` to their word, by reading the source.

mod circles;
mod figures;
mod imports;
mod table;
mod tables;
mod tokens;
mod typography;

use std::fs;
use std::path::{Path, PathBuf};

use imports::Imports;
use table::Table;

/// The last module of the core; every row of the table up to it is core.
const LAST_OF_CORE: &str = "demo";

/// What the core must not know: the path in the source, and what it would bring in.
const OUTSIDE_CORE: &[(&[&str], &str)] = &[
    (&["std", "fs"], "files"),
    (&["std", "io"], "files"),
    (&["std", "env"], "the machine"),
    (&["std", "net"], "the machine"),
    (&["std", "process"], "the machine"),
    (&["std", "time"], "a clock"),
    (&["chrono", "Local"], "a clock"),
    (&["rand"], "chance"),
    (&["getrandom"], "chance"),
    (&["rfd"], "a screen"),
];

/// Calls that the core must not make, on whatever type.
const OUTSIDE_CORE_CALLS: &[(&str, &str)] = &[("now", "a clock"), ("new_v4", "chance")];

/// A file of the source.
struct File {
    /// Where it stands, for messages.
    path: String,
    /// Its module, from the root of the crate; `main` for the program.
    module: Vec<String>,
    /// What it refers to outside its tests.
    imports: Imports,
}

impl File {
    fn new(path: &str, text: &str) -> Self {
        let module = module_of(path);
        let imports = Imports::read(text, &module);
        Self {
            path: path.to_owned(),
            module,
            imports,
        }
    }

    /// The module of the table it belongs to; empty for the root of the crate.
    fn top(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }
}

/// `src/ui/calendar/mod.rs` is `ui::calendar`.
fn module_of(path: &str) -> Vec<String> {
    let inner = path.strip_prefix("src/").unwrap_or(path);
    let inner = inner.strip_suffix(".rs").unwrap_or(inner);
    let names = inner
        .split('/')
        .filter(|name| !matches!(*name, "mod" | "lib"));
    names.map(str::to_owned).collect()
}

/// Those of these files that are part of the program, and not for tests alone.
fn shipped(files: &[File]) -> impl Iterator<Item = &File> {
    let for_tests: Vec<_> = files
        .iter()
        .flat_map(|file| &file.imports.test_modules)
        .collect();
    files.iter().filter(move |file| {
        !for_tests
            .iter()
            .any(|module| file.module.starts_with(module))
    })
}

/// Everything in these files that breaks the table or an invariant, one sentence each.
fn offences(files: &[File], table: &Table) -> Vec<String> {
    shipped(files)
        .flat_map(|file| offences_of(file, table))
        .collect()
}

fn offences_of(file: &File, table: &Table) -> Vec<String> {
    let mut found = Vec::new();
    for path in &file.imports.paths {
        let told = table_offence(file, path, table)
            .or_else(|| core_offence(file, path, table))
            .or_else(|| screen_offence(file, path));
        if let Some(told) = told {
            found.push(format!("{}: `{}`: {told}", file.path, path.join("::")));
        }
    }
    found.dedup();
    found
}

fn table_offence(file: &File, path: &[String], table: &Table) -> Option<String> {
    let [root, imported, ..] = path else {
        return None;
    };
    let importer = table.row(file.top())?;
    if root != "crate" || *imported == importer.name || importer.imports.contains(imported) {
        return None;
    }
    // The whole crate at once hides what is used of it.
    let known = imported == "*" || table.row(imported).is_some();
    known.then(|| format!("`{}` may not import `{imported}`", importer.name))
}

fn core_offence(file: &File, path: &[String], table: &Table) -> Option<String> {
    if !table.core(LAST_OF_CORE).any(|row| row.name == file.top()) {
        return None;
    }
    let by_path = OUTSIDE_CORE.iter().find(|(outside, _)| {
        path.len() >= outside.len() && path.iter().zip(*outside).all(|(a, b)| a == b)
    });
    let by_call = || {
        OUTSIDE_CORE_CALLS
            .iter()
            .find(|(call, _)| path.last().is_some_and(|a| a == call))
    };
    let what = by_path
        .map(|(_, what)| what)
        .or_else(|| by_call().map(|(_, what)| what))?;
    Some(format!("the core knows nothing of {what}"))
}

fn screen_offence(file: &File, path: &[String]) -> Option<String> {
    let first = path.first()?;
    let screen = first.starts_with("egui") || first == "eframe";
    (screen && !matches!(file.top(), "ui" | "app"))
        .then(|| "the screen belongs to `ui` and `app`".to_owned())
}

fn source() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join("src"), &mut paths);
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("a file of the source reads");
        let inner = path
            .strip_prefix(root)
            .expect("a file of the source is inside it");
        let names: Vec<_> = inner.iter().map(|name| name.to_string_lossy()).collect();
        File::new(&names.join("/"), &text)
    };
    paths.iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the source reads") {
        let path = entry.expect("an entry of the source reads").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|end| end == "rs") {
            paths.push(path);
        }
    }
    paths.sort();
}

const MAP: &str = include_str!("../../src/lib.rs");

#[test]
fn the_source_keeps_to_the_table() {
    let files = source();
    assert!(files.len() > 100, "the source was found: {}", files.len());
    let found = offences(&files, &Table::read(MAP));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn the_table_lists_every_module_once_and_imports_only_downwards() {
    let table = Table::read(MAP);
    let mut listed: Vec<_> = table.rows.iter().map(|row| row.name.as_str()).collect();
    for (place, row) in table.rows.iter().enumerate() {
        for import in &row.imports {
            assert!(
                listed[..place].contains(&import.as_str()),
                "{} imports {import}",
                row.name
            );
        }
    }
    // The page for newcomers names the same rooms in the same order.
    let rooms = include_str!("../../ARCHITECTURE.md").lines();
    let rooms = rooms
        .skip_while(|line| !line.starts_with("| room |"))
        .skip(2);
    let rooms: Vec<_> = rooms
        .map_while(|line| line.strip_prefix("| `")?.split('`').next())
        .collect();
    assert_eq!(rooms, listed);
    let mut declared: Vec<_> = MAP
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    listed.sort_unstable();
    declared.sort_unstable();
    assert_eq!(listed, declared);
}

#[test]
fn only_app_and_cli_may_store_export_and_import() {
    for row in Table::read(MAP).rows {
        let reaches_out = row
            .imports
            .iter()
            .any(|name| matches!(name.as_str(), "store" | "export" | "import"));
        assert_eq!(
            reaches_out,
            matches!(row.name.as_str(), "app" | "cli"),
            "{}",
            row.name
        );
    }
}

/// A table like the real one.
const SMALL_MAP: &str = "
//! | module | what lives there | may import |
//! |---|---|---|
//! | [`domain`] | data | – |
//! | [`demo`] | a workspace | `domain` |
//! | [`store`] | files | `domain` |
//! | [`ui`] | panels | all above but `store` |
//! | [`app`] | the rest | all above |
";

/// What a file of this text at this path breaks.
fn offences_in(path: &str, text: &str) -> Vec<String> {
    let found = offences(&[File::new(path, text)], &Table::read(SMALL_MAP));
    found
        .iter()
        .map(|told| {
            told.split_once(": ")
                .map_or("", |(_, told)| told)
                .to_owned()
        })
        .collect()
}

#[test]
fn imports_against_the_table_are_found_in_every_spelling() {
    let told = "`crate::store::Store`: `ui` may not import `store`";
    for text in [
        "use crate::store::Store;",
        "use crate::{domain::Athlete, store::{Store}};",
        "use super::super::store::Store;",
        "pub use crate::store::Store as Disk;",
        "fn save() { let store = crate::store::Store::default(); }",
        "fn save(_: &dyn Fn(crate::store::Store)) {}",
    ] {
        let found = offences_in("src/ui/panel.rs", text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(
            found[0].starts_with(told.split_once("`:").unwrap().0),
            "{text}: {found:?}"
        );
    }
    assert_eq!(
        offences_in("src/domain/mod.rs", "use super::demo;").len(),
        1
    );
    assert_eq!(offences_in("src/domain/mod.rs", "use crate::*;").len(), 1);
    for text in [
        "use crate::domain::Athlete;",
        "use super::store::Row;",
        "use self::store::Row;",
    ] {
        assert_eq!(offences_in("src/ui/panel.rs", text), [""; 0], "{text}");
    }
    assert_eq!(
        offences_in("src/app/mod.rs", "use crate::{store, ui::Panel};"),
        [""; 0]
    );
}

#[test]
fn the_core_is_kept_from_screens_clocks_and_files() {
    let text = "
        use egui::Ui;
        use std::{fmt, fs::File};
        use std::time::Duration;
        fn f() { let now = chrono::Utc::now(); let today = Local::now(); }
        fn g() { std::env::var(\"HOME\"); Uuid::new_v4(); }
    ";
    assert_eq!(
        offences_in("src/demo/mod.rs", text),
        [
            "`egui::Ui`: the screen belongs to `ui` and `app`",
            "`std::fs::File`: the core knows nothing of files",
            "`std::time::Duration`: the core knows nothing of a clock",
            "`chrono::Utc::now`: the core knows nothing of a clock",
            "`Local::now`: the core knows nothing of a clock",
            "`std::env::var`: the core knows nothing of the machine",
            "`Uuid::new_v4`: the core knows nothing of chance",
        ]
    );
    assert_eq!(
        offences_in("src/store/mod.rs", text),
        ["`egui::Ui`: the screen belongs to `ui` and `app`"]
    );
    assert_eq!(offences_in("src/main.rs", "use eframe::Frame;").len(), 1);
}

#[test]
fn comments_texts_and_tests_are_no_imports() {
    let text = r##"
        //! See [`crate::store::Store`].
        /* use crate::store::Store; /* nested */ use crate::store; */
        const A: &str = "crate::store::Store \" crate::store::Store";
        const B: &str = r#"crate::store::Store "quoted" crate::store"#;
        const C: [char; 3] = ['"', '\'', '\u{22}'];
        fn d<'a>(text: &'a str) -> &'a str { text }
        #[cfg(test)]
        use crate::store::{Store, create};
        #[cfg(test)]
        #[allow(unused)]
        mod tests { use crate::store::Store; fn f() { if true {} } }
        #[cfg(test)]
        mod samples;
    "##;
    assert_eq!(offences_in("src/ui/panel.rs", text), [""; 0]);
    let after = format!("{text} use crate::store::Store;");
    assert_eq!(
        offences_in("src/ui/panel.rs", &after).len(),
        1,
        "what follows is read again"
    );

    let bad = "use crate::store::Store;";
    let files = [
        File::new("src/ui/mod.rs", "#[cfg(test)] mod samples;\nmod panel;"),
        File::new("src/ui/samples/deep.rs", bad),
        File::new("src/ui/panel.rs", bad),
    ];
    let found = offences(&files, &Table::read(SMALL_MAP));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("src/ui/panel.rs"));
}
