//! Which exercises a runner means: a filter, its form in a link, and what it lets through.
//! Knows no browser; case is folded in ASCII only, since Unicode tables would be most of its weight.

use super::{Area, Exercise, Kind, Kit, Level, Muscles, Sides, Variation, all};
use crate::domain::percent;

/// What the list is narrowed to. The default lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all be found, in any order.
    pub text: String,
    /// Only this type.
    pub kind: Option<Kind>,
    /// Only what uses this piece of kit.
    pub kit: Option<Kit>,
    /// Only what needs nothing.
    pub no_kit: bool,
    /// Only what works this region.
    pub area: Option<Area>,
    /// Only what shares the work between the sides in this way.
    pub sides: Option<Sides>,
    /// Look at this level alone.
    pub level: Option<Level>,
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
                _ => {}
            }
        }
        filter
    }

    /// The filter as a link's query, without the question mark; empty where nothing is narrowed.
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

    /// Whether everything is let through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { text: _, kind, kit, no_kit, area, sides, level } = self;
        self.words().next().is_none()
            && (kind, kit, no_kit, area, sides, level) == (&None, &None, &false, &None, &None, &None)
    }

    /// The words of the text.
    fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split_ascii_whitespace()
    }
}

/// Every exercise that `filter` lets through: those with the words in their name first, each part in teaching order.
#[must_use]
pub fn search(filter: &Filter) -> Vec<&'static Exercise> {
    let found = all().iter().copied().filter(|exercise| matches(exercise, filter));
    let (mut named, others): (Vec<_>, Vec<_>) =
        found.partition(|exercise| filter.words().all(|word| holds(exercise.name, word)));
    named.extend(others);
    named
}

/// Whether `filter` lets `exercise` through: its type, its area, its words, and one level that fits the rest together.
#[must_use]
pub fn matches(exercise: &Exercise, filter: &Filter) -> bool {
    filter.kind.is_none_or(|kind| exercise.kind == kind)
        && filter.area.is_none_or(|area| exercise.areas.contains(&area))
        && levels(filter).iter().any(|level| fits(exercise.at(*level), filter))
        && filter.words().all(|word| speaks_of(exercise, word))
}

/// The value of `kit` in a query that means none at all.
const NO_KIT: &str = "none";

/// The levels that `filter` looks at.
fn levels(filter: &Filter) -> &[Level] {
    filter.level.as_ref().map_or(Level::ALL, std::slice::from_ref)
}

fn fits(variation: &Variation, filter: &Filter) -> bool {
    filter.kit.is_none_or(|kit| variation.kit.contains(&kit))
        && (!filter.no_kit || variation.kit.is_empty())
        && filter.sides.is_none_or(|sides| variation.sides == sides)
}

/// Whether `word` stands in what a runner might name: the exercise, its type, muscles, regions, kit and levels.
fn speaks_of(exercise: &Exercise, word: &str) -> bool {
    let Muscles { primary, secondary } = exercise.muscles;
    [exercise.name, exercise.summary, exercise.kind.words()].iter().any(|text| holds(text, word))
        || exercise.aliases.iter().any(|name| holds(name, word))
        || primary.iter().chain(secondary).any(|muscle| holds(muscle.words(), word))
        || exercise.areas.iter().any(|area| holds(area.words(), word))
        || Level::ALL
            .iter()
            .map(|level| exercise.at(*level))
            .any(|variation| holds(variation.title, word) || variation.kit.iter().any(|kit| holds(kit.words(), word)))
}

/// Whether `text` contains `word`, which is not empty, whatever the case of its ASCII letters.
fn holds(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}
