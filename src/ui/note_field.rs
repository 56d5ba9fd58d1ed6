//! What the runner writes of a session: a few lines, kept when she leaves them.

use super::element::{Act, El, Live, el, value_of};
use crate::domain::log::MAX_NOTE;

/// A field for a note. `id` is unique on the page.
#[must_use]
pub fn note_field(id: &str, note: Live<String>, on_note: Act<String>) -> El {
    let area = el("textarea")
        .id(id)
        .class("input")
        .attr("rows", "2")
        .attr("dir", "auto")
        .attr("maxlength", &MAX_NOTE.to_string())
        .prop_live("value", move || note())
        .on("change", move |event| on_note(value_of(&event)));
    el("div").class("field").child(el("label").attr("for", id).text("A note")).child(area)
}
