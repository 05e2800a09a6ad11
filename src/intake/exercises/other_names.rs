//! Names that are not the library's: what its exercises are called elsewhere, and exercises it does not have.

use crate::domain::phrase::capitalised;
use crate::domain::{Exercise, ExerciseId, Prescription, Reps};
use crate::library::{known_exercise, waiting};

use super::super::items::{Fate, Fragment, ItemKind};
use super::super::lexicon::Meaning;
use super::{LONGEST_NAME, Reader, Surroundings};

/// The most repetitions of a set that make an exercise of a name nobody knows: "Track 5x100" is none.
const MOST_REPS: u32 = 60;

impl Reader<'_, '_> {
    /// The exercise that other programs, or lifters for short, call by words that are left: "GHR", "back ext".
    pub(super) fn other_name(&self) -> Option<(Exercise, usize, usize)> {
        if self.dose.sets.is_none() && self.dose.reps.is_none() {
            return None;
        }
        let library = self.fragment.context.library;
        let (from, to) = self.unread_words()?;
        if let Some(exercise) = lifted_sport(self.fragment, from).filter(|_| to == from + 1) {
            return Some((exercise.clone(), from, to));
        }
        let windows = (1..=to - from)
            .rev()
            .flat_map(|length| (from..=to - length).map(move |start| (start, start + length)));
        for (start, end) in windows {
            let known = known_exercise(self.fragment.written(start, end), library);
            if let Some(exercise) = known.and_then(|id| library.exercise(&id)) {
                return Some((exercise.clone(), start, end));
            }
        }
        None
    }

    /// An exercise that the library does not have. It keeps its name, and is marked; where one of the library is spelled
    /// alike, a click takes that.
    pub(super) fn unlisted(&mut self, surroundings: Surroundings) -> Option<Prescription> {
        if !surroundings.unlisted {
            return None;
        }
        let sets = self
            .dose
            .sets
            .or(surroundings.rounds.map(crate::domain::Count::exactly))?;
        let reps = self.dose.reps?;
        let is_dose = match reps {
            Reps::Count(count) => count.high <= MOST_REPS,
            Reps::Max => true,
            // Without a word for strength, a time belongs to a run.
            Reps::Hold(_) => surroundings.strength,
        };
        let (from, to) = self.unread_words().filter(|_| is_dose)?;
        let written = self.fragment.written(from, to);
        let is_name = |at: usize| match self.fragment.items.get(at).map(|it| &it.kind) {
            Some(ItemKind::Unknown) => {
                let letters = self.fragment.written(at, at + 1).chars();
                letters.filter(|c| c.is_alphabetic()).count() >= 3
            }
            Some(ItemKind::Word(meaning)) => matches!(meaning, Meaning::Region(_)),
            _ => false,
        };
        let named = (from..to).any(is_name);
        if !named {
            return None;
        }
        let near = self.fragment.context.library.suggest(written);
        let near: Vec<Exercise> = near.into_iter().cloned().collect();
        let or: Vec<String> = near.iter().map(|it| it.name.to_lowercase()).collect();
        let read = "an exercise that is not in the library".to_owned();
        let chosen = self.fragment.guess(from, to, read, &or);
        let chosen = chosen.checked_sub(1).and_then(|at| near.get(at));
        let (id, name) = match chosen {
            Some(exercise) => (exercise.id.clone(), exercise.name.clone()),
            None => (waiting(written), capitalised(written)),
        };
        Some(self.dosed(id, name, sets, reps))
    }

    /// The first words that nobody has read and that may be part of a name, from the first to the last beside each other.
    fn unread_words(&self) -> Option<(usize, usize)> {
        let is_part = |at: &usize| {
            let is_free = self.fragment.fates.get(*at) == Some(&Fate::Left);
            is_free
                && match self.fragment.items.get(*at).map(|it| &it.kind) {
                    Some(ItemKind::Unknown) => true,
                    Some(ItemKind::Word(meaning)) => is_plain(meaning),
                    _ => false,
                }
        };
        let from = (self.from..self.to).find(is_part)?;
        let is_joint = |at: usize| {
            self.fragment.is_sign(at, '-') && self.fragment.glued(at) && self.fragment.glued(at + 1)
        };
        let mut to = from + 1;
        while to < self.to && to - from < LONGEST_NAME {
            if is_part(&to) {
                to += 1;
            } else if is_joint(to) && to + 1 < self.to && is_part(&(to + 1)) {
                to += 2;
            } else {
                break;
            }
        }
        Some((from, to))
    }
}

/// The exercise that is also a machine for endurance.
pub(in crate::intake) const ROW: &str = "row";

/// The exercise that has the name of a sport: rowing.
pub(in crate::intake) fn lifted_sport<'a>(
    fragment: &Fragment<'a>,
    at: usize,
) -> Option<&'a Exercise> {
    match fragment.meaning(at)? {
        Meaning::Sport(sport) if sport.eq_ignore_ascii_case("rowing") => {
            fragment.context.library.exercise(&ExerciseId::new(ROW))
        }
        _ => None,
    }
}

/// True for words that also stand in names of exercises: "back extension", "leg drive", "hill climber".
fn is_plain(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Region(_)
            | Meaning::LegLoad(_)
            | Meaning::Exercise(_)
            | Meaning::Sport(_)
            | Meaning::Climb
            | Meaning::To
    )
}
