//! Work off the interface's thread: one runner for all of it.
//!
//! A job is a closure that runs on a thread of its own and another that takes its result in, on the interface's thread,
//! when the state it was asked for is still the one on the screen. Of the jobs of one [`Kind`] at most one runs and at
//! most one waits, and the newest is the one that counts. A job that panics, or that the system gives no thread, ends as
//! a [`Failure`]: it is told, and the next job runs as if nothing had been.

mod job;

use std::collections::{HashMap, VecDeque};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

pub(super) use job::{Delivery, Failure, Job, Post, Progress};

use job::{Ended, Message};

/// Jobs of one kind replace each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// Reading the athletes of the workspace who are not on the screen.
    Athletes,
    /// Looking for better weeks.
    BetterWeek,
    /// Checking the whole calendar of the shown athlete for the charts.
    Findings,
    /// Reading history of other programs.
    History,
    /// Laying a program out.
    Layout,
    /// Looking for fonts that have what ours lack.
    Lettering,
    /// Reading a plan that is brought in.
    Plan,
    /// Reading the file of a plan.
    PlanFile,
    /// Writing the preferences.
    Preferences,
    /// Drawing what Print / Export will make.
    Preview,
    /// Writing the files that are published.
    Publish,
    /// Checking everybody's weeks for the roster.
    Roster,
    /// Reading everybody's sessions for the search.
    Search,
    /// Building a season to look at.
    Season,
}

impl Kind {
    /// Those that work on what is in the open workspace, and are in vain once it is closed. Its athletes are read by one
    /// whose end is waited for, and what is published is finished.
    pub(super) const OF_WORKSPACE: [Self; 10] = [
        Self::BetterWeek,
        Self::Findings,
        Self::History,
        Self::Layout,
        Self::Plan,
        Self::PlanFile,
        Self::Preview,
        Self::Roster,
        Self::Search,
        Self::Season,
    ];
}

/// Starts a thread of this name.
type Spawn = fn(String, Box<dyn FnOnce() + Send>) -> io::Result<JoinHandle<()>>;

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
    /// The newest of each kind, while an older one has yet to end or jobs are held back.
    waiting: HashMap<Kind, Job<S>>,
    /// No job of a kind begins for now.
    held: bool,
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
            held: false,
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
        if self.held || self.of_kind(kind).next().is_some() {
            self.waiting.insert(kind, job);
        } else {
            self.begin(Some(kind), job);
        }
    }

    /// Lets the jobs that are started from now on wait until they are [released](Self::release).
    pub(super) fn hold_back(&mut self) {
        self.held = true;
    }

    /// True while jobs are held back.
    pub(super) fn is_held_back(&self) -> bool {
        self.held
    }

    /// Begins the jobs that were held back.
    pub(super) fn release(&mut self) {
        if !std::mem::take(&mut self.held) {
            return;
        }
        let kinds: Vec<Kind> = self.waiting.keys().copied().collect();
        for kind in kinds {
            if self.of_kind(kind).next().is_none()
                && let Some(job) = self.waiting.remove(&kind)
            {
                self.begin(Some(kind), job);
            }
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

    /// True while nothing is under way and nothing waits.
    #[cfg(test)]
    pub(super) fn is_idle(&self) -> bool {
        self.running.is_empty() && self.waiting.is_empty()
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
                // `join` cannot fail: panics are caught within the thread.
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
            // Report a failure even if nobody waits for the result.
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
        if let Some(kind) = kind.filter(|_| !self.held)
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
        // If no thread is started its closure is dropped, but the job must survive.
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
mod tests;
