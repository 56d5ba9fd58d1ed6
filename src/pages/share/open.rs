//! Opening a link that came in a message: a field, the clipboard, or the camera; and the page of one that cannot be read.

use super::scan::scanner;
use super::ways::way;
use crate::domain::log::{decode_sheet, encode_sheet};
use crate::domain::place::Place;
use crate::domain::routine::{RECEIVED, UnreadableLink, decode, encode};
use crate::state::{self, App};
use crate::text::{Sentence, common, share, shared};
use crate::ui::{Act, El, Icon, PageHead, el, link, value_of, while_typed};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use std::rc::Rc;
use web_sys::Event;

/// The name of the field for a link.
const PASTED: &str = "pasted link";

/// A field for a link received in a message, with the ways to fill it. A home-screen app has no address bar to put it in.
pub(in crate::pages) fn open() -> El {
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
    let go = move |read: &str, none: &'static str| match place_in(app, read, none) {
        Ok(place) => {
            app.keep_unfinished(PASTED, None);
            text.set(String::new());
            app.go(place);
        }
        Err(words) => problem.set(words),
    };
    let submit = move |event: Event| {
        event.prevent_default();
        go(&text.get_untracked(), shared::no_link());
    };
    let paste = move || {
        app.paste(move |pasted| match pasted {
            // The page may be gone by now.
            _ if text.try_get_untracked().is_none() => {}
            Some(pasted) => {
                text.set(pasted.clone());
                go(&pasted, shared::no_link());
            }
            None => problem.set(share::paste_refused()),
        });
    };
    let paste = state::can_paste().then(|| way(Icon::Download, share::paste()).on_click(paste));
    let read: Act<String> = Rc::new(move |read: String| go(&read, share::scan_other()));
    let (scan, picture) = scanner(app, read, Rc::new(move |end| problem.set(end))).unzip();
    let label = el("label").attr("for", "pasted-link").text(shared::paste());
    let button = el("button").attr("type", "submit").class("button").text(shared::open());
    let line = el("div").class("row").child(while_typed(field, Rc::new(kept))).child(button);
    let problem = el("p").id("pasted-problem").attr("role", "alert").text_live(move || problem.get().to_owned());
    el("form")
        .class("stack tight")
        .attr("novalidate", "")
        .on("submit", submit)
        .child(label)
        .child(line)
        .child(problem)
        .child(el("div").class("share-ways").children(paste).children(scan))
        .children(picture)
}

/// The place that the link in a text leads to, or the reason why there is none: `none` if there is no link at all.
fn place_in(app: App, text: &str, none: &'static str) -> Result<Place, &'static str> {
    let routine = match decode(text, RECEIVED) {
        Ok(routine) => return Ok(Place::Shared { code: encode(&routine) }),
        Err(UnreadableLink::Empty) => return Err(shared::paste_first()),
        Err(error) => error,
    };
    match decode_sheet(text) {
        Ok(session) => return Ok(Place::DoneSheet { code: encode_sheet(&session) }),
        // A damaged link has a page that says so.
        Err(_) => app.place_in(text),
    }
    .ok_or_else(|| if routine == UnreadableLink::Newer { shared::link_newer() } else { none })
}

/// The page of a link that cannot be read.
pub(in crate::pages) fn unreadable(error: UnreadableLink) -> El {
    let ways = el("p")
        .class("row")
        .child(link("/routines").class("button primary").text(common::see_routines()))
        .child(link("/").class("button").text(common::to_today()));
    el("div")
        .class("stack lost")
        .child(PageHead { title: shared::unreadable(), ..PageHead::default() }.view())
        .child(el("p").class("lead").attr("data-error", "").text(&error.sentence()))
        .child(open())
        .child(ways)
}
