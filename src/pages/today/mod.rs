//! Today: one Start, the open session, the kit on the first day, the order with a run, the week, and the other routines.

mod made_chips;
mod trained;

pub(super) use made_chips::made_chips;
pub(super) use trained::{last_session, nothing_today, remarks, starts_back};

use super::kit_chips::kit_chips;
use super::open_session::with_open_session;
use super::shell::LazyPages;
use crate::domain::catalogue::{Level, order_advice};
use crate::domain::coach::{Now, Reason, Suggestion};
use crate::domain::log::so_far;
use crate::domain::place::Place;
use crate::domain::progress::week_days;
use crate::domain::routine::{Item, Routine};
use crate::state::{App, Chunk};
use crate::text::{self, common, dates::long_day, vocabulary};
use crate::ui::{El, Icon, button, el, icon, link, name, title, week_strip};
use leptos::prelude::{Get, Memo, With};

pub(super) fn page(lazy: LazyPages) -> El {
    let app = App::get();
    let suggestion = Memo::new(move |_| app.suggestion());
    let head = el("header")
        .class("today-head")
        .child(title().text(text::today::title()))
        .child(el("p").class("soft").text_live(move || long_day(app.today())));
    let side = el("div").class("today-side").child(week(app, lazy)).live(move || suggestion.with(others));
    let page = with_open_session(el("div").class("today").child(head), lazy);
    let is_new = Memo::new(move |_| {
        app.log.sessions.with(Vec::is_empty)
            && app.choices.routines.with(Vec::is_empty)
            && app.player.session.with(Option::is_none)
    });
    page.live(move || lazy.sores())
        .live(move || suggested(app, suggestion.get(), lazy))
        .live(move || is_new.get().then(|| kit(app)))
        .child(el("div").class("today-made").live(move || lazy.made_chips()))
        .live(move || is_new.get().then(|| restore_box(lazy)))
        .child(el("div").class("today-hurts").live(move || lazy.tell_pain()))
        .child(el("div").class("today-pair").child(order(app)).child(side))
}

/// The routine to train now, or that the week is done and what comes next.
fn suggested(app: App, suggestion: Suggestion, lazy: LazyPages) -> Option<El> {
    match suggestion {
        Suggestion { now: Now::Train, reason, next: Some((routine, _)), left_out, is_raised, .. } => {
            Some(up_next(app, routine, (reason, left_out, is_raised), lazy))
        }
        suggestion => lazy.nothing_today(&suggestion),
    }
}

/// The reason of a suggestion, the exercises that are left out of it, and true if a level is raised.
type Why = (Reason, Vec<&'static str>, bool);

/// The routine to train now: primary, unless a session is open.
fn up_next(app: App, routine: Routine, (reason, left_out, is_raised): Why, lazy: LazyPages) -> El {
    let back = app.way_back(&routine);
    let is_raised = is_raised && back.is_none();
    let shown = back.as_ref().map_or(&routine, |way| &way.lighter);
    let open = move || app.player.session.with(Option::is_some);
    let title = name(routine.title());
    let href = Place::Routine { id: routine.id.clone() }.href();
    let list = el("div")
        .class("hero-list")
        .child(el("ol").class("doses").children(shown.items.iter().map(item)))
        .child(link(&href).class("more").text(text::today::see_routine()).child(icon(Icon::Forward)));
    let hint = move || {
        let ends = open() && !app.player.watching.get();
        let waits = app.opening.get() && app.chunk.get() == Chunk::Slow;
        let words = match (ends, waits) {
            (true, _) => Some(text::today::ends_open()),
            (_, true) => Some(text::frame::still_loading()),
            (false, false) => None,
        };
        words.map(|words| el("p").class("small soft").text(words))
    };
    let section = el("section").class("card hero").class_live("second", open).attr("data-suggestion", &routine.id);
    let picture = still_box(shown.main_item().cloned(), reason == Reason::First, lazy);
    let usual = if back.is_some() { text::today::welcome_back() } else { text::coach::train() };
    let eyebrow = move || if open() { text::today::start_afresh() } else { usual }.to_owned();
    let (why, start) = match back.and_then(|way| lazy.way_back(&way, &routine)) {
        Some((why, starts)) => (why.into(), starts),
        None => (vec![el("p").class("soft").text(text::coach::reason(reason))], start(app, open, routine)),
    };
    let say = el("div")
        .class("hero-say")
        .child(el("p").class("eyebrow").text_live(eyebrow))
        .child(el("h2").id("next").child(title))
        .children(why)
        .live(move || lazy.remarks(&left_out, is_raised))
        .child(start)
        .live(hint);
    section.attr("aria-labelledby", "next").child(picture).child(say).child(list)
}

/// A place for the offer to restore a file, which is in the lazy chunk.
fn restore_box(lazy: LazyPages) -> El {
    el("div").class("restore-box").live(move || lazy.restore_offer())
}

/// A place for the still of an exercise, which is in the lazy chunk; on the first day with the meaning of its colour.
fn still_box(shown: Option<Item>, explains: bool, lazy: LazyPages) -> El {
    el("div")
        .class("hero-figure")
        .live(move || shown.as_ref().and_then(|item| lazy.still(item)))
        .children(explains.then(|| el("p").class("small soft").text(text::today::muscles())))
}

/// The kit at hand, to choose on the first day. Later it is in Settings.
fn kit(app: App) -> El {
    kit_chips(app, "my-kit", el("h2").text(text::today::kit())).class("today-kit")
}

fn start(app: App, open: impl Fn() -> bool + 'static, routine: Routine) -> El {
    let words = text::routine::start_button(&routine);
    let shown = move || if app.opening.get() { text::common::opening().to_owned() } else { words.clone() };
    button("button big")
        .class_live("primary", move || !open())
        .attr_live("aria-busy", move || app.opening.get().then(|| "true".to_owned()))
        .child(icon(Icon::Play))
        .child(el("span").text_live(shown))
        .once()
        .on_click(move || app.start(&routine))
}

fn item(item: &Item) -> El {
    let dose = el("span").class("soft numbers").text(&text::routine::dose_words(item));
    let name = match item.level {
        Level::Base => item.name(),
        level => common::exercise_at(&item.name(), vocabulary::level(level)),
    };
    el("li").child(el("span").text(&name)).text(" ").child(dose)
}

/// The order with a run, for the runner's goal.
fn order(app: App) -> El {
    let advice = move || order_advice(app.choices.settings.with(|settings| settings.goal));
    el("section")
        .class("card order")
        .attr("aria-labelledby", "order")
        .child(el("h2").id("order").text(text::today::run_order()))
        .child(el("p").class("answer").text_live(move || advice().headline.to_owned()))
        .child(el("p").class("soft").text_live(move || advice().reason.to_owned()))
        .child(link(&Place::Plan.href()).class("more").text(text::today::when_it_changes()).child(icon(Icon::Forward)))
}

fn week(app: App, lazy: LazyPages) -> El {
    let days = move || app.log.sessions.with(|log| week_days(log, app.today()));
    let last = move || match app.log.sessions.with(|log| so_far(log, app.today()).first().cloned()) {
        Some(session) => lazy.last_session(&session),
        None => vec![el("p").class("soft").text(text::today::no_sessions())],
    };
    el("section")
        .class("card this-week")
        .attr("aria-labelledby", "week")
        .child(el("h2").id("week").text(text::today::this_week()))
        .child(week_strip(days))
        .live(last)
}

/// The ready-made routines that are not suggested, on a day with training.
fn others(suggestion: &Suggestion) -> Option<El> {
    let section = el("section")
        .class("others")
        .attr("aria-labelledby", "others")
        .child(el("h2").id("others").text(text::today::other_sessions()))
        .child(chips(&suggestion.others));
    (suggestion.now == Now::Train && !suggestion.others.is_empty()).then_some(section)
}

/// Routines in a row, each with its minutes.
fn chips(routines: &[Routine]) -> El {
    let chip = |routine: &Routine| {
        let minutes = el("span").class("count").text(&text::routine::minutes(routine));
        let way = link(&Place::Routine { id: routine.id.clone() }.href()).class("chip");
        el("li").child(way.child(name(routine.title())).text(" ").child(minutes))
    };
    el("ul").class("chips").children(routines.iter().map(chip))
}
