use super::*;
use crate::domain::{Plan, Profile, Race, RaceId, Session, Stamp, Start, Workout};
use crate::rules::arrange::{Gain, Move};

fn date(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn athlete(race: NaiveDate) -> Athlete {
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    athlete
        .profile
        .races
        .push(Race::new(RaceId::from_bits(1), race, "City run"));
    athlete
}

#[test]
fn the_span_reaches_into_the_week_of_the_next_race() {
    let (first, today) = (date(11, 23), date(11, 25));
    let to = |race| to_race(&athlete(race), first, today).map(|(weeks, _)| weeks);
    assert_eq!(to(date(12, 13)), Some(3));
    assert_eq!(to(date(12, 14)), Some(4));
    assert_eq!(to(date(11, 29)), None, "this week is offered anyway");
    assert_eq!(to(date(11, 24)), None, "it was run");
}

#[test]
fn a_race_in_as_many_weeks_takes_the_place_of_that_span() {
    let form = BetterWeekForm::new(&athlete(date(12, 14)), date(11, 23), 1, date(11, 25));
    let spans: Vec<u32> = form.spans.iter().map(|(weeks, _)| *weeks).collect();
    assert_eq!(spans, [1, 8, 16, 4]);
}

#[test]
fn moves_take_back_nothing_that_was_changed_since_they_were_found() {
    let mut athlete = athlete(date(12, 13));
    let slot = |day| Slot {
        date: date(11, day),
        start: Start::Unset,
    };
    let session = |id: u128, day| {
        let plan = Plan::new(Workout::Rest);
        let id = SessionId::from_bits(id);
        Session::planned(id, date(11, day), plan, Stamp::default())
    };
    athlete.sessions = [session(1, 24), session(2, 25)].into_iter().collect();
    let found = Arc::new(athlete.clone());
    let moves = [(1, 24, 27), (2, 25, 28)].map(|(id, from, to)| Move {
        session: SessionId::from_bits(id),
        from: slot(from),
        to: slot(to),
        gain: Gain::default(),
        edits: Vec::new(),
    });
    let week = ArrangedWeek {
        first: date(11, 23),
        before: Tally::default(),
        after: Tally::default(),
        stays: Tally::default(),
        moves: moves.to_vec(),
        proof: Proof::Optimal,
        relax: None,
    };
    let mut form = BetterWeekForm::new(&found, date(11, 23), 1, date(11, 24));
    form.add(&found, &Library::default(), week);
    // Meanwhile a note is typed into one, and the other is moved by hand.
    let mut noted = session(1, 24);
    noted.plan.note = "With Eva".to_owned();
    athlete.sessions = [noted, session(2, 26)].into_iter().collect();
    form.follow(&Arc::new(athlete));
    let edits = form.edits();
    let [Edit::Put { session, .. }] = edits.as_slice() else {
        panic!("{edits:?}");
    };
    assert_eq!(session.plan.note, "With Eva");
    assert_eq!(session.slot(), slot(27));
}
