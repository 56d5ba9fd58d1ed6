//! Parts on their own: values in, callbacks out.

use crate::place::{Place, find};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, Update};
use leptos::task::tick;
use mainspring::ui::{Segmented, stepper, tick as tick_box};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_stepper_says_each_step_and_shows_what_it_is_given() {
    let value = RwSignal::new(3_i16);
    let place = Place::showing(move |root| {
        let on_step = Rc::new(move |by| value.update(|v| *v += by));
        root.child(stepper("sets", move || format!("{} sets", value.get()), &(on_step as _)))
    });
    place.click("[aria-label='More: sets']");
    place.click("[aria-label='More: sets']");
    place.click("[aria-label='Less: sets']");
    tick().await;
    assert_eq!(place.text("output"), "4 sets");
}

#[wasm_bindgen_test]
async fn one_of_a_few_is_chosen_by_its_label() {
    let chosen = RwSignal::new("base");
    let place = Place::showing(move |root| {
        let row = Segmented {
            label: "Level".to_owned(),
            name: "level".to_owned(),
            options: vec![("base", "Base"), ("hard", "Hard")],
            chosen: Rc::new(move || chosen.get()),
            on_choose: Rc::new(move |value| chosen.set(value)),
        };
        root.child(row.view())
    });
    place.click("input[value=hard]");
    tick().await;
    assert_eq!(chosen.get_untracked(), "hard");
    assert_eq!(find(&place, "[role=radiogroup]").get_attribute("aria-label").as_deref(), Some("Level"));
}

#[wasm_bindgen_test]
async fn a_tick_follows_its_value_and_says_the_change() {
    let ticked = RwSignal::new(true);
    let place =
        Place::showing(move |root| root.child(tick_box("Loop band", move || ticked.get(), move |on| ticked.set(on))));
    place.click("input");
    tick().await;
    assert!(!ticked.get_untracked());
}
