//! What an athlete said about a session, in words.

use chrono::NaiveDate;

use crate::domain::{Log, Session};

use super::format;

/// Sentences for what an athlete said: their words first, then pains, then how the body took it.
pub fn lines(log: &Log) -> Vec<String> {
    let mut lines = Vec::new();
    let note = log.note.trim();
    if !note.is_empty() {
        lines.push(format!("“{note}”"));
    }
    for pain in log.pains.iter().filter(|pain| !pain.clear) {
        let place = match pain.place.trim() {
            "" => "Something",
            place => place,
        };
        let how = if pain.sharp { " (sharp)" } else { "" };
        lines.push(format!("{} hurts{how}", format::upper_first(place)));
    }
    let felt = [
        (log.heavy_legs, "Heavy legs"),
        (log.sore, "Very sore"),
        (log.slept_badly, "Slept badly"),
    ];
    lines.extend(
        felt.into_iter()
            .filter(|(said, _)| *said)
            .map(|(_, words)| words.to_owned()),
    );
    let rpe = log.rpe;
    lines.extend(rpe.map(|rpe| format!("RPE {}", format::number(rpe.value(), 1))));
    lines
}

/// "3 new since Tuesday", of sessions by date.
pub fn count_of(news: &[std::sync::Arc<Session>], today: NaiveDate) -> String {
    let since = news.first().map(|session| session.date);
    let since = match since {
        Some(date) if date == today => "today".to_owned(),
        Some(date) if (today - date).num_days() < 7 => format!("since {}", date.format("%A")),
        Some(date) => format!("since {}", format::day_month(date)),
        None => return String::new(),
    };
    format!("{} new {since}", news.len())
}
