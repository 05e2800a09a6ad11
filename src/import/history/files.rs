//! Files of history on the disk: which ones a path means, and what is in them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::archive::{InputFile, unpacked};

/// The most bytes that one file may have.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// How deep folders are looked into: an account's archive has two or three, and a link may lead in a circle.
const MOST_DEPTH: usize = 8;
/// The most files of a folder that are read.
const MOST_FILES: usize = 50_000;

/// The file itself, or the files in the folder and in those within, by name. What is no plain file in it is passed
/// over, for a pipe would never end, and so are hidden files, which systems leave behind.
///
/// # Errors
///
/// In words, which path is not there or cannot be read, and why.
pub fn files_in(path: &Path) -> Result<Vec<PathBuf>, String> {
    // Who names a file that is not there has mistyped it; files that turn out unreadable are told in the report.
    if !fs::metadata(path).map_err(unreadable(path))?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    gather(path, MOST_DEPTH, &mut files).map_err(unreadable(path))?;
    files.sort();
    Ok(files)
}

/// Adds the files of a folder and of those within, down to `depth`. A folder within that cannot be opened is passed
/// over.
fn gather(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if is_hidden || files.len() >= MOST_FILES {
        } else if path.is_file() {
            files.push(path);
        } else if depth > 0 && path.is_dir() {
            let _ = gather(&path, depth - 1, files);
        }
    }
    Ok(())
}

/// True for the name of a watch's file. Files are recognised by what is in them; one that is not is only passed over
/// where nobody would miss it.
pub(super) fn is_named_as_training(name: &str) -> bool {
    let name = name.to_lowercase();
    let end = name.strip_suffix(".gz").unwrap_or(&name).rsplit('.').next();
    matches!(end, Some("fit" | "gpx" | "tcx"))
}

/// What is in a file: itself, or what is packed in it. A file that is not there, is larger than 256 MB or damaged says
/// so.
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
    move |error| {
        let said = error.to_string();
        // People have no use for the number that the system gives a reason.
        let why = match error.kind() {
            io::ErrorKind::NotFound => "it is not there any more",
            io::ErrorKind::PermissionDenied => "you may not read it",
            _ => said.split(" (os error").next().unwrap_or(&said),
        };
        format!("{} cannot be read: {why}", path.display())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_files_and_those_of_folders_within_by_name() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("c/watch")).unwrap();
        for name in ["b.csv", "a.csv", ".DS_Store", "c/watch/1.fit"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let files = files_in(folder.path()).unwrap();
        assert_eq!(
            files,
            ["a.csv", "b.csv", "c/watch/1.fit"].map(|name| folder.path().join(name))
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
