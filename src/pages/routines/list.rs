//! The routines: the runner's own and the ready-made ones.

use crate::domain::place::Place;
use crate::domain::routine::{Routine, encode, ready_made};
use crate::pages::{pain, share};
use crate::state::{self, App};
use crate::text::{count, routines};
use crate::ui::{El, Icon, PageHead, RoutineRow, button, el, hidden_target, icon};
use leptos::prelude::{Get, Memo, RwSignal, Update, With, WithUntracked};

/// The number of the runner's own routines shown at first, and at each step further.
const PAGE: usize = 50;

pub(in crate::pages) fn page() -> El {
    let app = App::get();
    let new =
        button("button primary").child(icon(Icon::Plus)).text(routines::new()).once().on_click(move || begin(app));
    let head = el("div")
        .class("routines-head")
        .child(PageHead { title: routines::title(), ..PageHead::default() }.view())
        .child(el("div").class("row").live(move || usual(app)).child(new));
    let has_own = Memo::new(move |_| !app.choices.routines.with(Vec::is_empty));
    let lists = move || if has_own.get() { [own_list(app), ready_list(app)] } else { [ready_list(app), own_list(app)] };
    let shared = el("section").child(el("h2").text(routines::shared())).child(share::open());
    el("div").class("routine-lists").child(head).live(lists).child(shared)
}

/// The runner's own routines. They are the first list as soon as there is one.
fn own_list(app: App) -> El {
    el("section").child(el("h2").id("own").attr("tabindex", "-1").text(routines::own())).child(own(app))
}

fn ready_list(app: App) -> El {
    el("section")
        .child(el("h2").id("ready").text(routines::ready()))
        .child(cards("ready").children(ready_made().iter().map(|routine| row(app, routine, None))))
}

/// A name for a new routine that none of `routines` has.
pub(in crate::pages) fn free_name(routines: &[Routine]) -> String {
    let first = std::iter::once(routines::my().to_owned());
    let names = first.chain((2..).map(routines::my_numbered));
    names.into_iter().find(|name| routines.iter().all(|routine| routine.title() != name)).unwrap_or_default()
}

/// Copies a routine to the runner's own and opens it.
pub(in crate::pages) fn make_own(app: App, routine: Routine) {
    let id = app.add_routine(routine, |_| {});
    app.notices.announce(routines::copied());
    app.go(Place::Routine { id });
}

fn begin(app: App) {
    let name = app.choices.routines.with_untracked(|routines| free_name(routines));
    let id = app.add_routine(Routine::empty(String::new(), &name), |_| {});
    app.go(Place::Routine { id });
}

/// The button that makes a routine of the starred exercises, if there are any.
fn usual(app: App) -> Option<El> {
    let starred = app.choices.settings.with(|settings| Routine::of_exercises(routines::usual(), &settings.starred));
    (!starred.items.is_empty()).then(|| {
        let button = button("button").child(icon(Icon::Star)).text(routines::usual());
        button.once().on_click(move || open_usual(app, starred.clone()))
    })
}

/// Opens the routine of these starred exercises; makes it, unless it is there unchanged.
fn open_usual(app: App, usual: Routine) {
    let same = |own: &&Routine| own.name == usual.name && own.items == usual.items && own.blocks.is_empty();
    let there = app.choices.routines.with_untracked(|own| own.iter().find(same).map(|own| own.id.clone()));
    let id = there.unwrap_or_else(|| app.add_routine(usual, |_| {}));
    app.go(Place::Routine { id });
}

/// The list under the heading with this id.
fn cards(heading: &str) -> El {
    el("ul").class("stack routine-cards").attr("aria-labelledby", heading)
}

fn own(app: App) -> El {
    let shown = RwSignal::new(PAGE);
    let keys = move || app.choices.routines.with(|routines| routines.iter().take(shown.get()).map(key).collect());
    let row = move |wanted: &str| {
        let found = |routines: &Vec<Routine>| routines.iter().find(|routine| key(routine) == wanted).cloned();
        app.choices.routines.with_untracked(found).map_or_else(|| el("li"), |routine| own_row(app, &routine))
    };
    let more = move || {
        let left = app.choices.routines.with(Vec::len).saturating_sub(shown.get());
        (left > 0).then(|| {
            let words = routines::show_more(count(left.min(PAGE)));
            el("li").child(button("button").text(&words).on_click(move || shown.update(|shown| *shown += PAGE)))
        })
    };
    cards("own").each(keys, row).live(more).live(move || app.choices.routines.with(Vec::is_empty).then(none_yet))
}

/// A routine with all of its contents: a row whose routine was changed, by another tab, is built again.
fn key(routine: &Routine) -> String {
    format!("{} {}", routine.id, encode(routine))
}

fn none_yet() -> El {
    el("li")
        .class("empty")
        .child(el("p").child(el("b").text(routines::none())))
        .child(el("p").text(routines::none_advice()))
}

fn own_row(app: App, routine: &Routine) -> El {
    let id = routine.id.clone();
    let delete = move || {
        app.delete_routine(&id);
        state::focus("own");
    };
    let words = el("span").class("visually-hidden").text(routines::delete());
    let button = button("button quiet icon").child(icon(Icon::Bin)).child(words).child(hidden_target(routine.title()));
    row(app, routine, Some(button.no_double_click().on_click(delete)))
}

fn row(app: App, routine: &Routine, further: Option<El>) -> El {
    let (started, planned) = (routine.clone(), routine.clone());
    let row = RoutineRow { routine, on_start: Box::new(move || app.start_or_ask(&started)), further }.view();
    row.live(move || pain::stays_out(app, &planned))
}
