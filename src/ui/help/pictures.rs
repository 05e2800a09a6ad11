//! The pictures of the guide: embedded, and given to the screen when a chapter shows them first.

use std::collections::HashMap;
use std::io::Cursor;

use egui::{
    ColorImage, CornerRadius, Role, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::ui::theme::{Palette, Weight, text};

/// A picture in both themes.
pub(super) struct Picture {
    /// What the chapters call it.
    pub(super) file: &'static str,
    /// Its bytes as it looks in the light theme, and in the dark one.
    pub(super) bytes: [&'static [u8]; 2],
}

/// Each picture by the name that the chapters give it.
pub(super) const PICTURES: &[Picture] = &[
    Picture {
        file: "pictures/window.png",
        bytes: [
            include_bytes!("../../../docs/guide/pictures/window.png"),
            include_bytes!("../../../docs/guide/pictures/window-dark.png"),
        ],
    },
    Picture {
        file: "pictures/drag.png",
        bytes: [
            include_bytes!("../../../docs/guide/pictures/drag.png"),
            include_bytes!("../../../docs/guide/pictures/drag-dark.png"),
        ],
    },
    Picture {
        file: "pictures/exercise.png",
        bytes: [
            include_bytes!("../../../docs/guide/pictures/exercise.png"),
            include_bytes!("../../../docs/guide/pictures/exercise-dark.png"),
        ],
    },
    Picture {
        file: "pictures/findings.png",
        bytes: [
            include_bytes!("../../../docs/guide/pictures/findings.png"),
            include_bytes!("../../../docs/guide/pictures/findings-dark.png"),
        ],
    },
    Picture {
        file: "pictures/charts.png",
        bytes: [
            include_bytes!("../../../docs/guide/pictures/charts.png"),
            include_bytes!("../../../docs/guide/pictures/charts-dark.png"),
        ],
    },
    Picture {
        file: "pictures/print.png",
        bytes: [
            include_bytes!("../../../docs/guide/pictures/print.png"),
            include_bytes!("../../../docs/guide/pictures/print-dark.png"),
        ],
    },
    Picture {
        file: "pictures/bring-in.png",
        bytes: [
            include_bytes!("../../../docs/guide/pictures/bring-in.png"),
            include_bytes!("../../../docs/guide/pictures/bring-in-dark.png"),
        ],
    },
    Picture {
        file: "pictures/bring-in-history.png",
        bytes: [
            include_bytes!("../../../docs/guide/pictures/bring-in-history.png"),
            include_bytes!("../../../docs/guide/pictures/bring-in-history-dark.png"),
        ],
    },
];

/// The pictures that were shown so far.
#[derive(Default)]
pub(super) struct Pictures {
    loaded: HashMap<(String, bool), Option<TextureHandle>>,
}

impl Pictures {
    /// Draws a picture as wide as it is or as there is room, with what it shows below.
    pub(super) fn picture_ui(&mut self, ui: &mut Ui, palette: &Palette, file: &str, shows: &str) {
        let dark = palette.dark;
        let key = (file.to_owned(), dark);
        let texture = self.loaded.entry(key).or_insert_with(|| {
            let image = image(file, dark)?;
            Some(ui.ctx().load_texture(file, image, TextureOptions::LINEAR))
        });
        if let Some(texture) = texture {
            let size = texture.size_vec2();
            let width = ui.available_width().min(size.x);
            let size = vec2(width, width * size.y / size.x.max(1.0));
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let whole = egui::Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            ui.painter()
                .image(texture.id(), rect, whole, egui::Color32::WHITE);
            let line = Stroke::new(1.0, palette.hairline);
            ui.painter()
                .rect_stroke(rect, CornerRadius::same(2), line, StrokeKind::Outside);
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, shows));
        }
        let shows = text(shows, 11.0, Weight::Regular).color(palette.text_soft);
        ui.add(egui::Label::new(shows).wrap());
        ui.add_space(8.0);
    }
}

/// A picture of a theme as its points; `None` for one that is not there or is damaged.
pub(super) fn image(file: &str, dark: bool) -> Option<ColorImage> {
    let picture = PICTURES.iter().find(|picture| picture.file == file)?;
    let bytes = picture.bytes[usize::from(dark)];
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut buffer = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut buffer).ok()?;
    let bytes = buffer.get(..frame.buffer_size())?;
    let size = [frame.width as usize, frame.height as usize];
    let right = |channels: usize| bytes.len() == size[0] * size[1] * channels;
    match frame.color_type {
        png::ColorType::Rgb if right(3) => Some(ColorImage::from_rgb(size, bytes)),
        png::ColorType::Rgba if right(4) => Some(ColorImage::from_rgba_unmultiplied(size, bytes)),
        png::ColorType::Grayscale if right(1) => Some(ColorImage::from_gray(size, bytes)),
        _ => None,
    }
}
