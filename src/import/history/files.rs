//! Files of history on the disk: which ones a path means, and what is in them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::archive::{InputFile, unpacked};

/// The most bytes that one file may have.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// The file itself, or the files in the folder, by name. What is no plain file in it is passed over: a pipe would never
/// end.
///
/// # Errors
///
/// In words, which path is not there or cannot be read, and why.
pub fn files_in(path: &Path) -> Result<Vec<PathBuf>, String> {
    // Who names a file that is not there has mistyped it; files that turn out unreadable are told in the report.
    if !fs::metadata(path).map_err(unreadable(path))?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path).map_err(unreadable(path))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    Ok(files)
}

/// What is in a file: itself, or what is packed in it. A file that is not there, is larger than 256 MB or damaged says so.
pub fn read_file(path: &Path) -> Vec<InputFile> {
    let bytes = fs::metadata(path)
        .map_err(unreadable(path))
        .and_then(|about| {
            if about.len() > MOST_BYTES {
                return Err("it is larger than 256 MB; export fewer years at once".to_owned());
            }
            fs::read(path).map_err(unreadable(path))
        });
    let name = path.display().to_string();
    unpacked(InputFile { name, bytes })
}

fn unreadable(path: &Path) -> impl Fn(io::Error) -> String {
    move |error| format!("{} cannot be read: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_files_by_name_and_no_folder_within() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.csv", "a.csv"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        fs::create_dir(folder.path().join("inner")).unwrap();
        let files = files_in(folder.path()).unwrap();
        assert_eq!(
            files,
            ["a.csv", "b.csv"].map(|name| folder.path().join(name))
        );
        assert_eq!(read_file(&files[0])[0].bytes.as_deref(), Ok(&b"x"[..]));
    }

    #[test]
    fn what_is_too_large_or_not_there_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let large = folder.path().join("large.csv");
        fs::File::create(&large)
            .unwrap()
            .set_len(MOST_BYTES + 1)
            .unwrap();
        let why = |path: &Path| read_file(path).remove(0).bytes.unwrap_err();
        assert!(why(&large).contains("larger than 256 MB"));
        let gone = folder.path().join("gone.csv");
        assert!(why(&gone).contains("gone.csv cannot be read"));
        let mistyped = files_in(&gone).unwrap_err();
        assert!(mistyped.contains("gone.csv cannot be read"), "{mistyped}");
    }
}
