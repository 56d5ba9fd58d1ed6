//! The write-ahead journal: what replay makes of any records, and that no crash loses or doubles an acknowledged set.

mod crash;
mod missing;
mod position;
mod properties;
mod records;
mod replay;

use crate::routine::{item, routine};
use crate::session::{START, amount};
use mainspring::domain::catalogue::Level;
use mainspring::domain::log::Performed;
use mainspring::domain::routine::Routine;
use mainspring::domain::saved::{self, Replay};
use mainspring::domain::session::{Done, Plan, Session, Start};
use mainspring::domain::units::{Offset, Timestamp};

type Records = Vec<(String, String)>;

const HOUR: i64 = 3_600_000;

/// Seven sets on six steps that differ in exercise, number or side.
fn plan() -> Routine {
    routine(&[
        item("single-leg-balance", Level::Base, &[30], 30),
        item("deep-squat", Level::Base, &[20, 15], 60),
        item("supported-pistol-squat", Level::Hard, &[8], 60),
        item("lunge", Level::Base, &[12], 60),
    ])
}

/// A session begun at `now`.
fn session(id: &str, now: Timestamp) -> Session {
    Session::start(id.to_owned(), &Start::of(&plan()), now, Offset::from_minutes(60)).unwrap()
}

/// The same with its first `sets` sets done, one a minute.
fn with_sets(id: &str, now: Timestamp, sets: usize) -> Session {
    let set = |(step, n): (usize, i64)| Done { step, amount: amount(7), at_ms: n * 60_000, reserve: None };
    let sets: Vec<Done> = (0..sets).zip(1..).map(set).collect();
    Session::restore(session(id, now).plan(), None, &sets).unwrap()
}

/// The same after this exercise was left out, with a set of it skipped before.
fn without(session: &Session, slug: &str) -> Session {
    let plan = Plan { left_out: vec![slug.to_owned()], ..session.plan() };
    Session::restore(plan, None, session.done()).unwrap()
}

/// Everything in the journal of a session that is still open.
fn open(session: &Session) -> Records {
    let sets = session.done().iter().map(|done| saved::set_record(session, done));
    std::iter::once(saved::head_record(session)).chain(sets).collect()
}

/// Everything in the journal of a session that is over.
fn ended(session: &Session) -> Records {
    std::iter::once(saved::ended_record(session)).chain(open(session).into_iter().skip(1)).collect()
}

/// Replay an hour after `START`, with these sessions in the log.
fn replay(records: &[(String, String)], in_log: &[&str]) -> Replay {
    saved::replay(records, |found| in_log.contains(&found.id.as_str()).then(|| found.clone()), START.plus_ms(HOUR))
}

fn ids(sessions: &[Performed]) -> Vec<&str> {
    sessions.iter().map(|session| session.id.as_str()).collect()
}

/// The result of a replay in one line: the running session with its steps done, sessions to add to the log, to remove,
/// unreadable keys.
fn line(replay: &Replay) -> String {
    let steps = |session: &Session| session.done().iter().map(|done| done.step.to_string()).collect::<String>();
    let running = replay.running.as_ref().map_or("-".to_owned(), |s| format!("{}:{}@{}", s.id(), steps(s), s.at()));
    let fold: Vec<_> = replay.fold.iter().map(|p| format!("{}:{}", p.id, p.sets.len())).collect();
    format!(
        "{running} fold {} purge {} unreadable {}",
        fold.join(","),
        replay.purge.join(","),
        replay.unreadable.join(",")
    )
}
