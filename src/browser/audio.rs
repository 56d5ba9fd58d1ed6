//! Tones on the audio clock, which runs on when timers are throttled.

use std::cell::RefCell;
use web_sys::{AudioContext, AudioContextState, OscillatorNode};

/// One tone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    /// Seconds from now.
    pub after: f64,
    /// Seconds long.
    pub length: f64,
    /// Hertz.
    pitch: f32,
}

impl Tone {
    /// A short, low tone: something is about to happen.
    #[must_use]
    pub const fn early(after: f64) -> Self {
        Self { after, length: 0.12, pitch: 660.0 }
    }

    /// A long, high tone: it happens now.
    #[must_use]
    pub const fn long(after: f64) -> Self {
        Self { after, length: 0.6, pitch: 990.0 }
    }
}

/// The page's loudspeaker. Silent until [`Speaker::unlock`] was called from a tap.
#[derive(Default)]
pub struct Speaker {
    context: RefCell<Option<AudioContext>>,
    coming: RefCell<Vec<OscillatorNode>>,
}

impl Speaker {
    /// Wakes the audio clock; must be called from within a tap. Does nothing where there is no audio.
    pub fn unlock(&self) {
        let mut context = self.context.borrow_mut();
        if context.is_none() {
            *context = AudioContext::new().ok();
        }
        if let Some(context) = context.as_ref().filter(|c| c.state() != AudioContextState::Running) {
            // Its promise settles when the browser allows sound; until then tones are silent.
            let _ = context.resume();
        }
    }

    /// Plans `tones` in the place of whatever was planned before.
    pub fn plan(&self, tones: &[Tone]) {
        self.hush();
        let context = self.context.borrow();
        let Some(context) = context.as_ref() else { return };
        let mut coming = self.coming.borrow_mut();
        coming.extend(tones.iter().filter_map(|tone| schedule(context, *tone)));
    }

    /// Cancels every tone that has not sounded yet.
    pub fn hush(&self) {
        for oscillator in self.coming.borrow_mut().drain(..) {
            // A tone that is over already cannot be stopped again.
            #[allow(deprecated, reason = "web-sys marks the inherited method so; there is no other")]
            let _ = oscillator.stop();
        }
    }
}

fn schedule(context: &AudioContext, tone: Tone) -> Option<OscillatorNode> {
    /// Seconds over which a tone swells and fades, so that it does not click.
    const EDGE: f64 = 0.015;
    const VOLUME: f32 = 0.4;
    let (oscillator, gain) = (context.create_oscillator().ok()?, context.create_gain().ok()?);
    let start = context.current_time() + tone.after.max(0.0);
    let end = start + tone.length;
    oscillator.frequency().set_value(tone.pitch);
    gain.gain().set_value_at_time(0.0, start).ok()?;
    gain.gain().linear_ramp_to_value_at_time(VOLUME, start + EDGE).ok()?;
    gain.gain().set_value_at_time(VOLUME, end - EDGE).ok()?;
    gain.gain().linear_ramp_to_value_at_time(0.0, end).ok()?;
    oscillator.connect_with_audio_node(&gain).ok()?;
    gain.connect_with_audio_node(&context.destination()).ok()?;
    oscillator.start_with_when(start).ok()?;
    #[allow(deprecated, reason = "web-sys marks the inherited method so; there is no other")]
    oscillator.stop_with_when(end).ok()?;
    Some(oscillator)
}
