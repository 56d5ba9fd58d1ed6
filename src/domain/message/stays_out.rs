//! The exercises of a plan that are left out because of pain, grouped by reason.

use crate::domain::catalogue::Level;
use crate::domain::coach::pain::{Sore, is_out};

/// Exercises that are left out for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaysOut<'a, 's> {
    /// The sore part.
    pub sore: &'s Sore,
    /// True if they load the sore part; else it hurt in them.
    pub loads: bool,
    /// By slug, each with its levels.
    pub out: Vec<(&'a str, Vec<Level>)>,
}

/// The exercises of `planned` that are left out, grouped by reason.
#[must_use]
pub fn reasons_out<'a, 's>(
    planned: impl IntoIterator<Item = (&'a str, Level)>,
    sores: &'s [Sore],
) -> Vec<StaysOut<'a, 's>> {
    let mut reasons: Vec<StaysOut<'a, 's>> = Vec::new();
    for (exercise, level) in planned {
        let Some(sore) = is_out(sores, exercise, level) else { continue };
        let loads = sore.is_loaded_by(exercise, level);
        let known = reasons.iter().position(|reason| reason.sore == sore && reason.loads == loads);
        let at = known.unwrap_or(reasons.len());
        if known.is_none() {
            reasons.push(StaysOut { sore, loads, out: Vec::new() });
        }
        let out = &mut reasons[at].out;
        match out.iter_mut().find(|(other, _)| *other == exercise) {
            Some((_, levels)) if levels.contains(&level) => {}
            Some((_, levels)) => levels.push(level),
            None => out.push((exercise, vec![level])),
        }
    }
    reasons
}
