//! The app's sentences as Rust: a module for each place, a function for each message (`src/text/mod.rs`).

use super::app::{App, Argument, Choice, Key, Message, Part, Pattern, is_fixed, snake};
use std::fmt::Write;

/// The language that the app is built in.
pub struct Language<'a> {
    /// Its code, which is the page's `lang`.
    pub code: &'a str,
    /// The one whose names of days and months, numbers and plurals the browser uses.
    pub locale: &'a str,
    /// Its messages; none for English. A missing one is taken from English.
    pub said: Option<&'a App>,
}

/// A module for each place. Each function's documentation is what the message says in English.
pub fn app_source(english: &App, language: &Language<'_>) -> String {
    let Language { code, locale, said } = language;
    let mut source = format!(
        "/// The language that the app is built in.\npub const LANGUAGE: &str = {code:?};\n\
         /// The language whose names of days and months, numbers and plurals the browser uses.\npub const LOCALE: &str = {locale:?};\n"
    );
    for place in &english.places {
        let _ = writeln!(source, "#[doc = {:?}]\npub mod {} {{", sentence(&place.about), place.name);
        for message in &place.messages {
            let said = said.and_then(|said| said.message(&message.id)).unwrap_or(message);
            function(&mut source, message, &said.pattern);
        }
        source.push_str("}\n");
    }
    source
}

/// "what Today shows" as a line of documentation: "What Today shows."
fn sentence(about: &str) -> String {
    let mut letters = about.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str().trim_end_matches('.'))
}

fn function(source: &mut String, message: &Message, pattern: &Pattern) {
    let name = message.id.split_once('-').map_or(message.id.as_str(), |(_, name)| name);
    let doc = fluent(&message.pattern).replace('`', "'");
    let _ = writeln!(source, "#[doc = {:?}]\n#[must_use]", format!("`{doc}`"));
    let argument = |(name, is): (&String, &Argument)| match is {
        Argument::Text => format!("{name}: &str"),
        Argument::Number => format!("{name}: u32"),
        Argument::Value(set) => format!("{name}: {}", set.path),
    };
    let arguments = message.arguments.iter().map(argument).collect::<Vec<_>>().join(", ");
    let name = snake(name);
    let _ = if is_fixed(&message.pattern) {
        // The categories of the plural are not known when the app is built.
        let is_const = message.arguments.values().all(|argument| *argument != Argument::Number);
        let function = if is_const { "const fn" } else { "fn" };
        writeln!(source, "pub {function} {name}({arguments}) -> &'static str {{ {} }}", fixed(pattern, message))
    } else {
        writeln!(source, "pub fn {name}({arguments}) -> String {{ {} }}", filled(pattern, message))
    };
}

/// A pattern of text alone as a literal.
fn literal(pattern: &Pattern) -> String {
    let text: String = pattern.iter().map(|part| if let Part::Text(text) = part { text } else { "" }).collect();
    format!("{text:?}")
}

fn is_text(pattern: &Pattern) -> bool {
    pattern.iter().all(|part| matches!(part, Part::Text(_)))
}

/// An expression of the type `&'static str`, of a pattern that shows no argument.
fn fixed(pattern: &Pattern, message: &Message) -> String {
    let choice =
        |(at, part): (usize, &Part)| if let Part::Choice(choice) = part { Some((at, choice.clone())) } else { None };
    match pattern.iter().enumerate().find_map(choice) {
        None => literal(pattern),
        Some((at, choice)) => {
            let whole = |variant: &Pattern| [&pattern[..at], variant, &pattern[at + 1..]].concat();
            chosen(&choice, message, &|variant| fixed(&whole(variant), message))
        }
    }
}

/// An expression of the type `String`.
fn filled(pattern: &Pattern, message: &Message) -> String {
    if let [Part::Choice(choice)] = pattern.as_slice() {
        return chosen(choice, message, &|pattern| filled(pattern, message));
    }
    let part = |part: &Part| match part {
        Part::Text(text) => format!("{text:?}"),
        Part::Argument(name) if message.arguments.get(name) == Some(&Argument::Number) => {
            format!("&crate::text::number({name})")
        }
        Part::Argument(name) => name.clone(),
        Part::Choice(choice) if choice.patterns().all(is_text) => chosen(choice, message, &literal),
        Part::Choice(choice) => format!("&{}", chosen(choice, message, &|pattern| filled(pattern, message))),
    };
    format!("crate::text::fill(&[{}])", pattern.iter().map(part).collect::<Vec<_>>().join(", "))
}

/// A `match` with what `said` makes of each pattern.
fn chosen(choice: &Choice, message: &Message, said: &dyn Fn(&Pattern) -> String) -> String {
    let name = &choice.by;
    let path = match message.arguments.get(name) {
        Some(Argument::Value(set)) => set.path,
        _ => "crate::text::Category",
    };
    let is_exact = choice.variants.iter().any(|(key, _)| matches!(key, Key::Exactly(_)));
    let of = match (path, is_exact) {
        ("crate::text::Category", true) => format!("({name}, crate::text::plural({name}))"),
        ("crate::text::Category", false) => format!("crate::text::plural({name})"),
        _ => name.clone(),
    };
    let arm = |(key, pattern): &(Key, Pattern)| {
        let key = match key {
            Key::Exactly(number) => format!("({number}, _)"),
            Key::Category(value) if is_exact => format!("(_, {path}::{})", pascal(value)),
            Key::Category(value) | Key::Value(value) => format!("{path}::{}", pascal(value)),
        };
        format!("{key} => {}, ", said(pattern))
    };
    let arms: String = choice.variants.iter().map(arm).collect();
    format!("match {of} {{ {arms}{} => {} }}", others(choice, message), said(&choice.default))
}

/// The pattern of everything that has no variant. Of a set it names every value, so that one that is new does not pass unsaid.
fn others(choice: &Choice, message: &Message) -> String {
    let Some(Argument::Value(set)) = message.arguments.get(&choice.by) else { return "_".to_owned() };
    let has_variant = |value: &str| choice.variants.iter().any(|(key, _)| *key == Key::Value(value.to_owned()));
    let others = set.values.iter().filter(|value| !has_variant(value));
    others.map(|value| format!("{}::{}", set.path, pascal(value))).collect::<Vec<_>>().join(" | ")
}

fn pascal(kebab: &str) -> String {
    let word = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    kebab.split('-').map(word).collect()
}

/// A pattern as Fluent writes it, in one line.
pub fn fluent(pattern: &Pattern) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => text.clone(),
        Part::Argument(name) => format!("{{ ${name} }}"),
        Part::Choice(choice) => {
            let variant = |(key, pattern): &(Key, Pattern)| {
                let key = match key {
                    Key::Exactly(number) => number.to_string(),
                    Key::Category(value) | Key::Value(value) => value.clone(),
                };
                format!("[{key}] {} ", fluent(pattern))
            };
            let variants: String = choice.variants.iter().map(variant).collect();
            format!("{{ ${} -> {variants}*[other] {} }}", choice.by, fluent(&choice.default))
        }
    };
    pattern.iter().map(part).collect()
}
