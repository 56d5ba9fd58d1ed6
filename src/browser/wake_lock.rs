//! Screen wake lock. Missing in some browsers and refused in others; both are returned as values.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Event;

#[wasm_bindgen]
extern "C" {
    type Locks;
    #[wasm_bindgen(method, catch)]
    fn request(this: &Locks, kind: &str) -> Result<Promise, JsValue>;

    /// A held lock; the browser releases it when the page is hidden.
    #[derive(Clone, Debug)]
    pub type Sentinel;
    #[wasm_bindgen(method, catch, js_name = release)]
    fn let_go(this: &Sentinel) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = addEventListener)]
    fn add_event_listener(this: &Sentinel, name: &str, listener: &Function) -> Result<(), JsValue>;
}

/// Requests a wake lock, which keeps the screen on; `None` if the browser cannot or will not.
pub async fn request() -> Option<Sentinel> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"wakeLock".into()).ok().filter(JsValue::is_object)?;
    let promise = locks.unchecked_into::<Locks>().request("screen").ok()?;
    Some(JsFuture::from(promise).await.ok()?.unchecked_into())
}

/// Listener for the release of a wake lock.
pub struct Releases(Closure<dyn Fn(Event)>);

impl Releases {
    /// Calls `released` with each lock that is released, here or by the browser.
    #[must_use]
    pub fn new(released: impl Fn(&Sentinel) + 'static) -> Self {
        Self(Closure::new(move |event: Event| {
            if let Some(lock) = event.target() {
                released(lock.unchecked_ref());
            }
        }))
    }

    /// Listens to `lock` too.
    pub fn hear_of(&self, lock: &Sentinel) {
        // If this fails, the lock is requested again on return to the page and with the next phase.
        let _ = lock.add_event_listener("release", self.0.as_ref().unchecked_ref());
    }
}

/// True if both are the same lock.
#[must_use]
pub fn is_same(one: &Sentinel, other: &Sentinel) -> bool {
    Object::is(one, other)
}

/// Releases the lock: the screen may turn off again.
pub fn release(sentinel: &Sentinel) {
    // A lock that the browser released already cannot be released again.
    let _ = sentinel.let_go();
}
