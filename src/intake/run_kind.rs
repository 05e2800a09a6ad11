//! The kind of a run, from what was said and from what its parts speak for.

use crate::domain::{PaceName, RecoveryStyle, RunKind, Target};

use super::amount::Amount;
use super::items::Fragment;
use super::lexicon::Meaning;
use super::parts::{Position, RunPart};
use super::run_reader::RunWords;
use super::run_whole::Whole;

/// From here on a run of which nothing else is said is a long one, in metres and seconds.
const LONG_METERS: f64 = 25_000.0;

const LONG_SECONDS: f64 = 110.0 * 60.0;

/// Repeats from here on are rather threshold than interval work, in metres and seconds.
const TEMPO_METERS: f64 = 2_400.0;

const TEMPO_SECONDS: f64 = 8.0 * 60.0;

/// The kind said, or the one that the parts speak for.
pub(super) fn kind(
    fragment: &mut Fragment,
    words: &RunWords,
    whole: &Whole,
    from: usize,
) -> RunKind {
    let beside_easy = is_easy_with_a_bit(words);
    let strides = |part: &RunPart| part.strides || (beside_easy && is_bit(part));
    let counted = words
        .parts
        .iter()
        .any(|part| part.counted && !strides(part));
    let outside = words
        .parts
        .iter()
        .any(|part| part.counted && !strides(part) && (!part.inside || whole.length.is_none()));
    let first_figure = words.parts.first().map_or(usize::MAX, |part| part.from);
    let heads = words.kinds.iter().filter(|(_, at)| *at < first_figure);
    let head = heads.map(|(kind, _)| *kind).max_by_key(|kind| rank(*kind));
    let only_strides = words.parts.iter().any(|part| part.counted) && !counted;
    // Words beside the first number count more than words further on.
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
    // With repeats and easy running, the word for hard running names the run, wherever it is; without one the repeats
    // do.
    let hard = words
        .kinds
        .iter()
        .map(|(kind, _)| *kind)
        .filter(|kind| !gentle(*kind))
        .max_by_key(|kind| rank(*kind));
    if beside_easy && !counted {
        let easy = words
            .parts
            .iter()
            .find_map(|part| part.kind.filter(|kind| gentle(*kind)));
        return easy
            .or(head.filter(|kind| gentle(*kind)))
            .unwrap_or(RunKind::Easy);
    }
    let race =
        words.kinds.iter().any(|(kind, _)| *kind == RunKind::Race) || words.is_parkrun_and_more();
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
    // "Marathon, goal 3:15": a time behind the name of the race is that of the race.
    let named = matches!(fragment.meaning(from), Some(Meaning::RaceDistance(_)));
    let timed = |part: &RunPart| {
        named && part.is_plain() && part.amount.is_some_and(|amount| !amount.is_distance())
    };
    if words.race.is_some() && words.parts.iter().all(timed) {
        return RunKind::Race;
    }
    let aimed = words
        .parts
        .iter()
        .filter_map(|part| part.target)
        .chain(words.target);
    let long = whole.distance.is_some_and(|meters| meters >= LONG_METERS)
        || whole.seconds.is_some_and(|seconds| seconds >= LONG_SECONDS);
    if let Some(kind) = aimed.filter_map(by_aim).max_by_key(|kind| rank(*kind)) {
        // "20 mi w/ 12 @ MP": so far, it is a long run whatever is run within it.
        if long && kind == RunKind::Tempo && any.is_none() {
            return RunKind::Long;
        }
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
    // "6 mi: 1.5 mi warm-up, 8x400 @ 7:10": repeats amid a length name the run where no word does.
    if counted && any.is_none() {
        return by_repeats(words);
    }
    if words.run && words.parts.is_empty() {
        return any.unwrap_or(RunKind::Easy);
    }
    let walks = words.parts.iter().any(|part| {
        part.style.is_some()
            || part
                .recovery
                .is_some_and(|(_, style)| style == RecoveryStyle::Walk)
    });
    if walks || (words.run && !long) {
        return RunKind::Easy;
    }
    // No kind was given: a run without a name is easy, which the reader reports.
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

/// True for an easy run with a few short sprints or strides behind it: "5 mi recovery + 4 x 20 s hill sprints".
fn is_easy_with_a_bit(words: &RunWords) -> bool {
    let gentle = |kind: RunKind| matches!(kind, RunKind::Easy | RunKind::Recovery);
    let is_easy = |part: &RunPart| {
        part.is_plain() && part.kind.is_some_and(gentle) && part.amount.is_some_and(is_run)
    };
    words.parts.first().is_some_and(is_easy)
        && words
            .parts
            .iter()
            .skip(1)
            .all(|part| is_bit(part) || part.strides)
        && words.parts.len() > 1
}

/// Far or long enough to be the run itself, in metres and seconds.
fn is_run(amount: Amount) -> bool {
    match amount {
        Amount::Meters(meters) => meters >= 2_000.0,
        Amount::Seconds(seconds) => seconds >= 900.0,
    }
}

/// True for repeats as short and few as strides are.
fn is_bit(part: &RunPart) -> bool {
    let brief = part.amount.is_some_and(|amount| match amount {
        Amount::Meters(meters) => meters <= 120.0,
        Amount::Seconds(seconds) => seconds <= 25.0,
    });
    part.counted && part.group.is_empty() && brief && part.repeats <= 10
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
    let counted: Vec<&RunPart> = words
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
