//! Which letters a name has, to spare most comparisons of spelling.

/// The letters of a text, each as one of 64 bits. Letters that share a bit only make it less telling.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters(u64);

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        Self(
            text.chars()
                .fold(0, |bits, c| bits | 1 << (u32::from(c) % 64)),
        )
    }

    /// Slips that there are at least between two texts with these letters: each slip brings in or takes away one letter.
    pub(super) fn least_slips(self, other: Self) -> usize {
        let only_here = (self.0 & !other.0).count_ones();
        let only_there = (other.0 & !self.0).count_ones();
        only_here.max(only_there) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_never_says_more_slips_than_there_are() {
        for (one, other) in [
            ("squat", "squat"),
            ("squat", "sqaut"),
            ("deadlift", "deadlfit"),
            ("frontsquat", "frontsqat"),
            ("übung", "ubung"),
            ("legpress", "benchpress"),
            ("", "plank"),
        ] {
            let least = Letters::of(one).least_slips(Letters::of(other));
            assert!(least <= strsim::osa_distance(one, other), "{one} {other}");
        }
        assert_eq!(Letters::of("squat").least_slips(Letters::of("lunge")), 4);
    }
}
