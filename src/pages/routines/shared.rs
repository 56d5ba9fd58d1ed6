//! A routine received by a link: shown before it is saved, never saved unasked.

use crate::domain::name::isolated;
use crate::domain::place::Place;
use crate::domain::routine::{self, Item, Routine, UnreadableLink};
use crate::pages::pain;
use crate::state::{App, Saved};
use crate::text::{self, Sentence, common, shared};
use crate::ui::{El, Icon, PageHead, button, el, icon, link, planned_rows, value_of, while_typed};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use std::rc::Rc;
use web_sys::Event;

/// The name of the field for a link.
const PASTED: &str = "pasted link";

pub(in crate::pages) fn page(code: &str) -> El {
    match routine::decode(code, "shared") {
        Ok(routine) => preview(&routine),
        Err(error) => unreadable(error),
    }
}

fn preview(routine: &Routine) -> El {
    let eyebrow = Some(shared::eyebrow());
    let facts = el("span")
        .class("facts")
        .child(el("span").text(&text::log::sets_words(routine.sets())))
        .child(el("span").text(&text::kit::fact(&routine.kit())));
    let figures =
        el("p").class("plan-figures numbers").child(el("b").text(&text::routine::minutes(routine))).child(facts);
    let warning = |words: String| el("p").class("callout").child(icon(Icon::Warning)).child(el("span").text(&words));
    let app = App::get();
    let (strangers, planned) = (strangers(routine), routine.clone());
    el("div")
        .class("plan-page")
        .attr("data-routine", "shared")
        .child(PageHead { title: &isolated(routine.title()), eyebrow, ..PageHead::default() }.view())
        .child(figures)
        .children(strangers_words(strangers).map(warning))
        .live(move || pain::stays_out(app, &planned))
        .child(actions(routine, strangers < routine.items.len()))
        .child(planned_rows(routine))
}

/// The buttons to save it, and to train it at once if there is anything to train.
fn actions(routine: &Routine, trainable: bool) -> El {
    let app = App::get();
    let (saved, started) = (routine.clone(), routine.clone());
    let save = move || {
        let id = app.add_routine(saved.clone(), move |saved| tell_saved(app, saved));
        app.go(Place::Routine { id });
    };
    let start = move || {
        let id = app.add_routine(started.clone(), move |saved| tell_saved(app, saved));
        app.start_or_ask(&Routine { id, ..started.clone() });
    };
    let save = button("button primary big").child(icon(Icon::Plus)).text(shared::save()).once().on_click(save);
    let start = trainable
        .then(|| button("button big").child(icon(Icon::Play)).text(shared::save_and_start()).once().on_click(start));
    el("div").class("row plan-actions").child(save).children(start)
}

/// Announces the result of saving the routine; a refusal has its own notice.
fn tell_saved(app: App, saved: Saved) {
    match saved {
        Saved::OnDisk => app.notices.announce(shared::saved()),
        Saved::Soon => app.notices.announce(shared::kept_soon()),
        Saved::No if app.memory_only.get_untracked() => {
            app.notices.announce(shared::kept_this_visit());
        }
        Saved::No => {}
    }
}

/// A field for a link received in a message. A home-screen app has no address bar to put it in.
pub(in crate::pages) fn paste() -> El {
    let app = App::get();
    let (text, problem) = (RwSignal::new(app.unfinished(PASTED).unwrap_or_default()), RwSignal::new(""));
    // A link that was opened is not kept, though the field hands it on once more when the page closes.
    let is_open = move || text.try_get_untracked().is_none_or(|text: String| text.is_empty());
    let kept = move |typed: String| app.keep_unfinished(PASTED, Some(typed).filter(|_| !is_open()));
    let hear = move |event: Event| {
        problem.set("");
        text.set(value_of(&event));
    };
    let field = el("input")
        .class("input grow")
        .id("pasted-link")
        .attr("type", "text")
        .attr("inputmode", "url")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "pasted-problem")
        .prop_live("value", move || text.get())
        .on("input", hear);
    let open = move |event: Event| {
        event.prevent_default();
        match place_in(app, &text.get_untracked()) {
            Ok(place) => {
                app.keep_unfinished(PASTED, None);
                text.set(String::new());
                app.go(place);
            }
            Err(words) => problem.set(words),
        }
    };
    let label = el("label").attr("for", "pasted-link").text(shared::paste());
    let button = el("button").attr("type", "submit").class("button").text(shared::open());
    let line = el("div").class("row").child(while_typed(field, Rc::new(kept))).child(button);
    let problem = el("p").id("pasted-problem").attr("role", "alert").text_live(move || problem.get().to_owned());
    el("form").class("stack tight").attr("novalidate", "").on("submit", open).child(label).child(line).child(problem)
}

/// The place that the link in a pasted text leads to, or the reason why there is none.
fn place_in(app: App, text: &str) -> Result<Place, &'static str> {
    match routine::decode(text, "shared") {
        Ok(routine) => Ok(Place::Shared { code: routine::encode(&routine) }),
        Err(UnreadableLink::Empty) => Err(shared::paste_first()),
        // A damaged link has a page that says so.
        Err(_) => app.place_in(text).ok_or(shared::no_link()),
    }
}

fn unreadable(error: UnreadableLink) -> El {
    let ways = el("p")
        .class("row")
        .child(link("/routines").class("button primary").text(common::see_routines()))
        .child(link("/").class("button").text(common::to_today()));
    el("div")
        .class("stack lost")
        .child(PageHead { title: shared::unreadable(), ..PageHead::default() }.view())
        .child(el("p").class("lead").attr("data-error", "").text(&error.sentence()))
        .child(paste())
        .child(ways)
}

/// The number of its items that this version does not know.
fn strangers(routine: &Routine) -> usize {
    routine.items.iter().filter(|item| Item::known(item).is_none()).count()
}

fn strangers_words(strangers: usize) -> Option<String> {
    (strangers > 0).then(|| shared::strangers(text::count(strangers)))
}
