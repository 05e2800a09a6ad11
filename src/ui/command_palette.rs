//! Search: every command and rule by name, everybody and everything of the library, sessions and days.

use egui::{
    Area, Context, Frame, Id, Key, Modal, Modifiers, RectAlign, Role, TextEdit, Tooltip, Ui,
    WidgetInfo,
};

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{AthleteId, ExerciseId, ProgramId};
use crate::rules::{RULES, Rule};

use super::action::{Action, Actions};
use super::command::{Category, Command};
use super::commands::COMMANDS;
use super::day_meant::{day_meant, day_nearly_meant};
use super::dialogs::dates::date_text;
use super::find::{self, FindIndex, FoundSession};
use super::format;
use super::theme::{Palette, Weight, text};
use crate::ui::widgets::scrolling;

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

/// The search while it is open.
#[derive(Debug, Clone)]
pub struct PaletteState {
    /// What is typed.
    pub query: String,
    /// Which row is chosen.
    pub row: usize,
    /// The current day.
    pub today: NaiveDate,
    /// What can be found.
    pub findable: Arc<Findable>,
    /// The sessions of everybody, once they are read.
    pub sessions: Option<Arc<FindIndex>>,
    /// What was found for which query, among which sessions.
    known: Option<(String, bool, Arc<[Entry]>)>,
}

impl PaletteState {
    /// A search for what there is today.
    pub fn new(today: NaiveDate, findable: Findable) -> Self {
        Self {
            query: String::new(),
            row: 0,
            today,
            findable: Arc::new(findable),
            sessions: None,
            known: None,
        }
    }

    /// What fits the query, worked out once for each.
    fn found(&mut self) -> Arc<[Entry]> {
        let with_sessions = self.sessions.is_some();
        if let Some((query, with, found)) = &self.known
            && (query, *with) == (&self.query, with_sessions)
        {
            return found.clone();
        }
        let found: Arc<[Entry]> = matching(self).into();
        self.known = Some((self.query.clone(), with_sessions, found.clone()));
        found
    }
}

/// Draws the palette while it is open.
pub fn palette_ui(
    ctx: &Context,
    palette: &Palette,
    state: &mut Option<PaletteState>,
    actions: &mut Actions,
) {
    let Some(mut open) = state.take() else {
        return;
    };
    let area = Area::new(Id::unique("command palette"))
        .order(egui::Order::Foreground)
        .anchor(egui::Align2::CENTER_TOP, egui::vec2(0.0, 90.0));
    let modal = Modal::new(Id::unique("command palette modal"))
        .area(area)
        .frame(Frame::popup(&ctx.global_style()).inner_margin(10))
        .show(ctx, |ui| content_ui(ui, palette, &mut open, actions));
    match modal.inner {
        Some(entry) => choose(entry, actions),
        None if !modal.should_close() => *state = Some(open),
        None => {}
    }
}

/// Does or shows what was chosen.
fn choose(entry: Entry, actions: &mut Actions) {
    match entry {
        Entry::Command(command) => actions.command(command),
        Entry::Rule(rule) => actions.push(Action::ShowRule(rule.id)),
        Entry::Day(date) => {
            actions.push(Action::ShowWeek(date));
            actions.select(None, date);
        }
        Entry::Athlete(id, _) => actions.push(Action::ShowAthlete(id)),
        Entry::Exercise(id, _) => actions.push(Action::ShowExercise(id)),
        Entry::Program(id, _) => actions.push(Action::ShowProgram(id)),
        Entry::Session(found, _) => {
            actions.push(Action::ShowAthlete(found.athlete));
            actions.push(Action::ShowSession(found.session));
        }
    }
}

/// What can be chosen.
#[derive(Debug, Clone)]
enum Entry {
    Command(Command),
    Rule(&'static Rule),
    Day(NaiveDate),
    Athlete(AthleteId, String),
    Exercise(ExerciseId, String),
    Program(ProgramId, String),
    Session(FoundSession, String),
}

impl Entry {
    fn text(&self) -> String {
        match self {
            Self::Command(command) => command.text().to_owned(),
            Self::Rule(rule) => format!("Rule: {}", rule.title.to_lowercase()),
            Self::Day(date) => format!("Go to {}", format::full_day(*date)),
            Self::Athlete(_, name) => format!("Athlete: {name}"),
            Self::Exercise(_, name) => format!("Exercise: {name}"),
            Self::Program(_, name) => format!("Program: {name}"),
            Self::Session(_, words) => format!("Session: {words}"),
        }
    }

    fn tooltip(&self) -> &'static str {
        match self {
            Self::Command(command) => command.tooltip(),
            Self::Rule(rule) => rule.summary,
            Self::Day(_) => "Show the week of this day",
            Self::Athlete(..) => "Show this athlete’s week",
            Self::Exercise(..) => "Show its card in the library",
            Self::Program(..) => "Show it in the library",
            Self::Session(..) => "Show its week, with the session selected",
        }
    }

    /// What it is about; rules come after all of that.
    fn category(&self) -> Option<Category> {
        match self {
            Self::Command(command) => Some(command.spec().category),
            _ => None,
        }
    }

    /// Why it cannot be chosen now.
    fn missing(&self, actions: &Actions) -> Option<&'static str> {
        match self {
            Self::Command(command) => actions.missing_for(*command),
            _ => None,
        }
    }

    fn keys(&self, ctx: &Context) -> String {
        match self {
            Self::Command(command) => command.shortcut_text(ctx),
            _ => String::new(),
        }
    }
}

fn content_ui(
    ui: &mut Ui,
    palette: &Palette,
    open: &mut PaletteState,
    actions: &Actions,
) -> Option<Entry> {
    ui.set_width(440.0);
    let pressed = |held, key| ui.input_mut(|input| input.consume_key(held, key));
    // The field keeps the focus, so Tab moves through the list as the arrows do.
    let up = pressed(Modifiers::NONE, Key::ArrowUp) || pressed(Modifiers::SHIFT, Key::Tab);
    let down = pressed(Modifiers::NONE, Key::ArrowDown) || pressed(Modifiers::NONE, Key::Tab);
    let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let edit = TextEdit::singleline(&mut open.query)
        .hint_text("Athlete, session, exercise, date, command…")
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(10, 8))
        .lock_focus(true);
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Search commands"));
    // Asking for focus in each frame would clear the filter that keeps Tab here.
    if !response.has_focus() {
        response.request_focus();
    }
    if response.changed() {
        open.row = 0;
    }
    let found: Vec<Entry> = open
        .found()
        .iter()
        // Before anything is typed, leave out commands that cannot run now.
        .filter(|entry| !open.query.is_empty() || entry.missing(actions).is_none())
        .cloned()
        .collect();
    if !found.is_empty() {
        let last = found.len() - 1;
        open.row = match (up, down) {
            (true, _) => open.row.checked_sub(1).unwrap_or(last),
            (_, true) if open.row >= last => 0,
            (_, true) => open.row + 1,
            _ => open.row.min(last),
        };
    }
    let mut chosen = None;
    ui.add_space(4.0);
    scrolling::list(360.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let mut heading = None;
        for (row, entry) in found.iter().enumerate() {
            let category = entry.category().filter(|_| open.query.is_empty());
            if category != heading {
                heading = category;
                heading_ui(ui, palette, category);
            }
            let missing = entry.missing(actions);
            let keys = entry.keys(ui.ctx());
            // The field keeps the focus; the arrows move through the list.
            let button = egui::Button::selectable(row == open.row, entry.text())
                .sense(egui::Sense::CLICK)
                .shortcut_text(text(keys, 11.5, Weight::Regular).color(palette.text_faint))
                .min_size(egui::vec2(ui.available_width(), 28.0));
            let response = ui.add_enabled(missing.is_none(), button);
            beside_ui(Tooltip::for_enabled(&response), entry.tooltip());
            beside_ui(
                Tooltip::for_disabled(&response),
                missing.unwrap_or_default(),
            );
            if row == open.row && (up || down) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                chosen = Some(entry.clone());
            }
        }
        if found.is_empty() {
            ui.label(
                text("Nothing has that name.", 12.0, Weight::Regular).color(palette.text_soft),
            );
        }
    });
    if enter {
        found.get(open.row).cloned()
    } else {
        chosen
    }
}

/// A tooltip beside the list, so that it covers none of the rows below.
fn beside_ui(mut tooltip: Tooltip<'_>, words: &str) {
    if !words.is_empty() {
        tooltip.popup = tooltip.popup.align(RectAlign::RIGHT);
        tooltip.show(|ui| ui.label(words));
    }
}

fn heading_ui(ui: &mut Ui, palette: &Palette, category: Option<Category>) {
    let title = category.map_or("", Category::title);
    ui.add_space(4.0);
    ui.label(text(title, 11.0, Weight::SemiBold).color(palette.text_faint));
}

/// How many sessions are listed.
const MOST_SESSIONS: usize = 12;

/// Whether slips are forgiven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spelling {
    Exact,
    Forgiven,
}

/// The commands whose name or description holds every typed word, then days, people, the library, sessions and rules.
/// Where nothing is spelled so, what is nearly; where only sessions are, after them.
fn matching(state: &PaletteState) -> Vec<Entry> {
    let typed = find::words(&state.query);
    let mut found = named(state, &typed, Spelling::Exact);
    let day = day_meant(&state.query, state.today);
    let nearly_day = || day_nearly_meant(&state.query, state.today);
    let day = day.or_else(|| found.is_empty().then(nearly_day).flatten());
    let sessions = sessions(state, &typed);
    let mut nearly = Vec::new();
    if found.is_empty() {
        nearly = named(state, &typed, Spelling::Forgiven);
        let spelled = state
            .sessions
            .as_ref()
            .is_some_and(|index| index.spells(&typed));
        if !spelled || sessions.is_empty() {
            // Only similar spellings were found; commands come first among these too.
            found = std::mem::take(&mut nearly);
        }
    }
    if let Some(date) = day {
        let at = found
            .iter()
            .take_while(|entry| matches!(entry, Entry::Command(_)));
        found.insert(at.count(), Entry::Day(date));
    }
    // Names that match come before the many sessions whose text may contain the words.
    let before = |entry: &&Entry| !matches!(entry, Entry::Rule(_));
    let at = found.iter().take_while(before).count();
    found.splice(at..at, sessions);
    found.extend(nearly);
    found
}

/// What is found by its name.
fn named(state: &PaletteState, typed: &[String], spelling: Spelling) -> Vec<Entry> {
    let commands = COMMANDS.iter().map(|spec| spec.command);
    let commands = commands.filter(|command| *command != Command::Palette);
    let commands = commands.map(Entry::Command);
    if typed.is_empty() {
        // Before anything is typed, show commands only.
        return commands.collect();
    }
    let findable = &state.findable;
    let athletes = findable.athletes.iter().cloned();
    let exercises = findable.exercises.iter().cloned();
    let programs = findable.programs.iter().cloned();
    let mut commands: Vec<Entry> = commands
        .filter(|entry| is_named(entry, typed, spelling))
        .collect();
    // Commands whose name matches come before those whose description does.
    commands.sort_by_key(|entry| {
        let name = entry.text().to_lowercase();
        !typed.iter().all(|word| name.contains(word.as_str()))
    });
    let others = athletes
        .map(|(id, name)| Entry::Athlete(id, name))
        .chain(exercises.map(|(id, name)| Entry::Exercise(id, name)))
        .chain(programs.map(|(id, name)| Entry::Program(id, name)))
        .chain(RULES.iter().map(Entry::Rule))
        .filter(|entry| is_named(entry, typed, spelling));
    commands.into_iter().chain(others).collect()
}

fn is_named(entry: &Entry, typed: &[String], spelling: Spelling) -> bool {
    let told = match entry {
        Entry::Command(_) | Entry::Rule(_) => entry.tooltip(),
        _ => "",
    };
    let name = format!("{} {told}", entry.text()).to_lowercase();
    match spelling {
        Spelling::Exact => typed.iter().all(|word| name.contains(word.as_str())),
        Spelling::Forgiven => {
            let words = find::words(&name);
            let is_in = |typed: &String| {
                words
                    .iter()
                    .any(|word| word.starts_with(typed.as_str()) || find::is_nearly(typed, word))
            };
            typed.iter().all(is_in)
        }
    }
}

/// The sessions of everybody that hold every typed word.
fn sessions(state: &PaletteState, typed: &[String]) -> Vec<Entry> {
    let letters: usize = typed.iter().map(String::len).sum();
    let Some(index) = state.sessions.as_ref().filter(|_| letters > 1) else {
        return Vec::new();
    };
    let found = index.find(typed, state.today, MOST_SESSIONS);
    let entry = |found: FoundSession| {
        let name = state
            .findable
            .athletes
            .iter()
            .find(|(id, _)| *id == found.athlete);
        let name = name.map_or("", |(_, name)| name.as_str());
        let title = index.title(found.session).unwrap_or_default();
        let (weekday, day) = (format::weekday(found.date), date_text(found.date));
        Entry::Session(found, format!("{title}, {weekday} {day} · {name}"))
    };
    found.into_iter().map(entry).collect()
}
