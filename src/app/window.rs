//! The native window.

use std::sync::{Arc, Mutex, PoisonError};

use eframe::{Frame, NativeOptions};
use egui::{IconData, Ui};

use crate::ui::theme;

use super::rehearsal;
#[cfg(unix)]
use super::rescue;
use super::run_mode::RunMode;
use super::shell::App;
use super::startup::{self, KnownPreferences, StartOptions};
use super::window_size::WindowSize;

/// Opens the window and returns when it is closed.
///
/// # Errors
///
/// A sentence when the system offers no screen to draw on, or when something could not be saved at the end.
pub fn run(options: StartOptions, purpose: RunMode) -> Result<(), String> {
    // Read the workspace and rehearse its layout while the system makes the window.
    let known = KnownPreferences::read(&options);
    // Pictures and measured times must not depend on where the window was last.
    let placement = match purpose {
        RunMode::Use => WindowSize::of(&known.preferences),
        RunMode::Screenshot(_) | RunMode::FirstFrame(_) => WindowSize::default(),
    };
    let ctx = rehearsal::context();
    let window = ctx.clone();
    let loading = std::thread::spawn(move || {
        let loaded = startup::load_as_preferred(&options, known);
        let mut app = App::new(&window, loaded, purpose);
        app.rehearse(&window, placement);
        app
    });
    let native = NativeOptions {
        viewport: placement
            .builder()
            .with_title("Ironstride")
            .with_app_id("ironstride")
            .with_icon(icon()),
        // There are no gradients that would show bands, and a processor that draws has twice the work with it.
        dithering: false,
        // Our own search for missing letters tells the user when no font has them.
        system_font_fallback: false,
        ..NativeOptions::default()
    };
    let lost: Lost = Arc::default();
    let shared = lost.clone();
    let created = eframe::run_native_ext(
        "Ironstride",
        native,
        Some(ctx),
        Box::new(move |context| {
            let app = loading.join().map_err(|_| "reading the workspace failed")?;
            app.enter(&context.egui_ctx);
            #[cfg(unix)]
            rescue::close_when_ordered(&context.egui_ctx);
            Ok(Box::new(Native { app, lost: shared }))
        }),
    );
    created.map_err(|error| {
        format!("No window can be opened here: {error}. On a machine without a display, use `ironstride check` or `ironstride export`.")
    })?;
    let lost = lost.lock().unwrap_or_else(PoisonError::into_inner).take();
    lost.map_or(Ok(()), Err)
}

/// The icon of the window where the system asks the window for one and not the desktop entry. It is a small one: the size
/// that lists of windows draw, and what is left of it when the window opens is kept as long as the window is.
fn icon() -> IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../packaging/icons/ironstride-128.png"))
        .unwrap_or_default()
}

/// What could not be saved when the window closed.
type Lost = Arc<Mutex<Option<String>>>;

/// The program in the native window.
struct Native {
    app: App,
    lost: Lost,
}

impl eframe::App for Native {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        self.app.ui(ui);
    }

    fn raw_input_hook(&mut self, _ctx: &egui::Context, raw_input: &mut egui::RawInput) {
        rehearsal::limit_textures(raw_input);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        theme::clear_color(visuals).to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let lost = self.app.close();
        *self.lost.lock().unwrap_or_else(PoisonError::into_inner) = lost;
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
