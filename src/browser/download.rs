//! Handing a file to the person, or text to the clipboard.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, FilePropertyBag};

/// Outcome of offering a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileOutcome {
    /// The browser took it.
    Over,
    /// The person closed the share sheet.
    Cancelled,
    /// The browser has no way to take it.
    Refused,
}

#[wasm_bindgen]
extern "C" {
    type Navigator;
    /// True in a home-screen app of iOS; missing elsewhere.
    #[wasm_bindgen(method, getter)]
    fn standalone(this: &Navigator) -> Option<bool>;
}

/// True if the page runs as a home-screen app of iOS, whose storage is not that of the browser.
#[must_use]
pub fn is_home_screen_app() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator().unchecked_into::<Navigator>());
    navigator.is_some_and(|navigator| navigator.standalone() == Some(true))
}

/// Offers `text` as the file `name`. The boot script hands it out, as it does for a broken program.
pub async fn file(name: &str, mime: &str, text: &str) -> FileOutcome {
    let Some(handed) = hand(name, mime, text) else { return FileOutcome::Refused };
    match JsFuture::from(handed).await {
        Ok(handed) if handed.is_truthy() => FileOutcome::Over,
        Ok(_) => FileOutcome::Cancelled,
        Err(_) => FileOutcome::Refused,
    }
}

fn hand(name: &str, mime: &str, text: &str) -> Option<Promise> {
    let options = FilePropertyBag::new();
    options.set_type(mime);
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options).ok()?;
    let event = Event::new("mainspring:hand").ok()?;
    Reflect::set(&event, &"file".into(), &file).ok()?;
    web_sys::window()?.dispatch_event(&event).ok()?;
    let handed: JsValue = Reflect::get(&event, &"handed".into()).ok()?;
    handed.dyn_into().ok()
}

/// Puts `text` on the clipboard; false if the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Insecure pages have no clipboard: `undefined` where web-sys promises an object.
    let clipboard = window.navigator().clipboard();
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
