//! The load of an item in the builder. Nothing for an exercise that takes none.

use super::builder_row::field;
use super::element::{Act, El, Live, el};
use super::load::LoadChoice;
use crate::domain::catalogue::{Level, LoadKind};
use crate::domain::routine::{Edit, Item};
use crate::domain::settings::Settings;
use crate::text::load;
use std::rc::Rc;

/// The field for the load of each set. It follows the level, which decides the kind.
pub(super) fn load_field(item: &Live<Item>, now: &Item, settings: &Live<Settings>, on_edit: &Act<Edit>) -> El {
    let mut kinds: Vec<LoadKind> = Vec::new();
    for kind in Level::ALL.iter().filter_map(|level| now.known()?.at(*level).load_kind()) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let one = |(number, kind): (u32, LoadKind)| {
        let (key, read, level, on_edit) = (now.key, item.clone(), item.clone(), on_edit.clone());
        let choice = LoadChoice {
            exercise: now.name(),
            kind,
            load: Rc::new(move || read().load),
            settings: settings.clone(),
            on_load: Rc::new(move |load| on_edit(Edit::Load(key, load))),
        };
        let shown = field(move || load::label(kind).to_owned(), choice.stepper());
        let group = ["load-", &key.to_string(), "-", &number.to_string()].concat();
        let shown = shown.children(match kind {
            LoadKind::Weight(place) => Some(
                el("div").child(choice.typed_weight(place, &[&group, "-typed"].concat())).child(choice.places(group)),
            ),
            LoadKind::Band => None,
        });
        shown.flag_live("hidden", move || level().load_kind() != Some(kind))
    };
    el("div").class("build-load").children((0..).zip(kinds).map(one))
}
