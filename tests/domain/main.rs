//! The pure domain, tested natively through its public API: tables, properties, models, and the arrows between rooms.
#![cfg(not(target_arch = "wasm32"))]

mod architecture;
mod backup;
mod bounds;
mod catalogue;
mod coach;
mod content;
mod deleting;
mod figure;
mod journal;
mod log;
mod merge;
mod mirror;
mod pain;
mod place;
mod restore;
mod routine;
mod saved;
mod session;
mod settings;
mod sore;
mod sound;
mod unfinished;
mod way_back;
mod words;
