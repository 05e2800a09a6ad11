//! **Loads rise in small steps.**
//!
//! A planned load of over 10 % above the last one completed, at equal repetitions and effort, is a caution; of over
//! 5 % a tip; never the athlete's smallest step. Where the effort of one is not known both count as equally hard, and
//! a range of repetitions counts by its lower end, so that the way through it is no jump.
//!
//! Evidence: 003 adds 2–5 % a week once all sets go well, and that is where the tip begins; the ACSM's stand of 2009
//! gives 2–10 % a step, the larger ones for big lifts. Compared by the estimated maximum (Epley).

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{
    Effort, ExerciseId, ExerciseLog, Kilograms, LoadSpec, Prescription, Profile, Reps, Session,
    SetKind, SetLog,
};
use crate::load::loadable::{Implement, Shape, shape_of};
use crate::load::{epley, percent_among};

use super::checker::{Report, is_over, worst};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::lifts::{Lift, lifts};
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, load, percent, sentence};

pub(super) const RULE: Rule = Rule {
    id: "load-step",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "A big step in load",
    summary: "Raise a load by 5 % at most, by up to 10 % in big lifts, or by the smallest step there is.",
    severities: &[Severity::Caution, Severity::Tip],
    evidence: Evidence {
        condition: "A planned load that lies over {tip-percent} above the last one completed, at equal \
                    repetitions and effort, is a tip, over {caution-percent} a caution. Never the athlete’s \
                    smallest step.",
        grounds: "The tip begins at StrengthLog’s 5 %: it adds 2 to 5 % a week once all sets go well. The stand \
                  of 2009 of the American College of Sports Medicine raises a load by 2 to 10 % once more \
                  repetitions than planned are possible, and big lifts may take the larger step. Loads \
                  are compared by the estimated maximum (Epley), which is itself off by some percent.",
        says: &[
            Source::STRENGTH_LOG
                .says("Add 2 to 5 % a week when all sets were completed with good form."),
            Source::ACSM_2009.says(
                "Raise the load by 2 to 10 % a step; the larger steps are for the big lifts.",
            ),
        ],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "tip-percent": 5.0 "%" in 0.0..=50.0, "Rise of a load: a tip", below "caution-percent";
        "caution-percent": 10.0 "%" in 0.0..=100.0, "Rise of a load: a caution";
    },
    remedies: &[Remedy::LowerLoad],
    check,
};

/// What was lifted last, exercise by exercise.
pub(super) struct Done<'a> {
    sessions: &'a [Arc<Session>],
    by_exercise: HashMap<&'a ExerciseId, Vec<(NaiveDate, &'a ExerciseLog)>>,
}

impl<'a> Done<'a> {
    /// Of sessions by date.
    pub(super) fn of(sessions: &'a [Arc<Session>]) -> Self {
        let mut by_exercise: HashMap<_, Vec<_>> = HashMap::new();
        for session in sessions
            .iter()
            .filter(|session| session.status.is_trained())
        {
            for done in session.log.iter().flat_map(|log| &log.exercises) {
                let logs = by_exercise.entry(&done.exercise).or_default();
                logs.push((session.date, &**done));
            }
        }
        Self {
            sessions,
            by_exercise,
        }
    }

    /// The load of a lift: a percentage as what it comes to on that day. `None` where no maximum is known.
    fn resolved(&self, lift: &Lift, profile: &Profile, date: NaiveDate) -> Option<LoadSpec> {
        let LoadSpec::Percent(percent) = lift.dose.load else {
            return Some(lift.dose.load.clone());
        };
        let exercise = (&lift.exercise.id, Some(lift.exercise));
        percent_among(profile, self.sessions, exercise, percent, date)
    }

    /// The last sets of an exercise before a day among which one was completed with a load.
    fn last(&self, exercise: &ExerciseId, date: NaiveDate) -> Option<&'a ExerciseLog> {
        let logs = self.by_exercise.get(exercise)?;
        let before = logs.iter().rev().filter(|(day, _)| *day < date);
        before
            .map(|(_, done)| *done)
            .find(|done| done.sets.iter().any(is_completed))
    }
}

fn is_completed(set: &SetLog) -> bool {
    set.kind == SetKind::Working
        && !set.failed
        && set.kg.is_some_and(|kg| kg.kg() > 0.0)
        && set.reps.is_some_and(|reps| reps > 0)
}

/// A planned load beside the one that would equal what was done.
#[derive(Clone, Copy)]
pub(super) struct LoadIncrease<'p> {
    planned: f64,
    /// Kilograms that equal the last sets at the planned repetitions and effort.
    equal: f64,
    /// What the athlete can put together.
    implement: Implement<'p>,
}

impl<'p> LoadIncrease<'p> {
    /// The step of a lift; `None` when its load comes to no mass, or when it was not done before or cannot be compared.
    pub(super) fn of(
        lift: &Lift,
        done: &Done,
        profile: &'p Profile,
        date: NaiveDate,
    ) -> Option<Self> {
        let last = done.last(&lift.dose.exercise, date)?;
        let load = done.resolved(lift, profile, date)?;
        let shape = shape_of(&load).filter(|shape| *shape != Shape::Body)?;
        let implement = Implement::of(Some(shape), Some(lift.exercise), profile);
        let sets = last.sets.iter().filter(|set| is_completed(set));
        let equal = sets.filter_map(|set| equal_load(set, lift.dose));
        Some(Self {
            planned: load.kilograms()?.kg(),
            equal: equal.reduce(f64::max)?,
            implement,
        })
    }

    /// So many kilograms, of all that is held, as a plan says them.
    fn spec(self, kg: f64) -> LoadSpec {
        let single = self.implement.single(Kilograms::new(kg));
        self.implement.spec(single)
    }

    fn rise(self) -> f64 {
        self.planned / self.equal - 1.0
    }

    fn severity(self, tip: f64, caution: f64) -> Option<Severity> {
        // Allow for rounding of loads that were converted from pounds.
        let is_smallest = self.planned - self.equal <= self.smallest() + 1e-6;
        if is_smallest {
            None
        } else if is_over(self.rise(), caution) {
            Some(Severity::Caution)
        } else {
            is_over(self.rise(), tip).then_some(Severity::Tip)
        }
    }

    /// The highest load of whole steps that is neither too much nor less than what was done.
    fn allowed(self, percent: f64) -> f64 {
        let most = (self.equal * (1.0 + percent / 100.0)).max(self.equal + self.smallest());
        let hands = self.implement.hands();
        self.implement.floor(most / hands) * hands
    }

    /// The smallest step up that the athlete has: a pair of plates, a dumbbell, or two of them.
    fn smallest(self) -> f64 {
        let hands = self.implement.hands();
        self.implement.step_from(self.equal / hands) * hands
    }
}

/// The load that equals a set at the repetitions and effort of a plan.
fn equal_load(set: &SetLog, dose: &Prescription) -> Option<f64> {
    let (done_rir, planned_rir) = match (set.rir, dose.effort.map(Effort::rir)) {
        (Some(done), Some(planned)) => (done.max(0.0), planned),
        (done, planned) => {
            let known = done.or(planned).unwrap_or_default().max(0.0);
            (known, known)
        }
    };
    let planned_reps = f64::from(fewest_reps(dose.reps)?);
    let done_reps = f64::from(set.reps?);
    let kg = set.kg?;
    let max = |reps| epley(Kilograms::new(1.0), reps);
    match (max(done_reps + done_rir), max(planned_reps + planned_rir)) {
        (Some(done), Some(planned)) => Some(kg.kg() * done.kg() / planned.kg()),
        // Outside the range of the formula: the same load for no fewer repetitions is not a step.
        _ if planned_reps >= done_reps => Some(kg.kg()),
        _ => None,
    }
}

fn fewest_reps(reps: Reps) -> Option<u32> {
    match reps {
        Reps::Count(count) => Some(count.low),
        Reps::Hold(_) | Reps::Max => None,
    }
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let is_loaded = |dose: &Prescription| {
        matches!(
            dose.load,
            LoadSpec::Kg(_) | LoadSpec::Pair(_) | LoadSpec::Percent(_)
        )
    };
    let loaded = timeline.inside().iter().filter_map(|entry| {
        let plan = entry.strength_to_come()?;
        plan.exercises
            .iter()
            .any(is_loaded)
            .then_some((entry, plan))
    });
    let mut done = None;
    let (tip, caution) = (
        report.threshold("tip-percent"),
        report.threshold("caution-percent"),
    );
    for (entry, plan) in loaded {
        let done = done.get_or_insert_with(|| Done::of(&timeline.lookback().sessions));
        let profile = report.profile;
        let judged = lifts(plan, report.library).filter_map(|lift| {
            let increase = LoadIncrease::of(&lift, done, profile, entry.date)?;
            Some((increase.severity(tip, caution)?, (lift, increase)))
        });
        let Some((severity, (lift, increase))) = worst(judged) else {
            continue;
        };
        report.add(severity, &[entry], || {
            message(entry, &lift, increase, profile)
        });
    }
}

fn message(
    entry: &TimelineEntry,
    lift: &Lift,
    increase: LoadIncrease,
    profile: &Profile,
) -> String {
    sentence(&format!(
        "{} puts the {} at {}, {} above what was done last; a smaller step is easier to keep.",
        dated(entry),
        lift.name(),
        words_of(lift, increase, profile),
        percent(increase.rise())
    ))
}

/// The load as it is planned, and what a percentage of the maximum comes to: "75 % = 170 lb".
fn words_of(lift: &Lift, increase: LoadIncrease, profile: &Profile) -> String {
    let said = load(&lift.dose.load, profile.units);
    match lift.dose.load {
        LoadSpec::Percent(_) => {
            let loaded = increase.spec(increase.planned);
            format!("{said} = {}", load(&loaded, profile.units))
        }
        _ => said,
    }
}

/// The load that a lift may have, where its step is too big.
pub(super) fn lowered(
    lift: &Lift,
    done: &Done,
    profile: &Profile,
    date: NaiveDate,
    percents: (f64, f64),
) -> Option<LoadSpec> {
    let increase = LoadIncrease::of(lift, done, profile, date)?;
    increase.severity(percents.0, percents.1)?;
    Some(increase.spec(increase.allowed(percents.0)))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    /// A lift that was done on Monday, and what is planned on Friday.
    fn week(done: &str, planned: &str) -> TestWeek {
        TestWeek::of("Mon strength; Fri strength")
            .lifts("Mon", done)
            .lifts("Fri", planned)
            .done("Mon")
    }

    fn found(done: &str, planned: &str) -> Vec<String> {
        week(done, planned).found_by("load-step")
    }

    #[test]
    fn big_steps_are_told_by_their_size() {
        let squat = |kg: &str| found("squat 3x8 @100kg", &format!("squat 3x8 @{kg}kg"));
        assert!(squat("105").is_empty());
        assert_eq!(squat("105.5"), ["hint Fri"]);
        assert_eq!(squat("110"), ["hint Fri"]);
        assert_eq!(squat("110.5"), ["warning Fri"]);
        assert!(squat("90").is_empty());
        assert!(found("deadlift 3x8 @100kg", "squat 3x8 @150kg").is_empty());
    }

    #[test]
    fn the_smallest_step_is_always_fine() {
        assert!(found("squat 3x8 @20kg", "squat 3x8 @22.5kg").is_empty());
        assert_eq!(found("squat 3x8 @20kg", "squat 3x8 @25kg"), ["warning Fri"]);
        assert!(found("goblet-squat 3x8 @8kg", "goblet-squat 3x8 @10kg").is_empty());
        assert!(found("lunge 3x8 @2x8kg", "lunge 3x8 @2x10kg").is_empty());
        assert_eq!(
            found("lunge 3x8 @2x8kg", "lunge 3x8 @2x12kg"),
            ["warning Fri"]
        );
    }

    #[test]
    fn a_pair_of_five_pound_plates_is_the_smallest_step_in_pounds() {
        let in_pounds = |planned: &str| {
            let mut week = week("squat 3x8 @65lb", planned);
            week.athlete.profile.units.mass = crate::domain::MassUnit::Pounds;
            week.found_by("load-step")
        };
        assert!(in_pounds("squat 3x8 @70lb").is_empty());
        assert_eq!(in_pounds("squat 3x8 @75lb"), ["warning Fri"]);
    }

    #[test]
    fn repetitions_and_effort_are_made_equal() {
        // 100 kg × 10 equal 114 kg × 5.
        assert!(found("squat 3x10 @100kg", "squat 3x5 @115kg").is_empty());
        assert_eq!(
            found("squat 3x5 @100kg", "squat 3x10 @100kg"),
            ["warning Fri"]
        );
        assert!(found("squat 3x8 @100kg", "squat 3x8-10 @100kg").is_empty());
        assert_eq!(
            found("squat 3x8 @100kg rir1", "squat 3x8 @100kg rir4"),
            ["hint Fri"]
        );
        assert!(found("squat 3x8 @100kg", "squat 3x8 @100kg rir4").is_empty());
        assert!(
            found("squat 3x20 @40kg", "squat 3x15 @60kg").is_empty(),
            "no formula holds"
        );
        assert_eq!(
            found("squat 3x15 @40kg", "squat 3x20 @60kg"),
            ["warning Fri"]
        );
    }

    #[test]
    fn only_what_was_lifted_counts() {
        assert!(found("squat 3x8 @bw", "squat 3x8 @40kg").is_empty());
        assert!(found("squat 3x8 @40kg", "squat 3x8 @80%").is_empty());
        let never = TestWeek::of("Mon strength; Fri strength")
            .lifts("Mon", "squat 3x8 @40kg")
            .lifts("Fri", "squat 3x8 @60kg");
        assert!(never.found_by("load-step").is_empty());
    }

    #[test]
    fn a_percentage_counts_by_what_it_comes_to() {
        let squat = |planned: &str| found("squat 3x8 @100kg rir2", planned);
        // 100 kg for eight with two in reserve are a maximum of 133 kg: 75 % are those 100 kg, 85 % are 112.5 kg.
        assert!(squat("squat 3x8 @75% rir2").is_empty());
        assert_eq!(squat("squat 3x8 @85% rir2"), ["warning Fri"]);
        let mut week = week("squat 3x5 @135lb", "squat 3x5 @100%");
        week.athlete.profile.units.mass = crate::domain::MassUnit::Pounds;
        assert_eq!(
            week.messages("load-step"),
            [
                "Friday’s heavy lower body puts the squat at 100 % = 160 lb, 19 % above what was done last; a \
                smaller step is easier to keep."
            ]
        );
    }

    #[test]
    fn the_sentence_gives_load_and_rise() {
        assert_eq!(
            week("squat 3x8 @100kg", "squat 3x8 @113kg").messages("load-step"),
            [
                "Friday’s heavy lower body puts the squat at 113 kg, 13 % above what was done last; \
                a smaller step is easier to keep."
            ]
        );
    }

    #[test]
    fn the_thresholds_can_be_moved() {
        let week = week("squat 3x8 @100kg", "squat 3x8 @112.5kg");
        let week = week.threshold("load-step", "caution-percent", 15.0);
        assert_eq!(week.found_by("load-step"), ["hint Fri"]);
    }
}
