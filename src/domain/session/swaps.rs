//! Which exercises do the same job as the present one, for who cannot or does not want to do it today.

use super::Session;
use crate::domain::catalogue::{self, Brief, Exercise, Kit};

/// The least likeness that counts as the same job: one muscle, or one type of exercise.
const SAME_JOB: usize = 2;

impl Session {
    /// The exercises that can take the present one's place with this kit, best first; none that comes later anyway
    /// or is left out.
    #[must_use]
    pub fn swaps(&self, kit: &[Kit]) -> Vec<&'static Brief> {
        let step = self.step();
        let Some(present) = catalogue::find(&step.exercise) else { return Vec::new() };
        let comes = |id: &str| self.is_left_out(id) || self.steps[self.at..].iter().any(|step| step.exercise == id);
        let possible = |other: &Exercise| other.at(step.level).kit.iter().all(|piece| kit.contains(piece));
        let mut found: Vec<(usize, &'static Brief)> = Vec::new();
        for other in catalogue::all().iter().filter(|other| !comes(other.id) && possible(other)) {
            let likeness = likeness(present, other);
            if let Some(brief) = catalogue::brief(other.id).filter(|_| likeness >= SAME_JOB) {
                let place = found.partition_point(|(better, _)| *better >= likeness);
                found.insert(place, (likeness, brief));
            }
        }
        found.into_iter().map(|(_, brief)| brief).collect()
    }
}

/// How much of the job of `present` is done by `other`: its main muscles weigh most, then its type, then where it is felt.
fn likeness(present: &Exercise, other: &Exercise) -> usize {
    let (mine, theirs) = (&present.muscles, &other.muscles);
    4 * shared(mine.primary, theirs.primary)
        + 2 * shared(mine.primary, theirs.secondary)
        + 2 * usize::from(present.kind == other.kind)
        + shared(mine.secondary, theirs.primary)
        + shared(&present.areas[..1], other.areas)
}

fn shared<T: PartialEq>(mine: &[T], theirs: &[T]) -> usize {
    mine.iter().filter(|one| theirs.contains(one)).count()
}
