//! The load of the present exercise: chosen beside its set, and in the dialog of changes.

use super::ShownSession;
use crate::domain::catalogue::LoadKind;
use crate::text::player;
use crate::ui::{El, LoadChoice, el};
use leptos::prelude::{Get, With};
use std::rc::Rc;

/// The choice of the load, of an exercise that takes this kind.
pub(super) fn choice(shown: ShownSession, kind: LoadKind) -> LoadChoice {
    LoadChoice {
        exercise: player::this_exercise().to_owned(),
        kind,
        load: Rc::new(move || shown.step.with(|step| step.load.clone())),
        settings: Rc::new(move || shown.app.choices.settings.get()),
        on_load: Rc::new(move |load| shown.app.set_load(load)),
    }
}

/// The same in the dialog of changes, with the number and the place of a weight.
pub(super) fn way(shown: ShownSession) -> Option<El> {
    let kind = shown.load_kind.get()?;
    let choice = choice(shown, kind);
    let weight = match kind {
        LoadKind::Weight(place) => {
            vec![choice.typed_weight(place, "typed-weight"), choice.places("load-place".to_owned())]
        }
        LoadKind::Band => Vec::new(),
    };
    Some(el("div").class("change-load").child(choice.stepper()).children(weight))
}
