//! Programs laid out off the interface's thread: for the dialog that shows what would go where, and for the charts while
//! a program is dragged.

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::{Athlete, Profile, Program, SessionId, Week};
use crate::layout::{Layout, Options, lay_out};
use crate::rules::Context;
use crate::ui::dialogs::Dialog;
use crate::ui::shared::{Dragged, Laid};

use super::App;
use super::background::Event;

/// A program to be laid out, and for whom.
#[derive(Debug)]
pub(super) struct Wanted {
    athlete: Arc<Athlete>,
    /// The profile as the rules see it.
    profile: Profile,
    program: Program,
    options: Options,
}

impl App {
    /// Has laid out what the dialog or a drag asks for and nobody works on yet.
    pub(super) fn lay_out_wanted(&mut self, today: NaiveDate) {
        if self.laying_out {
            return;
        }
        let Some(wanted) = self.wanted_by_dialog().or_else(|| self.wanted_by_drag()) else {
            return;
        };
        self.laying_out = true;
        let library = self.library.clone();
        self.post.spawn("layout", move |post| {
            let context = Context {
                profile: &wanted.profile,
                library: &library,
                today,
            };
            let mut new_id = || SessionId(Uuid::new_v4());
            let (athlete, program) = (&wanted.athlete, &wanted.program);
            let layout = lay_out(athlete, &context, program, &wanted.options, &mut new_id);
            post.send(Event::LaidOut(Box::new((wanted, layout))));
        });
    }

    fn wanted_by_dialog(&self) -> Option<Wanted> {
        let Some(Dialog::LayOut(form)) = &self.state.dialog else {
            return None;
        };
        let (athlete, profile, program, options) = form.wanted()?;
        Some(Wanted {
            athlete: athlete.clone(),
            profile: profile.clone(),
            program: program.clone(),
            options,
        })
    }

    fn wanted_by_drag(&self) -> Option<Wanted> {
        let drag = self.state.drag.as_ref()?;
        let (Dragged::Program(id), Some(slot)) = (&drag.dragged, drag.aim.or(drag.aimed)) else {
            return None;
        };
        let athlete = self.workspace.athlete(self.athlete?)?;
        let first = Week::of(slot.date, athlete.profile.week_start).first();
        if drag.laid.as_ref().is_some_and(|laid| laid.first == first) {
            return None;
        }
        let program = self.library.program(id)?.clone();
        Some(Wanted {
            profile: self
                .workspace
                .settings
                .checked(&athlete.profile)
                .into_owned(),
            athlete: athlete.clone(),
            options: Options::from_week(&program, first),
            program,
        })
    }

    /// Takes in a layout, if somebody still waits for it.
    pub(super) fn take_laid_out(&mut self, wanted: Wanted, layout: Layout) {
        self.laying_out = false;
        let drag = self.state.drag.as_mut();
        if let Some(drag) = drag
            && drag.dragged == Dragged::Program(wanted.program.id.clone())
        {
            drag.laid = Some(Laid {
                first: wanted.options.first,
                layout: Arc::new(layout),
            });
        } else if let Some(Dialog::LayOut(form)) = &mut self.state.dialog {
            form.take(&wanted.athlete, &wanted.program, wanted.options, layout);
        }
    }
}
