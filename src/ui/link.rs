//! Links within the app. Their addresses are given without the base path under which a host serves the app; it is added
//! here.

use super::element::{El, el};
use crate::domain::base::Base;
use std::cell::OnceCell;

thread_local! {
    static BASE: OnceCell<Base> = const { OnceCell::new() };
}

/// Sets the base of every link that is made from now on, once.
pub fn set_base(base: Base) {
    BASE.with(|known| known.set(base)).ok();
}

/// A new link to an address of the app.
#[must_use]
pub fn link(href: &str) -> El {
    el("a").attr("href", &with_base(href))
}

/// A new link whose address follows signals.
#[must_use]
pub fn link_live(href: impl Fn() -> String + 'static) -> El {
    el("a").attr_live("href", move || Some(with_base(&href())))
}

fn with_base(href: &str) -> String {
    BASE.with(|base| base.get_or_init(Base::default).with(href))
}
