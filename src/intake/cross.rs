//! Walks and other sports: a name and a length.

use crate::domain::{CrossPlan, Kind, Minutes, Plan, RecoveryStyle, Workout};

use super::amount::Amount;
use super::family::is_row;
use super::figures::Setting;
use super::items::{Fate, Fragment};
use super::lexicon::Meaning;

/// A walk that is no part of a run.
pub(super) fn walk(fragment: &mut Fragment, from: usize, to: usize) -> Option<Plan> {
    let walk = (from..to).find(|at| fragment.is(*at, &Meaning::Style(RecoveryStyle::Walk)))?;
    let alone = (from..to).all(|at| {
        !matches!(
            fragment.meaning(at),
            Some(
                Meaning::Kind(_)
                    | Meaning::Run
                    | Meaning::Style(RecoveryStyle::Jog)
                    | Meaning::Times
                    | Meaning::Strides
            )
        ) && !fragment.is_sign(at, '*')
    });
    let figures = (from..to)
        .filter(|at| fragment.quantity(*at, Setting::Whole).is_some())
        .count();
    if !alone || figures > 1 {
        return None;
    }
    fragment.read(walk, walk + 1);
    let mut plan = Plan::new(Workout::Cross(CrossPlan {
        sport: "walking".to_owned(),
        rpe: None,
    }));
    plan.duration = minutes(fragment, from, to);
    Some(plan)
}

/// A session of another sport.
pub(super) fn cross(fragment: &mut Fragment, from: usize, to: usize) -> Plan {
    let mut sport = String::new();
    let mut rpe = None;
    for at in from..to {
        if is_row(fragment, at) && sport.is_empty() {
            "rowing".clone_into(&mut sport);
            fragment.read(at, at + 1);
        }
        match fragment.meaning(at).cloned() {
            Some(Meaning::Sport(name)) if sport.is_empty() => {
                sport = name;
                fragment.read(at, at + 1);
            }
            Some(Meaning::Kind(Kind::Cross)) => fragment.read(at, at + 1),
            Some(Meaning::Rpe) => {
                if let Some(aim) = fragment.exertion(at)
                    && let crate::domain::Target::Rpe(value) = fragment.take_aim(at, &aim)
                {
                    rpe = Some(value);
                }
            }
            _ => {}
        }
    }
    let mut plan = Plan::new(Workout::Cross(CrossPlan { sport, rpe }));
    plan.duration = minutes(fragment, from, to);
    plan
}

/// The first time in a stretch, for sessions that have nothing but a length.
fn minutes(fragment: &mut Fragment, from: usize, to: usize) -> Option<Minutes> {
    for at in from..to {
        let bare = |at: usize| {
            let lone = at == from
                || matches!(
                    fragment.meaning(at - 1),
                    Some(Meaning::Kind(_) | Meaning::Sport(_))
                );
            let value = fragment.count(at, 10..=300).filter(|_| lone)?;
            (fragment.unit(at + 1).is_none()
                && !fragment.is_sign(at + 1, '/')
                && !fragment.is_sign(at + 1, '%'))
            .then_some(value)
        };
        if let Some(found) = fragment.quantity(at, Setting::Whole) {
            if let Amount::Seconds(seconds) = found.amount {
                if let Amount::Seconds(seconds) = fragment.take(&found) {
                    if found.range {
                        for fate in fragment.fates.iter_mut().take(found.to).skip(found.from) {
                            *fate = Fate::Left;
                        }
                    }
                    return Some(Minutes((seconds / 60.0).round() as u32));
                }
                return Some(Minutes((seconds / 60.0).round() as u32));
            }
            continue;
        }
        if let Some(value) = bare(at) {
            fragment.guess(at, at + 1, format!("{value} min"), &[]);
            return Some(Minutes(value));
        }
    }
    None
}
