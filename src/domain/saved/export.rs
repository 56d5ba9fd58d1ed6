//! Everything stored, verbatim, as one JSON text: what a runner can always take with her, readable or not.

use super::keep::json;
use super::store::{KeyValue, Refused};
use super::{PREFIX, VERSION};
use serde::Serialize;
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
    let mut records = BTreeMap::new();
    for (key, value) in journal {
        records.insert(key.clone(), value.clone());
    }
    Ok(json(&ExportV1 { app: "mainspring", v: VERSION, values, journal: records }))
}

#[derive(Serialize)]
struct ExportV1 {
    app: &'static str,
    v: u32,
    values: BTreeMap<String, String>,
    journal: BTreeMap<String, String>,
}
