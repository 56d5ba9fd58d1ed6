//! The yardstick of `make bench`: the least that Leptos can mount, saying when it is there as the app does.

use leptos::mount::mount_to_body;
use leptos::prelude::{ElementChild, document, view};

fn main() {
    mount_to_body(|| view! { <p>"Ready"</p> });
    if let Some(root) = document().document_element() {
        // A refusal shows as a page that never gets ready, which the bench reports.
        let _ = root.set_attribute("data-ready", "true");
    }
}
