//! `exercise.toml`: facts, independent of language.

use super::level::{LevelTable, Levels};
use super::table::{Table, Value};
use super::vocabulary::{
    Area, BodyPart, BodyPosition, Intensity, Job, Kind, Kit, LoadPlace, Measure, Muscle, SideName, Sides, Tag,
};

/// The facts of an exercise.
pub struct Facts {
    /// Its position in the order of teaching.
    pub order: u16,
    /// Its type.
    pub kind: Kind,
    /// The body areas in which it is felt.
    pub areas: Vec<Area>,
    /// The muscles that do most of the work.
    pub primary: Vec<Muscle>,
    /// The muscles that help.
    pub secondary: Vec<Muscle>,
    /// The word for a side in its doses.
    pub side: SideName,
    /// The word beside left and right, if it is another one than in the dose.
    pub limb: SideName,
    /// Base, hard, harder.
    pub levels: Vec<LevelFacts>,
}

/// The facts of one level.
pub struct LevelFacts {
    /// The use of the two sides of the body.
    pub sides: Sides,
    /// The kit that it needs.
    pub kit: Vec<Kit>,
    /// The amount of each set.
    pub sets: Vec<u16>,
    /// The unit of the amounts.
    pub counts: Measure,
    /// True if more than the amount is welcome.
    pub or_more: bool,
    /// Seconds of rest between sets.
    pub rest: u16,
    /// The parts of one repetition: id and seconds.
    pub tempo: Vec<(String, u8)>,
    /// The parts of the body that it loads.
    pub loads: Vec<BodyPart>,
    /// Facts about the place or the person that it suits.
    pub tags: Vec<Tag>,
    /// Its numbers in the FIT format of watches: category, and exercise of it. Empty if the format has none.
    pub watch: Vec<u16>,
    /// The jobs that it does for a runner.
    pub jobs: Vec<Job>,
    /// The position of the body.
    pub position: BodyPosition,
    /// The effort that its dose asks for.
    pub intensity: Intensity,
    /// The usual place of a weight, where it can be done with one.
    pub weight: Option<LoadPlace>,
}

impl LevelFacts {
    /// Seconds that each repetition is held: those of the beat "hold".
    pub fn hold(&self) -> u8 {
        self.tempo.iter().find(|(beat, _)| beat == "hold").map_or(0, |(_, seconds)| *seconds)
    }

    /// Seconds of one repetition; 0 if the clock ends the set.
    pub fn repetition(&self) -> u16 {
        self.tempo.iter().map(|(_, seconds)| u16::from(*seconds)).sum()
    }
}

/// Reads the file.
pub fn read(file: &Table<'_>) -> Option<Facts> {
    let order = file.need("order").and_then(|value| value.whole(1..=999));
    let kind = file.need("kind").and_then(|value| value.one_of(&slugs(Kind::ALL, Kind::slug)));
    let areas = file.need("areas").map(|value| some_of(&value, &slugs(Area::ALL, Area::slug)));
    let muscles = slugs(Muscle::ALL, Muscle::slug);
    let primary = file.need("primary").map(|value| some_of(&value, &muscles));
    let secondary = file.need("secondary").map(|value| some_of(&value, &muscles));
    let side = file.need("side").and_then(|value| value.one_of(&slugs(SideName::ALL, SideName::slug)));
    let limb = file.get("limb").map_or(side, |value| value.one_of(&slugs(SideName::ALL, SideName::slug)));
    let levels = Levels::of(file);
    let read: Vec<_> = levels.each(level).into_iter().flatten().collect();
    levels.finish();
    let whole = read.len() == 3;
    let facts = Facts {
        order: order?,
        kind: kind?,
        areas: areas?,
        primary: primary?,
        secondary: secondary?,
        side: side?,
        limb: limb?,
        levels: read,
    };
    whole.then_some(facts)
}

fn level(table: &LevelTable<'_, '_>) -> Option<LevelFacts> {
    let sides = table.need("sides").and_then(|value| value.one_of(&slugs(Sides::ALL, Sides::slug)));
    let kit = table.get("kit").map_or_else(Vec::new, |value| set_of(&value, &slugs(Kit::ALL, Kit::slug)));
    let sets = table.need("sets").map(|value| filled(&value).iter().filter_map(|set| set.whole(1..=999)).collect());
    let counts = table.need("counts").and_then(|value| value.one_of(&slugs(Measure::ALL, Measure::slug)));
    let or_more = table.get("or-more").is_some_and(|value| value.flag() == Some(true));
    let rest = table.need("rest").and_then(|value| value.whole(1..=900));
    let tempo: Vec<_> =
        table.get("tempo").map_or_else(Vec::new, |value| value.list().iter().filter_map(beat).collect());
    let loads = table.need("loads").map(|value| full_set_of(&value, &slugs(BodyPart::ALL, BodyPart::slug)));
    let watch = table.get("watch").map_or_else(Vec::new, |value| watch_numbers(&value));
    let tags = table.need("tags").map(|value| full_set_of(&value, &slugs(Tag::ALL, Tag::slug)))?;
    let jobs = table.get("jobs").map_or_else(Vec::new, |value| set_of(&value, &slugs(Job::ALL, Job::slug)));
    let position = position(table, &tags);
    let intensity = intensity(table, &tags);
    let weight = table.get("weight").and_then(|value| value.one_of(&slugs(LoadPlace::ALL, LoadPlace::slug)));
    let has = |piece: Kit| kit.contains(&piece);
    let jumps = tags.contains(&Tag::Impact);
    if weight.is_some() && (jumps || has(Kit::LoopBand) || has(Kit::LongBand)) {
        let why = if jumps { "jumps" } else { "has a band" };
        table.own.fault(format!("{} {why} and has a \"weight\"", table.own.called()));
    }
    if weight.is_none() && has(Kit::Kettlebell) {
        table.own.fault(format!("{} has a kettlebell and no \"weight\"", table.own.called()));
    }
    let counts = counts?;
    if tempo.is_empty() != (counts == Measure::Seconds) {
        let fault = if tempo.is_empty() { "has no \"tempo\"" } else { "counts seconds and has a \"tempo\"" };
        table.own.fault(format!("{} {fault}", table.own.called()));
    }
    Some(LevelFacts {
        sides: sides?,
        kit,
        sets: sets?,
        counts,
        or_more,
        rest: rest?,
        tempo,
        loads: loads?,
        tags,
        watch,
        jobs,
        position: position?,
        intensity: intensity?,
        weight,
    })
}

/// The category, and the exercise of it where the format has one.
fn watch_numbers(value: &Value<'_>) -> Vec<u16> {
    let numbers: Vec<_> = filled(value).iter().filter_map(|number| number.whole(0..=9999)).collect();
    if numbers.len() > 2 {
        value.fails::<()>("has more than a category and an exercise");
    }
    numbers
}

/// The position at a level, which the tags tell where they can.
fn position(table: &LevelTable<'_, '_>, tags: &[Tag]) -> Option<BodyPosition> {
    match table.get("position") {
        Some(value) => value.one_of(&slugs(BodyPosition::ALL, BodyPosition::slug)),
        None if tags.contains(&Tag::Supine) => Some(BodyPosition::Supine),
        None if tags.contains(&Tag::NoFloor) => Some(BodyPosition::Standing),
        None => {
            table.need("position");
            None
        }
    }
}

/// The effort at a level: moderate, if nothing is said; with jumps it is always demanding.
fn intensity(table: &LevelTable<'_, '_>, tags: &[Tag]) -> Option<Intensity> {
    let usual = if tags.contains(&Tag::Impact) { Intensity::Demanding } else { Intensity::Moderate };
    let Some(value) = table.get("intensity") else { return Some(usual) };
    let intensity = value.one_of(&slugs(Intensity::ALL, Intensity::slug))?;
    if usual == Intensity::Demanding && intensity != usual {
        return value.fails("is less than \"demanding\", and the level jumps");
    }
    Some(intensity)
}

/// "down 2": a beat's id, and its seconds.
fn beat(value: &Value<'_>) -> Option<(String, u8)> {
    let text = value.text()?;
    let parts = text.split_once(' ').and_then(|(beat, seconds)| Some((beat, seconds.parse::<u8>().ok()?)));
    match parts {
        Some((beat, seconds @ 1..)) => Some((beat.to_owned(), seconds)),
        _ => value.fails(&format!("is \"{text}\"; a beat is a word and its seconds, as in \"down 2\"")),
    }
}

/// Every value of a vocabulary beside its slug.
pub fn slugs<T: Copy>(all: &[T], slug: impl Fn(T) -> &'static str) -> Vec<(&'static str, T)> {
    all.iter().map(|value| (slug(*value), *value)).collect()
}

/// A list with at least one entry.
fn filled<'a>(value: &Value<'a>) -> Vec<Value<'a>> {
    let list = value.list();
    if list.is_empty() && value.is_list() {
        value.fails::<()>("is empty");
    }
    list
}

/// The values of a list in its own order, at least one.
fn some_of<T: Copy>(value: &Value<'_>, known: &[(&str, T)]) -> Vec<T> {
    filled(value).iter().filter_map(|item| item.one_of(known)).collect()
}

/// The values of a list in the vocabulary's order; one that is listed twice is a fault.
fn set_of<T: Copy>(value: &Value<'_>, known: &[(&str, T)]) -> Vec<T> {
    let items = value.list();
    let listed: Vec<_> = items.iter().filter(|item| item.one_of(known).is_some()).filter_map(Value::text).collect();
    if listed.iter().any(|name| listed.iter().filter(|other| *other == name).count() > 1) {
        value.fails::<()>("names something twice");
    }
    known.iter().filter(|(name, _)| listed.contains(name)).map(|(_, value)| *value).collect()
}

fn full_set_of<T: Copy>(value: &Value<'_>, known: &[(&str, T)]) -> Vec<T> {
    filled(value);
    set_of(value, known)
}
