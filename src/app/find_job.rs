//! Everybody's sessions for the search, read off the interface's thread.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::ui::command_palette::{Findable, PaletteState};
use crate::ui::find::FindIndex;

use super::find_state::Source;
use super::jobs::{Job, Kind};
use super::shell::App;

impl App {
    /// Opens the search. Names are there at once; sessions follow when they changed since they were read last.
    pub(super) fn open_search(&mut self, today: NaiveDate) {
        let library = self.open.library();
        let athletes = self.open.athletes().iter();
        let findable = Findable {
            athletes: athletes
                .map(|athlete| (athlete.id, athlete.profile.name.clone()))
                .collect(),
            exercises: library
                .exercises()
                .iter()
                .map(|exercise| (exercise.id.clone(), exercise.name.clone()))
                .collect(),
            programs: library
                .programs()
                .iter()
                .map(|program| (program.id.clone(), program.name.clone()))
                .collect(),
        };
        let mut state = PaletteState::new(today, findable);
        let source = Source {
            athletes: self.open.athletes().to_vec(),
            own: self.open.workspace().own.clone(),
        };
        let known = self.tasks.find.known.as_ref();
        match known.filter(|(known, _)| known.is(&source)) {
            Some((_, index)) => state.sessions = Some(index.clone()),
            None => self.read_for_search(source),
        }
        self.screen.ui.palette = Some(state);
    }

    fn read_for_search(&mut self, source: Source) {
        let library = self.open.library().clone();
        let athletes = source.athletes.clone();
        let job = Job::new(
            "Reading sessions for the search",
            move |_| FindIndex::new(&athletes, &library),
            |app: &mut Self, index| {
                let Ok(index) = index else { return };
                let index = Arc::new(index);
                if let Some(palette) = &mut app.screen.ui.palette {
                    palette.sessions = Some(index.clone());
                }
                app.tasks.find.known = Some((source, index));
            },
        );
        self.jobs.start(Kind::Search, job);
    }
}
