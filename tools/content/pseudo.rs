//! A language that nobody speaks, to see what is not in `content/`: accented letters, about a third longer, in brackets.

use super::app::{App, Choice, Message, Part, Pattern, Place};
use super::{Content, ENGLISH};

/// The code of the language.
pub const PSEUDO: &str = "en-XA";
/// Its days, months, numbers and plurals are Greek: no letter of theirs is an English one, and its plurals are as ours.
pub const LOCALE: &str = "el";

/// The app's sentences in it.
pub fn app(english: &App) -> App {
    let message = |message: &Message| Message {
        id: message.id.clone(),
        arguments: message.arguments.clone(),
        pattern: framed(&message.pattern),
    };
    let place = |place: &Place| Place {
        name: place.name.clone(),
        about: place.about.clone(),
        messages: place.messages.iter().map(message).collect(),
    };
    App { places: english.places.iter().map(place).collect() }
}

/// Every name and sentence of the exercises, the routines and the advice in it, in the place of English.
pub fn content(content: &mut Content) {
    let line = |text: &mut String| *text = sentence(text);
    for exercise in &mut content.exercises {
        let Some(text) = exercise.texts.get_mut(ENGLISH) else { continue };
        [&mut text.name, &mut text.summary, &mut text.timing, &mut text.why].into_iter().for_each(line);
        text.beats.iter_mut().for_each(|(_, word)| line(word));
        text.levels.iter_mut().flat_map(|level| &mut level.fields).flatten().for_each(line);
    }
    content.routines.iter_mut().for_each(|routine| {
        line(&mut routine.name);
        line(&mut routine.about);
    });
    let advice = &mut content.advice;
    advice.order.iter_mut().flatten().for_each(line);
    for (headline, points, note) in &mut advice.purposes {
        line(headline);
        points.iter_mut().for_each(line);
        line(note);
    }
    line(&mut advice.core.0);
    advice.core.1.iter_mut().for_each(line);
}

/// "Rest" as "[Ŕéšţ ôñé]".
pub fn sentence(text: &str) -> String {
    format!("[{}{}]", accented(text), padding(text.chars().count()))
}

fn framed(pattern: &Pattern) -> Pattern {
    let mut parts = vec![Part::Text("[".to_owned())];
    parts.extend(pattern.iter().map(part));
    parts.push(Part::Text(format!("{}]", padding(length(pattern)))));
    parts
}

fn part(part: &Part) -> Part {
    match part {
        Part::Text(text) => Part::Text(accented(text)),
        Part::Argument(name) => Part::Argument(name.clone()),
        Part::Choice(Choice { by, variants, default }) => Part::Choice(Choice {
            by: by.clone(),
            variants: variants.iter().map(|(key, pattern)| (key.clone(), all(pattern))).collect(),
            default: all(default),
        }),
    }
}

fn all(pattern: &Pattern) -> Pattern {
    pattern.iter().map(part).collect()
}

fn length(pattern: &Pattern) -> usize {
    let length = |part: &Part| match part {
        Part::Text(text) => text.chars().count(),
        Part::Argument(_) => 3,
        Part::Choice(choice) => length(&choice.default),
    };
    pattern.iter().map(length).sum()
}

/// About a third of `length` letters more.
fn padding(length: usize) -> String {
    let words = [" ôñé", " ţŵó", " ţĥŕéé", " ƒóúŕ", " ƒîṽé"];
    words.iter().cycle().take(length.div_ceil(14)).copied().collect()
}

fn accented(text: &str) -> String {
    text.chars().map(letter).collect()
}

#[rustfmt::skip]
fn letter(plain: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const MARKED: &str = "áƀçđéƒĝĥîĵķļɱñóþǫŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÎĴĶĻḾÑÓÞǪŔŠŢÚṼŴẊÝŽ";
    PLAIN.find(plain).and_then(|at| MARKED.chars().nth(at)).unwrap_or(plain)
}
