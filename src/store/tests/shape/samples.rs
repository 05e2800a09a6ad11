//! A sample of every file of every version, as it was written then. They are never changed.

use super::*;
use crate::domain::VersionId;
use crate::store::document::Body;
use crate::store::{format, loading};

/// The words of a text without the version, which a later program writes anew.
fn words(text: &str) -> Vec<String> {
    let words = scan::tokens(text).map(|(_, token)| format!("{token:?}"));
    let words: Vec<String> = words.collect();
    let version = words.iter().position(|word| word.contains("version"));
    let from = version.map_or(0, |at| at + 3);
    words[from..].to_vec()
}

/// True when all words of one text are in the other, in the same order.
fn keeps(before: &str, after: &str) -> bool {
    let mut rest = words(after).into_iter();
    words(before)
        .iter()
        .all(|word| rest.any(|other| other == *word))
}

/// Reads a sample without a complaint; gives its text and the text that is written of it now.
fn again<T: Body>(version: u32, file: &str) -> (String, String) {
    let path = frozen(version).join(file);
    let (decoded, _) = loading::load::<T>(&path).unwrap();
    assert_eq!(decoded.newer, None, "{file}");
    let text = fs::read_to_string(&path).unwrap();
    let written = format::encode(&path, &decoded.value).unwrap();
    (text, written)
}

#[test]
fn the_samples_of_every_version_are_read() {
    for version in 1..=VERSION {
        let texts = [
            again::<Athlete>(version, "athlete.ron"),
            again::<OwnLibrary>(version, "library.ron"),
            again::<WorkspaceSettings>(version, "workspace.ron"),
            again::<SharedProgram>(version, "program.ron"),
            again::<Preferences>(version, "preferences.ron"),
        ];
        for (before, after) in texts {
            // The names in an older version may differ from those of now; migrations have their own tests.
            assert!(
                version < VERSION || keeps(&before, &after),
                "\n{before}\nloses something:\n{after}"
            );
        }
    }
}

#[test]
fn the_sample_in_parts_is_the_same_athlete_and_both_files_are_written_as_they_were() {
    let whole = read_athlete(&frozen(1).join("athlete.ron")).unwrap();
    let own = frozen(2).join("athlete.ron");
    assert_eq!(read_athlete(&own).unwrap(), whole);
    let part = frozen(2).join("athlete/2026-11-02.ron");
    let read = |path: &Path| fs::read_to_string(path).unwrap();
    let (main, _) = loading::load::<parted::Main>(&own).unwrap();
    let written = format::encode(&own, &main.value).unwrap();
    assert!(keeps(&read(&own), &written), "{written}");
    let history = main.value.history.unwrap();
    assert_eq!(history.from, date(16));
    assert_eq!(history.until, NaiveDate::from_ymd_opt(2027, 2, 1));
    assert_eq!(history.parts, [date(2)]);
    let (of_part, _) = loading::load::<parted::StoredPart>(&part).unwrap();
    let written = format::encode(&part, &of_part.value).unwrap();
    assert!(keeps(&read(&part), &written), "{written}");
    assert_eq!(of_part.value.sessions.len(), 10);
}

#[test]
fn the_samples_of_an_exchange_are_read_and_written_as_they_were() {
    for (before, after) in [
        again::<AthletePackage>(1, "package.ron"),
        again::<Lineage>(1, "exchange.ron"),
    ] {
        assert!(keeps(&before, &after), "{after}");
    }
    let package = read_package(&frozen(1).join("package.ron")).unwrap();
    assert!(!package.was_edited);
    assert_eq!(package.package.id, VersionId::from_bits(3));
    assert_eq!(
        package.package.athlete,
        read_athlete(&frozen(1).join("athlete.ron")).unwrap()
    );
    let (exchange, _) = loading::load::<Lineage>(&frozen(1).join("exchange.ron")).unwrap();
    assert_eq!(exchange.value, package.package.lineage);
    assert_eq!(exchange.value.heads(), [VersionId::from_bits(3)]);
}

#[test]
fn the_samples_say_what_they_said() {
    let anna = read_athlete(&frozen(1).join("athlete.ron")).unwrap();
    assert_eq!(anna.profile.name, "Anna Kovač");
    assert_eq!(anna.profile.week_start, chrono::Weekday::Sun);
    assert_eq!(anna.profile.heart_rate.max.unwrap().0, 188);
    assert_eq!(anna.profile.races[1].result.unwrap().0, 2655);
    assert_eq!(anna.profile.accepted[0].reason, "the only free evening");
    assert_eq!(anna.sessions.len(), 18);
    let heavy = anna.sessions.on(date(16))[0].clone();
    let load = |index: usize| heavy.plan.workout.exercises()[index].load.clone();
    assert_eq!(load(0), LoadSpec::Kg(Kilograms::new(62.5)));
    assert_eq!(load(1), LoadSpec::Pair(Kilograms::new(12.0)));
    assert_eq!(load(3), LoadSpec::Bodyweight(Kilograms::new(-20.0)));
    assert_eq!(load(5), LoadSpec::Percent(82.5));
    assert_eq!(load(6), LoadSpec::Band("green".to_owned()));
    let log = heavy.log.as_ref().unwrap();
    assert_eq!(log.exercises[0].sets[1].kg, Some(Kilograms::new(62.5)));
    assert!(log.exercises[0].sets[2].failed && log.pains[0].sharp && log.heavy_legs);
    let skipped = &anna.sessions.on(date(4))[0].status;
    assert_eq!(
        *skipped,
        Status::Skipped {
            reason: "ill".to_owned()
        }
    );
    let program = read_program(&frozen(1).join("program.ron")).unwrap();
    assert_eq!(program.program.weeks.len(), 6);
}

#[test]
fn the_samples_show_every_field_of_their_day() {
    let mut words = BTreeSet::new();
    for name in ["athlete", "library", "workspace", "program", "preferences"] {
        let text = fs::read_to_string(frozen(VERSION).join(format!("{name}.ron"))).unwrap();
        let seen = scan::tokens(&text).filter_map(|(_, token)| match token {
            scan::Token::Word(word) => Some(word.to_owned()),
            _ => None,
        });
        words.extend(seen);
    }
    let shape = fs::read_to_string(file()).unwrap();
    let lines = shape.lines().filter(|line| !line.ends_with(LATER));
    let places = lines.filter_map(|line| line.split_once(": "));
    let fields = places.filter_map(|(place, _)| place.rsplit_once('.'));
    let missing: BTreeSet<&str> = fields
        .map(|(_, field)| field)
        .filter(|field| !field.contains(['[', '{', '<', '(']) && !words.contains(*field))
        .collect();
    assert_eq!(
        missing,
        BTreeSet::new(),
        "a sample of version {VERSION} lacks them"
    );
}
