//! Text as phrases of words: numbers and signs become words, accents fall away, what has no sound is left out.

use super::phones::Phone;
use super::spelling::{VOICE_WORDS, spell};

/// Most sounds of a text: half a minute.
const MOST: usize = 360;
/// Digits of the longest number that is read as one; longer ones are read digit by digit.
const WHOLE: usize = 6;

/// The end of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PhraseEnd {
    /// The sentence goes on.
    Comma,
    /// The sentence is over.
    Stop,
}

/// A word as it is spoken: its sounds, each with true for a stressed vowel.
pub(super) type SpokenWord = Vec<(&'static Phone, bool)>;

/// Words without a pause between them.
#[derive(Debug)]
pub(super) struct Phrase {
    pub words: Vec<SpokenWord>,
    pub end: PhraseEnd,
}

/// The phrases of `text`, none of them empty.
pub(super) fn phrases(text: &str) -> Vec<Phrase> {
    let mut reader = PhraseReader { phrases: Vec::new(), words: Vec::new(), left: MOST };
    let chars: Vec<char> = text.chars().take(MOST * 4).collect();
    let mut at = 0;
    while at < chars.len() && reader.left > 0 {
        let rest = &chars[at..];
        let length = |fits: fn(char) -> bool| rest.iter().take_while(|c| fits(**c)).count();
        at += match rest[0] {
            c if c.is_ascii_digit() => reader.number(rest, length(|c| c.is_ascii_digit())),
            c if is_letter(c) => {
                let letters = length(|c| is_letter(c) || c == '\'' || c == '’');
                let word: String = rest[..letters].iter().filter_map(|c| plain(*c)).collect();
                reader.word(&word);
                letters
            }
            c => {
                reader.sign(c);
                1
            }
        };
    }
    reader.end(PhraseEnd::Stop);
    reader.phrases
}

struct PhraseReader {
    phrases: Vec<Phrase>,
    words: Vec<SpokenWord>,
    left: usize,
}

impl PhraseReader {
    fn word(&mut self, word: &str) {
        for mut spoken in spell(word) {
            spoken.truncate(self.left);
            self.left -= spoken.len();
            if !spoken.is_empty() {
                self.words.push(spoken);
            }
        }
    }

    fn sign(&mut self, sign: char) {
        match sign {
            ',' | ';' | '(' | ')' | '–' | '—' | '·' => self.end(PhraseEnd::Comma),
            '.' | ':' | '!' | '?' | '\n' => self.end(PhraseEnd::Stop),
            '×' => self.numeral(TIMES),
            _ => {}
        }
    }

    fn end(&mut self, end: PhraseEnd) {
        let words = std::mem::take(&mut self.words);
        if !words.is_empty() {
            self.phrases.push(Phrase { words, end });
        }
    }

    /// Reads the number of `digits` digits at the beginning of `rest`, and the decimals behind it. Returns the characters read.
    fn number(&mut self, rest: &[char], digits: usize) -> usize {
        let value = |digit: char| digit.to_digit(10).unwrap_or(0) as usize;
        if digits <= WHOLE {
            self.whole(rest[..digits].iter().fold(0, |whole, digit| whole * 10 + value(*digit)));
        } else {
            rest[..digits].iter().for_each(|digit| self.numeral(value(*digit)));
        }
        let decimals = match rest.get(digits) {
            Some('.') => rest[digits + 1..].iter().take_while(|c| c.is_ascii_digit()).count(),
            _ => 0,
        };
        if decimals == 0 {
            return digits;
        }
        self.numeral(POINT);
        let end = digits + 1 + decimals;
        rest[digits + 1..end].iter().for_each(|digit| self.numeral(value(*digit)));
        end
    }

    fn whole(&mut self, number: usize) {
        match number {
            0..=20 => self.numeral(number),
            21..=99 => {
                self.numeral(18 + number / 10);
                self.remainder(number % 10);
            }
            100..=999 => {
                self.numeral(number / 100);
                self.numeral(HUNDRED);
                self.remainder(number % 100);
            }
            _ => {
                self.whole(number / 1000);
                self.numeral(THOUSAND);
                self.remainder(number % 1000);
            }
        }
    }

    fn remainder(&mut self, number: usize) {
        if number > 0 {
            self.whole(number);
        }
    }

    /// Says the word number `at` of the first line of the words.
    fn numeral(&mut self, at: usize) {
        let word = VOICE_WORDS.lines().next().and_then(|numerals| numerals.split(' ').nth(at));
        self.word(word.unwrap_or_default());
    }
}

/// Places among the words of numbers: after zero to twenty and the other tens.
const HUNDRED: usize = 28;
const THOUSAND: usize = 29;
const POINT: usize = 30;
const TIMES: usize = 31;

fn is_letter(c: char) -> bool {
    plain(c).is_some_and(|c| c.is_ascii_lowercase())
}

/// A letter without case and accent; an apostrophe as it is typed; nothing for letters of other scripts.
fn plain(c: char) -> Option<char> {
    /// Letters with an accent, after the plain letter that sounds most like them.
    const ACCENTS: &[&str] = &[
        "aàáâãäåāăą",
        "cçćĉċč",
        "dďđð",
        "eèéêëēĕėęě",
        "gĝğġģ",
        "hĥħ",
        "iìíîïĩīĭįı",
        "jĵ",
        "kķ",
        "lĺļľŀł",
        "nñńņň",
        "oòóôõöøōŏő",
        "rŕŗř",
        "sßśŝşš",
        "tţťŧþ",
        "uùúûüũūŭůűų",
        "wŵ",
        "yýÿŷ",
        "zźżž",
    ];
    match c {
        '\'' | '’' => Some('\''),
        _ if c.is_ascii_alphabetic() => Some(c.to_ascii_lowercase()),
        _ => {
            let c = c.to_lowercase().next()?;
            let letters = ACCENTS.iter().find(|letters| letters.contains(c))?;
            letters.chars().next()
        }
    }
}
