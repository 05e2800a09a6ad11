use std::time::{Duration, Instant};

use super::*;

/// What a window would show.
#[derive(Debug, Default)]
struct Screen {
    athlete: u32,
    shown: Vec<String>,
    told: Vec<String>,
}

impl Screen {
    fn show(&mut self, word: impl Into<String>) {
        self.shown.push(word.into());
    }
}

fn jobs() -> Jobs<Screen> {
    Jobs::new(|| {})
}

/// A job that shows a word once the gate is open.
fn word(word: &'static str, gate: &Arc<AtomicBool>) -> Job<Screen> {
    let gate = gate.clone();
    Job::new(
        "Finding a word",
        move |progress| {
            while !gate.load(Ordering::Relaxed) && !progress.is_cancelled() {
                thread::sleep(Duration::from_millis(1));
            }
            word
        },
        |screen: &mut Screen, word| screen.show(word.unwrap_or("none")),
    )
}

fn open() -> Arc<AtomicBool> {
    Arc::new(AtomicBool::new(true))
}

fn take_in(jobs: &mut Jobs<Screen>, screen: &mut Screen) {
    while let Some(delivery) = jobs.next_delivery() {
        screen.told.extend(delivery.failure().map(str::to_owned));
        delivery.apply(screen);
    }
}

/// Takes results in until nothing is on its way.
fn settle(jobs: &mut Jobs<Screen>, screen: &mut Screen) {
    let start = Instant::now();
    while !jobs.running.is_empty() || !jobs.undelivered.is_empty() {
        assert!(start.elapsed() < Duration::from_secs(20), "{jobs:?}");
        take_in(jobs, screen);
        thread::sleep(Duration::from_millis(1));
    }
    take_in(jobs, screen);
}

fn panicking() -> Job<Screen> {
    Job::new(
        "Checking the calendar",
        |_| panic!("a week without days"),
        |screen: &mut Screen, result: Result<(), Failure>| {
            screen.show(if result.is_err() { "failed" } else { "done" });
        },
    )
}

#[test]
fn the_newest_of_a_kind_is_the_one_that_counts() {
    let (mut jobs, mut screen) = (jobs(), Screen::default());
    let shut = Arc::new(AtomicBool::new(false));
    jobs.start(Kind::Preview, word("first", &shut));
    jobs.start(Kind::Preview, word("second", &shut));
    jobs.start(Kind::Preview, word("third", &open()));
    jobs.start(Kind::Roster, word("of another kind", &open()));
    assert!(jobs.is_running(Kind::Preview));
    settle(&mut jobs, &mut screen);
    screen.shown.sort();
    assert_eq!(screen.shown, ["of another kind", "third"]);
    assert!(!jobs.is_running(Kind::Preview));
}

#[test]
fn at_most_one_of_a_kind_runs_at_a_time() {
    let (mut jobs, mut screen) = (jobs(), Screen::default());
    let shut = Arc::new(AtomicBool::new(false));
    for _ in 0..50 {
        jobs.start(Kind::Layout, word("old", &shut));
    }
    assert_eq!(jobs.running.len(), 1);
    jobs.start(Kind::Layout, word("new", &open()));
    settle(&mut jobs, &mut screen);
    assert_eq!(screen.shown, ["new"]);
}

#[test]
fn a_panic_is_told_and_the_next_job_of_its_kind_runs() {
    let (mut jobs, mut screen) = (jobs(), Screen::default());
    jobs.start(Kind::Findings, panicking());
    settle(&mut jobs, &mut screen);
    assert_eq!(screen.shown, ["failed"]);
    assert_eq!(screen.told.len(), 1);
    assert!(screen.told[0].starts_with("Checking the calendar failed: "));
    assert!(screen.told[0].contains("a week without days"));
    jobs.start(Kind::Findings, word("again", &open()));
    settle(&mut jobs, &mut screen);
    assert_eq!(screen.shown, ["failed", "again"]);
}

#[test]
fn a_job_that_waits_for_one_that_panics_runs_all_the_same() {
    let (mut jobs, mut screen) = (jobs(), Screen::default());
    jobs.start(Kind::Findings, panicking());
    jobs.start(Kind::Findings, word("next", &open()));
    settle(&mut jobs, &mut screen);
    assert_eq!(screen.shown, ["next"]);
}

#[test]
fn a_thread_that_is_not_started_is_told_and_the_next_one_runs() {
    let (mut jobs, mut screen) = (jobs(), Screen::default());
    jobs.spawn = |_, _| Err(io::Error::other("no room"));
    jobs.start(Kind::Roster, word("never", &open()));
    settle(&mut jobs, &mut screen);
    assert_eq!(screen.shown, ["none"]);
    assert!(screen.told[0].contains("no room"), "{:?}", screen.told);
    assert!(!jobs.is_running(Kind::Roster));
    jobs.spawn = |name, work| thread::Builder::new().name(name).spawn(work);
    jobs.start(Kind::Roster, word("now", &open()));
    settle(&mut jobs, &mut screen);
    assert_eq!(screen.shown, ["none", "now"]);
}

#[test]
fn a_result_goes_only_to_the_state_it_was_asked_for() {
    let (mut jobs, mut screen) = (jobs(), Screen::default());
    let gate = Arc::new(AtomicBool::new(false));
    let job = word("of athlete 0", &gate).only_if(|screen: &Screen| screen.athlete == 0);
    jobs.start(Kind::BetterWeek, job);
    screen.athlete = 1;
    gate.store(true, Ordering::Relaxed);
    settle(&mut jobs, &mut screen);
    assert!(screen.shown.is_empty());
}

#[test]
fn what_is_told_on_the_way_arrives_in_order_and_not_after_a_cancel() {
    let (mut jobs, mut screen) = (jobs(), Screen::default());
    let counting = || {
        Job::new(
            "Counting",
            |progress: &Progress<Screen>| {
                for n in 1..=3 {
                    progress.tell(move |screen| screen.show(n.to_string()));
                }
            },
            |screen: &mut Screen, _| screen.show("end"),
        )
    };
    jobs.start(Kind::BetterWeek, counting());
    settle(&mut jobs, &mut screen);
    assert_eq!(screen.shown, ["1", "2", "3", "end"]);
    jobs.start(Kind::BetterWeek, counting());
    jobs.cancel(Kind::BetterWeek);
    assert!(!jobs.is_running(Kind::BetterWeek));
    settle(&mut jobs, &mut screen);
    assert_eq!(screen.shown.len(), 4);
}

#[test]
fn jobs_without_a_kind_run_side_by_side() {
    let (mut jobs, mut screen) = (jobs(), Screen::default());
    let (first, second) = (Arc::new(AtomicBool::new(false)), open());
    jobs.start_beside(word("first", &first));
    jobs.start_beside(word("second", &second));
    let start = Instant::now();
    while screen.shown.is_empty() {
        assert!(start.elapsed() < Duration::from_secs(20));
        take_in(&mut jobs, &mut screen);
    }
    first.store(true, Ordering::Relaxed);
    settle(&mut jobs, &mut screen);
    assert_eq!(screen.shown, ["second", "first"]);
}

#[test]
fn ending_a_kind_returns_when_its_thread_holds_nothing_any_more() {
    let (mut jobs, mut screen) = (jobs(), Screen::default());
    let held = Arc::new(());
    let in_job = held.clone();
    let job = Job::new(
        "Holding",
        move |progress: &Progress<Screen>| {
            let is_wanted = progress.wait(Duration::from_secs(20));
            drop(in_job);
            is_wanted
        },
        |screen: &mut Screen, _| screen.show("never"),
    );
    jobs.start(Kind::Athletes, job);
    jobs.end(Kind::Athletes);
    assert_eq!(Arc::strong_count(&held), 1);
    settle(&mut jobs, &mut screen);
    assert!(screen.shown.is_empty());
}

#[test]
fn jobs_that_are_held_back_begin_when_they_are_released_and_the_newest_of_a_kind_counts() {
    let (mut jobs, mut screen) = (jobs(), Screen::default());
    jobs.hold_back();
    jobs.start(Kind::Preview, word("first", &open()));
    jobs.start(Kind::Preview, word("second", &open()));
    jobs.start(Kind::Roster, word("of another kind", &open()));
    jobs.start(Kind::Season, word("that was cancelled", &open()));
    jobs.cancel(Kind::Season);
    assert!(jobs.running.is_empty(), "{jobs:?}");
    assert!(jobs.is_running(Kind::Preview) && jobs.is_held_back());
    jobs.release();
    settle(&mut jobs, &mut screen);
    screen.shown.sort();
    assert_eq!(screen.shown, ["of another kind", "second"]);
    jobs.start(Kind::Preview, word("third", &open()));
    settle(&mut jobs, &mut screen);
    assert_eq!(screen.shown.last().map(String::as_str), Some("third"));
}
