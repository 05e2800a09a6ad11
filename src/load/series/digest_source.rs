//! What a session is worked out from, besides itself.

use crate::domain::Profile;
use crate::library::Library;

/// Whose session it is, and what is known of its exercises.
pub(super) struct DigestSource<'a> {
    pub(super) profile: &'a Profile,
    pub(super) library: &'a Library,
}
