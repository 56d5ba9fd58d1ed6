//! Giving the person a file, or text for the clipboard.

use super::clock;
use js_sys::{Array, Object, Promise, Reflect};
use std::time::Duration;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, DomException, File, FilePropertyBag, HtmlAnchorElement, Url};

/// Time until a file's address is given back: some browsers fetch it late.
const FETCHED: Duration = Duration::from_mins(1);

/// What became of a file that was offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
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
    #[wasm_bindgen(method, catch, js_name = canShare)]
    fn can_share(this: &Navigator, data: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn share(this: &Navigator, data: &JsValue) -> Result<Promise, JsValue>;
}

/// True where the page runs as a home-screen app of iOS, whose storage is not that of the browser.
#[must_use]
pub fn is_home_screen_app() -> bool {
    navigator().is_some_and(|navigator| navigator.standalone() == Some(true))
}

/// Offers `text` as the file `name`. A home-screen app of iOS would open a download as a page without a way back: there
/// it goes through the share sheet.
pub async fn file(name: &str, mime: &str, text: &str) -> Handed {
    if is_home_screen_app()
        && let Some(shared) = share(name, mime, text)
    {
        match JsFuture::from(shared).await {
            Ok(_) => return Handed::Over,
            Err(error) if is_cancelled(&error) => return Handed::Cancelled,
            Err(_) => {}
        }
    }
    if offer(name, mime, text).is_some() { Handed::Over } else { Handed::Refused }
}

fn navigator() -> Option<Navigator> {
    Some(web_sys::window()?.navigator().unchecked_into())
}

/// Opens the share sheet; `None` where the browser shares no files.
fn share(name: &str, mime: &str, text: &str) -> Option<Promise> {
    let options = FilePropertyBag::new();
    options.set_type(mime);
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options).ok()?;
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(&file)).ok()?;
    let navigator = navigator()?;
    // Where there is no `canShare` calling it is an error as well.
    navigator.can_share(&data).ok().filter(|can| *can)?;
    navigator.share(&data).ok()
}

fn is_cancelled(error: &JsValue) -> bool {
    error.dyn_ref::<DomException>().is_some_and(|error| error.name() == "AbortError")
}

fn offer(name: &str, mime: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let anchor = web_sys::window()?.document()?.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    spawn_local(async move {
        clock::sleep(FETCHED).await;
        let _ = Url::revoke_object_url(&url);
    });
    Some(())
}

/// Puts `text` on the clipboard; false where the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Pages that are not served securely have no clipboard: `undefined` where web-sys promises an object.
    let clipboard = window.navigator().clipboard();
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
