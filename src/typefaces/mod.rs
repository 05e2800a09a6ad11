//! Fonts that ship with the program and serve the screen as well as paper, and those of the computer for the writings
//! that ours lack.

mod coverage;
mod found;
mod system;

pub use coverage::{Coverage, writing_of};
pub use found::{Face, Found};
pub use system::faces_for;

/// Writings and signs that Inter lacks: Hebrew, Arabic, Armenian, Georgian, symbols.
pub const FALLBACK: &[u8] = include_bytes!("../../assets/fonts/DejaVuSansFallback.ttf");

/// Emoji in one colour.
pub const EMOJI: &[u8] = include_bytes!("../../assets/fonts/NotoEmoji-Regular.ttf");
