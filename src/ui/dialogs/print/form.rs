//! What Print / Export remembers while it is open.

use chrono::Weekday;
use uuid::Uuid;

use crate::chart::report::ReportCharts;
use crate::domain::{AthleteId, ExportFormat, ExportOrder, SessionId};

use super::preview::PrintPreview;

/// Whom the files are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// One athlete.
    One(AthleteId),
    /// Everybody in one file.
    Together,
    /// A file for each.
    Each,
}

/// How far the work is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ExportStage {
    /// Nothing has begun.
    #[default]
    Choosing,
    /// So many files are there already: are they to be replaced?
    Asking(Vec<String>),
    /// Files are being made.
    Working {
        /// How many are done.
        done: usize,
        /// How many there will be.
        total: usize,
        /// Whose is being made.
        name: String,
    },
    /// It went well: what there is now.
    Done(String),
    /// It did not: why.
    Failed(String),
}

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct PrintForm {
    /// What is made.
    pub order: ExportOrder,
    /// Which charts a progress report shows.
    pub report: ReportCharts,
    /// Whom it is about.
    pub who: Who,
    /// Unlike that of any other opening of the dialog.
    pub opening: Uuid,
    /// The day that the weeks of the shown athlete begin on.
    pub week_start: Weekday,
    /// The athletes who can be chosen, by name.
    pub people: Vec<(AthleteId, String)>,
    /// How many more are still being read.
    pub unread: usize,
    /// The selected session, where it has a gym sheet of its own, and its title.
    pub session: Option<(SessionId, String)>,
    /// The folder that files go to unless another is typed, with its separator at the end.
    pub folder: String,
    /// Where the file goes, or for a file each the folder.
    pub path: String,
    /// The path was typed or chosen, and is kept when the choices change.
    pub own_path: bool,
    /// The path that the system's dialog has asked about already.
    pub asked: Option<String>,
    /// How far the work is.
    pub stage: ExportStage,
    /// What it will look like.
    pub preview: PrintPreview,
    /// The path has become another one, of which the field has yet to show the end.
    pub(super) renamed: bool,
    /// The field of the path has yet to get the keyboard.
    pub(super) focus: bool,
    /// Who signs, and the word to the athlete, as they stood there at first or went into a file.
    typed_before: [String; 2],
}

impl PrintForm {
    /// A form with an order; `folder` is where its files usually go.
    pub fn new(
        order: ExportOrder,
        who: Who,
        people: Vec<(AthleteId, String)>,
        session: Option<(SessionId, String)>,
        folder: String,
    ) -> Self {
        let mut form = Self {
            typed_before: [order.coach.clone(), order.message.clone()],
            order,
            report: ReportCharts::default(),
            who,
            opening: Uuid::new_v4(),
            week_start: Weekday::Mon,
            people,
            unread: 0,
            session,
            folder,
            path: String::new(),
            own_path: false,
            asked: None,
            stage: ExportStage::default(),
            preview: PrintPreview::default(),
            renamed: true,
            focus: true,
        };
        form.settle();
        form
    }

    /// The names and identities of those whom the files are about.
    pub fn chosen(&self) -> Vec<AthleteId> {
        match self.who {
            Who::One(id) => vec![id],
            Who::Together | Who::Each => self.people.iter().map(|(id, _)| *id).collect(),
        }
    }

    /// Makes the choices fit each other, and the path the choices.
    pub(super) fn settle(&mut self) {
        if self.who == Who::Together && !self.order.format.holds_many() {
            self.who = Who::Each;
        }
        let before = self.path.clone();
        if !self.own_path {
            self.path = match self.who {
                Who::Each => format!("{}{}", self.folder, self.order.file_stem("Everyone")),
                Who::One(_) | Who::Together => format!("{}{}", self.folder, self.file()),
            };
        } else if self.who != Who::Each
            && let Some((stem, end)) = self.path.rsplit_once('.')
            && ExportFormat::of(end).is_some()
        {
            self.path = format!("{stem}.{}", self.order.format.extension());
        }
        self.renamed |= self.path != before;
    }

    /// What the one file is called.
    pub(super) fn file(&self) -> String {
        let name = match self.who {
            Who::One(id) => {
                let known = self.people.iter().find(|(other, _)| *other == id);
                known.map_or("", |(_, name)| name.as_str())
            }
            Who::Together | Who::Each => "Everyone",
        };
        let stem = self.order.file_stem(name);
        format!("{stem}.{}", self.order.format.extension())
    }

    /// What of it is typed.
    fn typed(&self) -> [String; 2] {
        [self.order.coach.clone(), self.order.message.clone()]
    }

    /// True when something was typed that is in no file yet.
    pub(super) fn has_new_words(&self) -> bool {
        self.typed() != self.typed_before
    }

    /// Says how the work went on.
    pub fn tell(&mut self, stage: ExportStage) {
        if matches!(stage, ExportStage::Done(_)) {
            self.typed_before = self.typed();
        }
        self.stage = stage;
    }

    pub(super) fn is_working(&self) -> bool {
        matches!(self.stage, ExportStage::Working { .. })
    }
}

impl PrintForm {
    /// Something was chosen: what was said about the choice before is old.
    pub(super) fn changed(&mut self) {
        self.settle();
        self.preview.page = 0;
        if !self.is_working() {
            self.stage = ExportStage::Choosing;
        }
    }
}
