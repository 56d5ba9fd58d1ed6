//! The workout for a watch: whole for any routine. The journeys read it back with a reader that is not ours (`watch.spec.mjs`).

use crate::blocks::any_blocks;
use crate::cases::cases;
use mainspring::domain::fit::{WatchWords, workout};
use mainspring::domain::routine::Routine;
use mainspring::domain::session::{Side, Step};
use mainspring::domain::units::Timestamp;
use proptest::prelude::*;

fn file(routine: &Routine) -> Option<Vec<u8>> {
    let words = WatchWords {
        name: |step: &Step| step.exercise.clone(),
        note: |_| "é".repeat(200),
        rest: "Rest",
        round_rest: "Round rest",
    };
    workout(routine, &|_| Side::Right, &words, Timestamp(1_795_000_000_000))
}

/// CRC-16/ARC by its definition: the remainder of the reflected polynomial, bit by bit.
fn remainder(bytes: &[u8]) -> u16 {
    let mut sum = 0_u16;
    for bit in bytes.iter().flat_map(|byte| (0..8).map(move |at| u16::from(byte >> at & 1))) {
        let carry = (sum & 1) ^ bit;
        sum = (sum >> 1) ^ (carry * 0xa001);
    }
    sum
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_routine_makes_a_whole_file(routine in any_blocks()) {
        let known = routine.items.iter().any(|item| item.known().is_some());
        let made = file(&routine);
        prop_assert_eq!(made.is_some(), known);
        if let Some(file) = made {
            prop_assert_eq!(&file[8..12], b".FIT");
            let size = u32::from_le_bytes(file[4..8].try_into().unwrap()) as usize;
            prop_assert_eq!(size, file.len() - 14 - 2);
            // With its checksum at the end the remainder is nothing.
            prop_assert_eq!(remainder(&file[..14]), 0);
            prop_assert_eq!(remainder(&file), 0);
        }
    }
}
