//! Links of version 2: `2`, then bytes in letters. They have everything of a routine but its id and its keys. Version 3 is the
//! same with loads, or with blocks by the clock; version 4 the same with own exercises, whose definitions are at its end (`own`);
//! version 5 with orders of sides, tempos, ladders, as many rounds as fit or breaths, and definitions at its end if there are own
//! exercises. Each is written only where there are any: a program that knows only older versions calls it newer.
//!
//! Bytes: name; number of blocks and a mark, note if marked; items, or for each block its kind and a mark, rounds and rest if in
//! turn, clock if it has one, ladder if marked, note if marked, items; definitions; checksum. An item: marks and level, in version 5
//! further marks, exercise, sets, rest, amounts, note, load, tempo, each only where it differs from the item before. A weight is its
//! place + 3 × its unit + 6 × its tenths; a band is 0, its colour and its name. An exercise is the digest of its slug; one that this
//! version does not know, or of the runner's own, is spelled.

use super::{MOST_ENCODED, UnreadableLink, own};
use crate::domain::catalogue;
use crate::domain::catalogue::{BandColor, Level, LoadPlace, Units};
use crate::domain::compact::{CodeReader, CodeWriter, digest, value};
use crate::domain::load::{Band, Load, MAX_BAND_NAME, Weight};
use crate::domain::name::visible;
use crate::domain::percent;
use crate::domain::routine::{
    Block, BlockKind, Item, MAX_BEATS, MAX_BLOCKS, MAX_ITEMS, MAX_NAME, MAX_PLAN_NOTE, MAX_REST, MAX_ROUNDS,
    OPEN_CLOCK, Routine, SideOrder, plan_note,
};
use crate::domain::units::{Amount, Seconds};

/// The longest text that is searched.
const LONGEST: usize = 100_000;
/// The largest number of places in a text that are tried.
const MOST_TRIED: usize = 20;

/// A link of a later version has more letters than this.
const SHORTEST: usize = 15;

/// Marks of an item, beside its level in the lowest two bits.
const REST: u8 = 1 << 2;
const AMOUNTS: u8 = 1 << 3;
const SETS: u8 = 1 << 4;
const SPELLED: u8 = 1 << 5;
const NOTE: u8 = 1 << 6;
const LOAD: u8 = 1 << 7;
/// The mark of a tempo, beside the place of the order of sides, from 1, in the lowest two bits.
const TEMPO: u8 = 1 << 2;
/// The mark of a block's note, beside its kind; in version 5 it is the highest bit.
const BLOCK_NOTE: u8 = 1 << 3;
const WIDE_NOTE: u8 = 1 << 7;
/// The mark of a ladder, in version 5.
const LADDER: u8 = 1 << 6;

/// The text of `routine` for a link.
#[must_use]
pub fn encode(routine: &Routine) -> String {
    let mut out = CodeWriter::default();
    out.text(&routine.name);
    out.count(routine.blocks.len() << 1 | usize::from(!routine.note.is_empty()));
    write_note(&mut out, &routine.note);
    let (mut before, has_more) = (Before::default(), routine.is_of_version_4());
    for block in routine.parts() {
        if !routine.blocks.is_empty() {
            let note = mark(!block.note.is_empty(), if has_more { WIDE_NOTE } else { BLOCK_NOTE });
            out.byte(position(BlockKind::ALL, block.kind) | note | mark(block.ladder != 0, LADDER));
            if block.kind.is_in_turn() {
                out.number(block.rounds.into());
                out.number(block.rest.0.into());
                if block.kind.has_clock() {
                    out.number(block.clock.0.into());
                }
                if block.ladder != 0 {
                    out.byte(block.ladder.to_le_bytes()[0]);
                }
                before.sets = block.rounds.into();
            }
            write_note(&mut out, &block.note);
        }
        out.count(routine.items_of(block.key).count());
        routine.items_of(block.key).for_each(|item| write_item(&mut out, item, &mut before, has_more));
    }
    let has_own = own::has_own(routine);
    if has_own || has_more {
        own::write(&mut out, routine);
    }
    out.finish(version(routine, has_own), digest)
}

/// The lowest version that has everything of `routine`.
fn version(routine: &Routine, has_own: bool) -> &'static str {
    match (routine.is_of_version_4(), has_own, routine.is_of_version_3()) {
        (true, ..) => "5",
        (_, true, _) => "4",
        (.., true) => "3",
        (.., false) => "2",
    }
}

/// The sets and the rest of the item before.
struct Before {
    sets: usize,
    rest: Seconds,
}

impl Default for Before {
    fn default() -> Self {
        Self { sets: 1, rest: Seconds(0) }
    }
}

const fn mark(is: bool, mark: u8) -> u8 {
    if is { mark } else { 0 }
}

fn write_note(out: &mut CodeWriter, note: &str) {
    if !note.is_empty() {
        out.text(note);
    }
}

fn write_item(out: &mut CodeWriter, item: &Item, before: &mut Before, has_more: bool) {
    let same = item.targets.iter().all(|target| *target == item.targets[0]);
    let marks = mark(item.rest != before.rest, REST)
        | mark(!same, AMOUNTS)
        | mark(item.targets.len() != before.sets, SETS)
        | mark(is_spelled(item), SPELLED)
        | mark(!item.note.is_empty(), NOTE)
        | mark(item.load.is_some(), LOAD);
    out.byte(position(Level::ALL, item.level) | marks);
    if has_more {
        let order = item.side_order.map_or(0, |order| position(SideOrder::ALL, order) + 1);
        out.byte(order | mark(!item.tempo.is_empty(), TEMPO));
    }
    if is_spelled(item) {
        out.text(&item.exercise);
    } else {
        out.digest(&item.exercise);
    }
    if marks & SETS > 0 {
        out.count(item.targets.len());
    }
    if marks & REST > 0 {
        out.number(item.rest.0.into());
    }
    let amounts = if same { &item.targets[..1] } else { &item.targets };
    for amount in amounts {
        out.number(amount.get().into());
    }
    write_note(out, &item.note);
    if let Some(load) = &item.load {
        write_load(out, load);
    }
    if !item.tempo.is_empty() {
        out.count(item.tempo.len());
        item.tempo.iter().for_each(|seconds| out.byte(*seconds));
    }
    (before.sets, before.rest) = (item.targets.len(), item.rest);
}

fn is_spelled(item: &Item) -> bool {
    item.known().is_none() || catalogue::is_own(&item.exercise)
}

fn write_load(out: &mut CodeWriter, load: &Load) {
    match load {
        Load::Weight(weight, place) => {
            let unit = u64::from(position(Units::ALL, weight.unit));
            out.number(u64::from(position(LoadPlace::ALL, *place)) + 3 * unit + 6 * u64::from(weight.tenths()));
        }
        Load::Band(band) => {
            out.byte(0);
            out.byte(position(BandColor::ALL, band.color));
            out.text(&band.name);
        }
    }
}

/// The routine in `text`; it gets the id `id`.
pub(super) fn read(text: &str, id: &str) -> Result<Routine, UnreadableLink> {
    if text.len() > LONGEST {
        return Err(UnreadableLink::Damaged);
    }
    if text.starts_with(|sign| ('6'..='9').contains(&sign))
        && text.len() > SHORTEST
        && text.chars().all(|sign| value(sign).is_some())
    {
        return Err(UnreadableLink::Newer);
    }
    let mut text = text.replace("=\r\n", "").replace("=\n", "");
    for _ in 0..=MOST_ENCODED {
        for code in codes(&text) {
            match read_code(code, id) {
                Err(UnreadableLink::Damaged | UnreadableLink::Empty) => {}
                read => return read,
            }
        }
        let decoded = percent::decode(&text);
        if decoded == text {
            break;
        }
        text = decoded;
    }
    Err(UnreadableLink::Damaged)
}

/// The possible beginnings of a code: the beginning of the text, then after each `#`.
fn codes(text: &str) -> impl Iterator<Item = &str> {
    let first = text.trim_start_matches(|sign: char| !sign.is_ascii_alphanumeric());
    let behind = text.match_indices('#').map(|(at, _)| &text[at + 1..]);
    std::iter::once(first).chain(behind).take(MOST_TRIED)
}

fn read_code(code: &str, id: &str) -> Result<Routine, UnreadableLink> {
    let mut signs = code.chars().filter(|sign| !is_between(*sign));
    let written = signs.next().filter(|sign| ('2'..='5').contains(sign)).ok_or(UnreadableLink::Damaged)?;
    let mut from = CodeReader::of(signs);
    let mut is_known = true;
    let read = routine(&mut from, id, written == '5', &mut is_known).and_then(|routine| {
        let own = if written >= '4' { own::read(&mut from, &routine, &mut is_known)? } else { Vec::new() };
        from.is_whole().then_some((routine, own))
    });
    match read {
        None => Err(UnreadableLink::Damaged),
        Some(_) if !is_known => Err(UnreadableLink::Newer),
        // A version that is not needed is not ours.
        Some((routine, own)) if !version(&routine, !own.is_empty()).starts_with(written) => Err(UnreadableLink::Newer),
        Some((routine, _)) if routine.items.is_empty() => Err(UnreadableLink::Damaged),
        Some((routine, own)) => {
            own.iter().for_each(catalogue::define_received);
            Ok(routine)
        }
    }
}

/// True for the signs that mail puts between the letters of a link: line breaks, quotation marks, invisible ones.
const fn is_between(sign: char) -> bool {
    matches!(sign, ' ' | '\r' | '\n' | '\t' | '>' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn routine(from: &mut CodeReader, id: &str, has_more: bool, is_known: &mut bool) -> Option<Routine> {
    let mut routine = Routine::empty(id.to_owned(), &visible(from.text(MAX_NAME)?));
    let head = from.small::<usize>()?;
    routine.note = read_note(from, head & 1 > 0)?;
    let blocks = Some(head >> 1).filter(|blocks| *blocks <= MAX_BLOCKS)?;
    let mut before = Before::default();
    for key in 0..u32::try_from(blocks.max(1)).ok()? {
        if blocks > 0 {
            let block = block(from, key, has_more)?;
            if block.kind.is_in_turn() {
                before.sets = block.rounds.into();
            }
            routine.blocks.push(block);
        }
        for _ in 0..from.number()? {
            let at = u32::try_from(routine.items.len()).ok().filter(|_| routine.items.len() < MAX_ITEMS)?;
            let item = item(from, &mut before, has_more, is_known)?;
            routine.items.push(Item { key: at, block: key, ..item });
        }
    }
    Some(routine.settled())
}

fn block(from: &mut CodeReader, key: u32, has_more: bool) -> Option<Block> {
    let head = from.byte()?;
    let (kinds, note) = if has_more { (LADDER - 1, WIDE_NOTE) } else { (BLOCK_NOTE - 1, BLOCK_NOTE) };
    let mut block = Block::new(key, *BlockKind::ALL.get(usize::from(head & kinds))?);
    if block.kind.is_in_turn() {
        block.rounds = u8::try_from(from.up_to(MAX_ROUNDS.into())?).ok()?;
        block.rest = Seconds(from.up_to(MAX_REST)?);
        if block.kind.has_clock() {
            block.clock = Seconds(from.up_to(*OPEN_CLOCK.end())?);
        }
        if has_more && head & LADDER > 0 {
            block.ladder = i8::from_le_bytes([from.byte()?]);
        }
    }
    block.note = read_note(from, head & note > 0)?;
    Some(block)
}

fn item(from: &mut CodeReader, before: &mut Before, has_more: bool, is_known: &mut bool) -> Option<Item> {
    let marks = from.byte()?;
    let more = if has_more { from.byte().filter(|more| *more < TEMPO << 1)? } else { 0 };
    let level = *Level::ALL.get(usize::from(marks & 3))?;
    let exercise = if marks & SPELLED > 0 {
        from.text(60).filter(|slug| catalogue::is_slug(slug))?
    } else {
        let number = from.digest()?;
        let found = catalogue::briefs().iter().find(|exercise| digest(exercise.id.as_bytes()) == number);
        *is_known &= found.is_some();
        found.map_or("", |exercise| exercise.id).to_owned()
    };
    if marks & SETS > 0 {
        before.sets = usize::try_from(from.up_to(MAX_ROUNDS.into())?).ok().filter(|sets| *sets > 0)?;
    }
    if marks & REST > 0 {
        before.rest = Seconds(from.up_to(MAX_REST)?);
    }
    let mut amount = || Amount::new(from.small()?).ok();
    let targets = if marks & AMOUNTS > 0 {
        (0..before.sets).map(|_| amount()).collect::<Option<Vec<_>>>()?
    } else {
        vec![amount()?; before.sets]
    };
    let note = read_note(from, marks & NOTE > 0)?;
    let load = if marks & LOAD > 0 { Some(read_load(from)?) } else { None };
    let side_order = match usize::from(more & (TEMPO - 1)) {
        0 => None,
        place => Some(*SideOrder::ALL.get(place - 1)?),
    };
    let beats = if more & TEMPO > 0 { from.small().filter(|beats| *beats <= MAX_BEATS)? } else { 0 };
    let tempo = (0..beats).map(|_| from.byte()).collect::<Option<Vec<_>>>()?;
    let read = Item {
        key: 0,
        exercise,
        level,
        targets,
        rest: before.rest,
        block: 0,
        note,
        load,
        side_order,
        tempo,
        clock: None,
    };
    // An exercise that only a later version knows decides on its tempo there.
    let checked = read.checked_tempo(&read.tempo);
    (checked == read.tempo).then_some(read)
}

fn read_load(from: &mut CodeReader) -> Option<Load> {
    let number = from.number()?;
    if number == 0 {
        let color = *BandColor::ALL.get(usize::from(from.byte()?))?;
        return Some(Load::Band(Band::named(color, &from.text(MAX_BAND_NAME)?)));
    }
    let at = |number: u64| usize::try_from(number).ok();
    let unit = *Units::ALL.get(at(number / 3 % 2)?)?;
    let weight = Weight::new(u16::try_from(number / 6).ok()?, unit)?;
    Some(Load::Weight(weight, *LoadPlace::ALL.get(at(number % 3)?)?))
}

fn read_note(from: &mut CodeReader, is_there: bool) -> Option<String> {
    if is_there { Some(plan_note(&from.text(MAX_PLAN_NOTE)?)) } else { Some(String::new()) }
}

/// The position of a value in the order of its kind, which is never changed.
pub(super) fn position<T: Copy + PartialEq>(all: &[T], value: T) -> u8 {
    all.iter().position(|other| *other == value).and_then(|at| u8::try_from(at).ok()).unwrap_or(0)
}
