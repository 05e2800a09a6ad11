//! Dialogs: the athlete's page, and paths typed where the system offers no dialog.

mod athlete;
mod backups;
mod better_week;
mod bring_in;
mod closing;
mod copy_people;
mod copy_report;
mod copy_to;
pub(in crate::ui) mod dates;
mod dialog;
mod exercise_file;
mod figures;
mod foot;
mod history;
mod history_files;
mod history_names;
mod history_questions;
mod host;
mod lay_out;
mod lay_out_report;
mod lay_out_words;
mod lay_week;
mod max_calculator;
mod merge_form;
mod paste;
mod path;
mod place;
mod print;
mod program;
mod publish;
mod repeat;
mod rules;
mod season;
mod session_line;
mod settings;
mod shortcuts;
mod sign_as;
mod two_halves;
mod two_versions;
mod unfinished;

pub use super::plan_reading::{PlanFinding, PlanRead, PlanRequest, PlanSource, PlanWeek};
pub use athlete::AthleteForm;
pub use backups::{BackupFile, BackupShown, BackupVersion, BackupsForm};
pub use better_week::BetterWeekForm;
pub use bring_in::BringInForm;
pub use closing::ClosingForm;
pub use copy_to::CopyForm;
pub use dialog::Dialog;
pub use exercise_file::ExerciseFileForm;
pub use figures::FiguresForm;
pub use history::{HistoryForm, HistoryProgress};
pub use host::dialogs_ui;
pub use lay_out::LayOutForm;
pub use lay_week::LayWeekForm;
pub use max_calculator::MaxForm;
pub use merge_form::{MergeForm, ReceivedPackage};
pub use paste::PasteForm;
pub use path::{PathForm, PathUse};
pub use print::{ExportStage, PageTexture, PreviewText, PrintForm, PrintPreview, Who};
pub use program::ProgramForm;
pub use publish::{PublishForm, PublishStatus};
pub use repeat::RepeatForm;
pub use rules::{RulesForm, RulesPlace};
pub use season::SeasonForm;
pub use settings::{SettingsForm, SettingsState};
pub use shortcuts::ShortcutsForm;
pub use sign_as::SignAsForm;
pub use two_halves::LocalTime;
pub use two_versions::{TwoVersionsForm, VersionSide};
pub use unfinished::UnfinishedForm;

use crate::layout::Layout;

use super::action::DialogRequest;
use super::view::View;

/// The dialog that a panel asked for; `None` when what it is about is gone.
pub fn requested(request: DialogRequest, view: &View) -> Option<Dialog> {
    Some(match request {
        DialogRequest::LayOut {
            program,
            first,
            known,
        } => {
            let athlete = view.athlete.clone();
            let profile = view.derived.profile.clone();
            let program = view.library.program(&program)?.clone();
            let known = known.map(|layout| Layout::clone(&layout));
            let form = LayOutForm::new(athlete, profile, program, first, view.today, known);
            Dialog::new(form)
        }
        DialogRequest::LayWeek { template, first } => {
            let mut weeks = view.library.weeks().iter();
            let template = weeks.find(|week| week.id == template)?;
            Dialog::new(LayWeekForm::new(view, template, first))
        }
        DialogRequest::NewProgram(program) => Dialog::new(ProgramForm::new(*program, view.library)),
        DialogRequest::EditProgram(program) => Dialog::new(ProgramForm::of(*program, view.library)),
        DialogRequest::Figures(scene) => Dialog::new(FiguresForm::new(scene)),
    })
}
