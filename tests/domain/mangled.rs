//! Links as they arrive: mail, messengers and people change them on the way. What is all there is read, what is not is damaged.

use crate::cases::cases;
use crate::routine::any_routine;
use mainspring::domain::catalogue::Level;
use mainspring::domain::routine::{Routine, UnreadableLink, decode, encode};
use proptest::prelude::*;
use rstest::rstest;
use std::fmt::Write;

/// As JavaScript's `encodeURIComponent` does.
fn component(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// Every sign but letters and digits, in small letters.
fn all_signs(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric();
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02x}") }).collect()
}

/// The link of a plain routine as version 1 wrote it.
pub fn version_1(routine: &Routine) -> String {
    let letter = |level: Level| match level {
        Level::Base => 'b',
        Level::Hard => 'h',
        Level::Harder => 'x',
    };
    let mut code = format!("1~{}", name_of_version_1(&routine.name));
    for item in &routine.items {
        write!(code, "~{}.{}.{}", item.exercise, letter(item.level), item.rest.0).unwrap();
        for target in &item.targets {
            write!(code, ".{}", target.get()).unwrap();
        }
    }
    code
}

/// A name, percent-encoded; what looks like an escape in it is escaped twice.
fn name_of_version_1(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let escape = |byte: u8| format!("%{byte:02X}");
    let escaped: String =
        name.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { escape(byte) }).collect();
    let mut parts = escaped.split("%25");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2).unwrap_or(("", part));
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        out += "%25";
        out += &if is_hex { digits.bytes().map(escape).collect::<String>() + rest } else { part.to_owned() };
    }
    out
}

const LINK: &str = "https://example.org/mainspring/r#";

pub type Mangle = fn(&str) -> String;

pub const MANGLES: &[(&str, Mangle)] = &[
    ("as it was", str::to_owned),
    ("the tilde", |code| code.replace('~', "%7E")),
    ("the tilde, small", |code| code.replace('~', "%7e")),
    ("a component", component),
    ("a component, twice", |code| component(&component(code))),
    ("all of it", all_signs),
    ("all of it, twice", |code| all_signs(&all_signs(code))),
    ("all of it, the tilde first", |code| component(&code.replace('~', "%7E"))),
    ("a space", |code| format!("{code} ")),
    ("a space, encoded", |code| format!("{code}%20")),
    ("a bracket", |code| format!("{code})")),
    ("a bracket, encoded", |code| format!("{code}%29")),
    ("a bracket and a full stop", |code| format!("{code}).")),
    ("a full stop", |code| format!("{code}.")),
    ("three full stops", |code| format!("{code}...")),
    ("an angle", |code| format!("{code}>")),
    ("an angle, encoded", |code| format!("{code}%3E")),
    ("a square bracket", |code| format!("{code}]")),
    ("a comma", |code| format!("{code},")),
    ("a quotation mark", |code| format!("{code}\"")),
    ("a quotation mark, encoded", |code| format!("{code}%22")),
    ("a curly quotation mark", |code| format!("{code}”")),
    ("a curly one, encoded", |code| format!("{code}%E2%80%9D")),
    ("an apostrophe", |code| format!("{code}'")),
    ("a question", |code| format!("{code}?!")),
    ("stars of markdown", |code| format!("**{code}**")),
    ("a tracker", |code| format!("{code}&utm_source=x&utm_medium=y")),
    ("a tracker, encoded", |code| format!("{code}%26utm_source%3Dx")),
    ("a tracker with its own sign", |code| format!("{code}?fbclid=IwAR0_x-y")),
    ("a text fragment", |code| format!("{code}#:~:text=Hills")),
    ("angles around", |code| format!("<{LINK}{code}>")),
    ("quotation marks around", |code| format!("\"{LINK}{code}\"")),
    ("a link of markdown", |code| format!("[Hills]({LINK}{code}).")),
    ("words around", |code| format!("We did 1~2 of these: {LINK}{code} See you at 5.")),
    ("words before and a line after", |code| format!("Try this\r\n{LINK}{code}\r\n5 sets of fun")),
    ("a greeting in the next line", |code| format!("{LINK}{code}\nsee you")),
    ("a word in the next line", |code| format!("{LINK}{code}\nthanks")),
    ("the whole link encoded", |code| component(&format!("{LINK}{code}"))),
    ("the whole link encoded twice", |code| component(&component(&format!("{LINK}{code}")))),
    ("the number sign encoded", |code| format!("{LINK}{code}").replace('#', "%23")),
    ("the number sign encoded, all of it again", |code| all_signs(&format!("{LINK}{code}").replace('#', "%23"))),
    ("checked by a mail service", |code| {
        let link = component(&format!("{LINK}{code}").replace('#', "%23"));
        format!("https://eur01.safelinks.example.com/?url={link}&data=05%7C02%7Cx&sdata=y%3D&reserved=0")
    }),
    ("an unseen space", |code| format!("{code}\u{200b}")),
];

#[track_caller]
fn check(routine: &Routine, how: &str, text: &str) {
    assert_eq!(decode(text, &routine.id).as_ref(), Ok(routine), "{how}: {text}");
}

#[rstest]
#[case::a_plain_name("Hills")]
#[case::no_name("")]
#[case::a_name_of_two_words("Hill day")]
#[case::a_tilde("a~b")]
#[case::tildes_and_words("~ a ~ b c ~")]
#[case::a_percentage("100% hills")]
#[case::an_escape("%41 and %7E")]
#[case::letters_beyond_ascii("Hügel – 丘 🏃")]
#[case::signs("a+b=c & #1?")]
#[case::the_beginning_of_a_link("#1~x")]
fn a_mangled_link_is_read(#[case] name: &str) {
    let code = format!("{}~lunge.b.30.10.8~deep-squat.x.90.5", version_1(&Routine::empty("x".into(), name)));
    let routine = decode(&code, "x").unwrap();
    assert_eq!((routine.name.as_str(), routine.items.len()), (name, 2));
    for (how, mangle) in MANGLES {
        check(&routine, how, &mangle(&code));
        check(&routine, how, &mangle(&encode(&routine)));
    }
}

#[test]
fn a_link_broken_into_lines_anywhere_is_read() {
    let code = "1~Hill%20day~lunge.b.30.10.8~deep-squat.x.90.5.12";
    let routine = decode(code, "x").unwrap();
    let new = encode(&routine);
    for at in 1..new.len() {
        let (first, rest) = new.split_at(at);
        for mark in ["\n", "\r\n", "=\r\n", "\n> ", "%0A", "%0D%0A", "\t", "\u{ad}"] {
            check(&routine, mark, &format!("{first}{mark}{rest}"));
        }
    }
    for at in 1..code.len() {
        let (first, rest) = code.split_at(at);
        for mark in ["\n", "\r\n", "=\r\n", "\n> ", "%0A", "%0D%0A", "\t"] {
            // An escape that is broken by an escape is none.
            if mark.starts_with('%') && !first.contains("~lunge") {
                continue;
            }
            check(&routine, mark, &format!("{first}{mark}{rest}"));
        }
    }
}

#[rstest]
#[case::a_lost_end("1~Hills~lunge.b.30)")]
#[case::an_item_cut_short("1~Hills~lunge.b.30.10~deep)")]
#[case::an_item_cut_short_and_encoded("1%7EHills%7Elunge%2Eb%2E30%2E10%7Edeep")]
#[case::nothing_behind_the_last_separator("1~Hills~lunge.b.30.10~&utm_source=x")]
#[case::only_a_name("https://example.org/r#1~Hills and see you")]
#[case::another_link("https://example.org/plan#x")]
#[case::a_text("See you at 5.")]
#[case::a_number_out_of_range("1%7EHills%7Elunge.b.30.1000")]
#[case::the_first_item_cut_short("1%7EHills%7Elunge.b%7Edeep-squat.b.60.20")]
#[case::an_item_in_two_words("1~Hills~deep squat.b.60.20")]
#[case::percent_signs("%25252525252525252525")]
fn damage_is_called_damage(#[case] text: &str) {
    assert_eq!(decode(text, "x"), Err(UnreadableLink::Damaged));
}

#[rstest]
#[case::its_separators_encoded("2%7EHills%7Elunge")]
#[case::something_behind_it("https://example.org/r#3~Hills~x)")]
fn a_newer_link_is_newer_however_it_arrives(#[case] text: &str) {
    assert_eq!(decode(text, "x"), Err(UnreadableLink::Newer));
}

#[rstest]
#[case::number_signs("#1~".repeat(30_000))]
#[case::escapes("%25".repeat(30_000))]
#[case::lines("1~x~\n".repeat(20_000))]
#[case::too_long(format!("1~x~lunge.b.30.10{}", " x".repeat(100_000)))]
fn a_long_text_is_damaged_in_time(#[case] text: String) {
    assert_eq!(decode(&text, "x"), Err(UnreadableLink::Damaged));
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_routine_comes_out_of_its_mangled_link(routine in any_routine(), at in 0..MANGLES.len()) {
        let (how, mangle) = MANGLES[at];
        for code in [encode(&routine), version_1(&routine)] {
            let text = mangle(&code);
            prop_assert_eq!(decode(&text, &routine.id), Ok(routine.clone()), "{}: {}", how, text);
        }
    }

    #[test]
    fn no_text_is_misread(text in "([#~.%0-9a-z \n-]|1~|%7E|%23|#1~x~lunge\\.b\\.30\\.10){0,30}") {
        if let Ok(routine) = decode(&text, "x") {
            prop_assert_eq!(decode(&encode(&routine), "x"), Ok(routine));
        }
    }
}
