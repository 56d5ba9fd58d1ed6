//! Effort of a session, in one tap; a second tap clears it.

use super::element::{Act, El, Live, button, el};
use crate::domain::log::Effort;
use crate::text::{common, log};

/// Easy, Right, Hard; the chosen one is pressed.
#[must_use]
pub fn effort_choice(chosen: &Live<Option<Effort>>, on_choose: &Act<Effort>) -> El {
    let one = |effort: &Effort| {
        let (effort, chosen, on_choose) = (*effort, chosen.clone(), on_choose.clone());
        let pressed = move || Some((chosen() == Some(effort)).to_string());
        button("button")
            .attr_live("aria-pressed", pressed)
            .text(log::effort(effort))
            .on_click(move || on_choose(effort))
    };
    el("div")
        .class("effort-choice")
        .attr("role", "group")
        .attr("aria-label", common::how_felt())
        .children(Effort::ALL.iter().map(one))
}
