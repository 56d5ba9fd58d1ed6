//! The requests for a routine that Today offers, the last one first. In the lazy chunk.

use crate::domain::coach::made::{MadeRequest, RunWhen};
use crate::domain::place::Place;
use crate::state::App;
use crate::text::made;
use crate::ui::{El, el, link};
use leptos::prelude::With;

/// The requests that are offered beside the runner's last one.
const USUAL: &[(u8, RunWhen, u16)] = &[(12, RunWhen::Before, 20), (10, RunWhen::NoRun, 0), (20, RunWhen::NoRun, 0)];

/// The number of chips: one line of a phone. The page that they lead to has every other request.
const SHOWN: usize = 3;

/// A row of chips, each of which leads to a routine.
pub(in crate::pages) fn made_chips(app: App) -> El {
    let chip = |request: &MadeRequest| {
        let query = request.to_query();
        let href = Place::Made { query: query.clone() }.href();
        el("li").child(link(&href).class("chip").attr("data-made", &query).text(&made::chip_words(request)))
    };
    let chips = move || requests(app).iter().map(chip).collect::<Vec<_>>();
    el("section")
        .class("chip-line")
        .attr("aria-labelledby", "made")
        .child(el("h2").id("made").text(made::how_long()))
        .child(el("ul").class("chips").live(chips))
}

fn requests(app: App) -> Vec<MadeRequest> {
    let last = app.choices.settings.with(|settings| settings.last_request.clone());
    let usual = USUAL.iter().map(|(minutes, when, run_in)| MadeRequest {
        minutes: *minutes,
        when: *when,
        run_in: *run_in,
        ..MadeRequest::default()
    });
    let last = (!last.is_empty()).then(|| MadeRequest::from_query(&last));
    let mut requests: Vec<MadeRequest> = Vec::new();
    for request in last.into_iter().chain(usual) {
        if !requests.contains(&request) {
            requests.push(request);
        }
    }
    requests.truncate(SHOWN);
    requests
}
