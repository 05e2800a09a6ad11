//! What each chart is, as a page says it.

use super::catalogue::Chart;
use crate::domain::Ink;

/// What is faded on a screen is an outline on a page without colours.
const IN_GREY: [(&str, &str); 6] = [
    ("Faded bars", "Outlined bars"),
    ("Faded sets", "Outlined sets"),
    ("Faded: ", "Outlined: "),
    ("Dashed", "Dotted"),
    ("pale ones", "outlined ones"),
    ("The pale stretch", "The grey stretch"),
];

impl Chart {
    /// What it is, with formula, source and limits, for a page in this ink.
    pub fn about_on(self, ink: Ink) -> String {
        let spec = self.spec();
        match (ink, spec.about_in_grey) {
            (Ink::Colour, _) => spec.about.to_owned(),
            (Ink::BlackAndWhite, Some(about)) => about.to_owned(),
            (Ink::BlackAndWhite, None) => IN_GREY
                .into_iter()
                .fold(spec.about.to_owned(), |text, (screen, paper)| {
                    text.replace(screen, paper)
                }),
        }
    }
}
