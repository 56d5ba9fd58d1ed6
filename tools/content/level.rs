//! The three levels of a file: a value that a level does not have is taken from `[all]`.

use super::table::{Table, Value};
use super::vocabulary::Level;

/// The tables of a file that has levels.
pub struct Levels<'a> {
    all: Option<Table<'a>>,
    /// Cues are shared one by one.
    all_cues: Option<Table<'a>>,
    own: Vec<(Level, Table<'a>)>,
}

impl<'a> Levels<'a> {
    /// The levels of the file with this table; each must be there.
    pub fn of(file: &Table<'a>) -> Self {
        let level = |level: &Level| {
            let table = file.need(level.slug())?.table(&format!("level \"{}\"", level.slug()))?;
            Some((*level, table))
        };
        let all = file.table("all", "[all]");
        let cues = |all: &Table<'a>| all.keys().contains(&"cues").then(|| all.table("cues", "[all.cues]"));
        let all_cues = all.as_ref().and_then(cues).flatten();
        Self { all, all_cues, own: Level::ALL.iter().filter_map(level).collect() }
    }

    /// Reads each level with `read`; one that is missing in the file is missing here.
    pub fn each<R>(&self, read: impl Fn(&LevelTable<'_, 'a>) -> R) -> Vec<R> {
        self.own.iter().map(|(level, own)| read(&self.level(*level, own))).collect()
    }

    fn level<'t>(&'t self, level: Level, own: &'t Table<'a>) -> LevelTable<'t, 'a> {
        LevelTable { level, own, all: self.all.as_ref(), all_cues: self.all_cues.as_ref() }
    }

    /// Reports unknown keys.
    pub fn finish(&self) {
        self.own.iter().map(|(_, own)| own).chain(&self.all).chain(&self.all_cues).for_each(Table::finish);
    }
}

/// One level of a file.
pub struct LevelTable<'t, 'a> {
    /// The level.
    pub level: Level,
    /// Its own table.
    pub own: &'t Table<'a>,
    all: Option<&'t Table<'a>>,
    /// The cues in `[all]`.
    pub all_cues: Option<&'t Table<'a>>,
}

impl<'a> LevelTable<'_, 'a> {
    /// The value of `key` at this level.
    pub fn get(&self, key: &str) -> Option<Value<'a>> {
        if let Some(all) = self.all {
            all.allow(key);
        }
        self.own.get(key).or_else(|| self.all?.get(key))
    }

    /// The value of `key` at this level, which must be there.
    pub fn need(&self, key: &str) -> Option<Value<'a>> {
        let value = self.get(key);
        if value.is_none() {
            self.own.fault(format!("{} has no \"{key}\"", self.own.called()));
        }
        value
    }

    /// The value of `key` in the level's own table, where it must be.
    pub fn need_own(&self, key: &str) -> Option<Value<'a>> {
        self.own.need(key)
    }
}
