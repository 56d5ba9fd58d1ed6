//! The doors to loudspeaker, voice, media keys and shaking: there or not, they answer.

use mainspring::browser::audio::{Speaker, Tone};
use mainspring::browser::audio_session::{self, AudioSessionType};
use mainspring::browser::media_session::MediaKeys;
use mainspring::browser::track::TrackPlayer;
use mainspring::browser::{speech, vibration};
use mainspring::domain::sound::{Heard, Sound, Track};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(inline_js = "
    const count = { planned: [], stopped: 0, volumes: [] };
    const value = Object.getOwnPropertyDescriptor(AudioParam.prototype, 'value');
    Object.defineProperty(AudioParam.prototype, 'value', {
        ...value,
        set(to) {
            if (to <= 1) count.volumes.push(Math.round(to * 100));
            value.set.call(this, to);
        },
    });
    for (const name of ['start', 'stop']) {
        const before = OscillatorNode.prototype[name];
        OscillatorNode.prototype[name] = function (when) {
            if (name === 'start') count.planned.push([Math.round((when - this.context.currentTime) * 1000), this.frequency.value]);
            if (when === undefined) count.stopped += 1;
            return before.apply(this, arguments);
        };
    }
    export function takePlanned() { return JSON.stringify(count.planned.splice(0)); }
    export function takeVolumes() { return JSON.stringify(count.volumes.splice(0)); }
    export function takeStopped() { const n = count.stopped; count.stopped = 0; return n; }
    export function lockScreen() {
        const { metadata, playbackState } = navigator.mediaSession;
        return [metadata ? metadata.title + ' / ' + metadata.artist : '-', playbackState].join(', ');
    }
    export function decoded(pieces) {
        return new Blob(pieces).arrayBuffer()
            .then((bytes) => new OfflineAudioContext(1, 8000, 8000).decodeAudioData(bytes))
            .then((sound) => {
                const onset = sound.getChannelData(0).findIndex((sample) => Math.abs(sample) > 0.005);
                return JSON.stringify([sound.duration, onset]);
            });
    }
")]
extern "C" {
    #[wasm_bindgen(js_name = takePlanned)]
    fn take_planned() -> String;
    #[wasm_bindgen(js_name = takeVolumes)]
    fn take_volumes() -> String;
    #[wasm_bindgen(js_name = takeStopped)]
    fn take_stopped() -> u32;
    #[wasm_bindgen(js_name = lockScreen)]
    fn lock_screen() -> String;
    fn decoded(pieces: &js_sys::Array) -> js_sys::Promise;
}

const fn tone(sound_ms: i64, after_ms: u16, hertz: u16) -> Tone {
    Tone { sound_ms, after_ms, length_ms: 100, hertz, percent: 40 }
}

/// A loudspeaker after a tap, and nothing counted yet.
fn unlocked() -> Speaker {
    let speaker = Speaker::default();
    speaker.unlock();
    take_planned();
    take_stopped();
    speaker
}

#[wasm_bindgen_test]
fn nothing_is_planned_before_the_first_tap() {
    take_planned();
    Speaker::default().plan(&[tone(1000, 0, 660)]);
    assert_eq!(take_planned(), "[]");
}

#[wasm_bindgen_test]
fn tones_are_planned_on_the_audio_clock_and_taken_back() {
    let speaker = unlocked();
    speaker.plan(&[tone(1000, 0, 660), tone(2000, 180, 990)]);
    assert_eq!(take_planned(), "[[1000,660],[2180,990]]");
    speaker.plan(&[tone(3000, 0, 440)]);
    assert_eq!((take_planned().as_str(), take_stopped()), ("[[3000,440]]", 2));
    speaker.hush();
    assert_eq!(take_stopped(), 1);
}

#[wasm_bindgen_test]
fn a_sound_that_has_begun_is_not_cut_short_by_the_next_plan() {
    let speaker = unlocked();
    speaker.add(&[tone(0, 0, 784), tone(0, 180, 523), tone(1000, 0, 660)]);
    take_planned();
    take_stopped();
    speaker.plan(&[]);
    assert_eq!(take_stopped(), 1, "only what begins in a second");
    speaker.hush();
    assert_eq!(take_stopped(), 2);
}

#[wasm_bindgen_test]
fn what_is_about_to_sound_is_not_planned_twice() {
    let speaker = unlocked();
    speaker.plan(&[tone(90, 0, 660), tone(1000, 0, 990)]);
    take_planned();
    speaker.plan(&[tone(90, 0, 660), tone(1000, 0, 990)]);
    assert_eq!(take_planned(), "[[1000,990]]");
    speaker.hush();
}

#[wasm_bindgen_test]
fn the_volume_can_be_set_before_and_after_there_is_sound() {
    let speaker = Speaker::default();
    speaker.set_volume(30);
    speaker.plan(&[tone(500, 0, 660)]);
    take_volumes();
    speaker.unlock();
    speaker.set_volume(255);
    assert_eq!(take_volumes(), "[30,100]");
}

fn track() -> Track {
    Track { cues: vec![Heard { at_ms: 1_500, sound: Sound::Go }], length_ms: 12_000 }
}

#[wasm_bindgen_test]
async fn the_browser_decodes_the_track_and_the_tone_is_where_it_was_planned() {
    let pieces: js_sys::Array = track().wav(100).map(|piece| js_sys::Uint8Array::from(piece.as_slice())).collect();
    let told = JsFuture::from(decoded(&pieces)).await.expect("a sound file");
    let told = told.as_string().expect("text");
    let onset = told.trim_end_matches(']').rsplit(',').next().and_then(|n| n.parse::<i64>().ok()).expect("a tone");
    assert!(told.starts_with("[12,"), "twelve seconds: {told}");
    assert!((12_000..12_040).contains(&onset), "within 5 ms of 1.5 s: {onset}");
}

#[wasm_bindgen_test]
async fn the_player_loads_seeks_and_answers_whether_it_may_play() {
    let player = TrackPlayer::new(|_| ()).expect("audio");
    assert!(player.load(track().wav(100), "audio/wav"));
    assert!(player.is_paused());
    assert_eq!(player.position_ms(), 0);
    // Without a tap a browser may refuse: either answer is one.
    let plays = player.play().await;
    player.pause();
    assert!(player.is_paused());
    if plays {
        player.seek(5_000);
        assert_eq!(player.position_ms(), 5_000);
    }
}

#[wasm_bindgen_test]
fn the_lock_screen_is_described_and_given_back() {
    let keys = MediaKeys::take(|_| ()).expect("media keys");
    keys.describe("Lunge, left side", "Mainspring");
    keys.set_playing(true);
    keys.set_position(90_000, 60_000);
    assert_eq!(lock_screen(), "Lunge, left side / Mainspring, playing");
    keys.set_playing(false);
    assert_eq!(lock_screen(), "Lunge, left side / Mainspring, paused");
    drop(keys);
    assert_eq!(lock_screen(), "-, none");
}

#[wasm_bindgen_test]
fn a_voice_that_is_not_there_says_so() {
    speech::unlock();
    assert_eq!(speech::is_there(), !speech::voices().is_empty());
    let unheard = Rc::new(Cell::new(false));
    let told = unheard.clone();
    speech::say("Halfway.", 0, Box::new(move || told.set(true)));
    assert_eq!(unheard.get(), !speech::is_there());
    speech::hush();
    let arrivals = speech::Arrivals::listen(|| ());
    let synthesis = js_sys::Reflect::has(&js_sys::global(), &"speechSynthesis".into()).unwrap_or(false);
    assert_eq!(arrivals.is_some(), synthesis);
}

#[wasm_bindgen_test]
fn what_this_browser_does_not_have_is_answered_with_no() {
    let has = |name: &str| {
        let navigator = web_sys::window().expect("a window").navigator();
        js_sys::Reflect::get(navigator.unchecked_ref(), &name.into()).is_ok_and(|found| !found.is_undefined())
    };
    assert_eq!(audio_session::ask(AudioSessionType::Transient), has("audioSession"));
    assert_eq!(vibration::is_there(), has("vibrate"));
    assert!(vibration::is_there() || !vibration::vibrate(&[10]));
}
