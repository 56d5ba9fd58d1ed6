//! The log, one value a month, in a compact form: 20 years of it fill at most 35 % of a browser's quota.
//!
//! `{"v":1,"x":["deep-squat"],"s":[["id","from","name",started,offset,seconds,planned,"e","0b1-n20+48 …","note"]]}`: `x` is the
//! month's dictionary of exercises; a set is its index there, level, number, side, measure, target, `/`done if it differs, `+`
//! seconds since the set before, `~` reps in reserve if known, and `*` the index of its load in the list `l` if it has one. A session without a note ends before it. After `s`, if there
//! are any, `"r":[[0,4]]`: the place of a session and its full rounds of as many as fit; `"d":["id"]`: sessions that were deleted from the month, or moved to another.

mod checked;
mod read;
mod sets;
mod write;

pub(super) use checked::CheckedMonth;
pub use read::{count, deleted, is_deleted, is_known, load};
pub(super) use write::save_all;
pub use write::{Appended, amend, append, append_all, delete, put};

use super::PREFIX;
use super::store::KeyValue;
use crate::domain::log::Performed;
use crate::domain::order::{each_once, places_of, put_in_order};

/// The key of the month in which `session` was started, by its own local day: `log:2026-11`.
#[must_use]
pub fn month_key(session: &Performed) -> String {
    session
        .day()
        .map_or_else(|| "log:undated".to_owned(), |day| format!("log:{:04}-{:02}", day.year(), u8::from(day.month())))
}

/// The keys of the stored months, newest first.
pub fn keys(store: &dyn KeyValue) -> Vec<String> {
    let there = store.keys().unwrap_or_default();
    let ours = |key: &String| key.strip_prefix(PREFIX).filter(|key| key.starts_with("log:")).map(str::to_owned);
    let mut keys: Vec<String> = there.iter().filter_map(ours).collect();
    put_in_order(&mut keys, |one, other| one > other);
    keys
}

/// The sessions of each of the months `keys`, in the order of the keys.
pub(super) fn by_month(sessions: &[Performed], keys: Vec<String>) -> Vec<(String, Vec<Performed>)> {
    let keys = each_once(keys);
    let places = places_of(&mut keys.iter().map(String::as_str));
    let mut months: Vec<(String, Vec<Performed>)> = keys.into_iter().map(|key| (key, Vec::new())).collect();
    for session in sessions {
        if let Some(at) = places.get(&month_key(session)) {
            months[*at].1.push(session.clone());
        }
    }
    months
}
