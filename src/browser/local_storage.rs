//! localStorage as text under keys. gloo-storage panics where storage is blocked, so access is tested first.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The reason for a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The quota is used up.
    Full,
    /// The page may not store anything, or not any more, or what it stores is not kept.
    Blocked,
}

/// True if the page has a localStorage at all; false in a sandboxed frame and with site data blocked.
#[must_use]
pub fn is_there() -> bool {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some()
}

/// The text under `key`.
///
/// # Errors
/// If storage is blocked.
pub fn get(key: &str) -> Result<Option<String>, Failure> {
    area()?.get_item(key).map_err(|error| failure(&error))
}

/// Sets the value of `key`; on an error the old value is intact. Reads it back: private modes and extensions that protect privacy
/// can take a value without an error and not keep it.
///
/// # Errors
/// If the quota is used up, or if storage is blocked or does not keep the value.
pub fn set(key: &str, value: &str) -> Result<(), Failure> {
    area()?.set_item(key, value).map_err(|error| failure(&error))?;
    if get(key)?.as_deref() == Some(value) { Ok(()) } else { Err(Failure::Blocked) }
}

/// Removes `key`.
///
/// # Errors
/// If storage is blocked.
pub fn remove(key: &str) -> Result<(), Failure> {
    area()?.remove_item(key).map_err(|error| failure(&error))
}

/// Every key of the origin.
///
/// # Errors
/// If storage is blocked.
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
