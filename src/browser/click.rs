//! Clicks and held keys, before anything else on the page handles them.

use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

/// One click of a pointer.
#[derive(Clone, Debug)]
pub struct Click {
    /// Time of the event, in milliseconds on the page's clock.
    pub at_ms: f64,
    /// Position in CSS pixels from the left and from the top.
    pub place: (i32, i32),
    /// True unless it is the first click of a mouse, which counts its own double clicks. Touch does not.
    pub may_be_second: bool,
    /// The value of the requested attribute, at the clicked element or the nearest one around it.
    pub mark: Option<String>,
    /// True if the click before was on the same element with that attribute.
    pub is_on_same: bool,
}

/// Calls `is_echo` for every click of a pointer, for ever. Where it returns true, nothing else handles the click. A key that is held
/// down on an element with this attribute presses it once.
pub fn before_all(attribute: &'static str, is_echo: impl Fn(Click) -> bool + 'static) {
    let last = RefCell::new(None);
    let clicked = move |event: MouseEvent| {
        // A click by a key: two presses count as two, and a held key is handled below.
        if event.detail() == 0 {
            return;
        }
        let marked = marked(&event, attribute);
        let click = Click {
            at_ms: event.time_stamp(),
            place: (pixels(&event, "clientX"), pixels(&event, "clientY")),
            may_be_second: event.detail() > 1 || property(&event, "pointerType") != "mouse",
            mark: marked.as_ref().and_then(|marked| marked.get_attribute(attribute)),
            is_on_same: marked.is_some() && *last.borrow() == marked,
        };
        last.replace(marked);
        if is_echo(click) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let pressed = move |event: KeyboardEvent| {
        if event.repeat() && event.key() == "Enter" && marked(&event, attribute).is_some() {
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

/// The clicked element or the nearest one around it that has this attribute.
fn marked(event: &Event, attribute: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(&format!("[{attribute}]")).ok()?
}

/// A property of `event`; undefined if the browser has none. Read by name: the glue of the first load does not have it.
fn property(event: &MouseEvent, name: &str) -> JsValue {
    js_sys::Reflect::get(event, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

#[allow(clippy::cast_possible_truncation, reason = "a cast of a float goes to the nearest")]
fn pixels(event: &MouseEvent, name: &str) -> i32 {
    property(event, name).as_f64().unwrap_or(0.0) as i32
}
