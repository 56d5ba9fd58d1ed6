//! The printer, and the moment before a page goes to it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// A listener to the moment before a page is printed, removed when this is dropped.
#[derive(Debug)]
#[must_use]
pub struct PrintListener(Closure<dyn Fn()>);

impl PrintListener {
    /// Calls `before` each time.
    pub fn of(before: impl Fn() + 'static) -> Self {
        let listener = Closure::<dyn Fn()>::new(before);
        if let Some(window) = web_sys::window() {
            let _ = window.add_event_listener_with_callback("beforeprint", listener.as_ref().unchecked_ref());
        }
        Self(listener)
    }
}

impl Drop for PrintListener {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback("beforeprint", self.0.as_ref().unchecked_ref());
        }
    }
}
