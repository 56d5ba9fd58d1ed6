//! How the page's sound lives with the sound of others: `navigator.audioSession`, which only Safari has (16.4).

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// What the page's sound does to what else is playing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// As the device thinks right.
    Auto,
    /// Other sound becomes quieter for a moment and goes on.
    Transient,
    /// The page is what is listened to: it goes on with the screen locked and the silent switch on, and others stop.
    Playback,
}

/// True where the page can say how its sound lives with others'.
#[must_use]
pub fn is_there() -> bool {
    session().is_some()
}

/// Asks for `manner`; false where the browser does not know of such things.
#[must_use]
pub fn ask(manner: Manner) -> bool {
    let name = match manner {
        Manner::Auto => "auto",
        Manner::Transient => "transient",
        Manner::Playback => "playback",
    };
    session().is_some_and(|session| Reflect::set(&session, &"type".into(), &name.into()).is_ok())
}

fn session() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"audioSession".into()).ok().filter(JsValue::is_object)
}
