//! The dialogs of the program, by the commands that open them.

/// Commands that open a dialog in which something is to be done.
pub(super) const DIALOGS: [&str; 14] = [
    "settings…",
    "change shortcuts",
    "new athlete",
    "edit athlete",
    "rules and why",
    "print / export",
    "copy to other athletes",
    "better week…",
    "1rm calculator",
    "build a season",
    "bring in a plan",
    "backups",
    "your name",
    "publish",
];
