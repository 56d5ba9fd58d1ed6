//! Domain values as the words and icons that several pages share.

use super::icon::Icon;
use crate::domain::catalogue::Kit;
use crate::domain::session::PhaseKind;

/// "No kit", or the pieces in a row: a fact that stands alone.
#[must_use]
pub fn kit_fact(kit: &[Kit]) -> String {
    if kit.is_empty() { "No kit".to_owned() } else { kit_words(kit) }
}

/// "no kit", or the pieces in a row: after other words.
#[must_use]
pub fn kit_words(kit: &[Kit]) -> String {
    if kit.is_empty() {
        return "no kit".to_owned();
    }
    kit.iter().map(|piece| piece.words()).collect::<Vec<_>>().join(", ")
}

/// The icon of a phase.
#[must_use]
pub const fn phase_icon(kind: PhaseKind) -> Icon {
    match kind {
        PhaseKind::Ready => Icon::Ready,
        PhaseKind::Wait => Icon::Play,
        PhaseKind::Hold | PhaseKind::Reps => Icon::Exercises,
        PhaseKind::Switch => Icon::Switch,
        PhaseKind::Rest => Icon::Rest,
        PhaseKind::Finished => Icon::Check,
    }
}
