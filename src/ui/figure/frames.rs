//! When to paint: before each of the browser's own paints, and only what is on screen.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, js_sys::Array, window};

/// Calls back before a paint, each time it is asked to.
pub(super) struct Frames {
    callback: JsValue,
}

impl Frames {
    /// `on_frame` gets the browser's clock, in milliseconds.
    pub(super) fn new(on_frame: impl FnMut(f64) + 'static) -> Self {
        // The browser keeps it for as long as it may call it: a frame that is on its way outlives its view.
        Self { callback: Closure::<dyn FnMut(f64)>::new(on_frame).into_js_value() }
    }

    /// Asks for the next paint.
    pub(super) fn next(&self) {
        if let Some(window) = window() {
            // Every browser has it; without it nothing would move.
            let _ = window.request_animation_frame(self.callback.unchecked_ref());
        }
    }
}

/// Tells when an element comes into sight and when it leaves it, until it is dropped.
pub(super) struct Sight {
    observer: Option<IntersectionObserver>,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Sight {
    /// A browser that cannot tell says nothing: what is watched then counts as seen.
    pub(super) fn watch(element: &Element, mut on_change: impl FnMut(bool) + 'static) -> Self {
        let callback = Closure::new(move |entries: Array| {
            let last = entries.get(entries.length().saturating_sub(1));
            on_change(last.unchecked_into::<IntersectionObserverEntry>().is_intersecting());
        });
        let observer = IntersectionObserver::new(AsRef::as_ref(&callback).unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Self { observer, _callback: callback }
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
