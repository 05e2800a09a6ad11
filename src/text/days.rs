//! The names of days, and the words of equipment that is at hand on them.

use chrono::Weekday;

use crate::domain::Equipment;

/// The days of the week as plan text writes them.
const DAYS: [(Weekday, &str, &str, &[&str]); 7] = [
    (Weekday::Mon, "Mon", "monday", &["mo"]),
    (Weekday::Tue, "Tue", "tuesday", &["tues", "tu"]),
    (Weekday::Wed, "Wed", "wednesday", &["weds", "we"]),
    (Weekday::Thu, "Thu", "thursday", &["thur", "thurs", "th"]),
    (Weekday::Fri, "Fri", "friday", &["fr"]),
    (Weekday::Sat, "Sat", "saturday", &["sa"]),
    (Weekday::Sun, "Sun", "sunday", &["su"]),
];

/// The day a word names: three letters or all of them, in lower case, with or without a full stop or colon.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches([':', '.']);
    let (day, ..) = DAYS.iter().find(|(_, short, long, others)| {
        short.eq_ignore_ascii_case(word) || *long == word || others.contains(&word)
    })?;
    Some(*day)
}

/// A day in three English letters.
pub fn day_word(day: Weekday) -> &'static str {
    DAYS.iter()
        .find(|(own, ..)| *own == day)
        .map_or("", |(_, short, ..)| *short)
}

/// The words of equipment in `available:`.
const EQUIPMENT: [(Equipment, &str); 16] = [
    (Equipment::Dumbbells, "dumbbells"),
    (Equipment::Kettlebell, "kettlebell"),
    (Equipment::Barbell, "barbell"),
    (Equipment::HexBar, "hex-bar"),
    (Equipment::Band, "band"),
    (Equipment::Bench, "bench"),
    (Equipment::Box, "box"),
    (Equipment::PullUpBar, "pull-up-bar"),
    (Equipment::Cable, "cable"),
    (Equipment::Machine, "machine"),
    (Equipment::Landmine, "landmine"),
    (Equipment::MedicineBall, "medicine-ball"),
    (Equipment::Rope, "rope"),
    (Equipment::AbWheel, "ab-wheel"),
    (Equipment::FoamRoller, "foam-roller"),
    (Equipment::Anchor, "anchor"),
];

/// The equipment a word names.
pub(super) fn equipment(word: &str) -> Option<Equipment> {
    EQUIPMENT
        .iter()
        .find(|(_, own)| *own == word)
        .map(|(item, _)| *item)
}

/// The word of a piece of equipment; `None` for "no equipment", which needs none.
pub(super) fn equipment_word(item: Equipment) -> Option<&'static str> {
    EQUIPMENT
        .iter()
        .find(|(own, _)| *own == item)
        .map(|(_, word)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_many_spellings() {
        for word in ["tue", "tues", "tuesday", "tue:"] {
            assert_eq!(weekday(word), Some(Weekday::Tue), "{word}");
        }
        assert_eq!(weekday("tuesdays"), None);
    }

    #[test]
    fn every_piece_of_equipment_has_a_word() {
        for &item in Equipment::ALL {
            if item != Equipment::None {
                assert_eq!(equipment_word(item).and_then(equipment), Some(item));
            }
        }
    }
}
