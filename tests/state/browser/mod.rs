//! A double of `src/browser` for native tests: the same doors, onto a device simulated in memory (`device.rs`). Its tabs
//! share the clock, localStorage, `IndexedDB` and the locks, as the tabs of one browser do.

pub mod clock;
pub mod device;
pub mod history;
pub mod indexed_db;
pub mod local_storage;
pub mod locks;
pub mod picked_file;
mod silent;

pub use silent::{
    audio, audio_session, click, dialog, document, download, keyboard, media_session, persistence, random,
    service_worker, speech, track, vibration, wake_lock,
};
