//! The heading of a block in the builder: its kind, its rounds and the rest between them, its note.

use super::builder_row::{field, moved_by, opener, plan_note_field, refocus, stepped_rest};
use super::element::{Act, El, Live, button, el};
use super::icon::{Icon, icon};
use super::planned_rows::{block_facts, note};
use super::routine_row::hidden_target;
use super::stepper::stepper;
use crate::domain::routine::{Block, BlockKind, Edit, OPEN_CLOCK};
use crate::domain::units::Seconds;
use crate::text::{builder, routine, units, vocabulary};
use leptos::prelude::{Get, RwSignal, StoredValue, WithValue, untrack};
use std::rc::Rc;
use web_sys::Event;

/// The heading of a block. On a phone its controls open on demand; on a laptop they are always visible.
pub struct BuilderBlock {
    /// The block.
    pub block: Live<Block>,
    /// True if exercises are added to it.
    pub gets_added: Live<bool>,
    /// Called to add exercises to it: with true on a phone, where the list to add from is a dialog.
    pub on_add: Box<dyn Fn(bool)>,
    /// Called with an edit.
    pub on_edit: Act<Edit>,
    /// True if it can move up, and down.
    pub moves: Live<(bool, bool)>,
    /// Called with the number of places to move.
    pub on_move: Act<i32>,
    /// Called to remove it.
    pub on_remove: Box<dyn Fn()>,
}

impl BuilderBlock {
    /// The row.
    #[must_use]
    pub fn view(self) -> El {
        let Self { block, gets_added, on_add, on_edit, moves, on_move, on_remove } = self;
        let now = untrack(|| block());
        let name = vocabulary::block(now.kind);
        let open = RwSignal::new(false);
        let (facts, noted) = (block.clone(), block.clone());
        let head = el("div").class("build-head").child(el("h3").text(name));
        let head = head.live(move || block_facts(&facts())).live(move || note(&noted().note));
        let add = button("button quiet build-here").child(icon(Icon::Plus)).text(builder::add_here());
        let add = add.child(hidden_target(name));
        let opener = opener(open, name);
        // A handler that owned the element would keep it for ever.
        let opens = StoredValue::new_local(opener.clone());
        let is_phone = move || opens.try_with_value(|opener| opener.element().client_height() > 0).unwrap_or_default();
        let add = add.attr_live("aria-pressed", move || Some(gets_added().to_string()));
        let add = add.on_click(move || on_add(is_phone()));
        let remove = button("button quiet build-remove").child(icon(Icon::Bin)).text(builder::remove());
        let remove = remove.child(hidden_target(name)).no_double_click().on_click(on_remove);
        let row = el("li");
        let whole = StoredValue::new_local(row.clone());
        let moved = on_move.clone();
        let by_key = move |event: Event| {
            let Some(by) = moved_by(&event) else { return };
            event.prevent_default();
            moved(by);
            refocus(vec![whole]);
        };
        row.class("build-block")
            .class_live("open", move || open.get())
            .id(&block_id(now.key))
            .attr("tabindex", "-1")
            .attr("data-block", now.kind.slug())
            .on("keydown", by_key)
            .child(head)
            .child(opener)
            .child(controls(&block, &now, &on_edit))
            .child(el("div").class("build-moves").child(add).children(steps(name, &moves, &on_move)).child(remove))
    }
}

/// The buttons that move a block.
fn steps(name: &str, moves: &Live<(bool, bool)>, on_move: &Act<i32>) -> [El; 2] {
    let way = |shown: Icon, words: &str, can: fn((bool, bool)) -> bool| {
        let moves = moves.clone();
        let way = button("button quiet icon build-step").flag_live("disabled", move || !can(moves()));
        way.child(icon(shown)).child(el("span").class("visually-hidden").text(words)).child(hidden_target(name))
    };
    let [up, down] = [way(Icon::Up, builder::up(), |(up, _)| up), way(Icon::Down, builder::down(), |(_, down)| down)];
    let (held_up, held_down) = (StoredValue::new_local(up.clone()), StoredValue::new_local(down.clone()));
    let (lift, lower) = (on_move.clone(), on_move.clone());
    let up = up.on_click(move || {
        lift(-1);
        refocus(vec![held_up, held_down]);
    });
    let down = down.on_click(move || {
        lower(1);
        refocus(vec![held_down, held_up]);
    });
    [up, down]
}

/// The id of a block's row in the page, for the focus.
#[must_use]
pub fn block_id(key: u32) -> String {
    format!("block-{key}")
}

fn controls(block: &Live<Block>, now: &Block, on_edit: &Act<Edit>) -> El {
    let (name, key) = (vocabulary::block(now.kind), now.key);
    let controls = el("div").class("build-controls");
    let read = block.clone();
    let noting = on_edit.clone();
    let on_note = Rc::new(move |note| noting(Edit::BlockNote(key, note)));
    let note = plan_note_field(name, &format!("block-note-{key}"), Rc::new(move || read().note), on_note);
    let words = |words: fn(&Block) -> String| {
        let block = block.clone();
        move || words(&block())
    };
    let step = |edit: fn(&Block, i16) -> Edit| -> Act<i16> {
        let (block, on_edit) = (block.clone(), on_edit.clone());
        Rc::new(move |by| on_edit(edit(&untrack(|| block()), by)))
    };
    let rounds = stepper(
        &builder::rounds_of(name),
        words(|block| block.rounds.to_string()),
        &step(|block, by| {
            let by = if block.kind == BlockKind::MirroredFlow { 2 * by } else { by };
            Edit::Rounds(block.key, block.rounds.saturating_add_signed(i8::try_from(by).unwrap_or(0)))
        }),
    );
    let is_intervals = now.kind == BlockKind::Intervals;
    let is_open = now.kind == BlockKind::AsManyRounds;
    let rest = stepper(
        &if is_intervals { builder::interval_rest_of(name) } else { builder::round_rest_of(name) },
        words(|block| units::seconds(block.rest.0)),
        &step(|block, by| Edit::RoundRest(block.key, stepped_rest(block.rest, by))),
    );
    let (clock_label, clock_of) = match now.kind {
        BlockKind::Intervals => (builder::work(), builder::work_of(name)),
        BlockKind::AsManyRounds => (builder::all_time(), builder::all_time_of(name)),
        kind if kind.is_flow() => (builder::breath(), builder::breath_of(name)),
        _ => (builder::every(), builder::every_of(name)),
    };
    let clock =
        stepper(&clock_of, words(clock_words), &step(|block, by| Edit::Clock(block.key, stepped_clock(block, by))));
    let rest_label = if is_intervals { builder::interval_rest() } else { builder::round_rest() };
    let has_rest = now.kind != BlockKind::EveryMinute && !now.kind.is_flow();
    let ladder = stepper(
        &builder::ladder_of(name),
        words(|block| routine::ladder_words(block.ladder)),
        &step(|block, by| Edit::Ladder(block.key, block.ladder.saturating_add(i8::try_from(by).unwrap_or(0)))),
    );
    let steppers = el("div")
        .class("build-steppers")
        .children((!is_open).then(|| field(|| builder::rounds().to_owned(), rounds)))
        .children(now.kind.has_clock().then(|| field(move || clock_label.to_owned(), clock)))
        .children(has_rest.then(|| field(move || rest_label.to_owned(), rest)))
        .children(now.kind.has_ladder().then(|| field(|| builder::ladder().to_owned(), ladder)));
    controls.children(now.kind.is_in_turn().then_some(steppers)).child(note)
}

fn clock_words(block: &Block) -> String {
    if block.kind == BlockKind::AsManyRounds {
        block.clock.minutes().to_string()
    } else {
        units::seconds(block.clock.0)
    }
}

/// The time of a block a step longer or shorter: of as many rounds as fit by a minute, of a breath by a second.
fn stepped_clock(block: &Block, by: i16) -> Seconds {
    let step = match block.kind {
        BlockKind::AsManyRounds => *OPEN_CLOCK.start(),
        kind if kind.is_flow() => 1,
        _ => return stepped_rest(block.clock, by),
    };
    Seconds(if by < 0 { block.clock.0.saturating_sub(step) } else { block.clock.0.saturating_add(step) })
}
