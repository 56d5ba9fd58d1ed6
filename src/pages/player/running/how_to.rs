//! The instructions of the present or next set, in a dialog: the rows of the player stay where they are.

use super::ShownSession;
use crate::domain::catalogue::is_own;
use crate::domain::session::Step;
use crate::state::open_dialog;
use crate::text::player;
use crate::ui::{El, button as new_button, el, note};
use leptos::prelude::With;

const ID: &str = "how-to";

/// The button that opens them; the clock goes on.
pub(super) fn button() -> El {
    new_button("button quiet player-how").text(player::how_to()).on_click(|| open_dialog(ID))
}

/// The dialog. It follows the present set.
pub(super) fn dialog(shown: ShownSession) -> El {
    let name = move || shown.step.with(|step| step.name().to_owned());
    let notes = move || shown.step.with(|step| notes(shown, step));
    let words = el("div").class("stack tight").live(notes).live(move || shown.step.with(instructions));
    super::dialog(shown, ID, "change", name).child(words)
}

/// The notes of the routine on the set and its part, as the routine is now.
fn notes(shown: ShownSession, step: &Step) -> Vec<El> {
    let from = shown.app.player.session.with(|session| session.as_ref().map(|session| session.from().to_owned()));
    let Some(routine) = from.and_then(|from| shown.app.routine(&from)) else { return Vec::new() };
    routine.notes_on(&step.exercise, step.place.kind).into_iter().filter_map(note).collect()
}

fn instructions(step: &Step) -> Vec<El> {
    let Some(variation) = step.variation() else { return Vec::new() };
    if is_own(&step.exercise) {
        let cues = variation.cues.iter().map(|cue| el("li").text(cue.text));
        return vec![el("ol").children(cues)];
    }
    let lines = variation.start.iter().chain(variation.steps).map(|line| el("li").text(line));
    vec![el("ol").children(lines), el("p").text(variation.breathing), el("p").text(variation.note)]
}
