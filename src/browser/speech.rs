//! The browser's own voices. Only those that speak on the device: what is said never leaves it. Some systems have none.

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Whether there is a voice on this device for the page's language now. Voices may arrive late: see [`Arrivals`].
#[must_use]
pub fn is_there() -> bool {
    voice().is_some()
}

/// The names of the device's voices for the page's language.
#[must_use]
pub fn voices() -> Vec<String> {
    local().iter().map(SpeechSynthesisVoice::name).collect()
}

/// Wakes the voice; must be called from within a tap, or some browsers stay silent. Does nothing where there is none.
pub fn unlock() {
    if let (Some(synthesis), Ok(nothing)) = (synthesis(), SpeechSynthesisUtterance::new()) {
        nothing.set_volume(0.0);
        synthesis.speak(&nothing);
    }
}

/// Says `words` now, in the place of what was being said; `volume` is 0 … 100. False where no voice is there.
#[must_use]
pub fn say(words: &str, volume: u8) -> bool {
    utter(words, volume).is_some()
}

/// Says no more.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

/// A listener for voices that come or go; taken away when dropped.
pub struct Arrivals(SpeechSynthesis, Closure<dyn Fn()>);

impl Arrivals {
    /// Calls `changed` whenever the browser's voices change; `None` where it has no speech at all.
    #[must_use]
    pub fn listen(changed: impl Fn() + 'static) -> Option<Self> {
        let (synthesis, listener) = (synthesis()?, Closure::<dyn Fn()>::new(changed));
        // Older Safaris speak without being able to listen.
        let function = listener.as_ref().unchecked_ref();
        Reflect::get(&synthesis, &"addEventListener".into()).ok().filter(JsValue::is_function)?;
        synthesis.add_event_listener_with_callback("voiceschanged", function).ok()?;
        Some(Self(synthesis, listener))
    }
}

impl Drop for Arrivals {
    fn drop(&mut self) {
        let _ = self.0.remove_event_listener_with_callback("voiceschanged", self.1.as_ref().unchecked_ref());
    }
}

fn utter(words: &str, volume: u8) -> Option<()> {
    let (synthesis, voice) = (synthesis()?, voice()?);
    let utterance = SpeechSynthesisUtterance::new_with_text(words).ok()?;
    utterance.set_lang(&voice.lang());
    utterance.set_voice(Some(&voice));
    utterance.set_volume(f32::from(volume.min(100)) / 100.0);
    synthesis.cancel();
    synthesis.speak(&utterance);
    Some(())
}

/// The device's own choice among its voices for the page's language, or the first of them.
fn voice() -> Option<SpeechSynthesisVoice> {
    let mut voices = local();
    let at = voices.iter().position(SpeechSynthesisVoice::default).unwrap_or(0);
    (at < voices.len()).then(|| voices.swap_remove(at))
}

fn local() -> Vec<SpeechSynthesisVoice> {
    let Some(synthesis) = synthesis() else { return Vec::new() };
    let language = page_language();
    let voices = synthesis.get_voices().into_iter().map(JsCast::unchecked_into::<SpeechSynthesisVoice>);
    voices.filter(|voice| voice.local_service() && voice.lang().to_ascii_lowercase().starts_with(&language)).collect()
}

/// "en": some systems write "en-GB", others an underscore.
fn page_language() -> String {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    let language = root.and_then(|root| root.get_attribute("lang")).unwrap_or_default().to_ascii_lowercase();
    language.get(..2).unwrap_or("en").to_owned()
}

fn synthesis() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    let found = Reflect::get(&window, &"speechSynthesis".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}
