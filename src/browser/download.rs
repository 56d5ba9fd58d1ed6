//! Handing a file to the person, or text to the clipboard.

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Clipboard, Event, File, FilePropertyBag};

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

/// True in the browser of iOS, which opens links although the app may be on the home screen.
#[must_use]
pub fn may_have_home_screen_app() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator().unchecked_into::<Navigator>());
    navigator.is_some_and(|navigator| navigator.standalone() == Some(false))
}

/// Offers `text` as the file `name`. The boot script hands it out, as it does for a broken program.
pub async fn file(name: &str, mime: &str, text: &str) -> FileOutcome {
    offered(name, mime, &text.into()).await
}

/// Offers `bytes` as the file `name` in the same way.
pub async fn bytes(name: &str, mime: &str, bytes: &[u8]) -> FileOutcome {
    offered(name, mime, &Uint8Array::from(bytes)).await
}

/// A file made in parts, which the browser keeps outside the page's own memory.
#[derive(Default)]
pub struct FileParts(Array);

impl FileParts {
    /// Adds `bytes` at the end; false if the browser cannot keep them.
    #[must_use]
    pub fn add(&self, bytes: &[u8]) -> bool {
        let part = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)));
        part.map(|part| self.0.push(&part)).is_ok()
    }

    /// Offers all of it as the file `name`.
    pub async fn offer(&self, name: &str, mime: &str) -> FileOutcome {
        handed(hand(name, mime, &self.0)).await
    }
}

async fn offered(name: &str, mime: &str, contents: &JsValue) -> FileOutcome {
    handed(hand(name, mime, &Array::of1(contents))).await
}

async fn handed(handed: Option<Promise>) -> FileOutcome {
    let Some(handed) = handed else { return FileOutcome::Refused };
    match JsFuture::from(handed).await {
        Ok(handed) if handed.is_truthy() => FileOutcome::Over,
        Ok(_) => FileOutcome::Cancelled,
        Err(_) => FileOutcome::Refused,
    }
}

fn hand(name: &str, mime: &str, parts: &Array) -> Option<Promise> {
    let options = FilePropertyBag::new();
    options.set_type(mime);
    let file = File::new_with_blob_sequence_and_options(parts, name, &options).ok()?;
    let event = Event::new("mainspring:hand").ok()?;
    Reflect::set(&event, &"file".into(), &file).ok()?;
    web_sys::window()?.dispatch_event(&event).ok()?;
    let handed: JsValue = Reflect::get(&event, &"handed".into()).ok()?;
    handed.dyn_into().ok()
}

/// Puts `text` on the clipboard; false if the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = clipboard() else { return false };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// True if the browser hands out the text on the clipboard, perhaps after a question.
#[must_use]
pub fn can_paste() -> bool {
    clipboard().is_some_and(|clipboard| Reflect::has(&clipboard, &"readText".into()).unwrap_or_default())
}

/// The text on the clipboard; `None` if the browser refuses.
pub async fn pasted() -> Option<String> {
    JsFuture::from(clipboard()?.read_text()).await.ok()?.as_string()
}

/// Insecure pages have none: `undefined` where web-sys promises an object.
fn clipboard() -> Option<Clipboard> {
    let clipboard = web_sys::window()?.navigator().clipboard();
    (!clipboard.is_undefined()).then_some(clipboard)
}
