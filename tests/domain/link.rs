//! Links of version 2: a routine comes out as it went in, in few letters, and damage is told.

use crate::blocks::{any_blocks, with_circuit};
use crate::cases::cases;
use crate::routine::{item, routine};
use mainspring::domain::catalogue::{Level, briefs};
use mainspring::domain::routine::{
    Edit, MAX_ITEMS, MAX_REST, MAX_ROUNDS, Routine, SideOrder, UnreadableLink, decode, encode, ready_made,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The routine with the keys that a link gives it: places.
fn by_place(mut routine: Routine) -> Routine {
    let blocks: Vec<u32> = routine.blocks.iter().map(|block| block.key).collect();
    let place = |key: u32| u32::try_from(blocks.iter().position(|other| *other == key).unwrap_or(0)).unwrap();
    for (key, item) in (0..).zip(&mut routine.items) {
        (item.key, item.block) = (key, place(item.block));
    }
    (0..).zip(&mut routine.blocks).for_each(|(key, block)| block.key = key);
    routine
}

fn noted() -> Routine {
    let edits = [
        Edit::Rename("Hügel 🏃".to_owned()),
        Edit::Note("Slowly".to_owned()),
        Edit::BlockNote(9, "No chat".to_owned()),
        Edit::ItemNote(1, "12 kg".to_owned()),
    ];
    edits.iter().fold(with_circuit(), |routine, edit| routine.edited(edit))
}

/// Links that were sent stay readable: none of these letters may ever change its meaning.
#[test]
fn the_form_is_frozen() {
    let plain = routine(&[
        item("deep-squat", Level::Base, &[10, 8], 60),
        item("moon-hop", Level::Harder, &[5, 5, 5], 60),
        item("lunge", Level::Hard, &[300], 0),
    ]);
    for (routine, link) in [(plain, PLAIN), (noted(), NOTED)] {
        assert_eq!(encode(&routine), link);
        assert_eq!(decode(link, &routine.id), Ok(by_place(routine)));
    }
}

const PLAIN: &str = "2BE1pbmUAAxxwtvgCPAoIMghtb29uLWhvcAMFFY5UFAEArALhe78";
const NOTED: &str = "2C0jDvGdlbCDwn4-DBQZTbG93bHkBARxwtvgCPAoICwM8B05vIGNoYXQCRI5UFC0GBTEyIGtnBNMiLB4M8YsA";

#[test]
fn a_link_has_ten_letters_an_exercise_at_most_beside_its_name() {
    for routine in ready_made() {
        let unnamed = Routine { name: String::new(), ..routine };
        let letters = encode(&unnamed).len();
        // Version, name, number of blocks and items, checksum.
        assert!(letters <= 10 + 10 * unnamed.items.len(), "{}: {letters}", unnamed.id);
    }
}

#[test]
fn every_exercise_has_a_number_of_its_own() {
    let link = |slug: &str| encode(&routine(&[item(slug, Level::Base, &[10], 60)]));
    let links: BTreeSet<String> = briefs().iter().map(|brief| link(brief.id)).collect();
    assert_eq!(links.len(), briefs().len());
}

#[test]
fn a_link_cut_or_changed_anywhere_is_damaged() {
    let routine = noted();
    let link = encode(&routine);
    for cut in 1..link.len() {
        assert_eq!(decode(&link[..cut], "x"), Err(UnreadableLink::Damaged), "{cut}");
    }
    for at in 1..link.len() {
        for letter in LETTERS {
            let mut changed = link.clone().into_bytes();
            changed[at] = *letter;
            let read = decode(&String::from_utf8(changed).unwrap(), &routine.id);
            // The last letter has bits that fill no byte.
            let fills_up = at + 1 == link.len() && read == Ok(by_place(routine.clone()));
            let same = link.as_bytes()[at] == *letter;
            assert!(same || fills_up || read == Err(UnreadableLink::Damaged), "{at} {}", char::from(*letter));
        }
    }
}

/// FNV-1a, folded to three bytes.
pub fn digest(bytes: &[u8]) -> [u8; 3] {
    let hash = bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let [a, b, c, d] = hash.to_le_bytes();
    [a ^ d, b, c]
}

/// A link of this version, of these bytes and their checksum.
pub fn link_of(version: char, bytes: &[u8]) -> String {
    let all = [bytes, &digest(bytes)].concat();
    let bits = all.iter().map(|byte| format!("{byte:08b}")).collect::<Vec<_>>().concat();
    let letter = |six: &[u8]| {
        let six = format!("{:0<6}", String::from_utf8_lossy(six));
        char::from(LETTERS[usize::from_str_radix(&six, 2).unwrap()])
    };
    std::iter::once(version).chain(bits.as_bytes().chunks(6).map(letter)).collect()
}

#[test]
fn a_later_version_is_newer() {
    let later = encode(&noted()).replacen('2', "3", 1);
    assert_eq!(decode(&later, "x"), Err(UnreadableLink::Newer));
    assert_eq!(decode("3 squats and 20 lunges a day", "x"), Err(UnreadableLink::Damaged));
}

#[test]
fn hostile_bytes_of_version_5_are_damaged_and_a_needless_one_is_newer() {
    let squat = digest(b"deep-squat");
    let with = |parts: &[&[u8]]| decode(&link_of('5', &parts.concat()), "x");
    assert_eq!(with(&[&[0, 0, 1, 0, 1], &squat, &[10]]).unwrap().items[0].side_order, Some(SideOrder::RightFirst));
    assert_eq!(with(&[&[0, 0, 1, 0, 4], &squat, &[10, 2, 5, 1]]).unwrap().items[0].tempo, [5, 1]);
    assert_eq!(with(&[&[0, 0, 1, 0, 0], &squat, &[10]]), Err(UnreadableLink::Newer));
    let damaged: &[(&str, &[&[u8]])] = &[
        ("a mark that is none", &[&[0, 0, 1, 0, 8], &squat, &[10]]),
        ("no seconds", &[&[0, 0, 1, 0, 4], &squat, &[10, 2, 0, 1]]),
        ("a part of 11 seconds", &[&[0, 0, 1, 0, 4], &squat, &[10, 2, 11, 1]]),
        ("a part too many", &[&[0, 0, 1, 0, 4], &squat, &[10, 3, 5, 1, 1]]),
        ("nine parts", &[&[0, 0, 1, 0, 4], &squat, &[10, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1]]),
        ("a kind that is none", &[&[0, 2, 10, 1, 0], &squat, &[10]]),
        ("a time of 3,601 seconds", &[&[0, 2, 7, 1, 0, 0x91, 0x1c, 1, 0, 0], &squat, &[10]]),
    ];
    for (name, parts) in damaged {
        assert_eq!(with(parts), Err(UnreadableLink::Damaged), "{name}");
    }
}

#[test]
fn an_exercise_of_a_later_version_is_newer_and_hostile_bytes_are_damaged() {
    let squat = digest(b"deep-squat");
    let with = |parts: &[&[u8]]| decode(&link_of('2', &parts.concat()), "x");
    assert_eq!(with(&[&[0, 0, 1, 0], &squat, &[10]]).unwrap().items[0].exercise, "deep-squat");
    assert_eq!(with(&[&[0, 0, 1, 0], &digest(b"moon-hop"), &[10]]), Err(UnreadableLink::Newer));
    let damaged: &[(&str, &[&[u8]])] = &[
        ("no items", &[&[0, 0, 0]]),
        ("an amount of nothing", &[&[0, 0, 1, 0], &squat, &[0]]),
        ("an amount of 1,000", &[&[0, 0, 1, 0], &squat, &[0xe8, 0x07]]),
        ("no sets", &[&[0, 0, 1, 16], &squat, &[0, 10]]),
        ("21 sets", &[&[0, 0, 1, 16], &squat, &[21, 10]]),
        ("a rest of 601 seconds", &[&[0, 0, 1, 4], &squat, &[0xd9, 0x04, 10]]),
        ("a level that is none", &[&[0, 0, 1, 3], &squat, &[10]]),
        ("13 blocks", &[&[0, 26, 0, 1, 0], &squat, &[10]]),
        ("a kind that is none", &[&[0, 2, 7, 1, 0], &squat, &[10]]),
        ("21 rounds", &[&[0, 2, 3, 21, 60, 1, 0], &squat, &[10]]),
        ("a spelled exercise with markup", &[&[0, 0, 1, 32, 3], b"<b>", &[10]]),
        ("a name that is no text", &[&[1, 0xff, 0, 1, 0], &squat, &[10]]),
        ("a name longer than the link", &[&[0xff, 0xff, 0x7f, 0, 1, 0], &squat, &[10]]),
        ("a number that does not end", &[&[0xff, 0xff, 0xff, 0xff, 0xff]]),
        ("61 items", &[&[0, 0, 61], &[&[0][..], &squat, &[10]].concat().repeat(61)]),
        ("a name of 61 letters", &[&[61], &[b'n'; 61], &[0, 1, 0], &squat, &[10]]),
    ];
    for (what, bytes) in damaged {
        assert_eq!(with(bytes), Err(UnreadableLink::Damaged), "{what}");
    }
}

/// A link as it may be made to harm: of a routine or of any bytes, with letters changed, doubled and lost.
fn any_hostile() -> impl Strategy<Value = String> {
    let bytes = proptest::collection::vec(prop_oneof![0..8_u8, any::<u8>()], 0..60);
    let link = prop_oneof![
        2 => (bytes, prop::sample::select(&['2', '4', '5'][..])).prop_map(|(bytes, version)| link_of(version, &bytes)),
        1 => any_blocks().prop_map(|routine| encode(&routine)),
        1 => "[2-5][A-Za-z0-9_-]{0,80}",
    ];
    let change = (any::<prop::sample::Index>(), 0..4_u8, any::<char>());
    (link, proptest::collection::vec(change, 0..4)).prop_map(|(link, changes)| {
        let mut signs: Vec<char> = link.chars().collect();
        for (at, how, sign) in changes.into_iter().filter(|_| link.len() > 1) {
            let at = at.index(signs.len());
            match how {
                0 => signs[at] = sign,
                1 => signs.insert(at, sign),
                2 => signs.truncate(at.max(1)),
                _ => signs[at] = char::from(LETTERS[sign as usize % 64]),
            }
        }
        signs.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_blocks_come_out_of_their_link_as_they_went_in(routine in any_blocks()) {
        let link = encode(&routine);
        prop_assert!(link.bytes().all(|byte| LETTERS.contains(&byte)), "{}", link);
        let read = decode(&link, &routine.id);
        if routine.items.is_empty() {
            prop_assert_eq!(read, Err(UnreadableLink::Damaged));
        } else {
            prop_assert_eq!(read, Ok(by_place(routine)));
        }
    }
}

proptest! {
    #![proptest_config(cases(1000))]

    /// `make fuzz` tries a million.
    #[test]
    fn a_fuzzed_link_is_an_error_or_a_routine_within_bounds(link in any_hostile()) {
        if let Ok(routine) = decode(&link, "x") {
            prop_assert!((1..=MAX_ITEMS).contains(&routine.items.len()));
            for item in &routine.items {
                prop_assert!((1..=usize::from(MAX_ROUNDS)).contains(&item.targets.len()));
                prop_assert!(item.rest.0 <= MAX_REST);
            }
            prop_assert_eq!(decode(&encode(&routine), "x"), Ok(by_place(routine)));
        }
    }
}
