//! `app/en.ftl` and its sisters: the app's own sentences in Project Fluent's syntax, each with the types of its arguments.
//!
//! A message's id begins with the place that says it, and stands in the section of that place (`## today: …`). What of
//! Fluent has no use here (attributes, functions other than `NUMBER`) is a fault.

use super::ENGLISH;
use super::table::{Fault, Source};
use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::{BTreeMap, BTreeSet};

/// The app's sentences in one language.
pub struct App {
    /// The places that say them, in alphabetical order.
    pub places: Vec<Place>,
}

/// A place of the app: a page, a part, or the spoken cues.
pub struct Place {
    /// "today".
    pub name: String,
    /// The description of the place, from the head of its section.
    pub about: String,
    /// Its messages, in the order of the file.
    pub messages: Vec<Message>,
}

/// A message.
pub struct Message {
    /// "today-rest-day".
    pub id: String,
    /// Its arguments; by name, which is the order that its function has them in whatever the sentence says first.
    pub arguments: BTreeMap<String, Argument>,
    /// The pattern of its text.
    pub pattern: Pattern,
}

/// The type of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A text that stands as it is.
    Text,
    /// A whole number.
    Number,
    /// A value of a closed set, of which the sentence depends.
    Value(&'static Set),
}

/// A closed set of the domain that a message may choose by.
#[derive(Debug, PartialEq, Eq)]
pub struct Set {
    /// The name of the argument.
    pub argument: &'static str,
    /// The Rust type.
    pub path: &'static str,
    /// Its values in kebab case.
    pub values: &'static [&'static str],
}

/// The sets that exist. An argument of such a name that a message chooses by is a value of the set.
pub const SETS: &[Set] = &[
    set("after", "crate::domain::session::After", &["ready", "switch", "rest", "hold"]),
    set("answer", "crate::domain::session::Answer", &["go-on", "easier", "swap", "leave-out"]),
    set("area", "crate::domain::catalogue::Area", &["hips", "thighs", "lower-leg", "trunk"]),
    set(
        "aspect",
        "crate::domain::figure::Aspect",
        &["front", "front-right", "right", "back-right", "back", "back-left", "left", "front-left"],
    ),
    set(
        "band-color",
        "crate::domain::catalogue::BandColor",
        &["yellow", "red", "green", "blue", "black", "orange", "purple", "grey"],
    ),
    set(
        "block",
        "crate::domain::routine::BlockKind",
        &[
            "warm-up",
            "main",
            "superset",
            "circuit",
            "cool-down",
            "intervals",
            "every-minute",
            "as-many-rounds",
            "flow",
            "mirrored-flow",
        ],
    ),
    set("change", "crate::domain::coach::pain::PainChange", &["better", "same", "worse"]),
    set("effort", "crate::domain::log::Effort", &["easy", "right", "hard"]),
    set(
        "figure-part",
        "crate::domain::figure::FigurePart",
        &["head", "torso", "back", "hip", "thigh", "knee", "lower-leg", "foot", "upper-arm", "forearm", "hand"],
    ),
    set("first-side", "crate::domain::settings::FirstSide", &["right", "left"]),
    set("goal", "crate::domain::catalogue::Goal", &["muscle", "endurance", "fitness"]),
    set("job", "crate::domain::catalogue::Job", &["single-leg", "hip-side", "calf-foot", "trunk", "balance"]),
    set("kind", "crate::domain::catalogue::Kind", &["band", "balance", "body-weight"]),
    set(
        "kit",
        "crate::domain::catalogue::Kit",
        &["loop-band", "second-loop-band", "long-band", "dowel", "kettlebell", "straps", "bosu", "soft-surface"],
    ),
    set("level", "crate::domain::catalogue::Level", &["base", "hard", "harder"]),
    set("load-place", "crate::domain::catalogue::LoadPlace", &["hands", "each-hand", "shoulders"]),
    set("measure", "crate::domain::catalogue::Measure", &["reps", "seconds", "steps", "rounds", "breaths"]),
    set(
        "muscle",
        "crate::domain::catalogue::Muscle",
        &[
            "glute-max",
            "glute-med",
            "quads",
            "hamstrings",
            "adductors",
            "hip-flexors",
            "calves",
            "tibialis-posterior",
            "foot-intrinsics",
            "abdominals",
            "spinal-erectors",
            "lats",
            "upper-back",
            "pecs",
            "shoulders",
            "obliques",
            "tibialis-anterior",
            "soleus",
            "grip",
        ],
    ),
    set(
        "own-problem",
        "crate::domain::catalogue::OwnProblem",
        &["name", "long-name", "sets", "amount", "rest", "rep", "cues", "long-cue"],
    ),
    set("pain-side", "crate::domain::session::PainSide", &["left", "right", "both"]),
    set(
        "part",
        "crate::domain::catalogue::BodyPart",
        &["foot", "lower-leg", "knee", "thigh", "hip", "back", "arm", "elsewhere"],
    ),
    set("phase", "crate::domain::session::PhaseKind", &["ready", "hold", "reps", "switch", "rest", "wait", "finished"]),
    set("question", "crate::domain::session::ReserveQuestion", &["number", "three"]),
    set(
        "section",
        "crate::domain::place::Section",
        &["today", "exercises", "routines", "plan", "progress", "settings"],
    ),
    set("side", "crate::domain::session::Side", &["right", "left"]),
    set("side-name", "crate::domain::catalogue::SideName", &["leg", "side"]),
    set("side-order", "crate::domain::routine::SideOrder", &["right-first", "left-first", "alternating"]),
    set("sides", "crate::domain::catalogue::Sides", &["both", "per-side", "alternating"]),
    set("stop", "crate::domain::figure::Stop", &["front", "front-quarter", "side", "back-quarter", "back"]),
    set(
        "tag",
        "crate::domain::catalogue::Tag",
        &["impact", "supine", "fall-risk", "deep-knee", "heavy", "quiet", "no-floor"],
    ),
    set("theme", "crate::domain::settings::Theme", &["system", "light", "dark"]),
    set(
        "toggle",
        "crate::domain::settings::Toggle",
        &[
            "voice",
            "tempo",
            "count",
            "flash",
            "vibration",
            "on-silent",
            "pocket",
            "big-digits",
            "wait-for-me",
            "shortcuts",
        ],
    ),
    set("units", "crate::domain::settings::Units", &["metric", "imperial"]),
    set("venue", "crate::domain::settings::Venue", &["home", "hotel", "gym", "track"]),
];

const fn set(argument: &'static str, path: &'static str, values: &'static [&'static str]) -> Set {
    Set { argument, path, values }
}

/// The categories of the plural, as Unicode's CLDR names them.
pub const CATEGORIES: &[&str] = &["zero", "one", "two", "few", "many", "other"];

/// A sentence in parts.
pub type Pattern = Vec<Part>;

/// A part of a sentence.
#[derive(Clone)]
pub enum Part {
    /// Text as it is.
    Text(String),
    /// A text or number that the caller gives.
    Argument(String),
    /// One of several patterns, by an argument.
    Choice(Choice),
}

/// One of several patterns, by an argument.
#[derive(Clone)]
pub struct Choice {
    /// The argument.
    pub by: String,
    /// The pattern for each key.
    pub variants: Vec<(Key, Pattern)>,
    /// The pattern for everything else.
    pub default: Pattern,
}

/// The key of a variant.
#[derive(Clone, PartialEq, Eq)]
pub enum Key {
    /// A category of the plural: "one".
    Category(String),
    /// This very number.
    Exactly(u32),
    /// A value of a set: "left".
    Value(String),
}

/// Reads `path`. A file that is not English is held to the `english` one: it has no other messages and no other arguments, and
/// what it lacks is said in English.
pub fn read(path: &str, text: &str, english: Option<&App>) -> (App, Vec<Fault>) {
    let source = Source::new(path.to_owned(), text.to_owned());
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            source.fault(error.pos.start, error.kind.to_string());
        }
        resource
    });
    let mut reader = Reader { text, source: &source, entries: BTreeMap::new(), english };
    let app = reader.app(&resource);
    (app, source.into_faults())
}

struct Reader<'a> {
    text: &'a str,
    source: &'a Source,
    /// The patterns of messages, and of terms by "-name", to refer to.
    entries: BTreeMap<String, &'a ast::Pattern<&'a str>>,
    english: Option<&'a App>,
}

/// The message that is read.
struct Reading<'a> {
    id: &'a str,
    arguments: BTreeMap<String, Argument>,
    /// Shown as they are; none of them may be a value of a set.
    shown: BTreeSet<String>,
    /// The chain of references down to the message being read.
    within: Vec<String>,
}

impl<'a> Reader<'a> {
    fn app(&mut self, resource: &'a ast::Resource<&'a str>) -> App {
        for entry in &resource.body {
            match entry {
                Entry::Message(ast::Message { id, value: Some(pattern), .. }) => {
                    self.enter(id.name, String::new(), pattern);
                }
                Entry::Term(term) => self.enter(term.id.name, "-".to_owned(), &term.value),
                _ => {}
            }
        }
        let mut places: Vec<Place> = Vec::new();
        for entry in &resource.body {
            match entry {
                Entry::GroupComment(comment) => places.extend(self.place(comment, places.last())),
                Entry::Message(message) => {
                    if let (Some(read), Some(place)) = (self.message(message, places.last()), places.last_mut()) {
                        place.messages.push(read);
                    }
                }
                _ => {}
            }
        }
        App { places }
    }

    fn enter(&mut self, name: &'a str, mark: String, pattern: &'a ast::Pattern<&'a str>) {
        if self.entries.insert(mark + name, pattern).is_some() {
            self.fault(name, format!("\"{name}\" is there twice"));
        }
    }

    /// The section that a group comment opens: "## today: what Today shows".
    fn place(&self, comment: &ast::Comment<&'a str>, before: Option<&Place>) -> Option<Place> {
        let head = comment.content.first().copied().filter(|line| !line.is_empty())?;
        let Some((name, about)) = head.split_once(": ") else {
            self.fault(head, format!("\"## {head}\" must be the head of a place: \"## today: what Today shows\""));
            return None;
        };
        if before.is_some_and(|before| before.name.as_str() >= name) {
            self.fault(head, format!("the section \"{name}\" must stand once and in alphabetical order"));
        }
        if !is_name(name) {
            self.fault(head, format!("\"{name}\" is no name of a place: one word of small letters"));
        }
        Some(Place { name: name.to_owned(), about: about.to_owned(), messages: Vec::new() })
    }

    fn message(&self, message: &ast::Message<&'a str>, place: Option<&Place>) -> Option<Message> {
        let id = message.id.name;
        if let Some(attribute) = message.attributes.first() {
            self.fault(attribute.id.name, format!("\"{id}\" has attributes, which are messages of their own here"));
        }
        let Some(pattern) = &message.value else {
            self.fault(id, format!("\"{id}\" says nothing"));
            return None;
        };
        let Some((of, name)) = id.split_once('-') else {
            self.fault(id, format!("\"{id}\" must be a place and a name: \"today-rest-day\""));
            return None;
        };
        if place.is_none_or(|place| place.name != of) {
            self.fault(id, format!("\"{id}\" must stand in the section \"## {of}: …\""));
        }
        if KEYWORDS.contains(&name) || !name.split('-').all(is_name) {
            self.fault(id, format!("\"{name}\" is no name of a function in Rust: words of small letters and digits"));
        }
        let mut reading =
            Reading { id, arguments: BTreeMap::new(), shown: BTreeSet::new(), within: vec![id.to_owned()] };
        let pattern = self.pattern(pattern, &mut reading);
        let shown = std::mem::take(&mut reading.shown);
        let english = self.english.and_then(|english| english.message(id));
        let only_chooses = |english: &Message| !english.arguments.is_empty() && is_fixed(&english.pattern);
        if english.is_some_and(only_chooses) && !is_fixed(&pattern) {
            self.fault(id, format!("\"{id}\" shows an argument; in {ENGLISH}.ftl it only chooses by it"));
        }
        for name in shown {
            if let Some(Argument::Value(_)) = reading.arguments.get(&name) {
                self.fault(id, format!("\"{id}\" shows ${name}, which it can only choose by"));
            }
            reading.arguments.entry(name).or_insert(Argument::Text);
        }
        self.held_to_english(&mut reading)?;
        Some(Message { id: id.to_owned(), arguments: reading.arguments, pattern })
    }

    /// Gives it the arguments that English has; `None` if English has no such message.
    fn held_to_english(&self, reading: &mut Reading<'a>) -> Option<()> {
        let Some(english) = self.english else { return Some(()) };
        let Some(said) = english.message(reading.id) else {
            self.fault(reading.id, format!("\"{}\" is not in {ENGLISH}.ftl", reading.id));
            return None;
        };
        for (name, is) in &reading.arguments {
            match said.arguments.get(name) {
                None => self.fault(reading.id, format!("\"{}\" has no argument ${name} in {ENGLISH}.ftl", reading.id)),
                Some(Argument::Text) if *is != Argument::Text => {
                    self.fault(reading.id, format!("\"{}\" chooses by ${name}, which is a text", reading.id));
                }
                Some(_) => {}
            }
        }
        reading.arguments.clone_from(&said.arguments);
        Some(())
    }

    fn pattern(&self, pattern: &ast::Pattern<&'a str>, reading: &mut Reading<'a>) -> Pattern {
        let mut parts = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    if value.contains(['\n', '\t', '\r']) || value.contains("  ") {
                        self.fault(value, format!("\"{}\" has a line break, a tab or a space too many", reading.id));
                    }
                    push_text(&mut parts, value);
                }
                PatternElement::Placeable { expression } => {
                    for part in self.placeable(expression, reading) {
                        match part {
                            Part::Text(text) => push_text(&mut parts, &text),
                            other => parts.push(other),
                        }
                    }
                }
            }
        }
        parts
    }

    fn placeable(&self, expression: &Expression<&'a str>, reading: &mut Reading<'a>) -> Pattern {
        match expression {
            Expression::Inline(inline) => self.inline(inline, reading),
            Expression::Select { selector, variants } => {
                self.choice(selector, variants, reading).map(Part::Choice).into_iter().collect()
            }
        }
    }

    fn inline(&self, inline: &InlineExpression<&'a str>, reading: &mut Reading<'a>) -> Pattern {
        match inline {
            InlineExpression::StringLiteral { value } => {
                vec![Part::Text(unescape_unicode_to_string(value).into_owned())]
            }
            InlineExpression::NumberLiteral { value } => vec![Part::Text((*value).to_owned())],
            InlineExpression::VariableReference { id } => {
                reading.shown.insert(snake(id.name));
                vec![Part::Argument(snake(id.name))]
            }
            InlineExpression::FunctionReference { id, arguments } => self.number(id.name, arguments, reading),
            InlineExpression::MessageReference { id, attribute: None } => self.reference(id.name, "", reading),
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                self.reference(id.name, "-", reading)
            }
            InlineExpression::Placeable { expression } => self.placeable(expression, reading),
            InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
                self.fault(id.name, format!("\"{}\" uses what Fluent has and this app has not", reading.id));
                Vec::new()
            }
        }
    }

    /// `NUMBER($count)`.
    fn number(&self, name: &'a str, arguments: &ast::CallArguments<&'a str>, reading: &mut Reading<'a>) -> Pattern {
        let [InlineExpression::VariableReference { id }] = arguments.positional.as_slice() else {
            self.fault(name, format!("\"{}\" calls {name}; there is only NUMBER($argument)", reading.id));
            return Vec::new();
        };
        if name != "NUMBER" || !arguments.named.is_empty() {
            self.fault(name, format!("\"{}\" calls {name}; there is only NUMBER($argument)", reading.id));
        }
        reading.is(id.name, Argument::Number);
        vec![Part::Argument(snake(id.name))]
    }

    /// The text of another message or a term, in its place.
    fn reference(&self, name: &'a str, mark: &str, reading: &mut Reading<'a>) -> Pattern {
        let key = format!("{mark}{name}");
        if reading.within.contains(&key) {
            self.fault(name, format!("\"{}\" says itself", reading.id));
            return Vec::new();
        }
        let Some(pattern) = self.entries.get(&key) else {
            self.fault(name, format!("\"{}\" refers to \"{key}\", which is not there", reading.id));
            return Vec::new();
        };
        reading.within.push(key);
        let said = self.pattern(pattern, reading);
        reading.within.pop();
        said
    }

    fn choice(
        &self,
        selector: &InlineExpression<&'a str>,
        variants: &[ast::Variant<&'a str>],
        reading: &mut Reading<'a>,
    ) -> Option<Choice> {
        let InlineExpression::VariableReference { id } = selector else {
            self.fault(reading.id, format!("\"{}\" can only choose by an argument", reading.id));
            return None;
        };
        let set = SETS.iter().find(|set| set.argument == id.name);
        reading.is(id.name, set.map_or(Argument::Number, Argument::Value));
        let (mut read, mut default) = (Vec::new(), Vec::new());
        for variant in variants {
            let key = self.key(&variant.key, set, reading.id);
            let pattern = self.pattern(&variant.value, reading);
            if variant.default {
                default = pattern;
            } else {
                read.extend(key.map(|key| (key, pattern)));
            }
        }
        if let (Some(set), None) = (set, self.english) {
            let is_said = |value: &&&str| {
                variants.iter().any(|variant| matches!(&variant.key, VariantKey::Identifier { name } if name == *value))
            };
            for value in set.values.iter().filter(|value| !is_said(value)) {
                self.fault(id.name, format!("\"{}\" has no variant [{value}]", reading.id));
            }
        }
        Some(Choice { by: snake(id.name), variants: read, default })
    }

    fn key(&self, key: &VariantKey<&'a str>, set: Option<&Set>, id: &str) -> Option<Key> {
        let (name, read) = match (key, set) {
            (VariantKey::Identifier { name }, Some(set)) => {
                (name, set.values.contains(name).then(|| Key::Value((*name).to_owned())))
            }
            (VariantKey::Identifier { name }, None) => {
                (name, CATEGORIES.contains(name).then(|| Key::Category((*name).to_owned())))
            }
            (VariantKey::NumberLiteral { value }, set) => {
                (value, value.parse().ok().filter(|_| set.is_none()).map(Key::Exactly))
            }
        };
        if read.is_none() {
            let may = set.map_or(CATEGORIES, |set| set.values).join(", ");
            self.fault(name, format!("\"{id}\" has a variant [{name}]; it can be {may}"));
        }
        read
    }

    /// Adds a fault at the line of `part`, which is a piece of the file.
    fn fault(&self, part: &str, sentence: String) {
        let at = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        self.source.fault(at.min(self.text.len()), sentence);
    }
}

impl Reading<'_> {
    /// Says what an argument is.
    fn is(&mut self, name: &str, argument: Argument) {
        self.arguments.insert(snake(name), argument);
    }
}

impl App {
    /// The message of this id.
    pub fn message(&self, id: &str) -> Option<&Message> {
        self.messages().find(|message| message.id == id)
    }

    /// Every message.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.places.iter().flat_map(|place| &place.messages)
    }
}

/// True if a pattern shows no argument: it is one of some texts that are known when the app is built.
pub fn is_fixed(pattern: &Pattern) -> bool {
    pattern.iter().all(|part| match part {
        Part::Text(_) => true,
        Part::Argument(_) => false,
        Part::Choice(choice) => choice.patterns().all(is_fixed),
    })
}

impl Choice {
    /// Its patterns, variant by variant.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        self.variants.iter().map(|(_, pattern)| pattern).chain([&self.default])
    }
}

/// Words that a function of Rust cannot be called by.
const KEYWORDS: &[&str] = &[
    "as", "break", "const", "continue", "else", "enum", "false", "final", "fn", "for", "if", "impl", "in", "let",
    "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static", "struct", "super", "true", "try",
    "type", "use", "where", "while",
];

fn is_name(word: &str) -> bool {
    let small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.chars().all(small)
        || !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}

/// "set-count" as Rust has it: `set_count`.
pub fn snake(name: &str) -> String {
    name.replace('-', "_")
}

fn push_text(parts: &mut Pattern, text: &str) {
    if let Some(Part::Text(before)) = parts.last_mut() {
        before.push_str(text);
    } else {
        parts.push(Part::Text(text.to_owned()));
    }
}
