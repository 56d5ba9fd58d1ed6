//! The builder: the catalogue on one side, the routine on the other, and its summary.

use super::bench::{Bench, Kept, Line, UNDO_REMOVAL};
use super::share;
use crate::domain::routine::{Item, MAX_NAME, Routine};
use crate::pages::pain;
use crate::state::{self, App};
use crate::text::{self, builder, common};
use crate::ui::{BuilderRow, El, Icon, PageHead, button, el, exercise_picker, icon, text_field, value_of};
use leptos::prelude::{Get, Memo, untrack};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// The id of the dialog that lists the exercises on a phone.
const PICKER: &str = "picker";

pub(super) fn page(routine: Routine) -> El {
    let id = routine.id.clone();
    let bench = Bench::new(App::get(), routine);
    let title = move || bench.with(|routine| routine.title().to_owned());
    let head = PageHead { up: Some(("/routines", text::routines::title())), ..PageHead::default() };
    let by_key = move |event: Event| {
        if is_undo(&event) {
            event.prevent_default();
            bench.undo();
        }
    };
    let catalogue = el("aside")
        .class("builder-catalogue")
        .attr("aria-label", builder::add_exercises())
        .child(el("h2").text(builder::add_exercises()))
        .child(picker_list(bench, "add-search"));
    el("div")
        .class("builder")
        .attr("data-routine", &id)
        .attr("tabindex", "-1")
        .on("keydown", by_key)
        .child(head.view_named(title))
        .child(el("div").class("builder-columns").child(catalogue).child(work(bench)))
        .child(picker(bench))
}

fn work(bench: Bench) -> El {
    let app = App::get();
    let add = button("button builder-add")
        .child(icon(Icon::Plus))
        .text(builder::add_exercise())
        .on_click(|| state::open_dialog(PICKER));
    let work = el("div")
        .class("builder-bench")
        .child(top(bench))
        .child(list(bench))
        .live(move || bench.lines().is_empty().then(nothing_yet))
        .child(add)
        .live(move || bench.with(kit_line))
        .live(move || bench.with(|routine| pain::stays_out(app, routine)))
        .child(total(bench));
    share::section(work, Rc::new(move || bench.with(Routine::clone)))
}

/// The name, the save state, and Undo.
fn top(bench: Bench) -> El {
    let name = el("input")
        .class("input")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .attr("placeholder", builder::unnamed())
        .on("input", move |event| bench.rename(value_of(&event)))
        .on("keydown", |event| keep_own_undo(&event));
    let written = Rc::new(move || bench.with(|routine| routine.name.clone()));
    // Saved at every key: the name is the page's heading as well.
    let name = text_field(name, "routine-name", MAX_NAME, written, Rc::new(|_| {}));
    let name = el("div")
        .class("field builder-name")
        .child(el("label").attr("for", "routine-name").text(builder::name()))
        .children(name);
    let undo = button("button")
        .flag_live("disabled", move || !bench.can_undo())
        .child(icon(Icon::Undo))
        .text(common::undo())
        .on_click(move || bench.undo());
    let hints = el("div").class("builder-hints").child(kept(bench)).child(undo);
    el("div").class("builder-top").child(name).child(hints)
}

fn kept(bench: Bench) -> El {
    let kept = move || bench.kept.get();
    el("span")
        .class("kept")
        .class_live("refused", move || kept() == Kept::Refused)
        .attr_live("data-kept", move || Some(kept().words().to_owned()))
        .live(move || (kept() == Kept::Saved).then(|| icon(Icon::Check)))
        .text_live(move || kept().words().to_owned())
}

fn list(bench: Bench) -> El {
    let count = move || bench.with(|routine| routine.items.len().to_string());
    let keys = move || bench.lines().iter().map(Line::key).collect();
    let line = move |key: &str| match bench.lines().into_iter().find(|line| line.key() == key) {
        Some(Line::Item(key, _)) => row(bench, key),
        Some(Line::Gone(name)) => gone(bench, &name),
        None => el("li"),
    };
    el("ol")
        .class("build-rows")
        .attr("aria-label", builder::in_order())
        .attr_live("data-count", move || Some(count()))
        .each(keys, line)
}

fn nothing_yet() -> El {
    el("div")
        .class("empty")
        .child(el("p").child(el("b").text(common::empty())))
        .child(el("p").text(builder::nothing_advice()))
}

fn row(bench: Bench, key: u32) -> El {
    let Some(first) = bench.item(key) else { return el("li") };
    // A row outlives its item by a moment: it still shows the old one. And it does not follow changes of other rows.
    let item = Memo::new(move |before: Option<&Item>| {
        bench.item(key).or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    let (unfinished, on_unfinished) = bench.unfinished(&bench.amount_name(key));
    let row = BuilderRow {
        item: Rc::new(move || item.get()),
        stands: Rc::new(move || bench.stands(key)),
        on_edit: Rc::new(move |edit| bench.edit(&edit)),
        on_move: Rc::new(move |by| bench.shift(key, by)),
        on_remove: Box::new(move || bench.remove(key)),
        unfinished,
        on_unfinished,
    };
    row.view()
}

fn gone(bench: Bench, name: &str) -> El {
    let undo = button("button quiet")
        .id(UNDO_REMOVAL)
        .child(icon(Icon::Undo))
        .text(common::undo())
        .on_click(move || bench.undo());
    el("li").class("build-gone").child(el("span").class("grow").text(&builder::removed(name))).child(undo)
}

/// The summary of the routine, with Start; on a phone always in view.
fn total(bench: Bench) -> El {
    let app = App::get();
    let fact = |words: fn(&Routine) -> String| el("span").text_live(move || bench.with(words));
    let minutes = el("b").attr("data-total", "minutes").text_live(move || bench.with(text::routine::minutes));
    let figures = el("p").class("numbers builder-figures").child(minutes).child(
        el("span").class("facts").child(fact(|routine| text::log::sets_words(routine.sets()))).child(fact(kit_count)),
    );
    let start = button("button primary")
        .flag_live("disabled", move || bench.with(|routine| routine.items.is_empty()))
        .child(icon(Icon::Play))
        .text(common::start())
        .once()
        .on_click(move || app.start_or_ask(&untrack(|| bench.with(Routine::clone))));
    el("div")
        .class("builder-total")
        .attr("role", "group")
        .attr("aria-label", builder::in_total())
        .child(figures)
        .child(start)
}

fn picker(bench: Bench) -> El {
    let so_far = |routine: &Routine| builder::so_far(&exercises_words(routine), &text::routine::minutes(routine));
    let foot = el("div")
        .class("picker-foot")
        .child(el("p").class("numbers soft").text_live(move || bench.with(so_far)))
        .child(button("button primary").text(common::done()).on_click(|| state::close_dialog(PICKER)));
    let title = el("h2").id("picker-title").attr("tabindex", "-1").attr("autofocus", "").text(builder::add_exercise());
    el("dialog")
        .id(PICKER)
        .class("picker-dialog")
        .attr("aria-labelledby", "picker-title")
        .child(title)
        .child(picker_list(bench, "picker-search"))
        .child(foot)
}

fn picker_list(bench: Bench, id: &'static str) -> El {
    let (searched, on_search) = bench.unfinished(id);
    exercise_picker(id, move |exercise| bench.add(exercise), searched, on_search)
}

/// The kit, short enough for a bar.
fn kit_count(routine: &Routine) -> String {
    match routine.kit().as_slice() {
        kit @ ([] | [_]) => text::kit::fact(kit),
        more => text::routine::many_kits(text::count(more.len())),
    }
}

/// The whole kit, if the bar does not name all of it.
fn kit_line(routine: &Routine) -> Option<El> {
    let kit = routine.kit();
    (kit.len() > 1).then(|| el("p").class("soft small builder-kit").text(&builder::need(&text::kit::fact(&kit))))
}

fn exercises_words(routine: &Routine) -> String {
    text::common::exercises(text::count(routine.items.len()))
}

fn is_undo(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| {
        matches!(event.key().as_str(), "z" | "Z") && (event.ctrl_key() || event.meta_key()) && !event.shift_key()
    })
}

/// In a text field the key undoes the field's own typing first.
fn keep_own_undo(event: &Event) {
    if is_undo(event) {
        event.stop_propagation();
    }
}
