//! localStorage as text under keys. gloo-storage panics where storage is blocked, so the door is tried first.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Why the browser did not do as it was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The quota is used up.
    Full,
    /// The page may not store anything, or no longer.
    Blocked,
}

/// Whether the page has a localStorage at all; false in a sandboxed frame and with site data blocked.
#[must_use]
pub fn is_there() -> bool {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some()
}

/// The text under `key`.
///
/// # Errors
/// Where storage is blocked.
pub fn get(key: &str) -> Result<Option<String>, Failure> {
    area()?.get_item(key).map_err(|error| failure(&error))
}

/// Puts `value` under `key`; on an error the old value is intact.
///
/// # Errors
/// Where the quota is used up or storage is blocked.
pub fn set(key: &str, value: &str) -> Result<(), Failure> {
    area()?.set_item(key, value).map_err(|error| failure(&error))
}

/// Takes `key` out.
///
/// # Errors
/// Where storage is blocked.
pub fn remove(key: &str) -> Result<(), Failure> {
    area()?.remove_item(key).map_err(|error| failure(&error))
}

/// Every key of the origin.
///
/// # Errors
/// Where storage is blocked.
pub fn keys() -> Result<Vec<String>, Failure> {
    let area = area()?;
    let count = area.length().map_err(|error| failure(&error))?;
    Ok((0..count).filter_map(|index| area.key(index).ok().flatten()).collect())
}

/// Calls `changed` with the key whenever another tab changes one (`None` when it cleared all), for ever.
pub fn on_change(changed: impl Fn(Option<String>) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener =
        Closure::<dyn Fn(web_sys::StorageEvent)>::new(move |event: web_sys::StorageEvent| changed(event.key()));
    if window.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref()).is_ok() {
        listener.forget();
    }
}

fn area() -> Result<web_sys::Storage, Failure> {
    if is_there() { Ok(LocalStorage::raw()) } else { Err(Failure::Blocked) }
}

fn failure(error: &JsValue) -> Failure {
    let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
    match name.as_deref() {
        Some("SecurityError") => Failure::Blocked,
        _ => Failure::Full,
    }
}
