//! A routine fitted to the kit of a place: what is swapped, then started or saved as a copy. The routine itself stays as it is.

use crate::domain::routine::Routine;
use crate::domain::session::{Refit, refitted};
use crate::domain::settings::Venue;
use crate::pages::routines::make_own;
use crate::state::App;
use crate::text::routine::item_words;
use crate::text::{routines, settings};
use crate::ui::{El, Icon, Live, button, el, icon};
use leptos::prelude::{Get, RwSignal, Update, With};

/// The places, and how the routine is there once one is chosen.
pub(super) fn section(app: App, routine: Live<Routine>) -> El {
    let chosen: RwSignal<Option<Venue>> = RwSignal::new(None);
    let chip = |venue: &Venue| {
        let venue = *venue;
        button("chip")
            .attr_live("aria-pressed", move || Some((chosen.get() == Some(venue)).to_string()))
            .text(settings::venue(venue))
            .on_click(move || chosen.update(|chosen| *chosen = (*chosen != Some(venue)).then_some(venue)))
    };
    let chips = el("div").class("chips").attr("role", "group").attr("aria-labelledby", "elsewhere");
    let chips = chips.children(Venue::ALL.iter().map(chip));
    let shown = routine.clone();
    el("section")
        .class("elsewhere")
        .flag_live("hidden", move || shown().items.is_empty())
        .child(el("h2").id("elsewhere").text(routines::elsewhere()))
        .child(el("p").class("soft small").text(routines::elsewhere_how()))
        .child(chips)
        .child(el("div").attr("role", "status").live(move || Some(fit(app, &routine(), chosen.get()?))))
}

fn fit(app: App, routine: &Routine, venue: Venue) -> El {
    let kit = app.choices.settings.with(|settings| settings.kit_at(venue));
    let is_out = |exercise: &str, level| app.pains.is_out(exercise, level);
    let Refit { routine: fit, swapped, kept } = refitted(routine, &kit, &is_out);
    let name = routines::copy_name(routine.title(), settings::venue(venue));
    let copy = Routine { name, ..fit.clone() };
    let lines = swapped.iter().map(|(before, after)| routines::swapped(&item_words(after), &item_words(before)));
    let lines = lines.chain(kept.iter().map(|item| routines::no_swap(&item_words(item))));
    let lines: Vec<El> = lines.map(|line| el("li").text(&line)).collect();
    let start = button("button primary").child(icon(Icon::Play)).text(routines::start_there()).once();
    let save = button("button").child(icon(Icon::Copy)).text(routines::save_there()).once();
    let ways = el("div")
        .class("row")
        .child(start.on_click(move || app.start(&fit)))
        .children((!swapped.is_empty()).then(|| save.on_click(move || make_own(app, copy.clone()))));
    let result = el("div").class("elsewhere-fit").attr("data-venue", venue.slug());
    let said = if lines.is_empty() {
        el("p").text(routines::fits())
    } else {
        el("ul").class("elsewhere-swaps numbers").children(lines)
    };
    result.child(said).child(ways)
}
