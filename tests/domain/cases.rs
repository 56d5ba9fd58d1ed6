//! The number of cases that a property tries.

use proptest::test_runner::Config;

/// `count` cases, times the environment's `TIMES`: `make test` tries each property so often, with the same seed in every
/// run, and `make explore` many times as often, with new seeds.
///
/// # Panics
///
/// If `TIMES` is set and is not a whole number.
pub fn cases(count: u32) -> Config {
    let times = std::env::var("TIMES").map_or(1, |times| times.parse().expect("TIMES is a whole number"));
    Config::with_cases(count * times)
}
