//! Many changes with injected refusals, against a plain map.

use super::values::{another_pain, fixed_position, routines, running, settings};
use crate::log::{date, performed};
use crate::own::{row, wall_sit};
use crate::session::{START, restored};
use mainspring::domain::catalogue::Goal;
use mainspring::domain::catalogue::OwnExercise;
use mainspring::domain::coach::pain::{FollowUp, PainChange, PainReport};
use mainspring::domain::log::{Effort, Performed, note};
use mainspring::domain::message::Missing;
use mainspring::domain::routine::Routine;
use mainspring::domain::saved::{self, Appended, Loaded, Memory};
use mainspring::domain::session::{Position, Session};
use mainspring::domain::settings::Settings;
use mainspring::domain::units::Timestamp;
use std::collections::BTreeMap;

/// A small seeded generator (SplitMix64): the same seed, the same run.
pub struct Rng(pub u64);

impl Rng {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(end).unwrap()).unwrap()
    }

    pub fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }
}

/// The expected contents of the store.
#[derive(Default)]
struct Model {
    settings: Option<Settings>,
    routines: Option<Vec<Routine>>,
    exercises: Option<Vec<OwnExercise>>,
    pains: Vec<PainReport>,
    running: Option<Session>,
    position: Option<Session>,
    months: BTreeMap<String, Vec<Performed>>,
}

impl Model {
    #[track_caller]
    fn check(&self, store: &Memory) {
        assert_eq!(saved::load_settings(store).whole(), self.settings);
        assert_eq!(saved::load_routines(store).whole(), self.routines);
        assert_eq!(saved::load_exercises(store).whole(), self.exercises);
        assert_eq!(saved::load_pain(store).whole().unwrap_or_default(), self.pains);
        assert_eq!(saved::load_running(store).whole().is_some(), self.running.is_some());
        let mut session = running();
        assert_eq!(saved::load_position(store, &mut session), self.position.is_some());
        assert!(self.position.as_ref().is_none_or(|position| *position == session));
        assert_eq!(saved::month_keys(store).len(), self.months.len());
        for (key, month) in &self.months {
            assert_eq!(saved::load_month(store, key), Loaded::Whole(month.clone()));
        }
    }
}

/// One random change of the store, and the same of the model where it was said to have succeeded.
fn change(rng: &mut Rng, store: &Memory, model: &mut Model) {
    store.fail_after(rng.chance(3).then(|| rng.below(3)));
    match rng.below(11) {
        10 => {
            let next = [wall_sit(), row()][..rng.below(3)].to_vec();
            if saved::save_exercises(store, &next).is_ok() {
                model.exercises = Some(next);
            }
        }
        0 => {
            let next = Settings { sound: rng.chance(2), goal: Goal::ALL[rng.below(3)], ..settings() };
            if saved::save_settings(store, &next).is_ok() {
                model.settings = Some(next);
            }
        }
        1 => {
            let next = routines()[..rng.below(3)].to_vec();
            if saved::save_routines(store, &next).is_ok() {
                model.routines = Some(next);
            }
        }
        2 | 3 => {
            let month = 1 + u8::try_from(rng.below(5)).unwrap();
            let session = performed(&format!("s{}", rng.below(5)), date(2026, month, 1), (12, 0), 0, 60, 2);
            if saved::append(store, &session) == Ok(Appended::Added) {
                model.months.entry(saved::month_key(&session)).or_default().push(session);
            }
        }
        4 => {
            let months: Vec<_> = model.months.keys().cloned().collect();
            if let Some(month) = months.get(rng.below(5)) {
                let log = model.months.get_mut(month).unwrap();
                let at = rng.below(log.len());
                let effort = Effort::ALL.get(rng.below(4)).copied();
                if saved::amend(store, &log[at], &|session| session.effort = effort).is_ok() {
                    log[at].effort = effort;
                }
            }
        }
        5 => change_pain(rng, store, model),
        6 => {
            let months: Vec<_> = model.months.keys().cloned().collect();
            if let Some(month) = months.get(rng.below(5)) {
                let session = &mut model.months.get_mut(month).unwrap()[0];
                let text = ["", "Easy.", "\n"][rng.below(3)];
                if saved::amend(store, session, &|session| session.note = note(text)).is_ok() {
                    session.note = note(text);
                }
            }
        }
        7 => {
            if saved::save_running(store, &running()).is_ok() {
                model.running = Some(running());
            }
        }
        8 => {
            let next = restored(running().plan(), Position { at: rng.below(6), ..fixed_position() }, &[]);
            if saved::save_position(store, &next, 0).is_ok() {
                model.position = Some(next);
            }
        }
        _ => {
            if saved::clear_running(store).is_ok() {
                (model.running, model.position) = (None, None);
            }
        }
    }
    store.fail_after(None);
}

fn change_pain(rng: &mut Rng, store: &Memory, model: &mut Model) {
    let follow_up = rng.chance(2).then_some(FollowUp { when: START, change: PainChange::ALL[rng.below(3)] });
    let when = Timestamp(i64::try_from(rng.below(300)).unwrap());
    let report = PainReport { when, follow_up, ..another_pain() };
    if saved::keep_pain(store, &report).is_ok() {
        match model.pains.iter_mut().find(|other| other.is(&report)) {
            Some(kept) => *kept = report,
            None => model.pains.push(report),
        }
        if model.pains.len() > saved::MAX_REPORTS {
            let newest = model.pains.len() - 1;
            let oldest = model.pains[..newest].iter().position(|other| other.follow_up.is_some());
            model.pains.remove(oldest.unwrap_or(0));
        }
    }
}

#[test]
fn over_100_000_changes_with_injected_refusals_the_store_is_what_a_plain_map_would_be() {
    let mut changes = 0;
    for seed in 0..250 {
        let (mut rng, store, mut model) = (Rng(seed), Memory::default(), Model::default());
        for n in 0..400 {
            change(&mut rng, &store, &mut model);
            changes += 1;
            if n % 80 == 0 {
                model.check(&store);
            }
        }
        model.check(&store);
        saved::rebuild_index(&store).unwrap();
        let months = |month: &String| model.months.contains_key(&format!("log:{month}"));
        assert!(saved::missing(&store).iter().all(|missing| match missing {
            Missing::Settings => model.settings.is_none(),
            Missing::Routines => model.routines.is_none(),
            Missing::Exercises => model.exercises.is_none(),
            Missing::Pain => model.pains.is_empty(),
            Missing::Month(month) => !months(month),
            Missing::Sets(_) | Missing::Months(_) => false,
        }));
    }
    println!("{changes} changes");
    assert_eq!(changes, 100_000);
}
