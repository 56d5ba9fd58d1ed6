//! Types, goals and the core: purposes, orders and reasons.

use mainspring::domain::catalogue::{self, CORE, Goal, Kind};
use rstest::rstest;

#[rstest]
#[case::bands_are_small_and_portable(Kind::Band, "small and portable")]
#[case::bands_give_more_range_of_motion(Kind::Band, "more range of motion")]
#[case::so_more_muscle_works(Kind::Band, "so more muscle works")]
#[case::and_mobility_gains(Kind::Band, "gain mobility")]
#[case::bands_work_core_and_stabilisers(Kind::Band, "core and the stabilisers work")]
#[case::bands_reach_small_muscles_machines_miss(Kind::Band, "small muscles that machines miss")]
#[case::bands_wake_muscles_just_before_a_run(Kind::Band, "just before a run it wakes the muscles")]
#[case::which_form_economy_and_resistance_need(Kind::Band, "good form, economy and resistance to injury need")]
#[case::bands_fit_directly_before_or_after(
    Kind::Band,
    "all three band exercises can be done directly before or directly after a run"
)]
#[case::sets_reps_and_strength_are_yours(Kind::Band, "sets, reps and the strength of the band are yours to change")]
#[case::running_is_one_foot_at_a_time(Kind::Balance, "always one foot at a time")]
#[case::weak_stabilisers_make_form_wobble(Kind::Balance, "weak stabilisers let your form wobble")]
#[case::a_wobble_ends_in_aches(Kind::Balance, "ends in aches")]
#[case::poor_balance_brakes(Kind::Balance, "poor balance you brake")]
#[case::so_as_not_to_fall(Kind::Balance, "so as not to fall")]
#[case::balance_work_is_barefoot(Kind::Balance, "do balance work barefoot")]
#[case::a_strong_foot_a_strong_landing(Kind::Balance, "a strong foot makes a strong landing")]
#[case::at_ease_on_one_leg_first(Kind::Balance, "at ease on one leg before you try the harder exercises")]
#[case::body_weight_is_where_to_start(Kind::BodyWeight, "place to start if strength work is new")]
#[case::body_weight_needs_nothing(Kind::BodyWeight, "need nothing")]
#[case::added_weight_comes_next(Kind::BodyWeight, "natural next step is added weight")]
#[case::because_of_progressive_challenge(Kind::BodyWeight, "muscles must be challenged progressively")]
#[case::each_of_them_can_take_a_weight(Kind::BodyWeight, "every body-weight exercise here can take a weight")]
fn a_type_has_its_purpose(#[case] kind: Kind, #[case] phrase: &str) {
    let purpose = catalogue::purpose(kind);
    let text = [&[purpose.headline], purpose.points, &[purpose.note]].concat().join(" ").to_lowercase();
    assert!(text.contains(phrase), "no {phrase:?} in {text}");
}

#[rstest]
#[case::to_build_muscle_strength_comes_first(Goal::Muscle, "Strength first, then run.", "a little more strength")]
#[case::to_build_endurance_the_run_comes_first(Goal::Endurance, "Run first, then strength.", "fresh legs")]
#[case::for_fitness_either_order_works(Goal::Fitness, "Either order works.", "small")]
fn a_goal_has_its_order(#[case] goal: Goal, #[case] headline: &str, #[case] reason: &str) {
    let advice = catalogue::order_advice(goal);
    assert_eq!(advice.headline, headline);
    assert!(advice.reason.contains(reason), "{}", advice.reason);
    assert!(advice.reason.contains("small") && advice.reason.contains("3 hours or more matters more"));
    assert!(advice.nuance.contains("intervals, tempo, a race or"), "{}", advice.nuance);
    assert!(advice.nuance.contains("long") && advice.nuance.contains("whatever your goal"));
}

#[rstest]
#[case::it_is_the_spring("is your spring")]
#[case::it_takes_and_passes_on_each_landing("takes each landing and passes it on")]
#[case::it_turns_and_returns_with_the_leg("turns, and returns as the leg drives forward")]
#[case::it_is_engaged_in_every_exercise("engage it in every exercise")]
#[case::so_each_one_trains_it("each one of them trains it")]
fn the_core_has_its_reasons(#[case] phrase: &str) {
    let text = CORE.text.join(" ");
    assert!(text.contains(phrase), "no {phrase:?} in {text}");
    assert_eq!(CORE.headline, "Why a strong core?");
}
