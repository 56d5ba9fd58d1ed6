//! Search and filter.

use super::HARD;
use crate::cases::cases;
use mainspring::domain::catalogue::{self, Area, Exercise, Filter, Kind, Kit, Level, Sides};
use mainspring::text;
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case::nothing_finds_all("", FOUNDING)]
#[case::a_part_of_a_name("q=bridge", &["banded-glute-bridge"])]
#[case::case_does_not_matter("q=BOSU", &["single-leg-balance", "supported-pistol-squat", "deep-squat"])]
#[case::every_word_must_be_found("q=bug+flat", &["banded-dead-bug"])]
#[case::a_word_found_nowhere("q=bridge+swimming", &[])]
#[case::a_muscle("q=adductors", &["deep-squat"])]
#[case::a_level_title("q=four-way", &["lunge"])]
#[case::a_step_is_not_searched("q=curtsy", &[])]
#[case::a_piece_of_kit_by_word("q=broom", &["single-leg-deadlift"])]
#[case::another_name("q=romanian", &["single-leg-deadlift"])]
#[case::another_name_of_two_words("q=lateral+walk", &["monster-walk"])]
#[case::names_come_first("q=squat", &["supported-pistol-squat", "deep-squat"])]
#[case::a_name_before_what_only_mentions_it("q=balance", &["single-leg-balance", "single-leg-deadlift", "supported-pistol-squat"])]
#[case::a_type("type=band", &["banded-glute-bridge", "monster-walk", "banded-dead-bug"])]
#[case::a_type_by_word("q=resistance", &["banded-glute-bridge", "monster-walk", "banded-dead-bug"])]
#[case::no_kit("kit=none", &["single-leg-balance", "single-leg-deadlift", "supported-pistol-squat", "deep-squat", "lunge"])]
#[case::no_kit_at_base("kit=none&level=base", &["single-leg-balance", "deep-squat", "lunge"])]
#[case::kit_at_some_level("kit=bosu", &["deep-squat"])]
#[case::kit_at_another_level("kit=bosu&level=base", &[])]
#[case::kit_and_sides_at_one_level("kit=loop-band&sides=alternating", &["banded-glute-bridge", "banded-dead-bug"])]
#[case::kit_and_sides_at_two_levels("kit=long-band&sides=alternating", &[])]
#[case::kit_and_none("kit=bosu&kit=none", &[])]
#[case::an_area("area=lower-leg", &["single-leg-balance", "supported-pistol-squat"])]
#[case::an_area_and_a_type("area=trunk&type=balance", &["single-leg-deadlift"])]
#[case::unknown_values_are_ignored("type=swimming&kit=fins&mood=low&area", FOUNDING)]
fn a_query_finds_its_exercises(#[case] query: &str, #[case] found: &[&str]) {
    assert_eq!(ids(text::exercises::find(&Filter::from_query(query))), found);
}

pub const FOUNDING: &[&str] = &[
    "banded-glute-bridge",
    "monster-walk",
    "banded-dead-bug",
    "single-leg-balance",
    "single-leg-deadlift",
    "supported-pistol-squat",
    "deep-squat",
    "lunge",
];

pub fn ids(exercises: impl IntoIterator<Item = &'static Exercise>) -> Vec<&'static str> {
    exercises.into_iter().map(|exercise| exercise.id).collect()
}

#[test]
fn a_name_that_holds_the_word_comes_before_an_earlier_exercise_that_mentions_it() {
    let found = ids(text::exercises::find(&Filter::from_query("q=leg")));
    assert_eq!(found[..2], ["single-leg-balance", "single-leg-deadlift"]);
    assert!(found[2..].contains(&"banded-glute-bridge"), "{found:?}");
}

#[rstest]
#[case::a_plus_is_a_space("q=dead+bug", "dead bug")]
#[case::an_escape_is_a_byte("q=45%C2%B0", "45°")]
#[case::small_digits_count("q=45%c2%b0", "45°")]
#[case::an_escape_that_is_none_is_kept("q=%zz%4", "%zz%4")]
#[case::a_lone_percent_is_kept("q=100%", "100%")]
#[case::bytes_that_are_no_text_are_kept("q=%FF", "%FF")]
#[case::a_question_mark_is_skipped("?q=hip", "hip")]
#[case::an_equals_sign_belongs_to_the_value("q=a=b", "a=b")]
fn a_query_is_read(#[case] query: &str, #[case] text: &str) {
    assert_eq!(Filter::from_query(query).text, text);
}

#[test]
fn a_filter_is_written_as_a_short_query() {
    let filter = Filter {
        text: "hip & knee".to_owned(),
        kind: Some(Kind::Band),
        kit: Some(Kit::LoopBand),
        no_kit: false,
        area: Some(Area::Hips),
        sides: Some(Sides::PerSide),
        level: Some(HARD),
        starred: true,
        own: true,
    };
    let query = "q=hip%20%26%20knee&type=band&kit=loop-band&area=hips&sides=per-side&level=hard&starred=1&own=1";
    assert_eq!(filter.to_query(), query);
    assert_eq!(Filter { no_kit: true, ..Filter::default() }.to_query(), "kit=none");
    assert_eq!(Filter::default().to_query(), "");
}

#[rstest]
#[case::nothing("", true)]
#[case::only_spaces("q=+", true)]
#[case::a_word("q=hip", false)]
#[case::no_kit("kit=none", false)]
#[case::a_level("level=hard", false)]
#[case::a_star("starred=1", false)]
fn a_filter_knows_whether_it_is_empty(#[case] query: &str, #[case] empty: bool) {
    assert_eq!(Filter::from_query(query).is_empty(), empty);
}

/// Any value of a vocabulary, or none.
fn any_of<T: Clone + std::fmt::Debug + 'static>(values: &'static [T]) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(proptest::sample::select(values))
}

prop_compose! {
    fn filters()(
        text in any::<String>(),
        kind in any_of(Kind::ALL),
        kit in any_of(Kit::ALL),
        no_kit in any::<bool>(),
        area in any_of(Area::ALL),
        sides in any_of(Sides::ALL),
        level in any_of(Level::ALL),
        starred in any::<bool>(),
    ) -> Filter {
        Filter { text, kind, kit, no_kit, area, sides, level, starred, own: false }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_filter_survives_its_query(filter in filters()) {
        prop_assert_eq!(Filter::from_query(&filter.to_query()), filter);
    }

    #[test]
    fn any_query_is_read_without_fault_and_settles(query in "[a-z&=%+?0-9A-F\\PC]{0,40}") {
        let filter = Filter::from_query(&query);
        prop_assert_eq!(Filter::from_query(&filter.to_query()), filter);
    }

    #[test]
    fn what_is_found_matches_and_nothing_else(filter in filters()) {
        let found = text::exercises::find(&filter);
        for exercise in catalogue::all() {
            let listed = found.iter().filter(|other| other.id == exercise.id).count();
            prop_assert_eq!(listed, usize::from(text::exercises::matches(exercise, &filter)));
        }
    }
}
