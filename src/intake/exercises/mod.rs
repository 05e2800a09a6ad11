//! Exercises with their doses, as people write them.

mod bare_loads;
mod clauses;
mod loads;
mod maximum;
mod other_names;
mod sets;

use crate::domain::{Count, Effort, Exercise, ExerciseId, LoadSpec, Prescription, Reps, Seconds};

use super::items::{Fate, Fragment, ItemKind};
use super::lexicon::Meaning;
pub(super) use clauses::{clauses, is_label};
pub(super) use other_names::{ROW, lifted_sport};

/// The most items of an exercise's name.
const LONGEST_NAME: usize = 8;

/// What a clause says of an exercise, as it is gathered.
#[derive(Debug, Default)]
struct Dose {
    sets: Option<Count>,
    reps: Option<Reps>,
    per_side: bool,
    load: LoadSpec,
    effort: Option<Effort>,
    rest: Option<Seconds>,
    tempo: String,
    superset: Option<char>,
    note: String,
}

/// Where an exercise stands, which tells how much must be said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Surroundings {
    /// Rounds of the circuit it belongs to.
    pub(super) rounds: Option<u32>,
    /// Seconds of work and of rest of each exercise of the circuit.
    pub(super) on_off: Option<(u32, u32)>,
    /// True where a strength session is meant, so that a name alone is an exercise.
    pub(super) strength: bool,
    /// True where sets and repetitions make an exercise of a name that nobody knows.
    pub(super) unlisted: bool,
}

/// Reads one exercise between two items. `None`, with nothing marked, where none stands there.
pub(super) fn exercise(
    fragment: &mut Fragment,
    from: usize,
    to: usize,
    surroundings: Surroundings,
) -> Option<Prescription> {
    let fates = fragment.fates.clone();
    let guesses = fragment.guesses.len();
    let mut reader = Reader {
        taken: vec![false; to.saturating_sub(from)],
        fragment,
        from,
        to,
        dose: Dose::default(),
    };
    let found = reader.read(surroundings);
    if found.is_none() {
        fragment.fates = fates;
        fragment.guesses.truncate(guesses);
    }
    found
}

struct Reader<'f, 'a> {
    fragment: &'f mut Fragment<'a>,
    from: usize,
    to: usize,
    taken: Vec<bool>,
    dose: Dose,
}
impl Reader<'_, '_> {
    fn read(&mut self, surroundings: Surroundings) -> Option<Prescription> {
        let mut at = self.prefix();
        while at < self.to {
            at = self.detail(at).max(at + 1);
        }
        let said = self.dose.sets.is_some() || self.dose.reps.is_some();
        // "DL 8 km (6:00)": nobody lifts over kilometres, whatever else the letters may stand for.
        let far =
            self.dose.sets.is_none() && (self.from..self.to).any(|at| self.fragment.goes_far(at));
        if (!said || far) && !surroundings.strength {
            return None;
        }
        let Some((exercise, name_from, name_to)) = self.name().or_else(|| self.other_name()) else {
            return self.unlisted(surroundings);
        };
        if self.says_more(name_from, name_to) {
            let read = exercise.name.to_lowercase();
            self.fragment.guess(name_from, name_to, read, &[]);
        } else {
            self.fragment.read(name_from, name_to);
        }
        Some(self.prescription(&exercise, surroundings, (name_from, name_to)))
    }

    fn prescription(
        &mut self,
        exercise: &Exercise,
        surroundings: Surroundings,
        name: (usize, usize),
    ) -> Prescription {
        if let (Some((work, rest)), None) = (surroundings.on_off, self.dose.reps) {
            self.dose.reps = Some(Reps::Hold(Count::exactly(work)));
            self.dose.rest = self.dose.rest.or(Some(Seconds(rest)));
        }
        let dose = &self.dose;
        let usual = exercise.dose;
        let (sets, reps) = match (dose.sets, dose.reps, surroundings.rounds) {
            (Some(sets), Some(reps), _) => (sets, reps),
            (None, Some(reps), Some(rounds)) => (Count::exactly(rounds), reps),
            (None, Some(reps), None) => (Count::exactly(1), reps),
            (sets, None, rounds) => {
                // The usual repetitions are a guess that the writer should see.
                let sets = sets.or(rounds.map(Count::exactly)).unwrap_or(usual.sets);
                let read = format!("{sets}×{}, as the library has it", usual.reps);
                self.fragment.guess(name.0, name.1, read, &[]);
                (sets, usual.reps)
            }
        };
        self.dosed(exercise.id.clone(), exercise.name.clone(), sets, reps)
    }

    /// An exercise with what the clause says of it.
    fn dosed(&mut self, id: ExerciseId, name: String, sets: Count, reps: Reps) -> Prescription {
        let dose = std::mem::take(&mut self.dose);
        let mut found = Prescription::new(id, name, sets, reps);
        found.per_side = dose.per_side;
        found.load = dose.load;
        found.effort = dose.effort;
        found.rest = dose.rest;
        found.tempo = dose.tempo;
        found.superset = dose.superset;
        found.note = dose.note;
        found
    }

    /// `A1`, `A1)`, `1.`, `B:` before the name.
    fn prefix(&mut self) -> usize {
        let mut at = self.from;
        while self.fragment.is_sign(at, '-')
            || self.fragment.is_sign(at, '•')
            || self.fragment.is_sign(at, '*')
        {
            self.take(at, at + 1);
            at += 1;
        }
        let written = self.fragment.written(at, at + 1);
        let mut letters = written.chars();
        if let (Some(letter @ ('A'..='H' | 'a'..='h')), None) = (letters.next(), letters.next())
            && self.fragment.count(at + 1, 1..=9).is_some()
            && self.fragment.glued(at + 1)
        {
            self.dose.superset = Some(letter.to_ascii_uppercase());
            let mut next = at + 2;
            if self.is_any(next, &[')', '.', ':', '-']) {
                next += 1;
            }
            self.take(at, next);
            return next;
        }
        if self.fragment.count(at, 1..=20).is_some()
            && self.is_any(at + 1, &['.', ')'])
            && self.fragment.glued(at + 1)
        {
            self.take(at, at + 2);
            return at + 2;
        }
        at
    }

    fn is_any(&self, at: usize, signs: &[char]) -> bool {
        signs.iter().any(|sign| self.fragment.is_sign(at, *sign))
    }

    fn take(&mut self, from: usize, to: usize) {
        for at in from..to {
            if let Some(taken) = at
                .checked_sub(self.from)
                .and_then(|at| self.taken.get_mut(at))
            {
                *taken = true;
            }
        }
        self.fragment.read(from, to);
    }

    /// Reads what begins at an item, if it is part of the dose; tells where the next begins.
    fn detail(&mut self, at: usize) -> usize {
        // A test is one set, and its word stays with the exercise.
        if let Some(reps) = self.fragment.tested_reps(at)
            && self.name().is_some()
        {
            self.dose.sets = Some(Count::exactly(1));
            self.dose.reps = Some(Reps::Count(Count::exactly(reps)));
            for place in at..at + 2 {
                let taken = place.checked_sub(self.from);
                if let Some(taken) = taken.and_then(|place| self.taken.get_mut(place)) {
                    *taken = true;
                }
            }
            return at + 2;
        }
        let readers: [fn(&mut Self, usize) -> Option<usize>; 8] = [
            Self::list,
            Self::sets_by_reps,
            Self::sets_of_reps,
            Self::load,
            Self::effort,
            Self::rest,
            Self::tempo,
            Self::reps_alone,
        ];
        for read in readers {
            if let Some(next) = read(self, at).filter(|next| *next <= self.to && *next > at) {
                self.take(at, next);
                return next;
            }
        }
        match self.fragment.meaning(at) {
            Some(Meaning::EachSide) => {
                self.dose.per_side = true;
                self.take(at, at + 1);
            }
            Some(Meaning::Reps | Meaning::At) => self.take(at, at + 1),
            _ => {}
        }
        at + 1
    }

    fn is_times(&self, at: usize) -> bool {
        self.fragment.is(at, &Meaning::Times) || self.fragment.is_sign(at, '*')
    }

    /// True when a word that nobody knows stands right beside a name, which may make another exercise of it: "squat jumps".
    fn says_more(&self, from: usize, to: usize) -> bool {
        let unknown = |at: usize| {
            let free = (self.from..self.to).contains(&at)
                && self.fragment.fates.get(at) == Some(&Fate::Left);
            let item = self.fragment.items.get(at).filter(|_| free);
            item.is_some_and(|item| matches!(item.kind, ItemKind::Unknown))
        };
        let before = from.checked_sub(1).is_some_and(unknown);
        before || unknown(to)
    }

    /// The exercise whose name is among the words left: the longest that the library or the lexicon knows.
    fn name(&self) -> Option<(Exercise, usize, usize)> {
        let library = self.fragment.context.library;
        let free = |at: usize| {
            at.checked_sub(self.from)
                .and_then(|at| self.taken.get(at))
                .is_some_and(|taken| !taken)
        };
        let mut best: Option<(Exercise, usize, usize)> = None;
        for start in self.from..self.to {
            if !free(start)
                || matches!(
                    self.fragment.items.get(start).map(|item| &item.kind),
                    Some(ItemKind::Sign(_))
                )
            {
                continue;
            }
            let mut end = start;
            while end < self.to && free(end) && end - start < LONGEST_NAME {
                end += 1;
            }
            for end in (start + 1..=end).rev() {
                let longer = best
                    .as_ref()
                    .is_none_or(|(_, from, to)| end - start > to - from);
                if !longer {
                    break;
                }
                let written = self.fragment.written(start, end);
                let found = match self.fragment.meaning(start) {
                    Some(Meaning::Exercise(id)) if end == start + 1 => library.exercise(id),
                    _ => library.find(written),
                };
                if let Some(found) = found {
                    best = Some((found.clone(), start, end));
                    break;
                }
            }
        }
        best
    }
}

/// True when an exercise with its dose begins the stretch, so that strength is meant though nobody said so. With
/// `unlisted`, names that nobody knows are exercises as well.
pub(super) fn speaks_of_strength(
    fragment: &mut Fragment,
    from: usize,
    to: usize,
    unlisted: bool,
) -> bool {
    let fates = fragment.fates.clone();
    let guesses = fragment.guesses.clone();
    let surroundings = Surroundings {
        rounds: None,
        on_off: None,
        strength: false,
        unlisted,
    };
    let found = clauses(fragment, from, to)
        .into_iter()
        .take(4)
        .any(|(from, to)| exercise(fragment, from, to, surroundings).is_some());
    fragment.fates = fates;
    fragment.guesses = guesses;
    found
}

#[cfg(test)]
mod tests;
