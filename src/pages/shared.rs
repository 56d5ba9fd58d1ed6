//! The shared page.

use crate::ui::PageHead;
use leptos::prelude::*;

pub(super) fn page(code: String) -> impl IntoView {
    view! { <PageHead title=code /> }
}
