//! The amount of a set, to be corrected, and the questions of the moment: the reps in reserve, an earlier pain. Both rows keep their
//! place when they are empty.

use super::{LARGE, ShownSession, how_to, load};
use crate::domain::catalogue::Measure;
use crate::domain::coach::pain::PainChange;
use crate::domain::session::{Done, Event, PhaseKind, ReserveQuestion, Session, Step};
use crate::domain::units::Amount;
use crate::pages::player::{held_on, question};
use crate::state::focus;
use crate::text::{self, player};
use crate::ui::{Act, El, button, el, stepper};
use leptos::prelude::{Get, Memo, With, WithUntracked};
use std::rc::Rc;

/// The first row: the amount of the present set, or words about the one just done and its amount.
pub(super) fn adjust(shown: ShownSession) -> El {
    let did = move || player::did(shown.amount().get().into());
    let correct: Act<i16> = Rc::new(move |by| shown.correct(by));
    let counted = el("div").flag_live("hidden", move || !shown.works_at(PhaseKind::Reps)).child(stepper(
        player::done_in_set(),
        did,
        &correct,
    ));
    let about = el("p").class("player-about").text_live(move || about_words(shown));
    el("div").class("player-adjust").child(about).child(correction(shown)).child(counted)
}

/// The exercise just done, between two sets; the tempo of a set that counts repetitions.
fn about_words(shown: ShownSession) -> String {
    if between(shown) {
        shown.session.with(just_done)
    } else if shown.is_time_up() {
        player::time_up().to_owned()
    } else if shown.count.get().is_some_and(|count| count.left == 0) {
        player::count_over().to_owned()
    } else {
        shown.step.with(tempo_words)
    }
}

fn just_done(session: &Session) -> String {
    session.just_done().map_or_else(String::new, |done| text::session::set_words(&session.steps()[done.step]))
}

fn between(shown: ShownSession) -> bool {
    matches!(shown.kind(), PhaseKind::Rest | PhaseKind::Switch | PhaseKind::Wait)
}

/// The second row: the answers to the question of the moment, or else the way to the instructions.
pub(super) fn asked(shown: ShownSession) -> El {
    let reserved = Memo::new(move |_| shown.session.with(Session::asked_reserve));
    let told = move |step, amount| {
        shown.app.say(Event::Amend(step, amount));
        focus(LARGE);
    };
    let hold = Memo::new(move |_| shown.session.with(asked_hold));
    // Passing over is an answer too: once the first set begins there are no more questions.
    let asks = Memo::new(move |_| shown.view.with(|view| view.step == 0 && view.kind == PhaseKind::Ready));
    el("div")
        .class("player-asked")
        .live(move || asks.get().then(|| pain(shown)).flatten())
        .live(move || {
            let asked = hold.get();
            asked.map(|(done, target, measure)| {
                held_on(target, done.amount, measure, move |amount| told(done.step, amount))
            })
        })
        .live(move || reserved.get().map(|(step, question)| reserve(shown, step, question)))
        .child(how_to::button())
        .live(move || shown.load_kind.get().map(|kind| load::choice(shown, kind).stepper()))
}

/// The follow-up question about an earlier pain; the session is paused until it is answered or passed over.
fn pain(shown: ShownSession) -> Option<El> {
    let report = shown.app.pains.question.get()?;
    let answer = |change: &PainChange| {
        let (change, report) = (*change, report.clone());
        let told = move || shown.app.answer_pain(&report, change);
        button("button").text(text::pain::change(change)).no_double_click().on_click(told)
    };
    Some(question("pain", &text::pain::question_words(&report), PainChange::ALL.iter().map(answer)))
}

/// The hold in which the page slept, its target and its unit.
fn asked_hold(session: &Session) -> Option<(Done, Amount, Measure)> {
    let done = session.asked_hold()?;
    let step = &session.steps()[done.step];
    Some((*done, step.target, step.measure))
}

/// The amount of the set just done, to correct it.
fn correction(shown: ShownSession) -> El {
    let last = move || shown.session.with(|session| session.just_done().copied());
    let did = move || last().map_or_else(String::new, |done| player::did(done.amount.get().into()));
    let correct: Act<i16> = Rc::new(move |by| {
        let done = shown.session.with_untracked(|session| session.done().last().copied());
        if let Some(done) = done {
            shown.app.say(Event::Amend(done.step, done.amount.stepped(by)));
        }
    });
    el("div").flag_live("hidden", move || !between(shown) || last().is_none()).child(stepper(
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
    let words = shown.session.with_untracked(text::session::question_words).unwrap_or_default();
    el("div")
        .class("player-reserve")
        .attr("role", "group")
        .attr("aria-label", &words)
        .attr("data-asked", "reserve")
        .child(el("p").text(&words))
        .children(question.answers().iter().map(answer))
}

/// "down 2 · press up 1" of a set that counts repetitions; nothing for a plain hold.
fn tempo_words(step: &Step) -> String {
    let beats = step.beats();
    let named = beats.iter().filter(|(word, _)| !word.is_empty());
    named.map(|(word, seconds)| format!("{word} {seconds}")).collect::<Vec<_>>().join(" · ")
}
