//! Sounds: tones and words with their moments, announcements for screen readers, and the track of pocket mode.

use crate::cases::cases;
use crate::routine::{Line, item, ready, routine};
use crate::session::{START, amount, begun_with, done, started};
use mainspring::domain::catalogue::Level;
use mainspring::domain::routine::{estimate, ready_made};
use mainspring::domain::session::{Effect, Event, Phase, Session};
use mainspring::domain::sound::{
    self, Announcer, Decision, Heard, LONGEST, Note, RATE, Sound, ToneChoice, Track, opening, plan, since, spoken,
};
use mainspring::domain::units::Timestamp;
use mainspring::text::speech::words;
use proptest::prelude::*;
use rstest::rstest;
use std::collections::BTreeSet;

const BASE: Level = Level::Base;
const ALL: ToneChoice = ToneChoice { beeps: true, halfway: true, tempo: true };
const BEEPS: ToneChoice = ToneChoice { beeps: true, halfway: false, tempo: false };
const HALF: ToneChoice = ToneChoice { beeps: false, halfway: true, tempo: false };
const TEMPO: ToneChoice = ToneChoice { beeps: false, halfway: false, tempo: true };

const BRIDGE: &[Line] = &[item("banded-glute-bridge", BASE, &[2, 2], 60)];
const BALANCE: &[Line] = &[item("single-leg-balance", BASE, &[30], 30), item("lunge", Level::Hard, &[1], 0)];

fn balance(seconds: u16) -> Session {
    started(&routine(&[item("single-leg-balance", BASE, &[seconds], 30)]))
}

/// The session in pocket mode since its start.
fn keep_time(session: Session, now: Timestamp) -> (Session, Vec<Effect>) {
    sound::keep_time(session, now, START)
}

/// Its track from `now` on.
fn track(session: &Session, now: Timestamp, wants: ToneChoice) -> Track {
    sound::track(session, now, START, wants)
}

/// The session `seconds` after its start, sets of reps done at their tempo.
fn at(lines: &[Line], seconds: i64) -> (Session, Timestamp) {
    let now = START.plus_ms(seconds * 1000);
    (keep_time(started(&routine(lines)), now).0, now)
}

/// "7 Early, 8 Early": seconds and sounds in the order of time.
fn written(mut heard: Vec<Heard>) -> String {
    heard.sort_by_key(|heard| (heard.at_ms, heard.sound));
    let one = |heard: &Heard| match heard.at_ms % 1000 {
        0 => format!("{} {:?}", heard.at_ms / 1000, heard.sound),
        ms => format!("{}.{ms:03} {:?}", heard.at_ms / 1000, heard.sound),
    };
    heard.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[rstest]
#[case::getting_ready(BALANCE, 0, BEEPS, "7 Early, 8 Early, 9 Early, 10 Go")]
#[case::a_hold_before_the_other_side(BALANCE, 10, ALL, "15 Halfway, 27 Early, 28 Early, 29 Early, 30 Switch")]
#[case::changing_sides(BALANCE, 40, ALL, "2 Early, 3 Early, 4 Early, 5 Go")]
#[case::a_hold_before_a_rest(BALANCE, 45, BEEPS, "27 Early, 28 Early, 29 Early, 30 Rest")]
#[case::only_what_is_still_to_come(BALANCE, 38, ALL, "0 Early, 1 Early, 2 Switch")]
#[case::halfway_is_not_told_afterwards(BALANCE, 26, HALF, "")]
#[case::halfway_alone(BALANCE, 10, HALF, "15 Halfway")]
#[case::no_tempo_in_a_hold(BALANCE, 10, TEMPO, "")]
#[case::up_one_hold_three_down_two(
    BRIDGE,
    10,
    TEMPO,
    "0 Beat, 1 Beat, 2 Tick, 3 Tick, 4 Beat, 5 Tick, 6 Beat, 7 Beat, 8 Tick, 9 Tick, 10 Beat, 11 Tick"
)]
#[case::the_rest_of_the_tempo(BRIDGE, 20, TEMPO, "0 Beat, 1 Tick")]
#[case::reps_end_when_the_runner_says_so(BRIDGE, 10, BEEPS, "")]
#[case::a_rest(BRIDGE, 22, ALL, "57 Early, 58 Early, 59 Early, 60 Go")]
#[case::nothing_wanted(BALANCE, 10, ToneChoice { beeps: false, halfway: false, tempo: false }, "")]
#[case::after_the_end(BRIDGE, 200, ALL, "")]
fn a_phase_sounds(#[case] lines: &[Line], #[case] seconds: i64, #[case] wants: ToneChoice, #[case] expected: &str) {
    let (session, now) = at(lines, seconds);
    assert_eq!(written(plan(&session, now, wants)), expected);
}

#[rstest]
#[case::below_twenty_seconds(19, "")]
#[case::from_twenty_seconds_on(20, "10 Halfway")]
#[case::to_the_half_second(21, "10.500 Halfway")]
fn halfway_ticks_in_holds(#[case] seconds: u16, #[case] expected: &str) {
    let begun = START.plus_ms(10_000);
    let (session, _) = balance(seconds).advance(begun);
    assert_eq!(written(plan(&session, begun, HALF)), expected);
}

#[test]
fn nothing_sounds_while_the_session_stands_still() {
    let now = START.plus_ms(3_000);
    let (paused, _) = started(&routine(BALANCE)).on(Event::Pause, now);
    assert_eq!(plan(&paused, now, ALL), []);
    assert_eq!(spoken(&paused, now), []);
    assert_eq!(track(&paused, now, ALL), Track { cues: Vec::new(), length_ms: 0 });
}

#[test]
fn a_set_of_999_plans_no_more_than_ten_minutes_of_tempo() {
    let (session, now) = at(&[item("banded-glute-bridge", BASE, &[999], 60)], 10);
    assert_eq!(plan(&session, now, TEMPO).len(), 600);
}

#[rstest]
#[case::getting_ready(0, None)]
#[case::work(10, Some(Sound::Go))]
#[case::other_side(40, Some(Sound::Switch))]
#[case::rest(75, Some(Sound::Rest))]
#[case::over(400, Some(Sound::Finished))]
fn a_phase_begins_with(#[case] seconds: i64, #[case] expected: Option<Sound>) {
    assert_eq!(opening(&at(BALANCE, seconds).0), expected);
}

/// A tap on the session `seconds` after its start.
#[rstest]
#[case::begun_before_its_time(BALANCE, 5, Event::Begin, Some(Sound::Go))]
#[case::begun_by_the_clock_in_that_moment(BALANCE, 10, Event::WaitForMe(true), None)]
#[case::a_set_done(BRIDGE, 15, Event::Done(0, amount(2)), Some(Sound::Rest))]
#[case::a_hold_ended_early(BALANCE, 15, Event::Done(0, amount(5)), Some(Sound::Switch))]
#[case::the_last_set_done(BRIDGE, 90, Event::Done(1, amount(2)), Some(Sound::Finished))]
#[case::a_rest_left_out(BRIDGE, 30, Event::Skip(1), Some(Sound::Finished))]
#[case::back_to_getting_ready(BRIDGE, 30, Event::Back, None)]
#[case::a_pause(BRIDGE, 30, Event::Pause, None)]
#[case::a_longer_rest(BRIDGE, 30, Event::Rest(20), None)]
fn a_tap_sounds(#[case] lines: &[Line], #[case] seconds: i64, #[case] event: Event, #[case] expected: Option<Sound>) {
    let now = START.plus_ms(seconds * 1000);
    let (before, _) = keep_time(started(&routine(lines)), now.plus_ms(-1));
    let (next, effects) = before.on(event, now);
    assert_eq!(effects.contains(&Effect::Sound).then(|| opening(&next)).flatten(), expected);
}

#[test]
fn the_ear_tells_every_sound_from_every_other() {
    let melodies: BTreeSet<Vec<_>> =
        Sound::ALL.iter().map(|s| s.notes().iter().map(|n| (n.hertz, n.length_ms / 100)).collect()).collect();
    assert_eq!(melodies.len(), Sound::ALL.len());
    assert_eq!(Sound::ALL.map(|sound| sound as usize), std::array::from_fn(|index| index));
}

#[rstest]
#[case::early(Sound::Early, &[120])]
#[case::go(Sound::Go, &[600])]
#[case::rest(Sound::Rest, &[150, 30, 450])]
#[case::switch(Sound::Switch, &[150, 30, 150, 30, 350])]
fn a_device_shakes(#[case] sound: Sound, #[case] expected: &[u16]) {
    assert_eq!(sound.vibration(), expected);
}

#[test]
fn the_notes_of_a_sound_follow_each_other_and_three_sounds_at_once_do_not_clip() {
    for sound in Sound::ALL {
        let notes = sound.notes();
        assert!(notes.windows(2).all(|two| two[0].after_ms + two[0].length_ms <= two[1].after_ms), "{sound:?}");
        assert!(notes.iter().all(|note| note.length_ms >= 30), "{sound:?}: room for two edges");
        let last = notes.last().expect("a note");
        assert!(last.after_ms + last.length_ms < 2_000, "{sound:?}: the track's pieces look back two seconds");
    }
    let loudest = |sound: &Sound| sound.notes().iter().map(|note| u16::from(note.percent)).max();
    let mut all: Vec<_> = Sound::ALL.iter().filter_map(loudest).collect();
    all.sort_unstable();
    // A change of phase that still rings, an early tone, and a beat or tick: no more meet.
    assert!(all[all.len() - 2..].iter().sum::<u16>() + 20 <= 100);
}

/// "0 Get ready: … | 10 …": what is said from the start of the phase at that second.
fn said(session: &Session, now: Timestamp) -> String {
    let one = |spoken: &mainspring::domain::sound::Spoken| {
        format!("{} {}", spoken.at_ms / 1000, words(session, spoken.moment))
    };
    spoken(session, now).iter().map(one).collect::<Vec<_>>().join(" | ")
}

#[rstest]
#[case::getting_ready(BALANCE, 0, "0 Get ready: single-leg balance, right leg.")]
#[case::a_hold(BALANCE, 10, "0 Single-leg balance. Right leg. 30 seconds. | 15 Halfway. | 20 Ten seconds.")]
#[case::in_mid_hold(BALANCE, 12, "13 Halfway. | 18 Ten seconds.")]
#[case::near_its_end(BALANCE, 36, "")]
#[case::the_other_side(BALANCE, 40, "0 Done. Other side. Left leg.")]
#[case::a_rest_and_what_is_next(BALANCE, 75, "0 Done. Rest, 30 seconds. Next: lunge, right leg.")]
#[case::one_round(BALANCE, 105, "0 Lunge. Right leg. 1 round.")]
#[case::reps_on_both_sides_at_once(BRIDGE, 10, "0 Banded glute bridge. 2 reps.")]
#[case::the_end(BRIDGE, 94, "0 Done. The session is over.")]
fn a_phase_says(#[case] lines: &[Line], #[case] seconds: i64, #[case] expected: &str) {
    let (session, now) = at(lines, seconds);
    assert_eq!(said(&session, now), expected);
}

#[rstest]
#[case::too_short(19, "0")]
#[case::where_they_meet_ten_seconds_alone(20, "0, 10 Ten")]
#[case::too_near_to_each_other(27, "0, 17 Ten")]
#[case::both(28, "0, 14 Halfway, 18 Ten")]
fn a_hold_tells_its_middle_and_its_last_ten_seconds(#[case] seconds: u16, #[case] expected: &str) {
    let begun = START.plus_ms(10_000);
    let (session, _) = balance(seconds).advance(begun);
    let first = |words: &str| match words.split([' ', '.']).next() {
        Some(word @ ("Halfway" | "Ten")) => format!(" {word}"),
        _ => String::new(),
    };
    let told: Vec<_> = spoken(&session, begun)
        .iter()
        .map(|s| format!("{}{}", s.at_ms / 1000, first(&words(&session, s.moment))))
        .collect();
    assert_eq!(told.join(", "), expected);
}

#[test]
fn a_rest_after_a_set_left_out_does_not_say_done() {
    let (session, now) = at(BRIDGE, 12);
    let (session, _) = session.on(Event::Skip(0), now);
    assert_eq!(said(&session, now), "0 Rest, 60 seconds. Next: banded glute bridge.");
}

#[rstest]
#[case::three_seconds_are_too_short_to_be_told(3, "")]
#[case::four_are_not(4, "0 Done. Rest, 4 seconds. Next: banded glute bridge.")]
fn a_rest_of(#[case] rest: u32, #[case] expected: &str) {
    let (session, now) = at(&[item("banded-glute-bridge", BASE, &[2, 2], rest)], 22);
    assert_eq!(said(&session, now), expected);
}

#[test]
fn the_runners_turn_is_told_when_it_begins_and_not_when_she_comes_back_later() {
    let (waiting, _) = started(&routine(BRIDGE)).on(Event::WaitForMe(true), START);
    let begins = START.plus_ms(10_000);
    let (waiting, _) = waiting.advance(begins);
    assert_eq!(since(&waiting), begins);
    assert_eq!(said(&waiting, begins), "0 Your turn: banded glute bridge.");
    let later = begins.plus_ms(1_000);
    assert_eq!(said(&waiting.advance(later).0, later), "");
}

/// Milliseconds since the step before, and what is done: "A…" opens phase A, lower-case words come within it, "?" asks
/// again. What comes out, in order: the words, a wait, or nothing.
#[rstest]
#[case::the_first_word_at_once(&[(0, "A")], "A")]
#[case::the_second_waits(&[(0, "A"), (1000, "b"), (4000, "?")], "A, in 4000, b")]
#[case::a_new_phase_replaces_what_waits(&[(0, "A"), (1000, "b"), (1000, "C"), (3000, "?"), (9000, "?")], "A, in 4000, in 3000, C, -")]
#[case::the_opening_is_not_lost_to_a_later_word(&[(0, "A"), (1000, "B"), (1000, "c"), (3000, "?")], "A, in 4000, in 3000, B")]
#[case::the_newest_of_the_others_counts(&[(0, "A"), (1000, "b"), (1000, "c"), (3000, "?")], "A, in 4000, in 3000, c")]
#[case::no_more_than_four(&[(0, "A"), (6000, "b"), (6000, "c"), (6000, "d"), (6000, "e"), (6000, "F")], "A, b, c, d, -, F")]
#[case::a_clock_set_back_waits_no_longer(&[(0, "A"), (-60_000, "b"), (5000, "?")], "A, in 5000, b")]
fn a_screen_reader_gets(#[case] steps: &[(i64, &str)], #[case] expected: &str) {
    let (mut announcer, mut now, mut phase) = (Announcer::default(), START, START);
    let mut got = Vec::new();
    for (wait, words) in steps {
        now = now.plus_ms(*wait);
        if words.starts_with(char::is_uppercase) {
            phase = phase.plus_ms(1);
        }
        let offer = if *words == "?" { announcer.due(now) } else { announcer.offer(now, phase, (*words).to_owned()) };
        got.push(match offer {
            Decision::Now(words) => words,
            Decision::Later(ms) => format!("in {ms}"),
            Decision::Nothing => "-".to_owned(),
        });
    }
    assert_eq!(got.join(", "), expected);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn announcements_are_few_and_apart_and_the_last_opening_comes_through(
        steps in proptest::collection::vec((0_i64..9_000, any::<bool>()), 1..80),
    ) {
        let (mut announcer, mut now, mut phase) = (Announcer::default(), START, START);
        let (mut given, mut alarm, mut opened) = (Vec::new(), None, 0);
        for (number, (wait, opens)) in steps.iter().enumerate() {
            let next = now.plus_ms(*wait);
            // The page's alarm rings in between.
            if let Some(rings) = alarm.take().filter(|rings| *rings <= next)
                && let Decision::Now(words) = announcer.due(rings)
            {
                given.push((rings, phase, words));
            }
            now = next;
            if *opens || number == 0 {
                (phase, opened) = (now.plus_ms(i64::try_from(number).unwrap()), number);
            }
            match announcer.offer(now, phase, number.to_string()) {
                Decision::Now(words) => given.push((now, phase, words)),
                Decision::Later(ms) => alarm = Some(now.plus_ms(ms)),
                Decision::Nothing => {}
            }
        }
        if let Some(rings) = alarm {
            let offer = announcer.due(rings);
            prop_assert!(matches!(offer, Decision::Now(_)), "rang in vain: {offer:?}");
            if let Decision::Now(words) = offer {
                given.push((rings, phase, words));
            }
        }
        prop_assert!(given.windows(2).all(|two| two[1].0.ms_since(two[0].0) >= 5_000));
        for (_, of, _) in &given {
            prop_assert!(given.iter().filter(|(_, phase, _)| phase == of).count() <= 4);
        }
        prop_assert!(given.iter().any(|(_, _, words)| *words == opened.to_string()), "{opened} of {given:?}");
    }
}

#[test]
fn a_track_tells_the_whole_session_in_order() {
    let track = track(&started(&routine(BRIDGE)), START, BEEPS);
    let ends = track.cues.iter().filter(|heard| heard.sound != Sound::Early);
    let story = written(ends.copied().collect());
    assert_eq!(story, "10 Go, 22 Rest, 82 Go, 94 Finished");
    assert_eq!(track.cues.len(), 4 + 4 * 3, "three early tones before each, also before reps end");
    assert_eq!(track.length_ms, 96_000, "two seconds for the last sound");
}

#[test]
fn a_track_from_the_middle_begins_there() {
    let (session, now) = at(BALANCE, 38);
    let track = track(&session, now, ALL);
    assert!(written(track.cues).starts_with("0 Early, 1 Early, 2 Switch, 4 Early"));
}

/// A track from the start, and `seconds` later what the session would sound then, after `event`.
#[rstest]
#[case::within_a_phase(BALANCE, 5, None, true)]
#[case::at_a_change_of_phase(BALANCE, 10, None, true)]
#[case::in_a_set_that_keeps_the_tempo(BRIDGE, 15, None, true)]
#[case::in_the_last_sound(BRIDGE, 94, None, true)]
#[case::a_set_done_before_its_time(BRIDGE, 15, Some(Event::Done(0, amount(2))), false)]
#[case::a_longer_rest(BRIDGE, 30, Some(Event::Rest(20)), false)]
#[case::nothing_moves_on_any_more(BRIDGE, 5, Some(Event::WaitForMe(true)), false)]
#[case::a_set_corrected(BRIDGE, 30, Some(Event::Amend(0, amount(1))), true)]
fn a_track_plays_on(
    #[case] lines: &[Line],
    #[case] seconds: i64,
    #[case] event: Option<Event>,
    #[case] expected: bool,
) {
    let whole = track(&started(&routine(lines)), START, ALL);
    let (session, now) = at(lines, seconds);
    let session = event.map_or(session.clone(), |event| session.on(event, now).0);
    assert_eq!(whole.goes_on(seconds * 1000, &track(&session, now, ALL)), expected);
}

#[test]
fn a_track_of_an_hour_plays_on_though_the_session_is_longer() {
    let lines = &[item("banded-glute-bridge", BASE, &[99; 10], 300)];
    let whole = track(&started(&routine(lines)), START, BEEPS);
    let (session, now) = at(lines, 1000);
    assert_eq!(whole.length_ms, LONGEST);
    assert!(whole.goes_on(1_000_000, &track(&session, now, BEEPS)));
    assert!(!whole.goes_on(1_000_050, &track(&session, now, BEEPS)));
}

/// A set of two repetitions of six seconds each that began ten seconds after the start. Milliseconds from its beginning to
/// the moment from which pocket mode keeps its time; what is heard then, in seconds from that moment.
#[rstest]
#[case::from_its_beginning(0, "9 Early, 10 Early, 11 Early, 12 Rest")]
#[case::with_more_than_a_repetition_left(5_000, "4 Early, 5 Early, 6 Early, 7 Rest")]
#[case::with_a_repetition_left(6_000, "3 Early, 4 Early, 5 Early, 6 Rest")]
#[case::with_less_left(11_000, "3 Early, 4 Early, 5 Early, 6 Rest")]
#[case::long_past_its_tempo(50_000, "3 Early, 4 Early, 5 Early, 6 Rest")]
#[case::on_a_whole_second_of_the_set(49_400, "3.600 Early, 4.600 Early, 5.600 Early, 6.600 Rest")]
fn a_set_at_work_is_given_a_whole_repetition(#[case] late: i64, #[case] expected: &str) {
    let (session, begun) = at(BRIDGE, 10);
    let from = begun.plus_ms(late);
    let (session, _) = session.advance(from);
    let cues = sound::track(&session, from, from, BEEPS).cues;
    assert_eq!(written(cues[..4].to_vec()), expected);
}

#[test]
fn what_a_set_is_given_stays_the_same_however_often_is_looked() {
    let (session, begun) = at(BRIDGE, 10);
    let from = begun.plus_ms(50_000);
    let whole = sound::track(&session.clone().advance(from).0, from, from, ALL);
    let looked = |session, ms: i64| sound::keep_time(session, from.plus_ms(ms), from).0;
    let working = (0..60).fold(session, |session, tenth| {
        let session = looked(session, tenth * 100);
        assert!(matches!(session.phase(), Phase::Work { .. }), "{tenth}");
        let now = from.plus_ms(tenth * 100);
        assert!(whole.goes_on(tenth * 100, &sound::track(&session, now, from, ALL)), "{tenth}");
        session
    });
    let over = looked(working, 6_500);
    assert_eq!(
        (over.done().len(), over.phase()),
        (1, Phase::Rest { since: from.plus_ms(6_000), until: from.plus_ms(66_000) })
    );
}

#[test]
fn a_repetition_shorter_than_the_early_beeps_leaves_time_for_them() {
    let (session, begun) = at(BRIDGE, 10);
    // Of a later version: no tempo is known, a repetition is a second.
    let session = begun_with("moon-hop", &session);
    let from = begun.plus_ms(60_000);
    let cues = sound::track(&session.advance(from).0, from, from, BEEPS).cues;
    assert_eq!(written(cues[..4].to_vec()), "0 Early, 1 Early, 2 Early, 3 Rest");
}

#[test]
fn the_last_sound_of_a_track_is_at_the_end_of_the_estimate() {
    for routine in ready_made() {
        let track = track(&started(&routine), START, ALL);
        let last = track.cues.iter().find(|heard| heard.sound == Sound::Finished).expect("an end");
        assert_eq!(last.at_ms, i64::from(estimate(&routine).0) * 1000, "{}", routine.id);
    }
}

#[test]
fn a_session_that_keeps_time_passes_every_phase_unseen_and_saves_every_set() {
    let session = started(&routine(BALANCE));
    let (over, effects) = keep_time(session.clone(), START.plus_ms(3_600_000));
    assert_eq!(over.phase(), Phase::Finished { at: START.plus_ms((10 + 30 + 5 + 30 + 30 + 12 + 5 + 12) * 1000) });
    assert_eq!(crate::session::sets(&effects).len(), 4);
    let stepwise = (0..=3600).fold(session, |session, s| keep_time(session, START.plus_ms(s * 1000)).0);
    assert_eq!((stepwise.phase(), &stepwise.done()), (over.phase(), &over.done()));
}

#[test]
fn a_set_that_the_runner_ends_herself_moves_all_that_follows() {
    let (session, now) = at(BRIDGE, 15);
    let session = done(session, now);
    assert!(written(track(&session, now, BEEPS).cues).starts_with("57 Early, 58 Early, 59 Early, 60 Go, 69 Early"));
}

/// The samples of a file, decoded by the book (ITU-T G.711), and its header.
fn heard(track: &Track, volume: u8) -> (Vec<u8>, Vec<i32>) {
    let mut pieces = track.wav(volume);
    let header = pieces.next().expect("a header");
    (header, pieces.flatten().map(linear).collect())
}

fn linear(byte: u8) -> i32 {
    let code = !byte;
    let size = ((i32::from(code & 15) << 3) + 132) << (code >> 4 & 7);
    if code & 0x80 == 0 { size - 132 } else { 132 - size }
}

fn one(sound: Sound) -> Track {
    Track { cues: vec![Heard { at_ms: 9_500, sound }], length_ms: 20_000 }
}

fn index(ms: i64) -> usize {
    usize::try_from(ms * i64::from(RATE) / 1000).unwrap()
}

/// Anything louder is a tone, anything else the hum between.
const QUIET: i32 = 40;

#[rstest]
fn each_tone_begins_and_ends_in_the_samples_where_it_was_planned(
    #[values(0, 1, 2, 3, 4, 5, 6, 7, 8)] sound: usize,
    #[values(9_500, 0, 9_999, 12_345)] at_ms: i64,
) {
    let sound = Sound::ALL[sound];
    let track = Track { cues: vec![Heard { at_ms, sound }], length_ms: 20_000 };
    let (_, samples) = heard(&track, 100);
    let loud = |range: std::ops::Range<usize>| samples[range].iter().any(|sample| sample.abs() > QUIET);
    let mut over = 0;
    for Note { after_ms, length_ms, .. } in sound.notes() {
        let begin = index(at_ms + i64::from(*after_ms));
        assert!(!loud(over..begin), "silent before {begin}");
        assert!(loud(begin..begin + 16), "begins within 2 ms of {begin}");
        over = begin + index(i64::from(*length_ms));
        assert!(loud(over - 40..over), "lasts to {over}");
    }
    assert!(!loud(over..samples.len()));
}

#[rstest]
#[case::go(Sound::Go, 990)]
#[case::early(Sound::Early, 660)]
#[case::tick(Sound::Tick, 587)]
fn a_tone_has_its_pitch(#[case] sound: Sound, #[case] hertz: usize) {
    let (_, samples) = heard(&one(sound), 100);
    let length = index(i64::from(sound.notes()[0].length_ms));
    let tone = &samples[index(9_500)..index(9_500) + length];
    let waves = tone.windows(2).filter(|two| two[0] < 0 && two[1] >= 0).count();
    let expected = hertz * length / RATE as usize;
    assert!(waves.abs_diff(expected) <= 1, "{waves} waves, not {expected}");
}

#[rstest]
#[case::full(100, 12_000..13_700)]
#[case::half(50, 6_000..6_900)]
#[case::mute(0, 0..41)]
#[case::no_more_than_full(255, 12_000..13_700)]
fn the_volume_is_in_the_samples(#[case] volume: u8, #[case] loudest: std::ops::Range<i32>) {
    let found = heard(&one(Sound::Go), volume).1.into_iter().map(i32::abs).max().unwrap();
    assert!(loudest.contains(&found), "{found}");
}

#[test]
fn between_tones_there_is_a_hum_that_a_browser_hears_and_an_ear_does_not() {
    let (_, samples) = heard(&Track { cues: Vec::new(), length_ms: 30_000 }, 100);
    for tenth in samples.chunks(800) {
        let power = tenth.iter().map(|s| i64::from(s * s)).sum::<i64>() / 800;
        // −72.2 dB of full scale is a mean square of 64; −60 dB is 1,074.
        assert!((100..1_074).contains(&power), "{power}");
    }
    let waves = samples.windows(2).filter(|two| two[0] <= 0 && two[1] > 0).count();
    assert_eq!(waves / 30, 32, "too low a pitch for an ear at that loudness");
}

#[test]
fn the_header_says_what_the_file_is() {
    let (header, samples) = heard(&one(Sound::Go), 100);
    let number = |at: usize| u32::from_le_bytes(header[at..at + 4].try_into().unwrap());
    assert_eq!(
        (&header[..4], &header[8..16], &header[38..42], &header[50..54]),
        (&b"RIFF"[..], &b"WAVEfmt "[..], &b"fact"[..], &b"data"[..])
    );
    assert_eq!(
        [4, 16, 20, 24, 28, 32, 42, 46, 54].map(number),
        [160_050, 18, 7 | 1 << 16, 8_000, 8_000, 1 | 8 << 16, 4, 160_000, 160_000,]
    );
    assert_eq!((header.len(), samples.len()), (58, 160_000));
}

#[test]
fn nothing_clips_however_much_sounds_at_once() {
    let track = track(&started(&ready("six-minutes")), START, ALL);
    let loudest = heard(&track, 100).1.into_iter().map(i32::abs).max().unwrap();
    assert!((12_000..32_000).contains(&loudest), "{loudest}");
}

#[test]
fn a_long_session_is_cut_after_an_hour_and_rendered_in_small_pieces() {
    let session = started(&routine(&[item("lunge", Level::Hard, &[90; 10], 60)]));
    let first = track(&session, START, ALL);
    assert_eq!(first.length_ms, LONGEST);
    assert!(first.cues.iter().all(|heard| (0..LONGEST).contains(&heard.at_ms)));
    let (mut pieces, mut bytes, mut largest) = (0, 0, 0);
    for piece in first.wav(100) {
        (pieces, bytes, largest) = (pieces + 1, bytes + piece.len(), largest.max(piece.len()));
    }
    assert_eq!((pieces, bytes, largest), (361, 58 + index(LONGEST), 80_000));
    let later = START.plus_ms(LONGEST);
    let second = track(&keep_time(session, later).0, later, ALL);
    assert!(second.length_ms > 60_000, "the rest is another track");
}

#[test]
fn the_first_words_wait_for_a_second_and_what_the_runner_does_is_told_at_once() {
    let (mut announcer, at) = (Announcer::default(), |ms| START.plus_ms(ms));
    assert_eq!(announcer.offer_soon(at(0), START, "Get ready".to_owned()), Decision::Later(1_000));
    assert_eq!(announcer.due(at(1_000)), Decision::Now("Get ready".to_owned()));
    announcer.give_at_once(at(2_000));
    assert!(announcer.has_just_told(at(2_999)) && !announcer.has_just_told(at(3_000)));
    assert_eq!(announcer.offer(at(3_000), at(3_000), "Work".to_owned()), Decision::Later(4_000));
}
