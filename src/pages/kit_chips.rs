//! The kit at hand, a chip for each piece.

use crate::domain::catalogue::Kit;
use crate::state::App;
use crate::text;
use crate::ui::{El, button, el};
use leptos::prelude::{With, WithUntracked};

/// A section with this heading, which gets the id `id`.
pub(super) fn kit_chips(app: App, id: &str, heading: El) -> El {
    let piece = |piece: &Kit| {
        let piece = *piece;
        let has = move || app.choices.settings.with(|settings| settings.kit.contains(&piece));
        let chip = button("chip")
            .attr_live("aria-pressed", move || Some(has().to_string()))
            .text(text::kit::short(piece))
            .on_click(move || {
                let at_hand = !app.choices.settings.with_untracked(|settings| settings.kit.contains(&piece));
                app.choose(move |settings| settings.with_kit(piece, at_hand));
            });
        el("li").child(chip)
    };
    el("section")
        .attr("aria-labelledby", id)
        .child(heading.id(id))
        .child(el("ul").class("chips").children(Kit::ALL.iter().map(piece)))
}
