//! `advice/en.toml`: advice before choosing.

use super::table::Table;
use super::vocabulary::{Goal, Kind};

/// The advice in one language.
pub struct Advice {
    /// For each goal: headline, reason, nuance.
    pub order: Vec<[String; 3]>,
    /// For each type of exercise: headline, points, note.
    pub purposes: Vec<(String, Vec<String>, String)>,
    /// The reasons for core training: headline, text.
    pub core: (String, Vec<String>),
}

/// Reads the file.
pub fn read(file: &Table<'_>) -> Option<Advice> {
    let order = inner(file, "order", "[order]", |order| {
        let goal = |goal: &Goal| {
            inner(order, goal.slug(), &format!("[order.{}]", goal.slug()), |table| {
                let (headline, reason, nuance) = (one(table, "headline"), one(table, "reason"), one(table, "nuance"));
                Some([headline?, reason?, nuance?])
            })
        };
        Goal::ALL.iter().map(goal).collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>()
    });
    let purposes = inner(file, "purpose", "[purpose]", |purposes| {
        let kind = |kind: &Kind| {
            inner(purposes, kind.slug(), &format!("[purpose.{}]", kind.slug()), |table| {
                let (headline, points, note) = (one(table, "headline"), list(table, "points"), one(table, "note"));
                Some((headline?, points?, note?))
            })
        };
        Kind::ALL.iter().map(kind).collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>()
    });
    let core = inner(file, "core", "[core]", |core| {
        let (headline, text) = (one(core, "headline"), list(core, "text"));
        Some((headline?, text?))
    });
    Some(Advice { order: order?, purposes: purposes?, core: core? })
}

/// The result of `read` for the table under `key`, which must be there.
fn inner<R>(file: &Table<'_>, key: &str, called: &str, read: impl FnOnce(&Table<'_>) -> Option<R>) -> Option<R> {
    let table = file.need(key)?.table(called)?;
    let value = read(&table);
    table.finish();
    value
}

fn one(table: &Table<'_>, key: &str) -> Option<String> {
    table.need(key)?.text().map(str::to_owned)
}

fn list(table: &Table<'_>, key: &str) -> Option<Vec<String>> {
    let list = table.need(key)?.list();
    Some(list.iter().filter_map(|item| item.text().map(str::to_owned)).collect())
}
