//! The service worker: registration, notice of a waiting version, activation.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RegistrationOptions, ServiceWorker, ServiceWorkerRegistration, ServiceWorkerState};

/// Registers the worker `script` and calls `waiting` whenever a new version is ready, for ever.
pub async fn register(script: String, waiting: impl Fn() + Clone + 'static) {
    let Some(container) = container() else { return };
    let options = RegistrationOptions::new();
    // The worker's own script is never taken from the HTTP cache; web-sys has this option behind a flag.
    let _ = js_sys::Reflect::set(&options, &"updateViaCache".into(), &"none".into());
    let promise: Promise = container.register_with_options(&script, &options);
    let Ok(registration) = JsFuture::from(promise).await else { return };
    let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else { return };
    tell_when_waiting(&registration, waiting.clone());
    let watched = registration.clone();
    let found = Closure::<dyn Fn()>::new(move || {
        if let Some(worker) = watched.installing() {
            let (watched, waiting) = (watched.clone(), waiting.clone());
            let changed = Closure::<dyn Fn()>::new(move || tell_when_waiting(&watched, waiting.clone()));
            worker.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
            changed.forget();
        }
    });
    registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
    found.forget();
    look_again(&registration);
    super::document::on_visibility(move || {
        if super::document::is_visible() {
            look_again(&registration);
        }
    });
}

/// Activates the waiting version and reloads the page when it has taken over.
pub async fn accept() {
    let Some(container) = container() else { return };
    let Ok(registration) = JsFuture::from(container.get_registration()).await else { return };
    let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else { return };
    let Some(worker) = registration.waiting() else {
        super::history::reload();
        return;
    };
    let taken = Closure::once_into_js(super::history::reload);
    container.set_oncontrollerchange(Some(taken.unchecked_ref()));
    let message = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&message, &"type".into(), &"skip-waiting".into());
    let _ = worker.post_message(&message);
}

/// Calls `waiting` if an update waits. Only a scope with an active worker can have an *update*: a first install is none, even if the
/// page is served by the worker of another copy of the app, at the root of the host.
fn tell_when_waiting(registration: &ServiceWorkerRegistration, waiting: impl Fn()) {
    let installed = |worker: &ServiceWorker| worker.state() == ServiceWorkerState::Installed;
    if registration.active().is_some() && registration.waiting().as_ref().is_some_and(installed) {
        waiting();
    }
}

fn look_again(registration: &ServiceWorkerRegistration) {
    if let Ok(promise) = registration.update() {
        // Offline the check fails; that is expected.
        wasm_bindgen_futures::spawn_local(async move {
            let _: Result<JsValue, JsValue> = JsFuture::from(promise).await;
        });
    }
}

fn container() -> Option<web_sys::ServiceWorkerContainer> {
    // Absent in private windows of some browsers; in a sandboxed frame even reading it throws.
    let navigator = web_sys::window()?.navigator();
    let container = js_sys::Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    container.dyn_into().ok()
}
