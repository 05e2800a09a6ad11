//! The forms of files in which a plan goes out, and all there is to say of each.

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ExportFormat {
    /// Pages to print.
    #[default]
    Pdf,
    /// A picture of the pages.
    Png,
    /// Calendar events.
    Ics,
    /// A workbook.
    Xlsx,
    /// One table.
    Csv,
    /// Plan text.
    Text,
    /// Markdown.
    Markdown,
    /// A page for the athlete's phone, which takes down what was done.
    Html,
    /// Workouts for a watch.
    Watch,
}

/// What can be said besides about a file of some form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatOptions {
    /// Which sheet its pages are, on what paper, in what ink.
    Pages,
    /// Where in the day its events stand, and when they remind.
    Events,
    /// What its table has a row for.
    Records,
    /// What stands on it besides the plan: the coach's name, a word, how exercises are done.
    Words,
    /// Nothing.
    None,
}

/// All there is to say of a form of files; how its bytes are made is in a table of `export`.
#[derive(Debug, Clone, Copy)]
pub struct FormatSpec {
    /// Which form.
    pub format: ExportFormat,
    /// What the file's name ends in: `pdf`.
    pub extension: &'static str,
    /// What people call it.
    pub label: &'static str,
    /// What can be chosen about it.
    pub options: FormatOptions,
    /// It can hold several athletes in one file.
    pub holds_many: bool,
    /// Its figures can be in other units than the athlete's own.
    pub takes_units: bool,
    /// It is text to be pasted into a mail or a chat.
    pub is_message: bool,
}

impl FormatSpec {
    /// A file for several athletes, in any units, that is no message.
    const fn new(
        format: ExportFormat,
        extension: &'static str,
        label: &'static str,
        options: FormatOptions,
    ) -> Self {
        Self {
            format,
            extension,
            label,
            options,
            holds_many: true,
            takes_units: true,
            is_message: false,
        }
    }
}

/// Every form of files.
const FORMATS: [FormatSpec; 9] = [
    FormatSpec::new(ExportFormat::Pdf, "pdf", "PDF", FormatOptions::Pages),
    FormatSpec::new(ExportFormat::Png, "png", "Picture", FormatOptions::Pages),
    FormatSpec::new(ExportFormat::Ics, "ics", "Calendar", FormatOptions::Events),
    FormatSpec::new(ExportFormat::Xlsx, "xlsx", "Excel", FormatOptions::None),
    FormatSpec::new(ExportFormat::Csv, "csv", "CSV", FormatOptions::Records),
    FormatSpec {
        // Plan text says one athlete a file, in the units that stand with each figure.
        holds_many: false,
        takes_units: false,
        is_message: true,
        ..FormatSpec::new(ExportFormat::Text, "txt", "Plan text", FormatOptions::None)
    },
    FormatSpec {
        is_message: true,
        ..FormatSpec::new(
            ExportFormat::Markdown,
            "md",
            "Markdown",
            FormatOptions::None,
        )
    },
    FormatSpec {
        // What comes back from it belongs to one athlete.
        holds_many: false,
        ..FormatSpec::new(
            ExportFormat::Html,
            "html",
            "Phone page",
            FormatOptions::Words,
        )
    },
    FormatSpec {
        // A watch is one athlete's.
        holds_many: false,
        ..FormatSpec::new(ExportFormat::Watch, "zip", "Watch", FormatOptions::None)
    },
];

impl ExportFormat {
    /// All forms.
    pub const ALL: [Self; FORMATS.len()] = {
        let mut all = [Self::Pdf; FORMATS.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = FORMATS[at].format;
            at += 1;
        }
        all
    };

    /// All there is to say of it.
    pub fn spec(self) -> &'static FormatSpec {
        let mut all = FORMATS.iter();
        // Every form has a row; a test holds the table to that.
        all.find(|spec| spec.format == self).unwrap_or(&FORMATS[0])
    }

    /// What the file's name ends in: `pdf`.
    pub fn extension(self) -> &'static str {
        self.spec().extension
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        self.spec().label
    }

    /// The form that a file's name ends in, in any case.
    pub fn of(extension: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.extension().eq_ignore_ascii_case(extension))
    }

    /// True for forms made of pages.
    pub fn has_pages(self) -> bool {
        self.spec().options == FormatOptions::Pages
    }

    /// True for forms that can hold several athletes in one file.
    pub fn holds_many(self) -> bool {
        self.spec().holds_many
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_a_row_an_ending_and_a_name_of_its_own() {
        for format in ExportFormat::ALL {
            assert_eq!(
                ExportFormat::of(&format.extension().to_uppercase()),
                Some(format)
            );
            let named = |other: &ExportFormat| other.label() == format.label();
            assert_eq!(
                ExportFormat::ALL
                    .iter()
                    .filter(|other| named(other))
                    .count(),
                1
            );
        }
    }
}
