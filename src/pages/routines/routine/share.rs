//! Sharing a routine: the link holds all of it, so no server sees it; on paper it has the link as a QR code.

use crate::domain::place::Place;
use crate::domain::routine::{Routine, encode};
use crate::pages::share::{LinkWays, link_to, printed, sound_file};
use crate::state::{self, App};
use crate::text::{self, routines, share};
use crate::ui::{El, Icon, Live, button, el, icon};
use leptos::prelude::untrack;
use std::rc::Rc;

/// `page` with the ways to share a routine at its end. An empty routine has none.
pub(super) fn section(page: El, routine: Live<Routine>) -> El {
    let shared = routine.clone();
    let sections = move || if shared().items.is_empty() { Vec::new() } else { vec!["share".to_owned()] };
    page.each(sections, move |_| made(routine.clone()))
}

fn made(routine: Live<Routine>) -> El {
    let app = App::get();
    let (linked, named, filed, watched) = (routine.clone(), routine.clone(), routine.clone(), routine.clone());
    let print = button("button").child(icon(Icon::Print)).text(share::print()).on_click(state::print);
    let file = button("button").child(icon(Icon::Download)).text(share::file()).on_click(move || {
        let routine = untrack(|| filed());
        let words = text::routine::as_text(&routine, &link_of(&routine));
        app.hand_out(text::routine::file_name(&routine, ".txt"), words);
    });
    let watch = button("button")
        .child(icon(Icon::Watch))
        .text(share::watch())
        .attr("aria-describedby", "watch-how")
        .on_click(move || app.hand_out_workout(&untrack(|| watched())));
    let (sound, sounding) = sound_file(app, routine.clone());
    let ways = LinkWays {
        id: "share-link",
        link: Rc::new(move || link_of(&linked())),
        title: Rc::new(move || named().title().to_owned()),
        more: vec![print, file, watch, sound],
    };
    let section = el("section")
        .class("share")
        .child(el("h2").text(routines::share()))
        .child(el("p").class("soft").text(routines::share_how()));
    let how = el("p").class("soft").id("watch-how").text(share::watch_how());
    ways.view(app, section).child(how).child(sounding).child(printed(routine))
}

fn link_of(routine: &Routine) -> String {
    link_to(&Place::Shared { code: encode(routine) })
}
