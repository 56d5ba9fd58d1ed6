//! Doors that stay shut, or take what they are given and do nothing: sound, voice, screen, page.
#![allow(missing_docs, reason = "`src/browser` says what each of them is")]
#![allow(clippy::missing_const_for_fn, clippy::must_use_candidate, clippy::unused_async, reason = "as the doors are")]

pub mod audio {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Tone {
        pub sound_ms: i64,
        pub after_ms: u16,
        pub length_ms: u16,
        pub hertz: u16,
        pub percent: u8,
    }

    pub struct StateListener;

    impl StateListener {
        pub fn new(_changed: impl Fn() + 'static) -> Self {
            Self
        }
    }

    #[derive(Default)]
    pub struct Speaker(());

    impl Speaker {
        pub fn begin(&self) {}
        pub fn unlock(&self) {}
        pub fn is_running(&self) -> bool {
            true
        }
        pub fn wake(&self) {}
        pub fn seconds(&self) -> Option<f64> {
            None
        }
        pub fn close(&self) {}
        pub fn tell(&self, _changes: &StateListener) {}
        pub fn set_volume(&self, _volume: u8) {}
        pub fn plan(&self, _tones: &[Tone]) {}
        pub fn add(&self, _tones: &[Tone]) {}
        pub fn hush(&self) {}
    }
}

pub mod audio_session {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum AudioSessionType {
        Auto,
        Transient,
        Playback,
    }

    pub fn is_there() -> bool {
        false
    }

    pub fn ask(_manner: AudioSessionType) -> bool {
        false
    }
}

pub mod click {
    pub struct Click {
        pub at_ms: f64,
        pub place: (i32, i32),
        pub may_be_second: bool,
        pub mark: Option<String>,
        pub is_on_same: bool,
    }

    pub fn before_all(_attribute: &'static str, _is_echo: impl Fn(Click) -> bool + 'static) {}
}

pub mod dialog {
    pub fn open(_id: &str) {}
    pub fn close(_id: &str) {}
}

pub mod document {
    use super::super::device::{self, device};

    pub fn set_title(title: &str) {
        device().titles.borrow_mut().insert(device::tab(), title.to_owned());
    }
    pub fn focus(_id: &str) {}
    pub fn show(_id: &str) {}
    pub fn matches(_query: &str) -> bool {
        false
    }
    pub fn focused() -> Option<()> {
        None
    }
    pub fn focus_if_lost(_id: &str) {}
    pub fn keep_focus(_had: Option<&()>, _id: &str) {}
    pub fn blur() {}
    pub fn shown() -> String {
        String::new()
    }
    pub fn show_as(_note: Option<&str>) {}
    pub fn on_shown_otherwise(_changed: impl Fn() + 'static) {}
    pub fn set_data(_name: &str, _value: Option<&str>) {}
    pub fn data(_name: &str) -> Option<String> {
        None
    }
    pub fn dispatch(_name: &str) {}
    pub fn build() -> Option<String> {
        None
    }
    pub fn is_visible() -> bool {
        true
    }
    pub fn on_tap(_tapped: impl Fn() + 'static) {}
    pub fn on_visibility(_changed: impl Fn() + 'static) {}
}

pub mod download {
    use super::super::device::device;

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum FileOutcome {
        Over,
        Cancelled,
        Refused,
    }

    pub fn is_home_screen_app() -> bool {
        false
    }
    pub async fn file(_name: &str, _mime: &str, text: &str) -> FileOutcome {
        device().files.borrow_mut().push(text.to_owned());
        FileOutcome::Over
    }
    pub async fn bytes(_name: &str, _mime: &str, _bytes: &[u8]) -> FileOutcome {
        FileOutcome::Over
    }
    pub async fn copy(_text: &str) -> bool {
        true
    }
}

pub mod keyboard {
    pub struct KeyListener;

    impl KeyListener {
        pub fn listen(_pressed: impl Fn(&str) -> bool + 'static) -> Option<Self> {
            None
        }
    }
}

pub mod media_session {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum MediaKey {
        Play,
        Pause,
        Next,
        Previous,
    }

    pub struct MediaKeys;

    impl MediaKeys {
        pub fn take(_pressed: impl Fn(MediaKey) + Clone + 'static) -> Option<Self> {
            None
        }
        pub fn describe(&self, _title: &str, _artist: &str) {}
        pub fn set_playing(&self, _playing: bool) {}
        pub fn set_position(&self, _at_ms: u32, _length_ms: u32) {}
    }
}

pub mod persistence {
    pub async fn is_persisted() -> Option<bool> {
        Some(true)
    }
    pub async fn ask() -> Option<bool> {
        Some(true)
    }
    pub async fn used() -> Option<f64> {
        None
    }
}

pub mod random {
    use super::super::device;

    pub fn id() -> String {
        format!("id{:08}", device::fresh())
    }
    pub fn number() -> u32 {
        u32::try_from(device::fresh()).unwrap_or(0)
    }
}

pub mod service_worker {
    pub async fn register(_script: String, _waiting: impl Fn() + Clone + 'static) {}
    pub async fn accept() {}
}

pub mod speech {
    pub struct Arrivals;

    impl Arrivals {
        pub fn listen(_changed: impl Fn() + 'static) -> Option<Self> {
            None
        }
    }

    pub fn is_there() -> bool {
        false
    }
    pub fn unlock() {}
    pub fn say(_words: &str, _volume: u8, _unheard: Box<dyn Fn()>) {}
    pub fn hush() {}
}

pub mod track {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum TrackEvent {
        Ended,
        Paused,
        Going,
    }

    pub struct TrackPlayer;

    impl TrackPlayer {
        pub fn new(_happened: impl Fn(TrackEvent) + 'static) -> Option<Self> {
            None
        }
        pub fn load(&self, _pieces: impl Iterator<Item = Vec<u8>>, _mime: &str) -> bool {
            false
        }
        pub fn play(&self) -> impl Future<Output = bool> + use<> {
            std::future::ready(false)
        }
        pub fn pause(&self) {}
        pub fn is_paused(&self) -> bool {
            true
        }
        pub fn seek(&self, _ms: u32) {}
        pub fn position_ms(&self) -> i64 {
            0
        }
    }
}

pub mod vibration {
    pub fn vibrate(_pattern: &[u16]) -> bool {
        false
    }
}

pub mod wake_lock {
    #[derive(Clone, Debug)]
    pub struct Sentinel;

    pub struct Releases;

    impl Releases {
        pub fn new(_released: impl Fn(&Sentinel) + 'static) -> Self {
            Self
        }
        pub fn hear_of(&self, _lock: &Sentinel) {}
    }

    pub async fn request() -> Option<Sentinel> {
        Some(Sentinel)
    }
    pub fn is_same(_one: &Sentinel, _other: &Sentinel) -> bool {
        true
    }
    pub fn release(_sentinel: &Sentinel) {}
}
