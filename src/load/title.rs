//! What a session is called when its coach gave it no name.

use crate::domain::phrase::capitalised;
use crate::domain::{LegLoad, Plan, Region, StrengthPlan, Workout};
use crate::library::Library;

use super::content_of;

/// The title of a planned session: the coach's own, else what it consists of ("Long run", "Lower body strength").
pub fn title_of(plan: &Plan, library: &Library) -> String {
    let own = plan.title.trim();
    if !own.is_empty() {
        return own.to_owned();
    }
    match &plan.workout {
        Workout::Run(run) => run.kind.title().to_owned(),
        Workout::Strength(strength) => strength_title(strength, library).to_owned(),
        Workout::Cross(cross) if cross.sport.is_empty() => "Cross-training".to_owned(),
        Workout::Cross(cross) => capitalised(&cross.sport),
        Workout::Mobility(_) => "Mobility".to_owned(),
        Workout::Rest => "Rest".to_owned(),
        Workout::Note => "Note".to_owned(),
    }
}

fn strength_title(plan: &StrengthPlan, library: &Library) -> &'static str {
    if plan.exercises.is_empty() && plan.region.is_none() && plan.region_override.is_none() {
        return "Strength";
    }
    let content = content_of(plan, library);
    match content.region {
        Region::Lower => "Lower body strength",
        Region::Core => "Core",
        Region::Upper if trains_core(plan, library) => "Upper + core",
        Region::Upper => "Upper body strength",
        Region::Full if content.leg_load == LegLoad::None => "Upper + core",
        Region::Full => "Full body strength",
    }
}

fn trains_core(plan: &StrengthPlan, library: &Library) -> bool {
    plan.exercises.iter().any(|prescription| {
        library
            .exercise(&prescription.exercise)
            .is_some_and(|e| e.region == Region::Core)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{RunKind, RunPlan};

    #[test]
    fn a_coachs_title_wins_over_the_kind() {
        let library = Library::default();
        let mut plan = Plan::new(Workout::Run(RunPlan::of(RunKind::Long)));
        assert_eq!(title_of(&plan, &library), "Long run");
        plan.title = "Hilly loop".to_owned();
        assert_eq!(title_of(&plan, &library), "Hilly loop");
    }

    #[test]
    fn strength_is_called_by_its_region() {
        let library = Library::default();
        let titled = |region| {
            let strength = StrengthPlan {
                region,
                ..StrengthPlan::default()
            };
            title_of(&Plan::new(Workout::Strength(strength)), &library)
        };
        assert_eq!(titled(Some(Region::Lower)), "Lower body strength");
        assert_eq!(titled(Some(Region::Core)), "Core");
        assert_eq!(titled(None), "Strength");
    }
}
