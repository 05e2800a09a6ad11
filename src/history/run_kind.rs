//! Which kind of run a record is of.

use crate::domain::RunKind;

/// Words in the title of a run that say which kind it was.
const RUN_KINDS: &[(RunKind, &[&str])] = &[
    (
        RunKind::Race,
        &[
            "race",
            "rennen",
            "wettkampf",
            "parkrun",
            "carrera popular",
            "gara",
            "compétition",
            "wedstrijd",
        ],
    ),
    (
        RunKind::Intervals,
        &[
            "interval",
            "intervall",
            "fraction",
            "series",
            "ripetute",
            "reps",
            "400s",
            "800s",
        ],
    ),
    (
        RunKind::Hills,
        &["hill", "berg", "côtes", "cuestas", "salite"],
    ),
    (RunKind::Fartlek, &["fartlek"]),
    (
        RunKind::Tempo,
        &[
            "tempo",
            "threshold",
            "schwelle",
            "seuil",
            "umbral",
            "soglia",
            "drempel",
        ],
    ),
    (
        RunKind::Progression,
        &["progression", "progressive", "steigerung"],
    ),
    (
        RunKind::Recovery,
        &["recovery", "regeneration", "récup", "recupera", "herstel"],
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
    (RunKind::Steady, &["steady", "dauerlauf"]),
];

/// Minutes from which a run without a telling title counts as a long one: the hour and a half that coaches use.
const LONG_MINUTES: f64 = 90.0;

/// The kind of a run from its title, or from its length in minutes where that says nothing.
pub fn run_kind(title: &str, minutes: Option<f64>) -> RunKind {
    let lower = title.to_lowercase();
    let named = RUN_KINDS
        .iter()
        .find(|(_, words)| words.iter().any(|word| lower.contains(word)))
        .map(|(kind, _)| *kind);
    named.unwrap_or(match minutes {
        Some(minutes) if minutes >= LONG_MINUTES => RunKind::Long,
        _ => RunKind::Easy,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_which_run_it_was() {
        for (title, minutes, kind) in [
            ("Morning Run", Some(40.0), RunKind::Easy),
            ("Morning Run", Some(95.0), RunKind::Long),
            ("Tempo Tuesday", Some(40.0), RunKind::Tempo),
            ("6x800 intervals", None, RunKind::Intervals),
            ("Sortie longue", Some(80.0), RunKind::Long),
            ("Parkrun #12", Some(25.0), RunKind::Race),
        ] {
            assert_eq!(run_kind(title, minutes), kind, "{title}");
        }
    }
}
