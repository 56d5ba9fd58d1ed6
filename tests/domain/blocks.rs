//! Blocks of a routine: edits, the order of training, how long it takes, and what is stored of them.

use crate::cases::cases;
use crate::merge::any_edit;
use crate::routine::{any_routine, item, routine};
use crate::saved::any::any_load;
use crate::session::START;
use mainspring::domain::catalogue::{Level, brief};
use mainspring::domain::routine::{
    Block, BlockKind, Edit, MAX_BLOCKS, MAX_ITEMS, MAX_PLAN_NOTE, MAX_ROUNDS, MAX_SETS, Routine, SideOrder, estimate,
    merged,
};
use mainspring::domain::saved::{self, KeyValue, Loaded, Memory, collect, read_backup, write_backup};
use mainspring::domain::session::fitted;
use mainspring::domain::units::Seconds;
use proptest::prelude::*;
use rstest::rstest;

const BASE: Level = Level::Base;

/// A squat (key 0), a lunge (key 1) and a bridge (key 2), in one plain list.
fn plain() -> Routine {
    routine(&[
        item("deep-squat", BASE, &[10, 8], 60),
        item("lunge", BASE, &[6], 45),
        item("banded-glute-bridge", BASE, &[12, 12, 12], 30),
    ])
}

/// The same with the lunge and the bridge as a circuit (key 9) of three rounds, a minute apart.
pub fn with_circuit() -> Routine {
    let edits = [Edit::AddBlock(BlockKind::Circuit), Edit::Into(1, 9), Edit::Into(2, 9)];
    edits.iter().fold(plain(), |routine, edit| routine.edited_with(edit, 9))
}

/// Any routine, in blocks and with notes.
pub fn any_blocks() -> impl Strategy<Value = Routine> {
    let edits = proptest::collection::vec((any_edit(), any_block_edit()), 0..12);
    (any_routine(), edits).prop_map(|(routine, edits)| {
        let edits = edits.into_iter().flat_map(|(one, other)| [one, other]);
        edits.zip(700..).fold(routine, |routine, (edit, fresh)| routine.edited_with(&edit, fresh))
    })
}

/// Any edit of blocks and notes.
pub fn any_block_edit() -> impl Strategy<Value = Edit> {
    let row = || prop_oneof![0..4_u32, 700..720_u32];
    let block = || prop_oneof![Just(0_u32), 700..720_u32];
    let note = || prop_oneof![Just(String::new()), ".{0,8}"];
    prop_oneof![
        4 => proptest::sample::select(BlockKind::ALL).prop_map(Edit::AddBlock),
        4 => (row(), block()).prop_map(|(row, block)| Edit::Into(row, block)),
        1 => block().prop_map(Edit::RemoveBlock),
        1 => (block(), any::<u8>()).prop_map(|(block, rounds)| Edit::Rounds(block, rounds)),
        1 => (block(), 0..900_u32).prop_map(|(block, rest)| Edit::RoundRest(block, Seconds(rest))),
        1 => (block(), any::<i8>()).prop_map(|(block, step)| Edit::Ladder(block, step)),
        1 => (block(), 0..5000_u32).prop_map(|(block, clock)| Edit::Clock(block, Seconds(clock))),
        1 => (block(), note()).prop_map(|(block, note)| Edit::BlockNote(block, note)),
        1 => (row(), note()).prop_map(|(row, note)| Edit::ItemNote(row, note)),
        1 => note().prop_map(Edit::Note),
        1 => (row(), proptest::option::of(proptest::sample::select(SideOrder::ALL))).prop_map(|(row, order)| Edit::SideOrder(row, order)),
        1 => (row(), proptest::collection::vec(0..14_u8, 0..5)).prop_map(|(row, tempo)| Edit::Tempo(row, tempo)),
        1 => (row(), proptest::option::of(any_load())).prop_map(|(row, load)| Edit::Load(row, load)),
        1 => row().prop_map(Edit::Duplicate),
        1 => (row(), block(), proptest::option::of(row())).prop_map(|(row, block, before)| Edit::Place(row, block, before)),
        1 => (block(), any::<i32>()).prop_map(|(block, by)| Edit::MoveBlock(block, by)),
        1 => (proptest::collection::vec(row(), 0..4), any::<i32>()).prop_map(|(rows, by)| Edit::MoveAll(rows, by)),
        1 => (row(), row()).prop_map(|(one, other)| Edit::All(vec![Edit::Move(one, -1), Edit::Move(other, 1)])),
    ]
}

/// "warm-up[0] circuit×3[1 2]": the blocks with the keys of their items, and their sets where they are not one.
fn shown(routine: &Routine) -> String {
    let item = |block: &Block| {
        let keys: Vec<String> = routine.items_of(block.key).map(|item| item.key.to_string()).collect();
        let rounds = if block.kind.is_in_turn() { format!("×{}", block.rounds) } else { String::new() };
        format!("{}{rounds}[{}]", block.kind.slug(), keys.join(" "))
    };
    routine.parts().iter().map(item).collect::<Vec<_>>().join(" ")
}

#[rstest]
#[case::a_warm_up_comes_first(&[Edit::AddBlock(BlockKind::WarmUp)], "warm-up[] main[0 1 2]")]
#[case::a_cool_down_comes_last(&[Edit::AddBlock(BlockKind::CoolDown), Edit::AddBlock(BlockKind::Superset)], "main[0 1 2] superset×3[] cool-down[]")]
#[case::over_the_border_to_the_start(&[Edit::AddBlock(BlockKind::WarmUp), Edit::Move(0, -1)], "warm-up[0] main[1 2]")]
#[case::over_the_border_to_the_end(&[Edit::AddBlock(BlockKind::Circuit), Edit::Move(2, 1)], "main[0 1] circuit×3[2]")]
#[case::past_neighbours_and_borders(&[Edit::AddBlock(BlockKind::Circuit), Edit::Move(0, 3)], "main[1 2] circuit×3[0]")]
#[case::no_further_than_the_last_block(&[Edit::AddBlock(BlockKind::Circuit), Edit::Move(0, i32::MAX)], "main[1 2] circuit×3[0]")]
#[case::back_over_the_border(&[Edit::AddBlock(BlockKind::Circuit), Edit::Move(2, 1), Edit::Move(2, -1)], "main[0 1 2] circuit×3[]")]
#[case::into_a_block(&[Edit::AddBlock(BlockKind::Circuit), Edit::Into(0, 900)], "main[1 2] circuit×3[0]")]
#[case::into_no_block(&[Edit::AddBlock(BlockKind::Circuit), Edit::Into(0, 7)], "main[0 1 2] circuit×3[]")]
#[case::a_removed_block_gives_its_items_to_the_one_before(&[Edit::AddBlock(BlockKind::Circuit), Edit::Into(0, 900), Edit::RemoveBlock(900)], "main[1 2 0]")]
#[case::the_first_block_gives_them_to_the_one_after(&[Edit::AddBlock(BlockKind::WarmUp), Edit::Into(1, 900), Edit::RemoveBlock(900)], "main[1 0 2]")]
#[case::the_plain_block_gives_them_too(&[Edit::AddBlock(BlockKind::Circuit), Edit::RemoveBlock(0)], "circuit×3[0 1 2]")]
#[case::an_empty_block_just_goes(&[Edit::AddBlock(BlockKind::Circuit), Edit::RemoveBlock(900)], "main[0 1 2]")]
#[case::put_before_another(&[Edit::Place(2, 0, Some(0))], "main[2 0 1]")]
#[case::put_at_the_end(&[Edit::Place(0, 0, None)], "main[1 2 0]")]
#[case::put_before_itself(&[Edit::Place(1, 0, Some(1))], "main[0 1 2]")]
#[case::put_into_no_block(&[Edit::Place(1, 7, None)], "main[0 1 2]")]
#[case::put_into_an_empty_block(&[Edit::AddBlock(BlockKind::WarmUp), Edit::Place(1, 900, None)], "warm-up[1] main[0 2]")]
#[case::put_into_a_block_before_one_of_it(&[Edit::AddBlock(BlockKind::Circuit), Edit::Into(2, 900), Edit::Place(0, 900, Some(2))], "main[1] circuit×3[0 2]")]
#[case::put_before_one_of_another_block_is_the_end(&[Edit::AddBlock(BlockKind::Circuit), Edit::Into(2, 900), Edit::Place(0, 900, Some(1))], "main[1] circuit×3[2 0]")]
#[case::a_block_moves_with_its_items(&[Edit::AddBlock(BlockKind::Circuit), Edit::Into(2, 900), Edit::MoveBlock(900, -1)], "circuit×3[2] main[0 1]")]
#[case::a_block_moves_no_further_than_the_end(&[Edit::AddBlock(BlockKind::WarmUp), Edit::MoveBlock(900, i32::MAX)], "main[0 1 2] warm-up[]")]
#[case::several_move_together(&[Edit::MoveAll(vec![1, 2], -1)], "main[1 2 0]")]
#[case::several_move_together_to_the_end(&[Edit::MoveAll(vec![0, 1], 1)], "main[2 0 1]")]
#[case::several_stay_at_the_end(&[Edit::MoveAll(vec![1, 2], 1)], "main[0 1 2]")]
#[case::several_apart_keep_their_distance(&[Edit::MoveAll(vec![0, 2], -1)], "main[0 2 1]")]
#[case::several_cross_a_border_together(&[Edit::AddBlock(BlockKind::Circuit), Edit::MoveAll(vec![1, 2], 1)], "main[0] circuit×3[1 2]")]
#[case::several_changes_are_one(&[Edit::All(vec![Edit::Remove(0), Edit::Move(1, 1)])], "main[2 1]")]
#[case::rounds(&[Edit::AddBlock(BlockKind::Circuit), Edit::Rounds(900, 5)], "main[0 1 2] circuit×5[]")]
#[case::one_round_at_least(&[Edit::AddBlock(BlockKind::Circuit), Edit::Rounds(900, 0)], "main[0 1 2] circuit×1[]")]
#[case::twenty_rounds_at_most(&[Edit::AddBlock(BlockKind::Circuit), Edit::Rounds(900, 255)], "main[0 1 2] circuit×20[]")]
#[case::a_plain_block_has_no_rounds(&[Edit::AddBlock(BlockKind::WarmUp), Edit::Rounds(0, 5)], "warm-up[] main[0 1 2]")]
#[case::the_same_again_after_itself(&[Edit::Duplicate(0)], "main[0 900 1 2]")]
fn an_edit_of_blocks(#[case] edits: &[Edit], #[case] expected: &str) {
    let edited = edits.iter().fold(plain(), |routine, edit| routine.edited_with(edit, 900));
    assert_eq!(shown(&edited), expected);
}

#[test]
fn the_first_block_of_an_empty_routine_is_alone() {
    let empty = Routine::empty("x".to_owned(), "X").edited_with(&Edit::AddBlock(BlockKind::Circuit), 4);
    assert_eq!(shown(&empty), "circuit×3[]");
}

#[test]
fn an_exercise_added_to_a_circuit_has_a_set_for_each_round_and_a_short_rest() {
    let squat = mainspring::domain::catalogue::brief("deep-squat").unwrap();
    let added = with_circuit().edited_with(&Edit::AddTo(squat, BASE, 9), 20);
    let item = added.items_of(9).last().unwrap();
    assert_eq!((item.key, item.targets.len(), item.rest), (20, 3, Seconds(15)));
    let at_the_end = with_circuit().edited_with(&Edit::Add(squat, BASE), 20);
    assert_eq!(shown(&at_the_end), "main[0] circuit×3[1 2 20]");
}

#[test]
fn another_level_and_another_exercise_stay_in_their_block() {
    let noted = with_circuit().edited_with(&Edit::ItemNote(1, "Slowly".to_owned()), 9);
    let harder = noted.edited_with(&Edit::Level(1, Level::Hard), 9);
    let lunge = harder.items.iter().find(|item| item.key == 1).unwrap();
    assert_eq!((lunge.level, lunge.block, lunge.note.as_str(), lunge.targets.len()), (Level::Hard, 9, "Slowly", 3));
    // Her squat is trained on a BOSU that she does not have.
    let edits = [Edit::Into(0, 9), Edit::Level(0, Level::Hard)];
    let on_bosu = edits.iter().fold(with_circuit(), |routine, edit| routine.edited_with(edit, 9));
    let fit = fitted(&on_bosu, &[], &|_, _| false);
    let swap = fit.items.iter().find(|item| item.key == 0).unwrap();
    assert_eq!((swap.level, swap.block, swap.targets.len()), (BASE, 9, 3));
}

#[test]
fn rounds_are_sets_of_every_item_of_the_block() {
    let routine = with_circuit();
    assert_eq!(shown(&routine), "main[0] circuit×3[1 2]");
    assert_eq!(routine.items.iter().map(|item| item.targets.len()).collect::<Vec<_>>(), [2, 3, 3]);
    assert_eq!(routine.sets(), 8);
    let five = routine.edited(&Edit::Rounds(9, 5));
    assert_eq!(five.sets(), 12);
    let alone = five.edited(&Edit::Sets(1, 2));
    assert_eq!(alone, five, "a set in a circuit is a round of all");
    let twenty = five.edited(&Edit::Rounds(9, MAX_ROUNDS));
    let out = twenty.edited(&Edit::Into(1, 0));
    assert_eq!(
        out.items_of(0).map(|item| item.targets.len()).max(),
        Some(MAX_SETS),
        "a plain item has ten sets at most"
    );
}

#[test]
fn a_circuit_is_trained_in_turn_round_by_round() {
    let routine = with_circuit();
    let sets = routine.planned_sets(|_| true);
    let line = |set: &mainspring::domain::routine::PlannedSet| {
        format!("{} {} {}/{} {}", set.item.key, set.set, set.place.round, set.place.rounds, set.rest.0)
    };
    let lines: Vec<String> = sets.iter().map(line).collect();
    assert_eq!(
        lines,
        [
            "0 1 1/1 60",
            "0 2 1/1 60",
            "1 1 1/3 45",
            "2 1 1/3 60",
            "1 2 2/3 45",
            "2 2 2/3 60",
            "1 3 3/3 45",
            "2 3 3/3 60"
        ]
    );
}

#[test]
fn the_length_of_a_circuit_counts_its_rounds_and_the_rests_between_them() {
    let routine = with_circuit();
    // Three rests of 45 s after the lunge, two of 60 s between the rounds; then each further round has one more of both.
    let longer = routine.edited(&Edit::RoundRest(9, Seconds(90)));
    assert_eq!(estimate(&longer).0 - estimate(&routine).0, 60, "the last rest does not count");
    let four = estimate(&routine.edited(&Edit::Rounds(9, 4))).0 - estimate(&routine).0;
    let five = estimate(&routine.edited(&Edit::Rounds(9, 5))).0 - estimate(&routine.edited(&Edit::Rounds(9, 4))).0;
    assert_eq!(four, five);
}

#[test]
fn notes_are_one_line_and_short() {
    let noted = plain().edited(&Edit::Note(format!("a\n{}", "b".repeat(900))));
    assert_eq!(noted.note.chars().count(), MAX_PLAN_NOTE);
    assert!(!noted.note.contains('\n'));
    assert_eq!(plain().edited(&Edit::Note("\u{200b}".to_owned())).note, "");
}

#[test]
fn a_plain_routine_is_stored_as_version_1_had_it_and_blocks_as_version_2() {
    let text = |routines: &[Routine]| {
        let store = Memory::default();
        saved::save_routines(&store, routines).unwrap();
        (store.get("mainspring.routines").unwrap().unwrap(), saved::load_routines(&store))
    };
    let (plain_text, read) = text(&[plain()]);
    assert!(plain_text.starts_with(r#"{"v":1,"#) && !plain_text.contains("block") && !plain_text.contains("note"));
    assert_eq!(read, Loaded::Whole(vec![plain()]));
    let noted = [
        Edit::Note("Slowly".to_owned()),
        Edit::BlockNote(9, "No chat".to_owned()),
        Edit::ItemNote(1, "12 kg".to_owned()),
    ];
    let noted = noted.iter().fold(with_circuit(), |routine, edit| routine.edited(edit));
    let (blocks, read) = text(&[plain(), noted.clone()]);
    assert_eq!(blocks, include_str!("fixtures/saved/v2/routines.json").trim_end());
    assert_eq!(read, Loaded::Whole(vec![plain(), noted]));
}

#[test]
fn blocks_that_nothing_of_ours_writes_are_put_right() {
    let store = Memory::default();
    let text = include_str!("fixtures/saved/v2/routines.json").trim_end();
    for (from, to) in [
        (r#""rounds":3"#, r#""rounds":0"#),
        (r#""rounds":3"#, r#""rounds":255"#),
        (r#""kind":"circuit""#, r#""kind":"dance""#),
        (r#""block":9"#, r#""block":77"#),
        (r#""key":9"#, r#""key":0"#),
        (r#""rest":60,"note""#, r#""rest":99999,"note""#),
    ] {
        let other = text.replacen(from, to, 1);
        assert_ne!(other, text, "{from}");
        store.set("mainspring.routines", &other).unwrap();
        let read = saved::load_routines(&store).whole().unwrap().remove(1);
        check(&read);
        assert_eq!(read.items.len(), 3, "{to}");
    }
}

/// Checks what every routine keeps to.
fn check(routine: &Routine) {
    assert!(routine.blocks.len() <= MAX_BLOCKS && routine.items.len() <= MAX_ITEMS);
    let mut keys: Vec<u32> = routine.parts().iter().map(|block| block.key).collect();
    let order = |key: u32| keys.iter().position(|other| *other == key);
    let places: Vec<_> = routine.items.iter().map(|item| order(item.block)).collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{routine:?}");
    for block in routine.parts() {
        assert!((1..=MAX_ROUNDS).contains(&block.rounds) && block.rest.0 <= 600);
        for item in routine.items_of(block.key) {
            let sets = item.targets.len();
            let fits = if block.kind.is_in_turn() {
                sets == usize::from(block.rounds)
            } else {
                (1..=MAX_SETS).contains(&sets)
            };
            assert!(fits, "{routine:?}");
        }
    }
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), routine.parts().len(), "a key is there twice");
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_blocks_keep_to_their_rules_and_come_back_as_they_were_saved(routine in any_blocks()) {
        check(&routine);
        let store = Memory::default();
        saved::save_routines(&store, std::slice::from_ref(&routine)).unwrap();
        prop_assert_eq!(saved::load_routines(&store), Loaded::Whole(vec![routine.clone()]));
        // The data file has no keys: what is trained is the same.
        let backup = collect(&store, None, START);
        let file = write_backup(&backup, &[], START, None);
        let read = read_backup(file.as_bytes(), START).unwrap();
        prop_assert_eq!(read.unknown, Vec::<String>::new());
        let read = &read.backup.routines[0];
        check(read);
        let told = |routine: &Routine| {
            let sets = routine.planned_sets(|_| true);
            let sets: Vec<_> = sets.iter().map(|set| (set.item.exercise.clone(), set.item.note.clone(), set.set, set.target, set.rest, set.place)).collect();
            let blocks: Vec<_> = routine.blocks.iter().map(|block| (block.kind, block.rounds, block.rest, block.note.clone())).collect();
            (sets, blocks, routine.note.clone(), routine.name.clone())
        };
        prop_assert_eq!(told(read), told(&routine));
    }

    #[test]
    fn two_sides_that_change_blocks_keep_every_row(routine in any_blocks(), mine in any_block_edit(), theirs in any_block_edit()) {
        let (mine, theirs) = (routine.edited_with(&mine, 8000), routine.edited_with(&theirs, 8001));
        let both = merged(&routine, &mine, &theirs).routine;
        check(&both);
        for item in mine.items.iter().chain(&theirs.items) {
            prop_assert!(both.items.iter().any(|other| other.key == item.key), "{} is gone", item.key);
        }
        for (one, other) in [(&mine, &routine), (&routine, &mine), (&mine, &mine)] {
            let merged = merged(&routine, one, other);
            prop_assert_eq!(&merged.routine, &mine);
            prop_assert_eq!(merged.replaced, vec![]);
        }
    }
}

#[rstest]
#[case::the_same_unit_keeps_the_amounts("banded-glute-bridge", "banded-glute-bridge[7, 7] 90 s")]
#[case::another_unit_has_its_own_amounts_in_as_many_sets("single-leg-balance", "single-leg-balance[30, 30] 90 s")]
fn swapping_an_exercise_keeps_its_place_rest_and_note(#[case] to: &str, #[case] expected: &str) {
    let routine = routine(&[item("lunge", BASE, &[6], 45), item("deep-squat", BASE, &[7, 7], 90)]);
    let noted = routine.edited(&Edit::ItemNote(1, "Slowly".to_owned()));
    let swapped = noted.edited_with(&Edit::Swap(1, brief(to).unwrap(), BASE), 5);
    let item = &swapped.items[1];
    let amounts: Vec<u16> = item.targets.iter().map(|amount| amount.get()).collect();
    assert_eq!(format!("{}{amounts:?} {} s", item.exercise, item.rest.0), expected);
    assert_eq!((item.key, item.note.as_str(), swapped.items.len()), (5, "Slowly", 2));
}

#[test]
fn a_swap_within_intervals_never_takes_repetitions_for_seconds() {
    let plain = routine(&[item("deep-squat", BASE, &[7, 7], 90)]);
    let timed = [Edit::AddBlock(BlockKind::Intervals), Edit::Into(0, 9), Edit::RemoveBlock(0)];
    let timed = timed.iter().fold(plain, |routine, edit| routine.edited_with(edit, 9));
    let swapped = timed.edited_with(&Edit::Swap(0, brief("single-leg-balance").unwrap(), BASE), 5);
    let circuit = swapped.edited_with(&Edit::AddBlock(BlockKind::Circuit), 10);
    let back = circuit.edited_with(&Edit::Into(5, 10), 10);
    assert_eq!(back.items[0].clock, None);
    assert!(back.items[0].targets.iter().all(|target| target.get() == 30), "{:?}", back.items[0].targets);
}

#[test]
fn notes_on_a_set_are_those_of_its_part_and_its_exercise() {
    let plain = routine(&[item("deep-squat", BASE, &[7], 90), item("lunge", BASE, &[6], 45)]);
    let noted =
        plain.edited(&Edit::ItemNote(0, "Slowly".to_owned())).edited_with(&Edit::AddBlock(BlockKind::Circuit), 9);
    let noted = noted.edited(&Edit::BlockNote(9, "No hurry".to_owned())).edited_with(&Edit::Into(1, 9), 9);
    assert_eq!(noted.notes_on("deep-squat", BlockKind::Main), ["Slowly"]);
    assert_eq!(noted.notes_on("lunge", BlockKind::Circuit), ["No hurry"]);
    assert_eq!(noted.notes_on("lunge", BlockKind::Main), Vec::<&str>::new());
}
