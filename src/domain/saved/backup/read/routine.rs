//! A routine in a file.

use super::reader::{Reader, clip, id};
use crate::domain::catalogue::Level;
use crate::domain::name::visible;
use crate::domain::routine::{Item, MAX_ITEMS, MAX_NAME, MAX_REST, MAX_SETS, Routine};
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
        self.know(fields);
        Some(Routine { id, name, items })
    }

    pub(super) fn item(&mut self, key: u32, text: &str) -> Option<Item> {
        let mut fields = Fields::of(text)?;
        let exercise = id(&mut fields, "exercise")?;
        let level = fields.word("level", Level::from_slug)?;
        let targets = fields.value::<Vec<u16>>("targets").filter(|targets| !targets.is_empty())?;
        let targets =
            targets.into_iter().take(MAX_SETS).map(|amount| Amount::new(amount).ok()).collect::<Option<_>>()?;
        let rest = Seconds(fields.number::<u32>("rest").filter(|rest| *rest <= MAX_REST)?);
        self.know(fields);
        Some(Item { key, exercise, level, targets, rest })
    }
}
