//! Lines of plans and what each must become. A third of them was set aside while the reader was made.

use std::collections::BTreeMap;

use ironstride::domain::{Kind, Plan, Target, Workout};
use ironstride::intake::{Certainty, Options, PlanReading, read_text};
use ironstride::library::Library;
use ironstride::text::kind_word;

const LINES: &str = include_str!("../../data/plans_in/lines.tsv");

/// A line with what it must become.
struct Case {
    set: &'static str,
    language: &'static str,
    line: &'static str,
    expected: &'static str,
}

fn cases() -> Vec<Case> {
    LINES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let [set, language, line, expected] = fields[..] else {
                panic!("four fields: {line}");
            };
            Case {
                set,
                language,
                line,
                expected,
            }
        })
        .collect()
}

/// How a line was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// As expected, and sure.
    Right,
    /// As expected, and marked as a guess.
    Guessed,
    /// Kept as a note where more was expected.
    Note,
    /// Other than expected, and marked as a guess.
    WrongMarked,
    /// Other than expected, without a mark.
    Wrong,
}

fn outcome(case: &Case, library: &Library) -> (Outcome, String) {
    let reading = read_text(case.line, library, &Options::default());
    let said = reading
        .sessions
        .first()
        .map_or("note".to_owned(), |session| words(&session.plan));
    let noted = reading
        .sessions
        .iter()
        .all(|session| session.certainty == Certainty::Note);
    let expected: Vec<&str> = case.expected.split('~').collect();
    let wanted = expected[0].trim();
    let note_holds = expected
        .get(1)
        .is_none_or(|note| notes(&reading).contains(note.trim()));
    let outcome = if matches(&said, wanted) && note_holds {
        if reading.guesses.is_empty() {
            Outcome::Right
        } else {
            Outcome::Guessed
        }
    } else if noted {
        Outcome::Note
    } else if reading.guesses.is_empty() {
        Outcome::Wrong
    } else {
        Outcome::WrongMarked
    };
    (outcome, format!("{said} ~{}", notes(&reading)))
}

fn notes(reading: &PlanReading) -> String {
    let sessions = reading
        .sessions
        .iter()
        .map(|session| session.plan.note.as_str());
    let others = reading.notes.iter().map(|note| note.text.as_str());
    sessions.chain(others).collect::<Vec<_>>().join(" | ")
}

/// An aim is compared only where the expectation names one or the line has none to name.
fn matches(said: &str, wanted: &str) -> bool {
    let parts = |text: &str| -> Vec<String> {
        let aimed = wanted.contains('@');
        text.split_whitespace()
            .filter(|word| aimed || !word.starts_with('@'))
            .map(str::to_owned)
            .collect()
    };
    parts(said) == parts(wanted)
}

/// A plan in the words of an expectation.
fn words(plan: &Plan) -> String {
    let mut words = vec![kind_word(plan.kind()).to_owned()];
    if let Some(distance) = plan.run().and_then(|run| run.distance) {
        let km = (distance.km() * 10_000.0).round() / 10_000.0;
        let miles = (distance.miles() * 10_000.0).round() / 10_000.0;
        let whole_miles = (miles * 10.0).fract().abs() < 1e-6 && (km * 10.0).fract().abs() > 1e-6;
        words.push(if whole_miles {
            format!("{miles}mi")
        } else {
            format!("{km}km")
        });
    }
    if let Some(minutes) = plan.duration {
        words.push(format!("{}min", minutes.0));
    }
    if let Some(run) = plan.run() {
        if !run.steps.is_empty() {
            words.push(format!("s{}", run.steps.len()));
        }
        let aim = run
            .steps
            .iter()
            .find_map(|step| step.target)
            .or(run.pace.map(Target::Pace))
            .or(run.rpe.map(Target::Rpe));
        words.extend(aim.map(aim_word));
    }
    let exercises = plan.workout.exercises().len();
    if exercises > 0 && matches!(plan.workout, Workout::Strength(_)) {
        words.push(format!("x{exercises}"));
    }
    words.join(" ")
}

fn aim_word(aim: Target) -> String {
    match aim {
        Target::Pace(pace) => format!("@pace{}", pace.seconds_per_km().round()),
        Target::Rpe(rpe) => format!("@rpe{}", rpe.value()),
        Target::HeartRate(range) => format!("@{}-{}bpm", range.low.0, range.high.0),
        Target::Named(named) => format!("@{named}"),
    }
}

/// Counts how the lines of a set were read, by language, and names those that are wrong.
fn report(set: &str) -> (BTreeMap<(&'static str, Outcome), usize>, Vec<String>) {
    let library = Library::shipped().expect("the library ships");
    let mut counts = BTreeMap::new();
    let mut wrong = Vec::new();
    for case in cases().iter().filter(|case| case.set == set) {
        let (outcome, said) = outcome(case, &library);
        *counts.entry((case.language, outcome)).or_default() += 1;
        if !matches!(outcome, Outcome::Right | Outcome::Guessed) {
            wrong.push(format!(
                "{outcome:?}\t{}\n\t\twanted {}\n\t\tread   {said}",
                case.line, case.expected
            ));
        }
    }
    (counts, wrong)
}

fn share(counts: &BTreeMap<(&'static str, Outcome), usize>, outcomes: &[Outcome]) -> f64 {
    let all: usize = counts.values().sum();
    let some: usize = counts
        .iter()
        .filter(|((_, outcome), _)| outcomes.contains(outcome))
        .map(|(_, count)| count)
        .sum();
    some as f64 / all as f64
}

#[test]
fn the_corpus_is_as_large_as_it_must_be() {
    let all = cases();
    assert!(all.len() >= 600, "{}", all.len());
    for language in ["de", "nl", "fr", "es", "it"] {
        let own = all.iter().filter(|case| case.language == language).count();
        assert!(own >= 60, "{language}: {own}");
    }
    let aside = all.iter().filter(|case| case.set == "aside").count();
    assert!(aside * 3 + 10 >= all.len(), "{aside}");
}

#[test]
fn lines_become_what_they_say() {
    let (counts, wrong) = report("tune");
    println!("{counts:#?}\n{}", wrong.join("\n"));
    assert!(
        share(&counts, &[Outcome::Right, Outcome::Guessed]) >= 0.95,
        "{}",
        wrong.join("\n")
    );
    assert!(
        share(&counts, &[Outcome::Wrong]) <= 0.02,
        "{}",
        wrong.join("\n")
    );
}

/// The third that the reader was never fitted to: what can be expected of plans it has not seen.
#[test]
fn lines_it_was_not_fitted_to_are_mostly_understood() {
    let (counts, wrong) = report("aside");
    println!("{counts:#?}\n{}", wrong.join("\n"));
    let wrong = wrong.join("\n");
    assert!(
        share(&counts, &[Outcome::Right, Outcome::Guessed]) >= 0.88,
        "{counts:?}\n{wrong}"
    );
}

/// Most lines of a plan begin with their day, which changes nothing of what the rest says.
#[test]
fn a_day_before_a_line_changes_nothing_of_it() {
    let library = Library::shipped().expect("the library ships");
    let read = |text: &str| {
        let reading = read_text(text, &library, &Options::default());
        let sessions = reading.sessions.iter();
        let all: Vec<String> = sessions.map(|session| words(&session.plan)).collect();
        all.join(" / ")
    };
    let mut changed = Vec::new();
    // A short name and a whole one of each language, and how its lines begin where they have their day already.
    let names: BTreeMap<&str, [&str; 2]> = BTreeMap::from([
        ("en", ["Tue", "Thursday"]),
        ("de", ["Di", "Donnerstag"]),
        ("fr", ["Mar", "Jeudi"]),
        ("es", ["Mar", "Jueves"]),
        ("it", ["Mar", "Giovedì"]),
        ("nl", ["Di", "Donderdag"]),
    ]);
    let days = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so",
        "ma", "wo", "vr", "za", "zo", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mié",
        "jue", "vie", "sáb", "dom", "gio",
    ];
    let has_day = |line: &str| {
        let word: String = line.chars().take_while(|c| c.is_alphabetic()).collect();
        let rest = &line[word.len()..];
        let word = word.to_lowercase();
        days.iter().any(|day| word.starts_with(day)) && rest.trim_start().starts_with([':', '-'])
            || days.contains(&word.as_str())
    };
    for (case, day) in cases()
        .iter()
        .filter(|case| !has_day(case.line))
        .flat_map(|case| names[case.language].map(|day| (case, day)))
    {
        let alone = read(case.line);
        let behind = read(&format!("{day}: {}", case.line));
        if alone != behind && !alone.is_empty() {
            changed.push(format!("{}\n\t{alone}\n\t{behind}", case.line));
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn every_word_is_read_or_kept() {
    let library = Library::shipped().expect("the library ships");
    for case in cases() {
        let reading = read_text(case.line, &library, &Options::default());
        let kept = notes(&reading).to_lowercase();
        for word in case
            .line
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            let first = case.line.find(word).unwrap_or_default();
            let marked = (first..first + word.len()).all(|at| {
                reading.marks.iter().any(|mark| {
                    let place = mark.place;
                    mark.certainty != Certainty::Note && place.start <= at && place.end > at
                })
            });
            assert!(
                marked || kept.contains(&word.to_lowercase()) || is_rest(&reading),
                "{word:?} of {:?} is lost: {kept:?}",
                case.line
            );
        }
    }
}

fn is_rest(reading: &PlanReading) -> bool {
    reading
        .sessions
        .iter()
        .all(|session| session.plan.kind() == Kind::Note)
}

/// An appointment is nothing to be guessed at, and hard words among easy ones name the run.
#[test]
fn appointments_stay_notes_and_hill_sprints_are_hills() {
    let library = Library::shipped().expect("the library ships");
    let read = |text: &str| read_text(text, &library, &Options::default());
    let physio = read("Fri: Physio appointment 14:00");
    assert_eq!(physio.sessions[0].plan.kind(), Kind::Note);
    assert!(notes(&physio).contains("14:00") && physio.guesses.is_empty());
    assert!(read("Lake loop 35:00").sessions[0].plan.run().is_some());
    let hills = read("20 min easy + 6 x 20 sec hill sprints + 10 min easy");
    let run = hills.sessions[0].plan.run().expect("a run");
    assert_eq!(
        (run.kind, run.steps.len()),
        (ironstride::domain::RunKind::Hills, 3)
    );
}
