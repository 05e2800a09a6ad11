//! The parts of a run become its kind, its whole length and its steps.

use crate::domain::{
    KeyMark, Meters, Minutes, NamedPace, PaceName, Plan, RecoveryStyle, Rpe, RunKind, RunPlan,
    Step, StepKind, Target, Workout,
};

use super::figures::Amount;
use super::items::{Fragment, ItemKind};
use super::parts::{MOST_STEPS, Part, Position};
use super::run_reader::{RunWords, read};
use super::scan::Figure;

/// From here on a run of which nothing else is said is a long one, in metres and seconds.
const LONG_METERS: f64 = 25_000.0;
const LONG_SECONDS: f64 = 110.0 * 60.0;
/// Repeats from here on are rather threshold than interval work, in metres and seconds.
const TEMPO_METERS: f64 = 2_400.0;
const TEMPO_SECONDS: f64 = 8.0 * 60.0;

/// Reads a run from some items of a fragment. `None` when nothing in them speaks of running.
pub(super) fn run(fragment: &mut Fragment, from: usize, to: usize) -> Option<Plan> {
    let mut words = read(fragment, from, to);
    let said = !words.kinds.is_empty()
        || words.run
        || words.parkrun
        || words.race.is_some()
        || !words.parts.is_empty();
    if !said || is_appointment(fragment, &words, from, to) {
        return None;
    }
    walks_at_the_ends(&mut words.parts);
    let whole = Whole::of(&mut words);
    let kind = kind(fragment, &words, &whole, from);
    let mut plan = RunPlan::of(kind);
    plan.distance = whole.distance.map(Meters::new);
    let mut steps = whole.steps;
    if let Some(target) = words.target.or(whole.target) {
        aim(&mut plan, &mut steps, target, whole.length);
    }
    steps.truncate(MOST_STEPS);
    plan.steps = steps;
    if kind == RunKind::Race && plan.distance.is_none() && plan.steps.is_empty() {
        plan.distance = words.race.map(Meters::new);
    }
    let mut session = Plan::new(Workout::Run(plan));
    session.duration = whole
        .seconds
        .map(|seconds| Minutes((seconds / 60.0).round().max(1.0) as u32));
    if words.key {
        session.key = KeyMark::Key;
    }
    Some(session)
}

/// `Physio 14:00`: a time of the day beside words nobody knows, and nothing that speaks of running.
fn is_appointment(fragment: &Fragment, words: &RunWords, from: usize, to: usize) -> bool {
    let says_more = !words.kinds.is_empty()
        || words.run
        || words.parkrun
        || words.strides
        || words.race.is_some()
        || words.target.is_some();
    let [part] = words.parts.as_slice() else {
        return false;
    };
    let is_time = matches!(
        fragment.figure(part.from),
        Some(Figure::Clock {
            parts: [Some(0..24), Some(0..60), None]
        })
    );
    let is_strange = |at: usize| {
        let item = fragment.items.get(at);
        item.is_some_and(|item| matches!(item.kind, ItemKind::Unknown))
    };
    !says_more && part.is_plain() && is_time && (from..to).any(is_strange)
}

/// `5 min walk, 20 min jog, 5 min walk`: the walks are warm-up and cool-down.
fn walks_at_the_ends(parts: &mut [Part]) {
    let walks = |part: &Part| part.is_plain() && part.style == Some(RecoveryStyle::Walk);
    if parts.len() < 3 && !(parts.len() == 2 && parts.iter().any(|part| part.counted)) {
        return;
    }
    if let Some(first) = parts.first_mut().filter(|part| walks(part)) {
        first.role = Some(StepKind::WarmUp);
    }
    if let Some(last) = parts.last_mut().filter(|part| walks(part)) {
        last.role = Some(StepKind::CoolDown);
    }
}

/// Which of the parts is the whole, and what the others make of it.
#[derive(Default)]
struct Whole {
    distance: Option<f64>,
    seconds: Option<f64>,
    /// The length of the whole, as it was said first.
    length: Option<Amount>,
    target: Option<Target>,
    steps: Vec<Step>,
}

impl Whole {
    fn of(words: &mut RunWords) -> Self {
        let mut whole = Self::default();
        let parts = std::mem::take(&mut words.parts);
        let lengths = whole_parts(&parts);
        let mut rest = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            if !lengths.contains(&at) {
                rest.push(part.clone());
                continue;
            }
            match part.amount {
                Some(Amount::Meters(meters)) => whole.distance = whole.distance.or(Some(meters)),
                Some(Amount::Seconds(seconds)) => whole.seconds = whole.seconds.or(Some(seconds)),
                None => {}
            }
            whole.length = whole.length.or(part.amount);
            whole.target = whole.target.or(part.target);
        }
        // What stands at the end or the beginning of the whole leaves the remainder as a step of its own.
        for part in &rest {
            let remainder = remainder(part, &rest, &whole);
            if part.position == Some(Position::Last) {
                whole.steps.extend(remainder);
            }
            part.steps(&mut whole.steps);
            if part.position == Some(Position::First) {
                whole.steps.extend(remainder);
            }
        }
        words.parts = parts;
        whole
    }
}

/// What is left of the whole before its last, or behind its first kilometres.
fn remainder(part: &Part, rest: &[Part], whole: &Whole) -> Option<Step> {
    if rest.len() > 1 || part.counted {
        return None;
    }
    let left = match (part.amount?, whole.distance, whole.seconds) {
        (Amount::Meters(own), Some(all), _) if all > own => Amount::Meters(all - own),
        (Amount::Seconds(own), _, Some(all)) if all > own => Amount::Seconds(all - own),
        _ => return None,
    };
    Some(Step {
        kind: StepKind::Work,
        repeats: 1,
        extent: left.extent(),
        target: None,
        recovery: None,
    })
}

/// The parts that say how long the whole is.
fn whole_parts(parts: &[Part]) -> Vec<usize> {
    let said: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].total).collect();
    if !said.is_empty() {
        return said;
    }
    let plain: Vec<usize> = (0..parts.len())
        .filter(|at| parts[*at].is_plain())
        .collect();
    let Some(&first) = plain.first() else {
        return Vec::new();
    };
    let leading = &parts[first];
    let others: Vec<&Part> = parts
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != first)
        .map(|(_, part)| part)
        .collect();
    if others.is_empty() {
        return vec![first];
    }
    // A distance and a time side by side say the same thing: 8 km (45 min).
    let twin = plain.get(1).copied().filter(|&other| {
        let other_part = &parts[other];
        let kinds_differ =
            leading.amount.map(Amount::is_distance) != other_part.amount.map(Amount::is_distance);
        kinds_differ
            && other == first + 1
            && other_part.style.is_none()
            && other_part.target.is_none()
            && other_part
                .kind
                .is_none_or(|kind| Some(kind) == leading.kind)
            && believable_together(leading.amount, other_part.amount)
    });
    let mut whole = vec![first];
    whole.extend(twin);
    let remaining: Vec<&Part> = parts
        .iter()
        .enumerate()
        .filter(|(at, _)| !whole.contains(at))
        .map(|(_, part)| part)
        .collect();
    // 20 mi, 4 mi easy, 12 mi at MP, 4 mi easy: what follows comes to the same as what stands first.
    let sum: Option<f64> = remaining
        .iter()
        .map(|part| {
            part.sum()
                .filter(|sum| Some(sum.is_distance()) == leading.amount.map(Amount::is_distance))
        })
        .map(|sum| sum.map(Amount::value))
        .sum();
    if first == 0
        && remaining.len() > 2
        && let (Some(sum), Some(whole_amount)) = (sum, leading.amount)
        && (sum - whole_amount.value()).abs() <= 0.01 * whole_amount.value()
    {
        return whole;
    }
    let within = |part: &&Part| part.inside || part.strides || part.position.is_some();
    if first == 0 && remaining.iter().all(within) && fits(leading, &remaining) {
        return whole;
    }
    // Fartlek (10x1'/1') 45': the only plain length behind what stands in brackets.
    if plain.len() == 1
        && first > 0
        && parts[..first]
            .iter()
            .all(|part| part.inside && part.counted)
        && leading.segment > parts[0].segment
        && !leading.inside
        && leading.kind.is_none()
        && leading.style.is_none()
    {
        return vec![first];
    }
    Vec::new()
}

/// A distance and a time that one person could run.
fn believable_together(one: Option<Amount>, other: Option<Amount>) -> bool {
    let ((Some(Amount::Meters(meters)), Some(Amount::Seconds(seconds)))
    | (Some(Amount::Seconds(seconds)), Some(Amount::Meters(meters)))) = (one, other)
    else {
        return false;
    };
    (150.0..=800.0).contains(&(seconds / meters * 1000.0))
}

/// What belongs to a whole is no longer than it.
fn fits(whole: &Part, parts: &[&Part]) -> bool {
    let Some(length) = whole.amount else {
        return true;
    };
    let sum: f64 = parts
        .iter()
        .filter(|part| !part.strides)
        .filter_map(|part| part.sum())
        .filter(|amount| amount.is_distance() == length.is_distance())
        .map(Amount::value)
        .sum();
    sum <= length.value() * 1.001
}

/// Puts an aim of the whole where it belongs.
fn aim(plan: &mut RunPlan, steps: &mut Vec<Step>, target: Target, length: Option<Amount>) {
    let open = |step: &Step| step.kind == StepKind::Work && step.target.is_none();
    match target {
        Target::Rpe(rpe) => plan.rpe = Some(Rpe::new(rpe.value())),
        // An aim before the repeats is theirs.
        _ if length.is_none() && steps.iter().any(open) => {
            for step in steps.iter_mut().filter(|step| open(step)) {
                step.target = Some(target);
            }
        }
        Target::Pace(pace) => plan.pace = Some(pace),
        _ if is_own(plan.kind, target) => {}
        _ => {
            if let Some(length) = length
                && steps.is_empty()
            {
                steps.push(Step {
                    kind: StepKind::Work,
                    repeats: 1,
                    extent: length.extent(),
                    target: Some(target),
                    recovery: None,
                });
            }
        }
    }
}

/// True when the aim says no more than the kind: easy pace for an easy run.
fn is_own(kind: RunKind, target: Target) -> bool {
    let Target::Named(NamedPace {
        name,
        percent: 100,
        offset: 0,
    }) = target
    else {
        return false;
    };
    matches!(
        (kind, name),
        (RunKind::Easy | RunKind::Long, PaceName::Easy)
            | (RunKind::Recovery, PaceName::Recovery | PaceName::Easy)
            | (RunKind::Steady, PaceName::Steady)
            | (RunKind::Race, PaceName::Goal)
    )
}

/// The kind said, or the one that the parts speak for.
fn kind(fragment: &mut Fragment, words: &RunWords, whole: &Whole, from: usize) -> RunKind {
    let counted = words.parts.iter().any(|part| part.counted && !part.strides);
    let outside = words
        .parts
        .iter()
        .any(|part| part.counted && !part.strides && (!part.inside || whole.length.is_none()));
    let first_figure = words.parts.first().map_or(usize::MAX, |part| part.from);
    let heads = words.kinds.iter().filter(|(_, at)| *at < first_figure);
    let head = heads.map(|(kind, _)| *kind).max_by_key(|kind| rank(*kind));
    let only_strides = words.parts.iter().any(|part| part.counted) && !counted;
    // What is said beside the first figure counts before what is said further on.
    let beside = words
        .kinds
        .iter()
        .zip(&words.segments)
        .filter(|(_, segment)| {
            words
                .parts
                .first()
                .is_some_and(|part| part.segment == **segment)
        });
    let any = beside
        .map(|((kind, _), _)| *kind)
        .max_by_key(|kind| rank(*kind))
        .or_else(|| {
            words
                .kinds
                .iter()
                .map(|(kind, _)| *kind)
                .max_by_key(|kind| rank(*kind))
        });
    let gentle =
        |kind: RunKind| matches!(kind, RunKind::Easy | RunKind::Recovery | RunKind::Steady);
    // Of repeats among easy running the hard word names the run, wherever it stands; without one the repeats do.
    let hard = words
        .kinds
        .iter()
        .map(|(kind, _)| *kind)
        .filter(|kind| !gentle(*kind))
        .max_by_key(|kind| rank(*kind));
    let race = words.kinds.iter().any(|(kind, _)| *kind == RunKind::Race);
    if race {
        return RunKind::Race;
    }
    if let Some(kind) = head {
        // "General aerobic + speed" with strides only is an easy run with strides.
        let easy = words
            .kinds
            .iter()
            .map(|(kind, _)| *kind)
            .find(|kind| gentle(*kind));
        if let (true, RunKind::Intervals, Some(easy)) = (only_strides, kind, easy) {
            return easy;
        }
        if !(gentle(kind) && outside) {
            return kind;
        }
        return any
            .filter(|kind| !gentle(*kind))
            .or(hard)
            .unwrap_or_else(|| by_repeats(words));
    }
    let several = words.parts.len() > 1;
    match any {
        Some(kind) if !gentle(kind) => return kind,
        Some(kind) if !counted && !several => return kind,
        Some(kind) if !counted && words.parts.iter().all(|part| part.target.is_none()) => {
            // easy 10 min + 20 min steady: the hardest of them names the run.
            let hardest = words
                .parts
                .iter()
                .filter_map(|part| part.kind)
                .max_by_key(|kind| rank(*kind));
            return hardest.unwrap_or(kind);
        }
        Some(kind) if counted && !outside => return kind,
        Some(kind) if whole.length.is_some() => return kind,
        _ => {}
    }
    if counted && outside {
        return hard.unwrap_or_else(|| by_repeats(words));
    }
    if words.parkrun {
        return RunKind::Race;
    }
    if words.race.is_some() && words.parts.is_empty() {
        return RunKind::Race;
    }
    let aimed = words
        .parts
        .iter()
        .filter_map(|part| part.target)
        .chain(words.target);
    if let Some(kind) = aimed.filter_map(by_aim).max_by_key(|kind| rank(*kind)) {
        let late = words
            .parts
            .iter()
            .any(|part| part.position == Some(Position::Last));
        let kind = if late && any.is_none() {
            RunKind::Progression
        } else {
            kind
        };
        return kind;
    }
    if words.run && words.parts.is_empty() {
        return any.unwrap_or(RunKind::Easy);
    }
    let long = whole.distance.is_some_and(|meters| meters >= LONG_METERS)
        || whole.seconds.is_some_and(|seconds| seconds >= LONG_SECONDS);
    let walks = words.parts.iter().any(|part| {
        part.style.is_some()
            || part
                .recovery
                .is_some_and(|(_, style)| style == RecoveryStyle::Walk)
    });
    if walks || (words.run && !long) {
        return RunKind::Easy;
    }
    // Nobody said a kind: easy is what an unnamed run is, and the reader says so.
    let (kind, other) = if long {
        (RunKind::Long, RunKind::Easy)
    } else {
        (RunKind::Easy, RunKind::Steady)
    };
    let at = words.parts.first().map_or(from, |part| part.from);
    let to = words.parts.first().map_or(from, |part| part.to);
    let or = [other.title().to_lowercase()];
    match fragment.conclude(at, to, kind.title().to_lowercase(), &or) {
        1 => other,
        _ => kind,
    }
}

/// From the gentlest word to the one that says most.
fn rank(kind: RunKind) -> u32 {
    match kind {
        RunKind::Easy => 0,
        RunKind::Recovery => 1,
        RunKind::Steady => 2,
        RunKind::Tempo => 4,
        RunKind::Long => 5,
        RunKind::Progression => 6,
        RunKind::Intervals => 7,
        RunKind::Fartlek => 8,
        RunKind::Hills => 9,
        RunKind::Race => 10,
    }
}

/// The kind that repeats speak for.
fn by_repeats(words: &RunWords) -> RunKind {
    let counted: Vec<&Part> = words
        .parts
        .iter()
        .filter(|part| part.counted && !part.strides)
        .collect();
    let walks = counted.iter().all(|part| {
        part.recovery
            .is_some_and(|(_, style)| style == RecoveryStyle::Walk)
            && part.target.is_none()
            && part.kind.is_none_or(|kind| kind == RunKind::Easy)
            && (words.run || part.style.is_some())
    });
    if walks && !counted.is_empty() {
        return RunKind::Easy;
    }
    let aims = counted
        .iter()
        .filter_map(|part| part.target)
        .chain(words.target);
    let mut threshold = aims
        .clone()
        .any(|target| by_aim(target) == Some(RunKind::Tempo));
    let fast = aims
        .clone()
        .any(|target| by_aim(target) == Some(RunKind::Intervals));
    let aimless = aims.clone().next().is_none();
    let long = counted.iter().any(|part| match part.amount {
        Some(Amount::Meters(meters)) => meters >= TEMPO_METERS,
        Some(Amount::Seconds(seconds)) => seconds >= TEMPO_SECONDS,
        None => false,
    });
    threshold |= aimless && long;
    if threshold && !fast {
        RunKind::Tempo
    } else {
        RunKind::Intervals
    }
}

/// The kind that an aim speaks for.
fn by_aim(target: Target) -> Option<RunKind> {
    let Target::Named(named) = target else {
        return None;
    };
    Some(match named.name {
        PaceName::Mile
        | PaceName::ThreeK
        | PaceName::FiveK
        | PaceName::Interval
        | PaceName::Repetition
        | PaceName::Hard
        | PaceName::Zone(5) => RunKind::Intervals,
        PaceName::TenK
        | PaceName::TenMiles
        | PaceName::HalfMarathon
        | PaceName::Threshold
        | PaceName::Marathon
        | PaceName::Goal
        | PaceName::Zone(4) => RunKind::Tempo,
        PaceName::Steady | PaceName::Zone(3) => RunKind::Steady,
        PaceName::Easy | PaceName::Zone(2) => RunKind::Easy,
        PaceName::Recovery | PaceName::Zone(1) => RunKind::Recovery,
        PaceName::Zone(_) => return None,
        PaceName::HeartRate(_, high) => match high {
            ..=79 => RunKind::Easy,
            80..=85 => RunKind::Steady,
            86..=92 => RunKind::Tempo,
            _ => RunKind::Intervals,
        },
    })
}
