//! One session as plan text, by itself.

use crate::domain::{Athlete, AthleteId, Profile, Session, Units};
use crate::library::Library;

use super::write::write;

/// The plan of a session as plan text with figures in these units, without the headers of a plan. Two plans with the
/// same words ask for the same.
pub fn write_session(session: &Session, library: &Library, units: Units) -> String {
    let mut profile = Profile::named("");
    profile.units = units;
    let mut alone = Athlete::new(AthleteId::from_bits(0), profile);
    alone.sessions = std::iter::once(session.clone()).collect();
    let written = write(&alone, library, session.date, session.date).text;
    // The headers end at the first empty line.
    let words = written.split_once("\n\n").map_or("", |(_, words)| words);
    words.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Minutes, Plan, RunKind, RunPlan, SessionId, Stamp, Workout};

    #[test]
    fn a_session_is_its_day_and_its_plan() {
        let date = "2026-11-24".parse().unwrap();
        let plan = Plan {
            duration: Some(Minutes(45)),
            ..Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)))
        };
        let session = Session::planned(SessionId::from_bits(1), date, plan, Stamp::default());
        let library = Library::default();
        let words = write_session(&session, &library, Units::default());
        assert_eq!(
            words.split_whitespace().collect::<Vec<_>>(),
            ["Tue", "easy", "45min"]
        );
    }
}
