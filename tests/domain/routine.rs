//! Routines: edits and the way back, how long they take, and the link that carries them.

use crate::cases::cases;
use crate::mangled::version_1;
use mainspring::domain::catalogue::{self, Kit, Level, Sides};
use mainspring::domain::name::visible;
use mainspring::domain::routine::{
    self, Draft, Edit, Item, MAX_ITEMS, MAX_NAME, MAX_REST, MAX_SETS, Routine, UnreadableLink, decode, encode,
    estimate, ready_made,
};
use mainspring::domain::session::steps;
use mainspring::domain::units::{Amount, Seconds};
use mainspring::text::routine::dose_words;
use proptest::prelude::*;
use rstest::rstest;

/// Exercise, level, amounts, seconds of rest.
pub type Line<'a> = (&'a str, Level, &'a [u16], u32);

/// One line.
pub const fn item<'a>(slug: &'a str, level: Level, amounts: &'a [u16], rest: u32) -> Line<'a> {
    (slug, level, amounts, rest)
}

/// A routine of these lines; the exercises need not be known.
pub fn routine(lines: &[Line]) -> Routine {
    let item = |(key, (slug, level, amounts, rest)): (u32, &Line)| Item {
        key,
        exercise: (*slug).to_owned(),
        level: *level,
        targets: amounts.iter().copied().map(Amount::clamped).collect(),
        rest: Seconds(*rest),
        block: 0,
        note: String::new(),
        load: None,
        side_order: None,
        tempo: Vec::new(),
        clock: None,
    };
    Routine { items: (0..).zip(lines).map(item).collect(), ..Routine::empty("mine".to_owned(), "Mine") }
}

/// The ready-made routine `id`.
pub fn ready(id: &str) -> Routine {
    ready_made().into_iter().find(|r| r.id == id).expect("a ready-made routine")
}

/// Any routine that a link or the store can carry; about half of its exercises are known.
pub fn any_routine() -> impl Strategy<Value = Routine> {
    let known = proptest::sample::select(catalogue::all()).prop_map(|exercise| exercise.id.to_owned());
    let slug = prop_oneof![known, "[a-z0-9-]{1,60}"];
    let level = proptest::sample::select(Level::ALL);
    let item = (slug, level, proptest::collection::vec(1..=Amount::MAX, 1..=MAX_SETS), 0..=MAX_REST);
    let name = proptest::collection::vec(any::<char>(), 0..=MAX_NAME).prop_map(|name| visible(String::from_iter(name)));
    (name, proptest::collection::vec(item, 1..=MAX_ITEMS)).prop_map(|(name, items)| {
        let lines: Vec<Line> =
            items.iter().map(|(slug, l, amounts, rest)| (slug.as_str(), *l, &amounts[..], *rest)).collect();
        Routine { name, ..routine(&lines) }
    })
}

const BASE: Level = Level::Base;

/// A balance (key 0), a squat (key 1) and something from the future (key 2).
fn three() -> Routine {
    routine(&[
        item("single-leg-balance", BASE, &[30], 20),
        item("deep-squat", BASE, &[10, 8], 60),
        item("moon-hop", BASE, &[5], 10),
    ])
}

/// A routine in one line: `slug.level.rest.amount.amount` for each item.
fn written(routine: &Routine) -> String {
    version_1(routine).split('~').skip(2).collect::<Vec<_>>().join(" ")
}

const BALANCE: &str = "single-leg-balance.b.20.30";
const SQUAT: &str = "deep-squat.b.60.10.8";
const HOP: &str = "moon-hop.b.10.5";

#[rstest]
#[case::removes_one_item(Edit::Remove(1), &[BALANCE, HOP])]
#[case::removes_nothing_for_a_key_that_is_not_there(Edit::Remove(9), &[BALANCE, SQUAT, HOP])]
#[case::moves_towards_the_end(Edit::Move(0, 1), &[SQUAT, BALANCE, HOP])]
#[case::moves_towards_the_start(Edit::Move(2, -1), &[BALANCE, HOP, SQUAT])]
#[case::moves_no_further_than_the_end(Edit::Move(0, i32::MAX), &[SQUAT, HOP, BALANCE])]
#[case::moves_no_further_than_the_start(Edit::Move(2, i32::MIN), &[HOP, BALANCE, SQUAT])]
#[case::moves_by_nothing(Edit::Move(1, 0), &[BALANCE, SQUAT, HOP])]
#[case::moves_nothing_for_a_key_that_is_not_there(Edit::Move(9, 1), &[BALANCE, SQUAT, HOP])]
#[case::gives_a_new_level_its_own_dose_and_keeps_the_rest(Edit::Level(1, Level::Harder), &[BALANCE, "deep-squat.x.60.20.20.20", HOP])]
#[case::leaves_the_level_of_an_unknown_exercise(Edit::Level(2, Level::Hard), &[BALANCE, SQUAT, HOP])]
#[case::repeats_the_last_amount_in_new_sets(Edit::Sets(1, 4), &[BALANCE, "deep-squat.b.60.10.8.8.8", HOP])]
#[case::takes_sets_off_the_end(Edit::Sets(1, 1), &[BALANCE, "deep-squat.b.60.10", HOP])]
#[case::keeps_one_set_at_least(Edit::Sets(1, 0), &[BALANCE, "deep-squat.b.60.10", HOP])]
#[case::keeps_ten_sets_at_most(Edit::Sets(0, usize::MAX), &["single-leg-balance.b.20.30.30.30.30.30.30.30.30.30.30", SQUAT, HOP])]
#[case::steps_every_amount(Edit::StepAmount(1, -3), &[BALANCE, "deep-squat.b.60.7.5", HOP])]
#[case::steps_no_amount_below_one(Edit::StepAmount(1, i16::MIN), &[BALANCE, "deep-squat.b.60.1.1", HOP])]
#[case::steps_no_amount_above_999(Edit::StepAmount(1, i16::MAX), &[BALANCE, "deep-squat.b.60.999.999", HOP])]
#[case::gives_every_set_one_amount(Edit::Amount(1, Amount::clamped(12)), &[BALANCE, "deep-squat.b.60.12.12", HOP])]
#[case::changes_the_rest(Edit::Rest(1, Seconds(0)), &[BALANCE, "deep-squat.b.0.10.8", HOP])]
#[case::rests_ten_minutes_at_most(Edit::Rest(1, Seconds(u32::MAX)), &[BALANCE, "deep-squat.b.600.10.8", HOP])]
fn an_edit(#[case] edit: Edit, #[case] expected: &[&str]) {
    assert_eq!(written(&three().edited(&edit)), expected.join(" "));
}

#[test]
fn adding_gives_the_prescribed_dose_and_a_key_of_its_own() {
    let pistol = catalogue::brief("supported-pistol-squat").unwrap();
    let added = three().edited(&Edit::Add(pistol, BASE));
    assert_eq!(written(&added), format!("{} supported-pistol-squat.b.90.10.8", written(&three())));
    assert_eq!(added.items.iter().map(|item| item.key).collect::<Vec<_>>(), [0, 1, 2, 3]);
}

#[test]
fn a_routine_holds_sixty_items_and_no_more() {
    let lunge = catalogue::brief("lunge").unwrap();
    let full = (0..MAX_ITEMS + 5).fold(Routine::empty("x".to_owned(), ""), |r, _| r.edited(&Edit::Add(lunge, BASE)));
    assert_eq!(full.items.len(), MAX_ITEMS);
    let roomier = full.edited(&Edit::Remove(7)).edited(&Edit::Add(lunge, BASE));
    assert_eq!(roomier.items.len(), MAX_ITEMS);
    assert_eq!(roomier.items.last().unwrap().key, 60, "no key is used again beside its first owner");
}

#[rstest]
#[case::a_plain_name("Hills", "Hills", "Hills")]
#[case::an_empty_name_is_kept_and_called_unnamed("", "", "Unnamed routine")]
#[case::blanks_are_kept_while_typing_and_called_unnamed("  ", "  ", "Unnamed routine")]
#[case::a_title_is_trimmed(" Hills ", " Hills ", "Hills")]
fn renaming(#[case] to: &str, #[case] name: &str, #[case] title: &str) {
    let renamed = three().edited(&Edit::Rename(to.to_owned()));
    assert_eq!((renamed.name.as_str(), renamed.title()), (name, title));
}

#[test]
fn a_long_name_is_cut_at_sixty_characters_not_bytes() {
    let renamed = three().edited(&Edit::Rename("é".repeat(100_000)));
    assert_eq!(renamed.name, "é".repeat(MAX_NAME));
}

#[test]
fn at_least_fifty_changes_can_be_taken_back_one_by_one() {
    let mut draft = Draft::new(three());
    let edits = (0..300_i16).map(|n| if n % 2 == 0 { Edit::Move(0, 1) } else { Edit::StepAmount(1, 1) });
    let mut history = vec![draft.routine().clone()];
    for edit in edits {
        draft.apply(&edit);
        if draft.routine() != history.last().unwrap() {
            history.push(draft.routine().clone());
        }
    }
    assert_eq!(draft.routine(), history.last().unwrap());
    let mut taken_back = 0;
    while draft.can_undo() {
        history.pop();
        draft.undo();
        taken_back += 1;
        assert_eq!(draft.routine(), history.last().unwrap());
    }
    assert!(taken_back >= 50, "{taken_back} changes taken back");
    let before = draft.clone();
    draft.undo();
    assert_eq!(draft, before, "with nothing to take back, undo changes nothing");
}

#[test]
fn a_change_that_changes_nothing_leaves_nothing_to_take_back() {
    let mut draft = Draft::new(three());
    for edit in [
        Edit::Remove(9),
        Edit::Move(0, -1),
        Edit::Sets(1, 2),
        Edit::Level(2, Level::Hard),
        Edit::Rename("Mine".to_owned()),
    ] {
        draft.apply(&edit);
        assert!(!draft.can_undo(), "{edit:?}");
    }
}

#[test]
fn removing_can_be_taken_back_to_the_same_place_and_key() {
    let mut draft = Draft::new(three());
    draft.apply(&Edit::Remove(1));
    draft.undo();
    assert_eq!(*draft.routine(), three());
}

#[rstest]
#[case::six_minutes_needs_nothing_and_lasts_six_minutes("six-minutes", 4, 351, &[])]
#[case::bands("bands-before-a-run", 3, 506, &[Kit::LoopBand])]
#[case::balance("balance", 4, 754, &[Kit::Dowel, Kit::Straps])]
#[case::body_weight("body-weight", 2, 625, &[])]
fn a_ready_made_routine(#[case] id: &str, #[case] items: usize, #[case] seconds: u32, #[case] kit: &[Kit]) {
    let routine = ready(id);
    assert!(routine.items.iter().all(|item| item.known().is_some()));
    let expected = (items, Seconds(seconds), kit.to_vec());
    assert_eq!((routine.items.len(), estimate(&routine), routine.kit()), expected);
}

#[test]
fn there_are_ready_made_routines_for_many_days_and_the_first_is_the_default() {
    let ids: Vec<_> = ready_made().into_iter().map(|r| r.id).collect();
    assert!(ids.len() >= 12, "{ids:?}");
    assert_eq!(ids[0], routine::DEFAULT);
    let suggested: Vec<_> = ids.iter().filter(|id| routine::is_suggested(id)).collect();
    assert_eq!(suggested, ["six-minutes", "bands-before-a-run", "balance", "body-weight"]);
}

#[test]
fn every_ready_made_routine_is_whole() {
    for ready in ready_made() {
        let minutes = estimate(&ready).minutes();
        println!("{}: {minutes} min, {} sets", ready.id, ready.sets());
        assert!((3..=32).contains(&minutes), "{}: {minutes} min", ready.id);
        assert!(ready.items.iter().all(|item| item.known().is_some()), "{}", ready.id);
        assert!(routine::about(&ready.id).is_some_and(|line| line.ends_with('.')), "{}", ready.id);
        assert!(ready.blocks.iter().all(|block| ready.items_of(block.key).count() > 0), "{}", ready.id);
    }
}

#[test]
fn the_default_routine_keeps_its_promise_of_six_minutes_within_a_tenth() {
    let seconds = estimate(&ready(routine::DEFAULT)).0;
    println!("six-minutes: {seconds} s");
    assert!((324..=396).contains(&seconds), "{seconds} s");
}

#[rstest]
#[case::nothing_takes_no_time(&[], 0)]
#[case::a_hold_on_each_side_counts_both_and_the_change(&[item("single-leg-balance", BASE, &[30], 30)], 10 + 30 + 5 + 30)]
#[case::reps_go_by_their_tempo(&[item("deep-squat", BASE, &[20], 60)], 10 + 20 * 3)]
#[case::rest_stands_between_sets_but_not_after_the_last(&[item("deep-squat", BASE, &[20, 10], 45)], 10 + 60 + 45 + 30)]
#[case::alternating_sides_are_counted_once(&[item("lunge", BASE, &[15], 60)], 10 + 45)]
#[case::an_unknown_exercise_is_not_trained(&[item("moon-hop", BASE, &[5], 10)], 0)]
#[case::an_unknown_exercise_takes_no_time(&[item("moon-hop", BASE, &[5], 10), item("deep-squat", BASE, &[20], 60), item("moon-hop", BASE, &[5], 10)], 10 + 60)]
fn an_estimate(#[case] lines: &[Line], #[case] seconds: u32) {
    assert_eq!(estimate(&routine(lines)), Seconds(seconds));
}

#[rstest]
#[case::equal_sets("monster-walk", &[12, 12], "2 × 12 steps each side")]
#[case::one_set("single-leg-balance", &[30], "30 seconds each side")]
#[case::unequal_sets("supported-pistol-squat", &[10, 8], "10, 8 reps each side")]
#[case::sides_in_turn("lunge", &[15, 15], "2 × 15 reps, alternating sides")]
#[case::a_single_one("deep-squat", &[1], "1 rep")]
fn a_dose_reads(#[case] slug: &str, #[case] amounts: &[u16], #[case] words: &str) {
    assert_eq!(dose_words(&routine(&[item(slug, BASE, amounts, 0)]).items[0]), words);
}

#[test]
fn an_unknown_exercise_stays_as_a_named_placeholder_and_is_passed_over_in_training() {
    let decoded = decode("1~Later~moon-hop.x.10.5.5~deep-squat.b.60.20", "x").unwrap();
    assert_eq!((decoded.items[0].name().as_str(), decoded.items[0].exercise.as_str()), ("moon hop", "moon-hop"));
    assert_eq!(decoded.items[0].sides(), Sides::Both);
    let trained: Vec<_> = steps(&decoded, &crate::session::right).into_iter().map(|step| step.exercise).collect();
    assert_eq!(trained, ["deep-squat"]);
    assert_eq!(decode(&encode(&decoded), "x").as_ref(), Ok(&decoded), "and it goes on in the next link");
}

#[test]
fn every_ready_made_routine_comes_out_of_its_link_as_it_went_in() {
    for routine in ready_made() {
        assert_eq!(decode(&encode(&routine), &routine.id), Ok(routine));
    }
}

const EMPTY: UnreadableLink = UnreadableLink::Empty;
const NEWER: UnreadableLink = UnreadableLink::Newer;
const DAMAGED: UnreadableLink = UnreadableLink::Damaged;

#[rstest]
#[case::nothing("", EMPTY)]
#[case::a_newer_version("2~x", NEWER)]
#[case::a_much_newer_version("4294967295~x~y", NEWER)]
#[case::a_version_beyond_numbers("4294967296~x", DAMAGED)]
#[case::a_version_zero("0~x~deep-squat.b.60.20", DAMAGED)]
#[case::no_version("~x~deep-squat.b.60.20", DAMAGED)]
#[case::a_version_and_nothing_else("1", DAMAGED)]
#[case::a_version_and_an_empty_name("1~", DAMAGED)]
#[case::a_name_and_no_items("1~Hills", DAMAGED)]
#[case::an_empty_item("1~Hills~", DAMAGED)]
#[case::an_item_cut_after_its_name("1~Hills~deep-squat", DAMAGED)]
#[case::an_item_cut_after_its_level("1~Hills~deep-squat.b", DAMAGED)]
#[case::an_item_without_sets("1~Hills~deep-squat.b.60", DAMAGED)]
#[case::an_item_with_an_empty_set("1~Hills~deep-squat.b.60.", DAMAGED)]
#[case::an_exercise_in_capitals("1~Hills~Deep-Squat.b.60.20", DAMAGED)]
#[case::an_exercise_with_a_blank("1~Hills~deep squat.b.60.20", DAMAGED)]
#[case::an_exercise_with_markup("1~Hills~<script>.b.60.20", DAMAGED)]
#[case::an_exercise_with_a_path("1~Hills~../x.b.60.20", DAMAGED)]
#[case::an_exercise_without_a_name("1~Hills~.b.60.20", DAMAGED)]
#[case::an_exercise_beyond_ascii("1~Hills~kniebeuge-ä.b.60.20", DAMAGED)]
#[case::a_level_that_is_none("1~Hills~deep-squat.q.60.20", DAMAGED)]
#[case::a_level_spelt_out("1~Hills~deep-squat.base.60.20", DAMAGED)]
#[case::no_level("1~Hills~deep-squat..60.20", DAMAGED)]
#[case::a_rest_that_is_not_a_number("1~Hills~deep-squat.b.NaN.20", DAMAGED)]
#[case::a_rest_too_long("1~Hills~deep-squat.b.601.20", DAMAGED)]
#[case::a_rest_below_nothing("1~Hills~deep-squat.b.-1.20", DAMAGED)]
#[case::an_amount_that_is_not_a_number("1~Hills~deep-squat.b.60.NaN", DAMAGED)]
#[case::an_infinite_amount("1~Hills~deep-squat.b.60.inf", DAMAGED)]
#[case::an_amount_of_nothing("1~Hills~deep-squat.b.60.0", DAMAGED)]
#[case::an_amount_of_a_thousand("1~Hills~deep-squat.b.60.1000", DAMAGED)]
#[case::an_amount_below_nothing("1~Hills~deep-squat.b.60.-5", DAMAGED)]
#[case::an_amount_beyond_numbers("1~Hills~deep-squat.b.60.99999999999999999999", DAMAGED)]
#[case::eleven_sets("1~Hills~deep-squat.b.60.1.1.1.1.1.1.1.1.1.1.1", DAMAGED)]
fn a_hostile_link(#[case] code: &str, #[case] refused: UnreadableLink) {
    assert_eq!(decode(code, "x"), Err(refused));
}

#[rstest]
#[case::a_hundred_thousand_letters("x".repeat(100_000), DAMAGED)]
#[case::a_hundred_thousand_digits("1".repeat(100_000), DAMAGED)]
#[case::a_hundred_thousand_separators("~".repeat(100_000), DAMAGED)]
#[case::a_hundred_thousand_separators_after_a_version(format!("1{}", "~".repeat(100_000)), DAMAGED)]
#[case::a_hundred_thousand_percent_signs(format!("1~{}", "%".repeat(100_000)), DAMAGED)]
#[case::an_exercise_of_61_letters(format!("1~Hills~{}.b.60.20", "x".repeat(61)), DAMAGED)]
#[case::a_hundred_thousand_sets(format!("1~Hills~deep-squat.b.60{}", ".1".repeat(50_000)), DAMAGED)]
#[case::sixty_one_items(format!("1~Hills{}", "~deep-squat.b.60.20".repeat(61)), DAMAGED)]
fn a_long_hostile_link(#[case] code: String, #[case] refused: UnreadableLink) {
    assert_eq!(decode(&code, "x"), Err(refused));
}

#[rstest]
#[case::sixty_items(format!("1~Hills{}", "~deep-squat.b.60.20".repeat(60)), "Hills", 60)]
#[case::a_long_name_is_cut(format!("1~{}~deep-squat.b.60.20", "n".repeat(100_000)), &"n".repeat(60), 1)]
#[case::a_bad_escape_stands_for_itself("1~100%~deep-squat.b.60.20".to_owned(), "100%", 1)]
#[case::bytes_that_are_no_text_stand_for_themselves("1~%FF~deep-squat.b.60.20".to_owned(), "%FF", 1)]
#[case::no_name("1~~deep-squat.b.60.20".to_owned(), "", 1)]
fn a_readable_link(#[case] code: String, #[case] name: &str, #[case] items: usize) {
    let routine = decode(&code, "x").unwrap();
    assert_eq!((routine.name.as_str(), routine.items.len(), routine.id.as_str()), (name, items, "x"));
}

#[test]
fn a_link_that_is_cut_anywhere_is_damaged_or_a_shorter_routine_but_never_a_panic() {
    let whole = encode(&ready("balance"));
    for cut in 0..whole.len() {
        if let Ok(routine) = decode(&whole[..cut], "x") {
            assert!(routine.items.len() <= 4 && !routine.items.is_empty());
        }
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_routine_comes_out_of_its_link_as_it_went_in(routine in any_routine()) {
        let code = encode(&routine);
        prop_assert!(code.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)), "{}", code);
        prop_assert_eq!(decode(&code, &routine.id), Ok(routine.clone()));
        prop_assert_eq!(decode(&version_1(&routine), &routine.id), Ok(routine));
    }

    #[test]
    fn any_text_is_an_error_or_a_routine_within_bounds(
        code in prop_oneof![".*", "[12]~.{0,40}", "1~[^~]{0,9}(~[a-z-]{0,9}\\.[bhxq]?\\.[0-9]{0,4}(\\.[0-9]{0,4}){0,12}){0,4}"],
    ) {
        if let Ok(routine) = decode(&code, "x") {
            prop_assert!(routine.name.chars().count() <= MAX_NAME);
            prop_assert!((1..=MAX_ITEMS).contains(&routine.items.len()));
            for item in &routine.items {
                prop_assert!((1..=MAX_SETS).contains(&item.targets.len()));
                prop_assert!(item.rest.0 <= MAX_REST);
            }
            prop_assert_eq!(decode(&encode(&routine), "x"), Ok(routine));
        }
    }

    #[test]
    fn the_total_is_the_sum_of_its_items_without_the_last_rest(routine in any_routine()) {
        let known = routine.known();
        prop_assert_eq!(estimate(&routine), estimate(&known), "the others are not trained");
        let Some(last) = known.items.last() else { return Ok(()) };
        let items: u32 = known.items.iter().map(|item| routine::item_estimate(item).0).sum();
        prop_assert_eq!(estimate(&routine).0 + last.rest.0, items + routine::READY.0);
    }
}
