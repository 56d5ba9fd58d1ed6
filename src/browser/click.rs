//! Clicks and held keys, before anything else on the page hears them.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

/// One click.
#[derive(Clone, Copy, Debug)]
pub struct Click {
    /// When the device felt it, in milliseconds on the page's clock.
    pub at_ms: f64,
    /// Where, in CSS pixels from the left and from the top; 0, 0 for a key.
    pub place: (i32, i32),
    /// True within an element that was asked for.
    pub is_within: bool,
}

/// Calls `is_echo` for every click, with whether it is within an element that `selector` finds, for ever. Where it gives true,
/// nothing else hears the click. A key that is held down on such an element presses it once.
pub fn before_all(selector: &'static str, is_echo: impl Fn(Click) -> bool + 'static) {
    let clicked = move |event: MouseEvent| {
        let place = (event.client_x(), event.client_y());
        if is_echo(Click { at_ms: event.time_stamp(), place, is_within: is_within(&event, selector) }) {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    };
    let pressed = move |event: KeyboardEvent| {
        if event.repeat() && event.key() == "Enter" && is_within(&event, selector) {
            event.prevent_default();
        }
    };
    let clicked = Closure::<dyn Fn(MouseEvent)>::new(clicked).into_js_value();
    let pressed = Closure::<dyn Fn(KeyboardEvent)>::new(pressed).into_js_value();
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    for (name, listener) in [("click", clicked), ("keydown", pressed)] {
        let _ = document.add_event_listener_with_callback_and_bool(name, listener.unchecked_ref(), true);
    }
}

fn is_within(event: &Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
}
