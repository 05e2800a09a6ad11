//! Draws the shapes of a frame into a picture, without a graphics card: triangles with colours and textures.
//!
//! A thread of its own paints and writes while the walk goes on, and keeps the textures. What comes out is what the
//! window shows: the same triangles, blended as its shader blends them (colours are multiplied in gamma space).

use std::collections::HashMap;
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

use egui::epaint::{ClippedPrimitive, ImageData, Mesh, Primitive, Vertex};
use egui::{Color32, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;

/// What the thread is told.
enum Order {
    /// Nothing comes after this.
    End,
    Textures(TexturesDelta),
    Paint {
        primitives: Vec<ClippedPrimitive>,
        size: [usize; 2],
        scale: f32,
        to: PathBuf,
    },
}

/// Takes pictures of a window; kept by whoever asks for them.
pub(super) struct Painter {
    orders: Sender<Order>,
    thread: Option<JoinHandle<()>>,
}

/// Hands the textures of a window over to its painter.
pub(super) struct Textures(Sender<Order>);

impl TestRenderer for Textures {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let _ = self.0.send(Order::Textures(std::mem::take(delta)));
    }
}

impl Painter {
    pub(super) fn new() -> Self {
        let (orders, received) = mpsc::channel();
        let thread = std::thread::spawn(move || work(&received));
        Self {
            orders,
            thread: Some(thread),
        }
    }

    /// What the window that is painted is given, so that its textures are known.
    pub(super) fn textures(&self) -> Textures {
        Textures(self.orders.clone())
    }

    /// Paints the last frame of a window into a PNG. The size is that of the window, in points.
    pub(super) fn paint(&self, ctx: &egui::Context, output: &egui::FullOutput, to: PathBuf) {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let primitives = ctx.tessellate(output.shapes.clone(), scale);
        let size = [size.x.round() as usize, size.y.round() as usize];
        let _ = self.orders.send(Order::Paint {
            primitives,
            size,
            scale,
            to,
        });
    }
}

impl Drop for Painter {
    /// Waits until everything is painted.
    fn drop(&mut self) {
        let _ = self.orders.send(Order::End);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A texture as a grid of premultiplied colours.
struct Texture {
    size: [usize; 2],
    pixels: Vec<[u8; 4]>,
}

fn work(orders: &Receiver<Order>) {
    let mut textures: HashMap<TextureId, Texture> = HashMap::new();
    while let Ok(order) = orders.recv() {
        match order {
            Order::End => break,
            Order::Textures(mut delta) => {
                for (id, images) in delta.set.drain() {
                    for image in images {
                        take_in(&mut textures, id, &image.image, image.pos);
                    }
                }
                for id in delta.free.drain() {
                    textures.remove(&id);
                }
            }
            Order::Paint {
                primitives,
                size,
                scale,
                to,
            } => {
                let mut canvas = Canvas::new(size, scale);
                for primitive in &primitives {
                    if let Primitive::Mesh(mesh) = &primitive.primitive
                        && let Some(texture) = textures.get(&mesh.texture_id)
                    {
                        canvas.mesh(mesh, primitive.clip_rect, texture);
                    }
                }
                canvas.write(&to);
            }
        }
    }
}

fn take_in(
    textures: &mut HashMap<TextureId, Texture>,
    id: TextureId,
    image: &ImageData,
    at: Option<[usize; 2]>,
) {
    let ImageData::Color(image) = image;
    let pixels = image.pixels.iter().map(Color32::to_array);
    let Some([left, top]) = at else {
        let pixels = pixels.collect();
        let size = image.size;
        textures.insert(id, Texture { size, pixels });
        return;
    };
    let Some(texture) = textures.get_mut(&id) else {
        return;
    };
    for (place, pixel) in pixels.enumerate() {
        let (x, y) = (left + place % image.size[0], top + place / image.size[0]);
        texture.pixels[y * texture.size[0] + x] = pixel;
    }
}

/// A picture being painted.
struct Canvas {
    size: [usize; 2],
    scale: f32,
    pixels: Vec<[u8; 4]>,
}

impl Canvas {
    fn new(size: [usize; 2], scale: f32) -> Self {
        Self {
            size,
            scale,
            pixels: vec![[0, 0, 0, 255]; size[0] * size[1]],
        }
    }

    fn mesh(&mut self, mesh: &Mesh, clip: Rect, texture: &Texture) {
        let clip = clip * self.scale;
        let within = |value: f32, most: usize| value.round().clamp(0.0, most as f32) as usize;
        let columns = [
            within(clip.left(), self.size[0]),
            within(clip.right(), self.size[0]),
        ];
        let rows = [
            within(clip.top(), self.size[1]),
            within(clip.bottom(), self.size[1]),
        ];
        for corners in mesh.indices.chunks_exact(3) {
            let mut corner = [0, 1, 2].map(|at| mesh.vertices[corners[at] as usize]);
            for vertex in &mut corner {
                vertex.pos = (vertex.pos.to_vec2() * self.scale).to_pos2();
            }
            self.triangle(&corner, columns, rows, texture);
        }
    }

    /// Paints every pixel whose middle lies in the triangle.
    fn triangle(
        &mut self,
        corners: &[Vertex; 3],
        columns: [usize; 2],
        rows: [usize; 2],
        texture: &Texture,
    ) {
        let [a, b, c] = corners.map(|corner| corner.pos);
        let area = (b - a).rot90().dot(c - a);
        if area == 0.0 {
            return;
        }
        let top = a.y.min(b.y).min(c.y);
        let bottom = a.y.max(b.y).max(c.y);
        let flat = corners
            .iter()
            .all(|corner| corner.color == corners[0].color && corner.uv == corners[0].uv);
        let one =
            flat.then(|| texture.tinted(corners[0].uv, corners[0].color.to_array().map(f32::from)));
        let first = (top - 0.5).ceil().max(rows[0] as f32) as usize;
        let end = ((bottom - 0.5).ceil().max(0.0) as usize).min(rows[1]);
        for row in first..end {
            let y = row as f32 + 0.5;
            let Some((left, right)) = span([a, b, c], y) else {
                continue;
            };
            let from = ((left - 0.5).ceil().max(0.0) as usize).max(columns[0]);
            let to = ((right - 0.5).ceil().max(0.0) as usize).min(columns[1]);
            for column in from..to {
                let source = one.unwrap_or_else(|| {
                    let at = Pos2::new(column as f32 + 0.5, y);
                    let weights = [
                        (c - b).rot90().dot(at - b) / area,
                        (a - c).rot90().dot(at - c) / area,
                        (b - a).rot90().dot(at - a) / area,
                    ];
                    let mut uv = egui::Vec2::ZERO;
                    let mut color = [0.0_f32; 4];
                    for (corner, weight) in corners.iter().zip(weights) {
                        uv += corner.uv.to_vec2() * weight;
                        for (sum, part) in color.iter_mut().zip(corner.color.to_array()) {
                            *sum += f32::from(part) * weight;
                        }
                    }
                    texture.tinted(uv.to_pos2(), color)
                });
                let pixel = &mut self.pixels[row * self.size[0] + column];
                *pixel = over(source, *pixel);
            }
        }
    }

    fn write(&self, to: &Path) {
        let file = BufWriter::new(File::create(to).unwrap());
        let mut encoder = png::Encoder::new(file, self.size[0] as u32, self.size[1] as u32);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(self.pixels.as_flattened()).unwrap();
    }
}

/// Where a row crosses a triangle, from its left to its right edge.
fn span(corners: [Pos2; 3], y: f32) -> Option<(f32, f32)> {
    let (mut left, mut right) = (f32::INFINITY, f32::NEG_INFINITY);
    for (one, other) in [(0, 1), (1, 2), (2, 0)] {
        let (mut from, mut to) = (corners[one], corners[other]);
        // Two triangles that share an edge reckon it alike.
        if (from.y, from.x) > (to.y, to.x) {
            std::mem::swap(&mut from, &mut to);
        }
        if from.y <= y && y < to.y {
            let x = from.x + (to.x - from.x) * ((y - from.y) / (to.y - from.y));
            left = left.min(x);
            right = right.max(x);
        }
    }
    (left < right).then_some((left, right))
}

impl Texture {
    /// A colour at a place, between its four neighbours, times another.
    fn tinted(&self, uv: Pos2, by: [f32; 4]) -> [u8; 4] {
        let x = (uv.x * self.size[0] as f32 - 0.5).clamp(0.0, (self.size[0] - 1) as f32);
        let y = (uv.y * self.size[1] as f32 - 0.5).clamp(0.0, (self.size[1] - 1) as f32);
        let (left, top) = (x.floor() as usize, y.floor() as usize);
        let right = (left + 1).min(self.size[0] - 1);
        let below = (top + 1).min(self.size[1] - 1);
        let (along, down) = (x - left as f32, y - top as f32);
        let at = |x: usize, y: usize| self.pixels[y * self.size[0] + x];
        let near = [
            at(left, top),
            at(right, top),
            at(left, below),
            at(right, below),
        ];
        let shares = [
            (1.0 - along) * (1.0 - down),
            along * (1.0 - down),
            (1.0 - along) * down,
            along * down,
        ];
        let mut color = [0; 4];
        for (channel, result) in color.iter_mut().enumerate() {
            let mixed: f32 = near
                .iter()
                .zip(shares)
                .map(|(pixel, share)| f32::from(pixel[channel]) * share)
                .sum();
            *result = (mixed * by[channel] / 255.0).round() as u8;
        }
        color
    }
}

/// Lays a premultiplied colour over another.
fn over(source: [u8; 4], below: [u8; 4]) -> [u8; 4] {
    if source[3] == 255 {
        return source;
    }
    let left = 255 - u32::from(source[3]);
    let mut result = [255; 4];
    for channel in 0..3 {
        let sum = u32::from(source[channel]) + (u32::from(below[channel]) * left + 127) / 255;
        result[channel] = sum.min(255) as u8;
    }
    result
}
