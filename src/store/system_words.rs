//! Why the system refused something, in words for people: without its numbers, and without paths that nobody typed.

use std::io::{Error, ErrorKind};

/// The reason without a full stop: "the disk is full".
pub fn system_words(error: &Error) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => "its folder is not there",
        ErrorKind::PermissionDenied => "you have no permission for it",
        ErrorKind::NotADirectory => "a part of that path is a file and not a folder",
        ErrorKind::IsADirectory => "it is a folder",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::ReadOnlyFilesystem => "that disk can only be read",
        ErrorKind::InvalidFilename => "the system does not allow that name",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "another program is using it",
        ErrorKind::TimedOut | ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable => {
            "the drive it is on does not answer"
        }
        _ => return without_number(&error.to_string()),
    };
    words.to_owned()
}

/// What the system said, up to its number.
fn without_number(said: &str) -> String {
    let words = said.split(" (os error").next().unwrap_or(said);
    let words = words.trim_end_matches('.');
    if words.is_empty() {
        return "the system gave no reason".to_owned();
    }
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_and_no_foreign_path_is_told() {
        let missing = Error::from(ErrorKind::NotFound);
        let temporary = Error::new(
            ErrorKind::NotFound,
            "No such file or directory (os error 2) at path \"/tmp/.ironstride-out-1.tmp\"",
        );
        for error in [missing, temporary] {
            let words = system_words(&error);
            assert_eq!(words, "its folder is not there");
        }
        let strange = Error::other("Device or address is odd (os error 6)");
        assert_eq!(system_words(&strange), "Device or address is odd");
        assert_eq!(system_words(&Error::other("")), "the system gave no reason");
    }
}
