//! Building by hand: the order of the exercises to add, the starred ones as a routine, swaps, and the kit of places.

use crate::log::{date, performed};
use crate::routine::{item, routine};
use crate::session::START;
use mainspring::domain::catalogue::{Kit, Level, all, familiar_first};
use mainspring::domain::coach::used_lately;
use mainspring::domain::log::Performed;
use mainspring::domain::routine::{Item, Routine};
use mainspring::domain::saved::{self, Backup, KeyValue, Loaded, Memory, PREFIX, merge, read_backup, write_backup};
use mainspring::domain::session::{MOST_SWAPS, refitted, substitutes};
use mainspring::domain::settings::{Settings, Venue};
use mainspring::text::routine::{item_words, short_words};
use rstest::rstest;

const BASE: Level = Level::Base;
const PLACES: &str = include_str!("fixtures/saved/v1/settings-places.json");

fn slugs(of: &[&str]) -> Vec<String> {
    of.iter().map(|slug| (*slug).to_owned()).collect()
}

#[test]
fn exercises_to_add_are_the_starred_then_those_trained_lately_then_the_rest() {
    let found = familiar_first(all(), &slugs(&["lunge", "gone"]), &slugs(&["deep-squat", "lunge", "monster-walk"]));
    let ids: Vec<&str> = found.iter().map(|exercise| exercise.id).collect();
    assert_eq!(ids[..3], ["lunge", "deep-squat", "monster-walk"]);
    let rest = all().iter().map(|exercise| exercise.id).filter(|id| !ids[..3].contains(id));
    assert_eq!(ids[3..], rest.collect::<Vec<_>>());
}

#[test]
fn exercises_trained_lately_are_those_of_the_latest_sessions_each_once() {
    let session = |day: u8, exercise: &str| {
        let mut session = performed(&day.to_string(), date(2026, 11, day), (8, 0), 0, 600, 2);
        session.sets.iter_mut().for_each(|set| exercise.clone_into(&mut set.exercise));
        session
    };
    let mut log: Vec<Performed> = (1..=10).rev().map(|day| session(day, "deep-squat")).collect();
    log[0] = session(10, "lunge");
    log[9] = session(1, "monster-walk");
    assert_eq!(used_lately(&log), ["lunge", "deep-squat"]);
}

#[test]
fn the_starred_exercises_are_a_routine_in_their_order() {
    let usual = Routine::of_exercises("My usual", &slugs(&["lunge", "moon-hop", "deep-squat"]));
    let exercises: Vec<&str> = usual.items.iter().map(|item| item.exercise.as_str()).collect();
    assert_eq!((usual.name.as_str(), exercises), ("My usual", vec!["lunge", "deep-squat"]));
}

#[test]
fn an_exercise_is_swapped_for_one_of_the_same_job_that_the_kit_is_for() {
    let planned = routine(&[item("deep-squat", BASE, &[10], 60), item("lunge", BASE, &[15], 60)]);
    let found = |kit: &[Kit], is_out: &dyn Fn(&str, Level) -> bool| -> Vec<&str> {
        substitutes(&planned, &planned.items[0], kit, is_out).into_iter().map(|(brief, _)| brief.id).collect()
    };
    let any = found(Kit::ALL, &|_, _| false);
    assert!(!any.is_empty() && any.len() <= MOST_SWAPS);
    assert!(!any.contains(&"lunge") && !any.contains(&"deep-squat"), "{any:?}");
    assert!(!found(Kit::ALL, &|slug, _| slug == any[0]).contains(&any[0]), "what hurts stays out");
    for (brief, level) in substitutes(&planned, &planned.items[0], &[], &|_, _| false) {
        assert!(brief.at(level).kit.is_empty());
    }
}

#[rstest]
#[case::the_amounts_stay_where_the_unit_is_the_same(item("single-leg-deadlift", BASE, &[7, 7], 45), &[], "lunge [7, 7] 45")]
#[case::what_the_kit_is_for_stays(item("deep-squat", BASE, &[7], 45), &[], "deep-squat [7] 45")]
#[case::a_lower_level_of_the_same(item("deep-squat", Level::Hard, &[7], 45), &[], "deep-squat [7] 45")]
fn a_routine_is_fitted_to_a_place(#[case] planned: crate::routine::Line, #[case] kit: &[Kit], #[case] expected: &str) {
    let planned = routine(&[planned]);
    let fit = refitted(&planned, kit, &|_, _| false);
    let shown = |item: &Item| {
        let amounts: Vec<u16> = item.targets.iter().map(|amount| amount.get()).collect();
        format!("{} {amounts:?} {}", item.exercise, item.rest.0)
    };
    assert_eq!(shown(&fit.routine.items[0]), expected);
    let is_same = fit.routine.items == planned.items;
    assert_eq!((fit.swapped.len(), fit.kept.len()), (usize::from(!is_same), 0));
}

#[test]
fn what_nothing_similar_replaces_stays_and_is_named() {
    let planned = routine(&[item("single-leg-deadlift", BASE, &[7], 45)]);
    let fit = refitted(&planned, &[], &|_, _| true);
    assert_eq!((fit.routine.items.clone(), fit.kept), (planned.items.clone(), planned.items));
    assert!(fit.swapped.is_empty());
}

#[rstest]
#[case::repetitions(item("deep-squat", BASE, &[10, 10], 60), "2 × 10", "Deep squat")]
#[case::seconds_at_another_level(item("single-leg-balance", Level::Hard, &[30], 60), "30 s · Hard", "Single-leg balance · Hard")]
fn a_row_in_few_words(#[case] planned: crate::routine::Line, #[case] short: &str, #[case] words: &str) {
    let planned = &routine(&[planned]).items[0];
    assert_eq!((short_words(planned).as_str(), item_words(planned).as_str()), (short, words));
}

/// Settings with a track that has a dowel.
fn with_places() -> Settings {
    Settings::default().with_kit_at(Venue::Track, Kit::Dowel, true).with_kit_at(Venue::Home, Kit::Bosu, true)
}

#[test]
fn each_place_has_kit_of_its_own() {
    let settings = with_places();
    assert_eq!((settings.kit_at(Venue::Track), settings.kit_at(Venue::Home)), (vec![Kit::Dowel], vec![Kit::Bosu]));
    assert_eq!(settings.kit, [Kit::Bosu], "the kit before is that of home");
    assert_eq!(settings.kit_at(Venue::Gym), Kit::ALL);
    assert_eq!(settings.kit_at(Venue::Hotel), [Kit::SoftSurface]);
    assert_eq!(settings.with_kit_at(Venue::Hotel, Kit::SoftSurface, false).kit_at(Venue::Hotel), []);
}

#[test]
fn the_kit_of_places_is_stored_and_left_out_where_nothing_was_said() {
    let store = Memory::default();
    let key = format!("{PREFIX}settings");
    store.set(&key, PLACES.trim()).unwrap();
    assert_eq!(saved::load_settings(&store), Loaded::Whole(with_places()));
    saved::save_settings(&store, &with_places()).unwrap();
    assert_eq!(store.get(&key).unwrap().as_deref(), Some(PLACES.trim()));
    saved::save_settings(&store, &Settings::default()).unwrap();
    assert!(!store.get(&key).unwrap().unwrap().contains("places"));
    // A place and a piece of kit of a later version.
    let later = PLACES.trim().replace(r#"["track",["dowel"]]"#, r#"["pool",["fins"]],["track",["dowel","fins"]]"#);
    store.set(&key, &later).unwrap();
    assert_eq!(saved::load_settings(&store), Loaded::Whole(with_places()));
}

#[test]
fn the_kit_of_places_is_in_the_data_file_and_united_with_that_of_a_device() {
    let of = |settings: Settings| Backup { settings: Some(settings), ..Backup::default() };
    let file = write_backup(&of(with_places()), &[], START, None);
    let read = read_backup(file.as_bytes(), START).unwrap().backup;
    assert_eq!(read.settings, Some(with_places()));
    let device = Settings::default().with_kit_at(Venue::Gym, Kit::Bosu, false);
    let merged = merge(&of(device.clone()), &read).settings.unwrap();
    assert_eq!(merged.kit_at(Venue::Track), [Kit::Dowel]);
    assert_eq!(merged.kit_at(Venue::Gym), device.kit_at(Venue::Gym));
}
