//! Help: the user guide in the program, the sheet of shortcuts, and what the program is made of.
//!
//! It is a window that stands beside the work and does not hold it up: one reads a step and does it. The chapters are
//! the Markdown files of `docs/guide`, embedded, so that they read the same on the web and need no connection.

mod about;
mod chapters;
mod markdown;
mod page;
mod pictures;
mod samples;
mod search;
mod shortcuts;
mod topic;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Context, Frame, Id, Key, Layout, Modal, Modifiers, Role, ScrollArea, TextEdit, Ui, Vec2,
    WidgetInfo, vec2,
};

use super::action::Actions;
use super::command::Command;
use super::theme::{Palette, Weight, font, icons, text};
use super::widgets::buttons;
use super::widgets::row_keys::RowKeys;

pub use topic::Topic;

use chapters::{CHAPTERS, Chapter};
use page::{Page, Wish};
use pictures::Pictures;

/// Width of the list of chapters, in points.
const LIST: f32 = 226.0;
/// What a scroll bar takes beside a page, and beside the list of chapters, in points.
const BAR: f32 = 14.0;
const LIST_BAR: f32 = 8.0;
/// Between the frame and what is in it, in points.
const PAD: f32 = 14.0;
/// The least between two chapters, in points.
const CLOSEST: f32 = 1.0;
/// What stays free around the window, in points.
const EDGE: f32 = 16.0;
/// Its usual size, in points.
const USUAL: Vec2 = vec2(820.0, 600.0);
/// What it takes of the room that a window has beyond a laptop's, and how much wider lines may become, in points.
const SHARE: f32 = 0.5;
const WIDER: f32 = 60.0;

/// What help shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelpPage {
    /// A chapter of the guide, by its place.
    Chapter(usize),
    /// The sheet of shortcuts.
    Shortcuts,
    /// Version and licences.
    About,
}

/// The dialog that help stands over.
struct Covered {
    /// What had the keyboard there.
    focused: Option<Id>,
}

/// Help, as far as it is remembered.
#[derive(Default)]
pub struct HelpState {
    open: bool,
    /// Nothing beside it was clicked since it was opened or clicked itself: Escape is meant for it.
    is_last: bool,
    /// The dialog it stands over, if it does.
    over: Option<Covered>,
    page: Option<HelpPage>,
    query: String,
    /// What to scroll to in the next frame, by its place among the blocks of the chapter.
    goal: Option<usize>,
    /// How the words begin that led to the page by the search: they are told from the rest of it.
    found: Vec<String>,
    /// The search takes the keyboard in the next frame.
    wants_focus: bool,
    pictures: Pictures,
}

impl std::fmt::Debug for HelpState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HelpState")
            .field("open", &self.open)
            .field("page", &self.page)
            .field("query", &self.query)
            .finish_non_exhaustive()
    }
}

impl HelpState {
    /// Opens the guide where it was left, or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
        self.wants_focus = self.open;
        self.is_last = true;
    }

    /// Opens a page.
    pub fn show(&mut self, page: HelpPage) {
        self.open = true;
        self.wants_focus = true;
        self.is_last = true;
        self.query.clear();
        self.go(page, None);
    }

    /// Opens the chapter about a dialog over it; `focused` has the keyboard in the dialog, and gets it back.
    pub fn show_over_dialog(&mut self, topic: Topic, focused: Option<Id>) {
        self.over = Some(Covered { focused });
        self.query.clear();
        self.wants_focus = true;
        self.go(HelpPage::Chapter(topic.place()), None);
    }

    /// True while Escape is meant for it before anything else: it is open, and was opened or clicked last.
    pub fn is_last(&self) -> bool {
        self.open && self.is_last
    }

    /// Closes it; true where it was open.
    pub fn close(&mut self) -> bool {
        std::mem::take(&mut self.open)
    }

    /// True while it stands over a dialog.
    pub fn is_over_dialog(&self) -> bool {
        self.over.is_some()
    }

    /// Goes from over the dialog, and gives the keyboard back to what had it there.
    pub fn back_to_dialog(&mut self, ctx: &Context) {
        if let Some(Covered { focused }) = self.over.take() {
            ctx.memory_mut(|memory| match focused {
                Some(focused) => memory.request_focus(focused),
                None => memory.stop_text_input(),
            });
            ctx.request_repaint();
        }
    }

    /// Notes that there is no dialog any more to stand over.
    pub fn leave_dialog(&mut self) {
        self.over = None;
    }

    fn go(&mut self, page: HelpPage, goal: Option<usize>) {
        self.page = Some(page);
        // Without a heading the page begins at its top.
        self.goal = goal.or(Some(0));
        self.found.clear();
    }

    fn shown(&self) -> HelpPage {
        self.page.unwrap_or(HelpPage::Chapter(0))
    }
}

/// Draws the window of help while it is open.
pub fn help_ui(
    ctx: &Context,
    palette: &'static Palette,
    state: &mut HelpState,
    actions: &mut Actions,
) {
    if !state.open || state.over.is_some() {
        return;
    }
    let mut keeps = true;
    let room = ctx.content_rect().shrink(EDGE);
    let size = usual_size(room.size());
    let window = egui::Window::new("Help")
        .id(Id::unique("help"))
        .title_bar(false)
        .frame(egui::Frame::window(&ctx.global_style()).inner_margin(EDGE))
        .default_size(size)
        // Below the bar on top, whose buttons are needed beside it.
        .default_pos(room.center() - size / 2.0)
        .min_size(vec2(420.0, 260.0).min(room.size()))
        .max_size(room.size() - vec2(16.0, 48.0))
        .constrain_to(room)
        .show(ctx, |ui| {
            keeps = title_ui(ui, "Close help");
            // Escape in the search closes help at once; elsewhere fields and menus come first.
            keeps &= !window_ui(ui, palette, state, Some(actions));
        });
    if let Some(window) = window
        && ctx.input(|input| input.pointer.any_pressed())
    {
        let at = ctx.pointer_interact_pos();
        let layer = at.and_then(|at| ctx.layer_id_at(at));
        state.is_last = layer == Some(window.response.layer_id);
    }
    state.open &= keeps;
}

/// How large help is in a window of a size: a large one shows more of a chapter at a time.
fn usual_size(room: Vec2) -> Vec2 {
    let more = (room - vec2(1440.0, 900.0)).max(Vec2::ZERO) * SHARE;
    let wide = USUAL.x + more.x.min(WIDER);
    vec2(wide, USUAL.y + more.y).min(room)
}

/// The title with the way out, which is called `close`; false when it was taken.
fn title_ui(ui: &mut Ui, close: &str) -> bool {
    let mut keeps = true;
    ui.horizontal(|ui| {
        ui.label(text("Help", 15.0, Weight::SemiBold));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            keeps = !buttons::icon_ui(ui, icons::CLOSE, close).clicked();
        });
    });
    ui.add_space(4.0);
    keeps
}

/// Draws help over the open dialog while it was asked for there. Escape and F1 lead back to the dialog.
pub fn help_over_dialog_ui(ctx: &Context, palette: &'static Palette, state: &mut HelpState) {
    if state.over.is_none() {
        return;
    }
    let room = ctx.content_rect().shrink(EDGE + PAD);
    let size = usual_size(room.size());
    let modal = Modal::new(Id::unique("help over a dialog"))
        .frame(Frame::popup(&ctx.global_style()).inner_margin(PAD))
        .show(ctx, |ui| {
            ui.set_width(size.x);
            let keeps = title_ui(ui, "Back to the dialog");
            let body = vec2(size.x, size.y - 40.0);
            let escaped = ui.allocate_ui(body, |ui| window_ui(ui, palette, state, None));
            !keeps || escaped.inner
        });
    if modal.inner || modal.should_close() {
        state.back_to_dialog(ctx);
    }
}

/// Search, chapters and page; true when it is to be left.
fn window_ui(
    ui: &mut Ui,
    palette: &'static Palette,
    state: &mut HelpState,
    actions: Option<&mut Actions>,
) -> bool {
    let searched = ui.horizontal_top(|ui| {
        let height = ui.available_height();
        let searched = ui.allocate_ui(vec2(LIST, height), |ui| {
            ui.set_min_size(vec2(LIST, height));
            ui.vertical(|ui| list_ui(ui, palette, state)).inner
        });
        ui.separator();
        ui.vertical(|ui| content_ui(ui, palette, state, actions));
        searched.inner
    });
    searched.inner
}

/// The search and the chapters; true when Escape was pressed in the search.
fn list_ui(ui: &mut Ui, palette: &Palette, state: &mut HelpState) -> bool {
    const SEARCH: &str = "Search the guide";
    let field = TextEdit::singleline(&mut state.query)
        .hint_text(SEARCH)
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, SEARCH));
    if std::mem::take(&mut state.wants_focus) {
        response.request_focus();
    }
    let escaped = response.lost_focus()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    ui.add_space(6.0);
    let shown = state.query.is_empty().then(|| state.shown());
    let mut chosen = None;
    let mut keys = RowKeys::begin(ui, Id::unique("chapters of the guide"));
    ui.spacing_mut().scroll.floating_allocated_width = LIST_BAR;
    // As wide as the list: shrunk to its names, the bar would lie on the longest.
    let chapters = ScrollArea::vertical().auto_shrink([false, true]);
    // Where they need a little more height than there is, they stand closer.
    let usual = ui.spacing().item_spacing.y;
    let known = Id::unique("height of the chapters");
    let wanted = ui.data(|data| data.get_temp::<f32>(known));
    let rows = (CHAPTERS.len() + 3) as f32;
    let over = (wanted.unwrap_or_default() - ui.available_height()).max(0.0);
    let closer = (over / rows).ceil().min(usual - CLOSEST);
    let drawn = chapters.id_salt("chapters").show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = usual - closer;
        for (place, chapter) in CHAPTERS.iter().enumerate() {
            let page = HelpPage::Chapter(place);
            if keys
                .label_ui(ui, chapter.title(), shown == Some(page))
                .clicked()
            {
                chosen = Some(page);
            }
        }
        ui.add_space(6.0);
        for (page, name) in [
            (HelpPage::Shortcuts, "Keyboard shortcuts"),
            (HelpPage::About, "About Ironstride"),
        ] {
            if keys.label_ui(ui, name, shown == Some(page)).clicked() {
                chosen = Some(page);
            }
        }
        ui.add_space(6.0);
        let keys = Command::Help.shortcut_text(ui.ctx());
        if keys.is_empty() {
            return;
        }
        let hint = format!("{keys} opens and closes this");
        ui.label(text(hint, 11.0, Weight::Regular).color(palette.text_faint));
    });
    let wants = drawn.content_size.y + closer * rows;
    ui.data_mut(|data| data.insert_temp(known, wants));
    if wanted.is_none() {
        ui.request_repaint();
    }
    keys.end(ui);
    if let Some(page) = chosen {
        state.query.clear();
        state.go(page, None);
    }
    escaped
}

fn content_ui(
    ui: &mut Ui,
    palette: &'static Palette,
    state: &mut HelpState,
    actions: Option<&mut Actions>,
) {
    let query = state.query.trim().to_owned();
    if !query.is_empty() {
        found_ui(ui, palette, state, &query);
        return;
    }
    let page = state.shown();
    let goal = state.goal.take();
    let wish = ScrollArea::vertical()
        .id_salt(("help page", format!("{page:?}")))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.set_width((ui.available_width() - BAR).min(620.0));
            match page {
                HelpPage::Chapter(place) => CHAPTERS.get(place).and_then(|chapter| {
                    let found = &state.found;
                    let page = Page { palette, found };
                    page::page_ui(ui, &page, chapter.blocks(), goal, &mut state.pictures)
                }),
                HelpPage::Shortcuts => {
                    if shortcuts::shortcuts_ui(ui, palette, actions.is_some())
                        && let Some(actions) = actions
                    {
                        actions.command(Command::ChangeShortcuts);
                    }
                    None
                }
                HelpPage::About => {
                    about::about_ui(ui, palette);
                    None
                }
            }
        })
        .inner;
    match wish {
        Some(Wish::Chapter(place)) => state.go(HelpPage::Chapter(place), None),
        Some(Wish::Web(address)) => ui.open_url(egui::OpenUrl::new_tab(address)),
        None => {}
    }
}

/// What the search found, each with the section it stands in.
fn found_ui(ui: &mut Ui, palette: &Palette, state: &mut HelpState, query: &str) {
    let found = search::find(&CHAPTERS, query);
    let mut chosen = None;
    ScrollArea::vertical()
        .id_salt("found in the guide")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            if found.is_empty() {
                let words = format!("The guide has no section on “{query}”.");
                ui.label(text(words, 13.0, Weight::Regular).color(palette.text_soft));
            }
            let mut keys = RowKeys::begin(ui, Id::unique("found in the guide"));
            for hit in &found {
                let chapter = CHAPTERS.get(hit.chapter).map_or("", Chapter::title);
                let name = if hit.heading == chapter {
                    chapter.to_owned()
                } else {
                    format!("{chapter} · {}", hit.heading)
                };
                let button = keys.next_ui(ui, &name, false, |ui, sense| {
                    buttons::quiet_sensing_ui(ui, &name, sense)
                });
                if button.clicked() {
                    chosen = Some((HelpPage::Chapter(hit.chapter), hit));
                }
                let mut job = LayoutJob::default();
                let format = TextFormat::simple(font(12.0, Weight::Regular), palette.text_soft);
                page::append_found(&mut job, palette, &hit.words, &hit.found, format);
                ui.add(egui::Label::new(job).wrap());
                ui.add_space(6.0);
            }
            keys.end(ui);
        });
    if let Some((page, hit)) = chosen {
        state.query.clear();
        state.go(page, Some(hit.block));
        state.found.clone_from(&hit.found);
    }
}

#[cfg(test)]
mod tests;
