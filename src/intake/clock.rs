//! The time of the day that a session is at.

use chrono::NaiveTime;

use crate::domain::{DayPart, Start};

use super::items::{Fragment, ItemKind};
use super::lexicon::Meaning;
use super::scan::NumberToken;

/// `07:00`, `7am`, `18 Uhr` before a session.
pub(super) fn start(
    fragment: &mut Fragment,
    from: usize,
    to: usize,
    part: Option<DayPart>,
) -> (Start, usize) {
    let plain = part.map_or(Start::Unset, Start::Part);
    let clock = |hour: u32, minute: u32| NaiveTime::from_hms_opt(hour, minute, 0).map(Start::Clock);
    let half = match fragment.meaning(from + 1) {
        Some(Meaning::Part(part)) => Some(*part),
        _ => None,
    };
    let hour_of = |hour: u32, half: Option<DayPart>| match half {
        Some(DayPart::Evening) if hour < 12 => hour + 12,
        Some(DayPart::Morning) if hour == 12 => 0,
        _ => hour,
    };
    let found = match fragment.figure(from) {
        Some(NumberToken::Clock {
            parts: [Some(hour), Some(minute), None],
        }) => {
            let next = from + 1 + usize::from(half.is_some());
            let uhr = matches!(fragment.written(next, next + 1), "Uhr" | "uhr");
            let next = next + usize::from(uhr);
            let kind = matches!(
                fragment.meaning(next),
                Some(Meaning::Kind(_) | Meaning::Run | Meaning::Sport(_) | Meaning::Region(_))
            ) || fragment.is_sign(next, '-')
                || fragment.is_sign(next, ':');
            // Behind a clock a kind or a figure follows; a clock alone is a length.
            let clear = half.is_some() || uhr || (kind && hour >= 4);
            (clear && next < to).then(|| (hour_of(hour, half), minute, next))
        }
        Some(NumberToken::Plain(value))
            if half.is_some() && value.fract() == 0.0 && (1.0..=12.0).contains(&value) =>
        {
            (from + 2 < to).then(|| (hour_of(value as u32, half), 0, from + 2))
        }
        Some(NumberToken::Plain(value))
            if matches!(fragment.written(from + 1, from + 2), "Uhr" | "uhr") && value < 24.0 =>
        {
            (from + 2 < to).then_some((value as u32, 0, from + 2))
        }
        _ => None,
    };
    match found {
        Some((hour, minute, next)) => {
            fragment.read(from, next);
            let start = clock(hour, minute).unwrap_or(plain);
            (start, skip_signs(fragment, next, to))
        }
        None => (plain, from),
    }
}

/// "4 mi easy @ 6:30 am", "gym at 6 pm": the time of the day behind what is done. Without its half of the day it is a pace.
pub(super) fn clock_behind(fragment: &mut Fragment, from: usize, to: usize) -> Option<Start> {
    let (sign, hour, minute) = (from + 1..to).find_map(|sign| {
        let leads = fragment.is_sign(sign, '@') || fragment.is(sign, &Meaning::At);
        let Some(Meaning::Part(part)) = fragment.meaning(sign + 2).filter(|_| leads) else {
            return None;
        };
        let (hour, minute) = match fragment.figure(sign + 1)? {
            NumberToken::Clock {
                parts: [Some(hour @ 1..=12), Some(minute @ 0..=59), None],
            } => (hour, minute),
            NumberToken::Plain(value) if value.fract() == 0.0 && (1.0..=12.0).contains(&value) => {
                (value as u32, 0)
            }
            _ => return None,
        };
        let hour = match part {
            DayPart::Evening if hour < 12 => hour + 12,
            DayPart::Morning if hour == 12 => 0,
            DayPart::Morning | DayPart::Evening => hour,
        };
        Some((sign, hour, minute))
    })?;
    let start = NaiveTime::from_hms_opt(hour, minute, 0).map(Start::Clock)?;
    // What was read as the time is no pace as well.
    for at in sign..sign + 3 {
        if let Some(item) = fragment.items.get_mut(at) {
            item.kind = ItemKind::Word(Meaning::Filler);
        }
    }
    fragment.read(sign, sign + 3);
    Some(start)
}

/// The first item of a stretch that is no sign between sessions.
pub(super) fn skip_signs(fragment: &Fragment, mut from: usize, to: usize) -> usize {
    while from < to
        && let Some(ItemKind::Sign(sign)) = fragment.items.get(from).map(|item| &item.kind)
        && !matches!(
            sign,
            '(' | '[' | '@' | '+' | '"' | '#' | '~' | '>' | '<' | '='
        )
    {
        from += 1;
    }
    from
}
