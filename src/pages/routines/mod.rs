//! The routines: the runner's own and the ready-made ones, to view, build and train, and those received by a link.

mod list;
mod made;
mod routine;
mod shared;

pub(super) use list::{free_name, make_own, page as list};
pub(super) use made::page as made;
pub(super) use routine::page as routine;
pub(super) use shared::page as shared;
