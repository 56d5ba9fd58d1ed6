//! Keys pressed anywhere on the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, KeyboardEvent, MouseEvent};

/// Keyboard listeners, removed when dropped.
pub struct KeyListener {
    pressed: Closure<dyn Fn(KeyboardEvent)>,
    clicked: Closure<dyn Fn(MouseEvent)>,
}

impl KeyListener {
    /// Calls `pressed` with the name of each single key that no field, button, link or dialog uses itself, except for keys held
    /// down and keys together with Ctrl, Alt or ⌘.
    ///
    /// `pressed` returns true if it used the key; a used key has no other effect. An element clicked by pointer does not keep the
    /// focus, because a key is not meant for it.
    #[must_use]
    pub fn listen(pressed: impl Fn(&str) -> bool + 'static) -> Option<Self> {
        let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let single = !(event.repeat() || event.ctrl_key() || event.meta_key() || event.alt_key());
            if single && !is_wanted(&event) && pressed(&event.key()) {
                event.prevent_default();
            }
        });
        let clicked = Closure::<dyn Fn(MouseEvent)>::new(|event: MouseEvent| {
            // A key that presses a button is a click with detail 0.
            if event.detail() > 0 {
                super::document::blur_button();
            }
        });
        let keys = Self { pressed: listener, clicked };
        let document = web_sys::window()?.document()?;
        for (name, listener) in keys.listeners() {
            document.add_event_listener_with_callback(name, listener).ok()?;
        }
        Some(keys)
    }

    fn listeners(&self) -> [(&'static str, &js_sys::Function); 2] {
        let [pressed, clicked] = [self.pressed.as_ref(), self.clicked.as_ref()].map(JsCast::unchecked_ref);
        [("keydown", pressed), ("click", clicked)]
    }
}

impl Drop for KeyListener {
    fn drop(&mut self) {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            for (name, listener) in self.listeners() {
                let _ = document.remove_event_listener_with_callback(name, listener);
            }
        }
    }
}

/// True if the focused element uses the key itself.
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
