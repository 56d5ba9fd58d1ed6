//! The words that the voice speaks in a session. Sentences are short, because they are heard during exercise.

use super::session::{of_name, side_words};
use crate::domain::session::{Phase, RestKind, Session, Step};
use crate::domain::sound::Moment;

pub use super::app::speech::*;

/// The words of `session` at `moment`: "Lunge. Left side. 12 reps." After a set they begin with "Done."
#[must_use]
pub fn words(session: &Session, moment: Moment) -> String {
    words_named(session, moment, |step| step.name().to_owned())
}

/// The same with the level of each exercise, for those who see no screen: "Lunge, four ways. Left side. 12 reps."
#[must_use]
pub fn words_with_level(session: &Session, moment: Moment) -> String {
    words_named(session, moment, super::watch::name)
}

fn words_named(session: &Session, moment: Moment, name: fn(&Step) -> String) -> String {
    match moment {
        Moment::Opening => opening(session, name),
        Moment::Halfway => halfway().to_owned(),
        Moment::TenSeconds => ten_seconds().to_owned(),
        Moment::Count(left) => super::number(left.into()),
        Moment::CountOver => count_over().to_owned(),
        Moment::BreatheIn => breathe_in().to_owned(),
        Moment::BreatheOut => breathe_out().to_owned(),
        Moment::NextInFlow => {
            let following = session.step_after(session.at()).map(|at| &session.steps()[at]);
            following.map_or_else(String::new, |step| next_in_flow(&next(step, name(step))))
        }
        Moment::HalfTime(left) => half_time(&super::units::spoken(left)),
        Moment::LastMinute => last_minute().to_owned(),
        Moment::TimeUp => time_up().to_owned(),
    }
}

fn opening(session: &Session, name: fn(&Step) -> String) -> String {
    let step = session.step();
    let is_done = session.is_set_before_done();
    match session.phase() {
        Phase::Work { .. } => begun(step, &name(step)),
        Phase::Rest { since, until } => {
            let seconds = u32::try_from(until.ms_since(since) / 1000).unwrap_or(u32::MAX);
            let next = next(step, name(step));
            if session.rest_kind() == Some(RestKind::Round) && step.place.rounds > 0 {
                let say = if is_done { done_rest_round } else { rest_round };
                return say(&next, step.place.round.into(), step.place.rounds.into(), seconds);
            }
            let say = if is_done { done_rest } else { rest };
            say(&next, seconds)
        }
        Phase::Finished { .. } => if is_done { done_over() } else { over() }.to_owned(),
        Phase::Switch { .. } => {
            let say = if is_done { done_other_side } else { other_side };
            step.side.map_or_else(String::new, |side| say(side_words(side, step.limb())))
        }
        _ if session.phase_end().is_some() => get_ready(&next(step, name(step))),
        _ => your_turn(&next(step, name(step))),
    }
}

/// "Monster walk. Right side. 12 steps. Red band." and the tempo, where it is not the exercise's own.
fn begun(step: &Step, name: &str) -> String {
    let (amount, measure) = (step.target.get().into(), step.measure);
    let words = match step.side {
        Some(side) => set_of_side(amount, name, side_words(side, step.limb()), measure),
        None => set(amount, name, measure),
    };
    let words = step.load.as_ref().map_or_else(|| words.clone(), |load| with_load(&super::load::words(load), &words));
    if step.tempo.is_empty() {
        return words;
    }
    let parts = step.beats().iter().map(|(word, seconds)| part(word, (*seconds).into())).collect::<Vec<_>>().join(", ");
    with_tempo(&parts, &words)
}

/// "monster walk, right side": within a sentence.
fn next(step: &Step, mut name: String) -> String {
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    of_name(&name, step.side, step.limb())
}
