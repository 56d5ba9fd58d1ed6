//! The done sheet of somebody else, received in a link: shown, and never stored.

use super::session::{exercise_card, summary};
use crate::domain::log::{Performed, decode_sheet, encode_sheet};
use crate::domain::name::isolated;
use crate::domain::place::Place;
use crate::domain::progress::sets_by_exercise;
use crate::pages::share::{app_copy, unreadable};
use crate::state::App;
use crate::text::{self, diary, share};
use crate::ui::{El, PageHead, el};

pub(in crate::pages) fn page(code: &str) -> El {
    match decode_sheet(code) {
        Ok(session) => sheet(App::get(), &session),
        Err(error) => unreadable(error),
    }
}

fn sheet(app: App, session: &Performed) -> El {
    let head =
        PageHead { title: &isolated(&session.name), eyebrow: Some(share::sheet_eyebrow()), ..PageHead::default() };
    let sets = el("section")
        .class("stack")
        .attr("aria-labelledby", "sets")
        .child(el("h2").id("sets").text(diary::set_by_set()))
        .child(
            el("div")
                .class("bouts")
                .children(sets_by_exercise(session).iter().filter_map(|sets| exercise_card(sets, false))),
        );
    let felt = session.effort.map(|effort| {
        let felt = el("dd").text(text::log::effort(effort));
        el("div").child(el("dt").text(share::felt())).child(felt)
    });
    let body = el("div")
        .class("stack wide session")
        .attr("data-sheet", "")
        .child(summary(app, session).children(felt))
        .child(sets)
        .child(el("p").class("soft").text(share::sheet_not_kept()))
        .children(app_copy(app, &Place::DoneSheet { code: encode_sheet(session) }));
    el("div").child(head.view()).child(body)
}
