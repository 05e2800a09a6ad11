//! A template week laid out: at once where the weeks are free, and else asked about: beside what is planned, or instead
//! of it. Days of the running week that have passed are left out, and said.

use chrono::NaiveDate;

use crate::domain::{AthleteId, WeekTemplate};
use crate::edit::Edit;
use crate::planning;

use super::action::{Action, Actions, DialogRequest};
use super::format::plural;
use super::ids::new_session_id;
use super::shared::Dragged;
use super::view::View;

/// Lays a template out from the week that begins on `first`, one step to undo; asks first where it would stand on
/// something that could give way.
pub fn lay_week(view: &View, template: &WeekTemplate, first: NaiveDate, actions: &mut Actions) {
    let laid = planning::lay_out(template, first, view.today, &mut new_session_id);
    if laid.edits.is_empty() && laid.passed > 0 {
        let name = &template.name;
        let words =
            format!("Every day of “{name}” has passed in this week. Lay it out on a week to come.");
        actions.push(Action::Notify(words));
        return;
    }
    // Check this first: replacing a week whose days have passed would only remove sessions.
    if !planning::giving_way(template, view.athlete, first, view.today).is_empty() {
        actions.open(DialogRequest::LayWeek {
            template: template.id.clone(),
            first,
        });
        return;
    }
    lay(
        &label(template),
        view.athlete.id,
        laid.edits,
        laid.passed,
        actions,
    );
}

/// Makes the changes of a template laid out, and says how many of its sessions days that have passed left out.
pub fn lay(
    label: &str,
    athlete: AthleteId,
    edits: Vec<Edit>,
    passed: usize,
    actions: &mut Actions,
) {
    match passed_words(passed) {
        None => actions.edit(label, athlete, edits),
        Some(words) => {
            let message = format!("{}. {words}", label.replacen("Lay out", "Laid out", 1));
            actions.edit_told(label, athlete, edits, message);
        }
    }
}

/// "2 sessions on days that have passed are left out."; `None` for none.
pub fn passed_words(passed: usize) -> Option<String> {
    let are = if passed == 1 { "is" } else { "are" };
    let sessions = plural(passed, "session", "sessions");
    (passed > 0).then(|| format!("{sessions} on days that have passed {are} left out."))
}

/// How many sessions of a dragged template week would be left out of the week that begins on `first`.
pub fn left_out(view: &View, dragged: &Dragged, first: NaiveDate) -> usize {
    let Dragged::Week(id) = dragged else { return 0 };
    let template = view.library.weeks().iter().find(|week| week.id == *id);
    template.map_or(0, |template| {
        planning::left_out(template, first, view.today)
    })
}

/// True for a day of the week that begins on `first` on which nothing of a dragged template week or program would come to
/// stand, since it has passed.
pub fn is_left_out(view: &View, dragged: &Dragged, first: NaiveDate, date: NaiveDate) -> bool {
    let id = match dragged {
        Dragged::Week(id) => id,
        // No session of a program is placed on a day that has passed.
        Dragged::Program(_) => return date < view.today,
        _ => return false,
    };
    let template = view.library.weeks().iter().find(|week| week.id == *id);
    template.is_some_and(|template| planning::leaves_out(template, first, date, view.today))
}

/// What the step is called in the history.
pub fn label(template: &WeekTemplate) -> String {
    format!("Lay out “{}”", template.name)
}
