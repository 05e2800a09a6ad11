//! One race, one place: a race of the profile and its session on the calendar move together, whichever of them moves.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{Athlete, AthleteId, Profile, Race, RunKind, Session, Stamp, Workspace};
use crate::edit::{Edit, Transaction, WorkspaceEdit, apply};

/// A change to the workspace with what it takes to keep every race and its session on one day: a race session that moved
/// takes the race along, and a race that got another date takes its session along.
pub fn transaction_with_race_days(workspace: &Workspace, transaction: Transaction) -> Transaction {
    // One athlete may stand in several of the edits, each of which builds on those before.
    let mut so_far: BTreeMap<AthleteId, Athlete> = BTreeMap::new();
    let mut touched: Vec<AthleteId> = Vec::new();
    for edit in &transaction.edits {
        let WorkspaceEdit::Athlete(id, edits) = edit else {
            continue;
        };
        let Some(before) = workspace.athlete(*id) else {
            continue;
        };
        let after = so_far.entry(*id).or_insert_with(|| Athlete::clone(before));
        apply(after, edits, Stamp::default());
        if !touched.contains(id) {
            touched.push(*id);
        }
    }
    let mut transaction = transaction;
    for id in touched {
        let (Some(before), Some(after)) = (workspace.athlete(id), so_far.get(&id)) else {
            continue;
        };
        let edits = follow(before, after);
        if !edits.is_empty() {
            transaction.edits.push(WorkspaceEdit::Athlete(id, edits));
        }
    }
    transaction
}

/// The edits that put races and their sessions on one day again, after a change that may have parted them.
fn follow(before: &Athlete, after: &Athlete) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut profile: Option<Profile> = None;
    for race in &before.profile.races {
        let Some(now) = after.profile.races.iter().find(|now| now.id == race.id) else {
            continue;
        };
        let Some(session) = session_of(before, race) else {
            continue;
        };
        let Some(session) = after.sessions.get(session.id).filter(|now| is_race(now)) else {
            continue;
        };
        if now.date == race.date {
            let moved = session.date != race.date && session_of(after, now).is_none();
            let races = &mut profile.get_or_insert_with(|| after.profile.clone()).races;
            let place = races.iter_mut().find(|other| other.id == race.id);
            if let Some(place) = place.filter(|_| moved) {
                place.date = session.date;
            }
        } else if session.date == race.date && !session.status.is_trained() {
            edits.push(match session_of(after, now) {
                // The change brought a session for the new day with it.
                Some(_) => Edit::Remove(session.id),
                None => Edit::put(Session {
                    date: now.date,
                    ..Session::clone(session)
                }),
            });
        }
    }
    if let Some(profile) = profile.filter(|profile| *profile != after.profile) {
        edits.push(Edit::Profile(Box::new(profile)));
    }
    edits
}

/// The session of a race: the one on its day that is a race.
fn session_of<'a>(athlete: &'a Athlete, race: &Race) -> Option<&'a Arc<Session>> {
    let mut on_day = athlete.sessions.on(race.date).iter();
    on_day.find(|session| is_race(session))
}

fn is_race(session: &Session) -> bool {
    let run = session.plan.run();
    run.is_some_and(|run| run.kind == RunKind::Race)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::{AthleteId, Meters, Plan, RaceId, RunPlan, SessionId, Workout};
    use crate::edit::UndoHistory;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 3, n).unwrap()
    }

    fn session(id: u128, date: NaiveDate, kind: RunKind) -> Session {
        let plan = Plan::new(Workout::Run(RunPlan {
            distance: Some(Meters::from_km(21.1)),
            ..RunPlan::of(kind)
        }));
        Session::planned(SessionId::from_bits(id), date, plan, Stamp::default())
    }

    /// An athlete with a race on the 21st, planned as session 3, and an easy run the day before.
    fn workspace() -> Workspace {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Nina"));
        athlete.profile.races.push(Race {
            distance: Some(Meters::from_km(21.1)),
            ..Race::new(RaceId::from_bits(7), day(21), "Spring half")
        });
        athlete.sessions = [
            session(2, day(20), RunKind::Easy),
            session(3, day(21), RunKind::Race),
        ]
        .into_iter()
        .collect();
        let mut workspace = Workspace::default();
        workspace.put(Arc::new(athlete));
        workspace
    }

    /// The days of the race and of the race sessions after an edit, and after it was taken back.
    fn days_after(edits: Vec<Edit>) -> [(NaiveDate, Vec<NaiveDate>); 2] {
        let mut workspace = workspace();
        let step = Transaction::new(
            "Move",
            WorkspaceEdit::Athlete(AthleteId::from_bits(1), edits),
        );
        let step = transaction_with_race_days(&workspace, step);
        let mut history = UndoHistory::default();
        history.apply(&mut workspace, step, Stamp::default());
        let days = |workspace: &Workspace| {
            let athlete = &workspace.athletes[0];
            let races = athlete.sessions.all().iter().filter(|it| is_race(it));
            (
                athlete.profile.races[0].date,
                races.map(|race| race.date).collect(),
            )
        };
        let after = days(&workspace);
        history.undo(&mut workspace, Stamp::default());
        [after, days(&workspace)]
    }

    #[test]
    fn a_dragged_race_session_takes_the_race_along() {
        let edits = vec![Edit::put(session(3, day(28), RunKind::Race))];
        let [after, undone] = days_after(edits);
        assert_eq!(after, (day(28), vec![day(28)]));
        assert_eq!(undone, (day(21), vec![day(21)]), "one step");
    }

    #[test]
    fn a_race_with_another_date_takes_its_session_along() {
        let mut profile = workspace().athletes[0].profile.clone();
        profile.races[0].date = day(14);
        let edits = vec![Edit::Profile(Box::new(profile))];
        let [after, undone] = days_after(edits);
        assert_eq!(after, (day(14), vec![day(14)]));
        assert_eq!(undone, (day(21), vec![day(21)]));
    }

    #[test]
    fn a_step_that_brings_a_session_for_the_new_day_leaves_no_second_one() {
        let mut profile = workspace().athletes[0].profile.clone();
        profile.races[0].date = day(28);
        let edits = vec![
            Edit::Profile(Box::new(profile)),
            Edit::put(session(9, day(28), RunKind::Race)),
        ];
        let [after, _] = days_after(edits);
        assert_eq!(after, (day(28), vec![day(28)]));
    }

    #[test]
    fn a_copy_and_another_run_leave_the_race_where_it_is() {
        let copy = vec![Edit::put(session(9, day(28), RunKind::Race))];
        assert_eq!(days_after(copy)[0].0, day(21));
        let easy = vec![Edit::put(session(2, day(28), RunKind::Easy))];
        assert_eq!(days_after(easy)[0], (day(21), vec![day(21)]));
        let removed = vec![Edit::Remove(SessionId::from_bits(3))];
        assert_eq!(days_after(removed)[0].0, day(21));
    }
}
