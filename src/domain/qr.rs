//! A text as a QR code (ISO/IEC 18004), with the lowest error correction that its size allows: it is read from a screen or from
//! paper that nobody folds.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// The light border that readers need around a code, in modules.
pub const QUIET: i32 = 4;

/// A QR code in drawing form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrDrawing {
    /// The modules of a side, with the border on both ends.
    pub side: i32,
    /// The dark modules as the text of an SVG path, one unit a module.
    pub path: String,
}

impl QrDrawing {
    /// The code of `text`; `None` if it is longer than any code can hold (2,953 bytes).
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        // Links have small letters, so no other mode than bytes would be shorter.
        let bytes = [QrSegment::make_bytes(text.as_bytes())];
        let code =
            QrCode::encode_segments_advanced(&bytes, QrCodeEcc::Low, Version::MIN, Version::MAX, None, true).ok()?;
        Some(Self { side: code.size() + 2 * QUIET, path: path(&code) })
    }
}

/// One rectangle for each run of dark modules in a row.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run + 1;
        }
    }
    path
}
