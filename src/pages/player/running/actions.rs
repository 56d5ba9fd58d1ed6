//! The buttons within reach of the thumb: the large one, and the small ones of the phase.

use super::{LARGE, ShownSession, asked, change, hurts};
use crate::domain::session::{Event, PhaseKind, Session, SessionView};
use crate::text::{common, player};
use crate::ui::{Act, El, Icon, button, el, icon, icon_live, stepper};
use leptos::prelude::With;
use std::rc::Rc;

/// The large button, and the small ones of the phase.
pub(super) fn actions(shown: ShownSession) -> El {
    let app = shown.app;
    let resting = el("div")
        .class("player-extra")
        .flag_live("hidden", move || shown.kind() != PhaseKind::Rest)
        .children(Event::REST_STEPS.map(|(words, rest)| button("button").text(words).on_click(move || app.say(rest))));
    let did = move || player::did(shown.amount().get().into());
    let correct: Act<i16> = Rc::new(move |by| shown.correct(by));
    let counted = el("div")
        .class("player-extra")
        .flag_live("hidden", move || !shown.works_at(PhaseKind::Reps))
        .child(stepper(player::done_in_set(), did, &correct));
    let already = el("div")
        .class("player-extra")
        .flag_live("hidden", move || shown.paused() || !shown.session.with(Session::may_be_done))
        .child(
            button("button")
                .child(icon(Icon::Check))
                .attr("aria-label", player::did_already())
                .text(player::did_it())
                .once()
                .on_click(move || shown.done_already()),
        );
    let large = button("button primary main-action")
        .id(LARGE)
        .child(icon_live(move || shown.view.with(large_button).0))
        .child(el("span").text_live(move || shown.view.with(large_button).1.to_owned()))
        .no_double_click()
        .on_click(move || shown.act());
    let extras = el("div").class("player-extras").child(resting).child(asked::correction(shown)).child(counted);
    let extras = extras.child(already);
    el("div").class("player-actions").child(extras).child(large).child(small_buttons(shown))
}

/// Icon and words of the large button.
const fn large_button(view: &SessionView) -> (Icon, &'static str) {
    match view.kind {
        _ if view.paused => (Icon::Play, common::resume()),
        PhaseKind::Reps => (Icon::Check, common::done()),
        PhaseKind::Hold => (Icon::Pause, player::pause()),
        PhaseKind::Rest => (Icon::Skip, player::start_now()),
        PhaseKind::Wait => (Icon::Play, common::start()),
        _ => (Icon::Play, player::begin_now()),
    }
}

fn small_buttons(shown: ShownSession) -> El {
    let app = shown.app;
    let small = |sign: El, words: El| button("button quiet").child(sign).child(words);
    let words = |words: &str| el("span").text(words);
    let back = small(icon(Icon::Back), words(player::back()))
        .flag_live("disabled", move || shown.session.with(|session| session.step_before().is_none()))
        .once()
        .on_click(move || app.say(Event::Back));
    let sign = icon_live(move || if shown.paused() { Icon::Play } else { Icon::Pause });
    let said = move || if shown.paused() { player::go_on() } else { player::pause() }.to_owned();
    let pause = small(sign, el("span").text_live(said))
        .flag_live("hidden", move || shown.works_at(PhaseKind::Hold))
        .no_double_click()
        .on_click(move || shown.toggle());
    let early = small(icon(Icon::Check), words(player::early()))
        .attr("aria-label", player::done_early())
        .flag_live("hidden", move || !shown.works_at(PhaseKind::Hold))
        .once()
        .on_click(move || shown.stop_hold());
    let change = small(icon(Icon::Filter), words(player::change())).on_click(change::open);
    let hurts = small(icon(Icon::Warning), words(player::hurts()))
        .class("button quiet hurts")
        .attr("aria-label", common::something_hurts())
        .on_click(move || hurts::open(shown));
    // A set that was undone keeps its amount, unless it is done again.
    let keeps = move || shown.session.with(|session| session.taken_back().is_some());
    let said = move || if keeps() { player::keep() } else { player::skip() }.to_owned();
    let skip = small(icon(Icon::Skip), el("span").text_live(said))
        .attr_live("aria-label", move || keeps().then(|| player::keep_set().to_owned()))
        .once()
        .on_click(move || shown.skip());
    let row = el("div").class("player-small").child(back).child(pause).child(early);
    row.child(change).child(hurts).child(skip)
}
