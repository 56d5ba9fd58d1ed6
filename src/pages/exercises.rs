//! The exercises page.

use crate::ui::PageHead;
use leptos::prelude::*;

pub(super) fn page() -> impl IntoView {
    view! { <PageHead title="exercises" /> }
}
