//! The order of the sides of an item in the builder. Nothing for an exercise that never does each side alone.

use super::builder_row::field;
use super::choice::Segmented;
use super::element::{Act, El, Live};
use crate::domain::catalogue::{Level, Sides};
use crate::domain::routine::{Edit, Item, SideOrder};
use crate::text::{builder, vocabulary};
use std::rc::Rc;

/// The choice, shown at the levels that do each side alone.
pub(super) fn side_order_field(item: &Live<Item>, now: &Item, on_edit: &Act<Edit>) -> Option<El> {
    let exercise = now.known()?;
    Level::ALL.iter().any(|level| exercise.at(*level).sides == Sides::PerSide).then_some(())?;
    let (key, chosen, shown, on_edit) = (now.key, item.clone(), item.clone(), on_edit.clone());
    let orders = SideOrder::ALL.iter().map(|order| (order.slug(), vocabulary::order(*order)));
    let choice = Segmented {
        label: builder::order_of(&now.name()),
        name: ["order-", &key.to_string()].concat(),
        options: std::iter::once(("", builder::order_usual())).chain(orders).collect(),
        chosen: Rc::new(move || chosen().side_order.map_or("", SideOrder::slug)),
        on_choose: Rc::new(move |slug| on_edit(Edit::SideOrder(key, SideOrder::from_slug(slug)))),
    };
    let field = field(|| builder::order().to_owned(), choice.view());
    Some(field.flag_live("hidden", move || shown().sides() != Sides::PerSide))
}
