//! The exercises of a routine that is made: several selections by jobs, areas and chance, the best of which is proposed.

use super::fit::{Dosed, MOST_SETS, fitted, longest, total, warm_up_seconds};
use super::option::Usable;
use super::order::{MOST_EXERCISES, best_order};
use super::proposal::Proposal;
use super::{MadeRequest, RunWhen};
use crate::domain::catalogue::{Area, Job};

/// The number of selections for each number of exercises.
const ATTEMPTS: u64 = 5;
/// Seconds that an exercise takes at least, with its share of the warm-up.
const LEAST_SECONDS: usize = 75;
/// Minutes that an exercise takes at most.
const LONGEST_MINUTES: usize = 12;

/// The best proposal of so many minutes; `None` if none takes about as long.
pub(super) fn best<'a>(
    request: &MadeRequest,
    options: &[Usable<'a>],
    gentle: &[Usable<'a>],
    minutes: u8,
) -> Option<Proposal<'a>> {
    let seconds = u32::from(minutes) * 60;
    if longest(options) < seconds {
        return None;
    }
    let wanted = |option: &&Usable| {
        let is_in = |list: &[String]| list.iter().any(|slug| slug == option.slug);
        is_in(&request.pinned) || is_in(&request.kept)
    };
    let wanted: Vec<Usable> = options.iter().filter(wanted).copied().take(MOST_EXERCISES).collect();
    let most = (usize::from(minutes) * 60 / LEAST_SECONDS).clamp(1, MOST_EXERCISES).min(options.len()).max(1);
    let mut best: Option<(i64, Proposal)> = None;
    let least = (usize::from(minutes) / LONGEST_MINUTES).clamp(1, most);
    for count in wanted.len().max(least)..=most.max(wanted.len()) {
        // All of them are one selection, in several orders.
        let attempts = if count == options.len() { 2 } else { ATTEMPTS };
        for attempt in 0..attempts {
            let chance = Chance { seed: u64::from(request.seed), attempt, request };
            let Some(proposal) = proposal((request, &chance), options, gentle, &wanted, (count, seconds)) else {
                continue;
            };
            let score = score(request, &proposal, seconds) + i64::from(chance.of_text("score", 8));
            if best.as_ref().is_none_or(|(highest, _)| score > *highest) {
                best = Some((score, proposal));
            }
        }
    }
    best.map(|(_, proposal)| proposal)
}

fn proposal<'a>(
    (request, chance): (&MadeRequest, &Chance),
    options: &[Usable<'a>],
    gentle: &[Usable<'a>],
    wanted: &[Usable<'a>],
    (count, seconds): (usize, u32),
) -> Option<Proposal<'a>> {
    let chosen = selection(request, chance, options, wanted, count)?;
    let is_circuit = request.when == RunWhen::Before && count > 1;
    let is_first = |option: &Usable| request.focus.is_some_and(|focus| option.facts.jobs.contains(&focus));
    let fit = |order: &[Usable<'a>], warm_up: &[Usable]| {
        let length = warm_up.iter().map(warm_up_seconds).sum();
        fitted(order, (is_circuit, request.is_near_run()), length, seconds, &is_first)
    };
    // The time hardly depends on the order, which costs more to find.
    fit(&chosen, &warm_up(chance, gentle, &chosen, seconds))?;
    let noise = |one: usize, next: usize| chance.of(chosen[one].slug, chosen[next].slug);
    let places = best_order(&chosen, is_circuit, &noise)?;
    let order: Vec<Usable> = places.iter().map(|at| chosen[*at]).collect();
    let warm_up = warm_up(chance, gentle, &order, seconds);
    let main = fit(&order, &warm_up)?;
    Some(Proposal { warm_up, main, is_circuit })
}

/// So many exercises: those that are wanted, then the one with the highest gain, again and again. No area has more than half of them,
/// so that there is an order without two neighbours of one area.
fn selection<'a>(
    request: &MadeRequest,
    chance: &Chance,
    options: &[Usable<'a>],
    wanted: &[Usable<'a>],
    count: usize,
) -> Option<Vec<Usable<'a>>> {
    let mut done = Covered::default();
    for option in wanted {
        done.add(option);
    }
    let mut chosen = wanted.to_vec();
    let is_wanted = |option: &&Usable| wanted.iter().any(|other| other.slug == option.slug);
    let near_run = |option: &Usable| if request.is_near_run() && option.is_light() { 18 } else { 0 };
    let open = options.iter().filter(|option| !is_wanted(option));
    let mut open: Vec<Open> = open
        .map(|option| Open {
            gain: 200 + near_run(option) + chance.of_text(option.slug, 12),
            jobs: option.facts.jobs.iter().fold(0, |jobs, job| jobs | bit(*job)),
            area: option.facts.area,
            option,
        })
        .collect();
    while chosen.len() < count {
        let (fresh, focus) =
            (!done.jobs(), request.focus.filter(|focus| done.times[*focus as usize] < 2).map_or(0, bit));
        let gain = |one: &Open| {
            let of_area = done.areas[one.area as usize];
            let focused = if one.jobs & focus > 0 { 100 } else { 0 };
            (usize::from(of_area) < count.div_ceil(2))
                .then(|| one.gain + 30 * (one.jobs & fresh).count_ones() + focused - 6 * u32::from(of_area))
        };
        let gains = open.iter().enumerate().filter_map(|(at, one)| Some((gain(one)?, at)));
        let (_, at) = gains.max()?;
        let Open { option, .. } = open.swap_remove(at);
        done.add(option);
        chosen.push(*option);
    }
    Some(chosen)
}

/// An exercise that may still be selected.
struct Open<'o, 'a> {
    /// Its gain whatever is selected beside it.
    gain: u32,
    /// A bit for each of its jobs.
    jobs: u8,
    area: Area,
    option: &'o Usable<'a>,
}

/// The selected exercises: how many do each job, and how many are of each area.
#[derive(Default)]
struct Covered {
    times: [u8; Job::ALL.len()],
    areas: [u8; Area::ALL.len()],
}

impl Covered {
    fn add(&mut self, option: &Usable) {
        self.areas[option.facts.area as usize] += 1;
        for job in option.facts.jobs {
            self.times[*job as usize] += 1;
        }
    }

    /// A bit for each job that is done.
    fn jobs(&self) -> u8 {
        Job::ALL.iter().filter(|job| self.times[**job as usize] > 0).fold(0, |jobs, job| jobs | bit(*job))
    }
}

const fn bit(job: Job) -> u8 {
    1 << job as u8
}

/// The warm-up before `main`: its last exercise is of another area than the first one after it.
fn warm_up<'a>(chance: &Chance, gentle: &[Usable<'a>], main: &[Usable<'a>], seconds: u32) -> Vec<Usable<'a>> {
    let count = match seconds {
        0..600 => 1,
        600..1500 => 2,
        _ => 3,
    };
    let rated = |option: &'_ Usable<'a>| {
        let is_new = main.iter().all(|other| other.slug != option.slug);
        8 * u32::from(is_new) + 6 * u32::from(option.is_light()) + chance.of_text(option.slug, 6)
    };
    let mut open: Vec<(u32, &Usable)> = gentle.iter().map(|option| (rated(option), option)).collect();
    let mut chosen: Vec<Usable> = Vec::new();
    while chosen.len() < count {
        let after = chosen.last().unwrap_or(&main[0]);
        let is_other = |(_, (_, option)): &(usize, &(u32, &Usable))| option.facts.area != after.facts.area;
        let fitness = |(_, (rate, option)): &(usize, &(u32, &Usable))| {
            rate + 3 * u32::from(option.facts.position == after.facts.position)
        };
        let next = open.iter().enumerate().filter(is_other).max_by_key(fitness);
        // Where every exercise is of one area, a light set of one of them is the warm-up.
        let any = || open.iter().enumerate().max_by_key(fitness).filter(|_| chosen.is_empty());
        let Some((at, _)) = next.or_else(any) else { break };
        chosen.push(*open.remove(at).1);
    }
    chosen.reverse();
    chosen
}

fn score(request: &MadeRequest, proposal: &Proposal, seconds: u32) -> i64 {
    let main = &proposal.main;
    let has = |job: &Job| main.iter().any(|one| one.option.facts.jobs.contains(job));
    let jobs = Job::ALL.iter().filter(|job| has(job)).count();
    let focus = request.focus.filter(has).map_or(0, |_| 1000);
    let sets: i64 = main.iter().map(|one| set_score(one, seconds)).sum();
    let changes = main.windows(2).filter(|pair| pair[0].option.facts.position != pair[1].option.facts.position).count();
    let warm_up: u32 = proposal.warm_up.iter().map(warm_up_seconds).sum();
    let off = total(main, warm_up).abs_diff(seconds) * 100 / seconds;
    let odd: i64 = main.iter().map(|one| i64::from(one.percent.abs_diff(100)) / 5).sum();
    let heavy = main.iter().filter(|one| request.is_near_run() && !one.option.is_light()).count();
    let number = |count: usize| i64::try_from(count).unwrap_or_default();
    30 * number(jobs) + focus + 5 * number(main.len()) + sets
        - 4 * number(changes)
        - 2 * i64::from(off)
        - odd
        - 12 * number(heavy)
}

/// Two or three sets are usual; one is enough in a short session.
fn set_score(one: &Dosed, seconds: u32) -> i64 {
    let prescribed = one.option.demand.dose.sets.len();
    match one.sets {
        1 if prescribed == 1 || seconds < 480 => 0,
        1 => -14,
        MOST_SETS => -8,
        _ => 0,
    }
}

/// Random numbers that follow from the request alone.
struct Chance<'a> {
    seed: u64,
    attempt: u64,
    request: &'a MadeRequest,
}

impl Chance<'_> {
    /// A number for two exercises.
    fn of(&self, one: &str, next: &str) -> u32 {
        u32::try_from(self.mixed(one).rotate_left(7).wrapping_add(self.mixed(next)) % 1000).unwrap_or_default()
    }

    /// A number below `below` for a text.
    fn of_text(&self, text: &str, below: u32) -> u32 {
        u32::try_from(self.mixed(text) % u64::from(below)).unwrap_or_default()
    }

    /// FNV-1a over the text, mixed as in `SplitMix64`.
    fn mixed(&self, text: &str) -> u64 {
        let start = 0xcbf2_9ce4_8422_2325 ^ (self.seed << 20) ^ (self.attempt << 8) ^ u64::from(self.request.minutes);
        let hash = text.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        hash ^ (hash >> 31)
    }
}
