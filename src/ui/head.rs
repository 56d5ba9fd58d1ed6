//! The head of a page: its title, which takes the focus when one arrives, and the way up.

use super::icon::{Icon, icon};
use leptos::prelude::*;

/// A page's title, with a line above it and a way up where it has one.
#[component]
pub fn PageHead(
    /// The page's name.
    #[prop(into)]
    title: Signal<String>,
    /// A few words above the title.
    #[prop(optional, into)]
    eyebrow: Option<String>,
    /// Where "up" leads, and its name.
    #[prop(optional)]
    up: Option<(String, &'static str)>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            {up.map(|(href, name)| view! { <a class="up" href=href>{icon(Icon::Back)}{name}</a> })}
            {eyebrow.map(|words| view! { <p class="eyebrow">{words}</p> })}
            <h1 id="title" tabindex="-1">{move || title.get()}</h1>
        </header>
    }
}
