//! Whole messages and tables, as coaches send them: which days, which sessions, and what of them is kept in words.

mod days;
mod lifting;
mod running;

use ironstride::import::plan::read_plan;
use ironstride::intake::{Options, PlanReading};
use ironstride::library::Library;
use ironstride::text::{day_word, kind_word};

fn read(text: &str) -> PlanReading {
    let library = Library::shipped().unwrap();
    let options = Options {
        year: Some(2026),
        ..Options::default()
    };
    read_plan(text.as_bytes(), &library, &options).unwrap()
}

/// Week, day, kind, kilometres or minutes, and exercises of each session.
fn told(reading: &PlanReading) -> Vec<String> {
    let words = reading.sessions.iter().map(|session| {
        let plan = &session.plan;
        let mut words = vec![session.week.to_string()];
        words.extend(
            session
                .day
                .or(session.date.map(|it| chrono::Datelike::weekday(&it)))
                .map(|day| day_word(day).to_owned()),
        );
        words.push(kind_word(plan.kind()).to_owned());
        let distance = plan.run().and_then(|run| run.distance);
        words.extend(distance.map(|far| format!("{:.1}km", far.km())));
        words.extend(plan.duration.map(|minutes| format!("{}min", minutes.0)));
        words.extend(plan.workout.exercises().iter().map(|it| it.name.clone()));
        words.join(" ")
    });
    words.collect()
}

fn notes(reading: &PlanReading) -> Vec<&str> {
    reading
        .notes
        .iter()
        .map(|note| note.text.as_str())
        .collect()
}
