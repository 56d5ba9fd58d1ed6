//! The app's own sentences: they stand in one room, each of them is said somewhere, and English is said as ever.

use crate::architecture::{Source, sources};
use mainspring::domain::coach::{Now, Reason};
use mainspring::text::{self, Category};
use rstest::rstest;
use std::collections::BTreeMap;
use std::fs;

/// The rooms that may hold no sentence: what is left of them stands in [`LEFT`].
fn has_no_words(path: &str) -> bool {
    !path.starts_with("text/")
}

/// Sentences that still stand elsewhere than in `content/`, by file: exact numbers, which may only go down.
#[rustfmt::skip]
const LEFT: &[(&str, usize)] = &[
    ("domain/name.rs", 1),
    ("domain/saved/merge.rs", 1),
];

#[test]
fn no_sentence_stands_outside_the_room_of_words() {
    let found: BTreeMap<String, Vec<String>> = sources()
        .iter()
        .filter(|source| has_no_words(&source.path))
        .map(|source| (source.path.clone(), sentences(source)))
        .filter(|(_, sentences)| !sentences.is_empty())
        .collect();
    let left: BTreeMap<&str, usize> = LEFT.iter().copied().collect();
    let mut broken = Vec::new();
    for (path, sentences) in &found {
        let may = left.get(path.as_str()).copied().unwrap_or_default();
        if sentences.len() != may {
            broken.push(format!("    (\"{path}\", {}), // not {may}: {sentences:?}", sentences.len()));
        }
    }
    let gone = left.keys().filter(|path| !found.contains_key(**path));
    broken.extend(gone.map(|path| format!("{path}: has no sentence any more, take it out")));
    assert!(broken.is_empty(), "sentences belong into content/app/en.ftl:\n{}", broken.join("\n"));
}

/// The texts for the runner in a file: literals with a space between two words, and capitalised words. Not those that nobody
/// reads on screen: attributes, the messages of a panic, the tests.
fn sentences(source: &Source) -> Vec<String> {
    literals(&source.code)
        .into_iter()
        .filter(|(before, text)| !is_silent(before) && !SILENT.contains(&text.as_str()) && is_said(text))
        .map(|(_, text)| text)
        .collect()
}

/// Every literal with what stands before it.
fn literals(code: &str) -> Vec<(&str, String)> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(open) = code[at..].find(['"', '\'']).map(|open| at + open) {
        if code.as_bytes()[open] == b'\'' {
            // A letter such as '"', or a lifetime.
            let letter = code[open + 1..].chars().next();
            let width = letter.map_or(0, char::len_utf8);
            let closes = code[open + 1 + width..].starts_with('\'');
            at = match letter {
                Some('\\') => code[open + 3..].find('\'').map_or(code.len(), |close| open + 3 + close + 1),
                _ if closes => open + width + 2,
                _ => open + 1,
            };
            continue;
        }
        let mut close = open + 1;
        while code.as_bytes()[close] != b'"' {
            close += if code.as_bytes()[close] == b'\\' { 2 } else { 1 };
        }
        found.push((&code[..open], code[open + 1..close].to_owned()));
        at = close + 1;
    }
    found
}

/// True for texts that are not for the runner.
fn is_silent(before: &str) -> bool {
    const CALLS: &[&str] = &[
        "expect(",
        "panic!(",
        "assert!(",
        "unreachable!(",
        "reason = ",
        ".class(",
        ".class_if(",
        ".class_live(",
        "button(",
        ".style(",
        "file_button(",
        "concat!(",
        "Error::custom(",
        "include_str!(",
    ];
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start();
    let starts = ["#[", "assert!("];
    CALLS.iter().any(|call| before.ends_with(call)) || starts.iter().any(|start| line.starts_with(start))
}

/// Literals that look like words and are read by nobody: names of keys, errors and fields, media queries, selectors and classes.
#[rustfmt::skip]
const SILENT: &[&str] = &[
    "(display-mode: standalone)", "(prefers-reduced-motion: reduce)", "[hidden], :disabled", "ArrowDown", "ArrowLeft",
    "ArrowRight", "ArrowUp", "Enter", "Escape", "Home", "SecurityError", "pasted link",
    "a list", "an object", "a report that cannot be read", "a set that cannot be read",
    "button big", "button main-action", "button primary", "button quiet", "button quiet build-remove", "neighbour next",
    "resume-mark resume", "row lost-ways",
];

/// True for words: two of them, or one that begins with a capital.
fn is_said(text: &str) -> bool {
    let plain = without_placeholders(text);
    let words: Vec<&str> = plain.split([' ', '\u{a0}']).filter(|word| is_word(word)).collect();
    if words.iter().all(|word| word.contains('-') && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
    {
        // Classes.
        return false;
    }
    words.len() > 1 && plain.contains(' ')
        || words.first().is_some_and(|word| is_capitalised(word) && words.len() == 1 && plain.trim() == *word)
}

fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|c: char| c.is_ascii_punctuation() || "…·–“”‘’".contains(c));
    word.len() > 1 && word.chars().all(|c| c.is_alphabetic() || "'’-".contains(c)) || word == "a" || word == "I"
}

fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// "{count} sets" as " sets".
fn without_placeholders(text: &str) -> String {
    let (mut plain, mut depth) = (String::new(), 0);
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

#[test]
fn every_message_is_said_somewhere() {
    let english = crate::content::english_app();
    let sources = sources();
    let beside: String = BESIDE.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let is_called = |place: &str, name: &str| {
        if beside.contains(&format!("{{{{ {place}-{} }}}}", name.replace('_', "-"))) {
            return true;
        }
        let (path, own) = (format!("{place}::{name}"), format!("text/{place}.rs"));
        sources.iter().any(|source| names(&source.code, &path) || (source.path == own && names(&source.code, name)))
    };
    let unsaid = english.iter().filter(|(place, name)| !is_called(place, name));
    let unsaid: Vec<String> = unsaid.map(|(place, name)| format!("{place}-{}", name.replace('_', "-"))).collect();
    assert!(unsaid.is_empty(), "content/app/en.ftl has messages that nothing says: {unsaid:?}");
}

/// Files beside the program with texts for the runner. The build replaces `{{ their-ids }}` by sentences (tools/sentences.mjs).
const BESIDE: &[&str] =
    &["index.html", "public/boot.js", "public/manifest.webmanifest", "public/rescue.html", "public/rescue.js"];

/// Literals that look like words: classes, and the technical cause below a sentence.
const NAMES: &[&str] = &["AbortError", "shell-main recovery stack", "took too long"];

#[test]
fn no_sentence_stands_beside_the_program() {
    for path in BESIDE {
        let text = fs::read_to_string(path).unwrap();
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let texts: Vec<&str> = match path.rsplit('.').next() {
            // Between the tags, and what is not code or address in an attribute.
            Some("html") => code.split(['<', '>']).skip(2).step_by(2).chain(contents(&code)).collect(),
            _ => code.split(['"', '`']).skip(1).step_by(2).collect(),
        };
        let said: Vec<&str> = texts
            .into_iter()
            .filter(|text| is_said(text) && !text.starts_with("!--") && !NAMES.contains(text))
            .collect();
        assert!(said.is_empty(), "{path}: belongs into content/app/en.ftl: {said:?}");
    }
}

/// The descriptions and names in `content` of `<meta name=…>`.
fn contents(html: &str) -> impl Iterator<Item = &str> {
    html.lines().filter(|line| line.contains("-title\"") || line.contains("description")).filter_map(|line| {
        let (_, content) = line.split_once("content=\"")?;
        content.split('"').next()
    })
}

/// True if `code` has `name` as a whole word.
fn names(code: &str, name: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    code.match_indices(name)
        .any(|(at, _)| !is_part(code[..at].chars().next_back()) && !is_part(code[at + name.len()..].chars().next()))
}

#[rstest]
#[case::a_sentence("A new version is ready.", true)]
#[case::words_with_a_number("{count} sets done", true)]
#[case::a_capitalised_word("Today", true)]
#[case::a_class("button", false)]
#[case::classes("fig-lined fig-far-skin", false)]
#[case::a_sentence_with_a_hyphen("Single-leg balance", true)]
#[case::one_word_and_a_number("{count} sets", false)]
#[case::a_slug("deep-squat", false)]
fn what_a_sentence_is(#[case] text: &str, #[case] expected: bool) {
    assert_eq!(is_said(text), expected);
}

#[rstest]
#[case(0, Category::Other)]
#[case(1, Category::One)]
#[case(2, Category::Other)]
#[case(21, Category::Other)]
fn english_has_two_categories(#[case] number: u32, #[case] expected: Category) {
    assert_eq!(text::plural(number), expected);
}

#[test]
fn a_message_takes_its_arguments_where_they_belong() {
    assert_eq!(text::today::next("Tuesday", "Balance"), "Next strength: Tuesday · Balance");
    assert_eq!(text::routine::many_kits(1), "1 piece of kit");
    assert_eq!(text::routine::many_kits(3), "3 pieces of kit");
    assert_eq!(text::coach::now(Now::Rest), "Rest today");
    assert_eq!(text::coach::reason(Reason::New), "New to you, and you have the kit for it.");
}
