//! The phase as a word and an icon, the digits, and the progress of the clock.

use super::ShownSession;
use crate::domain::session::{PhaseKind, RestKind, SessionView, Step};
use crate::domain::units::Seconds;
use crate::text::{log::watch_words, player, session, units};
use crate::ui::{El, Icon, el, icon_live, phase_icon};
use leptos::prelude::{Get, With};

/// The phase as a word and an icon, and the digits.
pub(super) fn clock(shown: ShownSession) -> El {
    let word = move || match shown.rest() {
        _ if shown.paused() => player::paused(),
        Some(RestKind::Round) => player::rest_rounds(),
        _ if shown.is_time_up() => player::time_over(),
        _ if shown.step.with(Step::is_interval) && shown.kind() == PhaseKind::Hold => session::phase(PhaseKind::Reps),
        _ => session::phase(shown.kind()),
    };
    let word = move || word().to_owned();
    let sign = move || if shown.paused() { Icon::Pause } else { phase_icon(shown.kind()) };
    let phase = el("p").class("player-phase").child(icon_live(sign)).child(el("span").id("phase").text_live(word));
    let digits = el("p")
        .class("player-digits")
        .attr("translate", "no")
        .attr("role", "timer")
        .attr("aria-live", "off")
        .attr_live("data-long", move || (shown.digits() > 99).then(String::new))
        .text_live(move || shown.digits().to_string());
    let unit = el("p")
        .class("player-unit")
        .text_live(move || shown.step.with(|step| unit_words(shown, step)))
        .child(el("span").class("player-sofar numbers").attr("translate", "no").text_live(move || so_far(shown)));
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

fn unit_words(shown: ShownSession, step: &Step) -> String {
    if let Some(count) = shown.count.get() {
        return player::unit_left(units::word(count.left.into(), step.measure));
    }
    match shown.kind() {
        PhaseKind::Reps | PhaseKind::Wait => units::word(step.target.get().into(), step.measure).to_owned(),
        PhaseKind::Finished => player::unit_sets().to_owned(),
        PhaseKind::Hold if step.breath().is_some() => units::word(shown.digits(), step.measure).to_owned(),
        _ => player::unit_seconds().to_owned(),
    }
}

/// "1:05 so far", if neither a clock ends the set nor its repetitions are counted.
fn so_far(shown: ShownSession) -> String {
    if shown.count.get().is_some() {
        return String::new();
    }
    let every = shown.step.with(Step::every);
    shown.view.with(|view| so_far_words(view, every))
}

/// The time of a set so far, if no clock ends it; of one a minute what is left of that.
fn so_far_words(view: &SessionView, every: Option<Seconds>) -> String {
    match (view.kind, every) {
        (PhaseKind::Hold, _) => view.breathes_in.map_or_else(String::new, |breathes_in| {
            if breathes_in { player::breathe_in() } else { player::breathe_out() }.to_owned()
        }),
        (PhaseKind::Reps, Some(every)) => {
            player::time_left(&watch_words(Seconds(every.0.saturating_sub(view.elapsed))))
        }
        (PhaseKind::Reps, None) => player::so_far(&watch_words(Seconds(view.elapsed))),
        _ => String::new(),
    }
}
