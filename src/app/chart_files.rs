//! Charts outside their panel: remembered for each athlete, and saved as files off the interface's thread.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::chart::svg::svg;
use crate::chart::time::date_at;
use crate::chart::{Range, Viewport};
use crate::domain::Ink;
use crate::export;
use crate::store;
use crate::ui::charts::{ChartFile, FileKind};
use crate::ui::dialogs::PathUse;

use super::file_dialogs::FileRequest;
use super::file_requests::folder_is_there;
use super::jobs::{Failure, Job};
use super::shell::App;

/// Points across and down of a saved chart.
const SIZE: [f32; 2] = [840.0, 440.0];
/// How far the strip of weeks reaches back from the shown one.
const WEEKS_BACK: i64 = 5;
/// Pixels a point of a saved picture.
const SCALE: f32 = 2.0;

impl App {
    /// Remembers which charts the shown athlete is looked at with.
    pub(super) fn keep_charts(&mut self) {
        let Some(id) = self.screen.athlete() else {
            return;
        };
        let choice = self.screen.ui.charts.choice.clone();
        self.preferences.now.charts.insert(id, choice);
        self.save_preferences();
    }

    /// Shows everything there is in the charts, where what they show begins after the first of two days, and the week of
    /// the other where the shown one is empty: hard sets of a week, and the sessions themselves, are seen there.
    pub(super) fn show_past(&mut self, from: NaiveDate, to: NaiveDate) {
        self.show_week_of_past(to);
        let (today, _) = self.when();
        let mut choice = self.screen.ui.charts.choice.clone();
        if choice.range.reaches_back_to(from, today) {
            return;
        }
        choice.range = Range::All;
        self.screen.ui.charts.take(choice);
        self.keep_charts();
    }

    fn show_week_of_past(&mut self, day: NaiveDate) {
        let shown = self.screen.ui.shared.week;
        let Some(athlete) = self.shown() else { return };
        let in_shown = |date: NaiveDate| (0..7).contains(&(date - shown).num_days());
        let is_empty = !athlete.sessions.all().iter().any(|it| in_shown(it.date));
        // Only as far back as the strip of weeks reaches: further back nothing would show where the chart is.
        let is_near = (1..=WEEKS_BACK * 7).contains(&(shown - day).num_days());
        if is_empty && is_near {
            self.show_week(day);
        }
    }

    /// Asks where a chart goes, and saves it there.
    pub(super) fn ask_chart_target(&mut self, file: ChartFile) {
        let Some(athlete) = self.shown() else { return };
        let name = athlete.profile.name.clone();
        let Some(target) = self.usual_chart_target(&file, &name) else {
            return;
        };
        let kind = file.kind;
        let title = format!("Save the chart as {}", kind.label());
        let request = FileRequest::target(title, kind.label(), kind.extension(), target);
        self.ask_path(request, PathUse::Chart, move |app, path| {
            folder_is_there(&path)?;
            app.save_chart(file.clone(), name.clone(), path);
            Ok(())
        });
    }

    /// "Anna Kovač weekly load 2026-11-24.png" in the folder of documents, or beside the workspace.
    fn usual_chart_target(&self, file: &ChartFile, name: &str) -> Option<PathBuf> {
        let name = crate::domain::file_names([name]).pop()?;
        let chart = file.scene.chart.name().to_lowercase();
        let (day, extension) = (file.today.format("%Y-%m-%d"), file.kind.extension());
        let file = format!("{name} {chart} {day}.{extension}");
        Some(self.documents()?.join(file))
    }

    /// Writes the chart of the athlete of this name in the background.
    fn save_chart(&mut self, file: ChartFile, name: String, path: PathBuf) {
        let job = Job::new(
            "Saving the chart",
            move |_| {
                let kind = kind_of(&path).unwrap_or(file.kind);
                let bytes = bytes(&file, kind, &name)?;
                store::replace(&path, &bytes).map_err(|error| error.to_string())?;
                Ok(format!("Saved {}", path.display()))
            },
            Self::say_outcome,
        );
        self.jobs.start_beside(job);
    }

    /// Says how writing a file ended. A failure of the job itself is told already.
    pub(super) fn say_outcome(&mut self, written: Result<Result<String, String>, Failure>) {
        if let Ok(Ok(said) | Err(said)) = written {
            self.say(said);
        }
    }
}

/// The form that the end of a path asks for.
fn kind_of(path: &Path) -> Option<FileKind> {
    let end = path.extension()?.to_str()?.to_lowercase();
    FileKind::ALL
        .into_iter()
        .find(|kind| kind.extension() == end)
}

fn bytes(file: &ChartFile, kind: FileKind, name: &str) -> Result<Vec<u8>, String> {
    if kind == FileKind::Csv {
        return Ok(file.scene.table.csv().into_bytes());
    }
    let dates = file.scene.table.dates;
    let day = |day: f64| date_at(day).map_or_else(String::new, |date| dates.date(date));
    let days = format!(
        "{} – {}",
        day(file.window.start),
        day(file.window.end - 1.0)
    );
    let whose = if file.scene.time().is_some() {
        format!("{name} · {days}")
    } else {
        format!("{name} · {}", dates.date(file.today))
    };
    let viewport = Viewport {
        size: SIZE,
        window: file.window,
        today: file.today,
        shown: file.shown,
        marks: &file.marks,
        before: None,
        ghost: file
            .ghost
            .as_ref()
            .map(|(days, name)| (*days, name.as_str())),
    };
    let drawing = svg(&file.scene, &viewport, &whose, Ink::Colour);
    match kind {
        FileKind::Png => export::svg_png(&drawing, SIZE, SCALE).map_err(|error| error.to_string()),
        FileKind::Svg | FileKind::Csv => Ok(drawing.into_bytes()),
    }
}
