//! After the last set: a mark, what was done, the week, one sentence, and the effort of the session in one tap. Corrections come
//! after the way out.

use super::{held_on, question};
use crate::domain::log::{Effort, Performed};
use crate::domain::place::Place;
use crate::domain::progress::week_days;
use crate::domain::routine::RECEIVED;
use crate::domain::session::reserve_question;
use crate::pages::share;
use crate::pages::shell::notices;
use crate::state::{App, Finished, Saved};
use crate::text::{common, count, finish, log, player, routine, session};
use crate::ui::{Act, El, Icon, Live, button, el, icon, link, name, note_field, stepper, title, week_strip};
use leptos::prelude::{GetUntracked, With};
use std::rc::Rc;

/// A tap within this time after the screen appears is the echo of the one on Done. Milliseconds.
const ECHO: i64 = 500;

/// `None` while leaving, when the finished session is removed already.
pub(super) fn screen() -> Option<El> {
    let app = App::get();
    let Finished { performed, .. } = app.player.finished.get_untracked()?;
    let sentence = move || app.player.finished.with(|f| f.as_ref().map_or_else(String::new, |f| f.sentence.clone()));
    let saved = move || app.player.finished.with(|finished| finished.as_ref().and_then(|finished| finished.saved));
    let said = move || if saved() == Some(Saved::OnDisk) { finish::saved() } else { common::done() }.to_owned();
    let later = el("p").class("soft").flag_live("hidden", move || saved() != Some(Saved::Soon));
    let later = later.text(finish::not_yet());
    let facts = el("p")
        .class("facts numbers")
        .child(el("span").text(&log::session_minutes(&performed)))
        .children((performed.rounds > 0).then(|| el("span").text(&routine::rounds(performed.rounds.into()))))
        .child(el("span").text(&common::exercises(count(performed.exercises().len()))));
    let head = el("div")
        .class("finish-head")
        .child(el("span").class("finish-mark").attr("aria-hidden", "true").child(icon(Icon::Check)))
        .child(el("p").class("player-phase").child(icon(Icon::Check)).child(el("span").text_live(said)))
        .child(title().child(name(&performed.name)))
        .child(facts)
        .child(el("p").class("lead").text_live(sentence))
        .child(later);
    let days = move || app.log.sessions.with(|log| week_days(log, app.today()));
    let whole = el("div")
        .class("player-offer stack wide")
        .child(notices())
        .child(head)
        .live(move || hold(app))
        .child(week_strip(days))
        .child(feeling(app, &performed.id));
    let after = el("div")
        .class("finish-after stack wide")
        .live(move || reserve(app))
        .child(correction(app, &performed.id))
        .child(note(app, &performed.id))
        .children(send_back(app, &performed))
        .child(link(&Place::Session { id: performed.id.clone() }.href()).class("more").text(finish::see_sets()));
    let main = el("main").class("player finish").id("main").attr("tabindex", "-1").attr("data-phase", "finished");
    Some(main.child(whole).child(way_out(app)).child(after))
}

fn feeling(app: App, id: &str) -> El {
    let felt = move || app.player.finished.with(|finished| finished.as_ref().and_then(|f| f.performed.effort));
    let one = |effort: &Effort| {
        let (effort, id) = (*effort, id.to_owned());
        let pressed = move || Some((felt() == Some(effort)).to_string());
        button("button")
            .attr_live("aria-pressed", pressed)
            .text(log::effort(effort))
            .on_click(move || app.rate(&id, effort))
    };
    el("div")
        .class("stack tight")
        .attr("role", "group")
        .attr("aria-labelledby", "felt")
        .child(el("p").id("felt").class("legend").text(common::how_felt()))
        .child(el("div").class("finish-effort").children(Effort::ALL.iter().map(one)))
}

/// The amount of the last set, to correct it; those of earlier sets could be corrected in the rest after them.
fn correction(app: App, id: &str) -> El {
    let id = id.to_owned();
    let last = move || app.player.finished.with(|finished| finished.as_ref()?.performed.sets.last().cloned());
    let did = move || last().map_or_else(String::new, |set| player::did(set.done.get().into()));
    let name = move || last().map_or_else(String::new, |set| finish::last_set(&session::done_words(&set)));
    let correct: Act<i16> = Rc::new(move |by| app.correct_last(&id, by));
    let stepper = stepper(finish::last_done(), did, &correct);
    el("div").class("row wrap").child(el("p").class("legend").text_live(name)).child(stepper)
}

/// The reps in reserve of the last exercise; those of earlier ones were asked for in their rests.
fn reserve(app: App) -> Option<El> {
    let (id, last) = app.player.finished.with(|finished| {
        let performed = &finished.as_ref()?.performed;
        Some((performed.id.clone(), performed.sets.last()?.clone()))
    })?;
    let asked = reserve_question(last.measure, last.target).filter(|_| last.reserve.is_none())?;
    let answer = |more: &u8| {
        let (more, id) = (*more, id.clone());
        let words = session::reserve_answer(asked, more);
        button("button").text(&words).once().on_click(move || app.tell_reserve(&id, more))
    };
    let words = finish::reserve(last.name(), session::reserve(asked));
    Some(question("reserve", &words, asked.answers().iter().map(answer)))
}

/// The question after a last hold in which the page slept.
fn hold(app: App) -> Option<El> {
    app.player.finished.with(|finished| {
        let Finished { performed, held_on: target, .. } = finished.as_ref()?;
        let (id, last) = (performed.id.clone(), performed.sets.last()?);
        Some(held_on((*target)?, last.done, last.measure, move |amount| app.tell_held(&id, amount)))
    })
}

/// The link for whoever planned it, after a routine that came in one.
fn send_back(app: App, performed: &Performed) -> Option<El> {
    let kept = performed.clone();
    let now = move || app.player.finished.with(|finished| finished.as_ref().map(|f| f.performed.clone()));
    let sent: Live<Performed> = Rc::new(move || now().unwrap_or_else(|| kept.clone()));
    (performed.from == RECEIVED).then(|| share::send_back(app, sent))
}

fn note(app: App, id: &str) -> El {
    let id = id.to_owned();
    let written = move || app.player.finished.with(|finished| finished.as_ref().and_then(|f| f.performed.note.clone()));
    let keep: Act<String> = Rc::new(move |text: String| app.note(&id, &text));
    note_field("note", Rc::new(move || written().unwrap_or_default()), keep)
}

/// The large button back to Today.
fn way_out(app: App) -> El {
    let since = app.moment();
    let today = link("/").class("button primary main-action").text(common::done()).on("click", move |event| {
        if app.moment().ms_since(since) < ECHO {
            event.prevent_default();
        }
    });
    el("div").class("player-actions").child(today)
}
