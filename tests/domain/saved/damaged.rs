//! Damaged, cut, unknown and newer values.

use super::values::{another, another_pain, running, settings};
use super::{NOVEMBER, SETTINGS, V1, filled, full, raw, snapshot};
use crate::log::{date, performed};
use crate::session::START;
use mainspring::domain::catalogue::Level;
use mainspring::domain::coach::pain::{concern, open_questions, sore};
use mainspring::domain::progress::weeks;
use mainspring::domain::routine::estimate;
use mainspring::domain::saved::{self, KeyValue, Loaded, NotSaved};
use mainspring::domain::session::Event;
use mainspring::domain::settings::Settings;
use mainspring::domain::units::Timestamp;
use mainspring::text::Sentence;
use mainspring::text::coach::finish_sentence;
use mainspring::text::pain::{question_words, stays_out};
use rstest::rstest;

/// True if `key` holds a readable value.
fn loads(store: &impl KeyValue, key: &str) -> bool {
    match key {
        "settings" => saved::load_settings(store).whole().is_some(),
        "routines" => saved::load_routines(store).whole().is_some(),
        "exercises" => saved::load_exercises(store).whole().is_some(),
        "pain" => saved::load_pain(store).whole().is_some(),
        "active" => saved::load_running(store).whole().is_some(),
        "at" => {
            // A position that belongs elsewhere is whole, and left where it is.
            let before = raw(store, "at");
            saved::load_position(store, &mut running()) || raw(store, "at") == before
        }
        "index" => {
            let before = raw(store, "index");
            saved::rebuild_index(store).unwrap();
            raw(store, "index") == before
        }
        month => saved::load_month(store, month).whole().is_some(),
    }
}

/// Saves something new under `key`.
pub fn save(store: &impl KeyValue, key: &str) -> Result<(), NotSaved> {
    match key {
        "settings" => saved::save_settings(store, &Settings::default()),
        "routines" => saved::save_routines(store, &[]),
        "exercises" => saved::save_exercises(store, &[]),
        "pain" => saved::keep_pain(store, &another_pain()),
        "active" => saved::save_running(store, &running()),
        "at" => saved::save_position(store, &running(), 0),
        "index" => saved::append(store, &performed("x", date(2027, 1, 1), (0, 0), 0, 60, 1)).map(|_| ()),
        _ => saved::append(store, &another()).map(|_| ()),
    }
}

/// Does everything that a page does with what it loaded, so that nothing in it can lead to a panic later.
fn live_with(store: &impl KeyValue) {
    if let Some(mut session) = saved::load_running(store).whole() {
        saved::load_position(store, &mut session);
        for now in [Timestamp(0), START, START.plus_ms(1_000_000)] {
            let found = session.clone().found_again(now);
            let _ = (found.view(now), found.on(Event::Begin, now).0.advance(now.plus_ms(60_000)));
        }
    }
    for routine in saved::load_routines(store).whole().unwrap_or_default() {
        let _ = estimate(&routine);
    }
    mainspring::domain::catalogue::define(&saved::load_exercises(store).whole().unwrap_or_default());
    let pains = saved::load_pain(store).whole().unwrap_or_default();
    for now in [Timestamp(0), START, Timestamp(i64::MAX), Timestamp(i64::MIN)] {
        let _ = open_questions(&pains, &[("supported-pistol-squat", Level::Hard), ("moon-hop", Level::Base)], now);
    }
    for report in &pains {
        let _ = (question_words(report), concern(&pains, report));
    }
    let _ = stays_out([("lunge", Level::Base), ("moon-hop", Level::Base)], &sore(&pains), date(2026, 11, 22));
    for month in saved::month_keys(store) {
        let log = saved::load_month(store, &month).whole().unwrap_or_default();
        let _ = weeks(&log, date(2026, 11, 22), 8);
        for session in &log {
            let _ = finish_sentence(session, &log, &pains);
        }
    }
}

/// True if `bytes` are under `key` or in its quarantine.
pub fn kept(store: &impl KeyValue, key: &str, bytes: &str) -> bool {
    let quarantine = full(&format!("quarantine.{key}."));
    raw(store, key).as_deref() == Some(bytes)
        || snapshot(store).iter().any(|(name, value)| name.starts_with(&quarantine) && value == bytes)
}

/// Faults 5 and 6: with `bytes` under `key` the app starts, keeps them verbatim, harms no other key, and saves again
/// without destroying them.
#[track_caller]
pub fn check_damaged(key: &str, bytes: &str) {
    let store = filled();
    store.set(&full(key), bytes).unwrap();
    let whole = loads(&store, key);
    assert!(whole || kept(&store, key, bytes), "{key}: {bytes} was not kept");
    for (other, value) in V1.iter().filter(|(other, _)| *other != key) {
        let forgets = *other == "index" && !whole;
        assert!(forgets || raw(&store, other).as_deref() == Some(value.trim_end()), "{key}: {bytes} harmed {other}");
    }
    assert!(key == "index" || saved::missing(&store).is_empty(), "{key}: {bytes} was reported as gone");
    live_with(&store);
    let again = save(&store, key);
    assert!(whole || kept(&store, key, bytes), "{key}: saving destroyed {bytes}");
    assert!(again.is_err() || key == "index" || loads(&store, key), "{key}: nothing saved over {bytes}");
    assert!(again.is_err() || key == "index" || saved::missing(&store).is_empty());
}

#[rstest]
fn a_damaged_value_is_kept_and_harms_nothing_else(
    #[values("settings", "routines", "exercises", "active", "at", "pain", NOVEMBER, "index")] key: &str,
) {
    let values =
        ["", " ", "{{{", "null", "true", "0", "-1", "1e999", "NaN", "\"\"", "[]", "{}", "[1,2", "\u{0}", "undefined"];
    let shapes = [
        r#"{"v":1}"#,
        r#"{"v":0}"#,
        r#"{"v":-1}"#,
        r#"{"v":"1"}"#,
        r#"{"v":1.0}"#,
        r#"{"v":null}"#,
        r#"{"v":1,"v":1}"#,
    ];
    for bytes in values.into_iter().chain(shapes).chain(V1.iter().map(|(_, value)| value.trim_end())) {
        check_damaged(key, bytes);
    }
    check_damaged(key, &"[".repeat(100_000));
    check_damaged(key, &r#"{"v":"#.repeat(100_000));
    check_damaged(key, &format!(r#"{{"v":1,"deep":{}"#, "[".repeat(100_000)));
    check_damaged(key, &"x".repeat(1_000_000));
}

#[rstest]
#[case::a_type_of_a_later_version(r#""kind":"body-weight""#, r#""kind":"moon""#)]
#[case::a_name_of_nothing(r#""name":"Wall sit""#, r#""name":"""#)]
#[case::no_sets(r#""sets":3"#, r#""sets":0"#)]
#[case::no_amount(r#""amount":45"#, r#""amount":0"#)]
fn own_exercises_with_one_that_cannot_be_read_are_kept_as_a_whole(#[case] from: &str, #[case] to: &str) {
    let value = V1.iter().find(|(name, _)| *name == "exercises").unwrap().1;
    let damaged = value.trim_end().replace(from, to);
    assert_ne!(damaged, value.trim_end());
    let store = filled();
    store.set(&full("exercises"), &damaged).unwrap();
    assert!(saved::load_exercises(&store).whole().is_none());
    assert!(kept(&store, "exercises", &damaged));
}

#[test]
fn of_two_own_exercises_with_one_id_the_first_is_read() {
    let value = V1.iter().find(|(name, _)| *name == "exercises").unwrap().1;
    let store = filled();
    store.set(&full("exercises"), &value.trim_end().replace("own-rowrow22", "own-wallsit1")).unwrap();
    let read = saved::load_exercises(&store).whole().unwrap();
    assert_eq!(read.iter().map(|own| own.name.as_str()).collect::<Vec<_>>(), ["Wall sit"]);
}

#[rstest]
fn a_value_with_any_one_bit_flipped_is_read_or_kept(
    #[values("settings", "routines", "exercises", "active", "at", "pain", NOVEMBER, "index")] key: &str,
) {
    let value = V1.iter().find(|(name, _)| *name == key).unwrap().1.trim_end();
    let mut flips = 0;
    for (at, bit) in (0..value.len()).flat_map(|at| (0..8).map(move |bit| (at, bit))) {
        let mut bytes = value.as_bytes().to_vec();
        bytes[at] ^= 1 << bit;
        if let Ok(flipped) = String::from_utf8(bytes) {
            check_damaged(key, &flipped);
            flips += 1;
        }
    }
    assert!(flips > value.len() * 6, "{flips} flips");
}

/// Fault 6.
#[rstest]
fn a_value_cut_anywhere_is_kept(
    #[values("settings", "routines", "exercises", "active", "at", "pain", NOVEMBER, "index")] key: &str,
) {
    let value = V1.iter().find(|(name, _)| *name == key).unwrap().1.trim_end();
    for cut in (0..value.len()).filter(|at| value.is_char_boundary(*at)) {
        check_damaged(key, &value[..cut]);
        let store = filled();
        store.set(&full(key), &value[..cut]).unwrap();
        assert!(!loads(&store, key), "{key} cut at {cut} was taken for whole");
    }
}

/// Fault 36: every number of every shape replaced by one that does not belong there.
#[rstest]
fn a_number_out_of_range_is_brought_into_it_or_kept(
    #[values("settings", "routines", "exercises", "active", "at", "pain", NOVEMBER)] key: &str,
) {
    let value = V1.iter().find(|(name, _)| *name == key).unwrap().1.trim_end();
    let odd = [
        "-0",
        "0",
        "-1",
        "255",
        "256",
        "65535",
        "65536",
        "4294967295",
        "4294967296",
        "9007199254740993",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551616",
        "1e308",
        "-1e308",
        "0.5",
        "null",
        "\"1\"",
    ];
    let begins = |at: &usize| {
        let before = value.as_bytes()[..*at].last();
        value.as_bytes()[*at].is_ascii_digit() && !before.is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'-')
    };
    for at in (0..value.len()).filter(begins) {
        let rest = value[at..].trim_start_matches(|c: char| c.is_ascii_digit());
        for number in odd {
            check_damaged(key, &format!("{}{number}{rest}", &value[..at]));
        }
    }
}

#[test]
fn unknown_fields_and_foreign_prototypes_change_nothing_that_is_read() {
    let store = filled();
    let extra = SETTINGS.replacen('{', r#"{"__proto__":{"sound":true},"constructor":1,"#, 1);
    store.set(&full("settings"), extra.trim_end()).unwrap();
    assert_eq!(saved::load_settings(&store), Loaded::Whole(settings()));
}

#[test]
fn several_unreadable_values_of_one_key_are_all_kept_each_once() {
    let store = filled();
    for bytes in ["{{{", "null", "{{{"] {
        store.set(&full("settings"), bytes).unwrap();
        assert_eq!(saved::load_settings(&store), Loaded::Unreadable);
        assert_eq!(saved::load_settings(&store), Loaded::Absent);
    }
    assert_eq!(raw(&store, "quarantine.settings.1").as_deref(), Some("{{{"));
    assert_eq!(raw(&store, "quarantine.settings.2").as_deref(), Some("null"));
    assert_eq!(raw(&store, "quarantine.settings.3"), None);
}

#[test]
fn without_room_to_set_it_aside_an_unreadable_value_stays_and_saving_is_refused() {
    for key in ["settings", "routines", "exercises", "active", "at", "pain", NOVEMBER] {
        for writes in 0..2 {
            let store = filled();
            store.set(&full(key), "{{{").unwrap();
            store.fail_after(Some(writes));
            assert!(!loads(&store, key) || key == "at");
            assert!(kept(&store, key, "{{{"));
            let refused = save(&store, key);
            assert!(refused.is_err() || writes > 0, "{key}: {refused:?}");
            store.fail_after(None);
            assert!(kept(&store, key, "{{{"));
        }
    }
}

/// Fault 7.
#[test]
fn a_newer_value_is_left_alone_and_saving_over_it_is_refused() {
    for (key, value) in V1 {
        let newest = match *key {
            "routines" => 4,
            "active" | NOVEMBER => 3,
            "settings" => 2,
            _ => 1,
        };
        let next = &format!("\"v\":{}", newest + 1);
        for newer in [value.trim_end().replacen("\"v\":1", next, 1), r#"{"v":4294967295,"new":[[]]}"#.to_owned()] {
            let store = filled();
            store.set(&full(key), &newer).unwrap();
            let before = snapshot(&store);
            assert!(["index", "at"].contains(key) || !loads(&store, key));
            let refused = save(&store, key);
            assert!(*key == "index" || refused == Err(NotSaved::Newer), "{key}: {refused:?}");
            let _ = (saved::missing(&store), saved::rebuild_index(&store), saved::clear_running(&store));
            assert_eq!(raw(&store, key), Some(newer.clone()), "{key}");
            assert!(before.iter().all(|(name, bytes)| {
                *name == full("active") || *name == full("at") || store.get(name).unwrap().as_ref() == Some(bytes)
            }));
        }
    }
    let store = filled();
    store.set(&full("settings"), r#"{"v":3}"#).unwrap();
    assert_eq!(saved::load_settings(&store), Loaded::Newer);
    assert!(NotSaved::Newer.sentence().contains("newer version"));
}
