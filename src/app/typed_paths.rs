//! Paths that are typed where the system offers no dialog, each for the request it was asked for.

use std::collections::VecDeque;
use std::path::PathBuf;

use crate::ui::dialogs::PathUse;

/// What is done with a path, given the state `S`; in words why that path cannot be used.
pub(super) type UsePath<S> = Box<dyn FnMut(&mut S, PathBuf) -> Result<(), String> + Send>;

/// A path to open a dialog for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ToType {
    /// The request it is for.
    pub(super) id: u64,
    /// What it is for.
    pub(super) purpose: PathUse,
    /// What the field begins with.
    pub(super) start: PathBuf,
    /// Why the path typed before cannot be used, where one was.
    pub(super) problem: Option<String>,
}

/// A path that is to be typed.
struct Asked<S> {
    id: u64,
    purpose: PathUse,
    start: PathBuf,
    problem: Option<String>,
    then: UsePath<S>,
}

/// The paths that are still to be typed, one after the other.
pub(super) struct TypedPaths<S> {
    waiting: VecDeque<Asked<S>>,
    /// The one that a dialog is open for.
    open: Option<(u64, PathUse, UsePath<S>)>,
    last: u64,
}

impl<S> Default for TypedPaths<S> {
    fn default() -> Self {
        Self {
            waiting: VecDeque::new(),
            open: None,
            last: 0,
        }
    }
}

impl<S> TypedPaths<S> {
    /// Has a path typed as soon as no other dialog is open. `start` is what the field begins with.
    pub(super) fn ask(&mut self, purpose: PathUse, start: PathBuf, then: UsePath<S>) {
        self.last += 1;
        self.waiting.push_back(Asked {
            id: self.last,
            purpose,
            start,
            problem: None,
            then,
        });
    }

    /// Has a path typed again, before any other: the one typed cannot be used, and why.
    pub(super) fn ask_again(
        &mut self,
        purpose: PathUse,
        typed: PathBuf,
        problem: String,
        then: UsePath<S>,
    ) {
        self.last += 1;
        self.waiting.push_front(Asked {
            id: self.last,
            purpose,
            start: typed,
            problem: Some(problem),
            then,
        });
    }

    /// Asks for no more paths that are for a workspace which is closed now.
    pub(super) fn forget_workspace(&mut self) {
        self.waiting
            .retain(|asked| !asked.purpose.is_for_workspace());
    }

    /// True when a path is still to be asked for.
    pub(super) fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// The dialog about a path is closed: whatever was not typed in it is not wanted.
    pub(super) fn closed(&mut self) {
        self.open = None;
    }

    /// The next path to open a dialog for.
    pub(super) fn next(&mut self) -> Option<ToType> {
        let asked = self.waiting.pop_front()?;
        self.open = Some((asked.id, asked.purpose, asked.then));
        Some(ToType {
            id: asked.id,
            purpose: asked.purpose,
            start: asked.start,
            problem: asked.problem,
        })
    }

    /// What the path that was typed for a request is for, and what is to be done with it.
    pub(super) fn take(&mut self, request: u64) -> Option<(PathUse, UsePath<S>)> {
        let open = self.open.take_if(|(id, ..)| *id == request);
        open.map(|(_, purpose, then)| (purpose, then))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_path_goes_to_the_request_it_was_typed_for() {
        let mut typed = TypedPaths::<Vec<String>>::default();
        for name in ["a", "b"] {
            let then: UsePath<Vec<String>> = Box::new(move |made, path| {
                made.push(format!("{name} in {}", path.display()));
                Ok(())
            });
            typed.ask(PathUse::Chart, PathBuf::from(name), then);
        }
        let mut made = Vec::new();
        let first = typed.next().unwrap().id;
        typed.closed();
        assert!(typed.take(first).is_none(), "it was cancelled");
        let ToType {
            id: second, start, ..
        } = typed.next().unwrap();
        assert_eq!(start, PathBuf::from("b"));
        assert!(typed.take(first).is_none());
        let (purpose, mut then) = typed.take(second).unwrap();
        then(&mut made, PathBuf::from("/b.png")).unwrap();
        assert_eq!(made, ["b in /b.png"]);
        assert!(typed.next().is_none());
        typed.ask_again(
            purpose,
            "/nowhere".into(),
            "no such folder".to_owned(),
            then,
        );
        let again = typed.next().unwrap();
        assert_eq!(again.start, PathBuf::from("/nowhere"));
        assert_eq!(again.problem.as_deref(), Some("no such folder"));
    }
}
