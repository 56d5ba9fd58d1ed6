//! The browser's doors, tried in a real one.
#![cfg(target_arch = "wasm32")]

mod element;
mod indexed_db;
mod local_storage;
mod parts;
mod place;
mod sound;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
