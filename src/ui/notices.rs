//! What needs somebody's attention and stays on the screen until they have dealt with it.

use std::path::Path;

use egui::{Frame, Id, Label, Margin, Panel, Role, Ui, WidgetInfo};

use crate::rules::Severity;

use super::action::{Action, Actions};
use super::format::plural;
use super::notice_action::NoticeAction;
use super::theme::{Palette, Weight, text};
use super::widgets::{buttons, marks, trailing};

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something that was found when a workspace was opened. It goes when another one is.
    Opening,
    /// Something that was not saved as it should be.
    Saving,
    /// Anything else.
    Program,
}

/// One thing that needs attention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// What is wrong and what to do, in sentences.
    pub text: String,
    /// Where exactly, for those who correct it by hand: behind the pointer. Empty where the text says everything.
    pub detail: String,
    /// What can be done about it here.
    pub remedy: Option<NoticeAction>,
}

/// Everything that needs attention, the oldest first.
#[derive(Debug, Clone, Default)]
pub struct Notices {
    all: Vec<Notice>,
}

impl Notices {
    /// Adds a notice, unless it stands there already.
    pub fn add(&mut self, kind: NoticeKind, text: impl Into<String>) {
        self.add_with(kind, text, None);
    }

    /// Adds a notice with what can be done about it, unless it stands there already.
    pub fn add_with(
        &mut self,
        kind: NoticeKind,
        text: impl Into<String>,
        remedy: Option<NoticeAction>,
    ) {
        self.add_exactly(kind, text, "", remedy);
    }

    /// Adds a notice with where exactly something is wrong and what can be done about it, unless it stands there already.
    pub fn add_exactly(
        &mut self,
        kind: NoticeKind,
        text: impl Into<String>,
        detail: &str,
        remedy: Option<NoticeAction>,
    ) {
        let notice = Notice {
            kind,
            text: text.into(),
            detail: detail.to_owned(),
            remedy,
        };
        if !self.all.contains(&notice) {
            self.all.push(notice);
        }
    }

    /// All of them.
    pub fn all(&self) -> &[Notice] {
        &self.all
    }

    /// Takes out the one at `place`.
    pub fn dismiss(&mut self, place: usize) {
        if place < self.all.len() {
            self.all.remove(place);
        }
    }

    /// Takes out what is about bringing back a file that is back, or about a copy that was settled.
    pub fn forget_file(&mut self, path: &Path) {
        let is_about = |notice: &Notice| match &notice.remedy {
            Some(NoticeAction::Restore(file) | NoticeAction::Compare(file)) => file == path,
            _ => false,
        };
        self.all.retain(|notice| !is_about(notice));
    }

    /// Takes out all of a kind.
    pub fn clear(&mut self, kind: NoticeKind) {
        self.all.retain(|notice| notice.kind != kind);
    }
}

/// Draws the notices as a strip across the window: one of them, or all when it is unfolded.
pub fn notices_ui(ui: &mut Ui, palette: &Palette, notices: &Notices, actions: &mut Actions) {
    let [first, further @ ..] = notices.all() else {
        return;
    };
    let fold = Id::unique("notices unfolded");
    let mut is_unfolded = ui.data(|data| data.get_temp(fold).unwrap_or(false));
    let frame = Frame::new()
        .fill(palette.well)
        .inner_margin(Margin::symmetric(14, 4));
    Panel::top("notices")
        .frame(frame)
        .resizable(false)
        .show(ui, |ui| {
            notice_ui(ui, palette, 0, first, actions);
            if further.is_empty() {
                return;
            }
            if is_unfolded {
                for (place, notice) in further.iter().enumerate() {
                    notice_ui(ui, palette, place + 1, notice, actions);
                }
            }
            let label = if is_unfolded {
                "Show only the first".to_owned()
            } else {
                let count = plural(further.len(), "more notice", "more notices");
                format!("Show {count}")
            };
            if buttons::small_ui(ui, &label).clicked() {
                is_unfolded = !is_unfolded;
            }
        });
    ui.data_mut(|data| data.insert_temp(fold, is_unfolded));
}

fn notice_ui(ui: &mut Ui, palette: &Palette, place: usize, notice: &Notice, actions: &mut Actions) {
    // A separate row, so that a single line of text is centred beside the buttons.
    ui.horizontal(|ui| row_ui(ui, palette, place, notice, actions));
}

fn row_ui(ui: &mut Ui, palette: &Palette, place: usize, notice: &Notice, actions: &mut Actions) {
    trailing::row_ui(
        ui,
        place,
        |ui| {
            marks::mark_ui(ui, palette, Severity::Caution);
            let words = text(&notice.text, 12.5, Weight::Medium).color(palette.text);
            let words = ui.add(Label::new(words).wrap());
            if !notice.detail.is_empty() {
                words.on_hover_text(&notice.detail);
            }
        },
        |ui| {
            if let Some(remedy) = &notice.remedy {
                let button = buttons::small_ui(ui, remedy.label());
                // Several notices may offer the same action: number the names.
                let name = format!("{} (notice {})", remedy.label(), place + 1);
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                if button.clicked() {
                    actions.push(Action::Remedy(remedy.clone()));
                }
            }
            let dismiss = buttons::small_ui(ui, "Dismiss");
            let name = format!("Dismiss notice {}", place + 1);
            dismiss.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if dismiss.clicked() {
                actions.push(Action::DismissNotice(place));
            }
        },
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notice_stays_until_it_is_dismissed_and_stands_there_once() {
        let mut notices = Notices::default();
        for text in ["a", "b", "a"] {
            notices.add(NoticeKind::Opening, text);
        }
        notices.add(NoticeKind::Saving, "c");
        let texts = |notices: &Notices| {
            let all = notices.all().iter();
            all.map(|notice| notice.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(texts(&notices), ["a", "b", "c"]);
        notices.dismiss(0);
        notices.dismiss(7);
        assert_eq!(texts(&notices), ["b", "c"]);
        notices.clear(NoticeKind::Opening);
        assert_eq!(texts(&notices), ["c"]);
    }
}
