//! A template week laid out: at once where the weeks are free, and else asked about: beside what is planned, or instead
//! of it.

use chrono::NaiveDate;

use crate::domain::WeekTemplate;
use crate::planning;

use super::action::{Actions, DialogRequest};
use super::ids::new_session_id;
use super::view::View;

/// Lays a template out from the week that begins on `first`, one step to undo; asks first where it would stand on
/// something that could give way.
pub fn lay_week(view: &View, template: &WeekTemplate, first: NaiveDate, actions: &mut Actions) {
    if planning::giving_way(template, view.athlete, first, view.today).is_empty() {
        let edits = planning::lay_out(template, first, &mut new_session_id);
        actions.edit(label(template), view.athlete.id, edits);
    } else {
        actions.open(DialogRequest::LayWeek {
            template: template.id.clone(),
            first,
        });
    }
}

/// What the step is called in the history.
pub fn label(template: &WeekTemplate) -> String {
    format!("Lay out “{}”", template.name)
}
