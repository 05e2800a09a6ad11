//! Quality runs: which suit a phase and a race, and how much of them suits a week.

use crate::domain::{
    Extent, Minutes, Phase, Plan, Policy, Profile, Seconds, Step, StepKind, TemplateId, Workout,
};
use crate::library::Library;
use crate::load::{distance_of, duration_of};

use super::phase::Stage;

/// Shares of a template that are tried, the fullest first.
const SHARES: [f64; 11] = [1.25, 1.15, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25];
/// Shares of warm-up and cool-down that are tried.
const AROUND: [f64; 2] = [1.0, 0.6];
/// Weekly kilometres for which the templates are written.
const USUAL_KM: f64 = 42.0;

/// The templates of a phase on the way to a race, to be taken in turn.
fn templates(phase: Phase, race: f64, policy: Policy) -> &'static [&'static str] {
    let km = race / 1000.0;
    match phase {
        // Who lifts on hard days needs days that are hard.
        Phase::Base if policy == Policy::HardDaysHard => &["hills-short", "hills-long"],
        Phase::Base | Phase::Accumulate => &["hills-short", "fartlek-minutes"],
        Phase::Build if km < 7.0 => &["intervals-400", "tempo-20", "intervals-800"],
        Phase::Build if km < 15.0 => &[
            "intervals-800",
            "tempo-20",
            "intervals-km",
            "cruise-intervals",
        ],
        Phase::Build if km < 30.0 => &[
            "tempo-20",
            "intervals-km",
            "cruise-intervals",
            "intervals-3min",
        ],
        Phase::Build | Phase::Heavier => &[
            "tempo-20",
            "cruise-intervals",
            "intervals-km",
            "tempo-broken",
        ],
        Phase::Peak if km < 7.0 => &["intervals-km", "intervals-400", "tempo-20"],
        Phase::Peak if km < 15.0 => &["intervals-km", "tempo-broken", "intervals-mile"],
        Phase::Peak if km < 30.0 => &["tempo-broken", "intervals-mile", "cruise-intervals"],
        Phase::Peak => &["tempo-broken", "cruise-intervals", "intervals-mile"],
        Phase::Taper if km < 15.0 => &["intervals-800", "intervals-400"],
        Phase::Taper => &["tempo-20", "intervals-3min"],
    }
}

/// Why a phase has its quality, within a sentence.
pub(super) fn purpose(stage: Stage, race: f64) -> &'static str {
    let is_long = race >= 15_000.0;
    match stage.phase {
        Phase::Base | Phase::Accumulate => {
            "hills and play with speed make strong legs before the hard work comes"
        }
        Phase::Build if is_long => {
            "threshold work carries the long race, intervals lift its ceiling"
        }
        Phase::Build | Phase::Heavier => {
            "intervals lift the ceiling, and threshold work carries the race"
        }
        Phase::Peak => "now the work comes close to what the race asks",
        Phase::Taper => "less of it, at the same pace: intensity keeps form while fatigue goes",
    }
}

/// The quality run of a week, the `nth` of it, in the size that suits `week` metres of running and that keeps within
/// `minutes` and `meters`; `None` when the library has none or it does not fit.
pub(super) fn plan(
    library: &Library,
    profile: &Profile,
    stage: Stage,
    race: f64,
    nth: usize,
    size: Size,
) -> Option<Plan> {
    let id = if stage.is_race_week() {
        "sharpener"
    } else {
        let all = templates(stage.phase, race, size.policy);
        let turn = stage.index + nth;
        all.get(turn % all.len().max(1))?
    };
    let template = library.template(&TemplateId::new(id))?;
    let eased = match (stage.phase, stage.cutback) {
        (Phase::Taper, _) if stage.is_race_week() => 1.0,
        (Phase::Taper, _) => 0.7,
        (_, true) => 0.75,
        _ => 1.0,
    };
    let most = (size.week / 1000.0 / USUAL_KM).clamp(0.3, 1.25) * eased;
    let mut plan = template.plan.clone();
    if plan.title.is_empty() {
        plan.title = name_without_figures(&template.name, &plan);
    }
    let fits = |plan: &Plan| {
        let far = distance_of(plan, profile).map_or(0.0, |far| far.value.m());
        far <= size.meters && duration_of(plan, profile).value.0 <= size.minutes
    };
    let sizes = SHARES.iter().filter(|share| **share <= most + 0.05);
    let mut sized =
        sizes.flat_map(|share| AROUND.map(|around| scaled(&plan, *share, around, profile)));
    sized.find(fits)
}

/// What a quality run has to suit and to keep within.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    /// Where strength for the legs belongs.
    pub(super) policy: Policy,
    /// Metres of the whole week.
    pub(super) week: f64,
    /// The most metres of the run.
    pub(super) meters: f64,
    /// The most minutes of the run.
    pub(super) minutes: u32,
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

/// A run with a share of its work, and of what is around it.
fn scaled(plan: &Plan, work: f64, around: f64, profile: &Profile) -> Plan {
    let mut scaled = plan.clone();
    scaled.duration = None;
    if let Workout::Run(run) = &mut scaled.workout {
        for step in &mut run.steps {
            match step.kind {
                StepKind::Work => scale_work(step, work),
                StepKind::WarmUp | StepKind::CoolDown => {
                    step.extent = shortened(step.extent, around, 60);
                }
            }
        }
    }
    let Minutes(minutes) = duration_of(&scaled, profile).value;
    scaled.duration = Some(Minutes(minutes));
    scaled
}

fn scale_work(step: &mut Step, share: f64) {
    if step.repeats > 1 {
        step.repeats = ((f64::from(step.repeats) * share).round() as u32).max(2);
    } else {
        step.extent = shortened(step.extent, share, 60);
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
