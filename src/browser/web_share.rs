//! The device's sheet for sending a link to another app.

use super::download::FileOutcome;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::DomException;

#[wasm_bindgen]
extern "C" {
    type Sharer;
    #[wasm_bindgen(method, catch)]
    fn share(this: &Sharer, data: &JsValue) -> Result<Promise, JsValue>;
}

fn sharer() -> Option<Sharer> {
    let navigator = web_sys::window()?.navigator();
    let has = Reflect::has(&navigator, &"share".into()).unwrap_or_default();
    has.then(|| navigator.unchecked_into())
}

/// True if the browser has such a sheet.
#[must_use]
pub fn is_there() -> bool {
    sharer().is_some()
}

/// Opens the sheet for the link `url`.
pub async fn link(title: &str, url: &str) -> FileOutcome {
    let data = Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    let Some(Ok(shared)) = sharer().map(|sharer| sharer.share(&data)) else { return FileOutcome::Refused };
    match JsFuture::from(shared).await {
        Ok(_) => FileOutcome::Over,
        Err(error) if error.dyn_ref().map(DomException::code) == Some(DomException::ABORT_ERR) => {
            FileOutcome::Cancelled
        }
        Err(_) => FileOutcome::Refused,
    }
}
