//! The steps of Undo and Redo of the routines that were changed last, so that they outlive a reload. Each is stored as its
//! difference from the next one: `"5 9 abc"` has the first 5 and the last 9 bytes of it, and `abc` between them.

use super::VERSION;
use super::keep::{NotSaved, Parsed, StoredShape, full, json, load, parse, save};
use super::shapes::RoutinesV2;
use super::store::KeyValue;
use crate::domain::routine::{Draft, Routine};
use serde::{Deserialize, Serialize};

const KEY: &str = "undo";
/// The largest size of all steps, in bytes.
const MAX_SIZE: usize = 60_000;

#[derive(Default, Serialize, Deserialize)]
struct UndoV1 {
    v: u32,
    /// The latest last.
    r: Vec<StepsV1>,
}

impl StoredShape for UndoV1 {}

#[derive(Serialize, Deserialize)]
struct StepsV1 {
    id: String,
    /// The number of the tab that made the changes.
    tab: u32,
    now: String,
    past: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    undone: Vec<String>,
}

/// A routine with its steps, and the number of the tab that made them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDraft {
    /// The number of the tab.
    pub tab: u32,
    /// The routine as it was then, and its steps.
    pub draft: Draft,
}

/// The steps of the routine `id`, of each tab that made any, the latest first.
pub fn load_steps(store: &dyn KeyValue, id: &str) -> Vec<StoredDraft> {
    let mut steps = read(store);
    steps.retain(|steps| steps.id == id);
    steps.iter().rev().filter_map(StepsV1::read).collect()
}

/// Keeps the steps that a tab made, in place of its earlier ones; the oldest are dropped if there is no room, and those of routines
/// that are gone.
///
/// # Errors
/// If they were not saved.
pub fn keep_steps(
    store: &dyn KeyValue,
    tab: u32,
    draft: &Draft,
    is_there: &dyn Fn(&str) -> bool,
) -> Result<(), NotSaved> {
    let id = &draft.routine().id;
    let mut steps = read(store);
    steps.retain(|steps| (&steps.id, steps.tab) != (id, tab) && is_there(&steps.id));
    let mut mine = StepsV1::of(tab, draft);
    while mine.size() > MAX_SIZE && !mine.past.is_empty() {
        mine.past.remove(0);
    }
    if !mine.is_empty() && mine.size() <= MAX_SIZE {
        steps.push(mine);
    }
    while steps.iter().map(StepsV1::size).sum::<usize>() > MAX_SIZE {
        steps.remove(0);
    }
    write(store, steps)
}

/// Forgets the steps of the routine `id`, or of every routine.
///
/// # Errors
/// If the store cannot be changed.
pub fn forget_steps(store: &dyn KeyValue, id: Option<&str>) -> Result<(), NotSaved> {
    let mut steps = read(store);
    steps.retain(|steps| id.is_some_and(|id| steps.id != id));
    write(store, steps)
}

fn read(store: &dyn KeyValue) -> Vec<StepsV1> {
    load::<UndoV1>(store, KEY).whole().map(|kept| kept.r).unwrap_or_default()
}

fn write(store: &dyn KeyValue, r: Vec<StepsV1>) -> Result<(), NotSaved> {
    if r.is_empty() {
        return Ok(store.remove(&full(KEY))?);
    }
    save(store, KEY, &UndoV1 { v: VERSION, r })
}

impl StepsV1 {
    fn of(tab: u32, draft: &Draft) -> Self {
        let now = text(draft.routine());
        let chain = |steps: &[Routine]| {
            let mut next = now.clone();
            let mut found = Vec::with_capacity(steps.len());
            for step in steps.iter().rev() {
                let step = text(step);
                found.push(difference(&step, &next));
                next = step;
            }
            found.reverse();
            found
        };
        let (past, undone) = draft.steps();
        Self { id: draft.routine().id.clone(), tab, past: chain(past), undone: chain(undone), now }
    }

    /// The steps, if all of them can be read.
    fn read(&self) -> Option<StoredDraft> {
        let chain = |steps: &[String]| {
            let mut next = self.now.clone();
            let mut found = Vec::with_capacity(steps.len());
            for step in steps.iter().rev().take(Draft::DEPTH) {
                next = with_difference(step, &next)?;
                found.push(routine(&next)?);
            }
            found.reverse();
            Some(found)
        };
        let draft = Draft::with_steps(routine(&self.now)?, chain(&self.past)?, chain(&self.undone)?);
        Some(StoredDraft { tab: self.tab, draft })
    }

    fn size(&self) -> usize {
        self.now.len() + self.past.iter().chain(&self.undone).map(String::len).sum::<usize>()
    }

    const fn is_empty(&self) -> bool {
        self.past.is_empty() && self.undone.is_empty()
    }
}

fn text(routine: &Routine) -> String {
    json(&RoutinesV2::from(std::slice::from_ref(routine)))
}

fn routine(text: &str) -> Option<Routine> {
    let Parsed::Whole(routines) = parse::<RoutinesV2>(text) else { return None };
    Vec::from(routines).pop()
}

/// `text` as its difference from `next`.
fn difference(text: &str, next: &str) -> String {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum()
    };
    let head = same(&mut text.chars().zip(next.chars()));
    let tail = same(&mut text[head..].chars().rev().zip(next[head..].chars().rev()));
    format!("{head} {tail} {}", &text[head..text.len() - tail])
}

/// The text that differs from `next` by `difference`.
fn with_difference(difference: &str, next: &str) -> Option<String> {
    let (head, rest) = difference.split_once(' ')?;
    let (tail, middle) = rest.split_once(' ')?;
    let tail = next.len().checked_sub(tail.parse().ok()?)?;
    Some([next.get(..head.parse::<usize>().ok()?)?, middle, next.get(tail..)?].concat())
}
