//! What background work keeps for the open workspace. It is made anew with each workspace, so that nothing of one that
//! was closed can be shown, printed or published of another.

use crate::store::KeptFile;

use super::find_state::FindState;
use super::findings_job::Findings;
use super::history_files::HistoryFiles;
use super::layout_job::LayoutRequest;
use super::print_preview::Previews;
use super::publishing_state::Publishing;
use super::roster_job::Roster;

/// What background work keeps for the open workspace.
#[derive(Debug, Default)]
pub(super) struct WorkspaceTasks {
    /// The findings of the shown athlete's whole calendar.
    pub(super) findings: Findings,
    /// Everybody's sessions for the search.
    pub(super) find: FindState,
    /// Everybody's findings.
    pub(super) roster: Roster,
    /// The layout that failed last, so that it is not tried again and again.
    pub(super) failed_layout: Option<LayoutRequest>,
    /// What Print / Export shows.
    pub(super) previews: Previews,
    /// What is known of the files that are published.
    pub(super) publishing: Publishing,
    /// Files of other programs that are being brought in.
    pub(super) history_files: HistoryFiles,
    /// The kept versions that the dialog shows.
    pub(super) backups: Vec<KeptFile>,
}
