//! The instructions of the present or next set, in a dialog: the rows of the player stay where they are.

use super::ShownSession;
use crate::domain::session::Step;
use crate::state::{close_dialog, open_dialog};
use crate::text::{common, player};
use crate::ui::{El, Icon, button as new_button, el, icon};
use leptos::prelude::With;

const ID: &str = "how-to";

/// The button that opens them; the clock goes on.
pub(super) fn button() -> El {
    new_button("button quiet player-how").text(player::how_to()).on_click(|| open_dialog(ID))
}

/// The dialog. It follows the present set.
pub(super) fn dialog(shown: ShownSession) -> El {
    let name = move || shown.step.with(|step| step.name().to_owned());
    let close = new_button("button quiet icon").attr("aria-label", common::close());
    let close = close.child(icon(Icon::Close)).on_click(|| close_dialog(ID));
    let head = el("header").class("dialog-head").child(el("h2").id("how-to-title").text_live(name)).child(close);
    let words = el("div").class("stack tight").live(move || shown.step.with(instructions));
    el("dialog").id(ID).class("change").attr("aria-labelledby", "how-to-title").child(head).child(words)
}

fn instructions(step: &Step) -> Vec<El> {
    let Some(variation) = step.variation() else { return Vec::new() };
    let lines = variation.start.iter().chain(variation.steps).map(|line| el("li").text(line));
    vec![el("ol").children(lines), el("p").text(variation.breathing), el("p").text(variation.note)]
}
