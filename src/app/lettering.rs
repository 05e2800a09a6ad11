//! Fonts of the computer for characters that the screen met and ours lack. The first frames are drawn without them: the
//! computer's fonts are looked through on a thread of their own, and what they have comes in with a later frame.

use crate::typefaces::{Found, faces_for};
use crate::ui::notices::NoticeKind;
use crate::ui::theme;

use super::jobs::{Job, Kind};
use super::shell::App;

impl App {
    /// Looks for fonts that have what the frame just drawn lacked.
    pub(super) fn find_lettering(&mut self) {
        let newly = theme::newly_lacking(&self.window);
        self.lettering.wanted.extend(newly);
        if self.lettering.wanted.is_empty() || self.jobs.is_running(Kind::Lettering) {
            return;
        }
        let wanted = std::mem::take(&mut self.lettering.wanted);
        let job = Job::new(
            "Looking for a font",
            move |_| faces_for(&wanted),
            |app: &mut Self, found| {
                if let Ok(found) = found {
                    app.take_lettering(&found);
                }
            },
        );
        self.jobs.start(Kind::Lettering, job);
    }

    fn take_lettering(&mut self, found: &Found) {
        for face in &found.faces {
            theme::add_face(&self.window, face);
        }
        self.window.request_repaint();
        let Some(writings) = found.missing_words() else {
            return;
        };
        if self.lettering.told.insert(writings.clone()) {
            let text = format!(
                "This computer has no font for {writings}: such text shows as boxes, here and on paper. \
                 Install one, such as a Noto font (fonts.google.com/noto), and start Ironstride again."
            );
            self.notices.add(NoticeKind::Program, text);
        }
    }
}
