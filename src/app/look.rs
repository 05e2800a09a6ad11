//! The preview of Print / Export: laid out and drawn off the interface's thread, kept for each choice.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::{ColorImage, TextureOptions};

use crate::chart::report::ReportCharts;
use crate::domain::{Athlete, Format, Order};
use crate::export::{self, Look, PageImage};
use crate::ui::dialogs::{Dialog, PageTexture, Who};

use super::App;
use super::background::Event;
use super::making::maker;

/// Pixels a point of a page: not so few that it cannot be read, not so many that it takes long to draw.
const SCALES: RangeInclusive<f32> = 0.5..=4.0;
/// How many documents are kept to be shown again at once.
const MOST_KEPT: usize = 6;

/// What a document is made from.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    order: Order,
    /// Which charts a progress report shows.
    report: ReportCharts,
    who: Who,
    revision: u64,
}

/// A document that is laid out, with the pages drawn so far.
#[derive(Debug)]
struct Kept {
    key: Key,
    look: Result<Arc<Look>, String>,
    /// By page and by the pixels there were for it.
    drawn: BTreeMap<(usize, [u32; 2]), PageTexture>,
}

/// The previews of Print / Export.
#[derive(Debug, Default)]
pub(super) struct Previews {
    kept: Vec<Kept>,
    busy: bool,
}

/// What came of looking.
#[derive(Debug)]
pub(super) struct Looked {
    key: Key,
    page: usize,
    room: [u32; 2],
    look: Result<Arc<Look>, String>,
    image: Option<PageImage>,
}

impl App {
    /// Shows in the open dialog what there is of its preview, and has the rest made.
    pub(super) fn follow_preview(&mut self) {
        let revision = self.revision;
        let Some(Dialog::Print(form)) = &mut self.state.dialog else {
            self.previews.kept.clear();
            return;
        };
        let mut order = form.order.clone();
        if order.format == Format::Png {
            // A picture is a picture of the same pages.
            order.format = Format::Pdf;
        }
        let key = Key {
            order,
            report: form.report.clone(),
            who: form.who,
            revision,
        };
        let chosen = form.chosen();
        let preview = &mut form.preview;
        let kept = self.previews.kept.iter().find(|kept| kept.key == key);
        let look = match kept.map(|kept| &kept.look) {
            Some(Err(why)) => {
                preview.error = Some(why.clone());
                preview.busy = false;
                return;
            }
            Some(Ok(look)) => Some(look.clone()),
            None => None,
        };
        match look.as_deref() {
            Some(Look::Text(text)) => {
                if preview.text.as_ref() != Some(text) {
                    preview.text = Some(text.clone());
                }
                (preview.error, preview.busy) = (None, false);
                return;
            }
            Some(Look::Pages(pages)) => {
                preview.pages = pages.count();
                preview.page = preview.page.min(pages.count().saturating_sub(1));
                (preview.error, preview.text) = (None, None);
                let drawn = kept.and_then(|kept| kept.drawn.get(&(preview.page, preview.room)));
                if let (Some(texture), Some(size)) = (drawn, pages.sizes().get(preview.page)) {
                    preview.shown = Some((texture.clone(), *size));
                    preview.busy = false;
                    return;
                }
            }
            None => {}
        }
        preview.busy = true;
        let (page, room) = (preview.page, preview.room);
        if self.previews.busy || room == [0, 0] {
            return;
        }
        self.previews.busy = true;
        let athletes: Vec<Arc<Athlete>> = chosen
            .iter()
            .filter_map(|id| self.workspace.athlete(*id).cloned())
            .collect();
        self.look(key, (page, room), look, athletes);
    }

    fn look(
        &self,
        key: Key,
        (page, room): (usize, [u32; 2]),
        look: Option<Arc<Look>>,
        athletes: Vec<Arc<Athlete>>,
    ) {
        let (library, today) = (self.library.clone(), self.clock.today());
        let settings = self.workspace.settings.clone();
        self.post.spawn("preview", move |post| {
            let look = if let Some(look) = look {
                Ok(look)
            } else {
                // Plan text for each of several is shown by the first one's.
                let mut athletes: Vec<&Athlete> = athletes.iter().map(AsRef::as_ref).collect();
                if !key.order.format.holds_many() {
                    athletes.truncate(1);
                }
                let maker = maker(&library, &settings, &key.report, today);
                export::look(&key.order, &athletes, &maker)
                    .map(Arc::new)
                    .map_err(|error| export::words::capitalised(&format!("{error}.")))
            };
            let image = match look.as_deref() {
                Ok(Look::Pages(pages)) => {
                    let page = page.min(pages.count().saturating_sub(1));
                    let size = pages.sizes().get(page);
                    size.and_then(|size| pages.draw(page, scale(*size, room)))
                }
                _ => None,
            };
            post.send(Event::Looked(Looked {
                key,
                page,
                room,
                look,
                image,
            }));
        });
    }

    /// Takes in what came of looking.
    pub(super) fn take_look(&mut self, looked: Looked) {
        self.previews.busy = false;
        let Looked {
            key,
            page,
            room,
            look,
            image,
        } = looked;
        let kept = &mut self.previews.kept;
        let at = kept.iter().position(|kept| kept.key == key);
        let mut entry = match at {
            Some(at) => kept.remove(at),
            None => Kept {
                key,
                look,
                drawn: BTreeMap::new(),
            },
        };
        if let Some(image) = image {
            let size = [image.width as usize, image.height as usize];
            let pixels = ColorImage::from_rgba_unmultiplied(size, &image.rgba);
            let context = self.post.context();
            let texture = context.load_texture("preview", pixels, TextureOptions::LINEAR);
            entry.drawn.insert((page, room), PageTexture(texture));
        }
        kept.push(entry);
        if kept.len() > MOST_KEPT {
            kept.remove(0);
        }
    }
}

/// The pixels a point with which a page of this size fills the room there is.
fn scale([width, height]: [f32; 2], room: [u32; 2]) -> f32 {
    let across = room[0] as f32 / width.max(1.0);
    let down = room[1] as f32 / height.max(1.0);
    across.min(down).clamp(*SCALES.start(), *SCALES.end())
}
