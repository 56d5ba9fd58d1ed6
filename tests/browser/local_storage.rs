//! localStorage: refusals come back as values, and a refused write leaves the old value.

use mainspring::browser::local_storage::{self, Failure};
use mainspring::browser::{history, random};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn what_was_set_is_there_until_it_is_removed() {
    local_storage::set("t.one", "1").expect("set");
    assert_eq!(local_storage::get("t.one"), Ok(Some("1".to_owned())));
    assert!(local_storage::keys().expect("keys").contains(&"t.one".to_owned()));
    local_storage::remove("t.one").expect("remove");
    assert_eq!(local_storage::get("t.one"), Ok(None));
}

#[wasm_bindgen_test]
fn a_write_over_the_quota_is_refused_and_the_old_value_stays() {
    local_storage::set("t.full", "old").expect("set");
    let too_much = "x".repeat(6 * 1024 * 1024);
    assert_eq!(local_storage::set("t.full", &too_much), Err(Failure::Full));
    assert_eq!(local_storage::get("t.full"), Ok(Some("old".to_owned())));
    local_storage::remove("t.full").expect("remove");
}

#[wasm_bindgen_test]
fn ids_are_ten_letters_or_digits_and_do_not_repeat() {
    let mut ids: Vec<String> = (0..1000).map(|_| random::id()).collect();
    assert!(ids.iter().all(|id| id.len() == 10 && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())));
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 1000);
}

#[wasm_bindgen_test]
fn the_address_is_read_without_its_signs() {
    let (path, _, _) = history::address();
    history::replace("/exercises?q=a%20b#part");
    assert_eq!(history::address(), ("/exercises".to_owned(), "q=a%20b".to_owned(), "part".to_owned()));
    history::replace(&path);
}
