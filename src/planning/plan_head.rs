//! What the head of a plan says besides its sessions: for whom it is, which races it leads to, and how they train.

use crate::domain::{Athlete, Race, RaceId};
use crate::edit::Edit;
use crate::text::PlanText;

/// What the head of a plan says that is not so of the athlete it is for.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanHead {
    /// The name of somebody else, if it is for them.
    pub other_athlete: Option<String>,
    /// Races on days on which the athlete has none yet. They are taken over with the sessions.
    pub races: Vec<Race>,
    /// What it says of the athlete otherwise and is not taken over, since it would change other weeks too.
    pub left_out: Vec<&'static str>,
}

impl PlanHead {
    /// What the head of this plan says that is not so of this athlete.
    pub fn of(plan: &PlanText, athlete: &Athlete) -> Self {
        let profile = &athlete.profile;
        let name = profile.name.trim().to_lowercase();
        let named = plan.athlete.as_deref().map(str::trim);
        let is_new = |race: &&Race| !profile.races.iter().any(|own| own.date == race.date);
        let differs = [
            ("level", plan.level.is_some_and(|it| it != profile.level)),
            (
                "policy",
                plan.policy.is_some() && plan.policy != profile.policy,
            ),
            (
                "priority",
                plan.priority.is_some_and(|it| it != profile.priority),
            ),
            (
                "availability",
                plan.availability
                    .as_ref()
                    .is_some_and(|it| it.week != profile.availability.week),
            ),
        ];
        Self {
            other_athlete: named
                .filter(|named| named.to_lowercase() != name)
                .map(str::to_owned),
            races: plan.races.iter().filter(is_new).cloned().collect(),
            left_out: differs
                .into_iter()
                .filter_map(|(what, differs)| differs.then_some(what))
                .collect(),
        }
    }

    /// The edit that gives the athlete the races; `None` where there is none.
    pub fn take_races(
        &self,
        athlete: &Athlete,
        new_id: &mut dyn FnMut() -> RaceId,
    ) -> Option<Edit> {
        if self.races.is_empty() {
            return None;
        }
        let mut profile = athlete.profile.clone();
        profile.races.extend(self.races.iter().map(|race| Race {
            id: new_id(),
            ..race.clone()
        }));
        Some(Edit::Profile(Box::new(profile)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AthleteId, Profile, Stamp};
    use crate::library::Library;
    use crate::text;

    #[test]
    fn races_are_taken_once_and_what_else_differs_is_named() {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let written =
            "athlete: Ben\nlevel: advanced\nrace: 2027-01-10 half marathon\nMon easy 40min";
        let plan = text::read(written, &Library::default());
        let head = PlanHead::of(&plan, &athlete);
        assert_eq!(head.other_athlete.as_deref(), Some("Ben"));
        assert_eq!(head.left_out, ["level"]);
        let id = RaceId(uuid::Uuid::from_u128(7));
        let races = head.take_races(&athlete, &mut || id);
        crate::edit::apply(&mut athlete, races.as_slice(), Stamp::default());
        assert_eq!(athlete.profile.races.len(), 1);
        assert_eq!(athlete.profile.races[0].id, id);
        let again = PlanHead::of(&plan, &athlete);
        assert_eq!(again.races, [], "it is in the profile now");
        assert_eq!(again.take_races(&athlete, &mut || id), None);
    }
}
