//! On how many cores files are read, and several files at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// From so many parts on they are read on every core: fewer are read before another thread is there.
const WORTH_THREADS: usize = 4;

/// Every core.
pub fn all() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// All but the one on which the system makes the window at the same time: on two cores a second thread that reads takes
/// the window its core, and the window is later than what it shows.
pub fn beside_the_window() -> usize {
    all().saturating_sub(1).max(1)
}

/// Does the same with each of several files, on so many cores where there are more than a few files, and gives the results
/// in the order of the files.
pub(super) fn at_once<F: Sync, T: Send>(
    files: &[F],
    cores: usize,
    work: impl Fn(&F) -> T + Sync,
) -> Vec<T> {
    let threads = if files.len() < WORTH_THREADS {
        1
    } else {
        cores
    };
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = files.get(place) else {
                return done;
            };
            done.push((place, work(file)));
        }
    };
    let mut done = thread::scope(|scope| {
        // If the system gives fewer threads, the others read their share.
        let others: Vec<_> = (1..threads)
            .filter_map(|_| thread::Builder::new().spawn_scoped(scope, share).ok())
            .collect();
        let mut done = share();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                // Pass the panic on to the caller.
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::{Barrier, Mutex};

    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_files_however_long_each_takes() {
        for count in [0, 1, WORTH_THREADS - 1, WORTH_THREADS, 500] {
            let files: Vec<usize> = (0..count).collect();
            let results = at_once(&files, all(), |file| {
                if file % 7 == 0 {
                    thread::yield_now();
                }
                file * 2
            });
            let expected: Vec<usize> = files.iter().map(|file| file * 2).collect();
            assert_eq!(results, expected);
        }
    }

    #[test]
    fn many_files_are_read_on_every_core_and_few_on_this_thread() {
        let cores = all();
        let who = Mutex::new(HashSet::new());
        // All threads wait until each has a file.
        let together = Barrier::new(cores);
        let files: Vec<usize> = (0..cores.max(WORTH_THREADS)).collect();
        at_once(&files, all(), |file| {
            who.lock().unwrap().insert(thread::current().id());
            if *file < cores {
                together.wait();
            }
        });
        assert_eq!(who.into_inner().unwrap().len(), cores);
        let here = thread::current().id();
        let few = at_once(&[(); WORTH_THREADS - 1], cores, |()| thread::current().id());
        assert_eq!(few, [here; WORTH_THREADS - 1]);
    }

    #[test]
    fn what_fails_with_one_file_is_told_to_whoever_asked() {
        let files: Vec<usize> = (0..50).collect();
        let asked = std::panic::catch_unwind(|| {
            at_once(&files, all(), |file| assert_ne!(*file, 31));
        });
        assert!(asked.is_err());
    }
}
