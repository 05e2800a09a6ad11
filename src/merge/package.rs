//! A file that carries an athlete from a coach's workspace to the athlete's own, and back.

use serde::{Deserialize, Serialize};

use crate::domain::{Athlete, Stamp, VersionId};

use super::Lineage;

/// An athlete on the way to another workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AthletePackage {
    /// Which version of the athlete it is.
    pub id: VersionId,
    /// When and by whom it was written.
    pub from: Stamp,
    /// A checksum of the athlete as it was written, so that a later change by hand is known; empty when there is none.
    #[serde(default)]
    pub check: String,
    /// The versions that are contained, with this one.
    #[serde(default)]
    pub lineage: Lineage,
    /// The athlete.
    pub athlete: Athlete,
}
