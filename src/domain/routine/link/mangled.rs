//! A link that was changed on its way: encoded, wrapped, broken into lines, or with text before or after it. Nothing is
//! guessed: a link is read as a whole routine, or it is damaged.

use super::version_1::{level, routine, version};
use super::{MOST_ENCODED, UnreadableLink};
use crate::domain::percent;
use crate::domain::routine::Routine;
use std::iter::successors;

/// The longest text that is searched.
const LONGEST: usize = 100_000;
/// The longest text of items, encoded twice.
const LONGEST_ITEMS: usize = 30_000;
/// The largest number of signs at the end of a code that may not be its own.
const MOST_SIGNS: usize = 8;
/// The largest number of words of which a code is put together.
const MOST_WORDS: usize = 40;
/// The largest number of places in a text that are tried.
const MOST_TRIED: usize = 20;

/// The routine of version 1 in `text`; it gets the id `id`. It is read in its own way, because its name stays encoded while its
/// items do not; any later one has a checksum.
pub(super) fn read(text: &str, id: &str) -> Result<Routine, UnreadableLink> {
    search(text, |code, is_decoded| read_code(code, id, is_decoded))
}

/// The value of a code in `text`, which may be encoded, wrapped, broken into lines, or have words around it. `exact` reads a code
/// as it was made, of letters, digits and `.~-_`, and knows by a checksum if it is whole.
///
/// # Errors
/// If there is no whole code.
pub fn find_code<T>(text: &str, exact: &dyn Fn(&str) -> Result<T, UnreadableLink>) -> Result<T, UnreadableLink> {
    search(text, |code, _| whole_code(code, exact))
}

/// The first value that `read` finds at one of the possible beginnings of a code; its second argument is true if separators were
/// decoded before.
fn search<T>(text: &str, mut read: impl FnMut(&str, bool) -> Result<T, UnreadableLink>) -> Result<T, UnreadableLink> {
    let (mut value, mut error) = (None, UnreadableLink::Damaged);
    let mut is_read = |code: &str, is_decoded: bool| {
        match read(code, is_decoded) {
            Ok(read) => value = Some(read),
            Err(UnreadableLink::Newer) => error = UnreadableLink::Newer,
            Err(UnreadableLink::Damaged | UnreadableLink::Empty) => {}
        }
        value.is_some()
    };
    search_all(text, &mut is_read);
    value.ok_or(error)
}

/// Calls `is_read` for every possible beginning of a code, until it is true.
fn search_all(text: &str, is_read: &mut dyn FnMut(&str, bool) -> bool) {
    if text.len() > LONGEST {
        return;
    }
    // Line ends of mail, and its quotation marks.
    let mut text = text.replace("=\r\n", "").replace("=\n", "").replace("\n> ", "\n");
    for _ in 0..=MOST_ENCODED {
        let with_separators = separated(&text);
        for (text, is_decoded) in [(&text, false), (&with_separators, true)] {
            if codes(text).any(|code| is_read(code, is_decoded)) {
                return;
            }
        }
        let unwrapped = percent::unwrap(&text);
        if unwrapped == text {
            return;
        }
        text = unwrapped;
    }
}

/// The value of the code at the beginning of `text`, without what follows it. Its parts may stand in several words or lines: they
/// are joined until `exact` finds the code whole.
fn whole_code<T>(text: &str, exact: &dyn Fn(&str) -> Result<T, UnreadableLink>) -> Result<T, UnreadableLink> {
    let (mut code, mut error) = (String::new(), UnreadableLink::Damaged);
    for word in text.split_whitespace().take(MOST_WORDS) {
        let word = decoded(word);
        let mut letters = word.trim_start_matches('>').chars().filter(|sign| !is_unseen(*sign)).peekable();
        while let Some(sign) = letters.next_if(|sign| is_code(*sign) || *sign == '_') {
            code.push(sign);
        }
        // A sentence ends behind it, or it is set in italics.
        for code in successors(Some(code.as_str()), |code| code.strip_suffix(['.', '~', '-', '_'])).take(MOST_SIGNS) {
            match exact(code) {
                Ok(value) => return Ok(value),
                Err(UnreadableLink::Newer) => error = UnreadableLink::Newer,
                Err(_) => {}
            }
        }
        if letters.peek().is_some() || code.len() > LONGEST_ITEMS {
            break;
        }
    }
    Err(error)
}

/// `text` with the separators of a link decoded; the rest stays encoded, because the name is read from it.
fn separated(text: &str) -> String {
    text.replace("%7E", "~").replace("%7e", "~").replace("%23", "#")
}

/// The possible beginnings of a code: the beginning of the text, then after each `#`.
fn codes(text: &str) -> impl Iterator<Item = &str> {
    let first = text.trim_start_matches(|sign: char| !sign.is_ascii_alphanumeric() && sign != '%');
    let behind = text.match_indices('#').map(|(at, _)| &text[at + 1..]);
    std::iter::once(first).chain(behind).take(MOST_TRIED)
}

/// `is_decoded` is true if a `~` of the name may be a plain one by now.
fn read_code(code: &str, id: &str, is_decoded: bool) -> Result<Routine, UnreadableLink> {
    let (number, rest) = code.split_once('~').ok_or(UnreadableLink::Damaged)?;
    version(number.trim_matches(is_break))?;
    let mut parts = rest.splitn(2, '~');
    let name: String = parts.next().unwrap_or_default().chars().filter(|sign| !is_break(*sign)).collect();
    let encoded = parts.next().ok_or(UnreadableLink::Damaged)?;
    let encoded = encoded.split_at_checked(LONGEST_ITEMS).map_or(encoded, |(items, _)| items);
    let rest = decoded(encoded);
    let lines: Vec<&str> = rest.split(is_break).map(|line| line.trim_matches([' ', '>'])).collect();
    let whole = clean(&joined(&lines));
    let first = clean(lines.iter().find(|line| !line.is_empty()).unwrap_or(&""));
    [whole, first]
        .iter()
        .find_map(|items| routine(&name, items.split('~'), id).ok())
        .or_else(|| is_decoded.then(|| with_tildes(&name, encoded, id)).flatten())
        .ok_or(UnreadableLink::Damaged)
}

/// The routine whose name continues in `rest`, up to the first part that is an item.
fn with_tildes(name: &str, rest: &str, id: &str) -> Option<Routine> {
    let parts: Vec<&str> = rest.split('~').collect();
    let is_item = |part: &&str| decoded(part).split('.').nth(1).is_some_and(|level| self::level(level).is_some());
    let at = parts.iter().position(is_item).filter(|at| *at > 0)?;
    let (named, items) = parts.split_at(at);
    routine(&[&[name], named].concat().join("~"), clean(&decoded(&items.join("~"))).split('~'), id).ok()
}

/// `text` with every escape decoded: items are written without any.
fn decoded(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..MOST_ENCODED {
        if !percent::has_escape(&text, |_| true) {
            break;
        }
        text = percent::decode(&text);
    }
    text
}

/// The first of `lines` with its continuation in the next ones: letters, digits and separators of a code. A single word
/// continues it only at the end of the text.
fn joined(lines: &[&str]) -> String {
    let mut lines = lines.iter().filter(|line| !line.is_empty()).peekable();
    let mut all = lines.next().map_or_else(String::new, |line| (*line).to_owned());
    let mut goes_on = all.chars().all(is_code);
    while let Some(line) = lines.next_if(|_| goes_on) {
        let word = line.split(' ').next().unwrap_or_default();
        let is_last = lines.peek().is_none() && word.len() == line.len();
        if !is_last && !word.contains(['~', '.']) {
            break;
        }
        all.push_str(word);
        goes_on = line.chars().all(is_code);
    }
    all
}

/// The items at the beginning of `text`, without the text after them.
fn clean(text: &str) -> String {
    let items: String = text.chars().filter(|sign| !is_unseen(*sign)).take_while(|sign| is_code(*sign)).collect();
    items.trim_end_matches(['.', '-']).to_owned()
}

const fn is_code(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '.' | '~' | '-')
}

const fn is_break(sign: char) -> bool {
    matches!(sign, '\r' | '\n' | '\t')
}

/// True for invisible characters that text editors insert between letters.
const fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
