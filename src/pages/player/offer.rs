//! Before a start: each exercise with its figure and dose, the kit against what the runner has, and Start within reach.

use crate::domain::catalogue::{self, Kit, Level};
use crate::domain::coach::WayBack;
use crate::domain::coach::pain::trainable;
use crate::domain::place::Place;
use crate::domain::routine::{Item, Routine};
use crate::domain::session::{Session, fitted};
use crate::pages::{pain, shell, way_back};
use crate::state::App;
use crate::text::{self, common, player, vocabulary};
use crate::ui::{El, Icon, button, el, icon, icon_live, link, name, named, still_of, title};
use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Update, With, WithUntracked};

/// The plan on screen.
#[derive(Clone, PartialEq)]
struct OfferedPlan {
    /// As it was planned, or with other exercises for the runner's kit.
    routine: Routine,
    /// Its easier form after a break.
    back: Option<WayBack>,
    /// The part that is trained: without exercises that load a sore part.
    left: Routine,
    /// The number of exercises that can be swapped for the runner's kit.
    swaps: usize,
    /// True if pain leaves nothing to train.
    is_all_out: bool,
}

impl OfferedPlan {
    /// Reads kit, log and pain reactively.
    fn of(app: App, planned: &Routine, is_swapped: bool) -> Self {
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
    fn shown(&self) -> &Routine {
        self.back.as_ref().map_or(&self.routine, |way| &way.lighter)
    }
}

/// The routine with this `id`, or a single exercise at the level of the address.
fn planned(app: App, id: &str) -> Option<Routine> {
    let level = match app.navigation.place.get_untracked() {
        Place::Play { level, .. } => level,
        _ => Level::Base,
    };
    app.routine(id).or_else(|| catalogue::brief(id).map(|exercise| Routine::single(exercise, level)))
}

/// The offer of a routine, which may still be on its way from the store. Reads the routines reactively.
pub(super) fn screen(id: &str) -> El {
    let app = App::get();
    let Some(routine) = planned(app, id) else { return missing() };
    let (heading, is_swapped) = (name(routine.title()), RwSignal::new(false));
    let as_planned = routine.clone();
    let plan = Memo::new(move |_| OfferedPlan::of(app, &routine, is_swapped.get()));
    let away = link("/routines").class("button quiet icon").attr("aria-label", player::back_to_routines());
    let about = el("div")
        .class("player-offer stack")
        .child(shell::notices())
        .child(title().child(heading))
        .live(move || plan.with(facts))
        .live(move || plan.with(|plan| pain::stays_out(app, plan.shown())))
        .live(move || plan.with(|plan| plan.back.iter().flat_map(way_back::words).collect::<Vec<_>>()));
    let about = other_session(app, about).child(kit(app, plan, is_swapped));
    let about = about.live(move || plan.with(|plan| plan.is_all_out.then(|| pain::nothing_left(app))));
    let starts = el("div").class("player-actions").live(move || plan.with(|plan| starts(app, plan)));
    main()
        .child(el("header").class("player-strip").child(away.child(icon(Icon::Close))))
        .child(el("div").class("offer-side").child(about).child(starts))
        .child(el("ol").class("offer-items").live(move || plan.with(|plan| rows(app, plan, &as_planned))))
}

fn main() -> El {
    el("main").class("player offer").id("main").attr("tabindex", "-1")
}

/// Minutes and number of exercises.
fn facts(plan: &OfferedPlan) -> Option<El> {
    let facts = el("p").class("facts numbers");
    let minutes = el("b").text(&text::routine::minutes(&plan.left));
    let exercises = el("span").text(&common::exercises(text::count(plan.left.items.len())));
    (!plan.is_all_out).then(|| facts.child(minutes).child(exercises))
}

/// The kit of the plan, each piece with a mark if the runner has it, and the way to do without the rest.
fn kit(app: App, plan: Memo<OfferedPlan>, is_swapped: RwSignal<bool>) -> El {
    let pieces = Memo::new(move |_| plan.with(|plan| plan.left.kit()));
    let has = move |piece: Kit| app.choices.settings.with(|settings| settings.kit.contains(&piece));
    let lacks = move || pieces.with(|pieces| pieces.iter().any(|piece| !has(*piece)));
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
    let hint = el("p").class("small soft").flag_live("hidden", move || !lacks()).text(player::need_help());
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

fn rows(app: App, plan: &OfferedPlan, planned: &Routine) -> Vec<El> {
    let kit = app.choices.settings.with(|settings| settings.kit.clone());
    let before = |item: &Item| planned.items.iter().find(|other| other.key == item.key).cloned();
    plan.left.items.iter().map(|item| row(item, before(item), &kit)).collect()
}

/// An exercise with its dose, and what it needs or whose place it has taken.
fn row(item: &Item, planned: Option<Item>, kit: &[Kit]) -> El {
    let facts = [vocabulary::level(item.level), " · ", &text::routine::dose_words(item)].concat();
    let lacking = item.demand().map_or(&[][..], |demand| demand.kit).iter().filter(|piece| !kit.contains(piece));
    let lacking: Vec<Kit> = lacking.copied().collect();
    let other = planned.filter(|planned| planned.exercise != item.exercise);
    let told = match other {
        Some(planned) => Some(player::in_place_of(&planned.name())),
        None if lacking.is_empty() => None,
        None => Some(player::needs(&text::kit::fact(&lacking))),
    };
    let words = el("div")
        .child(el("strong").text(&item.name()))
        .child(el("span").class("soft small numbers").text(&facts))
        .children(told.map(|told| el("span").class("small offer-note").text(&told)));
    el("li").attr("data-exercise", &item.exercise).children(still_of(item)).child(words)
}

/// The ways to start within reach of the thumb; none if pain leaves nothing.
fn starts(app: App, plan: &OfferedPlan) -> Option<El> {
    if plan.is_all_out {
        return None;
    }
    let routine = plan.routine.clone();
    Some(match &plan.back {
        Some(way) => way_back::starts(app, "button main-action", &way.lighter, &routine),
        None => button("button primary main-action")
            .attr_some("disabled", routine.items.is_empty().then_some(""))
            .child(icon(Icon::Play))
            .text(common::start())
            .once()
            .on_click(move || app.start(&routine)),
    })
}

/// `plan` with another open session at its end: starting here ends that one.
fn other_session(app: App, plan: El) -> El {
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

fn missing() -> El {
    let words = el("div")
        .class("player-offer stack")
        .child(title().text(player::missing()))
        .child(el("p").class("lead").text(player::missing_why()))
        .child(el("p").child(link("/routines").class("button primary").text(player::see_routines())));
    main().child(words)
}
