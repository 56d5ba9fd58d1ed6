//! The journal's database.

use mainspring::browser::indexed_db::{Change, Database, WriteFailure};
use wasm_bindgen_test::wasm_bindgen_test;

async fn fresh(name: &str) -> Database {
    let database = Database::open(name).await.expect("this browser has IndexedDB");
    database.remove_all("").await.expect("an empty start");
    database
}

#[wasm_bindgen_test]
async fn what_was_put_is_read_in_the_order_of_its_keys() {
    let database = fresh("order").await;
    database.put("b/2", "two").await.expect("put");
    database.put("a/1", "one").await.expect("put");
    let all = database.all().await.expect("read");
    assert_eq!(all, [("a/1".to_owned(), "one".to_owned()), ("b/2".to_owned(), "two".to_owned())]);
}

#[wasm_bindgen_test]
async fn a_second_put_under_a_key_takes_the_place_of_the_first() {
    let database = fresh("replace").await;
    database.put("k", "before").await.expect("put");
    database.put("k", "after").await.expect("put");
    assert_eq!(database.all().await.expect("read"), [("k".to_owned(), "after".to_owned())]);
}

#[wasm_bindgen_test]
async fn removing_by_prefix_leaves_every_other_key() {
    let database = fresh("prefix").await;
    for key in ["s1/head", "s1/set/00001", "s10/head", "s2/head"] {
        database.put(key, "x").await.expect("put");
    }
    database.remove_all("s1/").await.expect("remove");
    let keys: Vec<String> = database.all().await.expect("read").into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["s10/head", "s2/head"]);
}

#[wasm_bindgen_test]
async fn text_of_any_script_comes_back_as_it_went_in() {
    let database = fresh("text").await;
    let text = "Kniebeuge “tief” · 深蹲 · \u{202e}rtl\u{0}";
    database.put("k", text).await.expect("put");
    assert_eq!(database.all().await.expect("read")[0].1, text);
}

#[wasm_bindgen_test]
async fn a_database_opened_twice_is_one() {
    let first = fresh("twice").await;
    let second = Database::open("twice").await.expect("open");
    first.put("k", "v").await.expect("put");
    assert_eq!(second.all().await.expect("read").len(), 1);
}

#[wasm_bindgen_test]
async fn guarded_changes_are_made_only_while_the_guard_holds_its_value() {
    let database = fresh("guard").await;
    let put = |value: &str| vec![Change::Put("k".to_owned(), value.to_owned())];
    assert_eq!(database.write_if("player", "one", put("early")).await, Err(WriteFailure::Guarded));
    database.put("player", "one").await.expect("put");
    assert_eq!(database.write_if("player", "one", put("mine")).await, Ok(()));
    assert_eq!(database.write_if("player", "two", put("theirs")).await, Err(WriteFailure::Guarded));
    let kept = database.all().await.expect("read");
    assert_eq!(kept, [("k".to_owned(), "mine".to_owned()), ("player".to_owned(), "one".to_owned())]);
}
