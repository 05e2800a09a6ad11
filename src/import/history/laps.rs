//! What the laps of a run tell: a watch that led through a workout says which of them were repeats and which were rest.

/// What a lap was for, as the watch says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LapKind {
    /// Running as meant. Watches say it of every lap where there was no workout.
    #[default]
    Active,
    /// Between repeats.
    Rest,
    /// Before and after them.
    Around,
}

/// A lap.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lap {
    /// What it was for.
    pub kind: LapKind,
    /// How long it took.
    pub seconds: f64,
    /// How far it went.
    pub meters: f64,
}

/// The fewest repeats, and rests between them, that make intervals of a run: a stop at a light is none.
const LEAST_REPEATS: usize = 3;
/// Repeats by the clock are as long as they were set, to this many seconds.
const CLOCK: f64 = 1.0;
/// Repeats by distance are as long as they were set, to this share.
const MEASURED: f64 = 0.03;

/// What the repeats of a run were, "6 × 800 m", where its laps are repeats and rests; "Intervals" where they differ.
pub fn repeats(laps: &[Lap]) -> Option<String> {
    let of = |kind| laps.iter().filter(move |lap| lap.kind == kind);
    let count = of(LapKind::Active).count();
    if count < LEAST_REPEATS || of(LapKind::Rest).count() + 1 < LEAST_REPEATS {
        return None;
    }
    let all = |figure: fn(&Lap) -> f64, unit: f64, apart: &dyn Fn(f64) -> f64| {
        let sum: f64 = of(LapKind::Active).map(figure).sum();
        let set = (sum / count as f64 / unit).round() * unit;
        let near = |lap: &Lap| (figure(lap) - set).abs() <= apart(set);
        (set > 0.0 && of(LapKind::Active).all(near)).then_some(set)
    };
    let by_clock = all(|lap| lap.seconds, 15.0, &|_| CLOCK).map(|seconds| {
        if seconds % 60.0 == 0.0 {
            format!("{} min", seconds / 60.0)
        } else {
            format!("{seconds} s")
        }
    });
    let by_way = || all(|lap| lap.meters, 100.0, &|set| set * MEASURED).map(|m| format!("{m} m"));
    let each = by_clock.or_else(by_way);
    Some(each.map_or_else(
        || "Intervals".to_owned(),
        |each| format!("{count} × {each}"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laps(repeats: &[(f64, f64)]) -> Vec<Lap> {
        let lap = |kind, seconds, meters| Lap {
            kind,
            seconds,
            meters,
        };
        let mut laps = vec![lap(LapKind::Around, 600.0, 1800.0)];
        for (seconds, meters) in repeats {
            laps.push(lap(LapKind::Active, *seconds, *meters));
            laps.push(lap(LapKind::Rest, 90.0, 200.0));
        }
        laps.push(lap(LapKind::Around, 500.0, 1400.0));
        laps
    }

    #[test]
    fn repeats_are_called_by_what_they_have_in_common() {
        let by_way = laps(&[(182.0, 801.0), (178.0, 799.0), (185.0, 803.0)]);
        assert_eq!(repeats(&by_way).as_deref(), Some("3 × 800 m"));
        let by_clock = laps(&[(180.0, 801.0), (180.4, 790.0), (179.8, 812.0)]);
        assert_eq!(repeats(&by_clock).as_deref(), Some("3 × 3 min"));
        let short = laps(&[(45.0, 201.0), (45.0, 230.0), (45.0, 212.0)]);
        assert_eq!(repeats(&short).as_deref(), Some("3 × 45 s"));
        let ladder = laps(&[(60.0, 300.0), (120.0, 580.0), (180.0, 850.0)]);
        assert_eq!(repeats(&ladder).as_deref(), Some("Intervals"));
    }

    #[test]
    fn laps_of_each_kilometre_are_no_repeats() {
        let kilometre = Lap {
            seconds: 300.0,
            meters: 1000.0,
            ..Lap::default()
        };
        assert_eq!(repeats(&[kilometre; 10]), None);
        assert_eq!(repeats(&[]), None);
    }
}
