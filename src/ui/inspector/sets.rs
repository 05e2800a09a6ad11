//! Logged sets in a few words.

use crate::domain::{Effort, SetKind, SetLog, Units};
use crate::ui::format;

use super::hands::Hands;

/// The working sets in short: "3 sets 60 kg × 5, RIR 2", of two dumbbells "3 sets 2 × 12 kg × 10"; equal neighbours are
/// counted.
pub(super) fn summary(sets: &[SetLog], units: Units, hands: Hands) -> String {
    let sets = &hands.shown(sets);
    let both = match hands {
        Hands::Whole => "",
        Hands::Each => "2 × ",
    };
    let working = sets.iter().filter(|set| set.kind == SetKind::Working);
    let mut groups: Vec<(String, usize)> = Vec::new();
    for set in working {
        let load = set.kg.filter(|kg| kg.kg() != 0.0);
        let load = load
            .map(|kg| format!("{both}{} × ", format::mass(kg, units)))
            .unwrap_or_default();
        let rir = set
            .rir
            .map(|rir| format!(", {}", format::effort(Effort::Rir(rir))))
            .unwrap_or_default();
        let shown = format!("{load}{}{rir}", count_text(set));
        match groups.last_mut() {
            Some((last, count)) if *last == shown => *count += 1,
            _ => groups.push((shown, 1)),
        }
    }
    let more = if groups.len() > 3 { " …" } else { "" };
    let shown: Vec<String> = groups
        .into_iter()
        .take(3)
        .map(|(set, count)| {
            if count > 1 {
                format!("{count} sets {set}")
            } else {
                set
            }
        })
        .collect();
    shown.join("; ") + more
}

fn count_text(set: &SetLog) -> String {
    match (set.reps, set.seconds) {
        (Some(reps), _) => reps.to_string(),
        (None, Some(seconds)) => format!("{seconds} s"),
        (None, None) => "–".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::set_entry::{EntryRules, parse_sets};

    #[test]
    fn a_summary_counts_equal_sets_and_leaves_the_warm_up_out() {
        let units = Units::default();
        let rules = EntryRules::in_unit(units.mass);
        let read = |text| parse_sets(text, rules).unwrap().sets;
        assert_eq!(
            summary(&read("w5x40 5x60@2 5x60@2 4x60@1!"), units, Hands::Whole),
            "2 sets 60 kg × 5, RIR 2; 60 kg × 4, RIR 1"
        );
        assert_eq!(
            summary(&read("45s 45s"), units, Hands::Whole),
            "2 sets 45 s"
        );
        let dumbbells = summary(&read("10x24@2 10x24@2"), units, Hands::Each);
        assert_eq!(dumbbells, "2 sets 2 × 12 kg × 10, RIR 2");
    }
}
