//! Reading of the journal's records, session by session.

use super::record::session_prefix;
use crate::domain::order::{each_once, places_of};
use crate::domain::saved::keep::{Parsed, parse};
use crate::domain::saved::shapes::{HeadV1, LoggedV1};
use crate::domain::session::Plan;
use crate::domain::units::Timestamp;

/// The plans by session, each with true if it is over, and the keys of those that cannot be read. Of two records of one session
/// the later revision holds, and it is over if either says so.
pub(super) fn read_heads(records: &[(String, String)]) -> (Vec<(bool, Plan)>, Vec<String>) {
    let mut heads: Vec<(bool, Plan)> = Vec::new();
    let mut unreadable = Vec::new();
    for (key, value) in records.iter().filter(|(key, _)| key.ends_with("/head")) {
        let head = match parse::<HeadV1>(value) {
            Parsed::Whole(head) if *key == format!("{}/head", head.id) => Some(head),
            _ => None,
        };
        let Some((ended, plan)) = head.and_then(|head| Some((head.ended, head.plan()?))) else {
            unreadable.push(key.clone());
            continue;
        };
        // Records of one session follow one another.
        match heads.last_mut().filter(|(_, other)| other.id == plan.id) {
            Some((over, other)) => {
                *over |= ended;
                if other.revision <= plan.revision {
                    *other = plan;
                }
            }
            None => heads.push((ended, plan)),
        }
    }
    (heads, unreadable)
}

/// The keys of sets whose session has no plan, readable or not: their exercises are unknown.
pub(super) fn without_plan(records: &[(String, String)]) -> Vec<String> {
    let planned = places_of(&mut records.iter().filter_map(|(key, _)| key.strip_suffix("/head")));
    let orphan = |key: &&String| key.split_once("/set/").is_some_and(|(id, _)| !planned.contains_key(id));
    each_once(records.iter().map(|(key, _)| key).filter(orphan).cloned().collect())
}

/// The records of one session among `records`, which are in the order of their keys.
pub(super) fn of_session<'a>(id: &str, records: &'a [(String, String)]) -> &'a [(String, String)] {
    let prefix = session_prefix(id);
    let from = records.partition_point(|(key, _)| *key < prefix);
    let rest = &records[from..];
    &rest[..rest.partition_point(|(key, _)| key.starts_with(&prefix))]
}

/// The moment at which a session was first found in the log; the earliest of several.
pub(super) fn logged_at(id: &str, records: &[(String, String)]) -> Option<Timestamp> {
    let own = records.iter().filter(|(key, _)| key.strip_suffix("/logged") == Some(id));
    let moment = |(_, value): &(String, String)| match parse::<LoggedV1>(value) {
        Parsed::Whole(logged) => Some(logged.moment()),
        Parsed::Newer | Parsed::Unreadable => None,
    };
    own.filter_map(moment).min()
}
