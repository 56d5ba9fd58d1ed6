//! One long sound in a media element, which plays on with the screen locked. The element is not in the document.

use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::future::Future;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAudioElement, Url};

/// The events of a media element.
const EVENTS: [&str; 3] = ["ended", "pause", "play"];

/// A change of playback, often by the device: a call, unplugged headphones, a key on the lock screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrackEvent {
    /// It has ended.
    Ended,
    /// It was paused.
    Paused,
    /// It plays.
    Going,
}

/// A player of one sound at a time. Stops and releases its sound when dropped.
pub struct TrackPlayer {
    element: HtmlAudioElement,
    url: RefCell<Option<String>>,
    listener: Closure<dyn Fn(web_sys::Event)>,
}

impl TrackPlayer {
    /// A player without a sound, which calls `happened` at each change; `None` if there is no audio.
    #[must_use]
    pub fn new(happened: impl Fn(TrackEvent) + 'static) -> Option<Self> {
        let element = HtmlAudioElement::new().ok()?;
        let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
            happened(match event.type_().as_str() {
                "ended" => TrackEvent::Ended,
                "pause" => TrackEvent::Paused,
                _ => TrackEvent::Going,
            });
        });
        for event in EVENTS {
            element.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref()).ok()?;
        }
        Some(Self { element, url: RefCell::default(), listener })
    }

    /// Loads the sound file made of `pieces` instead of the one before, at its beginning. Each piece is handed to the browser
    /// before the next is made. False if the browser cannot hold it.
    #[must_use]
    pub fn load(&self, pieces: impl Iterator<Item = Vec<u8>>, mime: &str) -> bool {
        let parts: Array = pieces.map(|piece| Uint8Array::from(piece.as_slice())).collect();
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
        let Ok(url) = blob.and_then(|blob| Url::create_object_url_with_blob(&blob)) else { return false };
        self.element.set_src(&url);
        give_back(self.url.replace(Some(url)));
        true
    }

    /// Plays. The first time it must be called from within a tap; the result can be awaited later, and is false
    /// if the browser refuses.
    pub fn play(&self) -> impl Future<Output = bool> + use<> {
        let promise = self.element.play();
        async move {
            match promise {
                Ok(promise) => JsFuture::from(promise).await.is_ok(),
                Err(_) => false,
            }
        }
    }

    /// Pauses.
    pub fn pause(&self) {
        // It throws nothing; web-sys gives it a result.
        let _ = self.element.pause();
    }

    /// True while paused.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.element.paused()
    }

    /// Goes to `ms` milliseconds from the beginning.
    pub fn seek(&self, ms: u32) {
        self.element.set_current_time(f64::from(ms) / 1000.0);
    }

    /// Position in milliseconds from the beginning.
    #[must_use]
    pub fn position_ms(&self) -> i64 {
        #[allow(clippy::cast_possible_truncation, reason = "no sound is 2⁵³ milliseconds long")]
        let ms = (self.element.current_time() * 1000.0) as i64;
        ms
    }
}

impl Drop for TrackPlayer {
    fn drop(&mut self) {
        for event in EVENTS {
            let _ = self.element.remove_event_listener_with_callback(event, self.listener.as_ref().unchecked_ref());
        }
        self.pause();
        // Without this the element keeps the sound in memory.
        let _ = self.element.remove_attribute("src");
        self.element.load();
        give_back(self.url.take());
    }
}

fn give_back(url: Option<String>) {
    if let Some(url) = url {
        let _ = Url::revoke_object_url(&url);
    }
}
