//! Keys pressed anywhere on the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, KeyboardEvent};

/// A listener that is taken away when dropped.
pub struct Keys(Closure<dyn Fn(KeyboardEvent)>);

impl Keys {
    /// Calls `pressed` with the name of each single key that no field, button, link or dialog wants for itself: not for
    /// one held down, nor together with Ctrl, Alt or ⌘.
    ///
    /// `pressed` says whether it used the key; a used key does nothing else.
    #[must_use]
    pub fn listen(pressed: impl Fn(&str) -> bool + 'static) -> Option<Self> {
        let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let single = !(event.repeat() || event.ctrl_key() || event.meta_key() || event.alt_key());
            if single && !is_wanted(&event) && pressed(&event.key()) {
                event.prevent_default();
            }
        });
        let document = web_sys::window()?.document()?;
        document.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref()).ok()?;
        Some(Self(listener))
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            let _ = document.remove_event_listener_with_callback("keydown", self.0.as_ref().unchecked_ref());
        }
    }
}

/// Whether the focused element has a use of its own for the key.
fn is_wanted(event: &KeyboardEvent) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    let name = element.tag_name();
    let presses = matches!(event.key().as_str(), " " | "Enter");
    match name.as_str() {
        "INPUT" | "TEXTAREA" | "SELECT" => true,
        "BUTTON" | "A" | "SUMMARY" => presses,
        _ => element.closest("dialog[open]").ok().flatten().is_some(),
    }
}
