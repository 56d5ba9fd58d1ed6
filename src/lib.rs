//! Mainspring: strength training for runners, in the browser.
//!
//! The rooms, and which may know which: `pages → state, ui, text, domain` · `state → text, domain, browser` · `ui → text, domain` ·
//! `text → domain` · `browser →` nothing of ours · `domain →` nothing of ours. `tests/domain/architecture.rs` holds them to it.
#![forbid(unsafe_code)]

pub mod domain;
pub mod text;

#[cfg(feature = "web")]
pub mod browser;
/// The double of the browser in native tests of the state.
#[cfg(all(feature = "doubles", not(feature = "web")))]
#[path = "../tests/state/browser/mod.rs"]
pub mod browser;
#[cfg(feature = "web")]
pub mod pages;
#[cfg(any(feature = "web", feature = "doubles"))]
pub mod state;
#[cfg(feature = "web")]
pub mod ui;
