//! A start where one value is damaged or gone: what stood there is kept, the runner is told, and everything else goes on.

use crate::lived::{self, MADE_ANEW, MONTH, OPEN};
use crate::tab::Tab;
use mainspring::browser::device;
use mainspring::domain::session::Side;
use mainspring::state::App;

type Damage = fn(&str) -> String;

const DAMAGES: [(&str, Damage); 6] = [
    ("{{{", |_| "{{{".to_owned()),
    ("null", |_| "null".to_owned()),
    ("a list", |_| "[]".to_owned()),
    ("a number", |_| "7".to_owned()),
    ("another first sign", |text| text.replacen('{', "z", 1)),
    ("a wrong type", |text| text.replace(r#""v":1"#, r#""v":"1""#)),
];

/// Asserts that the open session goes on at its third set, with the two before it.
#[track_caller]
fn check_third_set(tab: &Tab, what: &str) {
    tab.tap(App::resume);
    let session = tab.session().unwrap_or_else(|| panic!("{what}: no session"));
    let step = session.step();
    assert_eq!((session.id(), session.done().len()), (OPEN, 2), "{what}");
    assert_eq!((step.exercise.as_str(), step.side), ("single-leg-balance", Some(Side::Right)), "{what}");
}

#[test]
fn a_damaged_value_is_kept_verbatim_and_nothing_else_is_touched() {
    let mut number = 0;
    for key in lived::keys().keys() {
        for (how, damage) in DAMAGES {
            let (mut keys, what) = (lived::keys(), format!("{key}, {how}"));
            let bytes = damage(&keys[key]);
            keys.insert(key.clone(), bytes.clone());
            lived::put(&keys, &lived::journal());
            number += 1;
            let tab = Tab::open(number);
            device::pass(5_000);

            let after = lived::stored();
            let is_kept = after
                .iter()
                .any(|(name, text)| *text == bytes && (name == key || name.starts_with("mainspring.quarantine.")));
            assert!(is_kept, "{what}: {after:?}");
            for other in keys.keys().filter(|name| *name != key && !MADE_ANEW.contains(&name.as_str())) {
                assert_eq!(after[other], keys[other], "{what}: {other}");
            }
            assert_eq!(lived::sets(), lived::journal(), "{what}");
            let told = tab.notices().iter().filter(|text| text.contains("could not be read")).count();
            assert_eq!(told, usize::from(!MADE_ANEW.contains(&key.as_str())), "{what}: {:?}", tab.notices());
            assert_eq!(lived::log(&tab).len(), if key == MONTH { 0 } else { 2 }, "{what}");
            lived::check_index(&what);
            check_third_set(&tab, &what);
            device::kill(number);
        }
    }
}

#[test]
fn a_value_that_is_gone_is_told_and_not_filled_in_and_the_session_goes_on_to_its_end() {
    let gone = [
        ("mainspring.settings", Some("Your settings are gone from this browser's storage.")),
        ("mainspring.routines", Some("Your own routines are gone from this browser's storage.")),
        (MONTH, Some("The sessions of 2026-11 are gone from this browser's storage.")),
        ("mainspring.index", None),
        ("mainspring.active", None),
        ("mainspring.at", None),
    ];
    for (number, (key, sentence)) in gone.into_iter().enumerate() {
        let mut keys = lived::keys();
        keys.remove(key).unwrap();
        lived::put(&keys, &lived::journal());
        let tab = Tab::open(number + 1);
        device::pass(5_000);

        let told = tab.notices();
        assert_eq!(told.len(), usize::from(sentence.is_some()), "{key}: {told:?}");
        assert!(told.iter().all(|text| text.starts_with(sentence.unwrap_or_default())), "{key}: {told:?}");
        let after = lived::stored();
        for other in keys.keys().filter(|name| !MADE_ANEW.contains(&name.as_str())) {
            assert_eq!(after[other], keys[other], "{key}: {other}");
        }
        assert_eq!(after.contains_key(key), sentence.is_none(), "{key}");
        assert_eq!(lived::sets(), lived::journal(), "{key}");
        lived::check_index(key);

        check_third_set(&tab, key);
        while tab.session().is_some_and(|session| !session.is_finished()) {
            tab.complete_set();
        }
        device::pass(1_000);
        let sets: Vec<_> = lived::log(&tab).iter().filter(|s| s.id == OPEN).map(|s| s.sets.len()).collect();
        assert_eq!(sets, [6], "{key}");
        device::kill(number + 1);
    }
}
