//! Pain outside and inside a session: the questions, the sore parts, and the exercises left out. Names no condition and gives
//! no advice beyond the fixed lines.

mod form;
mod sores;
mod tell;

pub(super) use form::{Form, choice, group, lines};
pub(super) use sores::{nothing_left, refusal, sores, stays_out};
pub(super) use tell::{dialog, tell_button};
