//! A routine that came in a link: looked at before it is kept, never kept unasked.

use crate::domain::place::Place;
use crate::domain::routine::{self, Item, Routine, Unreadable, estimate};
use crate::state::App;
use crate::ui::{Icon, PageHead, PlannedRows, icon, kit_fact};
use leptos::prelude::*;

#[expect(clippy::needless_pass_by_value, reason = "the frame hands over what it took from the address")]
pub(super) fn page(code: String) -> impl IntoView {
    match routine::decode(&code, "shared") {
        Ok(routine) => preview(routine).into_any(),
        Err(error) => unreadable(error).into_any(),
    }
}

fn preview(routine: Routine) -> impl IntoView {
    let app = App::get();
    let (saved, started) = (routine.clone(), routine.clone());
    let save = move |_| {
        let id = app.add_routine(saved.clone());
        app.announce("Saved to your routines.");
        app.go(Place::Routine { id });
    };
    let start = move |_| {
        let id = app.add_routine(started.clone());
        app.start(&Routine { id, ..started.clone() });
    };
    let strangers = strangers(&routine);
    let trainable = strangers < routine.items.len();
    view! {
        <div class="plan-page" data-routine="shared">
            <PageHead title=routine.title().to_owned() eyebrow="A routine shared with you".to_owned() />
            <p class="plan-figures numbers">
                <b>{format!("{} min", estimate(&routine).minutes())}</b>
                <span class="facts"><span>{kit_fact(&routine.kit())}</span></span>
            </p>
            {strangers_words(strangers).map(|words| view! { <p class="callout">{icon(Icon::Warning)}<span>{words}</span></p> })}
            <div class="row plan-actions">
                <button type="button" class="button primary big" on:click=save>{icon(Icon::Plus)}"Save to my routines"</button>
                {trainable.then(|| view! {
                    <button type="button" class="button big" on:click=start>{icon(Icon::Play)}"Save and start"</button>
                })}
            </div>
            <PlannedRows routine />
        </div>
    }
}

fn unreadable(error: Unreadable) -> impl IntoView {
    view! {
        <PageHead title="This link does not open" />
        <p class="lead" data-error="">{error.to_string()}</p>
        <p class="row lost-ways">
            <a class="button primary" href="/routines">"See all routines"</a>
            <a class="button" href="/">"Go to Today"</a>
        </p>
    }
}

/// How many of its items this version does not know.
fn strangers(routine: &Routine) -> usize {
    routine.items.iter().filter(|item| Item::known(item).is_none()).count()
}

fn strangers_words(strangers: usize) -> Option<String> {
    match strangers {
        0 => None,
        1 => Some(
            "One exercise is not in this version of Mainspring. Reload to update; training passes over it.".to_owned(),
        ),
        many => Some(format!(
            "{many} exercises are not in this version of Mainspring. Reload to update; training passes over them."
        )),
    }
}
