//! The shell around every page: the frame with its navigation and notices, the lazy chunk, and the page of an unknown address.
//! Knows no page.

mod frame;
mod lazy;
mod lost;

pub(super) use frame::{Page, notices, start};
pub(super) use lazy::{LazyPages, Pages};
pub(super) use lost::{not_found, not_found_near, page as lost_page};
