//! Packages between a coach's workspace and the athlete's own.

use super::*;
use crate::domain::{Author, Signature, VersionId};
use crate::edit::{self, Edit};

fn coach() -> Stamp {
    Stamp {
        at: moment(0),
        by: Author::Coach,
        name: Signature::new("Mira Vale"),
    }
}

fn version(bits: u128) -> VersionId {
    VersionId::from_bits(bits)
}

/// A coach's workspace with Anna, and Anna's own, which got her first package.
struct Two {
    coach: TempDir,
    own: TempDir,
    mail: TempDir,
}

impl Two {
    fn new() -> Self {
        let own = tempfile::tempdir().unwrap();
        create(own.path(), &Workspace::default()).unwrap();
        let two = Self {
            coach: folder(),
            own,
            mail: tempfile::tempdir().unwrap(),
        };
        let package = two.send(&two.coach, 1);
        assert!(Two::open(&two.own, &package));
        two
    }

    fn anna(dir: &TempDir) -> Arc<Athlete> {
        let (store, _) = Store::open(dir.path()).unwrap();
        store.read_athlete("anna-kovac.ron").unwrap()
    }

    fn edit(dir: &TempDir, hour: i64, by: Author, change: impl FnOnce(&mut Session)) {
        let (store, _) = Store::open(dir.path()).unwrap();
        let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
        let mut session = (*anna.sessions.all()[0]).clone();
        change(&mut session);
        let edits = [Edit::update(&anna, session)];
        let stamp = Stamp {
            at: moment(hour),
            by,
            name: Signature::default(),
        };
        edit::apply(&mut anna, &edits, stamp);
        store.write_athlete(&anna, moment(hour)).unwrap();
    }

    /// Writes a package and returns where it is.
    fn send(&self, dir: &TempDir, bits: u128) -> PathBuf {
        let (store, _) = Store::open(dir.path()).unwrap();
        let anna = store.read_athlete("anna-kovac.ron").unwrap();
        let path = self.mail.path().join(format!("{bits}.ron"));
        store
            .write_package(&path, &anna, coach(), version(bits))
            .unwrap();
        path
    }

    /// Takes a package in; false when there was nothing new in it.
    fn open(dir: &TempDir, path: &Path) -> bool {
        let (store, opened) = Store::open(dir.path()).unwrap();
        let read = read_package(path).unwrap();
        let is_here = opened
            .athletes
            .iter()
            .any(|file| file.id == Some(read.package.athlete.id));
        if !is_here {
            store
                .write_athlete(&read.package.athlete, moment(50))
                .unwrap();
            store.remember_package(&read.package).unwrap();
            return true;
        }
        let here = store.read_athlete("anna-kovac.ron").unwrap();
        let offer = store.offer(&read.package, &here).unwrap();
        assert!(offer.is_known || !offer.has_no_base);
        store
            .write_athlete(&offer.merged.athlete, moment(50))
            .unwrap();
        store.remember_package(&read.package).unwrap();
        !offer.is_known
    }
}

#[test]
fn a_plan_goes_out_and_its_log_comes_home() {
    let two = Two::new();
    Two::edit(&two.own, 1, Author::Athlete, |it| {
        it.log.get_or_insert_default().note = "Windy".to_owned().into();
    });
    Two::edit(&two.coach, 2, Author::Coach, |it| {
        it.plan.title = "Longer".to_owned();
    });
    let home = two.send(&two.own, 2);
    assert!(Two::open(&two.coach, &home));
    let anna = Two::anna(&two.coach);
    let session = &anna.sessions.all()[0];
    assert_eq!(session.plan.title, "Longer");
    assert_eq!(session.log.as_ref().unwrap().note, "Windy");
    assert!(!Two::open(&two.coach, &home), "a second time it is known");
    assert_eq!(Two::anna(&two.coach), anna);
    let out = two.send(&two.coach, 3);
    assert!(Two::open(&two.own, &out));
    assert_eq!(Two::anna(&two.own), anna);
    assert!(
        !Two::open(&two.own, &two.mail.path().join("1.ron")),
        "an old one"
    );
    assert_eq!(Two::anna(&two.own), anna);
}

#[test]
fn packages_that_cross_on_their_way_come_to_the_same() {
    let two = Two::new();
    Two::edit(&two.own, 1, Author::Athlete, |it| {
        it.plan.note = "Mine".to_owned();
    });
    Two::edit(&two.coach, 2, Author::Coach, |it| {
        it.plan.note = "Hers".to_owned();
    });
    let (home, out) = (two.send(&two.own, 2), two.send(&two.coach, 3));
    Two::open(&two.own, &out);
    Two::open(&two.coach, &home);
    assert_eq!(Two::anna(&two.own), Two::anna(&two.coach));
    Two::edit(&two.own, 3, Author::Athlete, |it| {
        it.plan.title = "Again".to_owned();
    });
    let home = two.send(&two.own, 4);
    Two::open(&two.coach, &home);
    assert_eq!(Two::anna(&two.own), Two::anna(&two.coach));
}

#[test]
fn what_did_not_change_is_sent_as_the_same_version() {
    let two = Two::new();
    let (first, again) = (two.send(&two.coach, 8), two.send(&two.coach, 9));
    let id = |path: &Path| read_package(path).unwrap().package.id;
    assert_eq!((id(&first), id(&again)), (version(1), version(1)));
}

#[test]
fn a_package_that_was_changed_by_hand_is_known_as_such_and_taken_as_its_own_version() {
    let two = Two::new();
    let path = two.send(&two.coach, 1);
    let text = fs::read_to_string(&path).unwrap();
    assert!(is_package(text.as_bytes()));
    fs::write(&path, text.replace('\n', "\r\n")).unwrap();
    assert!(
        !read_package(&path).unwrap().was_edited,
        "a mail program changed line ends"
    );
    fs::write(&path, text.replace("62.5kg", "65kg")).unwrap();
    let read = read_package(&path).unwrap();
    assert!(read.was_edited);
    assert_ne!(read.package.id, version(1));
    assert_eq!(read.package.id, read_package(&path).unwrap().package.id);
    assert!(Two::open(&two.own, &path));
    let text = fs::read_to_string(two.own.path().join("athletes/anna-kovac.ron")).unwrap();
    assert!(text.contains("65kg"));
}

#[test]
fn cut_and_later_packages_are_refused_with_a_word() {
    let two = Two::new();
    let path = two.send(&two.coach, 1);
    let text = fs::read_to_string(&path).unwrap();
    for (bad, word) in [
        (text[..text.len() / 2].to_owned(), "line"),
        (text.replacen("version: 1", "version: 3", 1), "version 3"),
        (String::new(), "empty"),
        (
            fs::read_to_string(anna_file(&two.coach)).unwrap(),
            "package",
        ),
    ] {
        fs::write(&path, bad).unwrap();
        let error = read_package(&path).unwrap_err().to_string();
        assert!(error.contains(word), "{word}: {error}");
    }
    let at_many_bytes = (0..text.len()).step_by(7);
    for end in at_many_bytes.filter(|end| text.is_char_boundary(*end)) {
        fs::write(&path, &text[..end]).unwrap();
        assert!(read_package(&path).is_err(), "{end}");
    }
}

#[test]
fn without_what_was_remembered_nothing_is_taken_back() {
    let two = Two::new();
    Two::edit(&two.own, 1, Author::Athlete, |it| {
        it.plan.note = "Mine".to_owned();
    });
    let home = two.send(&two.own, 2);
    fs::remove_dir_all(two.coach.path().join("exchange")).unwrap();
    let (store, _) = Store::open(two.coach.path()).unwrap();
    let here = store.read_athlete("anna-kovac.ron").unwrap();
    let offer = store
        .offer(&read_package(&home).unwrap().package, &here)
        .unwrap();
    assert!(offer.has_no_base);
    assert_eq!(offer.merged.athlete.sessions.all()[0].plan.note, "Mine");
}
