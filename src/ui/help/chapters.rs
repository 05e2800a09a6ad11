//! The chapters of the guide, in reading order.

use std::sync::OnceLock;

use super::markdown::{Block, blocks};

/// A chapter.
pub(super) struct Chapter {
    /// Its file in `docs/guide`.
    pub(super) file: &'static str,
    text: &'static str,
    read: OnceLock<Vec<Block>>,
}

impl Chapter {
    const fn new(file: &'static str, text: &'static str) -> Self {
        Self {
            file,
            text,
            read: OnceLock::new(),
        }
    }

    /// What stands in it, read once.
    pub(super) fn blocks(&self) -> &[Block] {
        self.read.get_or_init(|| blocks(self.text))
    }

    /// Its first heading.
    pub(super) fn title(&self) -> &str {
        self.blocks()
            .iter()
            .find_map(Block::heading)
            .unwrap_or(self.file)
    }
}

/// Every chapter, in the order of [`Topic`](super::Topic).
pub(super) static CHAPTERS: [Chapter; 9] = [
    Chapter::new(
        "first-week.md",
        include_str!("../../../docs/guide/first-week.md"),
    ),
    Chapter::new("marks.md", include_str!("../../../docs/guide/marks.md")),
    Chapter::new("rules.md", include_str!("../../../docs/guide/rules.md")),
    Chapter::new("logging.md", include_str!("../../../docs/guide/logging.md")),
    Chapter::new("charts.md", include_str!("../../../docs/guide/charts.md")),
    Chapter::new(
        "printing.md",
        include_str!("../../../docs/guide/printing.md"),
    ),
    Chapter::new(
        "bring-in.md",
        include_str!("../../../docs/guide/bring-in.md"),
    ),
    Chapter::new("sharing.md", include_str!("../../../docs/guide/sharing.md")),
    Chapter::new(
        "settings.md",
        include_str!("../../../docs/guide/settings.md"),
    ),
];

/// The place of the chapter that a link names.
pub(super) fn place_of(link: &str) -> Option<usize> {
    let file = link.split('#').next().unwrap_or(link);
    CHAPTERS.iter().position(|chapter| chapter.file == file)
}
