//! What a layout says of itself: days, what was changed to fit, and why something was left out.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::domain::phrase::listed;
use crate::domain::{HeartRateRange, Units};
use crate::layout::{Adaptation, Difference, Layout, Why};
use crate::rules::Finding;
use crate::ui::format::{self, lower_first};

/// What a finding says, which tells of days by their names alone: where one of them is not in the week that begins on
/// `first`, the dates stand before it.
pub(super) fn placed(finding: &Finding, first: NaiveDate) -> String {
    let last = first.checked_add_days(Days::new(6)).unwrap_or(first);
    let is_within = finding.days.iter().all(|day| (first..=last).contains(day));
    let (Some(from), Some(to)) = (finding.days.first(), finding.days.last()) else {
        return finding.message.clone();
    };
    let said = &finding.message;
    let dated = |date| format!("{} {}", format::weekday(date), format::day_month(date));
    if is_within {
        said.clone()
    } else if finding.is_about_a_week() {
        format!("Week of {}: {said}", format::day_month(*from))
    } else if from == to {
        format!("{}: {said}", dated(*from))
    } else {
        format!("{}–{}: {said}", dated(*from), dated(*to))
    }
}

/// "Placed on Mon and Thu", or how many sessions over how many weeks where the days differ.
pub(super) fn days(layout: &Layout) -> String {
    let placed = layout.placed().count();
    if placed == 0 {
        return "No session could be placed".to_owned();
    }
    let of_weeks = layout.weeks.iter().filter(|week| !week.placed.is_empty());
    let days = |week: &crate::layout::LaidWeek| -> BTreeSet<u32> {
        let dates = week.placed.iter().map(|placed| placed.session.date);
        dates
            .map(|date| (date - week.first).num_days().max(0) as u32)
            .collect()
    };
    let distinct: BTreeSet<BTreeSet<u32>> = of_weeks.clone().map(days).collect();
    let weeks = of_weeks.clone().count();
    let first = of_weeks.clone().next();
    match (distinct.len(), first) {
        (1, Some(week)) => {
            let names: Vec<String> = week
                .placed
                .iter()
                .map(|placed| placed.session.date.format("%a").to_string())
                .collect();
            let every = if weeks > 1 {
                format!(" of {weeks} weeks")
            } else {
                String::new()
            };
            format!("Placed on {}{every}", listed(&names, "and"))
        }
        _ => format!(
            "Placed {} over {}",
            format::plural(placed, "session", "sessions"),
            format::plural(weeks, "week", "weeks")
        ),
    }
}

/// The exercises that stand in for others, each pair once: "goblet squat instead of squat".
pub(super) fn swaps(layout: &Layout) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for change in layout.placed().flat_map(|placed| &placed.changes) {
        let words = match change {
            Adaptation::Swapped { .. } | Adaptation::Dropped { .. } => one(change),
            Adaptation::Shortened { .. } | Adaptation::FewerSets { .. } => continue,
        };
        if !said.contains(&words) {
            said.push(words);
        }
    }
    if said.len() > SWAPS {
        let more = said.len() - SWAPS;
        said.truncate(SWAPS);
        said.push(format!("{more} more changes because of missing equipment"));
    }
    said
}

/// How many swaps the summary names.
const SWAPS: usize = 3;

/// All changes of a session in one line.
pub(super) fn changes(changes: &[Adaptation]) -> String {
    let words: Vec<String> = changes.iter().map(one).collect();
    let mut line = words.join("; ");
    if let Some(first) = line.get(..1).map(str::to_uppercase) {
        line.replace_range(..1, &first);
    }
    line
}

fn one(change: &Adaptation) -> String {
    match change {
        Adaptation::Swapped { from, to } => {
            format!("{} instead of {}", lower_first(to), lower_first(from))
        }
        Adaptation::Dropped { exercise } => {
            format!(
                "without {}, which needs equipment that is not available",
                lower_first(exercise)
            )
        }
        Adaptation::Shortened { from, to } => format!(
            "{} instead of {}, with fewer sets",
            format::minutes(*to),
            format::minutes(*from)
        ),
        Adaptation::FewerSets { sets: 1 } => "one set of each to start with".to_owned(),
        Adaptation::FewerSets { sets } => format!("no more than {sets} sets of each yet"),
    }
}

/// Why something was left out.
pub(super) fn why(why: &Why) -> String {
    match why {
        Why::Past => "It is past.".to_owned(),
        Why::NoDay => "No day of this week is available.".to_owned(),
        Why::NoMinutes(minutes) => format!(
            "It takes {} and no day has enough time, even for a shorter version.",
            format::minutes(*minutes)
        ),
        Why::NoEquipment => {
            "None of its exercises can be done with the equipment available.".to_owned()
        }
        Why::Spoils(message) => message.clone(),
        Why::SecondLift => {
            "Each day that suits it has a lift already; “Replace” would make room for it."
                .to_owned()
        }
        Why::SecondRun => "Each day that suits it has a run already.".to_owned(),
    }
}

/// What is different about a copy, a line each; figures in the units of the one who gets it.
pub(super) fn differences(differences: &[Difference], units: Units) -> Vec<String> {
    let beats = |range: &HeartRateRange| format!("{}–{} bpm", range.low.0, range.high.0);
    let one = |difference: &Difference| match difference {
        Difference::Load { exercise, from, to } => format!(
            "{exercise}: {} instead of {}, by their 1RM",
            format::load(to, units),
            format::load(from, units)
        ),
        Difference::LoadKept { exercise, load } => format!(
            "{exercise}: {} as typed, since not both 1RM are known",
            format::load(load, units)
        ),
        Difference::MaxUnknown { exercise } => {
            format!("{exercise}: their 1RM is not known yet")
        }
        Difference::Pace { from, to } => format!(
            "{} instead of {}, by their speed",
            format::pace(*to, units),
            format::pace(*from, units)
        ),
        Difference::PaceKept(pace) => format!(
            "{} as typed, since not both threshold paces are known",
            format::pace(*pace, units)
        ),
        Difference::HeartRate { from, to } => {
            format!("{} instead of {}, by their reserve", beats(to), beats(from))
        }
        Difference::HeartRateKept(range) => format!(
            "{} as typed, since not both heart rates are known",
            beats(range)
        ),
    };
    differences.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Severity;

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap_or_default()
    }

    fn said_of(days: &[u32]) -> String {
        let finding = Finding {
            rule: "single-run-spike",
            title: "A run much longer than before",
            severity: Severity::Caution,
            sessions: Vec::new(),
            days: days.iter().map(|day| date(*day)).collect(),
            message: "Sunday’s run is long.".to_owned(),
            state: String::new(),
            accepted: None,
        };
        placed(&finding, date(16))
    }

    #[test]
    fn days_of_another_week_are_told_with_their_dates() {
        assert_eq!(said_of(&[16, 22]), "Sunday’s run is long.");
        assert_eq!(said_of(&[29]), "Sun 29 Nov: Sunday’s run is long.");
        let over = said_of(&[22, 23]);
        assert_eq!(over, "Sun 22 Nov–Mon 23 Nov: Sunday’s run is long.");
        let week = said_of(&[23, 24, 25, 26, 27, 28, 29]);
        assert_eq!(week, "Week of 23 Nov: Sunday’s run is long.");
    }
}
