//! Far more stored than anybody has: the work at the start stays in proportion to it. The limits of time are a hundred times
//! what it takes; work in proportion to the square would take longer.

use mainspring::domain::log::Performed;
use mainspring::domain::message::Missing;
use mainspring::domain::saved::{self, KeyValue, Loaded, Memory, PREFIX, Refused};
use mainspring::domain::units::Timestamp;
use mainspring::text::store;
use std::cell::Cell;
use std::time::{Duration, Instant};

const ENDED: &str = include_str!("fixtures/saved/v1/ended.json");
const SET: &str = include_str!("fixtures/saved/v1/set.json");
const MONTH: &str = include_str!("fixtures/saved/v1/month.json");
const LIMIT: Duration = Duration::from_secs(10);

/// A store that counts what is asked of it.
#[derive(Default)]
struct Counting {
    memory: Memory,
    asked: Cell<usize>,
}

impl Counting {
    fn count(&self) -> &Memory {
        self.asked.set(self.asked.get() + 1);
        &self.memory
    }
}

impl KeyValue for Counting {
    fn get(&self, key: &str) -> Result<Option<String>, Refused> {
        self.count().get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
        self.count().set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        self.count().remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        self.count().keys()
    }
}

fn timed<T>(what: &str, act: impl FnOnce() -> T) -> T {
    let since = Instant::now();
    let found = act();
    assert!(since.elapsed() < LIMIT, "{what} took {:?}", since.elapsed());
    found
}

#[test]
fn a_hundred_thousand_vanished_months_are_told_in_one_sentence() {
    let store = Counting::default();
    let months = (0..100_000).map(|at| format!("\"log:{:04}-{:02}\"", at / 12, at % 12 + 1));
    let keys: Vec<String> = months.chain(["\"settings\"".to_owned(), "\"log:nonsense\"".to_owned()]).collect();
    store.memory.set(&format!("{PREFIX}index"), &format!("{{\"v\":1,\"keys\":[{}]}}", keys.join(","))).expect("room");
    for month in 0..600 {
        store.memory.set(&format!("{PREFIX}log:{:04}-{:02}", month / 12, month % 12 + 1), MONTH).expect("room");
    }
    let gone = timed("looking for what vanished", || saved::missing(&store));
    assert_eq!(gone, [Missing::Settings, Missing::Months(99_400)]);
    assert!(store::gone(&gone[1]).starts_with("99400 months of your log are gone"));
    assert!(store.asked.get() < 10, "asked {} times", store.asked.get());
    // Told once; what is there stays known.
    assert_eq!(saved::missing(&store), []);
    store.memory.remove(&format!("{PREFIX}log:0000-01")).expect("room");
    assert_eq!(saved::missing(&store), [Missing::Month("0000-01".to_owned())]);
}

#[test]
fn ten_thousand_routines_are_read_and_written() {
    let item = r#"{"exercise":"lunge","level":"base","targets":[10,8],"rest":60}"#;
    let routine = |at: u32| format!("{{\"id\":\"r{at:09}\",\"name\":\"Number {at}\",\"items\":[{item},{item}]}}");
    let all: Vec<String> = (0..10_000).map(routine).collect();
    let text = format!("{{\"v\":1,\"routines\":[{}]}}", all.join(","));
    let store = Memory::default();
    store.set(&format!("{PREFIX}routines"), &text).expect("room");
    let Loaded::Whole(routines) = timed("reading", || saved::load_routines(&store)) else { panic!("not read") };
    assert_eq!(routines.len(), 10_000);
    timed("writing", || saved::save_routines(&store, &routines)).expect("room");
    assert_eq!(store.get(&format!("{PREFIX}routines")).expect("memory reads"), Some(text));
}

fn records(sessions: usize, sets: usize) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for session in 0..sessions {
        let id = format!("s{session:09}");
        all.push((format!("{id}/head"), ENDED.trim().replace("q1w2e3r4t5", &id)));
        for step in 0..sets {
            let set = SET.trim().replace("\"step\":1", &format!("\"step\":{step}"));
            all.push((format!("{id}/set/{step:05}"), set));
        }
    }
    // The order in which a browser gives them is no promise.
    all.reverse();
    all
}

#[test]
fn twenty_thousand_records_are_replayed() {
    let all = records(10_000, 1);
    let asked = Cell::new(0);
    let in_log = |session: &Performed| {
        asked.set(asked.get() + 1);
        (asked.get() % 2 == 0).then(|| session.clone())
    };
    let replay = timed("the replay", || saved::replay(&all, in_log, Timestamp(1)));
    assert_eq!(asked.get(), 10_000);
    assert_eq!((replay.fold.len(), replay.logged.len()), (5000, 5000));
    assert_eq!(replay.unreadable, Vec::<String>::new());
}

#[test]
fn twenty_thousand_sets_without_a_plan_are_named_once() {
    let all: Vec<_> = (0..20_000).map(|at| (format!("s{at:09}/set/00000"), SET.to_owned())).collect();
    let replay = timed("the replay", || saved::replay(&all, |_| None, Timestamp(1)));
    assert_eq!(replay.unreadable.len(), 20_000);
}

#[test]
fn two_thousand_sessions_are_folded_by_writing_each_month_once() {
    let all = records(2000, 1);
    let folded = saved::replay(&all, |_| None, Timestamp(1)).fold;
    assert_eq!(folded.len(), 2000);
    let store = Counting::default();
    timed("folding", || saved::append_all(&store, &folded)).expect("room");
    assert!(store.asked.get() < 20, "asked {} times", store.asked.get());
    timed("folding again", || saved::append_all(&store, &folded)).expect("room");
    let key = saved::month_key(&folded[0]);
    let Loaded::Whole(kept) = saved::load_month(&store, &key) else { panic!("not kept") };
    assert_eq!(kept, folded);
}
