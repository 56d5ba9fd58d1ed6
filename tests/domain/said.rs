//! Words for screen readers, said again.

use mainspring::domain::said::said_after;
use rstest::rstest;

#[rstest]
#[case::for_the_first_time("", "Paused.", "Paused.")]
#[case::other_words("Paused.", "Going on.", "Going on.")]
#[case::the_same_words("Paused.", "Paused.", "Paused.\u{a0}")]
#[case::for_the_third_time("Paused.\u{a0}", "Paused.", "Paused.")]
#[case::nothing_stays_nothing("", "", "")]
fn said_again(#[case] before: &str, #[case] words: &str, #[case] expected: &str) {
    assert_eq!(said_after(before, words.to_owned()), expected);
}
