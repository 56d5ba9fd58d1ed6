//! Keeping the screen on. The API is missing in some browsers and refuses in others: both are answers.

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

    /// A held lock; the browser takes it back when the page is hidden.
    #[derive(Clone, Debug)]
    pub type Sentinel;
    #[wasm_bindgen(method, catch, js_name = release)]
    fn let_go(this: &Sentinel) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = addEventListener)]
    fn add_event_listener(this: &Sentinel, name: &str, listener: &Function) -> Result<(), JsValue>;
}

/// Asks for the screen to stay on; `None` where the browser cannot or will not.
pub async fn request() -> Option<Sentinel> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"wakeLock".into()).ok().filter(JsValue::is_object)?;
    let promise = locks.unchecked_into::<Locks>().request("screen").ok()?;
    Some(JsFuture::from(promise).await.ok()?.unchecked_into())
}

/// The listener for a lock that the browser took back.
pub struct Releases(Closure<dyn Fn(Event)>);

impl Releases {
    /// Calls `released` with each lock that is let go, here or by the browser.
    #[must_use]
    pub fn new(released: impl Fn(&Sentinel) + 'static) -> Self {
        Self(Closure::new(move |event: Event| {
            if let Some(lock) = event.target() {
                released(lock.unchecked_ref());
            }
        }))
    }

    /// Hears of `lock` too.
    pub fn hear_of(&self, lock: &Sentinel) {
        // Without it the lock is asked for again on return to the page and with the next phase.
        let _ = lock.add_event_listener("release", self.0.as_ref().unchecked_ref());
    }
}

/// True if both are the same lock.
#[must_use]
pub fn is_same(one: &Sentinel, other: &Sentinel) -> bool {
    Object::is(one, other)
}

/// Lets the screen sleep again.
pub fn release(sentinel: &Sentinel) {
    // A lock that the browser took back already cannot be released again.
    let _ = sentinel.let_go();
}
