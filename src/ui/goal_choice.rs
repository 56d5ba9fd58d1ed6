//! Choice of the training goal: three in a row.

use super::choice::Segmented;
use super::element::El;
use crate::domain::catalogue::Goal;
use crate::text::{goal, vocabulary};
use std::rc::Rc;

/// The goal as one of three in a row. `name` is unique on the page.
#[must_use]
pub fn goal_choice(name: &str, chosen: impl Fn() -> Goal + 'static, on_choose: impl Fn(Goal) + 'static) -> El {
    let by_slug = move |slug| Goal::from_slug(slug).into_iter().for_each(&on_choose);
    let row = Segmented {
        label: goal::label().to_owned(),
        name: name.to_owned(),
        options: Goal::ALL.iter().map(|goal| (goal.slug(), vocabulary::goal(*goal))).collect(),
        chosen: Rc::new(move || chosen().slug()),
        on_choose: Rc::new(by_slug),
    };
    row.view()
}
