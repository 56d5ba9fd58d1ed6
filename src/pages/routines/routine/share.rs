//! Sharing a routine: the link holds all of it, so no server sees it.

use crate::domain::place::Place;
use crate::domain::routine::{Routine, encode};
use crate::state::{self, App};
use crate::text::routines;
use crate::ui::{El, Icon, Live, button, el, icon};
use leptos::prelude::untrack;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// `page` with the link to a routine at its end, to copy by a button or by hand. An empty routine has none.
pub(super) fn section(page: El, routine: Live<Routine>) -> El {
    let shared = routine.clone();
    let sections = move || if shared().items.is_empty() { Vec::new() } else { vec!["share".to_owned()] };
    page.each(sections, move |_| made(routine.clone()))
}

fn made(routine: Live<Routine>) -> El {
    let app = App::get();
    let copied = routine.clone();
    let field = el("input")
        .class("input")
        .id("share-link")
        .attr("type", "text")
        .attr("readonly", "")
        .prop_live("value", move || link_to(&routine()))
        .on("focus", |event| select(&event));
    let labelled =
        el("div").class("field grow").child(el("label").attr("for", "share-link").text(routines::link())).child(field);
    let copy = button("button")
        .child(icon(Icon::Share))
        .text(routines::copy_link())
        .on_click(move || app.copy(link_to(&untrack(|| copied()))));
    el("section")
        .class("share")
        .child(el("h2").text(routines::share()))
        .child(el("p").class("soft").text(routines::share_how()))
        .child(el("div").class("share-line").child(labelled).child(copy))
}

fn select(event: &Event) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.iter().for_each(HtmlInputElement::select);
}

fn link_to(routine: &Routine) -> String {
    format!("{}{}", state::origin(), Place::Shared { code: encode(routine) }.href())
}
