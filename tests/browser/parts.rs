//! Parts on their own: values in, callbacks out.

use leptos::prelude::*;
use leptos::task::tick;
use mainspring::ui::{Segmented, Stepper, Tick};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

fn place() -> HtmlElement {
    let document = document();
    let place = document.create_element("div").expect("a div").unchecked_into::<HtmlElement>();
    document.body().expect("a body").append_child(&place).expect("a place");
    place
}

fn click(place: &HtmlElement, selector: &str) {
    find(place, selector).unchecked_into::<HtmlElement>().click();
}

fn find(place: &HtmlElement, selector: &str) -> Element {
    place.query_selector(selector).expect("a selector").expect("the element")
}

#[wasm_bindgen_test]
async fn a_stepper_says_each_step_and_shows_what_it_is_given() {
    let place = place();
    let value = RwSignal::new(3_i16);
    let handle = mount_to(place.clone(), move || {
        let on_step = Callback::new(move |by| value.update(|v| *v += by));
        view! { <Stepper label="sets" words=Signal::derive(move || format!("{} sets", value.get())) on_step=on_step /> }
    });
    click(&place, "[aria-label='More: sets']");
    click(&place, "[aria-label='More: sets']");
    click(&place, "[aria-label='Less: sets']");
    tick().await;
    assert_eq!(find(&place, "output").text_content().as_deref(), Some("4 sets"));
    drop(handle);
}

#[wasm_bindgen_test]
async fn one_of_a_few_is_chosen_by_its_label() {
    let place = place();
    let chosen = RwSignal::new("base");
    let handle = mount_to(place.clone(), move || {
        let options = vec![("base", "Base"), ("hard", "Hard")];
        let on_choose = Callback::new(move |value| chosen.set(value));
        view! { <Segmented label="Level" name="level" options=options chosen=chosen on_choose=on_choose /> }
    });
    click(&place, "input[value=hard]");
    tick().await;
    assert_eq!(chosen.get_untracked(), "hard");
    assert_eq!(find(&place, "[role=radiogroup]").get_attribute("aria-label").as_deref(), Some("Level"));
    drop(handle);
}

#[wasm_bindgen_test]
async fn a_tick_follows_its_value_and_says_the_change() {
    let place = place();
    let ticked = RwSignal::new(true);
    let handle = mount_to(place.clone(), move || {
        view! { <Tick label="Loop band" ticked=ticked on_tick=Callback::new(move |on| ticked.set(on)) /> }
    });
    click(&place, "input");
    tick().await;
    assert!(!ticked.get_untracked());
    drop(handle);
}
