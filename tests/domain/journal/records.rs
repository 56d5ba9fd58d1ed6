//! Records of every kind, written and read.

use super::{line, open, replay, with_sets};
use crate::saved::values::running;
use crate::saved::{ACTIVE, ENDED, SET};
use crate::session::{START, amount, restored as stored};
use mainspring::domain::saved::{self, KeyValue, Memory};
use mainspring::domain::session::{Done, Phase, Position, Session};
use mainspring::domain::units::Timestamp;

pub const SET_CORRECTED: &str = include_str!("../fixtures/saved/v1/set-corrected.json");
const SET_BLIND: &str = include_str!("../fixtures/saved/v1/set-blind.json");
const AT_MOVES: &str = include_str!("../fixtures/saved/v1/at-moves.json");

#[test]
fn version_1_of_a_position_written_often_and_of_a_blind_set_is_written_and_read() {
    let position = Position {
        at: 2,
        phase: Phase::Rest { since: Timestamp(1_795_370_490_500), until: Timestamp(1_795_370_580_500) },
        paused: Some(Timestamp(1_795_370_500_000)),
        epoch: Timestamp(1_795_370_399_000),
        seen: Timestamp(1_795_370_501_234),
        until_ms: None,
    };
    let sets = [0, 1].map(|step| Done { step, amount: amount(9), at_ms: 91_500, reserve: None });
    let resting = stored(running().plan(), position, &sets);
    assert_eq!(saved::position_record(&resting, 17), ("q1w2e3r4t5/at".to_owned(), AT_MOVES.trim_end().to_owned()));
    let store = Memory::default();
    saved::save_position(&store, &resting, 17).unwrap();
    assert_eq!(store.get("mainspring.at").unwrap().as_deref(), Some(AT_MOVES.trim_end()));
    let mut found = Session::restore(running().plan(), None, resting.done()).unwrap();
    let standing = saved::restore_position(&store, &[], &mut found);
    assert_eq!((found == resting, standing.moves, standing.stored), (true, 17, Some(17)));
    assert_eq!(saved::blind_set_record(&resting, &resting.done()[1]).1, SET_BLIND.trim_end());
    let records = [saved::head_record(&resting), saved::blind_set_record(&resting, &resting.done()[1])];
    assert_eq!(replay(&records, &[]).running.unwrap().done(), &resting.done()[1..]);
}

/// R7: the journal could not be read at one start, and what was done then may have been done before.
#[test]
fn a_set_done_while_the_journal_could_not_be_read_takes_no_other_sets_place() {
    let session = with_sets("a", START, 3);
    let blind = |step: usize, at_ms: i64| {
        saved::blind_set_record(&session, &Done { step, amount: amount(9), at_ms, reserve: None })
    };
    let records = |blind: &[(String, String)]| [blind.to_vec(), open(&session)].concat();
    let steps = |records: &[(String, String)]| {
        let found = replay(records, &[]).running.unwrap();
        let done: Vec<_> = found.done().iter().map(|done| (done.step, done.amount.get())).collect();
        (done, found.at(), found.steps().len(), found.revision())
    };
    let own = vec![(0, 7), (1, 7), (2, 7)];
    let with = |more: &[(usize, u16)]| [own.clone(), more.to_vec()].concat();
    assert_eq!(steps(&records(&[blind(3, 500_000)])), (with(&[(3, 9)]), 4, 7, 0), "the next one");
    assert_eq!(steps(&records(&[blind(2, 500_000)])), (with(&[(3, 9)]), 4, 8, 1), "done before");
    assert_eq!(steps(&records(&[blind(2, 180_000)])), (own.clone(), 3, 7, 0), "the same set");
    let both = [blind(2, 500_000), blind(3, 600_000)];
    assert_eq!(steps(&records(&both)), (with(&[(4, 9), (3, 9)]), 5, 8, 1));
}

#[test]
fn version_1_of_every_record_is_written_and_read() {
    let set = Done { step: 1, amount: amount(9), at_ms: 91_500, reserve: None };
    let plan = running();
    let written = [saved::head_record(&plan), saved::ended_record(&plan), saved::set_record(&plan, &set)];
    let id = "q1w2e3r4t5";
    let expected = [("head", ACTIVE), ("head", ENDED), ("set/00001", SET)];
    assert_eq!(written, expected.map(|(key, value)| (format!("{id}/{key}"), value.trim_end().to_owned())));
    let prefix = saved::session_prefix(id);
    assert!(written.iter().all(|(key, _)| key.starts_with(&prefix)));
    assert_eq!(written[2].0, saved::step_key(&plan, 1));

    let told = Done { reserve: Some(3), ..set };
    let again = [written[0].clone(), saved::set_record(&plan, &told)];
    assert_eq!(replay(&again, &[]).running.unwrap().done(), [told]);
    let found = replay(&[written[0].clone(), written[2].clone()], &[]).running.unwrap();
    assert_eq!((found.steps(), found.done()), (plan.steps(), [set].as_slice()));
    let found = replay(&[written[1].clone(), written[2].clone()], &[]);
    assert_eq!(line(&found), "- fold q1w2e3r4t5:1 purge  unreadable ");
}
