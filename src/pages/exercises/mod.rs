//! The exercises: all of them with search and filters, and each with what there is to know of it.

mod exercise;
mod list;

pub(super) use exercise::page as exercise;
pub(super) use list::page as list;
