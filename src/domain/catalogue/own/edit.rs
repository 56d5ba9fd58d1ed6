//! An edit of an own exercise that another tab may have edited meanwhile.

use super::OwnExercise;

impl OwnExercise {
    /// Takes over the differences between `before` and `edited`; everything else stays as another edit has left it. True if both
    /// edits changed the same thing: this one holds.
    pub fn take_edit(&mut self, before: &Self, edited: &Self) -> bool {
        let parts = [
            take(&mut self.name, &before.name, &edited.name),
            take(&mut self.kind, &before.kind, &edited.kind),
            take(&mut self.sides, &before.sides, &edited.sides),
            self.take_dose(before, edited),
            take(&mut self.rest, &before.rest, &edited.rest),
            take(&mut self.rep, &before.rep, &edited.rep),
            take(&mut self.kit, &before.kit, &edited.kit),
            take(&mut self.weight, &before.weight, &edited.weight),
            take(&mut self.loads, &before.loads, &edited.loads),
            take(&mut self.cues, &before.cues, &edited.cues),
            take(&mut self.picture, &before.picture, &edited.picture),
        ];
        (self.edited, self.is_gone) = (edited.edited, edited.is_gone);
        parts.contains(&true)
    }

    /// The unit and the numbers belong together: an amount of another unit would be another dose.
    fn take_dose(&mut self, before: &Self, edited: &Self) -> bool {
        let of = |own: &Self| (own.measure, own.sets, own.amount);
        let mut dose = of(self);
        let is_replaced = take(&mut dose, &of(before), &of(edited));
        (self.measure, self.sets, self.amount) = dose;
        is_replaced
    }
}

/// Takes over a part that the edit changed; true if another edit had changed it too.
fn take<T: Clone + PartialEq>(part: &mut T, before: &T, edited: &T) -> bool {
    if edited == before || part == edited {
        return false;
    }
    let is_replaced = part != before;
    part.clone_from(edited);
    is_replaced
}
