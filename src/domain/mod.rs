//! What a coach plans and a runner logs: plain data, with no screen, clock or file behind it.
//!
//! Quantities are stored in SI units (metres, kilograms, minutes or seconds) and shown in the athlete's own.

pub mod athlete;
pub mod athlete_defaults;
pub mod availability;
pub mod calendar;
pub mod checked_profile;
pub mod date_style;
mod exact;
pub mod exercise;
mod exercise_terms;
mod export_format;
mod export_request;
pub mod feedback;
mod file_names;
pub mod health;
mod heart_time;
pub mod ids;
pub mod interned;
pub mod limits;
pub mod load_spec;
pub mod log;
pub mod named_pace;
pub mod names;
pub mod one_rm;
pub mod phrase;
mod plan;
mod preview_table;
pub mod profile;
pub mod program;
pub mod progression;
pub mod publication;
pub mod race;
pub mod rare;
mod repeated;
pub mod reps;
pub mod rule_settings;
pub mod run;
pub mod session;
pub mod sessions;
pub mod set_entry;
pub mod shown_units;
pub mod signature;
mod slot;
pub mod stamp;
mod stored_default;
pub mod stored_form;
pub mod strength;
pub mod template;
pub mod training_choices;
pub mod units;
pub mod workspace;

pub use athlete::{Athlete, Tombstone};
pub use athlete_defaults::{AthleteDefaults, Weights, usual_bar};
pub use availability::{Availability, DayAvailability, Exception, ExceptionKind};
pub use calendar::Week;
pub use checked_profile::CheckedProfile;
pub use date_style::DateStyle;
pub use exercise::{Dose, Exercise, SourceDose};
pub use exercise_terms::{Demand, Equipment, LoadType, Muscle, Pattern, Region};
pub use export_format::{ExportFormat, FormatOptions, FormatSpec};
pub use export_request::{
    EventPlace, ExportOrder, Guidance, Ink, OpenFindings, Paper, RowKind, SheetKind,
};
pub use feedback::{Feedback, SeenFeedback};
pub use file_names::{file_name, file_names};
pub use health::{BodyWeight, HeartRate, LowEnergy, Sex};
pub use heart_time::HeartTime;
pub use ids::{AthleteId, ExerciseId, ProgramId, RaceId, SessionId, TemplateId, VersionId};
pub use interned::Interned;
pub use load_spec::LoadSpec;
pub use log::{ExerciseLog, Log, Pain, RunLog, SetKind, SetLog, Side};
pub use named_pace::{NamedPace, PaceName, UnknownPace};
pub use one_rm::OneRmFormula;
pub use plan::{CrossPlan, KeyMark, Kind, MobilityPlan, Plan, Workout};
pub use preview_table::PreviewTable;
pub use profile::{Accepted, Profile, TestedMax};
pub use program::{
    Handout, Phase, Program, ProgramKind, ProgramSession, ProgramWeek, SharedProgram,
};
pub use progression::{Advice, Progression, ProgressionChoice};
pub use publication::{Publication, PublishedFile};
pub use race::{Race, RacePriority, countdown};
pub use rare::Rare;
pub use reps::{Count, Reps};
pub use rule_settings::{Grading, RuleSetting, RuleSettings};
pub use run::{
    Extent, HeartRateRange, Recovery, RecoveryStyle, RunKind, RunPlan, Step, StepKind, Target,
};
pub use session::{Alternative, ExternalId, Half, Origin, Session, Status};
pub use sessions::Sessions;
pub use shown_units::{DistanceUnit, MassUnit, Units};
pub use signature::Signature;
pub use slot::{DayPart, Slot, Start, minute_of_day, time_at};
pub use stamp::{Author, Stamp};
pub use strength::{Effort, LegLoad, LoadSource, Prescription, StrengthPlan};
pub use template::{SessionTemplate, TemplateDay, TemplateGroup, WeekTemplate};
pub use training_choices::{Level, Policy, Priority};
pub use units::{Bpm, Kilograms, Meters, Minutes, Pace, Rpe, Seconds};
pub use workspace::{DumbbellWeight, NameAnswer, OwnLibrary, Workspace, WorkspaceSettings};
