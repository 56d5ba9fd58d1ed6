//! The effects of whatever happens to a session: what a comparison of the session with its former self would save, in an
//! order in which a page may die at any moment.

use super::properties::{Happening, any_gap, any_happening, happen, later};
use super::{HOLDS, SQUATS, START, amount, any_known_routine, at_work, in_phase, restored, started};
use crate::cases::cases;
use mainspring::domain::catalogue::Level;
use mainspring::domain::log::Performed;
use mainspring::domain::saved::{self, Changes, Memory, Replay};
use mainspring::domain::session::{Announcement, Effect, Event, PhaseChange, Position, Session, Side};
use mainspring::domain::units::Timestamp;
use proptest::prelude::*;
use rstest::rstest;
use std::collections::{BTreeMap, BTreeSet};

/// The effects that are to be saved, of the change that made `before` into `next`, found the long way: by comparing both.
fn compared(before: &Session, next: &Session) -> Vec<Effect> {
    let mut effects = Vec::new();
    let steps = 0..before.steps().len().max(next.steps().len());
    let gone = |step: &usize| before.set_of(*step).is_some() && next.set_of(*step).is_none();
    effects.extend(steps.filter(gone).map(Effect::ForgetSet));
    if before.revision() != next.revision() {
        effects.push(Effect::SavePlan);
    }
    for done in next.done().iter().filter(|done| !before.done().contains(done)) {
        let is_known = before.set_of(done.step).is_some();
        effects.push(if is_known { Effect::CorrectSet(done.step) } else { Effect::SaveSet(done.step) });
    }
    // A hold that the clock ended in the moment in which the runner went back was done all the same.
    for taken in next.all_taken_back() {
        match before.set_of(taken.step) {
            None => effects.push(Effect::SaveSet(taken.step)),
            Some(done) if done != taken => effects.push(Effect::CorrectSet(taken.step)),
            Some(_) => {}
        }
    }
    let stands = |session: &Session| {
        let Position { seen: _, at, phase, paused, epoch, until_ms } = session.position();
        (at, phase, paused, epoch, until_ms, session.done().len())
    };
    if next.is_finished() && !before.is_finished() {
        effects.push(Effect::Finish);
    } else if !next.is_finished() && stands(before) != stands(next) {
        effects.push(Effect::SavePosition);
    }
    effects
}

fn is_saved(effect: &Effect) -> bool {
    !matches!(effect, Effect::LeaveOut(..) | Effect::PhaseChange(_) | Effect::Sound | Effect::Announce(_))
}

fn words<'a>(effects: impl IntoIterator<Item = &'a Effect>) -> Vec<String> {
    let mut words: Vec<_> = effects.into_iter().map(|effect| format!("{effect:?}")).collect();
    words.sort();
    words
}

/// A journal in memory.
#[derive(Clone, Default)]
struct Journal(BTreeMap<String, String>);

impl Journal {
    fn write(&mut self, changes: Changes) {
        self.0.retain(|key, _| !changes.remove.contains(key));
        self.0.extend(changes.put);
    }

    fn carry_out(&mut self, session: &Session, effect: &Effect) {
        self.write(saved::changes(session, std::slice::from_ref(effect), 1, false));
    }

    /// All that is known of a session, as a page writes it that has found it again.
    fn mend(&mut self, session: &Session) {
        let records = [saved::head_record(session), saved::position_record(session, 1)];
        self.write(Changes { put: records.to_vec(), ..Changes::default() });
    }

    fn replay(&self, now: Timestamp) -> Replay {
        let records: Vec<_> = self.0.clone().into_iter().collect();
        saved::replay(&records, |_| None, now)
    }

    /// The session that the next page finds, standing where its position says.
    fn found(&self, now: Timestamp) -> Option<Session> {
        let records: Vec<_> = self.0.clone().into_iter().collect();
        let mut session = self.replay(now).running?;
        saved::restore_position(&Memory::default(), &records, &mut session);
        Some(session)
    }

    /// The sets that the next page finds.
    fn sets(&self, now: Timestamp) -> BTreeSet<Set> {
        let replay = self.replay(now);
        assert!(replay.unreadable.is_empty());
        let folded = replay.fold.iter().flat_map(|performed| {
            let set = |set: &mainspring::domain::log::SetDone| {
                (set.exercise.clone(), set.level, set.set, set.side, set.done.get())
            };
            performed.sets.iter().map(set).collect::<Vec<_>>()
        });
        replay.running.iter().flat_map(sets).chain(folded).collect()
    }
}

/// Exercise, level, number, side and amount.
type Set = (String, Level, u8, Option<Side>, u16);

fn sets(session: &Session) -> BTreeSet<Set> {
    let set = |done: &mainspring::domain::session::Done| {
        let step = &session.steps()[done.step];
        (step.exercise.clone(), step.level, step.set, step.side, done.amount.get())
    };
    session.done().iter().chain(session.all_taken_back()).map(set).collect()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn effects_save_what_a_comparison_would_each_once_and_the_plan_before_the_position(
        routine in any_known_routine(),
        happenings in proptest::collection::vec((any_gap(), any_happening()), 1..120),
    ) {
        let (mut session, mut now) = (started(&routine), START);
        for (gap, happening) in happenings {
            now = later(now, gap);
            let before = session.clone();
            let is_restored = matches!(happening, Happening::FoundAgain | Happening::Waiting);
            let (next, effects) = happen(session, &happening, now);
            session = next;
            if is_restored {
                continue;
            }
            let given: Vec<_> = effects.iter().filter(|effect| is_saved(effect)).collect();
            prop_assert_eq!(words(given.iter().copied()), words(&compared(&before, &session)));
            let distinct: BTreeSet<_> = words(given.iter().copied()).into_iter().collect();
            prop_assert_eq!(distinct.len(), given.len(), "an effect twice");
            let place = |wanted: fn(&Effect) -> bool| effects.iter().position(wanted);
            let plan = place(|effect| *effect == Effect::SavePlan);
            let position = place(|effect| matches!(effect, Effect::SavePosition | Effect::Finish));
            prop_assert!(plan.is_none_or(|plan| position.is_none_or(|position| plan < position)));
            let set = effects.iter().rposition(|effect| matches!(effect, Effect::SaveSet(_) | Effect::CorrectSet(_)));
            prop_assert!(set.is_none_or(|set| plan.is_none_or(|plan| plan < set)));
            prop_assert!(set.is_none_or(|set| position.is_none_or(|position| set < position)));
            prop_assert!(effects.iter().filter(|effect| matches!(effect, Effect::Announce(_))).count() <= 1);
        }
    }

    #[test]
    fn a_page_that_dies_between_two_effects_loses_and_doubles_no_set(
        routine in any_known_routine(),
        happenings in proptest::collection::vec((any_gap(), any_happening()), 1..60),
    ) {
        let (mut session, mut now) = (started(&routine), START);
        let mut journal = Journal::default();
        for effect in &Effect::OF_START {
            journal.carry_out(&session, effect);
        }
        let found = journal.found(now);
        prop_assert_eq!(found.as_ref(), Some(&session));
        for (gap, happening) in happenings {
            now = later(now, gap);
            let (earlier, had) = (session.is_finished(), sets(&session));
            let is_restored = matches!(happening, Happening::FoundAgain | Happening::Waiting);
            let (next, effects) = happen(session, &happening, now);
            session = next;
            let has = sets(&session);
            if is_restored && !session.is_finished() {
                journal.mend(&session);
            }
            for effect in &effects {
                journal.carry_out(&session, effect);
                let found = journal.sets(now);
                prop_assert!(found.is_superset(&(&had & &has)), "a set lost at {:?}: {:?} of {:?}", effect, found, had);
                prop_assert!(found.is_subset(&(&had | &has)), "a set from nowhere at {:?}: {:?}", effect, found);
            }
            prop_assert_eq!(journal.sets(now), has);
            if session.is_finished() {
                prop_assert!(earlier || journal.replay(now).running.is_none());
                let folded = journal.replay(now).fold;
                prop_assert_eq!(folded, Performed::of(&session).into_iter().collect::<Vec<_>>());
                break;
            }
            let found = journal.found(now).expect("an open session");
            if session.all_taken_back().is_empty() {
                // The time of a late tick is saved with the next position.
                let position = Position { seen: session.seen(), ..found.position() };
                prop_assert_eq!(restored(found.plan(), position, found.done()), session.clone());
            }
        }
    }
}

const SAVED: &[Effect] = &[Effect::SavePosition];

/// The effects of one event in the middle of a phase, in order.
#[rstest]
#[case::begun_early(SQUATS, 0, Event::Begin, &[Effect::SavePosition, Effect::PhaseChange(PhaseChange::Go), Effect::Sound])]
#[case::paused(SQUATS, 1, Event::Pause, &[Effect::SavePosition, Effect::Announce(Announcement::Paused)])]
#[case::going_on(SQUATS, 1, Event::Resume, &[])]
#[case::done(SQUATS, 1, Event::Done(0, amount(18)), &[Effect::SaveSet(0), Effect::SavePosition, Effect::Sound, Effect::PhaseChange(PhaseChange::Rest)])]
#[case::a_longer_rest(SQUATS, 2, Event::Rest(20), SAVED)]
#[case::corrected(SQUATS, 2, Event::Amend(0, amount(3)), &[Effect::SavePlan, Effect::CorrectSet(0)])]
#[case::in_reserve(SQUATS, 2, Event::Reserve(0, 3), &[Effect::SavePlan, Effect::CorrectSet(0)])]
#[case::back(SQUATS, 2, Event::Back, &[Effect::SavePosition, Effect::Sound, Effect::Announce(Announcement::Step)])]
#[case::another_level(SQUATS, 2, Event::Level(Level::Hard), &[Effect::SavePlan, Effect::Announce(Announcement::Level(Level::Hard))])]
#[case::the_other_side(HOLDS, 0, Event::Flip, &[Effect::SavePlan, Effect::Announce(Announcement::Step)])]
#[case::a_choice(HOLDS, 0, Event::WaitForMe(true), &[Effect::SavePlan])]
#[case::the_end(SQUATS, 3, Event::Drop("deep-squat"), &[Effect::SavePlan, Effect::Finish, Effect::Sound, Effect::PhaseChange(PhaseChange::Finished)])]
fn an_event_has_these_effects(
    #[case] lines: &[super::Line],
    #[case] phase: usize,
    #[case] event: Event,
    #[case] expected: &[Effect],
) {
    let (session, now) = in_phase(lines, phase).unwrap();
    let (_, effects) = session.advance(now).0.on(event, now);
    assert_eq!(words(&effects), words(expected), "{effects:?}");
}

/// A replanned step has none of the sets done there before; a set put back counts again.
#[test]
fn a_set_taken_back_is_forgotten_saved_again_or_left_as_it_is() {
    let (resting, now) = in_phase(SQUATS, 2).unwrap();
    let (back, _) = resting.on(Event::Back, now);
    let then = now.plus_ms(20_000);
    let (_, effects) = back.clone().on(Event::Level(Level::Hard), then);
    assert_eq!(effects[..2], [Effect::ForgetSet(0), Effect::SavePlan]);
    let (_, effects) = back.clone().on(Event::Skip(0), then);
    assert!(effects.contains(&Effect::CorrectSet(0)), "{effects:?}");
    let (at_work, _) = back.on(Event::Begin, then);
    let (_, effects) = at_work.on(Event::Done(0, amount(4)), then.plus_ms(9_000));
    assert!(effects.contains(&Effect::CorrectSet(0)), "{effects:?}");
}

/// A hold of a set taken back is done again, and ends in the moment of going back once more: its record follows.
#[test]
fn a_hold_done_again_in_the_moment_of_going_back_is_saved_as_it_was_done_last() {
    let (session, _) = at_work(HOLDS).on(Event::Back, START.plus_ms(30_000));
    let (session, _) = session.on(Event::Begin, START.plus_ms(40_000));
    let (session, effects) = session.on(Event::Back, START.plus_ms(70_000));
    assert!(effects.contains(&Effect::CorrectSet(0)), "{effects:?}");
    assert_eq!(session.taken_back().map(|done| done.at_ms), Some(80_000));
}

/// A sound that the clock brings about was planned; one that the runner brings about is to be heard at once.
#[test]
fn the_clock_gives_no_sound_of_its_own() {
    let (_, effects) = at_work(HOLDS).advance(START.plus_ms(600_000));
    assert!(effects.contains(&Effect::PhaseChange(PhaseChange::Wait)) && !effects.contains(&Effect::Sound));
}

#[test]
fn two_changes_give_each_effect_once_as_those_of_one() {
    let (resting, now) = in_phase(SQUATS, 2).unwrap();
    let (after, first) = resting.on(Event::Amend(0, amount(3)), now);
    let (after, second) = after.on(Event::Amend(0, amount(4)), now);
    let (_, third) = after.on(Event::Drop("deep-squat"), now);
    let merged = Effect::merge(Effect::merge(first, second), third);
    let expected = [
        Effect::SavePlan,
        Effect::CorrectSet(0),
        Effect::Finish,
        Effect::Sound,
        Effect::PhaseChange(PhaseChange::Finished),
    ];
    assert_eq!(words(&merged), words(&expected));
}

#[test]
fn what_is_left_out_because_of_pain_is_told_where_it_was_to_come() {
    let (session, now) = in_phase(HOLDS, 0).unwrap();
    let out = |slug: &str| (slug.to_owned(), Level::Base);
    let (_, effects) = session.without(&[out("deep-squat"), out("lunge")], now);
    let told: Vec<_> = effects.iter().filter(|effect| matches!(effect, Effect::LeaveOut(..))).collect();
    assert_eq!(told, [&Effect::LeaveOut("deep-squat".to_owned(), Level::Base)]);
}
