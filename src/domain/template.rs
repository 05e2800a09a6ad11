//! Sessions and weeks that a coach reaches for again and again.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::{Equipment, Level, Plan, TemplateId};

/// Where a session template is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TemplateGroup {
    /// Easy and recovery runs.
    EasyRuns,
    /// Tempo, intervals, hills, fartlek, progression.
    QualityRuns,
    /// Long runs.
    LongRuns,
    /// Race days and shake-outs.
    Races,
    /// Legs and whole-body strength.
    Strength,
    /// Upper body and core.
    UpperAndCore,
    /// Jumps and springs.
    Plyometrics,
    /// Activation, mobility, rest.
    Mobility,
    /// The coach's own.
    Own,
}

impl TemplateGroup {
    /// All groups in display order.
    pub const ALL: [Self; 9] = [
        Self::EasyRuns,
        Self::QualityRuns,
        Self::LongRuns,
        Self::Races,
        Self::Strength,
        Self::UpperAndCore,
        Self::Plyometrics,
        Self::Mobility,
        Self::Own,
    ];

    /// The heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::EasyRuns => "Easy runs",
            Self::QualityRuns => "Quality runs",
            Self::LongRuns => "Long runs",
            Self::Races => "Race days",
            Self::Strength => "Strength",
            Self::UpperAndCore => "Upper body and core",
            Self::Plyometrics => "Plyometrics",
            Self::Mobility => "Mobility and rest",
            Self::Own => "Your own",
        }
    }
}

/// A session to place on any day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SessionTemplate {
    /// Identity.
    pub id: TemplateId,
    /// Name.
    pub name: String,
    /// Where it is listed.
    pub group: TemplateGroup,
    /// What it is for, in one line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// From which level of lifting it suits; `None` = all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// What it needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<Equipment>,
    /// Where it comes from: "000" to "004", or "practice".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The session.
    pub plan: Plan,
}

/// One session of a template week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TemplateDay {
    /// Week of the template, from 1.
    #[serde(default = "first_week")]
    pub week: u32,
    /// The day.
    pub day: Weekday,
    /// The session.
    pub plan: Plan,
}

fn first_week() -> u32 {
    1
}

/// A week, or several, to lay out from any date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WeekTemplate {
    /// Identity.
    pub id: TemplateId,
    /// Name.
    pub name: String,
    /// Whom it is for, in one or two lines.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Its sessions, in order.
    pub days: Vec<TemplateDay>,
}

impl WeekTemplate {
    /// How many weeks it spans.
    pub fn weeks(&self) -> u32 {
        self.days.iter().map(|day| day.week).max().unwrap_or(1)
    }
}
