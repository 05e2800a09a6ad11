//! The suggestion held against every arrangement of small random weeks.

use chrono::Days;
use proptest::prelude::*;

use super::{arranged, better, is_explained, tally};
use crate::domain::*;
use crate::edit::{Edit, apply};
use crate::rules::accept;
use crate::rules::arrange::{Proof, Tally};
use crate::rules::tests::support::{TestWeek, monday};

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const KINDS: [&str; 9] = [
    "easy 50min",
    "steady 45min",
    "tempo 60min",
    "intervals 60min",
    "long 110min",
    "strength heavy 50min",
    "strength moderate 40min",
    "strength light 30min",
    "strength upper 40min",
];

/// A week of up to `most` sessions with their times or without any, a neighbour on either side, some days closed, some
/// sessions locked or done, perhaps a finding accepted. The more sessions, the fewer days are open, so that all
/// arrangements can be tried.
fn any_week(most: usize) -> impl Strategy<Value = TestWeek> {
    let session = (0..KINDS.len(), 0..7usize, any::<bool>(), 0..12usize);
    let settings = (0..3usize, 0..3usize, any::<bool>(), any::<bool>());
    let neighbours = proptest::collection::vec((0..KINDS.len(), any::<bool>()), 0..3);
    let limits = (0..7usize, 0..14usize, any::<bool>(), 0..14usize);
    (
        proptest::collection::vec(session, 1..=most),
        settings,
        neighbours,
        limits,
    )
        .prop_map(
            |(
                sessions,
                (policy, priority, strict, timed),
                neighbours,
                (shift, limited, accepts, gymless),
            )| {
                let start = |late: bool| match (timed, late) {
                    (false, _) => "",
                    (true, false) => "07:00",
                    (true, true) => "18:00",
                };
                let week_of = |&(kind, day, late, state): &(usize, usize, bool, usize)| {
                    let state = ["locked", "done", "key"].get(state).unwrap_or(&"");
                    format!("{} {} {} {state}", DAYS[day], start(late), KINDS[kind])
                };
                let mut parts: Vec<String> = sessions.iter().map(week_of).collect();
                for (index, (kind, late)) in neighbours.iter().enumerate() {
                    let day = if index == 0 { "next Mon" } else { "Tue" };
                    parts.push(format!("{day} {} {}", start(*late), KINDS[*kind]));
                }
                let mut week = TestWeek::of(&parts.join(";"));
                if let Some(last) = week
                    .athlete
                    .sessions
                    .all()
                    .last()
                    .filter(|_| neighbours.len() > 1)
                {
                    let mut before = Session::clone(last);
                    before.date = monday() - Days::new(1);
                    week.athlete.sessions.put(before.into(), 0);
                }
                let profile = &mut week.athlete.profile;
                profile.policy = Some(Policy::ALL[policy]);
                profile.priority = Priority::ALL[priority];
                profile.rules.strict_48h = Some(strict);
                let closed = [0, 0, 0, 1, 3, 5][sessions.len()];
                for day in 0..closed {
                    profile.availability.week[(day + shift) % 7] = DayAvailability::Unavailable;
                }
                if let Some(day) = profile.availability.week.get_mut(limited) {
                    *day = DayAvailability::Limited {
                        minutes: Some(60),
                        gym: true,
                        equipment: Vec::new(),
                    };
                }
                if let Some(day) = profile.availability.week.get_mut(gymless) {
                    *day = DayAvailability::Limited {
                        minutes: None,
                        gym: false,
                        equipment: Vec::new(),
                    };
                }
                lift_heavy(&mut week);
                if let Some(finding) = week.findings().first().filter(|_| accepts) {
                    let accepted = accept(finding, "meant so", monday());
                    week.athlete.profile.accepted.push(accepted);
                }
                week
            },
        )
}

/// Gives the heavy sessions an exercise that needs the gym.
pub(super) fn lift_heavy(week: &mut TestWeek) {
    for session in week.athlete.sessions.all().to_vec() {
        let is_heavy = |plan: &StrengthPlan| plan.leg_load == Some(LegLoad::Heavy);
        if !session.plan.strength().is_some_and(is_heavy) {
            continue;
        }
        let mut lifting = Session::clone(&session);
        let reps = Reps::Count(Count::exactly(5));
        let sets = Count::exactly(4);
        let deadlift = Prescription::new(ExerciseId::new("deadlift"), "", sets, reps);
        if let Some(exercises) = lifting.plan.workout.exercises_mut() {
            exercises.push(deadlift);
        }
        let place = week.athlete.sessions.place(session.id).unwrap();
        week.athlete.sessions.put(lifting.into(), place);
    }
}

/// Sessions on days that are not available, findings, moves.
type Rank = (usize, Tally, usize);

/// The best of all arrangements, with none of the search's shortcuts.
fn by_force(week: &TestWeek) -> Rank {
    let trial = Trial::of(week);
    let mut choice = vec![0; trial.sessions.len()];
    let mut best = trial.rank(&choice);
    while trial.advance(&mut choice) {
        let rank = trial.rank(&choice);
        best = match (best, rank) {
            (Some(best), Some(rank)) => Some(best.min(rank)),
            (best, rank) => best.or(rank),
        };
    }
    best.expect("a week may always stay as it is")
}

struct Trial<'w> {
    week: &'w TestWeek,
    sessions: Vec<Session>,
    slots: Vec<Vec<Slot>>,
}

impl<'w> Trial<'w> {
    fn of(week: &'w TestWeek) -> Self {
        let sunday = monday() + Days::new(6);
        let sessions = week.athlete.sessions.between(monday(), sunday);
        let sessions: Vec<Session> = sessions.iter().map(|s| Session::clone(s)).collect();
        let slots = sessions
            .iter()
            .map(|session| slots_of(week, session))
            .collect();
        Self {
            week,
            sessions,
            slots,
        }
    }

    /// The next arrangement, like the next number on a counter.
    fn advance(&self, choice: &mut [usize]) -> bool {
        for (digit, slots) in choice.iter_mut().zip(&self.slots) {
            *digit += 1;
            if *digit < slots.len() {
                return true;
            }
            *digit = 0;
        }
        false
    }

    /// `None` for an arrangement that may not be.
    fn rank(&self, choice: &[usize]) -> Option<Rank> {
        let slots: Vec<Slot> = choice
            .iter()
            .zip(&self.slots)
            .map(|(&c, slots)| slots[c])
            .collect();
        if !self.keeps_apart(choice, &slots) {
            return None;
        }
        let unavailable = self.unavailable(&slots)?;
        let mut moved: Vec<usize> = (0..slots.len()).filter(|&i| choice[i] > 0).collect();
        moved.sort_by_key(|&i| {
            let slot = slots[i];
            (
                slot.date != self.sessions[i].date,
                slot.date,
                slot.start.minute().is_none(),
                slot.start.minute(),
            )
        });
        let mut week = self.week.clone();
        for &index in &moved {
            let mut session = self.sessions[index].clone();
            session.move_to(slots[index]);
            let edit = if session.date == self.sessions[index].date {
                Edit::update(&self.week.athlete, session)
            } else {
                Edit::put(session)
            };
            apply(&mut week.athlete, &[edit], Stamp::default());
        }
        Some((unavailable, tally(&week), moved.len()))
    }

    /// Nothing moves to where another session is, nor without a time to a day with others.
    fn keeps_apart(&self, choice: &[usize], slots: &[Slot]) -> bool {
        let length = |i: usize| self.sessions[i].plan.duration.unwrap().0;
        let others = |i: usize| (0..slots.len()).filter(move |&j| i != j);
        let moved = (0..slots.len()).filter(|&i| choice[i] > 0);
        let mut same_day = moved
            .flat_map(|i| others(i).map(move |j| (i, j)))
            .filter(|&(i, j)| slots[i].date == slots[j].date);
        same_day.all(
            |(i, j)| match (slots[i].start.minute(), slots[j].start.minute()) {
                (None, _) => slots[i].date == self.sessions[i].date,
                (Some(_), None) => true,
                (Some(one), Some(two)) => one >= two + length(j) || two >= one + length(i),
            },
        )
    }

    /// Sessions and days against the athlete's availability; `None` where a move made it so.
    fn unavailable(&self, slots: &[Slot]) -> Option<usize> {
        let mut count = 0;
        for day in 0..7 {
            let date = monday() + Days::new(day);
            let here: Vec<usize> = (0..slots.len())
                .filter(|&i| slots[i].date == date)
                .collect();
            let movable = here.iter().filter(|&&i| self.slots[i].len() > 1).count();
            let minutes: u32 = here
                .iter()
                .map(|&i| self.sessions[i].plan.duration.unwrap().0)
                .sum();
            match self.week.athlete.profile.availability.on(date) {
                DayAvailability::Unavailable => count += movable,
                DayAvailability::Limited {
                    minutes: Some(most),
                    ..
                } if minutes > *most => {
                    if here.iter().any(|&i| self.sessions[i].date != date) {
                        return None;
                    }
                    count += movable.min(1);
                }
                _ => {}
            }
        }
        Some(count)
    }
}

fn slots_of(week: &TestWeek, session: &Session) -> Vec<Slot> {
    let mut slots = vec![session.slot()];
    if session.locked || session.status != Status::Planned {
        return slots;
    }
    let profile = &week.athlete.profile;
    let starts = [
        session.plan.start,
        Start::Clock(profile.morning),
        Start::Clock(profile.evening),
    ];
    for date in (0..7).map(|day| monday() + Days::new(day)) {
        let needs_gym = !session.plan.workout.exercises().is_empty() && date != session.date;
        let is_closed = match profile.availability.on(date) {
            DayAvailability::Unavailable => true,
            DayAvailability::Limited { gym, .. } => !gym && needs_gym,
            DayAvailability::Free => false,
        };
        if is_closed {
            continue;
        }
        for start in starts {
            let slot = Slot { date, start };
            if !slots.contains(&slot) {
                slots.push(slot);
            }
        }
    }
    slots
}

fn prove(week: &TestWeek) -> Result<(), TestCaseError> {
    let found = better(week);
    let (_, tally_by_force, moves) = by_force(week);
    prop_assert_eq!(found.proof, Proof::Optimal);
    prop_assert_eq!((found.after, found.moves.len()), (tally_by_force, moves));
    prop_assert_eq!(tally(&arranged(week, &found)), found.after);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_arrangement_of_few_sessions_is_better(week in any_week(3)) {
        prove(&week)?;
    }

    #[test]
    fn no_arrangement_of_more_sessions_in_fewer_days_is_better(week in any_week(5)) {
        prove(&week)?;
    }

    #[test]
    fn it_is_never_worse_than_before_and_every_move_has_a_reason(week in any_week(4)) {
        let found = better(&week);
        prop_assert_eq!(found.before, tally(&week));
        prop_assert!(found.moves.iter().all(|change| is_explained(&change.gain)));
        prop_assert_eq!(found.relax.is_none(), found.after.is_clear() && by_days(&week, &found));
        for session in week.athlete.sessions.all() {
            if session.locked || session.status != Status::Planned {
                prop_assert!(found.moves.iter().all(|change| change.session != session.id));
            }
        }
    }
}

/// True when no movable session is left on a day that is not available.
fn by_days(week: &TestWeek, found: &super::Suggestion) -> bool {
    let week = arranged(week, found);
    let trial = Trial::of(&week);
    let stays: Vec<Slot> = trial.sessions.iter().map(Session::slot).collect();
    trial.unavailable(&stays) == Some(0)
}
