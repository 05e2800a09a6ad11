//! Two versions of a document made one, on the last version that both sides had: plans that went to an athlete and came
//! back, folders that two coaches share, files that a sync tool could not bring together.
//!
//! A document is merged by identity and by field. What one side changed is taken; of what both changed
//!
//! * the coach's plan stands, and the athlete's log, since one plans and the other knows what was done;
//! * of two changes by the same hand the newer one stands;
//! * whole workouts, lists of steps and sets that differ are work: one stands, and the other is kept beside it as an
//!   [`Alternative`](crate::domain::Alternative) until somebody chooses, and so is a half of a session of which nothing
//!   tells who is right;
//! * notes are merged by lines, sets that go on where the other side's end are taken whole;
//! * a change goes before a deletion that did not know of it.
//!
//! With the sides exchanged the result is the same, and merging again what was merged changes nothing. A figure that a
//! side set back to what it was counts as not changed.

#![expect(
    clippy::ptr_arg,
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "fields are merged by reference, whatever they are"
)]

mod ancestry;
mod athlete;
mod changes;
mod decisions;
mod entries;
mod fields;
mod judge;
mod lineage;
mod list;
mod log;
mod package;
mod plan;
mod profile;
mod session;
mod workspace;

pub use ancestry::is_common_base;
pub use athlete::{MergedAthlete, athletes};
pub use changes::{Difference, What, changes};
pub use decisions::{Decision, MergeDecision, Subject, Which};
pub use entries::{EntryChange, EntryChangeKind, library_changes, settings_changes};
pub use lineage::{Lineage, Version, common_base};
pub use package::AthletePackage;
pub use profile::edited_profile;
pub use session::{both, on};
pub use workspace::{libraries, settings};

#[cfg(test)]
mod exchange_tests;
#[cfg(test)]
mod tests;
