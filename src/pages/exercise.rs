//! The exercise page.

use crate::ui::PageHead;
use leptos::prelude::*;

pub(super) fn page(id: String) -> impl IntoView {
    view! { <PageHead title=id /> }
}
