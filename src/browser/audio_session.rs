//! Behaviour of the page's sound beside other apps' sound: `navigator.audioSession`, which only Safari has (16.4).

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Effect of the page's sound on other sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AudioSessionType {
    /// The device decides.
    Auto,
    /// Other sound becomes quieter for a moment and goes on.
    Transient,
    /// Main playback: it goes on with the screen locked and the silent switch on, and other sound stops.
    Playback,
}

/// True if the page can choose how its sound mixes with others'.
#[must_use]
pub fn is_there() -> bool {
    session().is_some()
}

/// Sets `manner`; false if the browser has no audio session.
#[must_use]
pub fn ask(manner: AudioSessionType) -> bool {
    let name = match manner {
        AudioSessionType::Auto => "auto",
        AudioSessionType::Transient => "transient",
        AudioSessionType::Playback => "playback",
    };
    session().is_some_and(|session| Reflect::set(&session, &"type".into(), &name.into()).is_ok())
}

fn session() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"audioSession".into()).ok().filter(JsValue::is_object)
}
