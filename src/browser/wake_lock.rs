//! Keeping the screen on. The API is missing in some browsers and refuses in others: both are answers.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

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
}

/// Asks for the screen to stay on; `None` where the browser cannot or will not.
pub async fn request() -> Option<Sentinel> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"wakeLock".into()).ok().filter(JsValue::is_object)?;
    let promise = locks.unchecked_into::<Locks>().request("screen").ok()?;
    Some(JsFuture::from(promise).await.ok()?.unchecked_into())
}

/// Lets the screen sleep again.
pub fn release(sentinel: &Sentinel) {
    // A lock that the browser took back already cannot be released again.
    let _ = sentinel.let_go();
}
