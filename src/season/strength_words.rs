//! What the blocks of strength are for, and how the athlete goes on within one.

use crate::domain::{Level, LoadType, Plan};
use crate::library::Library;

use super::strength_block::Block;

/// What the words for a session depend on besides its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct About {
    /// How well the athlete lifts.
    pub(super) level: Level,
    /// True where a block to learn came before in the season.
    pub(super) learned: bool,
    /// True where something of the session has a load that can grow.
    pub(super) loaded: bool,
}

/// True where something of a session has a load that can grow.
pub(super) fn is_loaded(plan: &Plan, library: &Library) -> bool {
    let mut doses = plan.workout.exercises().iter();
    doses.any(|dose| {
        let known = library.exercise(&dose.exercise);
        let bare = matches!(dose.load, crate::domain::LoadSpec::Bodyweight(_));
        !bare && known.is_some_and(|exercise| exercise.load == LoadType::Kg)
    })
}

/// What a session is for, in one sentence.
pub(super) fn purpose(block: Block, about: About) -> &'static str {
    let is_novice = about.level == Level::Novice;
    match (block, about.loaded) {
        (Block::Learn, _) if is_novice => "Learn the lifts and build on them.",
        (Block::Learn, true) => "More repetitions, some in reserve: the ground for heavier loads.",
        (Block::Learn, false) => "More repetitions, some in reserve: the ground for harder ones.",
        (Block::Heavier, true) if about.learned && is_novice => {
            "Heavier loads and fewer repetitions, now that the lifts are known."
        }
        (Block::Heavier, true) => "Heavier loads and fewer repetitions.",
        (Block::Heavier, false) => "Harder ways to move the same weight, the body’s own.",
        (Block::Power, true) => {
            "Heavy and fast, and little of it: strength that the stride can use."
        }
        (Block::Power, false) => "Fast, and little of it: strength that the stride can use.",
        (Block::Maintain, true) => {
            "One session keeps the strength through the taper: the same loads, fewer sets."
        }
        (Block::Maintain, false) => {
            "One session keeps the strength through the taper: the same exercises, fewer sets."
        }
    }
}

/// Where the load goes from week to week, for the athlete: with so many repetitions `reserve`, and jumps where the session
/// has some.
pub(super) fn advice(block: Block, reserve: f64, jumps: bool) -> String {
    let left = if reserve > 2.0 { "three" } else { "two" };
    match block {
        Block::Learn => "Three in reserve. Add a repetition each time; when every set reaches the top of its range, add a \
                         little load."
            .to_owned(),
        Block::Heavier if reserve > 2.0 => "Three in reserve, rest in full. When every set reaches the top of its range, \
                                            add a little load."
            .to_owned(),
        Block::Heavier => {
            "Two in reserve, rest in full. When every set reaches the top of its range, add 2–5 %.".to_owned()
        }
        Block::Power => {
            let first = if jumps { "Jumps first and fresh. " } else { "" };
            format!("{first}Lift fast, {left} in reserve; add a little load when every set was clean.")
        }
        Block::Maintain => "The loads of last time, fewer sets.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_known_before_it_was_learned() {
        for level in [Level::Novice, Level::Intermediate, Level::Advanced] {
            for loaded in [true, false] {
                let about = |learned| About {
                    level,
                    learned,
                    loaded,
                };
                let said = purpose(Block::Heavier, about(false));
                assert!(!said.contains("known"), "{level:?}: {said}");
                let words = [Block::Heavier, Block::Power, Block::Maintain];
                let words = words.map(|block| purpose(block, about(true)));
                let heavy = words.iter().any(|it| it.contains("loads"));
                assert_eq!(heavy, loaded, "{words:?}");
            }
        }
    }

    #[test]
    fn the_words_leave_in_reserve_what_the_sets_do() {
        for block in [Block::Heavier, Block::Power] {
            assert!(
                advice(block, 3.0, false)
                    .to_lowercase()
                    .contains("three in reserve")
            );
            assert!(
                advice(block, 2.0, false)
                    .to_lowercase()
                    .contains("two in reserve")
            );
        }
        assert!(!advice(Block::Power, 2.0, false).contains("Jumps"));
        assert!(advice(Block::Power, 2.0, true).starts_with("Jumps first"));
    }
}
