//! Vibration. Missing on iPhones and on devices without a motor.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;

/// Vibrates at once, instead of the pattern before: milliseconds on, off, on … An empty pattern stops. False if the
/// browser cannot or will not.
#[must_use]
pub fn vibrate(pattern: &[u16]) -> bool {
    call(pattern).unwrap_or(false)
}

/// True if the browser has the API.
#[must_use]
pub fn is_there() -> bool {
    function().is_some()
}

fn call(pattern: &[u16]) -> Option<bool> {
    let list: Array = pattern.iter().map(|ms| wasm_bindgen::JsValue::from(*ms)).collect();
    function()?.call1(&web_sys::window()?.navigator(), &list).ok()?.as_bool()
}

fn function() -> Option<Function> {
    Reflect::get(&web_sys::window()?.navigator(), &"vibrate".into()).ok()?.dyn_into().ok()
}
