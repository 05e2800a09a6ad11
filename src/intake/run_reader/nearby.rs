//! What the words beside a figure say of it.

use crate::domain::{Kind, RecoveryStyle, RunKind, StepKind};

use super::super::items::ItemKind;
use super::super::lexicon::Meaning;
use super::super::parts::{Position, RunPart};
use super::Reader;

/// What words near a figure say of it, each with its item.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Nearby {
    pub(super) warm_up: Option<usize>,
    pub(super) cool_down: Option<usize>,
    pub(super) style: Option<(RecoveryStyle, usize)>,
    pub(super) recover: Option<usize>,
    pub(super) between: Option<usize>,
    pub(super) kind: Option<(RunKind, usize)>,
    pub(super) rest: Option<usize>,
    pub(super) hard: Option<usize>,
    pub(super) strides: Option<usize>,
    pub(super) position: Option<(Position, usize)>,
    pub(super) total: Option<usize>,
}

impl Nearby {
    /// True when it speaks of recovery, whatever the style.
    pub(super) fn recovers(&self) -> bool {
        self.style.is_some()
            || self.recover.is_some()
            || self.rest.is_some()
            || self.between.is_some()
    }
}

impl Reader<'_, '_> {
    pub(super) fn use_word(&mut self, item: usize) {
        if let Some(used) = self.used.get_mut(item) {
            *used = true;
        }
        self.fragment.read(item, item + 1);
    }

    /// The words behind a counted part that tell its role: "strides", "hard", "uphill".
    pub(super) fn describe_counted(&mut self, from: usize, to: usize) -> usize {
        let after = self.after(from, to);
        if let Some(item) = after.strides {
            self.use_word(item);
            self.words.strides = true;
            if let Some(part) = self.words.parts.last_mut() {
                part.strides = true;
            }
        }
        if let Some(item) = after.hard {
            self.use_word(item);
        }
        if let Some(item) = after.warm_up {
            // "6x100m warm-up strides": the whole is part of warming up.
            if after.strides.is_some() {
                self.use_word(item);
            }
        }
        from
    }

    pub(super) fn describe(&mut self, part: &mut RunPart, before: &Nearby, after: &Nearby) {
        let role = match (
            after.warm_up,
            after.cool_down,
            before.warm_up,
            before.cool_down,
        ) {
            (Some(item), ..) | (None, None, Some(item), _) => Some((StepKind::WarmUp, item)),
            (None, Some(item), ..) | (None, None, None, Some(item)) => {
                Some((StepKind::CoolDown, item))
            }
            _ => None,
        };
        if let Some((role, item)) = role {
            part.role = Some(role);
            self.use_word(item);
        }
        if let Some((style, item)) = after.style.or(before.style) {
            part.style = Some(style);
            self.use_word(item);
        }
        if part.style.is_none()
            && let Some(item) = after.rest.or(before.rest)
        {
            part.style = Some(RecoveryStyle::Jog);
            self.use_word(item);
        }
        if let Some((kind, item)) = after.kind.or(before.kind) {
            part.kind = Some(kind);
            // It is the kind of the session if nothing else names one.
            if !self.used.get(item).copied().unwrap_or_default() && after.kind.is_some() {
                self.use_word(item);
                self.words.kinds.push((kind, item));
                self.words.segments.push(self.segment);
            }
        }
        if let Some((position, item)) = before
            .position
            .or(after.position.filter(|_| before.position.is_none()))
        {
            part.position = Some(position);
            self.use_word(item);
        }
        if let Some(item) = after.strides {
            part.strides = true;
            self.words.strides = true;
            self.use_word(item);
        }
        if let Some(item) = after.total.or(before.total) {
            part.total = true;
            self.use_word(item);
        }
        if let Some(item) = after.hard.or(before.hard) {
            self.use_word(item);
        }
    }

    /// `1.5 mi WU/CD`, `warm-up and cool-down 15 min`: one length for both.
    pub(super) fn both_ends(&mut self, part: &mut RunPart, before: &Nearby, after: &Nearby) {
        if part.role != Some(StepKind::WarmUp) {
            return;
        }
        let behind = after.warm_up.and_then(|item| {
            // "ein- und auslaufen"
            let joint = item + 1 + usize::from(self.fragment.is_sign(item + 1, '-'));
            let joined = self.fragment.is(joint, &Meaning::And)
                || ['/', '&', ',']
                    .iter()
                    .any(|sign| self.fragment.is_sign(joint, *sign));
            // "EL u. AL"
            let last = joint + 1 + usize::from(self.fragment.is_sign(joint + 1, '.'));
            let alone = self.fragment.figure(last + 1).is_none();
            let ends = joined && alone && self.fragment.is(last, &Meaning::CoolDown);
            ends.then_some(last)
        });
        let cool_down = behind.or(after.cool_down).or(before.cool_down);
        if let Some(item) = cool_down {
            part.both_ends = true;
            self.use_word(item);
        }
    }

    /// What the words behind a figure say of it, up to the next figure or comma.
    pub(super) fn after(&self, from: usize, to: usize) -> Nearby {
        let mut end = from;
        while end < to {
            let stops = match self.fragment.items.get(end).map(|item| &item.kind) {
                Some(ItemKind::Number(_)) | None => true,
                Some(ItemKind::Sign(sign)) => !matches!(sign, '-' | '\'' | '.'),
                Some(ItemKind::Word(meaning)) => {
                    matches!(meaning, Meaning::And | Meaning::With | Meaning::Times)
                }
                Some(ItemKind::Unknown) => false,
            };
            if stops {
                break;
            }
            end += 1;
        }
        self.nearby(from, end)
    }

    pub(super) fn nearby(&self, from: usize, to: usize) -> Nearby {
        let mut found = Nearby::default();
        for at in from..to {
            if self.used.get(at).copied().unwrap_or_default() {
                continue;
            }
            let Some(meaning) = self.fragment.meaning(at) else {
                continue;
            };
            match meaning {
                Meaning::WarmUp => found.warm_up = found.warm_up.or(Some(at)),
                Meaning::CoolDown => found.cool_down = found.cool_down.or(Some(at)),
                Meaning::Style(style) => found.style = found.style.or(Some((*style, at))),
                Meaning::Recover => found.recover = found.recover.or(Some(at)),
                Meaning::Between => found.between = found.between.or(Some(at)),
                Meaning::Kind(Kind::Rest) => found.rest = found.rest.or(Some(at)),
                Meaning::Kind(Kind::Run(kind)) => found.kind = found.kind.or(Some((*kind, at))),
                Meaning::Hard => found.hard = found.hard.or(Some(at)),
                Meaning::Strides => found.strides = found.strides.or(Some(at)),
                Meaning::Last => found.position = found.position.or(Some((Position::Last, at))),
                Meaning::First => found.position = found.position.or(Some((Position::First, at))),
                Meaning::Middle => found.position = found.position.or(Some((Position::Middle, at))),
                Meaning::Total => found.total = found.total.or(Some(at)),
                _ => {}
            }
        }
        found
    }
}
