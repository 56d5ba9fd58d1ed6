//! Lengths and melody: phrases of words to segments of the synthesiser.

use super::phones::{Manner, Noise, Phone};
use super::reading::{Phrase, PhraseEnd};

/// A stretch of speech with one manner.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Segment {
    /// Its length in milliseconds.
    pub ms: u16,
    pub manner: Manner,
    /// The first three formants at its beginning and at its end. Hertz.
    pub from: [f32; 3],
    pub to: [f32; 3],
    /// Their bandwidths. Hertz.
    pub width: [f32; 3],
    /// Amplitudes of voice, breath and noise, 0 … 1.
    pub voice: f32,
    pub breath: f32,
    pub hiss: f32,
    pub noise: Noise,
    /// Milliseconds until its amplitudes are reached.
    pub attack: f32,
    /// The share of its neighbour in the formants at the border between them, by formant.
    pub share: [f32; 3],
}

/// The pitch at moments in order: milliseconds and hertz.
pub(super) type Melody = Vec<(f32, f32)>;

/// Pauses after a comma and after a sentence. Milliseconds.
const COMMA: u16 = 180;
const STOP: u16 = 330;
/// Everything is said so much slower than in conversation.
const SLOWER: f32 = 1.12;

/// A sound in its place.
struct Placed {
    phone: &'static Phone,
    stress: bool,
    is_first: bool,
    ms: f32,
}

/// The segments of `phrases`, and the melody over them.
pub(super) fn spoken(phrases: &[Phrase]) -> (Vec<Segment>, Melody) {
    let (mut segments, mut melody) = (Vec::new(), Vec::new());
    for (at, phrase) in phrases.iter().enumerate() {
        let placed = lengths(phrase);
        let begin = total(&segments);
        segments.extend(pause(30));
        let accents = add(&mut segments, &placed);
        sing(&mut melody, begin, total(&segments), &accents, phrase.end);
        let is_last = at + 1 == phrases.len();
        segments.extend(pause(match phrase.end {
            _ if is_last => 60,
            PhraseEnd::Comma => COMMA,
            PhraseEnd::Stop => STOP,
        }));
    }
    (segments, melody)
}

fn total(segments: &[Segment]) -> f32 {
    segments.iter().map(|segment| f32::from(segment.ms)).sum()
}

/// The sounds of a phrase with their lengths: shorter without stress, in long words, in clusters and before a voiceless
/// consonant; longer at the end.
fn lengths(phrase: &Phrase) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    for word in &phrase.words {
        let is_vowel = |at: usize| word.get(at).is_some_and(|(phone, _)| phone.manner == Manner::Vowel);
        let syllables = (0..word.len()).filter(|at| is_vowel(*at)).count();
        for (at, (phone, stress)) in word.iter().enumerate() {
            let mut part = 1.0;
            if is_vowel(at) {
                part *= if *stress { 1.0 } else { 0.62 };
                part *= if syllables > 1 { 0.85 } else { 1.0 };
                part *= word.get(at + 1).map_or(1.0, |(next, _)| before(next));
            } else {
                part *= if at == 0 { 1.0 } else { 0.8 };
                let in_cluster = at + 1 < word.len() && !is_vowel(at + 1) || at > 0 && !is_vowel(at - 1);
                part *= if in_cluster { 0.7 } else { 1.0 };
            }
            let (full, least) = (f32::from(phone.ms.0), f32::from(phone.ms.1));
            placed.push(Placed { phone, stress: *stress, is_first: at == 0, ms: least + (full - least) * part });
        }
    }
    let last = placed.iter().rposition(|sound| sound.phone.manner == Manner::Vowel).unwrap_or(0);
    placed.iter_mut().skip(last).for_each(|sound| sound.ms *= 1.3);
    placed
}

/// The part of its length that a vowel has before `next`.
fn before(next: &Phone) -> f32 {
    match (next.manner, next.voiced) {
        (Manner::Stop | Manner::Affricate, false) => 0.82,
        (Manner::Fricative, true) => 1.2,
        (Manner::Nasal, _) => 0.9,
        _ => 1.0,
    }
}

/// Adds the segments of `placed`. Returns the beginning and the length of each stressed vowel.
fn add(segments: &mut Vec<Segment>, placed: &[Placed]) -> Vec<(f32, f32)> {
    let mut accents = Vec::new();
    for (at, sound) in placed.iter().enumerate() {
        let next = placed.get(at + 1);
        let before = at.checked_sub(1).and_then(|before| placed.get(before));
        if sound.stress {
            accents.push((total(segments), sound.ms * SLOWER));
        }
        let phone = sound.phone;
        match phone.manner {
            Manner::Stop => stop(segments, sound, before, next),
            Manner::Affricate => {
                segments.push(closure(sound));
                let hush = Segment { hiss: 0.9, attack: 4.0, ..steady(phone, 60.0) };
                segments.push(Segment { voice: if phone.voiced { 0.25 } else { 0.0 }, ..hush });
            }
            Manner::Breath => segments.push(breath(next, sound.ms, 0.35)),
            _ => segments.push(steady(phone, sound.ms)),
        }
    }
    accents
}

/// A closure, the burst at its end, and after a voiceless stop the breath until the voice begins.
fn stop(segments: &mut Vec<Segment>, sound: &Placed, before: Option<&Placed>, next: Option<&Placed>) {
    let (phone, before) = (sound.phone, before.map(|before| before.phone));
    segments.push(closure(sound));
    // Another closure at the same place takes the burst.
    if next.is_some_and(|next| next.phone.noise == phone.noise && next.phone.manner == Manner::Stop) {
        return;
    }
    let burst = if phone.voiced { 8.0 } else { 12.0 };
    let mut let_go = Segment { hiss: if phone.voiced { 0.5 } else { 0.8 }, attack: 1.0, ..steady(phone, burst) };
    // The burst of the back of the tongue is at the second formant of the vowel that follows.
    if phone.noise.peaks[0].0 == 1900 {
        let vowel = next.map_or(1500, |next| next.phone.from[1]);
        let_go.noise.peaks[0].0 = vowel.clamp(1000, 2300) + 100;
        let_go.ms += 6;
    }
    segments.push(let_go);
    let after_s = before.is_some_and(|before| before.name == "S") && !sound.is_first;
    if !phone.voiced {
        let ms = match next {
            Some(next) if next.stress && !after_s => 50.0,
            Some(next) if next.phone.manner == Manner::Glide && !after_s => 35.0,
            Some(_) => 12.0,
            None => 40.0,
        };
        segments.push(breath(next, ms, 0.4));
    }
}

fn closure(sound: &Placed) -> Segment {
    let voice = if sound.phone.voiced { 0.10 } else { 0.0 };
    Segment { voice, hiss: 0.0, attack: 8.0, ..steady(sound.phone, sound.ms) }
}

/// Breath with the formants of what follows.
fn breath(next: Option<&Placed>, ms: f32, breath: f32) -> Segment {
    const NEUTRAL: [f32; 3] = [500.0, 1500.0, 2500.0];
    let at =
        next.filter(|next| next.phone.manner <= Manner::Glide).map_or(NEUTRAL, |next| next.phone.from.map(f32::from));
    Segment {
        ms: whole(ms * SLOWER),
        manner: Manner::Breath,
        from: at,
        to: at,
        width: [250.0, 120.0, 200.0],
        voice: 0.0,
        breath,
        hiss: 0.0,
        attack: 10.0,
        share: [0.5; 3],
        ..pause(0)[0].clone()
    }
}

fn steady(phone: &Phone, ms: f32) -> Segment {
    let (voice, hiss, attack) = match phone.manner {
        Manner::Vowel => (1.0, 0.0, 20.0),
        Manner::Glide => (0.75, 0.0, 25.0),
        Manner::Nasal => (0.35, 0.0, 12.0),
        Manner::Fricative if phone.voiced => (0.35, 0.55, 15.0),
        _ => (0.0, 1.0, 15.0),
    };
    let voice = if phone.voiced { voice } else { 0.0 };
    let share = match phone.manner {
        Manner::Glide => [0.4; 3],
        Manner::Vowel | Manner::Breath => [0.5; 3],
        // The lips leave the vowel as it is; the tip of the tongue less; the back of the tongue follows it.
        _ => match phone.from[1] {
            ..1200 => [0.4, 0.6, 0.5],
            1900.. => [0.4, 0.7, 0.5],
            _ => [0.4, 0.45, 0.5],
        },
    };
    Segment {
        ms: whole(ms * SLOWER),
        manner: phone.manner,
        from: phone.from.map(f32::from),
        to: phone.to.map(f32::from),
        width: phone.width.map(f32::from),
        voice,
        breath: if phone.manner == Manner::Vowel { 0.008 } else { 0.0 },
        hiss,
        noise: phone.noise,
        attack,
        share,
    }
}

fn pause(ms: u16) -> [Segment; 1] {
    let at = [500.0, 1500.0, 2500.0];
    let noise = Noise { peaks: [(1000, 1000, 0); 2], flat: 0 };
    [Segment {
        ms,
        manner: Manner::Pause,
        from: at,
        to: at,
        width: [100.0; 3],
        voice: 0.0,
        breath: 0.0,
        hiss: 0.0,
        noise,
        attack: 15.0,
        share: [1.0; 3],
    }]
}

fn whole(ms: f32) -> u16 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length of some hundred milliseconds")]
    let whole = ms.max(1.0).round() as u16;
    whole
}

/// The melody of a phrase from `begin` to `end`: it sinks, rises at each accent, and falls at the end of a sentence.
fn sing(melody: &mut Melody, begin: f32, end: f32, accents: &[(f32, f32)], how: PhraseEnd) {
    const HIGH: f32 = 124.0;
    const LOW: f32 = 98.0;
    let base = |at: f32| HIGH - (HIGH - LOW) * ((at - begin) / (end - begin).max(1200.0)).clamp(0.0, 1.0);
    melody.push((begin, base(begin)));
    for (at, length) in accents {
        let (peak, after) = (at + length * 0.35, at + length * 0.9);
        melody.push((at - 50.0, base(*at)));
        melody.push((peak, base(peak) + 18.0));
        melody.push((after, base(after) + 2.0));
    }
    let last = match how {
        PhraseEnd::Comma => base(end) + 12.0,
        PhraseEnd::Stop => 80.0,
    };
    melody.push((end, last));
    melody.sort_by(|a, b| a.0.total_cmp(&b.0));
}
