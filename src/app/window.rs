//! The native window.

use std::sync::{Arc, Mutex, PoisonError};

use eframe::{Frame, NativeOptions};
use egui::{Ui, ViewportBuilder};

use super::purpose::Purpose;
#[cfg(unix)]
use super::rescue;
use super::shell::App;
use super::startup::{self, StartOptions};

/// The least size of the window, in points: half a laptop's screen.
const LEAST_WINDOW: [f32; 2] = [800.0, 500.0];

/// Opens the window and returns when it is closed.
///
/// # Errors
///
/// A sentence when the system offers no screen to draw on, or when something could not be saved at the end.
pub fn run(options: StartOptions, purpose: Purpose) -> Result<(), String> {
    // Reading goes on while the system makes the window.
    let loading = std::thread::spawn(move || startup::load(&options));
    let native = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Ironstride")
            .with_app_id("ironstride")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size(LEAST_WINDOW),
        ..NativeOptions::default()
    };
    let lost: Lost = Arc::default();
    let shared = lost.clone();
    let created = eframe::run_native(
        "Ironstride",
        native,
        Box::new(move |context| {
            let loaded = loading.join().map_err(|_| "reading the workspace failed")?;
            #[cfg(unix)]
            rescue::close_when_ordered(&context.egui_ctx);
            Ok(Box::new(Native {
                app: App::new(&context.egui_ctx, loaded, purpose),
                lost: shared,
            }))
        }),
    );
    created.map_err(|error| {
        format!("No window can be opened here: {error}. On a machine without a display, use `ironstride check` or `ironstride export`.")
    })?;
    let lost = lost.lock().unwrap_or_else(PoisonError::into_inner).take();
    lost.map_or(Ok(()), Err)
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

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        // At a zoom whose points are no whole pixels it shines through between two panels, where the hairline is.
        let hairline = visuals.widgets.noninteractive.bg_stroke.color;
        hairline.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let lost = self.app.close();
        *self.lost.lock().unwrap_or_else(PoisonError::into_inner) = lost;
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
