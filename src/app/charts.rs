//! Charts outside their panel: remembered for each athlete, and saved as files off the interface's thread.

use std::path::{Path, PathBuf};

use crate::chart::Viewport;
use crate::chart::svg::svg;
use crate::chart::time::date_at;
use crate::domain::Ink;
use crate::export;
use crate::store;
use crate::ui::charts::{ChartFile, FileKind};
use crate::ui::dialogs::{Dialog, PathForm, PathUse};

use super::App;
use super::background::{Event, Picked};
use super::folders::{NO_DIALOG, answer};

/// Points across and down of a saved chart.
const SIZE: [f32; 2] = [840.0, 440.0];
/// Pixels a point of a saved picture.
const SCALE: f32 = 2.0;

impl App {
    /// Looks at the shown athlete with the charts chosen for them last.
    pub(super) fn take_charts(&mut self) {
        let Some(id) = self.athlete else { return };
        let choice = self.preferences.charts.get(&id).cloned();
        self.state.charts.take(choice.unwrap_or_default());
    }

    /// Remembers which charts the shown athlete is looked at with.
    pub(super) fn keep_charts(&mut self) {
        let Some(id) = self.athlete else { return };
        let choice = self.state.charts.choice.clone();
        self.preferences.charts.insert(id, choice);
        self.save_preferences();
    }

    /// Asks where a chart goes.
    pub(super) fn ask_chart_target(&mut self, file: ChartFile) {
        let Some(target) = self.usual_chart_target(&file) else {
            return;
        };
        let name = target
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let kind = file.kind;
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title(format!("Save the chart as {}", kind.label()))
            .add_filter(kind.label(), &[kind.extension()])
            .set_file_name(name.unwrap_or_default());
        if let Some(folder) = target.parent() {
            dialog = dialog.set_directory(folder);
        }
        let dialog = dialog.save_file();
        self.chart_file = Some(file);
        self.post.spawn("file dialog", move |post| {
            post.send(Event::ChartTarget(answer(dialog)));
        });
    }

    /// Takes in the answer of the system's dialog.
    pub(super) fn take_chart_target(&mut self, picked: Picked) {
        match picked {
            Picked::Path(path) => self.save_chart_to(path),
            Picked::Nothing => self.chart_file = None,
            Picked::NoDialog => {
                let file = self.chart_file.as_ref();
                let path = file.and_then(|file| self.usual_chart_target(file));
                let path = path.map_or_else(String::new, |path| path.display().to_string());
                let form = PathForm::new(PathUse::Chart, path, NO_DIALOG);
                self.state.dialog = Some(Dialog::Path(form));
            }
        }
    }

    /// "Anna Kovač weekly load 2026-11-24.png" in the folder of documents, or beside the workspace.
    fn usual_chart_target(&self, file: &ChartFile) -> Option<PathBuf> {
        let athlete = self.athlete.and_then(|id| self.workspace.athlete(id))?;
        let name = crate::domain::file_names([athlete.profile.name.as_str()]).pop()?;
        let chart = file.scene.chart.name().to_lowercase();
        let (day, extension) = (file.today.format("%Y-%m-%d"), file.kind.extension());
        let file = format!("{name} {chart} {day}.{extension}");
        Some(self.documents()?.join(file))
    }

    /// Writes the chart in the background.
    pub(super) fn save_chart_to(&mut self, path: PathBuf) {
        let Some(file) = self.chart_file.take() else {
            return;
        };
        let name = self
            .athlete
            .and_then(|id| self.workspace.athlete(id))
            .map_or_else(String::new, |athlete| athlete.profile.name.clone());
        self.post.spawn("chart", move |post| {
            let kind = kind_of(&path).unwrap_or(file.kind);
            let written = bytes(&file, kind, &name)
                .and_then(|bytes| store::replace(&path, &bytes).map_err(|error| error.to_string()));
            post.send(Event::ChartSaved(written.map(|()| path)));
        });
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
    let day = |day: f64| {
        date_at(day).map_or_else(String::new, |date| date.format("%-d %b %Y").to_string())
    };
    let days = format!(
        "{} – {}",
        day(file.window.start),
        day(file.window.end - 1.0)
    );
    let whose = if file.scene.time().is_some() {
        format!("{name} · {days}")
    } else {
        format!("{name} · {}", file.today.format("%-d %b %Y"))
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
