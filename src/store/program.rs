//! A program in a file of its own, for another coach.

use std::path::Path;

use crate::domain::SharedProgram;

use super::loading::load;
use super::{StoreError, format, output};

/// Reads the file of a program.
///
/// # Errors
///
/// All that can be wrong with a file, see [`StoreError`]; one of a later version is refused, since what it says more
/// would be lost.
pub fn read_program(path: &Path) -> Result<SharedProgram, StoreError> {
    let (decoded, _) = load::<SharedProgram>(path)?;
    match decoded.newer {
        Some(version) => Err(format::newer_error::<SharedProgram>(path, version)),
        None => Ok(decoded.value),
    }
}

/// Writes a program into a file, in place of what is there.
///
/// # Errors
///
/// [`StoreError::Unsound`] when it could not be read again, [`StoreError::Unwritable`].
pub fn write_program(path: &Path, shared: &SharedProgram) -> Result<(), StoreError> {
    let text = format::encode(path, shared)?;
    output::replace(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ProgramId, SharedProgram};
    use crate::library::Library;

    fn shared() -> SharedProgram {
        let library = Library::shipped().unwrap();
        let id = ProgramId::new("countdown-6");
        SharedProgram {
            program: library.program(&id).unwrap().clone(),
            exercises: library.exercises().iter().take(1).cloned().collect(),
        }
    }

    #[test]
    fn a_program_comes_back_as_it_went() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("program.ron");
        write_program(&path, &shared()).unwrap();
        assert_eq!(read_program(&path).unwrap(), shared());
    }

    #[test]
    fn damage_and_later_versions_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("program.ron");
        write_program(&path, &shared()).unwrap();
        let whole = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, whole.replacen("version: 1", "version: 9", 1)).unwrap();
        let later = read_program(&path).unwrap_err().to_string();
        assert!(later.contains('9'), "{later}");
        let half: String = whole.chars().take(whole.len() / 2).collect();
        std::fs::write(&path, half).unwrap();
        assert!(matches!(
            read_program(&path),
            Err(StoreError::Damaged { .. })
        ));
        std::fs::write(&path, "").unwrap();
        assert!(matches!(read_program(&path), Err(StoreError::Empty { .. })));
        let gone = folder.path().join("gone.ron");
        assert!(read_program(&gone).is_err());
    }
}
