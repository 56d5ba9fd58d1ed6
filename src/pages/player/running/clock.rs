//! The phase as a word and an icon, the digits, and the progress of the clock.

use super::ShownSession;
use crate::domain::session::{PhaseKind, SessionView, Step};
use crate::domain::units::Seconds;
use crate::text::{log::watch_words, player, session, units};
use crate::ui::{El, Icon, el, icon_live, phase_icon};
use leptos::prelude::With;

/// The phase as a word and an icon, and the digits.
pub(super) fn clock(shown: ShownSession) -> El {
    let word = move || if shown.paused() { player::paused() } else { session::phase(shown.kind()) }.to_owned();
    let sign = move || if shown.paused() { Icon::Pause } else { phase_icon(shown.kind()) };
    let phase = el("p").class("player-phase").child(icon_live(sign)).child(el("span").id("phase").text_live(word));
    let digits = el("p")
        .class("player-digits")
        .attr("translate", "no")
        .attr("role", "timer")
        .attr("aria-live", "off")
        .attr_live("data-long", move || shown.view.with(|view| (view.digits > 99).then(String::new)))
        .text_live(move || shown.view.with(|view| view.digits.to_string()));
    let unit =
        el("p").class("player-unit").text_live(move || shown.step.with(|step| unit_words(shown.kind(), step))).child(
            el("span")
                .class("player-sofar numbers")
                .attr("translate", "no")
                .text_live(move || shown.view.with(so_far_words)),
        );
    let run = el("progress")
        .class("player-run")
        .attr("max", "1000")
        .attr("aria-hidden", "true")
        .attr_live("value", move || shown.view.with(|view| Some(view.permille.to_string())));
    let clock = el("section").class("player-clock").attr("aria-label", player::clock());
    clock.child(phase).child(digits).child(unit).child(run)
}

/// Time that has passed unseen, in words.
pub(super) fn while_away(shown: ShownSession) -> El {
    let waited = move || shown.view.with(|view| (view.kind == PhaseKind::Wait).then(|| view.elapsed.to_string()));
    el("p")
        .class("player-truth")
        .attr_live("data-waited", waited)
        .text_live(move || shown.while_away().unwrap_or_default())
}

fn unit_words(kind: PhaseKind, step: &Step) -> String {
    match kind {
        PhaseKind::Reps | PhaseKind::Wait => units::word(step.target.get().into(), step.measure).to_owned(),
        PhaseKind::Finished => player::unit_sets().to_owned(),
        _ => player::unit_seconds().to_owned(),
    }
}

/// "1:05 so far", if no clock ends the set.
fn so_far_words(view: &SessionView) -> String {
    match view.kind {
        PhaseKind::Reps => player::so_far(&watch_words(Seconds(view.elapsed))),
        _ => String::new(),
    }
}
