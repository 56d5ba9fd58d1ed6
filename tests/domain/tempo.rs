//! The tempo of an item: its checks, the estimate, the session, the figure's time, the voice, links and stored values.

use crate::routine::{item, routine};
use crate::session::{START, started};
use mainspring::domain::catalogue::{self, Level};
use mainspring::domain::routine::{Edit, Routine, SideOrder, decode, encode, estimate, merged, own_time};
use mainspring::domain::saved::{self, KeyValue, Loaded, Memory};
use mainspring::domain::session::{Event, Session};
use mainspring::domain::sound::{Heard, Moment, Sound, ToneChoice, plan};
use mainspring::domain::units::Timestamp;
use mainspring::text::routine::plan_words;
use mainspring::text::speech::words;
use rstest::rstest;

const BASE: Level = Level::Base;

/// Two sets of 8 squats (key 0) with a rest of a minute.
fn plain() -> Routine {
    routine(&[item("deep-squat", BASE, &[8, 8], 60)])
}

fn own() -> Vec<u8> {
    catalogue::brief("deep-squat").unwrap().at(BASE).tempo.iter().map(|beat| beat.seconds).collect()
}

/// The same with a part that lasts two seconds longer.
fn slow() -> (Routine, Vec<u8>) {
    let mut tempo = own();
    tempo[0] += 2;
    (plain().edited(&Edit::Tempo(0, tempo.clone())), tempo)
}

fn at_work(routine: &Routine) -> Session {
    let now = Timestamp(START.0 + 5_000);
    started(routine).on(Event::Begin, now).0
}

#[test]
fn only_a_tempo_that_fits_and_differs_is_kept() {
    let kept = |tempo: &[u8]| plain().edited(&Edit::Tempo(0, tempo.to_vec())).items[0].tempo.clone();
    assert_eq!(kept(&own()), [0; 0], "the own tempo");
    assert_eq!(kept(&[1]), [0; 0], "a part is missing");
    assert_eq!(kept(&vec![0; own().len()]), vec![1; own().len()]);
    assert_eq!(kept(&vec![200; own().len()]), vec![10; own().len()]);
    let hold = routine(&[item("single-leg-balance", BASE, &[20], 30)]);
    assert_eq!(hold.edited(&Edit::Tempo(0, vec![2, 2])).items[0].tempo, [0; 0], "seconds have none");
    let (slow, _) = slow();
    let other = slow.edited(&Edit::Swap(0, catalogue::brief("lunge").unwrap(), BASE));
    assert_eq!(other.items[0].tempo, [0; 0], "another exercise");
}

#[test]
fn it_counts_into_the_minutes_and_into_the_set() {
    let (slow, tempo) = slow();
    assert_eq!(estimate(&slow).0, estimate(&plain()).0 + 2 * 8 * 2);
    let step = started(&slow).step().clone();
    assert_eq!(step.length().0, 8 * tempo.iter().map(|seconds| u32::from(*seconds)).sum::<u32>());
    assert_eq!(step.beats().into_iter().map(|(_, seconds)| seconds).collect::<Vec<_>>(), tempo);
}

#[test]
fn the_beats_of_the_sound_follow_it() {
    let wants = ToneChoice { beeps: false, halfway: false, tempo: true };
    let (slow, tempo) = slow();
    let session = at_work(&slow);
    let beats: Vec<i64> = plan(&session, session.seen(), wants)
        .into_iter()
        .filter_map(|Heard { at_ms, sound }| (sound == Sound::Beat).then_some(at_ms))
        .take(2)
        .collect();
    assert_eq!(beats, [0, i64::from(tempo[0]) * 1000]);
}

#[test]
fn the_figure_keeps_it() {
    let demand = catalogue::brief("deep-squat").unwrap().at(BASE);
    let (own, mut tempo) = (own(), own());
    tempo[0] *= 2;
    let [first, rep] = [u32::from(own[0]) * 1000, own.iter().map(|seconds| u32::from(*seconds) * 1000).sum()];
    assert_eq!(own_time(demand, &tempo, 0), (0, 500));
    assert_eq!(own_time(demand, &tempo, first), (first / 2, 500));
    assert_eq!(own_time(demand, &tempo, 2 * first), (first, 1000));
    assert_eq!(own_time(demand, &tempo, rep + first), (rep, 500), "the second repetition");
    let session = at_work(&slow().0);
    assert_eq!(session.own_time(session.seen()).unwrap().0, 0);
    assert_eq!(at_work(&plain()).own_time(session.seen()), None);
}

#[test]
fn it_is_said_and_written() {
    let (slow, tempo) = slow();
    let numbers: Vec<String> = tempo.iter().map(u8::to_string).collect();
    assert_eq!(plan_words(&slow.items[0])[1], Some(format!("tempo {}", numbers.join("-"))));
    let said = words(&at_work(&slow), Moment::Opening);
    assert!(said.contains(&format!("Tempo: down {}", tempo[0])), "{said}");
    assert!(!words(&at_work(&plain()), Moment::Opening).contains("empo"));
}

#[test]
fn it_travels_and_is_stored_in_a_version_of_its_own() {
    let (slow, tempo) = slow();
    let code = encode(&slow);
    assert!(code.starts_with('5'));
    assert_eq!(decode(&code, "mine").unwrap().items[0].tempo, tempo);
    let store = Memory::default();
    saved::save_routines(&store, std::slice::from_ref(&slow)).unwrap();
    assert!(store.get("mainspring.routines").unwrap().unwrap().starts_with(r#"{"v":4,"#));
    assert_eq!(saved::load_routines(&store), Loaded::Whole(vec![slow.clone()]));
    saved::save_running(&store, &started(&slow)).unwrap();
    assert!(store.get("mainspring.active").unwrap().unwrap().starts_with(r#"{"v":3,"#));
    assert_eq!(saved::load_running(&store).whole().unwrap().steps(), started(&slow).steps());
    saved::save_running(&store, &started(&plain())).unwrap();
    assert!(store.get("mainspring.active").unwrap().unwrap().starts_with(r#"{"v":1,"#));
}

#[test]
fn a_level_with_other_parts_drops_it_also_when_two_tabs_meet() {
    let (slow, _) = slow();
    let harder = slow.edited(&Edit::Level(0, Level::Harder));
    assert!(
        harder.items[0].tempo.is_empty()
            || harder.items[0].tempo.len() == harder.items[0].demand().unwrap().tempo.len()
    );
    let other = plain().edited(&Edit::Rest(0, mainspring::domain::units::Seconds(90)));
    let both = merged(&plain(), &slow, &other).routine;
    assert_eq!((both.items[0].tempo.clone(), both.items[0].rest.0), (slow.items[0].tempo.clone(), 90));
}

#[rstest]
#[case::no_seconds(&[0, 3])]
#[case::too_long(&[200, 1])]
#[case::too_many(&[1, 1, 1, 1, 1, 1, 1, 1, 1])]
fn a_stored_tempo_is_checked(#[case] tempo: &[u8]) {
    let (slow, own) = slow();
    let store = Memory::default();
    saved::save_routines(&store, std::slice::from_ref(&slow)).unwrap();
    let text = store.get("mainspring.routines").unwrap().unwrap();
    let list = |seconds: &[u8]| format!("{seconds:?}").replace(' ', "");
    store
        .set(
            "mainspring.routines",
            &text.replace(&format!(r#""tempo":{}"#, list(&own)), &format!(r#""tempo":{}"#, list(tempo))),
        )
        .unwrap();
    let read = saved::load_routines(&store).whole().unwrap();
    assert!(read[0].items[0].tempo.iter().all(|seconds| (1..=10).contains(seconds)));
    assert!(estimate(&read[0]).0 > 0);
}

#[rstest]
#[case::no_seconds(&[0, 0], &[1, 1])]
#[case::too_long(&[255, 1], &[10, 1])]
#[case::too_many(&[1, 1, 1, 1, 1, 1, 1, 1, 1], &[1; 8])]
fn the_tempo_of_a_stored_plan_is_checked(#[case] stored: &[u8], #[case] read: &[u8]) {
    let store = Memory::default();
    let list = |seconds: &[u8]| format!("{seconds:?}").replace(' ', "");
    let text = PLAN.trim_end().replace("[3,1]", &list(stored));
    assert_ne!(text, PLAN.trim_end());
    store.set("mainspring.active", &text).unwrap();
    let plan = saved::load_running(&store).whole().unwrap();
    assert_eq!(plan.steps().last().unwrap().tempo, read);
}

/// Two sets of a balance that begin with the left, and a squat in a tempo of its own.
const ROUTINES: &str = include_str!("fixtures/saved/v4/routines.json");
const PLAN: &str = include_str!("fixtures/saved/v3/active.json");

#[test]
fn what_is_stored_is_read_and_written_back_byte_for_byte() {
    let plain = routine(&[item("single-leg-balance", BASE, &[20, 20], 30), item("deep-squat", BASE, &[8], 60)]);
    let edits = [Edit::SideOrder(0, Some(SideOrder::LeftFirst)), Edit::Tempo(1, vec![3, 1])];
    let routine = edits.iter().fold(plain, |routine, edit| routine.edited(edit));
    let store = Memory::default();
    store.set("mainspring.routines", ROUTINES.trim_end()).unwrap();
    assert_eq!(saved::load_routines(&store), Loaded::Whole(vec![routine.clone()]));
    saved::save_routines(&store, std::slice::from_ref(&routine)).unwrap();
    assert_eq!(store.get("mainspring.routines").unwrap().unwrap(), ROUTINES.trim_end());

    let store = Memory::default();
    store.set("mainspring.active", PLAN.trim_end()).unwrap();
    assert_eq!(saved::load_running(&store).whole().unwrap().steps(), started(&routine).steps());
    saved::save_running(&store, &started(&routine)).unwrap();
    assert_eq!(store.get("mainspring.active").unwrap().unwrap(), PLAN.trim_end());
}
