//! An address that names nothing.

use crate::ui::PageHead;
use leptos::prelude::*;

pub(super) fn page() -> impl IntoView {
    view! {
        <PageHead title="There is no such page" />
        <p class="lead">"The address may be mistyped, or the page has moved."</p>
        <p class="row">
            <a class="button primary" href="/">"Go to Today"</a>
            <a class="button" href="/exercises">"See all exercises"</a>
        </p>
    }
}
