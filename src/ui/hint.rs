//! The three hints of the first week, and which of them are still to be given.

/// For so many days from the first start hints are given.
pub const DAYS: i64 = 7;

/// Something that is good to know in the first week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// What is in the library is dragged onto days.
    Drag,
    /// A finding opens to its reason and its fixes.
    Finding,
    /// What was trained is logged.
    Log,
}

impl Hint {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Drag, Self::Finding, Self::Log];

    /// The switch of the preferences that says that it is not to be given again.
    pub fn switch(self) -> &'static str {
        match self {
            Self::Drag => "hint.drag.over",
            Self::Finding => "hint.finding.over",
            Self::Log => "hint.log.over",
        }
    }

    /// What it says.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Drag => "Drag anything from here onto a day. The days say where it fits.",
            Self::Finding => "Click a finding: it opens to its reason and to fixes you can try.",
            Self::Log => "Trained already? Mark it as done, then change what went differently.",
        }
    }

    /// What its ✕ is called.
    pub(super) fn close(self) -> &'static str {
        match self {
            Self::Drag => "Hide the hint about dragging",
            Self::Finding => "Hide the hint about findings",
            Self::Log => "Hide the hint about logging",
        }
    }
}

/// Which hints are still to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hints([bool; 3]);

impl Hints {
    /// Those that `is_open`.
    pub fn of(is_open: impl Fn(Hint) -> bool) -> Self {
        Self(Hint::ALL.map(is_open))
    }

    /// True while a hint is still to be given.
    pub fn gives(&self, hint: Hint) -> bool {
        let mut all = Hint::ALL.into_iter().zip(self.0);
        all.any(|(it, open)| open && it == hint)
    }

    /// Gives a hint no more.
    pub fn end(&mut self, hint: Hint) {
        for (it, open) in Hint::ALL.into_iter().zip(&mut self.0) {
            *open &= it != hint;
        }
    }
}
