//! Records that the journal has and the log lacks, and the other way round.

use super::replay::corrected;
use super::{HOUR, ended, line, open, replay, with_sets};
use crate::session::{START, amount};
use mainspring::domain::log::Performed;
use mainspring::domain::saved;

/// R7: what the log lacks of a session is put in before the session counts as logged, let alone is purged.
#[test]
fn a_session_of_the_log_that_lacks_sets_of_the_journal_is_completed() {
    let session = with_sets("a", START, 3);
    let whole = Performed::of(&session).unwrap();
    let mut partial = whole.clone();
    partial.sets.remove(1);
    partial.sets[1].done = amount(12);
    (partial.note, partial.length) = (Some("felt good".to_owned()), whole.sets[0].at);
    let mut records = ended(&session);
    records.push(saved::logged_record("a", START));
    let found = saved::replay(&records, |_| Some(partial.clone()), START.plus_ms(100 * HOUR));
    let mut expected = Performed { note: partial.note.clone(), ..whole.clone() };
    expected.sets[2].done = amount(12);
    assert_eq!((&found.complete, found.purge.len(), found.logged.len()), (&vec![expected.clone()], 0, 0));
    let found = saved::replay(&records, |_| Some(expected.clone()), START.plus_ms(100 * HOUR));
    assert_eq!((found.complete.len(), found.purge), (0, vec!["a".to_owned()]));
}

#[test]
fn what_only_the_stand_in_has_is_missing_from_the_journal() {
    let session = with_sets("a", START, 2);
    let records = open(&session);
    let missing = |journal: &[(String, String)], stand_in: &[(String, String)]| {
        let session = replay(&[stand_in, journal].concat(), &[]).running.unwrap();
        saved::missing_records(&session, journal, stand_in).into_iter().map(|(key, _)| key).collect::<Vec<_>>()
    };
    assert!(missing(&records, &[]).is_empty());
    assert_eq!(missing(&records[..2], &records[2..]), ["a/set/00001"]);
    assert_eq!(missing(&records[1..], &records[..1]), ["a/head"]);
    assert_eq!(missing(&[], &records), ["a/head", "a/set/00000", "a/set/00001"]);
    let corrected = corrected(2, 12);
    assert_eq!(missing(&records, &open(&corrected)[..2]), ["a/head", "a/set/00000"]);
}

/// A plan that the journal has lost is still in the store: its record is added to the others.
#[test]
fn sets_whose_plan_only_the_store_has_are_found() {
    let session = with_sets("a", START, 3);
    let mut records = open(&session).split_off(1);
    records.push(saved::head_record(&session));
    assert_eq!(line(&replay(&records, &[])), "a:012@3 fold  purge  unreadable ");
    records.push(("a/head".to_owned(), "{{{".to_owned()));
    assert_eq!(line(&replay(&records, &[])), "a:012@3 fold  purge  unreadable a/head");
}
