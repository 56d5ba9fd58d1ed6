//! The voice of sound files: text to sounds, their lengths, and samples. A journey (`sound-file.spec.mjs`) has a recogniser listen to it.
#![allow(clippy::cast_precision_loss, clippy::cast_possible_wrap, reason = "files of some minutes")]

use crate::cases::cases;
use mainspring::domain::routine::ready_made;
use mainspring::domain::session::{Session, Start};
use mainspring::domain::sound::{ToneChoice, spoken_track};
use mainspring::domain::synth::{SAMPLE_RATE, Utterance, sounds};
use mainspring::domain::units::{Offset, Timestamp};
use mainspring::text::speech::words_with_level;
use proptest::prelude::*;
use rstest::rstest;
use std::collections::BTreeSet;

/// Longest utterance. Milliseconds.
const LONGEST: i64 = 60_000;

/// The words of every ready-made routine, each once.
fn all_words() -> BTreeSet<String> {
    let wants = ToneChoice { beeps: true, halfway: true, tempo: false };
    let sessions = ready_made()
        .into_iter()
        .filter_map(|routine| Session::start(String::new(), &Start::of(&routine), Timestamp(0), Offset::default()));
    let tracks = sessions.filter_map(|session| spoken_track(&session, wants, &words_with_level));
    tracks.flat_map(|track| track.words.into_iter().map(|words| words.text)).collect()
}

fn loudness(samples: &[i16]) -> f64 {
    let sum: f64 = samples.iter().map(|sample| f64::from(*sample).powi(2)).sum();
    (sum / samples.len().max(1) as f64).sqrt()
}

/// The part of neighbouring samples between which the sign changes.
fn crossings(samples: &[i16]) -> f64 {
    samples.windows(2).filter(|pair| (pair[0] < 0) != (pair[1] < 0)).count() as f64 / samples.len() as f64
}

#[rstest]
#[case::a_word_of_the_table("lunge", "L AH N JH")]
#[case::a_word_by_the_rules("planks", "P L AE NG K S")]
#[case::a_name("Hills", "HH IH L Z")]
#[case::a_hyphen("single-leg", "S IH NG G AX L, L EH G")]
#[case::zero("0", "Z IH R OW")]
#[case::a_teen("13", "TH ER T IY N")]
#[case::tens("45", "F AO R T IY, F AY V")]
#[case::a_hundred("100", "W AH N, HH AH N D R AX D")]
#[case::hundreds("320", "TH R IY, HH AH N D R AX D, T W EH N T IY")]
#[case::a_decimal("7.5", "S EH V AX N, P OY N T, F AY V")]
#[case::the_end_of_a_sentence("5.", "F AY V")]
#[case::two_weights("2 × 5 kg", "T UW, T AY M Z, F AY V, K IH L AX G R AE M Z")]
#[case::an_accent("Früh", "F R AH")]
#[case::letters("RDL", "AA R, D IY, EH L")]
#[case::no_script_of_ours("Утро 🏃 走", "")]
#[case::an_apostrophe("don't", "D OW N T")]
fn text_becomes_sounds(#[case] text: &str, #[case] expected: &str) {
    let lines = sounds(text);
    let lines: Vec<&str> = lines.lines().map(str::trim).collect();
    assert_eq!(lines.join(", "), expected);
}

#[test]
fn every_number_to_999_is_said_in_its_own_way() {
    let said: BTreeSet<String> = (0..1000).map(|number: u32| sounds(&number.to_string())).collect();
    assert_eq!(said.len(), 1000);
    assert!(said.iter().all(|sounds| !sounds.is_empty()));
}

#[test]
fn every_word_of_the_app_has_sounds() {
    for text in all_words() {
        let written = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
        assert!(sounds(&text).lines().count() >= written, "{text}: {}", sounds(&text));
    }
}

/// No sample is at its limit, with room for a beep beside the voice, and every utterance is about as loud.
#[test]
fn the_voice_is_loud_and_clear_of_its_limit() {
    for text in all_words().into_iter().step_by(4) {
        let samples = Utterance::of(&text).samples();
        let most = samples.iter().map(|sample| sample.unsigned_abs()).max().unwrap_or(0);
        assert!((6_000..19_000).contains(&most), "{text}: {most}");
        assert!((1_000.0..5_000.0).contains(&loudness(&samples)), "{text}: {}", loudness(&samples));
    }
}

#[test]
fn a_text_is_always_said_alike() {
    let said = Utterance::of("Lunge, four ways. Right leg. 12 reps.");
    assert_eq!(said.samples(), said.samples());
    assert_eq!(said.length_ms(), 4456);
    assert_eq!(i64::from(SAMPLE_RATE) * said.length_ms() / 1000, said.samples().len() as i64);
}

#[test]
fn a_text_of_a_few_seconds_has_a_sample_for_each_part_of_them() {
    let said = Utterance::of("4à?w?Y.x*ò\u{fffd}X");
    assert_eq!(i64::from(SAMPLE_RATE) * said.length_ms() / 1000, said.samples().len() as i64);
    for count in 1..40 {
        let said = Utterance::of(&"lunge ".repeat(count));
        assert_eq!(i64::from(SAMPLE_RATE) * said.length_ms() / 1000, said.samples().len() as i64, "{count}");
    }
}

/// Lengths follow stress, which is on the vowel before "-tion", else on the first full one; and what is beside each sound.
#[rstest]
#[case::before_tion("vibration", 968)]
#[case::the_first_full_vowel("wobbletop", 1190)]
#[case::a_weak_vowel_first("agambol", 1097)]
#[case::after_an_s("astop", 906)]
#[case::at_the_beginning("stop", 764)]
#[case::two_closures_at_one_place("bab bab", 1056)]
#[case::the_back_of_the_tongue("gik", 529)]
fn sounds_have_their_length(#[case] word: &str, #[case] ms: i64) {
    assert_eq!(Utterance::of(word).length_ms(), ms);
}

#[test]
fn a_vowel_has_the_pitch_of_a_voice_and_an_s_is_noise() {
    let said = Utterance::of("Go, rest.").samples();
    let vowel = &said[2_400..4_800];
    let alike = |lag: usize| vowel.iter().zip(&vowel[lag..]).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum::<f64>();
    let period = (100..320).max_by(|a, b| alike(*a).total_cmp(&alike(*b))).unwrap();
    let pitch = SAMPLE_RATE as usize / period;
    assert!((80..160).contains(&pitch), "{pitch} Hz");
    let noise = said.chunks(320).filter(|part| loudness(part) > 500.0).map(crossings).fold(0.0, f64::max);
    assert!(noise > 0.4 && crossings(vowel) < 0.15, "{noise}, {}", crossings(vowel));
}

#[test]
fn a_sentence_falls_and_pauses_and_a_list_goes_on() {
    let length = |text: &str| Utterance::of(text).length_ms();
    assert!(length("Rest. Lunge.") > length("Rest, lunge.") + 100);
    assert!(length("Rest, lunge.") > length("Rest lunge.") + 100);
    assert_eq!(length(""), 0);
    assert_eq!(length("…"), 0);
}

#[test]
fn a_name_of_ten_thousand_letters_is_cut() {
    for text in ["lunge ".repeat(1700), "ba".repeat(5_000), "9".repeat(10_000), "x".repeat(10_000)] {
        let said = Utterance::of(&text).length_ms();
        assert!((10_000..LONGEST).contains(&said), "{}…: {said}", &text[..6]);
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn any_text_is_said_or_left_out(text in "\\PC{0,80}") {
        let said = Utterance::of(&text);
        prop_assert!((0..LONGEST).contains(&said.length_ms()));
        let samples = said.samples();
        prop_assert_eq!(samples.len() as i64, said.length_ms() * i64::from(SAMPLE_RATE) / 1000);
        prop_assert!(samples.iter().all(|sample| sample.unsigned_abs() < 19_000));
    }

    #[test]
    fn any_word_is_said(word in "[a-z']{1,40}") {
        prop_assume!(word.chars().any(|letter| letter != '\''));
        prop_assert!(Utterance::of(&word).length_ms() > 0, "{}", word);
    }
}
