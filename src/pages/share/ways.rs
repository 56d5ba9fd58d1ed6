//! The ways to hand on a link: to select it, copy it, send it, and to show it as a QR code.

use crate::domain::place::Place;
use crate::state::{self, App};
use crate::text::{routines, share};
use crate::ui::{El, Icon, Live, button, el, icon, qr_code};
use leptos::prelude::{Effect, Get, RwSignal, Update, request_animation_frame, untrack};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// A link and the ways to hand it on.
pub(in crate::pages) struct LinkWays {
    /// The id of the field that has the link.
    pub id: &'static str,
    /// The link.
    pub link: Live<String>,
    /// The name of its target, for the device's own sheet.
    pub title: Live<String>,
    /// Further buttons.
    pub more: Vec<El>,
}

impl LinkWays {
    /// `section` with the field and the buttons at its end.
    pub(in crate::pages) fn view(self, app: App, section: El) -> El {
        let Self { id, link, title, more } = self;
        let (shown, copied, told, coded) = (link.clone(), link.clone(), link.clone(), link);
        let is_open = RwSignal::new(false);
        let field = el("input")
            .class("input")
            .id(id)
            .attr("type", "text")
            .attr("readonly", "")
            .prop_live("value", move || shown())
            .on("focus", |event| select(&event));
        let labelled = el("div").class("field").child(el("label").attr("for", id).text(routines::link()));
        let copy = way(Icon::Share, routines::copy_link()).on_click(move || app.copy(untrack(|| copied())));
        let send = state::can_send()
            .then(|| way(Icon::Upload, share::send()).on_click(move || untrack(|| app.send_link(title(), told()))));
        let qr = [id, "-qr"].concat();
        let toggle = way(Icon::Qr, share::qr())
            .attr("aria-controls", &qr)
            .attr_live("aria-expanded", move || Some(is_open.get().to_string()))
            .on_click(move || is_open.update(|open| *open = !*open));
        let place = el("div").id(&qr);
        let shown = place.clone();
        // It may come below what is on screen.
        Effect::new(move || {
            if is_open.get() {
                let shown = shown.clone();
                request_animation_frame(move || shown.reveal());
            }
        });
        let code = move || is_open.get().then(|| code(&coded()));
        section
            .child(labelled.child(field))
            .child(el("div").class("share-ways").child(copy).children(send).child(toggle).children(more))
            .child(place.live(code))
    }
}

/// A button with an icon.
pub(super) fn way(which: Icon, words: &str) -> El {
    button("button").child(icon(which)).text(words)
}

fn code(link: &str) -> El {
    match qr_code(link, share::qr_of()) {
        Some(code) => el("div").class("stack tight").child(code).child(el("p").class("soft").text(share::qr_how())),
        None => el("p").text(share::qr_too_long()),
    }
}

fn select(event: &Event) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.iter().for_each(HtmlInputElement::select);
}

/// The whole address of `place`.
pub(in crate::pages) fn link_to(place: &Place) -> String {
    state::origin() + &place.href()
}

/// The way from the browser of iOS into the home-screen app, which has a storage of its own; nothing elsewhere.
pub(in crate::pages) fn app_copy(app: App, place: &Place) -> Option<El> {
    let link = link_to(place);
    state::may_have_home_screen_app().then(|| {
        el("div")
            .class("card stack tight")
            .child(el("p").text(share::app_how()))
            .child(way(Icon::Share, share::app_copy()).on_click(move || app.copy(link.clone())))
    })
}
