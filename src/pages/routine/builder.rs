//! The builder: the catalogue on one side, the routine on the other, and what it comes to.

use super::bench::{Bench, Kept, Line, UNDO_REMOVAL};
use super::share;
use crate::domain::log::counted;
use crate::domain::routine::{Draft, Item, MAX_NAME, Routine, estimate};
use crate::state::{self, App};
use crate::ui::{BuilderRow, ExercisePicker, Icon, PageHead, icon, kit_fact};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The id of the dialog that lists the exercises on a phone.
const PICKER: &str = "picker";

pub(super) fn page(routine: Routine) -> impl IntoView {
    let app = App::get();
    let id = routine.id.clone();
    let bench = Bench::new(app, routine);
    let title = Signal::derive(move || bench.draft.with(|draft| draft.routine().title().to_owned()));
    let key = move |event: KeyboardEvent| {
        if is_undo(&event) {
            event.prevent_default();
            bench.undo();
        }
    };
    view! {
        <div class="builder" data-routine=id tabindex="-1" on:keydown=key>
            <PageHead title up=("/routines".to_owned(), "Routines") />
            <div class="builder-columns">
                <aside class="builder-catalogue" aria-label="Add exercises">
                    <h2>"Add exercises"</h2>
                    <ExercisePicker id="add-search" on_add=Callback::new(move |exercise| bench.add(exercise)) />
                </aside>
                <div class="builder-bench">
                    {name_field(bench)}
                    {list(bench)}
                    <button type="button" class="button builder-add" on:click=|_| state::open_dialog(PICKER)>
                        {icon(Icon::Plus)}"Add an exercise"
                    </button>
                    {move || bench.draft.with(|draft| kit_line(draft.routine()))}
                    {total(bench)}
                    {share::section(Signal::derive(move || bench.draft.with(|draft| draft.routine().clone())))}
                </div>
            </div>
            {picker(bench)}
        </div>
    }
}

fn name_field(bench: Bench) -> impl IntoView {
    let name = move || bench.draft.with(|draft| draft.routine().name.clone());
    let hint = move || bench.kept.get();
    view! {
        <div class="builder-top">
            <div class="field builder-name">
                <label for="routine-name">"Name"</label>
                <input
                    class="input"
                    id="routine-name"
                    type="text"
                    maxlength=MAX_NAME.to_string()
                    autocomplete="off"
                    enterkeyhint="done"
                    placeholder="Unnamed routine"
                    prop:value=name
                    on:input=move |event| bench.rename(event_target_value(&event))
                    on:keydown=|event| keep_own_undo(&event)
                />
            </div>
            <div class="builder-hints">
                <span class="kept" class:refused=move || hint() == Kept::Refused data-kept=move || hint().words()>
                    {move || (hint() == Kept::Saved).then(|| icon(Icon::Check))}{move || hint().words()}
                </span>
                <button type="button" class="button" disabled=move || !bench.draft.with(Draft::can_undo) on:click=move |_| bench.undo()>
                    {icon(Icon::Undo)}"Undo"
                </button>
            </div>
        </div>
    }
}

fn list(bench: Bench) -> impl IntoView {
    let empty = Memo::new(move |_| bench.lines().is_empty());
    let nothing = move || {
        empty.get().then(|| {
            view! {
                <div class="empty">
                    <p><b>"Nothing in it yet."</b></p>
                    <p>"Add an exercise; level, sets and rest are yours to change."</p>
                </div>
            }
        })
    };
    let line = move |line: Line| match line {
        Line::Item(key, _) => row(bench, key).into_any(),
        Line::Gone(name) => gone(bench, &name).into_any(),
    };
    view! {
        <ol class="build-rows" aria-label="Exercises in order" data-count=move || bench.draft.with(|draft| draft.routine().items.len())>
            <For each=move || bench.lines() key=Clone::clone children=line />
        </ol>
        {nothing}
    }
}

fn row(bench: Bench, key: u32) -> AnyView {
    let find = move || bench.draft.with(|draft| draft.routine().items.iter().find(|item| item.key == key).cloned());
    let Some(first) = untrack(find) else { return ().into_any() };
    // A row outlives its item by a moment: it shows what it was.
    let item =
        Memo::new(move |before: Option<&Item>| find().or_else(|| before.cloned()).unwrap_or_else(|| first.clone()));
    let stands = Memo::new(move |_| bench.stands(key));
    view! {
        <BuilderRow
            item
            stands
            on_edit=Callback::new(move |edit| bench.edit(&edit))
            on_move=Callback::new(move |by| bench.shift(key, by))
            on_remove=Callback::new(move |()| bench.remove(key))
        />
    }
    .into_any()
}

fn gone(bench: Bench, name: &str) -> AnyView {
    view! {
        <li class="build-gone">
            <span class="grow">{format!("{name} removed")}</span>
            <button type="button" class="button quiet" id=UNDO_REMOVAL on:click=move |_| bench.undo()>
                {icon(Icon::Undo)}"Undo"
            </button>
        </li>
    }
    .into_any()
}

/// What the routine comes to, with Start; on a phone always in sight.
fn total(bench: Bench) -> impl IntoView {
    let app = App::get();
    let of = move |words: fn(&Routine) -> String| move || bench.draft.with(|draft| words(draft.routine()));
    let empty = move || bench.draft.with(|draft| draft.routine().items.is_empty());
    let start = move |_| app.start(&bench.draft.with_untracked(|draft| draft.routine().clone()));
    view! {
        <div class="builder-total" role="group" aria-label="In total">
            <p class="numbers builder-figures">
                <b data-total="minutes">{of(minutes_words)}</b>
                <span class="facts"><span>{of(sets_words)}</span><span>{of(kit_count)}</span></span>
            </p>
            <button type="button" class="button primary" disabled=empty on:click=start>{icon(Icon::Play)}"Start"</button>
        </div>
    }
}

fn picker(bench: Bench) -> impl IntoView {
    let so_far = move || {
        bench.draft.with(|draft| format!("{} · {}", exercises_words(draft.routine()), minutes_words(draft.routine())))
    };
    view! {
        <dialog id=PICKER class="picker-dialog" aria-labelledby="picker-title">
            <h2 id="picker-title" tabindex="-1" autofocus>"Add an exercise"</h2>
            <ExercisePicker id="picker-search" on_add=Callback::new(move |exercise| bench.add(exercise)) />
            <div class="picker-foot">
                <p class="numbers soft">{so_far}</p>
                <button type="button" class="button primary" on:click=|_| state::close_dialog(PICKER)>"Done"</button>
            </div>
        </dialog>
    }
}

pub(super) fn minutes_words(routine: &Routine) -> String {
    if routine.items.is_empty() { "0 min".to_owned() } else { format!("{} min", estimate(routine).minutes()) }
}

pub(super) fn sets_words(routine: &Routine) -> String {
    let sets: usize = routine.items.iter().map(|item| item.targets.len()).sum();
    counted(i64::try_from(sets).unwrap_or(i64::MAX), "set")
}

pub(super) fn kit_words(routine: &Routine) -> String {
    kit_fact(&routine.kit())
}

/// The kit in as few words as a bar has room for.
fn kit_count(routine: &Routine) -> String {
    match routine.kit().as_slice() {
        kit @ ([] | [_]) => kit_fact(kit),
        more => format!("{} pieces of kit", more.len()),
    }
}

/// What to fetch, where it is more than the bar says.
fn kit_line(routine: &Routine) -> Option<AnyView> {
    let kit = routine.kit();
    (kit.len() > 1)
        .then(|| view! { <p class="soft small builder-kit">{format!("You need: {}.", kit_fact(&kit))}</p> }.into_any())
}

fn exercises_words(routine: &Routine) -> String {
    counted(i64::try_from(routine.items.len()).unwrap_or(i64::MAX), "exercise")
}

fn is_undo(event: &KeyboardEvent) -> bool {
    matches!(event.key().as_str(), "z" | "Z") && (event.ctrl_key() || event.meta_key()) && !event.shift_key()
}

/// A field being typed in takes back its own typing first.
fn keep_own_undo(event: &KeyboardEvent) {
    if is_undo(event) {
        event.stop_propagation();
    }
}
