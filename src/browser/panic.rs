//! Recovery screen for a panic: an overlay without any reactive code that offers a reload and the data.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element};

/// The words of the overlay.
#[derive(Debug)]
pub struct Words {
    /// The heading.
    pub title: &'static str,
    /// A sentence on saved data, and what to do next.
    pub what: &'static str,
    /// The button that reloads.
    pub reload: &'static str,
    /// The button that downloads the data.
    pub download: &'static str,
}

/// Shows the overlay with these `words` on any panic from now on.
pub fn install(words: &'static Words) {
    std::panic::set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        // If even the overlay cannot be built, the console has the message and the stored data is untouched.
        let _ = overlay(words);
    }));
}

fn overlay(words: &Words) -> Option<()> {
    let document = web_sys::window()?.document()?;
    if document.get_element_by_id("broken").is_some() {
        return Some(());
    }
    let section = element(&document, "section", "broken", None)?;
    section.set_id("broken");
    // The boot script does nothing on a page that shows a recovery screen already.
    section.set_attribute("data-recovery", "").ok()?;
    section.set_attribute("role", "alertdialog").ok()?;
    section.set_attribute("aria-labelledby", "broken-title").ok()?;
    let title = element(&document, "h1", "", Some(words.title))?;
    title.set_id("broken-title");
    let text = element(&document, "p", "", Some(words.what))?;
    let reload = element(&document, "button", "button primary", Some(words.reload))?;
    on_click(&reload, super::history::reload)?;
    let download = element(&document, "button", "button", Some(words.download))?;
    // The boot script hands out the data: it does not need this broken program.
    on_click(&download, || super::document::dispatch("mainspring:rescue"))?;
    for child in [&title, &text, &reload, &download] {
        section.append_child(child).ok()?;
    }
    document.body()?.append_child(&section).ok()?;
    reload.dyn_ref::<web_sys::HtmlElement>()?.focus().ok()
}

fn element(document: &Document, tag: &str, class: &str, text: Option<&str>) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    element.set_class_name(class);
    element.set_text_content(text);
    Some(element)
}

fn on_click(element: &Element, act: impl Fn() + 'static) -> Option<()> {
    let listener = Closure::<dyn Fn()>::new(act);
    element.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref()).ok()?;
    listener.forget();
    Some(())
}

/// Panics on purpose when the page receives the event `mainspring:break`, to test the overlay.
///
/// # Panics
/// On that event.
pub fn listen_for_break() {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn()>::new(|| panic!("broken on purpose"));
    if window.add_event_listener_with_callback("mainspring:break", listener.as_ref().unchecked_ref()).is_ok() {
        listener.forget();
    }
}
