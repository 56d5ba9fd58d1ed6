//! Going from place to place: the address bar, the way back, the title of the tab.

use crate::tab::Tab;
use leptos::prelude::GetUntracked;
use mainspring::browser::device::{self, device};
use mainspring::browser::history;
use mainspring::domain::place::Place;

#[test]
fn the_address_and_the_title_follow_the_place_and_the_way_back_leads_where_it_was() {
    let tab = Tab::open(1);
    tab.tap(|app| app.go(Place::Settings));
    assert_eq!(device::within(1, history::address).0, "/settings");
    assert_eq!(device().titles.borrow()[&1], "Settings · Mainspring");
    tab.tap(|app| app.go(Place::Settings));
    tab.tap(|_| history::back());
    assert_eq!(tab.app.navigation.place.get_untracked(), Place::Today);
    assert_eq!(device().titles.borrow()[&1], "Today · Mainspring");
}

#[test]
fn a_place_gone_to_instead_leaves_no_way_back_to_the_one_before() {
    let tab = Tab::open(1);
    tab.tap(|app| app.go(Place::Settings));
    tab.tap(|app| app.go_instead(Place::Plan));
    tab.tap(|_| history::back());
    assert_eq!(tab.app.navigation.place.get_untracked(), Place::Today);
}

#[test]
fn going_back_from_the_player_pauses_the_session() {
    let tab = Tab::open(1);
    tab.start();
    assert!(matches!(tab.app.navigation.place.get_untracked(), Place::Play { .. }));
    assert!(!tab.session().unwrap().is_paused());
    tab.tap(|_| history::back());
    assert!(tab.session().unwrap().is_paused());
}
