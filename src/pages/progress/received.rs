//! The done sheet of somebody else, received in a link: shown, and never stored.

use super::session::{set_by_set, summary};
use crate::domain::log::{Performed, decode_sheet, encode_sheet};
use crate::domain::place::Place;
use crate::pages::share::{app_copy, unreadable};
use crate::state::App;
use crate::text::{self, share};
use crate::ui::{El, PageHead, el};

pub(in crate::pages) fn page(code: &str) -> El {
    match decode_sheet(code) {
        Ok(session) => sheet(App::get(), &session),
        Err(error) => unreadable(error),
    }
}

fn sheet(app: App, session: &Performed) -> El {
    let head = PageHead { eyebrow: Some(share::sheet_eyebrow()), ..PageHead::default() };
    let title = session.name.clone();
    let felt = session.effort.map(|effort| {
        let felt = el("dd").text(text::log::effort(effort));
        el("div").child(el("dt").text(share::felt())).child(felt)
    });
    let body = el("div")
        .class("stack wide session")
        .attr("data-sheet", "")
        .child(summary(app, session).children(felt))
        .child(set_by_set(session, false))
        .child(el("p").class("soft").text(share::sheet_not_kept()))
        .children(app_copy(app, &Place::DoneSheet { code: encode_sheet(session) }));
    el("div").child(head.view_named(move || title.clone())).child(body)
}
