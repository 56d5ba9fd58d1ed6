//! What to do next, and the sentences that say how it went. Rules are pure; today and the log are arguments.

mod finish;
pub mod pain;
mod way_back;
mod weekly;

pub use finish::finish_sentence;
pub use way_back::{WAY_BACK_DAYS, WAY_BACK_REASON, WayBack, way_back};
pub use weekly::{Weekly, weekly, weekly_words};

use super::catalogue::Kit;
use super::log::{Performed, SetDone, Week};
use super::routine::{self, Routine};

/// Every set of a log.
fn sets(log: &[Performed]) -> impl Iterator<Item = &SetDone> {
    log.iter().flat_map(|session| &session.sets)
}

/// The routine that Today offers, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What to train.
    pub routine: Routine,
    /// One plain line of reason.
    pub reason: &'static str,
}

/// What to train next: the first day needs no kit; after that the routine trained longest ago, among those whose kit
/// the runner has. `newest_first` is the log.
#[must_use]
pub fn suggest(own: &[Routine], kit: &[Kit], newest_first: &[Performed]) -> Suggestion {
    let mut choices: Vec<Routine> = routine::ready_made();
    choices.extend(own.iter().filter(|r| !r.items.is_empty()).cloned());
    if newest_first.is_empty() {
        choices.retain(|r| r.id == routine::DEFAULT);
        let reason = "A first session: short, standing, nothing to fetch.";
        return pick(choices, reason);
    }
    choices.retain(|r| r.kit().iter().all(|piece| kit.contains(piece)));
    let ago = |r: &Routine| newest_first.iter().position(|p| p.from == r.id).unwrap_or(usize::MAX);
    // `max_by_key` takes the last of equals; reversed, the first listed wins among those never trained.
    let chosen = choices.iter().rev().max_by_key(|r| ago(r)).cloned();
    let trained = chosen.as_ref().is_some_and(|r| ago(r) != usize::MAX);
    let reason = if trained { "The one you trained longest ago." } else { "New to you, and you have what it needs." };
    pick(chosen.into_iter().collect(), reason)
}

fn pick(mut choices: Vec<Routine>, reason: &'static str) -> Suggestion {
    let fallback = || Routine::empty(routine::DEFAULT.to_owned(), "");
    Suggestion { routine: if choices.is_empty() { fallback() } else { choices.swap_remove(0) }, reason }
}

/// The sentence above the chart of weeks, oldest first.
#[must_use]
pub fn weeks_sentence(weeks: &[Week]) -> String {
    let Some(this) = weeks.last() else { return String::new() };
    let kept = weeks.iter().filter(|week| week.sessions > 0).count();
    let now = match this.sessions {
        0 => "Nothing yet this week".to_owned(),
        1 => format!("1 session, {} min this week", this.minutes),
        n => format!("{n} sessions, {} min this week", this.minutes),
    };
    format!("{now}; trained in {kept} of the last {} weeks.", weeks.len())
}
