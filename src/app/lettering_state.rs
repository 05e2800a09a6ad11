//! Which characters the screen has no font for.

use std::collections::BTreeSet;

/// Characters that wait for a font, and what was said of those without one.
#[derive(Debug, Default)]
pub(super) struct Lettering {
    pub(super) wanted: BTreeSet<char>,
    pub(super) told: BTreeSet<String>,
}
