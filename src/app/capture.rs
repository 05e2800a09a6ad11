//! Runs that end by themselves: a picture of the window, or the time of its first frame.

use std::io::{BufWriter, Write};
use std::path::Path;

use egui::{ColorImage, Context, ViewportCommand};

use super::run_mode::RunMode;
use super::shell::App;

/// Frames that are drawn before a picture is taken: fonts, sizes of panels and scroll bars settle.
const SETTLED: u32 = 8;

impl App {
    /// Tells how long the first frame took, where that is what the program was started for. Called when a frame begins: the
    /// second one does when the first stands on the screen.
    pub(super) fn tell_first_frame(&mut self, ctx: &Context) {
        if let RunMode::FirstFrame(start) = self.capture.purpose
            && self.capture.frames == 1
        {
            let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
            let _ = writeln!(std::io::stdout(), "{milliseconds:.1}");
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Goes on with a run that ends by itself.
    pub(super) fn capture_ui(&mut self, ctx: &Context) {
        self.capture.frames += 1;
        match self.capture.purpose.clone() {
            RunMode::Use => {}
            RunMode::FirstFrame(_) => ctx.request_repaint(),
            RunMode::Screenshot(path) => self.screenshot(ctx, &path),
        }
    }

    fn screenshot(&mut self, ctx: &Context, path: &Path) {
        ctx.request_repaint();
        if self.capture.frames >= SETTLED && !self.capture.asked {
            self.capture.asked = true;
            let (path, window) = (path.to_owned(), ctx.clone());
            ctx.request_screenshot(move |image| {
                if let Err(error) = write_png(&image, &path) {
                    let _ = writeln!(std::io::stderr(), "{}: {error}", path.display());
                }
                window.send_viewport_cmd(ViewportCommand::Close);
            });
        }
    }
}

fn write_png(image: &ColorImage, path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let file = BufWriter::new(std::fs::File::create(path)?);
    let [width, height] = image.size;
    let mut encoder = png::Encoder::new(file, width as u32, height as u32);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let bytes: Vec<u8> = image
        .pixels
        .iter()
        .flat_map(egui::Color32::to_array)
        .collect();
    encoder.write_header()?.write_image_data(&bytes)?;
    Ok(())
}
