//! The done sheet as a link, for whoever planned the session.

use super::{LinkWays, link_to};
use crate::domain::log::{Performed, encode_sheet};
use crate::domain::place::Place;
use crate::state::App;
use crate::text::share;
use crate::ui::{El, Live, el};
use std::rc::Rc;

/// The section to send back what was done in a session.
pub(in crate::pages) fn send_back(app: App, session: Live<Performed>) -> El {
    let named = session.clone();
    let ways = LinkWays {
        id: "sheet-link",
        link: Rc::new(move || link_to(&Place::DoneSheet { code: encode_sheet(&session()) })),
        title: Rc::new(move || named().name),
        more: Vec::new(),
    };
    let section = el("section")
        .class("share")
        .attr("aria-labelledby", "send-back")
        .child(el("h2").id("send-back").text(share::sheet()))
        .child(el("p").class("soft").text(share::sheet_how()));
    ways.view(app, section)
}
