//! Animation frames, and visibility of an element.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, js_sys::Array, window};

/// Calls back before the next paint, each time it is requested.
pub(super) struct Frames {
    callback: JsValue,
}

impl Frames {
    /// `on_frame` gets the browser's clock, in milliseconds.
    pub(super) fn new(on_frame: impl FnMut(f64) + 'static) -> Self {
        // The browser keeps it as long as it may call it: a requested frame can outlive its view.
        Self { callback: Closure::<dyn FnMut(f64)>::new(on_frame).into_js_value() }
    }

    /// Requests the next frame.
    pub(super) fn next(&self) {
        if let Some(window) = window() {
            // Every browser has it; without it nothing would move.
            let _ = window.request_animation_frame(self.callback.unchecked_ref());
        }
    }
}

/// Reports when an element becomes visible and when it leaves the screen, until dropped.
pub(super) struct VisibilityObserver {
    observer: Option<IntersectionObserver>,
    _callback: Closure<dyn FnMut(Array)>,
}

impl VisibilityObserver {
    /// In a browser that cannot tell, nothing is reported: the element then counts as visible.
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

impl Drop for VisibilityObserver {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
