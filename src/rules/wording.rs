//! How findings speak: sessions, days and hours in the athlete's own terms.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::{Kind, LegLoad, Region};

use super::entry::{Entry, Role, Subject};

/// A session within a sentence: "heavy lower body", "tempo", "“Hill sprints”".
pub(super) fn name(entry: &Entry) -> String {
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
pub(super) fn dated(entry: &Entry) -> String {
    format!("{}'s {}", day(entry.date), name(entry))
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
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) if hours < 10 => format!("{hours} h {rest} min"),
        (hours, _) => format!("{hours} h"),
    }
}

/// A threshold in hours: "6 h", "2.5 h".
pub(super) fn hours(hours: f64) -> String {
    format!("{hours} h")
}

/// A sentence with a capital at its beginning.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_read_as_people_say_them() {
        let said: Vec<_> = [0, 45, 150, 360, 870, 1425].into_iter().map(gap).collect();
        assert_eq!(
            said,
            ["0 min", "45 min", "2 h 30 min", "6 h", "14 h", "23 h"]
        );
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(sentence("heavy legs"), "Heavy legs");
        assert_eq!(sentence(""), "");
    }
}
