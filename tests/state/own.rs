//! Exercises of the runner's own: kept, deleted and brought back, in two tabs, and those of a link that is only trained.

use crate::tab::Tab;
use leptos::prelude::GetUntracked;
use mainspring::browser::device;
use mainspring::domain::catalogue::{self, OwnExercise, define, define_received};
use mainspring::domain::routine::{Edit, RECEIVED, Routine};
use mainspring::domain::saved::{Backup, merge};
use mainspring::domain::units::Timestamp;
use mainspring::state::{Deleted, NoticeKind, Offer};

const ID: &str = "own-wallsit1";

fn wall_sit() -> OwnExercise {
    OwnExercise::new(ID.to_owned(), "Wall sit")
}

/// Name, and true if it is deleted, of each.
fn shown(tab: &Tab) -> Vec<(String, bool)> {
    let all = tab.app.choices.exercises.get_untracked();
    all.iter().map(|own| (own.name.clone(), own.is_gone)).collect()
}

fn keep(tab: &Tab, own: OwnExercise) {
    tab.tap(|app| assert!(app.keep_exercise(own).is_some()));
}

fn is(names: &[(&str, bool)]) -> Vec<(String, bool)> {
    names.iter().map(|(name, is_gone)| ((*name).to_owned(), *is_gone)).collect()
}

/// A routine of a link with an exercise that is not stored here.
fn received() -> Routine {
    define(&[]);
    define_received(&wall_sit());
    let empty = Routine::empty(RECEIVED.to_owned(), "Hills");
    empty.edited(&Edit::Add(catalogue::brief(ID).unwrap(), catalogue::Level::Base))
}

#[test]
fn one_that_is_kept_edited_deleted_and_brought_back_is_so_after_a_kill() {
    let tab = Tab::open(1);
    keep(&tab, wall_sit());
    let tab = tab.killed(2);
    assert_eq!(shown(&tab), is(&[("Wall sit", false)]));
    keep(&tab, OwnExercise { name: "Wall sit, low".to_owned(), ..wall_sit() });
    let tab = tab.killed(3);
    assert_eq!(shown(&tab), is(&[("Wall sit, low", false)]));
    tab.tap(|app| app.delete_exercise(ID));
    assert_eq!(catalogue::brief(ID).unwrap().name, "Wall sit, low", "routines and the log show it");
    assert!(catalogue::own_exercises().is_empty());
    let tab = tab.killed(4);
    assert_eq!(shown(&tab), is(&[("Wall sit, low", true)]));
    tab.tap(|app| app.undo(Deleted::Exercise(ID.to_owned())));
    let tab = tab.killed(5);
    assert_eq!(shown(&tab), is(&[("Wall sit, low", false)]));
}

#[test]
fn a_deletion_offers_undo() {
    let tab = Tab::open(1);
    keep(&tab, wall_sit());
    tab.tap(|app| app.delete_exercise(ID));
    let offers: Vec<Offer> = tab.app.notices.list.get_untracked().into_iter().map(|notice| notice.offer).collect();
    assert!(offers.contains(&Offer::Undo(Deleted::Exercise(ID.to_owned()))));
}

#[test]
fn what_two_tabs_make_is_kept_and_what_one_deleted_stays_deleted() {
    let (one, other) = (Tab::open(1), Tab::open(2));
    keep(&one, wall_sit());
    keep(&other, OwnExercise::new("own-other000".to_owned(), "Other"));
    one.tap(|app| app.delete_exercise(ID));
    keep(&other, OwnExercise { name: "Another".to_owned(), ..OwnExercise::new("own-other000".to_owned(), "") });
    let next = other.killed(3);
    assert_eq!(shown(&next), is(&[("Wall sit", true), ("Another", false)]));
}

#[test]
fn too_many_are_refused_and_the_runner_is_told() {
    let tab = Tab::open(1);
    for number in 0..catalogue::MAX_OWN {
        let own = OwnExercise::new(format!("own-{number:08}"), "One of many");
        tab.tap(|app| assert!(app.keep_exercise(own).is_some()));
    }
    tab.tap(|app| assert!(app.keep_exercise(wall_sit()).is_none()));
    let notices = tab.app.notices.list.get_untracked();
    assert!(notices.iter().any(|notice| notice.tone == NoticeKind::Trouble && notice.text.contains("300")));
    assert_eq!(shown(&tab).len(), catalogue::MAX_OWN);
}

#[test]
fn a_link_that_is_only_trained_leaves_nothing_in_her_lists_and_the_log_has_its_name() {
    let tab = Tab::open(1);
    let routine = received();
    tab.tap(|app| app.start(&routine));
    assert!(tab.session().is_some());
    define(&[]);
    let tab = tab.killed(2);
    device::pass(1_000);
    assert_eq!(shown(&tab), is(&[("Wall sit", true)]));
    assert!(tab.app.choices.routines.get_untracked().is_empty());
    assert_eq!(tab.session().unwrap().steps()[0].name(), "Wall sit");
}

/// She trained a link on this phone, and made the exercise on another one, whose data file she reads here.
#[test]
fn one_that_was_only_trained_never_deletes_her_own_of_a_data_file() {
    let tab = Tab::open(1);
    let routine = received();
    tab.tap(|app| app.start(&routine));
    let trained: Vec<OwnExercise> = tab.app.choices.exercises.get_untracked().into_iter().cloned().collect();
    let made = OwnExercise { edited: Timestamp(1), ..wall_sit() };
    let backup = |exercises| Backup { exercises, ..Backup::default() };
    assert_eq!(merge(&backup(trained), &backup(vec![made.clone()])).exercises, [made]);
}

#[test]
fn a_link_that_is_saved_brings_its_exercises_and_never_changes_hers() {
    let tab = Tab::open(1);
    let routine = received();
    tab.tap(|app| drop(app.keep_received(&routine, |_| {})));
    assert_eq!(shown(&tab), is(&[("Wall sit", false)]));
    keep(&tab, OwnExercise { name: "Mine".to_owned(), ..wall_sit() });
    let again = Routine { name: "Another".to_owned(), ..routine };
    define_received(&wall_sit());
    tab.tap(|app| drop(app.keep_received(&again, |_| {})));
    assert_eq!(shown(&tab.killed(2)), is(&[("Mine", false)]));
}
