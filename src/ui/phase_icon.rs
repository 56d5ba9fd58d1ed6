//! The icon that stands for a phase of a session.

use super::icon::Icon;
use crate::domain::session::PhaseKind;

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
