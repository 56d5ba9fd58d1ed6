//! A ready-made routine, to view, to train, or to copy.

use super::coverage::{self, OnFix};
use super::{elsewhere, share};
use crate::domain::name::isolated;
use crate::domain::routine::{self, Edit, Routine};
use crate::pages::routines::make_own;
use crate::pages::{offer, pain};
use crate::state::App;
use crate::text;
use crate::ui::{El, Icon, PageHead, button, el, icon, planned_rows};
use std::rc::Rc;

pub(super) fn page(routine: &Routine) -> El {
    let app = App::get();
    let (started, copied, shared, planned) = (routine.clone(), routine.clone(), routine.clone(), routine.clone());
    let (trimmed, covered) = (routine.clone(), routine.clone());
    let fix = fix(app, routine);
    let fitted = routine.clone();
    let head = PageHead {
        title: &isolated(routine.title()),
        eyebrow: Some(text::routines::ready()),
        up: Some(("/routines", text::routines::title())),
    };
    let facts = el("span")
        .class("facts")
        .child(el("span").text(&text::log::sets_words(routine.sets())))
        .child(el("span").text(&text::kit::fact(&routine.kit())));
    let figures =
        el("p").class("plan-figures numbers").child(el("b").text(&text::routine::minutes(routine))).child(facts);
    let start = button("button primary big").child(icon(Icon::Play)).text(text::common::start());
    let copy = button("button big").text(text::routines::make_mine());
    let actions = el("div")
        .class("row plan-actions")
        .child(start.once().on_click(move || app.start_or_ask(&started)))
        .child(copy.once().on_click(move || make_own(app, copied.clone())));
    let page = el("div")
        .class("plan-page")
        .attr("data-routine", &routine.id)
        .child(head.view())
        .child(el("p").class("plan-about").text(routine::about(&routine.id).unwrap_or_default()))
        .child(figures)
        .live(move || pain::stays_out(app, &planned))
        .child(actions)
        .child(planned_rows(routine))
        .child(elsewhere::section(app, Rc::new(move || fitted.clone())))
        .child(offer::less_time_start(app, Rc::new(move || trimmed.clone())))
        .child(coverage::meter(app, Rc::new(move || covered.clone()), text::coverage::copy(), fix));
    share::section(page, Rc::new(move || shared.clone()))
}

/// Adds an exercise to a copy of `routine`, and opens that.
fn fix(app: App, routine: &Routine) -> OnFix {
    let routine = routine.clone();
    Rc::new(move |(exercise, level)| make_own(app, routine.edited(&Edit::Add(exercise, level))))
}
