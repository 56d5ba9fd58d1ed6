//! The count of repetitions: a number or a tick for each, and a word after the last one.

use super::plan::AHEAD;
use super::{Heard, Moment, Sound, Spoken};
use crate::domain::session::{Phase, Session};
use crate::domain::units::Timestamp;

/// The shortest repetition that is counted aloud. Milliseconds.
const ALOUD: i64 = 1_200;
/// The words with which a set begins are over by then. Milliseconds.
const OPENING: i64 = 4_000;

/// The numbers that the voice says from `now` on in the set at work, at most one a repetition, and the end of the count. None while
/// it is paused, while the set is announced, and where repetitions are too short for words.
#[must_use]
pub fn counted_aloud(session: &Session, now: Timestamp) -> Vec<Spoken> {
    let told = marks(session, now).into_iter().filter(|(after, left)| *after >= OPENING || *left == 0);
    let is_slow = session.rep_ms().is_some_and(|rep| rep >= ALOUD);
    let spoken = |(after, left): (i64, u16)| Spoken {
        at_ms: at_ms(session, now, after),
        moment: if left == 0 { Moment::CountOver } else { Moment::Count(left) },
    };
    told.filter(|(_, left)| is_slow || *left == 0).map(spoken).collect()
}

/// The ticks of the count from `now` on, one a repetition: where no number is said, because the voice is off or the repetitions are
/// too short. After the last one the sound that it is the runner's turn.
#[must_use]
pub fn count_ticks(session: &Session, now: Timestamp, has_voice: bool) -> Vec<Heard> {
    let is_aloud = has_voice && session.rep_ms().is_some_and(|rep| rep >= ALOUD);
    let ticks = marks(session, now).into_iter().filter(|(_, left)| *left == 0 || !is_aloud);
    let sound = |left| if left == 0 { Sound::Turn } else { Sound::Beat };
    ticks.map(|(after, left)| Heard { at_ms: at_ms(session, now, after), sound: sound(left) }).collect()
}

fn at_ms(session: &Session, now: Timestamp, after: i64) -> i64 {
    session.phase().since().plus_ms(after).ms_since(now)
}

/// The beginning of each coming repetition in milliseconds after that of the set, and the number left then; 0 at the end.
fn marks(session: &Session, now: Timestamp) -> Vec<(i64, u16)> {
    let (Some(rep), Phase::Work { since }, None) = (session.rep_ms(), session.phase(), session.paused()) else {
        return Vec::new();
    };
    let target = session.step().target.get();
    let all = (0..=target).map(|done| (i64::from(done) * rep, target - done));
    all.filter(|(after, _)| *after < AHEAD && since.plus_ms(*after) >= now).collect()
}
