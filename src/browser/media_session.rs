//! Title and media keys on the lock screen: `navigator.mediaSession`. Missing in some browsers, as are single keys in others.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    type Media;
    #[wasm_bindgen(method, catch, js_name = setActionHandler)]
    fn set_action_handler(this: &Media, action: &str, handler: Option<&Function>) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = setPositionState)]
    fn set_position_state(this: &Media, state: &Object) -> Result<(), JsValue>;

    #[wasm_bindgen(js_name = MediaMetadata)]
    type Metadata;
    #[wasm_bindgen(constructor, catch, js_class = "MediaMetadata")]
    fn new(of: &Object) -> Result<Metadata, JsValue>;
}

/// A key of the lock screen, a headphone or a keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKey {
    /// Play.
    Play,
    /// Pause.
    Pause,
    /// Next.
    Next,
    /// Previous.
    Previous,
}

const KEYS: [(&str, MediaKey); 4] = [
    ("play", MediaKey::Play),
    ("pause", MediaKey::Pause),
    ("nexttrack", MediaKey::Next),
    ("previoustrack", MediaKey::Previous),
];

/// The device's media keys, handled by this page until dropped.
pub struct MediaKeys {
    media: Media,
    handlers: Vec<Closure<dyn Fn()>>,
}

impl MediaKeys {
    /// Calls `pressed` for each press; `None` if the browser has no such keys.
    #[must_use]
    pub fn take(pressed: impl Fn(MediaKey) + Clone + 'static) -> Option<Self> {
        let media = Reflect::get(&web_sys::window()?.navigator(), &"mediaSession".into()).ok()?;
        let media = media.is_object().then(|| media.unchecked_into::<Media>())?;
        let mut handlers = Vec::new();
        for (name, key) in KEYS {
            let pressed = pressed.clone();
            let handler = Closure::<dyn Fn()>::new(move || pressed(key));
            // The browser does not have this key.
            let _ = media.set_action_handler(name, Some(handler.as_ref().unchecked_ref()));
            handlers.push(handler);
        }
        Some(Self { media, handlers })
    }

    /// Sets the text of the lock screen: `title` above `artist`.
    pub fn describe(&self, title: &str, artist: &str) {
        let of = Object::new();
        put(&of, "title", &title.into());
        put(&of, "artist", &artist.into());
        if let Ok(metadata) = Metadata::new(&of) {
            put(&self.media, "metadata", &metadata);
        }
    }

    /// Sets the lock screen's button: pause while it plays, else play.
    pub fn set_playing(&self, playing: bool) {
        put(&self.media, "playbackState", &(if playing { "playing" } else { "paused" }).into());
    }

    /// Sets position and length, in milliseconds.
    pub fn set_position(&self, at_ms: u32, length_ms: u32) {
        let state = Object::new();
        put(&state, "duration", &(f64::from(length_ms) / 1000.0).into());
        put(&state, "position", &(f64::from(at_ms.min(length_ms)) / 1000.0).into());
        // The browser shows no position.
        let _ = self.media.set_position_state(&state);
    }
}

impl Drop for MediaKeys {
    fn drop(&mut self) {
        for (name, _) in KEYS {
            let _ = self.media.set_action_handler(name, None);
        }
        put(&self.media, "metadata", &JsValue::NULL);
        put(&self.media, "playbackState", &"none".into());
        self.handlers.clear();
    }
}

fn put(object: &JsValue, name: &str, value: &JsValue) {
    // Setting a property that the browser does not know does no harm.
    let _ = Reflect::set(object, &name.into(), value);
}
