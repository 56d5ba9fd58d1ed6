//! Two copies of every value: the higher revision holds, forks are joined, and what was reported as on disk outlives every
//! kill, whatever localStorage lost.

use crate::cases::cases;
use crate::log::{date, performed};
use crate::routine::{item, routine};
use crate::saved::values::{november, pains};
use mainspring::domain::catalogue::Level;
use mainspring::domain::coach::pain::PainReport;
use mainspring::domain::log::{Effort, Performed};
use mainspring::domain::message::Missing;
use mainspring::domain::routine::Routine;
use mainspring::domain::saved::{
    self, KeyValue, Loaded, Memory, Mended, Mirrored, PREFIX, Refused, copy_key, revision,
};
use mainspring::domain::settings::{Settings, Theme};
use mainspring::domain::units::Timestamp;
use proptest::prelude::*;
use rstest::rstest;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

const NOVEMBER: &str = "log:2026-11";

fn stopped() -> u64 {
    0
}

fn mirrored() -> Mirrored<Memory> {
    Mirrored::new(Memory::default(), stopped)
}

fn raw(store: &impl KeyValue, name: &str) -> Option<String> {
    store.get(&format!("{PREFIX}{name}")).unwrap()
}

fn put(store: &Mirrored<Memory>, name: &str, text: &str) {
    store.inner().set(&format!("{PREFIX}{name}"), text).unwrap();
}

fn dark() -> Settings {
    Settings { theme: Theme::Dark, ..Settings::default() }
}

fn named(id: &str, name: &str) -> Routine {
    let lines = [item("deep-squat", Level::Base, &[10, 8], 60)];
    Routine { id: id.to_owned(), name: name.to_owned(), ..routine(&lines) }
}

/// The text of `name` with this revision.
fn text_of(name: &str, revision: u64) -> String {
    let store = mirrored();
    match name {
        "settings" => saved::save_settings(&store, &dark()).unwrap(),
        "routines" => saved::save_routines(&store, &[named("a", &format!("Revision {revision}"))]).unwrap(),
        "pain" => saved::keep_pain(&store, &pains()[0]).unwrap(),
        _ => drop(saved::append(&store, &november()[0]).unwrap()),
    }
    let text = raw(&store, name).unwrap();
    let bare = text.replace(",\"rev\":1}", "}");
    if revision == 0 { bare } else { bare[..bare.len() - 1].to_owned() + &format!(",\"rev\":{revision}}}") }
}

#[test]
fn every_write_has_a_higher_revision_and_nothing_else_of_the_text_changes() {
    let (plain, store) = (Memory::default(), mirrored());
    for expected in 1..4 {
        saved::save_settings(&plain, &dark()).unwrap();
        saved::save_settings(&store, &dark()).unwrap();
        let text = raw(&store, "settings").unwrap();
        assert_eq!(revision(&text), expected);
        assert_eq!(text.replace(&format!(",\"rev\":{expected}"), ""), raw(&plain, "settings").unwrap());
        assert_eq!(saved::load_settings(&plain), saved::load_settings(&store));
    }
    assert_eq!(revision(&raw(&store, "index").unwrap()), 0, "the index can be made anew and has no copy");
}

#[test]
fn a_revision_is_not_below_the_clock_and_never_goes_back() {
    thread_local!(static NOW: Cell<u64> = const { Cell::new(0) });
    let store = Mirrored::new(Memory::default(), || NOW.get());
    let mut last = 0;
    for now in [100, 100, 2_000, 50, 50, 3_000] {
        NOW.set(now);
        saved::save_settings(&store, &dark()).unwrap();
        let next = revision(&raw(&store, "settings").unwrap());
        assert!(next > last && next >= now, "{last} {now} {next}");
        last = next;
    }
}

#[test]
fn a_revision_in_a_text_of_the_runner_is_none() {
    for (text, expected) in [
        (r#"{"v":1,"note":",\"rev\":7}"}"#, 0),
        (r#"{"v":1}"#, 0),
        (r#"{"v":1,"rev":7}"#, 7),
        (r#"{"v":1,"rev":-7}"#, 0),
        ("{{{", 0),
        ("", 0),
    ] {
        assert_eq!(revision(text), expected, "{text}");
    }
}

/// The result of `mend` for one value in the store and one in the copies; `None` for no value.
fn mended(name: &str, here: Option<&str>, copy: Option<&str>) -> (Mirrored<Memory>, Mended, Vec<(String, String)>) {
    let store = mirrored();
    if let Some(text) = here {
        put(&store, name, text);
    }
    let records: Vec<_> = copy.map(|text| (copy_key(name), text.to_owned())).into_iter().collect();
    let mended = saved::mend(&store, &records, None);
    let copied = store.take_changed();
    (store, mended, copied)
}

#[rstest]
#[case::settings("settings")]
#[case::routines("routines")]
#[case::pain("pain")]
#[case::a_month(NOVEMBER)]
fn of_two_copies_the_higher_revision_holds(#[case] name: &str) {
    let (old, new) = (text_of(name, 4), text_of(name, 5));
    let rename = |text: &str| text.to_owned();
    // The store is ahead.
    let (store, found, copied) = mended(name, Some(&new), Some(&old));
    assert_eq!((raw(&store, name), found), (Some(new.clone()), Mended::default()));
    assert_eq!(copied, [(copy_key(name), new.clone())]);
    // The copy is ahead, or alone.
    for here in [Some(old.as_str()), None] {
        let (store, found, copied) = mended(name, here, Some(&new));
        assert_eq!(raw(&store, name), Some(new.clone()));
        assert_eq!((found.restored, found.repaired, copied), (vec![rename(name)], vec![], vec![]));
        assert_eq!(saved::missing(&store), []);
    }
    // The store is alone: the copy is made.
    let (_, found, copied) = mended(name, Some(&text_of(name, 0)), None);
    assert_eq!((found, copied), (Mended::default(), vec![(copy_key(name), text_of(name, 0))]));
    // Both are the same.
    let (_, found, copied) = mended(name, Some(&new), Some(&new));
    assert_eq!((found, copied), (Mended::default(), vec![]));
}

#[rstest]
#[case::settings("settings")]
#[case::routines("routines")]
#[case::pain("pain")]
#[case::a_month(NOVEMBER)]
fn an_unreadable_value_is_taken_from_its_copy_and_kept_verbatim(#[case] name: &str) {
    let whole = text_of(name, 3);
    for bad in ["{{{", "null", "[]", "7", r#"{"v":"1"}"#, ""] {
        let (store, found, _) = mended(name, Some(bad), Some(&whole));
        assert_eq!(raw(&store, name), Some(whole.clone()), "{bad}");
        assert_eq!(found.repaired, [name]);
        assert_eq!(raw(&store, &format!("quarantine.{name}.1")).as_deref(), Some(bad));
        // The other way round the copy is made anew.
        let (store, found, copied) = mended(name, Some(&whole), Some(bad));
        assert_eq!((raw(&store, name), found), (Some(whole.clone()), Mended::default()));
        assert_eq!(copied, [(copy_key(name), whole.clone())]);
        assert_eq!(raw(&store, &format!("quarantine.{name}.1")).as_deref(), Some(bad));
        // With no copy, or none that can be read, it is left to be set aside when it is read.
        let (store, found, copied) = mended(name, Some(bad), None);
        assert_eq!((raw(&store, name).as_deref(), found, copied), (Some(bad), Mended::default(), vec![]));
    }
}

#[rstest]
#[case::settings("settings")]
#[case::routines("routines")]
#[case::pain("pain")]
#[case::a_month(NOVEMBER)]
fn a_newer_version_is_left_alone_in_both(#[case] name: &str) {
    let newer = r#"{"v":5,"rev":9,"x":[]}"#;
    for (here, copy) in [
        (Some(newer), Some(text_of(name, 99))),
        (Some(newer), None),
        (Some(text_of(name, 99).leak() as &str), Some(newer.to_owned())),
    ] {
        let (store, found, copied) = mended(name, here, copy.as_deref());
        assert_eq!((raw(&store, name).as_deref(), found, copied), (here, Mended::default(), vec![]));
    }
    // The only one there is comes back.
    let (store, ..) = mended(name, None, Some(newer));
    assert_eq!(raw(&store, name).as_deref(), Some(newer));
}

#[test]
fn two_routines_of_one_revision_are_joined_row_by_row() {
    let [here, other] = [mirrored(), mirrored()];
    let (mut mine, mut theirs) = (named("a", "Hills"), named("a", "Hills"));
    mine.items.push(routine(&[item("lunge", Level::Hard, &[12], 30)]).items[0].clone());
    mine.items[1].key = 70;
    theirs.items.push(routine(&[item("dead-bug", Level::Base, &[9], 45)]).items[0].clone());
    theirs.items[1].key = 80;
    saved::save_routines(&here, &[mine, named("b", "Mine")]).unwrap();
    saved::save_routines(&other, &[theirs, named("c", "Theirs")]).unwrap();
    let records = other.take_changed();
    let found = saved::mend(&here, &records, None);
    assert_eq!(found.restored, ["routines"]);
    let routines = saved::load_routines(&here).whole().unwrap();
    let ids: Vec<_> = routines.iter().map(|routine| routine.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    let rows: Vec<_> = routines[0].items.iter().map(|item| (item.key, item.exercise.as_str())).collect();
    assert_eq!(rows, [(0, "deep-squat"), (80, "dead-bug"), (70, "lunge")]);
    assert_eq!(here.take_changed(), [(copy_key("routines"), raw(&here, "routines").unwrap())]);
}

#[test]
fn two_months_and_two_lists_of_pain_of_one_revision_are_joined() {
    let [here, other] = [mirrored(), mirrored()];
    let [first, second] = [november()[0].clone(), november()[1].clone()];
    saved::append(&here, &Performed { effort: None, ..first.clone() }).unwrap();
    saved::append(&other, &first).unwrap();
    saved::amend(&here, &second, &|_| {}).unwrap();
    saved::amend(&other, &first, &|session| session.effort = Some(Effort::Hard)).unwrap();
    saved::keep_pain(&here, &pains()[0]).unwrap();
    saved::keep_pain(&other, &pains()[1]).unwrap();
    saved::save_settings(&here, &dark()).unwrap();
    saved::save_settings(&other, &Settings::default()).unwrap();
    saved::mend(&here, &other.take_changed(), None);
    let log = saved::load_month(&here, NOVEMBER).whole().unwrap();
    assert_eq!(log, [Performed { effort: Some(Effort::Hard), ..first }, second]);
    assert_eq!(saved::load_pain(&here), Loaded::Whole(pains()));
    assert_eq!(saved::load_settings(&here), Loaded::Whole(dark()), "of two settings those of the store hold");
}

#[test]
fn gone_is_said_only_of_what_neither_copy_has() {
    let store = mirrored();
    saved::save_settings(&store, &dark()).unwrap();
    saved::save_routines(&store, &[named("a", "Hills")]).unwrap();
    let records = store.take_changed();
    let again = mirrored();
    put(&again, "index", r#"{"v":1,"keys":["settings","routines","log:2026-11"]}"#);
    saved::mend(&again, &records, None);
    assert_eq!(saved::missing(&again), [Missing::Month("2026-11".to_owned())]);
    assert_eq!(saved::load_settings(&again), Loaded::Whole(dark()));
}

#[test]
fn a_store_cleared_under_the_app_is_filled_from_what_was_seen_and_from_the_copies() {
    let store = mirrored();
    saved::save_routines(&store, &[named("a", "Hills")]).unwrap();
    saved::append(&store, &november()[0]).unwrap();
    let copied = store.take_changed();
    saved::save_settings(&store, &dark()).unwrap();
    assert!(!store.has_vanished());
    for key in store.keys().unwrap() {
        store.inner().remove(&key).unwrap();
    }
    assert!(store.has_vanished());
    // The setting had no copy yet; an older month has a copy and was never read here.
    let older = (copy_key("log:2025-01"), {
        let other = mirrored();
        saved::append(&other, &performed("old", date(2025, 1, 3), (7, 0), 0, 60, 2)).unwrap();
        raw(&other, "log:2025-01").unwrap()
    });
    let found = saved::mend(&store, &[copied, vec![older]].concat(), None);
    assert_eq!(found.restored, ["log:2025-01", NOVEMBER, "routines", "settings"]);
    assert!(!store.has_vanished());
    assert_eq!(saved::load_settings(&store), Loaded::Whole(dark()));
    assert_eq!(saved::load_month(&store, "log:2025-01").whole().unwrap().len(), 1);
    assert_eq!(saved::missing(&store), []);
    assert_eq!(store.take_changed().into_iter().map(|(key, _)| key).collect::<Vec<_>>(), [copy_key("settings")]);
}

#[test]
fn what_was_erased_does_not_come_back_by_either_copy_or_by_memory() {
    let store = mirrored();
    saved::save_settings(&store, &dark()).unwrap();
    saved::append(&store, &november()[0]).unwrap();
    let before: BTreeMap<_, _> = store.keys().unwrap().into_iter().map(|key| (key.clone(), store.get(&key))).collect();
    let floor = store.forget();
    saved::erase(&store).unwrap();
    assert_eq!(store.keys().unwrap(), Vec::<String>::new());
    assert!(!store.has_vanished());
    // A new beginning has a higher revision.
    saved::save_routines(&store, &[named("n", "New")]).unwrap();
    let records = store.take_changed();
    assert!(revision(&records[0].1) > floor);
    // Killed now: localStorage has everything of before again.
    let again = mirrored();
    for (key, text) in before {
        again.inner().set(&key, &text.unwrap().unwrap()).unwrap();
    }
    let _ = (saved::load_settings(&again), saved::load_month(&again, NOVEMBER));
    saved::mend(&again, &records, Some(floor));
    assert_eq!(saved::load_settings(&again), Loaded::Absent);
    assert_eq!(saved::month_keys(&again), Vec::<String>::new());
    assert_eq!(saved::load_routines(&again), Loaded::Whole(vec![named("n", "New")]));
    assert_eq!(saved::missing(&again), []);
    // A tab that slept through it has everything in memory.
    assert_eq!(saved::mend(&again, &records, Some(floor)), Mended::default());
    assert!(!again.has_vanished());
}

#[test]
fn what_was_written_with_a_revision_is_read_as_without_and_written_back_byte_for_byte() {
    let with = include_str!("fixtures/saved/v1/settings-revision.json").trim_end();
    let without = include_str!("fixtures/saved/v1/settings.json").trim_end();
    let [store, plain] = [Mirrored::new(Memory::default(), || 1_795_370_400), mirrored()];
    put(&store, "settings", with);
    put(&plain, "settings", without);
    let settings = saved::load_settings(&store).whole().unwrap();
    assert_eq!(Loaded::Whole(settings.clone()), saved::load_settings(&plain));
    let fresh = Mirrored::new(Memory::default(), || 1_795_370_400);
    saved::save_settings(&fresh, &settings).unwrap();
    assert_eq!(raw(&fresh, "settings").as_deref(), Some(with));
    let note = include_str!("fixtures/saved/v1/erased.json").trim_end();
    assert_eq!(saved::erased_note(1_795_370_400, Timestamp(1_795_370_400_000)), note);
    assert_eq!(saved::erased_up_to(note, Timestamp(1_795_370_400_001)), Some(1_795_370_400));
}

#[test]
fn the_note_of_an_erasing_counts_for_a_day() {
    let note = saved::erased_note(7, Timestamp(1_000_000));
    let hours = |hours: i64| Timestamp(1_000_000 + hours * 3_600_000);
    assert_eq!(saved::erased_up_to(&note, hours(0)), Some(7));
    assert_eq!(saved::erased_up_to(&note, hours(-1)), Some(7));
    assert_eq!(saved::erased_up_to(&note, hours(23)), Some(7));
    assert_eq!(saved::erased_up_to(&note, hours(25)), None);
    assert_eq!(saved::erased_up_to("{{{", hours(0)), None);
}

#[test]
fn erasing_is_told_before_anything_vanishes() {
    #[derive(Default)]
    struct Noted(Memory, RefCell<Vec<String>>);
    impl KeyValue for Noted {
        fn get(&self, key: &str) -> Result<Option<String>, Refused> {
            self.0.get(key)
        }
        fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
            self.1.borrow_mut().push(format!("set {key}"));
            self.0.set(key, value)
        }
        fn remove(&self, key: &str) -> Result<(), Refused> {
            self.1.borrow_mut().push(format!("remove {key}"));
            self.0.remove(key)
        }
        fn keys(&self) -> Result<Vec<String>, Refused> {
            self.0.keys()
        }
    }
    let store = Noted::default();
    saved::save_settings(&store, &dark()).unwrap();
    store.1.take();
    saved::erase(&store).unwrap();
    let (first, last) = ("set mainspring.erased", "remove mainspring.erased");
    assert_eq!(
        (store.1.borrow().first().map(String::as_str), store.1.borrow().last().map(String::as_str)),
        (Some(first), Some(last))
    );
    assert_eq!(store.keys().unwrap(), Vec::<String>::new());
    // Without room for the note everything goes all the same.
    saved::save_settings(&store, &dark()).unwrap();
    store.0.fail_after(Some(0));
    assert_eq!(saved::erase(&store), Err(Refused::Full));
    assert_eq!(store.keys().unwrap(), Vec::<String>::new());
}

// The model ----------------------------------------------------------------------------------------------------------

/// One thing that happens to the stores.
#[derive(Clone, Debug)]
enum Step {
    Theme(u8),
    Routine(u8, u8),
    Drop(u8),
    Pain(u8),
    Session(u8),
    Effort(u8, u8),
    /// The changes so far are copied: true where the database takes them.
    Copy(bool),
    /// The database answers too late: the copies are there, and nobody knows.
    LateCopy,
    /// The store refuses so many writes from now on, or none.
    Full(bool),
    /// Somebody clears localStorage; the app notices.
    Clear,
    /// The browser is killed; localStorage loses this many of its last writes.
    Kill(u8),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..3_u8).prop_map(Step::Theme),
        (0..4_u8, 0..9_u8).prop_map(|(id, name)| Step::Routine(id, name)),
        (0..4_u8).prop_map(Step::Drop),
        (0..5_u8).prop_map(Step::Pain),
        (0..6_u8).prop_map(Step::Session),
        (0..6_u8, 0..3_u8).prop_map(|(id, effort)| Step::Effort(id, effort)),
        any::<bool>().prop_map(Step::Copy),
        Just(Step::Copy(true)),
        Just(Step::LateCopy),
        any::<bool>().prop_map(Step::Full),
        Just(Step::Clear),
        any::<u8>().prop_map(Step::Kill),
    ]
}

/// localStorage: every state since the last one that is surely on disk.
#[derive(Debug, Default)]
struct Lagging {
    now: Memory,
    past: RefCell<Vec<BTreeMap<String, String>>>,
}

impl Lagging {
    fn state(&self) -> BTreeMap<String, String> {
        let keys = self.now.keys().unwrap();
        keys.into_iter().map(|key| (key.clone(), self.now.get(&key).unwrap().unwrap())).collect()
    }

    /// The store after a kill that loses the last writes.
    fn killed(&self, lost: usize) -> Self {
        let past = self.past.borrow();
        let kept = past.len().saturating_sub(lost);
        let state = if kept == past.len() { self.state() } else { past[kept].clone() };
        let next = Self::default();
        for (key, text) in state {
            next.now.set(&key, &text).unwrap();
        }
        next
    }
}

impl KeyValue for Lagging {
    fn get(&self, key: &str) -> Result<Option<String>, Refused> {
        self.now.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
        let before = self.state();
        self.now.set(key, value)?;
        self.past.borrow_mut().push(before);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        self.past.borrow_mut().push(self.state());
        self.now.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        self.now.keys()
    }
}

/// The contents of every value.
#[derive(Clone, Debug, PartialEq)]
struct Contents {
    settings: Option<Settings>,
    routines: Vec<Routine>,
    pains: Vec<PainReport>,
    log: Vec<Performed>,
}

fn contents(store: &impl KeyValue) -> Contents {
    Contents {
        settings: saved::load_settings(store).whole(),
        routines: saved::load_routines(store).whole().unwrap_or_default(),
        pains: saved::load_pain(store).whole().unwrap_or_default(),
        log: saved::load_month(store, NOVEMBER).whole().unwrap_or_default(),
    }
}

fn session(id: u8) -> Performed {
    performed(&format!("s{id}"), date(2026, 11, 1 + id), (7, 0), 0, 60, 2)
}

fn make(store: &impl KeyValue, step: &Step) -> bool {
    let mut routines = saved::load_routines(store).whole().unwrap_or_default();
    match *step {
        Step::Theme(which) => {
            let theme = [Theme::System, Theme::Dark, Theme::Light][usize::from(which)];
            saved::save_settings(store, &Settings { theme, ..Settings::default() }).is_ok()
        }
        Step::Routine(id, name) => {
            let made = named(&format!("r{id}"), &format!("Name {name}"));
            routines.retain(|routine| routine.id != made.id);
            routines.push(made);
            saved::save_routines(store, &routines).is_ok()
        }
        Step::Drop(id) => {
            routines.retain(|routine| routine.id != format!("r{id}"));
            saved::save_routines(store, &routines).is_ok()
        }
        Step::Pain(id) => {
            let report = PainReport { when: Timestamp(i64::from(id) * 1000), ..pains().remove(0) };
            saved::keep_pain(store, &report).is_ok()
        }
        Step::Session(id) => saved::append(store, &session(id)).is_ok(),
        Step::Effort(id, effort) => {
            let effort = Some([Effort::Easy, Effort::Right, Effort::Hard][usize::from(effort)]);
            saved::amend(store, &session(id), &|session| session.effort = effort).is_ok()
        }
        _ => unreachable!("not a change"),
    }
}

/// One value over time: all that the store accepted since it was last said to be on disk.
#[derive(Debug)]
struct History<T>(Vec<T>);

impl<T: PartialEq + Clone + std::fmt::Debug> History<T> {
    fn on_disk(&mut self) {
        self.0.drain(..self.0.len() - 1);
    }

    /// Somebody else took the value away: a kill may leave `older` until the next copy.
    fn may_be(&mut self, older: T) {
        self.0.insert(0, older);
    }

    fn check(&mut self, found: &T, what: &str) {
        assert!(self.0.contains(found), "{what}: {found:?} is older than what was on disk: {:?}", self.0);
        self.0 = vec![found.clone()];
    }
}

fn run(steps: &[Step]) {
    let mut store = Mirrored::new(Lagging::default(), stopped);
    let mut database: BTreeMap<String, String> = BTreeMap::new();
    let start = contents(&store);
    let mut settings = History(vec![start.settings]);
    let (mut routines, mut pains, mut log) =
        (History(vec![start.routines]), History(vec![start.pains]), History(vec![start.log]));
    for step in steps {
        match step {
            Step::Copy(taken) => {
                let records = store.take_changed();
                if *taken {
                    database.extend(records);
                    settings.on_disk();
                    routines.on_disk();
                    pains.on_disk();
                    log.on_disk();
                } else {
                    store.give_back(&records);
                }
            }
            Step::LateCopy => {
                let records = store.take_changed();
                store.give_back(&records);
                database.extend(records);
            }
            Step::Full(full) => store.inner().now.fail_after(full.then_some(0)),
            Step::Clear => {
                let before = contents(&store);
                for key in store.keys().unwrap() {
                    store.inner().remove(&key).unwrap();
                }
                store.inner().now.fail_after(None);
                let records: Vec<_> = database.clone().into_iter().collect();
                // A page that dies before what it puts back is on disk leaves what the copies have.
                let copies = Mirrored::new(Lagging::default(), stopped);
                saved::mend(&copies, &records, None);
                let left = contents(&copies);
                settings.may_be(left.settings);
                routines.may_be(left.routines);
                pains.may_be(left.pains);
                log.may_be(left.log);
                saved::mend(&store, &records, None);
                assert_eq!(contents(&store), before, "what was on screen is back");
            }
            Step::Kill(lost) => {
                store = Mirrored::new(store.inner().killed(usize::from(*lost)), stopped);
                let records: Vec<_> = database.clone().into_iter().collect();
                saved::mend(&store, &records, None);
                let found = contents(&store);
                settings.check(&found.settings, "settings");
                routines.check(&found.routines, "routines");
                pains.check(&found.pains, "pains");
                log.check(&found.log, "log");
            }
            change => {
                let before = contents(&store);
                let kept = make(&store, change);
                let found = contents(&store);
                assert!(kept || found == before, "a refused write changed something");
                settings.0.push(found.settings);
                routines.0.push(found.routines);
                pains.0.push(found.pains);
                log.0.push(found.log);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn whatever_was_reported_on_disk_is_there_after_a_kill(steps in proptest::collection::vec(any_step(), 1..60)) {
        run(&steps);
    }
}
