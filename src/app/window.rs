//! The native window.

use eframe::{Frame, NativeOptions};
use egui::{Ui, ViewportBuilder};

use super::purpose::Purpose;
use super::shell::App;
use super::startup::{self, StartOptions};

/// Opens the window and returns when it is closed.
///
/// # Errors
///
/// A sentence when the system offers no screen to draw on.
pub fn run(options: StartOptions, purpose: Purpose) -> Result<(), String> {
    // Reading goes on while the system makes the window.
    let loading = std::thread::spawn(move || startup::load(&options));
    let native = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Ironstride")
            .with_app_id("ironstride")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([960.0, 600.0]),
        ..NativeOptions::default()
    };
    let created = eframe::run_native(
        "Ironstride",
        native,
        Box::new(move |context| {
            let loaded = loading.join().map_err(|_| "reading the workspace failed")?;
            Ok(Box::new(App::new(&context.egui_ctx, loaded, purpose)))
        }),
    );
    created.map_err(|error| {
        format!("No window can be opened here: {error}. On a machine without a display, use `ironstride check` or `ironstride export`.")
    })
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        App::ui(self, ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.close();
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
