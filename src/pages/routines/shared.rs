//! A routine received by a link: shown before it is trained or saved, and saved only on request.

use crate::domain::place::Place;
use crate::domain::routine::{self, Item, RECEIVED, Routine, encode};
use crate::pages::offer::{self, OfferedPlan};
use crate::pages::{pain, share};
use crate::state::{App, NoticeKind, Offer, Saved};
use crate::text::{self, common, shared};
use crate::ui::{El, Icon, PageHead, button, el, icon, planned_rows_with};
use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, With};
use std::rc::Rc;

pub(in crate::pages) fn page(code: &str) -> El {
    match routine::decode(code, RECEIVED) {
        Ok(routine) => preview(routine),
        Err(error) => share::unreadable(error),
    }
}

fn preview(received: Routine) -> El {
    let app = App::get();
    let (known, is_swapped) = (received.known(), RwSignal::new(false));
    let strangers = received.items.len() - known.items.len();
    let plan = Memo::new(move |_| OfferedPlan::of(app, &known, is_swapped.get()));
    let warning = |words: String| el("p").class("callout").child(icon(Icon::Warning)).child(el("span").text(&words));
    let head = PageHead { eyebrow: Some(shared::eyebrow()), ..PageHead::default() };
    let title = received.title().to_owned();
    let place = Place::Shared { code: encode(&received) };
    let (saved, shown, printed) = (received.clone(), received.clone(), received);
    let page = el("div")
        .class("plan-page")
        .attr("data-routine", RECEIVED)
        .child(head.view_named(move || title.clone()))
        .live(move || plan.with(facts))
        .children((strangers > 0).then(|| warning(shared::strangers(text::count(strangers)))))
        .live(move || plan.with(|plan| pain::stays_out(app, plan.shown())));
    let page = offer::other_session(app, page)
        .child(offer::kit(app, plan, is_swapped))
        .live(move || plan.with(|plan| plan.is_all_out.then(|| pain::nothing_left(app))));
    page.child(actions(app, plan, saved))
        .live(move || Some(plan.with(|plan| rows(app, plan, &shown))))
        .children(share::app_copy(app, &place))
        .child(share::printed(Rc::new(move || printed.clone())))
}

/// Minutes, sets and exercises of what is trained.
fn facts(plan: &OfferedPlan) -> Option<El> {
    let fact = |words: &str| el("span").text(words);
    let facts = el("span")
        .class("facts")
        .child(fact(&text::log::sets_words(plan.left.sets())))
        .child(fact(&common::exercises(text::count(plan.left.items.len()))));
    let figures = el("p").class("plan-figures numbers");
    Some(figures.child(el("b").text(&text::routine::minutes(&plan.left))).child(facts)).filter(|_| !plan.is_all_out)
}

/// The ways to train it at once, without saving it, and to save it.
fn actions(app: App, plan: Memo<OfferedPlan>, received: Routine) -> El {
    let starts = move || {
        plan.with(|plan| {
            let starts = || offer::starts(app, "button big", plan);
            (!plan.routine.items.is_empty()).then(starts).flatten()
        })
    };
    let save = move || {
        let (id, was_there) = app.keep_received(&received, move |saved| tell_saved(app, saved));
        app.go(Place::Routine { id });
        if was_there {
            app.notices.announce(shared::saved_before());
            app.notices.tell(NoticeKind::Plain, shared::saved_before(), Offer::Nothing);
        }
    };
    let save = button("button big").child(icon(Icon::Plus)).text(shared::save()).once().on_click(save);
    el("div")
        .class("row plan-actions")
        .live(starts)
        .child(save)
        .child(el("p").class("soft small").text(shared::nothing_saved()))
}

/// Announces the result of saving the routine; a refusal has its own notice.
pub(super) fn tell_saved(app: App, saved: Saved) {
    match saved {
        Saved::OnDisk => app.notices.announce(shared::saved()),
        Saved::Soon => app.notices.announce(shared::kept_soon()),
        Saved::No if app.memory_only.get_untracked() => {
            app.notices.announce(shared::kept_this_visit());
        }
        Saved::No => {}
    }
}

/// The exercises in the order of the link: those that are trained, and those that this version does not know.
fn rows(app: App, plan: &OfferedPlan, received: &Routine) -> El {
    let kit = app.choices.settings.with(|settings| settings.kit.clone());
    let trained = |item: &Item| plan.left.items.iter().find(|other| other.key == item.key).cloned();
    let shown = |item: &Item| if item.known().is_some() { trained(item) } else { Some(item.clone()) };
    let items: Vec<Item> = received.items.iter().filter_map(shown).collect();
    let shown = Routine { items, ..received.clone() };
    planned_rows_with(&shown, &|item| offer::note(item, received, &kit))
}
