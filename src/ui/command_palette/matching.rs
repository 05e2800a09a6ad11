//! What fits what is typed: by kind, the kind with the best fit first, and in each what is called so before what only
//! holds it.

use chrono::NaiveDate;

use crate::domain::{AthleteId, ExerciseId, ProgramId, names};
use crate::rules::RULES;
use crate::ui::command::{Category, Command};
use crate::ui::commands::COMMANDS;
use crate::ui::day_meant::{day_meant, day_nearly_meant};
use crate::ui::dialogs::dates::date_text;
use crate::ui::find::{self, FindIndex, FoundSession};
use crate::ui::format;

use super::entry::Entry;

/// How many sessions are looked for, those nearest to today.
const MOST_SESSIONS: usize = 8;
/// How many of a kind are listed where other kinds are listed too.
const MOST_OF_KIND: usize = 8;

/// What can be found besides commands and rules.
#[derive(Debug, Default)]
pub struct Findable {
    /// Everybody by name.
    pub athletes: Vec<(AthleteId, String)>,
    /// Every exercise by name.
    pub exercises: Vec<(ExerciseId, String)>,
    /// Every program by name.
    pub programs: Vec<(ProgramId, String)>,
}

/// What was found of a kind.
#[derive(Debug, Clone)]
pub(super) struct Group {
    title: &'static str,
    /// What was found, the best first.
    pub(super) entries: Vec<Entry>,
    /// How many more there are.
    more: usize,
}

impl Group {
    /// What stands above its entries.
    pub(super) fn heading(&self) -> String {
        match self.more {
            0 => self.title.to_owned(),
            more => {
                let shown = self.entries.len();
                format!("{} · {shown} of {}", self.title, shown + more)
            }
        }
    }
}

/// How well something fits what is typed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is called so.
    Whole,
    /// Each typed word is a word of its name.
    Words,
    /// Each typed word begins a word of its name.
    Begins,
    /// Its name, or a word of a session, holds it.
    Holds,
    /// What it is for holds it.
    Told,
    /// It is spelled nearly so.
    Nearly,
}

/// Whether an entry is of a kind.
type IsOfKind = fn(&Entry) -> bool;

/// The kinds, in the order of those that fit equally well.
const KINDS: [(&str, IsOfKind); 7] = [
    ("Commands", |entry| matches!(entry, Entry::Command(_))),
    ("Dates", |entry| matches!(entry, Entry::Day(_))),
    ("Athletes", |entry| matches!(entry, Entry::Athlete(..))),
    ("Exercises", |entry| matches!(entry, Entry::Exercise(..))),
    ("Programs", |entry| matches!(entry, Entry::Program(..))),
    ("Sessions", |entry| matches!(entry, Entry::Session(..))),
    ("Rules", |entry| matches!(entry, Entry::Rule(_))),
];

/// How well the best of a kind fits, what the kind is called, and all of it.
type FoundKind = (Fit, &'static str, Vec<(Fit, Entry)>);

/// What fits a query on a day. Before anything is typed, every command by what it is about.
pub(super) fn groups(
    query: &str,
    today: NaiveDate,
    findable: &Findable,
    sessions: Option<&FindIndex>,
) -> Vec<Group> {
    let typed = find::words(query);
    if typed.is_empty() {
        return by_category();
    }
    let found = fitting(query, &typed, today, findable, sessions);
    let mut kinds: Vec<FoundKind> = Vec::new();
    for (title, is_of_kind) in KINDS {
        let mut of_kind: Vec<(Fit, Entry)> = found
            .iter()
            .filter(|(_, entry)| is_of_kind(entry))
            .cloned()
            .collect();
        of_kind.sort_by_key(|(fit, _)| *fit);
        if let Some((best, _)) = of_kind.first() {
            kinds.push((*best, title, of_kind));
        }
    }
    kinds.sort_by_key(|(best, ..)| *best);
    let most = if kinds.len() > 1 {
        MOST_OF_KIND
    } else {
        usize::MAX
    };
    let group = |(_, title, of_kind): FoundKind| Group {
        title,
        more: of_kind.len().saturating_sub(most),
        entries: of_kind
            .into_iter()
            .take(most)
            .map(|(_, entry)| entry)
            .collect(),
    };
    kinds.into_iter().map(group).collect()
}

fn commands() -> impl Iterator<Item = Command> {
    let all = COMMANDS.iter().map(|spec| spec.command);
    all.filter(|command| *command != Command::Palette)
}

/// Every command, by what it is about, in the order of their table.
fn by_category() -> Vec<Group> {
    let mut groups: Vec<(Category, Group)> = Vec::new();
    for command in commands() {
        let category = command.spec().category;
        if groups.last().is_none_or(|(last, _)| *last != category) {
            let group = Group {
                title: category.title(),
                entries: Vec::new(),
                more: 0,
            };
            groups.push((category, group));
        }
        if let Some((_, group)) = groups.last_mut() {
            group.entries.push(Entry::Command(command));
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Everything that fits, in no order. Names that are only nearly so are left out where something is called so.
fn fitting(
    query: &str,
    typed: &[String],
    today: NaiveDate,
    findable: &Findable,
    index: Option<&FindIndex>,
) -> Vec<(Fit, Entry)> {
    let named = named(findable);
    let spelled: Vec<(Fit, Entry)> = named
        .iter()
        .filter_map(|entry| Some((fit(entry, typed)?, entry.clone())))
        .collect();
    let day = day_meant(query, today).map(|date| (Fit::Begins, Entry::Day(date)));
    let nearly_day = || Some((Fit::Nearly, Entry::Day(day_nearly_meant(query, today)?)));
    let day = day.or_else(|| spelled.is_empty().then(nearly_day).flatten());
    let sessions = sessions(findable, index, typed, today);
    let is_called_so = |(fit, _): &(Fit, Entry)| *fit <= Fit::Words;
    let mut found = spelled;
    if found.is_empty() && !sessions.iter().any(is_called_so) {
        let nearly = named.into_iter().filter(|entry| is_nearly(entry, typed));
        found.extend(nearly.map(|entry| (Fit::Nearly, entry)));
    }
    found.extend(day);
    found.extend(sessions);
    found
}

/// What is found by its name.
fn named(findable: &Findable) -> Vec<Entry> {
    let athletes = findable.athletes.iter().cloned();
    let exercises = findable.exercises.iter().cloned();
    let programs = findable.programs.iter().cloned();
    commands()
        .map(Entry::Command)
        .chain(athletes.map(|(id, name)| Entry::Athlete(id, name)))
        .chain(exercises.map(|(id, name)| Entry::Exercise(id, name)))
        .chain(programs.map(|(id, name)| Entry::Program(id, name)))
        .chain(RULES.iter().map(Entry::Rule))
        .collect()
}

/// How a name fits, where it is spelled so.
fn fit(entry: &Entry, typed: &[String]) -> Option<Fit> {
    let written = entry.written();
    let names = [written.as_str()].into_iter();
    let names = names.chain(entry.also().iter().copied());
    let named = names.filter_map(|name| name_fit(name, typed)).min();
    // Whoever types "exercise squat" means the kind.
    let all = entry.spoken().to_lowercase();
    named.or_else(|| {
        let told = match entry {
            Entry::Command(_) | Entry::Rule(_) => entry.tooltip().to_lowercase(),
            _ => String::new(),
        };
        let holds = |word: &String| all.contains(word.as_str());
        if typed.iter().all(holds) {
            return Some(Fit::Holds);
        }
        let tells = |word: &String| holds(word) || told.contains(word.as_str());
        typed.iter().all(tells).then_some(Fit::Told)
    })
}

/// How well the words of a name fit.
fn name_fit(name: &str, typed: &[String]) -> Option<Fit> {
    // A keyboard may not have the accents of a name.
    let words = find::words(&names::plain(name));
    let typed: Vec<String> = typed.iter().map(|word| names::plain(word)).collect();
    if words == typed {
        return Some(Fit::Whole);
    }
    if typed.iter().all(|typed| words.contains(typed)) {
        return Some(Fit::Words);
    }
    let begins = |typed: &String| words.iter().any(|word| word.starts_with(typed.as_str()));
    typed.iter().all(begins).then_some(Fit::Begins)
}

fn is_nearly(entry: &Entry, typed: &[String]) -> bool {
    let told = match entry {
        Entry::Command(_) | Entry::Rule(_) => entry.tooltip(),
        _ => "",
    };
    let also = entry.also().join(" ");
    let words = find::words(&format!("{} {also} {told}", entry.spoken()));
    let is_in = |typed: &String| {
        words
            .iter()
            .any(|word| word.starts_with(typed.as_str()) || find::is_nearly(typed, word))
    };
    typed.iter().all(is_in)
}

/// The sessions of everybody that hold every typed word, those nearest to today first.
fn sessions(
    findable: &Findable,
    index: Option<&FindIndex>,
    typed: &[String],
    today: NaiveDate,
) -> Vec<(Fit, Entry)> {
    let letters: usize = typed.iter().map(String::len).sum();
    let Some(index) = index.filter(|_| letters > 1) else {
        return Vec::new();
    };
    let is_spelled = index.spells(typed);
    let entry = |found: FoundSession| {
        let known = findable.athletes.iter();
        let name = known
            .filter(|(id, _)| *id == found.athlete)
            .map(|(_, name)| name.as_str())
            .next();
        let name = name.unwrap_or_default();
        let title = index.title(found.session).unwrap_or_default();
        let fit = match name_fit(title, typed) {
            Some(fit) => fit,
            None if is_spelled => Fit::Holds,
            None => Fit::Nearly,
        };
        let (weekday, day) = (format::weekday(found.date), date_text(found.date));
        let words = format!("{title}, {weekday} {day} · {name}");
        (fit, Entry::Session(found, words))
    };
    let found = index.find(typed, today, MOST_SESSIONS);
    found.into_iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findable() -> Findable {
        let exercise = |id: &str, name: &str| (ExerciseId::new(id), name.to_owned());
        Findable {
            athletes: vec![
                (AthleteId::from_bits(1), "Lunga Ndlovu".to_owned()),
                (AthleteId::from_bits(2), "Anna Kovač".to_owned()),
            ],
            exercises: vec![
                exercise("a", "Walking lunge"),
                exercise("b", "Alternating plunge"),
                exercise("c", "Lunge"),
                exercise("d", "Lunges back and forth"),
            ],
            programs: Vec::new(),
        }
    }

    fn found(query: &str) -> Vec<(String, Vec<String>)> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let groups = groups(query, today, &findable(), None);
        groups
            .into_iter()
            .map(|group| {
                let names = group.entries.iter().map(Entry::written).collect();
                (group.title.to_owned(), names)
            })
            .collect()
    }

    #[test]
    fn what_is_called_so_comes_before_what_only_holds_it() {
        let (title, names) = found("lunge").swap_remove(0);
        assert_eq!(title, "Exercises");
        let lunges = [
            "Lunge",
            "Walking lunge",
            "Lunges back and forth",
            "Alternating plunge",
        ];
        assert_eq!(names, lunges);
    }

    /// A button said "Charts in the whole window", and whoever typed that was told that nothing has that name.
    #[test]
    fn a_command_is_found_by_what_its_buttons_say() {
        for spec in COMMANDS {
            for name in spec.also {
                let (title, names) = found(name).swap_remove(0);
                assert_eq!((title.as_str(), names[0].as_str()), ("Commands", spec.text));
            }
        }
        assert_eq!(found("whole window")[0].1, ["Charts fill the window"]);
        assert_eq!(found("several weks")[0].1, ["Week or month"]);
    }

    #[test]
    fn the_kind_with_the_best_fit_comes_first() {
        let titles = |query: &str| -> Vec<String> {
            found(query).into_iter().map(|(title, _)| title).collect()
        };
        assert_eq!(titles("lunga")[0], "Athletes");
        assert_eq!(found("anna kovac")[0].1, ["Anna Kovač"]);
        assert_eq!(titles("settings")[0], "Commands");
        assert_eq!(titles("legs before a key session")[0], "Rules");
        // Nothing is called "lung": both begin so, and people come first.
        assert_eq!(titles("lung")[..2], ["Athletes", "Exercises"]);
    }

    #[test]
    fn of_a_kind_so_many_are_listed_that_the_others_stay_in_sight() {
        let found = found("a");
        assert!(found.len() > 1);
        assert!(found.iter().all(|(_, names)| names.len() <= MOST_OF_KIND));
    }
}
