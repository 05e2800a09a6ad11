//! Damage of every kind at every place, and a disk that changes under an open workspace.

use super::*;
use crate::store::format;

/// What reading these bytes as an athlete gives. It must not panic whatever they are.
fn read(bytes: &[u8]) -> Result<Athlete, StoreError> {
    format::decode::<Athlete>(Path::new("anna.ron"), bytes).map(|decoded| decoded.value)
}

fn anna_bytes() -> Vec<u8> {
    format::encode(Path::new("anna.ron"), &athlete(1, "Anna Kovač"))
        .unwrap()
        .into_bytes()
}

#[test]
fn a_file_cut_off_at_any_byte_is_told_as_damaged() {
    let bytes = anna_bytes();
    let whole = bytes.trim_ascii_end().len();
    for end in 0..whole {
        assert!(read(&bytes[..end]).is_err(), "{end} of {whole}");
    }
    assert!(read(&bytes[..whole]).is_ok());
}

#[test]
fn flipped_bits_are_damage_or_another_figure_and_never_a_panic() {
    let bytes = anna_bytes();
    let mut damaged = 0;
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            match read(&flipped) {
                Err(_) => damaged += 1,
                Ok(athlete) => {
                    // What was read can be written and read again.
                    let text = format::encode(Path::new("anna.ron"), &athlete).unwrap();
                    assert_eq!(read(text.as_bytes()).unwrap(), athlete, "{at}.{bit}");
                }
            }
        }
    }
    assert!(damaged > bytes.len() * 2, "{damaged}");
}

#[test]
fn a_file_that_vanished_is_written_anew() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    fs::remove_file(anna_file(&dir)).unwrap();
    anna.profile.notes = "still here".to_owned();
    assert_eq!(
        store.write_athlete(&anna, moment(0)).unwrap(),
        Saved::Written
    );
    assert_eq!(read_athlete(&anna_file(&dir)).unwrap(), anna);
    fs::remove_dir_all(dir.path().join("athletes")).unwrap();
    assert_eq!(
        store.write_athlete(&anna, moment(1)).unwrap(),
        Saved::Written,
        "its folder too"
    );
}

#[test]
fn a_workspace_that_vanished_fails_in_a_way_that_may_pass_and_is_saved_when_it_is_back() {
    let dir = folder();
    let away = dir.path().with_extension("away");
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    anna.profile.notes = "on the train".to_owned();
    fs::rename(dir.path(), &away).unwrap();
    let error = store.write_athlete(&anna, moment(0)).unwrap_err();
    assert!(error.may_pass(), "{error}");
    assert!(!dir.path().exists(), "nothing is made where the drive was");
    fs::rename(&away, dir.path()).unwrap();
    assert_eq!(
        store.write_athlete(&anna, moment(0)).unwrap(),
        Saved::Written
    );
    assert_eq!(read_athlete(&anna_file(&dir)).unwrap(), anna);
}

#[test]
fn a_file_replaced_by_a_folder_or_an_older_one_is_left_alone() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    anna.profile.notes = "ours".to_owned();
    let text = fs::read_to_string(anna_file(&dir)).unwrap();
    fs::remove_file(anna_file(&dir)).unwrap();
    fs::create_dir(anna_file(&dir)).unwrap();
    let error = store.write_athlete(&anna, moment(0)).unwrap_err();
    assert!(matches!(error, StoreError::NotAFile { .. }), "{error}");
    fs::remove_dir(anna_file(&dir)).unwrap();
    fs::write(anna_file(&dir), text.replace("62.5kg", "60kg")).unwrap();
    assert!(matches!(
        store.write_athlete(&anna, moment(0)).unwrap(),
        Saved::Conflict { .. }
    ));
    let theirs = fs::read_to_string(anna_file(&dir)).unwrap();
    assert!(theirs.contains("\"60kg\""));
}

#[test]
fn two_damaged_files_are_both_told_and_the_third_opens() {
    let dir = tempfile::tempdir().unwrap();
    create(dir.path(), &workspace(&["Anna", "Ben", "Cleo"])).unwrap();
    for name in ["anna", "ben"] {
        let path = dir.path().join(format!("athletes/{name}.ron"));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text.replace("sets:", "sets")).unwrap();
    }
    let (store, opened) = Store::open(dir.path()).unwrap();
    let read = |name: &str| store.read_athlete(&format!("{name}.ron"));
    assert_eq!(opened.athletes.len(), 3);
    assert!(read("anna").is_err() && read("ben").is_err() && read("cleo").is_ok());
}
