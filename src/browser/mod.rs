//! Browser adapters: one web API per file. A refusal is returned as a value, never a panic. Imports no other room.

pub mod audio;
pub mod audio_session;
pub mod camera;
pub mod click;
pub mod clock;
pub mod dialog;
pub mod document;
pub mod download;
pub mod history;
pub mod indexed_db;
pub mod intl;
pub mod keyboard;
pub mod local_storage;
pub mod locks;
pub mod media_session;
pub mod panic;
pub mod persistence;
pub mod picked_file;
pub mod printing;
pub mod random;
pub mod service_worker;
pub mod speech;
pub mod track;
pub mod vibration;
pub mod wake_lock;
pub mod web_share;
