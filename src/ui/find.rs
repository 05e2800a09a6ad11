//! Finding sessions of everybody by title, exercise, note, date and what the athlete said, however they are spelled.
//!
//! Every word is kept once, with the sessions that hold it. A typed word fits the words that begin with it; where none
//! does, those that differ by a slip or two.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::domain::{Athlete, AthleteId, ExerciseId, Session, SessionId, Status};
use crate::library::Library;
use crate::load;

/// From this many letters on a slip is forgiven, and from twice as many two.
const ONE_SLIP: usize = 4;
const BITS: usize = u64::BITS as usize;

/// The words of `text` in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let split = lower.split(|c: char| !c.is_alphanumeric());
    split
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// How many slips are forgiven in a typed word.
fn slips(word: &str) -> usize {
    (word.chars().count() / ONE_SLIP).min(2)
}

/// True where `word`, or its beginning, is `typed` but for a slip or two.
pub(super) fn is_nearly(typed: &str, word: &str) -> bool {
    let allowed = slips(typed);
    let (typed_letters, letters) = (typed.chars().count(), word.chars().count());
    if allowed == 0 {
        return typed_letters + 1 == ONE_SLIP && is_short_slip(typed, word);
    }
    if typed_letters > letters + allowed {
        return false;
    }
    // The word may still be incomplete: compare with its beginning.
    let beginning: String = word.chars().take(typed_letters).collect();
    strsim::osa_distance(typed, &beginning) <= allowed
        || strsim::osa_distance(typed, word) <= allowed
}

/// True for three letters that are the beginning of `word` with one left out, or with two of them swapped. Another letter in
/// place of one would make too many words of three alike.
fn is_short_slip(typed: &str, word: &str) -> bool {
    let letters = typed.chars().count();
    let beginning = |count: usize| word.chars().take(count).collect::<String>();
    let begins_alike = typed.chars().next() == word.chars().next();
    let swapped = || {
        let (mut one, mut other): (Vec<_>, Vec<_>) = (
            typed.chars().collect(),
            beginning(letters).chars().collect(),
        );
        one.sort_unstable();
        other.sort_unstable();
        one == other
    };
    let left_out = beginning(letters + 1);
    begins_alike
        && (swapped()
            || (left_out.chars().count() > letters && strsim::osa_distance(typed, &left_out) == 1))
}

/// A session that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundSession {
    /// Whose.
    pub athlete: AthleteId,
    /// Which.
    pub session: SessionId,
    /// Its day.
    pub date: NaiveDate,
}

/// The sessions of everybody by their words.
#[derive(Debug, Default)]
pub struct FindIndex {
    sessions: Vec<FoundSession>,
    /// The title of each session, every title once.
    titles: HashMap<SessionId, Arc<str>>,
    /// Every word once, in alphabetical order, with the places of the sessions that hold it.
    words: Vec<(String, Vec<u32>)>,
}

impl FindIndex {
    /// Reads the sessions of everybody.
    pub fn new(athletes: &[Arc<Athlete>], library: &Library) -> Self {
        let mut builder = Builder::new(library);
        for athlete in athletes {
            let name = words(&athlete.profile.name);
            for session in athlete.sessions.all() {
                builder.add(athlete.id, &name, session);
            }
        }
        builder.done()
    }

    /// The title of a session.
    pub fn title(&self, session: SessionId) -> Option<&str> {
        self.titles.get(&session).map(|title| &**title)
    }

    /// The sessions that hold all the typed words, those nearest to a day first, at most so many.
    pub fn find(&self, typed: &[String], near: NaiveDate, most: usize) -> Vec<FoundSession> {
        let mut typed = typed.iter();
        let Some(mut all) = typed.next().map(|word| self.holding(word)) else {
            return Vec::new();
        };
        for word in typed {
            for (bits, other) in all.iter_mut().zip(self.holding(word)) {
                *bits &= other;
            }
        }
        let is_set = |place: &usize| {
            all.get(place / BITS)
                .is_some_and(|bits| (bits >> (place % BITS)) & 1 == 1)
        };
        let places = (0..self.sessions.len()).filter(is_set);
        let mut found: Vec<FoundSession> = places
            .filter_map(|place| self.sessions.get(place).copied())
            .collect();
        found.sort_by_key(|one| ((one.date - near).num_days().abs(), one.date));
        found.truncate(most);
        found
    }

    /// True where each typed word begins a word of some session, without a slip.
    pub(super) fn spells(&self, typed: &[String]) -> bool {
        typed.iter().all(|typed| {
            let at = self
                .words
                .partition_point(|(word, _)| word.as_str() < typed.as_str());
            let next = self.words.get(at);
            next.is_some_and(|(word, _)| word.starts_with(typed.as_str()))
        })
    }

    /// A bit for each session that holds a word that `typed` fits.
    fn holding(&self, typed: &str) -> Vec<u64> {
        let mut bits = vec![0_u64; self.sessions.len().div_ceil(BITS)];
        let mut take = |places: &[u32]| {
            for place in places {
                if let Some(bits) = bits.get_mut(*place as usize / BITS) {
                    *bits |= 1 << (*place as usize % BITS);
                }
            }
        };
        let from = self
            .words
            .partition_point(|(word, _)| word.as_str() < typed);
        let begins = self
            .words
            .iter()
            .skip(from)
            .take_while(|(word, _)| word.starts_with(typed));
        let mut any = false;
        for (_, places) in begins {
            any = true;
            take(places);
        }
        if !any {
            for (_, places) in self.words.iter().filter(|(word, _)| is_nearly(typed, word)) {
                take(places);
            }
        }
        bits
    }
}

/// An index as it grows.
struct Builder<'a> {
    library: &'a Library,
    sessions: Vec<FoundSession>,
    titles: HashMap<SessionId, Arc<str>>,
    /// Every title met so far, once.
    known_titles: HashSet<Arc<str>>,
    places: HashMap<String, Vec<u32>>,
    /// The words of the exercises met so far.
    exercises: HashMap<ExerciseId, Vec<String>>,
}

impl<'a> Builder<'a> {
    fn new(library: &'a Library) -> Self {
        Self {
            library,
            sessions: Vec::new(),
            titles: HashMap::new(),
            known_titles: HashSet::new(),
            places: HashMap::new(),
            exercises: HashMap::new(),
        }
    }

    fn add(&mut self, athlete: AthleteId, name: &[String], session: &Session) {
        let Ok(place) = u32::try_from(self.sessions.len()) else {
            return;
        };
        self.sessions.push(FoundSession {
            athlete,
            session: session.id,
            date: session.date,
        });
        for word in name {
            self.hold(word, place);
        }
        let title: Arc<str> = load::title_of(&session.plan, self.library).into();
        for word in words(&title) {
            self.hold(&word, place);
        }
        let known = self.known_titles.get(&title).cloned();
        let title = known.unwrap_or_else(|| {
            self.known_titles.insert(title.clone());
            title
        });
        self.titles.insert(session.id, title);
        for word in words(&session.plan.note) {
            self.hold(&word, place);
        }
        if let Status::Skipped { reason } = &session.status {
            for word in words(reason) {
                self.hold(&word, place);
            }
        }
        if let Some(log) = &session.log {
            let pains = log.pains.iter().map(|pain| pain.place.as_str());
            for word in pains.chain([log.note.as_str()]).flat_map(words) {
                self.hold(&word, place);
            }
        }
        let date = session.date;
        for word in [
            date.day().to_string(),
            date.format("%A").to_string().to_lowercase(),
            date.format("%B").to_string().to_lowercase(),
            date.year().to_string(),
        ] {
            self.hold(&word, place);
        }
        for row in session.plan.workout.exercises() {
            let known = self
                .exercises
                .entry(row.exercise.clone())
                .or_insert_with(|| {
                    let exercise = self.library.exercise(&row.exercise);
                    words(exercise.map_or(row.name.as_str(), |exercise| exercise.name.as_str()))
                });
            for word in known.clone() {
                self.hold(&word, place);
            }
        }
    }

    fn hold(&mut self, word: &str, place: u32) {
        let places = match self.places.get_mut(word) {
            Some(places) => places,
            None => self.places.entry(word.to_owned()).or_default(),
        };
        if places.last() != Some(&place) {
            places.push(place);
        }
    }

    fn done(self) -> FindIndex {
        let mut words: Vec<(String, Vec<u32>)> = self.places.into_iter().collect();
        words.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        FindIndex {
            sessions: self.sessions,
            titles: self.titles,
            words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{self, DemoOptions};
    use crate::domain::Pain;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
    }

    fn demo_of(athletes: usize, weeks: u32) -> (Vec<Arc<Athlete>>, Library) {
        let library = Library::shipped().unwrap();
        let options = DemoOptions {
            athletes,
            weeks,
            seed: 1,
            today: today(),
        };
        (demo::workspace(&options, &library).athletes, library)
    }

    fn find(index: &FindIndex, typed: &str) -> Vec<FoundSession> {
        index.find(&words(typed), today(), 20)
    }

    #[test]
    fn sessions_are_found_by_title_exercise_athlete_and_date() {
        let (athletes, library) = demo_of(3, 20);
        let index = FindIndex::new(&athletes, &library);
        let anna = athletes
            .iter()
            .find(|one| one.profile.name.starts_with("Anna"))
            .unwrap();
        let tempo = find(&index, "anna tempo");
        assert!(!tempo.is_empty());
        assert!(tempo.iter().all(|found| {
            let session = anna.sessions.get(found.session).unwrap();
            load::title_of(&session.plan, &library)
                .to_lowercase()
                .contains("tempo")
        }));
        let near = |found: &FoundSession| (found.date - today()).num_days().abs();
        assert!(
            tempo
                .windows(2)
                .all(|pair| near(&pair[0]) <= near(&pair[1]))
        );
        assert!(!find(&index, "romanian deadlift").is_empty());
        let dated = find(&index, "24 november 2026");
        assert!(!dated.is_empty());
        assert!(dated.iter().all(|found| found.date.day() == 24));
        assert!(find(&index, "no such session").is_empty());
    }

    #[test]
    fn sessions_are_found_by_what_the_athlete_said_and_where_it_hurt() {
        let (mut athletes, library) = demo_of(2, 12);
        let anna = Arc::make_mut(&mut athletes[0]);
        let logged = anna.sessions.all().iter().find(|it| it.log.is_some());
        let mut hurt = Session::clone(logged.unwrap());
        let log = hurt.log.as_mut().unwrap();
        log.note = "wind from the sea".to_owned().into();
        let pain = Pain {
            place: "left Achilles".to_owned(),
            ..Pain::default()
        };
        log.pains = vec![pain].into();
        let id = hurt.id;
        anna.sessions.put(hurt.into(), 0);
        let index = FindIndex::new(&athletes, &library);
        for typed in ["achilles", "wind sea", "left achiles"] {
            let found = find(&index, typed);
            let found: Vec<SessionId> = found.iter().map(|one| one.session).collect();
            assert_eq!(found, [id], "{typed}");
        }
    }

    #[test]
    fn slips_are_forgiven_and_who_spells_right_gets_no_near_misses() {
        let (athletes, library) = demo_of(2, 12);
        let index = FindIndex::new(&athletes, &library);
        assert_eq!(find(&index, "tmepo"), find(&index, "tempo"));
        assert_eq!(
            find(&index, "romanain deadlfit"),
            find(&index, "romanian deadlift")
        );
        assert!(
            !find(&index, "interv").is_empty(),
            "a word still being typed"
        );
        assert!(is_nearly("kovac", "kovač") && !is_nearly("run", "row"));
        assert!(is_nearly("edt", "edit") && is_nearly("tmp", "tempo") && is_nearly("rnu", "run"));
        assert!(!is_nearly("run", "rub") && !is_nearly("run", "fun") && !is_nearly("ru", "rum"));
    }
}
