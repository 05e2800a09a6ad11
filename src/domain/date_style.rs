//! How a person likes to read dates.

use serde::{Deserialize, Serialize};

/// The order in which a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum DateStyle {
    /// 24 Nov 2026.
    #[default]
    DayFirst,
    /// Nov 24, 2026.
    MonthFirst,
    /// 2026-11-24.
    Iso,
}

impl DateStyle {
    /// Every style with a day written in it, in display order.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::DayFirst, "24 Nov 2026"),
        (Self::MonthFirst, "Nov 24, 2026"),
        (Self::Iso, "2026-11-24"),
    ];
}
