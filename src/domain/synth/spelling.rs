//! Words to sounds: a table of words, and rules for all others in the notation of Elovitz et al. (1976), "Automatic translation of English
//! text to phonetics by means of letter-to-sound rules", NRL Report 7948. Both are in `content/voice`.

use super::phones::{Manner, Phone, phone};
use super::reading::SpokenWord;

/// The words of numbers in a line; then a word and its sounds in each line.
pub(super) const VOICE_WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/voice_words.txt"));
/// A rule in each line.
const VOICE_RULES: &str = include_str!(concat!(env!("OUT_DIR"), "/voice_rules.txt"));

/// The sounds of `word`, which is of small letters and apostrophes; of each of its letters where it cannot be said as a word.
pub(super) fn spell(word: &str) -> Vec<SpokenWord> {
    if let Some(known) = listed(word) {
        return vec![known];
    }
    let by_rules = stressed(ruled(word));
    if by_rules.iter().any(|(phone, _)| phone.manner == Manner::Vowel) {
        return vec![by_rules];
    }
    let letters = word.char_indices().map(|(at, c)| stressed(ruled(&word[at..at + c.len_utf8()])));
    letters.filter(|letter| !letter.is_empty()).collect()
}

/// The sounds of a word of the table.
fn listed(word: &str) -> Option<SpokenWord> {
    let mut entries = VOICE_WORDS.lines().skip(1).filter_map(|line| line.split_once(' '));
    let (_, sounds) = entries.find(|(listed, _)| *listed == word)?;
    Some(parsed(sounds))
}

/// Sounds as they are written, "R EH1 D IY0".
fn parsed(sounds: &str) -> SpokenWord {
    let one = |name: &str| {
        let bare = name.trim_end_matches(['0', '1']);
        Some((phone(bare)?, name.ends_with('1')))
    };
    sounds.split(' ').filter_map(one).collect()
}

/// `word` with its stress on the first full vowel; before "-tion" on the vowel before that.
fn stressed(mut word: SpokenWord) -> SpokenWord {
    let full: Vec<usize> = (0..word.len()).filter(|at| is_full_vowel(word[*at].0)).collect();
    let before = word.len().saturating_sub(3);
    let is_suffix = word[before..].iter().map(|(phone, _)| phone.name).eq(["SH", "AX", "N"]);
    let last = full.iter().rfind(|at| is_suffix && **at < before);
    if let Some(at) = last.or(full.first()) {
        word[*at].1 = true;
    }
    word
}

fn is_full_vowel(phone: &Phone) -> bool {
    phone.manner == Manner::Vowel && phone.name != "AX"
}

/// The sounds of `word` by the rules.
fn ruled(word: &str) -> SpokenWord {
    let (mut sounds, mut at) = (Vec::new(), 0);
    while at < word.len() {
        let (length, said) = VOICE_RULES.lines().find_map(|rule| fits(rule, word, at)).unwrap_or((1, ""));
        sounds.extend(parsed(said));
        at += length;
    }
    sounds
}

/// The letters that `rule` takes at byte `at` of `word`, and their sounds, if it fits.
fn fits<'a>(rule: &'a str, word: &str, at: usize) -> Option<(usize, &'a str)> {
    let (pattern, sounds) = rule.split_once('=')?;
    let (before, rest) = pattern.split_once('[')?;
    let (letters, after) = rest.split_once(']')?;
    let (word, end) = (word.as_bytes(), at + letters.len());
    let takes = word[at..].starts_with(letters.as_bytes());
    (takes && ends_before(before.as_bytes(), &word[..at]) && begins_after(after.as_bytes(), &word[end..]))
        .then_some((letters.len(), sounds))
}

/// True if `word` ends as the `context` on the left asks.
fn ends_before(context: &[u8], word: &[u8]) -> bool {
    let Some((last, context)) = context.split_last() else { return true };
    let count = |is: fn(u8) -> bool| word.iter().rev().take_while(|letter| is(**letter)).count();
    let without = |letters: usize| &word[..word.len() - letters];
    match last {
        b'_' => word.is_empty(),
        b'#' => {
            let vowels = count(is_vowel);
            vowels > 0 && ends_before(context, without(vowels))
        }
        b':' => ends_before(context, without(count(is_consonant))),
        class => word.last().is_some_and(|letter| is_one(*class, *letter)) && ends_before(context, without(1)),
    }
}

/// True if `word` begins as the `context` on the right asks.
fn begins_after(context: &[u8], word: &[u8]) -> bool {
    const SUFFIXES: [&[u8]; 6] = [b"ely", b"ing", b"er", b"es", b"ed", b"e"];
    let Some((first, context)) = context.split_first() else { return true };
    let count = |is: fn(u8) -> bool| word.iter().take_while(|letter| is(**letter)).count();
    match first {
        b'_' => word.is_empty(),
        b'#' => {
            let vowels = count(is_vowel);
            vowels > 0 && begins_after(context, &word[vowels..])
        }
        b':' => begins_after(context, &word[count(is_consonant)..]),
        b'%' => SUFFIXES.contains(&word),
        class => word.first().is_some_and(|letter| is_one(*class, *letter)) && begins_after(context, &word[1..]),
    }
}

fn is_one(class: u8, letter: u8) -> bool {
    match class {
        b'^' => is_consonant(letter),
        b'.' => b"bdgjlmnrvwz".contains(&letter),
        b'+' => b"eiy".contains(&letter),
        exact => exact == letter,
    }
}

fn is_vowel(letter: u8) -> bool {
    b"aeiouy".contains(&letter)
}

fn is_consonant(letter: u8) -> bool {
    letter.is_ascii_alphabetic() && !is_vowel(letter)
}
