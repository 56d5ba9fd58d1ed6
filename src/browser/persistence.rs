//! Persistent storage, and the space in use.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type Manager;
    #[wasm_bindgen(method, catch)]
    fn persisted(this: &Manager) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn persist(this: &Manager) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn estimate(this: &Manager) -> Result<Promise, JsValue>;
}

/// True if the browser keeps the data until the person erases it; `None` if it does not tell.
pub async fn is_persisted() -> Option<bool> {
    JsFuture::from(manager()?.persisted().ok()?).await.ok()?.as_bool()
}

/// Asks the browser to keep the data; some ask the person. `None` if it cannot be asked.
pub async fn ask() -> Option<bool> {
    JsFuture::from(manager()?.persist().ok()?).await.ok()?.as_bool()
}

/// The bytes in use by this origin, offline copy included; `None` if the browser does not tell.
pub async fn used() -> Option<f64> {
    let estimate = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    Reflect::get(&estimate, &"usage".into()).ok()?.as_f64()
}

/// Storage manager; pages that are not served securely have none.
fn manager() -> Option<Manager> {
    let navigator = web_sys::window()?.navigator();
    let manager = Reflect::get(&navigator, &"storage".into()).ok().filter(JsValue::is_object)?;
    Some(manager.unchecked_into())
}
