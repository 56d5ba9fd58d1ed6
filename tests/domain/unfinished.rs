//! Invalid typed texts: given back for a day, bounded, and removed when the field is valid again.

use mainspring::domain::saved::{KeyValue, Memory, PREFIX, keep_unfinished, load_unfinished};
use mainspring::domain::units::Timestamp;

const FIXTURE: &str = include_str!("fixtures/saved/v1/unfinished.json");
const NOW: Timestamp = Timestamp(1_763_834_402_000);
const DAY: i64 = 86_400_000;

fn key() -> String {
    format!("{PREFIX}unfinished")
}

fn kept(store: &Memory) -> Option<String> {
    store.get(&key()).expect("memory reads")
}

#[test]
fn the_fixture_is_read_and_written_as_it_is() {
    let store = Memory::default();
    store.set(&key(), FIXTURE.trim()).expect("memory writes");
    assert_eq!(load_unfinished(&store, "own0000001 amount lunge 0", NOW).as_deref(), Some("0"));
    assert_eq!(load_unfinished(&store, "own0000001 picker-search", NOW).as_deref(), Some("band"));
    assert_eq!(load_unfinished(&store, "own0000001 add-search", NOW), None);
    let again = Memory::default();
    for (field, text, at) in [("amount lunge 0", "0", 2000), ("picker-search", "band", 1000)] {
        let field = format!("own0000001 {field}");
        keep_unfinished(&again, &field, Some(text), NOW.plus_ms(-at)).expect("memory writes");
    }
    assert_eq!(kept(&again).as_deref(), Some(FIXTURE.trim()));
}

#[test]
fn what_is_finished_or_a_day_old_leaves_nothing() {
    let store = Memory::default();
    keep_unfinished(&store, "field", Some("0"), NOW).expect("memory writes");
    assert_eq!(load_unfinished(&store, "field", NOW.plus_ms(DAY)).as_deref(), Some("0"));
    assert_eq!(load_unfinished(&store, "field", NOW.plus_ms(DAY + 1)), None);
    keep_unfinished(&store, "field", None, NOW).expect("memory writes");
    assert_eq!(kept(&store), None);
    keep_unfinished(&store, "field", None, NOW).expect("nothing to forget is no fault");
}

#[test]
fn twenty_fields_of_a_thousand_characters_are_all() {
    let store = Memory::default();
    for number in 0..50 {
        keep_unfinished(&store, &format!("field {number}"), Some(&"ä".repeat(5000)), NOW).expect("memory writes");
    }
    assert_eq!(load_unfinished(&store, "field 29", NOW), None);
    assert_eq!(load_unfinished(&store, "field 30", NOW).map(|text| text.chars().count()), Some(1000));
    assert!(kept(&store).is_some_and(|text| text.chars().count() < 20 * 1100));
}

#[test]
fn what_cannot_be_read_is_set_aside_and_a_refusal_told() {
    let store = Memory::default();
    store.set(&key(), "{{{").expect("memory writes");
    assert_eq!(load_unfinished(&store, "field", NOW), None);
    assert_eq!(store.get(&format!("{PREFIX}quarantine.unfinished.1")).expect("memory reads").as_deref(), Some("{{{"));
    store.fail_after(Some(0));
    assert!(keep_unfinished(&store, "field", Some("0"), NOW).is_err());
}
