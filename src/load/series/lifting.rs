//! What one session comes to in lifting, exercise by exercise.

use super::best_set::{BestSet, better, estimate};
use super::digest_source::DigestSource;
use super::roster::{ExerciseKey, Known, Roster};
use crate::domain::{
    Demand, ExerciseLog, Kilograms, Prescription, Reps, Session, SetKind, SetLog, Status,
};
use crate::library::Library;
use crate::load::set_max::lifted_body;
use crate::load::slips::is_doable;
use crate::load::tonnage_of;

/// Most repetitions in reserve of a hard set in the counts of sets. What makes legs heavy is judged more strictly, with
/// up to [three in reserve](crate::load::legs::HEAVY_LEGS_RIR).
pub const HARD_SET_RIR: f64 = 4.0;
/// The share of the planned sets that is assumed for a session cut short of which no set was logged.
const PARTIAL_SHARE: f32 = 0.5;
/// More sets of one exercise than a session can hold.
const MOST_SETS: u32 = 100;

/// What one exercise came to in one session.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LiftFigures {
    /// Which exercise.
    pub exercise: ExerciseKey,
    /// Sets done with four repetitions or fewer in reserve, warm-ups left out. A set logged side by side counts half
    /// for each side.
    pub hard_sets: f32,
    /// Such sets as planned.
    pub planned_hard_sets: f32,
    /// The hard sets are those of the plan, since no set was logged.
    pub estimated: bool,
    /// The heaviest working set.
    pub top: Option<TopSet>,
    /// Repetitions × kilograms over all sets but warm-ups; both sides and both dumbbells count.
    pub tonnage: f64,
    /// The best estimate of a one-repetition maximum.
    pub max: Option<(Kilograms, BestSet)>,
}

/// The heaviest set of an exercise; of equally heavy ones that with the most repetitions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TopSet {
    /// Mass moved besides the body; negative with assistance.
    pub kg: Kilograms,
    /// Repetitions completed.
    pub reps: u32,
}

/// What the plan of a session asks of one exercise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlannedLift {
    /// Which exercise.
    pub exercise: ExerciseKey,
    /// The heaviest set.
    pub top: Option<TopSet>,
    /// Repetitions × kilograms over all sets; both sides and both dumbbells count.
    pub tonnage: f64,
    /// The one-repetition maximum that the sets suppose, their repetitions in reserve counted in.
    pub max: Option<(Kilograms, BestSet)>,
}

/// The lifts of a session, planned and done, one entry an exercise in the order first met.
pub(super) fn lifts_of(
    session: &Session,
    source: &DigestSource,
    roster: &mut Roster,
) -> Box<[LiftFigures]> {
    let mut lifts = Lifts(Vec::new());
    let planned = session.plan.workout.exercises();
    for prescription in planned {
        let id = &prescription.exercise;
        let key = roster.key(id, &prescription.name, source.library);
        let hard = planned_hard_sets(prescription, roster.known(key));
        lifts.change(key, |lift| lift.planned_hard_sets += hard);
    }
    if !session.status.is_trained() {
        return lifts.0.into_boxed_slice();
    }
    let logs = session.log.as_ref().map_or(&[][..], |log| &log.exercises);
    for logged in logs {
        lifts.add(logged, session, source, roster);
    }
    if logs.is_empty() {
        lifts.take_the_plans_word(&session.status);
    }
    lifts.0.into_boxed_slice()
}

/// What a session that nobody has spoken of yet asks for, as if it were done to the letter: the upper end of the
/// sets, the lower end of the repetitions. Loads in percent of a maximum say nothing about a maximum and are left out.
pub(super) fn planned_lifts_of(
    session: &Session,
    source: &DigestSource,
    roster: &mut Roster,
) -> Box<[PlannedLift]> {
    if session.status != Status::Planned {
        return Box::default();
    }
    let mut lifts = Lifts(Vec::new());
    for prescription in session.plan.workout.exercises() {
        lifts.add(&to_the_letter(prescription), session, source, roster);
    }
    let asked = lifts.0.iter().filter(|lift| lift.top.is_some());
    asked
        .map(|lift| PlannedLift {
            exercise: lift.exercise,
            top: lift.top,
            tonnage: lift.tonnage,
            max: lift.max,
        })
        .collect()
}

/// The sets of a prescription as a log would hold them.
fn to_the_letter(prescription: &Prescription) -> ExerciseLog {
    let (reps, seconds) = match prescription.reps {
        Reps::Count(count) => (Some(count.low), None),
        Reps::Hold(count) => (None, Some(count.low)),
        Reps::Max => (None, None),
    };
    let set = SetLog {
        reps,
        seconds,
        kg: prescription.load.kilograms().filter(|kg| kg.kg() != 0.0),
        rir: prescription.effort.map(crate::domain::Effort::rir),
        ..SetLog::default()
    };
    let count = prescription.sets.high.min(MOST_SETS);
    ExerciseLog {
        exercise: prescription.exercise.clone(),
        name: prescription.name.clone(),
        sets: vec![set; count as usize],
    }
}

/// The lifts of a session while they are gathered.
struct Lifts(Vec<LiftFigures>);

impl Lifts {
    /// Changes what the exercise came to, from nothing where it was not met before.
    fn change(&mut self, key: ExerciseKey, change: impl FnOnce(&mut LiftFigures)) {
        if let Some(lift) = self.0.iter_mut().find(|lift| lift.exercise == key) {
            return change(lift);
        }
        let mut lift = LiftFigures::none(key);
        change(&mut lift);
        self.0.push(lift);
    }

    /// Adds the sets of an exercise that stand in a log.
    fn add(
        &mut self,
        logged: &ExerciseLog,
        session: &Session,
        source: &DigestSource,
        roster: &mut Roster,
    ) {
        let DigestSource { profile, library } = *source;
        let key = roster.key(&logged.exercise, &logged.name, library);
        let body = lifted_body(&logged.exercise, library, profile, session.date);
        let known = roster.known(key);
        self.change(key, |lift| {
            lift.add(logged, known);
            lift.tonnage += tonnage(logged, library);
            let maxima = body.into_iter().flat_map(|body| {
                let possible = logged.sets.iter().filter(|set| is_doable(set));
                possible.filter_map(move |set| estimate(set, body, profile.one_rm_formula))
            });
            lift.max = maxima.chain(lift.max).max_by(better);
        });
    }

    /// A session that was ticked off without its sets was done as planned; one cut short, by half.
    fn take_the_plans_word(&mut self, status: &Status) {
        let share = if *status == Status::Partial {
            PARTIAL_SHARE
        } else {
            1.0
        };
        for lift in &mut self.0 {
            lift.hard_sets = lift.planned_hard_sets * share;
            lift.estimated = true;
        }
    }
}

impl LiftFigures {
    fn none(exercise: ExerciseKey) -> Self {
        Self {
            exercise,
            hard_sets: 0.0,
            planned_hard_sets: 0.0,
            estimated: false,
            top: None,
            tonnage: 0.0,
            max: None,
        }
    }

    fn add(&mut self, logged: &ExerciseLog, known: Option<&Known>) {
        let working = logged
            .sets
            .iter()
            .filter(|set| set.kind != SetKind::WarmUp && is_done(set) && is_doable(set));
        for set in working {
            if is_hard(set.rir, known) {
                self.hard_sets += if set.side.is_some() { 0.5 } else { 1.0 };
            }
            let (Some(kg), Some(reps @ 1..)) = (set.kg, set.completed_reps()) else {
                continue;
            };
            let heavier = |top: TopSet| (kg.kg(), reps) > (top.kg.kg(), top.reps);
            if set.kind == SetKind::Working && self.top.is_none_or(heavier) {
                self.top = Some(TopSet { kg, reps });
            }
        }
    }
}

/// Tonnage of the sets that are no slips of the pen.
fn tonnage(logged: &ExerciseLog, library: &Library) -> f64 {
    if logged.sets.iter().all(is_doable) {
        return tonnage_of(logged, library).kg();
    }
    let mut possible = logged.clone();
    possible.sets.retain(is_doable);
    tonnage_of(&possible, library).kg()
}

fn planned_hard_sets(prescription: &Prescription, known: Option<&Known>) -> f32 {
    let rir = prescription.effort.map(crate::domain::Effort::rir);
    if is_hard(rir, known) {
        prescription.sets.high.min(MOST_SETS) as f32
    } else {
        0.0
    }
}

/// A set of which nobody said how hard it was is taken as hard, unless the exercise is one to wake up or to loosen.
fn is_hard(rir: Option<f64>, known: Option<&Known>) -> bool {
    match (rir, known.map(|known| known.demand)) {
        (Some(rir), _) => rir <= HARD_SET_RIR,
        (None, Some(Demand::Activation | Demand::Mobility)) => false,
        (None, _) => true,
    }
}

fn is_done(set: &SetLog) -> bool {
    let reps = set.reps.is_some_and(|reps| reps > 0);
    reps || set.seconds.is_some_and(|seconds| seconds > 0)
}
