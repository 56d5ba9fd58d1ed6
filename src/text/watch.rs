//! The words of a workout on a sports watch, whose screen is small.

use super::{dose, exercise, load, player, session, share};
use crate::domain::catalogue::Measure;
use crate::domain::fit::WatchWords;
use crate::domain::session::Step;

/// All words but the routine's name.
#[must_use]
pub fn words() -> WatchWords {
    WatchWords { name, note, rest: exercise::rest(), round_rest: player::rest_rounds() }
}

/// "Lunge, four ways".
pub(super) fn name(step: &Step) -> String {
    let level = step.variation().map(|level| level.short).filter(|short| !short.is_empty());
    level.map_or_else(|| step.name().to_owned(), |short| share::file_exercise(step.name(), short))
}

/// "Right leg. 4 rounds. Red band. Forward, side, back, curtsy; torso upright each time." A watch shows repetitions and seconds
/// itself.
fn note(step: &Step) -> String {
    let side = step.side.map(|side| session::side_words(side, step.limb()).to_owned());
    let amount = matches!(step.measure, Measure::Steps | Measure::Rounds)
        .then(|| dose::amount(step.target.get().into(), step.measure));
    let load = step.load.as_ref().map(load::words);
    let cue = step.variation().map(|level| level.cue.to_owned()).filter(|cue| !cue.is_empty());
    let parts: Vec<String> = [side, amount, load].into_iter().flatten().map(|part| part + ".").chain(cue).collect();
    parts.join(" ")
}
