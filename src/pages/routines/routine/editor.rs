//! The editing state of a routine: every change is saved at once, and can be undone.

use crate::domain::catalogue::{self, Level, Slug};
use crate::domain::routine::{Block, BlockKind, Draft, Edit, Item, MAX_BLOCKS, MAX_ITEMS, Routine, RoutineChange};
use crate::domain::session::{Substitute, substitutes};
use crate::domain::units::Seconds;
use crate::state::{self, App, NoticeKind, Offer, Saved, fresh_key};
use crate::text::{self, builder, vocabulary};
use crate::ui::{Act, RowDrop, block_id, follow, item_id};
use leptos::prelude::{
    Get, GetUntracked, IsDisposed, RwSignal, Set, Update, With, WithUntracked, queue_microtask, untrack,
};
use std::rc::Rc;

/// The id of the button that undoes a removal, in the place of the removed item.
pub(super) const UNDO_REMOVAL: &str = "undo-removal";

/// The id of the list of rows.
pub(super) const ROWS: &str = "build-rows";

/// The routine in the builder.
#[derive(Clone, Copy)]
pub(super) struct Editor {
    app: App,
    draft: RwSignal<Draft>,
    /// The item or block removed by the last change.
    gone: RwSignal<Option<RemovedRow>>,
    /// The key of the block to which exercises are added.
    target: RwSignal<Option<u32>>,
    /// The keys of several selected items; `None` while none can be selected.
    chosen: RwSignal<Option<Vec<u32>>>,
    /// The field whose typing is the last step of Undo, so that all of it is one step.
    typing: RwSignal<Option<Typing>>,
    pub(super) kept: RwSignal<SaveState>,
    /// The number of changes being saved.
    on_their_way: RwSignal<usize>,
    /// The notice of a failed save, to be removed once a save works.
    refusal: RwSignal<Option<u32>>,
}

/// An item or a block removed by the last change.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RemovedRow {
    at: usize,
    id: String,
    name: String,
}

/// A field with typed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typing {
    Name,
    /// The amount of the item with this key.
    Amount(u32),
    /// The note of the routine.
    Note,
    /// The note of the item with this key.
    ItemNote(u32),
    /// The note of the block with this key.
    BlockNote(u32),
}

/// The save state of the routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SaveState {
    /// Nothing changed since the page was opened.
    Unchanged,
    /// On its way.
    Saving,
    /// On disk.
    Saved,
    /// In the browser, which brings it to disk a little later.
    Soon,
    /// Kept until the page is closed.
    ThisVisit,
    /// The store refused.
    Refused,
}

/// A row of the list.
#[derive(Debug)]
pub(super) enum ListRow {
    /// The heading of the block with this key.
    Block(u32),
    /// An item, by its key and exercise.
    Item(u32, String),
    /// The place of the item or block just removed: its name.
    Gone(String),
}

impl ListRow {
    /// Its unique key. An item's key alone is not: it may come back with another exercise.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Block(key) => block_id(*key),
            Self::Item(key, exercise) => format!("{key} {exercise}"),
            Self::Gone(name) => format!("gone {name}"),
        }
    }
}

impl ListRow {
    /// The id of its element; none for the place of what was removed.
    fn id(&self) -> String {
        match self {
            Self::Block(key) => block_id(*key),
            Self::Item(key, _) => item_id(*key),
            Self::Gone(_) => String::new(),
        }
    }
}

impl SaveState {
    /// Its words.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Unchanged => builder::saves_as_you_go(),
            Self::Saving => builder::saving(),
            Self::Saved => builder::saved(),
            Self::Soon => builder::kept_soon(),
            Self::ThisVisit => builder::kept_this_visit(),
            Self::Refused => builder::not_saved(),
        }
    }
}

impl Editor {
    pub(super) fn new(app: App, routine: Routine) -> Self {
        let editor = Self {
            app,
            draft: RwSignal::new(Draft::new(routine)),
            gone: RwSignal::new(None),
            target: RwSignal::new(None),
            chosen: RwSignal::new(None),
            typing: RwSignal::new(None),
            kept: RwSignal::new(SaveState::Unchanged),
            on_their_way: RwSignal::new(0),
            refusal: RwSignal::new(None),
        };
        follow(Box::new(move || editor.take_over()));
        editor.find_steps();
        editor
    }

    /// Finds the steps that were made before the page was loaded.
    fn find_steps(self) {
        let id = self.draft.with_untracked(|draft| draft.routine().id.clone());
        self.app.find_steps(id, move |mut found| {
            // A change made meanwhile begins anew.
            if !self.draft.is_disposed() && self.draft.with_untracked(|draft| !draft.can_undo()) {
                found.go_on_from(self.now());
                self.draft.set(found);
            }
        });
    }

    /// A value that `read` takes from the present routine.
    pub(super) fn with<T>(self, read: impl FnOnce(&Routine) -> T) -> T {
        self.draft.with(|draft| read(draft.routine()))
    }

    fn with_untracked<T>(self, read: impl FnOnce(&Routine) -> T) -> T {
        self.draft.with_untracked(|draft| read(draft.routine()))
    }

    /// The id of the routine.
    pub(super) fn id(self) -> String {
        self.with_untracked(|routine| routine.id.clone())
    }

    /// True if there is a change to undo.
    pub(super) fn can_undo(self) -> bool {
        self.draft.with(Draft::can_undo)
    }

    /// True if there is an undone change to make again.
    pub(super) fn can_redo(self) -> bool {
        self.draft.with(Draft::can_redo)
    }

    /// The item with `key`.
    pub(super) fn item(self, key: u32) -> Option<Item> {
        self.with(|routine| routine.items.iter().find(|item| item.key == key).cloned())
    }

    /// The rows of the list in order.
    pub(super) fn lines(self) -> Vec<ListRow> {
        let mut lines = self.with(rows);
        if let Some(gone) = self.gone.get() {
            lines.insert(gone.at.min(lines.len()), ListRow::Gone(gone.name));
        }
        lines
    }

    /// The blocks; none in a plain routine.
    pub(super) fn blocks(self) -> Vec<Block> {
        self.with(|routine| routine.blocks.clone())
    }

    /// The block with `key`.
    pub(super) fn block(self, key: u32) -> Option<Block> {
        self.with(|routine| routine.parts().iter().find(|block| block.key == key).cloned())
    }

    /// The block of the item with `key`.
    pub(super) fn block_of(self, key: u32) -> Option<Block> {
        self.block(self.item(key)?.block)
    }

    /// The key of the block to which exercises are added: the chosen one, or the last that is no cool-down.
    pub(super) fn target(self) -> Option<u32> {
        let chosen = self.target.get();
        self.with(|routine| {
            let is_usual = |block: &&Block| block.kind != BlockKind::CoolDown;
            let usual = routine.blocks.iter().rfind(is_usual).or(routine.blocks.last());
            routine.blocks.iter().find(|block| Some(block.key) == chosen).or(usual).map(|block| block.key)
        })
    }

    /// Adds exercises to the block with `key` from now on.
    pub(super) fn aim(self, key: u32) {
        self.target.set(Some(key));
    }

    /// True if the item with `key` can move up, and down: past another item or over the border of a block.
    pub(super) fn moves(self, key: u32) -> (bool, bool) {
        let (at, of) = self.stands(key);
        let block = self.item(key).map(|item| item.block);
        self.with(|routine| {
            let is_in = |end: Option<&Block>| end.is_none_or(|end| Some(end.key) == block);
            (at > 0 || !is_in(routine.blocks.first()), at + 1 < of || !is_in(routine.blocks.last()))
        })
    }

    /// The exercises that can replace that of the item with `key`, with the runner's kit and without what hurts.
    pub(super) fn swaps(self, key: u32) -> Vec<Substitute> {
        let kit = self.app.kit_at_hand();
        let is_out = |exercise: &str, level| self.app.pains.is_out(exercise, level);
        let Some(item) = self.item(key) else { return Vec::new() };
        self.with(|routine| substitutes(routine, &item, &kit, &is_out))
    }

    /// Position of the item with `key`, and length of the list.
    pub(super) fn stands(self, key: u32) -> (usize, usize) {
        let place = |items: &[Item]| items.iter().position(|item| item.key == key).unwrap_or(0);
        self.with(|routine| (place(&routine.items), routine.items.len()))
    }

    /// Makes a change and saves it.
    pub(super) fn edit(self, edit: &Edit) {
        // Chromium sends a field's event even while its whole page is removed, when this state is gone already.
        if self.draft.is_disposed() {
            return;
        }
        let typing = match edit {
            Edit::Amount(key, _) => Some(Typing::Amount(*key)),
            Edit::Note(_) => Some(Typing::Note),
            Edit::ItemNote(key, _) => Some(Typing::ItemNote(*key)),
            Edit::BlockNote(key, _) => Some(Typing::BlockNote(*key)),
            _ => None,
        };
        if let Some(typing) = typing {
            return self.retype(typing, edit);
        }
        let before_block = self.block_moved(edit);
        self.gone.set(None);
        self.typing.set(None);
        let (before, fresh) = (self.now(), fresh_key());
        self.draft.update(|draft| draft.apply_with(edit, fresh));
        self.keep(RoutineChange { before, after: self.now(), edit: Some(edit.clone()), fresh });
        if let Some((key, before)) = before_block {
            self.tell_block(key, before);
        }
        match edit {
            Edit::AddBlock(kind) => self.tell_added(fresh, *kind),
            Edit::Swap(_, exercise, _) => {
                self.app.notices.announce(builder::said_swapped(exercise.name));
                after_change(item_id(fresh));
            }
            _ => {}
        }
    }

    /// The item that `edit` may move into another block, and its block before.
    fn block_moved(self, edit: &Edit) -> Option<(u32, u32)> {
        let (Edit::Move(key, _) | Edit::Into(key, _) | Edit::Place(key, ..)) = edit else { return None };
        Some((*key, untrack(|| self.item(*key))?.block))
    }

    /// Announces the block of an item, if it is another one now, and keeps the focus on the item.
    fn tell_block(self, key: u32, before: u32) {
        let Some(block) = untrack(|| self.block_of(key)).filter(|block| block.key != before) else { return };
        self.app.notices.announce(builder::said_into(&self.name(key), vocabulary::block(block.kind)));
        after_change(item_id(key));
    }

    /// Announces a new block, and adds exercises to it from now on.
    fn tell_added(self, fresh: u32, kind: BlockKind) {
        if untrack(|| self.block(fresh)).is_none() {
            self.app.notices.tell(NoticeKind::Trouble, builder::blocks_full(text::count(MAX_BLOCKS)), Offer::Nothing);
            return;
        }
        self.aim(fresh);
        self.app.notices.announce(builder::said_block_added(vocabulary::block(kind)));
        after_change(block_id(fresh));
    }

    /// Changes the name.
    pub(super) fn rename(self, name: String) {
        self.retype(Typing::Name, &Edit::Rename(name));
    }

    /// Makes a change of typed text; typing without another change in between is one step of Undo.
    fn retype(self, what: Typing, edit: &Edit) {
        let goes_on = self.typing.get_untracked() == Some(what);
        let before = self.now();
        self.gone.set(None);
        let is_step = self.draft.try_update(|draft| {
            if goes_on {
                draft.take_back();
            }
            let before = draft.routine().clone();
            draft.apply(edit);
            *draft.routine() != before
        });
        self.typing.set(is_step.unwrap_or_default().then_some(what));
        self.keep(RoutineChange { before, after: self.now(), edit: Some(edit.clone()), fresh: 0 });
    }

    /// A name for the amount field of the item with `key` that stays the same when the page is loaded again, where items are
    /// numbered by their places.
    pub(super) fn amount_name(self, key: u32) -> String {
        self.with(|routine| {
            let at = routine.items.iter().position(|item| item.key == key).unwrap_or_default();
            let exercise = routine.items.get(at).map_or("", |item| &item.exercise);
            let nth = routine.items.iter().take(at).filter(|item| item.exercise == exercise).count();
            format!("amount {exercise} {nth}")
        })
    }

    /// The invalid text typed in a field of this page, and the callback for another one.
    pub(super) fn unfinished(self, field: &str) -> (Option<String>, Act<Option<String>>) {
        let id = self.draft.with_untracked(|draft| draft.routine().id.clone());
        let field = format!("{id} {field}");
        let typed = self.app.unfinished(&field);
        (typed, Rc::new(move |text| self.app.keep_unfinished(&field, text)))
    }

    /// Adds an exercise at its base level.
    pub(super) fn add(self, exercise: Slug) {
        let Some(exercise) = catalogue::brief(exercise) else { return };
        let count = move || untrack(|| self.with(|routine| routine.items.len()));
        let before = count();
        self.edit(&match untrack(|| self.target()) {
            Some(block) => Edit::AddTo(exercise, Level::Base, block),
            None => Edit::Add(exercise, Level::Base),
        });
        if count() == before {
            self.app.notices.tell(NoticeKind::Trouble, builder::full(text::count(MAX_ITEMS)), Offer::Nothing);
        } else {
            self.app.notices.announce(builder::said_added(exercise.name, text::count(count())));
        }
    }

    /// Moves an item and announces its new position.
    pub(super) fn shift(self, key: u32, by: i32) {
        let before = untrack(|| self.stands(key));
        self.edit(&Edit::Move(key, by));
        self.tell_moved(key, before);
    }

    /// Announces the position of an item, if it stood elsewhere before.
    fn tell_moved(self, key: u32, before: (usize, usize)) {
        let (at, of) = untrack(|| self.stands(key));
        if before != (at, of) {
            self.app.notices.announce(builder::said_moved(text::count(of), &self.name(key), text::count(at + 1)));
        }
    }

    /// Puts an item where it was dropped, and announces its new position.
    pub(super) fn drop_row(self, dropped: RowDrop) {
        let RowDrop::Below(row, above) = dropped else {
            return self.app.notices.announce(builder::said_move_cancelled());
        };
        let rows = self.with_untracked(rows);
        let of = |id: &str| rows.iter().find(|row| row.id() == id);
        let above = above.as_deref().and_then(of);
        if let Some(ListRow::Item(key, _)) = of(&row) {
            let (block, before) = self.with_untracked(|routine| place_below(routine, above));
            let stood = untrack(|| self.stands(*key));
            let was_in = untrack(|| self.item(*key)).map(|item| item.block);
            self.edit(&Edit::Place(*key, block, before));
            if was_in == Some(block) {
                self.tell_moved(*key, stood);
            }
            after_change(row);
        }
    }

    /// True if the block with `key` can move up, and down.
    pub(super) fn block_moves(self, key: u32) -> (bool, bool) {
        let at = self.with(|routine| routine.blocks.iter().position(|block| block.key == key));
        let last = self.with(|routine| routine.blocks.len());
        (at.is_some_and(|at| at > 0), at.is_some_and(|at| at + 1 < last))
    }

    /// Moves a block and announces its new position.
    pub(super) fn shift_block(self, key: u32, by: i32) {
        let keys = move || -> Vec<u32> { untrack(|| self.blocks()).iter().map(|block| block.key).collect() };
        let before = keys();
        self.edit(&Edit::MoveBlock(key, by));
        let now = keys();
        let Some(block) = untrack(|| self.block(key)).filter(|_| now != before) else { return };
        let number = now.iter().position(|other| *other == key).map_or(0, |at| at + 1);
        let (all, name) = (text::count(now.len()), vocabulary::block(block.kind));
        self.app.notices.announce(builder::said_block_moved(all, name, text::count(number)));
    }

    /// True while several items can be selected.
    pub(super) fn selects(self) -> bool {
        self.chosen.with(Option::is_some)
    }

    /// Lets several items be selected, or not.
    pub(super) fn select(self, on: bool) {
        self.chosen.set(on.then(Vec::new));
    }

    /// The keys of the selected items, in the order of the routine.
    pub(super) fn selected(self) -> Vec<u32> {
        let chosen = self.chosen.get().unwrap_or_default();
        self.with(|routine| routine.items.iter().map(|item| item.key).filter(|key| chosen.contains(key)).collect())
    }

    /// Selects an item, or not.
    pub(super) fn choose(self, key: u32, on: bool) {
        self.chosen.update(|chosen| {
            let chosen = chosen.get_or_insert_default();
            chosen.retain(|other| *other != key);
            chosen.extend(on.then_some(key));
        });
    }

    /// Selects every item, or none if all are selected.
    pub(super) fn choose_all(self) {
        let all = self.with_untracked(|routine| routine.items.iter().map(|item| item.key).collect::<Vec<_>>());
        let is_all = untrack(|| self.selected()) == all;
        self.chosen.set(Some(if is_all { Vec::new() } else { all }));
    }

    /// Moves the selected items by one place.
    pub(super) fn shift_selected(self, by: i32) {
        let keys = untrack(|| self.selected());
        let words = text::common::exercises(text::count(keys.len()));
        let before = self.now();
        self.edit(&Edit::MoveAll(keys, by));
        if before != self.now() {
            let said = if by < 0 { builder::said_several_up(&words) } else { builder::said_several_down(&words) };
            self.app.notices.announce(said);
        }
    }

    /// Moves the selected items to the end of a block.
    pub(super) fn put_selected(self, block: u32, name: &str) {
        let keys = untrack(|| self.selected());
        let words = text::common::exercises(text::count(keys.len()));
        self.edit(&Edit::All(keys.into_iter().map(|key| Edit::Into(key, block)).collect()));
        self.app.notices.announce(builder::said_several_into(&words, name));
    }

    /// Gives the selected items this rest.
    pub(super) fn rest_selected(self, rest: Seconds) {
        let keys = untrack(|| self.selected());
        self.edit(&Edit::All(keys.into_iter().map(|key| Edit::Rest(key, rest)).collect()));
    }

    /// Removes the selected items and leaves one Undo in the place of the first.
    pub(super) fn remove_selected(self) {
        let keys = untrack(|| self.selected());
        let Some(first) = keys.first().copied() else { return };
        let name = text::common::exercises(text::count(keys.len()));
        let edit = Edit::All(keys.into_iter().map(Edit::Remove).collect());
        self.remove_row(&edit, item_id(first), name, |row| matches!(row, ListRow::Item(of, _) if *of == first));
    }

    /// Removes an item and leaves Undo in its place.
    pub(super) fn remove(self, key: u32) {
        let name = self.name(key);
        self.remove_row(
            &Edit::Remove(key),
            item_id(key),
            name,
            |row| matches!(row, ListRow::Item(of, _) if *of == key),
        );
    }

    /// Removes a block and leaves Undo in its place.
    pub(super) fn remove_block(self, key: u32) {
        let Some(block) = untrack(|| self.block(key)) else { return };
        let name = vocabulary::block(block.kind).to_owned();
        self.remove_row(
            &Edit::RemoveBlock(key),
            block_id(key),
            name,
            |row| matches!(row, ListRow::Block(of) if *of == key),
        );
    }

    fn remove_row(self, edit: &Edit, id: String, name: String, is_it: impl Fn(&ListRow) -> bool) {
        let at = untrack(|| self.lines()).iter().position(is_it).unwrap_or(0);
        self.edit(edit);
        self.app.notices.announce(builder::said_removed(&name));
        self.gone.set(Some(RemovedRow { at, id, name }));
        after_change(UNDO_REMOVAL.to_owned());
    }

    /// Undoes the last change.
    pub(super) fn undo(self) {
        if !self.draft.with_untracked(Draft::can_undo) {
            return;
        }
        let back = self.gone.get_untracked();
        if back.is_none() {
            keep_in_rows();
        }
        self.step(Draft::undo, builder::said_undone());
        if let Some(gone) = back {
            after_change(gone.id);
        }
    }

    /// Makes the change again that was undone last.
    pub(super) fn redo(self) {
        if self.draft.with_untracked(Draft::can_redo) {
            keep_in_rows();
            self.step(Draft::redo, builder::said_redone());
        }
    }

    fn step(self, step: fn(&mut Draft), said: &'static str) {
        self.gone.set(None);
        self.typing.set(None);
        let before = self.now();
        self.draft.update(step);
        self.keep(RoutineChange { before, after: self.now(), edit: None, fresh: 0 });
        self.app.notices.announce(said);
    }

    fn name(self, key: u32) -> String {
        untrack(|| self.item(key)).as_ref().map(Item::name).unwrap_or_default()
    }

    fn now(self) -> Routine {
        self.draft.with_untracked(|draft| draft.routine().clone())
    }

    /// Saves a change, and shows the result.
    fn keep(self, change: RoutineChange) {
        if let Some(told) = self.refusal.get_untracked() {
            self.app.notices.dismiss(told);
        }
        if change.before == change.after && self.kept.get_untracked() != SaveState::Refused {
            return;
        }
        self.kept.set(SaveState::Saving);
        self.on_their_way.update(|count| *count += 1);
        self.app.change_routine(change, move |saved, _| self.tell_kept(saved));
        self.app.keep_steps(self.draft.get_untracked());
        self.app.retitle();
    }

    fn tell_kept(self, saved: Saved) {
        if self.kept.is_disposed() {
            return;
        }
        self.on_their_way.update(|count| *count -= 1);
        if self.on_their_way.get_untracked() > 0 {
            return;
        }
        self.kept.set(match saved {
            Saved::OnDisk => SaveState::Saved,
            Saved::Soon => SaveState::Soon,
            Saved::No if self.app.memory_only.get_untracked() => SaveState::ThisVisit,
            Saved::No => SaveState::Refused,
        });
        let kept = self.kept.get_untracked() != SaveState::Refused;
        // The newest notice is the last one.
        let told = || self.app.notices.list.with_untracked(|notices| notices.last().map(|notice| notice.id));
        self.refusal.set(if kept { None } else { told() });
    }

    /// Shows the changes that another tab made to the routine.
    fn take_over(self) {
        let id = self.draft.with_untracked(|draft| draft.routine().id.clone());
        let kept = self.app.choices.routines.with(|routines| routines.iter().find(|routine| routine.id == id).cloned());
        let Some(kept) = kept.filter(|kept| self.draft.with_untracked(|draft| draft.routine() != kept)) else { return };
        self.gone.set(None);
        self.typing.set(None);
        self.draft.update(|draft| draft.go_on_from(kept));
        self.app.retitle();
        self.app.notices.announce(builder::said_elsewhere());
    }
}

/// The rows of a routine: its items, in blocks each after the heading.
fn rows(routine: &Routine) -> Vec<ListRow> {
    let mut rows = Vec::new();
    for block in routine.parts() {
        if !routine.blocks.is_empty() {
            rows.push(ListRow::Block(block.key));
        }
        rows.extend(routine.items_of(block.key).map(|item| ListRow::Item(item.key, item.exercise.clone())));
    }
    rows
}

/// The block and the next item of the place below a row, or at the top of the list.
fn place_below(routine: &Routine, above: Option<&ListRow>) -> (u32, Option<u32>) {
    let first_of = |block: u32| routine.items_of(block).next().map(|item| item.key);
    match above {
        Some(ListRow::Item(key, _)) => {
            let block = routine.items.iter().find(|item| item.key == *key).map_or(0, |item| item.block);
            let next = routine.items_of(block).skip_while(|item| item.key != *key).nth(1);
            (block, next.map(|item| item.key))
        }
        Some(ListRow::Block(block)) => (*block, first_of(*block)),
        Some(ListRow::Gone(_)) | None => (routine.parts()[0].key, first_of(routine.parts()[0].key)),
    }
}

/// Moves the focus to the list after a change that removes what has it: without it the keys of Undo would not be heard again.
fn keep_in_rows() {
    state::focus_if_lost(ROWS);
}

/// Moves the focus once the page shows the change.
fn after_change(id: String) {
    queue_microtask(move || state::focus(&id));
}
