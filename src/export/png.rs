//! The pages as pixels: for a phone, and for the preview inside the program.

use typst_render::RenderOptions;

use super::engine::{Template, compile, paged};
use super::{ExportError, Print};

/// The scales that make sense: from a thumbnail to print, in pixels a point.
const SCALES: std::ops::RangeInclusive<f32> = 0.1..=8.0;
/// The most pixels of all pages together; a larger scale is brought down to it.
const MOST_PIXELS: f64 = 100e6;
/// Pixels between two pages, for each pixel a point.
const GAP: f32 = 6.0;

/// One page as pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageImage {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green, blue and an alpha of 255 for each pixel, row by row.
    pub rgba: Vec<u8>,
}

/// Pages that are laid out, to be drawn one by one.
pub struct Pages {
    /// Width and height of each, in points.
    sizes: Vec<[f32; 2]>,
    draw: Box<dyn Fn(usize, f32) -> Option<PageImage> + Send + Sync>,
}

impl Pages {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.sizes.len()
    }

    /// Width and height of each, in points.
    pub fn sizes(&self) -> &[[f32; 2]] {
        &self.sizes
    }

    /// One of them at `scale` pixels a point; 2 suits a screen.
    pub fn draw(&self, page: usize, scale: f32) -> Option<PageImage> {
        let [width, height] = self.sizes.get(page)?;
        (self.draw)(page, allowed_scale(scale, f64::from(width * height)))
    }
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pages")
            .field("sizes", &self.sizes)
            .finish_non_exhaustive()
    }
}

/// Lays a document out, to be drawn page by page.
///
/// # Errors
///
/// [`ExportError`] when the pages cannot be laid out; no text in the document is a reason for it.
pub fn pages(print: &Print) -> Result<Pages, ExportError> {
    let document = paged(print.compile()?, typst_pdf::pdf);
    let sizes = document.pages().iter().map(|page| {
        let size = page.frame.size();
        [size.x.to_pt() as f32, size.y.to_pt() as f32]
    });
    Ok(Pages {
        sizes: sizes.collect(),
        draw: Box::new(move |page, scale| {
            let options = RenderOptions {
                pixel_per_pt: f64::from(scale).into(),
                ..RenderOptions::default()
            };
            let pixmap = typst_render::render(document.pages().get(page)?, &options);
            Some(PageImage {
                width: pixmap.width(),
                height: pixmap.height(),
                rgba: pixmap.take(),
            })
        }),
    })
}

/// A document as one PNG, its pages under one another, at `scale` pixels a point.
///
/// # Errors
///
/// [`ExportError`] when the pages cannot be laid out or the picture cannot be written.
pub fn png(print: &Print, scale: f32) -> Result<Vec<u8>, ExportError> {
    let pages = pages(print)?;
    let points: f64 = pages
        .sizes
        .iter()
        .map(|[width, height]| f64::from(width * height))
        .sum();
    let scale = allowed_scale(scale, points);
    let images = (0..pages.count()).filter_map(|page| pages.draw(page, scale));
    let pages: Vec<PageImage> = images.collect();
    let gap = (GAP * allowed_scale(scale, 0.0)).round() as usize;
    encode(&stacked(&pages, gap)).map_err(|error| ExportError::Picture(error.to_string()))
}

/// A drawing of `size` points as a PNG, at `scale` pixels a point. Its letters are those of the pages.
///
/// # Errors
///
/// [`ExportError`] when the drawing is no SVG or the picture cannot be written.
pub fn svg_png(svg: &str, size: [f32; 2], scale: f32) -> Result<Vec<u8>, ExportError> {
    #[derive(serde::Serialize)]
    struct Paper {
        width: f32,
        height: f32,
    }
    let [width, height] = size;
    let paper = Paper { width, height };
    let document = compile(Template::Drawing, &paper, &[svg.to_owned()], None)?;
    let document = paged(document, typst_pdf::pdf);
    let options = RenderOptions {
        pixel_per_pt: f64::from(allowed_scale(scale, f64::from(width * height))).into(),
        ..RenderOptions::default()
    };
    let page = document.pages().first();
    let page = page.ok_or_else(|| ExportError::Picture("there is no page".to_owned()))?;
    let pixmap = typst_render::render(page, &options);
    let image = PageImage {
        width: pixmap.width(),
        height: pixmap.height(),
        rgba: pixmap.take(),
    };
    encode(&image).map_err(|error| ExportError::Picture(error.to_string()))
}

/// A logo alone as a small PNG at `scale` pixels a point, transparent where the logo is.
///
/// # Errors
///
/// [`ExportError`] when the logo is no picture that can be drawn.
pub(super) fn logo_png(logo: &[u8], scale: f32) -> Result<Vec<u8>, ExportError> {
    let document = paged(
        compile(Template::Logo, &(), &[], Some(logo))?,
        typst_pdf::pdf,
    );
    let page = document.pages().first();
    let page = page.ok_or_else(|| ExportError::Picture("there is no page".to_owned()))?;
    let size = page.frame.size();
    let points = size.x.to_pt() * size.y.to_pt();
    let options = RenderOptions {
        pixel_per_pt: f64::from(allowed_scale(scale, points)).into(),
        ..RenderOptions::default()
    };
    let pixmap = typst_render::render(page, &options);
    let (width, height) = (pixmap.width(), pixmap.height());
    let mut rgba = pixmap.take();
    // The renderer has multiplied the colours by their alpha; a PNG keeps them as they are.
    for pixel in rgba.chunks_exact_mut(4) {
        if let [red, green, blue, alpha] = pixel
            && *alpha > 0
        {
            let alpha = u32::from(*alpha);
            for colour in [red, green, blue] {
                let whole = (u32::from(*colour) * 255 + alpha / 2) / alpha;
                *colour = whole.min(255) as u8;
            }
        }
    }
    let image = PageImage {
        width,
        height,
        rgba,
    };
    encode(&image).map_err(|error| ExportError::Picture(error.to_string()))
}

fn allowed_scale(scale: f32, points: f64) -> f32 {
    let scale = if scale.is_finite() {
        scale.clamp(*SCALES.start(), *SCALES.end())
    } else {
        1.0
    };
    let most = (MOST_PIXELS / points.max(1.0)).sqrt() as f32;
    scale.min(most)
}

/// The pages under one another with a grey gap between them. They are equally wide.
fn stacked(pages: &[PageImage], gap: usize) -> PageImage {
    let width = pages.iter().map(|page| page.width).max().unwrap_or(0);
    let row = width as usize * 4;
    let mut rgba = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        if index > 0 {
            rgba.extend([0xC9, 0xD0, 0xD9, 0xFF].repeat(width as usize * gap));
        }
        rgba.extend(&page.rgba);
    }
    let height = rgba.len().checked_div(row).unwrap_or(0) as u32;
    PageImage {
        width,
        height,
        rgba,
    }
}

fn encode(image: &PageImage) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, image.width, image.height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&image.rgba)?;
    writer.finish()?;
    Ok(bytes)
}
