//! Exercises with their doses, as people write them.

use crate::domain::{
    Count, Effort, Exercise, Kilograms, Kind, LoadSpec, Prescription, Reps, Seconds,
};

use super::figures::{Amount, Setting};
use super::items::{Fragment, ItemKind};
use super::lexicon::{Meaning, Unit};

/// The most sets that are believed.
const MOST_SETS: u32 = 30;
/// The most repetitions of a set.
const MOST_REPS: u32 = 300;
/// The heaviest load that is believed, in kilograms.
const MOST_KG: f64 = 500.0;
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
    /// True where a strength session is meant, so that a name alone is an exercise.
    pub(super) strength: bool,
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
        if !said && !surroundings.strength {
            return None;
        }
        let (exercise, name_from, name_to) = self.name()?;
        self.fragment.read(name_from, name_to);
        Some(self.prescription(&exercise, surroundings, (name_from, name_to)))
    }

    fn prescription(
        &mut self,
        exercise: &Exercise,
        surroundings: Surroundings,
        name: (usize, usize),
    ) -> Prescription {
        let dose = std::mem::take(&mut self.dose);
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
        let mut found = Prescription::new(exercise.id.clone(), exercise.name.clone(), sets, reps);
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

    /// A count or a range of it, and the item behind.
    fn count(&self, at: usize, most: u32) -> Option<(Count, usize)> {
        let low = self.fragment.count(at, 1..=most)?;
        let joins = self.fragment.is_sign(at + 1, '-')
            || matches!(self.fragment.meaning(at + 1), Some(Meaning::To));
        match self.fragment.count(at + 2, 1..=most) {
            Some(high) if joins && high > low => Some((Count::range(low, high), at + 3)),
            _ => Some((Count::exactly(low), at + 1)),
        }
    }

    /// `3x8`, `3-4 x 8-10`, `3x60s`, `3 x 1:00`, `3xmax`, `5 x 5 x 60kg`.
    fn sets_by_reps(&mut self, at: usize) -> Option<usize> {
        if self.dose.sets.is_some() {
            return None;
        }
        let (sets, next) = self.count(at, MOST_SETS)?;
        let next = if self.is_times(next) {
            next + 1
        } else if matches!(self.fragment.meaning(next), Some(Meaning::Sets))
            && self.is_times(next + 1)
        {
            next + 2
        } else {
            return None;
        };
        // `3x20m`: a length has no place among repetitions and stays a word to the athlete.
        if let Some((unit, after)) = self.fragment.unit(next + 1)
            && self.fragment.number(next).is_some()
            && is_far(unit)
        {
            self.dose.sets = Some(sets);
            self.dose.note = self.fragment.written(next, after).to_owned();
            return Some(after);
        }
        let (reps, mut next) = self.reps(next)?;
        self.dose.sets = Some(sets);
        self.dose.reps = Some(reps);
        if self.is_times(next)
            && let Some((load, after)) = self.load_at(next + 1)
        {
            self.dose.load = load;
            next = after;
        }
        Some(next)
    }

    /// `3 sets of 8 reps`, `3 sets`, `8 reps x 3 sets`.
    fn sets_of_reps(&mut self, at: usize) -> Option<usize> {
        if self.dose.sets.is_some() {
            return None;
        }
        let (count, next) = self.count(at, MOST_SETS)?;
        if matches!(self.fragment.meaning(next), Some(Meaning::Reps)) && self.is_times(next + 1) {
            let (sets, after) = self.count(next + 2, MOST_SETS)?;
            self.dose.sets = Some(sets);
            self.dose.reps = Some(Reps::Count(count));
            let worded = matches!(self.fragment.meaning(after), Some(Meaning::Sets));
            return Some(after + usize::from(worded));
        }
        let series = matches!(self.fragment.meaning(next), Some(Meaning::Sets))
            || matches!(
                self.fragment
                    .written(next, next + 1)
                    .to_lowercase()
                    .as_str(),
                "series" | "serie" | "séries" | "série"
            );
        if !series {
            return None;
        }
        self.dose.sets = Some(count);
        let mut next = next + 1;
        while matches!(
            self.fragment.meaning(next),
            Some(Meaning::Filler | Meaning::At | Meaning::With)
        ) {
            next += 1;
        }
        match self.reps(next) {
            Some((reps, after)) if self.dose.reps.is_none() => {
                self.dose.reps = Some(reps);
                Some(after)
            }
            _ => Some(next),
        }
    }

    /// What a set asks for: `8`, `8-10`, `60s`, `1:00`, `1 min`, `max`.
    fn reps(&mut self, at: usize) -> Option<(Reps, usize)> {
        if matches!(self.fragment.meaning(at), Some(Meaning::Max)) {
            return Some((Reps::Max, at + 1));
        }
        if let Some(found) = self.fragment.quantity(at, Setting::Recovery)
            && let Amount::Seconds(seconds) = found.amount
            && !self.is_meters(at, found.to)
        {
            let high = (seconds.round() as u32).clamp(1, 3600);
            let low = if found.range {
                self.fragment.number(found.from).map(|low| low as u32)
            } else {
                None
            };
            let low = low.filter(|low| *low < high && high <= 300).unwrap_or(high);
            return Some((Reps::Hold(Count::range(low, high)), found.to));
        }
        let (count, next) = self.count(at, MOST_REPS)?;
        if self
            .fragment
            .unit(next)
            .is_some_and(|(unit, _)| is_far(unit))
            && self.dose.note.is_empty()
        {
            return None;
        }
        // A figure with a unit is a load or a length, and no repetitions.
        if self.fragment.unit(next).is_some() || self.is_load_unit(next) {
            return None;
        }
        // 8+8 is for each side.
        if self.fragment.is_sign(next, '+')
            && self.fragment.count(next + 1, 1..=MOST_REPS) == Some(count.high)
        {
            self.dose.per_side = true;
            return Some((Reps::Count(count), next + 2));
        }
        let worded = matches!(self.fragment.meaning(next), Some(Meaning::Reps));
        Some((Reps::Count(count), next + usize::from(worded)))
    }

    /// `5/5/5/3`, `12,10,8`: a set for each figure.
    fn list(&mut self, at: usize) -> Option<usize> {
        if self.dose.sets.is_some() {
            return None;
        }
        let mut figures = vec![self.fragment.count(at, 1..=MOST_REPS)?];
        let mut next = at + 1;
        while (self.fragment.is_sign(next, '/') || self.fragment.is_sign(next, '-'))
            && let Some(figure) = self.fragment.count(next + 1, 1..=MOST_REPS)
        {
            figures.push(figure);
            next += 2;
        }
        if figures.len() < 3 {
            return None;
        }
        let (low, high) = (figures.iter().min()?, figures.iter().max()?);
        self.dose.sets = Some(Count::exactly(figures.len() as u32));
        self.dose.reps = Some(Reps::Count(Count::range(*low, *high)));
        Some(next)
    }

    /// Among exercises `20m` is a length, never twenty minutes.
    fn is_meters(&self, at: usize, to: usize) -> bool {
        (at..to).any(|at| matches!(self.fragment.meaning(at), Some(Meaning::Unit(Unit::Meter))))
    }

    fn is_load_unit(&self, at: usize) -> bool {
        matches!(
            self.fragment.meaning(at),
            Some(Meaning::Kilogram | Meaning::Pound)
        ) || self.fragment.is_sign(at, '%')
    }

    fn load(&mut self, at: usize) -> Option<usize> {
        if !self.dose.load.is_unset() {
            return None;
        }
        let mut start = at;
        while self.fragment.is_sign(start, '@')
            || matches!(
                self.fragment.meaning(start),
                Some(Meaning::At | Meaning::With)
            )
        {
            start += 1;
        }
        let (load, next) = self.load_at(start)?;
        self.dose.load = load;
        Some(next)
    }

    /// `40kg`, `62,5 kg`, `135 lb`, `80%`, `bw`, `2x17.5`, `2 x 12 kg`.
    fn load_at(&self, at: usize) -> Option<(LoadSpec, usize)> {
        if matches!(self.fragment.meaning(at), Some(Meaning::Bodyweight)) {
            return Some((LoadSpec::Bodyweight(Kilograms::new(0.0)), at + 1));
        }
        let value = self.fragment.number(at).filter(|value| *value > 0.0)?;
        if self.is_times(at + 1)
            && value == 2.0
            && let Some(each) = self.fragment.number(at + 2)
        {
            let (unit, next) = self.mass(at + 3);
            // Without a unit only a second pair of figures behind the sets can be a load.
            if unit.is_none() && self.dose.sets.is_none() {
                return None;
            }
            let kg = mass(each, unit);
            return (kg.kg() <= MOST_KG).then_some((LoadSpec::Pair(kg), next));
        }
        if self.fragment.is_sign(at + 1, '%') && (20.0..=120.0).contains(&value) {
            return Some((LoadSpec::Percent(value), at + 2));
        }
        let (unit, next) = self.mass(at + 1);
        unit?;
        let kg = mass(value, unit);
        (kg.kg() <= MOST_KG).then_some((LoadSpec::Kg(kg), next))
    }

    fn mass(&self, at: usize) -> (Option<bool>, usize) {
        match self.fragment.meaning(at) {
            Some(Meaning::Kilogram) => (Some(true), at + 1),
            Some(Meaning::Pound) => (Some(false), at + 1),
            _ => (None, at),
        }
    }

    /// `RPE 8`, `@ RPE 8-9`, `RIR 2`, `2 RIR`.
    fn effort(&mut self, at: usize) -> Option<usize> {
        let figure = |at: usize| {
            self.fragment
                .number(at)
                .filter(|value| (0.0..=10.0).contains(value))
        };
        match self.fragment.meaning(at) {
            Some(Meaning::Rpe) => {
                let aim = self.fragment.exertion(at)?;
                if let crate::domain::Target::Rpe(rpe) = aim.target {
                    self.dose.effort = Some(Effort::Rpe(rpe.value()));
                }
                Some(aim.to)
            }
            Some(Meaning::Rir) => {
                let value = figure(at + 1)?;
                self.dose.effort = Some(Effort::Rir(value));
                Some(at + 2)
            }
            _ => {
                let value = figure(at)?;
                if !matches!(self.fragment.meaning(at + 1), Some(Meaning::Rir)) {
                    return None;
                }
                self.dose.effort = Some(Effort::Rir(value));
                Some(at + 2)
            }
        }
    }

    /// `rest 90s`, `90 s rest`, `P 2'`.
    fn rest(&mut self, at: usize) -> Option<usize> {
        let rests = |at: usize| {
            matches!(
                self.fragment.meaning(at),
                Some(Meaning::Kind(Kind::Rest) | Meaning::Recover | Meaning::Between)
            )
        };
        let (figure, leading) = if rests(at) {
            (at + 1, true)
        } else {
            (at, false)
        };
        let figure = if self.fragment.is_sign(figure, ':') || self.fragment.is_sign(figure, '=') {
            figure + 1
        } else {
            figure
        };
        let figure = self.fragment.past_fillers(figure);
        let found = self.fragment.quantity(figure, Setting::Recovery)?;
        let Amount::Seconds(seconds) = found.amount else {
            return None;
        };
        let trailing = rests(found.to);
        if !leading && !trailing {
            return None;
        }
        self.dose.rest = Some(Seconds(seconds.round() as u32));
        Some(found.to + usize::from(trailing))
    }

    /// `tempo 3-1-1`.
    fn tempo(&mut self, at: usize) -> Option<usize> {
        let word = self
            .fragment
            .written(at, at + 1)
            .eq_ignore_ascii_case("tempo");
        let mut next = at + 1;
        let mut figures = Vec::new();
        while word && let Some(figure) = self.fragment.count(next, 0..=99) {
            figures.push(figure.to_string());
            next += 1;
            if !self.is_any(next, &['-', '/', '.']) {
                break;
            }
            next += 1;
        }
        if figures.len() < 3
            && !(figures.len() == 1 && figures.iter().all(|figure| figure.len() == 4))
        {
            return None;
        }
        self.dose.tempo = figures.join("-");
        Some(next)
    }

    /// `10 push-ups`, `30s plank`, `12 reps`, `max`.
    fn reps_alone(&mut self, at: usize) -> Option<usize> {
        if self.dose.reps.is_some() {
            return None;
        }
        let (reps, next) = self.reps(at)?;
        self.dose.reps = Some(reps);
        Some(next)
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

/// True for the units of length.
fn is_far(unit: Unit) -> bool {
    matches!(unit, Unit::Km | Unit::Mile | Unit::Meter | Unit::Yard)
}

fn mass(value: f64, metric: Option<bool>) -> Kilograms {
    if metric == Some(false) {
        Kilograms::from_pounds(value)
    } else {
        Kilograms::new(value)
    }
}

/// The clauses of a stretch of items: what stands between commas, semicolons, line breaks and bullets.
pub(super) fn clauses(fragment: &Fragment, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut clauses = Vec::new();
    let mut start = from;
    let mut depth = 0_i32;
    for at in from..to {
        let splits = match fragment.items.get(at).map(|item| &item.kind) {
            Some(ItemKind::Sign('(' | '[')) => {
                depth += 1;
                false
            }
            Some(ItemKind::Sign(')' | ']')) => {
                depth -= 1;
                false
            }
            Some(ItemKind::Sign(';' | '\n' | '•' | '|' | ':')) => true,
            Some(ItemKind::Sign('+')) => {
                depth <= 0 && fragment.items.get(at).is_some_and(|item| item.spaced)
            }
            Some(ItemKind::Sign('/')) => {
                fragment.items.get(at).is_some_and(|item| item.spaced) && !fragment.glued(at + 1)
            }
            Some(ItemKind::Sign('.')) => !fragment.glued(at + 1) && at > start + 1,
            Some(ItemKind::Sign(',') | ItemKind::Word(Meaning::And)) => depth <= 0,
            _ => false,
        };
        if splits {
            if at > start {
                clauses.push((start, at));
            }
            start = at + 1;
        }
    }
    if to > start {
        clauses.push((start, to));
    }
    clauses
}

/// True when an exercise with its dose begins the stretch, so that strength is meant though nobody said so.
pub(super) fn speaks_of_strength(fragment: &mut Fragment, from: usize, to: usize) -> bool {
    let fates = fragment.fates.clone();
    let guesses = fragment.guesses.clone();
    let surroundings = Surroundings {
        rounds: None,
        strength: false,
    };
    let found = clauses(fragment, from, to)
        .into_iter()
        .take(4)
        .any(|(from, to)| exercise(fragment, from, to, surroundings).is_some());
    fragment.fates = fates;
    fragment.guesses = guesses;
    found
}
