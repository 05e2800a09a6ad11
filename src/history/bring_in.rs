//! Activities brought into an athlete's calendar: added, joined to what was planned, or known already.

use super::activity::Sport;
use super::calendar::{Calendar, Placed};
use super::draining::draining;
use super::dumbbell_names::weight_of;
use super::dumbbells::weigh;
use super::matched_names::MatchedNames;
use super::merge_reply::{Outcome, merge_reply};
use super::reading::{FileHistory, Need, Skipped};
use super::recipient::BringIn;
use super::reply::Reply;
use super::report::{FileReport, HistoryReport, Remark, UnknownExercise};
use super::session_of::told_kind;

/// Works out what these files would add to the athlete. Files are taken in order, so that two of them with the same
/// run give it once; those that were cut come last, for another may have the whole of a run. Nothing changes before the
/// report's edits are applied.
pub fn bring_in(files: Vec<FileHistory>, mut to: BringIn) -> HistoryReport {
    let mut calendar = Calendar::of(to.athlete);
    let mut names = MatchedNames::new(to.library, to.learned);
    let mut report = HistoryReport::default();
    let mut order: Vec<(usize, FileHistory)> = files.into_iter().enumerate().collect();
    order.sort_by_key(|(_, file)| file.reading.is_cut);
    report.files.resize_with(order.len(), FileReport::default);
    for (number, file) in order {
        let told = take(&mut calendar, file, number, &mut to, &mut names);
        report.files[number] = told;
    }
    if !report.waits() {
        report.relinked = calendar.relink(&mut names);
        report.reweighed = calendar.reweighed();
        report.edits = calendar.into_edits(to.athlete);
    }
    report
}

/// What a file would do to the calendar.
fn take(
    calendar: &mut Calendar,
    file: FileHistory,
    number: usize,
    to: &mut BringIn,
    names: &mut MatchedNames,
) -> FileReport {
    let mut report = FileReport {
        name: file.name,
        format: file.format,
        program: file.program,
        skipped: file.reading.skipped,
        needs: file.reading.needs,
        mapping: file.reading.mapping,
        unread: file.reading.unread,
        is_beside: file.reading.is_beside,
        ..FileReport::default()
    };
    // No need to ask about the order of day and month if all of the file is in the calendar already.
    if !report.needs.contains(&Need::DayOrder) && calendar.knows_all(&file.reading.activities) {
        report.needs.clear();
    }
    let weight = weight_of(report.format, to.dumbbells);
    for mut activity in draining(file.reading.activities) {
        report.sets += activity.sets();
        for exercise in &activity.exercises {
            if let Some(guesses) = names.question(&exercise.name, number) {
                report.unknown.push(UnknownExercise {
                    name: exercise.name.clone(),
                    guesses,
                });
            }
        }
        if let Some(weight) = weight {
            weigh(&mut activity, weight, names, &mut report.dumbbells);
        }
        let heart = to.athlete.profile.heart_rate;
        let is_untold = activity.sport == Sport::Run && told_kind(&activity, heart).is_none();
        let has_pulse = activity.run.hr_average.is_some();
        match calendar.place(activity, weight, to, names) {
            Placed::Added => {
                report.add += 1;
                report.untold.runs += usize::from(is_untold);
                report.untold.with_heart_rate += usize::from(is_untold && has_pulse);
            }
            Placed::Joined => report.join += 1,
            Placed::Known => report.known += 1,
            Placed::Twice => {
                report.known += 1;
                report.twice += 1;
            }
            Placed::Completed => {
                report.known += 1;
                report.completed += 1;
            }
        }
    }
    report
        .remarks
        .extend(unit_remark(calendar.take_in_other_unit()));
    for reply in &file.reading.replies {
        take_reply(calendar, reply, to, &mut report);
    }
    report
}

/// What to tell of runs that are there already and as far apart from those of the file as mile and kilometre.
fn unit_remark(runs: usize) -> Option<Remark> {
    let (session, words) = match runs {
        0 => return None,
        1 => ("1 run".to_owned(), "begins when a run in the calendar does"),
        _ => (format!("{runs} runs"), "begin when runs in the calendar do"),
    };
    Some(Remark {
        session,
        words: format!(
            "{words}, and the distances differ as miles and kilometres do: look at the unit that was said for this \
             file, or for the one that came before. Nothing was added twice"
        ),
        sides: None,
    })
}

/// Merges what an athlete sent from the phone, session by session.
fn take_reply(calendar: &mut Calendar, whole: &Reply, to: &BringIn, report: &mut FileReport) {
    if whole.athlete != to.athlete.id {
        let name = whole.name.trim();
        report.skipped.push(Skipped {
            line: 0,
            reason: format!(
                "it is the answer of {name}, and not of {}; show {name} and bring it in there",
                to.athlete.profile.name.trim()
            ),
        });
        return;
    }
    for reply in &whole.sessions {
        let found = calendar.find(reply.session);
        let current = found.and_then(|at| calendar.session(at));
        let merged = merge_reply(
            reply,
            current,
            whole.units,
            to.library,
            (to.stamp, to.dates),
        );
        let sets = reply.log.exercises.iter().map(|done| done.sets.len());
        report.sets += sets.sum::<usize>();
        report.remarks.extend(merged.remarks);
        match merged.outcome {
            Outcome::Added => report.add += 1,
            Outcome::Joined => report.join += 1,
            Outcome::Known => report.known += 1,
        }
        if let Some(session) = merged.session {
            calendar.put(found, session);
        }
    }
}
