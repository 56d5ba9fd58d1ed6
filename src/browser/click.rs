//! Clicks and held keys, before anything else on the page hears them.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

/// One click.
#[derive(Clone, Debug)]
pub struct Click {
    /// When the device felt it, in milliseconds on the page's clock.
    pub at_ms: f64,
    /// Where, in CSS pixels from the left and from the top; 0, 0 for a key.
    pub place: (i32, i32),
    /// True unless it is the first click of a mouse, which counts its double clicks itself. Fingers and keys do not.
    pub may_be_second: bool,
    /// The value of the attribute that was asked for, at the element clicked or the nearest around it.
    pub mark: Option<String>,
}

/// Calls `is_echo` for every click, for ever. Where it gives true, nothing else hears the click. A key that is held down on
/// an element with this attribute presses it once.
pub fn before_all(attribute: &'static str, is_echo: impl Fn(Click) -> bool + 'static) {
    let clicked = move |event: MouseEvent| {
        let click = Click {
            at_ms: event.time_stamp(),
            place: (event.client_x(), event.client_y()),
            may_be_second: event.detail() != 1 || !is_of_mouse(&event),
            mark: mark(&event, attribute),
        };
        if is_echo(click) {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    };
    let pressed = move |event: KeyboardEvent| {
        if event.repeat() && event.key() == "Enter" && mark(&event, attribute).is_some() {
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

fn mark(event: &Event, attribute: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

fn is_of_mouse(event: &MouseEvent) -> bool {
    let pointer = js_sys::Reflect::get(event, &"pointerType".into()).ok();
    pointer.is_some_and(|pointer| pointer == "mouse")
}
