//! Optional questions of the player: an earlier pain, the amount of a set, and the reps in reserve.

use super::{LARGE, ShownSession};
use crate::domain::coach::pain::PainChange;
use crate::domain::session::{Event, PhaseKind, ReserveQuestion, Session};
use crate::state::focus;
use crate::text::{self, player};
use crate::ui::{Act, El, button, el, stepper};
use leptos::prelude::{Get, Memo, With, WithUntracked};
use std::rc::Rc;

/// The questions at the moment.
pub(super) fn asked(shown: ShownSession) -> El {
    let question = Memo::new(move |_| shown.session.with(Session::asked_reserve));
    // Passing over is an answer too: once the first set begins there are no more questions.
    let asks = Memo::new(move |_| shown.view.with(|view| view.step == 0 && view.kind == PhaseKind::Ready));
    el("div")
        .class("player-asked")
        .live(move || asks.get().then(|| pain(shown)).flatten())
        .live(move || question.get().map(|(step, question)| reserve(shown, step, question)))
}

/// The follow-up question about an earlier pain; the session is paused until it is answered or passed over.
fn pain(shown: ShownSession) -> Option<El> {
    let report = shown.app.pains.question.get()?;
    let answer = |change: &PainChange| {
        let (change, report) = (*change, report.clone());
        button("button")
            .text(text::pain::change(change))
            .no_double_click()
            .on_click(move || shown.app.answer_pain(&report, change))
    };
    let ways = el("div").class("row").children(PainChange::ALL.iter().map(answer));
    Some(
        el("div")
            .class("card stack tight")
            .attr("data-asked", "pain")
            .child(el("p").text(&text::pain::question_words(&report)))
            .child(ways),
    )
}

/// The amount of the set just done, to correct it.
pub(super) fn correction(shown: ShownSession) -> El {
    let last = move || shown.session.with(|session| session.just_done().copied());
    let did = move || last().map_or_else(String::new, |done| player::did(done.amount.get().into()));
    let correct: Act<i16> = Rc::new(move |by| {
        let done = shown.session.with_untracked(|session| session.done().last().copied());
        if let Some(done) = done {
            shown.app.say(Event::Amend(done.step, done.amount.stepped(by)));
        }
    });
    let between = move || matches!(shown.kind(), PhaseKind::Rest | PhaseKind::Switch | PhaseKind::Wait);
    el("div").class("player-extra").flag_live("hidden", move || !between() || last().is_none()).child(stepper(
        player::done_before(),
        did,
        &correct,
    ))
}

fn reserve(shown: ShownSession, step: usize, question: ReserveQuestion) -> El {
    let answer = |more: &u8| {
        let more = *more;
        button("chip").text(&text::session::reserve_answer(question, more)).once().on_click(move || {
            shown.app.say(Event::Reserve(step, more));
            focus(LARGE);
        })
    };
    el("div")
        .class("player-reserve")
        .attr("role", "group")
        .attr("aria-label", text::session::reserve(question))
        .attr("data-asked", "reserve")
        .child(el("p").text(text::session::reserve(question)))
        .children(question.answers().iter().map(answer))
}
