//! The pure domain, tested natively through its public API: tables, properties, models, and the arrows between rooms.
#![cfg(not(target_arch = "wasm32"))]

mod architecture;
mod backup;
mod base;
mod blocks;
mod bounds;
mod cases;
mod catalogue;
mod coach;
mod content;
mod deleting;
mod figure;
mod journal;
mod kit;
mod link;
mod log;
mod mangled;
mod merge;
mod mirror;
mod name;
mod pain;
mod place;
mod restore;
mod routine;
mod said;
mod saved;
mod session;
mod settings;
mod sore;
mod sound;
mod tap;
mod text;
mod unfinished;
mod way_back;
mod words;
