//! Program blocks: the stretches of time over which an athlete follows a program.
//!
//! A block is read off the sessions that a program laid out, so it moves with them, and a program that was laid out
//! again after a pause is another block.

use chrono::NaiveDate;

use crate::domain::{Athlete, Origin, ProgramId};
use crate::library::Library;

use super::by_session::BySession;

/// A pause of more days than this ends a block: three weeks without a session of the program.
const LONGEST_PAUSE: i64 = 21;
/// A fall of the program's week by this much is a new start and not a session that was moved.
const NEW_START: u32 = 2;

/// A program followed without a long pause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgramBlock {
    /// Which program.
    pub program: ProgramId,
    /// Day of its first session.
    pub first: NaiveDate,
    /// Day of its last session, done or planned.
    pub last: NaiveDate,
    /// How many sessions it has.
    pub sessions: usize,
    /// The highest week of the program that it has reached so far, while it is gathered.
    week: u32,
}

impl ProgramBlock {
    /// The program's name.
    pub fn name<'a>(&self, library: &'a Library) -> &'a str {
        match library.program(&self.program) {
            Some(program) => &program.name,
            None if self.program.as_str() == Origin::SEASON => "Season plan",
            None => "A program since deleted",
        }
    }

    fn begin(program: ProgramId, session: InProgram) -> Self {
        Self {
            program,
            first: session.date,
            last: session.date,
            sessions: 1,
            week: session.week,
        }
    }

    /// True when a session of the same program carries the block on.
    fn goes_on_with(&self, session: InProgram) -> bool {
        let pause = (session.date - self.last).num_days();
        pause <= LONGEST_PAUSE && session.week.saturating_add(NEW_START) > self.week
    }
}

/// The program blocks of an athlete by their first day, kept up to date edit by edit. Sessions that came from templates, or
/// from no program, are in none.
#[derive(Debug, Clone, Default)]
pub struct BlockBook {
    /// The programs that were met.
    programs: Vec<String>,
    sessions: BySession<Option<InProgram>>,
}

/// A session that a program laid out.
#[derive(Debug, Clone, Copy)]
struct InProgram {
    /// Its place among the programs that were met. Twenty years of these are gone through after every edit, so they are
    /// kept small.
    program: u32,
    week: u32,
    date: NaiveDate,
}

impl BlockBook {
    /// The blocks of an athlete: the one it was asked for before, after an edit, or another.
    pub fn update(&mut self, athlete: &Athlete) -> Vec<ProgramBlock> {
        let programs = &mut self.programs;
        self.sessions.update(athlete.sessions.all(), |session| {
            let origin = session.origin.as_ref().filter(|origin| origin.week > 0)?;
            let known = programs.iter().position(|known| *known == origin.source);
            let program = known.unwrap_or_else(|| {
                programs.push(origin.source.clone());
                programs.len() - 1
            });
            Some(InProgram {
                program: u32::try_from(program).ok()?,
                week: origin.week,
                date: session.date,
            })
        });
        let mut blocks: Vec<ProgramBlock> = Vec::new();
        let mut open: Vec<Option<usize>> = vec![None; self.programs.len()];
        let in_programs = self.sessions.values().filter_map(|session| *session);
        for session in in_programs {
            let Some((open, name)) = open
                .get_mut(session.program as usize)
                .zip(self.programs.get(session.program as usize))
            else {
                continue;
            };
            let block = open.and_then(|place| blocks.get_mut(place));
            if let Some(block) = block.filter(|block| block.goes_on_with(session)) {
                block.last = session.date;
                block.sessions += 1;
                block.week = block.week.max(session.week);
            } else {
                *open = Some(blocks.len());
                let program = ProgramId::new(name.as_str());
                blocks.push(ProgramBlock::begin(program, session));
            }
        }
        blocks
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::{AthleteId, Plan, Profile, Session, SessionId, Stamp, Workout};

    /// An athlete with sessions of programs: date, program, week.
    fn athlete(sessions: &[(&str, &str, u32)]) -> Athlete {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        for (place, (date, program, week)) in sessions.iter().enumerate() {
            let id = SessionId::from_bits(place as u128);
            let plan = Plan::new(Workout::Strength(crate::domain::StrengthPlan::default()));
            let mut session = Session::planned(id, date.parse().unwrap(), plan, Stamp::default());
            session.origin = Some(
                Origin {
                    source: (*program).to_owned(),
                    week: *week,
                    slot: 1,
                }
                .into(),
            );
            athlete.sessions.put(Arc::new(session), usize::MAX);
        }
        athlete
    }

    fn found(sessions: &[(&str, &str, u32)]) -> Vec<(String, String, String, usize)> {
        let blocks = BlockBook::default().update(&athlete(sessions));
        let told = |block: ProgramBlock| {
            (
                block.program.to_string(),
                block.first.to_string(),
                block.last.to_string(),
                block.sessions,
            )
        };
        blocks.into_iter().map(told).collect()
    }

    fn block(
        program: &str,
        first: &str,
        last: &str,
        sessions: usize,
    ) -> (String, String, String, usize) {
        (program.into(), first.into(), last.into(), sessions)
    }

    #[test]
    fn a_program_is_one_block_over_a_week_of_illness_and_another_after_a_long_pause() {
        let sessions = [
            ("2026-03-02", "six", 1),
            ("2026-03-09", "six", 2),
            ("2026-03-30", "six", 3),
            ("2026-06-01", "six", 4),
        ];
        assert_eq!(
            found(&sessions),
            [
                block("six", "2026-03-02", "2026-03-30", 3),
                block("six", "2026-06-01", "2026-06-01", 1),
            ]
        );
    }

    #[test]
    fn laid_out_again_is_a_new_block_and_a_moved_session_is_not() {
        let sessions = [
            ("2026-03-02", "six", 1),
            ("2026-03-10", "six", 3),
            ("2026-03-11", "six", 2),
            ("2026-03-17", "six", 1),
        ];
        assert_eq!(
            found(&sessions),
            [
                block("six", "2026-03-02", "2026-03-11", 3),
                block("six", "2026-03-17", "2026-03-17", 1),
            ]
        );
    }

    #[test]
    fn two_programs_at_a_time_are_two_blocks_and_single_sessions_none() {
        let sessions = [
            ("2026-03-02", "six", 1),
            ("2026-03-03", "core", 1),
            ("2026-03-04", "template", 0),
            ("2026-03-09", "six", 2),
        ];
        assert_eq!(
            found(&sessions),
            [
                block("six", "2026-03-02", "2026-03-09", 2),
                block("core", "2026-03-03", "2026-03-03", 1),
            ]
        );
    }

    #[test]
    fn blocks_have_names_that_people_know() {
        let library = Library::shipped().unwrap();
        let blocks = BlockBook::default().update(&athlete(&[
            ("2026-03-02", "six-for-runners", 1),
            ("2026-03-03", "own-gone", 1),
            ("2026-03-04", Origin::SEASON, 1),
        ]));
        let names: Vec<_> = blocks.iter().map(|block| block.name(&library)).collect();
        assert_eq!(
            names,
            ["Six for runners", "A program since deleted", "Season plan"]
        );
    }
}
