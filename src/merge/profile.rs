//! Who an athlete is. Whoever changed the profile last has the last word on what both changed.

use chrono::{DateTime, Utc};

use crate::domain::{
    Accepted, Availability, BodyWeight, Exception, HeartRate, LowEnergy, Profile, Race,
    RuleSetting, RuleSettings, Stamp, TestedMax, Units,
};

use super::fields::by_field;
use super::judge::Judge;
use super::list;

/// Merges three versions of a profile; tells whether one side's figures had to give way.
pub(super) fn profile(
    base: Option<&Profile>,
    ours: &Profile,
    theirs: &Profile,
) -> (Profile, Option<bool>) {
    let mut judge = Judge::newer((ours, ours.changed), (theirs, theirs.changed));
    let merged = fields(&mut judge, base, ours, theirs);
    let chosen = judge.has_chosen.then(|| judge.prefers_ours());
    (merged, chosen)
}

/// The profile as it is `now`, with what was changed in a form that began with `before` and holds `edited`. Where both
/// changed a field, the form's figure stands: it is the one somebody looks at.
pub fn edited_profile(before: &Profile, edited: &Profile, now: &Profile) -> Profile {
    let edited = Profile {
        changed: Stamp {
            at: DateTime::<Utc>::MAX_UTC,
            ..edited.changed
        },
        ..edited.clone()
    };
    let (merged, _) = profile(Some(before), &edited, now);
    Profile {
        changed: now.changed,
        ..merged
    }
}

fn fields(judge: &mut Judge, base: Option<&Profile>, ours: &Profile, theirs: &Profile) -> Profile {
    by_field!(Profile, judge, base, ours, theirs;
        name, units: units, week_start, level, lifting_since, policy, priority, strength_target, morning, evening,
        availability: availability,
        equipment: |judge: &mut Judge, base, ours: &Vec<_>, theirs: &Vec<_>| {
            judge.list(slice(base), ours, theirs, |it| format!("{it:?}"))
        },
        plate_step, dumbbell_step, bar,
        dumbbells: |judge: &mut Judge, base, ours: &Vec<_>, theirs: &Vec<_>| {
            judge.list(slice(base), ours, theirs, |it| format!("{it:?}"))
        },
        tested_maxes: |judge: &mut Judge, base, ours: &Vec<TestedMax>, theirs: &Vec<_>| {
            judge.list(slice(base), ours, theirs, |it| (it.date, it.exercise.clone()))
        },
        one_rm_formula, progressions: Judge::map,
        body_weight: |judge: &mut Judge, base, ours: &Vec<BodyWeight>, theirs: &Vec<_>| {
            judge.list(slice(base), ours, theirs, |it| it.date)
        },
        sex, heart_rate: heart_rate, threshold_pace, paces: Judge::map, low_energy: low_energy,
        races: races, rules: rules,
        accepted: |judge: &mut Judge, base, ours: &Vec<Accepted>, theirs: &Vec<_>| {
            judge.list(slice(base), ours, theirs, |it| (it.rule.clone(), it.sessions.clone()))
        },
        tags: |judge: &mut Judge, base, ours: &Vec<_>, theirs: &Vec<_>| {
            judge.list(slice(base), ours, theirs, String::clone)
        },
        archived, notes: Judge::lines, changed: later,
    )
}

fn slice<T>(base: Option<&Vec<T>>) -> &[T] {
    base.map(Vec::as_slice).unwrap_or_default()
}

fn later(judge: &mut Judge, base: Option<&Stamp>, ours: &Stamp, theirs: &Stamp) -> Stamp {
    // A stamp is nobody's figure: taking the later one is no choice between the two.
    let had_chosen = judge.has_chosen;
    let stamp = judge.pick(base, ours, theirs);
    judge.has_chosen = had_chosen;
    stamp
}

fn units(judge: &mut Judge, base: Option<&Units>, ours: &Units, theirs: &Units) -> Units {
    by_field!(Units, judge, base, ours, theirs; distance, mass)
}

fn heart_rate(
    judge: &mut Judge,
    base: Option<&HeartRate>,
    ours: &HeartRate,
    theirs: &HeartRate,
) -> HeartRate {
    by_field!(HeartRate, judge, base, ours, theirs; rest, max)
}

fn low_energy(
    judge: &mut Judge,
    base: Option<&LowEnergy>,
    ours: &LowEnergy,
    theirs: &LowEnergy,
) -> LowEnergy {
    by_field!(LowEnergy, judge, base, ours, theirs; missed_periods, second_bone_injury, falling_weight)
}

fn availability(
    judge: &mut Judge,
    base: Option<&Availability>,
    ours: &Availability,
    theirs: &Availability,
) -> Availability {
    by_field!(Availability, judge, base, ours, theirs;
        week: |judge: &mut Judge, base: Option<&[_; 7]>, ours: &[_; 7], theirs: &[_; 7]| {
            std::array::from_fn(|day| judge.pick(base.map(|base| &base[day]), &ours[day], &theirs[day]))
        },
        exceptions: |judge: &mut Judge, base, ours: &Vec<Exception>, theirs: &Vec<_>| {
            judge.list(slice(base), ours, theirs, |it| (it.from, it.to, format!("{:?}", it.kind)))
        },
    )
}

fn races(
    judge: &mut Judge,
    base: Option<&Vec<Race>>,
    ours: &Vec<Race>,
    theirs: &Vec<Race>,
) -> Vec<Race> {
    list::merged(
        slice(base),
        ours,
        theirs,
        |race| race.id,
        |base, ours, theirs| {
            by_field!(Race, judge, base, ours, theirs;
                id, date, name, distance, priority, target, result, expected_celsius,
            )
        },
    )
}

/// Merges how rules are set, rule by rule.
pub(super) fn rules(
    judge: &mut Judge,
    base: Option<&RuleSettings>,
    ours: &RuleSettings,
    theirs: &RuleSettings,
) -> RuleSettings {
    by_field!(RuleSettings, judge, base, ours, theirs;
        strict_48h,
        rules: |judge: &mut Judge, base, ours, theirs| {
            judge.map_with(base, ours, theirs, setting)
        },
    )
}

fn setting(
    judge: &mut Judge,
    base: Option<&RuleSetting>,
    ours: &RuleSetting,
    theirs: &RuleSetting,
) -> RuleSetting {
    by_field!(RuleSetting, judge, base, ours, theirs; off, severity, thresholds: Judge::map)
}
