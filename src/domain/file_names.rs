//! Names of files after people, as every system takes them.

/// Letters of a name in a file's name: with four bytes each and what comes besides they stay below 255 bytes.
const MOST_LETTERS: usize = 50;

/// Names that Windows keeps for devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A person's name as part of a file's name: as it is written, without what some systems do not take there, and no
/// longer than they take.
pub fn file_name(name: &str) -> String {
    let letters = name.chars().map(|c| match c {
        c if c.is_control() || "/\\:*?\"<>|{}".contains(c) => '_',
        c => c,
    });
    let name: String = letters.take(MOST_LETTERS).collect();
    let name = name.trim_matches(|c: char| c.is_whitespace() || c == '.');
    if name.is_empty() || DEVICES.contains(&name.to_lowercase().as_str()) {
        format!("athlete {name}").trim_end().to_owned()
    } else {
        name.to_owned()
    }
}

/// Names for the files of several people, each different from all before it on every system.
pub fn file_names<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for name in names {
        let base = file_name(name);
        let is_free = |candidate: &String| {
            let candidate = candidate.to_lowercase();
            taken.iter().all(|other| other.to_lowercase() != candidate)
        };
        let mut numbered = (2..).map(|number: usize| format!("{base} {number}"));
        let free = Some(base.clone())
            .filter(is_free)
            .or_else(|| numbered.find(is_free));
        taken.push(free.unwrap_or(base));
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_keep_what_every_system_takes() {
        for (name, expected) in [
            ("Anna Kovač", "Anna Kovač"),
            ("a/b\\c: \"d\"", "a_b_c_ _d_"),
            ("..", "athlete"),
            ("con", "athlete con"),
            ("שלום 🏃", "שלום 🏃"),
        ] {
            assert_eq!(file_name(name), expected, "{name}");
        }
        assert!(file_name(&"🏃".repeat(300)).len() <= 200);
    }

    #[test]
    fn people_of_one_name_have_files_of_their_own() {
        let names = file_names(["Anna", "anna", "Ben", "Anna"]);
        assert_eq!(names, ["Anna", "anna 2", "Ben", "Anna 3"]);
    }
}
