//! How much room the bar on top has, and what gives way where the athlete’s name has none.

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

/// What gives way to the athlete's name, the first first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Piece {
    /// The way out of the demo.
    Begin,
    /// The room around the week's title that keeps the arrows beside it where they are.
    Steady,
    /// The switch between a week and several.
    Board,
    /// The way to this week.
    Today,
}

/// How many pieces there are.
const PIECES: usize = 4;
/// A piece comes back only where there is a little more room than it takes, in points: else it would come and go.
const SPARE: f32 = 2.0;

fn with_spare(width: f32) -> f32 {
    if width > 0.0 { width + SPARE } else { 0.0 }
}

/// Which pieces are left out while the bar has to say that something is wrong, or that a rest runs.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Crowd {
    /// How many are left out.
    out: usize,
    /// What each takes where it is drawn, in points.
    widths: [f32; PIECES],
}

impl Crowd {
    /// Leaves out as few as leave a name that `wants` so many points its room, where it had `left` with those that are out
    /// now.
    pub(super) fn make_room(&mut self, wants: f32, left: f32) {
        let of_first = |count: usize| self.widths.iter().take(count).sum::<f32>();
        let with_all = left - of_first(self.out);
        let fits = |count: &usize| with_all + of_first(*count) >= wants;
        self.out = (0..=PIECES).find(fits).unwrap_or(PIECES);
    }

    /// Leaves out none.
    pub(super) fn keep_all(&mut self) {
        self.out = 0;
    }

    /// False for a piece that is left out.
    pub(super) fn shows(&self, piece: Piece) -> bool {
        piece as usize >= self.out
    }

    /// Takes in what a piece takes, drawn or left out.
    pub(super) fn would_take(&mut self, piece: Piece, width: f32) {
        if let Some(known) = self.widths.get_mut(piece as usize) {
            *known = with_spare(width);
        }
    }

    /// Takes in what a piece took, nothing where the bar has no place for it anyway.
    pub(super) fn drew(&mut self, piece: Piece, width: f32) {
        let shows = self.shows(piece);
        if let Some(known) = self.widths.get_mut(piece as usize).filter(|_| shows) {
            *known = with_spare(width);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_pieces_as_will_do_give_way_and_none_comes_and_goes() {
        let mut crowd = Crowd::default();
        for (piece, width) in [
            (Piece::Begin, 0.0),
            (Piece::Board, 38.0),
            (Piece::Today, 62.0),
        ] {
            crowd.drew(piece, width);
        }
        crowd.make_room(120.0, 130.0);
        assert!(crowd.shows(Piece::Board));
        crowd.make_room(120.0, 90.0);
        assert!(!crowd.shows(Piece::Board) && crowd.shows(Piece::Today));
        // With it gone the name has its room, which is no reason for it to come back.
        crowd.make_room(120.0, 90.0 + 38.0);
        assert!(!crowd.shows(Piece::Board) && crowd.shows(Piece::Today));
        crowd.make_room(120.0, 40.0 + 38.0);
        assert!(!crowd.shows(Piece::Today));
        crowd.make_room(120.0, 230.0 + 38.0 + 62.0);
        assert!(crowd.shows(Piece::Begin) && crowd.shows(Piece::Board));
    }

    #[test]
    fn a_title_gives_what_it_has_free_before_anything_is_gone() {
        let mut crowd = Crowd::default();
        crowd.drew(Piece::Board, 38.0);
        crowd.would_take(Piece::Steady, 30.0);
        crowd.make_room(120.0, 95.0);
        assert!(!crowd.shows(Piece::Steady) && crowd.shows(Piece::Board));
        // A longer title has less to give: another piece follows.
        crowd.would_take(Piece::Steady, 4.0);
        crowd.make_room(120.0, 95.0 + 4.0);
        assert!(!crowd.shows(Piece::Board));
    }
}
