//! How hard the minutes of running were: easy, moderate or hard.

use chrono::NaiveDate;

use super::{Drawn, Grouping, Period, TooLittle, TrainingDigest};

mod classes;
mod read;

#[cfg(test)]
mod tests;

pub use classes::{Intensity, IntensityMinutes, IntensitySource, Minutes3};
pub(in crate::load::series) use read::intensity_of;

/// The running of one week or month by intensity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IntensityBar {
    /// Its days.
    pub bucket: Period,
    /// Minutes run.
    pub done: Minutes3,
    /// Minutes planned and still to come.
    pub to_come: Minutes3,
    /// Runs done, in the order of [`Intensity::ALL`], each counted by [`IntensityMinutes::session`].
    pub sessions: [usize; 3],
    /// Runs planned and still to come, counted the same way.
    pub sessions_to_come: [usize; 3],
    /// How many of the runs were read from which source, in the order of [`IntensitySource::ALL`]. Heart rate, pace and
    /// exertion do not agree on where a run belongs (Bellinger 2020), so that a mixture is to be told.
    pub sources: [usize; IntensitySource::ALL.len()],
}

/// Easy, moderate and hard minutes of running, by week or month. Cross-training and strength have no part in it.
///
/// # Errors
///
/// Says what is missing when the period holds no run.
pub fn intensity(
    figures: &TrainingDigest,
    today: NaiveDate,
    period: Period,
    grouping: Grouping,
) -> Drawn<Vec<IntensityBar>> {
    let week_start = figures.profile().week_start;
    let mut bars: Vec<_> = period
        .cut(grouping, week_start)
        .into_iter()
        .map(|bucket| IntensityBar {
            bucket,
            done: Minutes3::default(),
            to_come: Minutes3::default(),
            sessions: [0; 3],
            sessions_to_come: [0; 3],
            sources: [0; IntensitySource::ALL.len()],
        })
        .collect();
    figures.fold_into(
        &mut bars,
        |bar| bar.bucket,
        |bar, session| {
            let Some(found) = session.intensity else {
                return;
            };
            let sessions = if session.stand.is_trained() {
                bar.done = bar.done.plus(found.minutes);
                &mut bar.sessions
            } else if session.is_to_come(today) {
                bar.to_come = bar.to_come.plus(found.minutes);
                &mut bar.sessions_to_come
            } else {
                return;
            };
            if let Some(count) = sessions.get_mut(found.session() as usize) {
                *count += 1;
            }
            if let Some(count) = bar.sources.get_mut(found.source as usize) {
                *count += 1;
            }
        },
    );
    if bars
        .iter()
        .all(|bar| bar.done.total() + bar.to_come.total() <= 0.0)
    {
        return Err(TooLittle::needs("one run, done or planned, in this time"));
    }
    Ok(bars)
}
