//! The way back after a break: lighter, for as long as the break asks for, and over when it is over.

use crate::log::{date, performed};
use crate::routine::{Line, item, routine};
use mainspring::domain::catalogue::{Kit, Level};
use mainspring::domain::coach::{WayBack, way_back};
use mainspring::domain::log::Performed;
use mainspring::domain::routine::Routine;
use mainspring::text::coach::way_back_words;
use rstest::rstest;
use time::Duration;

use Level::{Base, Hard, Harder};

/// The way back of `routine` where strength was trained so many days ago, each time with squats at a level.
fn check(trained: &[(i64, Level)], kit: &[Kit], routine: &Routine) -> Option<WayBack> {
    let today = date(2026, 11, 22);
    let session = |(ago, level): &(i64, Level)| {
        let mut session = performed("a", today - Duration::days(*ago), (12, 0), 0, 60, 1);
        session.sets.iter_mut().for_each(|set| set.level = *level);
        session
    };
    let log: Vec<Performed> = trained.iter().map(session).collect();
    way_back(&log, today, kit, routine)
}

/// Levels and amounts on the way back: "hard 10 10".
fn lighter(days: i64, kit: &[Kit], planned: Line) -> Option<String> {
    let back = check(&[(days, Harder)], kit, &routine(&[planned]))?;
    let item = &back.lighter.items[0];
    let amounts: Vec<String> = item.targets.iter().map(|amount| amount.get().to_string()).collect();
    Some(format!("{} {}", item.level.slug(), amounts.join(" ")))
}

#[rstest]
#[case::a_week_is_no_break(7, Harder, &[12, 12, 12], None)]
#[case::eight_days_take_a_set(8, Harder, &[12, 12, 12], Some("harder 12 12"))]
#[case::one_set_stays(8, Harder, &[12], None)]
#[case::fourteen_too(14, Harder, &[12, 12, 12], Some("harder 12 12"))]
#[case::fifteen_ask_for_the_bottom_of_the_range(15, Harder, &[12, 12, 12], Some("harder 10 10"))]
#[case::twenty_one_too(21, Harder, &[12], Some("harder 10"))]
#[case::the_bottom_is_rounded(15, Harder, &[8], Some("harder 6"))]
#[case::the_bottom_is_never_nothing(15, Harder, &[1], None)]
#[case::twenty_two_take_a_level_with_its_own_dose(22, Harder, &[12, 12, 12, 12], Some("hard 4"))]
#[case::no_more_sets_than_planned(43, Harder, &[12], Some("base 15"))]
#[case::forty_two_too(42, Hard, &[12, 12], Some("base 15 15"))]
#[case::at_base_the_dose_goes_down(22, Base, &[20, 20, 20], Some("base 16 16"))]
#[case::forty_three_take_two_levels(43, Harder, &[12, 12, 12], Some("base 15 15"))]
#[case::base_is_the_floor(43, Hard, &[12, 12], Some("base 15 15"))]
#[case::eighty_four_too(84, Harder, &[12, 12], Some("base 15 15"))]
#[case::eighty_five_begin_at_the_bottom_of_base(85, Harder, &[12, 12], Some("base 12 12"))]
#[case::years_too(3000, Base, &[20], Some("base 16"))]
fn a_break_makes_it_lighter(
    #[case] days: i64,
    #[case] level: Level,
    #[case] targets: &[u16],
    #[case] expected: Option<&str>,
) {
    assert_eq!(lighter(days, Kit::ALL, item("lunge", level, targets, 60)).as_deref(), expected);
}

#[rstest]
#[case::a_level_whose_kit_is_missing_is_passed_over("deep-squat", Harder, &[], "base")]
#[case::with_its_kit_it_is_taken("deep-squat", Harder, &[Kit::Bosu], "hard")]
#[case::with_no_level_left_it_stays("single-leg-deadlift", Hard, &[], "hard")]
#[case::kit_that_the_routine_needs_anyway_is_there("monster-walk", Harder, &[], "hard")]
fn the_way_back_asks_for_no_new_kit(
    #[case] exercise: &str,
    #[case] level: Level,
    #[case] kit: &[Kit],
    #[case] expected: &str,
) {
    let found = lighter(22, kit, item(exercise, level, &[10, 10], 60)).unwrap();
    assert!(found.starts_with(&format!("{expected} ")), "{found}");
}

#[rstest]
#[case::nothing_ever(&[], None)]
#[case::trained_today(&[(0, Harder)], None)]
#[case::one_set_less_is_for_the_first_session_alone(&[(0, Harder), (10, Harder)], None)]
#[case::a_week_from_the_first_session_back(&[(6, Harder), (26, Harder)], Some(20))]
#[case::and_no_longer(&[(7, Harder), (28, Harder)], None)]
#[case::two_weeks(&[(13, Base), (43, Harder)], Some(30))]
#[case::and_no_longer_than_these(&[(7, Base), (14, Base), (44, Harder)], None)]
#[case::three_weeks(&[(6, Base), (13, Base), (20, Base), (80, Harder)], Some(60))]
#[case::and_no_longer_than_these_three(&[(7, Base), (14, Base), (21, Base), (81, Harder)], None)]
#[case::a_short_break_in_it_does_not_end_it(&[(9, Base), (39, Harder)], Some(30))]
#[case::the_longer_of_two_counts(&[(2, Base), (18, Base), (70, Harder)], Some(52))]
#[case::a_longer_one_after_it_counts(&[(23, Base), (45, Harder)], Some(23))]
#[case::the_old_level_ends_it(&[(3, Hard), (33, Hard)], None)]
#[case::an_easier_level_does_not(&[(3, Hard), (33, Harder)], Some(30))]
#[case::base_says_nothing(&[(3, Base), (33, Base)], Some(30))]
fn the_way_back_lasts_as_long_as_the_break_asks_for(#[case] trained: &[(i64, Level)], #[case] days: Option<i64>) {
    let back = check(trained, &[], &routine(&[item("lunge", Harder, &[12, 12, 12], 60)]));
    let told = back.map(|back| way_back_words(&back).split(' ').next().unwrap().parse().unwrap());
    assert_eq!(told, days);
}

/// Sessions so many days before today; the negative ones are dated ahead.
#[rstest]
#[case::a_year_ahead_of_yesterday(&[(-365, Harder), (1, Harder)], None)]
#[case::a_year_ahead_of_today(&[(-365, Harder), (0, Harder)], None)]
#[case::tomorrow_by_a_flight_west(&[(-1, Harder), (1, Harder)], None)]
#[case::nothing_else_is_known(&[(-365, Harder)], None)]
#[case::the_real_break_is_told(&[(-365, Harder), (24, Harder)], Some(24))]
#[case::and_tomorrow_ends_it_as_today_does(&[(-1, Harder), (40, Harder)], None)]
#[case::several_ahead(&[(-365, Harder), (-30, Base), (24, Harder)], Some(24))]
fn sessions_dated_ahead_are_no_break(#[case] trained: &[(i64, Level)], #[case] days: Option<i64>) {
    let back = check(trained, &[], &routine(&[item("lunge", Harder, &[12, 12, 12], 60)]));
    assert_eq!(back.map(|back| way_back_words(&back).split(' ').next().unwrap().parse().unwrap()), days);
}

#[rstest]
#[case(8, Hard, &[10, 10], "8 days off: fewer sets, for this session.", false)]
#[case(14, Hard, &[10, 10], "14 days off: fewer sets, for this session.", false)]
#[case(15, Hard, &[10], "15 days off: less in each set, for a week.", true)]
#[case(24, Hard, &[10, 10, 10], "24 days off: easier levels, fewer sets, for two weeks.", true)]
#[case(24, Base, &[10], "24 days off: less in each set, for two weeks.", true)]
#[case(60, Hard, &[10], "60 days off: easier levels, for three weeks.", true)]
#[case(90, Hard, &[10], "90 days off: easier levels, for three weeks.", true)]
fn the_words_say_what_is_lighter_and_how_long(
    #[case] days: i64,
    #[case] level: Level,
    #[case] targets: &[u16],
    #[case] words: &str,
    #[case] is_long: bool,
) {
    let back = check(&[(days, Harder)], &[], &routine(&[item("lunge", level, targets, 60)])).unwrap();
    assert_eq!((way_back_words(&back).as_str(), back.is_long), (words, is_long));
}

#[test]
fn what_this_version_does_not_know_stays_as_it_is() {
    let planned = routine(&[item("handstand", Hard, &[10, 10], 60), item("lunge", Hard, &[10, 10], 45)]);
    let lighter = check(&[(30, Hard)], &[], &planned).unwrap().lighter;
    assert_eq!((&lighter.id, &lighter.name, &lighter.items[0]), (&planned.id, &planned.name, &planned.items[0]));
    assert_eq!((lighter.items[1].rest, lighter.items[1].key), (planned.items[1].rest, planned.items[1].key));
    assert_eq!(check(&[(30, Hard)], &[], &routine(&[item("handstand", Hard, &[10, 10], 60)])), None);
}

#[rstest]
#[case::a_round_less(8, 2)]
#[case::no_more_than_two_rounds(43, 2)]
fn a_circuit_has_fewer_rounds_and_every_exercise_in_each(#[case] days: i64, #[case] rounds: u8) {
    let planned = crate::blocks::with_circuit();
    let back = check(&[(days, Level::Hard)], &[], &planned).unwrap().lighter;
    let circuit = back.blocks.iter().find(|block| block.kind.is_in_turn()).unwrap();
    let sets: Vec<usize> = back.items_of(circuit.key).map(|item| item.targets.len()).collect();
    assert_eq!((circuit.rounds, sets), (rounds, vec![usize::from(rounds); 2]));
}
