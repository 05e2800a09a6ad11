//! The table of modules in the documentation of the crate.

/// Who may import whom.
pub struct Table {
    /// The modules, in the order of the table.
    pub rows: Vec<Row>,
}

/// A module.
pub struct Row {
    /// Its name.
    pub name: String,
    /// The modules it may import.
    pub imports: Vec<String>,
}

impl Table {
    /// Reads the rows ``//! | [`name`] | what lives there | imports |``.
    pub fn read(text: &str) -> Self {
        let mut rows: Vec<Row> = Vec::new();
        for line in text.lines() {
            let cells: Vec<_> = line.split('|').map(str::trim).collect();
            let ["//!", name, _, imports, ""] = cells[..] else {
                continue;
            };
            let Some(name) = name
                .strip_prefix("[`")
                .and_then(|name| name.strip_suffix("`]"))
            else {
                continue;
            };
            let above = rows.iter().map(|row| row.name.clone()).collect();
            rows.push(Row {
                name: name.to_owned(),
                imports: imports_of(imports, above),
            });
        }
        Self { rows }
    }

    /// The row of a module.
    pub fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name)
    }

    /// The rows down to the one called `last`.
    pub fn core(&self, last: &str) -> impl Iterator<Item = &Row> {
        let count = self
            .rows
            .iter()
            .position(|row| row.name == last)
            .map_or(0, |place| place + 1);
        self.rows.iter().take(count)
    }
}

/// Reads a cell: "–", a list of names, "all above", or "all above but" a list of names.
fn imports_of(cell: &str, above: Vec<String>) -> Vec<String> {
    let named: Vec<String> = cell
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    if cell == "–" {
        Vec::new()
    } else if cell == "all above" {
        above
    } else if cell.starts_with("all above but ") {
        above
            .into_iter()
            .filter(|name| !named.contains(name))
            .collect()
    } else {
        assert!(
            cell.starts_with('`'),
            "the table says something else: {cell}"
        );
        named
    }
}

#[test]
fn cells_are_read() {
    let above = || vec!["domain".to_owned(), "library".to_owned()];
    assert!(imports_of("–", above()).is_empty());
    assert_eq!(imports_of("all above", above()), above());
    assert_eq!(imports_of("all above but `library`", above()), ["domain"]);
    assert_eq!(imports_of("`domain`, `load`", above()), ["domain", "load"]);
}
