//! Where the parts of a finding's line stand in a width.

/// What the mark, the button that opens, and the gaps of a line take, in points.
const AROUND: f32 = 62.0;

/// What the mark and the button that opens take beside a title alone, in points.
const TITLE_AROUND: f32 = 50.0;

/// Between what stands in a line, in points.
pub(super) const GAP: f32 = 6.0;

/// Between the days and the fix beside them, in points.
pub(super) const BESIDE_DAYS: f32 = 8.0;

/// Where the words of a finding begin: beside its mark, in points.
pub(super) const INDENT: i8 = 18;

/// How many rows a title takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    One,
    Several,
}

/// Where the days and the fix of a finding stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// In the line of its title.
    Title,
    /// In a line of their own below the title.
    Below,
    /// Beside the days, below the title.
    Beside,
}

/// How a finding is set in a width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) title: Rows,
    pub(super) days: At,
    pub(super) fix: At,
}

impl Place {
    /// The place of what takes so many points, in a width: all in one line where there is room; else the fix below the
    /// title, and the days beside the title if they have room there, else beside the fix.
    pub(super) fn of(width: f32, title: f32, days: f32, fix: Option<f32>) -> Self {
        let line = AROUND + title + days;
        let rows = if TITLE_AROUND + title > width {
            Rows::Several
        } else {
            Rows::One
        };
        let below = width - f32::from(INDENT);
        let (days, fix) = match fix {
            Some(fix) if line + GAP + fix <= width => (At::Title, At::Title),
            _ if line <= width => (At::Title, At::Below),
            Some(fix) if days + BESIDE_DAYS + fix <= below => (At::Below, At::Beside),
            _ => (At::Below, At::Below),
        };
        Self {
            title: rows,
            days,
            fix,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_stand_alone_in_a_row_only_where_neither_title_nor_fix_leaves_them_room() {
        let place = |width, fix| Place::of(width, 120.0, 20.0, fix);
        let at = |width, fix| (place(width, fix).days, place(width, fix).fix);
        assert_eq!(at(300.0, Some(80.0)), (At::Title, At::Title));
        assert_eq!(at(240.0, Some(80.0)), (At::Title, At::Below));
        assert_eq!(at(190.0, Some(80.0)), (At::Below, At::Beside));
        assert_eq!(at(190.0, Some(180.0)), (At::Below, At::Below));
        assert_eq!(at(240.0, None).0, At::Title);
        assert_eq!(at(190.0, None).0, At::Below);
        assert_eq!(place(160.0, None).title, Rows::Several);
    }
}
