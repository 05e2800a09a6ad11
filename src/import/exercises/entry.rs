//! An entry of such a collection as it stands in the file.

use serde::Deserialize;

/// One entry, as far as it is used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ForeignEntry {
    pub(super) name: String,
    #[serde(default)]
    pub(super) force: Option<String>,
    #[serde(default)]
    pub(super) mechanic: Option<String>,
    #[serde(default)]
    pub(super) equipment: Option<String>,
    pub(super) primary_muscles: Vec<String>,
    #[serde(default)]
    pub(super) secondary_muscles: Vec<String>,
    #[serde(default)]
    pub(super) instructions: Vec<String>,
    #[serde(default)]
    pub(super) category: Option<String>,
}
