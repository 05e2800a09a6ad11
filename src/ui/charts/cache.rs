//! Scenes and pictures, kept until something they were made from changes.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::context::{ChartsView, DrawContext};
use crate::chart::choice::Group;
use crate::chart::picture::Picture;
use crate::chart::scene::Body;
use crate::chart::scenes::{self, Answers, Source, usual_exercises};
use crate::chart::time::Window;
use crate::chart::{Chart, Choice, Scene, Viewport, lay_out};
use crate::domain::{DateStyle, ExerciseId};
use crate::rules::Breach;
use crate::ui::format;

/// The narrowest bar that can be told from its neighbour, in points; narrower weeks become months.
const LEAST_WEEK: f64 = 3.0;

/// Everything made so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Cache {
    /// What the scenes were made from.
    key: Option<SceneKey>,
    scenes: HashMap<Chart, Arc<Scene>>,
    /// The scenes of what might be, as they are held against those of now.
    held: HashMap<Chart, Arc<Scene>>,
    pictures: HashMap<Chart, (PictureKey, Arc<Picture>)>,
    /// What the scenes say besides those they were held against.
    changes: HashMap<Chart, String>,
}

#[derive(Debug, Clone, PartialEq)]
struct SceneKey {
    revision: u64,
    today: NaiveDate,
    shown: NaiveDate,
    group: Group,
    chosen: Vec<ExerciseId>,
    breaches: Arc<[Breach]>,
    exercises: Vec<ExerciseId>,
    dates: DateStyle,
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
    /// Lets go of scenes that are old. `width` is that of the narrowest chart.
    pub(super) fn refresh(
        &mut self,
        view: &ChartsView<'_>,
        window: Window,
        width: f32,
        choice: &Choice,
    ) {
        let per_week = f64::from(width) * 7.0 / window.days();
        let group = if per_week < LEAST_WEEK {
            Group::Month
        } else {
            choice.group
        };
        let fresh = self.key.as_ref().is_some_and(|key| {
            key.revision == view.revision
                && key.today == view.today
                && key.shown == view.shown_monday
                && key.group == group
                && key.dates == format::date_style()
                && key.chosen == choice.exercises
                && Arc::ptr_eq(&key.breaches, view.breaches)
        });
        if fresh {
            return;
        }
        let exercises = if choice.exercises.is_empty() {
            usual_exercises(view.figures)
        } else {
            choice.exercises.clone()
        };
        self.scenes.clear();
        self.held.clear();
        self.pictures.clear();
        self.changes.clear();
        self.key = Some(SceneKey {
            revision: view.revision,
            today: view.today,
            shown: view.shown_monday,
            group,
            chosen: choice.exercises.clone(),
            breaches: view.breaches.clone(),
            exercises,
            dates: format::date_style(),
        });
    }

    /// The exercises that charts about lifting show.
    pub(super) fn exercises(&self) -> &[ExerciseId] {
        self.key.as_ref().map_or(&[][..], |key| &key.exercises)
    }

    /// The scene of a chart.
    pub(super) fn scene(&mut self, chart: Chart, view: &ChartsView<'_>) -> Arc<Scene> {
        if let Some(scene) = self.scenes.get(&chart) {
            return scene.clone();
        }
        let source = Source {
            athlete: view.athlete,
            library: view.library,
            figures: view.figures,
            today: view.today,
            shown: view.shown_monday,
            group: self.key.as_ref().map_or(Group::Week, |key| key.group),
            exercises: self.exercises(),
            breaches: view.breaches,
            dates: format::date_style(),
            answers: Answers::default(),
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
            change.unwrap_or_else(|| "no change".to_owned())
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
