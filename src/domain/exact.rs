//! Lists that take no more room than they need. A workspace holds hundreds of thousands of them, most of a few entries,
//! and a list that grew while it was read has up to twice the room.

use serde::{Deserialize, Deserializer};

/// Reads a list and lets go of the room it does not need.
pub(super) fn exact<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    reader: D,
) -> Result<Vec<T>, D::Error> {
    let mut list = Vec::deserialize(reader)?;
    list.shrink_to_fit();
    Ok(list)
}
