//! Paths that are typed where the system offers no dialog, each for the request it was asked for.

use std::collections::VecDeque;
use std::path::PathBuf;

use crate::ui::dialogs::PathUse;

/// What is done with a path, given the state `S`.
pub(super) type UsePath<S> = Box<dyn FnOnce(&mut S, PathBuf) + Send>;

/// A path that is to be typed.
struct Asked<S> {
    id: u64,
    purpose: PathUse,
    start: PathBuf,
    then: UsePath<S>,
}

/// The paths that are still to be typed, one after the other.
pub(super) struct TypedPaths<S> {
    waiting: VecDeque<Asked<S>>,
    /// The one that a dialog is open for.
    open: Option<(u64, UsePath<S>)>,
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
            then,
        });
    }

    /// The dialog about a path is closed: whatever was not typed in it is not wanted.
    pub(super) fn closed(&mut self) {
        self.open = None;
    }

    /// The next path to open a dialog for: its request, its purpose, and what the field begins with.
    pub(super) fn next(&mut self) -> Option<(u64, PathUse, PathBuf)> {
        let asked = self.waiting.pop_front()?;
        self.open = Some((asked.id, asked.then));
        Some((asked.id, asked.purpose, asked.start))
    }

    /// What is to be done with the path that was typed for a request.
    pub(super) fn take(&mut self, request: u64) -> Option<UsePath<S>> {
        let open = self.open.take_if(|(id, _)| *id == request);
        open.map(|(_, then)| then)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_path_goes_to_the_request_it_was_typed_for() {
        let mut typed = TypedPaths::<Vec<String>>::default();
        for name in ["a", "b"] {
            let then: UsePath<Vec<String>> =
                Box::new(move |made, path| made.push(format!("{name} in {}", path.display())));
            typed.ask(PathUse::Chart, PathBuf::from(name), then);
        }
        let mut made = Vec::new();
        let (first, _, _) = typed.next().unwrap();
        typed.closed();
        assert!(typed.take(first).is_none(), "it was cancelled");
        let (second, _, start) = typed.next().unwrap();
        assert_eq!(start, PathBuf::from("b"));
        assert!(typed.take(first).is_none());
        typed.take(second).unwrap()(&mut made, PathBuf::from("/b.png"));
        assert_eq!(made, ["b in /b.png"]);
        assert!(typed.next().is_none());
    }
}
