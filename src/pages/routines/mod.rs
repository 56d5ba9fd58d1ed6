//! The routines: the runner's own and the ready-made ones, each of them to read, build and train, and those that a link
//! brings.

mod list;
mod routine;
mod shared;

pub(super) use list::{free_name, make_own, page as list};
pub(super) use routine::page as routine;
pub(super) use shared::page as shared;
