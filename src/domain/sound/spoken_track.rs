//! A whole routine as a track with a voice: for any player, without the app. It moves on as pocket mode does, so a set that
//! the runner ends lasts as long as its tempo.

use super::plan::{Heard, ToneChoice, heard, opening};
use super::speech::{Moment, spoken};
use super::track::{due, keep_time};
use super::{Sound, counted_aloud};
use crate::domain::session::Session;
use crate::domain::synth::Utterance;
use crate::domain::units::{Seconds, Timestamp};
use std::collections::BTreeMap;

/// Longest file: two hours, which is a quarter of a gigabyte. Milliseconds.
pub const LONGEST_FILE: i64 = 2 * 3_600_000;
/// Time after the last word. Milliseconds.
const TAIL: i64 = 1_000;
/// Time between a tone and the words that follow it. Milliseconds.
const APART: i64 = 80;

/// Words in a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackWords {
    /// Their beginning, in milliseconds from that of the track.
    pub at_ms: i64,
    /// Their end: earlier than their length if other words cut them short.
    pub until_ms: i64,
    /// The words.
    pub text: String,
}

/// The tones and the words of a routine, from getting ready to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenTrack {
    /// Every tone, in order.
    pub cues: Vec<Heard>,
    /// All words, in order; none begins before the last have ended.
    pub words: Vec<TrackWords>,
    /// Length in milliseconds.
    pub length_ms: i64,
}

/// The track of `session`, which begins; `words` are those of a moment. Repetitions are counted down, aloud where they are slow enough,
/// since nothing else tells how many are left. `None` if it would be longer than [`LONGEST_FILE`].
#[must_use]
pub fn spoken_track(
    session: &Session,
    wants: ToneChoice,
    words: &dyn Fn(&Session, Moment) -> String,
) -> Option<SpokenTrack> {
    let mut writer = Writer { cues: Vec::new(), words: Vec::new(), lengths: BTreeMap::new() };
    let begin = session.phase().since();
    let end = phases(session, |session, at, until| {
        let told = at.ms_since(begin);
        writer.say(session, at, told, words);
        let Some((end, next)) = until else { return };
        let cues = heard(session, at, Some(end), opening(next), wants);
        writer.cues.extend(cues.into_iter().map(|cue| Heard { at_ms: told + cue.at_ms, ..cue }));
    })?;
    let last = writer.words.last().map_or(0, |words| words.until_ms);
    writer.cues.sort_by_key(|cue| (cue.at_ms, cue.sound));
    Some(SpokenTrack { cues: writer.cues, words: writer.words, length_ms: end.ms_since(begin).max(last) + TAIL })
}

/// About the length of the same track: to the end of its last set. `None` if it is too long.
#[must_use]
pub fn file_length(session: &Session) -> Option<Seconds> {
    let end = phases(session, |_, _, _| {})?;
    u32::try_from(end.ms_since(session.phase().since()) / 1000).ok().map(Seconds)
}

/// Calls `each` with the session at the beginning of each phase, that moment, and its end with the session then. Returns the
/// end of the last set; `None` if that is too late.
fn phases(
    session: &Session,
    mut each: impl FnMut(&Session, Timestamp, Option<(Timestamp, &Session)>),
) -> Option<Timestamp> {
    let begin = session.phase().since();
    let (mut session, mut at) = (session.clone(), begin);
    while let Some(end) = due(&session, begin) {
        if end.ms_since(begin) > LONGEST_FILE {
            return None;
        }
        let (next, _) = keep_time(session.clone(), end, begin);
        each(&session, at, Some((end, &next)));
        (session, at) = (next, end);
    }
    each(&session, at, None);
    Some(at)
}

struct Writer {
    cues: Vec<Heard>,
    words: Vec<TrackWords>,
    /// The lengths of words said before.
    lengths: BTreeMap<String, i64>,
}

impl Writer {
    /// Adds the words of the phase that begins `at`, `told` milliseconds into the track.
    fn say(&mut self, session: &Session, at: Timestamp, told: i64, words: &dyn Fn(&Session, Moment) -> String) {
        // The rest that follows says that the set is done.
        let counted = counted_aloud(session, at).into_iter().filter(|spoken| spoken.moment != Moment::CountOver);
        for spoken in spoken(session, at).into_iter().chain(counted) {
            let opens = spoken.moment == Moment::Opening;
            // The tone with which a phase begins is over first.
            let tone = if opens && told > 0 { opening(session).map_or(0, tone_ms) } else { 0 };
            self.add(told + spoken.at_ms + tone, opens, words(session, spoken.moment));
        }
    }

    /// Adds `text`, unless other words are still said. The words of a new phase cut those short.
    fn add(&mut self, at_ms: i64, opens: bool, text: String) {
        if let Some(last) = self.words.last_mut().filter(|last| last.until_ms > at_ms) {
            if !opens {
                return;
            }
            last.until_ms = at_ms;
        }
        let length = match self.lengths.get(&text) {
            Some(length) => *length,
            None => Utterance::of(&text).length_ms(),
        };
        self.lengths.insert(text.clone(), length);
        if length > 0 {
            self.words.push(TrackWords { at_ms, until_ms: at_ms + length, text });
        }
    }
}

fn tone_ms(sound: Sound) -> i64 {
    sound.notes().last().map_or(0, |note| i64::from(note.after_ms + note.length_ms) + APART)
}
