//! A routine before it starts: the plan as it is offered, its kit against what the runner has, and the ways to start. Shared by the
//! player and the page of a received routine.

mod less_time;

pub(in crate::pages) use less_time::{in_minutes, less_time, less_time_start};

use super::way_back;
use crate::domain::catalogue::{Kit, has_kit, lacking_kit};
use crate::domain::coach::WayBack;
use crate::domain::coach::pain::trainable;
use crate::domain::routine::{Item, Routine};
use crate::domain::session::{Session, fitted};
use crate::state::App;
use crate::text::{self, common, player, vocabulary};
use crate::ui::{El, Icon, button, el, icon, icon_live, named};
use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Update, With, WithUntracked};

/// The plan on screen.
#[derive(Clone, PartialEq)]
pub(in crate::pages) struct OfferedPlan {
    /// As it was planned, or with other exercises for the runner's kit.
    pub routine: Routine,
    /// Its easier form after a break.
    pub back: Option<WayBack>,
    /// The part that is trained: without exercises that load a sore part.
    pub left: Routine,
    /// The number of exercises that can be swapped for the runner's kit.
    swaps: usize,
    /// True if pain leaves nothing to train.
    pub is_all_out: bool,
}

impl OfferedPlan {
    /// Reads kit, log and pain reactively.
    pub(in crate::pages) fn of(app: App, planned: &Routine, is_swapped: bool) -> Self {
        let kit = app.choices.settings.with(|settings| settings.kit.clone());
        let fit = fitted(planned, &kit, &|exercise, level| app.pains.is_out(exercise, level));
        let swaps = planned.items.iter().zip(&fit.items).filter(|(a, b)| a != b).count();
        let routine = if is_swapped { fit } else { planned.clone() };
        let back = app.way_back(&routine);
        let shown = back.as_ref().map_or(&routine, |way| &way.lighter);
        let left = app.pains.sores.with(|sores| trainable(shown, sores));
        let is_all_out = app.pains.is_all_out(shown);
        Self { routine, back, left, swaps, is_all_out }
    }

    /// The easier form, or the routine itself.
    pub(in crate::pages) fn shown(&self) -> &Routine {
        self.back.as_ref().map_or(&self.routine, |way| &way.lighter)
    }
}

/// The kit of the plan, each piece with a mark if the runner has it, and the way to do without the rest.
pub(in crate::pages) fn kit(app: App, plan: Memo<OfferedPlan>, is_swapped: RwSignal<bool>) -> El {
    let pieces = Memo::new(move |_| plan.with(|plan| plan.left.kit()));
    let has_all = move || app.choices.settings.with(|settings| pieces.with(|pieces| has_kit(&settings.kit, pieces)));
    let piece = move |slug: &str| Kit::from_slug(slug).map_or_else(|| el("span"), |piece| chip(app, piece));
    let chips = el("div")
        .class("chips")
        .attr("role", "group")
        .attr("aria-labelledby", "need")
        .each(move || pieces.with(|pieces| pieces.iter().map(|piece| piece.slug().to_owned()).collect()), piece);
    let needs = move || if pieces.with(Vec::is_empty) { player::no_kit() } else { player::need() }.to_owned();
    let swap = button("button")
        .flag_live("hidden", move || plan.with(|plan| plan.swaps == 0))
        .child(icon_live(move || if is_swapped.get() { Icon::Undo } else { Icon::Switch }))
        .child(el("span").text_live(move || swap_words(is_swapped.get(), plan.with(|plan| plan.swaps))))
        .on_click(move || is_swapped.update(|swapped| *swapped = !*swapped));
    let hint = el("p").class("small soft").flag_live("hidden", has_all).text(player::need_help());
    el("section")
        .class("offer-kit")
        .flag_live("hidden", move || plan.with(|plan| plan.is_all_out))
        .child(el("p").id("need").class("legend").text_live(needs))
        .child(chips)
        .child(hint)
        .child(swap)
}

/// A piece of kit, pressed if the runner has it.
fn chip(app: App, piece: Kit) -> El {
    let has = move || app.choices.settings.with(|settings| settings.kit.contains(&piece));
    button("chip")
        .attr("data-kit", piece.slug())
        .attr_live("aria-pressed", move || Some(has().to_string()))
        .child(icon_live(move || if has() { Icon::Check } else { Icon::Close }))
        .text(vocabulary::kit(piece))
        .on_click(move || {
            let at_hand = !app.choices.settings.with_untracked(|settings| settings.kit.contains(&piece));
            app.choose(move |settings| settings.with_kit(piece, at_hand));
        })
}

fn swap_words(is_swapped: bool, swaps: usize) -> String {
    if is_swapped { player::undo_swap().to_owned() } else { player::swap(text::count(swaps)) }
}

/// The kit of `item` that is not in `kit`, or the exercise of `planned` whose place it has taken; nothing if it is as planned and
/// the kit is there.
pub(in crate::pages) fn note(item: &Item, planned: &Routine, kit: &[Kit]) -> Option<String> {
    let other = planned.items.iter().find(|other| other.key == item.key && other.exercise != item.exercise);
    if let Some(other) = other {
        return Some(player::in_place_of(&other.name()));
    }
    let lacking = lacking_kit(kit, item.demand().map_or(&[], |demand| demand.kit));
    (!lacking.is_empty()).then(|| player::needs(&text::kit::fact(&lacking)))
}

/// The ways to start, buttons of the classes `class`; none if pain leaves nothing.
pub(in crate::pages) fn starts(app: App, class: &str, plan: &OfferedPlan) -> Option<El> {
    if plan.is_all_out {
        return None;
    }
    let routine = plan.routine.clone();
    Some(match &plan.back {
        Some(way) => way_back::starts(app, class, &way.lighter, &routine),
        None => button(class)
            .class_if("primary", true)
            .attr_some("disabled", routine.items.is_empty().then_some(""))
            .child(icon(Icon::Play))
            .text(common::start())
            .once()
            .on_click(move || app.start(&routine)),
    })
}

/// `plan` with another open session at its end: starting here ends that one.
pub(in crate::pages) fn other_session(app: App, plan: El) -> El {
    let id = move || app.player.session.with(|session| session.iter().map(|session| session.id().to_owned()).collect());
    plan.each(id, move |_| {
        app.player.session.get_untracked().map_or_else(|| el("div"), |session| resume(app, &session))
    })
}

/// Its clock may run meanwhile, and ticks every second: only the words follow it, the button stays.
fn resume(app: App, session: &Session) -> El {
    let (title, planned) = (session.name(), text::count(session.set_count()));
    let done = move || text::count(app.player.session.with(|session| session.as_ref().map_or(0, Session::sets_done)));
    let words = move |name: &str| player::still_open(done(), name, planned);
    el("div").class("card stack tight").attr("data-resume", title).child(named(el("p"), title, words)).child(
        button("button").child(named(el("span"), title, player::resume_other)).once().on_click(move || app.resume()),
    )
}
