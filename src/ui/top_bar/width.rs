//! How much room the bar on top has.

/// How much room the bar has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum BarWidth {
    /// For what neither the search nor a shortcut of everybody's gives: a small window zoomed.
    Least,
    /// For what cannot be missed: a small window, or a zoomed one.
    Narrow,
    /// For short words.
    Medium,
    /// For everything.
    Wide,
}

impl BarWidth {
    pub(super) fn of(width: f32) -> Self {
        match width {
            width if width < 790.0 => Self::Least,
            width if width < 1060.0 => Self::Narrow,
            width if width < 1300.0 => Self::Medium,
            _ => Self::Wide,
        }
    }
}
