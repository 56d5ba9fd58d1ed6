//! The sound file of a routine: its tones and words in time, and its bytes.
#![allow(clippy::cast_precision_loss, clippy::cast_possible_wrap, reason = "files of some minutes")]

use crate::blocks::any_blocks;
use crate::cases::cases;
use crate::routine::{Line, item, routine};
use crate::session::started;
use mainspring::domain::catalogue::Level;
use mainspring::domain::routine::{Routine, estimate, ready_made};
use mainspring::domain::session::{Session, Start};
use mainspring::domain::sound::{LONGEST_FILE, Sound, SpokenTrack, ToneChoice, file_length, spoken_track};
use mainspring::domain::synth::Utterance;
use mainspring::domain::units::{Offset, Timestamp};
use mainspring::text::speech::words_with_level;
use proptest::prelude::*;
use rstest::rstest;

const BASE: Level = Level::Base;
const WANTS: ToneChoice = ToneChoice { beeps: true, halfway: true, tempo: false };

fn of_session(session: &Session) -> Option<SpokenTrack> {
    spoken_track(session, WANTS, &words_with_level)
}

fn track(lines: &[Line]) -> SpokenTrack {
    of_session(&started(&routine(lines))).unwrap()
}

fn session_of(routine: &Routine) -> Option<Session> {
    Session::start(String::new(), &Start::of(routine), Timestamp(0), Offset::default())
}

/// "10.6 Lunge, forward. 2 reps.": the words in time.
fn said(track: &SpokenTrack) -> Vec<String> {
    track
        .words
        .iter()
        .map(|words| format!("{}.{} {}", words.at_ms / 1000, words.at_ms % 1000 / 100, words.text))
        .collect()
}

/// The samples of the file behind its header of `skipped` bytes.
fn samples(file: &[u8], skipped: usize) -> Vec<i16> {
    file[skipped..].chunks(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect()
}

fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

/// The chunks of a WAV file: their names and where their contents are.
fn chunks(file: &[u8]) -> Vec<(String, std::ops::Range<usize>)> {
    let (mut at, mut chunks) = (12, Vec::new());
    while at < file.len() {
        let length = number(file, at + 4);
        chunks.push((String::from_utf8(file[at..at + 4].to_vec()).unwrap(), at + 8..at + 8 + length));
        at += 8 + length + length % 2;
    }
    assert_eq!(at, file.len());
    chunks
}

#[test]
fn a_set_of_reps_is_announced_and_counted_down_and_the_rest_tells_what_comes() {
    let track = track(&[item("deep-squat", BASE, &[3, 2], 30)]);
    let said = said(&track);
    assert_eq!(said[0], "0.0 Get ready: deep squat, on the floor.");
    assert_eq!(said[1], "10.6 Deep squat, on the floor. 3 reps.");
    assert!(said[2].ends_with(" 1"), "{said:?}");
    assert!(said[3].ends_with("Done. Rest, 30 seconds. Next: deep squat, on the floor."), "{said:?}");
    assert!(said.last().unwrap().ends_with("Done. The session is over."), "{said:?}");
    let finished = track.cues.last().unwrap();
    let tone = finished.sound.notes().last().map(|note| i64::from(note.after_ms + note.length_ms)).unwrap();
    assert!(track.words.last().unwrap().at_ms > finished.at_ms + tone, "after the tone: {said:?}");
    let go = track.cues.iter().filter(|cue| cue.sound == Sound::Go).count();
    let early = track.cues.iter().filter(|cue| cue.sound == Sound::Early).count();
    assert_eq!((go, early), (2, 3 * 4));
}

#[test]
fn sides_a_hold_and_its_middle_are_told() {
    let track = track(&[item("single-leg-balance", BASE, &[40], 0)]);
    let said = said(&track);
    let has = |words: &str| said.iter().filter(|line| line.contains(words)).count();
    assert_eq!(has("Single-leg balance, eyes open. Right leg. 40 seconds."), 1, "{said:?}");
    assert_eq!(has("Single-leg balance, eyes open. Left leg. 40 seconds."), 1, "{said:?}");
    assert_eq!(has("Done. Other side. Left leg."), 1, "{said:?}");
    assert_eq!((has("Halfway."), has("Ten seconds.")), (2, 2), "{said:?}");
}

/// Nobody hears two sentences at once, and none runs on after the end.
fn is_in_order(track: &SpokenTrack) -> bool {
    let apart = track.words.windows(2).all(|pair| pair[0].until_ms <= pair[1].at_ms);
    let sorted = track.cues.windows(2).all(|pair| pair[0].at_ms <= pair[1].at_ms);
    let inside =
        track.words.iter().all(|words| words.at_ms < words.until_ms && words.until_ms + 1_000 <= track.length_ms);
    apart && sorted && inside
}

#[test]
fn every_ready_made_routine_lasts_as_long_as_it_says() {
    for routine in ready_made() {
        let session = session_of(&routine).unwrap();
        let (track, length, says) = (of_session(&session).unwrap(), file_length(&session).unwrap(), estimate(&routine));
        assert!(is_in_order(&track), "{}", routine.title());
        assert_eq!(length, says, "{}", routine.title());
        let after = track.length_ms - i64::from(length.0) * 1000;
        assert!((1_000..6_000).contains(&after), "{}: {after}", routine.title());
    }
}

#[rstest]
#[case::an_even_title("Hills")]
#[case::an_odd_title("Früh ☀")]
#[case::none("")]
fn the_file_is_a_wav_of_plain_samples_with_its_title(#[case] title: &str) {
    let track = track(&[item("deep-squat", BASE, &[1], 0)]);
    let file: Vec<u8> = track.file(title, "Mainspring").flatten().collect();
    assert_eq!((&file[..4], &file[8..12]), (&b"RIFF"[..], &b"WAVE"[..]));
    assert_eq!(number(&file, 4), file.len() - 8);
    let chunks = chunks(&file);
    let names: Vec<&str> = chunks.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["fmt ", "LIST", "data"]);
    let format = &file[chunks[0].1.clone()];
    assert_eq!(format, [1, 0, 1, 0, 0x80, 0x3e, 0, 0, 0, 0x7d, 0, 0, 2, 0, 16, 0]);
    let list = String::from_utf8_lossy(&file[chunks[1].1.clone()]).into_owned();
    assert!(list.starts_with("INFOINAM") && list.contains(&format!("{title}\0")) && list.contains("Mainspring\0"));
    assert_eq!(chunks[2].1.len() as i64, SpokenTrack::bytes(track.length_ms));
}

#[test]
fn tones_and_words_are_heard_at_their_time_and_nothing_else() {
    let track = track(&[item("single-leg-balance", BASE, &[20], 0)]);
    let pieces: Vec<Vec<u8>> = track.file("", "").collect();
    assert!(pieces.iter().all(|piece| piece.len() <= 32_000), "a piece is a second at most");
    let file: Vec<u8> = pieces.concat();
    let all = samples(&file, pieces[0].len());
    let loud = |from: i64, to: i64| {
        all[usize::try_from(from * 16).unwrap()..usize::try_from(to * 16).unwrap()]
            .iter()
            .map(|s| s.unsigned_abs())
            .max()
            .unwrap()
    };
    for cue in &track.cues {
        assert!(loud(cue.at_ms, cue.at_ms + 60) > 3_000, "{cue:?}");
    }
    for words in &track.words {
        assert!(loud(words.at_ms, words.until_ms) > 5_000, "{words:?}");
    }
    let busy = |at: i64| {
        track.words.iter().any(|words| (words.at_ms - 20..words.until_ms + 20).contains(&at))
            || track.cues.iter().any(|cue| (cue.at_ms - 20..cue.at_ms + 1_100).contains(&at))
    };
    let quiet: Vec<i64> = (0..track.length_ms - 20).step_by(20).filter(|at| !busy(*at)).collect();
    assert!(quiet.len() > 100);
    assert!(quiet.iter().all(|at| loud(*at, at + 20) == 0));
    assert!(all.iter().all(|sample| sample.unsigned_abs() < 32_767), "a sample is cut");
}

#[test]
fn each_tone_of_the_file_has_its_pitch_and_its_length_and_does_not_click() {
    let track = SpokenTrack { words: Vec::new(), ..track(&[item("single-leg-balance", BASE, &[20], 0)]) };
    let pieces: Vec<Vec<u8>> = track.file("", "").collect();
    let all = samples(&pieces.concat(), pieces[0].len());
    let at = |ms: i64| usize::try_from(ms * 16).unwrap();
    for (cue, note) in track.cues.iter().flat_map(|cue| cue.sound.notes().iter().map(move |note| (cue, note))) {
        let begin = cue.at_ms + i64::from(note.after_ms);
        let end = begin + i64::from(note.length_ms);
        let tone = &all[at(begin)..at(end)];
        let turns = tone.windows(2).filter(|pair| (pair[0] < 0) != (pair[1] < 0)).count() as f64 / 2.0;
        let hertz = turns * 1000.0 / f64::from(note.length_ms);
        assert!((hertz / f64::from(note.hertz) - 1.0).abs() < 0.03, "{note:?}: {hertz} Hz");
        let loud = |part: &[i16]| part.iter().map(|sample| sample.unsigned_abs()).max().unwrap();
        assert!(loud(&tone[..16]) < 1_500 && loud(&tone[tone.len() - 16..]) < 1_500, "{note:?}");
        assert_eq!(loud(&all[at(end)..at(end + 10)]), 0, "{note:?}");
    }
}

/// The words before are not over when a set begins after five seconds of rest.
#[test]
fn words_that_are_cut_short_fade_out_and_others_are_said_in_full() {
    let track = track(&[item("supported-pistol-squat", BASE, &[1, 1], 5)]);
    let pieces: Vec<Vec<u8>> = track.file("", "").collect();
    let all = samples(&pieces.concat(), pieces[0].len());
    let (mut cut, mut whole) = (0, 0);
    for words in &track.words {
        let spoken = Utterance::of(&words.text);
        let at = |ms: i64| usize::try_from(ms * 16).unwrap();
        if words.until_ms < words.at_ms + spoken.length_ms() {
            cut += 1;
            assert!(all[at(words.until_ms) - 8..at(words.until_ms)].iter().all(|sample| sample.unsigned_abs() < 500));
        } else if track.cues.iter().all(|cue| cue.at_ms + 1_100 < words.at_ms || cue.at_ms > words.until_ms) {
            whole += 1;
            let end = at(words.until_ms - 20);
            assert_eq!(all[at(words.at_ms)..end], spoken.samples()[..end - at(words.at_ms)], "{}", words.text);
        }
    }
    assert!(cut > 0 && whole > 1, "{cut} cut, {whole} whole: {:?}", track.words);
}

#[test]
fn a_routine_of_more_than_two_hours_has_no_file() {
    let lines = [item("single-leg-balance", BASE, &[999; 4], 0)];
    let session = started(&routine(&lines));
    assert!(i64::from(estimate(&routine(&lines)).0) * 1000 > LONGEST_FILE);
    assert_eq!((file_length(&session), of_session(&session)), (None, None));
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn any_routine_has_a_track_in_order_or_none(routine in any_blocks()) {
        if let Some(session) = session_of(&routine) {
            let track = of_session(&session);
            prop_assert_eq!(track.is_some(), file_length(&session).is_some());
            prop_assert!(track.is_none_or(|track| is_in_order(&track)));
        }
    }
}
