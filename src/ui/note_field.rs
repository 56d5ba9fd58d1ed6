//! The runner's note on a session: a few lines, kept while they are typed.

use super::element::{Act, El, Live, el};
use super::typed::text_field;
use crate::domain::log::MAX_NOTE;
use crate::text::parts;

/// A field for a note. `id` is unique on the page.
#[must_use]
pub fn note_field(id: &str, note: Live<String>, on_note: Act<String>) -> El {
    let area = el("textarea").class("input").attr("rows", "2");
    el("div")
        .class("field")
        .child(el("label").attr("for", id).text(parts::note()))
        .children(text_field(area, id, MAX_NOTE, note, on_note))
}
