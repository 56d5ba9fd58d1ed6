//! TOML tables that report unknown keys. Whatever is missing, of the wrong kind or unknown is a [`Fault`] with
//! its file and line; reading goes on, so that one run reports all faults. Knows nothing of exercises.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A fault of the content, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as a path below the project's folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The fault.
    pub sentence: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.sentence)
    }
}

/// A file of the content, and the faults found in it so far.
pub struct Source {
    path: String,
    text: String,
    faults: RefCell<Vec<Fault>>,
}

impl Source {
    /// The file at `path` with this text.
    pub fn new(path: String, text: String) -> Self {
        Self { path, text, faults: RefCell::default() }
    }

    /// Reads the file's table with `read`, and reports unknown keys; `None` if the file is not TOML.
    pub fn read<R>(&self, called: &str, read: impl FnOnce(&Table<'_>) -> R) -> Option<R> {
        match DeTable::parse(&self.text) {
            Ok(document) => {
                let table = Table::new(self, called.to_owned(), 0, document.get_ref());
                let value = read(&table);
                table.finish();
                Some(value)
            }
            Err(error) => {
                self.fault(error.span().map_or(0, |span| span.start), error.message());
                None
            }
        }
    }

    /// Adds a fault at this byte of the file.
    pub fn fault(&self, at: usize, sentence: impl Into<String>) {
        let line = 1 + self.text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count();
        self.faults.borrow_mut().push(Fault { file: self.path.clone(), line, sentence: sentence.into() });
    }

    /// The faults, in the order of their lines.
    pub fn into_faults(self) -> Vec<Fault> {
        let mut faults = self.faults.into_inner();
        faults.sort_by_key(|fault| fault.line);
        faults.dedup();
        faults
    }
}

/// A table with its name, which remembers the keys that were read.
pub struct Table<'a> {
    source: &'a Source,
    called: String,
    at: usize,
    /// Key, byte, value; in the order of the file.
    entries: Vec<(&'a str, usize, &'a Spanned<DeValue<'a>>)>,
    known: RefCell<BTreeSet<String>>,
    taken: RefCell<BTreeSet<String>>,
}

impl<'a> Table<'a> {
    fn new(source: &'a Source, called: String, at: usize, table: &'a DeTable<'a>) -> Self {
        let entry = |(key, value): (&'a Spanned<_>, &'a Spanned<_>)| {
            let name: &std::borrow::Cow<'_, str> = key.get_ref();
            (name.as_ref(), key.span().start, value)
        };
        let mut entries: Vec<_> = table.iter().map(entry).collect();
        entries.sort_by_key(|(_, at, _)| *at);
        Self { source, called, at, entries, known: RefCell::default(), taken: RefCell::default() }
    }

    /// The keys, in the order of the file.
    pub fn keys(&self) -> Vec<&'a str> {
        self.entries.iter().map(|(key, _, _)| *key).collect()
    }

    /// The value of `key`, if there is one.
    pub fn get(&self, key: &str) -> Option<Value<'a>> {
        self.allow(key);
        let (_, at, value) = self.entries.iter().find(|(name, _, _)| *name == key)?;
        self.taken.borrow_mut().insert(key.to_owned());
        Some(Value {
            source: self.source,
            called: format!("{}: \"{key}\"", self.called),
            at: *at,
            found: value.get_ref(),
        })
    }

    /// The value of `key`, which must be there.
    pub fn need(&self, key: &str) -> Option<Value<'a>> {
        let value = self.get(key);
        if value.is_none() {
            self.fault(format!("{} has no \"{key}\"", self.called));
        }
        value
    }

    /// The table under `key`, named so in faults.
    pub fn table(&self, key: &str, called: &str) -> Option<Table<'a>> {
        self.get(key).and_then(|value| value.table(called))
    }

    /// Every table under `key` by its name; in faults each has `called` before its name.
    pub fn tables(&self, key: &str, called: &str) -> Vec<(&'a str, Table<'a>)> {
        let Some(table) = self.table(key, key) else { return Vec::new() };
        let named = |name: &'a str| table.table(name, &format!("{called} \"{name}\"")).map(|inner| (name, inner));
        table.keys().into_iter().filter_map(named).collect()
    }

    /// Marks `key` as known, so that it is no fault.
    pub fn allow(&self, key: &str) {
        self.known.borrow_mut().insert(key.to_owned());
    }

    /// Adds a fault at the table's own line.
    pub fn fault(&self, sentence: impl Into<String>) {
        self.source.fault(self.at, sentence);
    }

    /// Adds a fault at the line of `key`, or at the table's own.
    pub fn fault_at(&self, key: &str, sentence: impl Into<String>) {
        let at = self.entries.iter().find(|(name, _, _)| *name == key).map_or(self.at, |(_, at, _)| *at);
        self.source.fault(at, sentence);
    }

    /// The table's name in faults.
    pub fn called(&self) -> &str {
        &self.called
    }

    /// Reports unknown keys, and tables that were not read.
    pub fn finish(&self) {
        let (known, taken) = (self.known.borrow(), self.taken.borrow());
        for (key, at, _) in &self.entries {
            if !known.contains(*key) {
                self.source.fault(*at, format!("{} has an unknown key \"{key}\"", self.called));
            } else if !taken.contains(*key) {
                self.source.fault(*at, format!("{}: \"{key}\" is used by no level", self.called));
            }
        }
    }
}

/// A value with its name and position.
#[derive(Clone)]
pub struct Value<'a> {
    source: &'a Source,
    called: String,
    at: usize,
    found: &'a DeValue<'a>,
}

impl<'a> Value<'a> {
    /// A non-empty text.
    pub fn text(&self) -> Option<&'a str> {
        let text = self.found.as_str().or_else(|| self.fails("must be a text in quotes"))?;
        if text.trim().is_empty() {
            return self.fails("is empty");
        }
        if text.trim() != text || text.contains(['\n', '\t', '\r']) || text.contains("  ") {
            return self.fails("has a space too many, a tab or a line break");
        }
        Some(text)
    }

    /// A whole number within `range`.
    pub fn whole(&self, range: RangeInclusive<u16>) -> Option<u16> {
        let read = self.found.as_integer().and_then(|number| u16::from_str_radix(number.as_str(), number.radix()).ok());
        let within = read.filter(|number| range.contains(number));
        within.or_else(|| self.fails(&format!("must be a whole number from {} to {}", range.start(), range.end())))
    }

    /// A number of seconds or degrees.
    pub fn number(&self) -> Option<f32> {
        self.number_to(300.0)
    }

    /// A number of standing heights.
    pub fn length(&self) -> Option<f32> {
        self.number_to(1.6)
    }

    fn number_to(&self, most: f32) -> Option<f32> {
        let text = self.found.as_float().map(toml::de::DeFloat::as_str);
        let text = text.or_else(|| self.found.as_integer().map(toml::de::DeInteger::as_str));
        let number = text.and_then(|text| text.parse().ok()).filter(|number: &f32| number.abs() <= most);
        number.or_else(|| self.fails(&format!("must be a number from -{most} to {most}")))
    }

    /// `true` or `false`.
    pub fn flag(&self) -> Option<bool> {
        self.found.as_bool().or_else(|| self.fails("must be true or false"))
    }

    /// A list; anything else is a fault and an empty list.
    pub fn list(&self) -> Vec<Value<'a>> {
        let Some(list) = self.found.as_array() else { return self.fails("must be a list in [ ]").unwrap_or_default() };
        let item =
            |item: &'a Spanned<DeValue<'a>>| Value { at: item.span().start, found: item.get_ref(), ..self.clone() };
        list.iter().map(item).collect()
    }

    /// A table.
    pub fn table(&self, called: &str) -> Option<Table<'a>> {
        let table = self.found.as_table().or_else(|| self.fails("must be a table"))?;
        Some(Table::new(self.source, called.to_owned(), self.at, table))
    }

    /// True for a table.
    pub fn is_table(&self) -> bool {
        self.found.is_table()
    }

    /// True for a list.
    pub fn is_list(&self) -> bool {
        self.found.is_array()
    }

    /// The one of `known` with this name.
    pub fn one_of<T: Clone>(&self, known: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = known.iter().find(|(name, _)| *name == text).map(|(_, value)| value.clone());
        found.or_else(|| {
            let names: Vec<_> = known.iter().map(|(name, _)| *name).collect();
            self.fails(&format!("is \"{text}\"; it can be {}", names.join(", ")))
        })
    }

    /// Adds a fault about the value; returns `None` in place of the value.
    pub fn fails<T>(&self, what: &str) -> Option<T> {
        self.source.fault(self.at, format!("{} {what}", self.called));
        None
    }
}
