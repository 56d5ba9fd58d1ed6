//! A store that refuses.

use super::damaged::{kept, save};
use super::values::{another, another_pain, november, placed, routines, running, settings};
use super::{NOVEMBER, filled, full, raw};
use crate::session::restored;
use mainspring::domain::log::{Effort, Performed, note};
use mainspring::domain::saved::{self, KeyValue, Loaded, Memory, NotSaved, Refused};
use mainspring::domain::session::Plan;
use mainspring::domain::settings::Settings;
use mainspring::text::Sentence;

/// One place where something is written: its key, and whether what was to be written is there.
type Site = (&'static str, fn(&Memory) -> Result<(), NotSaved>, fn(&Memory) -> bool);

const SITES: &[Site] = &[
    (
        "settings",
        |store| saved::save_settings(store, &Settings::default()),
        |store| saved::load_settings(store) == Loaded::Whole(Settings::default()),
    ),
    (
        "routines",
        |store| saved::save_routines(store, &routines()[..1]),
        |store| saved::load_routines(store) == Loaded::Whole(routines()[..1].to_vec()),
    ),
    (
        "active",
        |store| {
            let plan = Plan { name: "New".to_owned(), ..running().plan() };
            saved::save_running(store, &restored(plan, running().position(), &[]))
        },
        |store| saved::load_running(store).whole().is_some_and(|session| session.name() == "New"),
    ),
    (
        "at",
        |store| saved::save_position(store, &running(), 0),
        |store| {
            let mut session = placed();
            saved::load_position(store, &mut session) && session == running()
        },
    ),
    (
        "pain",
        |store| saved::keep_pain(store, &another_pain()),
        |store| saved::load_pain(store).whole().is_some_and(|reports| reports.contains(&another_pain())),
    ),
    (
        NOVEMBER,
        |store| saved::append(store, &another()).map(|_| ()),
        |store| saved::load_month(store, NOVEMBER).whole().is_some_and(|log| log.contains(&another())),
    ),
    (
        NOVEMBER,
        |store| saved::amend(store, &november()[1], &|session| session.effort = Some(Effort::Hard)),
        |store| {
            let rated = Performed { effort: Some(Effort::Hard), ..november()[1].clone() };
            saved::load_month(store, NOVEMBER).whole().is_some_and(|log| log.contains(&rated))
        },
    ),
    (
        NOVEMBER,
        |store| saved::amend(store, &november()[1], &|session| session.note = note(" New. ")),
        |store| {
            let noted = Performed { note: Some("New.".to_owned()), ..november()[1].clone() };
            saved::load_month(store, NOVEMBER).whole().is_some_and(|log| log.contains(&noted))
        },
    ),
];

/// Fault 1: whichever write is refused, the old value is intact and no success is claimed.
#[test]
fn a_refused_write_leaves_the_old_value_and_says_so() {
    for (key, write, there) in SITES {
        for (before, old) in [("nothing", None), ("a value", Some(())), ("rubbish", None)] {
            let mut outcomes = Vec::new();
            for writes in 0..6 {
                let store = if before == "nothing" { Memory::default() } else { filled() };
                if before == "rubbish" {
                    store.set(&full(key), "{{{").unwrap();
                }
                let bytes = raw(&store, key);
                store.fail_after(Some(writes));
                let result = write(&store);
                store.fail_after(None);
                outcomes.push(result.is_ok());
                let intact = raw(&store, key) == bytes || old.is_none();
                assert!(result.is_ok() || intact, "{key} over {before}, write {writes}: the old value is gone");
                assert!(bytes.is_none_or(|bytes| old.is_some() || kept(&store, key, &bytes)));
                assert_eq!(there(&store), result.is_ok(), "{key} over {before}, write {writes}: {result:?}");
            }
            assert!(!outcomes[0] && outcomes[5] && outcomes.is_sorted(), "{key} over {before}: {outcomes:?}");
        }
    }
}

#[test]
fn a_refusal_tells_what_to_do() {
    let store = Memory::default();
    store.fail_after(Some(0));
    let refused = saved::save_settings(&store, &settings()).unwrap_err();
    assert_eq!(refused, NotSaved::Refused(Refused::Full));
    assert_eq!(refused.sentence(), "Not saved. The browser's storage is full.");
}

/// A store that the browser has locked.
struct Blocked;

impl KeyValue for Blocked {
    fn get(&self, _: &str) -> Result<Option<String>, Refused> {
        Err(Refused::Blocked)
    }

    fn set(&self, _: &str, _: &str) -> Result<(), Refused> {
        Err(Refused::Blocked)
    }

    fn remove(&self, _: &str) -> Result<(), Refused> {
        Err(Refused::Blocked)
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        Err(Refused::Blocked)
    }
}

/// Fault 3.
#[test]
fn a_blocked_store_is_said_to_be_blocked_and_never_a_success() {
    assert_eq!(saved::load_settings(&Blocked), Loaded::Blocked);
    assert_eq!(saved::load_routines(&Blocked), Loaded::Blocked);
    assert_eq!(saved::load_running(&Blocked), Loaded::Blocked);
    assert_eq!(saved::load_pain(&Blocked), Loaded::Blocked);
    assert_eq!(saved::load_month(&Blocked, NOVEMBER), Loaded::Blocked);
    assert!(!saved::load_position(&Blocked, &mut running()));
    for key in ["settings", "routines", "active", "at", "pain", NOVEMBER] {
        assert_eq!(save(&Blocked, key), Err(NotSaved::Refused(Refused::Blocked)), "{key}");
    }
    let effort = saved::amend(&Blocked, &another(), &|session| session.effort = None);
    assert_eq!(effort, Err(NotSaved::Refused(Refused::Blocked)));
    assert_eq!(saved::clear_running(&Blocked), Err(Refused::Blocked));
    assert_eq!(saved::erase(&Blocked), Err(Refused::Blocked));
    assert!(saved::missing(&Blocked).is_empty() && saved::month_keys(&Blocked).is_empty());
}
