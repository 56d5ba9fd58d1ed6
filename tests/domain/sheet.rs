//! The done sheet: a finished session in a link, which comes out as it went in, however it was changed on its way.

use crate::cases::cases;
use crate::log::{date, performed};
use crate::mangled::MANGLES;
use crate::own::wall_sit;
use crate::saved::any::any_performed;
use mainspring::domain::catalogue::define;
use mainspring::domain::log::{Effort, Performed, SetDone, decode_sheet, encode_sheet, sheet};
use mainspring::domain::routine::UnreadableLink;
use mainspring::domain::session::Side;
use mainspring::domain::units::Amount;
use proptest::prelude::*;
use rstest::rstest;

/// Five exercises of three sets, each side apart.
fn session() -> Performed {
    let done = performed("a1", date(2026, 11, 22), (18, 5), 60, 754, 3);
    let names = ["lunge", "single-leg-balance", "supported-pistol-squat", "single-leg-deadlift", "monster-walk"];
    let sides = [Side::Right, Side::Left].into_iter();
    let sets = names.iter().flat_map(|name| {
        let one_side = move |(set, side): (&SetDone, Side)| {
            let done = Amount::clamped(12 - u16::from(set.set == 3));
            SetDone { exercise: (*name).to_owned(), side: Some(side), done, reserve: Some(2), ..set.clone() }
        };
        done.sets.iter().flat_map(|set| sides.clone().map(move |side| (set, side))).map(one_side).collect::<Vec<_>>()
    });
    Performed {
        name: "Hill day".to_owned(),
        effort: Some(Effort::Hard),
        note: Some("My knee again".to_owned()),
        sets: sets.collect(),
        ..done.clone()
    }
}

#[test]
fn a_sheet_has_what_was_done_and_not_the_note() {
    let read = decode_sheet(&encode_sheet(&session())).unwrap();
    assert_eq!(read, sheet(&session()));
    assert_eq!((read.name.as_str(), read.effort, read.note.as_ref()), ("Hill day", Some(Effort::Hard), None));
    assert_eq!((read.day(), read.length, read.planned), (session().day(), session().length, session().planned));
    assert_eq!(read.sets.len(), 30);
    let last = read.sets.last().unwrap();
    assert_eq!((last.side, last.done.get(), last.target.get(), last.reserve), (Some(Side::Left), 11, 20, Some(2)));
}

#[test]
fn thirty_sets_take_no_more_than_320_letters() {
    let code = encode_sheet(&session());
    assert!(code.len() <= 320, "{} letters", code.len());
}

#[test]
fn a_mangled_sheet_is_read() {
    let code = encode_sheet(&session());
    for (how, mangle) in MANGLES {
        let text = mangle(&code);
        assert_eq!(decode_sheet(&text), Ok(sheet(&session())), "{how}: {text}");
    }
}

#[test]
fn a_sheet_broken_anywhere_is_read() {
    let code = encode_sheet(&session());
    for at in 1..code.len() {
        let (first, rest) = code.split_at(at);
        for mark in ["\n", "\r\n", "=\r\n", "\n> ", "\t", " ", "\r\n  "] {
            let text = format!("{first}{mark}{rest} and see you");
            assert_eq!(decode_sheet(&text), Ok(sheet(&session())), "{text}");
        }
    }
}

/// The bytes of names of these lengths fill their letters to the last bit, or leave two or four bits of the last one.
#[rstest]
fn a_sheet_with_another_letter_or_cut_anywhere_is_damaged(#[values("", "a", "ab")] name: &str) {
    let code = encode_sheet(&Performed { name: name.to_owned(), ..session() });
    for at in 2..code.len() {
        assert_eq!(decode_sheet(&code[..at]), Err(UnreadableLink::Damaged), "cut at {at}");
        let other = if code.as_bytes()[at] == b'A' { "B" } else { "A" };
        let altered = [&code[..at], other, &code[at + 1..]].concat();
        assert_eq!(decode_sheet(&altered), Err(UnreadableLink::Damaged), "altered at {at}");
    }
}

#[rstest]
#[case::nothing("", UnreadableLink::Empty)]
#[case::spaces(" \n", UnreadableLink::Empty)]
#[case::a_later_version("2.AAAAAAAA", UnreadableLink::Newer)]
#[case::a_later_version_with_its_address("https://example.org/d#14.AAAAAAAA).", UnreadableLink::Newer)]
#[case::a_number("2.5 km", UnreadableLink::Damaged)]
#[case::a_routine("1~Hills~lunge.b.30.10", UnreadableLink::Damaged)]
#[case::a_text("See you at 5.", UnreadableLink::Damaged)]
#[case::no_version("AAAAAAAA", UnreadableLink::Damaged)]
fn what_is_no_sheet_is_told(#[case] text: &str, #[case] error: UnreadableLink) {
    assert_eq!(decode_sheet(text), Err(error));
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_session_comes_out_of_its_sheet_as_it_went_in(session in any_performed(), at in 0..MANGLES.len()) {
        let code = encode_sheet(&session);
        prop_assert!(code.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)), "{}", code);
        prop_assert_eq!(decode_sheet(&code), Ok(sheet(&session)));
        let (how, mangle) = MANGLES[at];
        prop_assert_eq!(decode_sheet(&mangle(&code)), Ok(sheet(&session)), "{}", how);
    }

    #[test]
    fn any_text_is_an_error_or_a_sheet(text in prop_oneof![".*", "[12]\\.[A-Za-z0-9_-]{0,60}", "(#|1\\.|[A-Za-z0-9 %\n]){0,40}"]) {
        if let Ok(session) = decode_sheet(&text) {
            prop_assert_eq!(decode_sheet(&encode_sheet(&session)), Ok(session));
        }
    }

    /// The checksum is right, so that what follows it is read.
    #[test]
    fn any_values_are_an_error_or_a_sheet(bytes in proptest::collection::vec(prop_oneof![0..4_u8, any::<u8>()], 0..80)) {
        if let Ok(session) = decode_sheet(&code_of(&bytes)) {
            prop_assert_eq!(decode_sheet(&encode_sheet(&session)), Ok(session));
        }
    }
}

/// A code with these bytes and their checksum, written as its form says.
fn code_of(bytes: &[u8]) -> String {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let hash = bytes.iter().fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    let check = [hash ^ hash >> 24, hash >> 8 ^ hash >> 40, hash >> 16 ^ hash >> 56].map(|bits| bits.to_le_bytes()[0]);
    let bits: Vec<u8> =
        bytes.iter().chain(&check).flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1)).collect();
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let letter = |six: &[u8]| {
        let value = (0..6).fold(0, |value, at| value << 1 | usize::from(six.get(at).copied().unwrap_or_default()));
        char::from(letters[value])
    };
    std::iter::once("1.".to_owned()).chain(bits.chunks(6).map(|six| letter(six).to_string())).collect()
}

#[test]
fn a_sheet_names_the_own_exercises_of_whoever_sends_it() {
    define(&[wall_sit()]);
    let mut mine = session();
    mine.sets.truncate(2);
    mine.sets[1].exercise = "own-wallsit1".to_owned();
    let code = encode_sheet(&mine);
    assert!(code.starts_with("4."));
    // A thread has exercises of its own, as another device has.
    let elsewhere = |code: String| {
        let read = std::thread::spawn(move || decode_sheet(&code).map(|read| (read.sets[1].name().to_owned(), read)));
        read.join().unwrap().unwrap()
    };
    assert_eq!(elsewhere(code.clone()), ("Wall sit".to_owned(), sheet(&mine)));
    for cut in 3..code.len() {
        assert!(decode_sheet(&code[..cut]).is_err(), "{cut}");
    }
}
