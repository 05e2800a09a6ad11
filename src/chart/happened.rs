//! What happened to an athlete, as marks over the charts.

use super::draw::{Mark, MarkKind};
use super::time::day_of;
use crate::domain::{Athlete, Kind, Pain, Session};
use crate::library::Library;
use crate::load::title_of;

/// Races, logged pains and notes of an athlete, by date.
pub fn marks(athlete: &Athlete, library: &Library) -> Vec<Mark> {
    let mut marks: Vec<Mark> = athlete
        .profile
        .races
        .iter()
        .map(|race| Mark {
            day: day_of(race.date) + 0.5,
            kind: MarkKind::Race,
            text: race.name.clone(),
        })
        .collect();
    for session in athlete.sessions.all() {
        marks.extend(of_session(session, library));
    }
    marks.sort_by(|a, b| a.day.total_cmp(&b.day));
    marks
}

fn of_session(session: &Session, library: &Library) -> Option<Mark> {
    let day = day_of(session.date) + 0.5;
    let pains = session.log.as_ref().map_or(&[][..], |log| &log.pains);
    if !pains.is_empty() {
        let places: Vec<String> = pains.iter().map(place).collect();
        let text = format!(
            "{}, {}",
            places.join(", "),
            title_of(&session.plan, library)
        );
        let kind = MarkKind::Pain;
        return Some(Mark { day, kind, text });
    }
    let text = match session.kind() {
        Kind::Note if session.plan.note.is_empty() => title_of(&session.plan, library),
        Kind::Note => session.plan.note.clone(),
        Kind::Run(_) | Kind::Strength | Kind::Cross | Kind::Mobility | Kind::Rest => return None,
    };
    let kind = MarkKind::Note;
    Some(Mark { day, kind, text })
}

fn place(pain: &Pain) -> String {
    let kind = if pain.sharp { "sharp pain" } else { "ache" };
    if pain.place.is_empty() {
        kind.to_owned()
    } else {
        format!("{kind} in the {}", pain.place)
    }
}
