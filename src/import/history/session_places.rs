//! The sessions that the rows of a table belong to.

use std::collections::HashMap;

use crate::history::{Activity, FileContents};

/// Where sessions stand among the activities of a reading, by what they are known by.
#[derive(Debug, Default)]
pub struct SessionPlaces(HashMap<String, usize>);

impl SessionPlaces {
    /// The session of this key, which `begin` begins where it is not there yet. Every call is to be about one and the same
    /// reading; `None` where it was not.
    pub fn session<'r>(
        &mut self,
        key: &str,
        reading: &'r mut FileContents,
        begin: impl FnOnce() -> Activity,
    ) -> Option<&'r mut Activity> {
        let place = if let Some(place) = self.0.get(key) {
            *place
        } else {
            let place = reading.activities.len();
            reading.activities.push(begin());
            self.0.insert(key.to_owned(), place);
            place
        };
        reading.activities.get_mut(place)
    }
}
