//! Members of the state by themselves, and what the app has several of them do over the stores.

use crate::tab::Tab;
use leptos::prelude::{GetUntracked, Owner, Set, Update, WithUntracked};
use mainspring::browser::device::{self, START, device};
use mainspring::domain::catalogue::brief;
use mainspring::domain::coach::pain::{PainReport, sore};
use mainspring::domain::log::Effort;
use mainspring::domain::routine::ready_made;
use mainspring::domain::session::{Event, Score, Session, Start};
use mainspring::domain::settings::Settings;
use mainspring::domain::units::{Offset, Timestamp};
use mainspring::state::{Offer, Pains, Player};

const NOW: Timestamp = Timestamp(START);

fn session() -> Session {
    Session::start("one".to_owned(), &Start::of(&ready_made()[0]), NOW, Offset::from_minutes(0)).unwrap()
}

#[test]
fn a_player_runs_while_its_session_is_neither_paused_nor_another_tabs() {
    Owner::new().with(|| {
        let player = Player::new(NOW);
        assert!(!player.is_running(), "no session");
        player.session.set(Some(session()));
        assert!(player.is_running());
        player.watching.set(true);
        assert!(!player.is_running(), "another tab's");
        player.watching.set(false);
        player.session.update(|session| *session = session.take().map(|session| session.on(Event::Pause, NOW).0));
        assert!(!player.is_running(), "paused");
    });
}

#[test]
fn the_sets_are_all_on_disk_while_no_step_is_unsure() {
    Owner::new().with(|| {
        let player = Player::new(NOW);
        assert!(player.is_all_on_disk());
        player.unsure.set(vec![0]);
        assert!(!player.is_all_on_disk());
    });
}

/// A report by which a part is sore that the first exercise of the first routine loads.
fn report() -> PainReport {
    let first = &ready_made()[0].items[0];
    PainReport {
        when: NOW,
        offset: Offset::from_minutes(0),
        exercise: first.exercise.clone(),
        level: first.level,
        part: brief(&first.exercise).unwrap().at(first.level).loads[0],
        side: None,
        score: Score::new(7).unwrap(),
        answer: None,
        follow_up: None,
    }
}

#[test]
fn what_loads_a_sore_part_is_out_and_comes_back_with_it() {
    Owner::new().with(|| {
        let pains = Pains::default();
        let report = report();
        let mut routine = ready_made().remove(0);
        routine.items.retain(|item| item.exercise == report.exercise);
        let is_out = || (pains.is_out(&report.exercise, report.level), pains.is_all_out(&routine));
        assert_eq!(is_out(), (false, false));
        pains.sores.set(sore(std::slice::from_ref(&report)));
        assert_eq!(is_out(), (true, true));
        pains.sores.set(Vec::new());
        assert_eq!(is_out(), (false, false));
    });
}

/// A tab with one session of one set in its log, and that session's id.
fn with_log() -> (Tab, String) {
    let tab = Tab::open(1);
    tab.start();
    tab.complete_set();
    tab.tap(mainspring::state::App::end);
    device::pass(100);
    let id = tab.app.log.sessions.with_untracked(|log| log[0].id.clone());
    (tab, id)
}

#[test]
fn a_note_that_the_store_refuses_stays_on_screen_and_is_written_with_the_next_one() {
    let (tab, id) = with_log();
    let note = |tab: &Tab| tab.app.log.sessions.with_untracked(|log| log[0].note.clone().unwrap_or_default());
    device().is_full.set(true);
    tab.tap(|app| app.note(&id, "windy"));
    assert_eq!(note(&tab), "windy");
    device().is_full.set(false);
    tab.tap(|app| app.correct_last(&id, 1));
    let tab = tab.killed(2);
    assert_eq!(note(&tab), "windy");
}

#[test]
fn a_session_rated_and_rated_so_again_has_no_rating() {
    let (tab, id) = with_log();
    let effort = |tab: &Tab| tab.app.log.sessions.with_untracked(|log| log[0].effort);
    tab.tap(|app| app.rate(&id, Effort::Hard));
    assert_eq!(effort(&tab), Some(Effort::Hard));
    tab.tap(|app| app.rate(&id, Effort::Hard));
    assert_eq!(effort(&tab), None);
    assert_eq!(effort(&tab.killed(2)), None);
}

#[test]
fn a_deleted_session_is_gone_after_a_kill_and_comes_back_by_undo() {
    let (tab, id) = with_log();
    let ids =
        |tab: &Tab| tab.app.log.sessions.with_untracked(|log| log.iter().map(|p| p.id.clone()).collect::<Vec<_>>());
    tab.tap(|app| app.delete_session(&id));
    let offers =
        tab.app.notices.list.with_untracked(|list| list.iter().map(|notice| notice.offer.clone()).collect::<Vec<_>>());
    let Some(Offer::Undo(deleted)) = offers.into_iter().find(|offer| matches!(offer, Offer::Undo(_))) else {
        panic!("an undo is offered")
    };
    let tab = tab.killed(2);
    assert_eq!(ids(&tab), Vec::<String>::new());
    tab.tap(|app| app.undo(deleted));
    assert_eq!(ids(&tab), std::slice::from_ref(&id));
    assert_eq!(ids(&tab.killed(3)), [id]);
}

#[test]
fn settings_of_two_tabs_are_both_kept_and_a_refused_one_with_the_next() {
    let one = Tab::open(1);
    let two = Tab::open(2);
    one.tap(|app| app.choose(|settings| Settings { wait_for_me: true, ..settings }));
    two.tap(|app| app.choose(|settings| Settings { flash: true, ..settings }));
    let both = |tab: &Tab| tab.app.choices.settings.with_untracked(|s| (s.wait_for_me, s.flash));
    assert_eq!((both(&one), both(&two)), ((true, true), (true, true)));
    device().is_full.set(true);
    one.tap(|app| app.choose(|settings| Settings { pocket: true, ..settings }));
    device().is_full.set(false);
    one.tap(|app| app.choose(|settings| Settings { flash: false, ..settings }));
    let tab = one.killed(3);
    assert_eq!(both(&tab), (true, false));
    assert!(tab.app.choices.settings.with_untracked(|settings| settings.pocket));
}

#[test]
fn pain_told_in_one_tab_leaves_out_in_the_other() {
    let one = Tab::open(1);
    let two = Tab::open(2);
    let report = PainReport { when: one.app.moment(), ..report() };
    one.tap(|app| app.note_pain(&report));
    assert!(one.app.pains.is_out(&report.exercise, report.level));
    assert!(two.app.pains.is_out(&report.exercise, report.level));
}

#[test]
fn a_watching_tab_learns_that_the_playing_one_is_gone() {
    let one = Tab::open(1);
    one.start();
    let two = Tab::open(2);
    assert!(two.app.player.watching.get_untracked() && !two.app.player.is_left());
    device::kill(one.number);
    device::pass(100);
    assert!(two.app.player.watching.get_untracked() && two.app.player.is_left());
}

#[test]
fn the_day_follows_the_clock_over_midnight() {
    let tab = Tab::open(1);
    let before = tab.app.today();
    // Reading what is stored begins the looks at the clock.
    device::pass(24 * 60 * 60 * 1_000);
    assert_eq!(tab.app.today(), before.next_day().unwrap());
}

#[test]
fn erasing_in_one_tab_ends_the_session_of_the_other() {
    let one = Tab::open(1);
    one.start();
    one.complete_set();
    let two = Tab::open(2);
    two.tap(mainspring::state::App::erase);
    device::pass(1_000);
    assert!(one.session().is_none() && two.session().is_none());
    assert!(one.killed(3).session().is_none());
}
