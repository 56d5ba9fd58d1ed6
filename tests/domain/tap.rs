//! The echo of a tap: an unintended second one.

use mainspring::domain::tap::Tap;
use rstest::rstest;

#[rstest]
#[case::a_double_tap(160.0, (0, 0), true)]
#[case::a_finger_that_slips(300.0, (30, -20), true)]
#[case::in_the_same_moment(0.0, (0, 0), true)]
#[case::just_in_time(499.9, (44, 44), true)]
#[case::half_a_second_later(500.0, (0, 0), false)]
#[case::on_another_button_beside_it(160.0, (45, 0), false)]
#[case::on_another_button_below(160.0, (0, 60), false)]
#[case::before_it(-1.0, (0, 0), false)]
fn a_second_tap(#[case] later_ms: f64, #[case] off: (i32, i32), #[case] is_echo: bool) {
    let first =
        Tap { at_ms: 12_345.6, place: (200, 700), may_be_second: true, is_on_same: true, each_click_counts: false };
    let second = Tap { at_ms: first.at_ms + later_ms, place: (200 + off.0, 700 + off.1), ..first };
    assert_eq!(second.is_echo_of(first), is_echo);
}

/// A pause may be taken back at once, by a click that the mouse does not count as the second of a double click.
#[rstest]
#[case::skip_by_two_clicks(false, true, false, true)]
#[case::skip_by_a_finger(true, true, false, true)]
#[case::what_lies_under_it_by_a_finger(true, false, false, true)]
#[case::what_lies_under_it_by_a_click_of_its_own(false, false, false, false)]
#[case::pause_by_a_finger_or_a_double_click(true, true, true, true)]
#[case::pause_by_a_click_of_its_own(false, true, true, false)]
fn a_second_tap_in_time(
    #[case] may_be_second: bool,
    #[case] is_on_same: bool,
    #[case] each_click_counts: bool,
    #[case] is_echo: bool,
) {
    let first = Tap { at_ms: 12_345.6, place: (200, 700), may_be_second: false, is_on_same: false, each_click_counts };
    let second = Tap { at_ms: first.at_ms + 160.0, may_be_second, is_on_same, ..first };
    assert_eq!(second.is_echo_of(first), is_echo);
}

#[test]
fn places_at_the_ends_of_the_numbers_are_no_panic() {
    let at =
        |x: i32| Tap { at_ms: 0.0, place: (x, x), may_be_second: true, is_on_same: true, each_click_counts: false };
    assert!(!at(i32::MIN).is_echo_of(at(i32::MAX)));
}
