//! A formant synthesiser after Klatt (1980), "Software for a cascade/parallel formant synthesizer", J. Acoust. Soc. Am. 67: voice and breath
//! pass through the resonances of mouth and nose one after the other, the noise of consonants through others side by side.
//! The voice is the pulse of Klatt & Klatt (1990), "Analysis, synthesis, and perception of voice quality variations".

use super::SAMPLE_RATE;
use super::phones::{Manner, Noise};
use super::prosody::Segment;
use std::f32::consts::PI;

/// [`SAMPLE_RATE`].
const RATE: f32 = 16_000.0;
/// Samples for which the formants stay as they are: 5 ms.
const FRAME: usize = SAMPLE_RATE as usize / 200;
/// Milliseconds of a frame.
const FRAME_MS: f32 = 5.0;
const PERIOD: f32 = 1.0 / RATE;
/// The higher formants, which stay the same, and their bandwidths. Hertz.
const HIGHER: [(f32, f32); 5] = [(3350.0, 250.0), (4100.0, 300.0), (5000.0, 400.0), (6100.0, 500.0), (7200.0, 600.0)];
/// The resonance of the nose, and the frequency that it takes away while the mouth is closed. Hertz.
const NOSE: f32 = 270.0;
const NOSE_TAKES: f32 = 450.0;
/// The part of a period in which the vocal folds are open.
const OPEN: f32 = 0.6;
/// The amplitude of a loud vowel.
const LOUDNESS: f32 = 12_000.0;
/// No sample is so loud. A beep has room beside it.
const LIMIT: f32 = 19_000.0;

/// Filter of two poles: one resonance.
#[derive(Clone, Copy, Debug, Default)]
struct Resonator {
    a: f32,
    b: f32,
    c: f32,
    before: f32,
    earlier: f32,
}

impl Resonator {
    /// Sets its frequency and bandwidth in hertz.
    fn tune(&mut self, hertz: f32, width: f32) {
        let radius = (-PI * width * PERIOD).exp();
        self.c = -radius * radius;
        self.b = 2.0 * radius * (2.0 * PI * hertz * PERIOD).cos();
        self.a = 1.0 - self.b - self.c;
    }

    /// The same, with `gain` at its frequency.
    fn tune_peak(&mut self, (hertz, width, gain): (u16, u16, u16)) {
        let (hertz, width) = (f32::from(hertz), f32::from(width));
        self.tune(hertz, width);
        let radius = (-PI * width * PERIOD).exp();
        let far = (1.0 - 2.0 * radius * (4.0 * PI * hertz * PERIOD).cos() + radius * radius).sqrt();
        let rise = 2.0 * (PI * hertz * PERIOD).sin();
        self.a = f32::from(gain) / 1000.0 * (1.0 - radius) * far / rise;
    }

    fn pass(&mut self, sample: f32) -> f32 {
        let out = self.a * sample + self.b * self.before + self.c * self.earlier;
        (self.earlier, self.before) = (self.before, out);
        out
    }

    /// The inverse filter: takes its frequency away.
    fn take(&mut self, sample: f32) -> f32 {
        let out = (sample - self.b * self.before - self.c * self.earlier) / self.a;
        (self.earlier, self.before) = (self.before, sample);
        out
    }
}

/// Values of one frame.
#[derive(Clone, Copy, Debug)]
struct VoiceFrame {
    formants: [f32; 3],
    width: [f32; 3],
    nose: f32,
    voice: f32,
    breath: f32,
    hiss: f32,
    noise: Noise,
    pitch: f32,
}

#[derive(Debug)]
pub(super) struct Synthesiser {
    mouth: [Resonator; 3],
    higher: [Resonator; HIGHER.len()],
    nose: Resonator,
    nose_takes: Resonator,
    noise: [Resonator; 2],
    /// Position in the period of the voice, 0 … 1.
    phase: f32,
    random: u32,
    /// The last sample of the noise.
    source: f32,
    /// Amplitudes of voice, breath and noise at the end of the last frame.
    levels: [f32; 3],
}

impl Default for Synthesiser {
    fn default() -> Self {
        let silent = Resonator::default();
        let mut new = Self {
            mouth: [silent; 3],
            higher: [silent; HIGHER.len()],
            nose: silent,
            nose_takes: silent,
            noise: [silent; 2],
            phase: 0.0,
            random: 0x2545_f491,
            source: 0.0,
            levels: [0.0; 3],
        };
        for (resonator, (hertz, width)) in new.higher.iter_mut().zip(HIGHER) {
            resonator.tune(hertz, width);
        }
        new.nose.tune(NOSE, 100.0);
        new
    }
}

impl Synthesiser {
    pub(super) fn speak(mut self, segments: &[Segment], melody: &[(f32, f32)]) -> Vec<i16> {
        let total: usize = segments.iter().map(|segment| usize::from(segment.ms)).sum();
        let length = total * SAMPLE_RATE as usize / 1000;
        let mut samples = Vec::with_capacity(length + FRAME);
        let (mut at, mut begin, mut now) = (0, 0.0, 0.0);
        while samples.len() < length {
            while at + 1 < segments.len() && now >= begin + f32::from(segments[at].ms) {
                begin += f32::from(segments[at].ms);
                at += 1;
            }
            let frame = frame(segments, at, now - begin, pitch(melody, now));
            self.add(&mut samples, &frame);
            now += FRAME_MS;
        }
        samples.truncate(length);
        samples
    }

    fn add(&mut self, samples: &mut Vec<i16>, frame: &VoiceFrame) {
        for at in 0..3 {
            self.mouth[at].tune(frame.formants[at], frame.width[at]);
        }
        self.nose_takes.tune(frame.nose, 100.0);
        for (resonator, peak) in self.noise.iter_mut().zip(frame.noise.peaks) {
            resonator.tune_peak(peak);
        }
        let flat = f32::from(frame.noise.flat) / 1000.0;
        let goal = [frame.voice, frame.breath, frame.hiss];
        let from = self.levels;
        let mut part = 0.0;
        for _ in 0..FRAME {
            part += FRAME_MS.recip() * 1000.0 * PERIOD;
            let [voice, breath, hiss] = [0, 1, 2].map(|which| from[which] + (goal[which] - from[which]) * part);
            let pulse = self.pulse(frame.pitch);
            let random = self.random();
            // While the vocal folds are closed less breath passes.
            let open = if voice > 0.05 && self.phase > OPEN { 0.5 } else { 1.0 };
            let mut sound = pulse * voice + random * breath * open;
            sound = self.nose.pass(self.nose_takes.take(sound));
            for resonator in self.higher.iter_mut().chain(&mut self.mouth) {
                sound = resonator.pass(sound);
            }
            let source = random * hiss * open;
            // Nothing of it is low.
            let rise = source - self.source;
            self.source = source;
            let noise: f32 = self.noise.iter_mut().map(|resonator| resonator.pass(rise)).sum();
            sound += (noise + source * flat) * 4.0;
            samples.push(limited(sound * LOUDNESS));
        }
        self.levels = goal;
    }

    /// The next sample of the voice at `pitch` hertz: the flow's change while the vocal folds open and close.
    fn pulse(&mut self, pitch: f32) -> f32 {
        self.phase += pitch * PERIOD;
        if self.phase >= 1.0 {
            self.phase -= 1.0;
        }
        let open = self.phase / OPEN;
        if open < 1.0 { open * (2.0 - 3.0 * open) } else { 0.0 }
    }

    /// White noise, −1 … 1.
    fn random(&mut self) -> f32 {
        self.random = self.random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [high, low, ..] = self.random.to_be_bytes();
        f32::from(u16::from_be_bytes([high, low])) / 32_768.0 - 1.0
    }
}

/// A sample, the louder the more it is pressed down, so that the voice is even and never at its limit.
fn limited(sample: f32) -> i16 {
    #[allow(clippy::cast_possible_truncation, reason = "less than LIMIT")]
    let limited = (LIMIT * sample / (LIMIT + sample.abs())) as i16;
    limited
}

/// The pitch at `now` milliseconds, with the small unsteadiness of every voice.
fn pitch(melody: &[(f32, f32)], now: f32) -> f32 {
    let after = melody.iter().position(|(at, _)| *at > now).unwrap_or(melody.len());
    let hertz = match (after.checked_sub(1).map(|before| melody[before]), melody.get(after)) {
        (Some((from, low)), Some((to, high))) => low + (high - low) * (now - from) / (to - from),
        (Some((_, only)), None) => only,
        (None, next) => next.map_or(100.0, |next| next.1),
    };
    let flutter = (now * 0.0798).sin() + (now * 0.0446).sin() + (now * 0.0295).sin();
    hertz * (1.0 + 0.004 * flutter)
}

fn frame(segments: &[Segment], at: usize, into: f32, pitch: f32) -> VoiceFrame {
    let segment = &segments[at];
    let (before, next) = (at.checked_sub(1).map(|before| &segments[before]), segments.get(at + 1));
    let ms = f32::from(segment.ms);
    let reach = |other: &Segment| reach(segment, other).min(ms);
    // A diphthong rests a while at both ends.
    let way = ((into / ms - 0.2) / 0.6).clamp(0.0, 1.0);
    let formants = [0, 1, 2].map(|which| {
        let mut hertz = segment.from[which] + (segment.to[which] - segment.from[which]) * way;
        if let Some(before) = before {
            let off = border(before, segment, which) - segment.from[which];
            hertz += off * fade(into / reach(before));
        }
        if let Some(next) = next {
            let off = border(segment, next, which) - segment.to[which];
            hertz += off * fade((ms - into) / reach(next));
        }
        hertz
    });
    let level = |of: fn(&Segment) -> f32| {
        let from = before.map_or(0.0, of);
        from + (of(segment) - from) * ((into + FRAME_MS) / segment.attack.min(ms)).min(1.0)
    };
    let nasal = |other: Option<&Segment>, away: f32| {
        let is_nasal = other.is_some_and(|other| other.manner == Manner::Nasal);
        if is_nasal { 0.5 * fade(away / 60.0) } else { 0.0 }
    };
    let nose = match segment.manner {
        Manner::Nasal => 1.0,
        Manner::Vowel | Manner::Glide => nasal(before, into).max(nasal(next, ms - into)),
        _ => 0.0,
    };
    VoiceFrame {
        formants,
        width: segment.width,
        nose: NOSE + (NOSE_TAKES - NOSE) * nose,
        voice: level(|segment| segment.voice),
        breath: level(|segment| segment.breath),
        hiss: level(|segment| segment.hiss),
        noise: segment.noise,
        pitch,
    }
}

/// A formant at the border of two segments: that of the one whose manner is stronger, with a share of the other.
fn border(left: &Segment, right: &Segment, which: usize) -> f32 {
    let (left_at, right_at) = (left.to[which], right.from[which]);
    let (strong, weak, share) = if left.manner > right.manner {
        (left_at, right_at, left.share[which])
    } else {
        (right_at, left_at, right.share[which])
    };
    if left.manner == Manner::Pause {
        right_at
    } else if right.manner == Manner::Pause {
        left_at
    } else {
        strong + (weak - strong) * share
    }
}

/// Milliseconds of the way from the border with `other` to the formants of `segment`.
fn reach(segment: &Segment, other: &Segment) -> f32 {
    match segment.manner.max(other.manner) {
        Manner::Pause | Manner::Vowel | Manner::Breath => 60.0,
        Manner::Glide if segment.manner == Manner::Glide => 35.0,
        Manner::Glide => 75.0,
        _ if segment.manner >= Manner::Nasal => 25.0,
        _ => 50.0,
    }
}

/// 1 at 0, 0 from 1 on, smooth between.
fn fade(part: f32) -> f32 {
    let part = part.clamp(0.0, 1.0);
    1.0 - part * part * (3.0 - 2.0 * part)
}
