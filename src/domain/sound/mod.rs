//! Tones, spoken words and the track of pocket mode, with their times, computed from a session. Knows no
//! audio output, no voice and no clock.

mod announcer;
mod count;
mod plan;
mod sound_file;
mod speech;
mod spoken_track;
mod track;
mod wave;

pub use announcer::{Announcer, Decision};
pub use count::{count_ticks, counted_aloud};
pub use plan::{Heard, ToneChoice, opening, plan};
pub use speech::{Moment, Spoken, since, spoken};
pub use spoken_track::{LONGEST_FILE, SpokenTrack, TrackWords, file_length, spoken_track};
pub use track::{LONGEST, Track, due, keep_time, track};
pub use wave::RATE;

/// A sound with its own meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sound {
    /// Countdown: the phase ends in three, two, one seconds.
    Early,
    /// Work begins: one long, high tone.
    Go,
    /// A rest begins: falling.
    Rest,
    /// A rest before another exercise begins: falling, then up.
    RestExercise,
    /// A rest before another round begins: falling three times.
    RestRound,
    /// Change sides: up and down again.
    Switch,
    /// The session waits for the runner: rising.
    Turn,
    /// The session is over: four rising tones.
    Finished,
    /// Half of a hold is over.
    Halfway,
    /// The next part of a repetition begins.
    Beat,
    /// A further second of the same part.
    Tick,
}

/// One tone of a sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// Milliseconds after the sound's beginning.
    pub after_ms: u16,
    /// Length in milliseconds, fade-in and fade-out included.
    pub length_ms: u16,
    /// Pitch.
    pub hertz: u16,
    /// Volume in percent of the maximum. Three sounds at once stay below 100.
    pub percent: u8,
}

impl Sound {
    /// Every sound.
    pub const ALL: [Self; 11] = [
        Self::Early,
        Self::Go,
        Self::Rest,
        Self::RestExercise,
        Self::RestRound,
        Self::Switch,
        Self::Turn,
        Self::Finished,
        Self::Halfway,
        Self::Beat,
        Self::Tick,
    ];

    /// Its tones, in order, without overlap.
    #[must_use]
    pub const fn notes(self) -> &'static [Note] {
        NOTES[self as usize]
    }

    /// Its vibration pattern: milliseconds on, off, on …
    #[must_use]
    pub fn vibration(self) -> Vec<u16> {
        let mut pattern = Vec::new();
        let mut over = 0;
        for note in self.notes() {
            if note.after_ms > 0 {
                pattern.push(note.after_ms - over);
            }
            pattern.push(note.length_ms);
            over = note.after_ms + note.length_ms;
        }
        pattern
    }
}

const fn note(after_ms: u16, length_ms: u16, hertz: u16, percent: u8) -> Note {
    Note { after_ms, length_ms, hertz, percent }
}

/// The tones of each sound, in the order of [`Sound`].
const NOTES: [&[Note]; Sound::ALL.len()] = [
    &[note(0, 120, 660, 40)],
    &[note(0, 600, 990, 40)],
    &[note(0, 150, 784, 40), note(180, 450, 523, 40)],
    &[note(0, 150, 784, 40), note(180, 150, 523, 40), note(360, 450, 659, 40)],
    &[note(0, 150, 784, 40), note(180, 150, 659, 40), note(360, 150, 523, 40), note(540, 450, 392, 40)],
    &[note(0, 150, 784, 40), note(180, 150, 988, 40), note(360, 350, 784, 40)],
    &[note(0, 150, 523, 40), note(180, 450, 784, 40)],
    &[note(0, 130, 523, 40), note(160, 130, 659, 40), note(320, 130, 784, 40), note(480, 600, 1047, 40)],
    &[note(0, 70, 880, 30), note(140, 70, 880, 30)],
    &[note(0, 60, 880, 20)],
    &[note(0, 40, 587, 10)],
];
