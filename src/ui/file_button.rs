//! Button that opens a file dialog.

use super::element::{Act, El, button, el};
use super::icon::{Icon, icon};
use web_sys::Event;

/// A button with these classes and words that opens the browser's file dialog; `on_file` gets the event of the choice. The
/// field itself is hidden. Every type of file may be chosen, because the answer to a wrong one explains more than a greyed-out name.
#[must_use]
pub fn file_button(classes: &str, words: &str, on_file: Act<Event>) -> El {
    let field = el("input")
        .attr("type", "file")
        .attr("hidden", "")
        .attr("aria-label", words)
        .attr("data-file", "")
        .on("change", move |event| on_file(event));
    let pressed = field.clone();
    let button = button(classes).child(icon(Icon::Upload)).text(words).on_click(move || pressed.press());
    el("span").class("file-button").child(button).child(field)
}
