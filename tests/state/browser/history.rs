//! The history and address bar of each simulated tab.

use super::device::{self, device};
use std::rc::Rc;

/// The address of the present tab: path, query and hash.
#[must_use]
pub fn address() -> (String, String, String) {
    let device = device();
    let addresses = device.addresses.borrow();
    let href = addresses.get(&device::tab()).map_or("/", |(all, at)| &all[*at]);
    let (rest, hash) = href.split_once('#').unwrap_or((href, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    (path.to_owned(), query.to_owned(), hash.to_owned())
}

/// Scheme, host and port.
#[must_use]
pub fn origin() -> String {
    "https://mainspring.test".to_owned()
}

/// Goes to `href`, with a way back.
pub fn push(href: &str) {
    let device = device();
    let mut addresses = device.addresses.borrow_mut();
    let (all, at) = addresses.entry(device::tab()).or_insert_with(|| (vec!["/".to_owned()], 0));
    all.truncate(*at + 1);
    all.push(href.to_owned());
    *at += 1;
}

/// Goes to `href` without a way back to here.
pub fn replace(href: &str) {
    let device = device();
    let mut addresses = device.addresses.borrow_mut();
    let (all, at) = addresses.entry(device::tab()).or_insert_with(|| (vec!["/".to_owned()], 0));
    href.clone_into(&mut all[*at]);
}

/// There is no page that could be shown as it was.
pub fn keep(_note: &str) {}

/// Nothing was kept.
#[must_use]
pub fn kept() -> Option<String> {
    None
}

/// A listener for moves in the history.
pub type Moved = Rc<dyn Fn()>;

/// Goes one step back in the present tab, as the browser's button does.
pub fn back() {
    let device = device();
    if let Some((_, at)) = device.addresses.borrow_mut().get_mut(&device::tab()) {
        *at = at.saturating_sub(1);
    }
    let moved = device.moves.borrow().iter().filter(|(tab, _)| *tab == device::tab()).map(|(_, m)| m.clone()).collect();
    let moved: Vec<Moved> = moved;
    for moved in &moved {
        moved();
    }
}

/// Calls `moved` after each step back or forward.
pub fn on_move(moved: impl Fn() + 'static) {
    device().moves.borrow_mut().push((device::tab(), Rc::new(moved)));
}

/// There is no page, so no links.
pub fn on_link(_followed: impl Fn(&str, &str, &str) -> bool + 'static) {}
