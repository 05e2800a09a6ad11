//! Words of what keeps documents from the disk.

/// A message with a full stop.
pub(super) fn sentence(message: &str) -> String {
    let end = if message.ends_with('.') { "" } else { "." };
    format!("{message}{end}")
}
