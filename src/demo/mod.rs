//! A lifelike workspace, the same for the same seed and day.
//!
//! Every athlete trains towards a race in seasons of 24 weeks: three weeks of building and one of cutting back,
//! a taper, the race, a week of recovery. What lies before today has logs with the small accidents of real
//! life; what lies ahead is planned up to the next race. Only plain arithmetic is used, no library of
//! mathematics, so that every computer makes up the same bytes.

mod athlete;
mod cast;
mod diary;
mod heavy;
mod layout;
mod lifts;
mod options;
mod profile;
mod random;
mod runs;
mod season;

use std::sync::Arc;

use crate::domain::{Workspace, WorkspaceSettings};
use crate::library::Library;

pub use heavy::{heavy_athlete, heavy_years};
pub use options::DemoOptions;

use random::Random;

/// Makes up a workspace. Days before `today` are logged; `today` and what follows is planned, up to a race at
/// least six weeks ahead. The library gives the exercises their names.
pub fn workspace(options: &DemoOptions, library: &Library) -> Workspace {
    let mut workspace = Workspace {
        settings: WorkspaceSettings {
            coach: "Mira Lindqvist".to_owned(),
            demo: true,
            ..WorkspaceSettings::default()
        },
        ..Workspace::default()
    };
    for index in 0..options.athletes {
        // Each athlete has randomness of their own, so that one more changes none of the others.
        let mut random = Random::new(options.seed).branch(index as u64);
        let character = cast::character(index, &mut random);
        let athlete = Arc::new(athlete::make_up(&character, options, library, &mut random));
        if index == 0 {
            workspace.settings.last_athlete = Some(athlete.id);
        }
        workspace.put(athlete);
    }
    workspace
}

#[cfg(test)]
mod tests;
