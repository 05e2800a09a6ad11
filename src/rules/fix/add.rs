//! Fixes that add a session: a template that suits the athlete, on days that have room for it.

use chrono::{Datelike, NaiveDate};

use crate::domain::{
    Athlete, DayPart, Plan, Session, SessionId, SessionTemplate, Slot, Stamp, Start, TemplateGroup,
    Workout,
};
use crate::edit::{Edit, apply};
use crate::load::duration_of;
use crate::rules::equipment::is_equipped;
use crate::rules::experience::first_weeks;
use crate::rules::finding::Severity;
use crate::rules::novice_ramp::{self, Ramp};
use crate::rules::resolution::Fix;
use crate::rules::short_sessions_at_volume;
use crate::rules::verdict::verdicts;
use crate::rules::wording::list;

use super::repair::{Repair, strength_of};

/// Most sessions that one fix adds.
const MOST_SESSIONS: u64 = 3;
/// Templates that are tried: of those that train the legs, and of those that spare them.
const MOST_TEMPLATES: usize = 3;
const MOST_SPARING: usize = 2;
/// Slots that the first session is tried in.
const MOST_SLOTS: usize = 3;

impl Repair<'_> {
    /// Sessions of one template on the best days of the finding's week, as many as the finding asks for.
    pub(super) fn sessions_added(&self) -> Option<Fix> {
        let lifts = self.week().filter(|entry| !entry.is_run()).count() as u64;
        if lifts >= MOST_SESSIONS {
            return None;
        }
        // Try all templates and take the one that leaves the fewest findings.
        let mut best: Option<Fix> = None;
        for template in self.templates() {
            let slots = self.best_slots(self.athlete, template, &[]);
            let mut firsts = slots.into_iter().take(MOST_SLOTS);
            let Some(fix) = firsts.find_map(|first| self.added_from(template, first)) else {
                continue;
            };
            if fix.worse.is_empty() {
                return Some(fix);
            }
            if best.as_ref().is_none_or(|best| fix.after < best.after) {
                best = Some(fix);
            }
        }
        best
    }

    /// The fix that begins with a slot and takes the best of the others until the finding is gone.
    fn added_from(&self, template: &SessionTemplate, first: Slot) -> Option<Fix> {
        let mut athlete = Athlete::new(self.athlete.id, self.athlete.profile.clone());
        athlete.sessions = self.athlete.sessions.clone();
        let mut edits: Vec<Edit> = Vec::new();
        let mut slots: Vec<Slot> = Vec::new();
        let mut next = Some(first);
        while let Some(slot) = next {
            let edit = Edit::put(self.new_session(template, slot));
            apply(&mut athlete, std::slice::from_ref(&edit), Stamp::default());
            edits.push(edit);
            slots.push(slot);
            if let Some(fix) = self.proven(label(template, &slots), edits.clone()) {
                return Some(fix);
            }
            if slots.len() as u64 >= MOST_SESSIONS {
                return None;
            }
            let taken: Vec<NaiveDate> = slots.iter().map(|slot| slot.date).collect();
            next = self
                .best_slots(&athlete, template, &taken)
                .into_iter()
                .next();
        }
        None
    }

    /// The strength templates to try: a few that train the legs, and a few that spare them for weeks without room.
    fn templates(&self) -> Vec<&SessionTemplate> {
        let mut all = self.suited(&[TemplateGroup::Own, TemplateGroup::Strength]);
        all.truncate(MOST_TEMPLATES);
        let sparing = self.suited(&[TemplateGroup::UpperAndCore]);
        all.extend(sparing.into_iter().take(MOST_SPARING));
        all
    }

    /// The strength templates of some groups that suit the athlete, the coach's own first, then those that are short
    /// enough beside much running and those made for the level.
    fn suited(&self, groups: &[TemplateGroup]) -> Vec<&SessionTemplate> {
        let profile = self.context.profile;
        let short = short_sessions_at_volume::RULE.figure(profile, "minutes");
        let is_suited = |template: &&SessionTemplate| {
            template.plan.strength().is_some()
                && groups.contains(&template.group)
                && template.level.is_none_or(|level| level <= profile.level)
                && self.days_to_come().any(|date| self.has_all(template, date))
        };
        let all = self.context.library.sessions().iter();
        let mut suited: Vec<&SessionTemplate> = all.filter(is_suited).collect();
        suited.sort_by_key(|template| {
            let minutes = duration_of(&template.plan, profile).value.0;
            (
                template.group != TemplateGroup::Own,
                f64::from(minutes) > short,
                template.level != Some(profile.level),
            )
        });
        suited
    }

    /// Where a template may stand in the finding's week, best first: clear before bearable, days of their own before
    /// shared ones, far from the other strength before near it.
    fn best_slots(
        &self,
        athlete: &Athlete,
        template: &SessionTemplate,
        taken: &[NaiveDate],
    ) -> Vec<Slot> {
        let days = self.days_to_come().filter(|date| {
            !taken.contains(date) && self.has_all(template, *date) && !rests(athlete, *date)
        });
        let slots: Vec<Slot> = days
            .map(|date| Slot {
                date,
                start: start_on(athlete, date),
            })
            .collect();
        let lifting: Vec<NaiveDate> = athlete
            .sessions
            .all()
            .iter()
            .filter(|session| session.plan.strength().is_some())
            .map(|session| session.date)
            .collect();
        let apart = |date: NaiveDate| {
            let days = lifting.iter().map(|other| (*other - date).num_days().abs());
            days.min().unwrap_or(i64::MAX)
        };
        let mut verdicts = verdicts(athlete, self.context, &template.plan, None, &slots);
        verdicts.retain(|verdict| verdict.worst <= Some(Severity::Tip));
        verdicts.sort_by_key(|verdict| {
            let date = verdict.slot.date;
            let is_shared = !verdict.slot.start.is_unset();
            (
                verdict.worst,
                is_shared,
                std::cmp::Reverse(apart(date).min(3)),
                date,
            )
        });
        verdicts.into_iter().map(|verdict| verdict.slot).collect()
    }

    /// The finding's days from today on that the athlete can train on.
    fn days_to_come(&self) -> impl Iterator<Item = NaiveDate> {
        let days = self.finding.days.iter().copied();
        days.filter(|date| !self.is_past(*date) && self.can_train(*date))
    }

    /// True when a day has the equipment for all of a template.
    fn has_all(&self, template: &SessionTemplate, date: NaiveDate) -> bool {
        let (library, profile) = (self.context.library, self.context.profile);
        let day = profile.availability.on(date);
        let mut exercises = template.plan.workout.exercises().iter();
        exercises.all(|dose| {
            let known = library.exercise(&dose.exercise);
            known.is_some_and(|exercise| is_equipped(exercise, profile, day))
        })
    }

    fn new_session(&self, template: &SessionTemplate, slot: Slot) -> Session {
        let mut plan: Plan = template.plan.clone();
        plan.start = slot.start;
        let id = self.new_id(&template.id.to_string(), slot.date);
        let mut session = Session::planned(id, slot.date, plan, Stamp::default());
        let profile = self.context.profile;
        if let Some(week) = first_weeks(profile, slot.date)
            && let Some(strength) = strength_of(&mut session)
        {
            let ramp = Ramp::of(week, |name| novice_ramp::RULE.figure(profile, name));
            *strength = ramp.eased(strength, self.context.library, profile);
        }
        session
    }

    /// An identity that follows from the athlete, the finding, what it is of and the day, so that the same fix is the
    /// same wherever it is worked out; and that neither a session has nor one that was deleted.
    pub(super) fn new_id(&self, what: &str, date: NaiveDate) -> SessionId {
        let known = |id: SessionId| {
            let mut gone = self.athlete.tombstones.iter();
            self.athlete.sessions.get(id).is_some() || gone.any(|gone| gone.session == id)
        };
        let name = format!("{}/{}/{what}/{date}", self.athlete.id, self.finding.rule);
        let mut ids = (0_u32..).map(|turn| id_named(&format!("{name}/{turn}")));
        ids.find(|id| !known(*id))
            .unwrap_or_else(|| id_named(&name))
    }
}

/// True for a day on which the coach wrote down a rest.
fn rests(athlete: &Athlete, date: NaiveDate) -> bool {
    let mut sessions = athlete.sessions.on(date).iter();
    sessions.any(|session| session.plan.workout == Workout::Rest)
}

/// A day of its own needs no time; beside others the evening is free, unless something stands there.
fn start_on(athlete: &Athlete, date: NaiveDate) -> Start {
    let others = athlete.sessions.on(date);
    let is_evening = |session: &Session| session.plan.start.part() == Some(DayPart::Evening);
    if others.is_empty() {
        Start::Unset
    } else if others.iter().any(|session| is_evening(session)) {
        Start::Part(DayPart::Morning)
    } else {
        Start::Part(DayPart::Evening)
    }
}

/// "Add “Minimum routine” on Tue and Fri".
fn label(template: &SessionTemplate, slots: &[Slot]) -> String {
    let mut dates: Vec<NaiveDate> = slots.iter().map(|slot| slot.date).collect();
    dates.sort_unstable();
    let days: Vec<String> = dates
        .iter()
        .map(|date| date.weekday().to_string())
        .collect();
    format!("Add “{}” on {}", template.name, list(&days))
}

/// The identity with a name: FNV-1a of 128 bits, marked as a custom UUID (version 8).
fn id_named(name: &str) -> SessionId {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    const VERSION: u128 = 0xf000 << 64;
    const VARIANT: u128 = 0b11 << 62;
    let hash = name.bytes().fold(OFFSET, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(PRIME)
    });
    let marked = hash & !VERSION & !VARIANT;
    SessionId::from_bits(marked | (0x8000 << 64) | (0b10 << 62))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_identities_of_their_own_of_the_custom_version() {
        let (one, two) = (id_named("a/0"), id_named("a/1"));
        assert_ne!(one, two);
        assert_eq!(id_named("a/0"), one);
        assert_eq!(one.0.get_version_num(), 8);
        assert_eq!(one.0.get_variant(), uuid::Variant::RFC4122);
    }
}
