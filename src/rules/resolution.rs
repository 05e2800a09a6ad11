//! What resolves a finding.

use crate::edit::Edit;

use super::tally::Tally;

/// A way to resolve a finding, undone as one step.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// Text of its button: "Move to Fri".
    pub label: String,
    /// What it changes.
    pub edits: Vec<Edit>,
    /// What it makes worse elsewhere, a line each: findings that were not there, or not as grave.
    pub worse: Vec<String>,
    /// What is left to find around it.
    pub after: Tally,
}

impl Fix {
    /// The label in few words, beside what says what it is about: the other session of a swap by its day alone, and of
    /// two changes the first.
    pub fn short_label(&self) -> &str {
        let label = self.label.as_str();
        let end = if label.starts_with("Swap with ") {
            label.find("’s ")
        } else if label.starts_with("Shorten to ") {
            label.find(", and ")
        } else {
            None
        };
        end.and_then(|end| label.get(..end)).unwrap_or(label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_label_still_says_what_is_done() {
        let short = |label: &str| {
            let fix = Fix {
                label: label.to_owned(),
                edits: Vec::new(),
                worse: Vec::new(),
                after: Tally::default(),
            };
            fix.short_label().to_owned()
        };
        assert_eq!(short("Swap with Sun’s long run"), "Swap with Sun");
        assert_eq!(
            short("Shorten to 16.6 km, and the next run"),
            "Shorten to 16.6 km"
        );
        for whole in [
            "Move to Fri",
            "Leave out Tue’s lower body strength",
            "Swap squat for leg press",
        ] {
            assert_eq!(short(whole), whole);
        }
    }
}
