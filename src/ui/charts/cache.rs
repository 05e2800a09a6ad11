//! Scenes and pictures, kept until something they were made from changes.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::context::{ChartsView, DrawContext};
use crate::chart::choice::BarSpan;
use crate::chart::picture::Picture;
use crate::chart::scene::Body;
use crate::chart::scenes::{self, Answers, Source, usual_exercises};
use crate::chart::time::Window;
use crate::chart::{Chart, ChartSelection, Scene, Viewport, lay_out};
use crate::domain::{AthleteId, DateStyle, ExerciseId};
use crate::rules::Breach;
use crate::ui::format;

/// The narrowest bar that can be told from its neighbour, in points; narrower weeks become months.
const LEAST_WEEK: f64 = 3.0;

/// When scenes are made anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// In the frame that asks for them.
    AtOnce,
    /// After an edit, one a frame from the next frame on. To fold years of training into all charts at once would hold up
    /// the frame that shows the edit itself; a chart that is a few frames behind is not seen to be.
    OneByOne,
}

/// Everything made so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Cache {
    /// What the scenes were made from, or are to be.
    key: Option<SceneKey>,
    /// The exercises of charts about lifting.
    exercises: Vec<ExerciseId>,
    /// They are of before the last edit.
    exercises_are_old: bool,
    scenes: HashMap<Chart, Arc<Scene>>,
    /// The charts whose scenes are of before the last edit.
    old: HashSet<Chart>,
    /// How many of these may be made anew in this frame.
    turns: usize,
    /// A scene that was asked for in this frame is of before the last edit.
    is_behind: bool,
    /// The scenes of what might be, as they are held against those of now.
    held: HashMap<Chart, Arc<Scene>>,
    pictures: HashMap<Chart, (PictureKey, Arc<Picture>)>,
    /// What the scenes say besides those they were held against.
    changes: HashMap<Chart, String>,
}

#[derive(Debug, Clone, PartialEq)]
struct SceneKey {
    settings: Settings,
    revision: u64,
    breaches: Arc<[Breach]>,
}

/// What scenes are made from besides what was trained and planned. They change with it at once.
#[derive(Debug, Clone, PartialEq)]
struct Settings {
    athlete: AthleteId,
    today: NaiveDate,
    shown: NaiveDate,
    group: BarSpan,
    chosen: Vec<ExerciseId>,
    dates: DateStyle,
    answers: Answers,
}

/// How a picture was looked at.
#[derive(Debug, Clone, PartialEq)]
struct PictureKey {
    size: [f32; 2],
    window: Window,
    ghost: Option<(f64, String)>,
    marked: bool,
}

impl Cache {
    /// Notices what changed since the last frame: called once in each. `width` is that of the narrowest chart; `answers` is
    /// what the lines under the titles are about.
    pub(super) fn refresh(
        &mut self,
        view: &ChartsView<'_>,
        window: Window,
        width: f32,
        choice: &ChartSelection,
        pace: Pace,
        answers: Answers,
    ) {
        let per_week = f64::from(width) * 7.0 / window.days();
        let group = if per_week < LEAST_WEEK {
            BarSpan::Month
        } else {
            choice.group
        };
        self.is_behind = false;
        self.turns = match pace {
            Pace::AtOnce => usize::MAX,
            Pace::OneByOne => 1,
        };
        let settings = Settings {
            athlete: view.athlete.id,
            today: view.today,
            shown: view.shown_monday,
            group,
            chosen: choice.exercises.clone(),
            dates: format::date_style(),
            answers,
        };
        let same_settings = self.key.as_ref().filter(|key| key.settings == settings);
        let is_fresh = same_settings.is_some_and(|key| {
            key.revision == view.revision && Arc::ptr_eq(&key.breaches, view.breaches)
        });
        if is_fresh {
            return;
        }
        if pace == Pace::OneByOne && same_settings.is_some() {
            if self.old.is_empty() {
                self.turns = 0;
            }
            self.old = self.scenes.keys().copied().collect();
        } else {
            self.scenes.clear();
            self.old.clear();
            self.held.clear();
            self.pictures.clear();
            self.changes.clear();
        }
        self.exercises_are_old = true;
        self.key = Some(SceneKey {
            settings,
            revision: view.revision,
            breaches: view.breaches.clone(),
        });
        if self.scenes.is_empty() {
            self.renew_exercises(view);
        }
    }

    fn renew_exercises(&mut self, view: &ChartsView<'_>) {
        if !std::mem::take(&mut self.exercises_are_old) {
            return;
        }
        let chosen = self.key.as_ref().map(|key| &key.settings.chosen);
        self.exercises = match chosen.filter(|chosen| !chosen.is_empty()) {
            Some(chosen) => chosen.clone(),
            None => usual_exercises(view.figures),
        };
    }

    /// The exercises that charts about lifting show.
    pub(super) fn exercises(&self) -> &[ExerciseId] {
        &self.exercises
    }

    /// True when a chart that was asked for since the last refresh has yet to show the last edit: another frame is needed.
    pub(super) fn is_behind(&self) -> bool {
        self.is_behind
    }

    /// The scene of a chart.
    pub(super) fn scene(&mut self, chart: Chart, view: &ChartsView<'_>) -> Arc<Scene> {
        let is_old = self.old.contains(&chart);
        if let Some(scene) = self.scenes.get(&chart)
            && !(is_old && self.turns > 0)
        {
            self.is_behind |= is_old;
            return scene.clone();
        }
        if is_old {
            self.turns -= 1;
            self.old.remove(&chart);
            self.pictures.remove(&chart);
        }
        self.renew_exercises(view);
        let source = Source {
            athlete: view.athlete,
            library: view.library,
            figures: view.figures,
            today: view.today,
            shown: view.shown_monday,
            group: self
                .key
                .as_ref()
                .map_or(BarSpan::Week, |key| key.settings.group),
            exercises: self.exercises(),
            breaches: view.breaches,
            dates: format::date_style(),
            answers: self
                .key
                .as_ref()
                .map_or_else(Answers::default, |key| key.settings.answers),
        };
        let scene = Arc::new(scenes::scene(chart, &source));
        self.scenes.insert(chart, scene.clone());
        scene
    }

    /// The scene of what might be. Its rows begin with those that differ from the scene of now: where there is room for
    /// a few, these are what is asked about.
    pub(super) fn held_against(
        &mut self,
        chart: Chart,
        view: &ChartsView<'_>,
        now: &Scene,
    ) -> Arc<Scene> {
        if let Some(scene) = self.held.get(&chart) {
            return scene.clone();
        }
        let mut scene = self.scene(chart, view);
        if let (Body::Rows(would_be), Body::Rows(now)) = (&scene.body, &now.body) {
            let mut rows = would_be.clone();
            rows.rows.sort_by_key(|row| now.rows.contains(row));
            let mut changed = Scene::clone(&scene);
            changed.body = Body::Rows(rows);
            scene = Arc::new(changed);
        }
        self.held.insert(chart, scene.clone());
        scene
    }

    /// Where a scene of what might be differs most from the one of now, in words.
    pub(super) fn change(&mut self, might_be: &Scene, now: &Scene) -> &str {
        self.changes.entry(now.chart).or_insert_with(|| {
            let change = might_be.table.change_since(&now.table);
            change.unwrap_or_else(|| might_be.small_change_since(now).to_owned())
        })
    }

    /// The scene laid out on some points.
    pub(super) fn picture(
        &mut self,
        scene: &Scene,
        before: Option<&Arc<Scene>>,
        context: &DrawContext<'_>,
        size: [f32; 2],
    ) -> Arc<Picture> {
        let over_time = scene.time().is_some();
        let key = PictureKey {
            size,
            window: context.window,
            ghost: context.ghost.clone().filter(|_| over_time),
            marked: !context.marks.is_empty(),
        };
        if let Some((known, picture)) = self.pictures.get(&scene.chart)
            && (*known == key || !over_time && known.size == size)
        {
            return picture.clone();
        }
        let viewport = Viewport {
            size,
            window: context.window,
            today: context.view.today,
            shown: context.view.shown_monday,
            marks: context.marks,
            before: before.and_then(|scene| scene.time()),
            ghost: key
                .ghost
                .as_ref()
                .map(|(days, name)| (*days, name.as_str())),
        };
        let picture = Arc::new(lay_out(scene, &viewport));
        self.pictures.insert(scene.chart, (key, picture.clone()));
        picture
    }
}
