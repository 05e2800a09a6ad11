//! Work off the interface's thread: one runner for all of it.
//!
//! A job is a closure that runs on a thread of its own and another that takes its result in, on the interface's thread,
//! when the state it was asked for is still the one on the screen. Of the jobs of one [`Kind`] at most one runs and at
//! most one waits, and the newest is the one that counts. A job that panics, or that the system gives no thread, ends as
//! a [`Failure`]: it is told, and the next job runs as if nothing had been.

use std::any::Any;
use std::collections::{HashMap, VecDeque};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How often a job that waits looks whether it is still wanted.
const LOOK: Duration = Duration::from_millis(10);

/// Jobs of one kind replace each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// Reading the athletes of the workspace who are not on the screen.
    Athletes,
    /// Looking for better weeks.
    BetterWeek,
    /// Checking the whole calendar of the shown athlete for the charts.
    Findings,
    /// Laying a program out.
    Layout,
    /// Writing the preferences.
    Preferences,
    /// Drawing what Print / Export will make.
    Preview,
    /// Checking everybody's weeks for the roster.
    Roster,
    /// Building a season to look at.
    Season,
}

/// Why a job came to no result.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Failure {
    /// It panicked, with these words.
    #[error("a fault in the program ended it ({0}); your data is as it was, and you can try again")]
    Panicked(String),
    /// The system started no thread for it: why.
    #[error("the system starts no more threads ({0}); close other programs and try again")]
    NotStarted(String),
}

/// What is done with a result, on the interface's thread.
type Apply<S> = Box<dyn FnOnce(&mut S) + Send>;
/// Whether a result is still wanted.
type Wanted<S> = Arc<dyn Fn(&S) -> bool + Send + Sync>;
/// Runs a job, or takes in why it cannot be run, and gives what is then to be done.
type Run<S> = Box<dyn FnOnce(Result<&Progress<S>, Failure>) -> Ended<S> + Send>;
/// Starts a thread of this name.
type Spawn = fn(String, Box<dyn FnOnce() + Send>) -> io::Result<JoinHandle<()>>;

/// How a job ended.
struct Ended<S> {
    apply: Apply<S>,
    failure: Option<Failure>,
}

/// Work that is not started yet.
pub(super) struct Job<S> {
    what: String,
    wanted: Wanted<S>,
    run: Run<S>,
}

impl<S: 'static> Job<S> {
    /// `work` runs on a thread, `then` takes in what came of it. `what` begins a sentence about it: "Checking the
    /// calendar".
    pub(super) fn new<T: Send + 'static>(
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
    pub(super) fn only_if(mut self, wanted: impl Fn(&S) -> bool + Send + Sync + 'static) -> Self {
        self.wanted = Arc::new(wanted);
        self
    }
}

/// What a panic said.
fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("without a word").to_owned()
}

/// The job's side: what it may ask and tell while it runs.
pub(super) struct Progress<S> {
    job: u64,
    stop: Arc<AtomicBool>,
    wanted: Wanted<S>,
    post: Post<S>,
}

impl<S: 'static> Progress<S> {
    /// True when nobody wants the result any more.
    pub(super) fn is_cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Hands over something before the end, as how far the work is.
    pub(super) fn tell(&self, apply: impl FnOnce(&mut S) + Send + 'static) {
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
    pub(super) fn wait(&self, time: Duration) -> bool {
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
pub(super) struct Post<S> {
    outbox: Sender<Message<S>>,
    wake: Arc<dyn Fn() + Send + Sync>,
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
    pub(super) fn send(&self, apply: impl FnOnce(&mut S) + Send + 'static) {
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

    fn deliver(&self, message: Message<S>) {
        // The window may be gone by now; then nobody waits for the result.
        if self.outbox.send(message).is_ok() {
            (self.wake)();
        }
    }
}

/// Something on its way to the interface.
struct Message<S> {
    /// The job it comes from, unless it comes from elsewhere.
    job: Option<u64>,
    /// It is the job's last.
    is_end: bool,
    delivery: Delivery<S>,
}

/// Something that arrived.
pub(super) struct Delivery<S> {
    wanted: Option<Wanted<S>>,
    apply: Option<Apply<S>>,
    failure: Option<String>,
}

impl<S> Delivery<S> {
    /// What failed and why, as a sentence to be shown.
    pub(super) fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }

    /// Does what is to be done, unless the state is another than it was asked for.
    pub(super) fn apply(self, state: &mut S) {
        let is_wanted = self.wanted.is_none_or(|wanted| wanted(state));
        if let (Some(apply), true) = (self.apply, is_wanted) {
            apply(state);
        }
    }
}

/// A job with a thread.
struct Running {
    kind: Option<Kind>,
    what: String,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// The jobs of the program. `S` is the state their results go to.
pub(super) struct Jobs<S> {
    post: Post<S>,
    inbox: Receiver<Message<S>>,
    running: HashMap<u64, Running>,
    /// The newest of each kind, while an older one has yet to end.
    waiting: HashMap<Kind, Job<S>>,
    /// Messages of jobs that got no thread.
    undelivered: VecDeque<Message<S>>,
    last: u64,
    spawn: Spawn,
}

impl<S: 'static> Jobs<S> {
    /// A runner that calls `wake` when there is something to take in.
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (outbox, inbox) = mpsc::channel();
        Self {
            post: Post {
                outbox,
                wake: Arc::new(wake),
            },
            inbox,
            running: HashMap::new(),
            waiting: HashMap::new(),
            undelivered: VecDeque::new(),
            last: 0,
            spawn: |name, work| thread::Builder::new().name(name).spawn(work),
        }
    }

    /// The way back, for threads that are no jobs.
    pub(super) fn post(&self) -> Post<S> {
        self.post.clone()
    }

    /// Starts a job. One of its kind that is under way is cancelled, and this one begins when that has ended.
    pub(super) fn start(&mut self, kind: Kind, job: Job<S>) {
        self.cancel(kind);
        if self.of_kind(kind).next().is_some() {
            self.waiting.insert(kind, job);
        } else {
            self.begin(Some(kind), job);
        }
    }

    /// Starts a job that minds no other.
    pub(super) fn start_beside(&mut self, job: Job<S>) {
        self.begin(None, job);
    }

    /// True while a result of this kind is on its way.
    pub(super) fn is_running(&self, kind: Kind) -> bool {
        let counts = |running: &Running| !running.stop.load(Ordering::Relaxed);
        self.waiting.contains_key(&kind) || self.of_kind(kind).any(|(_, running)| counts(running))
    }

    /// Drops the results of this kind that are on their way, and has the work end as soon as it can.
    pub(super) fn cancel(&mut self, kind: Kind) {
        self.waiting.remove(&kind);
        for (_, running) in self.of_kind(kind) {
            running.stop.store(true, Ordering::Relaxed);
        }
    }

    /// Cancels the jobs of a kind and returns when their thread has ended, so that it holds nothing any more.
    pub(super) fn end(&mut self, kind: Kind) {
        self.cancel(kind);
        let ids: Vec<u64> = self.of_kind(kind).map(|(id, _)| *id).collect();
        for id in ids {
            if let Some(thread) = self.running.remove(&id).and_then(|job| job.thread) {
                // A panic was caught within the thread.
                thread.join().ok();
            }
        }
    }

    /// The next thing that arrived and still counts.
    pub(super) fn next_delivery(&mut self) -> Option<Delivery<S>> {
        loop {
            let message = match self.undelivered.pop_front() {
                Some(message) => message,
                None => self.inbox.try_recv().ok()?,
            };
            let Some(job) = message.job else {
                return Some(message.delivery);
            };
            let counts = self
                .running
                .get(&job)
                .is_some_and(|running| !running.stop.load(Ordering::Relaxed));
            if message.is_end {
                self.ended(job);
            }
            let mut delivery = message.delivery;
            if !counts {
                delivery.apply = None;
            }
            // A fault is told even of work that nobody waits for.
            if delivery.apply.is_some() || delivery.failure.is_some() {
                return Some(delivery);
            }
        }
    }

    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (&u64, &Running)> {
        let of_kind = move |running: &Running| running.kind == Some(kind);
        self.running
            .iter()
            .filter(move |(_, running)| of_kind(running))
    }

    fn ended(&mut self, job: u64) {
        let kind = self.running.remove(&job).and_then(|running| running.kind);
        if let Some(kind) = kind
            && let Some(next) = self.waiting.remove(&kind)
        {
            self.begin(Some(kind), next);
        }
    }

    fn begin(&mut self, kind: Option<Kind>, job: Job<S>) {
        self.last += 1;
        let (id, stop) = (self.last, Arc::new(AtomicBool::new(false)));
        let progress = Progress {
            job: id,
            stop: stop.clone(),
            wanted: job.wanted.clone(),
            post: self.post.clone(),
        };
        let (what, wanted) = (job.what.clone(), job.wanted.clone());
        let message = move |what: &str, ended: Ended<S>| Message {
            job: Some(id),
            is_end: true,
            delivery: Delivery {
                wanted: Some(wanted.clone()),
                failure: ended
                    .failure
                    .map(|failure| format!("{what} failed: {failure}.")),
                apply: Some(ended.apply),
            },
        };
        // A thread that is not started drops its closure, and the job must outlive that.
        let slot = Arc::new(Mutex::new(Some(job.run)));
        let (taken, name, told) = (slot.clone(), what.clone(), message.clone());
        let started = (self.spawn)(
            what.clone(),
            Box::new(move || {
                if let Some(run) = take(&taken) {
                    let ended = run(Ok(&progress));
                    progress.post.deliver(told(&name, ended));
                }
            }),
        );
        let thread = match started {
            Ok(thread) => Some(thread),
            Err(error) => {
                if let Some(run) = take(&slot) {
                    let ended = run(Err(Failure::NotStarted(error.to_string())));
                    self.undelivered.push_back(message(&what, ended));
                    (self.post.wake)();
                }
                None
            }
        };
        let running = Running {
            kind,
            what,
            stop,
            thread,
        };
        self.running.insert(id, running);
    }
}

impl<S> std::fmt::Debug for Jobs<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let running = self.running.values().map(|running| &running.what);
        f.debug_list().entries(running).finish()
    }
}

fn take<T>(slot: &Mutex<Option<T>>) -> Option<T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner).take()
}

#[cfg(test)]
#[path = "jobs_tests.rs"]
mod tests;
