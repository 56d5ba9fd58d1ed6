//! The device's clock and its timers.

use js_sys::Function;
use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Time that must really have passed, awake, before an answer counts as late.
const AWAKE: Duration = Duration::from_millis(700);

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

/// An alarm that rings once, at the time set last. Silent when dropped; must not be dropped by its own callback.
#[derive(Debug)]
pub struct Alarm {
    pending: RefCell<Option<Timer>>,
    callback: Closure<dyn Fn()>,
}

impl Alarm {
    /// An alarm that calls `ring`; not set yet.
    pub fn new(ring: impl Fn() + 'static) -> Self {
        Self { pending: RefCell::new(None), callback: Closure::new(ring) }
    }

    /// Sets the alarm to `after` from now, instead of the time set before.
    pub fn set(&self, after: Duration) {
        self.silence();
        let ms = i32::try_from(after.as_millis()).unwrap_or(i32::MAX);
        let timer = Timer(set_timeout(self.callback.as_ref().unchecked_ref(), ms));
        self.pending.replace(Some(timer));
    }

    /// Cancels the alarm.
    pub fn silence(&self) {
        self.pending.take();
    }
}

/// Calls `then` once, `wait` from now, unless the timer is dropped before.
pub fn after(wait: Duration, then: impl FnOnce() + 'static) -> Timer {
    let callback = Closure::once_into_js(then);
    let ms = i32::try_from(wait.as_millis()).unwrap_or(i32::MAX);
    Timer(set_timeout(callback.unchecked_ref(), ms))
}

/// Calls `then` after the next paint of the browser.
pub fn after_paint(then: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let callback = Closure::once_into_js(then);
    let _: Result<i32, JsValue> = window.request_animation_frame(callback.unchecked_ref());
}

/// Waits `after`. Clears its timer if dropped before.
pub async fn sleep(after: Duration) {
    let ms = i32::try_from(after.as_millis()).unwrap_or(i32::MAX);
    let mut timer = None;
    let rung = js_sys::Promise::new(&mut |resolve, _| timer = Some(Timer(set_timeout(&resolve, ms))));
    let _ = JsFuture::from(rung).await;
    drop(timer);
}

#[wasm_bindgen]
extern "C" {
    // The ids as JavaScript values: those of a page with a mocked clock do not fit an `i32`.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &Function, ms: i32) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(id: &JsValue);
}

/// A timer, cleared when this is dropped.
#[derive(Debug)]
#[must_use]
pub struct Timer(JsValue);

impl Drop for Timer {
    fn drop(&mut self) {
        clear_timeout(&self.0);
    }
}

/// Waits until `time` has really passed, even if the page's timers run at another speed.
pub async fn sleep_awake(time: Duration) {
    if !pass_awake(time).await {
        sleep(time).await;
    }
}

/// The value of `future`; `None` if it takes longer than `limit`.
///
/// A page that wakes from sleep runs its timers before it gets its answers, so some time must have passed awake as well.
pub async fn within<T>(limit: Duration, future: impl Future<Output = T>) -> Option<T> {
    let (mut future, mut deadline) = (pin!(future), pin!(deadline(limit)));
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => deadline.as_mut().poll(context).map(|()| None),
    })
    .await
}

/// Waits until an answer that must come within `limit` is late: first some time awake, then the rest by the page's timer. An
/// answer that comes at once never starts that timer.
async fn deadline(limit: Duration) {
    let awake = AWAKE.min(limit);
    let waited = if pass_awake(awake).await { awake } else { Duration::ZERO };
    sleep(limit.saturating_sub(waited)).await;
}

/// Waits for `time` awake; returns false at once in a browser from before 2023, which has no such timer.
async fn pass_awake(time: Duration) -> bool {
    let Ok(signal) = AbortSignal::timeout(time.as_secs_f64() * 1000.0) else { return false };
    let rung = js_sys::Promise::new(&mut |resolve, _| signal.set_onabort(&resolve));
    JsFuture::from(rung).await.is_ok()
}

#[wasm_bindgen]
extern "C" {
    type AbortSignal;
    #[wasm_bindgen(static_method_of = AbortSignal, catch)]
    fn timeout(ms: f64) -> Result<AbortSignal, JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_onabort(this: &AbortSignal, listener: &Function);
}

/// Milliseconds on a monotonic clock, from an arbitrary origin.
#[must_use]
pub fn awake_ms() -> f64 {
    web_sys::Event::new("clock").map_or(f64::INFINITY, |event| event.time_stamp())
}
