//! The app's state as signals over domain values, and the commands that change it. The only caller of `saved` and of
//! `browser`: pages and parts say what the runner wants, this room sees to it that it is kept.

mod app;
mod disk;
mod echo;
#[cfg(feature = "web")]
mod language;
mod load_failure;
mod navigation;
mod notices;
mod saved_state;
mod store;
mod turn;
mod write_right;

#[cfg(feature = "web")]
pub use app::begin;
pub use app::{
    App, Chunk, Finished, Restore, Signals, StorageFacts, build, close_dialog, focus, fresh_key, has_silent_switch,
    is_installed_app, keep_focus, mark_ready, open_dialog, play_place,
};
#[cfg(feature = "web")]
pub use language::speak;
pub use load_failure::LoadFailure;
pub use navigation::{Navigation, base, origin};
pub use notices::{Deleted, Notice, Notices, Offer, Tone};
pub use saved_state::Saved;
