//! What the coach adds to the library: copies, templates from the calendar.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use crate::domain::{
    Exercise, ExerciseId, Plan, Session, SessionTemplate, TemplateDay, TemplateGroup, TemplateId,
    WeekTemplate,
};
use crate::library::Library;
use crate::load;
use crate::rules::Source;

fn own_key() -> String {
    format!("own-{}", Uuid::new_v4().simple())
}

/// A new identity for an own exercise.
pub fn exercise_id() -> ExerciseId {
    ExerciseId::new(own_key())
}

/// A copy of an exercise under a new identity, to be edited. Its aliases stay with the original.
pub fn copy_of(exercise: &Exercise) -> Exercise {
    Exercise {
        id: exercise_id(),
        name: format!("{} (own)", exercise.name),
        aliases: Vec::new(),
        figure: exercise.figure.clone().or(Some(exercise.id.clone())),
        sources: Vec::new(),
        ..exercise.clone()
    }
}

/// A session template made of a plan.
pub fn session_template(plan: &Plan, library: &Library) -> SessionTemplate {
    SessionTemplate {
        id: TemplateId::new(own_key()),
        name: load::title_of(plan, library),
        group: TemplateGroup::Own,
        summary: String::new(),
        level: None,
        equipment: Vec::new(),
        source: String::new(),
        plan: plan.clone(),
    }
}

/// A template week made of the sessions of a week.
pub fn week_template(
    name: String,
    sessions: &[std::sync::Arc<Session>],
    first: NaiveDate,
) -> WeekTemplate {
    WeekTemplate {
        id: TemplateId::new(own_key()),
        name,
        summary: String::new(),
        source: String::new(),
        days: sessions
            .iter()
            .map(|session| TemplateDay {
                week: ((session.date - first).num_days() / 7).max(0) as u32 + 1,
                day: session.date.weekday(),
                plan: Plan::clone(&session.plan),
            })
            .collect(),
    }
}

/// A source by the name people know it under.
pub fn source_name(code: &str) -> &str {
    match code {
        "practice" => "coaching practice",
        other => Source::of_code(other).map_or(other, |source| source.name),
    }
}
