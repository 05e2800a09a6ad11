//! What happened to an athlete, as marks over the charts.

use chrono::NaiveDate;

use super::draw::{Annotation, AnnotationKind};
use super::time::day_of;
use crate::domain::{Athlete, Kind, Pain, RacePriority, Session};
use crate::library::Library;
use crate::load::{BlockBook, BySession, ProgramBlock, title_of};

/// A program that begins within so many days of another's end takes its place: the end needs no mark of its own.
const CHANGE_DAYS: i64 = 14;

/// Races, changes of program, logged pains and notes of an athlete, by date.
pub fn marks(athlete: &Athlete, library: &Library) -> Vec<Annotation> {
    AnnotationBook::default().update(athlete, library).0
}

/// The marks and the program blocks of an athlete, kept up to date edit by edit.
#[derive(Debug, Clone, Default)]
pub struct AnnotationBook {
    /// Whether a session has a mark of its own: few have, and the words of those are found each time.
    marked: BySession<bool>,
    blocks: BlockBook,
}

impl AnnotationBook {
    /// The marks by date, and the program blocks, of an athlete: the one it was asked for before, after an edit, or
    /// another.
    pub fn update(
        &mut self,
        athlete: &Athlete,
        library: &Library,
    ) -> (Vec<Annotation>, Vec<ProgramBlock>) {
        self.marked
            .update(athlete.sessions.all(), |session| is_marked(session));
        let mut marks: Vec<Annotation> = athlete
            .profile
            .races
            .iter()
            .map(|race| Annotation {
                day: day_of(race.date) + 0.5,
                kind: AnnotationKind::Race,
                text: race.name.clone(),
                main: race.priority == RacePriority::A,
            })
            .collect();
        let marked = self.marked.iter().filter(|(_, marked)| **marked);
        marks.extend(marked.filter_map(|(session, _)| of_session(session, library)));
        let blocks = self.blocks.update(athlete);
        marks.extend(of_programs(&blocks, library));
        marks.sort_by(|a, b| a.day.total_cmp(&b.day));
        // Of two programs that begin together the second sign would hide the first.
        marks.dedup_by(|next, mark| {
            let same = next.day == mark.day && next.kind == mark.kind;
            if same {
                mark.text = format!("{}; {}", mark.text, next.text);
            }
            same
        });
        (marks, blocks)
    }
}

/// True for sessions with pains, and for notes.
fn is_marked(session: &Session) -> bool {
    let pains = session.log.as_ref().map_or(&[][..], |log| &log.pains);
    !pains.is_empty() || session.kind() == Kind::Note
}

/// Where programs begin, and where they end without another in their place.
fn of_programs(blocks: &[ProgramBlock], library: &Library) -> Vec<Annotation> {
    let mark = |date: NaiveDate, text: String| Annotation {
        day: day_of(date) + 0.5,
        kind: AnnotationKind::Program,
        text,
        main: false,
    };
    let mut marks = Vec::new();
    for block in blocks {
        let name = block.name(library);
        marks.push(mark(block.first, format!("{name} begins")));
        let replaced = blocks.iter().any(|other| {
            let pause = (other.first - block.last).num_days();
            other != block && (0..=CHANGE_DAYS).contains(&pause)
        });
        if !replaced && block.last > block.first {
            marks.push(mark(block.last, format!("{name} ends")));
        }
    }
    marks
}

fn of_session(session: &Session, library: &Library) -> Option<Annotation> {
    let day = day_of(session.date) + 0.5;
    let pains = session.log.as_ref().map_or(&[][..], |log| &log.pains);
    if !pains.is_empty() {
        let places: Vec<String> = pains.iter().map(place).collect();
        let text = format!(
            "{}, {}",
            places.join(", "),
            title_of(&session.plan, library)
        );
        let kind = AnnotationKind::Pain;
        let main = false;
        return Some(Annotation {
            day,
            kind,
            text,
            main,
        });
    }
    let text = match session.kind() {
        Kind::Note if session.plan.note.is_empty() => title_of(&session.plan, library),
        Kind::Note => session.plan.note.clone(),
        Kind::Run(_) | Kind::Strength | Kind::Cross | Kind::Mobility | Kind::Rest => return None,
    };
    let kind = AnnotationKind::Note;
    let main = false;
    Some(Annotation {
        day,
        kind,
        text,
        main,
    })
}

fn place(pain: &Pain) -> String {
    let kind = if pain.sharp { "sharp pain" } else { "ache" };
    if pain.place.is_empty() {
        kind.to_owned()
    } else {
        format!("{kind} in the {}", pain.place)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::{AthleteId, Origin, Plan, Profile, SessionId, Stamp, Workout};

    #[test]
    fn a_change_of_program_is_one_mark_and_the_end_of_the_last_another() {
        let library = Library::shipped().unwrap();
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let weeks = [
            ("2026-03-02", "six-for-runners", 1),
            ("2026-03-09", "six-for-runners", 2),
            ("2026-03-16", "countdown-4", 1),
            ("2026-03-23", "countdown-4", 2),
        ];
        for (place, (date, program, week)) in weeks.into_iter().enumerate() {
            let plan = Plan::new(Workout::Strength(crate::domain::StrengthPlan::default()));
            let (id, date) = (SessionId::from_bits(place as u128), date.parse().unwrap());
            let mut session = Session::planned(id, date, plan, Stamp::default());
            session.origin = Some(
                Origin {
                    source: program.to_owned(),
                    week,
                    slot: 1,
                }
                .into(),
            );
            athlete.sessions.put(Arc::new(session), 0);
        }
        let name = |id: &str| {
            &library
                .program(&crate::domain::ProgramId::new(id))
                .unwrap()
                .name
        };
        let found: Vec<_> = marks(&athlete, &library)
            .into_iter()
            .map(|mark| (mark.kind, mark.text))
            .collect();
        let (six, countdown) = (name("six-for-runners"), name("countdown-4"));
        assert_eq!(
            found,
            [
                (AnnotationKind::Program, format!("{six} begins")),
                (AnnotationKind::Program, format!("{countdown} begins")),
                (AnnotationKind::Program, format!("{countdown} ends")),
            ]
        );
    }
}
