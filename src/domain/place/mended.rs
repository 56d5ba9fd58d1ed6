//! Repair of addresses that were changed on their way: encoded, capitalised, with a tracker or a full stop added. The runner's
//! data are not known here; the caller tells whether a place exists.

use super::Place;
use crate::domain::percent;

/// The largest number of times that an address may have been encoded.
const MOST_ENCODED: usize = 3;
/// The shortest code without a tilde.
const SHORTEST_CODE: usize = 12;
/// The largest number of places in a text that are tried.
const MOST_TRIED: usize = 40;

impl Place {
    /// The most likely place of `address` (path, query and hash). `None` if there is none: `is_there` is true if a place
    /// exists.
    #[must_use]
    pub fn mended(address: &str, is_there: &dyn Fn(&Self) -> bool) -> Option<Self> {
        let mut address = address.to_owned();
        for _ in 0..=MOST_ENCODED {
            let found = in_link(&address).or_else(|| loose(&address).filter(|place| is_there(place)));
            if found.is_some() {
                return found;
            }
            address = percent::decode(&address);
        }
        None
    }

    /// The place of a link anywhere in `text`; never the first page.
    #[must_use]
    pub fn in_text(text: &str, is_there: &dyn Fn(&Self) -> bool) -> Option<Self> {
        let mut text = text.to_owned();
        for _ in 0..=MOST_ENCODED {
            let addresses = text.match_indices('/').take(MOST_TRIED).map(|(at, _)| &text[at..]);
            let mut places = addresses.filter_map(|rest| loose(rest.split_whitespace().next().unwrap_or_default()));
            if let Some(place) = places.find(|place| *place != Self::Today && is_there(place)) {
                return Some(place);
            }
            text = percent::decode(&text);
        }
        None
    }
}

/// The place of what is in a link, whose code may be anywhere after `/r` or `/d`: its page reads it.
fn in_link(address: &str) -> Option<Place> {
    let kind = address.strip_prefix('/')?.chars().next()?.to_ascii_lowercase();
    let rest = address.get(2..)?;
    let is_alone = !rest.starts_with(|sign: char| sign.is_ascii_alphanumeric());
    let code = rest.split_once('#').map_or(rest, |(_, hash)| hash);
    let has_items = ["~", "%7E", "%7e", "%257E", "%257e"].iter().any(|tilde| code.contains(tilde));
    let code = code.trim_start_matches(['/', '?']);
    // A tracker is no code.
    let may_be_code = has_items || (code.len() >= SHORTEST_CODE && !code.contains('='));
    match kind {
        'r' if is_alone && may_be_code => Some(Place::Shared { code: code.to_owned() }),
        'd' if is_alone && may_be_code => Some(Place::DoneSheet { code: code.to_owned() }),
        _ => None,
    }
}

/// The place of an address with only lower-case letters, digits and hyphens; anything else ends it.
fn loose(address: &str) -> Option<Place> {
    let (path, rest) = address.split_at(address.find(['?', '#']).unwrap_or(address.len()));
    let address = &[&with_signs(path), rest].concat();
    let (address, hash) = address.split_once('#').unwrap_or((address, ""));
    let (path, query) = address.split_once(['?', '&']).unwrap_or((address, ""));
    let words: Vec<String> = path.split('/').map(word).filter(|word| !word.is_empty()).collect();
    if words.is_empty() && path.contains(char::is_alphanumeric) {
        return None;
    }
    let place = Place::parse(&format!("/{}", words.join("/")), &loose_query(query), hash);
    Some(place).filter(|place| !matches!(place, Place::Unknown { .. }))
}

/// `path` with decoded delimiters.
fn with_signs(path: &str) -> String {
    let signs = [("%2F", "/"), ("%2f", "/"), ("%3F", "?"), ("%3f", "?"), ("%23", "#")];
    signs.iter().fold(path.to_owned(), |path, (escape, sign)| path.replace(escape, sign))
}

fn loose_query(query: &str) -> String {
    let query = query.replace("&amp;", "&");
    let pairs = query.split(['&', '?', ';']).map(|pair| match pair.split_once('=') {
        // The search text is the runner's own and stays as it is.
        Some((name, value)) if name != "q" => [&word(name), "=", &word(&percent::decode(value))].concat(),
        _ => pair.to_owned(),
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// The first word in `text`, in lower case.
fn word(text: &str) -> String {
    let begins = text.trim_start_matches(|sign: char| sign.is_ascii() && !sign.is_ascii_alphanumeric());
    let word = begins.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').next().unwrap_or_default();
    word.trim_end_matches('-').to_ascii_lowercase()
}
