//! Properties of any records.

use super::{HOUR, Records, ended, ids, line, open, replay, session, with_sets};
use crate::cases::cases;
use crate::saved::{ACTIVE, ENDED};
use crate::session::{START, amount};
use mainspring::domain::log::Performed;
use mainspring::domain::saved::{self, KeyValue, Loaded, Memory};
use mainspring::domain::session::{Done, Event, Plan, Session};
use mainspring::domain::units::Timestamp;
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn records_in_any_order_and_any_number_say_the_same(
        (shuffled, expected) in (0..8_usize, 0..8_usize, any::<bool>(), 1..3_usize).prop_flat_map(|(a, b, over, times)| {
            let (a, b) = (with_sets("a", START, a), with_sets("b", START.plus_ms(1), b));
            let records = [open(&a), if over { ended(&b) } else { open(&b) }].concat();
            let expected = replay(&records, &[]);
            let many: Records = std::iter::repeat_n(records, times).flatten().collect();
            (Just(many).prop_shuffle(), Just(line(&expected)))
        }),
    ) {
        prop_assert_eq!(line(&replay(&shuffled, &[])), expected);
    }

    /// R1: a session found again never stands where a set was done or nothing more is done, whatever the records say.
    #[test]
    fn a_session_found_again_stands_on_a_free_step_and_overwrites_no_set(
        sets in proptest::collection::btree_map(0..7_usize, (1..40_u16, 0..900_000_i64, 0..3_u32, any::<bool>()), 0..7),
        out in proptest::sample::subsequence(vec!["single-leg-balance", "deep-squat", "supported-pistol-squat", "lunge"], 0..4),
        positions in proptest::collection::vec((0..7_usize, 0..8_usize, 0..4_u32, "[rawseRSEW]"), 2),
        revision in 0..3_u32,
    ) {
        let left_out = out.iter().map(|&id| id.to_owned()).collect();
        let with_revision = |plan: Plan, revision| Session::restore(Plan { revision, ..plan }, None, &[]).unwrap();
        let plan = with_revision(Plan { left_out, ..session("a", START).plan() }, revision);
        let mut records = vec![saved::head_record(&plan)];
        for (step, (done, at_ms, revision, blind)) in &sets {
            let done = Done { step: *step, amount: amount(*done), at_ms: *at_ms, reserve: None };
            let of = with_revision(plan.plan(), *revision);
            records.push(if *blind { saved::blind_set_record(&of, &done) } else { saved::set_record(&of, &done) });
        }
        let [stored, journaled] = [0, 1].map(|which| {
            let (at, sets, moves, phase) = &positions[which];
            let at_ms = START.0;
            format!(r#"{{"v":1,"id":"a","at":{at},"phase":"{phase}","since":{at_ms},"until":{at_ms},"paused":null,"epoch":{at_ms},"seen":{at_ms},"sets":{sets},"n":{moves}}}"#)
        });
        records.push(("a/at".to_owned(), journaled));
        let store = Memory::default();
        store.set("mainspring.at", &stored).unwrap();
        let mut found = replay(&records, &[]).running.unwrap();
        saved::restore_position(&store, &records, &mut found);
        prop_assert_eq!(found.done().len(), sets.len(), "no set is lost");
        let mut now = START.plus_ms(HOUR);
        found = found.found_again(now);
        while !found.is_finished() {
            let at = found.at();
            prop_assert!(found.done().iter().all(|done| done.step != at) && !found.is_left_out(found.step()), "at {} of {:?}", at, found.done());
            now = now.plus_ms(60_000);
            let (next, effects) = found.clone().on(Event::Begin, now).0.on(Event::Begin, now.plus_ms(1_000)).0.on(Event::Done(at, amount(9)), now.plus_ms(50_000));
            now = now.plus_ms(50_000);
            let changes = saved::changes(&next, &effects, 1, false);
            prop_assert!(changes.corrected.is_empty());
            prop_assert!(changes.new.iter().all(|step| found.done().iter().all(|done| done.step != *step)));
            found = next;
        }
    }

    #[test]
    fn no_records_panic(
        records in proptest::collection::vec(("(a|b)/(head|logged|set/0000[0-9]|x)|.{0,9}", prop_oneof![
            any::<String>(),
            Just(ACTIVE.to_owned()),
            Just(ENDED.replace("q1w2e3r4t5", "a")),
            (any::<u8>(), any::<i64>()).prop_map(|(step, at)| format!(r#"{{"v":1,"step":{step},"done":7,"at":{at}}}"#)),
        ]), 0..12),
        now in any::<i64>(),
    ) {
        let found = saved::replay(&records, |_| None, Timestamp(now));
        if let Some(session) = found.running {
            prop_assert!(session.at() < session.steps().len());
            let _ = session.found_again(Timestamp(now)).view(Timestamp(now));
        }
    }

    #[test]
    fn replaying_appending_and_replaying_again_gives_one_copy(sets in 1..8_usize, times in 1..4_usize) {
        let store = Memory::default();
        let records = ended(&with_sets("a", START, sets));
        for _ in 0..times {
            let in_log = |p: &Performed| log(&store).into_iter().find(|there| there.id == p.id);
            for session in saved::replay(&records, in_log, START.plus_ms(HOUR)).fold {
                saved::append(&store, &session).unwrap();
            }
            // As if the log had not been asked: the id alone is enough.
            for session in saved::replay(&records, |_| None, START.plus_ms(HOUR)).fold {
                saved::append(&store, &session).unwrap();
            }
        }
        let log = log(&store);
        prop_assert_eq!((ids(&log), log[0].sets.len()), (vec!["a"], sets));
    }
}

/// Every session in the log.
pub fn log(store: &impl KeyValue) -> Vec<Performed> {
    saved::month_keys(store)
        .iter()
        .flat_map(|key| match saved::load_month(store, key) {
            Loaded::Whole(month) => month,
            other => panic!("{key}: {other:?}"),
        })
        .collect()
}
