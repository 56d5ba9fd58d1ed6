//! The exercises: the list with search and filters, and a page for each.

mod exercise;
mod list;

pub(super) use exercise::page as exercise;
pub(super) use list::page as list;
