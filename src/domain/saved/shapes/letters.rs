//! Levels, sides and measures as letters.

use crate::domain::catalogue::{Level, Measure};
use crate::domain::session::Side;

pub(in crate::domain::saved) const fn level_letter(level: Level) -> char {
    match level {
        Level::Base => 'b',
        Level::Hard => 'h',
        Level::Harder => 'x',
    }
}

pub(in crate::domain::saved) const fn level_of(letter: char) -> Option<Level> {
    match letter {
        'b' => Some(Level::Base),
        'h' => Some(Level::Hard),
        'x' => Some(Level::Harder),
        _ => None,
    }
}

pub(in crate::domain::saved) const fn side_letter(side: Option<Side>) -> char {
    match side {
        None => '-',
        Some(Side::Left) => 'l',
        Some(Side::Right) => 'r',
    }
}

#[allow(clippy::option_option, reason = "no side is a side letter of its own; an unknown letter is none of them")]
pub(in crate::domain::saved) const fn side_of(letter: char) -> Option<Option<Side>> {
    match letter {
        '-' => Some(None),
        'l' => Some(Some(Side::Left)),
        'r' => Some(Some(Side::Right)),
        _ => None,
    }
}

pub(in crate::domain::saved) const fn measure_letter(measure: Measure) -> char {
    match measure {
        Measure::Reps => 'n',
        Measure::Seconds => 's',
        Measure::Steps => 'p',
        Measure::Rounds => 'o',
        Measure::Breaths => 'b',
    }
}

pub(in crate::domain::saved) const fn measure_of(letter: char) -> Option<Measure> {
    match letter {
        'n' => Some(Measure::Reps),
        's' => Some(Measure::Seconds),
        'p' => Some(Measure::Steps),
        'o' => Some(Measure::Rounds),
        'b' => Some(Measure::Breaths),
        _ => None,
    }
}
