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
        self.count_sets(|end, is_done| is_done || end < self.at)
    }

    /// The number of sets of which at least one side is done.
    #[must_use]
    pub fn sets_begun(&self) -> usize {
        self.count_sets(|_, _| true)
    }

    /// The number of sets with a side done that `counts`: it is asked with the last step of the set, and if that is done.
    fn count_sets(&self, counts: impl Fn(usize, bool) -> bool) -> usize {
        let is_done = |at: usize| self.done.iter().any(|done| done.step == at);
        let ends = (0..self.steps.len()).filter(|at| !self.steps[*at].other_side_next);
        ends.filter(|at| {
            let one_side = *at > 0 && self.steps[at - 1].other_side_next && is_done(at - 1);
            (is_done(*at) || one_side) && counts(*at, is_done(*at))
        })
        .count()
    }

    /// The number of sets that end before this step.
    fn sets_until(&self, step: usize) -> usize {
        self.steps[..step].iter().filter(|step| !step.other_side_next).count()
    }
}
