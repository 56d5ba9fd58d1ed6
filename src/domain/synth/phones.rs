//! The sounds of English: lengths, formants, noise. Lengths after Klatt (1979), "Synthesis by rule of segmental durations"; formants
//! and bandwidths after Klatt (1980), "Software for a cascade/parallel formant synthesizer", tables II and III.

/// The manner in which a sound is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Manner {
    /// Nothing is heard.
    Pause,
    /// The mouth is open.
    Vowel,
    /// The breath of the vowel that follows.
    Breath,
    /// The mouth narrows without noise.
    Glide,
    /// The mouth is closed, the nose open.
    Nasal,
    /// Noise at a narrow place.
    Fricative,
    /// Closed, then let go.
    Stop,
    /// Closed, then let go into noise.
    Affricate,
}

/// A sound of speech.
#[derive(Debug)]
pub(super) struct Phone {
    /// Its name in `ARPAbet`.
    pub name: &'static str,
    pub manner: Manner,
    /// True if the voice sounds in it.
    pub voiced: bool,
    /// Its length in a stressed syllable, and the shortest. Milliseconds.
    pub ms: (u8, u8),
    /// The first three formants at its beginning. Hertz.
    pub from: [u16; 3],
    /// The same at its end.
    pub to: [u16; 3],
    /// Their bandwidths. Hertz.
    pub width: [u16; 3],
    /// Its noise.
    pub noise: Noise,
}

/// The noise of a sound: two resonances, and what passes unchanged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Noise {
    /// Hertz, bandwidth in hertz, amplitude in thousandths.
    pub peaks: [(u16, u16, u16); 2],
    /// Amplitude in thousandths.
    pub flat: u16,
}

/// The sound of this name.
pub(super) fn phone(name: &str) -> Option<&'static Phone> {
    PHONES.iter().find(|phone| phone.name == name)
}

const QUIET: Noise = Noise { peaks: [(1000, 1000, 0), (1000, 1000, 0)], flat: 0 };

const fn vowel(name: &'static str, ms: (u8, u8), from: [u16; 3], to: [u16; 3], width: [u16; 3]) -> Phone {
    Phone { name, manner: Manner::Vowel, voiced: true, ms, from, to, width, noise: QUIET }
}

const fn consonant(
    name: &'static str,
    (manner, voiced): (Manner, bool),
    ms: (u8, u8),
    at: [u16; 3],
    width: [u16; 3],
    noise: Noise,
) -> Phone {
    Phone { name, manner, voiced, ms, from: at, to: at, width, noise }
}

const fn noise(first: (u16, u16, u16), second: (u16, u16, u16), flat: u16) -> Noise {
    Noise { peaks: [first, second], flat }
}

const HISS: Noise = noise((5000, 1000, 260), (7000, 1600, 200), 0);
const HUSH: Noise = noise((2700, 500, 230), (4600, 1800, 160), 0);
const LIPS: Noise = noise((1500, 3000, 12), (7000, 2000, 30), 14);
const TEETH: Noise = noise((1700, 2000, 6), (6500, 2500, 40), 8);
const POP: Noise = noise((700, 700, 220), (2000, 2500, 70), 30);
const TAP: Noise = noise((3900, 1500, 330), (5800, 2500, 260), 20);
const CLICK: Noise = noise((1900, 400, 420), (3600, 1800, 110), 10);

const V: (Manner, bool) = (Manner::Fricative, true);
const U: (Manner, bool) = (Manner::Fricative, false);

/// Every sound.
pub(super) const PHONES: [Phone; 40] = [
    vowel("IY", (155, 60), [310, 2020, 2960], [290, 2070, 2980], [45, 100, 200]),
    vowel("IH", (135, 45), [400, 1800, 2570], [470, 1600, 2600], [50, 100, 140]),
    vowel("EY", (190, 75), [480, 1720, 2520], [330, 2020, 2600], [60, 90, 150]),
    vowel("EH", (150, 70), [530, 1680, 2500], [620, 1530, 2530], [55, 90, 150]),
    vowel("AE", (220, 80), [670, 1720, 2430], [690, 1580, 2470], [70, 110, 180]),
    vowel("AA", (230, 100), [700, 1220, 2600], [700, 1220, 2600], [110, 70, 140]),
    vowel("AO", (230, 100), [600, 990, 2570], [630, 1040, 2600], [90, 100, 80]),
    vowel("AH", (140, 60), [620, 1220, 2550], [620, 1220, 2550], [80, 50, 140]),
    vowel("OW", (220, 80), [540, 1100, 2300], [450, 900, 2300], [80, 70, 70]),
    vowel("UH", (160, 60), [450, 1100, 2350], [500, 1180, 2390], [80, 100, 80]),
    vowel("UW", (200, 70), [350, 1400, 2250], [310, 1000, 2200], [65, 110, 140]),
    vowel("AX", (110, 50), [500, 1400, 2400], [500, 1400, 2400], [100, 60, 110]),
    vowel("ER", (180, 80), [470, 1270, 1540], [420, 1310, 1540], [100, 60, 110]),
    vowel("AY", (245, 120), [660, 1200, 2550], [400, 1880, 2500], [100, 70, 200]),
    vowel("AW", (250, 120), [640, 1230, 2550], [420, 940, 2350], [80, 70, 140]),
    vowel("OY", (255, 130), [550, 960, 2400], [360, 1820, 2450], [80, 50, 130]),
    consonant("W", (Manner::Glide, true), (80, 60), [290, 610, 2150], [50, 80, 60], QUIET),
    consonant("Y", (Manner::Glide, true), (80, 40), [260, 2070, 3020], [40, 250, 500], QUIET),
    consonant("R", (Manner::Glide, true), (80, 40), [310, 1060, 1380], [70, 100, 120], QUIET),
    consonant("L", (Manner::Glide, true), (80, 45), [310, 1050, 2880], [50, 100, 280], QUIET),
    consonant("M", (Manner::Nasal, true), (90, 65), [480, 1100, 2130], [50, 120, 200], QUIET),
    consonant("N", (Manner::Nasal, true), (90, 60), [480, 1600, 2570], [50, 150, 200], QUIET),
    consonant("NG", (Manner::Nasal, true), (105, 65), [480, 1990, 2850], [50, 150, 200], QUIET),
    consonant("F", U, (105, 80), [340, 1100, 2080], [200, 120, 150], LIPS),
    consonant("V", V, (65, 45), [220, 1100, 2080], [60, 90, 120], LIPS),
    consonant("TH", U, (95, 65), [320, 1290, 2540], [200, 90, 200], TEETH),
    consonant("DH", V, (55, 35), [270, 1290, 2540], [60, 80, 170], TEETH),
    consonant("S", U, (110, 65), [320, 1500, 2530], [200, 80, 200], HISS),
    consonant("Z", V, (75, 45), [240, 1500, 2530], [70, 60, 180], HISS),
    consonant("SH", U, (110, 80), [300, 1840, 2750], [200, 100, 300], HUSH),
    consonant("ZH", V, (75, 45), [300, 1840, 2750], [70, 100, 300], HUSH),
    consonant("HH", (Manner::Breath, false), (80, 40), [500, 1400, 2400], [300, 150, 200], QUIET),
    consonant("P", (Manner::Stop, false), (85, 55), [400, 1000, 2150], [300, 150, 220], POP),
    consonant("B", (Manner::Stop, true), (80, 55), [200, 1000, 2150], [60, 110, 130], POP),
    consonant("T", (Manner::Stop, false), (70, 45), [400, 1700, 2600], [300, 120, 250], TAP),
    consonant("D", (Manner::Stop, true), (65, 45), [200, 1700, 2600], [60, 100, 170], TAP),
    consonant("K", (Manner::Stop, false), (75, 55), [300, 1990, 2550], [250, 160, 330], CLICK),
    consonant("G", (Manner::Stop, true), (75, 55), [200, 1990, 2550], [60, 150, 280], CLICK),
    consonant("CH", (Manner::Affricate, false), (60, 45), [350, 1800, 2820], [200, 90, 300], HUSH),
    consonant("JH", (Manner::Affricate, true), (55, 45), [260, 1800, 2820], [60, 80, 270], HUSH),
];
