//! How fast this machine is: the time of one fixed piece of work, beside which every other time is told.
//!
//! Machines differ by two to one, and one machine from hour to hour. A budget is therefore judged by the ratio of the time
//! measured to that of sorting a million numbers in the same run; docs/performance.md has both.

#![allow(clippy::print_stdout, reason = "a bench tells what it measured")]
#![allow(dead_code, reason = "not every bench needs all of it")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;

/// So many numbers are sorted, so many times; the middle one of the times counts.
const NUMBERS: usize = 1_000_000;
const TIMES: usize = 5;

/// How long it takes here and now to sort a million numbers.
pub fn sorting() -> Duration {
    // A linear congruence: the same numbers in every run.
    let mut state = 1_u64;
    let numbers: Vec<u64> = (0..NUMBERS)
        .map(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            state >> 16
        })
        .collect();
    let times = (0..TIMES).map(|_| {
        let mut numbers = numbers.clone();
        let start = Instant::now();
        numbers.sort_unstable();
        black_box(&numbers);
        start.elapsed()
    });
    middle(times.collect())
}

/// Measures some work, and tells how its time compares.
pub fn bench<T>(criterion: &mut Criterion, name: &str, mut work: impl FnMut() -> T) {
    bench_with(criterion, name, || (), |()| work());
}

/// Measures some work that takes seconds, a few times.
pub fn bench_few<T>(criterion: &mut Criterion, name: &str, mut work: impl FnMut() -> T) {
    let before = sorting();
    let mut times = Vec::new();
    let mut group = criterion.benchmark_group("few");
    group.sample_size(10);
    group.warm_up_time(Duration::from_millis(1));
    group.measurement_time(Duration::from_millis(1));
    group.bench_function(name, |bencher| {
        bencher.iter_custom(|count| {
            let start = Instant::now();
            for _ in 0..count {
                black_box(work());
            }
            let total = start.elapsed();
            times.push(total / u32::try_from(count).unwrap_or(u32::MAX));
            total
        });
    });
    group.finish();
    if !times.is_empty() {
        tell(name, middle(times), middle(vec![before, sorting()]));
    }
}

/// Measures some work on something that is made for it each time, which does not count.
pub fn bench_with<I, T>(
    criterion: &mut Criterion,
    name: &str,
    mut make: impl FnMut() -> I,
    mut work: impl FnMut(&mut I) -> T,
) {
    let before = sorting();
    let mut times = Vec::new();
    criterion.bench_function(name, |bencher| {
        bencher.iter_custom(|count| {
            let mut total = Duration::ZERO;
            for _ in 0..count {
                let mut input = make();
                let start = Instant::now();
                let result = work(black_box(&mut input));
                total += start.elapsed();
                black_box(result);
            }
            times.push(total / u32::try_from(count).unwrap_or(u32::MAX));
            total
        });
    });
    if !times.is_empty() {
        tell(name, middle(times), middle(vec![before, sorting()]));
    }
}

/// Tells a time and its ratio to that of sorting.
pub fn tell(name: &str, time: Duration, sorting: Duration) {
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    let (time, sorting) = (milliseconds(time), milliseconds(sorting));
    println!(
        "{name}: {time:.3} ms, {:.4} of sorting a million numbers ({sorting:.1} ms)",
        time / sorting
    );
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
