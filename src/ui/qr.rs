//! A QR code on the page: dark on white in every theme, because many readers know no other.

use super::element::{El, el, svg};
use crate::domain::qr::QrDrawing;

/// The code of `text`, which `words` describe; nothing if the text is too long for one.
#[must_use]
pub fn qr_code(text: &str, words: &str) -> Option<El> {
    let QrDrawing { side, path } = QrDrawing::of(text)?;
    let side = side.to_string();
    let picture = svg("svg")
        .attr("viewBox", &["0 0 ", &side, " ", &side].concat())
        .attr("role", "img")
        .attr("aria-label", words)
        .attr("shape-rendering", "crispEdges")
        .child(svg("path").attr("d", &path));
    Some(el("div").class("qr").attr("data-qr", "").child(picture))
}
