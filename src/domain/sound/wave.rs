//! A track as the bytes of a sound file: WAV, mono, 8,000 samples a second, 8 bits each.
//!
//! The bits are µ-law (ITU-T G.711), which browsers decode: the size of plain 8-bit samples, 29 MB an hour, but with the resolution of
//! 13 bits in quiet parts. It is made in pieces of ten seconds, so that only one is in memory beside what the
//! browser keeps.
//!
//! Between tones there is a hum of 32 Hz at −60 dB, inaudible at that pitch, instead of silence: Chromium treats
//! a page whose sound stays below −72.2 dB as silent (`kSilenceThresholdDBFS`), and soon lets a silent page in
//! the background sleep.

use super::plan::Heard;
use super::{Note, Track};

/// Samples a second.
pub const RATE: u32 = 8_000;
/// Samples a millisecond.
const PER_MS: i64 = RATE as i64 / 1000;
/// Samples in one piece.
const PIECE: i64 = RATE as i64 * 10;
/// Fade-in and fade-out of a tone, so that it does not click. Milliseconds.
const EDGE: i64 = 15;
/// Samples in one period of the hum.
const HUM: i64 = 250;
/// The maximum of a sample.
const FULL: i32 = 32_767;
/// Longest possible sound, counted generously, in samples.
const SOUND: i64 = RATE as i64 * 2;

impl Track {
    /// The file, piece by piece, in order; `volume` is 0 … 100.
    ///
    /// The volume is in the samples because not every device lets a page set a media element's, and because a quieter
    /// element would bring the hum below what keeps the page awake.
    pub fn wav(&self, volume: u8) -> impl Iterator<Item = Vec<u8>> + '_ {
        let (mut from, samples) = (0, self.length_ms * PER_MS);
        let pieces = std::iter::from_fn(move || {
            let begin = from;
            from = (from + PIECE).min(samples);
            (begin < samples).then(|| piece(&self.cues, volume, begin, from))
        });
        std::iter::once(header(u32::try_from(samples).unwrap_or(0))).chain(pieces)
    }
}

fn header(samples: u32) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(58);
    let mut put = |part: &[u8]| bytes.extend_from_slice(part);
    put(b"RIFF");
    put(&(samples + 50).to_le_bytes());
    put(b"WAVEfmt ");
    // Eighteen bytes of format: µ-law, one channel, the rate, as many bytes a second, one byte a sample, 8 bits.
    put(&[18, 0, 0, 0, 7, 0, 1, 0]);
    put(&RATE.to_le_bytes());
    put(&RATE.to_le_bytes());
    put(&[1, 0, 8, 0, 0, 0]);
    put(b"fact");
    put(&[4, 0, 0, 0]);
    put(&samples.to_le_bytes());
    put(b"data");
    put(&samples.to_le_bytes());
    bytes
}

fn piece(cues: &[Heard], volume: u8, from: i64, to: i64) -> Vec<u8> {
    // Every piece starts with a whole period of the hum.
    let wave: Vec<i32> = (0..HUM).map(|at| sine(at * 65_536 / HUM) / 1024).collect();
    let mut samples: Vec<i32> = wave.into_iter().cycle().take(usize::try_from(to - from).unwrap_or(0)).collect();
    for heard in cues {
        let begin = heard.at_ms * PER_MS;
        if begin < to && begin + SOUND > from {
            for note in heard.sound.notes() {
                add(&mut samples, begin - from + i64::from(note.after_ms) * PER_MS, *note, volume, PER_MS);
            }
        }
    }
    samples.into_iter().map(mu_law).collect()
}

/// Adds a tone that begins at sample `begin`, which may be before or after this piece, of `per_ms` samples a millisecond.
pub(super) fn add(samples: &mut [i32], begin: i64, note: Note, volume: u8, per_ms: i64) {
    let (length, wave) = (i64::from(note.length_ms) * per_ms, i64::from(note.hertz) * 65_536 / (1000 * per_ms));
    let fade = EDGE * per_ms;
    let loudness = i32::from(note.percent) * i32::from(volume.min(100));
    for at in 0..length {
        let Some(sample) = usize::try_from(begin + at).ok().and_then(|index| samples.get_mut(index)) else { continue };
        let edge = i64::from(sine(at * wave) * loudness / 10_000) * (at + 1).min(length - at).min(fade) / fade;
        *sample += i32::try_from(edge).unwrap_or(0);
    }
}

/// The sine of `turn` / 65,536 turns, −32,767 … 32,767, to a fifth of a percent: Bhaskara's fraction.
fn sine(turn: i64) -> i32 {
    let half = i32::try_from(turn & 0x7fff).unwrap_or(0);
    let parabola = (half * (0x8000 - half)) >> 15;
    let height = ((4 * parabola) << 15) / (0xa000 - parabola);
    if turn & 0x8000 == 0 { height.min(FULL) } else { -height.min(FULL) }
}

/// A sample of 16 bits in 8, by ITU-T G.711.
fn mu_law(sample: i32) -> u8 {
    const BIAS: u32 = 132;
    let size = sample.unsigned_abs().min(32_635) + BIAS;
    let octave = 24 - size.leading_zeros();
    let sign = if sample < 0 { 0x80 } else { 0 };
    let [code, ..] = (sign | octave << 4 | (size >> (octave + 3) & 15)).to_le_bytes();
    !code
}
