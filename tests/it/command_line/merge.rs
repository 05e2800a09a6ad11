//! `ironstride merge`, called by git.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use ironstride::domain::{Athlete, Log, Meters, Session, SessionId, Stamp, Status, Workout};
use ironstride::edit::{self, Edit};
use ironstride::store::{Store, read_athlete};

use super::{demo::demo, ironstride, saved};

/// Runs git in a folder, as nobody in particular.
fn git(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let output = Command::new("git")
        .current_dir(folder)
        .args([
            "-c",
            "user.name=Coach",
            "-c",
            "user.email=coach@example.org",
        ])
        .args([
            "-c",
            "init.defaultBranch=main",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git runs");
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8_lossy(&text).into_owned(),
    )
}

fn done(folder: &Path, arguments: &[&str]) -> String {
    let (is_done, said) = git(folder, arguments);
    assert!(is_done, "git {arguments:?}: {said}");
    said
}

/// Sets a clone up as the readme says, but with the program that was built.
fn set_up(clone: &Path) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/git-merge.sh");
    let output = Command::new(script)
        .arg(clone)
        .env("IRONSTRIDE", env!("CARGO_BIN_EXE_ironstride"))
        .output()
        .expect("the script runs");
    assert!(output.status.success(), "{output:?}");
}

/// A demo of two athletes in two clones of one repository.
fn clones(folder: &Path) -> [PathBuf; 2] {
    clones_of(folder, "--athletes 2 --years 1 --today 2026-11-27")
}

/// A demo in two clones of one repository.
fn clones_of(folder: &Path, options: &str) -> [PathBuf; 2] {
    let [shared, one, other] = ["shared.git", "one", "other"].map(|name| folder.join(name));
    done(folder, &["init", "--bare", shared.to_str().unwrap()]);
    let run = demo(&one, options);
    assert_eq!(run.code, Some(0), "{run:?}");
    done(&one, &["init"]);
    set_up(&one);
    done(&one, &["add", "."]);
    done(&one, &["commit", "-m", "Begin"]);
    done(&one, &["remote", "add", "origin", shared.to_str().unwrap()]);
    done(&one, &["push", "-u", "origin", "main"]);
    done(folder, &["clone", shared.to_str().unwrap(), "other"]);
    set_up(&other);
    assert_eq!(
        done(&other, &["status", "--short"]),
        "",
        "what is there is not written twice"
    );
    [one, other]
}

fn athlete_file(clone: &Path) -> PathBuf {
    let mut files: Vec<PathBuf> = fs::read_dir(clone.join("athletes"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files.remove(0)
}

/// Changes the first athlete of a clone through the program's own files.
fn edit(clone: &Path, change: impl FnOnce(&mut Athlete)) {
    let (store, _) = Store::open(clone).unwrap();
    let file = athlete_file(clone);
    let name = file.file_name().unwrap().to_str().unwrap();
    let mut athlete = (*store.read_athlete(name).unwrap()).clone();
    change(&mut athlete);
    store.write_athlete(&athlete, chrono::Utc::now()).unwrap();
}

fn change(athlete: &mut Athlete, index: usize, change: impl FnOnce(&mut Session)) {
    let at = athlete.sessions.len() - 1 - index;
    let mut session = (*athlete.sessions.all()[at]).clone();
    change(&mut session);
    let place = athlete.sessions.place(session.id).unwrap();
    athlete.sessions.put(session.into(), place);
}

fn commit_and_push(clone: &Path) {
    commit(clone);
    done(clone, &["push"]);
}

fn commit(clone: &Path) {
    done(clone, &["add", "--all"]);
    done(clone, &["commit", "-m", "Edit"]);
}

#[test]
fn two_clones_edit_one_week_and_pull_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = clones(folder.path());
    edit(&one, |athlete| {
        change(athlete, 0, |it| {
            it.plan.title = "Hills by the lake".to_owned();
        });
        change(athlete, 1, |it| it.plan.note = "Take the flask".to_owned());
        athlete.profile.notes = "Left shin".to_owned();
    });
    edit(&other, |athlete| {
        change(athlete, 0, |it| {
            it.status = Status::Done;
            it.log = Some(Log {
                note: "Icy".to_owned().into(),
                ..Log::default()
            });
        });
        change(athlete, 1, |it| it.plan.note = "Mind the dog".to_owned());
        athlete.profile.strength_target = 3;
    });
    fs::write(
        other.join("workspace.ron"),
        fs::read_to_string(other.join("workspace.ron"))
            .unwrap()
            .replace("coach: \"", "coach: \"Dr. "),
    )
    .unwrap();
    commit_and_push(&one);
    commit(&other);
    done(&other, &["pull", "--no-rebase", "--no-edit"]);
    done(&other, &["push"]);
    done(&one, &["pull", "--no-rebase", "--no-edit"]);
    let merged = read_athlete(&athlete_file(&one)).unwrap();
    assert_eq!(merged, read_athlete(&athlete_file(&other)).unwrap());
    let last = |index: usize| merged.sessions.all()[merged.sessions.len() - 1 - index].clone();
    assert_eq!(last(0).plan.title, "Hills by the lake");
    assert_eq!(last(0).log.as_ref().unwrap().note, "Icy");
    for line in ["Take the flask", "Mind the dog"] {
        assert!(last(1).plan.note.contains(line), "{}", last(1).plan.note);
    }
    assert_eq!(merged.profile.notes, "Left shin");
    assert_eq!(merged.profile.strength_target, 3);
    for clone in [&one, &other] {
        let (_, opened) = Store::open(clone).unwrap();
        assert!(opened.warnings.is_empty() && opened.conflicts.is_empty());
        assert!(opened.settings.coach.starts_with("Dr. "));
        let text = fs::read_to_string(athlete_file(clone)).unwrap();
        assert!(!text.contains("<<<<<<<") && !text.contains(">>>>>>>"));
    }
}

/// Changes the session that was the first on a day.
fn change_on(athlete: &mut Athlete, day: NaiveDate, change: impl FnOnce(&mut Session)) {
    let from = athlete.sessions.between(day, NaiveDate::MAX)[0].clone();
    let mut session = Session::clone(&from);
    change(&mut session);
    let edits = [Edit::update(athlete, session)];
    edit::apply(athlete, &edits, Stamp::coach(chrono::Utc::now()));
}

#[test]
fn two_clones_edit_old_and_new_weeks_of_an_athlete_in_parts_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = clones_of(folder.path(), "--athletes 1 --years 4 --today 2026-11-27");
    let parts = athlete_file(&one).with_extension("");
    assert!(fs::read_dir(&parts).unwrap().count() > 2, "there are parts");
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let before = read_athlete(&athlete_file(&one)).unwrap();
    let deleted = before.sessions.between(day("2023-08-01"), NaiveDate::MAX)[0].id;
    let moved = before.sessions.between(day("2023-09-01"), NaiveDate::MAX)[0].id;
    edit(&one, |athlete| {
        for (date, note) in [("2023-06-01", "Old, here"), ("2026-11-23", "New, here")] {
            change_on(athlete, day(date), |it| it.plan.note = note.to_owned());
        }
        let stamp = Stamp::coach(chrono::Utc::now());
        edit::apply(athlete, &[Edit::Remove(deleted)], stamp);
        let session = Session::clone(athlete.sessions.get(moved).unwrap());
        let session = Session {
            date: day("2026-11-26"),
            ..session
        };
        edit::apply(athlete, &[Edit::update(athlete, session)], stamp);
    });
    edit(&other, |athlete| {
        for (date, note) in [("2023-07-01", "Old, there"), ("2026-11-25", "New, there")] {
            change_on(athlete, day(date), |it| it.plan.note = note.to_owned());
        }
        // So many plans that weeks of the own file go into a part, in which the other side may have edited.
        let template = athlete.sessions.all().last().unwrap().clone();
        for nth in 0..150_u128 {
            let session = Session {
                id: SessionId::from_bits((1 << 90) + nth),
                date: day("2026-11-27") + chrono::Days::new((nth / 6) as u64),
                ..Session::clone(&template)
            };
            let stamp = Stamp::coach(chrono::Utc::now());
            edit::apply(athlete, &[Edit::put(session)], stamp);
        }
    });
    commit_and_push(&one);
    commit(&other);
    done(&other, &["pull", "--no-rebase", "--no-edit"]);
    done(&other, &["push"]);
    done(&one, &["pull", "--no-rebase", "--no-edit"]);
    let merged = read_athlete(&athlete_file(&one)).unwrap();
    assert_eq!(merged, read_athlete(&athlete_file(&other)).unwrap());
    let notes: Vec<&str> = merged
        .sessions
        .all()
        .iter()
        .map(|it| it.plan.note.as_str())
        .collect();
    for note in ["Old, here", "Old, there", "New, here", "New, there"] {
        assert_eq!(notes.iter().filter(|it| **it == note).count(), 1, "{note}");
    }
    assert_eq!(merged.sessions.len(), before.sessions.len() + 150 - 1);
    assert!(merged.sessions.get(deleted).is_none());
    assert_eq!(merged.sessions.get(moved).unwrap().date, day("2026-11-26"));
    for clone in [&one, &other] {
        let (store, opened) = Store::open(clone).unwrap();
        assert!(opened.warnings.is_empty() && opened.conflicts.is_empty());
        let read = store.read_athlete(&opened.athletes[0].file).unwrap();
        assert!(store.take_problems().is_empty() && store.take_notes().is_empty());
        assert_eq!(*read, merged);
    }
}

#[test]
fn a_workout_that_both_rewrote_is_in_the_file_twice_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = clones(folder.path());
    let rewrite = |clone: &Path, workout: Workout| {
        edit(clone, |athlete| {
            change(athlete, 0, |it| it.plan.workout = workout);
        });
    };
    rewrite(&one, Workout::Rest);
    rewrite(&other, Workout::Note);
    commit_and_push(&one);
    commit(&other);
    let said = done(&other, &["pull", "--no-rebase", "--no-edit"]);
    assert!(said.contains("both are kept"), "{said}");
    let merged = read_athlete(&athlete_file(&other)).unwrap();
    let last = merged.sessions.all().last().unwrap();
    assert_eq!(last.alternatives.len(), 1);
}

#[test]
fn what_cannot_be_merged_is_left_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let [base, ours, theirs] = ["base", "ours", "theirs"].map(|name| folder.path().join(name));
    let sample = fs::read_to_string(saved("v1/athlete.ron")).unwrap();
    fs::write(&base, "").unwrap();
    fs::write(&ours, &sample).unwrap();
    let run = |theirs_text: &str| {
        fs::write(&theirs, theirs_text).unwrap();
        let run = ironstride([
            "merge".as_ref(),
            base.as_os_str(),
            ours.as_os_str(),
            theirs.as_os_str(),
        ]);
        let text = fs::read_to_string(&ours).unwrap();
        (run.code, run.err, text)
    };
    let id = sample
        .split_once("id: \"")
        .unwrap()
        .1
        .split_once('"')
        .unwrap()
        .0;
    for (theirs, word) in [
        (sample[..sample.len() / 2].to_owned(), "line"),
        (sample.replacen("version: 1", "version: 7", 1), "version 7"),
        (
            sample.replacen(id, "00000000-0000-0000-0000-0000000000ff", 1),
            "another athlete",
        ),
        (String::new(), "empty"),
        ("<<<<<<< HEAD\n".to_owned(), "line"),
    ] {
        let (code, said, text) = run(&theirs);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(word), "{word}: {said}");
        assert_eq!(text, sample);
    }
    let (code, said, text) = run(&sample);
    assert_eq!((code, said.as_str(), text), (Some(0), "", sample.clone()));
}

#[test]
fn a_merge_keeps_fields_that_it_does_not_know() {
    let folder = tempfile::tempdir().unwrap();
    let [base, ours, theirs] = ["base", "ours", "theirs"].map(|name| folder.path().join(name));
    let sample = fs::read_to_string(saved("v1/athlete.ron")).unwrap();
    let with = |field: &str| sample.replacen("profile: (", &format!("{field}\n    profile: ("), 1);
    fs::write(&base, with("gone: 1, stays: 1,")).unwrap();
    fs::write(&ours, with("stays: 2, mine: [1],")).unwrap();
    fs::write(&theirs, with("gone: 1, stays: 1, theirs: (a: 1),")).unwrap();
    let run = ironstride([
        "merge".as_ref(),
        base.as_os_str(),
        ours.as_os_str(),
        theirs.as_os_str(),
    ]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let text = fs::read_to_string(&ours).unwrap();
    for kept in ["stays: 2", "mine: [1]", "theirs: (a: 1)"] {
        assert_eq!(text.matches(kept).count(), 1, "{kept}");
    }
    assert!(!text.contains("gone: 1"));
}

#[test]
fn distances_of_both_sides_come_together_in_one_run() {
    // One set the distance, the other the title: neither has to write anything twice.
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = clones(folder.path());
    let run_of = |athlete: &Athlete| {
        let is_run = |it: &&std::sync::Arc<Session>| matches!(it.plan.workout, Workout::Run(_));
        let mut all = athlete.sessions.all().iter().rev();
        all.find(is_run).unwrap().id
    };
    let on_run = |clone: &Path, change: fn(&mut Session)| {
        edit(clone, |athlete| {
            let id = run_of(athlete);
            let mut session = (**athlete.sessions.get(id).unwrap()).clone();
            change(&mut session);
            let place = athlete.sessions.place(id).unwrap();
            athlete.sessions.put(session.into(), place);
        });
    };
    on_run(&one, |it| it.plan.title = "Longer".to_owned());
    on_run(&other, |it| {
        if let Workout::Run(run) = &mut it.plan.workout {
            run.distance = Some(Meters::from_km(17.0));
        }
    });
    commit_and_push(&one);
    commit(&other);
    let said = done(&other, &["pull", "--no-rebase", "--no-edit"]);
    assert!(!said.contains("Both changed"), "{said}");
    let merged = read_athlete(&athlete_file(&other)).unwrap();
    let session = merged.sessions.get(run_of(&merged)).unwrap();
    assert_eq!(session.plan.title, "Longer");
    assert!(
        matches!(&session.plan.workout, Workout::Run(run) if run.distance == Some(Meters::from_km(17.0)))
    );
}
