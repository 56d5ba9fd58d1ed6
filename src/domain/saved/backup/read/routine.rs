//! A routine in a file.

use super::reader::{Reader, clip, id};
use crate::domain::catalogue::Level;
use crate::domain::load::Load;
use crate::domain::name::visible;
use crate::domain::routine::{
    Block, BlockKind, Item, MAX_BLOCKS, MAX_ITEMS, MAX_NAME, MAX_REST, MAX_ROUNDS, Routine, SideOrder, plan_note,
};
use crate::domain::saved::backup::fields::Fields;
use crate::domain::units::{Amount, Seconds};

impl Reader {
    pub(super) fn routine(&mut self, text: &str) -> Option<Routine> {
        let routine = self.whole_routine(text);
        self.unreadable.routines += usize::from(routine.is_none());
        routine
    }

    pub(super) fn whole_routine(&mut self, text: &str) -> Option<Routine> {
        let mut fields = Fields::of(text)?;
        let id = id(&mut fields, "id")?;
        let name = visible(clip(&fields.value::<String>("name")?, MAX_NAME));
        let items = fields.rows("items").filter(|items| !items.too_many)?.rows;
        let items = (0..).zip(items.iter().take(MAX_ITEMS));
        let items = items.map(|(key, row)| self.item(key, row.get())).collect::<Option<_>>()?;
        let blocks = fields.rows("blocks").filter(|blocks| !blocks.too_many)?.rows;
        let blocks = (0..).zip(blocks.iter().take(MAX_BLOCKS));
        let blocks = blocks.map(|(key, row)| self.block(key, row.get())).collect::<Option<_>>()?;
        let note = note(&mut fields)?;
        self.know(fields);
        Some(Routine { id, name, note, items, blocks }.settled())
    }

    pub(super) fn item(&mut self, key: u32, text: &str) -> Option<Item> {
        let mut fields = Fields::of(text)?;
        let exercise = id(&mut fields, "exercise")?;
        let level = fields.word("level", Level::from_slug)?;
        let targets = fields.value::<Vec<u16>>("targets").filter(|targets| !targets.is_empty())?;
        let targets = targets
            .into_iter()
            .take(MAX_ROUNDS.into())
            .map(|amount| Amount::new(amount).ok())
            .collect::<Option<_>>()?;
        let rest = Seconds(fields.number::<u32>("rest").filter(|rest| *rest <= MAX_REST)?);
        let block = fields.optional_number("block")?.unwrap_or(0);
        let note = note(&mut fields)?;
        let load = fields.optional_word("load", Load::from_code)?;
        let side_order = fields.optional_word("order", SideOrder::from_slug)?;
        let tempo = fields.optional::<Vec<u8>>("tempo")?.unwrap_or_default();
        self.know(fields);
        let read = Item { key, exercise, level, targets, rest, block, note, load, side_order, tempo, clock: None };
        Some(Item { tempo: read.checked_tempo(&read.tempo), ..read })
    }

    fn block(&mut self, key: u32, text: &str) -> Option<Block> {
        let mut fields = Fields::of(text)?;
        let kind = fields.word("kind", BlockKind::from_slug)?;
        let rounds = fields.number("rounds")?;
        let rest = Seconds(fields.number("rest")?);
        let clock = Seconds(fields.optional_number("clock")?.unwrap_or(0));
        let ladder = fields.optional_number("ladder")?.unwrap_or(0);
        let note = note(&mut fields)?;
        self.know(fields);
        Some(Block { key, kind, rounds, rest, clock, ladder, note })
    }
}

/// A note; empty if there is none.
fn note(fields: &mut Fields) -> Option<String> {
    Some(plan_note(&fields.optional::<String>("note")?.unwrap_or_default()))
}
