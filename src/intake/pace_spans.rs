//! Aims between two: the paces of two races, and two paces of which the middle counts.

use crate::domain::{DistanceUnit, NamedPace, Target};

use super::items::Fragment;
use super::lexicon::{Meaning, Unit};
use super::paces::{Aim, believed, other, per_unit};
use super::scan::NumberToken;

impl Fragment<'_> {
    /// `@ 15K to half marathon pace`, `@ 8k-10k pace`: between the paces of two races, of which the slower counts.
    pub(super) fn race_span(&self, at: usize) -> Option<Aim> {
        self.number(at)
            .filter(|value| (1.0..=50.0).contains(value))?;
        let (Unit::Km | Unit::Mile, to) = self.unit(at + 1)? else {
            return None;
        };
        let joined = self.is_sign(to, '-')
            || self.is_sign(to, '/')
            || matches!(self.meaning(to), Some(Meaning::To | Meaning::Or));
        let slower = to + 1;
        let aim = match self.name(slower, true).filter(|_| joined) {
            Some((name, to)) => Aim::sure(Target::Named(NamedPace::of(name)), to),
            None => self.race_aim(slower).filter(|_| joined)?,
        };
        Some(Aim {
            doubtful: true,
            ..aim
        })
    }

    /// `5:45-6:00`, `5:30 to 4:45`, without a unit and without an announcement: two times that only a pace can have, of
    /// which the middle counts.
    pub(super) fn pace_span(&self, at: usize) -> Option<Aim> {
        /// The fastest of a run that is not repeated, in seconds a kilometre: a rest between repeats is shorter.
        const FASTEST: f64 = 180.0;
        let clock = |at: usize| match self.figure(at)? {
            NumberToken::Clock {
                parts: [Some(minutes), Some(seconds), None],
            } => Some(f64::from(minutes * 60 + seconds)),
            _ => None,
        };
        let (first, second) = (clock(at)?, clock(at + 2)?);
        let joined = self.is_sign(at + 1, '-')
            || self.is_sign(at + 1, '•')
            || self.is_sign(at + 1, '>')
            || self.is_sign(at + 1, '→')
            || matches!(self.meaning(at + 1), Some(Meaning::To))
            || self.written(at + 1, at + 2).eq_ignore_ascii_case("auf");
        let timed = self.unit(at + 3).is_some();
        if !joined || timed || (first - second).abs() > 150.0 {
            return None;
        }
        let fits = |seconds: f64, unit: DistanceUnit| {
            let pace = per_unit(seconds, unit);
            believed(pace) && pace.seconds_per_km() >= FASTEST
        };
        let unit = [self.context.unit, other(self.context.unit)];
        let unit = unit
            .into_iter()
            .find(|unit| fits(first, *unit) && fits(second, *unit))?;
        let pace = per_unit(f64::midpoint(first, second), unit);
        Some(Aim {
            doubtful: true,
            ..Aim::sure(Target::Pace(pace), at + 3)
        })
    }
}
