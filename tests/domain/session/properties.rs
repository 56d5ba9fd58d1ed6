//! Laws that hold whatever happens: random events at random moments of random plans, on clocks that go wrong.

use super::{HOURS, START, amount, done, due, on_time, open_slack, sets, started};
use crate::blocks::any_blocks;
use crate::cases::cases;
use crate::routine::any_routine;
use mainspring::domain::catalogue::{self, BodyPart, Brief, Level, Measure};
use mainspring::domain::message::while_away;
use mainspring::domain::routine::{BlockKind, Edit, MAX_REST, READY, Routine, estimate};
use mainspring::domain::saved::{self, Memory};
use mainspring::domain::session::{Done, Effect, Event, Hurt, PainAction, Phase, PhaseKind, Score, Session, Start};
use mainspring::domain::units::{Amount, Offset, Seconds, Timestamp};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A routine of known exercises only.
pub fn any_known_routine() -> impl Strategy<Value = Routine> {
    let some = |routine: &Routine| !routine.items.is_empty();
    let whole = || prop_oneof![any_routine(), any_blocks().prop_filter("something to train", some)];
    // A row of it in a block of any kind, at any place.
    let by_kind = (whole(), proptest::sample::select(BlockKind::ALL), any::<prop::sample::Index>(), any::<i32>());
    let by_kind = by_kind.prop_map(|(routine, kind, row, by)| {
        let row = row.get(&routine.items).key;
        routine
            .edited_with(&Edit::AddBlock(kind), NEW_BLOCK)
            .edited(&Edit::Into(row, NEW_BLOCK))
            .edited(&Edit::MoveBlock(NEW_BLOCK, by))
    });
    let routine = prop_oneof![whole(), by_kind];
    (routine, any::<prop::sample::Index>()).prop_map(|(mut routine, spare)| {
        let ids: Vec<_> = catalogue::all().iter().map(|exercise| exercise.id).collect();
        for item in routine.items.iter_mut().filter(|item| item.known().is_none()) {
            (*spare.get(&ids)).clone_into(&mut item.exercise);
        }
        routine.items.truncate(6);
        routine
    })
}

/// A key that no generated row or block has.
const NEW_BLOCK: u32 = 9_000;

/// The last moment that a browser's clock can show.
const EDGE: i64 = 8_640_000_000_000_000;

/// An event of a session. Steps are counted from the present one.
#[derive(Clone, Debug)]
pub enum Happening {
    Tick,
    FoundAgain,
    Waiting,
    Said(Event),
    Sore(BodyPart),
    Done(i8, u16),
    Amend(i8, u16),
    Skip(i8),
    Hurt(i8, BodyPart, u8, Option<PainAction>),
}

pub fn any_happening() -> impl Strategy<Value = Happening> {
    let near = || prop_oneof![6 => Just(0_i8), 1 => Just(-1), 1 => any::<i8>()];
    prop_oneof![
        4 => Just(Happening::Tick),
        1 => Just(Happening::FoundAgain),
        1 => Just(Happening::Waiting),
        3 => Just(Happening::Said(Event::Begin)),
        2 => Just(Happening::Said(Event::Back)),
        1 => Just(Happening::Said(Event::Pause)),
        2 => Just(Happening::Said(Event::Resume)),
        1 => any::<i32>().prop_map(|seconds| Happening::Said(Event::Rest(seconds))),
        6 => (near(), 1..=Amount::MAX).prop_map(|(step, amount)| Happening::Done(step, amount)),
        1 => (any::<i8>(), 1..=Amount::MAX).prop_map(|(step, amount)| Happening::Amend(step % 8, amount)),
        1 => near().prop_map(Happening::Skip),
        2 => proptest::sample::select(Level::ALL).prop_map(|level| Happening::Said(Event::Level(level))),
        1 => any_exercise().prop_map(|exercise| Happening::Said(Event::Swap(exercise, Level::Base))),
        1 => any_exercise().prop_map(|exercise| Happening::Said(Event::Drop(exercise.id))),
        1 => Just(Happening::Said(Event::Flip)),
        1 => any::<bool>().prop_map(|wait| Happening::Said(Event::WaitForMe(wait))),
        1 => proptest::sample::select(BodyPart::ALL).prop_map(Happening::Sore),
        1 => (near(), proptest::sample::select(BodyPart::ALL), 0..=Score::MAX, proptest::option::of(any_way()))
            .prop_map(|(step, part, score, way)| Happening::Hurt(step, part, score, way)),
    ]
}

fn any_way() -> impl Strategy<Value = PainAction> {
    let level = || proptest::sample::select(Level::ALL);
    prop_oneof![
        Just(PainAction::GoOn),
        Just(PainAction::LeaveOut),
        level().prop_map(PainAction::Easier),
        (any_exercise(), level()).prop_map(|(exercise, level)| PainAction::Swap(exercise, level)),
    ]
}

/// The session after `happening` at `now`; of what is no event and no matter of the clock there are no effects.
pub fn happen(session: Session, happening: &Happening, now: Timestamp) -> (Session, Vec<Effect>) {
    let at = session.at();
    let step = |by: i8| at.wrapping_add_signed(isize::from(by));
    match *happening {
        Happening::Tick => session.advance(now),
        Happening::FoundAgain => (session.found_again(now), Vec::new()),
        Happening::Waiting => (session.waiting(now), Vec::new()),
        Happening::Said(event) => session.on(event, now),
        Happening::Sore(part) => session.without(&loading(part), now),
        Happening::Done(by, amount) => session.on(Event::Done(step(by), self::amount(amount)), now),
        Happening::Amend(by, amount) => session.on(Event::Amend(step(by), self::amount(amount)), now),
        Happening::Skip(by) => session.on(Event::Skip(step(by)), now),
        Happening::Hurt(by, part, score, way) => {
            let hurt = Hurt { step: step(by), part, side: None, score: Score::new(score).unwrap(), way };
            session.on(Event::Hurt(hurt), now)
        }
    }
}

/// The moment so much later, within what a browser's clock can show.
pub fn later(now: Timestamp, gap: i64) -> Timestamp {
    Timestamp(now.plus_ms(gap).0.clamp(-EDGE, EDGE))
}

/// Every exercise at every level that loads `part`.
fn loading(part: BodyPart) -> Vec<(String, Level)> {
    let every = catalogue::briefs().iter().flat_map(|brief| Level::ALL.iter().map(move |level| (brief, *level)));
    let loading = every.filter(|(brief, level)| brief.at(*level).loads.contains(&part));
    loading.map(|(brief, level)| (brief.id.to_owned(), level)).collect()
}

fn any_exercise() -> impl Strategy<Value = &'static Brief> {
    proptest::sample::select(catalogue::briefs().iter().collect::<Vec<_>>())
}

/// A change of the device's clock: mostly forwards, sometimes back, seldom out of all bounds.
pub fn any_gap() -> impl Strategy<Value = i64> {
    prop_oneof![
        4 => Just(0_i64),
        8 => 0..2_000_i64,
        8 => 0..120_000_i64,
        2 => 0..48 * HOURS,
        3 => -48 * HOURS..0,
        1 => -2 * EDGE..=2 * EDGE,
    ]
}

/// The session as the next page finds it: its plan and sets in the journal, its position in the store. A set that was
/// taken back, to be done again, is still in the journal: it counts as done.
fn found_after_a_kill(session: &Session) -> Session {
    let store = Memory::default();
    saved::save_position(&store, session, 0).unwrap();
    let mut records = vec![saved::head_record(session)];
    let sets = session.done().iter().chain(session.all_taken_back());
    records.extend(sets.map(|done| saved::set_record(session, done)));
    let mut found = saved::replay(&records, |_| None, session.seen()).running.expect("an open session");
    assert!(saved::load_position(&store, &mut found) || !session.all_taken_back().is_empty());
    found
}

/// True if a runner who only ever answers, each second, that she is there, and then that she is done, comes to the end: a set takes
/// at most four taps, and so does each second of a block of as many rounds as fit.
fn comes_to_its_end(mut session: Session, mut now: Timestamp) -> bool {
    let open: u32 = session.steps().iter().filter_map(|step| Some(step.within()?.0)).sum();
    for _ in 0..=4 * (session.steps().len() + open as usize) {
        if session.is_finished() {
            return true;
        }
        now = now.plus_ms(1_000);
        let (at, target) = (session.at(), session.step().target);
        session = session.on(Event::Resume, now).0.on(Event::Begin, now).0.on(Event::Done(at, target), now).0;
    }
    session.is_finished()
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn whatever_happens_a_session_stays_sound(
        routine in any_known_routine(),
        happenings in proptest::collection::vec((any_gap(), any_happening()), 1..120),
    ) {
        let mut session = started(&routine);
        let mut now = START;
        for (gap, happening) in happenings {
            now = later(now, gap);
            let before = session.clone();
            let (next, effects) = happen(session, &happening, now);
            session = next;
            let steps: BTreeSet<_> = session.done().iter().map(|done| done.step).collect();
            prop_assert_eq!(steps.len(), session.done().len(), "a step twice");
            prop_assert!(session.at() < session.steps().len());
            let out = |step: usize| session.is_left_out(&session.steps()[step]);
            prop_assert!(session.done().iter().all(|done| done.step <= session.at() || out(done.step)));
            prop_assert!(session.done().iter().all(|done| done.at_ms >= 0));
            let ordered = |pair: &[Done]| pair[0].step < pair[1].step || out(pair[0].step);
            prop_assert!(session.done().windows(2).all(ordered));
            prop_assert!(session.is_finished() || !out(session.at()), "at work though left out");
            prop_assert!(session.left_out().starts_with(before.left_out()));
            prop_assert!(session.left_out_levels().starts_with(before.left_out_levels()));
            prop_assert!(session.done().windows(2).all(|pair| pair[0].at_ms <= pair[1].at_ms), "{:?}", session.done());
            prop_assert!(sets(&effects).iter().all(|step| session.set_of(*step).is_some()));
            let view = session.view(now);
            prop_assert!(view.permille <= 1000);
            prop_assert!(
                view.kind == PhaseKind::Wait || view.digits <= u32::from(Amount::MAX).max(MAX_REST),
                "{:?}",
                view
            );
            let kept = before.at().min(session.at());
            prop_assert_eq!(&session.steps()[..kept], &before.steps()[..kept], "a step that is over changed");
            let last = session.steps().iter().rfind(|step| !session.is_left_out(step));
            prop_assert!(session.is_finished() || last.is_some_and(|step| step.rest == Seconds(0)));
            prop_assert!(session.steps().iter().all(|step| (1..=step.sets).contains(&step.set)));
            let told = while_away(&session, &before, now).is_some();
            prop_assert!(told || (session.paused().is_none() && view.kind != PhaseKind::Wait));
            prop_assert!(session.swaps(&[], None).iter().all(|(other, _)| other.id != session.step().exercise));
            prop_assert!(session.revision() >= before.revision());
            prop_assert!(session.revision() > before.revision() || session.steps() == before.steps());
            prop_assert!(view.done == session.done().len() && view.step == session.at());
            prop_assert_eq!(view.kind == PhaseKind::Finished, session.is_finished());
            prop_assert!(!session.is_finished() || view.left == Seconds(0));
            if before.is_finished() {
                prop_assert!(session.is_finished() && session.done() == before.done() && effects.is_empty());
            }
            let next_change = session.clone().advance(now).0.next_change(now);
            if let Some(ms) = next_change.filter(|_| view.elapsed < u32::MAX) {
                let shown = |now| {
                    let view = session.clone().advance(now).0.view(now);
                    (view.kind, view.step, view.digits, if matches!(view.kind, PhaseKind::Reps | PhaseKind::Wait) || view.breathes_in.is_some() { view.elapsed } else { 0 })
                };
                let (just_before, then) = (now.plus_ms(i64::try_from(ms).unwrap() - 1), now.plus_ms(i64::try_from(ms).unwrap()));
                prop_assert!((1..=1000).contains(&ms) && shown(just_before) == shown(now) && shown(then) != shown(now));
            }
            if matches!(session.phase(), Phase::Work { .. }) && session.step().measure == Measure::Seconds {
                prop_assert!(view.digits <= u32::from(session.step().target.get()));
            }
        }
        let found = found_after_a_kill(&session);
        if session.all_taken_back().is_empty() {
            prop_assert_eq!(&found, &session);
        }
        let steps = |sets: &[Done]| sets.iter().map(|done| done.step).collect::<BTreeSet<_>>();
        let kept: BTreeSet<_> = &steps(session.done()) | &steps(session.all_taken_back());
        prop_assert_eq!(steps(found.done()), kept, "a set lost");
        prop_assert_eq!(session.done().len() + session.all_taken_back().len(), found.done().len(), "a set twice");
        prop_assert!(comes_to_its_end(session, now));
    }

    #[test]
    fn a_session_done_on_time_takes_exactly_the_estimate(routine in any_known_routine()) {
        prop_assert_eq!(started(&routine).view(START).left, estimate(&routine));
        let session = on_time(&routine, done);
        let (slack, length) = (open_slack(&routine), session.done().last().unwrap().at_ms);
        if slack == 0 {
            prop_assert_eq!(session.done().len(), session.steps().len());
        }
        prop_assert!((length - i64::from(estimate(&routine).0) * 1000).abs() <= slack, "{length}");
    }

    #[test]
    fn a_session_that_waits_before_every_set_takes_the_estimate_and_a_get_ready_for_every_hold(
        routine in any_known_routine(),
        waits in proptest::collection::vec(500..100_000_i64, 1..9),
    ) {
        let start = Start { wait_for_me: true, ..Start::of(&routine) };
        let mut session = Session::start("k3j9x0a1b2".to_owned(), &start, START, Offset::from_minutes(60)).unwrap();
        let (mut waits, mut ready) = (waits.into_iter().cycle(), 0);
        while let Some(now) = due(&session).or((!session.is_finished()).then_some(session.seen())) {
            session = match session.phase() {
                Phase::Wait { .. } => {
                    ready += i64::from(READY.0) * i64::from(session.step().is_hold());
                    session.on(Event::Begin, now.plus_ms(waits.next().unwrap())).0
                }
                Phase::Work { .. } if session.phase_end().is_none() => done(session, now),
                _ => session.advance(now).0,
            };
        }
        let slack = open_slack(&routine);
        if slack == 0 {
            prop_assert_eq!(session.done().len(), session.steps().len());
            let expected = (i64::from(estimate(&routine).0) + ready) * 1000;
            prop_assert_eq!(session.done().last().unwrap().at_ms, expected);
        }
    }

    #[test]
    fn time_zones_and_ticks_in_between_change_nothing(routine in any_known_routine(), ticks in proptest::collection::vec(0..4_000_i64, 0..300)) {
        let mut session = started(&routine);
        let (mut now, mut ticks) = (START, ticks.into_iter());
        while let Some(end) = due(&session) {
            now = now.max(session.seen());
            now = match ticks.next() {
                Some(tick) if now.plus_ms(tick) < end => now.plus_ms(tick),
                _ => end,
            };
            let over = now == end && session.phase_end().is_none();
            session = if over { done(session, now) } else { session.advance(now).0 };
        }
        let expected = on_time(&routine, done);
        prop_assert_eq!(session.done(), expected.done());
    }
}
