//! The document as a whole: title, focus, scroll, theme, visibility, readiness.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves focus to the element with this id, without scrolling to it.
pub fn focus(id: &str) {
    if let Some(element) = find(id) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Moves focus to the element with this id and scrolls to it.
pub fn show(id: &str) {
    if let Some(element) = find(id) {
        let _ = element.focus();
    }
}

/// True if the media query `query` matches.
#[must_use]
pub fn matches(query: &str) -> bool {
    web_sys::window().and_then(|window| window.match_media(query).ok()?).is_some_and(|list| list.matches())
}

/// The focused element.
#[must_use]
pub fn focused() -> Option<Element> {
    document()?.active_element()
}

/// Moves focus to the element with this id if nothing has it.
pub fn focus_if_lost(id: &str) {
    if focused().is_none_or(|element| element.tag_name() == "BODY") {
        focus(id);
    }
}

/// Moves focus to the element with this id if `had`, which had it, is hidden or disabled by now.
pub fn keep_focus(had: Option<&Element>, id: &str) {
    if had.is_some_and(|had| had.closest("[hidden],[data-empty],:disabled").is_ok_and(|gone| gone.is_some())) {
        focus(id);
    }
}

/// Removes the focus from a button on the page itself; in a dialog it stays.
pub fn blur_button() {
    let active = document().and_then(|d| d.active_element());
    if active.is_some_and(|e| e.tag_name() == "BUTTON" && e.closest("dialog").is_ok_and(|dialog| dialog.is_none())) {
        blur();
    }
}

/// Removes the focus, so that a half-filled field hands on its text.
pub fn blur() {
    if let Some(element) = document().and_then(|d| d.active_element()).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Scroll position of the page, and its lists from the first to the last, 1 for an open one, for [`show_as`]: "120 0110".
#[must_use]
pub fn shown() -> String {
    let scrolled = web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    #[allow(clippy::cast_possible_truncation, reason = "whole pixels; to write and read others needs 20 KB of program")]
    let mut note = (scrolled as i32).to_string();
    note.push(' ');
    note.extend(lists().iter().map(|list| if is_open(list) { '1' } else { '0' }));
    note
}

/// Scrolls the page and opens its lists as they were; to the top without a note.
pub fn show_as(note: Option<&str>) {
    let (scrolled, open) = note.and_then(|note| note.split_once(' ')).unwrap_or_default();
    for (list, was_open) in lists().iter().zip(open.bytes()) {
        if is_open(list) != (was_open == b'1') {
            list.click();
        }
    }
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, scrolled.parse::<i32>().unwrap_or_default().into());
    }
}

/// The elements that open and close the lists of the page.
fn lists() -> Vec<HtmlElement> {
    let all =
        document().and_then(|document| document.query_selector_all("summary,[aria-controls][aria-expanded]").ok());
    let each = |all: web_sys::NodeList| (0..all.length()).filter_map(move |at| all.get(at)?.dyn_into().ok()).collect();
    all.map(each).unwrap_or_default()
}

fn is_open(list: &HtmlElement) -> bool {
    list.get_attribute("aria-expanded").as_deref() == Some("true")
        || list.parent_element().is_some_and(|details| details.has_attribute("open"))
}

/// Calls `changed` after the page was scrolled, a list of it was opened or closed, and before it is left, for ever.
pub fn on_shown_otherwise(changed: impl Fn() + 'static) {
    let Some(document) = document() else { return };
    let listener = Closure::<dyn Fn()>::new(changed).into_js_value();
    for name in ["scrollend", "toggle", "visibilitychange"] {
        // If this fails, less is restored.
        let _ = document.add_event_listener_with_callback_and_bool(name, listener.unchecked_ref(), true);
    }
}

/// Sets a `data-` attribute of the root element, or removes it.
pub fn set_data(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|d| d.document_element()) else { return };
    let name = format!("data-{name}");
    let _ = match value {
        Some(value) => root.set_attribute(&name, value),
        None => root.remove_attribute(&name),
    };
}

/// A `data-` attribute of the root element.
#[must_use]
pub fn data(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(&format!("data-{name}"))
}

/// Sends an event of this name to the window.
pub fn dispatch(name: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(name)) {
        let _ = window.dispatch_event(&event);
    }
}

/// The build id of this page, as stamped into its `<meta name="build">`.
#[must_use]
pub fn build() -> Option<String> {
    document()?.query_selector("meta[name=build]").ok()??.get_attribute("content")
}

/// The element with this id.
#[must_use]
pub fn find(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Removes all children of `place`.
pub fn empty(place: &HtmlElement) {
    place.set_text_content(None);
}

/// True while the page is visible.
#[must_use]
pub fn is_visible() -> bool {
    document().is_none_or(|document| !document.hidden())
}

/// Calls `tapped` for every tap or key on the page, before anything on it handles it, for ever. Within the call the browser
/// allows what it allows in a tap.
pub fn on_tap(tapped: impl Fn() + 'static) {
    let Some(document) = document() else { return };
    let listener = Closure::<dyn Fn()>::new(tapped).into_js_value();
    for name in ["click", "keydown"] {
        // If this fails, the next button on the page does the same.
        let _ = document.add_event_listener_with_callback_and_bool(name, listener.unchecked_ref(), true);
    }
}

/// Calls `changed` whenever the page is hidden or shown, for ever.
pub fn on_visibility(changed: impl Fn() + 'static) {
    let Some(document) = document() else { return };
    let listener = Closure::<dyn Fn()>::new(changed);
    if document.add_event_listener_with_callback("visibilitychange", listener.as_ref().unchecked_ref()).is_ok() {
        listener.forget();
    }
}
