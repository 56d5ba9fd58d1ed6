//! Today: one Start, what is open, whether to run first, the week, and the other routines.

use super::later::{OPENING, Rest, STILL_LOADING};
use super::way_back;
use crate::domain::catalogue::order_advice;
use crate::domain::coach::{Now, Suggestion};
use crate::domain::log::{ago_words, long_day, next_day_words, open_words, so_far, week_days};
use crate::domain::place::Place;
use crate::domain::routine::{Item, Routine, minutes_words, start_words};
use crate::domain::session::Session;
use crate::domain::settings::Settings;
use crate::state::{App, Chunk};
use crate::ui::{El, Icon, ResumeCard, button, el, goal_choice, icon, link, session_row, title, week_strip};
use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set, With, on_cleanup, set_interval_with_handle};
use std::time::Duration;
use time::Date;

pub(super) fn page(rest: Rest) -> El {
    let app = App::get();
    let suggestion = Memo::new(move |_| app.suggestion());
    let head = el("header")
        .class("today-head")
        .child(title().text("Today"))
        .child(el("p").class("soft").text(&long_day(app.today())));
    let side = el("div")
        .class("today-side")
        .child(week(app))
        .live(move || suggestion.with(|suggestion| others(&suggestion.others)));
    let page = open_session(el("div").class("today").child(head));
    let is_new = Memo::new(move |_| {
        app.log.with(Vec::is_empty) && app.routines.with(Vec::is_empty) && app.session.with(Option::is_none)
    });
    page.live(move || rest.sores())
        .live(move || Some(suggested(app, suggestion.get(), rest)))
        .live(move || is_new.get().then(|| restore_box(rest)))
        .child(el("div").class("today-hurts").live(move || rest.tell_pain()))
        .child(el("div").class("today-pair").child(order(app)).child(side))
}

/// `page` with the open session at its end, where there is one. Shared with Progress.
pub(super) fn open_session(page: El) -> El {
    let app = App::get();
    let id = move || app.session.with(|session| session.iter().map(|session| session.id.clone()).collect());
    page.each(id, move |_| app.session.get_untracked().map_or_else(|| el("div"), |session| resume(app, &session)))
}

fn resume(app: App, session: &Session) -> El {
    let (started, planned) = (session.started, session.steps.len());
    let watching = move || app.watching.get();
    // Of another tab's session only the position is known.
    let count = move |s: &Session| if watching() { s.at } else { s.done.len() };
    let done = move || app.session.with(|session| session.as_ref().map_or(0, count));
    let on_disk = move || app.acknowledged.get().saturating_sub(app.unsure.with(Vec::len));
    let saved = move || if watching() { usize::MAX } else { on_disk() };
    let elsewhere = move || match (watching(), app.is_left()) {
        (false, _) => "",
        (true, false) => "Running in another tab",
        (true, true) => "Left in another tab",
    };
    let now = RwSignal::new(app.moment());
    // Without the timer "just now" would stand for hours; without a handle it only stands still.
    if let Ok(handle) = set_interval_with_handle(move || now.set(app.moment()), Duration::from_secs(30)) {
        on_cleanup(move || handle.clear());
    }
    let card = ResumeCard {
        name: &session.name,
        standing: Box::new(move || open_words(done(), planned, saved())),
        ago: Box::new(move || ago_words(started, now.get())),
        elsewhere: Box::new(elsewhere),
        on_resume: Box::new(move || app.resume()),
        on_end: Box::new(move || app.end()),
    };
    card.view()
}

/// What to train now, or that enough is done and what comes next.
fn suggested(app: App, suggestion: Suggestion, rest: Rest) -> El {
    let Suggestion { now, reason, next, left_out, .. } = suggestion;
    match next {
        Some((routine, _)) if now == Now::Train => up_next(app, routine, (reason, &left_out), rest),
        next => nothing_today(app, now, reason, next),
    }
}

/// Rest, and what comes next on which day. Training all the same is one tap further.
fn nothing_today(app: App, now: Now, reason: &str, next: Option<(Routine, Date)>) -> El {
    let words = |(routine, day): (Routine, Date)| {
        let words = format!("Next: {}, {}.", routine.title(), next_day_words(day, app.today()));
        el("p").attr("data-next", &day.to_string()).text(&words)
    };
    el("section")
        .class("card stack tight")
        .attr("data-suggestion", "")
        .attr("aria-labelledby", "next")
        .child(el("h2").id("next").text(now.words()))
        .child(el("p").class("soft").text(reason))
        .children(next.map(words))
        .child(link("/routines").class("more").text("Start something else").child(icon(Icon::Forward)))
}

/// The routine to train now: primary, unless a session is open.
fn up_next(app: App, routine: Routine, (reason, left_out): (&'static str, &[&str]), rest: Rest) -> El {
    let back = app.way_back(&routine);
    let shown = back.as_ref().map_or(&routine, |way| &way.lighter);
    let open = move || app.session.with(Option::is_some);
    let name = routine.title().to_owned();
    let href = Place::Routine { id: routine.id.clone() }.href();
    let list = el("div")
        .class("hero-list")
        .child(el("ol").class("doses").children(shown.items.iter().map(item)))
        .child(link(&href).class("more").text("See the routine").child(icon(Icon::Forward)));
    let hint = move || {
        let ends = open() && !app.watching.get();
        let waits = app.opening.get() && app.chunk.get() == Chunk::Slow;
        let words = match (ends, waits) {
            (true, _) => Some("Ends the open session. Its sets stay in your log."),
            (_, true) => Some(STILL_LOADING),
            (false, false) => None,
        };
        words.map(|words| el("p").class("small soft").text(words))
    };
    let section = el("section").class("card hero").class_live("second", open).attr("data-suggestion", &routine.id);
    let first = shown.items.first().cloned();
    let usual = if back.is_some() { "Welcome back" } else { Now::Train.words() };
    let eyebrow = move || if open() { "Or start afresh" } else { usual }.to_owned();
    let (why, start) = match back {
        Some(way) => (way_back::words(&way).into(), way_back::starts(app, "button big", &way.lighter, &routine)),
        None => (vec![el("p").class("soft").text(reason)], start(app, open, routine)),
    };
    let without = format!("Without {}: it loads a part that hurts.", left_out.join(", "));
    let without = (!left_out.is_empty()).then(|| el("p").class("soft").text(&without));
    let say = el("div")
        .class("hero-say")
        .child(el("p").class("eyebrow").text_live(eyebrow))
        .child(el("h2").id("next").text(&name))
        .children(why)
        .children(without)
        .child(start)
        .live(hint);
    section.attr("aria-labelledby", "next").child(still_box(first, rest)).child(say).child(list)
}

/// Room for the offer to restore a file, which comes with the second part of the program.
fn restore_box(rest: Rest) -> El {
    el("div").class("restore-box").live(move || rest.restore_offer())
}

/// Room for the still of the first exercise, which comes with the second part of the program.
fn still_box(first: Option<Item>, rest: Rest) -> El {
    el("div").class("hero-figure").live(move || first.as_ref().and_then(|item| rest.still(item)))
}

fn start(app: App, open: impl Fn() -> bool + 'static, routine: Routine) -> El {
    let words = start_words(&routine);
    button("button big")
        .class_live("primary", move || !open())
        .attr_live("aria-busy", move || app.opening.get().then(|| "true".to_owned()))
        .child(icon(Icon::Play))
        .child(el("span").text_live(move || if app.opening.get() { OPENING.to_owned() } else { words.clone() }))
        .on_click(move || app.start(&routine))
}

fn item(item: &Item) -> El {
    let dose = el("span").class("soft numbers").text(&item.dose_words());
    el("li").child(el("span").text(&item.name())).text(" ").child(dose)
}

fn order(app: App) -> El {
    let goal = move || app.settings.with(|settings| settings.goal);
    let advice = move || order_advice(goal());
    let answer = el("div")
        .attr("aria-live", "polite")
        .child(el("p").class("answer").text_live(move || advice().headline.to_owned()))
        .child(el("p").class("soft").text_live(move || advice().reason.to_owned()));
    let choose = move |goal| app.choose(move |settings| Settings { goal, ..settings });
    el("section")
        .class("card order")
        .attr("aria-labelledby", "order")
        .child(el("h2").id("order").text("Run before or after strength?"))
        .child(goal_choice("goal", goal, choose))
        .child(answer)
        .child(link(&Place::Plan.href()).class("more").text("When the answer changes").child(icon(Icon::Forward)))
}

fn week(app: App) -> El {
    let days = move || app.log.with(|log| week_days(log, app.today()));
    let last = move || match app.log.with(|log| so_far(log, app.today()).first().cloned()) {
        Some(session) => {
            let row = session_row(&session, app.today(), app.moment());
            vec![el("h3").text("Last session"), el("ul").class("rows bare").child(row)]
        }
        None => vec![el("p").class("soft").text("Your sessions gather here, day by day.")],
    };
    el("section")
        .class("card this-week")
        .attr("aria-labelledby", "week")
        .child(el("h2").id("week").text("This week"))
        .child(week_strip(days))
        .live(last)
}

/// The ready routines that are not suggested.
fn others(routines: &[Routine]) -> Option<El> {
    let section = el("section")
        .class("others")
        .attr("aria-labelledby", "others")
        .child(el("h2").id("others").text("Other sessions"))
        .child(el("ul").class("chips").children(routines.iter().map(chip)));
    (!routines.is_empty()).then_some(section)
}

fn chip(routine: &Routine) -> El {
    let minutes = el("span").class("count").text(&minutes_words(routine));
    let way = link(&Place::Routine { id: routine.id.clone() }.href()).class("chip");
    el("li").child(way.text(routine.title()).text(" ").child(minutes))
}
