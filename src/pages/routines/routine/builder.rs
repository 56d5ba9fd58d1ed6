//! The builder: the catalogue on one side, the routine on the other, and its summary.

use super::coverage::{self, OnFix};
use super::editor::{Editor, ListRow, ROWS, SaveState, UNDO_REMOVAL};
use super::{elsewhere, several, share};
use crate::domain::catalogue::OwnTask;
use crate::domain::place::Place;
use crate::domain::routine::{Block, BlockKind, Edit, Item, MAX_NAME, MAX_PLAN_NOTE, Routine};
use crate::pages::routines::make_own;
use crate::pages::{offer, pain};
use crate::state::{self, App};
use crate::text::{self, builder, common, count, vocabulary};
use crate::ui::{
    BuilderBlock, BuilderRow, El, ExercisePicker, Icon, PageHead, button, el, icon, text_field, value_of, with_handles,
};
use leptos::prelude::{Get, Memo, RwSignal, Set, Track, With, untrack};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// The id of the dialog that lists the exercises on a phone.
const PICKER: &str = "picker";

pub(super) fn page(routine: Routine) -> El {
    let id = routine.id.clone();
    let editor = Editor::new(App::get(), routine);
    let title = move || editor.with(|routine| routine.title().to_owned());
    let head = PageHead { up: Some(("/routines", text::routines::title())), ..PageHead::default() };
    let by_key = move |event: Event| {
        let Some(step) = step_of(&event) else { return };
        event.prevent_default();
        match step {
            StepKey::Undo => editor.undo(),
            StepKey::Redo => editor.redo(),
        }
    };
    // On a laptop the dialog and its pictures are never needed.
    let opened = RwSignal::new(false);
    let catalogue = el("aside")
        .class("builder-catalogue")
        .attr("aria-label", builder::add_exercises())
        .child(el("h2").text(builder::add_exercises()))
        .child(picker_list(editor, "add-search"));
    el("div")
        .class("builder")
        .attr("data-routine", &id)
        .attr("tabindex", "-1")
        .on("keydown", by_key)
        .child(head.view_named(title))
        .child(el("div").class("builder-columns").child(catalogue).child(work(editor, opened)))
        .child(picker(editor, opened))
}

fn work(editor: Editor, opened: RwSignal<bool>) -> El {
    let app = App::get();
    let add = button("button builder-add").child(icon(Icon::Plus)).text(builder::add_exercise()).on_click(move || {
        open_picker(opened);
    });
    let work = el("div")
        .class("builder-bench")
        .child(top(editor))
        .child(list(editor, opened))
        .live(move || editor.lines().is_empty().then(nothing_yet))
        .child(add)
        .child(more_blocks(editor))
        .child(note_field(editor))
        .live(move || editor.with(kit_line))
        .live(move || editor.with(|routine| pain::stays_out(app, routine)))
        .live(move || editor.with(|routine| coverage::warnings(app, routine)))
        .child(coverage::meter(
            app,
            Rc::new(move || editor.with(Routine::clone)),
            text::coverage::add(),
            fix(app, editor),
        ))
        .child(offer::less_time_start(app, Rc::new(move || editor.with(Routine::clone))))
        .live(move || editor.selects().then(|| several::bar(editor)))
        .child(total(editor).flag_live("hidden", move || editor.selects()));
    let work = work.child(elsewhere::section(app, Rc::new(move || editor.with(Routine::clone))));
    share::section(work, Rc::new(move || editor.with(Routine::clone))).child(ways(app, editor))
}

/// Adds the exercise that fills a gap, where exercises are added.
fn fix(app: App, editor: Editor) -> OnFix {
    Rc::new(move |(exercise, level)| {
        editor.edit(&match untrack(|| editor.target()) {
            Some(block) => Edit::AddTo(exercise, level, block),
            None => Edit::Add(exercise, level),
        });
        let items = untrack(|| editor.with(|routine| routine.items.len()));
        app.notices.announce(builder::said_added(exercise.name, count(items)));
    })
}

fn open_picker(opened: RwSignal<bool>) {
    opened.set(true);
    state::open_dialog(PICKER);
}

/// Further ways for the whole routine: another copy, and deleting it, which a notice on the list undoes.
fn ways(app: App, editor: Editor) -> El {
    let now = move || untrack(|| editor.with(Routine::clone));
    let copy = button("button quiet").text(text::routines::make_mine());
    let delete = button("button quiet").child(icon(Icon::Bin)).text(text::routines::delete_routine());
    let delete = delete.no_double_click().on_click(move || {
        app.go_instead(Place::Routines);
        app.delete_routine(&now().id);
    });
    el("div").class("row").child(copy.once().on_click(move || make_own(app, now()))).child(delete)
}

/// The name, the save state, and Undo.
fn top(editor: Editor) -> El {
    let name = el("input")
        .class("input")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .attr("placeholder", builder::unnamed())
        .on("input", move |event| editor.rename(value_of(&event)))
        .on("keydown", |event| keep_own_undo(&event));
    let written = Rc::new(move || editor.with(|routine| routine.name.clone()));
    // Saved at every key: the name is the page's heading as well.
    let name = text_field(name, "routine-name", MAX_NAME, written, Rc::new(|_| {}));
    let name = el("div")
        .class("field builder-name")
        .child(el("label").attr("for", "routine-name").text(builder::name()))
        .children(name);
    let undo = button("button")
        .flag_live("disabled", move || !editor.can_undo())
        .child(icon(Icon::Undo))
        .text(common::undo())
        .on_click(move || editor.undo());
    let redo = button("button")
        .flag_live("disabled", move || !editor.can_redo())
        .child(icon(Icon::Redo))
        .text(builder::redo())
        .on_click(move || editor.redo());
    let hints = el("div").class("builder-hints").child(kept(editor)).child(undo);
    let steps = el("div").class("builder-steps").child(hints).child(redo).child(several::way(editor));
    el("div").class("builder-top").child(name).child(steps)
}

fn kept(editor: Editor) -> El {
    let kept = move || editor.kept.get();
    el("span")
        .class("kept")
        .class_live("refused", move || kept() == SaveState::Refused)
        .attr_live("data-kept", move || Some(kept().words().to_owned()))
        .live(move || (kept() == SaveState::Saved).then(|| icon(Icon::Check)))
        .text_live(move || kept().words().to_owned())
}

fn list(editor: Editor, opened: RwSignal<bool>) -> El {
    let count = move || editor.with(|routine| routine.items.len().to_string());
    let keys = move || editor.lines().iter().map(ListRow::key).collect();
    let line = move |key: &str| match editor.lines().into_iter().find(|line| line.key() == key) {
        Some(ListRow::Block(key)) => block_row(editor, opened, key),
        Some(ListRow::Item(key, _)) => row(editor, key),
        Some(ListRow::Gone(name)) => gone(editor, &name),
        None => el("li"),
    };
    let rows = el("ol")
        .class("build-rows")
        .id(ROWS)
        .attr("tabindex", "-1")
        .class_live("selecting", move || editor.selects())
        .attr("aria-label", builder::in_order())
        .attr_live("data-count", move || Some(count()))
        .each(keys, line);
    with_handles(rows, Rc::new(move |dropped| editor.drop_row(dropped)))
}

/// The heading of a block.
fn block_row(editor: Editor, opened: RwSignal<bool>, key: u32) -> El {
    let Some(first) = untrack(|| editor.block(key)) else { return el("li") };
    // As a row, a heading outlives its block by a moment.
    let block = Memo::new(move |before: Option<&Block>| {
        editor.block(key).or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    let row = BuilderBlock {
        block: Rc::new(move || block.get()),
        gets_added: Rc::new(move || editor.target() == Some(key)),
        on_add: Box::new(move |is_phone| {
            editor.aim(key);
            if is_phone {
                open_picker(opened);
            }
        }),
        moves: Rc::new(move || editor.block_moves(key)),
        on_move: Rc::new(move |by| editor.shift_block(key, by)),
        on_edit: Rc::new(move |edit| editor.edit(&edit)),
        on_remove: Box::new(move || editor.remove_block(key)),
    };
    row.view()
}

/// A button for each kind of block, to add one.
fn more_blocks(editor: Editor) -> El {
    let add = |kind: BlockKind| {
        let add = button("button quiet").child(icon(Icon::Plus)).text(vocabulary::block(kind));
        add.no_double_click().on_click(move || editor.edit(&Edit::AddBlock(kind)))
    };
    let label = el("span").class("legend").text(builder::add_block());
    let group = el("div").class("build-more").attr("role", "group").attr("aria-label", builder::add_block());
    group.child(label).children(BlockKind::OFFERED.iter().copied().map(add))
}

/// The field for the note on the routine.
fn note_field(editor: Editor) -> El {
    let input = el("input").class("input").attr("type", "text").attr("autocomplete", "off");
    let written = Rc::new(move || editor.with(|routine| routine.note.clone()));
    let on_note = Rc::new(move |note| editor.edit(&Edit::Note(note)));
    let field = el("div").class("field").child(el("label").attr("for", "routine-note").text(builder::note()));
    field.children(text_field(input, "routine-note", MAX_PLAN_NOTE, written, on_note))
}

fn nothing_yet() -> El {
    el("div")
        .class("empty")
        .child(el("p").child(el("b").text(common::empty())))
        .child(el("p").text(builder::nothing_advice()))
}

fn row(editor: Editor, key: u32) -> El {
    let app = App::get();
    let Some(first) = editor.item(key) else { return el("li") };
    // A row outlives its item by a moment: it still shows the old one. And it does not follow changes of other rows.
    let item = Memo::new(move |before: Option<&Item>| {
        editor.item(key).or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    let (unfinished, on_unfinished) = editor.unfinished(&editor.amount_name(key));
    let row = BuilderRow {
        item: Rc::new(move || item.get()),
        stands: Rc::new(move || editor.stands(key)),
        moves: Rc::new(move || editor.moves(key)),
        blocks: Rc::new(move || {
            let own = editor.block_of(key).map(|block| block.key);
            let others = editor.blocks().into_iter().filter(|block| Some(block.key) != own);
            others.map(|block| (block.key, vocabulary::block(block.kind))).collect()
        }),
        in_turn: Rc::new(move || editor.block_of(key).is_some_and(|block| block.kind.is_in_turn())),
        settings: Rc::new(move || app.choices.settings.get()),
        is_selected: Rc::new(move || editor.selected().contains(&key)),
        on_select: Rc::new(move |on| editor.choose(key, on)),
        swaps: Rc::new(move || editor.swaps(key)),
        on_edit: Rc::new(move |edit| editor.edit(&edit)),
        on_move: Rc::new(move |by| editor.shift(key, by)),
        on_remove: Box::new(move || editor.remove(key)),
        unfinished,
        on_unfinished,
    };
    row.view()
}

fn gone(editor: Editor, name: &str) -> El {
    let undo = button("button quiet")
        .id(UNDO_REMOVAL)
        .child(icon(Icon::Undo))
        .text(common::undo())
        .on_click(move || editor.undo());
    el("li").class("build-gone").child(el("span").class("grow").text(&builder::removed(name))).child(undo)
}

/// The summary of the routine, with Start; on a phone always in view.
fn total(editor: Editor) -> El {
    let app = App::get();
    let fact = |words: fn(&Routine) -> String| el("span").text_live(move || editor.with(words));
    let minutes = el("b").attr("data-total", "minutes").text_live(move || editor.with(text::routine::minutes));
    let figures = el("p").class("numbers builder-figures").child(minutes).child(
        el("span").class("facts").child(fact(|routine| text::log::sets_words(routine.sets()))).child(fact(kit_count)),
    );
    let start = button("button primary")
        .flag_live("disabled", move || editor.with(|routine| routine.items.is_empty()))
        .child(icon(Icon::Play))
        .text(common::start())
        .once()
        .on_click(move || app.start_or_ask(&untrack(|| editor.with(Routine::clone))));
    el("div")
        .class("builder-total")
        .attr("role", "group")
        .attr("aria-label", builder::in_total())
        .child(figures)
        .child(start)
}

/// The dialog that lists the exercises on a phone, filled when it is first opened.
fn picker(editor: Editor, opened: RwSignal<bool>) -> El {
    let so_far = |routine: &Routine| builder::so_far(&exercises_words(routine), &text::routine::minutes(routine));
    let foot = el("div")
        .class("picker-foot")
        .child(el("p").class("numbers soft").text_live(move || editor.with(so_far)))
        .child(button("button primary").text(common::done()).on_click(|| state::close_dialog(PICKER)));
    let title = el("h2").id("picker-title").attr("tabindex", "-1").attr("autofocus", "").text(builder::add_exercise());
    el("dialog")
        .id(PICKER)
        .class("picker-dialog")
        .attr("aria-labelledby", "picker-title")
        .child(title)
        .live(move || opened.get().then(|| picker_list(editor, "picker-search")))
        .child(foot)
}

fn picker_list(editor: Editor, id: &'static str) -> El {
    let (searched, on_search) = editor.unfinished(id);
    let app = App::get();
    let slugs = |routine: &Routine| routine.items.iter().map(|item| item.exercise.clone()).collect();
    let picker = ExercisePicker {
        id,
        added: Rc::new(move || editor.with(slugs)),
        starred: Rc::new(move || app.choices.settings.with(|settings| settings.starred.clone())),
        lately: Rc::new(move || app.used_lately()),
        own: Rc::new(move || app.choices.exercises.track()),
        on_add: Rc::new(move |exercise| editor.add(exercise)),
        on_make: Rc::new(move |words: String| {
            let made = app.keep_exercise(app.new_exercise(&words, &text::own::UNITS));
            if let Some(exercise) = made {
                editor.add(exercise.id);
            }
        }),
        form: Place::OwnForm { query: OwnTask::New { words: String::new(), routine: editor.id() }.to_query() }.href(),
        searched,
        on_search,
    };
    picker.view()
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

/// A step of Undo by keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StepKey {
    Undo,
    Redo,
}

fn step_of(event: &Event) -> Option<StepKey> {
    let event = event.dyn_ref::<KeyboardEvent>().filter(|event| event.ctrl_key() || event.meta_key())?;
    match event.key().as_str() {
        "z" | "Z" if event.shift_key() => Some(StepKey::Redo),
        "z" | "Z" => Some(StepKey::Undo),
        "y" | "Y" => Some(StepKey::Redo),
        _ => None,
    }
}

/// In a text field the key undoes the field's own typing first.
fn keep_own_undo(event: &Event) {
    if step_of(event).is_some() {
        event.stop_propagation();
    }
}
