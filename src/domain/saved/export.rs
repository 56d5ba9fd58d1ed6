//! Everything stored, verbatim, as one JSON text: what a runner can always take with her, readable or not.

use super::PREFIX;
use super::keep::json;
use super::store::{KeyValue, Refused};
use std::collections::BTreeMap;

/// Every key of ours and every journal record, byte for byte.
///
/// # Errors
/// Where the store cannot be read.
pub fn export(store: &impl KeyValue, journal: &[(String, String)]) -> Result<String, Refused> {
    let mut values = BTreeMap::new();
    for key in store.keys()? {
        if let Some(value) = store.get(&key)?.filter(|_| key.starts_with(PREFIX)) {
            values.insert(key, value);
        }
    }
    let journal: BTreeMap<&str, &str> = journal.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    Ok(json(&serde_json::json!({ "app": "mainspring", "v": 1, "values": values, "journal": journal })))
}
