//! The coach's logo for what is printed.

use crate::domain::WorkspaceSettings;
use crate::export::Logo;
use crate::store::Store;

/// The logo that the settings name. A sheet is printed without one that is gone; the settings page tells its name.
pub(super) fn logo_of(store: Option<&Store>, settings: &WorkspaceSettings) -> Option<Logo> {
    let bytes = store?.read_logo(settings).ok()??;
    Logo::read(bytes).ok()
}
