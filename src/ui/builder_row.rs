//! A row of the builder: one exercise of a routine, its dose, its controls and its position.

use super::amount_field::AmountField;
use super::builder_load::load_field;
use super::builder_side_order::side_order_field;
use super::builder_tempo::tempo_field;
use super::choice::Segmented;
use super::drag::HANDLE;
use super::element::{Act, El, Live, button, el, is_checked};
use super::icon::{Icon, icon, icon_live};
use super::link::link_live;
use super::load::load_fact;
use super::planned_rows::{note, plan_facts};
use super::routine_row::hidden_target;
use super::stepper::stepper;
use super::typed::text_field;
use crate::domain::catalogue::{Level, Measure, Sides, is_own};
use crate::domain::place::Place;
use crate::domain::routine::{Edit, Item, MAX_PLAN_NOTE, SetClock};
use crate::domain::session::Substitute;
use crate::domain::settings::Settings;
use crate::domain::units::Seconds;
use crate::text::{builder, common, planned, routine, units, vocabulary};
use leptos::prelude::{
    Get, GetUntracked, LocalStorage, RwSignal, Set, StoredValue, Update, WithValue, queue_microtask, untrack,
};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Seconds per step of the rest.
const REST_STEP: u32 = 5;

/// A handle of an element that ends with the row. A handler that owned the element would keep it for ever.
type ElementHandle = StoredValue<El, LocalStorage>;

/// An invalid amount typed before, and the callback for one typed now.
type Unfinished = (Option<String>, Act<Option<String>>);

/// A row of the builder. On a phone its controls open on demand; on a laptop they are always visible.
pub struct BuilderRow {
    /// The planned exercise; its plan may change, the exercise does not.
    pub item: Live<Item>,
    /// Position in the list, from 0, and length of the list.
    pub stands: Live<(usize, usize)>,
    /// True if it can move up, and down.
    pub moves: Live<(bool, bool)>,
    /// The blocks that it can move into, by key and name.
    pub blocks: Live<Vec<(u32, &'static str)>>,
    /// True if it has a set for each round of its block.
    pub in_turn: Live<bool>,
    /// The runner's settings: her unit and her bands.
    pub settings: Live<Settings>,
    /// The exercises that can replace its own.
    pub swaps: Live<Vec<Substitute>>,
    /// True if it is one of several selected rows.
    pub is_selected: Live<bool>,
    /// Called to select it, or not.
    pub on_select: Act<bool>,
    /// Called with an edit.
    pub on_edit: Act<Edit>,
    /// Called with the number of places to move.
    pub on_move: Act<i32>,
    /// Called to remove the row.
    pub on_remove: Box<dyn Fn()>,
    /// An invalid amount typed before.
    pub unfinished: Option<String>,
    /// Called with an invalid amount, or with nothing once it is valid again.
    pub on_unfinished: Act<Option<String>>,
}

impl BuilderRow {
    /// The row.
    #[must_use]
    pub fn view(self) -> El {
        let Self { item, stands, moves, blocks, in_turn, settings, swaps, is_selected, on_select, .. } = self;
        let (on_edit, on_move, on_remove) = (self.on_edit, self.on_move, self.on_remove);
        let (unfinished, on_unfinished) = (self.unfinished, self.on_unfinished);
        let now = untrack(|| item());
        let open = RwSignal::new(unfinished.is_some());
        let row = el("li")
            .class("build-row")
            .class_live("open", move || open.get())
            .id(&item_id(now.key))
            .attr("tabindex", "-1")
            .attr("data-item", &now.key.to_string())
            .attr("data-exercise", &now.exercise);
        let held = StoredValue::new_local(row.clone());
        let moved = on_move.clone();
        let by_key = move |event: Event| {
            let Some(by) = moved_by(&event) else { return };
            event.prevent_default();
            moved(by);
            refocus(vec![held]);
        };
        let again = on_edit.clone();
        let key = now.key;
        let on_again = Box::new(move || again(Edit::Duplicate(key)));
        let swapping = RwSignal::new(false);
        let swap = now.known().map(|_| swap_way(&now.name(), swapping, open));
        let moving = moving(&now.name(), &moves, &on_move, [Some(again_way(&now.name(), on_again)), swap], on_remove);
        let tempo = tempo_field(&item, &now, &on_edit);
        let load = load_field(&item, &now, &settings, &on_edit);
        let more = [Some(load), tempo, side_order_field(&item, &now, &on_edit)];
        let controls = controls(&item, &now, &on_edit, &in_turn, more, (unfinished, on_unfinished));
        let number = el("span").class("build-number numbers").text_live(move || (stands().0 + 1).to_string());
        // The buttons and keys that move a row are for everybody else.
        let handle = el("div").class("build-handle").attr(HANDLE, "").attr("aria-hidden", "true").child(number);
        row.on("keydown", by_key)
            .child(handle.child(icon(Icon::Grip)))
            .child(selection(&now.name(), is_selected, on_select))
            .child(head(&item, &now))
            .child(opener(open, &now.name()))
            .child(controls.child(swap_list(key, swapping, swaps, &on_edit)).child(into_blocks(key, blocks, &on_edit)))
            .child(moving)
    }
}

/// The id of an item's row in the page, for the focus.
#[must_use]
pub fn item_id(key: u32) -> String {
    format!("item-{key}")
}

/// The check box of a row, shown while several are selected.
fn selection(name: &str, is_selected: Live<bool>, on_select: Act<bool>) -> El {
    let input = el("input")
        .attr("type", "checkbox")
        .prop_live("checked", move || is_selected())
        .on("change", move |event| on_select(is_checked(&event)));
    el("label").class("build-select").child(input).child(el("span").text(&builder::select_one(name)))
}

fn head(item: &Live<Item>, now: &Item) -> El {
    let head = el("div").class("build-head");
    if now.known().is_none() {
        let name = el("p").class("row-title unknown-name").text(&now.name());
        return head.child(name).child(el("p").class("small soft").text(planned::unknown()));
    }
    let href = reading(item, |item| Place::Exercise { id: item.exercise.clone(), level: item.level }.href());
    let name = link_live(href).text(&now.name());
    let facts = el("p")
        .class("facts numbers")
        .child(el("span").attr("data-dose", "").text_live(reading(item, routine::dose_words)))
        .children(
            (!is_own(&now.exercise))
                .then(|| el("span").text_live(reading(item, |item| vocabulary::level(item.level).to_owned()))),
        )
        .child(
            el("span")
                .flag_live("hidden", reading(item, |item| item.clock.is_some()))
                .text_live(reading(item, |item| planned::rest(&units::spoken(item.rest)))),
        );
    let (noted, loaded) = (item.clone(), item.clone());
    let facts = facts.live(move || loaded().load.as_ref().map(load_fact));
    let planned = item.clone();
    let facts = facts.live(move || plan_facts(&planned()).collect::<Vec<_>>());
    // The facts in fewer letters, for a closed row on a phone. Screen readers read the others.
    let short = el("p").class("build-short numbers").attr("aria-hidden", "true");
    let short = short.text_live(reading(item, routine::short_words));
    let title = el("p").class("row-title").child(name);
    head.child(title).child(short).child(facts).live(move || note(&noted().note))
}

pub(super) fn opener(open: RwSignal<bool>, name: &str) -> El {
    let words = move || if open.get() { common::close() } else { builder::change() }.to_owned();
    button("button quiet icon build-open")
        .attr_live("aria-expanded", move || Some(open.get().to_string()))
        .child(el("span").class("visually-hidden").text_live(words))
        .child(hidden_target(name))
        .child(icon_live(move || if open.get() { Icon::Up } else { Icon::Down }))
        .on_click(move || open.update(|open| *open = !*open))
}

/// The controls; none for an exercise that this version does not know.
fn controls(
    item: &Live<Item>,
    now: &Item,
    on_edit: &Act<Edit>,
    in_turn: &Live<bool>,
    more: [Option<El>; 3],
    unfinished: Unfinished,
) -> El {
    let controls = el("div").class("build-controls");
    if now.known().is_none() {
        return controls;
    }
    let name = now.name();
    let sets = stepper(
        &builder::sets_of(&name),
        reading(item, |item| item.targets.len().to_string()),
        &stepping(item, on_edit, |item, by| Edit::Sets(item.key, stepped_sets(item, by))),
    );
    let rest = stepper(
        &builder::rest_of(&name),
        reading(item, rest_words),
        &stepping(item, on_edit, |item, by| Edit::Rest(item.key, stepped_rest(item.rest, by))),
    );
    let steppers = el("div")
        .class("build-steppers")
        .child(field(reading(item, sets_label), sets).flag_live("hidden", {
            let in_turn = in_turn.clone();
            move || in_turn()
        }))
        .child(amount(item, now, on_edit, unfinished).flag_live("hidden", reading(item, is_timed)))
        .child(
            field(|| builder::rest().to_owned(), rest).flag_live("hidden", reading(item, |item| item.clock.is_some())),
        );
    let levels = (!is_own(&now.exercise)).then(|| levels(item, now, on_edit.clone()));
    controls.children(levels).child(steppers).children(more.into_iter().flatten()).child(note_field(item, now, on_edit))
}

fn levels(item: &Live<Item>, now: &Item, on_edit: Act<Edit>) -> El {
    let key = now.key;
    let choice = Segmented {
        label: builder::level_of(&now.name()),
        name: format!("level-{key}"),
        options: Level::ALL.iter().map(|level| (level.slug(), vocabulary::level(*level))).collect(),
        chosen: Rc::new(reading(item, |item| item.level.slug())),
        on_choose: Rc::new(move |slug| {
            if let Some(level) = Level::from_slug(slug) {
                on_edit(Edit::Level(key, level));
            }
        }),
    };
    choice.view()
}

fn amount(item: &Live<Item>, now: &Item, on_edit: &Act<Edit>, (unfinished, on_unfinished): Unfinished) -> El {
    let (key, typed) = (now.key, on_edit.clone());
    let field = AmountField {
        label: Rc::new(reading(item, amount_label)),
        whose: &now.name(),
        id: &format!("amount-{key}"),
        amounts: Rc::new(reading(item, |item| item.targets.clone())),
        on_amount: Box::new(move |amount| typed(Edit::Amount(key, amount))),
        on_step: stepping(item, on_edit, |item, by| Edit::StepAmount(item.key, by * amount_step(item.measure()))),
        unfinished,
        on_unfinished,
    };
    field.view()
}

/// A stepper with its visible legend. Screen readers read the stepper's own label instead.
pub(super) fn field(legend: impl Fn() -> String + 'static, stepper: El) -> El {
    let legend = el("span").class("legend").attr("aria-hidden", "true").text_live(legend);
    el("div").class("field").child(legend).child(stepper)
}

/// A reactive value that `read` takes from the item.
fn reading<T: 'static>(item: &Live<Item>, read: fn(&Item) -> T) -> impl Fn() -> T + 'static {
    let item = item.clone();
    move || read(&item())
}

/// A step handler that sends the edit made by `edit`.
fn stepping(item: &Live<Item>, on_edit: &Act<Edit>, edit: fn(&Item, i16) -> Edit) -> Act<i16> {
    let (item, on_edit) = (item.clone(), on_edit.clone());
    Rc::new(move |by| on_edit(edit(&untrack(|| item()), by)))
}

/// A field for the note.
fn note_field(item: &Live<Item>, now: &Item, on_edit: &Act<Edit>) -> El {
    let (key, on_edit) = (now.key, on_edit.clone());
    let on_note = Rc::new(move |note| on_edit(Edit::ItemNote(key, note)));
    plan_note_field(&now.name(), &format!("note-{key}"), Rc::new(reading(item, |item| item.note.clone())), on_note)
}

/// A field for the note on something named `whose`.
pub(super) fn plan_note_field(whose: &str, id: &str, note: Live<String>, on_note: Act<String>) -> El {
    let input = el("input").class("input").attr("type", "text").attr("autocomplete", "off");
    let input = input.attr("aria-label", &builder::note_of(whose));
    let legend = el("span").class("legend").attr("aria-hidden", "true").text(builder::note());
    // On a laptop, where all controls are in view, an empty field would be in every row.
    let asked = RwSignal::new(untrack(|| !note().is_empty()));
    let noted = note.clone();
    let is_shown = move || asked.get() || !noted().is_empty();
    let [input, room] = text_field(input, id, MAX_PLAN_NOTE, note, on_note);
    let held = StoredValue::new_local(input.clone());
    let add = button("button quiet build-add-note").child(icon(Icon::Plus)).text(builder::add_note());
    let add = add.child(hidden_target(whose)).on_click(move || {
        asked.set(true);
        refocus(vec![held]);
    });
    let field = el("div").class("field").child(legend).child(input).child(room);
    el("div").class("build-note").class_live("noted", is_shown).child(field).child(add)
}

/// A button for each block that the row can move into.
fn into_blocks(key: u32, blocks: Live<Vec<(u32, &'static str)>>, on_edit: &Act<Edit>) -> El {
    let on_edit = on_edit.clone();
    el("div").class("build-into").live(move || {
        let blocks = blocks();
        (!blocks.is_empty()).then(|| {
            let into = |(block, name): (u32, &str)| {
                let on_edit = on_edit.clone();
                button("button").text(name).on_click(move || on_edit(Edit::Into(key, block)))
            };
            let label = el("span").class("legend").text(builder::move_to());
            let label =
                el("div").class("row").attr("role", "group").attr("aria-label", builder::move_to()).child(label);
            label.children(blocks.into_iter().map(into))
        })
    })
}

/// A button of a row, with its words where there is room.
fn way(name: &str, classes: &str, shown: Icon, words: &str) -> El {
    let words = el("span").class("build-word").text(words);
    button(classes).child(icon(shown)).child(words).child(hidden_target(name))
}

fn again_way(name: &str, on_again: Box<dyn Fn()>) -> El {
    way(name, "button quiet", Icon::Copy, builder::duplicate()).once().on_click(on_again)
}

/// The button that shows the exercises to swap for.
fn swap_way(name: &str, swapping: RwSignal<bool>, open: RwSignal<bool>) -> El {
    way(name, "button quiet", Icon::Switch, builder::swap())
        .attr_live("aria-expanded", move || Some(swapping.get().to_string()))
        .on_click(move || {
            swapping.update(|on| *on = !*on);
            open.update(|open| *open |= swapping.get_untracked());
        })
}

/// A button for each exercise that can replace that of the row, while it is asked for.
fn swap_list(key: u32, swapping: RwSignal<bool>, swaps: Live<Vec<Substitute>>, on_edit: &Act<Edit>) -> El {
    let on_edit = on_edit.clone();
    el("div").class("build-into build-swaps").live(move || {
        swapping.get().then(|| {
            let swap = |(exercise, level): Substitute| {
                let on_edit = on_edit.clone();
                let words = if level == Level::Base {
                    exercise.name.to_owned()
                } else {
                    routine::short_level(vocabulary::level(level), exercise.name)
                };
                button("button").text(&words).once().on_click(move || on_edit(Edit::Swap(key, exercise, level)))
            };
            let swaps: Vec<El> = swaps().into_iter().map(swap).collect();
            let words = if swaps.is_empty() { builder::no_swap() } else { builder::swap_for() };
            let group = el("div").class("row").attr("role", "group").attr("aria-label", words);
            group.child(el("span").class("legend").text(words)).children(swaps)
        })
    })
}

fn moving(
    name: &str,
    moves: &Live<(bool, bool)>,
    on_move: &Act<i32>,
    more: [Option<El>; 2],
    on_remove: Box<dyn Fn()>,
) -> El {
    let way = |classes: &str, shown: Icon, words: &str| way(name, classes, shown, words);
    let (may, can) = (moves.clone(), moves.clone());
    let up = way("button quiet", Icon::Up, builder::up()).flag_live("disabled", move || !may().0);
    let down = way("button quiet", Icon::Down, builder::down()).flag_live("disabled", move || !can().1);
    let (held_up, held_down) = (StoredValue::new_local(up.clone()), StoredValue::new_local(down.clone()));
    let shift = |by: i32, pressed: ElementHandle, other: ElementHandle| {
        let on_move = on_move.clone();
        move || {
            on_move(by);
            refocus(vec![pressed, other]);
        }
    };
    el("div")
        .class("build-moves")
        .child(up.on_click(shift(-1, held_up, held_down)))
        .child(down.on_click(shift(1, held_down, held_up)))
        .children(more.into_iter().flatten())
        .child(way("button quiet build-remove", Icon::Bin, builder::remove()).no_double_click().on_click(on_remove))
}

/// Moves the focus once the page shows a change. A moved row is inserted anew and loses the focus. Then the first of `choices` that can be used gets
/// it: at the end of the list a button is disabled, and the other one is next.
pub(super) fn refocus(choices: Vec<ElementHandle>) {
    queue_microtask(move || {
        let usable = |held: &&ElementHandle| held.try_with_value(|element| !element.has("disabled")) == Some(true);
        choices.iter().find(usable).and_then(|held| held.try_with_value(El::focus_in_view));
    });
}

/// The number of places by which Alt and an arrow key move a row.
pub(super) fn moved_by(event: &Event) -> Option<i32> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    match event.key().as_str() {
        "ArrowUp" if event.alt_key() => Some(-1),
        "ArrowDown" if event.alt_key() => Some(1),
        _ => None,
    }
}

/// True if its block gives the time of its sets.
fn is_timed(item: &Item) -> bool {
    matches!(item.clock, Some(SetClock::For(_)))
}

fn stepped_sets(item: &Item, by: i16) -> usize {
    item.targets.len().saturating_add_signed(isize::from(by))
}

/// A rest one step shorter or longer.
#[must_use]
pub fn stepped_rest(rest: Seconds, by: i16) -> Seconds {
    let rest = if by < 0 { rest.0.saturating_sub(REST_STEP) } else { rest.0.saturating_add(REST_STEP) };
    Seconds(rest)
}

/// The rest in few words, to fit between two buttons.
fn rest_words(item: &Item) -> String {
    units::seconds(item.rest.0)
}

/// Step of an amount: five seconds, or one of anything else.
const fn amount_step(measure: Measure) -> i16 {
    match measure {
        Measure::Seconds => 5,
        Measure::Reps | Measure::Steps | Measure::Rounds | Measure::Breaths => 1,
    }
}

/// "Sets", "Sets each side": each side counts as a set.
fn sets_label(item: &Item) -> String {
    if item.sides() == Sides::PerSide { builder::sets_each_side() } else { builder::sets() }.to_owned()
}

/// "Reps each side".
fn amount_label(item: &Item) -> String {
    let label = match item.sides() {
        Sides::PerSide => builder::amounts_each_side(item.measure()),
        Sides::Both | Sides::Alternating => builder::amounts(item.measure()),
    };
    label.to_owned()
}
