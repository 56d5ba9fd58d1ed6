//! Tempo of an item: the seconds of each part of a repetition, in place of the exercise's own.

use super::Item;
use crate::domain::catalogue::{Demand, Measure};

/// The longest part of a repetition, in seconds.
pub const MAX_BEAT: u8 = 10;
/// The largest number of parts of a repetition.
pub const MAX_BEATS: usize = 8;

/// The seconds of each part of a repetition: those of `tempo`, if it has all of them, else the exercise's own.
#[must_use]
pub fn beat_seconds(demand: &Demand, tempo: &[u8]) -> Vec<u8> {
    if tempo.len() == demand.tempo.len() { tempo.to_vec() } else { own(demand) }
}

/// The time in the exercise's own tempo that is shown `ms` milliseconds after the beginning of a set in `tempo`, and its pace then:
/// milliseconds of the own tempo in a second.
#[must_use]
pub fn own_time(demand: &Demand, tempo: &[u8], ms: u32) -> (u32, u32) {
    let beats = beat_seconds(demand, tempo);
    let sum = |beats: &[u8]| beats.iter().map(|seconds| u32::from(*seconds) * 1000).sum::<u32>().max(1);
    let (rep, own_rep) = (sum(&beats), sum(&own(demand)));
    let (mut left, mut shown) = (ms % rep, ms / rep * own_rep);
    for (beat, own) in beats.iter().zip(demand.tempo) {
        let (length, own) = (u32::from(*beat) * 1000, u32::from(own.seconds) * 1000);
        if left < length {
            return (shown + left * own / length, own * 1000 / length);
        }
        left -= length;
        shown += own;
    }
    (shown, 1000)
}

/// `tempo` with no more parts than there can be, each within its range: what is left of a stored one.
#[must_use]
pub(in crate::domain) fn within_range(tempo: &[u8]) -> Vec<u8> {
    tempo.iter().take(MAX_BEATS).map(|seconds| (*seconds).clamp(1, MAX_BEAT)).collect()
}

fn own(demand: &Demand) -> Vec<u8> {
    demand.tempo.iter().map(|beat| beat.seconds).collect()
}

impl Item {
    /// `tempo` as this item can have it: each part of its repetitions from 1 to [`MAX_BEAT`] seconds, or none where it is the
    /// exercise's own or does not fit. Of an exercise that this version does not know it stays.
    pub(in crate::domain) fn checked_tempo(&self, tempo: &[u8]) -> Vec<u8> {
        let tempo = within_range(tempo);
        let fits = self.demand().is_none_or(|demand| {
            demand.dose.measure != Measure::Seconds && demand.tempo.len() == tempo.len() && own(demand) != tempo
        });
        if fits { tempo } else { Vec::new() }
    }
}
