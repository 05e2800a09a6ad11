//! Region and leg load of a strength session, worked out from its exercises.

use crate::domain::{
    Demand, Exercise, ExerciseId, Kilograms, LegLoad, LoadSpec, LoadType, Muscle, Pattern,
    Prescription, Region, Reps, StrengthPlan,
};
use crate::library::Library;
use crate::notation;

/// Share of leg sets from which a session is one for the lower body.
const LOWER_SHARE: f64 = 0.70;
/// Share of leg sets up to which a session is one for the upper body or the core.
const SPARING_SHARE: f64 = 0.15;
/// Leg sets under which the legs feel nothing.
const FEWEST_LEG_SETS: f64 = 3.0;
/// Percent of the maximum from which a compound leg exercise is heavy.
const HEAVY_PERCENT: f64 = 80.0;
/// Most repetitions of a heavy compound leg exercise.
const HEAVY_REPS: u32 = 6;
/// Most repetitions in reserve of a set that makes the legs heavy. The chart of hard sets counts
/// [those with four](super::series::HARD_SET_RIR) as well: they train, and are gone the next day.
pub const HEAVY_LEGS_RIR: f64 = 3.0;
/// Leg sets from which hard work is heavy by its amount alone.
const MANY_LEG_SETS: f64 = 16.0;
/// Percent of the maximum up to which an exercise is light.
const LIGHT_PERCENT: f64 = 60.0;
/// Fewest repetitions in reserve of an easy set.
const EASY_RIR: f64 = 4.0;
/// Most leg sets of a light session with a compound leg exercise, and without one.
const FEW_WITH_COMPOUND: f64 = 3.0;
const FEW_WITHOUT_COMPOUND: f64 = 6.0;
/// Repetitions in reserve where nobody said any: with a load, and without one.
const USUAL_LOADED_RIR: f64 = 2.0;
const USUAL_BODYWEIGHT_RIR: f64 = 4.0;

/// What the exercises of a strength session amount to.
#[derive(Debug, Clone, PartialEq)]
pub struct StrengthContent {
    /// Where it works; a coach's override wins.
    pub region: Region,
    /// How much it asks of the legs; a coach's override wins.
    pub leg_load: LegLoad,
    /// Working sets that load the legs; secondary muscles count half.
    pub leg_sets: f64,
    /// All working sets.
    pub sets: f64,
    /// Why the leg load is what it is: "17 leg sets, squat at 82 % of 1RM".
    pub reason: String,
}

/// Works out the content of a strength session without knowing what the athlete can lift, so that a load in
/// kilograms says nothing about its percentage.
pub fn content_of(plan: &StrengthPlan, library: &Library) -> StrengthContent {
    content_for(plan, library, &|_| None)
}

/// Works out the content of a strength session; `maxes` gives the athlete's one-repetition maximum of an exercise.
///
/// With exercises, the words declared beside them are only a label. Without any that the library knows, the
/// declared region and load count; undeclared they are full and moderate, and a declared upper or core spares the legs.
pub fn content_for(
    plan: &StrengthPlan,
    library: &Library,
    maxes: &dyn Fn(&ExerciseId) -> Option<Kilograms>,
) -> StrengthContent {
    let work = work_of(plan, library, maxes);
    let mut content = if work.is_empty() {
        declared(plan)
    } else {
        worked_out(&work)
    };
    if let Some(region) = plan.region_override {
        content.region = region;
    }
    if let Some(leg_load) = plan.leg_load_override {
        content.reason = if work.is_empty() {
            format!("{} by the coach’s word", leg_load.word())
        } else {
            let (worked_out, why) = (content.leg_load.word(), &content.reason);
            format!("by the coach’s word; the exercises say {worked_out}: {why}")
        };
        content.leg_load = leg_load;
    }
    content
}

/// Region and leg load of [`content_for`] alone, without the words for why.
pub fn legs_for(
    plan: &StrengthPlan,
    library: &Library,
    maxes: &dyn Fn(&ExerciseId) -> Option<Kilograms>,
) -> (Region, LegLoad) {
    let work = work_of(plan, library, maxes);
    let (region, load) = if work.is_empty() {
        (plan.region.unwrap_or(Region::Full), declared_leg_load(plan))
    } else {
        let (sets, leg_sets) = counts(&work);
        (region(&work, leg_sets, sets), leg_load(&work, leg_sets).0)
    };
    (
        plan.region_override.unwrap_or(region),
        plan.leg_load_override.unwrap_or(load),
    )
}

/// The exercises that the library knows, and what each asks of the legs.
fn work_of<'a>(
    plan: &'a StrengthPlan,
    library: &'a Library,
    maxes: &dyn Fn(&ExerciseId) -> Option<Kilograms>,
) -> Vec<Work<'a>> {
    let known = plan
        .exercises
        .iter()
        .filter_map(|p| Some(Work::new(p, library.exercise(&p.exercise)?, maxes)));
    known.collect()
}

/// The leg load that the words of a plan give, its exercises left aside.
fn declared_leg_load(plan: &StrengthPlan) -> LegLoad {
    let region = plan.region_override.or(plan.region);
    let spares_legs = matches!(region, Some(Region::Upper | Region::Core));
    let usual = if spares_legs {
        LegLoad::None
    } else {
        LegLoad::Moderate
    };
    plan.leg_load_override.or(plan.leg_load).unwrap_or(usual)
}

fn declared(plan: &StrengthPlan) -> StrengthContent {
    let leg_load = declared_leg_load(plan);
    let reason = match (plan.leg_load, plan.region) {
        (Some(load), _) => format!("declared {}", load.word()),
        (None, Some(region)) => format!("declared {}, taken as {}", region.word(), leg_load.word()),
        (None, None) => format!("nothing declared, taken as {}", leg_load.word()),
    };
    let region = plan.region.unwrap_or(Region::Full);
    StrengthContent {
        region,
        leg_load,
        leg_sets: 0.0,
        sets: 0.0,
        reason,
    }
}

/// The leg sets of one exercise: its working sets × 1 when a leg muscle is primary, × 0.5 when one only helps.
/// Core, upper-body and mobility patterns give none; nor does a back extension without a load.
pub fn leg_sets_of(prescription: &Prescription, exercise: &Exercise) -> f64 {
    let spared = exercise.pattern.spares_legs()
        || (is_back_extension(exercise) && !has_stated_load(&prescription.load));
    let leg = |muscles: &[Muscle]| muscles.iter().any(|muscle| muscle.is_leg());
    let share = if spared {
        0.0
    } else if leg(&exercise.primary) {
        1.0
    } else if leg(&exercise.secondary) {
        0.5
    } else {
        0.0
    };
    f64::from(prescription.sets.high) * share
}

/// A hinge that the back leads; in deadlifts and their kin the hips and thighs do.
fn is_back_extension(exercise: &Exercise) -> bool {
    exercise.pattern == Pattern::Hinge && exercise.primary.first() == Some(&Muscle::ErectorSpinae)
}

fn has_stated_load(load: &LoadSpec) -> bool {
    match load {
        LoadSpec::Kg(kg) | LoadSpec::Pair(kg) | LoadSpec::Bodyweight(kg) => kg.kg() > 0.0,
        LoadSpec::Percent(_) | LoadSpec::Band(_) => true,
        LoadSpec::Unset => false,
    }
}

/// One exercise of a session and what it asks of the legs.
struct Work<'a> {
    prescription: &'a Prescription,
    exercise: &'a Exercise,
    leg_sets: f64,
    /// Percent of the one-repetition maximum, where it can be told.
    percent: Option<f64>,
    loaded: bool,
    rir: f64,
}

impl<'a> Work<'a> {
    fn new(
        prescription: &'a Prescription,
        exercise: &'a Exercise,
        maxes: &dyn Fn(&ExerciseId) -> Option<Kilograms>,
    ) -> Self {
        let leg_sets = leg_sets_of(prescription, exercise);
        let loaded = has_stated_load(&prescription.load)
            || (prescription.load.is_unset() && exercise.load == LoadType::Kg);
        // Without leg sets skip the percentage, and with it the search through the logs.
        let percent = if leg_sets > 0.0 {
            percent_of_max(prescription, maxes)
        } else {
            None
        };
        let rir = match (prescription.effort, prescription.reps) {
            (Some(effort), _) => effort.rir(),
            (None, Reps::Max) => 0.0,
            (None, _) if loaded => USUAL_LOADED_RIR,
            (None, _) => USUAL_BODYWEIGHT_RIR,
        };
        Self {
            prescription,
            exercise,
            leg_sets,
            percent,
            loaded,
            rir,
        }
    }

    fn sets(&self) -> f64 {
        f64::from(self.prescription.sets.high)
    }

    fn is_compound_leg(&self) -> bool {
        self.leg_sets > 0.0 && self.exercise.is_compound_leg()
    }

    fn is_heavy_percent(&self) -> bool {
        self.percent.is_some_and(|percent| percent >= HEAVY_PERCENT)
    }

    fn is_low_and_hard(&self) -> bool {
        let few = matches!(self.prescription.reps, Reps::Count(reps) if reps.high <= HEAVY_REPS);
        few && self.rir <= HEAVY_LEGS_RIR && self.loaded
    }

    fn is_light(&self) -> bool {
        self.percent.is_some_and(|percent| percent <= LIGHT_PERCENT)
            || self.rir >= EASY_RIR
            || self.exercise.demand == Demand::Activation
    }

    fn name(&self) -> String {
        self.exercise.name.to_lowercase()
    }
}

fn percent_of_max(
    prescription: &Prescription,
    maxes: &dyn Fn(&ExerciseId) -> Option<Kilograms>,
) -> Option<f64> {
    match &prescription.load {
        LoadSpec::Percent(percent) => Some(*percent),
        // A maximum is the load besides the body, so that the body's share of the work never shows in a percentage
        // of bodyweight exercises.
        LoadSpec::Kg(_) | LoadSpec::Pair(_) => {
            let kg = prescription.load.kilograms()?.kg();
            let max = maxes(&prescription.exercise)?.kg();
            (max > 0.0).then(|| 100.0 * kg / max)
        }
        LoadSpec::Bodyweight(_) | LoadSpec::Band(_) | LoadSpec::Unset => None,
    }
}

/// What decided a leg load.
#[derive(Clone, Copy)]
enum Why<'w> {
    Nothing,
    Percent(&'w Work<'w>),
    Reps(&'w Work<'w>),
    HardSets(f64),
    AllEasy,
    NoCompound,
    Exercise(&'w Work<'w>),
}

impl Why<'_> {
    fn words(self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Percent(lift) => {
                let percent = lift.percent.unwrap_or_default();
                format!("{} at {percent:.0} % of 1RM", lift.name())
            }
            Self::Reps(lift) => {
                let reps = notation::reps(lift.prescription.reps, false);
                format!("{} for {reps} repetitions", lift.name())
            }
            Self::HardSets(sets) => format!("{sets} of them hard"),
            Self::AllEasy => "all of them easy".to_owned(),
            Self::NoCompound => "no compound leg lift".to_owned(),
            Self::Exercise(lift) => format!("{} among them", lift.name()),
        }
    }
}

/// Working sets, and those for the legs.
fn counts(work: &[Work]) -> (f64, f64) {
    let sets = work.iter().map(Work::sets).sum();
    (sets, work.iter().map(|w| w.leg_sets).sum())
}

fn worked_out(work: &[Work]) -> StrengthContent {
    let (sets, leg_sets) = counts(work);
    let (leg_load, why) = leg_load(work, leg_sets);
    let why = why.words();
    let count = if leg_sets == 1.0 {
        "1 leg set".to_owned()
    } else {
        format!("{leg_sets} leg sets")
    };
    let reason = if why.is_empty() {
        count
    } else {
        format!("{count}, {why}")
    };
    StrengthContent {
        region: region(work, leg_sets, sets),
        leg_load,
        leg_sets,
        sets,
        reason,
    }
}

fn region(work: &[Work], leg_sets: f64, sets: f64) -> Region {
    if leg_sets >= LOWER_SHARE * sets {
        return Region::Lower;
    }
    if leg_sets > SPARING_SHARE * sets {
        return Region::Full;
    }
    let of = |region| -> f64 {
        work.iter()
            .filter(|w| w.exercise.region == region)
            .map(Work::sets)
            .sum()
    };
    if of(Region::Upper) > of(Region::Core) {
        Region::Upper
    } else {
        Region::Core
    }
}

/// The leg load and what decided it.
fn leg_load<'w>(work: &'w [Work<'w>], leg_sets: f64) -> (LegLoad, Why<'w>) {
    let (load, why) = load_without_jumps(work, leg_sets);
    let jump = work.iter().find(|w| w.exercise.demand == Demand::Jump);
    match jump {
        Some(jump) if load < LegLoad::Moderate => (LegLoad::Moderate, Why::Exercise(jump)),
        _ => (load, why),
    }
}

/// The first that fits: none, heavy, light, moderate.
fn load_without_jumps<'w>(work: &'w [Work<'w>], leg_sets: f64) -> (LegLoad, Why<'w>) {
    if leg_sets < FEWEST_LEG_SETS {
        return (LegLoad::None, Why::Nothing);
    }
    let compounds = || work.iter().filter(|w| w.is_compound_leg());
    if let Some(lift) = compounds().find(|w| w.is_heavy_percent()) {
        return (LegLoad::Heavy, Why::Percent(lift));
    }
    if let Some(lift) = compounds().find(|w| w.is_low_and_hard()) {
        return (LegLoad::Heavy, Why::Reps(lift));
    }
    let hard_sets: f64 = work
        .iter()
        .filter(|w| w.rir <= HEAVY_LEGS_RIR)
        .map(|w| w.leg_sets)
        .sum();
    if hard_sets >= MANY_LEG_SETS {
        return (LegLoad::Heavy, Why::HardSets(hard_sets));
    }
    if work.iter().filter(|w| w.leg_sets > 0.0).all(Work::is_light) {
        return (LegLoad::Light, Why::AllEasy);
    }
    match compounds().next() {
        None if leg_sets <= FEW_WITHOUT_COMPOUND => (LegLoad::Light, Why::NoCompound),
        Some(_) if leg_sets <= FEW_WITH_COMPOUND => (LegLoad::Light, Why::Nothing),
        Some(lift) => (LegLoad::Moderate, Why::Exercise(lift)),
        None => (LegLoad::Moderate, Why::Nothing),
    }
}

#[cfg(test)]
mod tests;
