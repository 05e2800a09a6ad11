//! The preview of Print / Export: laid out and drawn off the interface's thread, kept for each choice.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::{ColorImage, TextureOptions};

use crate::chart::report::ReportCharts;
use crate::domain::{Athlete, DateStyle, ExportFormat, ExportOrder, WorkspaceSettings};
use crate::export::{self, ExportPreview, PageImage};
use crate::library::Library;
use crate::store::Store;
use crate::ui::dialogs::{PageTexture, PreviewText, PrintForm, Who};

use super::export_job::render_context;
use super::printed_logo::logo_of;

/// Pixels a point of a page: not so few that it cannot be read, not so many that it takes long to draw.
const SCALES: RangeInclusive<f32> = 0.5..=4.0;
/// How many documents are kept to be shown again at once.
const MOST_DOCUMENTS: usize = 6;
/// How many pages of a document are kept as pictures, each of some megabytes.
const MOST_PAGES: usize = 8;

/// What a document is made from.
#[derive(Debug, Clone)]
pub(super) struct Key {
    order: ExportOrder,
    /// Which charts a progress report shows.
    report: ReportCharts,
    who: Who,
    athletes: Vec<Arc<Athlete>>,
    /// The opening of the workspace, and the state of its documents.
    state: (u64, u64),
    /// The current day, and how dates are written.
    when: (NaiveDate, DateStyle),
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        let same = |(a, b): (&Arc<Athlete>, &Arc<Athlete>)| Arc::ptr_eq(a, b);
        self.state == other.state
            && self.when == other.when
            && self.who == other.who
            && self.athletes.len() == other.athletes.len()
            && self.athletes.iter().zip(&other.athletes).all(same)
            && self.order == other.order
            && self.report == other.report
    }
}

impl Key {
    /// What the form asks for, of these athletes in this state of the documents.
    pub(super) fn new(
        form: &PrintForm,
        athletes: Vec<Arc<Athlete>>,
        state: (u64, u64),
        when: (NaiveDate, DateStyle),
    ) -> Self {
        let mut order = form.order.clone();
        if order.format == ExportFormat::Png {
            // The preview of a picture is that of the PDF.
            order.format = ExportFormat::Pdf;
        }
        Self {
            order,
            report: form.report.clone(),
            who: form.who,
            athletes,
            state,
            when,
        }
    }
}

/// A page to be drawn, and its document to be laid out where it is not.
#[derive(Debug, Clone)]
pub(super) struct PreviewRequest {
    key: Key,
    page: usize,
    /// The pixels there are for it, across and down.
    room: [u32; 2],
    look: Option<Arc<ExportPreview>>,
}

/// The result of a request.
#[derive(Debug)]
pub(super) struct PreviewResult {
    look: Result<Arc<ExportPreview>, String>,
    image: Option<PageImage>,
}

/// A document that is laid out, with the pages drawn last.
#[derive(Debug)]
struct Kept {
    key: Key,
    look: Result<Arc<ExportPreview>, String>,
    /// How much room there was for the pages that are drawn.
    room: [u32; 2],
    drawn: BTreeMap<usize, PageTexture>,
}

/// The previews of Print / Export.
#[derive(Debug, Default)]
pub(super) struct Previews {
    kept: Vec<Kept>,
}

impl Previews {
    /// Forgets everything: no dialog shows it.
    pub(super) fn clear(&mut self) {
        self.kept.clear();
    }

    /// Shows in the form what there is of its preview, and gives what is still to be made.
    pub(super) fn follow(&self, form: &mut PrintForm, key: Key) -> Option<PreviewRequest> {
        let preview = &mut form.preview;
        let kept = self.kept.iter().find(|kept| kept.key == key);
        match kept.map(|kept| &kept.look) {
            Some(Err(why)) => {
                (preview.error, preview.busy) = (Some(why.clone()), false);
                return None;
            }
            Some(Ok(look)) => match &**look {
                ExportPreview::Text(text) => {
                    if !preview.text.as_ref().is_some_and(|known| known.is_of(text)) {
                        preview.text = Some(PreviewText::of(text));
                    }
                    (preview.error, preview.tables) = (None, None);
                    preview.busy = false;
                    return None;
                }
                ExportPreview::Tables(tables) => {
                    preview.tables = Some(tables.clone());
                    (preview.error, preview.text) = (None, None);
                    preview.busy = false;
                    return None;
                }
                ExportPreview::Pages(pages) => {
                    preview.pages = pages.count();
                    preview.page = preview.page.min(pages.count().saturating_sub(1));
                    (preview.error, preview.text, preview.tables) = (None, None, None);
                    let drawn = kept.and_then(|kept| kept.drawn(preview.page, preview.room));
                    if let (Some(texture), Some(size)) = (drawn, pages.sizes().get(preview.page)) {
                        preview.shown = Some((texture.clone(), *size));
                        preview.busy = false;
                        return None;
                    }
                }
            },
            // The pages on screen belong to another document.
            None => preview.pages = 0,
        }
        preview.busy = true;
        (preview.room != [0, 0]).then(|| PreviewRequest {
            page: preview.page,
            room: preview.room,
            look: kept.and_then(|kept| kept.look.clone().ok()),
            key,
        })
    }

    /// Takes in the result of a request, or why there is none.
    pub(super) fn take(
        &mut self,
        request: PreviewRequest,
        preview: Result<PreviewResult, String>,
        window: &egui::Context,
    ) {
        let PreviewRequest {
            key, page, room, ..
        } = request;
        let (look, image) = match preview {
            Ok(preview) => (preview.look, preview.image),
            Err(why) => (Err(why), None),
        };
        let at = self.kept.iter().position(|kept| kept.key == key);
        let mut entry = match at {
            Some(at) => self.kept.remove(at),
            None => Kept {
                key,
                look: look.clone(),
                room,
                drawn: BTreeMap::new(),
            },
        };
        entry.look = look;
        if let Some(image) = image {
            let size = [image.width as usize, image.height as usize];
            let pixels = ColorImage::from_rgba_unmultiplied(size, &image.rgba);
            let texture = window.load_texture("preview", pixels, TextureOptions::LINEAR);
            entry.put(page, room, PageTexture(texture));
        }
        self.kept.push(entry);
        if self.kept.len() > MOST_DOCUMENTS {
            self.kept.remove(0);
        }
    }
}

impl Kept {
    fn drawn(&self, page: usize, room: [u32; 2]) -> Option<&PageTexture> {
        self.drawn.get(&page).filter(|_| self.room == room)
    }

    /// Keeps a drawn page. Pages of another size are of no use any more, and of many those nearest to it stay.
    fn put(&mut self, page: usize, room: [u32; 2], texture: PageTexture) {
        if self.room != room {
            self.room = room;
            self.drawn.clear();
        }
        self.drawn.insert(page, texture);
        while self.drawn.len() > MOST_PAGES {
            let pages = self.drawn.keys().copied();
            let Some(farthest) = pages.max_by_key(|other| other.abs_diff(page)) else {
                break;
            };
            self.drawn.remove(&farthest);
        }
    }
}

impl PreviewRequest {
    /// Lays the document out and draws the page.
    pub(super) fn run(
        &self,
        library: &Library,
        settings: &WorkspaceSettings,
        store: Option<&Store>,
    ) -> PreviewResult {
        let key = &self.key;
        let look = if let Some(look) = &self.look {
            Ok(look.clone())
        } else {
            // A format with one file per athlete shows the first athlete's.
            let mut athletes: Vec<&Athlete> = key.athletes.iter().map(AsRef::as_ref).collect();
            if !key.order.format.holds_many() {
                athletes.truncate(1);
            }
            let logo = logo_of(store, settings);
            let render_context =
                render_context(library, settings, &key.report, logo.as_ref(), key.when);
            export::preview_of(&key.order, &athletes, &render_context)
                .map(Arc::new)
                .map_err(|error| export::words::capitalised(&format!("{error}.")))
        };
        let image = match look.as_deref() {
            Ok(ExportPreview::Pages(pages)) => {
                let page = self.page.min(pages.count().saturating_sub(1));
                let size = pages.sizes().get(page);
                size.and_then(|size| pages.draw(page, scale(*size, self.room)))
            }
            _ => None,
        };
        PreviewResult { look, image }
    }
}

/// The pixels a point with which a page of this size fills the room there is.
fn scale([width, height]: [f32; 2], room: [u32; 2]) -> f32 {
    let across = room[0] as f32 / width.max(1.0);
    let down = room[1] as f32 / height.max(1.0);
    across.min(down).clamp(*SCALES.start(), *SCALES.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws a page in a room and gives how many pictures the window holds.
    fn draw(kept: &mut Kept, window: &egui::Context, page: usize, room: [u32; 2]) -> usize {
        let pixels = ColorImage::filled([2, 2], egui::Color32::WHITE);
        let texture = window.load_texture("preview", pixels, TextureOptions::LINEAR);
        kept.put(page, room, PageTexture(texture));
        window.tex_manager().read().num_allocated()
    }

    #[test]
    fn pictures_of_pages_do_not_pile_up_as_the_window_is_resized_and_leafed_through() {
        let window = egui::Context::default();
        let mut kept = Kept {
            key: Key {
                order: ExportOrder::new(NaiveDate::MIN),
                report: ReportCharts::default(),
                who: Who::Together,
                athletes: Vec::new(),
                state: (0, 0),
                when: (NaiveDate::MIN, DateStyle::default()),
            },
            look: Err(String::new()),
            room: [0, 0],
            drawn: BTreeMap::new(),
        };
        let before = draw(&mut kept, &window, 0, [100, 100]);
        for width in 101..200 {
            assert!(
                draw(&mut kept, &window, 0, [width, 100]) <= before,
                "{width}"
            );
        }
        for page in 0..60 {
            let count = draw(&mut kept, &window, page, [199, 100]);
            assert!(count <= before + MOST_PAGES, "{count} on page {page}");
        }
        assert!(kept.drawn(59, [199, 100]).is_some());
        assert!(kept.drawn(59, [150, 100]).is_none(), "it would be blurred");
    }
}
