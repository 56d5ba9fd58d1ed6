//! Speech synthesis by voices on the device only, so that nothing spoken leaves it. Some systems have none.

use super::clock::{self, Timer};
use js_sys::Reflect;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// True if the device now has a voice for the page's language. Voices may arrive late: see [`Arrivals`].
#[must_use]
pub fn is_there() -> bool {
    voice().is_some()
}

/// The names of the device's voices for the page's language.
#[must_use]
pub fn voices() -> Vec<String> {
    local().iter().map(SpeechSynthesisVoice::name).collect()
}

thread_local! {
    /// The sentence being spoken.
    static SAYING: RefCell<Option<SpokenUtterance>> = const { RefCell::new(None) };
    /// True if nothing was spoken yet but the silent utterance that unlocks the voice.
    static WAKES: Cell<bool> = const { Cell::new(false) };
}

/// Time limit for a voice to begin.
const LATE: Duration = Duration::from_millis(2_500);

/// Unlocks the voice; must be called from within a tap, or some browsers stay silent. Does nothing if there is none.
pub fn unlock() {
    if let Some(synthesis) = synthesis() {
        WAKES.set(true);
        say_nothing(&synthesis);
    }
}

/// Speaks `words` now instead of what was being spoken; `volume` is 0 … 100. Calls `unheard` once if there is no voice, or it
/// fails or does not begin.
pub fn say(words: &str, volume: u8, unheard: Box<dyn Fn()>) {
    SAYING.take();
    let unheard: Rc<dyn Fn()> = Rc::from(unheard);
    match utterance(words, volume) {
        Some((synthesis, utterance)) => {
            SAYING.set(Some(SpokenUtterance::new(utterance.clone(), &unheard)));
            if !WAKES.replace(false) && is_busy(&synthesis) {
                synthesis.cancel();
                // Some systems drop an utterance that follows at once.
                say_nothing(&synthesis);
            }
            synthesis.speak(&utterance);
        }
        None => unheard(),
    }
}

/// Stops speaking.
pub fn hush() {
    SAYING.take();
    if let Some(synthesis) = synthesis().filter(is_busy) {
        synthesis.cancel();
    }
}

/// The name of an event, and its listener.
type Listener = (&'static str, Closure<dyn Fn()>);

/// An utterance in progress, with its listeners. Kept: a browser may drop one that nothing references.
struct SpokenUtterance {
    utterance: SpeechSynthesisUtterance,
    listeners: [Listener; 3],
    _late: Timer,
}

impl SpokenUtterance {
    fn new(utterance: SpeechSynthesisUtterance, unheard: &Rc<dyn Fn()>) -> Self {
        let (has_begun, is_told) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
        let tell = {
            let (unheard, is_told) = (unheard.clone(), is_told);
            move || {
                if !is_told.replace(true) {
                    unheard();
                }
            }
        };
        let begin = {
            let has_begun = has_begun.clone();
            move || has_begun.set(true)
        };
        let listeners: [Listener; 3] = [
            ("start", Closure::<dyn Fn()>::new(begin.clone())),
            ("end", Closure::new(begin)),
            ("error", Closure::new(tell.clone())),
        ];
        for (name, listener) in &listeners {
            // Without this listener the voice counts as late: better twice than not at all.
            let _ = utterance.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        }
        let late = clock::after(LATE, move || {
            if !has_begun.get() {
                tell();
            }
        });
        Self { utterance, listeners, _late: late }
    }
}

impl Drop for SpokenUtterance {
    fn drop(&mut self) {
        // A cancelled utterance must not report anything.
        for (name, listener) in &self.listeners {
            let _ = self.utterance.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        }
    }
}

/// Listener for changes of the list of voices; removed when dropped.
pub struct Arrivals(SpeechSynthesis, Closure<dyn Fn()>);

impl Arrivals {
    /// Calls `changed` whenever the browser's voices change; `None` if it has no speech at all.
    #[must_use]
    pub fn listen(changed: impl Fn() + 'static) -> Option<Self> {
        let (synthesis, listener) = (synthesis()?, Closure::<dyn Fn()>::new(changed));
        // Older Safaris can speak, but have no such event.
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

fn utterance(words: &str, volume: u8) -> Option<(SpeechSynthesis, SpeechSynthesisUtterance)> {
    let (synthesis, voice) = (synthesis()?, voice()?);
    let utterance = SpeechSynthesisUtterance::new_with_text(words).ok()?;
    utterance.set_lang(&voice.lang());
    utterance.set_voice(Some(&voice));
    utterance.set_volume(f32::from(volume.min(100)) / 100.0);
    Some((synthesis, utterance))
}

fn say_nothing(synthesis: &SpeechSynthesis) {
    if let Ok(nothing) = SpeechSynthesisUtterance::new() {
        nothing.set_volume(0.0);
        synthesis.speak(&nothing);
    }
}

fn is_busy(synthesis: &SpeechSynthesis) -> bool {
    synthesis.speaking() || synthesis.pending()
}

/// The default voice for the page's language, or the first one.
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

/// Language code of the page, such as "en": some systems write "en-GB", others an underscore.
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
