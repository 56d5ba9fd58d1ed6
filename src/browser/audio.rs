//! Tones scheduled on the audio clock, which runs on when timers are throttled.

use js_sys::Promise;
use std::cell::{Cell, RefCell};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AudioContext, AudioContextState, GainNode, OscillatorNode};

/// A sound that begins within this time counts as begun. Seconds.
const BEGUN: f64 = 0.1;
/// The longest possible sound. Seconds.
const LONGEST: f64 = 2.0;

/// One tone of a sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// Beginning of the sound that the tone is part of: milliseconds from now.
    pub sound_ms: i64,
    /// Milliseconds after the sound's beginning.
    pub after_ms: u16,
    /// Milliseconds long.
    pub length_ms: u16,
    /// Pitch.
    pub hertz: u16,
    /// Volume in percent of the maximum.
    pub percent: u8,
}

/// The page's audio output. Silent until [`Speaker::begin`] was called from a tap.
pub struct Speaker {
    context: RefCell<Option<(AudioContext, GainNode)>>,
    coming: RefCell<Vec<Coming>>,
    volume: Cell<u8>,
}

/// Listener for changes of the audio clock's state: a call or another app can stop it at any time.
pub struct StateListener(Closure<dyn Fn()>);

impl StateListener {
    /// Calls `changed` at each change.
    #[must_use]
    pub fn new(changed: impl Fn() + 'static) -> Self {
        Self(Closure::new(changed))
    }
}

/// A scheduled tone, and the moment on the audio clock at which its sound begins.
struct Coming {
    sound: f64,
    oscillator: OscillatorNode,
}

impl Default for Speaker {
    fn default() -> Self {
        Self { context: RefCell::default(), coming: RefCell::default(), volume: Cell::new(100) }
    }
}

impl Speaker {
    /// Opens the audio clock. It runs at once if this is called from within a tap. Does nothing if there is no audio.
    pub fn begin(&self) {
        let mut context = self.context.borrow_mut();
        if context.is_none() {
            *context = open();
        }
    }

    /// Opens and resumes the audio clock; must be called from within a tap.
    pub fn unlock(&self) {
        self.begin();
        self.wake_from(|state| state != AudioContextState::Running);
        self.set_volume(self.volume.get());
    }

    /// True while the audio clock runs, so that scheduled tones are heard.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.state() == Some(AudioContextState::Running)
    }

    /// Resumes a suspended audio clock, without a tap. Not while a call or another app has the sound: Safari would then return a
    /// clock that never moves again.
    pub fn wake(&self) {
        self.wake_from(|state| state == AudioContextState::Suspended);
    }

    fn wake_from(&self, is_asleep: fn(AudioContextState) -> bool) {
        if let Some((context, _)) = self.context.borrow().as_ref().filter(|(context, _)| is_asleep(context.state())) {
            // `StateListener` is called when it runs again.
            settle(context.resume());
        }
    }

    /// The time on the audio clock: seconds since its beginning; `None` if it is not open.
    #[must_use]
    pub fn seconds(&self) -> Option<f64> {
        self.context.borrow().as_ref().map(|(context, _)| context.current_time())
    }

    /// Closes the audio clock: the next [`Speaker::unlock`] opens another.
    pub fn close(&self) {
        self.coming.take();
        if let Some((context, _)) = self.context.take() {
            context.set_onstatechange(None);
            // It is silent from now on, whether closing succeeds or not.
            settle(context.close());
        }
    }

    /// Calls `changes` when the audio clock, once it is open, stops or runs again.
    pub fn tell(&self, changes: &StateListener) {
        if let Some((context, _)) = self.context.borrow().as_ref() {
            context.set_onstatechange(Some(changes.0.as_ref().unchecked_ref()));
        }
    }

    fn state(&self) -> Option<AudioContextState> {
        self.context.borrow().as_ref().map(|(context, _)| context.state())
    }

    /// Sets the volume of everything from now on, 0 … 100; 100 until it is set.
    pub fn set_volume(&self, volume: u8) {
        self.volume.set(volume.min(100));
        if let Some((_, master)) = self.context.borrow().as_ref() {
            master.gain().set_value(f32::from(self.volume.get()) / 100.0);
        }
    }

    /// Schedules `tones` and cancels what was scheduled before. A sound that has begun plays to its end, and so does one that
    /// begins within a tenth of a second: the audio clock and the page's own differ by some milliseconds.
    pub fn plan(&self, tones: &[Tone]) {
        let context = self.context.borrow();
        let Some((context, master)) = context.as_ref() else { return };
        let now = context.current_time();
        self.cancel(now + BEGUN);
        let mut coming = self.coming.borrow_mut();
        coming.retain(|coming| coming.sound > now - LONGEST);
        // A sound that is about to begin may be in `tones` again, and would be twice as loud.
        let begins = coming.iter().any(|coming| coming.sound > now);
        let wanted = tones.iter().filter(|tone| !begins || tone.sound_ms > 100);
        coming.extend(wanted.filter_map(|tone| schedule(context, master, *tone)));
    }

    /// Schedules `tones` in addition.
    pub fn add(&self, tones: &[Tone]) {
        let context = self.context.borrow();
        let Some((context, master)) = context.as_ref() else { return };
        self.coming.borrow_mut().extend(tones.iter().filter_map(|tone| schedule(context, master, *tone)));
    }

    /// Stops every sound at once.
    pub fn hush(&self) {
        self.cancel(f64::NEG_INFINITY);
    }

    /// Cancels every sound that begins after this time of the audio clock.
    fn cancel(&self, after: f64) {
        self.coming.borrow_mut().retain(|coming| {
            if coming.sound > after {
                // A tone that has ended already cannot be stopped again.
                #[allow(deprecated, reason = "web-sys marks the inherited method so; there is no other")]
                let _ = coming.oscillator.stop();
            }
            coming.sound <= after
        });
    }
}

/// Handles a rejection: otherwise the browser reports it as an error of the page.
fn settle(promise: Result<Promise, JsValue>) {
    if let Ok(promise) = promise {
        spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}

fn open() -> Option<(AudioContext, GainNode)> {
    let context = AudioContext::new().ok()?;
    let master = context.create_gain().ok()?;
    master.connect_with_audio_node(&context.destination()).ok()?;
    Some((context, master))
}

fn schedule(context: &AudioContext, master: &GainNode, tone: Tone) -> Option<Coming> {
    /// Seconds of fade-in and fade-out of a tone, so that it does not click.
    const EDGE: f64 = 0.015;
    let (oscillator, gain) = (context.create_oscillator().ok()?, context.create_gain().ok()?);
    let sound = context.current_time() + f64::from(i32::try_from(tone.sound_ms.max(0)).ok()?) / 1000.0;
    let start = sound + f64::from(tone.after_ms) / 1000.0;
    let end = start + f64::from(tone.length_ms) / 1000.0;
    let volume = f32::from(tone.percent) / 100.0;
    oscillator.frequency().set_value(f32::from(tone.hertz));
    gain.gain().set_value_at_time(0.0, start).ok()?;
    gain.gain().linear_ramp_to_value_at_time(volume, start + EDGE).ok()?;
    gain.gain().set_value_at_time(volume, end - EDGE).ok()?;
    gain.gain().linear_ramp_to_value_at_time(0.0, end).ok()?;
    oscillator.connect_with_audio_node(&gain).ok()?;
    gain.connect_with_audio_node(master).ok()?;
    oscillator.start_with_when(start).ok()?;
    #[allow(deprecated, reason = "web-sys marks the inherited method so; there is no other")]
    oscillator.stop_with_when(end).ok()?;
    Some(Coming { sound, oscillator })
}
