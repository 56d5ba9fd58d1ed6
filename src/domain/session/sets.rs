//! Sets of a session: both sides of a set are one.

use super::Session;

impl Session {
    /// The number of its sets.
    #[must_use]
    pub fn set_count(&self) -> usize {
        self.sets_until(self.steps.len())
    }

    /// The number of the present set, from 1.
    #[must_use]
    pub fn set_number(&self) -> usize {
        self.sets_until(self.at) + 1
    }

    /// The number of sets done: of a set whose other side was left out, one side is enough.
    #[must_use]
    pub fn sets_done(&self) -> usize {
        let is_done = |at: usize| self.done.iter().any(|done| done.step == at);
        let ends = (0..self.steps.len()).filter(|at| !self.steps[*at].other_side_next);
        ends.filter(|at| {
            let one_side = *at > 0 && self.steps[at - 1].other_side_next && is_done(at - 1);
            is_done(*at) || (one_side && *at < self.at)
        })
        .count()
    }

    /// The number of sets that end before this step.
    fn sets_until(&self, step: usize) -> usize {
        self.steps[..step].iter().filter(|step| !step.other_side_next).count()
    }
}
