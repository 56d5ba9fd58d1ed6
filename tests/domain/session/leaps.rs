//! Time that nobody trained does not count: the device slept, the page died, or its clock was set.

use super::{
    BASE, HOLDS, HOURS, Line, PISTOL, SQUATS, START, any_known_routine, done, due, in_phase, item, line, open_slack,
    started,
};
use crate::cases::cases;
use mainspring::domain::log::Performed;
use mainspring::domain::routine::{READY, estimate};
use mainspring::domain::session::{Event, PhaseKind, Session};
use mainspring::domain::units::Timestamp;
use proptest::prelude::*;
use rstest::rstest;

const MINUTE: i64 = 60_000;
const YEAR: i64 = 365 * 24 * HOURS;

/// The intended change of a session's clock.
#[derive(Clone, Copy, Debug)]
enum Unseen {
    /// The page lives, its timers do not ring: the device slept, or its clock was set.
    Asleep,
    /// The page died and was opened again.
    Dead,
}

use Unseen::{Asleep, Dead};

fn after(session: Session, unseen: Unseen, now: Timestamp) -> Session {
    match unseen {
        Asleep => session.advance(now).0,
        Dead => session.found_again(now),
    }
}

/// A set of twenty squats takes a minute at its tempo, and is unseen from its middle on.
#[rstest]
#[case::a_minute_between_the_looks_of_a_hidden_page(MINUTE, MINUTE)]
#[case::two_minutes_may_have_been_trained(2 * MINUTE, 2 * MINUTE)]
#[case::of_more_the_half_of_the_set_counts_that_was_left(3 * MINUTE, MINUTE / 2)]
#[case::eight_hours(8 * HOURS, MINUTE / 2)]
#[case::a_year(YEAR, MINUTE / 2)]
fn of_a_gap_in_a_set_only_its_tempo_counts(
    #[case] gap: i64,
    #[case] counts: i64,
    #[values(Asleep, Dead)] unseen: Unseen,
) {
    let (session, now) = in_phase(SQUATS, 1).unwrap();
    let back = now.plus_ms(gap);
    let session = after(session, unseen, back);
    assert_eq!(line(&session, back), "reps 0, 20, 0 done");
    let session = done(session, back.plus_ms(1_000));
    assert_eq!(session.done()[0].at_ms, now.ms_since(START) + counts + 1_000);
}

/// Whatever the phase in the middle of which the time passes: none is counted but what was planned.
#[rstest]
fn no_phase_counts_more_than_was_planned(
    #[values(SQUATS, HOLDS, PISTOL)] lines: &[Line],
    #[values(0, 1, 2, 3, 4, 5)] phase: usize,
    #[values(3 * MINUTE, 10 * MINUTE, 8 * HOURS, YEAR)] gap: i64,
    #[values(Asleep, Dead)] unseen: Unseen,
    #[values(false, true)] set_right_again: bool,
) {
    let Some((session, now)) = in_phase(lines, phase) else { return };
    let whole = estimate(&crate::routine::routine(lines));
    let mut now = now.plus_ms(gap);
    let mut session = after(session, unseen, now);
    if set_right_again {
        now = now.plus_ms(-gap);
        session = session.advance(now).0;
    }
    let session = finished(session, now);
    let length = Performed::of(&session).unwrap().length;
    // A get-ready for a hold that was missed, and half a second for each of her answers.
    assert!(length.0 <= whole.0 + 2 * READY.0, "{length:?} of {whole:?}");
}

/// The session trained to its end at its tempo.
fn finished(mut session: Session, now: Timestamp) -> Session {
    let mut now = now;
    while !session.is_finished() {
        now = due(&session).map_or(now, |due| due.max(now)).max(session.seen());
        let view = session.view(now);
        session = match view.kind {
            PhaseKind::Wait if session.may_be_done() => {
                let (at, target) = (session.at(), session.step().target);
                session.on(Event::Done(at, target), now.plus_ms(500)).0
            }
            PhaseKind::Wait => session.on(Event::Begin, now.plus_ms(500)).0,
            PhaseKind::Reps => done(session, now.plus_ms(500)),
            _ => session.advance(now).0,
        };
        now = now.max(session.seen());
    }
    session
}

#[rstest]
#[case::a_night_asleep_still_counts(14 * HOURS, "wait 1, 50380, 1 done")]
#[case::a_leap_of_a_year_does_not(YEAR, "wait 0, 31535985, 0 done")]
fn a_hold_that_ended_days_ago_is_not_taken_as_done(#[case] gap: i64, #[case] expected: &str) {
    let (session, now) = in_phase(HOLDS, 1).unwrap();
    let back = now.plus_ms(gap);
    let (session, _) = session.advance(back);
    assert_eq!(line(&session, back), expected);
    assert!(session.may_be_done() || session.done().len() == 1, "she is asked");
}

#[rstest]
#[case::ten_minutes_over_its_tempo_are_believed(11 * MINUTE, 11 * MINUTE)]
#[case::an_hour_is_not(HOURS, MINUTE)]
#[case::nor_a_night(9 * HOURS, MINUTE)]
fn a_set_that_a_hidden_page_watched_for_hours_counts_as_its_tempo(#[case] lasts: i64, #[case] counts: i64) {
    let (mut session, _) = in_phase(SQUATS, 1).unwrap();
    let begun = START.plus_ms(10_000);
    let mut now = session.seen();
    while now < begun.plus_ms(lasts) {
        now = now.plus_ms(MINUTE).min(begun.plus_ms(lasts));
        session = session.advance(now).0;
    }
    assert_eq!(done(session, now).done()[0].at_ms, 10_000 + counts);
}

#[test]
fn a_clock_set_to_and_fro_in_a_set_counts_no_more_than_its_tempo_each_time() {
    let (mut session, mut now) = in_phase(SQUATS, 1).unwrap();
    for leap in [YEAR, -YEAR, HOURS, -2 * HOURS, 5 * MINUTE, -5 * MINUTE] {
        now = now.plus_ms(leap);
        session = session.advance(now).0;
    }
    assert_eq!(done(session, now).done()[0].at_ms, 10_000 + MINUTE);
}

#[test]
fn a_long_set_is_believed_as_long_as_its_tempo() {
    let long: &[Line] = &[item("deep-squat", BASE, &[999], 0)];
    let (session, now) = in_phase(long, 1).unwrap();
    let back = now.plus_ms(20 * MINUTE);
    let session = done(session.advance(back).0, back);
    assert_eq!(
        session.done()[0].at_ms,
        back.ms_since(START),
        "fifty minutes of squats: twenty unseen are within the tempo"
    );
}

/// The time between two ticks.
fn any_gap() -> impl Strategy<Value = i64> {
    prop_oneof![
        12 => 200..2_000_i64,
        4 => 2_000..61_000_i64,
        2 => 121_000..20 * MINUTE,
        1 => HOURS..9 * HOURS,
        1 => YEAR..10 * YEAR,
        2 => -YEAR..0,
    ]
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_session_is_never_longer_than_what_was_seen_and_what_was_planned(
        routine in any_known_routine(),
        gaps in proptest::collection::vec((any_gap(), any::<bool>(), 0..8_u8), 1..200),
    ) {
        let (mut session, mut now, mut seen) = (started(&routine), START, 0);
        for (gap, dies, acts) in gaps {
            now = now.plus_ms(gap);
            if (0..=120_000).contains(&gap) {
                seen += gap;
            }
            session = after(session, if dies { Dead } else { Asleep }, now);
            let (at, target) = (session.at(), session.step().target);
            session = match acts {
                0 => session.on(Event::Done(at, target), now).0,
                1 => session.on(Event::Begin, now).0,
                2 => session.on(Event::Pause, now).0,
                3 => session.on(Event::Resume, now).0,
                _ => session,
            };
            let length = session.done().last().map_or(0, |done| done.at_ms);
            let planned = i64::from(estimate(&routine).0) * 1000 + open_slack(&routine);
            prop_assert!(length <= seen + planned, "{length} ms of {seen} seen and {planned} planned");
        }
    }
}
