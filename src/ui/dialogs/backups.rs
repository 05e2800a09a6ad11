//! The kept versions of the workspace's files: looked at, compared with what is there now, and brought back.

use chrono::{NaiveDate, NaiveDateTime};
use egui::{Id, Label, Ui, vec2};

use crate::ui::action::Action;
use crate::ui::format::{date, plural, weekday_date};
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, icons, text};
use crate::ui::widgets::empty::empty_ui;
use crate::ui::widgets::row_keys::RowKeys;
use crate::ui::widgets::{aside, buttons, scrolling};

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// More lines than this say no more.
const MOST_LINES: usize = 200;

/// A heading and a row of the lists, in points.
const HEAD: f32 = 22.0;
const ROW: f32 = 27.0;
/// The least and the most height of the lists, in points.
const LEAST: f32 = 220.0;
const MOST: f32 = 440.0;
/// Between a list and the line beside it, in points.
const GAP: f32 = 10.0;

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct BackupsForm {
    files: Vec<BackupFile>,
    today: NaiveDate,
    /// Why nothing can be brought back, where that is so.
    why_read_only: Option<String>,
    file: usize,
    version: Option<usize>,
    shown: BackupShown,
}

/// A file with its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupFile {
    /// The athlete's name, or what the file holds.
    pub name: String,
    /// Its state: "damaged"; empty for a file that is as it should be.
    pub state: String,
    /// Its versions, newest first.
    pub versions: Vec<BackupVersion>,
}

/// A kept version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupVersion {
    /// When it was kept, in local time.
    pub at: NaiveDateTime,
    /// Its size.
    pub bytes: u64,
    /// Where it is one of a part of an athlete's training, the first day of that part.
    pub part: Option<NaiveDate>,
}

/// What is shown of the chosen version.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum BackupShown {
    /// None is chosen.
    #[default]
    Nothing,
    /// It is being read.
    Reading,
    /// What bringing it back would change.
    Differences {
        /// In one sentence.
        summary: String,
        /// One by one.
        lines: Vec<String>,
    },
    /// Why it cannot be read.
    Unreadable(String),
}

impl BackupsForm {
    /// The versions of these files, with `file` chosen.
    pub fn new(
        files: Vec<BackupFile>,
        file: usize,
        today: NaiveDate,
        why_read_only: Option<String>,
    ) -> Self {
        Self {
            file: file.min(files.len().saturating_sub(1)),
            files,
            today,
            why_read_only,
            version: None,
            shown: BackupShown::Nothing,
        }
    }

    /// Takes in what was found about a version, if it is still the chosen one.
    pub fn take(&mut self, file: usize, version: usize, shown: BackupShown) {
        if (self.file, self.version) == (file, Some(version)) {
            self.shown = shown;
        }
    }

    fn files_ui(&mut self, ui: &mut Ui) {
        let mut keys = RowKeys::begin(ui, Id::unique("files with backups"));
        for (place, file) in self.files.iter().enumerate() {
            let label = if file.state.is_empty() {
                file.name.clone()
            } else {
                format!("{} ({})", file.name, file.state)
            };
            if keys.label_ui(ui, &label, place == self.file).clicked() {
                self.file = place;
                self.version = None;
                self.shown = BackupShown::Nothing;
            }
        }
        keys.end(ui);
    }

    fn versions_ui(&mut self, ui: &mut Ui, context: &mut DialogContext<'_>) {
        let Some(file) = self.files.get(self.file) else {
            return;
        };
        let mut keys = RowKeys::begin(ui, Id::unique("kept versions"));
        for (place, version) in file.versions.iter().enumerate() {
            let chosen = self.version == Some(place);
            let words = words(*version, self.today);
            if keys.label_ui(ui, &words, chosen).clicked() {
                self.version = Some(place);
                self.shown = BackupShown::Reading;
                context.actions.push(Action::LookAtBackup(self.file, place));
            }
        }
        keys.end(ui);
    }

    /// The name of the chosen file where nothing of it is kept yet.
    fn without_versions(&self) -> Option<&str> {
        let file = self.files.get(self.file)?;
        file.versions.is_empty().then_some(file.name.as_str())
    }

    /// What the lists take when none has to scroll, in points: the same for every file, so that choosing one moves nothing.
    fn wanted_height(&self) -> f32 {
        let versions = self.files.iter().map(|file| file.versions.len());
        let rows = versions.max().unwrap_or(0).max(self.files.len());
        (HEAD + rows as f32 * ROW).clamp(LEAST, MOST)
    }

    fn shown_ui(&self, ui: &mut Ui, palette: &Palette) {
        match &self.shown {
            BackupShown::Nothing => {
                aside::soft_ui(
                    ui,
                    palette,
                    12.5,
                    "Choose a version to see what differs from now.",
                );
            }
            BackupShown::Reading => aside::soft_ui(ui, palette, 12.5, "Reading…"),
            BackupShown::Unreadable(why) => {
                ui.add(Label::new(text(why, 12.5, Weight::Medium)).wrap());
            }
            BackupShown::Differences { summary, lines } => {
                ui.add(Label::new(text(summary, 12.5, Weight::SemiBold)).wrap());
                ui.add_space(4.0);
                for line in lines.iter().take(MOST_LINES) {
                    aside::soft_ui(ui, palette, 12.5, line);
                }
                let rest = lines.len().saturating_sub(MOST_LINES);
                if rest > 0 {
                    aside::soft_ui(ui, palette, 12.5, format!("… and {rest} more"));
                }
            }
        }
    }

    /// The files, the versions of the chosen one, and what differs in the chosen version.
    fn lists_ui(
        &mut self,
        ui: &mut Ui,
        context: &mut DialogContext<'_>,
        [width, height]: [f32; 2],
    ) {
        let palette = context.palette;
        ui.spacing_mut().item_spacing.x = GAP;
        let [files, versions] = [0.2, 0.36].map(|share| (width * share).floor());
        column_ui(ui, palette, "File", [files, height], |ui| self.files_ui(ui));
        ui.separator();
        let beside = ui.available_width();
        if let Some(name) = self.without_versions() {
            let title = format!("Nothing is kept of “{name}” yet");
            let words = "The first version is kept before the file is first changed: from then on you can look \
                                 here at what differs, and bring it back.";
            let size = vec2(beside, height);
            empty_ui(ui, palette, size, icons::BACKUPS, &title, words);
            return;
        }
        column_ui(ui, palette, "Kept", [versions, height], |ui| {
            self.versions_ui(ui, context);
        });
        ui.separator();
        let rest = ui.available_width().max(80.0);
        column_ui(ui, palette, "Differs from now", [rest, height], |ui| {
            self.shown_ui(ui, palette);
        });
    }

    fn buttons_ui(&self, ui: &mut Ui, context: &mut DialogContext<'_>) -> DialogResponse {
        let mut answer = DialogResponse::Open;
        if let Some(why) = &self.why_read_only {
            let why = format!("Nothing can be restored here: {why}.");
            aside::soft_ui(ui, context.palette, 12.5, why);
        }
        let ready = matches!(self.shown, BackupShown::Differences { .. });
        let ready = ready && self.why_read_only.is_none();
        host::foot_ui(ui, |ui| {
            let restore =
                |ui: &mut Ui| buttons::primary_ui(ui, context.palette, "Restore this version");
            let clicked = ui.add_enabled_ui(ready, restore).inner.clicked();
            if let (true, Some(version)) = (clicked, self.version) {
                context
                    .actions
                    .push(Action::RestoreBackup(self.file, version));
                answer = DialogResponse::Close;
            }
            if buttons::quiet_ui(ui, "Close").clicked() {
                answer = DialogResponse::Close;
            }
        });
        answer
    }
}

impl DialogForm for BackupsForm {
    fn id(&self) -> &'static str {
        "backups dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Sharing
    }

    fn ui(&mut self, ui: &mut Ui, mut context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let width = host::width(ui, 860.0);
        ui.set_width(width);
        host::title_ui(ui, "Backups");
        aside::soft_ui(
            ui,
            palette,
            12.5,
            "Versions are kept before a file is changed: the latest, then one a day for a month, one a week for a year, one a month after that. Restoring is one step that can be undone.",
        );
        ui.add_space(6.0);
        host::body(ui, self.wanted_height(), |ui, height| {
            // Limit the height, or the lines between the lists would be as long as the window is high.
            ui.allocate_ui(vec2(width, height), |ui| {
                ui.horizontal_top(|ui| self.lists_ui(ui, &mut context, [width, height]));
            });
        });
        ui.add_space(6.0);
        self.buttons_ui(ui, &mut context)
    }
}

/// A list under its heading.
fn column_ui(
    ui: &mut Ui,
    palette: &Palette,
    heading: &str,
    [width, height]: [f32; 2],
    add: impl FnOnce(&mut Ui),
) {
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.label(text(heading, 11.5, Weight::SemiBold).color(palette.text_faint));
        let list = scrolling::list(height - HEAD)
            .id_salt(heading)
            .auto_shrink([false, false]);
        list.show(ui, |ui| {
            ui.set_max_width(width);
            add(ui);
        });
    });
}

/// "Tue 24 Nov 2026, 14:05 · yesterday, 84 KB".
fn words(version: BackupVersion, today: NaiveDate) -> String {
    let days = (today - version.at.date()).num_days();
    let age = match days {
        ..0 => "ahead of the clock".to_owned(),
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..14 => format!("{days} days ago"),
        14..60 => format!("{} weeks ago", days / 7),
        60..730 => format!("{} months ago", days / 30),
        _ => format!("{} ago", plural((days / 365) as usize, "year", "years")),
    };
    let (day, time) = (weekday_date(version.at.date()), version.at.format("%H:%M"));
    let part = version.part.map_or_else(String::new, |from| {
        format!(" · only the training from {} on", date(from))
    });
    format!("{day}, {time} · {age}, {}{part}", size(version.bytes))
}

/// "84 KB".
fn size(bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1000);
    if kilobytes < 1000 {
        format!("{kilobytes} KB")
    } else {
        format!("{:.1} MB", bytes as f64 / 1e6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, bytes: u64) -> BackupVersion {
        BackupVersion {
            at: NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap(),
            bytes,
            part: None,
        }
    }

    #[test]
    fn a_version_says_when_how_long_ago_and_how_large() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let said = |text, bytes| words(at(text, bytes), today);
        assert_eq!(
            said("2026-11-25 09:05", 83_500),
            "Wed 25 Nov 2026, 09:05 · today, 84 KB"
        );
        let part = BackupVersion {
            part: NaiveDate::from_ymd_opt(2019, 3, 4),
            ..at("2026-11-25 09:05", 83_500)
        };
        let said_of_part = "today, 84 KB · only the training from 4 Mar 2019 on";
        assert!(words(part, today).ends_with(said_of_part));
        assert!(said("2026-11-24 23:59", 1).ends_with("· yesterday, 1 KB"));
        assert!(said("2026-11-20 12:00", 1_250_000).ends_with("· 5 days ago, 1.2 MB"));
        assert!(said("2026-10-25 12:00", 1).contains("4 weeks ago"));
        assert!(said("2025-11-25 12:00", 1).contains("12 months ago"));
        assert!(said("2023-11-25 12:00", 1).contains("3 years ago"));
        assert!(said("2026-11-26 12:00", 1).contains("ahead of the clock"));
    }

    #[test]
    fn what_was_found_about_another_version_is_not_shown() {
        let mut form = BackupsForm::new(Vec::new(), 3, NaiveDate::MIN, None);
        form.version = Some(1);
        form.shown = BackupShown::Reading;
        form.take(0, 0, BackupShown::Unreadable("damaged".to_owned()));
        assert_eq!(form.shown, BackupShown::Reading);
        form.take(0, 1, BackupShown::Nothing);
        assert_eq!(form.shown, BackupShown::Nothing);
    }
}
