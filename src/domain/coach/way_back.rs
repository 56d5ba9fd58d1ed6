//! The way back after a break: an easier start, for as long as the break asks for. Coaching conventions, not from a study.

use crate::domain::catalogue::{Kit, Level, has_kit};
use crate::domain::log::{Performed, SetDone, all_sets, so_far};
use crate::domain::routine::{Block, Item, MAX_SETS, Routine};
use crate::domain::units::Amount;
use std::iter::successors;
use time::Date;

/// A break that ended longer ago than this has no consequence now. Days.
pub const WAY_BACK_DAYS: i64 = 21;

/// After a break of more days than this every Start asks how to go on; after a shorter one only Today does.
const LONG: i64 = 14;

/// A routine made easier after a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayBack {
    /// The easier routine, under the same id.
    pub lighter: Routine,
    /// The number of days without strength training.
    pub days: u32,
    /// The parts that are easier.
    pub what: Lighter,
    /// The number of weeks; 0 for the first session back only.
    pub weeks: u32,
    /// True if the break was so long that every Start asks first.
    pub is_long: bool,
}

/// The parts of a routine that are easier after a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lighter {
    /// Levels.
    pub levels: bool,
    /// Numbers of sets.
    pub sets: bool,
    /// Amounts of a set.
    pub amounts: bool,
}

/// The consequences of a break: a line of the layoff table of the coaching rules, for those under 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Layoff {
    /// The number of days without strength training from which on it applies.
    from_days: i64,
    /// Number of levels down; Base is the lowest.
    down: usize,
    /// Number of sets less than planned; at least one is left.
    less: usize,
    /// The largest number of sets.
    most: usize,
    /// True if each set is at the lower end of its range: four fifths of its dose.
    at_bottom: bool,
    /// The number of days after the first session back; 0 for that one only.
    lasts: i64,
}

/// Longest first.
#[rustfmt::skip]
const LAYOFFS: [Layoff; 5] = [
    Layoff { from_days: 85, down: 2, less: 0, most: 2, at_bottom: true, lasts: 21 },
    Layoff { from_days: 43, down: 2, less: 0, most: 2, at_bottom: false, lasts: 21 },
    Layoff { from_days: 22, down: 1, less: 0, most: 2, at_bottom: false, lasts: 14 },
    Layoff { from_days: 15, down: 0, less: 1, most: MAX_SETS, at_bottom: true, lasts: 7 },
    Layoff { from_days: 8, down: 0, less: 1, most: MAX_SETS, at_bottom: false, lasts: 0 },
];

/// The easier form of `routine` on `today` after a break: `None` if there was no break, if nothing in it can be easier, or if
/// the way back is over: its time has passed, or the runner has trained at her old level again. It needs no more than `kit` and
/// the kit of the routine itself. `newest_first` is the log, down to the first session before the last [`WAY_BACK_DAYS`];
/// sessions dated after today are ignored.
#[must_use]
pub fn way_back(newest_first: &[Performed], today: Date, kit: &[Kit], routine: &Routine) -> Option<WayBack> {
    let Break { layoff, days } = longest_break(so_far(newest_first, today), today)?;
    let items = routine.items.iter().map(|item| layoff.lighten(item, kit)).collect();
    let blocks = routine.blocks.iter().map(|block| layoff.lighten_block(block)).collect();
    // Exercises in turn get as many sets as their block has rounds.
    let lighter = Routine { items, blocks, ..routine.clone() }.settled();
    let what = changes(routine, &lighter)?;
    let number = |days: i64| u32::try_from(days).unwrap_or(u32::MAX);
    Some(WayBack { lighter, days: number(days), what, weeks: number(layoff.lasts / 7), is_long: days > LONG })
}

/// Days without strength training, and the consequences.
struct Break {
    layoff: &'static Layoff,
    days: i64,
}

/// The longest break that still has consequences.
fn longest_break(newest_first: &[Performed], today: Date) -> Option<Break> {
    let (mut longest, mut back_on) = (None, today);
    for (at, session) in newest_first.iter().enumerate() {
        let ago = (today - back_on).whole_days();
        if at > 0 && ago >= WAY_BACK_DAYS {
            break;
        }
        let Some(day) = session.counted_day(today) else { continue };
        let days = (back_on - day).whole_days();
        back_on = day;
        let Some(layoff) = LAYOFFS.iter().find(|layoff| layoff.from_days <= days) else { continue };
        let is_longest = longest.as_ref().is_none_or(|longest: &Break| longest.days < days);
        if is_longest && (at == 0 || ago < layoff.lasts) && !layoff.is_over(newest_first, at) {
            longest = Some(Break { layoff, days });
        }
    }
    longest
}

impl Layoff {
    fn lighten(&self, item: &Item, kit: &[Kit]) -> Item {
        let Some(exercise) = item.known() else { return item.clone() };
        let at_hand = [kit, exercise.at(item.level).kit].concat();
        let is_possible = |level: &Level| has_kit(&at_hand, exercise.at(*level).kit);
        let wanted = (0..self.down).fold(item.level, |level, _| level.below().unwrap_or(level));
        // A level whose kit is missing is skipped; if none is left, the level stays.
        let level = successors(Some(wanted), |level| level.below()).find(is_possible).unwrap_or(item.level);
        let lower = level != item.level;
        let mut targets = item.targets.clone();
        if lower {
            // Another level has its own dose.
            targets = item.amounts_at(exercise, level);
        }
        targets.truncate(self.fewer(item.targets.len()));
        // If there is no easier level, the dose is reduced.
        if self.at_bottom || (self.down > 0 && !lower) {
            for dose in &mut targets {
                *dose = bottom(*dose);
            }
        }
        item.clone().at_level(level, targets)
    }

    fn lighten_block(&self, block: &Block) -> Block {
        let rounds = self.fewer(block.rounds.into());
        Block { rounds: u8::try_from(rounds).unwrap_or(block.rounds), ..block.clone() }
    }

    /// The number of sets or rounds in place of `sets`.
    fn fewer(&self, sets: usize) -> usize {
        sets.saturating_sub(self.less).clamp(1, self.most)
    }

    /// True if one of the latest `since` sessions of the log was at the level of its exercise before the break, if that is one
    /// that the way back lowers.
    fn is_over(&self, newest_first: &[Performed], since: usize) -> bool {
        let (since, before) = newest_first.split_at(since);
        let old = |exercise: &str| all_sets(before).find(|set| set.exercise == exercise).map(|set| set.level);
        let is_old = |set: &SetDone| set.level > Level::Base && old(&set.exercise).is_some_and(|old| old <= set.level);
        self.down > 0 && all_sets(since).any(is_old)
    }
}

/// The lower end of the range around a dose: four fifths of it, rounded, as the coaching rules have it.
fn bottom(dose: Amount) -> Amount {
    Amount::clamped((dose.get() * 4 + 2) / 5)
}

/// The parts that are easier in `lighter`; `None` if nothing is.
fn changes(routine: &Routine, lighter: &Routine) -> Option<Lighter> {
    let differs = |how: fn(&Item, &Item) -> bool| routine.items.iter().zip(&lighter.items).any(|(a, b)| how(a, b));
    let what = Lighter {
        levels: differs(|a, b| a.level != b.level),
        sets: differs(|a, b| a.targets.len() > b.targets.len()),
        amounts: differs(|a, b| a.level == b.level && a.targets.first() > b.targets.first()),
    };
    (what.levels || what.sets || what.amounts).then_some(what)
}
