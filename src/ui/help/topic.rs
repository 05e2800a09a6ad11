//! What the chapters of the guide are about.

/// The chapters, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Planning the first week.
    FirstWeek,
    /// Every mark on the screen.
    Marks,
    /// The rules, and better weeks.
    Rules,
    /// Saying what was done.
    Logging,
    /// Charts.
    Charts,
    /// Paper and files.
    Printing,
    /// Plans and history of others.
    BringIn,
    /// Athletes, other coaches, backups.
    Sharing,
    /// Settings and the keyboard.
    Settings,
}

impl Topic {
    /// The place of its chapter.
    pub(super) fn place(self) -> usize {
        self as usize
    }
}
