//! An edit of an own exercise that another tab may have edited meanwhile.

use super::OwnExercise;
use crate::domain::merge::later;

impl OwnExercise {
    /// Takes over the differences between `before` and `edited`; everything else stays as another edit has left it. True if both
    /// edits changed the same thing: this one holds.
    pub fn take_edit(&mut self, before: &Self, edited: &Self) -> bool {
        // Every field is named, so that none is forgotten.
        let Self {
            id: _,
            name,
            kind,
            sides,
            measure,
            sets,
            amount,
            rest,
            rep,
            kit,
            weight,
            loads,
            cues,
            picture,
            edited: at,
            is_gone,
        } = self;
        let mut is_replaced = false;
        let replaced = &mut is_replaced;
        take(name, &before.name, &edited.name, replaced);
        take(kind, &before.kind, &edited.kind, replaced);
        take(sides, &before.sides, &edited.sides, replaced);
        // The unit and the numbers belong together: an amount of another unit would be another dose.
        let of = |own: &Self| (own.measure, own.sets, own.amount);
        let mut dose = (*measure, *sets, *amount);
        take(&mut dose, &of(before), &of(edited), replaced);
        (*measure, *sets, *amount) = dose;
        take(rest, &before.rest, &edited.rest, replaced);
        take(rep, &before.rep, &edited.rep, replaced);
        take(kit, &before.kit, &edited.kit, replaced);
        take(weight, &before.weight, &edited.weight, replaced);
        take(loads, &before.loads, &edited.loads, replaced);
        take(cues, &before.cues, &edited.cues, replaced);
        take(picture, &before.picture, &edited.picture, replaced);
        (*at, *is_gone) = (edited.edited, edited.is_gone);
        is_replaced
    }
}

/// Takes over a part that the edit changed; notes if another edit had changed it too.
fn take<T: Clone + PartialEq>(part: &mut T, before: &T, edited: &T, is_replaced: &mut bool) {
    *part = later(before, edited, part, &mut |_| *is_replaced = true);
}
