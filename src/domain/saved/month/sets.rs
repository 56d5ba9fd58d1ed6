//! The sets of a session as one line of text: `0b1-n20+48 …`. The form is frozen.

use crate::domain::load::Load;
use crate::domain::log::SetDone;
use crate::domain::saved::shapes::{level_letter, level_of, measure_letter, measure_of, side_letter, side_of};
use crate::domain::session::MAX_RESERVE;
use crate::domain::units::{Amount, Seconds};
use std::fmt::Write;

/// The text of `sets`; exercises that `dictionary` lacks are added to it, and loads that `loads` lacks to that.
pub(super) fn write_sets(sets: &[SetDone], dictionary: &mut Vec<String>, loads: &mut Vec<String>) -> String {
    let mut out = String::new();
    let mut before = 0;
    for set in sets {
        let exercise = place_in(dictionary, &set.exercise);
        if !out.is_empty() {
            out.push(' ');
        }
        let (level, side, measure) = (level_letter(set.level), side_letter(set.side), measure_letter(set.measure));
        // Writing to a String cannot fail.
        let _ = write!(out, "{exercise}{level}{}{side}{measure}{}", set.set, set.target.get());
        if set.done != set.target {
            let _ = write!(out, "/{}", set.done.get());
        }
        let _ = write!(out, "+{}", i64::from(set.at.0) - before);
        if let Some(reserve) = set.reserve {
            let _ = write!(out, "~{reserve}");
        }
        if let Some(load) = &set.load {
            let _ = write!(out, "*{}", place_in(loads, &load.code()));
        }
        before = i64::from(set.at.0);
    }
    out
}

/// The place of `text` in `list`, to which it is added if it is missing.
fn place_in(list: &mut Vec<String>, text: &str) -> usize {
    list.iter().position(|known| known == text).unwrap_or_else(|| {
        list.push(text.to_owned());
        list.len() - 1
    })
}

/// The sets of a text; `None` if one of them cannot be read.
pub(super) fn read_sets(text: &str, dictionary: &[String], loads: &[String]) -> Option<Vec<SetDone>> {
    let mut before = 0_i64;
    let mut sets = Vec::new();
    for token in text.split(' ').filter(|token| !token.is_empty()) {
        let (body, after) = token.split_once('+')?;
        let (after, load) = match after.split_once('*') {
            Some((after, at)) => (after, Some(Load::from_code(loads.get(at.parse::<usize>().ok()?)?)?)),
            None => (after, None),
        };
        let (after, reserve) = match after.split_once('~') {
            Some((after, reserve)) => (after, Some(reserve.parse().ok().filter(|n| *n <= MAX_RESERVE)?)),
            None => (after, None),
        };
        before = before.checked_add(after.parse().ok()?)?;
        let mut reader = TokenReader(body);
        let exercise = dictionary.get(usize::from(reader.number()?))?.clone();
        let level = level_of(reader.letter()?)?;
        let set = u8::try_from(reader.number()?).ok()?;
        let side = side_of(reader.letter()?)?;
        let measure = measure_of(reader.letter()?)?;
        let target = Amount::new(reader.number()?).ok()?;
        let done = match reader.letter() {
            None => target,
            Some('/') => Amount::new(reader.number()?).ok()?,
            Some(_) => return None,
        };
        reader.0.is_empty().then_some(())?;
        let at = Seconds(u32::try_from(before).ok()?);
        sets.push(SetDone { exercise, level, set, side, measure, target, done, at, reserve, load });
    }
    Some(sets)
}

/// Takes numbers and letters off the front of a token.
struct TokenReader<'a>(&'a str);

impl TokenReader<'_> {
    fn number(&mut self) -> Option<u16> {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = self.0.split_at(digits);
        self.0 = rest;
        number.parse().ok()
    }

    fn letter(&mut self) -> Option<char> {
        let letter = self.0.chars().next()?;
        self.0 = &self.0[letter.len_utf8()..];
        Some(letter)
    }
}
