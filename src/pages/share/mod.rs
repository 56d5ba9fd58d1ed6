//! Links that leave and arrive: the ways to hand one on, the printed sheet, the field and the camera that take one, and the page of
//! one that cannot be read.

mod open;
mod printed;
mod scan;
mod sheet;
mod sound;
mod ways;

pub(super) use open::{open, unreadable};
pub(super) use printed::printed;
pub(super) use sheet::send_back;
pub(super) use sound::sound_file;
pub(super) use ways::{LinkWays, app_copy, link_to};
