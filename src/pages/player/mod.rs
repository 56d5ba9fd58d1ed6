//! The player's page and the choice of its screen. A session that is open in this tab is shown at once; an address opened
//! directly offers to start.

mod finish;
mod running;
mod watching;

use super::{pain, shell, way_back};
use crate::domain::catalogue::{self, Level};
use crate::domain::coach::pain::trainable;
use crate::domain::place::Place;
use crate::domain::routine::{Item, Routine};
use crate::domain::session::Session;
use crate::state::{App, focus};
use crate::text::{self, common, player, vocabulary};
use crate::ui::{El, Icon, button, el, icon, link, name, named, title};
use leptos::prelude::{Effect, Get, GetUntracked, Memo, With, request_animation_frame};

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
        Screen::Offer => Some(offer(&id)),
        Screen::Opening => Some(el("main").class("player").id("main").child(title().text(common::opening()))),
    })
}

/// The routine with this `id`, or a single exercise at the level of the address.
fn planned(app: App, id: &str) -> Option<Routine> {
    let level = match app.navigation.place.get_untracked() {
        Place::Play { level, .. } => level,
        _ => Level::Base,
    };
    app.routine(id).or_else(|| catalogue::brief(id).map(|exercise| Routine::single(exercise, level)))
}

/// The offer of a routine, which may still be on its way from the store. Reads the routines reactively.
fn offer(id: &str) -> El {
    let app = App::get();
    let Some(routine) = planned(app, id) else { return missing() };
    let back = app.way_back(&routine);
    let shown = back.as_ref().map_or(&routine, |way| &way.lighter);
    let left = app.pains.sores.with(|sores| trainable(shown, sores));
    let facts = format!("{} · {}", text::routine::minutes(&left), text::kit::after_words(&left.kit()));
    let away = link("/routines").class("button quiet icon").attr("aria-label", player::back_to_routines());
    let plan = el("div")
        .class("player-offer stack")
        .child(shell::notices())
        .children((!app.pains.is_all_out(shown)).then(|| el("p").class("eyebrow").text(&facts)))
        .child(title().child(name(routine.title())));
    let items = el("ol").class("offer-items").children(left.items.iter().map(item));
    let plan = plan.children(pain::stays_out(app, shown));
    let plan = other_session(app, plan.children(back.iter().flat_map(way_back::words))).child(items);
    let starts = match &back {
        _ if app.pains.is_all_out(shown) => return main_with(plan.child(pain::nothing_left(app)), away, None),
        Some(way) => way_back::starts(app, "button main-action", &way.lighter, &routine),
        None => start(app, routine),
    };
    main_with(plan, away, Some(starts))
}

/// The screen with the easier start, the plan and the ways to start.
fn main_with(plan: El, away: El, starts: Option<El>) -> El {
    main()
        .child(el("header").class("player-strip").child(away.child(icon(Icon::Close))))
        .child(plan)
        .children(starts.map(|starts| el("div").class("player-actions").child(starts)))
}

fn start(app: App, routine: Routine) -> El {
    button("button primary main-action")
        .attr_some("disabled", routine.items.is_empty().then_some(""))
        .child(icon(Icon::Play))
        .text(common::start())
        .once()
        .on_click(move || app.start(&routine))
}

fn main() -> El {
    el("main").class("player offer").id("main").attr("tabindex", "-1")
}

fn item(item: &Item) -> El {
    let facts = format!("{} · {}", vocabulary::level(item.level), text::routine::dose_words(item));
    el("li").child(el("strong").text(&item.name())).child(el("span").class("soft small").text(&facts))
}

/// `plan` with another open session at its end: starting here ends that one.
fn other_session(app: App, plan: El) -> El {
    let id = move || app.player.session.with(|session| session.iter().map(|session| session.id().to_owned()).collect());
    plan.each(id, move |_| {
        app.player.session.get_untracked().map_or_else(|| el("div"), |session| resume(app, &session))
    })
}

/// Its clock may run meanwhile, and ticks every second: only the words follow it, the button stays.
fn resume(app: App, session: &Session) -> El {
    let (title, planned) = (session.name(), text::count(session.steps().len()));
    let done = move || text::count(app.player.session.with(|session| session.as_ref().map_or(0, |s| s.done().len())));
    let words = move |name: &str| player::still_open(done(), name, planned);
    el("div")
        .class("card stack tight")
        .attr("data-resume", title)
        .child(named(el("p"), title, words))
        .child(named(button("button"), title, player::resume_other).once().on_click(move || app.resume()))
}

fn missing() -> El {
    let words = el("div")
        .class("player-offer stack")
        .child(title().text(player::missing()))
        .child(el("p").class("lead").text(player::missing_why()))
        .child(el("p").child(link("/routines").class("button primary").text(player::see_routines())));
    main().child(words)
}
