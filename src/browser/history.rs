//! The address bar: reading it, changing it, and listening to back and forward.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

/// Path, query without `?`, hash without `#`.
#[must_use]
pub fn address() -> (String, String, String) {
    let location = web_sys::window().map(|window| window.location());
    let part = |read: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| read(location).ok()).unwrap_or_default()
    };
    let bare = |text: String, sign: char| text.strip_prefix(sign).map_or(text.clone(), str::to_owned);
    (
        part(web_sys::Location::pathname),
        bare(part(web_sys::Location::search), '?'),
        bare(part(web_sys::Location::hash), '#'),
    )
}

/// The scheme, host and port of the page.
#[must_use]
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Navigates to `href` with a new history entry.
pub fn push(href: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Browsers refuse after some hundred entries in half a minute; the page changes all the same.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(href));
    }
}

/// Replaces the present history entry by `href`.
pub fn replace(href: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(href));
    }
}

/// Keeps `note` with the present history entry, for the way back to it.
pub fn keep(note: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state(&note.into(), "");
    }
}

/// The note that was kept with the present history entry.
#[must_use]
pub fn kept() -> Option<String> {
    web_sys::window()?.history().ok()?.state().ok()?.as_string()
}

/// Calls `moved` whenever the person goes back or forward, for ever.
pub fn on_move(moved: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    if let Ok(history) = window.history() {
        // The browser would scroll before the page stands.
        let _ = js_sys::Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
    }
    let listener = Closure::<dyn Fn()>::new(moved);
    if window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref()).is_ok() {
        listener.forget();
    }
}

/// Calls `followed` with path, query and hash when a link to this origin is followed in this tab, for ever. Where it returns false,
/// the browser follows the link.
///
/// Links with a target or a download, links within the page, and clicks that ask for a new tab are left to the browser.
pub fn on_link(followed: impl Fn(&str, &str, &str) -> bool + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let listener = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        if let Some(link) = link_of(&event) {
            let (path, query, hash) = (link.pathname(), link.search(), link.hash());
            if followed(&path, query.trim_start_matches('?'), hash.trim_start_matches('#')) {
                event.prevent_default();
            }
        }
    });
    if document.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref()).is_ok() {
        listener.forget();
    }
}

fn link_of(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    let within = link.get_attribute("href").is_some_and(|href| href.starts_with('#'));
    let elsewhere = link.origin() != origin() || !link.target().is_empty() || link.has_attribute("download");
    (!within && !elsewhere).then_some(link)
}

/// Reloads the page.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
