//! Doing what the panels asked for, in one place, after drawing.

use chrono::NaiveDate;
use egui::Context;

use crate::ui::action::Action;
use crate::ui::dialogs::RulesPlace;
use crate::ui::shared::Panel;

use super::shell::App;

impl App {
    /// Does one thing a panel asked for.
    pub(super) fn act(&mut self, ctx: &Context, action: Action, today: NaiveDate) {
        match action {
            Action::Command(command) => self.run(ctx, command, today),
            Action::Apply(transaction) => {
                self.apply(transaction);
            }
            Action::ApplyWithUndo(transaction, message) => {
                if self.apply(transaction) {
                    self.say_with(message, true);
                }
            }
            Action::AmendWithUndo(transaction, steps, message) => {
                let is_last = self.open.steps() == steps;
                let is_changed = if is_last {
                    self.amend(transaction)
                } else {
                    self.apply(transaction)
                };
                if is_changed {
                    self.say_with(message, true);
                }
            }
            Action::ShowAthlete(id) => {
                self.screen.ui.roster.open = false;
                self.screen.ui.shared.select(None);
                self.show_athlete(id);
            }
            Action::ShowWeek(date) => self.show_week(date),
            Action::Select(session, day) => {
                self.screen.ui.shared.select(session);
                self.screen.ui.shared.day = day;
            }
            Action::SelectAll(sessions, day) => {
                self.screen.ui.shared.select_all(&sessions);
                self.screen.ui.shared.day = day;
            }
            Action::Extend(session, how) => self.extend_selection(session, how),
            Action::EditTemplate(id) => self.screen.ui.shared.edit_template(id),
            Action::ShowExercise(id) => {
                self.screen.ui.library.show_exercise(id);
                self.screen.ui.shared.panels.show(Panel::Library);
            }
            Action::ShowSession(id) => self.show_session(id),
            Action::ShowRule(id) => self.show_rules(today, RulesPlace::Rule(id)),
            Action::ShowFinding(place) => self.show_finding(place),
            Action::SeekBetterWeeks(weeks) => self.seek_better_weeks(weeks, today),
            Action::StopSeeking => self.stop_seeking(),
            Action::OpenFolder(folder) => self.open_folder(&folder),
            Action::Prefer(new) => self.prefer(ctx, *new),
            Action::SetKeys(keys) => self.set_keys(ctx, *keys),
            Action::EndHint(hint) => self.end_hint(hint),
            Action::AskLogo => self.ask_logo(),
            Action::AskDefaultFolder => self.ask_default_folder(),
            Action::SignAs(name) => self.sign_as(name),
            Action::Publish(step) => self.take_publish(step),
            Action::SeeFeedback(session) => self.see_feedback(session),
            Action::OpenDemo => self.open_demo(),
            Action::AskFolder(purpose) => self.ask_folder(purpose),
            Action::TypedPath(request, path) => self.take_typed_path(request, path),
            Action::BrowsePath(request, typed) => self.browse_path(request, typed),
            Action::SaveChart(file) => self.ask_chart_target(*file),
            Action::KeepCharts => self.keep_charts(),
            Action::ShowPast(from, to) => self.show_past(from, to),
            Action::Export(step) => self.export(ctx, step),
            Action::ShowProgram(id) => self.show_program(id),
            Action::AskProgramFile => self.ask_program_file(),
            Action::AskProgramTarget(id) => self.ask_program_target(id),
            Action::PreviewSeason(athlete, request) => {
                self.preview_season(athlete, *request, today);
            }
            Action::ReadHistory(athlete, answers) => self.read_history_again(athlete, *answers),
            Action::StopHistory => self.stop_history(),
            Action::TakeMerge(transaction, package) => self.take_merge(*transaction, package),
            Action::ReadPlan(request) => self.read_plan(*request, today),
            Action::TakePlan(request, reading) => self.take_plan(&request, &reading),
            Action::AskPlanFile => self.ask_plan_file(),
            Action::Notify(message) => self.say(message),
            Action::DismissNotice(place) => self.notices.dismiss(place),
            Action::Remedy(remedy) => self.remedy(remedy, today),
            Action::LookAtBackup(file, version) => self.look_at_backup(file, version),
            Action::RestoreBackup(file, version) => self.restore_backup(file, version),
            Action::TakeVersion(copy, takes_copy) => self.take_version(&copy, takes_copy),
            Action::Close(step) => self.close_step(ctx, step),
        }
    }
}
