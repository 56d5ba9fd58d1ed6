//! The player's commands over a store in memory: start, set, back, pain, end, taking over; and a kill between any two.

use crate::tab::{Tab, journal};
use leptos::prelude::{GetUntracked, WithUntracked};
use mainspring::browser::device::{self, device};
use mainspring::browser::indexed_db;
use mainspring::domain::catalogue::brief;
use mainspring::domain::coach::pain::PainReport;
use mainspring::domain::log::Effort;
use mainspring::domain::session::{Event, Hurt, PainAction, Score};
use mainspring::state::{App, Saved};

#[test]
fn a_session_that_begins_is_stored_and_survives_a_kill() {
    let tab = Tab::open(1);
    let routine = tab.start();
    let id = tab.session().unwrap().id().to_owned();
    assert_eq!(tab.session().unwrap().from(), routine.id);
    assert!(journal().contains_key(&format!("{id}/head")), "{:?}", journal().keys());
    let tab = tab.killed(2);
    assert_eq!(tab.session().unwrap().id(), id);
    assert!(tab.session().unwrap().is_paused());
}

#[test]
fn a_set_is_acknowledged_once_the_journal_has_it_and_survives_a_kill() {
    let tab = Tab::open(1);
    tab.start();
    tab.complete_set();
    assert_eq!((tab.sets(), tab.app.player.acknowledged.get_untracked()), (1, 1));
    assert!(tab.app.player.unsure.get_untracked().is_empty());
    let tab = tab.killed(2);
    assert_eq!(tab.sets(), 1);
}

#[test]
fn a_set_that_the_journal_has_not_answered_for_is_not_acknowledged() {
    let tab = Tab::open(1);
    tab.start();
    tab.begin_set();
    device().is_stuck.set(true);
    tab.end_set();
    assert_eq!((tab.sets(), tab.app.player.acknowledged.get_untracked()), (1, 0));
    device::pass(4_000);
    // Its stand-in has it by now: counted, and not for sure.
    assert_eq!((tab.app.player.acknowledged.get_untracked(), tab.app.player.unsure.get_untracked().len()), (1, 1));
    indexed_db::answer();
    device::pass(100);
    assert_eq!((tab.app.player.acknowledged.get_untracked(), tab.app.player.unsure.get_untracked().len()), (1, 0));
}

#[test]
fn a_set_that_no_store_takes_is_never_acknowledged() {
    let tab = Tab::open(1);
    tab.start();
    device().refuses.set(true);
    device().is_full.set(true);
    tab.complete_set();
    device::pass(10_000);
    assert_eq!((tab.sets(), tab.app.player.acknowledged.get_untracked()), (1, 0));
    assert!(!tab.notices().is_empty());
}

#[test]
fn going_back_leaves_the_record_of_the_set_in_the_journal_until_it_is_done_again() {
    let tab = Tab::open(1);
    tab.start();
    tab.complete_set();
    tab.tap(|app| app.say(Event::Back));
    assert_eq!((tab.sets(), tab.app.player.acknowledged.get_untracked()), (0, 1));
    assert_eq!(tab.killed(2).sets(), 1, "a set that was done is never lost");
}

#[test]
fn an_ended_session_is_in_the_log_on_disk_and_no_session_is_open() {
    let tab = Tab::open(1);
    tab.start();
    tab.complete_set();
    tab.tap(mainspring::state::App::end);
    assert!(tab.session().is_none());
    assert_eq!(tab.app.log.sessions.with_untracked(|log| log[0].sets.len()), 1);
    let tab = tab.killed(2);
    assert!(tab.session().is_none());
    assert_eq!(tab.app.log.sessions.with_untracked(Vec::len), 1);
}

#[test]
fn what_the_runner_says_at_the_finish_is_kept_while_the_end_is_on_its_way_to_disk() {
    let tab = Tab::open(1);
    tab.start();
    while tab.session().is_some_and(|session| session.at() + 1 < session.steps().len()) {
        tab.complete_set();
    }
    tab.begin_set();
    device().is_stuck.set(true);
    tab.end_set();
    device::pass(100);
    let id = tab.app.player.finished.get_untracked().unwrap().performed.id;
    tab.tap(|app| app.rate(&id, Effort::Easy));
    tab.tap(|app| app.rate(&id, Effort::Hard));
    tab.tap(|app| app.correct_last(&id, -1));
    tab.tap(|app| app.note(&id, "Left knee."));
    let finished = tab.app.player.finished.get_untracked().unwrap().performed;
    assert_eq!((finished.effort, finished.note.as_deref()), (Some(Effort::Hard), Some("Left knee.")));
    assert!(tab.app.log.sessions.with_untracked(Vec::is_empty), "its end is not on disk yet");
    indexed_db::answer();
    device::pass(1_000);
    let logged = tab.app.log.sessions.get_untracked();
    assert_eq!(logged, std::slice::from_ref(&finished));
    let tab = tab.killed(2);
    assert_eq!(tab.app.log.sessions.get_untracked(), [finished]);
}

#[test]
fn a_session_gone_through_to_its_end_is_saved_and_said_to_be() {
    let tab = Tab::open(1);
    tab.start();
    while tab.session().is_some() {
        tab.complete_set();
    }
    let finished = tab.app.player.finished.get_untracked().unwrap();
    assert_eq!(finished.saved, Some(Saved::OnDisk));
    assert_eq!(tab.app.log.sessions.with_untracked(|log| log[0].id.clone()), finished.performed.id);
}

#[test]
fn what_hurts_too_much_leaves_the_session_and_stays_out_after_a_kill() {
    let tab = Tab::open(1);
    tab.start();
    let (session, score) = (tab.session().unwrap(), Score::new(7).unwrap());
    let part = brief(&session.step().exercise).unwrap().at(session.step().level).loads[0];
    let hurt = Hurt { step: session.at(), part, side: None, score, way: Some(PainAction::LeaveOut) };
    let report = PainReport {
        when: tab.app.moment(),
        offset: tab.app.offset(),
        exercise: session.step().exercise.clone(),
        level: session.step().level,
        part,
        side: None,
        score,
        answer: None,
        follow_up: None,
    };
    tab.tap(|app| app.note_pain(&report));
    tab.tap(|app| app.hurt(&report, hurt));
    let is_out = |tab: &Tab| tab.session().is_none_or(|session| session.is_left_out(&session.steps()[0]));
    assert!(is_out(&tab));
    let tab = tab.killed(2);
    assert!(is_out(&tab));
    assert_eq!(tab.app.pains().len(), 1);
}

#[test]
fn another_tab_watches_takes_over_and_then_plays_alone() {
    let one = Tab::open(1);
    let routine = one.start();
    one.complete_set();
    let two = Tab::open(2);
    assert!(two.app.player.watching.get_untracked());
    // A watched session is not begun anew, and what is said to it changes nothing.
    two.tap(|app| app.start(&routine));
    two.tap(|app| app.say(Event::Skip(1)));
    assert_eq!(two.session().unwrap().id(), one.session().unwrap().id());
    two.tap(mainspring::state::App::take_over);
    device::pass(100);
    assert!(!two.app.player.watching.get_untracked());
    assert!(one.app.player.watching.get_untracked());
    assert_eq!(two.sets(), 1);
    two.complete_set();
    one.tap(|app| app.say(Event::Skip(0)));
    assert_eq!(two.app.player.acknowledged.get_untracked(), 2);
    assert_eq!(two.killed(3).sets(), 2);
}

#[test]
fn a_tab_that_lost_its_turn_unheard_writes_nothing() {
    let one = Tab::open(1);
    one.start();
    one.complete_set();
    // Another tab has taken over, and its news have not come.
    let player = "player".to_owned();
    device().databases.borrow_mut().get_mut("mainspring").unwrap().insert(player, "another".to_owned());
    let before = journal();
    one.tap(|app| app.say(Event::Skip(1)));
    assert_eq!(journal(), before);
    assert!(one.app.player.watching.get_untracked());
}

#[test]
fn the_view_chosen_for_the_figure_holds_in_its_session_and_after_a_kill_but_not_in_the_next() {
    let tab = Tab::open(1);
    tab.start();
    assert_eq!(tab.app.chosen_azimuth(), None);
    tab.tap(|app| app.choose_azimuth(Some(-145)));
    assert_eq!(tab.app.chosen_azimuth(), Some(-145));
    let tab = tab.killed(2);
    assert_eq!(tab.app.chosen_azimuth(), Some(-145));
    tab.tap(|app| app.choose_azimuth(None));
    assert_eq!(tab.app.chosen_azimuth(), None);
    tab.tap(|app| app.choose_azimuth(Some(35)));
    tab.complete_set();
    tab.tap(App::end);
    assert_eq!(tab.app.chosen_azimuth(), None, "no session is open");
    tab.start();
    assert_eq!(tab.app.chosen_azimuth(), None, "another session");
}
