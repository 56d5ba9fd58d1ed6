//! Elements that follow signals: what changes, what stays itself, and what ends.

use crate::place::{Place, find};
use leptos::prelude::{Get, RwSignal, Set, Update, document};
use leptos::task::tick;
use mainspring::ui::{button, el};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

#[wasm_bindgen_test]
async fn attributes_classes_and_texts_follow_their_signals() {
    let count = RwSignal::new(1);
    let place = Place::showing(move |root| {
        let even = move || (count.get() % 2 == 0).then(|| "yes".to_owned());
        let line = el("p").attr_live("data-even", even).class_live("many", move || count.get() > 1);
        root.child(line.text("n = ").text_live(move || count.get().to_string()).text("."))
    });
    let line = find(&place, "p");
    let told = || (place.text("p"), line.get_attribute("data-even"), line.class_name());
    assert_eq!(told(), ("n = 1.".to_owned(), None, String::new()));
    count.set(2);
    tick().await;
    assert_eq!(told(), ("n = 2.".to_owned(), Some("yes".to_owned()), "many".to_owned()));
    count.set(3);
    tick().await;
    assert_eq!(told(), ("n = 3.".to_owned(), None, "many".to_owned()));
}

#[wasm_bindgen_test]
async fn a_region_is_made_anew_in_its_place_and_the_focus_finds_the_same_id() {
    let count = RwSignal::new(2);
    let place = Place::showing(move |root| {
        let entry = |n: i32| button("").id(&format!("entry-{n}")).text(&n.to_string());
        root.text("[").live(move || (0..count.get()).map(entry).collect::<Vec<_>>()).text("]")
    });
    place.focus("#entry-1");
    let before = find(&place, "#entry-1");
    count.set(3);
    tick().await;
    assert_eq!(place.text_content().as_deref(), Some("[012]"));
    assert_ne!(find(&place, "#entry-1"), before);
    assert_eq!(document().active_element(), Some(find(&place, "#entry-1")));
    count.set(0);
    tick().await;
    assert_eq!(place.text_content().as_deref(), Some("[]"));
}

#[wasm_bindgen_test]
async fn entries_of_a_list_stay_themselves_as_long_as_their_key_is_there() {
    let keys = RwSignal::new(vec!["a", "b", "c"]);
    let made = Rc::new(Cell::new(0));
    let counted = made.clone();
    let place = Place::showing(move |root| {
        let keys = move || keys.get().into_iter().map(str::to_owned).collect();
        let entry = move |key: &str| {
            counted.set(counted.get() + 1);
            el("li").attr("data-key", key).text(key)
        };
        root.each(keys, entry)
    });
    let entry = |key: &str| -> Element { find(&place, &format!("[data-key={key}]")) };
    let (a, c) = (entry("a"), entry("c"));
    keys.set(vec!["c", "d", "a"]);
    tick().await;
    assert_eq!(place.text_content().as_deref(), Some("cda"));
    assert_eq!((entry("a"), entry("c"), made.get()), (a, c, 4));
    keys.set(vec![]);
    tick().await;
    assert_eq!(place.text_content().as_deref(), Some(""));
}

#[wasm_bindgen_test]
async fn what_is_left_follows_nothing_and_hears_nothing_more() {
    let (shown, count) = (RwSignal::new(true), RwSignal::new(0));
    let (read, heard) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let (reading, hearing) = (read.clone(), heard.clone());
    let mut place = Place::showing(move |root| {
        let part = move || {
            let (reading, hearing) = (reading.clone(), hearing.clone());
            let words = move || {
                reading.set(reading.get() + 1);
                count.get().to_string()
            };
            shown.get().then(|| button("").text_live(words).on_click(move || hearing.set(hearing.get() + 1)))
        };
        root.live(part)
    });
    let gone = find(&place, "button");
    place.click("button");
    shown.set(false);
    tick().await;
    count.update(|count| *count += 1);
    tick().await;
    gone.dispatch_event(&web_sys::Event::new("click").expect("an event")).expect("sent");
    assert_eq!((read.get(), heard.get()), (1, 1));
    place.leave();
    shown.set(true);
    tick().await;
    assert_eq!(place.text_content().as_deref(), Some(""));
}
