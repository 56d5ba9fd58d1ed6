//! The exercises: the list with search and filters, and a page for each.

mod exercise;
mod list;
mod own_form;

pub(super) use exercise::page as exercise;
pub(super) use list::page as list;
pub(super) use own_form::page as own_form;
