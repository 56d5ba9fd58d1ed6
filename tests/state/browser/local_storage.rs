//! The simulated localStorage: one for all tabs. Other tabs hear of a change a turn later.

use super::device::{self, device};
use std::rc::Rc;

/// The reason for a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No room.
    Full,
    /// There is no store.
    Blocked,
}

/// A listener for changes: hears the key.
pub type Listener = Rc<dyn Fn(Option<String>)>;

/// True if there is a store.
#[must_use]
pub fn is_there() -> bool {
    !device().is_blocked.get()
}

/// The value under `key`.
///
/// # Errors
/// If there is no store.
pub fn get(key: &str) -> Result<Option<String>, Failure> {
    open()?;
    Ok(device().local.borrow().get(key).cloned())
}

/// Stores `value` under `key`.
///
/// # Errors
/// If there is no store, or no room.
pub fn set(key: &str, value: &str) -> Result<(), Failure> {
    open()?;
    if device().is_read_only.get() {
        return Err(Failure::Blocked);
    }
    if device().is_full.get() || is_refused(key) {
        return Err(Failure::Full);
    }
    let before = device().local.borrow_mut().insert(key.to_owned(), value.to_owned());
    if before.as_deref() != Some(value) {
        notify(key);
    }
    Ok(())
}

/// Removes the value under `key`.
///
/// # Errors
/// If there is no store.
pub fn remove(key: &str) -> Result<(), Failure> {
    open()?;
    if device().local.borrow_mut().remove(key).is_some() {
        notify(key);
    }
    Ok(())
}

/// All keys.
///
/// # Errors
/// If there is no store.
pub fn keys() -> Result<Vec<String>, Failure> {
    open()?;
    Ok(device().local.borrow().keys().cloned().collect())
}

/// Calls `changed` for each change by another tab.
pub fn on_change(changed: impl Fn(Option<String>) + 'static) {
    device().listeners.borrow_mut().push((device::tab(), Rc::new(changed)));
}

fn is_refused(key: &str) -> bool {
    let device = device();
    if !key.starts_with("mainspring.") {
        return false;
    }
    device.writes.set(device.writes.get() + 1);
    let is_refused = device.writes.get() == device.refused.get();
    if is_refused {
        device.refused_key.replace(Some(key.to_owned()));
    }
    is_refused
}

fn open() -> Result<(), Failure> {
    if is_there() { Ok(()) } else { Err(Failure::Blocked) }
}

fn notify(key: &str) {
    for (tab, listener) in device().listeners.borrow().iter().filter(|(tab, _)| *tab != device::tab()) {
        let (listener, key) = (listener.clone(), key.to_owned());
        device::within(*tab, || device::spawn(async move { listener(Some(key)) }));
    }
}
