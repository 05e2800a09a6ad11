//! What a set is done with and how hard: load, effort, rest, tempo.

use crate::domain::{Effort, Kilograms, Kind, LoadSpec, Seconds};

use super::super::amount::Amount;
use super::super::figures::Setting;
use super::super::lexicon::Meaning;
use super::Reader;

/// The heaviest load that is believed, in kilograms.
const MOST_KG: f64 = 500.0;

fn mass(value: f64, metric: Option<bool>) -> Kilograms {
    if metric == Some(false) {
        Kilograms::from_pounds(value)
    } else {
        Kilograms::new(value)
    }
}

impl Reader<'_, '_> {
    pub(super) fn load(&mut self, at: usize) -> Option<usize> {
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
        let found = self.load_at(start);
        let (load, next) = found.or_else(|| self.bare_load(at, start))?;
        self.dose.load = load;
        Some(next)
    }

    /// `40kg`, `62,5 kg`, `135 lb`, `80%`, `bw`, `2x17.5`, `2 x 12 kg`.
    pub(super) fn load_at(&self, at: usize) -> Option<(LoadSpec, usize)> {
        if matches!(self.fragment.meaning(at), Some(Meaning::Bodyweight)) {
            return Some(self.added_weight(at + 1));
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
            return Some((LoadSpec::Percent(value), self.fragment.behind_max(at + 2)));
        }
        let (unit, next) = self.mass(at + 1);
        unit?;
        let kg = mass(value, unit);
        (kg.kg() <= MOST_KG).then_some((LoadSpec::Kg(kg), next))
    }

    /// `BW+10kg`: what is added to the body's weight.
    fn added_weight(&self, at: usize) -> (LoadSpec, usize) {
        let plain = (LoadSpec::Bodyweight(Kilograms::new(0.0)), at);
        let Some(value) = self
            .fragment
            .number(at + 1)
            .filter(|_| self.fragment.written(at, at + 1) == "+")
        else {
            return plain;
        };
        let (unit, next) = self.mass(at + 2);
        let kg = mass(value, unit);
        if unit.is_none() || kg.kg() > MOST_KG {
            return plain;
        }
        (LoadSpec::Bodyweight(kg), next)
    }

    fn mass(&self, at: usize) -> (Option<bool>, usize) {
        match self.fragment.meaning(at) {
            Some(Meaning::Kilogram) => (Some(true), at + 1),
            Some(Meaning::Pound) => (Some(false), at + 1),
            _ => (None, at),
        }
    }

    /// `RPE 8`, `@ RPE 8-9`, `RIR 2`, `2 RIR`.
    pub(super) fn effort(&mut self, at: usize) -> Option<usize> {
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
    pub(super) fn rest(&mut self, at: usize) -> Option<usize> {
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
    pub(super) fn tempo(&mut self, at: usize) -> Option<usize> {
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
}
