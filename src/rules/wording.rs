//! How findings speak: sessions, days and hours in the athlete's own terms.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::phrase::listed;
pub(super) use crate::domain::phrase::{capitalised as sentence, counted as count};
use crate::domain::{Kind, LegLoad, LoadSpec, Meters, Minutes, Region, Units};
use crate::notation::{self, Style};

use super::timeline_entry::{Role, Subject, TimelineEntry};

/// A session within a sentence: "heavy lower body", "tempo", "“Hill sprints”".
pub(super) fn name(entry: &TimelineEntry) -> String {
    let session = match &entry.subject {
        Subject::Race(name) if name.is_empty() => return "race".to_owned(),
        Subject::Race(name) => return name.to_string(),
        Subject::Session(session) => session,
    };
    let title = session.plan.title.trim();
    if !title.is_empty() {
        return format!("“{title}”");
    }
    match (entry.role, session.kind()) {
        (Role::Strength(region, load), _) => strength_name(region, load),
        (Role::Run, Kind::Run(kind)) => kind.title().to_lowercase(),
        (Role::Run, _) => "cross-training".to_owned(),
    }
}

fn strength_name(region: Region, load: LegLoad) -> String {
    let place = match region {
        Region::Lower => "lower body",
        Region::Upper => "upper body",
        Region::Core => "core work",
        Region::Full => "full body",
    };
    match load {
        LegLoad::None => place.to_owned(),
        load => format!("{} {place}", load.word()),
    }
}

/// A session with its day, to begin a sentence or stand in it: "Tuesday's heavy lower body".
pub(super) fn dated(entry: &TimelineEntry) -> String {
    format!("{}’s {}", day(entry.date), name(entry))
}

/// A session with its day and its time: "Friday’s “Lower body strength” takes 40 min"; of one that was trained, which may
/// have gone on longer than its card plans, "took 45 min".
pub(super) fn lasting(entry: &TimelineEntry) -> String {
    let is_trained = entry
        .session()
        .is_some_and(|session| session.status.is_trained());
    let takes = if is_trained { "took" } else { "takes" };
    format!("{} {takes} {}", dated(entry), minutes(entry.duration.0))
}

/// The full name of a day.
pub(super) fn day(date: NaiveDate) -> &'static str {
    match date.weekday() {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// A gap as people say it: "14 h", "2 h 30 min", "45 min". From ten hours on the minutes are left out.
pub(super) fn gap(minutes: i64) -> String {
    let minutes = u32::try_from(minutes).unwrap_or_default();
    let hours = minutes / 60;
    let told = if hours < 10 { minutes } else { hours * 60 };
    notation::minutes(Minutes(told))
}

/// A threshold in hours: "6 h", "2.5 h".
pub(super) fn hours(hours: f64) -> String {
    format!("{hours} h")
}

/// A distance in the athlete's unit, to a tenth: "17.6 km", "11 mi".
pub(super) fn distance(meters: f64, units: Units) -> String {
    notation::distance(Meters::new(meters), units)
}

/// A load in the athlete's unit: "62.5 kg", "2 × 12 kg".
pub(super) fn load(load: &LoadSpec, units: Units) -> String {
    notation::load(load, units, Style::Paper)
}

/// Minutes as people say them: "45 min", "1 h 20 min".
pub(super) fn minutes(minutes: u32) -> String {
    notation::minutes(Minutes(minutes))
}

/// Things in a row: "a", "a and b", "a, b and c".
pub(super) fn list(words: &[String]) -> String {
    listed(words, "and")
}

/// Things of which there is none: "a", "a or b", "a, b or c".
pub(super) fn none_of(words: &[String]) -> String {
    listed(words, "or")
}

/// A share as a whole percentage: "38 %".
pub(super) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kilograms;

    #[test]
    fn gaps_read_as_people_say_them() {
        let said: Vec<_> = [0, 45, 150, 360, 870, 1425].into_iter().map(gap).collect();
        assert_eq!(
            said,
            ["0 min", "45 min", "2 h 30 min", "6 h", "14 h", "23 h"]
        );
    }

    #[test]
    fn figures_read_in_the_athletes_units() {
        let miles = Units::IMPERIAL;
        assert_eq!(distance(17_640.0, Units::default()), "17.6 km");
        assert_eq!(distance(16_093.44, miles), "10 mi");
        let pair = LoadSpec::Pair(Kilograms::new(12.0));
        assert_eq!(load(&pair, Units::default()), "2 × 12 kg");
        assert_eq!(
            load(&LoadSpec::Kg(Kilograms::from_pounds(135.0)), miles),
            "135 lb"
        );
    }

    #[test]
    fn a_share_is_a_whole_percentage() {
        assert_eq!(percent(0.376), "38 %");
    }
}
