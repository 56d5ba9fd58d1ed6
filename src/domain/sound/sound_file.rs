//! A spoken track as the bytes of a sound file: WAV, mono, 16,000 samples a second, 16 bits each, 1.9 MB a minute.
//!
//! Plain samples, because they are the one kind of WAV that every player, watch and messenger opens; µ-law would be half of it and
//! is refused by some. Twice the rate of the track of pocket mode, because an "s" is above the half of that. It is made in
//! pieces of a second, and words are spoken when their piece comes, so that little is in memory and nothing waits long.

use super::SpokenTrack;
use super::wave::add;
use crate::domain::synth::{SAMPLE_RATE, Utterance};

/// Samples a millisecond.
const PER_MS: i64 = SAMPLE_RATE as i64 / 1000;
/// Samples of a piece: a second.
const PIECE: i64 = SAMPLE_RATE as i64;
/// Bytes of a sample.
const BYTES: u32 = 2;
/// Longer than any tone. Milliseconds.
const TONE: i64 = 2_000;
/// Words that are cut short fade out. Samples.
const FADE: i64 = 20 * PER_MS;

impl SpokenTrack {
    /// Length of the file of a track of `length_ms`, in bytes, but for its title.
    #[must_use]
    pub const fn bytes(length_ms: i64) -> i64 {
        length_ms * PER_MS * BYTES as i64
    }

    /// The file, piece by piece, in order. `title` and `artist` are those that a player shows.
    pub fn file<'a>(&'a self, title: &str, artist: &str) -> impl Iterator<Item = Vec<u8>> + use<'a> {
        let samples = self.length_ms * PER_MS;
        let (mut from, mut voice) = (0, Voice { next: 0, samples: Vec::new() });
        let pieces = std::iter::from_fn(move || {
            let begin = from;
            from = (from + PIECE).min(samples);
            (begin < samples).then(|| self.piece(&mut voice, begin, from))
        });
        std::iter::once(header(u32::try_from(samples).unwrap_or(0), title, artist)).chain(pieces)
    }

    fn piece(&self, voice: &mut Voice, from: i64, to: i64) -> Vec<u8> {
        let mut samples = vec![0; usize::try_from(to - from).unwrap_or(0)];
        let first = self.cues.partition_point(|cue| (cue.at_ms + TONE) * PER_MS <= from);
        for cue in self.cues[first..].iter().take_while(|cue| cue.at_ms * PER_MS < to) {
            for note in cue.sound.notes() {
                let begin = (cue.at_ms + i64::from(note.after_ms)) * PER_MS - from;
                add(&mut samples, begin, *note, 100, PER_MS);
            }
        }
        while let Some(words) = self.words.get(voice.next).filter(|words| words.at_ms * PER_MS < to) {
            if voice.samples.is_empty() {
                voice.samples = Utterance::of(&words.text).samples();
            }
            let (begin, end) = (words.at_ms * PER_MS, words.until_ms * PER_MS);
            for at in begin.max(from)..end.min(to) {
                let spoken = usize::try_from(at - begin).ok().and_then(|index| voice.samples.get(index));
                let Some(place) = usize::try_from(at - from).ok().and_then(|index| samples.get_mut(index)) else {
                    continue;
                };
                let faded = i64::from(*spoken.unwrap_or(&0)) * (end - at).min(FADE) / FADE;
                *place += i32::try_from(faded).unwrap_or(0);
            }
            if end > to {
                break;
            }
            voice.next += 1;
            voice.samples.clear();
        }
        let sample = |sample: i32| i16::try_from(sample.clamp(-32_767, 32_767)).unwrap_or(0);
        samples.into_iter().flat_map(|wide| sample(wide).to_le_bytes()).collect()
    }
}

/// The words that come next, and their samples while they are said.
struct Voice {
    next: usize,
    samples: Vec<i16>,
}

fn header(samples: u32, title: &str, artist: &str) -> Vec<u8> {
    let mut list = b"INFO".to_vec();
    for (id, text) in [(*b"INAM", title), (*b"IART", artist)] {
        let mut text = text.as_bytes().to_vec();
        text.push(0);
        put(&mut list, id, &text);
    }
    let data = samples * BYTES;
    let mut format = vec![1, 0, 1, 0];
    format.extend(SAMPLE_RATE.to_le_bytes());
    format.extend((SAMPLE_RATE * BYTES).to_le_bytes());
    format.extend([2, 0, 16, 0]);
    let mut chunks = b"WAVE".to_vec();
    put(&mut chunks, *b"fmt ", &format);
    put(&mut chunks, *b"LIST", &list);
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((u32::try_from(chunks.len()).unwrap_or(0) + 8 + data).to_le_bytes());
    bytes.extend(chunks);
    bytes.extend(b"data");
    bytes.extend(data.to_le_bytes());
    bytes
}

/// Adds a chunk; chunks have an even length.
fn put(bytes: &mut Vec<u8>, id: [u8; 4], contents: &[u8]) {
    bytes.extend(id);
    bytes.extend(u32::try_from(contents.len()).unwrap_or(0).to_le_bytes());
    bytes.extend(contents);
    if contents.len() % 2 == 1 {
        bytes.push(0);
    }
}
