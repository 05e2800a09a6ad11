//! Programs laid out off the interface's thread: for the dialog that shows what would go where, and for the charts while
//! a program is dragged.

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::{Athlete, CheckedProfile, Program, SessionId};
use crate::layout::{Layout, Options, lay_out};
use crate::library::Library;
use crate::rules::Context;

/// A program to be laid out, and for whom.
#[derive(Debug, Clone)]
pub(super) struct LayoutRequest {
    /// For whom.
    pub(super) athlete: Arc<Athlete>,
    /// The profile as the rules see it.
    pub(super) profile: CheckedProfile<'static>,
    /// What.
    pub(super) program: Program,
    /// From when, and how.
    pub(super) options: Options,
}

impl LayoutRequest {
    /// What goes where.
    pub(super) fn run(&self, library: &Library, today: NaiveDate) -> Layout {
        let context = Context::new(&self.profile, library, today);
        let mut new_id = || SessionId(Uuid::new_v4());
        lay_out(
            &self.athlete,
            &context,
            &self.program,
            &self.options,
            &mut new_id,
        )
    }

    /// True when `other` asks for the same layout.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.athlete, &other.athlete)
            && self.options == other.options
            && self.profile == other.profile
            && self.program == other.program
    }
}
