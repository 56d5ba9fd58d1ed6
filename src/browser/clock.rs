//! The device's clock and its timers.

use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Milliseconds since the Unix epoch.
#[must_use]
pub fn now_ms() -> i64 {
    // Whole milliseconds of any date this century fit an i64 exactly.
    #[allow(clippy::cast_possible_truncation, reason = "dates are far inside ±2⁵³")]
    let ms = js_sys::Date::now() as i64;
    ms
}

/// Minutes that the local clock is ahead of UTC now.
#[must_use]
pub fn offset_minutes() -> i16 {
    // JavaScript counts the other way round.
    #[allow(clippy::cast_possible_truncation, reason = "offsets lie within ±24 h")]
    let minutes = -js_sys::Date::new_0().get_timezone_offset() as i16;
    minutes
}

/// A timer that is cancelled when dropped.
#[derive(Debug)]
pub struct Timer {
    id: i32,
    _callback: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `then` once, `after` from now.
    pub fn once(after: Duration, then: impl FnOnce() + 'static) -> Option<Self> {
        let callback = Closure::once(then);
        let ms = i32::try_from(after.as_millis()).unwrap_or(i32::MAX);
        let window = web_sys::window()?;
        let function = callback.as_ref().unchecked_ref();
        let id = window.set_timeout_with_callback_and_timeout_and_arguments_0(function, ms).ok()?;
        Some(Self { id, _callback: callback })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}

/// Calls `then` after the browser has painted what it has to paint now.
pub fn after_paint(then: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let callback = Closure::once_into_js(then);
    let _: Result<i32, JsValue> = window.request_animation_frame(callback.unchecked_ref());
}
