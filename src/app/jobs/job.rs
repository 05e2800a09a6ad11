//! A job: what it does, what it may tell on the way, and how its result comes back.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

/// How often a job that waits looks whether it is still wanted.
const LOOK: Duration = Duration::from_millis(10);

/// Why a job came to no result.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(in crate::app) enum Failure {
    /// It panicked, with these words.
    #[error("a fault in the program ended it ({0}); your data is as it was, and you can try again")]
    Panicked(String),
    /// The system started no thread for it: why.
    #[error("the system starts no more threads ({0}); close other programs and try again")]
    NotStarted(String),
}

/// What is done with a result, on the interface's thread.
pub(super) type Apply<S> = Box<dyn FnOnce(&mut S) + Send>;
/// Whether a result is still wanted.
pub(super) type Wanted<S> = Arc<dyn Fn(&S) -> bool + Send + Sync>;
/// Runs a job, or takes in why it cannot be run, and gives what is then to be done.
pub(super) type Run<S> = Box<dyn FnOnce(Result<&Progress<S>, Failure>) -> Ended<S> + Send>;
/// How a job ended.
pub(super) struct Ended<S> {
    pub(super) apply: Apply<S>,
    pub(super) failure: Option<Failure>,
}

/// Work that is not started yet.
pub(in crate::app) struct Job<S> {
    pub(super) what: String,
    pub(super) wanted: Wanted<S>,
    pub(super) run: Run<S>,
}

impl<S: 'static> Job<S> {
    /// `work` runs on a thread, `then` takes in its result. `what` begins a sentence about it: "Checking the
    /// calendar".
    pub(in crate::app) fn new<T: Send + 'static>(
        what: impl Into<String>,
        work: impl FnOnce(&Progress<S>) -> T + Send + 'static,
        then: impl FnOnce(&mut S, Result<T, Failure>) + Send + 'static,
    ) -> Self {
        let run = move |start: Result<&Progress<S>, Failure>| {
            let result = start.and_then(|progress| {
                catch_unwind(AssertUnwindSafe(|| work(progress)))
                    .map_err(|panic| Failure::Panicked(words_of(&*panic)))
            });
            Ended {
                failure: result.as_ref().err().cloned(),
                apply: Box::new(move |state: &mut S| then(state, result)),
            }
        };
        Self {
            what: what.into(),
            wanted: Arc::new(|_| true),
            run: Box::new(run),
        }
    }

    /// Lets results count only while this holds of the state they come to.
    pub(in crate::app) fn only_if(
        mut self,
        wanted: impl Fn(&S) -> bool + Send + Sync + 'static,
    ) -> Self {
        self.wanted = Arc::new(wanted);
        self
    }
}

/// What a panic said.
fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("no reason given").to_owned()
}

/// The job's side: what it may ask and tell while it runs.
pub(in crate::app) struct Progress<S> {
    pub(super) job: u64,
    pub(super) stop: Arc<AtomicBool>,
    pub(super) wanted: Wanted<S>,
    pub(super) post: Post<S>,
}

impl<S: 'static> Progress<S> {
    /// True when nobody wants the result any more.
    pub(in crate::app) fn is_cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Hands over something before the end, as how far the work is.
    pub(in crate::app) fn tell(&self, apply: impl FnOnce(&mut S) + Send + 'static) {
        self.post.deliver(Message {
            job: Some(self.job),
            is_end: false,
            delivery: Delivery {
                wanted: Some(self.wanted.clone()),
                apply: Some(Box::new(apply)),
                failure: None,
            },
        });
    }

    /// Waits, and is false when the job was cancelled meanwhile.
    pub(in crate::app) fn wait(&self, time: Duration) -> bool {
        let end = Instant::now() + time;
        while !self.is_cancelled() {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return true;
            }
            thread::sleep(left.min(LOOK));
        }
        false
    }
}

/// The way back to the interface, for threads.
pub(in crate::app) struct Post<S> {
    pub(super) outbox: Sender<Message<S>>,
    pub(super) wake: Arc<dyn Fn() + Send + Sync>,
}

impl<S> Clone for Post<S> {
    fn clone(&self) -> Self {
        Self {
            outbox: self.outbox.clone(),
            wake: self.wake.clone(),
        }
    }
}

impl<S: 'static> Post<S> {
    /// Has something done on the interface's thread.
    pub(in crate::app) fn send(&self, apply: impl FnOnce(&mut S) + Send + 'static) {
        self.deliver(Message {
            job: None,
            is_end: false,
            delivery: Delivery {
                wanted: None,
                apply: Some(Box::new(apply)),
                failure: None,
            },
        });
    }

    pub(super) fn deliver(&self, message: Message<S>) {
        // If the window is closed, nobody receives the result.
        if self.outbox.send(message).is_ok() {
            (self.wake)();
        }
    }
}

/// Something on its way to the interface.
pub(super) struct Message<S> {
    /// The job it comes from, unless it comes from elsewhere.
    pub(super) job: Option<u64>,
    /// It is the job's last.
    pub(super) is_end: bool,
    pub(super) delivery: Delivery<S>,
}

/// Something that arrived.
pub(in crate::app) struct Delivery<S> {
    pub(super) wanted: Option<Wanted<S>>,
    pub(super) apply: Option<Apply<S>>,
    pub(super) failure: Option<String>,
}

impl<S> Delivery<S> {
    /// What failed and why, as a sentence to be shown.
    pub(in crate::app) fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }

    /// Does what is to be done, unless the state is another than it was asked for.
    pub(in crate::app) fn apply(self, state: &mut S) {
        let is_wanted = self.wanted.is_none_or(|wanted| wanted(state));
        if let (Some(apply), true) = (self.apply, is_wanted) {
            apply(state);
        }
    }
}
