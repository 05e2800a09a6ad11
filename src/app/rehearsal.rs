//! The first frame before there is a window: while the system makes one, what it will show is worked out and laid out once,
//! off screen. Most of a first frame is drawing letters for the first time and laying out text; the frame that is seen finds
//! both done.

use egui::containers::PanelState;
use egui::{Context, Pos2, RawInput, Rect, TexturesDelta, Ui, ViewportId, ViewportInfo};

use crate::ui::{format, theme};

use super::shell::App;
use super::window_size::WindowSize;

/// The widest texture, in pixels a side. Letters are kept in one as wide as it may be, which grows by doubling its height:
/// as wide as most graphics cards allow (16 384) it takes two to four times the memory. Pages of the preview are smaller.
const TEXTURE: usize = 4096;

/// Lets no texture be wider than one of the rehearsal, so that the letters that were drawn in it stay.
pub(super) fn limit_textures(input: &mut RawInput) {
    input.max_texture_side = input.max_texture_side.map(|side| side.min(TEXTURE));
}

/// A context as the window's: made here, so that it can be drawn with before the window stands.
pub(super) fn context() -> Context {
    let ctx = Context::default();
    ctx.set_embed_viewports(false);
    ctx.options_mut(|options| options.max_passes = std::num::NonZeroUsize::MIN.saturating_add(1));
    theme::set_cleared(&ctx);
    ctx
}

impl App {
    /// Lays the first frame out on a screen that nobody sees. Textures it made wait for the frame that is seen.
    pub(super) fn rehearse(&mut self, ctx: &Context, placement: WindowSize) {
        self.jobs.hold_back();
        // Glyphs are cached by size in pixels, so another zoom can be rehearsed without changing that of the window.
        let zoom = self.zoom.wanted;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, placement.size / zoom)),
            max_texture_side: Some(TEXTURE),
            time: Some(0.0),
            ..RawInput::default()
        };
        input.viewports.insert(
            ViewportId::ROOT,
            ViewportInfo {
                native_pixels_per_point: Some(placement.scale * zoom),
                ..ViewportInfo::default()
            },
        );
        let output = ctx.run_ui(input, |ui| self.lay_out(ui));
        keep_for_later(ctx, output.textures_delta);
        // Forget panel sizes: the window may get another size, with other ones.
        ctx.data_mut(egui::util::IdTypeMap::remove_by_type::<PanelState>);
        // Repeat the viewport commands on the real window.
        for (window, asked) in output.viewport_output {
            for command in asked.commands {
                ctx.send_viewport_cmd_to(window, command);
            }
        }
    }

    /// Works out and draws what a frame shows, and leaves out what only a window can do.
    fn lay_out(&mut self, ui: &mut Ui) {
        let today = self.today();
        self.screen.let_unseen_go(&self.open);
        self.work_out(today);
        let actions = self.show(ui, today);
        let ctx = ui.ctx().clone();
        for action in actions.list {
            self.act(&ctx, action, today);
        }
    }

    /// Comes onto the thread of the window, after a rehearsal on another one.
    pub(super) fn enter(&self, ctx: &Context) {
        // The date format is stored per thread; set it on the one that draws.
        format::write_dates(self.preferences.now.dates);
        ctx.set_zoom_factor(self.zoom.wanted);
    }
}

/// Gives textures back to the context, for the next frame to hand them to the screen.
fn keep_for_later(ctx: &Context, mut made: TexturesDelta) {
    let textures = ctx.tex_manager();
    let mut textures = textures.write();
    for (id, deltas) in made.set.drain() {
        if textures.meta(id).is_none() {
            continue;
        }
        for delta in deltas {
            textures.set(id, delta);
        }
    }
    // A texture that was freed again needs not be uploaded.
    made.clear();
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use egui::{FullOutput, TextureId, Vec2, ViewportCommand, vec2};

    use super::super::run_mode::RunMode;
    use super::super::startup::{self, Clock, StartOptions};
    use super::*;
    use crate::store::Preferences;

    fn input(size: Vec2) -> RawInput {
        let placement = WindowSize::default();
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
            max_texture_side: Some(TEXTURE),
            time: Some(0.1),
            ..RawInput::default()
        };
        let window = ViewportInfo {
            native_pixels_per_point: Some(placement.scale),
            ..ViewportInfo::default()
        };
        input.viewports.insert(ViewportId::ROOT, window);
        input
    }

    /// The demo, with these preferences.
    fn options(dir: &Path, preferences: &Preferences) -> StartOptions {
        preferences.save(&Preferences::default(), dir).unwrap();
        StartOptions {
            preferences: Some(dir.to_owned()),
            demo: Some(dir.join("demo")),
            clock: Clock::Fixed(chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()),
            ..StartOptions::default()
        }
    }

    /// The first frame in the window, of the demo with these preferences, and how full the letters' texture was before
    /// and after it.
    fn first_frame(preferences: &Preferences) -> (FullOutput, [f32; 2]) {
        let dir = tempfile::tempdir().unwrap();
        let options = options(dir.path(), preferences);
        let ctx = context();
        let (window, placement) = (ctx.clone(), WindowSize::default());
        let loading = std::thread::spawn(move || {
            let mut app = App::new(&window, startup::load(&options), RunMode::Use);
            app.rehearse(&window, placement);
            app
        });
        let mut app = loading.join().unwrap();
        app.enter(&ctx);
        let filled = || {
            let mut filled = 0.0;
            ctx.fonts(|fonts| filled = fonts.font_atlas_fill_ratio());
            filled
        };
        let before = filled();
        let output = ctx.run_ui(input(WindowSize::default().size), |ui| app.ui(ui));
        let after = filled();
        app.close();
        (output, [before, after])
    }

    /// What is written where.
    fn placed(output: &FullOutput) -> Vec<(String, Pos2)> {
        let shapes = output.shapes.iter().map(|clipped| &clipped.shape);
        let texts = shapes.filter_map(|shape| match shape {
            egui::Shape::Text(text) => Some((text.galley.text().to_owned(), text.pos.round())),
            _ => None,
        });
        texts.collect()
    }

    fn texts(output: &FullOutput) -> Vec<String> {
        placed(output).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn the_frame_that_is_seen_finds_its_letters_drawn_and_gets_them_whole() {
        let (mut output, [before, after]) = first_frame(&Preferences::default());
        assert!(before > 0.0 && before == after, "{before} {after}");
        let letters = output.textures_delta.set.get(&TextureId::default());
        assert!(letters.is_some_and(|deltas| deltas[0].is_whole()));
        assert!(texts(&output).iter().any(|text| text.contains("Anna")));
        output.textures_delta.clear();
    }

    #[test]
    fn what_was_asked_of_the_window_in_a_rehearsal_reaches_it() {
        let dark = Preferences {
            theme: crate::store::Theme::Dark,
            dates: crate::domain::DateStyle::MonthFirst,
            ..Preferences::default()
        };
        let (mut output, _) = first_frame(&dark);
        let asked = &output.viewport_output[&ViewportId::ROOT].commands;
        let dark = egui::SystemTheme::Dark;
        assert!(
            asked.contains(&ViewportCommand::SetTheme(dark)),
            "{asked:?}"
        );
        let texts = texts(&output);
        assert!(
            texts.iter().any(|text| text.contains("Nov 23")),
            "{texts:?}"
        );
        output.textures_delta.clear();
    }

    #[test]
    fn a_window_of_another_size_looks_as_if_nothing_had_been_rehearsed() {
        let small = vec2(1180.0, 700.0);
        let seen = |rehearses: bool| {
            let dir = tempfile::tempdir().unwrap();
            let options = options(dir.path(), &Preferences::default());
            let ctx = context();
            let mut app = App::new(&ctx, startup::load(&options), RunMode::Use);
            if rehearses {
                app.rehearse(&ctx, WindowSize::default());
            }
            app.enter(&ctx);
            let mut seen = Vec::new();
            let (mut quiet, begun) = (0, std::time::Instant::now());
            // What the threads found is on the screen, and a frame is laid out with the sizes that the one before measured.
            while quiet < 3 {
                assert!(begun.elapsed().as_secs() < 60, "its threads never end");
                quiet = if app.jobs.is_idle() { quiet + 1 } else { 0 };
                let mut output = ctx.run_ui(input(small), |ui| app.ui(ui));
                output.textures_delta.clear();
                seen = placed(&output);
                std::thread::sleep(std::time::Duration::from_millis(2));
            }
            app.close();
            seen
        };
        assert_eq!(seen(true), seen(false));
    }
}
