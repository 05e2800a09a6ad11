//! Quality runs: how much of the templates of a phase suits a week.

use crate::domain::{
    Extent, Minutes, Phase, Plan, Policy, Profile, Rpe, RunKind, Seconds, Step, StepKind,
    TemplateId, Workout,
};
use crate::library::Library;
use crate::load::{Emphasis, distance_of, duration_of, emphasis_of};

use super::paces::Paces;
use super::phase::WeekStage;
use super::quality_choice::{QualityWeek, SMALL, smaller, templates};
use super::quality_dose::{minutes_of, share_of};

/// The exertion from which a run is too hard for a lighter week.
const HARD: f64 = 8.0;
/// A template grows by no more than this.
const LARGEST: f64 = 1.3;
/// Minutes of the shortest block without a break.
const SHORTEST_BLOCK: f64 = 8.0;
/// Seconds or metres up to which a repeat is a short one, and how many of them a run has at least.
const SHORT_SECONDS: u32 = 60;
const SHORT_METERS: f64 = 400.0;
const FEWEST_SHORT: u32 = 4;
/// Minutes from which two repeats are enough, and how many others take.
const LONG_REPEAT: f64 = 5.0;
const FEWEST: u32 = 3;
/// Shares of warm-up and cool-down that are tried.
const AROUND: [f64; 5] = [1.4, 1.2, 1.0, 0.8, 0.6];
/// Metres a week for which warm-up and cool-down are longer than the templates have them, and runs a week up to which
/// each has to carry more of it.
const LONGER_FROM: f64 = 50_000.0;
const FEW_RUNS: u32 = 3;

/// Why a phase has its quality, within a sentence.
pub(super) fn purpose(stage: WeekStage, race: f64) -> &'static str {
    let is_long = race >= 15_000.0;
    match stage.phase {
        Phase::Base | Phase::Accumulate => {
            "hills and fartlek make strong legs before the hard work comes"
        }
        Phase::Build if is_long => {
            "threshold work carries the long race, intervals lift its ceiling"
        }
        Phase::Build | Phase::Heavier => {
            "intervals lift the ceiling, and threshold work carries the race"
        }
        Phase::Peak => "now the work comes close to what the race asks",
        Phase::Taper => "less hard work at the same pace keeps the form while fatigue goes",
    }
}

/// What a quality run has to suit and to keep within.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size<'a> {
    /// Where strength for the legs belongs.
    pub(super) policy: Policy,
    /// Metres of the whole week.
    pub(super) week: f64,
    /// The most metres of the run.
    pub(super) meters: f64,
    /// The most minutes of the run.
    pub(super) minutes: u32,
    /// The most minutes of work in it.
    pub(super) work: f64,
    /// Its place among the quality runs of its week, from 0.
    pub(super) nth: usize,
    /// Quality runs of the week.
    pub(super) of: u32,
    /// Runs of the week.
    pub(super) runs: u32,
    /// True where the week has a run at RPE 8 already.
    pub(super) has_hard: bool,
    /// The title of the one before it in the week: no run comes twice.
    pub(super) taken: Option<&'a str>,
}

/// The quality run of a week in the size that suits it; `None` when nothing of the library fits.
pub(super) fn plan(
    library: &Library,
    (paces, profile): (&Paces, &Profile),
    stage: WeekStage,
    race: f64,
    size: Size,
) -> Option<Plan> {
    if stage.race_week {
        let sharpener = template(library, "sharpener")?;
        return around(size)
            .map(|around| scaled(&sharpener, None, around, profile))
            .find(|plan| fits(plan, size, profile))
            .map(|plan| paces.targeted(&plan, true, profile));
    }
    let of_phase = templates(QualityWeek {
        phase: stage.phase,
        race,
        policy: size.policy,
        meters: size.week,
        runs: size.of,
    });
    let turn = stage.index + size.nth;
    let in_turn = of_phase.iter().cycle().skip(turn).take(of_phase.len());
    let mut all = in_turn
        .flat_map(|id| [Some(*id), smaller(id)])
        .flatten()
        .chain(SMALL)
        .filter_map(|id| template(library, id))
        .filter(|plan| suits(plan, stage, size));
    all.find_map(|template| sized(&template, paces, size, profile))
        .map(|plan| paces.targeted(&plan, false, profile))
}

/// A run of shorter repeats in place of one that is too much for its week; `None` when the week bears none.
pub(super) fn shorter_bites(
    library: &Library,
    (paces, profile): (&Paces, &Profile),
    stage: WeekStage,
    kind: RunKind,
    size: Size,
) -> Option<Plan> {
    let first = (kind == RunKind::Intervals).then_some("intervals-400");
    let mut all = first
        .into_iter()
        .chain(SMALL)
        .filter_map(|id| template(library, id))
        .filter(|plan| suits(plan, stage, size));
    all.find_map(|template| sized(&template, paces, size, profile))
        .map(|plan| paces.targeted(&plan, false, profile))
}

fn template(library: &Library, id: &str) -> Option<Plan> {
    let template = library.template(&TemplateId::new(id))?;
    let mut plan = template.plan.clone();
    if plan.title.is_empty() {
        plan.title = name_without_figures(&template.name, &plan);
    }
    Some(plan)
}

/// Shares of warm-up and cool-down that suit a week.
fn around(size: Size) -> impl Iterator<Item = f64> {
    let is_longer = size.week >= LONGER_FROM || size.runs <= FEW_RUNS;
    let most = if is_longer { 1.4 } else { 1.0 };
    AROUND.into_iter().filter(move |share| *share <= most)
}

/// True for what belongs in the week: nothing at RPE 8 in a lighter one, nor twice in any.
fn suits(plan: &Plan, stage: WeekStage, size: Size) -> bool {
    let is_hard = rpe(plan) >= HARD;
    let is_twice = size.taken == Some(plan.title.as_str());
    // If strength goes on hard days, those days need a hard run.
    let is_mild = emphasis_of(plan) < Emphasis::Key && size.policy == Policy::HardDaysHard;
    !(is_hard && (stage.cutback || size.has_hard)) && !is_twice && !is_mild
}

/// True for a run that asks for RPE 8.
pub(super) fn is_hard(plan: &Plan) -> bool {
    rpe(plan) >= HARD
}

fn rpe(plan: &Plan) -> f64 {
    let run = plan.run().and_then(|run| run.rpe);
    run.map_or(0.0, Rpe::value)
}

fn fits(plan: &Plan, size: Size, profile: &Profile) -> bool {
    let far = distance_of(plan, profile).map_or(0.0, |far| far.value.m());
    far <= size.meters && duration_of(plan, profile).value.0 <= size.minutes
}

/// A template with as much of its work as suits the week and the day.
fn sized(template: &Plan, paces: &Paces, size: Size, profile: &Profile) -> Option<Plan> {
    let kind = template.run()?.kind;
    let pace = paces.work_pace(kind, profile);
    let by_share = size.week / 1000.0 * share_of(kind) * pace / 60.0;
    let most = by_share.min(size.work);
    let counts = counts(template, most, pace)?;
    counts.into_iter().find_map(|count| {
        around(size)
            .map(|around| scaled(template, Some(count), around, profile))
            .find(|plan| fits(plan, size, profile))
    })
}

/// How often its work is repeated, or how many minutes of it are run at a stretch: the fullest first.
fn counts(template: &Plan, most: f64, pace: f64) -> Option<Vec<u32>> {
    let step = template
        .run()?
        .steps
        .iter()
        .find(|step| step.kind == StepKind::Work)?;
    let each = minutes_of(step.extent, pace);
    if step.repeats > 1 {
        let fewest = fewest(step.extent, pace);
        let largest = f64::from(step.repeats) * LARGEST;
        let count = (most / each + 1e-6).floor().min(largest) as u32;
        Some((fewest..=count).rev().collect())
    } else {
        let longest = most.min(each * LARGEST).floor();
        Some((SHORTEST_BLOCK as u32..=longest as u32).rev().collect())
    }
}

/// Repeats that a run of them has at least.
pub(super) fn fewest(extent: Extent, pace: f64) -> u32 {
    match (extent, minutes_of(extent, pace)) {
        _ if is_short(extent) => FEWEST_SHORT,
        // Two repeats of a kilometre would be too little for a session.
        (Extent::Distance(_), _) => FEWEST,
        (_, each) if each < LONG_REPEAT => FEWEST,
        _ => 2,
    }
}

fn is_short(extent: Extent) -> bool {
    match extent {
        Extent::Time(Seconds(seconds)) => seconds <= SHORT_SECONDS,
        Extent::Distance(far) => far.m() <= SHORT_METERS,
    }
}

/// The name of a template without the figures that a scaled run no longer has; nothing where only the kind is left.
fn name_without_figures(name: &str, plan: &Plan) -> String {
    let words = name.split(|letter: char| letter.is_ascii_digit()).next();
    let words = words.unwrap_or_default().trim();
    let is_kind = plan.run().is_some_and(|run| run.kind.title() == words);
    if is_kind {
        String::new()
    } else {
        words.to_owned()
    }
}

/// A run with so much work, and a share of what is around it.
fn scaled(plan: &Plan, count: Option<u32>, around: f64, profile: &Profile) -> Plan {
    let mut scaled = plan.clone();
    scaled.duration = None;
    if let Workout::Run(run) = &mut scaled.workout {
        for step in &mut run.steps {
            match (step.kind, count) {
                (StepKind::Work, Some(count)) => scale_work(step, count),
                (StepKind::Work, None) => {}
                (StepKind::WarmUp | StepKind::CoolDown, _) => {
                    step.extent = shortened(step.extent, around, 60);
                }
            }
        }
    }
    let Minutes(minutes) = duration_of(&scaled, profile).value;
    scaled.duration = Some(Minutes(minutes));
    scaled
}

fn scale_work(step: &mut Step, count: u32) {
    if step.repeats > 1 {
        step.repeats = count;
    } else {
        step.extent = Extent::Time(Seconds(count * 60));
    }
}

/// A time cut to whole steps of `unit` seconds; distances stay, since they name the run.
fn shortened(extent: Extent, share: f64, unit: u32) -> Extent {
    match extent {
        Extent::Time(Seconds(seconds)) if seconds > unit => {
            let parts = (f64::from(seconds) * share / f64::from(unit)).round() as u32;
            Extent::Time(Seconds(parts.max(1) * unit))
        }
        other => other,
    }
}
