//! Search and filter of the exercises, and the filter's form in a link.
//! Knows no browser; case is folded in ASCII only, because Unicode tables would be most of its size.

use super::{Area, Exercise, Kind, Kit, Level, Muscle, Muscles, Sides, Variation, all, own_exercises};
use crate::domain::percent;

/// The filter of the list. The default matches everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all be found, in any order.
    pub text: String,
    /// Only this type.
    pub kind: Option<Kind>,
    /// Only exercises with this piece of kit.
    pub kit: Option<Kit>,
    /// Only exercises without kit.
    pub no_kit: bool,
    /// Only exercises for this area.
    pub area: Option<Area>,
    /// Only exercises that use the sides in this way.
    pub sides: Option<Sides>,
    /// Only this level.
    pub level: Option<Level>,
    /// Only exercises with a star; who asks knows which have one.
    pub starred: bool,
    /// Only the runner's own exercises.
    pub own: bool,
}

impl Filter {
    /// The filter in a link's query, with or without its question mark. Unknown names and values are ignored.
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let mut filter = Self::default();
        for pair in query.strip_prefix('?').unwrap_or(query).split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = percent::decode(value);
            match name {
                "q" => filter.text = value,
                "type" => filter.kind = Kind::from_slug(&value).or(filter.kind),
                "kit" if value == NO_KIT => filter.no_kit = true,
                "kit" => filter.kit = Kit::from_slug(&value).or(filter.kit),
                "area" => filter.area = Area::from_slug(&value).or(filter.area),
                "sides" => filter.sides = Sides::from_slug(&value).or(filter.sides),
                "level" => filter.level = Level::from_slug(&value).or(filter.level),
                "starred" => filter.starred = true,
                "own" => filter.own = true,
                _ => {}
            }
        }
        filter
    }

    /// The filter as a link's query, without the question mark; empty if nothing is filtered.
    #[must_use]
    pub fn to_query(&self) -> String {
        let pairs = [
            ("q", Some(self.text.as_str()).filter(|text| !text.is_empty())),
            ("type", self.kind.map(Kind::slug)),
            ("kit", self.kit.map(Kit::slug)),
            ("kit", self.no_kit.then_some(NO_KIT)),
            ("area", self.area.map(Area::slug)),
            ("sides", self.sides.map(Sides::slug)),
            ("level", self.level.map(Level::slug)),
            ("starred", self.starred.then_some("1")),
            ("own", self.own.then_some("1")),
        ];
        let mut query = String::new();
        for (name, value) in pairs {
            let Some(value) = value else { continue };
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(name);
            query.push('=');
            query.push_str(&percent::encode(value));
        }
        query
    }

    /// True if the filter matches everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { text: _, kind, kit, no_kit, area, sides, level, starred, own } = self;
        self.words().next().is_none()
            && !(*no_kit || *starred || *own)
            && (kind, kit, area, sides, level) == (&None, &None, &None, &None, &None)
    }

    /// The words of the text.
    fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split_ascii_whitespace()
    }
}

/// The words of the closed sets that are searched besides the texts of the exercises.
#[derive(Clone, Copy, Debug)]
pub struct SetWords {
    /// Of a type.
    pub kind: fn(Kind) -> &'static str,
    /// Of a muscle.
    pub muscle: fn(Muscle) -> &'static str,
    /// Of a region of the body.
    pub area: fn(Area) -> &'static str,
    /// Of a piece of kit.
    pub kit: fn(Kit) -> &'static str,
}

/// Every exercise that matches `filter`, the runner's own with them: those with the words in their name first, each part in teaching
/// order after the own ones.
#[must_use]
pub fn search(filter: &Filter, words: &SetWords) -> Vec<&'static Exercise> {
    let found =
        own_exercises().into_iter().chain(all().iter().copied()).filter(|exercise| matches(exercise, filter, words));
    let (mut named, others): (Vec<_>, Vec<_>) =
        found.partition(|exercise| filter.words().all(|word| holds(exercise.name, word)));
    named.extend(others);
    named
}

/// True if `exercise` matches: its type, its area, its words, and one level that fits all the rest.
#[must_use]
pub fn matches(exercise: &Exercise, filter: &Filter, words: &SetWords) -> bool {
    filter.kind.is_none_or(|kind| exercise.kind == kind)
        && (!filter.own || exercise.is_own())
        && (filter.level.is_none_or(|level| level == Level::Base) || !exercise.is_own())
        && filter.area.is_none_or(|area| exercise.areas.contains(&area))
        && levels(filter).iter().any(|level| fits(exercise.at(*level), filter))
        && filter.words().all(|word| speaks_of(exercise, word, words))
}

/// The value of `kit` in a query that means no kit.
const NO_KIT: &str = "none";

/// The levels that `filter` checks.
fn levels(filter: &Filter) -> &[Level] {
    filter.level.as_ref().map_or(Level::ALL, std::slice::from_ref)
}

fn fits(variation: &Variation, filter: &Filter) -> bool {
    filter.kit.is_none_or(|kit| variation.kit.contains(&kit))
        && (!filter.no_kit || variation.kit.is_empty())
        && filter.sides.is_none_or(|sides| variation.sides == sides)
}

/// True if `word` is in the searchable text: name, type, muscles, areas, kit and levels.
fn speaks_of(exercise: &Exercise, word: &str, words: &SetWords) -> bool {
    let Muscles { primary, secondary } = exercise.muscles;
    [exercise.name, exercise.summary, (words.kind)(exercise.kind)].iter().any(|text| holds(text, word))
        || exercise.aliases.iter().any(|name| holds(name, word))
        || primary.iter().chain(secondary).any(|muscle| holds((words.muscle)(*muscle), word))
        || exercise.areas.iter().any(|area| holds((words.area)(*area), word))
        || Level::ALL.iter().map(|level| exercise.at(*level)).any(|variation| {
            holds(variation.title, word) || variation.kit.iter().any(|kit| holds((words.kit)(*kit), word))
        })
}

/// True if `text` contains `word`, which is not empty, ignoring the case of ASCII letters.
fn holds(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

/// `found` with the starred exercises first, then those trained lately in their order, then the rest.
#[must_use]
pub fn familiar_first(found: &[&'static Exercise], starred: &[String], lately: &[String]) -> Vec<&'static Exercise> {
    let has_star = |exercise: &&&Exercise| starred.iter().any(|slug| slug == exercise.id);
    let mut first: Vec<&Exercise> = found.iter().filter(has_star).copied().collect();
    let known = lately.iter().filter_map(|slug| found.iter().copied().find(|exercise| exercise.id == slug));
    for exercise in known.chain(found.iter().copied()) {
        if first.iter().all(|other| other.id != exercise.id) {
            first.push(exercise);
        }
    }
    first
}
