//! One exercise of a routine that is being built: its dose, everything that can be changed, and its place in the list.

use super::amount_field::AmountField;
use super::choice::Segmented;
use super::icon::{Icon, icon};
use super::planned_rows::UNKNOWN;
use super::stepper::Stepper;
use crate::domain::catalogue::{Level, Measure, Sides};
use crate::domain::place::Place;
use crate::domain::routine::{Edit, Item};
use crate::domain::units::Seconds;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

/// Seconds by which the rest changes at a step.
const REST_STEP: u32 = 5;

/// A row of the builder. On a phone its controls open on demand; on a laptop they are always there.
#[component]
pub fn BuilderRow(
    /// The exercise as planned.
    #[prop(into)]
    item: Signal<Item>,
    /// Where it stands, from 0, and among how many.
    #[prop(into)]
    stands: Signal<(usize, usize)>,
    /// It is to change.
    on_edit: Callback<Edit>,
    /// It is to move by so many places.
    on_move: Callback<i32>,
    /// It is to go.
    on_remove: Callback<()>,
) -> impl IntoView {
    let (key, slug, name) = item.with_untracked(|item| (item.key, item.exercise.clone(), item.name()));
    let known = item.with_untracked(|item| item.known().is_some());
    let open = RwSignal::new(false);
    let row = NodeRef::<html::Li>::new();
    let by_key = move |event: KeyboardEvent| {
        let Some(by) = moves(&event) else { return };
        event.prevent_default();
        on_move.run(by);
        refocus(row);
    };
    let controls = if known { controls(item, &name, on_edit) } else { ().into_any() };
    view! {
        <li class="build-row" node_ref=row id=row_id(key) tabindex="-1" class:open=move || open.get()
            data-item=key data-exercise=slug on:keydown=by_key
        >
            <span class="build-number numbers" aria-hidden="true">{move || number(stands.get())}</span>
            {head(item, known, &name)}
            <button type="button" class="button quiet build-open" aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {move || if open.get() { "Close" } else { "Change" }}
                <span class="visually-hidden">{format!(" {name}")}</span>
            </button>
            <div class="build-controls">{controls}</div>
            {moving(&name, stands, on_move, on_remove)}
        </li>
    }
}

/// The id of a row in the page, to give it the focus.
fn row_id(key: u32) -> String {
    format!("item-{key}")
}

fn head(item: Signal<Item>, known: bool, name: &str) -> AnyView {
    let name = name.to_owned();
    if !known {
        return view! {
            <div class="build-head">
                <p class="row-title unknown-name">{name}</p>
                <p class="small soft">{UNKNOWN}</p>
            </div>
        }
        .into_any();
    }
    let href = move || item.with(|item| Place::Exercise { id: item.exercise.clone(), level: item.level }.href());
    view! {
        <div class="build-head">
            <p class="row-title"><a href=href>{name}</a></p>
            <p class="facts numbers">
                <span data-dose="">{move || item.with(Item::dose_words)}</span>
                <span>{move || item.with(|item| item.level.words())}</span>
                <span>{move || item.with(|item| format!("{} rest", item.rest.spoken()))}</span>
            </p>
        </div>
    }
    .into_any()
}

fn controls(item: Signal<Item>, name: &str, on_edit: Callback<Edit>) -> AnyView {
    let key = item.with_untracked(|item| item.key);
    let level = move |slug: &'static str| {
        if let Some(level) = Level::from_slug(slug) {
            on_edit.run(Edit::Level(key, level));
        }
    };
    let sets = move |by| on_edit.run(Edit::Sets(key, stepped_sets(&item.get_untracked(), by)));
    let rest = move |by| on_edit.run(Edit::Rest(key, stepped_rest(&item.get_untracked(), by)));
    let step = move |by| on_edit.run(Edit::StepAmount(key, by * amount_step(item.get_untracked().measure())));
    view! {
        <Segmented
            label=format!("Level of {name}")
            name=format!("level-{key}")
            options=Level::ALL.iter().map(|level| (level.slug(), level.words())).collect()
            chosen=Signal::derive(move || item.with(|item| item.level.slug()))
            on_choose=Callback::new(level)
        />
        <div class="build-steppers">
            <div class="field">
                <span class="legend" aria-hidden="true">"Sets"</span>
                <Stepper
                    label=format!("Sets of {name}")
                    words=Signal::derive(move || item.with(|item| item.targets.len().to_string()))
                    on_step=Callback::new(sets)
                />
            </div>
            <AmountField
                label=Signal::derive(move || item.with(amount_label))
                whose=name
                id=format!("amount-{key}")
                amounts=Signal::derive(move || item.with(|item| item.targets.clone()))
                on_amount=Callback::new(move |amount| on_edit.run(Edit::Amount(key, amount)))
                on_step=Callback::new(step)
            />
            <div class="field">
                <span class="legend" aria-hidden="true">"Rest after a set"</span>
                <Stepper
                    label=format!("Rest after a set of {name}")
                    words=Signal::derive(move || item.with(rest_words))
                    on_step=Callback::new(rest)
                />
            </div>
        </div>
    }
    .into_any()
}

fn moving(name: &str, stands: Signal<(usize, usize)>, on_move: Callback<i32>, on_remove: Callback<()>) -> AnyView {
    let (up, down) = (NodeRef::<html::Button>::new(), NodeRef::<html::Button>::new());
    let shift = move |by: i32| {
        on_move.run(by);
        refocus_button(if by < 0 { up } else { down }, if by < 0 { down } else { up });
    };
    let hidden = format!(" {name}");
    let words = move |text: &'static str| {
        view! { <span class="build-word">{text}</span><span class="visually-hidden">{hidden.clone()}</span> }
    };
    view! {
        <div class="build-moves">
            <button type="button" class="button quiet" node_ref=up disabled=move || is_first(stands.get())
                on:click=move |_| shift(-1)
            >
                {icon(Icon::Up)}{words("Move up")}
            </button>
            <button type="button" class="button quiet" node_ref=down disabled=move || is_last(stands.get())
                on:click=move |_| shift(1)
            >
                {icon(Icon::Down)}{words("Move down")}
            </button>
            <button type="button" class="button quiet build-remove" on:click=move |_| on_remove.run(())>
                {icon(Icon::Bin)}{words("Remove")}
            </button>
        </div>
    }
    .into_any()
}

/// A moved row is put into the page anew and loses the focus: it gets it back once it stands.
fn refocus(row: NodeRef<html::Li>) {
    queue_microtask(move || {
        if let Some(row) = row.get_untracked() {
            let _ = row.focus();
        }
    });
}

/// As `refocus`, for the button pressed; at the end of the list it cannot be pressed again, and the other one is next.
fn refocus_button(pressed: NodeRef<html::Button>, other: NodeRef<html::Button>) {
    queue_microtask(move || {
        let live = pressed.get_untracked().filter(|button| !button.disabled()).or_else(|| other.get_untracked());
        if let Some(button) = live {
            let _ = button.focus();
        }
    });
}

/// By how many places Alt and an arrow move a row.
fn moves(event: &KeyboardEvent) -> Option<i32> {
    match event.key().as_str() {
        "ArrowUp" if event.alt_key() => Some(-1),
        "ArrowDown" if event.alt_key() => Some(1),
        _ => None,
    }
}

fn number((at, _): (usize, usize)) -> String {
    (at + 1).to_string()
}

const fn is_first((at, _): (usize, usize)) -> bool {
    at == 0
}

const fn is_last((at, of): (usize, usize)) -> bool {
    at + 1 >= of
}

fn stepped_sets(item: &Item, by: i16) -> usize {
    item.targets.len().saturating_add_signed(isize::from(by))
}

fn stepped_rest(item: &Item, by: i16) -> Seconds {
    let rest = if by < 0 { item.rest.0.saturating_sub(REST_STEP) } else { item.rest.0.saturating_add(REST_STEP) };
    Seconds(rest)
}

/// Short enough to stand between two buttons.
fn rest_words(item: &Item) -> String {
    format!("{} s", item.rest.0)
}

/// Seconds are planned in fives, all else one by one.
const fn amount_step(measure: Measure) -> i16 {
    match measure {
        Measure::Seconds => 5,
        Measure::Reps | Measure::Steps | Measure::Rounds => 1,
    }
}

/// "Reps each side".
fn amount_label(item: &Item) -> String {
    let unit = match item.measure() {
        Measure::Reps => "Reps",
        Measure::Seconds => "Seconds",
        Measure::Steps => "Steps",
        Measure::Rounds => "Rounds",
    };
    match item.sides() {
        Sides::PerSide => format!("{unit} each side"),
        Sides::Both | Sides::Alternating => unit.to_owned(),
    }
}
