//! The player's page and the choice of its screen. A session that is open in this tab is shown at once; an address opened
//! directly offers to start.

mod finish;
mod offer;
mod running;
mod watching;

use crate::domain::catalogue::Measure;
use crate::domain::units::Amount;
use crate::state::{App, focus};
use crate::text::log::amount_words;
use crate::text::{common, session};
use crate::ui::{El, button, el, title};
use leptos::prelude::{Effect, Get, Memo, With, request_animation_frame};

/// The screen of the player.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    /// The journal has not been read yet.
    Opening,
    /// The open session.
    Running,
    /// The session of another tab, whichever it is.
    Watching,
    /// The session just finished.
    Finished,
    /// The plan of a session to start.
    Offer,
}

pub(super) fn page(id: String) -> El {
    let app = App::get();
    let of_here = id.clone();
    let screen = Memo::new(move |_| {
        let open = app.player.session.with(|s| s.as_ref().is_some_and(|s| s.from() == of_here));
        match (app.player.finished.with(Option::is_some), app.player.watching.get(), app.ready.get()) {
            (_, false, _) if open => Screen::Running,
            (true, ..) => Screen::Finished,
            (false, true, _) => Screen::Watching,
            (false, false, true) => Screen::Offer,
            (false, false, false) => Screen::Opening,
        }
    });
    // The button that led to another screen is gone with its own: the heading gets the focus.
    Effect::new(move |before: Option<Screen>| {
        let now = screen.get();
        if before.is_some_and(|before| before != now) {
            request_animation_frame(|| focus("title"));
        }
        now
    });
    el("div").live(move || match screen.get() {
        Screen::Running => running::screen(),
        Screen::Watching => watching::screen(),
        Screen::Finished => finish::screen(),
        Screen::Offer => Some(offer::screen(&id)),
        Screen::Opening => Some(el("main").class("player").id("main").child(title().text(common::opening()))),
    })
}

/// A question with its answers in a row.
fn question(asked: &str, words: &str, answers: impl IntoIterator<Item = El>) -> El {
    let group = el("div").class("stack tight").attr("role", "group").attr("aria-label", words);
    let ways = el("div").class("row").children(answers);
    group.attr("data-asked", asked).child(el("p").class("legend").text(words)).child(ways)
}

/// The question after a hold in which the page slept: its whole time, or the part that was seen, in seconds or breaths. `answer`
/// gets the amount held.
fn held_on(target: Amount, held: Amount, measure: Measure, answer: impl Fn(Amount) + Clone + 'static) -> El {
    let way = |(words, amount): (String, Amount)| {
        let answer = answer.clone();
        button("button").text(&words).once().on_click(move || answer(amount))
    };
    let yes = (session::held_yes(&amount_words(target, measure)), target);
    let no = (session::held_no(&amount_words(held, measure)), held);
    question("held", session::held_on(), [yes, no].map(way))
}
