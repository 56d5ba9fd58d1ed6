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
    /// True if Today suggests it.
    pub suggested: bool,
    /// Its parts; empty for one plain list.
    pub blocks: Vec<Block>,
    /// Its rows.
    pub items: Vec<Item>,
}

/// Slugs and names of `BlockKind`, in `src/domain/routine`.
const KINDS: &[(&str, &str)] = &[
    ("warm-up", "WarmUp"),
    ("main", "Main"),
    ("superset", "Superset"),
    ("circuit", "Circuit"),
    ("cool-down", "CoolDown"),
];

/// A part of a routine.
pub struct Block {
    /// The name of its kind.
    pub kind: &'static str,
    /// The number of rounds.
    pub rounds: u8,
    /// Seconds of rest after each round.
    pub rest: u16,
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
    /// The number of its part, from 1; 0 without parts.
    pub block: u8,
}

/// The facts of a routine.
pub struct Plan {
    /// Its position.
    pub order: u16,
    /// True if Today suggests it.
    pub suggested: bool,
    /// Its parts.
    pub blocks: Vec<Block>,
    /// Its rows.
    pub items: Vec<Item>,
}

/// Reads the name and the line about it from a text file.
pub fn read_text(file: &Table<'_>) -> Option<(String, String)> {
    let line = |key| file.need(key).and_then(|value| value.text()).map(str::to_owned);
    let (name, about) = (line("name"), line("about"));
    name.zip(about)
}

/// Reads routine.toml.
pub fn read(file: &Table<'_>, exercises: &BTreeSet<String>) -> Option<Plan> {
    let order = file.need("order").and_then(|value| value.whole(1..=999));
    let suggested = file.get("suggested").is_some_and(|value| value.flag() == Some(true));
    let blocks: Vec<Block> =
        file.get("blocks").map_or_else(Vec::new, |value| value.list().iter().filter_map(block).collect());
    let items = file.need("items")?;
    let list = items.list();
    if list.is_empty() && items.is_list() {
        items.fails::<()>("is empty");
    }
    let most = u16::try_from(blocks.len()).unwrap_or(u16::MAX);
    let items = list.iter().filter_map(|value| item(value, exercises, most)).collect();
    Some(Plan { order: order?, suggested, blocks, items })
}

fn block(value: &Value<'_>) -> Option<Block> {
    let table = value.table("block")?;
    let kind = table.need("kind").and_then(|value| value.one_of(KINDS));
    let whole = |key, most| table.get(key).map_or(Some(0), |value| value.whole(1..=most));
    let (rounds, rest) = (whole("rounds", 20), whole("rest", 600));
    table.finish();
    Some(Block { kind: kind?, rounds: u8::try_from(rounds?.max(1)).ok()?, rest: rest? })
}

/// A row in one of so many parts.
fn item(value: &Value<'_>, exercises: &BTreeSet<String>, blocks: u16) -> Option<Item> {
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
    let block = if blocks == 0 { Some(0) } else { table.need("block").and_then(|value| value.whole(1..=blocks)) };
    table.finish();
    Some(Item { exercise: exercise?, level: level?, sets: sets?, rest: rest?, block: u8::try_from(block?).ok()? })
}
