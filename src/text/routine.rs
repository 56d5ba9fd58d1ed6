//! A routine in the few words that a button has room for.

use super::{Sentence, count, load, number, planned, share, shared, units, vocabulary};
use crate::domain::catalogue::{self, Kit, Level, LoadKind, Measure, Sides};
use crate::domain::name::isolated;
use crate::domain::routine::{Block, BlockKind, Item, MAX_ITEMS, Replaced, Routine, UnreadableLink, estimate};

pub use super::app::routine::*;

/// The words on the button that starts it: "Start · 6 min · no kit".
#[must_use]
pub fn start_button(routine: &Routine) -> String {
    let kit = match routine.kit().as_slice() {
        [] => no_kit().to_owned(),
        [one] => in_sentence(*one),
        [one, other] => two_kits(&in_sentence(*one), &in_sentence(*other)),
        more => many_kits(count(more.len())),
    };
    start(&kit, &units::minutes_of(estimate(routine)))
}

/// Whole minutes: "6 min", "0 min" for an empty routine.
#[must_use]
pub fn minutes(routine: &Routine) -> String {
    if routine.items.is_empty() { units::minutes(0) } else { units::minutes_of(estimate(routine)) }
}

/// A piece of kit in mid-sentence: "loop band", but "BOSU".
fn in_sentence(kit: Kit) -> String {
    let mut words = vocabulary::kit(kit).to_owned();
    if words.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase) {
        words[..1].make_ascii_lowercase();
    }
    words
}

/// "3 × 10 reps each side", "10, 8 reps each side".
#[must_use]
pub fn dose_words(item: &Item) -> String {
    let (most, amounts) = amounts_words(item);
    let sides = if item.is_mirrored() { Sides::PerSide } else { item.sides() };
    dose(most.into(), &amounts, item.measure(), sides)
}

/// "3 × 30 s", "3 × 10 · Hard": the dose in few letters, and the level above the first.
#[must_use]
pub fn short_words(item: &Item) -> String {
    let (_, amounts) = amounts_words(item);
    let dose = short_dose(&amounts, item.measure());
    if item.level == Level::Base { dose } else { short_level(vocabulary::level(item.level), &dose) }
}

/// The exercise, and its level above the first: "Lunge · Hard".
#[must_use]
pub fn item_words(item: &Item) -> String {
    let name = item.name();
    if item.level == Level::Base { name } else { short_level(vocabulary::level(item.level), &name) }
}

/// The largest amount, and all of them: "3 × 10", "10, 8".
fn amounts_words(item: &Item) -> (u16, String) {
    let targets = item.amounts();
    let first = targets.first().map_or(1, |amount| amount.get());
    let most = targets.iter().map(|amount| amount.get()).max().unwrap_or(first);
    let amounts = if targets.iter().all(|amount| amount.get() == first) {
        match targets.len() {
            1 => number(first.into()),
            sets => amounts(first.into(), count(sets)),
        }
    } else {
        // Not joined by the library: that is a kilobyte of the first load.
        targets.iter().fold(String::new(), |mut list, amount| {
            if !list.is_empty() {
                list.push_str(", ");
            }
            list.push_str(&number(amount.get().into()));
            list
        })
    };
    (most, amounts)
}

/// The rounds of a block and its rests: "3 rounds", "40 s work", "20 s rest". Nothing for a block without rounds.
#[must_use]
pub fn block_words(block: &Block) -> Vec<String> {
    let (rest, clock) = (units::spoken(block.rest), units::spoken(block.clock));
    let rounds = rounds(block.rounds.into());
    let mut words = match block.kind {
        BlockKind::WarmUp | BlockKind::Main | BlockKind::CoolDown => Vec::new(),
        BlockKind::Superset | BlockKind::Circuit => vec![rounds, round_rest(&rest)],
        BlockKind::Intervals => vec![rounds, interval_work(&clock), planned::rest(&rest)],
        BlockKind::EveryMinute => vec![rounds, one_every(&clock)],
        BlockKind::Flow if block.rounds > 1 => vec![rounds, one_breath(&clock)],
        BlockKind::MirroredFlow if block.rounds > 2 => vec![rounds, one_breath(&clock)],
        BlockKind::Flow | BlockKind::MirroredFlow => vec![one_breath(&clock)],
        BlockKind::AsManyRounds if block.rest.0 > 0 => vec![units::minutes_of(block.clock), round_rest(&rest)],
        BlockKind::AsManyRounds => vec![units::minutes_of(block.clock)],
    };
    if block.ladder != 0 {
        words.push(ladder(&ladder_words(block.ladder)));
    }
    words
}

/// The order of the sides and the tempo of an item, where the plan has them: "Left first", "tempo 3-1-2".
#[must_use]
pub fn plan_words(item: &Item) -> [Option<String>; 2] {
    let order = item.side_order.filter(|_| item.sides() == Sides::PerSide);
    let seconds = item.tempo.iter().fold(String::new(), |mut list, seconds| {
        if !list.is_empty() {
            list.push('-');
        }
        list.push_str(&number((*seconds).into()));
        list
    });
    let has_tempo = !seconds.is_empty() && !matches!(item.measure(), Measure::Seconds | Measure::Breaths);
    [order.map(|order| vocabulary::order(order).to_owned()), has_tempo.then(|| tempo(&seconds))]
}

/// The step of a ladder with its sign: "+2", "−1", "0".
#[must_use]
pub fn ladder_words(step: i8) -> String {
    let sign = match step {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    [sign, &number(step.unsigned_abs().into())].concat()
}

/// The load of an item, or that there is none.
fn load_words(item: &Item) -> String {
    let kind = item.load_kind().unwrap_or(LoadKind::Band);
    load::chosen(item.load.as_ref(), kind)
}

/// The level of an item by what it is: "Jump squats". Nothing for an exercise that this version does not know, or
/// that has one level.
#[must_use]
pub fn level_title(item: &Item) -> Option<&'static str> {
    Some(catalogue::find(&item.exercise)?.at(item.level).title).filter(|title| !title.is_empty())
}

/// A routine as a text for people, with its parts, its notes, and its `link` at the end.
#[must_use]
pub fn as_text(routine: &Routine, link: &str) -> String {
    let mut text = [routine.title(), "\n"].concat();
    push_note(&mut text, &routine.note);
    let mut number = 0;
    for block in routine.parts() {
        text.push('\n');
        if !routine.blocks.is_empty() {
            text.push_str(&block_line(block));
            text.push('\n');
            push_note(&mut text, &block.note);
        }
        for item in routine.items_of(block.key) {
            number += 1;
            let by_clock = item.clock.and_then(|_| block_words(block).pop());
            let rest = by_clock.unwrap_or_else(|| planned::rest(&units::spoken(item.rest)));
            let name = item.name();
            let name = level_title(item).map_or_else(|| name.clone(), |level| share::file_exercise(&name, level));
            let load = item.load.as_ref().map(|load| [", ", &load::words(load)].concat()).unwrap_or_default();
            let more = plan_words(item).into_iter().flatten().fold(load, |more, words| more + ", " + &words);
            text.push_str(&share::file_line(&(dose_words(item) + &more), &name, number, &rest));
            text.push('\n');
            push_note(&mut text, &item.note);
        }
    }
    text.push_str(&["\n", share::file_end(), "\n", link, "\n"].concat());
    text
}

/// A part of a routine: "Warm-up", "Circuit: 3 rounds, 60 s between rounds".
fn block_line(block: &Block) -> String {
    let kind = vocabulary::block(block.kind);
    match block_words(block).join(", ") {
        words if words.is_empty() => kind.to_owned(),
        words => share::file_block(kind, &words),
    }
}

fn push_note(text: &mut String, note: &str) {
    if !note.is_empty() {
        text.push_str(note);
        text.push('\n');
    }
}

/// The name of its file, which ends with `end`: "mainspring-hill-day.txt".
#[must_use]
pub fn file_name(routine: &Routine, end: &str) -> String {
    let words = routine.title().to_lowercase();
    let words = words.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold("mainspring".to_owned(), |name, word| name + "-" + word) + end
}

/// A change made elsewhere and replaced by a later one.
#[must_use]
pub fn replaced(replaced: &Replaced) -> String {
    match replaced {
        Replaced::Name(name) => replaced_name(&isolated(name)),
        Replaced::Order => replaced_order().to_owned(),
        Replaced::Level(row, level) => replaced_level(vocabulary::level(*level), row),
        Replaced::Amounts(row) => replaced_amounts(&dose_words(row), &row.name()),
        Replaced::Rest(row, seconds) => replaced_rest(row, *seconds),
        Replaced::Row(row) => replaced_row(row),
        Replaced::Block => replaced_block().to_owned(),
        Replaced::Note(note) => replaced_note(&isolated(note)),
        Replaced::Load(row) => replaced_load(&load_words(row), &row.name()),
        Replaced::NoRoom(row) => no_room(count(MAX_ITEMS), row),
    }
}

impl Sentence for UnreadableLink {
    fn sentence(&self) -> String {
        let words = match self {
            Self::Empty => shared::link_empty(),
            Self::Newer => shared::link_newer(),
            Self::Damaged => shared::link_damaged(),
        };
        words.to_owned()
    }
}
