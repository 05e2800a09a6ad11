//! Aims: paces, paces in words, exertion.

use crate::domain::{DistanceUnit, Kind, NamedPace, Pace, PaceName, Rpe, RunKind, Target};
use crate::notation;

use super::amount::Amount;
use super::items::Fragment;
use super::lexicon::{Meaning, Unit};
use super::scan::NumberToken;

/// The fastest and slowest pace that is believed, in seconds a kilometre.
const PACES: std::ops::RangeInclusive<f64> = 140.0..=780.0;

/// Faster than this hardly anybody repeats a kilometre, in seconds a kilometre.
const FASTEST_OF_MANY: f64 = 160.0;

/// An aim with the item behind its last.
pub(super) struct Aim {
    pub(super) target: Target,
    pub(super) to: usize,
    /// What else it could be.
    pub(super) or: Option<Target>,
    /// True when it is guessed.
    pub(super) doubtful: bool,
}

impl Aim {
    pub(super) fn sure(target: Target, to: usize) -> Self {
        Self {
            target,
            to,
            or: None,
            doubtful: false,
        }
    }
}

impl Fragment<'_> {
    /// The aim that begins with this item. `announced`: an `@` or "at" stands before it. `over`: how far is run at it.
    pub(super) fn aim(&self, at: usize, announced: bool, over: Option<Amount>) -> Option<Aim> {
        self.pace(at, announced, over)
            .or_else(|| self.exertion(at))
            .or_else(|| self.heart(at))
            .or_else(|| self.race_span(at).filter(|_| announced))
            .or_else(|| self.named(at, announced))
            .or_else(|| self.race_aim(at).filter(|_| announced))
            .or_else(|| self.legend_pace(at, announced))
    }

    /// `4:05/km`, `7:15-7:30 /mi`, `4'30/km`, `5:30 min/km`, `12 km/h`; behind an `@` also `4:05` and `36s`.
    fn pace(&self, at: usize, announced: bool, over: Option<Amount>) -> Option<Aim> {
        if let Some(speed) = self.speed(at) {
            return Some(speed);
        }
        let (first, mut to) = self.pace_figure(at)?;
        let mut seconds = first;
        if (self.is_sign(to, '-') || matches!(self.meaning(to), Some(Meaning::To)))
            && let Some((second, after)) = self.pace_figure(to + 1)
            && second >= 60.0
        {
            seconds = f64::midpoint(first, second).round();
            to = after;
        }
        let per = self.per(to);
        if let Some((unit, after)) = per {
            let pace = per_unit(seconds, unit);
            return believed(pace).then(|| Aim::sure(Target::Pace(pace), after));
        }
        let behind = matches!(self.meaning(to), Some(Meaning::PaceWord));
        if !announced && !behind {
            return None;
        }
        let after = if behind { to + 1 } else { to };
        let with_unit = per_unit(seconds, self.context.unit);
        // `400 m @ 90 s` is the time of each.
        let each = match over {
            Some(Amount::Meters(meters)) if meters > 0.0 && meters <= 5000.0 => {
                let each = seconds / meters;
                Some(per_unit(
                    (each * self.context.unit.meters()).round(),
                    self.context.unit,
                ))
            }
            _ => None,
        };
        let each = each.filter(|pace| believed(*pace));
        let has_clock = matches!(self.figure(at), Some(NumberToken::Clock { .. }));
        let plain = Some(with_unit).filter(|pace| believed(*pace) && (has_clock || behind));
        match (plain, each) {
            // "3 x 2k @ 4:10" in a plan in miles: nobody runs a mile in that.
            (Some(pace), None) if pace.seconds_per_km() < FASTEST_OF_MANY => {
                let slower = other_unit(seconds, self.context.unit)
                    .filter(|other| other.seconds_per_km() >= FASTEST_OF_MANY);
                Some(Aim {
                    doubtful: true,
                    or: slower.map(|_| Target::Pace(pace)),
                    ..Aim::sure(Target::Pace(slower.unwrap_or(pace)), after)
                })
            }
            (Some(pace), None) => Some(Aim {
                doubtful: !self.context.unit_known,
                or: other_unit(seconds, self.context.unit).map(Target::Pace),
                ..Aim::sure(Target::Pace(pace), after)
            }),
            (None, Some(pace)) => Some(Aim::sure(Target::Pace(pace), after)),
            // "5x1k @ 4:00" says the same either way, and in miles nobody runs "5x1k @ 3:50".
            (Some(pace), Some(each))
                if (pace.seconds_per_km() - each.seconds_per_km()).abs() < 0.5
                    || pace.seconds_per_km() < FASTEST_OF_MANY
                        && each.seconds_per_km() >= FASTEST_OF_MANY =>
            {
                Some(Aim::sure(Target::Pace(each), after))
            }
            (Some(pace), Some(each)) => Some(Aim {
                doubtful: true,
                or: Some(Target::Pace(each)),
                ..Aim::sure(Target::Pace(pace), after)
            }),
            (None, None) => None,
        }
    }

    /// A figure of minutes and seconds, in seconds.
    fn pace_figure(&self, at: usize) -> Option<(f64, usize)> {
        match self.figure(at)? {
            NumberToken::Clock {
                parts: [Some(minutes), Some(seconds), None],
            } => Some((f64::from(minutes * 60 + seconds), at + 1)),
            NumberToken::Plain(value) => {
                if let Some((unit, next)) = self.unit(at + 1) {
                    return match unit {
                        Unit::Minute if value.fract() == 0.0 => match self.count(next, 0..=59) {
                            Some(seconds) if self.glued(next) => {
                                let end = match self.unit(next + 1) {
                                    Some((Unit::Second, end)) => end,
                                    _ => next + 1,
                                };
                                Some((value * 60.0 + f64::from(seconds), end))
                            }
                            _ => Some((value * 60.0, next)),
                        },
                        Unit::Second => Some((value, next)),
                        _ => None,
                    };
                }
                // 4.30/km is four minutes thirty.
                let written = self.written(at, at + 1);
                let minutes_seconds = written.split_once(['.', ',']).and_then(|(m, s)| {
                    let seconds = s
                        .parse::<u32>()
                        .ok()
                        .filter(|s2| *s2 < 60 && s.len() == 2)?;
                    Some(f64::from(m.parse::<u32>().ok()? * 60 + seconds))
                });
                if minutes_seconds.is_some() && self.per(at + 1).is_some() {
                    return minutes_seconds.map(|seconds| (seconds, at + 1));
                }
                (value.fract() == 0.0 && value >= 25.0).then_some((value, at + 1))
            }
            _ => None,
        }
    }

    /// `/km`, `/mi`, `min/km`, `per mile`, `pro km`, `al km`.
    fn per(&self, at: usize) -> Option<(DistanceUnit, usize)> {
        let mut next = at;
        if matches!(self.meaning(next), Some(Meaning::Unit(Unit::Minute))) {
            next += 1;
        }
        let joins = self.is_sign(next, '/')
            || matches!(
                self.written(next, next + 1),
                "per" | "pro" | "al" | "par" | "a" | "p"
            );
        if !joins {
            return None;
        }
        let unit = match (self.meaning(next + 1), self.written(next + 1, next + 2)) {
            (Some(Meaning::Unit(Unit::Km)), _) | (_, "K") => DistanceUnit::Km,
            (Some(Meaning::Unit(Unit::Mile)), _) | (_, "M") => DistanceUnit::Miles,
            _ => return None,
        };
        Some((unit, next + 2))
    }

    /// `12 km/h`, `12.5 kph`, `7 mph`.
    fn speed(&self, at: usize) -> Option<Aim> {
        let value = self.number(at).filter(|value| *value > 0.0)?;
        let (meters, to) =
            if self.is_sign(at + 2, '/') && matches!(self.written(at + 3, at + 4), "h" | "H") {
                match self.unit(at + 1)?.0 {
                    Unit::Km => (1000.0, at + 4),
                    Unit::Mile => (DistanceUnit::Miles.meters(), at + 4),
                    _ => return None,
                }
            } else {
                match self.written(at + 1, at + 2) {
                    "kmh" | "kph" => (1000.0, at + 2),
                    "mph" => (DistanceUnit::Miles.meters(), at + 2),
                    _ => return None,
                }
            };
        let pace = Pace::from_seconds_per_km(3600.0 / (value * meters) * 1000.0);
        believed(pace).then(|| Aim::sure(Target::Pace(pace), to))
    }

    /// `RPE 7`, `RPE 7-8`, `RPE: 7/10`.
    pub(super) fn exertion(&self, at: usize) -> Option<Aim> {
        if !self.is(at, &Meaning::Rpe) {
            return None;
        }
        let mut figure = at + 1;
        if self.is_sign(figure, ':') || self.is_sign(figure, '=') {
            figure += 1;
        }
        let mut value = self.number(figure)?;
        let mut to = figure + 1;
        if self.is_sign(to, '-')
            && let Some(high) = self.number(to + 1)
        {
            value = high;
            to += 2;
        }
        if self.is_sign(to, '/') && self.number(to + 1) == Some(10.0) {
            to += 2;
        }
        (0.0..=10.0)
            .contains(&value)
            .then(|| Aim::sure(Target::Rpe(Rpe::new(value)), to))
    }

    /// `MP`, `95% of 10k pace`, `MP + 10s`, `10 s slower than MP`, `threshold`.
    fn named(&self, at: usize, announced: bool) -> Option<Aim> {
        let (percent, start) = self.percent(at);
        // "ritmo de 10 km", "allure 10 km": the word for pace stands before the race.
        if self.is(start, &Meaning::PaceWord) {
            let mut race = start + 1;
            while matches!(self.meaning(race), Some(Meaning::Filler | Meaning::At)) {
                race += 1;
            }
            let named = self.race_aim(race).or_else(|| self.named(race, true));
            return named.map(|aim| match aim.target {
                Target::Named(named) => Aim {
                    target: Target::Named(NamedPace { percent, ..named }),
                    ..aim
                },
                _ => aim,
            });
        }
        let (mut name, mut to) = self.name(start, announced || percent != 100)?;
        // "5k-10k pace": the slower one counts and the words stay in the note; "half marathon - marathon pace" alike.
        if (self.is_sign(to, '-')
            || self.is_sign(to, '/')
            || self.is(to, &Meaning::To)
            || self.is(to, &Meaning::Or))
            && let Some((other, after)) = self.name(to + 1, true)
        {
            name = other;
            to = after;
            return Some(Aim {
                doubtful: true,
                ..Aim::sure(
                    Target::Named(NamedPace {
                        name,
                        percent,
                        offset: 0,
                    }),
                    to,
                )
            });
        }
        let mut offset = 0;
        if let Some((seconds, after)) = self.offset(to) {
            offset = seconds;
            to = after;
        }
        Some(Aim::sure(
            Target::Named(NamedPace {
                name,
                percent,
                offset,
            }),
            to,
        ))
    }

    /// `95%`, `85-90 % of`.
    fn percent(&self, at: usize) -> (u8, usize) {
        let Some(low) = self.count(at, 50..=130) else {
            return (100, at);
        };
        let (value, mut next) = match self.count(at + 2, 50..=130) {
            Some(high) if self.is_sign(at + 1, '-') => (high, at + 3),
            _ => (low, at + 1),
        };
        if !self.is_sign(next, '%') {
            return (100, at);
        }
        next += 1;
        while matches!(self.meaning(next), Some(Meaning::Filler | Meaning::At)) {
            next += 1;
        }
        (value as u8, next)
    }

    /// `+10s`, `- 5 sec`, `+ 10-15 s/km`.
    fn offset(&self, at: usize) -> Option<(i16, usize)> {
        let sign = match () {
            () if self.is_sign(at, '+') || matches!(self.written(at, at + 1), "+" | "plus") => 1,
            () if self.is_sign(at, '-') => -1,
            () => return None,
        };
        let value = self.count(at + 1, 1..=120)?;
        let (Unit::Second, mut to) = self.unit(at + 2)? else {
            return None;
        };
        let mut seconds = f64::from(value);
        if let Some((unit, after)) = self.per(to) {
            to = after;
            seconds = seconds * 1000.0 / unit.meters();
        }
        Some((sign * seconds.round() as i16, to))
    }

    pub(super) fn name(&self, at: usize, announced: bool) -> Option<(PaceName, usize)> {
        let with_word = |to: usize| {
            if self.is(to, &Meaning::PaceWord) {
                to + 1
            } else {
                to
            }
        };
        match self.meaning(at)? {
            Meaning::Pace(name) => Some((*name, with_word(at + 1))),
            Meaning::RaceDistance(meters) if announced || self.is(at + 1, &Meaning::PaceWord) => {
                let name = if *meters > 30_000.0 {
                    PaceName::Marathon
                } else {
                    PaceName::HalfMarathon
                };
                Some((name, with_word(at + 1)))
            }
            Meaning::Kind(Kind::Run(kind)) if announced || self.is(at + 1, &Meaning::PaceWord) => {
                let name = match kind {
                    RunKind::Tempo => PaceName::Threshold,
                    RunKind::Easy | RunKind::Long => PaceName::Easy,
                    RunKind::Recovery => PaceName::Recovery,
                    RunKind::Steady => PaceName::Steady,
                    RunKind::Race => PaceName::Goal,
                    _ => return None,
                };
                Some((name, with_word(at + 1)))
            }
            Meaning::Hard if announced => Some((PaceName::Hard, with_word(at + 1))),
            _ => None,
        }
    }

    /// `@ 10k`: a race distance as an aim.
    pub(super) fn race_aim(&self, at: usize) -> Option<Aim> {
        let value = self.number(at)?;
        let (unit, mut to) = self.unit(at + 1)?;
        let meters = match unit {
            Unit::Km => value * 1000.0,
            Unit::Mile => value * DistanceUnit::Miles.meters(),
            _ => return None,
        };
        let name = match meters.round() as u32 {
            1609 => PaceName::Mile,
            3000 => PaceName::ThreeK,
            5000 => PaceName::FiveK,
            10_000 => PaceName::TenK,
            16_093 => PaceName::TenMiles,
            21_000..=21_100 => PaceName::HalfMarathon,
            42_000..=42_200 => PaceName::Marathon,
            _ => return None,
        };
        if self.is(to, &Meaning::PaceWord) {
            to += 1;
        }
        Some(Aim::sure(Target::Named(NamedPace::of(name)), to))
    }

    /// A letter or word that the text explains, or one of Daniels' letters.
    pub(super) fn legend_pace(&self, at: usize, announced: bool) -> Option<Aim> {
        let written = self.written(at, at + 1);
        if written.is_empty() || self.figure(at).is_some() {
            return None;
        }
        let with_word = if self.is(at + 1, &Meaning::PaceWord) {
            at + 2
        } else {
            at + 1
        };
        if let Some(target) = self.context.legend.target(written) {
            let alone =
                written.chars().count() > 1 || announced || written.chars().all(char::is_uppercase);
            return alone.then(|| Aim::sure(target, with_word));
        }
        let letter = match written {
            "T" => PaceName::Threshold,
            "I" => PaceName::Interval,
            "R" => PaceName::Repetition,
            "E" => PaceName::Easy,
            "M" => PaceName::Marathon,
            _ => return None,
        };
        let sure = announced || self.is(at + 1, &Meaning::PaceWord);
        // Behind a figure with its unit, a lone capital is Daniels' letter: "3 x 1 mi T".
        let behind = at > 0 && (self.unit(at - 1).is_some() || self.figure(at - 1).is_some());
        // Right behind its figure, "2E" and "4T" alone are letters: an M is miles there, and the others are rare.
        let apart = self.items.get(at).is_some_and(|item| item.spaced);
        let glued = matches!(written, "E" | "T") && self.number(at.wrapping_sub(1)).is_some();
        (sure || (behind && written != "M" && (apart || glued))).then(|| Aim {
            doubtful: !sure,
            ..Aim::sure(Target::Named(NamedPace::of(letter)), with_word)
        })
    }

    /// Marks an aim as read and tells which.
    pub(super) fn take_aim(&mut self, from: usize, aim: &Aim) -> Target {
        if !aim.doubtful {
            self.read(from, aim.to);
            return aim.target;
        }
        let or: Vec<String> = aim.or.into_iter().map(target_words).collect();
        let chosen = self.guess(from, aim.to, target_words(aim.target), &or);
        if chosen == 1 {
            aim.or.unwrap_or(aim.target)
        } else {
            aim.target
        }
    }
}

/// An aim in words.
fn target_words(target: Target) -> String {
    match target {
        Target::Pace(pace) => format!(
            "{} ({})",
            notation::pace(pace, DistanceUnit::Km),
            notation::pace(pace, DistanceUnit::Miles)
        ),
        Target::Rpe(rpe) => notation::rpe(rpe),
        Target::HeartRate(range) if range.is_open() => format!("up to {} bpm", range.high.0),
        Target::HeartRate(range) => format!("{}–{} bpm", range.low.0, range.high.0),
        Target::Named(named) => named.label(),
    }
}

pub(super) fn per_unit(seconds: f64, unit: DistanceUnit) -> Pace {
    match unit {
        DistanceUnit::Km => Pace::from_seconds_per_km(seconds),
        DistanceUnit::Miles => Pace::from_seconds_per_mile(seconds),
    }
}

pub(super) fn other(unit: DistanceUnit) -> DistanceUnit {
    match unit {
        DistanceUnit::Km => DistanceUnit::Miles,
        DistanceUnit::Miles => DistanceUnit::Km,
    }
}

fn other_unit(seconds: f64, unit: DistanceUnit) -> Option<Pace> {
    Some(per_unit(seconds, other(unit))).filter(|pace| believed(*pace))
}

pub(super) fn believed(pace: Pace) -> bool {
    PACES.contains(&pace.seconds_per_km())
}
