//! `routine.toml`: a ready-made routine.

use super::facts::slugs;
use super::table::{Table, Value};
use super::vocabulary::Level;
use std::collections::BTreeSet;

/// A ready-made routine.
pub struct Routine {
    /// Its permanent id: the folder's name.
    pub id: String,
    /// Its position; the first is suggested on the first day.
    pub order: u16,
    /// Its name.
    pub name: String,
    /// For whom and when it is, in one line.
    pub about: String,
    /// Its rows.
    pub items: Vec<Item>,
}

/// A row of a routine.
pub struct Item {
    /// The exercise's slug.
    pub exercise: String,
    /// The level.
    pub level: Level,
    /// The amount of each set.
    pub sets: Vec<u16>,
    /// Seconds of rest.
    pub rest: u16,
}

/// Reads the name and the line about it from a text file.
pub fn read_text(file: &Table<'_>) -> Option<(String, String)> {
    let line = |key| file.need(key).and_then(|value| value.text()).map(str::to_owned);
    let (name, about) = (line("name"), line("about"));
    name.zip(about)
}

/// Reads routine.toml.
pub fn read(file: &Table<'_>, exercises: &BTreeSet<String>) -> Option<(u16, Vec<Item>)> {
    let order = file.need("order").and_then(|value| value.whole(1..=999));
    let items = file.need("items")?;
    let list = items.list();
    if list.is_empty() && items.is_list() {
        items.fails::<()>("is empty");
    }
    Some((order?, list.iter().filter_map(|value| item(value, exercises)).collect()))
}

fn item(value: &Value<'_>, exercises: &BTreeSet<String>) -> Option<Item> {
    let table = value.table("item")?;
    let exercise = table.need("exercise").and_then(|value| {
        let slug = value.text()?;
        if exercises.contains(slug) {
            return Some(slug.to_owned());
        }
        value.fails(&format!("is \"{slug}\", and no folder in content/exercises is called so"))
    });
    let level = table.need("level").and_then(|value| value.one_of(&slugs(Level::ALL, Level::slug)));
    let sets =
        table.need("sets").map(|value| value.list().iter().filter_map(|set| set.whole(1..=999)).collect::<Vec<_>>());
    let rest = table.need("rest").and_then(|value| value.whole(0..=900));
    table.finish();
    Some(Item { exercise: exercise?, level: level?, sets: sets?, rest: rest? })
}
