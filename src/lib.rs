//! Mainspring: strength training for runners, in the browser.
//!
//! The rooms, and which may know which: `pages → state, ui, domain` · `state → domain, browser` · `ui → domain values` ·
//! `browser →` nothing of ours · `domain →` nothing of ours. `tests/domain/architecture.rs` holds them to it.
#![forbid(unsafe_code)]

pub mod domain;

#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod pages;
#[cfg(feature = "web")]
pub mod state;
#[cfg(feature = "web")]
pub mod ui;
