//! The coach's logo at the head of the page: a small picture of it within the markup.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::export::Logo;
use crate::export::png::logo_png;

/// Pixels a point of the picture: as fine as the finest screens.
const SCALE: f32 = 3.0;

/// The logo as markup, with the picture in it; empty where there is none.
pub(super) fn logo_markup(logo: Option<&Logo>) -> String {
    logo.and_then(picture).map_or_else(String::new, |png| {
        let data = STANDARD.encode(png);
        format!("<img id=\"logo\" alt=\"\" src=\"data:image/png;base64,{data}\">\n")
    })
}

/// A small picture of the logo, whatever it was made as; `None` where it cannot be drawn.
fn picture(logo: &Logo) -> Option<Vec<u8>> {
    logo_png(logo.bytes(), SCALE).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::test_support::plain_png;

    /// Width, height and the pixels of a PNG.
    fn decoded(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
        let decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        (info.width, info.height, pixels)
    }

    #[test]
    fn a_logo_of_any_shape_becomes_a_small_picture_of_that_shape() {
        for (width, height, wide, high) in [
            (1, 1, 90, 90),
            (400, 100, 360, 90),
            (3000, 3, 390, 1),
            (3, 3000, 1, 90),
        ] {
            let logo = Logo::read(plain_png(width, height, [10, 90, 80, 255])).unwrap();
            let (shown, tall, _) = decoded(&picture(&logo).unwrap());
            let near = |one: u32, other: u32| one.abs_diff(other) <= 1;
            assert!(
                near(shown, wide) && near(tall, high),
                "{width} × {height} becomes {shown} × {tall}"
            );
        }
    }

    #[test]
    fn what_is_transparent_stays_so_and_colours_keep_their_strength() {
        let logo = Logo::read(plain_png(40, 40, [200, 40, 20, 128])).unwrap();
        let (width, height, pixels) = decoded(&picture(&logo).unwrap());
        let middle = ((height / 2 * width + width / 2) * 4) as usize;
        let [red, green, blue, alpha] = pixels[middle..middle + 4] else {
            panic!("a pixel");
        };
        assert!(alpha.abs_diff(128) <= 2, "{alpha}");
        assert!(red.abs_diff(200) <= 3 && green.abs_diff(40) <= 3 && blue.abs_diff(20) <= 3);
        let clear = Logo::read(plain_png(40, 40, [0; 4])).unwrap();
        let (.., pixels) = decoded(&picture(&clear).unwrap());
        assert!(pixels.chunks(4).all(|pixel| pixel[3] == 0));
    }
}
