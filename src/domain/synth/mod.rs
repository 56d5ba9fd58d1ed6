//! Speech synthesis: English text to samples. Browsers' voices cannot be recorded, so a sound file has this one.
//!
//! Text is read as words (`reading`), words become sounds of speech (`spelling`), these get lengths and a melody (`prosody`), and a
//! synthesiser of formants, the resonances of the mouth, makes samples of them (`formants`). Pure: the same text gives the same
//! samples. Knows nothing of sessions.

mod formants;
mod phones;
mod prosody;
mod reading;
mod spelling;

use formants::Synthesiser;
use prosody::{Melody, Segment};

/// Samples a second.
pub const SAMPLE_RATE: u32 = 16_000;

/// A text as it is spoken.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    segments: Vec<Segment>,
    melody: Melody,
}

impl Utterance {
    /// `text` in speech. Characters that have no sound in English are left out, and so is what follows after half a minute.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let (segments, melody) = prosody::spoken(&reading::phrases(text));
        Self { segments, melody }
    }

    /// Its length in milliseconds; 0 if nothing is said.
    #[must_use]
    pub fn length_ms(&self) -> i64 {
        self.segments.iter().map(|segment| i64::from(segment.ms)).sum()
    }

    /// Its samples, −32,767 … 32,767.
    #[must_use]
    pub fn samples(&self) -> Vec<i16> {
        Synthesiser::default().speak(&self.segments, &self.melody)
    }
}

/// The sounds of `text` in `ARPAbet`, a word in each line.
#[must_use]
pub fn sounds(text: &str) -> String {
    let words = reading::phrases(text).into_iter().flat_map(|phrase| phrase.words);
    words.map(|word| word.iter().flat_map(|(phone, _)| [phone.name, " "]).collect::<String>() + "\n").collect()
}
