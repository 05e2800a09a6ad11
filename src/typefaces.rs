//! Fonts that ship with the program and serve the screen as well as paper.

/// Writings and signs that Inter lacks: Hebrew, Arabic, Armenian, Georgian, symbols.
pub const FALLBACK: &[u8] = include_bytes!("../assets/fonts/DejaVuSansFallback.ttf");

/// Emoji in one colour.
pub const EMOJI: &[u8] = include_bytes!("../assets/fonts/NotoEmoji-Regular.ttf");
