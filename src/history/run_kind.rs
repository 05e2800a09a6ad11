//! Which kind of run a record is of.

use crate::domain::RunKind;

use super::effort::LoggedEffort;

/// Words in the title of a run that say which kind it was: whole words, and with a star the beginnings of some. Parts of
/// words say nothing, for watches name runs after places: "Nürnberg Laufen", "Niagara Running".
const RUN_KINDS: &[(RunKind, &[&str])] = &[
    (
        RunKind::Race,
        &[
            "race",
            "races",
            "raceday",
            "rennen",
            "wettkampf*",
            "parkrun*",
            "carrera popular",
            "gara",
            "compétition",
            "wedstrijd*",
            "zawody",
            "verseny*",
        ],
    ),
    (
        RunKind::Intervals,
        &[
            "interval*",
            "intervall*",
            "interwał*",
            "fractionné*",
            "fraction*",
            "series",
            "ripetute",
            "reps",
            "repeats",
            "vo2*",
            "400s",
            "800s",
            "1000s",
        ],
    ),
    (
        RunKind::Hills,
        &[
            "hills",
            "hill run",
            "hill sprint*",
            "hill session*",
            "hill workout*",
            "hill training*",
            "hilly",
            "bergl*",
            "bergsprint*",
            "bergtraining*",
            "bergintervall*",
            "côtes",
            "cuestas",
            "salite",
        ],
    ),
    (RunKind::Fartlek, &["fartlek*"]),
    (
        RunKind::Tempo,
        &[
            "tempo",
            "tempol*",
            "tempod*",
            "tempot*",
            "temporun*",
            "threshold*",
            "schwelle*",
            "schwellenl*",
            "seuil",
            "umbral",
            "soglia",
            "drempel*",
        ],
    ),
    (
        RunKind::Progression,
        &["progression*", "progressive*", "steigerung*"],
    ),
    (
        RunKind::Recovery,
        &[
            "recovery",
            "regeneration*",
            "regenerativ*",
            "récup*",
            "recupera*",
            "herstel*",
        ],
    ),
    (
        RunKind::Long,
        &[
            "long run",
            "langer lauf",
            "long slow",
            "sortie longue",
            "tirada larga",
            "lungo",
            "lange duurloop",
            "longrun",
        ],
    ),
    (RunKind::Steady, &["steady", "dauerlauf*"]),
];

/// What watches put behind the name of a place: "Beverly Hills Running".
const BEHIND_PLACES: &[&str] = &["running", "laufen", "trail", "treadmill", "track"];

/// Minutes from which a run without a telling title counts as a long one: the hour and a half that coaches use.
const LONG_MINUTES: f64 = 90.0;

/// The kind of a run from its title; where that says nothing, what else the file tells of it, then its length in minutes,
/// and last how hard it was. `None` where nothing tells.
pub fn run_kind(
    title: &str,
    told: Option<RunKind>,
    minutes: Option<f64>,
    effort: Option<LoggedEffort>,
) -> Option<RunKind> {
    let is_long = minutes.is_some_and(|minutes| minutes >= LONG_MINUTES);
    let by_length = is_long.then_some(RunKind::Long);
    let by_effort = || match effort? {
        LoggedEffort::Easy => Some(RunKind::Easy),
        LoggedEffort::Moderate => Some(RunKind::Steady),
        // Hard, but whether in intervals is unknown: call it tempo.
        LoggedEffort::Hard => Some(RunKind::Tempo),
    };
    named_kind(title).or(told).or(by_length).or_else(by_effort)
}

/// The kind that a title names.
pub fn named_kind(title: &str) -> Option<RunKind> {
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let named = RUN_KINDS
        .iter()
        .find(|(_, entries)| entries.iter().any(|entry| says(&words, entry)))
        .map(|(kind, _)| *kind);
    named.or_else(|| counts_repeats(&words).then_some(RunKind::Intervals))
}

/// True when the words of an entry stand in a title one after the other.
fn says(words: &[&str], entry: &str) -> bool {
    let entry: Vec<&str> = entry.split(' ').collect();
    let is = |(word, wanted): (&&str, &&str)| match wanted.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == wanted,
    };
    let mut places = words.windows(entry.len()).enumerate();
    places.any(|(place, part)| {
        let behind = words.get(place + entry.len());
        let is_a_place = entry == ["hills"] && behind.is_some_and(|it| BEHIND_PLACES.contains(it));
        !is_a_place && part.iter().zip(&entry).all(is)
    })
}

/// True for "6x800", "6 x 800 m" and "6 × 3 min".
fn counts_repeats(words: &[&str]) -> bool {
    let is_figure = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let is_count = |text: &str| {
        (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let in_one = |word: &&str| {
        word.split_once('x')
            .is_some_and(|(count, rest)| is_count(count) && is_figure(rest))
    };
    words.iter().any(in_one)
        || words
            .windows(3)
            .any(|part| is_count(part[0]) && part[1] == "x" && is_figure(part[2]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_which_run_it_was() {
        for (title, minutes, kind) in [
            ("Morning Run", Some(95.0), RunKind::Long),
            ("Tempo Tuesday", Some(40.0), RunKind::Tempo),
            ("Tempodauerlauf", Some(40.0), RunKind::Tempo),
            ("6x800 intervals", None, RunKind::Intervals),
            ("Zürich - 6 x 800 m", None, RunKind::Intervals),
            ("5x1km", None, RunKind::Intervals),
            ("Intervalltraining", None, RunKind::Intervals),
            ("Sortie longue", Some(80.0), RunKind::Long),
            ("Parkrun #12", Some(25.0), RunKind::Race),
            ("Hills", Some(25.0), RunKind::Hills),
            ("Berglauf", Some(25.0), RunKind::Hills),
        ] {
            assert_eq!(run_kind(title, None, minutes, None), Some(kind), "{title}");
        }
    }

    #[test]
    fn places_that_watches_name_runs_after_say_nothing_of_them() {
        for title in [
            "Nürnberg Laufen",
            "Niagara Running",
            "Beverly Hills Running",
            "Richmond Hill Running",
            "Terrace Park Running",
            "Lungomare Running",
            "Inicio de temporada",
        ] {
            assert_eq!(run_kind(title, None, Some(40.0), None), None, "{title}");
        }
    }

    #[test]
    fn what_the_file_tells_besides_counts_where_the_title_says_nothing() {
        let told = Some(RunKind::Intervals);
        let kind = |title, minutes, effort| run_kind(title, told, minutes, effort);
        assert_eq!(kind("Week 3", Some(100.0), None), told);
        assert_eq!(
            kind("Tempo", None, Some(LoggedEffort::Easy)),
            Some(RunKind::Tempo)
        );
        assert_eq!(kind("Morning Run", None, Some(LoggedEffort::Hard)), told);
    }

    #[test]
    fn effort_tells_the_kind_where_words_and_length_do_not() {
        for (effort, minutes, wanted) in [
            (LoggedEffort::Easy, 40.0, RunKind::Easy),
            (LoggedEffort::Moderate, 40.0, RunKind::Steady),
            (LoggedEffort::Hard, 40.0, RunKind::Tempo),
            (LoggedEffort::Hard, 120.0, RunKind::Long),
        ] {
            let kind = run_kind("Morning Run", None, Some(minutes), Some(effort));
            assert_eq!(kind, Some(wanted), "{effort:?}");
        }
    }
}
