//! Reopening tells what happened meanwhile.

use super::{HOLDS, HOURS, Line, PISTOL, SQUATS, in_phase};
use mainspring::domain::message::{MissedEvent, WhileAway, while_away};
use mainspring::domain::session::Event;
use mainspring::domain::units::Seconds;
use mainspring::text::session::while_away_words;
use rstest::rstest;

#[derive(Clone, Copy)]
enum Page {
    Slept,
    Died,
}

use Page::{Died, Slept};

/// The middle of a phase, counted from the first get-ready, and then so many milliseconds unseen.
#[rstest]
#[case::a_rest_that_ended(SQUATS, 2, Slept, 70_000, "Rest ended 0:40 ago")]
#[case::a_rest_that_ended_just_now(SQUATS, 2, Slept, 33_000, "Rest ended 0:03 ago")]
#[case::a_rest_that_goes_on(SQUATS, 2, Slept, 20_000, "")]
#[case::a_rest_in_which_the_page_died(SQUATS, 2, Died, 70_000, "Rest ended 0:40 ago")]
#[case::a_long_time(SQUATS, 2, Slept, 30_000 + 6 * 60_000, "Rest ended 6 min ago")]
#[case::a_night(SQUATS, 2, Slept, 14 * HOURS, "Rest ended 13 h ago")]
#[case::a_week(SQUATS, 2, Slept, 168 * HOURS, "Rest ended 6 days ago")]
#[case::getting_ready(SQUATS, 0, Slept, 65_000, "Get-ready ended 1:00 ago")]
#[case::a_change_of_sides(PISTOL, 2, Slept, 12_500, "Change of sides ended 0:10 ago")]
#[case::a_set_that_only_the_runner_ends(SQUATS, 1, Slept, HOURS, "")]
#[case::a_hold_that_goes_on(HOLDS, 1, Slept, 5_000, "")]
#[case::a_hold_and_the_change_of_sides_after_it(
    HOLDS,
    1,
    Slept,
    60_000,
    "Change of sides ended 0:40 ago; your hold counts"
)]
#[case::a_hold_whose_rest_goes_on(HOLDS, 3, Slept, 35_000, "Hold ended 0:20 ago; it counts")]
#[case::a_hold_and_its_rest(HOLDS, 3, Slept, 85_000, "Rest ended 0:40 ago; your hold counts")]
#[case::a_hold_in_which_the_page_died(HOLDS, 3, Died, 145_000, "Hold ended 2:10 ago. Did you finish it?")]
fn after_being_away(
    #[case] lines: &[Line],
    #[case] phase: usize,
    #[case] page: Page,
    #[case] gap: i64,
    #[case] expected: &str,
) {
    let (before, then) = in_phase(lines, phase).unwrap();
    let now = then.plus_ms(gap);
    let after = match page {
        Slept => before.clone().advance(now).0,
        Died => before.clone().found_again(now),
    };
    assert_eq!(while_away(&after, &before, now).map_or(String::new(), while_away_words), expected);
}

#[test]
fn a_pause_is_told_and_so_is_the_end() {
    let (before, now) = in_phase(SQUATS, 1).unwrap();
    let (paused, _) = before.on(Event::Pause, now);
    let later = now.plus_ms(300_000);
    assert_eq!(while_away(&paused, &paused, later).map(while_away_words).as_deref(), Some("Paused 5 min ago"));

    let last: &[Line] = &[super::item("single-leg-balance", super::BASE, &[30], 30)];
    let (before, now) = in_phase(last, 3).unwrap();
    let later = now.plus_ms(25_000);
    let over = before.clone().advance(later).0;
    assert_eq!(while_away(&over, &before, later), Some(WhileAway { past: MissedEvent::Counted, ago: Seconds(10) }));
}

#[test]
fn the_wait_is_told_for_as_long_as_it_lasts() {
    let (before, now) = in_phase(SQUATS, 2).unwrap();
    let later = now.plus_ms(70_000);
    let waits = before.advance(later).0;
    let words = |ms| while_away(&waits, &waits, later.plus_ms(ms)).map(while_away_words).unwrap();
    assert_eq!([words(0), words(1_000)], ["Rest ended 0:40 ago", "Rest ended 0:41 ago"]);
}
