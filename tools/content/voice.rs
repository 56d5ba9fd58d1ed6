//! Reads `content/voice`: how English words sound, for the voice of sound files.

use super::Files;
use super::table::Fault;

const WORDS: &str = "content/voice/words.txt";
const RULES: &str = "content/voice/rules.txt";
/// The sounds that the synthesiser has, in `ARPAbet`.
const SOUNDS: &str =
    "IY IH EY EH AE AA AO AH OW UH UW AX ER AY AW OY W Y R L M N NG F V TH DH S Z SH ZH HH P B T D K G CH JH";
/// The words of numbers in the first line of the words.
const NUMERALS: usize = 32;

/// The sounds of English words.
pub struct Voice {
    /// The words of numbers in a line, then a word and its sounds in each line.
    pub words: String,
    /// A rule in each line.
    pub rules: String,
}

/// The paths of the files.
pub const FILES: [&str; 2] = [WORDS, RULES];

/// Reads both files; faults are added to `faults`.
pub fn read(files: &Files, faults: &mut Vec<Fault>) -> Voice {
    let words = entries(files, WORDS, faults, |at, line| {
        if at == 0 {
            let fits = line.split(' ').count() == NUMERALS;
            return if fits { Ok(()) } else { Err(format!("must have {NUMERALS} words of numbers")) };
        }
        let (word, sounds) = line.split_once(' ').ok_or("has no sounds")?;
        if !word.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'\'') {
            return Err(format!("\"{word}\" must be of small letters"));
        }
        known(sounds)
    });
    let rules = entries(files, RULES, faults, |_, line| {
        let (pattern, sounds) = line.split_once('=').ok_or("has no \"=\"")?;
        let letters = pattern.split_once('[').and_then(|(_, rest)| rest.split_once(']')).ok_or("has no [letters]")?.0;
        if letters.is_empty() {
            return Err("has no letters in its brackets".to_owned());
        }
        if sounds.is_empty() { Ok(()) } else { known(sounds) }
    });
    Voice { words, rules }
}

fn known(sounds: &str) -> Result<(), String> {
    let is_known = |name: &&str| SOUNDS.split(' ').any(|sound| sound == name.trim_end_matches(['0', '1']));
    match sounds.split(' ').find(|name| !is_known(name)) {
        Some(name) => Err(format!("\"{name}\" is no sound; sounds are {SOUNDS}")),
        None => Ok(()),
    }
}

/// The lines of a file without its notes, each checked; the number of a line is counted without notes.
fn entries(
    files: &Files,
    path: &str,
    faults: &mut Vec<Fault>,
    check: impl Fn(usize, &str) -> Result<(), String>,
) -> String {
    let text = files.get(path).map_or("", String::as_str);
    let lines: Vec<_> = text.lines().enumerate().filter(|(_, line)| !line.starts_with("# ")).collect();
    for (at, (number, line)) in lines.iter().enumerate() {
        if let Err(sentence) = check(at, line) {
            faults.push(Fault { file: path.to_owned(), line: number + 1, sentence });
        }
    }
    lines.iter().flat_map(|(_, line)| [line, "\n"]).collect()
}
