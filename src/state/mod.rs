//! The app's state as signals over domain values, and the commands that change it. The only caller of `saved` and of `browser`:
//! pages and components call commands, which see that changes are saved.

mod app;
mod choices;
mod day;
mod disk;
mod echo;
#[cfg(feature = "web")]
mod language;
mod load_failure;
mod logbook;
mod navigation;
mod notices;
mod pains;
mod player;
mod reports;
mod restore_stage;
mod saved_state;
mod saving;
mod session_writer;
mod sound;
mod storage_facts;
mod store;
mod turn;
mod undo_steps;
mod wake_lock;
mod write_right;

pub use app::{
    App, Chunk, Signals, build, close_dialog, focus, focus_if_lost, fresh_key, keep_focus, mark_ready, open_dialog,
};
#[cfg(feature = "web")]
pub use app::{
    ScanEnd, SoundFile, SoundFileStage, before_print, begin, can_paste, can_scan, can_send, may_have_home_screen_app,
    print,
};
pub use choices::Choices;
#[cfg(feature = "web")]
pub use language::speak;
pub use load_failure::LoadFailure;
pub use logbook::Logbook;
pub use navigation::{Navigation, base, origin};
pub use notices::{Deleted, Notice, NoticeKind, Notices, Offer};
pub use pains::Pains;
pub use player::{Finished, Player, play_place};
pub use restore_stage::Restore;
pub use saved_state::Saved;
pub use sound::{has_silent_switch, has_voice};
pub use storage_facts::{StorageFacts, is_installed_app};
