//! The workspace that a command is about, and who of it.

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::chart::report::ReportCharts;
use crate::domain::{Athlete, DateStyle, WorkspaceSettings};
use crate::export::{self, Logo, RenderContext};
use crate::library::Library;
use crate::store::{self, Opened, Store};

/// A workspace that was opened to be looked at, with those who were asked for.
pub(super) struct Chosen {
    /// Those who could be read.
    pub athletes: Vec<Arc<Athlete>>,
    /// Why others could not, a sentence each.
    pub problems: Vec<String>,
    /// What belongs to the workspace as a whole.
    pub settings: WorkspaceSettings,
    library: Library,
    logo: Option<Logo>,
}

impl Chosen {
    /// Opens `workspace` for the athlete of this name, or for everybody who is not archived. What is wrong with its
    /// files is said; the rest goes on.
    ///
    /// # Errors
    ///
    /// In a sentence, why there is nothing to go on with.
    pub(super) fn open(workspace: &Path, who: Option<&str>) -> Result<Self, String> {
        let shipped = Library::shipped().map_err(|error| error.to_string())?;
        let (store, opened) = Store::look(workspace).map_err(|error| error.to_string())?;
        let (athletes, problems) = match who {
            Some(name) => (vec![find(&store, &opened, name)?], Vec::new()),
            None => everybody(&store, &opened),
        };
        let mut problems: Vec<String> = problems;
        problems.extend(store.take_problems().iter().map(ToString::to_string));
        tell(&store, &opened);
        Ok(Self {
            athletes,
            problems,
            library: shipped.with_own(&opened.own),
            logo: logo(&store, &opened),
            settings: opened.settings,
        })
    }

    /// What files of them are made with.
    pub(super) fn render_context<'a>(
        &'a self,
        report: &'a ReportCharts,
        today: NaiveDate,
        written: DateTime<Utc>,
    ) -> RenderContext<'a> {
        RenderContext {
            library: &self.library,
            settings: &self.settings,
            report,
            logo: self.logo.as_ref(),
            today,
            dates: DateStyle::default(),
            written,
            zone: export::local_moment,
        }
    }
}

/// The athlete of this name, whatever its case and accents, or the only one whose name begins so.
pub(super) fn find(store: &Store, opened: &Opened, name: &str) -> Result<Arc<Athlete>, String> {
    let wanted = name.trim().to_lowercase();
    let exactly = |file: &&store::AthleteEntry| file.name.to_lowercase() == wanted;
    let nearly = |file: &&store::AthleteEntry| store::same_name(&file.name, name);
    let mut found: Vec<_> = opened.athletes.iter().filter(exactly).collect();
    if found.is_empty() {
        found = opened.athletes.iter().filter(nearly).collect();
    }
    if found.is_empty() && !wanted.is_empty() {
        let begins = |file: &&store::AthleteEntry| {
            let letters = wanted.chars().count();
            let beginning: String = file.name.chars().take(letters).collect();
            store::same_name(&beginning, name)
        };
        found = opened.athletes.iter().filter(begins).collect();
    }
    match found.as_slice() {
        [file] => store
            .read_athlete(&file.file)
            .map_err(|error| error.to_string()),
        [] => {
            let names: Vec<_> = opened
                .athletes
                .iter()
                .map(|file| file.name.as_str())
                .collect();
            Err(format!(
                "There is no athlete \"{name}\" here. There are: {}.",
                names.join(", ")
            ))
        }
        several => {
            let names: Vec<_> = several.iter().map(|file| file.name.as_str()).collect();
            let first = names.first().copied().unwrap_or_default();
            let advice = if names.iter().all(|other| store::same_name(first, other)) {
                "Give one of them another name in the window"
            } else {
                "Write more of the name"
            };
            Err(format!(
                "Several athletes are called like that: {}. {advice}.",
                names.join(", ")
            ))
        }
    }
}

/// Everybody who is not archived, and what keeps others from being read: one broken file stops nobody else's plan.
fn everybody(store: &Store, opened: &Opened) -> (Vec<Arc<Athlete>>, Vec<String>) {
    let mut athletes = Vec::new();
    let mut unread: Vec<String> = opened.warnings.iter().map(ToString::to_string).collect();
    for file in &opened.athletes {
        match store.read_athlete(&file.file) {
            Ok(athlete) if athlete.profile.archived => {}
            Ok(athlete) => athletes.push(athlete),
            Err(error) => unread.push(error.to_string()),
        }
    }
    (athletes, unread)
}

/// The coach's logo. One that cannot be printed keeps no sheet from being so.
fn logo(store: &Store, opened: &Opened) -> Option<Logo> {
    let read = store.read_logo(&opened.settings);
    let logo = match read.map_err(|error| error.to_string()).transpose()? {
        Ok(bytes) => Logo::read(bytes).map_err(|why| format!("{}: {why}", opened.settings.logo)),
        Err(error) => Err(error),
    };
    if let Err(why) = &logo {
        let _ = writeln!(io::stderr(), "ironstride: printed without the logo: {why}");
    }
    logo.ok()
}

/// Says what is wrong with files, and what was set right in them. The export goes on with the rest.
fn tell(store: &Store, opened: &Opened) {
    let warnings = opened.warnings.iter().map(ToString::to_string);
    let notes = opened.notes.iter().cloned().chain(store.take_notes());
    for told in warnings.chain(notes) {
        // Where standard error is closed there is nobody to tell.
        let _ = writeln!(io::stderr(), "ironstride: {told}");
    }
}
